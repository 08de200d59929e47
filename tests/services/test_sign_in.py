"""Sitting down at the desk: PIN, second factor, computer account, waits that outlast a restart (R22, DESK-04)."""

from __future__ import annotations

from base64 import b32decode
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from desk.models.by import By
from desk.models.commands import (
    BindAccount,
    ConfirmCodes,
    DropCodes,
    LetTryAgain,
    SaveSettings,
    SaveStaff,
    SetPin,
    SitByAccount,
    StaffLeaves,
    StartCodes,
    TrySignIn,
)
from desk.models.errors import NotAllowed, Refused
from desk.models.history import History
from desk.models.snapshots.sign_in import NewCodes, SignInAnswer
from desk.services import one_time
from desk.services.sign_in import CODES, TRIES, asks, sign_in_view
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04")]
HERE = "ana (1001) at front-desk"


@pytest.fixture
def desk() -> SmallDesk:
    """Both have a PIN."""
    made = SmallDesk()
    made.run(SetPin(staff_id="dana", pin="8642", by=DANA))
    made.run(SetPin(staff_id="ana", pin="4711", by=ANA))
    return made


def trying(desk: SmallDesk, who: str, pin: str = "", code: str = "") -> SignInAnswer:
    answer = desk.run(TrySignIn(staff_id=who, pin=pin, code=code))
    assert isinstance(answer, SignInAnswer)
    return answer


def shown_by_phone(codes: NewCodes, desk: SmallDesk) -> str:
    return one_time.code_at(b32decode(codes.secret.replace(" ", "")), desk.clock.now())


def told(desk: SmallDesk, kind: str) -> list[dict[str, Any]]:
    with desk.desk.store.reading() as session:
        return list(session.scalars(select(History.data).where(History.kind == kind).order_by(text("rowid"))))


def with_codes(desk: SmallDesk, who: By = ANA) -> NewCodes:
    codes = desk.run(StartCodes(staff_id=who.staff_id, by=who))
    assert isinstance(codes, NewCodes)
    desk.run(ConfirmCodes(staff_id=who.staff_id, code=shown_by_phone(codes, desk), by=who))
    desk.later(minutes=2)
    return codes


def test_a_store_asks_as_soon_as_one_person_has_a_pin_and_the_demo_does_not() -> None:
    desk = SmallDesk()
    assert not asks(desk.desk.facts())
    desk.run(SetPin(staff_id="ana", pin="4711", by=ANA))
    assert asks(desk.desk.facts())
    desk.run(SaveSettings(values={"demo": True}))
    assert not asks(desk.desk.facts())
    desk.run(SaveSettings(values={"sign_in.asked": "always"}))
    assert asks(desk.desk.facts())
    desk.run(SaveSettings(values={"demo": False, "sign_in.asked": "never"}))
    assert not asks(desk.desk.facts())


def test_the_right_pin_opens_and_nothing_of_it_is_recorded(desk: SmallDesk) -> None:
    assert trying(desk, "ana").verdict == "pin"
    assert trying(desk, "ana", "4711").verdict == "in"
    assert told(desk, "signed_in") == [{"staff": "ana", "with": "PIN"}]
    with desk.desk.store.reading() as session:
        assert not any("4711" in str((row.data, row.why)) for row in session.scalars(select(History)))


def test_wrong_pins_make_one_wait_and_the_wait_outlasts_a_restart(desk: SmallDesk) -> None:
    assert [trying(desk, "ana", "0000").verdict for _ in range(3)] == ["wrong"] * 3
    stopped = trying(desk, "ana", "4711")
    assert stopped.verdict == "wait", "not even the right one is looked at"
    assert stopped.until == desk.clock.now() + timedelta(seconds=30)
    desk.desk.read_anew()  # as after a start: only the store knows
    assert trying(desk, "ana", "4711").verdict == "wait"
    assert trying(desk, "dana", "8642").verdict == "in", "others are not stopped by it"
    desk.later(seconds=31)
    assert trying(desk, "ana", "0000").verdict == "wrong"
    assert trying(desk, "ana", "4711").until == desk.clock.now() + timedelta(minutes=1)
    desk.later(minutes=2)
    assert trying(desk, "ana", "4711").verdict == "in"
    assert desk.desk.facts().settings[TRIES] == {}
    assert [row["wrong"] for row in told(desk, "sign_in_refused")] == [1, 2, 3, 4]


