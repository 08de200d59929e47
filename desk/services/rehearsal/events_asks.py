"""Events in which people ask something of each other, or of the customer: relief, a flag, a manager turn, an assessment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desk.models.commands import TurnOver
from desk.models.commands_people import AskRelief, AssessNeeds, FlagLead
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


ASKS: Mapping[str, Callable[[Stage, Event], None]] = {
    "relief": _relief, "flag": _flag, "turn": _turn, "needs": _needs,
}  # fmt: skip
