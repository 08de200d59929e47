"""The store's own rows over the table of states, from the manager's words to a held or sent text (R9)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.errors import BadPlaybook, NotAllowed
from desk.models.history import History
from desk.services.rulebook import stored_playbook
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R9"), pytest.mark.requirement("COMPLY-02")]

BOISE = ZoneInfo("America/Boise")
HALT = """
[[states.halt]]
state = "ID"
first = 2026-03-03
last = 2026-03-04
reason = "flood emergency declared by the governor"
"""
LATER = """
[[states.rule]]
state = "ID"
key = "mon_fri"
value = "08:00-22:00"
"""
ANSWERED = LATER + 'manager = "dana"\nreason = "counsel\'s letter of March 2"\n'


def _text(small: SmallDesk, lead_id: str) -> Any:
    with small.desk.store.reading() as session:
        row = session.scalar(
            select(Message).where(Message.lead_id == lead_id, Message.channel == "text").order_by(Message.at)
        )
    assert row is not None
    return row


def _last_word(small: SmallDesk) -> History:
    with small.desk.store.reading() as session:
        row = session.scalar(select(History).where(History.kind == "playbook").order_by(History.id.desc()))
    assert row is not None
    return row


def _claimed(small: SmallDesk, lead_id: str) -> Any:
    small.run(c.ClaimSend(message_id=_text(small, lead_id).id))
    return _text(small, lead_id)


def test_a_halt_a_manager_saves_holds_the_first_text_and_says_why() -> None:
    small = SmallDesk()
    small.run(c.SavePlaybook(toml=HALT, why="The county is under water", by=DANA))
    row = _claimed(small, small.take())
    assert row.status == "held"
    assert row.not_before == datetime(2026, 3, 5, 9, tzinfo=BOISE)  # 8:00 in the state's western zone too
    assert "flood emergency declared by the governor" in row.status_words


def test_without_a_halt_the_same_text_leaves() -> None:
    small = SmallDesk()
    assert _claimed(small, small.take()).status == "sending"


def test_a_stricter_hour_is_free_and_holds_what_was_queued_before() -> None:
    small = SmallDesk()
    lead_id = small.take()
    stricter = LATER.replace("08:00-22:00", "11:00-17:00")
    small.run(c.SavePlaybook(toml=stricter, why="We start late", by=DANA))
    row = _claimed(small, lead_id)
    assert row.status == "held"
    assert "outside the hours there" in row.status_words


@pytest.mark.requirement("DESK-04")
def test_only_a_manager_changes_the_table_and_a_reason_is_asked() -> None:
    small = SmallDesk()
    with pytest.raises(NotAllowed, match="may not save the playbook"):
        small.run(c.SavePlaybook(toml=HALT, why="Water", by=ANA))
    with pytest.raises(Exception, match="needs its reason"):
        small.run(c.SavePlaybook(toml=HALT, why=" ", by=DANA))


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        (LATER, "goes past the law row for Idaho"),
        (LATER + 'manager = "dana"\n', "goes past the law row for Idaho"),
        (ANSWERED.replace('"dana"', '"ana"'), "'ana' is no manager here"),
        (HALT.replace('"ID"', '"Idaho"'), "'Idaho' is no state"),
        (HALT.replace("last = 2026-03-04", "last = 2026-03-01"), "ends before it begins"),
        (HALT.replace("last = 2026-03-04\n", ""), "Last is missing"),
        (HALT + 'why = "x"\n', "There is no why here"),
        ('[[states.holiday]]\nstate = "ID"\nname = "Day"\ndates = ["soon"]\n', "is no date"),
        ("states.halt = [1]\n", "no row of values"),
    ],
)
def test_a_row_that_may_not_stand_is_refused_in_words_and_changes_nothing(toml: str, words: str) -> None:
    small = SmallDesk()
    before = small.desk.book
    with pytest.raises(BadPlaybook, match=words) as refused:
        small.run(c.SavePlaybook(toml=toml, why="Try", by=DANA))
    assert "the store's playbook" in refused.value.where
    assert refused.value.do
    assert small.desk.book is before


def test_past_the_law_row_the_record_names_who_answers_and_why() -> None:
    small = SmallDesk()
    small.run(c.SavePlaybook(toml=ANSWERED, why="Evening shift", by=DANA))
    told = _last_word(small)
    assert told.by == "Dana Whit"
    assert told.why[-1] == "Past the law row: ID mon_fri 08:00-22:00: dana, counsel's letter of March 2."
    small.later(hours=11, minutes=30)
    row = _claimed(small, small.take())
    assert (small.clock.now().astimezone(BOISE).hour, row.status) == (21, "sending")
    restarted = stored_playbook(small.desk.store)
    assert restarted.part("gate").windows.overruled


def test_a_day_the_governor_adds_closes_a_state_that_keeps_holidays() -> None:
    small = SmallDesk()
    kept = (
        '[[states.rule]]\nstate = "ID"\nkey = "holidays"\nvalue = "closed"\n'
        '[[states.holiday]]\nstate = "ID"\nname = "Day of remembrance"\ndates = [2026-03-03]\n'
    )
    small.run(c.SavePlaybook(toml=kept, why="The governor's order", by=DANA))
    row = _claimed(small, small.take())
    assert row.status == "held"
    assert row.not_before - small.clock.now() == timedelta(hours=23)
    assert "Day of remembrance" in row.status_words


def test_a_stored_row_that_no_longer_stands_leaves_the_shipped_law_running() -> None:
    small = SmallDesk()
    small.run(c.SavePlaybook(toml=HALT, why="Water", by=DANA))
    with small.desk.store.writing() as session:
        session.connection().exec_driver_sql("UPDATE playbook_version SET toml = 'states.halt = [1]'")
    assert not stored_playbook(small.desk.store).part("gate").windows.halts
