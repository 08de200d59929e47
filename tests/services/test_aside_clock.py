"""A mail that could not be read has its answer clock from the moment it came, and keeps it when it becomes a lead (LEAD-02)."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.models import commands as c
from desk.models.intake.prospect import CustomerIn, Prospect
from desk.models.snapshots.inbox import InboxItem, QuarantineView
from desk.services.reader import Reader
from tests.services.desk_fixture import ANA, SmallDesk

pytestmark = pytest.mark.requirement("LEAD-02", "ILM-09")
KIM = Prospect(customer=CustomerIn(full="Kim Doe", emails=("kim@example.com",)))


def came(small: SmallDesk) -> None:
    small.run(c.TakeFile(name="lead.xml", raw=b"<?xml version='1.0'?><adf><prospect><customer>Linden 208"))


def seen(small: SmallDesk) -> tuple[QuarantineView, InboxItem]:
    """The mail on its own page and in the inbox's list."""
    with small.desk.store.reading() as session:
        read = Reader(session, small.clock.now(), "ana", small.desk.facts(), small.desk.book)
        (view,), groups = read.quarantine(), read.inbox().groups
    return view, next(item for group in groups for item in group.items if item.group == "quarantine")


def test_the_clock_runs_from_the_moment_it_came_and_is_the_same_on_the_list_and_on_its_page() -> None:
    small = SmallDesk()
    came(small)
    at = small.clock.now()
    small.later(minutes=4)
    view, item = seen(small)
    assert view.timer == item.timer
    assert (view.timer.kind, view.timer.started) == ("running", at)
    assert view.timer.target is not None
    assert view.timer.target > at


def test_the_lead_that_it_becomes_keeps_the_clock_and_the_first_step_is_overdue() -> None:
    small = SmallDesk()
    came(small)
    shown = seen(small)[0]
    small.later(hours=1)
    lead_id = small.run(c.ResolveQuarantine(quarantine_id=shown.id, verdict="lead", prospect=KIM, by=ANA))
    lead = small.lead(lead_id)
    assert (lead.timer_started, lead.timer_target) == (shown.timer.started, shown.timer.target)
    assert lead.timer_level > 0, "the first step was due long ago, so its people are told at once"


def test_a_lead_that_could_be_read_starts_when_the_desk_takes_it() -> None:
    small = SmallDesk()
    lead = small.lead(small.take())
    assert lead.timer_started == small.clock.now()


def test_by_night_the_clock_waits_for_the_opening() -> None:
    small = SmallDesk()
    small.clock.turn_to(datetime(2026, 3, 4, 2, 0, tzinfo=ZoneInfo("America/Boise")))
    came(small)
    timer = seen(small)[0].timer
    assert timer.kind == "waiting"
    assert timer.started is not None
    assert timer.started - small.clock.now() > timedelta(hours=4)
