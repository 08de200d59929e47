"""``desk shop``: the test customers now, instead of at night; the grade, and the transcript of each failure (AI-26)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from desk.services.mystery import Grade, shop
from desk.services.playbooks import read_overlay
from desk.services.rulebook import whole_playbook


def run_shop(playbook: Path | None, traps: Sequence[str], out: TextIO, *, as_json: bool) -> int:
    """Answers 1 where one of them was not treated as declared; ``traps`` names some of them, all where it is empty.

    Raises BadPlaybook with file, place and remedy, BadInput for a test customer that there is not.
    """
    book = whole_playbook(read_overlay(playbook), origin=str(playbook)) if playbook else whole_playbook()
    grade = shop(book, traps)
    out.write(_as_json(grade) if as_json else _in_words(grade))
    return 1 if grade.failures else 0


def _as_json(grade: Grade) -> str:
    told = {
        "held": grade.held,
        "total": len(grade.shopped),
        "percent": grade.percent,
        "customers": [asdict(one) for one in grade.shopped],
    }
    return json.dumps(told, ensure_ascii=False) + "\n"


def _in_words(grade: Grade) -> str:
    lines = [
        f"{grade.held} of {len(grade.shopped)} test customers were treated as declared ({grade.percent} %)."
    ]
    for one in grade.failures:
        lines += [
            f"{one.title} ({one.trap}): {'; '.join(one.broke)}.",
            *(f"    {said}" for said in one.transcript),
        ]
    return "\n".join(lines) + "\n"
