"""What the settings ask of this computer: a backup made and found again, and a demo that leaves nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.app.demo import Demo
from desk.app.machine import ThisComputer, own_command
from desk.models.attached import Attached
from desk.models.commands import SaveSettings
from desk.models.time import TurnedClock
from desk.services.opened_files import opened_folder, put_down


@pytest.mark.requirement("DESK-06")
def test_a_backup_goes_where_the_settings_say_and_is_found_again(tmp_path: Path) -> None:
    with Demo(tmp_path / "demo", leads=3, messages=6) as demo:
        running = demo.make()
        running.writer.start()
        machine = ThisComputer(running, None)
        try:
            assert machine.backups() == ()
            running.writer.call(SaveSettings(values={"backup.folder": str(tmp_path / "other")}))
            assert "leads" in machine.back_up()
            (made,) = (tmp_path / "other").iterdir()
            (listed,) = machine.backups()
            assert (listed.path, listed.size, listed.made_here) == (str(made), made.stat().st_size, True)
            seen = machine.look_into(listed.path)
            assert [row.lost for row in seen.counts if row.kind == "lead"] == [0]
            assert seen.last is not None
            assert not machine.can_restore, "nothing here may close the window"
        finally:
            running.stop()


@pytest.mark.requirement("DESK-06", "DESK-10")
def test_a_backup_is_made_by_itself_once_a_day_and_one_that_cannot_be_is_told(tmp_path: Path) -> None:
    with Demo(tmp_path / "demo", leads=3, messages=6) as demo:
        running = demo.make()
        running.writer.start()
        running.clock = TurnedClock(datetime(2026, 3, 3, 17, tzinfo=UTC))
        machine, target = ThisComputer(running, None), tmp_path / "other"
        running.writer.call(SaveSettings(values={"backup.folder": str(target)}))
        try:
            for hours, made in ((0, 1), (23, 1), (25, 2)):
                running.clock.turn_to(datetime(2026, 3, 3, 17, tzinfo=UTC) + timedelta(hours=hours))
                machine.back_up_when_due()
                assert len(list(target.iterdir())) == made
            assert running.desk.facts().settings["health"]["backup"]["ok"]
            (tmp_path / "file").write_text("in the way", "utf-8")
            running.writer.call(SaveSettings(values={"backup.folder": str(tmp_path / "file")}))
            machine.back_up_when_due()
            assert "could not be made" in running.desk.facts().settings["health"]["backup"]["words"]
        finally:
            running.stop()


@pytest.mark.requirement("FLOW-15", "COMPLY-06")
def test_files_that_were_opened_in_another_program_are_swept_after_a_day_and_at_the_end(
    tmp_path: Path,
) -> None:
    with Demo(tmp_path / "demo", leads=1, messages=1) as demo:
        running = demo.make()
        running.writer.start()
        try:
            machine, store = ThisComputer(running, None), running.store.path
            assert store is not None
            folder = opened_folder(store.parent)
            put_down(folder, Attached("title.pdf", b"%PDF-1.7"))
            machine.sweep_opened()
            assert len(list(folder.iterdir())) == 1
            running.clock = TurnedClock(running.clock.now() + timedelta(days=2))
            machine.sweep_opened()
            assert list(folder.iterdir()) == []
            put_down(folder, Attached("title.pdf", b"%PDF-1.7"))
            machine.sweep_all_opened()
            assert list(folder.iterdir()) == []
        finally:
            running.stop()


@pytest.mark.requirement("DESK-08")
def test_a_demo_thrown_away_leaves_no_folder(tmp_path: Path, qtbot: QtBot) -> None:
    for thrown in (False, True):
        with Demo(tmp_path / "demo", leads=3, messages=6) as demo:
            running = demo.make()
            machine = ThisComputer(running, demo.throw_away)
            assert machine.is_demo
            assert not machine.can_start_with_computer, "a demo does not start with the computer"
            if thrown:
                machine.throw_demo_away()
            running.writer.start()
            running.stop()
        assert (tmp_path / "demo").exists() is not thrown
        if not thrown:
            (tmp_path / "demo" / "desk.db").unlink()


@pytest.mark.requirement("DESK-02")
def test_the_program_starts_itself_again_as_it_was_started() -> None:
    assert own_command("demo")[-3:] == ["-m", "desk", "demo"]
