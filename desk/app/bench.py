"""``desk bench``: every figure with its unit and, where there is one, its floor on the same machine in the same run.

Goals are the most a figure may be (a rate: the least): its ratio to the floor where it has one, else the figure itself. A machine that others share
is slow by the minute; a ratio holds, a time alone does not.
"""

from __future__ import annotations

import json
import logging
import statistics
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from desk.models.errors import BadInput
from desk.services.bench_store import Figure, measure_store

ONE_BY_ONE, BURST, BURST_A_MINUTE = 20, 500, 500
LEADS_A_REHEARSED = 250  # one lead is rehearsed for so many that are filled in: 20 of 5,000, 1,000 of 250,000
PARTS = (
    "window",
    "promises",
    "burst",
    "outbox",
    "pane",
    "screens",
    "scroll",
    "busy",
    "intake",
    "reading",
    "language",
    "beat",
    "store",
    "monday",
    "rehearsal",
)
#: The most a figure may be, by the beginning of its name.
GOALS = {
    "first messages handed over, p50": 2.0,
    "first messages handed over, p99": 5.0,
    "burst of": 90.0,
    "lead click": 3.0,
    "lead read, decided and committed": 10.0,
    "gate decision, p95": 1.0,
    "beat with nothing due": 10.0,
    "reply received until": 150.0,
    "knowledge search": 5.0,
    "similar vehicles among": 5.0,
    "memory of the assistant": 60.0,
    "board, read and painted": 3.0,
    "inbox, read and painted": 3.0,
    "monitor, read and painted": 3.0,
    "today, read and painted": 3.0,
    "palette": 5.0,
    "scroll of a column": 2.0,
    "a busy hour: event loop delay, p99": 3.0,
    "a busy hour: event loop delay, longest": 100.0,
    "board, 7 columns": 3.0,
    "the same for the first paint": 3.0,
    "counts of all stages": 2.0,
    "one lead with all": 6.0,
    "Monday morning, 400 leads due: event loop delay, p99": 3.0,
    "Monday morning, 400 leads due: event loop delay, longest": 100.0,
    "the same beside a tenth of the leads": 11.0,
}
#: The least a rate may be.
LEAST = {"mails through the outbox": 20.0, "texts through the outbox": 50.0}


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure as it is printed; ``met`` is None where nothing was promised."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    ratio: float | None = None
    goal: float | None = None
    met: bool | None = None


def measure(*, leads: int, messages: int, as_json: bool, only: Collection[str] = ()) -> int:
    """Print each figure as soon as it is measured (JSON Lines with ``as_json``); what missed its goal is named at the end. Answers 0.

    ``only`` names the parts to measure (``PARTS``); none named, all of them. Raises BadInput for a part that is none.
    """
    if unknown := sorted(set(only) - set(PARTS)):
        raise BadInput(
            f"The bench has no part {unknown[0]!r}.", where="--only", do=f"Use {', '.join(PARTS)}."
        )
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # the stand-in mail server's own remarks
    missed = []
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as folder:
        for found in figures(Path(folder), leads, messages, only):
            print(json.dumps(asdict(found)) if as_json else line(found), flush=True)
            if found.met is False:
                missed.append(found.name)
    if missed:
        print(f"Over its goal: {'; '.join(missed)}.", file=sys.stderr)
    return 0


