"""Desktop notices: shown where someone shows them, and never claimed where no one does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SHOW = """
import sys, threading
from desk.services.adapters.notifier_native import NativeNotifier
from desk.services.ports import Notice
answered, said = threading.Event(), []
def chosen(alert_id, action):
    said.append((alert_id, action))
    answered.set()
notifier = NativeNotifier(chosen, words={"claim": "Claim it"})
shown = notifier.notify(Notice("a-1", "l-1", "doorbell", "New lead", "Answer soon", actions=("claim",)))
print(shown, flush=True)
if shown:
    import subprocess
    subprocess.run(["dunstctl", "action"], check=False)
    answered.wait(60)
    print(said, flush=True)
notifier.close()
"""


def run(command: list[str], home: Path, repo: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "HOME": str(home), "PYTHONPATH": str(repo), **more}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.requirement("ALERT-02")
def test_without_anyone_to_show_it_the_notice_is_not_claimed(tmp_path: Path, repo: Path) -> None:
    done = run([sys.executable, "-c", _SHOW], tmp_path, repo, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    assert done.stdout == "False\n", done.stderr


@pytest.mark.requirement("ALERT-02")
@pytest.mark.needs("dbus-run-session")
def test_a_session_without_a_notification_service_is_noticed(tmp_path: Path, repo: Path) -> None:
    empty = tmp_path / "bus.conf"
    empty.write_text(
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/>'
        '<allow receive_sender="*"/><allow own="*"/><allow user="*"/></policy></busconfig>'
    )
    command = ["dbus-run-session", f"--config-file={empty}", "--", sys.executable, "-c", _SHOW]
    done = run(command, tmp_path, repo)
    assert done.stdout == "False\n", done.stderr


@pytest.mark.requirement("ALERT-02", "ALERT-03")
@pytest.mark.needs("dbus-run-session", "dunst", "dunstctl", "Xvfb", "xvfb-run")
def test_a_notice_is_shown_and_its_button_comes_back(tmp_path: Path, repo: Path) -> None:
    script = 'dunst >/dev/null 2>&1 & exec "$0" -c "$1"'
    command = ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", script, sys.executable, _SHOW]
    done = run(command, tmp_path, repo)
    assert done.stdout.splitlines()[0] == "True", done.stderr
    assert "a-1" in done.stdout.splitlines()[1]
