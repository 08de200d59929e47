"""Loading the playbook: the shipped procedure, with the store's or a rehearsal's own values laid over it."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from desk.models.errors import BadPlaybook
from desk.models.playbook import Ladder, LadderStep, LadderWhen, Playbook
from desk.models.playbook_check import problems, unknown
from desk.models.playbook_together import Problem
from desk.models.time import span
from desk.models.words import TimerKind, band_of
from desk.services.resources import load_toml, resource_path

#: Other names people write for what starts a ladder.
_TRIGGERS = {
    "lead": TimerKind.UNANSWERED,
    "unanswered_lead": TimerKind.UNANSWERED,
    "hand_off": TimerKind.HANDOFF,
    "overdue_follow_up": TimerKind.OVERDUE,
    "follow_up": TimerKind.OVERDUE,
    "technical_failure": TimerKind.TECHNICAL,
}


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for file in sorted(resource_path("playbook").glob("*.toml")):
        tree = laid_over(tree, load_toml("playbook", file.name))
    return tree


def shipped() -> Mapping[str, Any]:
    """The default procedure, all files of ``resources/playbook`` as one tree."""
    return _shipped()


def laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """``over`` on top of ``under``, key by key. Lists are replaced whole; ladders are laid over by name and
    conditions.
    """
    out = dict(under)
    for key, value in over.items():
        below = out.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            out[key] = laid_over(below, value)
        elif key == "ladder" and isinstance(below, list) and isinstance(value, list):
            out[key] = _rows_over(below, value)
        else:
            out[key] = value
    return out


def _rows_over(under: list[Any], over: list[Any]) -> list[Any]:
    """A store's own ladders stand before the shipped ones, so that they win where both are as specific."""
    names = {row.get("name") for row in over if isinstance(row, Mapping)}
    conditions = [row.get("when", {}) for row in over if isinstance(row, Mapping)]
    kept = [row for row in under if row.get("name") not in names and row.get("when", {}) not in conditions]
    return [*over, *kept]


def load_playbook(
    overlay: Mapping[str, Any] | None = None,
    *,
    origin: str = "the store's playbook",
    staff: Collection[str] | None = None,
    hours: Mapping[str, Any] | None = None,
) -> Playbook:
    """The playbook to run by: ``overlay`` (partial) over the shipped one, checked as a whole.

    ``origin`` names the file the overlay is from; ``staff`` are the ids of the store's people and ``hours`` its
    weekly table, where known. Raises BadPlaybook with file, key, what is wrong and what is allowed.
    """
    told = _usual(overlay or {})
    tree = laid_over(shipped(), told)
    found = [*unknown(told, shipped()), *problems(tree, staff, hours)] if told else []
    if found:
        raise _refusal(found, origin)
    return _built(tree)


def read_overlay(file: Path) -> dict[str, Any]:
    """A partial playbook from a TOML file. Raises BadPlaybook with file and line when it cannot be read."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise BadPlaybook(
            f"The playbook cannot be read: {reason}.", where=str(file), do="Check the path."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadPlaybook(
            f"The playbook is not TOML: {error}.", where=str(file), do="Mend that line."
        ) from None


def _refusal(found: list[Problem], origin: str) -> BadPlaybook:
    first = found[0]
    more = f" ({len(found) - 1} more)" if len(found) > 1 else ""
    what = f"{first.what[0].upper()}{first.what[1:]}.{more}"
    return BadPlaybook(what, where=f"{origin}, {first.key}", do=first.do)


def _usual(overlay: Mapping[str, Any]) -> dict[str, Any]:
    """The overlay with other names of a ladder's trigger replaced by the usual ones; unknown shapes are left
    to the check.
    """
    rows = overlay.get("ladder")
    if not isinstance(rows, list):
        return dict(overlay)
    return {**overlay, "ladder": [_usual_row(row, number) for number, row in enumerate(rows, start=1)]}


def _usual_row(row: Any, number: int) -> Any:
    if not isinstance(row, Mapping) or not isinstance(when := row.get("when", {}), Mapping):
        raise _refusal(
            [
                Problem(
                    f"ladder[{number}]", "a ladder is a table", "Write [[ladder]] with name, when and steps."
                )
            ],
            "the playbook",
        )
    trigger = when.get("trigger")
    return {**row, "when": {**when, "trigger": str(_TRIGGERS[trigger])}} if trigger in _TRIGGERS else row


def _built(tree: Mapping[str, Any]) -> Playbook:
    values = _flat(tree)
    digest = blake2b(repr(sorted(values.items())).encode(), digest_size=5).hexdigest()
    ladders = tuple(_ladder(row) for row in tree.get("ladder", ()))
    return Playbook(
        version=digest, values=values, ladders=ladders, parts={**tree, "tree": tree, "band_of": band_of}
    )


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Dotted keys to values; every inner table also stands under its own key."""
    out: dict[str, Any] = {}
    for key, value in tree.items():
        out[f"{prefix}{key}"] = value
        if isinstance(value, Mapping):
            out |= _flat(value, f"{prefix}{key}.")
    return out


def _ladder(row: Mapping[str, Any]) -> Ladder:
    when = dict(row.get("when", {}))
    days = tuple(when.pop("days", ()))
    return Ladder(
        name=row["name"],
        when=LadderWhen(days=days, **when),
        steps=tuple(_step(step) for step in row["steps"]),
        repeat_every=span(row["repeat_every"]) if row.get("repeat_every") else None,
        pause_off_shift=row.get("pause_off_shift", True),
    )


def _step(row: Mapping[str, Any]) -> LadderStep:
    return LadderStep(
        after=span(row["after"]),
        to=tuple(row["to"]),
        via=tuple(row.get("via", ())),
        reassign=row.get("reassign", False),
    )
