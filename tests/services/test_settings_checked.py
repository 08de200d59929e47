"""A setting that would fail every later look is refused where it is saved, with what it may be (DESK-09: bad input)."""

from __future__ import annotations

from typing import Any

import pytest

from desk.models.commands import SaveSettings
from desk.models.errors import BadInput
from tests.services.desk_fixture import STORE, SmallDesk


@pytest.mark.requirement("DESK-02")
@pytest.mark.parametrize(
    ("key", "value", "remedy"),
    [
        ("store.zone", "nowhere", "America/Chicago"),
        ("store.zone", "", "America/Chicago"),
        ("store.zone", "../etc/passwd", "America/Chicago"),
        ("sign_in.asked", "sometimes", "auto, always, never"),
        ("sign_in.alerts", "all", "plain, full"),
        ("look.theme", "pink", "light, dark, system, contrast"),
        ("sign_in.lock_minutes", "ten", "of that kind"),
        ("store.motto", "fast", "Settings"),
    ],
)
def test_a_value_nobody_could_work_with_changes_nothing(key: str, value: Any, remedy: str) -> None:
    small = SmallDesk()
    with pytest.raises(BadInput) as refused:
        small.run(SaveSettings(values={"store.name": "Other Name", key: value}))
    assert remedy in refused.value.do
    assert small.desk.facts().settings["store.name"] == STORE["store.name"]
    assert small.take()
