"""All that may be said about one lead at one moment, by the names the wordings use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import slots
from desk.models.rules.known.car import about_vehicle
from desk.models.rules.known.people import about_call, about_people
from desk.models.rules.known.speech import Known, Speech
from desk.models.rules.known.store import about_store

if TYPE_CHECKING:
    from desk.models.rules.wording import Templates


def known(
    templates: Templates, facts: Facts, book: Playbook, now: datetime, language: str
) -> Mapping[str, Known]:
    """All that may be said about this lead at this moment, by the names the wordings use.

    Several messages are written from the same facts, so it is worked out once for them.
    """
    key = ("known", id(templates), id(book), now, language)
    return facts.once(key, lambda: _known(Speech(templates, facts, now, language), book))


def _known(speech: Speech, book: Playbook) -> dict[str, Known]:
    return dict(
        (
            *about_people(speech),
            *about_store(speech),
            *about_vehicle(speech, book),
            *_visit(speech, book),
            *about_call(speech),
            ("moment", Known(speech.clock(speech.now))),
            ("ago", Known(speech.ago(speech.facts.lead.received_at), ("lead:received",))),
        )
    )


def _visit(speech: Speech, book: Playbook) -> Iterator[tuple[str, Known]]:
    free = slots.offers(speech.facts, book, speech.now)
    yield "slots", Known(speech.either(free), ("store:hours",))
    standing = slots.upcoming(speech.facts, speech.now)
    if standing:
        yield "visit", Known(speech.when(standing[0]), (f"appointment:{standing[1]}",))
