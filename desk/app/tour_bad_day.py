"""The tour's bad days: the smallest window, large text, high contrast, and the longest name a customer has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QSize

from desk.app.tour import SIZE, Tour
from desk.app.tour_forms import FORMS
from desk.app.tour_ways import back_to_board
from desk.models.commands import EditLead
from desk.views.theme import Theme

Stop = Callable[[Tour, str], None]
SMALLEST = QSize(1100, 700)
LONGEST = "Featherstonehaugh-Okonkwo de la Cruz"
_FIRSTS = {"new": "Maximiliana", "engaged": "Bartholomew-James", "appointment_set": "Konstantinos"}
#: Which screens are taken small (1100 by 700 at 125 %), large (200 %) and in high contrast.
TIGHT = ("board", "lead", "today", "monitor", "inbox-merge", "quarantine", "tower", "alerts", *FORMS)
LARGE = ("lead", "today", "monitor", "inbox-merge")
CONTRAST = ("board", "lead")
#: The day, the monitor and the questions in a lead are also taken dark, and at 150 %.
DARK = HALF_AGAIN = ("today", "today-rep", "monitor", *FORMS)


def bad_days(stops: Mapping[str, Stop]) -> dict[str, Stop]:
    """The stops again as on a bad day, named after what they show: monitor-tight, lead-large, board-contrast."""
    days = (
        ("tight", TIGHT, _tight), ("large", LARGE, _large), ("contrast", CONTRAST, _contrast), ("dark", DARK, _dark),
        ("150", HALF_AGAIN, _half_again),
    )  # fmt: skip
    return {
        f"{name}-{kind}": partial(_take, stop=stops[name], day=day)
        for kind, names, day in days
        for name in names
    }


def _take(tour: Tour, name: str, *, stop: Stop, day: Callable[[Tour], Iterator[None]]) -> None:
    with contextmanager(day)(tour):
        stop(tour, name)
    back_to_board(tour)


def _tight(tour: Tour) -> Iterator[None]:
    """The smallest window at 125 %; the first leads of three columns have the longest names."""
    _lengthen(tour)
    tour.window.resize(SMALLEST)
    try:
        with tour.scaled(1.25):
            yield
    finally:
        tour.window.resize(SIZE)
        tour.settle()


def _large(tour: Tour) -> Iterator[None]:
    with tour.scaled(2.0):
        yield


def _dark(tour: Tour) -> Iterator[None]:
    with tour.dark():
        yield


def _half_again(tour: Tour) -> Iterator[None]:
    with tour.scaled(1.5):
        yield


def _contrast(tour: Tour) -> Iterator[None]:
    Theme.current().switch("high_contrast")
    tour.settle()
    try:
        yield
    finally:
        Theme.current().switch("light")
        tour.settle()


def _lengthen(tour: Tour) -> None:
    """Once in a tour: the first customers of three columns get the longest names there are."""
    page = tour.ask(lambda read: read.board("everyone"))
    shown = {column.stage: column.cards for column in page.columns}
    if any(card.name.endswith(LONGEST) for cards in shown.values() for card in cards):
        return
    for stage, first in _FIRSTS.items():
        named = {"first": first, "last": LONGEST, "full": f"{first} {LONGEST}"}
        tour.seat.bridge.run(EditLead(lead_id=shown[stage][0].id, customer=named))
    strip = tour.window.overlays.undo_strip
    tour.until(strip.isVisible, "the offer to take it back")
    strip.hide()
