"""The ground that the other tests and the two commands stand on."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command with this environment, changed; output as text, no input."""
    return subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def program(folder: Path, name: str, body: str) -> Path:
    """Writes a small shell program that stands in for one of the system's."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_the_last_line_counts_what_could_not_run(tmp_path: Path, repo: Path) -> None:
    (tmp_path / "test_three.py").write_text(
        "import pytest\n"
        "def test_fine(): pass\n"
        "@pytest.mark.needs('no-such-program')\n"
        "def test_elsewhere(): pass\n"
        "def test_wrong(): assert False\n"
    )
    config = ("-c", repo / "pyproject.toml", "--rootdir", tmp_path, "-p", "tests.conftest")
    result = run(sys.executable, "-m", "pytest", "-q", *config, tmp_path, PYTHONPATH=str(repo))
    assert result.returncode == 1
    assert "not on this machine: no-such-program" in result.stdout
    assert result.stdout.splitlines()[-1] == "1 passed, 1 failed, 1 skipped"


def test_no_test_reaches_another_machine() -> None:
    with socket.socket() as line, pytest.raises(PermissionError, match=r"192\.0\.2\.1"):
        line.connect(("192.0.2.1", 25))


@pytest.fixture
def checkout(tmp_path: Path, repo: Path) -> Path:
    """A checkout with the scripts, one lock and an environment whose Python only notes that it was called."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "requirements").mkdir()
    for name in ("environment", "system_libraries"):
        shutil.copy(repo / "packaging" / name, tmp_path / "packaging" / name)
    (tmp_path / "requirements" / "runtime.txt").write_text("desk==1\n")
    program(tmp_path / ".venv" / "bin", "python", f'echo "$*" >> {tmp_path}/called')
    return tmp_path


def test_a_second_call_installs_nothing_until_the_lock_changes(checkout: Path) -> None:
    environment, called = checkout / "packaging" / "environment", checkout / "called"
    assert run(environment, "runtime").returncode == 0
    assert "--require-hashes -r requirements/runtime.txt" in called.read_text()
    called.unlink()
    assert run(environment, "runtime").returncode == 0
    assert not called.exists()
    (checkout / "requirements" / "runtime.txt").write_text("desk==2\n")
    assert run(environment, "runtime").returncode == 0
    assert called.exists()


def test_an_interrupted_installation_is_done_again(checkout: Path) -> None:
    program(checkout / ".venv" / "bin", "python", "exit 1")
    assert run(checkout / "packaging" / "environment", "runtime").returncode == 1
    assert not (checkout / ".venv" / "installed-runtime").exists()


def test_whoever_may_not_install_is_told_the_one_command(checkout: Path, tmp_path: Path) -> None:
    fakes = tmp_path / "fakes"
    for name, body in {"ldconfig": "", "id": "echo 1000", "sudo": "exit 1", "apt-get": "exit 9"}.items():
        program(fakes, name, body)
    result = run(checkout / "packaging" / "system_libraries", "window", PATH=f"{fakes}:{os.environ['PATH']}")
    assert result.returncode == 1
    commands = [line.strip() for line in result.stderr.splitlines() if "apt-get" in line]
    assert len(commands) == 1
    assert commands[0].startswith("sudo apt-get install -y --no-install-recommends libgl1 libegl1 ")


def test_the_lock_mark_is_its_hash(checkout: Path) -> None:
    run(checkout / "packaging" / "environment", "runtime")
    lock = (checkout / "requirements" / "runtime.txt").read_bytes()
    assert (checkout / ".venv" / "installed-runtime").read_text().strip() == hashlib.sha256(lock).hexdigest()
