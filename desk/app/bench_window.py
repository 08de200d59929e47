"""Measures the window beside a bare one: first frame, board filled, memory (``desk bench``).

Each round starts a bare PySide6 window and the real desk one after the other, so that a noisy minute slows both; medians are
compared. Processes are the real ones: nothing is imported beforehand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

from desk.app.frame_watch import BENCH

Figure: TypeAlias = dict[str, str | float]
ROUNDS, LONGEST_S = 7, 60
#: Measured -> unit, the ratio promised, the ratio aimed at.
GOALS = {
    "first frame": ("ms", 2.2, 1.5),
    "board filled": ("ms", 4.0, 2.5),
    "memory at rest, PSS": ("MB", 3.0, 2.2),  # shared pages by parts, as performance.md counts
    "memory at rest, RSS": ("MB", 3.0, 2.2),  # shared pages whole: the same whoever else runs
}
_BARE = """
import json, os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from desk.app.frame_watch import memory_kb

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.end)
    def end(self):
        print(json.dumps({"frame": (time.monotonic() - float(sys.argv[1])) * 1000, **memory_kb()}), flush=True)
        os._exit(0)

app = QApplication([])
window = Bare()
window.resize(1440, 900)
window.show()
app.exec()
"""


def measure_window(folder: Path, rounds: int = ROUNDS) -> list[Figure]:
    """Start the desk on the store in ``folder``, which must be there already and closed, beside a bare window.

    Each figure: name, value, unit, floor, ratio, goal (the ratio promised). Raises RuntimeError when a window did not come up.
    """
    with tempfile.TemporaryDirectory() as cache:
        _bare(cache), _desk(folder, "idle", cache)  # warm: byte code, pages, and a store brought up to date
        bare, boards, idle = [], [], []
        for _ in range(rounds):
            bare.append(_bare(cache))
            boards.append(_desk(folder, "board", cache))
        for _ in range(3):
            idle.append(_desk(folder, "idle", cache))
    frame = _middle(bare, "frame")
    return [
        _figure("first frame", _middle(boards, "frame"), frame),
        _figure("board filled", _middle(boards, "board"), frame),
        _figure("memory at rest, PSS", _middle(idle, "pss_kb") / 1024, _middle(bare, "pss_kb") / 1024),
        _figure("memory at rest, RSS", _middle(idle, "rss_kb") / 1024, _middle(bare, "rss_kb") / 1024),
    ]


def _figure(name: str, value: float, floor: float) -> Figure:
    unit, promised, _ = GOALS[name]
    ratio = value / floor if floor else 0.0
    return {
        "name": name, "value": round(value, 1), "unit": unit, "floor": round(floor, 1), "ratio": round(ratio, 2), "goal": promised,
    }  # fmt: skip


def _middle(seen: Sequence[Mapping[str, float]], name: str) -> float:
    return median(each[name] for each in seen)


def _bare(cache: str) -> dict[str, float]:
    return told([sys.executable, "-c", _BARE, str(time.monotonic())], environment(cache))


def _desk(folder: Path, until: str, cache: str) -> dict[str, float]:
    asked = {**environment(cache), BENCH: f"{until}:{time.monotonic()}"}
    return told([sys.executable, "-m", "desk", "--store", str(folder)], asked)


def environment(cache: str) -> dict[str, str]:
    """The same for every window that is measured: byte code is kept as it is in an installed desk; without a display Qt draws into memory."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if sys.platform == "linux" and not (kept.get("DISPLAY") or kept.get("WAYLAND_DISPLAY")):
        kept.setdefault("QT_QPA_PLATFORM", "offscreen")
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(part for part in (root, kept.get("PYTHONPATH", "")) if part)
    return {
        **kept,
        "PYTHONPYCACHEPREFIX": cache,
        "PYTHONPATH": path,
        "PYTHONOPTIMIZE": "2",
    }  # as it is packaged


def told(call: list[str], environment: dict[str, str], within_s: float = LONGEST_S) -> dict[str, Any]:
    """The figures a window prints as its last line. Raises RuntimeError where it did not come up."""
    ran = subprocess.run(call, env=environment, capture_output=True, text=True, timeout=within_s, check=False)
    line = ran.stdout.strip().rpartition("\n")[2]
    if not line.startswith("{"):
        raise RuntimeError(f"a window did not come up: {ran.stderr.strip().rpartition(chr(10))[2]}")
    found: dict[str, Any] = json.loads(line)
    return found
