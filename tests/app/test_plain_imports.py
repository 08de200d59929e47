"""What the window's process holds in memory: no sources of modules, and none of the lines nobody set up."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from desk.services.memory import trim_memory

_SOURCES = """
import json, linecache
from desk.app.plain_imports import plain_imports
plain_imports()
import desk.app.window, desk.app.running
kept = [name for name in linecache.cache if name.endswith(".py")]
from PySide6.QtCore import QObject
print(json.dumps({"kept": kept, "named": hasattr(QObject(), "objectName") and not hasattr(QObject(), "object_name")}))
"""
_LINES = """
import json, sys
import desk.app.running
print(json.dumps([name for name in ("httpx", "imaplib", "smtplib", "alembic", "icalendar", "desktop_notifier") if name in sys.modules]))
"""


def _told(script: str) -> Any:
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


@pytest.mark.requirement("DESK-01")
def test_no_module_keeps_its_source_in_memory_and_qt_keeps_its_names() -> None:
    assert _told(_SOURCES) == {"kept": [], "named": True}


@pytest.mark.requirement("DESK-01")
def test_the_engine_brings_no_line_that_is_not_set_up() -> None:
    assert _told(_LINES) == []


def test_memory_is_given_back_without_harm_to_what_is_held() -> None:
    held = [bytes(4096) for _each in range(1000)]
    trim_memory()
    assert all(len(each) == 4096 for each in held)
