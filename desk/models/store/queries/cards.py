"""A lead's card as columns: what ``first_board`` asks in plain words, for every question that is asked through a session.

Moments stay the microseconds they lie in, so that ``card_of`` makes the same card of both.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, and_, bindparam, case, func, or_, select, type_coerce

from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.staff import Staff
from desk.models.words import STAGES, AiState, Stage

OPEN_STAGES = tuple(stage.value for stage in STAGES if stage.is_open)
#: The person whose leads are asked for; empty for everybody's.
VIEWER: Any = bindparam("viewer")


def micros(column: Any) -> ColumnElement[Any]:
    """A moment as it lies in the store."""
    return type_coerce(column, BigInteger)


def name_of(customer: Any = Customer) -> ColumnElement[str]:
    """A customer's name as it is shown."""
    return case((customer.full == "", func.trim(customer.first + " " + customer.last)), else_=customer.full)


def given(name: str) -> Any:
    """A value that is given with the question, moments in microseconds."""
    return bindparam(name)


def listed(name: str) -> Any:
    """A list that is given with the question as JSON, as rows of ``value``: cheaper to ask again than an ``IN`` that is spelled out."""
    return func.json_each(bindparam(name)).table_valued("value", name=name)


def whose(owner: Any = Lead.owner_id) -> ColumnElement[bool]:
    """Of the viewer, or of anybody where no viewer is named."""
    return or_(VIEWER == "", owner == VIEWER)


def starting_from(key: Any) -> Any:
    """The key of the table that a join shall start from: spelled so, no index leads into it from the other side."""
    return key + ""


#: Open leads that are found by their timers or by an index of few: spelled so, they are not looked for stage by stage.
IS_OPEN: Any = starting_from(Lead.stage).in_(OPEN_STAGES)


_CAMPAIGN_SINCE = case(
    (
        and_(Lead.stage == Stage.LOST, Lead.lost_reason == "no_response", Lead.ai_state == AiState.ON),
        micros(Lead.stage_at),
    )
)
_CLOSED_AT = case((Lead.stage.in_((Stage.SOLD, Stage.LOST)), micros(Lead.stage_at)))
CARD: tuple[Any, ...] = (
    Lead.id, Lead.stage, Lead.status, name_of(), Lead.vehicle_title, Lead.stock,
    case((Lead.source_label == "", Lead.source), else_=Lead.source_label), Lead.source_kind, Lead.source_class,
    Lead.temperature, Lead.band, Lead.ai_state, Lead.owner_id, Lead.timer_kind, micros(Lead.timer_started),
    micros(Lead.timer_target), Lead.answered_s, Lead.answered_proof, Lead.timer_level, Lead.next_text, Lead.next_icon,
    micros(Lead.next_due), micros(Lead.hold_until), Lead.hold_reason, _CAMPAIGN_SINCE, Lead.outcome, Lead.unread,
    Lead.sort_key, micros(Lead.coverage_until), _CLOSED_AT, Lead.lost_reason,
)  # fmt: skip
PEOPLE = select(Staff.id, Staff.name)
