"""Starting with the computer: named where the desktop looks, and taken away again (DESK-02)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desk.models.errors import BadInput
from desk.services.adapters.autostart import can_start_with_computer, start_with_computer

COMMAND = ("/opt/Sales Desk/desk", "--store", '/srv/dana/a "quoted" $tore at 5%')
#: As the Desktop Entry Specification has it: quoted arguments, and their backslashes escaped once more as a string value.
LINE = r'Exec="/opt/Sales Desk/desk" "--store" "/srv/dana/a \\"quoted\\" \\$tore at 5%%"'


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "platform", "linux")  # the freedesktop place can be looked at anywhere
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.requirement("DESK-02")
def test_the_entry_starts_the_very_command_and_can_be_taken_away(config: Path) -> None:
    assert can_start_with_computer()
    start_with_computer(True, COMMAND)
    entry = config / "autostart" / "sales-desk.desktop"
    assert LINE in entry.read_text("utf-8").splitlines()
    start_with_computer(False, COMMAND)
    start_with_computer(False, COMMAND)
    assert not entry.exists()


@pytest.mark.requirement("DESK-02")
def test_a_place_that_cannot_be_written_is_said(config: Path) -> None:
    (config / "autostart").write_text("in the way", "utf-8")
    with pytest.raises(BadInput, match="does not let programs"):
        start_with_computer(True, COMMAND)
