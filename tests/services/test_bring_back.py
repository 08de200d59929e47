"""A backup brought back keeps what outlives every backup: opt-outs, erasures, and that nothing is said twice (DESK-06)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.by import By
from desk.models.commands import AllowRestore, EraseCustomer, SetPin
from desk.models.conversation import Message
from desk.models.errors import CannotOpenStore, NotAllowed, Refused, StoreDown
from desk.models.history import History
from desk.models.ids import CountedIds
from desk.models.lead import Lead
from desk.models.person import Address, Block
from desk.models.store.connect import FILE_NAME
from desk.models.store.engine import open_file
from desk.models.time import TurnedClock
from desk.services.backup import back_up
from desk.services.bring_back import bring_back, preview
from desk.services.desk import Desk
from desk.services.eyes import OpenEyes
from desk.services.rulebook import whole_playbook
from tests.models.store.conftest import spoil_a_page
from tests.services.desk_fixture import ANA, DANA, START, STORE, SmallDesk

pytestmark = pytest.mark.requirement("DESK-06")

KEY = b"k" * 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "store"
    made.mkdir(mode=0o700)
    return made


class FiledDesk(SmallDesk):
    """The small desk over an encrypted file."""

    def __init__(self, folder: Path, ids: str = "") -> None:
        self.clock = TurnedClock(START)
        self.desk = Desk(
            open_file(folder, KEY, check=False), self.clock, CountedIds(ids), whole_playbook(), OpenEyes()
        )
        self.changes = []
        self.run(c.SaveSettings(values=STORE))
        self.run(c.SaveStaff(staff_id="ana", values={"name": "Ana Ruiz", "role": "bdc"}))
        self.run(c.SaveStaff(staff_id="dana", values={"name": "Dana Whit", "role": "manager"}))


def looked_at(folder: Path, question: Callable[[Any], Any]) -> Any:
    store = open_file(folder, KEY)
    try:
        with store.reading() as session:
            return question(session)
    finally:
        store.close()


def brought_back(folder: Path, file: Path) -> None:
    clock = TurnedClock(START + timedelta(hours=5))
    bring_back(file, folder, KEY, clock, CountedIds("after"), By("staff", "dana", "manager", "Dana Whit"))


@pytest.mark.rule("R3")
def test_an_opt_out_since_the_backup_outlives_it(folder: Path, tmp_path: Path) -> None:
    small = FiledDesk(folder)
    lead = small.take()
    made = back_up(folder, KEY, tmp_path / "safe", small.clock.now())
    small.run(c.OptOut(lead_id=lead, channels=("text",), words="Leave me alone", by=ANA))
    small.take(2)
    small.desk.store.close()
    seen = preview(made.path, folder, KEY)
    assert {row.kind: row.lost for row in seen.counts if row.kind in ("lead", "block")} == {
        "lead": 1,
        "block": 1,
    }
    brought_back(folder, made.path)
    assert looked_at(folder, lambda s: len(list(s.scalars(select(Lead))))) == 1
    (block,) = looked_at(folder, lambda s: list(s.scalars(select(Block))))
    assert (block.channels, block.words) == (["text"], "Leave me alone")


@pytest.mark.rule("R22")
@pytest.mark.requirement("COMPLY-06")
def test_who_was_forgotten_since_is_forgotten_again(folder: Path, tmp_path: Path) -> None:
    small = FiledDesk(folder)
    lead = small.take()
    made = back_up(folder, KEY, tmp_path / "safe", small.clock.now())
    with small.desk.store.reading() as session:
        customer = session.scalar(select(Lead.customer_id).where(Lead.id == lead))
    small.run(EraseCustomer(customer_id=customer, reason="They asked", by=DANA))
    small.desk.store.close()
    brought_back(folder, made.path)
    assert looked_at(folder, lambda s: list(s.scalars(select(Address)))) == []


@pytest.mark.rule("R23")
def test_what_waited_in_it_may_have_left_since_and_goes_out_by_nobody(folder: Path, tmp_path: Path) -> None:
    small = FiledDesk(folder)
    small.take()
    with small.desk.store.reading() as session:
        assert list(session.scalars(select(Message.status))) == ["queued"] * 2, "the first answers wait"
    made = back_up(folder, KEY, tmp_path / "safe", small.clock.now())
    small.desk.store.close()
    brought_back(folder, made.path)
    states = looked_at(folder, lambda s: {row.status for row in s.scalars(select(Message).where(Message.direction == "out"))})  # fmt: skip
    assert states == {"uncertain"}
    store = open_file(folder, KEY)
    desk = Desk(store, TurnedClock(START + timedelta(hours=5)), CountedIds("x"), whole_playbook(), OpenEyes())
    assert "A backup was brought back" in desk.facts().settings["assistant.pauses"]["store"]
    store.close()


def test_the_record_says_from_which_backup_and_by_whom(folder: Path, tmp_path: Path) -> None:
    small = FiledDesk(folder)
    made = back_up(folder, KEY, tmp_path / "safe", small.clock.now())
    small.desk.store.close()
    brought_back(folder, made.path)
    told = looked_at(folder, lambda s: s.scalar(select(History).where(History.kind == "restore")))
    assert told.data["backup"] == made.path.name
    assert told.by == "Dana Whit"
    assert told.why[0].startswith(f"Brought back from {made.path.name}, as it was 2026-03-03")


def test_a_damaged_backup_changes_nothing(folder: Path, tmp_path: Path) -> None:
    small = FiledDesk(folder)
    small.take()
    made = back_up(folder, KEY, tmp_path / "safe", small.clock.now())
    small.take(2)
    small.desk.store.close()
    data = bytearray(made.path.read_bytes())
    data[len(data) // 2] ^= 1
    made.path.write_bytes(data)
    with pytest.raises(CannotOpenStore):
        brought_back(folder, made.path)
    assert looked_at(folder, lambda s: len(list(s.scalars(select(Lead))))) == 2


def test_a_store_that_cannot_be_read_is_replaced_all_the_same(folder: Path, tmp_path: Path) -> None:
    small = FiledDesk(folder)
    small.take()
    made = back_up(folder, KEY, tmp_path / "safe", small.clock.now())
    small.desk.store.close()
    for part in folder.glob("desk.db*"):
        part.unlink()
    (folder / "desk.db").write_bytes(b"nothing that opens" * 500)
    brought_back(folder, made.path)
    assert looked_at(folder, lambda s: len(list(s.scalars(select(Lead))))) == 1
    assert list(folder.glob("desk.db.replaced-*")), "what was there is kept"


@pytest.mark.requirement("DESK-04")
def test_only_a_manager_with_their_own_pin_may() -> None:
    small = SmallDesk()
    asked = {"backup": "desk-20260303-090000.db"}
    with pytest.raises(NotAllowed, match="may not bring back a backup"):
        small.run(AllowRestore(**asked, pin="1234", by=ANA))
    with pytest.raises(Refused, match="you have none yet"):
        small.run(AllowRestore(**asked, pin="1234", by=DANA))
    small.run(SetPin(staff_id="dana", pin="4321", by=DANA))
    assert small.run(AllowRestore(**asked, pin="1234", by=DANA)).verdict == "wrong"
    assert not allowed(small)
    assert small.run(AllowRestore(**asked, pin="4321", by=DANA)).verdict == "in"
    assert allowed(small) == [asked | {"allowed": True}]


@pytest.mark.rule("R22")
def test_wrong_pins_wait_as_at_a_locked_desk() -> None:
    small = SmallDesk()
    small.run(SetPin(staff_id="dana", pin="4321", by=DANA))
    asked = {"backup": "desk-20260303-090000.db", "by": DANA}
    verdicts = [small.run(AllowRestore(**asked, pin="1234")).verdict for _ in range(12)]
    assert verdicts[0] == "wrong"
    assert verdicts[-1] == "wait"
    assert small.run(AllowRestore(**asked, pin="4321")).verdict == "wait", "also the right one waits"
    assert not allowed(small)


def allowed(small: SmallDesk) -> list[dict[str, Any]]:
    with small.desk.store.reading() as session:
        return [dict(row.data) for row in session.scalars(select(History).where(History.kind == "restore"))]


@pytest.mark.rule("R3")
def test_what_cannot_be_written_down_leaves_the_store_as_it_was(folder: Path, tmp_path: Path) -> None:
    """A disk that fills up after the exchange: without the opt-outs since, the desk would write to who said stop."""
    small = FiledDesk(folder)
    small.take()
    made = back_up(folder, KEY, tmp_path / "safe", small.clock.now())
    small.take(2)
    small.desk.store.close()

    def full(_moment: datetime) -> str:
        raise StoreDown("The disk is full, so nothing can be recorded.", do="Free some space.")

    with pytest.raises(CannotOpenStore, match="could not be brought back: The disk is full") as told:
        bring_back(made.path, folder, KEY, TurnedClock(START), full)
    assert "as it was" in told.value.do
    assert looked_at(folder, lambda s: len(list(s.scalars(select(Lead))))) == 2
    assert not list(folder.glob("desk.db.*"))


@pytest.mark.rule("R3")
def test_opt_outs_are_carried_over_from_a_store_that_does_not_open(folder: Path, tmp_path: Path) -> None:
    """One damaged page keeps the desk from opening it, and its opt-outs can still be read."""
    small = FiledDesk(folder)
    lead = small.take()
    made = back_up(folder, KEY, tmp_path / "safe", small.clock.now())
    small.run(c.OptOut(lead_id=lead, channels=("text",), words="Leave me alone", by=ANA))
    small.desk.store.close()
    spoil_a_page(folder / FILE_NAME, KEY, "message")
    with pytest.raises(CannotOpenStore):
        open_file(folder, KEY)
    brought_back(folder, made.path)
    assert looked_at(folder, lambda s: [block.words for block in s.scalars(select(Block))]) == [
        "Leave me alone"
    ]
