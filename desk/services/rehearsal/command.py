"""``desk rehearse``: one JSON object a line, the same bytes for the same scenario, playbook and version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TextIO

from desk.services.playbooks import load_playbook, read_overlay
from desk.services.rehearsal.run import rehearse
from desk.services.rehearsal.scenario import load_scenario


def run_rehearse(scenario: Path, playbook: Path | None, out: TextIO) -> int:
    """Raises BadInput or BadPlaybook with file, place and remedy; what was already printed stands."""
    overlay = _checked(playbook) if playbook else None
    for line in rehearse(load_scenario(scenario), overlay):
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def _checked(file: Path) -> dict[str, Any]:
    """A partial playbook that may stand by itself, so that a mistake in it is said with this file's name."""
    overlay = read_overlay(file)
    load_playbook(overlay, origin=str(file))
    return overlay
