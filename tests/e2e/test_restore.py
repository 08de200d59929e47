"""A backup brought back from the running window: it closes, the store is replaced, and the window is started again (DESK-06)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk.app.keys import PASSPHRASE
from desk.app.opening import opened
from desk.app.starting_over import told_once
from desk.models.commands import SaveSettings, SaveStaff
from desk.services.adapters.sealed_file import PassphraseSecrets
from desk.services.backup import back_up
from tests.e2e.live import until

WORDS = "correct horse"


@pytest.mark.requirement("DESK-06", "DESK-02")
def test_the_window_closes_the_backup_is_put_in_place_and_the_window_starts_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, WORDS)
    folder = tmp_path / "store"
    folder.mkdir(mode=0o700)
    PassphraseSecrets(folder, WORDS).set("made", "here")
    with opened(folder, lambda: WORDS) as found:
        desk = found.running.desk
        desk.run(SaveStaff(staff_id="dana", values={"name": "Dana Whit", "role": "manager"}))
        desk.run(SaveSettings(values={"store.name": "Cedar Ridge"}))
        made = back_up(folder, found.unlocked.key, tmp_path / "safe", found.running.clock.now())
        desk.run(SaveSettings(values={"store.name": "Another name"}))
    started, starter = tmp_path / "started", tmp_path / "starter"
    starter.write_text(f'#!/bin/sh\necho "$@" > {started}.part\nmv {started}.part {started}\n', "utf-8")
    starter.chmod(0o755)
    child = subprocess.run(
        [sys.executable, "-m", "tests.e2e.restore_child", str(folder), str(made.path), str(starter)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    until(started.exists)
    assert started.read_text("utf-8").split() == ["-m", "desk", "--store", str(folder)]
    assert "is in place" in told_once(folder)
    with opened(folder, lambda: WORDS) as found:
        assert found.running.desk.facts().name == "Cedar Ridge"
        assert "store" in found.running.desk.facts().pauses
