"""Loading the playbook: the shipped procedure, with the store's or a rehearsal's own values laid over it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from desk.models.playbook import Ladder, LadderStep, LadderWhen, Playbook
from desk.models.time import span
from desk.models.words import band_of
from desk.services.resources import load_toml, resource_path


def shipped() -> dict[str, Any]:
    """The default procedure, all files of ``resources/playbook`` as one tree."""
    tree: dict[str, Any] = {}
    for file in sorted(resource_path("playbook").glob("*.toml")):
        tree = laid_over(tree, load_toml("playbook", file.name))
    return tree


def laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """``over`` on top of ``under``, key by key; lists are replaced whole, named rows (ladders) by their name."""
    out = dict(under)
    for key, value in over.items():
        below = out.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            out[key] = laid_over(below, value)
        else:
            out[key] = _rows_over(below, value) if key == "ladder" and below else value
    return out


def _rows_over(under: list[Mapping[str, Any]], over: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """A store's own ladders come first, so that they win where they are as specific as a shipped one."""
    names = {row.get("name") for row in over}
    return [*over, *(row for row in under if row.get("name") not in names)]


def load_playbook(overlay: Mapping[str, Any] | None = None) -> Playbook:
    """The playbook to run by. Raises BadPlaybook with file, key, what is wrong and what is allowed."""
    tree = laid_over(shipped(), overlay or {})
    digest = blake2b(repr(sorted(_flat(tree).items(), key=lambda item: item[0])).encode(), digest_size=5).hexdigest()
    return Playbook(version=digest, values=_flat(tree), ladders=_ladders(tree.get("ladder", [])), parts=_parts(tree))


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Dotted keys to leaf values; every inner table also stands under its own key."""
    out: dict[str, Any] = {}
    for key, value in tree.items():
        out[f"{prefix}{key}"] = value
        if isinstance(value, Mapping):
            out |= _flat(value, f"{prefix}{key}.")
    return out


def _ladders(rows: list[Mapping[str, Any]]) -> tuple[Ladder, ...]:
    return tuple(
        Ladder(
            name=row["name"],
            when=LadderWhen(**{k: tuple(v) if k == "days" else v for k, v in row.get("when", {}).items()}),
            steps=tuple(
                LadderStep(after=span(s["after"]), to=tuple(s["to"]), via=tuple(s.get("via", ())), reassign=s.get("reassign", False))
                for s in row["steps"]
            ),
            repeat_every=span(row["repeat_every"]) if row.get("repeat_every") else None,
            pause_off_shift=row.get("pause_off_shift", True),
        )
        for row in rows
    )


def _parts(tree: Mapping[str, Any]) -> dict[str, Any]:
    """The structured tables by their names, beside the whole tree."""
    return {**tree, "tree": tree, "band_of": band_of}
