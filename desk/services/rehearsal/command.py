"""``desk rehearse``: one JSON object a line, the same bytes for the same scenario, playbook and version."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from desk.models.errors import BadPlaybook
from desk.services.rehearsal.run import rehearse
from desk.services.rehearsal.scenario import load_scenario


def run_rehearse(scenario: Path, playbook: Path | None, out: TextIO) -> int:
    """Raises BadInput or BadPlaybook with file, place and remedy; what was already printed stands."""
    overlay = _overlay(playbook) if playbook else None
    for line in rehearse(load_scenario(scenario), overlay):
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def _overlay(file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise BadPlaybook(
            "The playbook file cannot be opened.", where=str(file), do=f"Check the name: {error.strerror}."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadPlaybook(
            f"The playbook file is not valid TOML: {error}.", where=str(file), do="Mend that line."
        ) from error
