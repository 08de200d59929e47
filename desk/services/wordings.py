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
from desk.models.rules.wording import Templates
from desk.models.snapshots_live import StartsView, StartView
from desk.models.vehicle import Vehicle
from desk.services.leadfile import LeadFile
from desk.services.work import Work

CHANNELS = ("text", "email")
_STAFF, _VEHICLE = "staff.", "staff_vehicle"


def starts(
    session: Session, lead_id: str, now: datetime, store: StoreFacts, book: Playbook, staff_id: str
) -> StartsView:
    """Empty where there is no such lead. A wording whose facts are missing is left out."""
    lead = session.get(Lead, lead_id)
    if lead is None:
        return StartsView()
    work = Work(
        session=session, now=now, ids=lambda _: "", book=book, store=store, by=THE_DESK, act="look", txn=""
    )
    facts, templates = LeadFile(work, lead).facts(), outbound.templates(book)
    speech = Speech(templates, facts, now, templates.language(language_of(facts)))
    me = store.person(staff_id)
    told = {name: it.text for name, it in known(templates, facts, book, now, speech.language).items()}
    told["me"] = me.name if me is not None else ""
    return StartsView(
        tuple(_wordings(templates, speech.language, told)), tuple(_vehicles(speech, facts, book))
    )


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
