"""Events in which people ask something of each other, or of the customer, and write down what they learned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desk.models.commands import AskRelief, AssessNeeds, DescribeTradeIn, EditLead, FlagLead, TurnOver
from desk.models.errors import BadInput
from desk.services.rehearsal.scenario import Event

if TYPE_CHECKING:
    from desk.services.rehearsal.events import Stage


def _relief(stage: Stage, event: Event) -> None:
    stage.desk.run(
        AskRelief(by=stage.by(event), lead_id=stage.lead(event), reason=str(event.get("reason", "")))
    )


def _flag(stage: Stage, event: Event) -> None:
    stage.desk.run(
        FlagLead(by=stage.by(event), lead_id=stage.lead(event), reason=str(event.get("reason", "")))
    )


def _turn(stage: Stage, event: Event) -> None:
    turned = TurnOver(
        by=stage.by(event),
        lead_id=stage.lead(event),
        summary=str(event.get("summary", "")),
        to=str(event.get("to", "")),
    )
    stage.desk.run(turned)


def _needs(stage: Stage, event: Event) -> None:
    answers = event.need("answers")
    if not isinstance(answers, dict):
        raise BadInput(
            "Answers are a table.", where=event.place, do='Write answers = { timeline = "This month" }.'
        )
    stage.desk.run(AssessNeeds(by=stage.by(event), lead_id=stage.lead(event), answers=answers))


def _trade(stage: Stage, event: Event) -> None:
    values = event.need("values")
    if not isinstance(values, dict):
        raise BadInput("Values are a table.", where=event.place, do='Write values = { make = "Honda" }.')
    stage.desk.run(
        DescribeTradeIn(by=stage.by(event), lead_id=stage.lead(event), values=values, vin_as_read=True)
    )


def _change(stage: Stage, event: Event) -> None:
    """Fields of the lead (``of_lead``) and of its customer as a person corrects them, and a further phone or e-mail."""
    changed = EditLead(
        by=stage.by(event),
        lead_id=stage.lead(event),
        lead=event.get("of_lead", {}),
        customer=event.get("customer", {}),
        phone=str(event.get("phone", "")),
        email=str(event.get("email", "")),
    )
    stage.desk.run(changed)


ASKS: Mapping[str, Callable[[Stage, Event], None]] = {
    "relief": _relief, "flag": _flag, "turn": _turn, "needs": _needs, "trade": _trade, "change": _change,
}  # fmt: skip
