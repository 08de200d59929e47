"""A desk in a process of its own that can be ended without warning: imports once, forks a fresh desk for each start.

Run as a script it reads one JSON object a line: where the store is, what moment it is, and where to end. For each it
answers with the child's process id, then ``up`` once the desk listens, then how the child ended.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, text

from desk.app.running import Running
from desk.models.changes import Changes
from desk.models.store.engine import open_file
from desk.models.words import Channel
from desk.services.adapters import imap, smtp, texting  # noqa: F401  a start would read them in otherwise
from desk.services.adapters.clock import random_ids
from desk.services.adapters.data import channel_table
from desk.services.lexicon import load_lexicon
from tests.e2e.live import Kept
from tests.fakes.clock import ShiftedClock
from tests.services.desk_fixture import SmallDesk

PATIENCE_S = 300.0


@dataclass(frozen=True, slots=True)
class Point:
    """Where a desk ends: ``before`` or ``after`` the commit that records ``kind`` with these values."""

    when: str = ""
    kind: str = ""
    channel: str = ""
    status: str = ""
    direction: str = ""

    def fits(self, kind: str, data: dict[str, Any]) -> bool:
        wanted = {"channel": self.channel, "status": self.status, "direction": self.direction}
        return kind == self.kind and all(data.get(name) == value for name, value in wanted.items() if value)


def main() -> None:
    learn_once()
    for line in sys.stdin:
        told = json.loads(line)
        pid = os.fork()
        if pid == 0:
            live(told)
        print(pid, flush=True)
        os.waitpid(pid, 0)
        print("ended", flush=True)


def learn_once() -> None:
    """What every desk learns at its first lead, its own questions to the store among it: each fork has it from here.

    None gives up on a silent carrier before it is ended, however busy the machine is.
    """
    channel_table("text_codes")["api"]["answer_s"] = PATIENCE_S
    load_lexicon()
    SmallDesk().take()


def live(told: dict[str, Any]) -> None:
    """Be a desk until killed."""
    store = open_file(Path(told["folder"]), bytes.fromhex(told["key"]), check=False)
    clock = ShiftedClock(datetime.fromisoformat(told["now"]))
    desk = Running(
        store, clock, random_ids, Kept(told["secrets"]), at_desk="ana", beat_s=0.2, text_poll_s=0.3
    )
    end_at(desk, Point(**told["point"]))
    desk.start()
    pause = threading.Event()
    while None in (desk.desk.eyes.read_at(channel, clock.now()) for channel in (Channel.EMAIL, Channel.TEXT)):
        pause.wait(0.02)
    print("up", flush=True)
    signal.pause()


def end_at(desk: Running, point: Point) -> None:
    """Arm the end: the database's own hook just before a commit, the desk's own listener just after."""

    def after(changes: Changes) -> None:
        if point.when == "after" and any(point.fits(one.kind, one.data) for one in changes.happened):
            end()

    desk.desk.listen(after)

    newest = 0

    @event.listens_for(desk.store.writer, "commit")
    def before(connection: Connection) -> None:
        nonlocal newest
        rows = connection.execute(
            text("SELECT rowid, kind, data FROM history WHERE rowid > :seen"), {"seen": newest}
        )
        for number, kind, data in rows.all():
            newest = number
            if point.when == "before" and point.fits(kind, json.loads(data)):
                end()


def end() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
