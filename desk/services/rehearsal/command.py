"""``desk rehearse``: one JSON object a line, the same bytes for the same scenario, playbook and version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from desk.models.store.engine import Store
from desk.services.playbooks import load_playbook, read_overlay
from desk.services.rehearsal.past import rehearse_past
from desk.services.rehearsal.run import rehearse
from desk.services.rehearsal.scenario import load_scenario


def run_rehearse(scenario: Path, playbook: Path | None, out: TextIO) -> int:
    """Raises BadInput or BadPlaybook with file, place and remedy; what was already printed stands."""
    overlay = _checked(playbook) if playbook else None
    return _print(rehearse(load_scenario(scenario), overlay), out)


def run_past(store: Store, now: datetime, lasts: str, playbook: Path | None, out: TextIO) -> int:
    """The same over the store's own leads of the time ``lasts`` before ``now`` (DESK-09)."""
    return _print(rehearse_past(store, now, lasts, playbook), out)


def _print(lines: Iterable[Mapping[str, Any]], out: TextIO) -> int:
    for line in lines:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def _checked(file: Path) -> dict[str, Any]:
    """A partial playbook that may stand by itself, so that a mistake in it is said with this file's name."""
    overlay = read_overlay(file)
    load_playbook(overlay, origin=str(file))
    return overlay
