"""Two records of one customer over real lines: merged, answered, and taken apart days later (LEAD-04, LEAD-11)."""

from __future__ import annotations

import pytest

from desk.models.commands import MergeLeads, UnmergeLeads
from tests.e2e.live import DANA, LiveDesk


def filed(live: LiveDesk) -> dict[str, str]:
    """What customers wrote, with the lead it is filed under."""
    return {m.text: m.lead_id for m in live.messages(direction="in")}


def wrote(live: LiveDesk, words: str) -> str:
    return live.until(lambda: filed(live).get(words, ""))


@pytest.mark.requirement("LEAD-04", "LEAD-11", "DESK-11")
def test_mail_and_text_for_the_merged_record_land_on_the_survivor_and_after_un_merge_each_on_its_own(
    live: LiveDesk,
) -> None:
    for number in (1, 2):
        live.drop_lead(number)
        live.until(lambda number=number: len(live.texts(number)) == 1 and len(live.mails(number)) == 1)
    one, other = (lead.id for lead in live.leads())
    with live.desk.reader()() as reader:
        groups = {group.key: group.count for group in reader.inbox().groups}
    assert groups["duplicate"] == 1  # one name, two numbers one digit apart: shown, and not joined by itself
    merge = live.run(MergeLeads(kept_id=one, gone_id=other, by=DANA))
    live.answer_mail("I can come on Saturday morning.", number=2)
    live.answer_text("Or Friday evening.", number=2)
    assert wrote(live, "I can come on Saturday morning.") == one
    assert wrote(live, "Or Friday evening.") == one
    with live.desk.reader()() as reader:
        view = reader.lead(other)
        assert view is not None
        assert view.card.id == one
        assert {tile.address for tile in view.tiles} >= {"kim1@example.com", "kim2@example.com"}
    live.run(UnmergeLeads(merge_id=merge, reason="Mother and daughter", by=DANA))
    assert filed(live)["I can come on Saturday morning."] == other
    live.answer_mail("It is for my daughter.", number=2)
    live.answer_mail("Mine is the other one.", number=1)
    assert wrote(live, "It is for my daughter.") == other
    assert wrote(live, "Mine is the other one.") == one
