"""Whose computer account this is comes from the system, not from what anybody may set (R22)."""

from __future__ import annotations

import os
import sys

import pytest

from desk.services.adapters.os_account import account_here


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-04")
def test_the_environment_cannot_say_who_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    before = account_here()
    for name in ("USER", "LOGNAME", "LNAME", "USERNAME", "HOSTNAME"):
        monkeypatch.setenv(name, "eve")
    assert account_here() == before
    assert " at " in before
    if sys.platform != "win32":
        assert f"({os.getuid()})" in before
