"""The whole procedure a desk runs by: the playbook with its gate, templates and intake tables."""

from __future__ import annotations

import gc
import logging
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from desk.models.errors import BadPlaybook
from desk.models.history import PlaybookVersion
from desk.models.playbook import Playbook
from desk.models.rules.gate import GateRules
from desk.models.store.engine import Store
from desk.services.compliance import load_gate_rules
from desk.services.intake_tables import shipped_tables
from desk.services.playbooks import load_playbook
from desk.services.templates import shipped_templates, unworded

log = logging.getLogger("desk.playbook")


def whole_playbook(
    overlay: Mapping[str, Any] | None = None,
    *,
    origin: str = "the store's playbook",
    staff: Collection[str] | None = None,
    hours: Mapping[str, Any] | None = None,
) -> Playbook:
    """Everything the engine is given. Raises BadPlaybook in words for the manager who wrote the overlay.

    ``origin`` names the file the overlay is from; ``staff`` are the ids of the store's people and ``hours`` its weekly
    table, where known.
    """
    book = load_playbook(overlay, origin=origin, staff=staff, hours=hours)
    parts = _shipped_parts()
    if not overlay:
        return replace(book, parts={**book.parts, **parts})
    for it in unworded(book.parts["tree"], parts["templates"]):
        raise BadPlaybook(f"{it.what[0].upper()}{it.what[1:]}.", where=f"{origin}, {it.key}", do=it.do)
    return replace(book, parts={**book.parts, **parts, "gate": _gate(book.parts["tree"], origin)})


def _gate(tree: Mapping[str, Any], origin: str) -> GateRules:
    try:
        return load_gate_rules(tree)
    except BadPlaybook as error:
        raise BadPlaybook(error.what, where=f"{origin}, {error.where}", do=error.do) from None


@lru_cache(maxsize=1)
def _shipped_parts() -> Mapping[str, Any]:
    parts = {
        "gate": load_gate_rules(),
        "intake": shipped_tables(),
        "templates": shipped_templates(),
    }
    gc.freeze()  # all of this lives as long as the program; a collector that walks it again stalls the window
    return parts


def stored_playbook(store: Store) -> Playbook:
    """The newest version the store saved, laid over the shipped one; the shipped one where none was saved or it no longer stands."""
    return whole_playbook(stored_overlay(store))


def stored_overlay(store: Store) -> Mapping[str, Any]:
    """The store's own values alone, empty where it runs by the shipped playbook."""
    with store.reading() as session:
        row = session.scalar(
            select(PlaybookVersion).order_by(PlaybookVersion.at.desc(), PlaybookVersion.id.desc()).limit(1)
        )
    if row is None:
        return {}
    try:
        overlay = tomllib.loads(row.toml)
        whole_playbook(overlay)
    except (BadPlaybook, tomllib.TOMLDecodeError) as error:
        log.error("the store's playbook of %s no longer stands, so the shipped one runs: %s", row.at, error)
        return {}
    return overlay
