"""What a person may start from when they write to a customer: the store's wordings and vehicles, filled in for this lead (FLOW-15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desk.models.by import THE_DESK
from desk.models.facts import Facts, StoreFacts
from desk.models.lead import Lead
from desk.models.playbook import Playbook
from desk.models.rules import outbound, similar
from desk.models.rules.known import Speech, known, language_of, title
from desk.models.rules.rewording import parts_of
from desk.models.rules.wording import Templates
from desk.models.snapshots.bank import PreviewView, StartsView, StartView
from desk.models.template import Template
from desk.models.vehicle import Vehicle
from desk.services import own_templates
from desk.services.leadfile import LeadFile
from desk.services.work import Work

CHANNELS = ("text", "email")
_STAFF, _VEHICLE, _SCRIPT = "staff.", "staff_vehicle", "script."


def starts(
    session: Session, lead_id: str, now: datetime, store: StoreFacts, book: Playbook, staff_id: str
) -> StartsView:
    """Empty where there is no such lead. A wording whose facts are missing is left out."""
    lead = session.get(Lead, lead_id)
    if lead is None:
        return StartsView()
    facts, templates = _facts(session, lead, now, store, book), outbound.templates(book)
    speech = Speech(templates, facts, now, templates.language(language_of(facts)))
    told = _told(speech, book, staff_id)
    own = own_templates.offered(session, speech.language)
    begins = tuple(own_templates.starts_of(own, told))
    shipped = tuple(_wordings(templates, speech.language, told))
    written = tuple(start for start in begins if start.channel in CHANNELS)
    return StartsView(
        (*written, *shipped), tuple(_vehicles(speech, facts, book)),
        (*(start for start in begins if start.channel not in CHANNELS), *_spoken(templates, speech.language, told)),
    )  # fmt: skip


def preview(
    session: Session,
    template_id: str,
    lead_id: str,
    now: datetime,
    store: StoreFacts,
    book: Playbook,
    staff_id: str,
) -> PreviewView | None:
    """How a version of a template reads for a lead, approved or not; None where there is no such lead or version (FLOW-08)."""
    row = session.get(Template, template_id)
    return None if row is None else try_out(session, row, lead_id, now, store, book, staff_id)


def try_out(
    session: Session,
    row: Template,
    lead_id: str,
    now: datetime,
    store: StoreFacts,
    book: Playbook,
    staff_id: str,
) -> PreviewView | None:
    """How words that are still being written read for a lead. Raises BadInput for anything but words and fields (FLOW-08)."""
    lead = session.get(Lead, lead_id)
    if lead is None:
        return None
    templates, facts = outbound.templates(book), _facts(session, lead, now, store, book)
    return own_templates.preview_of(
        row, _told(Speech(templates, facts, now, templates.language(row.language)), book, staff_id)
    )


def _facts(session: Session, lead: Lead, now: datetime, store: StoreFacts, book: Playbook) -> Facts:
    work = Work(
        session=session, now=now, ids=lambda _: "", book=book, store=store, by=THE_DESK, act="look", txn=""
    )
    return LeadFile(work, lead).facts()


def _told(speech: Speech, book: Playbook, staff_id: str) -> dict[str, str]:
    """The lead's facts as words, with who speaks and what the assistant wrote last: a first call refers to it."""
    facts, me = speech.facts, speech.facts.store.person(staff_id)
    told = {
        name: it.text
        for name, it in known(speech.templates, facts, book, speech.now, speech.language).items()
    }
    said = next((m for m in reversed(facts.sent) if m.author == "assistant"), None)
    chosen = similar.choose(facts, book)
    told |= {name: it.text for name, it in similar.as_words(facts, book, speech.now, chosen).items()}
    told["me"] = me.name if me is not None else ""
    told["assistant_said"] = parts_of(said.text).question if said else ""
    told["assistant_when"] = speech.day_past(said.sent_at or said.at) if said else ""
    return told


def _spoken(templates: Templates, language: str, told: Mapping[str, str]) -> Iterator[StartView]:
    """The shipped scripts for a call, a voicemail and a letter."""
    for key in templates.lines[language]:
        if key.startswith(_SCRIPT) and (text := _line(templates, language, key, told)):
            _, name, channel = key.split(".")
            yield StartView(name, channel, text)


def _wordings(templates: Templates, language: str, told: Mapping[str, str]) -> Iterator[StartView]:
    keys = [key for key in templates.lines[language] if key.startswith(_STAFF)]
    for name in dict.fromkeys(key.removeprefix(_STAFF).rpartition(".")[0] for key in keys):
        for channel in CHANNELS:
            if text := _line(templates, language, f"{_STAFF}{name}.{channel}", told):
                subject = _line(templates, language, f"{_STAFF}{name}.subject", told)
                yield StartView(name, channel, text, subject if channel == "email" else "")


def _vehicles(speech: Speech, facts: Facts, book: Playbook) -> Iterator[StartView]:
    """The one that was asked about, then those like it, nearest first; each with its link."""
    own = (facts.stock,) if facts.stock is not None else ()
    for car in (*own, *similar.choose(facts, book)):
        told = _car(speech, car)
        for channel in CHANNELS:
            text = _line(speech.templates, speech.language, f"{_VEHICLE}.{channel}", told)
            link = car.detail_url or car.photo_url or car.history_url
            yield StartView(f"{title(car)} · {car.stock}", channel, f"{text}\n{link}" if link else text)


def _car(speech: Speech, car: Vehicle) -> dict[str, str]:
    return {
        "car": title(car), "stock_no": car.stock, "miles": f"{car.mileage:,}" if car.mileage is not None else "",
        "colour": car.exterior.lower(), "seen": speech.as_of(car.seen_at),
    }  # fmt: skip


def _line(templates: Templates, language: str, key: str, told: Mapping[str, str]) -> str:
    """The first wording of ``key`` whose facts are all there; "" where none is."""
    fitting = (line for line in templates.of(language, key) if all(told.get(name) for name in line.needs))
    line = next(fitting, None)
    return line.render(told).strip() if line is not None else ""
