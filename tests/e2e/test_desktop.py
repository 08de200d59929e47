"""Proven on a real desktop of its own: a window manager, a tray and a notification service on a virtual screen; and without."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_TRAY = "openbox & trayer --edge bottom --align right --expand true & dunst >/dev/null 2>&1 & exec"
_BARE = "openbox & exec"


def lived(kind: str, around: str, home: Path, repo: Path, *wrapped: str) -> dict[str, Any]:
    """What the window told, all of it as one; its process must end by itself and well."""
    command = [
        "xvfb-run", "-a", "-s", "-screen 0 1400x900x24", *wrapped, "sh", "-c", f'{around} "$0" -m tests.e2e.desktop_child {kind} "$1"',
        sys.executable, str(home),
    ]  # fmt: skip
    env = {**os.environ, "HOME": str(home), "PYTHONPATH": str(repo), "QT_QPA_PLATFORM": "xcb"}
    if kind == "bare":
        env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    done = subprocess.run(
        command, cwd=repo, env=env, capture_output=True, text=True, timeout=240, check=False
    )
    seen: dict[str, Any] = {}
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            seen |= json.loads(line)
    assert done.returncode == 0, f"{seen}\n{done.stderr[-3000:]}"
    return seen


@pytest.mark.requirement("ALERT-01", "ALERT-02", "ALERT-03", "DESK-01", "DESK-02")
@pytest.mark.needs("xvfb-run", "openbox", "trayer", "dunst", "dunstctl", "xdotool", "dbus-run-session")
def test_closed_to_the_tray_it_rings_through_the_computer_and_comes_back(tmp_path: Path, repo: Path) -> None:
    seen = lived("tray", _TRAY, tmp_path, repo, "dbus-run-session", "--")
    assert seen["hidden"], "closing goes to the tray"
    assert seen["tray"]
    assert not seen["red_before"]
    notices = seen["notices"]
    assert len(notices) == len(set(notices)), "nothing is alerted twice"
    assert "New lead: Kim Doe" in notices
    assert not [words for words in notices if "@" in words or "555" in words], (
        "as little personal data as possible"
    )
    assert seen["lead"] == "Kim", "what is chosen on the notice opens its lead"
    assert seen["panel"] == [400, 600]
    assert seen["rows"] >= 1, "what was rung stands in the centre"
    assert seen["ended"] == 0, "the tray's menu ends the desk"


@pytest.mark.requirement("ALERT-01", "ALERT-03", "DESK-01")
@pytest.mark.needs("xvfb-run", "openbox", "xdotool")
def test_without_tray_and_service_the_window_stays_in_reach_and_can_be_left(
    tmp_path: Path, repo: Path
) -> None:
    seen = lived("bare", _BARE, tmp_path, repo)
    assert not seen["tray"]
    assert seen["minimised"], "closing leaves the desk at work"
    assert "Ctrl+Q" in seen["said"]
    assert seen["alerts"] >= 1
    assert 1 <= seen["toasts"] == len(set(seen["titles"])), "the window rings by itself, each alert once"
    assert seen["ended"] == 0
