"""The two numbers of the rail are those of the lists they stand beside, whatever waits and whatever was put away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models import commands as c
from desk.models.by import THE_CUSTOMER
from desk.services.reader import Reader
from desk.views.monitor.model import OVERDUE, urgency
from tests.services.desk_fixture import DANA, SmallDesk

pytestmark = pytest.mark.requirement("ILM-02", "AI-22")


def counted(small: SmallDesk) -> tuple[int, int]:
    """As the rail asks for them, held against both lists read whole."""
    with small.desk.store.reading() as session:
        read = Reader(session, small.clock.now(), "dana", small.desk.facts(), small.desk.book)
        late = sum(urgency(row, small.clock.now()) == OVERDUE for row in read.monitor().rows)
        found = read.waiting_counts()
        assert found == (read.inbox().count, late)
    return found


def test_they_agree_with_the_lists_as_leads_wait_write_stop_and_are_cleared() -> None:
    small = SmallDesk()
    assert counted(small) == (0, 0)
    leads = [small.take(number) for number in range(1, 5)]
    small.run(c.TakeFile(name="lead.xml", raw=b"<?xml version='1.0'?><adf><prospect><customer>Linden 208"))
    for lead_id, words in (
        (leads[0], "I would rather talk to a real person."),
        (leads[1], "What color is it?"),
    ):
        small.run(c.TakeReply(lead_id=lead_id, channel="email", text=words, key=lead_id, by=THE_CUSTOMER))
    small.run(c.OptOut(lead_id=leads[2], channels=("text",), words="STOP", by=DANA))
    waiting, late = counted(small)
    assert waiting >= 4
    assert late == 0
    small.later(hours=2)
    small.run(c.Tick())
    assert counted(small)[1] >= 2
    with small.desk.store.reading() as session:
        groups = (
            Reader(session, small.clock.now(), "dana", small.desk.facts(), small.desk.book).inbox().groups
        )
    flag = next(item for group in groups for item in group.items if item.group == "flag")
    small.run(c.ClearItem(item=flag.key, by=DANA))
    assert counted(small)[0] < waiting + 1
    small.later(**{"days": 2})
    small.clock.turn_to(small.clock.now() + timedelta(minutes=1))
    counted(small)
