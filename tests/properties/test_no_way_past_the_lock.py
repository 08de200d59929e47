"""No order of tries, waits, resets and restarts opens a locked desk without the right PIN and the right code (R22)."""

from __future__ import annotations

from base64 import b32decode
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.by import By
from desk.models.commands import (
    BindAccount,
    ConfirmCodes,
    LetTryAgain,
    SaveSettings,
    SaveStaff,
    SetPin,
    SitByAccount,
    StaffLeaves,
    StartCodes,
    TrySignIn,
)
from desk.services import one_time
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04")]
BEN = By("staff", "ben", "sales", "Ben Ode")
PINS = {"ana": "4711", "dana": "8642"}
_WHO, _WRONG = (
    st.sampled_from(("ana", "dana", "ben", "eve", "")),
    st.sampled_from(("", "0000", "4712", "471", "47110")),
)
_CODE = st.sampled_from(("", "right", "used", "000000", "AAAA-BBBB-CCCC-DDDD", "of_other"))
STEP = st.one_of(
    st.tuples(st.just("try"), _WHO, _WRONG, _CODE),
    st.tuples(st.just("try"), _WHO, st.just("own"), _CODE),
    st.tuples(st.just("try"), _WHO, st.just("of_other"), _CODE),
    st.tuples(
        st.just("account"), st.sampled_from(("", "ana (1001) at front-desk", "ana (1001) at elsewhere"))
    ),
    st.tuples(st.just("wait"), st.integers(0, 2000)),
    st.tuples(st.just("restart")),
    st.tuples(st.just("forgive"), _WHO),
)


class Locked:
    """Ana signs in with PIN and code, Dana with a PIN, Ben has none, Eve has left. Dana alone is bound to an account."""

    def __init__(self) -> None:
        self.small = SmallDesk()
        for command in (
            SaveStaff(staff_id="ben", values={"name": "Ben Ode", "role": "sales"}),
            SaveStaff(staff_id="eve", values={"name": "Eve Low", "role": "owner"}),
            SetPin(staff_id="dana", pin=PINS["dana"], by=DANA),
            SetPin(staff_id="ana", pin=PINS["ana"], by=ANA),
            SetPin(staff_id="eve", pin="9999", by=DANA),
            StaffLeaves(staff_id="eve", by=DANA),
            SaveSettings(values={"sign_in.code_roles": ["bdc"]}, by=DANA),
            BindAccount(staff_id="dana", account="dana (1002) at front-desk", by=DANA),
        ):
            self.small.run(command)
        self.codes = self.small.run(StartCodes(staff_id="ana", by=ANA))
        self.small.run(ConfirmCodes(staff_id="ana", code=self._shown(), by=ANA))
        self.used = {self._shown()}

    def _shown(self) -> str:
        return one_time.code_at(b32decode(self.codes.secret.replace(" ", "")), self.small.clock.now())

    def tries(self, who: str, pin: str, code: str) -> None:
        typed = {"own": PINS.get(who, "4711"), "of_other": PINS["dana" if who == "ana" else "ana"]}.get(
            pin, pin
        )
        shown = {"right": self._shown(), "used": min(self.used), "of_other": "123456"}.get(code, code)
        answer = self.small.run(TrySignIn(staff_id=who, pin=typed, code=shown))
        if answer.verdict == "in":
            assert typed == PINS[who], "the person's own PIN"
            if who == "ana":
                assert shown == self._shown()
                assert shown not in self.used, "no code opens twice"
                self.used.add(shown)
        else:
            assert answer.codes is None, "nobody is shown a secret who has one"

    def do(self, step: tuple[Any, ...]) -> None:
        match step:
            case ("try", who, pin, code):
                self.tries(who, pin, code)
            case ("account", account):
                assert self.small.run(SitByAccount(account=account)) == ""
            case ("wait", seconds):
                self.small.later(seconds=seconds)
            case ("restart",):
                self.small.desk.read_anew()
            case ("forgive", who) if who in ("ana", "dana", "ben"):
                self.small.run(LetTryAgain(staff_id=who, by=DANA))


@given(st.lists(STEP, max_size=14))
@settings(max_examples=25)
def test_no_order_of_tries_opens_it_but_what_is_right(steps: list[tuple[Any, ...]]) -> None:
    locked = Locked()
    for step in steps:
        locked.do(step)
