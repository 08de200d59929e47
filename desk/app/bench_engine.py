"""The engine's figures: leads taken in, beats with nothing due, decisions at the gate, readings, rehearsals; each beside its floor."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk.app.bench_live import OPEN, STAFF, VEHICLES, ZONE, adf, furnish, phone, surname
from desk.app.frame_watch import rss_kb
from desk.models.commands import TakeLead
from desk.models.conversation import Message
from desk.models.history import History
from desk.models.ids import CountedIds
from desk.models.intake.adf import read_adf
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.rules.reading import read
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.engine import Store, open_file
from desk.models.time import TurnedClock, to_micros
from desk.services import gatekeeper
from desk.services.bench_store import FIRST, KEY, Figure, fill, insert, median, template
from desk.services.desk import Desk
from desk.services.eyes import OpenEyes
from desk.services.heartbeat import Heartbeat
from desk.services.intake_tables import shipped_tables
from desk.services.leadfile import LeadFile
from desk.services.lexicon import load_lexicon
from desk.services.read_command import message_from
from desk.services.rehearsal.run import rehearse
from desk.services.rehearsal.scenario import scenario_of
from desk.services.rulebook import whole_playbook

TAKEN = 60  # leads taken in, each beside one bare insert
SAID = (
    "Is it still available? I could come by Saturday around 3", "What's the out the door price", "STOP", "No thanks, we bought elsewhere",
    "Can you call me tomorrow morning at 208-555-0142", "Do you take trade-ins? I have a 2018 Civic with 60k miles",
    "¿Todavía lo tienen? Puedo ir el viernes", "ok sounds good",
)  # fmt: skip


class BenchDesk:
    """A desk on a turned clock over an encrypted file, with nothing outside."""

    def __init__(self, folder: Path) -> None:
        self.store: Store = open_file(folder, KEY)
        self.clock = TurnedClock(OPEN)
        self.desk = Desk(self.store, self.clock, CountedIds("bench"), whole_playbook(), OpenEyes())
        lines = {
            "store.email": "sales@store.example",
            "mail.smtp_host": "nowhere",
            "text.from_number": "+12085550100",
        }
        furnish(self.desk, lines)
        self._tables, self._zone = shipped_tables(), ZoneInfo(ZONE)

    def take(self, number: int) -> None:
        """Read one inquiry, decide all that follows from it, commit."""
        self.clock.turn_to(self.clock.now() + timedelta(seconds=30))
        found = read_adf(adf(number, self.clock.now()).encode(), store_zone=self._zone, tables=self._tables)[
            0
        ]
        self.desk.run(TakeLead(prospect=found, key=f"bench-{number}", origin="bench"))  # type: ignore[arg-type]  # it is a lead


class BareInserts:
    """The floor of a lead taken in: customer, lead, message and one line of the record, one FULL commit."""

    def __init__(self, folder: Path) -> None:
        open_file(folder, KEY).close()
        self._raw = raw_connection(folder / FILE_NAME, KEY, read_only=False)
        self._ids = CountedIds("floor")
        at = OPEN
        told = {"source": "AutoTrader", "source_kind": "marketplace", "source_class": "3rd", "stage": "new"}
        moments = dict.fromkeys(("received_at", "taken_at", "stage_at", "ai_at"), at)
        self._rows: tuple[tuple[type[Any], dict[str, Any]], ...] = (
            (Customer, template(Customer, id="", created_at=at)),
            (Lead, template(Lead, id="", customer_id="", reply_token="", **told, **moments)),
            (Message, template(Message, id="", key="", lead_id="", direction="out", channel="text", author="assistant", status="queued", at=at)),
            (History, template(History, id="", at=at, kind="intake", lead_id="")),
        )  # fmt: skip

    def take(self) -> None:
        one = self._ids(OPEN)
        own = {"id": one, "customer_id": one, "lead_id": one, "key": one, "reply_token": one}
        self._raw.execute("BEGIN IMMEDIATE")
        for kind, row in self._rows:
            insert(self._raw, kind, iter([{name: own.get(name, value) for name, value in row.items()}]))
        self._raw.execute("COMMIT")

    def close(self) -> None:
        self._raw.close()


def intake(folder: Path, leads: int = TAKEN) -> Iterator[Figure]:
    """ADF read, decided and committed, interleaved with bare inserts of a lead; then the gate over those leads."""
    folder.mkdir(parents=True)
    bench, bare = BenchDesk(folder / "desk"), BareInserts(folder / "bare")
    numbers = count()
    try:
        for _warm in range(5):
            bench.take(next(numbers))
            bare.take()
        ours, floor = [], []
        for _each in range(leads):
            ours.append(_ms(lambda: bench.take(next(numbers))))
            floor.append(_ms(bare.take))
        yield Figure("lead read, decided and committed", statistics.median(ours), statistics.median(floor))
        yield Figure("gate decision, p95", _gate_p95(bench), None)
    finally:
        bare.close()
        bench.store.close()


def _ms(act: Any) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _gate_p95(bench: BenchDesk) -> float:
    now, spent = bench.clock.now(), []
    with bench.store.reading() as session:
        work = bench.desk.looking(session, now)
        for lead in session.scalars(select(Lead)).all():
            file = LeadFile(work, lead)
            spent += [_ms(lambda m=m: gatekeeper.ask(file, m, now)) for m in file.messages * 5]  # noqa: B023  asked at once
    return statistics.quantiles(spent, n=20)[-1]


def beat(folder: Path, leads: int) -> Iterator[Figure]:
    """One beat over ``leads`` open leads of which none is due, beside the bare question to the same index."""
    folder.mkdir(parents=True)
    store = open_file(folder, KEY)
    raw = raw_connection(folder / FILE_NAME, KEY, read_only=False)
    try:
        fill(raw, leads, 0, closed=0.0)
        raw.execute("UPDATE lead SET due_at = ?", (to_micros(OPEN + timedelta(days=365)),))
        heart = Heartbeat(store, TurnedClock(OPEN), OpenEyes(), _nothing, _nothing, _nothing)
        question = "SELECT min(due_at) FROM lead WHERE due_at IS NOT NULL"
        yield Figure(
            f"beat with nothing due, {leads:,} open leads",
            median(heart.beat),
            median(lambda: raw.execute(question).fetchall()),
        )
    finally:
        raw.close()
        store.close()


def _nothing(*_told: Any) -> None:
    """What a beat would set going."""


def reading() -> Iterator[Figure]:
    """What the assistant takes to understand one message."""
    lexicon = load_lexicon()
    told = {"now": OPEN.isoformat(), "timezone": ZONE, "channel": "text"}
    messages = [message_from(told | {"id": str(n), "text": text}) for n, text in enumerate(SAID)]
    yield Figure(
        "message understood",
        median(lambda: [read(message, lexicon) for message in messages]) / len(SAID),
        None,
    )


def rehearsals(leads: int) -> Iterator[Figure]:
    """The whole default playbook over ``leads`` leads; from a hundred on beside a tenth of them, since small ones measure the start."""
    (few, *_) = rehearsal(leads // 10) if leads >= 100 else (None,)
    many, *others = rehearsal(leads)
    yield from (many, *others)
    if few is not None:
        yield Figure("the same beside a tenth of the leads", many.ours, few.ours, "s")


def rehearsal(leads: int, until: str = "60d") -> Iterator[Figure]:
    """The default playbook over ``leads`` inquiries that come in over a week; every third customer answers once."""
    before = rss_kb()
    # Of one core: a rehearsal waits for nothing, and others may be at work on this machine.
    began = time.process_time()
    lines = sum(1 for _line in rehearse(scenario_of(_story(leads, until), Path("bench.toml"))))
    seconds = time.process_time() - began
    yield Figure(f"rehearsal of {leads:,} leads, {until}", seconds, None, "s")
    yield Figure("the same, lines a second", lines / seconds, None, "lines/s")
    yield Figure("the same, memory it added", max(0, rss_kb() - before) / 1024, None, "MB")


def _story(leads: int, until: str) -> dict[str, Any]:
    hours = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat"), "09:00-20:00")
    apart = timedelta(days=7) / leads
    events: list[dict[str, Any]] = []
    for number in range(leads):
        came = OPEN.astimezone(UTC) + apart * number
        events += _one(number, came)
    return {
        "title": "Bench", "start": OPEN.isoformat(), "until": until, "event": events,
        "store": {"name": "Bench Motors", "timezone": ZONE, "region": "ID", "hours": hours},
        "staff": [{"id": staff_id, **values} for staff_id, values in STAFF.items()], "vehicle": [dict(row) for row in VEHICLES],
    }  # fmt: skip


def _one(number: int, came: datetime) -> Iterator[dict[str, Any]]:
    name = f"L{number}"
    first, last = FIRST[number % len(FIRST)], surname(number)
    customer = {
        "first": first,
        "last": last,
        "emails": [f"{first}.{last}@example.com".lower()],
        "phones": [phone(number)],
    }
    vehicle = {
        "year": 2022,
        "make": "Toyota",
        "model": "RAV4",
        "stock": str(VEHICLES[number % len(VEHICLES)]["stock"]),
    }
    yield {"at": came.isoformat(), "do": "lead", "lead": name, "provider": "AutoTrader", "customer": customer, "vehicles": [vehicle],
           "comments": "Is it still available?"}  # fmt: skip
    later = came + timedelta(minutes=6)
    yield {
        "at": later.isoformat(),
        "do": "consent",
        "lead": name,
        "by": "ana",
        "channel": "text",
        "given": True,
        "evidence": "written: form",
    }
    if number % 3 == 0:
        yield {
            "at": (came + timedelta(hours=3)).isoformat(),
            "do": "reply",
            "lead": name,
            "channel": "text",
            "text": "Is it still there? I might come by",
        }
