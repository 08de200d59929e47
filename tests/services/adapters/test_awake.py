"""Keeping the computer awake with the program a system has for it; here a stand-in that does what such a program does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desk.services.adapters.awake import AwakeProgram, awake_here
from tests.e2e.live import until

pytestmark = pytest.mark.requirement("DESK-13")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Runs the command it is given and leaves a file for as long as it runs."""
    path, mark = tmp_path / "inhibit", tmp_path / "awake"
    path.write_text(f'#!/bin/sh\ntouch "{mark}"\n"$@"\nrm "{mark}"\n')
    path.chmod(0o755)
    return path


def test_it_is_held_until_the_desk_lets_go(program: Path) -> None:
    awake, mark = AwakeProgram([str(program)]), program.with_name("awake")
    assert not awake.is_held
    assert awake.hold()
    assert awake.hold(), "holding twice holds once"
    assert mark.exists()
    awake.release()
    assert not awake.is_held
    assert not mark.exists()
    assert awake.hold(), "it can be held again"
    awake.release()


@pytest.mark.kill
def test_a_desk_that_is_ended_without_warning_lets_the_computer_sleep(program: Path, repo: Path) -> None:
    script = (
        "import sys; from desk.services.adapters.awake import AwakeProgram\n"
        "print(AwakeProgram(sys.argv[1:]).hold(), flush=True); sys.stdin.read()"
    )
    desk = subprocess.Popen(
        [sys.executable, "-c", script, str(program)],
        cwd=repo,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert desk.stdout is not None
    assert desk.stdin is not None
    assert desk.stdout.readline() == "True\n"
    desk.kill()
    desk.wait(60)
    desk.stdout.close()
    desk.stdin.close()
    assert until(lambda: not program.with_name("awake").exists())


@pytest.mark.parametrize("program", [["/no/such/program"], ["false"], []])
def test_a_system_that_lets_no_program_do_so_is_said_to_be_one(program: list[str]) -> None:
    awake = AwakeProgram(program)
    assert not awake.hold()
    assert not awake.is_held


def test_this_system_has_its_own_way() -> None:
    assert not awake_here().is_held, "nothing is held before it is asked for"
