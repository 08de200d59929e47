"""The layouts that a store taught, and what the reader can make of a mail it could not read as a lead (LEAD-02)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from desk.models.intake.labels import Facts, read_labels
from desk.models.intake.lessons import Lesson, address_of
from desk.models.intake.sources import KnownSource
from desk.models.intake.tables import IntakeTables
from desk.models.playbook import Playbook
from desk.models.snapshots.inbox import QuarantineView

#: Field of the picking person -> the facts that fill it, the first one that is told.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("customer.full",),
    "phone": ("customer.cell", "customer.phone"),
    "email": ("customer.email",),
    "vehicle": ("vehicle.vehicle",),
    "source": ("lead.source",),
    "comments": ("lead.comments",),
}


LESSONS = "reader.lessons"


def lessons(settings: Mapping[str, Any]) -> tuple[Lesson, ...]:
    """What was taught, the oldest first."""
    return tuple(Lesson.from_json(told) for told in settings[LESSONS].values())


def tables_of(book: Playbook, settings: Mapping[str, Any]) -> IntakeTables:
    """The shipped intake tables under what the store taught and how it filed its sources (LEAD-03)."""
    shipped: IntakeTables = book.part("intake")
    shipped = shipped.with_lessons(lessons(settings))
    rows = [
        KnownSource(name, told["kind"], told["class"], words=(name.lower(),))
        for name, told in settings["sources.filed"].items()
    ]
    return shipped.with_sources(shipped.sources.with_rows(rows)) if rows else shipped


def with_guesses(view: QuarantineView, tables: IntakeTables) -> QuarantineView:
    """The same with what its labels and the layouts taught for its sender say."""
    facts: Facts = read_labels(view.text, tables.labels)
    for lesson in reversed(tables.lessons_of(view.sender)):
        facts |= lesson.read(view.text)
    if view.source == "text":
        facts |= {"customer.phone": view.sender, "lead.comments": view.text}
    known = tables.sources.match(None, None, address_of(view.sender), "")
    if known.known and known.name:
        facts = {"lead.source": known.name} | facts
    return replace(view, guesses=tuple(_guesses(facts)))


def _guesses(facts: Facts) -> Iterator[tuple[str, str]]:
    for field, names in _FIELDS.items():
        told = next((facts[name] for name in names if facts.get(name)), "")
        if told:
            yield field, " ".join(told.split()) if field != "comments" else told
