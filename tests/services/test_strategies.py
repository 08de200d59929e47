"""A manager lets one kind of lead wait for approval, or be written to more or less often; all else of the playbook stays (AI-18)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.commands import SetStrategy
from desk.models.conversation import Message
from desk.models.errors import BadInput, BadPlaybook, NotAllowed
from desk.models.snapshots.settings import StrategyView
from desk.services.rulebook import stored_playbook
from desk.services.strategies import strategies
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = pytest.mark.requirement("AI-18")
OWN = "# Agreed in May\n[strategy.referral]\npace = 2.0\n\n[closing]\nattempts = 5\n"


def row(small: SmallDesk, kind: str) -> StrategyView:
    return next(each for each in strategies(small.desk.book) if each.kind == kind)


def test_what_is_said_of_one_kind_is_kept_beside_everything_else() -> None:
    small = SmallDesk()
    small.run(c.SavePlaybook(toml=OWN, why="May", by=DANA))
    for said in (
        {"kind": "website", "pace": 2.0},
        {"kind": "website", "waits": True},
        {"kind": "referral", "waits": True},
    ):
        small.later(minutes=1)
        small.run(SetStrategy(by=DANA, **said))  # type: ignore[arg-type]
    kept = stored_playbook(small.desk.store)
    assert kept.get("closing.attempts") == 5
    for book in (kept, small.desk.book):
        told = {each.kind: (each.waits, each.pace) for each in strategies(book)}
        assert (told["website"], told["referral"]) == ((True, 2.0), (True, 2.0))
        assert told["marketplace"] == (False, 1.0)
    small.later(minutes=1)
    small.run(SetStrategy(kind="website", waits=False, by=DANA))
    assert row(small, "website") == StrategyView("website", False, 2.0)


def test_who_may_not_and_what_may_not_stand_changes_nothing() -> None:
    small = SmallDesk()
    with pytest.raises(NotAllowed):
        small.run(SetStrategy(kind="website", pace=2.0, by=ANA))
    with pytest.raises(BadInput):
        small.run(SetStrategy(kind="carrier_pigeon", waits=True, by=DANA))
    with pytest.raises(BadPlaybook):
        small.run(SetStrategy(kind="website", pace=0.01, by=DANA))
    assert row(small, "website") == StrategyView("website", False, 1.0)


def test_a_kind_that_waits_has_its_first_message_wait() -> None:
    small = SmallDesk()
    small.run(SetStrategy(kind="marketplace", waits=True, by=DANA))
    lead_id = small.take()
    with small.desk.store.reading() as session:
        states = set(
            session.scalars(
                select(Message.status).where(Message.lead_id == lead_id, Message.direction == "out")
            )
        )
    assert states == {"pending_approval"}
