"""The assistant's figures: an answer decided and queued, the knowledge bank and the stock searched, what its language part weighs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from desk.app.bench_engine import SAID, BenchDesk
from desk.app.bench_live import OPEN
from desk.models.commands import ImportStock, TakeReply
from desk.models.knowledge import Knowledge
from desk.models.lead import Lead
from desk.models.rules import similar
from desk.models.rules.bank import Bank
from desk.models.rules.replies.knowledge import words_of
from desk.services import cars
from desk.services.bench_store import Figure
from desk.services.leadfile import LeadFile
from desk.services.rulebook import whole_playbook

LEADS, ENTRIES, VEHICLES, ASKED = 40, 10_000, 2_000, 200
_TOPICS = (
    "warranty",
    "shipping",
    "tires",
    "battery",
    "towing",
    "seats",
    "paint",
    "keys",
    "title",
    "manual",
    "radio",
    "camera",
)
_BODIES = (
    ("Toyota", "RAV4", "SUV"),
    ("Honda", "CR-V", "SUV"),
    ("Mazda", "CX-5", "SUV"),
    ("Toyota", "Camry", "Sedan"),
    ("Ford", "F-150", "Truck"),
)
#: Run in a process of its own: what the memory grows by from the bare rules to a message read, answered and looked up.
_WEIGHED = """
from desk.app.frame_watch import rss_kb
from datetime import datetime, UTC
from desk.models.rules.reading import MessageIn, read
from desk.services.rulebook import whole_playbook
book = whole_playbook()
before = rss_kb()
from desk.services.lexicon import load_lexicon
read(MessageIn(id="1", text="Is it still available? Saturday at 3 works", now=datetime.now(UTC), timezone="America/Boise", channel="text"), load_lexicon())
load_lexicon().learned.whole.scores(" would you take a boat in on it ", None)  # the encoder, which is read when words alone leave a doubt
from desk.services.memory import trim_memory
trim_memory()
print(rss_kb() - before)
"""


def language(folder: Path) -> Iterator[Figure]:
    """Every figure of the assistant; ``folder`` is empty and may be filled."""
    folder.mkdir(parents=True)
    yield Figure(
        "reply received until its answer is queued, p95",
        statistics.quantiles(answers(folder / "replies"), n=20)[-1],
        None,
    )
    yield Figure(f"knowledge search, {ENTRIES:,} entries", statistics.median(knowledge()), None)
    yield Figure(f"similar vehicles among {VEHICLES:,}", statistics.median(alike(folder / "stock")), None)
    yield Figure("memory of the assistant's language part", weight(), None, "MB")


def answers(folder: Path) -> list[float]:
    """Milliseconds from a text in hand to its answer committed, one text for each of ``LEADS`` customers, after a warm one."""
    bench = BenchDesk(folder)
    try:
        for number in range(LEADS + 1):
            bench.take(number)
        with bench.store.reading() as session:
            ids = list(session.scalars(select(Lead.id).order_by(Lead.taken_at)))
        bench.clock.turn_to(bench.clock.now() + timedelta(minutes=10))
        return [
            _ms(lambda lead=lead_id, n=n: bench.desk.run(_reply(lead, n))) for n, lead_id in enumerate(ids)
        ][1:]  # type: ignore[misc]  # asked at once
    finally:
        bench.store.close()


def _reply(lead_id: str, number: int) -> TakeReply:
    return TakeReply(lead_id=lead_id, channel="text", text=SAID[number % len(SAID)])


def knowledge() -> list[float]:
    """Milliseconds of one search over ``ENTRIES`` entries that share many words."""
    at = OPEN
    entries = tuple(
        Knowledge(
            id=f"k{n}", entry=f"e{n:05d}", version=1, answer="Yes.", tags="", language="en", at=at,
            question=f"Do you have {_TOPICS[n % 12]} option {n} for the model {n % 97} in {_TOPICS[n * 5 % 12]}?",
        )
        for n in range(ENTRIES)
    )  # fmt: skip
    bank, words = Bank(entries), words_of(whole_playbook())
    bank.best(words, "warm up", "en", at)
    texts = [
        f"do you have the {_TOPICS[n % 12]} for a model {n % 97} with {_TOPICS[n * 7 % 12]}"
        for n in range(ASKED)
    ]
    return [_ms(lambda text=text: bank.best(words, text, "en", at)) for text in texts]  # type: ignore[misc]  # asked at once


def alike(folder: Path) -> list[float]:
    """Milliseconds of finding and ranking vehicles like the one asked about in a lot of ``VEHICLES``."""
    bench = BenchDesk(folder)
    try:
        bench.desk.run(
            ImportStock(rows=tuple(_car(n) for n in range(VEHICLES)), seen=bench.clock.now(), full=False)
        )
        bench.take(0)
        with bench.store.reading() as session:
            file = LeadFile(
                bench.desk.looking(session, bench.clock.now()), session.scalars(select(Lead)).one()
            )
            return [_ms(lambda: _found(file, bench)) for _each in range(ASKED)]
    finally:
        bench.store.close()


def _found(file: LeadFile, bench: BenchDesk) -> None:
    file.work.shelf.clear()
    file.similar = cars.alike(file.work, file.stock, file.wanted)
    file.changed()
    if not similar.choose(file.facts(), bench.desk.book):
        raise RuntimeError("no vehicle is like the one asked about, so nothing was measured")


def _car(number: int) -> dict[str, object]:
    make, model, body = _BODIES[number % len(_BODIES)]
    return {
        "stock": f"N{number:05d}", "year": 2016 + number % 10, "make": make, "model": model, "body": body, "condition": "used",
        "mileage": 5_000 + number * 37 % 120_000, "price_cents": 1_200_000 + number * 7_001 % 5_000_000, "status": "available",
    }  # fmt: skip


def weight() -> float:
    """Megabytes that reading adds to a process which holds the playbook already."""
    ran = subprocess.run([sys.executable, "-c", _WEIGHED], capture_output=True, text=True, check=True)
    return int(ran.stdout) / 1024


def _ms(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