def test_a_manager_forgives_wrong_tries_and_a_new_pin_does_too(desk: SmallDesk) -> None:
    for _ in range(3):
        trying(desk, "ana", "0000")
    with pytest.raises(NotAllowed):
        desk.run(LetTryAgain(staff_id="ana", by=ANA))
    desk.run(LetTryAgain(staff_id="ana", by=DANA))
    assert trying(desk, "ana", "4711").verdict == "in"
    for _ in range(3):
        trying(desk, "ana", "0000")
    desk.run(SetPin(staff_id="ana", pin="1357", by=DANA))
    assert trying(desk, "ana", "1357").verdict == "in"


def test_who_has_no_pin_is_sent_to_a_manager_but_no_store_is_shut_out_of_its_own_desk() -> None:
    desk = SmallDesk()
    desk.run(SetPin(staff_id="ana", pin="4711", by=ANA))
    desk.run(SaveStaff(staff_id="ben", values={"name": "Ben Ode", "role": "sales"}))
    assert trying(desk, "ben").verdict == "no_way"
    assert trying(desk, "dana").verdict == "in", "no manager has a PIN yet"
    desk.run(SetPin(staff_id="dana", pin="8642", by=DANA))
    assert trying(desk, "dana").verdict == "pin"
    assert trying(desk, "ben", "4711").verdict == "no_way", "somebody else's PIN is not theirs"
    assert trying(desk, "nobody").verdict == "stranger"
    desk.run(StaffLeaves(staff_id="ana", by=DANA))
    assert trying(desk, "ana", "4711").verdict == "stranger"


def test_the_computers_account_signs_in_only_whom_it_is_bound_to(desk: SmallDesk) -> None:
    assert desk.run(SitByAccount(account=HERE)) == ""
    with pytest.raises(NotAllowed):
        desk.run(BindAccount(staff_id="dana", account=HERE, by=ANA))
    desk.run(BindAccount(staff_id="ana", account=HERE, by=ANA))
    assert desk.run(SitByAccount(account=HERE)) == "ana"
    assert desk.run(SitByAccount(account="ana (1001) at back-office")) == ""
    assert desk.run(SitByAccount(account="")) == ""
    with pytest.raises(Refused, match="signs in Ana Ruiz"):
        desk.run(BindAccount(staff_id="dana", account=HERE, by=DANA))
    desk.run(BindAccount(staff_id="ana", by=DANA))
    assert desk.run(SitByAccount(account=HERE)) == ""
    assert [row["with"] for row in told(desk, "signed_in")] == ["computer account"]


def test_an_account_needs_a_pin_since_a_locked_desk_opens_by_it(desk: SmallDesk) -> None:
    desk.run(BindAccount(staff_id="ana", account=HERE, by=DANA))
    desk.run(SetPin(staff_id="ana", by=DANA))
    assert desk.run(SitByAccount(account=HERE)) == "", "without the PIN the account signs nobody in"
    with pytest.raises(Refused, match="no PIN"):
        desk.run(BindAccount(staff_id="ana", account=HERE, by=DANA))


def test_a_code_from_the_phone_is_asked_beside_the_pin_and_none_works_twice(desk: SmallDesk) -> None:
    codes = with_codes(desk)
    assert trying(desk, "ana", "4711").verdict == "code"
    code = shown_by_phone(codes, desk)
    assert trying(desk, "ana", "", code).verdict == "pin", "a code alone is nothing"
    assert trying(desk, "ana", "4711", code).verdict == "in"
    assert trying(desk, "ana", "4711", code).verdict == "wrong", "played again"
    desk.later(minutes=1)
    earlier = one_time.code_at(
        b32decode(codes.secret.replace(" ", "")), desk.clock.now() - timedelta(minutes=1)
    )
    assert trying(desk, "ana", "4711", earlier).verdict == "wrong", "older than the last one used"
    assert trying(desk, "ana", "4711", shown_by_phone(codes, desk)).verdict == "in"
    assert told(desk, "signed_in")[-1] == {"staff": "ana", "with": "PIN and code"}