def figures(folder: Path, leads: int, messages: int, only: Collection[str] = ()) -> Iterator[Measured]:
    """Every figure of the bench, in the order of what a user waits for first; ``folder`` is empty and may be filled."""
    from desk.app import (
        bench_busy,
        bench_engine,
        bench_language,
        bench_monday,
        bench_outbox,
        bench_pane,
        bench_screens,
        bench_scroll,
    )

    parts: dict[str, Callable[[], Iterator[Figure]]] = {
        "promises": lambda: promises(folder / "one"),
        "burst": lambda: burst(folder / "burst"),
        "outbox": lambda: bench_outbox.rates(folder / "outbox"),
        "pane": lambda: bench_pane.lead_click(folder / "pane"),
        "screens": lambda: bench_screens.screens(folder / "screens", leads, messages),
        "scroll": lambda: bench_scroll.scroll(folder / "scroll"),
        "busy": lambda: bench_busy.measure_busy(folder / "busy"),
        "intake": lambda: bench_engine.intake(folder / "intake"),
        "reading": bench_engine.reading,
        "language": lambda: bench_language.language(folder / "language"),
        "beat": lambda: bench_engine.beat(folder / "beat", leads),
        "store": lambda: measure_store(folder / "store", leads, messages),
        "monday": lambda: bench_monday.measure_monday(folder / "monday"),
        "rehearsal": lambda: bench_engine.rehearsals(max(20, leads // LEADS_A_REHEARSED)),
    }
    if not only or "window" in only:
        yield from windows(folder / "window", min(leads, 5000))
    for name, part in parts.items():
        if not only or name in only:
            yield from map(judged, part())


def promises(folder: Path, leads: int = ONE_BY_ONE) -> Iterator[Figure]:
    """A lead in the mailbox until both first messages are at their servers."""
    from desk.app.bench_live import one_by_one

    spent = one_by_one(folder, leads)
    yield Figure("first messages handed over, p50", statistics.median(spent), None, "s")
    yield Figure(
        "first messages handed over, p99",
        statistics.quantiles(spent, n=100, method="inclusive")[98],
        None,
        "s",
    )


def burst(folder: Path, leads: int = BURST) -> Iterator[Figure]:
    """Leads that pour in at the rate of 500 a minute: the last of them answered. An unanswered one counts as never."""
    from desk.app.bench_live import burst as pour

    spent = pour(folder, leads, leads * 60 / BURST_A_MINUTE)
    slowest = spent[-1] if len(spent) == leads else float("inf")
    yield Figure(f"burst of {leads} leads at {BURST_A_MINUTE} a minute, the slowest", slowest, None, "s")


def windows(folder: Path, leads: int) -> Iterator[Measured]:
    """The real window over a store with so many open leads, beside a bare one; each started as a process of its own."""
    from desk.app.bench_frames import measure_frames
    from desk.app.bench_live import furnished
    from desk.app.bench_window import measure_window

    furnished(folder, leads)
    for told in (*measure_window(folder), *measure_frames(folder)):
        value, floor, ratio, goal = (float(told[name]) for name in ("value", "floor", "ratio", "goal"))
        yield Measured(str(told["name"]), value, str(told["unit"]), floor, ratio, goal, met=ratio <= goal)


def judged(figure: Figure) -> Measured:
    """A figure beside what was promised of it."""
    if least := LEAST.get(figure.name):
        return Measured(figure.name, round(figure.ours, 4), figure.unit, goal=least, met=figure.ours >= least)
    goal = next((most for name, most in GOALS.items() if figure.name.startswith(name)), None)
    weighed = figure.ours if figure.ratio is None else figure.ratio
    return Measured(
        figure.name, round(figure.ours, 4), figure.unit, figure.floor and round(figure.floor, 4), figure.ratio and round(figure.ratio, 2),
        goal, None if goal is None else weighed <= goal,
    )  # fmt: skip


def line(it: Measured) -> str:
    """One figure in words."""
    floor = (
        f"  {it.ratio:.2f} x the floor of {it.floor:g} {it.unit}"
        if it.floor is not None and it.ratio is not None
        else ""
    )
    goal = (
        f"  (goal {'at least ' if it.name in LEAST else ''}{it.goal:g}{' x' if floor else ''}: {'met' if it.met else 'missed'})"
        if it.goal is not None
        else ""
    )
    return f"{it.name:<52} {it.value:>10.3f} {it.unit}{floor}{goal}"
