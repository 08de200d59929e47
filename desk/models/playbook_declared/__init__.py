"""Every value a store decides, declared once, by area (design: "Data, declared once")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from desk.models.playbook_declared.answers import ANSWERS
from desk.models.playbook_declared.assistant import ASSISTANT
from desk.models.playbook_declared.attaching import ATTACHING
from desk.models.playbook_declared.cadence import CADENCE
from desk.models.playbook_declared.coverage import COVERAGE
from desk.models.playbook_declared.day import DAY
from desk.models.playbook_declared.declared import Declared, Kind, keys_of
from desk.models.playbook_declared.duplicates import DUPLICATES
from desk.models.playbook_declared.gate import GATE
from desk.models.playbook_declared.goals import GOALS
from desk.models.playbook_declared.needs import NEEDS
from desk.models.playbook_declared.people import PEOPLE
from desk.models.playbook_declared.sign_in import SIGN_IN
from desk.models.playbook_declared.temperature import TEMPERATURE
from desk.models.playbook_declared.trade import TRADE
from desk.models.playbook_declared.training import TRAINING
from desk.models.playbook_declared.visits import VISITS

AREAS: tuple[tuple[str, tuple[Declared, ...]], ...] = (
    ("People: ladders, assignment, tasks, alerts", PEOPLE),
    ("The day and the week", DAY),
    ("The assistant and its strategies", ASSISTANT),
    ("What customers ask, and its answers", ANSWERS),
    ("Visits", VISITS),
    ("Temperature", TEMPERATURE),
    ("Coverage and credit", COVERAGE),
    ("Duplicates and the skate radar", DUPLICATES),
    ("Needs assessment", NEEDS),
    ("Trade-in", TRADE),
    ("Training", TRAINING),
    ("Goals", GOALS),
    ("Cadence and re-engagement", CADENCE),
    ("The gate and what may leave", GATE),
    ("Files that are sent along", ATTACHING),
    ("Signing in, views and exports", SIGN_IN),
)
DECLARED: Mapping[str, Declared] = keys_of(it for _area, all_ in AREAS for it in all_)
_PATTERNS = {tuple(key.split(".")): it for key, it in DECLARED.items()}

__all__ = ["AREAS", "DECLARED", "Declared", "Kind", "find", "leaves"]


@lru_cache(maxsize=1024)
def find(pattern: str) -> Declared | None:
    """The declaration of a value, by its key with ``[]`` for rows; an exact one before one with ``*``."""
    exact = DECLARED.get(pattern)
    if exact is not None:
        return exact
    parts = tuple(pattern.split("."))
    return next(
        (it for told, it in _PATTERNS.items() if len(told) == len(parts) and all(map(_meets, told, parts))),
        None,
    )


def _meets(told: str, part: str) -> bool:
    return told in ("*", part)


def leaves(tree: Mapping[str, Any], pattern: str = "", place: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every value of a playbook as (pattern, place, value): ``ladder[].name`` at ``ladder[2].name``. A
    declared one is whole.
    """
    for name, value in tree.items():
        here, there = f"{pattern}{name}", f"{place}{name}"
        if find(here) is None and isinstance(value, Mapping):
            yield from leaves(value, f"{here}.", f"{there}.")
        elif (
            find(here) is None
            and isinstance(value, list)
            and value
            and all(isinstance(row, Mapping) for row in value)
        ):
            for number, row in enumerate(value, start=1):
                yield from leaves(row, f"{here}[].", f"{there}[{number}].")
        else:
            yield here, there, value