def test_each_recovery_code_opens_once(desk: SmallDesk) -> None:
    codes = with_codes(desk)
    assert len(codes.recovery) == 10
    assert len(set(codes.recovery)) == 10
    assert trying(desk, "ana", "4711", codes.recovery[3].lower()).verdict == "in"
    assert trying(desk, "ana", "4711", codes.recovery[3]).verdict == "wrong"
    assert trying(desk, "ana", "4711", codes.recovery[4]).verdict == "in"
    kept = str(desk.desk.facts().settings[CODES]["ana"])
    assert not any(code in kept or code.replace("-", "") in kept for code in codes.recovery)


def test_wrong_codes_count_like_wrong_pins(desk: SmallDesk) -> None:
    codes = with_codes(desk)
    for _ in range(3):
        assert trying(desk, "ana", "4711", "AAAA-AAAA").verdict == "wrong"
    assert trying(desk, "ana", "4711", shown_by_phone(codes, desk)).verdict == "wait"


def test_a_role_that_needs_codes_sets_them_up_on_the_way_in(desk: SmallDesk) -> None:
    desk.run(SaveSettings(values={"sign_in.code_roles": ["bdc"]}))
    answer = trying(desk, "ana", "4711")
    assert answer.verdict == "enrol"
    assert answer.codes is not None
    assert trying(desk, "ana", "4711", "000000").verdict == "wrong"
    assert trying(desk, "ana", "0000", shown_by_phone(answer.codes, desk)).verdict == "wrong"
    assert trying(desk, "ana", "4711", shown_by_phone(answer.codes, desk)).verdict == "in"
    assert trying(desk, "ana", "4711").verdict == "code"
    assert trying(desk, "dana", "8642").verdict == "in", "the other role needs none"


def test_only_the_person_sees_their_secret_and_a_manager_may_take_it_away(desk: SmallDesk) -> None:
    codes = with_codes(desk)
    assert codes.uri.startswith("otpauth://totp/Sales%20Desk:Ana%20Ruiz")
    assert codes.secret not in repr(codes)
    with pytest.raises(NotAllowed):
        desk.run(StartCodes(staff_id="ana", by=DANA))
    with pytest.raises(NotAllowed):
        desk.run(DropCodes(staff_id="dana", by=ANA))
    again = desk.run(StartCodes(staff_id="ana", by=ANA))
    assert trying(desk, "ana", "4711", shown_by_phone(codes, desk)).verdict == "in", (
        "the old one holds until then"
    )
    with pytest.raises(Refused):
        desk.run(ConfirmCodes(staff_id="ana", code="000000", by=ANA))
    desk.run(ConfirmCodes(staff_id="ana", code=shown_by_phone(again, desk), by=ANA))
    desk.later(minutes=1)
    assert trying(desk, "ana", "4711", shown_by_phone(codes, desk)).verdict == "wrong"
    desk.run(DropCodes(staff_id="ana", by=DANA))
    assert trying(desk, "ana", "4711").verdict == "in"


def test_no_form_saves_and_no_screen_shows_what_signs_people_in(desk: SmallDesk) -> None:
    with pytest.raises(Refused):
        desk.run(SaveSettings(values={"people.tries": {}}, by=DANA))
    for _ in range(4):
        trying(desk, "ana", "0000")
    view = sign_in_view(desk.desk.facts(), desk.desk.book, desk.clock.now())
    assert [(it.name, it.has_pin, it.wrong) for it in view.people] == [
        ("Ana Ruiz", True, 3),
        ("Dana Whit", True, 0),
    ]
    assert view.people[0].until is not None
    assert "argon2" not in repr(view)
