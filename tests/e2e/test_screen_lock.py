"""Where the desktop says on its bus that the screen was locked, the desk locks too (R22)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_CHILD = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from desk.views.sign_in.session import SessionLock

app, lock = QCoreApplication([]), SessionLock()
assert lock.listen()
lock.locked.connect(lambda: (print("locked", flush=True), app.quit()))
lock.screen(False)

def tell(off):
    path, name = "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged"
    subprocess.run(["dbus-send", "--session", "--type=signal", path, name, f"boolean:{off}"], check=True)

QTimer.singleShot(0, lambda: (tell("false"), print("told", flush=True), tell("true")))
QTimer.singleShot(60_000, lambda: app.exit(1))
sys.exit(app.exec())
"""


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-04")
@pytest.mark.needs("dbus-run-session", "dbus-send")
def test_the_screens_own_lock_is_heard(repo: Path) -> None:
    ran = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _CHILD],
        cwd=repo, env={**os.environ, "PYTHONPATH": str(repo)}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout.split()) == (0, ["told", "locked"]), ran.stderr[-2000:]
