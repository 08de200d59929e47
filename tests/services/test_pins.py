"""PINs: set by oneself or a leader, kept as hashes, and told to nobody (DESK-04)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk.models.commands import SetPin
from desk.models.errors import NotAllowed, Refused
from desk.models.history import History
from desk.services import pins
from desk.services.reader import reading
from tests.services.desk_fixture import ANA, DANA, SmallDesk


@pytest.mark.requirement("DESK-04")
def test_a_pin_is_kept_as_a_hash_and_stands_in_no_record() -> None:
    desk = SmallDesk()
    desk.run(SetPin(staff_id="ana", pin="4711", by=ANA))
    settings = desk.desk.facts().settings
    assert pins.fits(settings, "ana", "4711")
    assert not pins.fits(settings, "ana", "4712")
    assert pins.fits(settings, "dana", "anything"), "whoever has none is not asked"
    assert settings[pins.PINS]["ana"].startswith("$argon2id$")
    with desk.desk.store.reading() as session:
        told = [row for row in session.scalars(select(History)) if row.kind == "pin"]
    assert [row.data for row in told] == [{"staff": "ana", "set": True}]
    assert "4711" not in str(told[0].why) + repr(SetPin(staff_id="ana", pin="4711"))
    with reading(
        desk.desk.store, desk.clock.now, lambda: "dana", desk.desk.facts, lambda: desk.desk.book
    )() as read:
        assert pins.PINS not in read.settings()
        assert [(it.id, it.has_pin) for it in read.sign_in().people] == [("ana", True), ("dana", False)]


@pytest.mark.requirement("DESK-04")
def test_only_oneself_or_a_leader_sets_it_and_a_leader_takes_it_away() -> None:
    desk = SmallDesk()
    with pytest.raises(NotAllowed):
        desk.run(SetPin(staff_id="dana", pin="1234", by=ANA))
    desk.run(SetPin(staff_id="ana", pin="1234", by=DANA))
    desk.run(SetPin(staff_id="ana", by=DANA))
    assert desk.desk.facts().settings[pins.PINS] == {}


@pytest.mark.requirement("DESK-04")
@pytest.mark.parametrize("pin", ["123", "12ab", "1234567890123"])
def test_a_pin_is_four_to_twelve_digits(pin: str) -> None:
    with pytest.raises(Refused):
        SmallDesk().run(SetPin(staff_id="ana", pin=pin, by=ANA))
