"""The stops of the tour: how each screen is reached, and when it shows what it should."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk.app.tour import SIZE, NotShown, Tour
from desk.app.tour_bad_day import bad_days
from desk.app.tour_board import (
    ai_off,
    board,
    board_200,
    board_dark,
    board_many,
    lead,
    lead_dark,
    lead_tabs,
    palette,
)
from desk.app.tour_forms import FORMS
from desk.app.tour_settings import SETTINGS
from desk.app.tour_ways import back_to_board, card_of, shows, view_of, with_draft
from desk.models.snapshots.board import CardView
from desk.models.snapshots.lead import LeadView
from desk.models.words import AiState
from desk.services.resources import resource_path
from desk.views import widgets as w

_STATES = (
    AiState.ON,
    AiState.HANDED_OFF,
    AiState.PAUSED_BY_STATUS,
    AiState.BACKED_OFF,
    AiState.REACTIVE,
    AiState.OFF,
    AiState.OPTED_OUT,
)
_PICKS = (
    ("Tobias Hartigan-Wu", "name"),
    ("509.555.0187", "phone"),
    ("Toyota 4Runner / stk U3672", "vehicle"),
)
_TOASTS = ("doorbell", "handoff", "escalation")


def states(tour: Tour, name: str) -> None:
    """The seven states of the assistant, light and dark side by side."""
    cards = [card_of(tour, lambda card, state=state: card.ai_state == state) for state in _STATES[1:]]
    views = [view_of(tour, card) for card in (with_draft(tour), *cards)]
    sheet = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    painter.drawPixmap(0, 0, _sheet(tour, views))
    with tour.dark():
        painter.drawPixmap(SIZE.width() // 2, 0, _sheet(tour, views))
    painter.end()
    tour.keep(name, sheet)


def _sheet(tour: Tour, views: list[LeadView]) -> Any:
    from desk.views.detail.assistant import StateCard
    from desk.views.detail.open_lead import OpenLead

    page = QWidget()
    page.setFixedSize(SIZE.width() // 2, SIZE.height())
    page.setAutoFillBackground(True)
    column, grid = QVBoxLayout(page), QGridLayout()
    column.setContentsMargins(20, 16, 20, 16)
    column.addWidget(w.Words("Assistant, seven states", "section"))
    grid.setSpacing(10)
    for place, view in enumerate(views):
        grid.addWidget(
            StateCard(OpenLead(tour.seat.bridge, tour.demo.zone, page), view), place // 2, place % 2
        )
    column.addLayout(grid, 1)
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.show()
    tour.settle()
    picture = page.grab()
    page.close()
    page.deleteLater()
    return picture


def alerts(tour: Tour, name: str) -> None:
    """The notification centre under the doorbell."""
    back_to_board(tour)
    center = tour.made.center
    tour.until(center.awake, "open alerts")
    tour.made.show_alerts()
    tour.until(lambda: center.isVisible() and bool(center.rows), "the notification centre")
    tour.take(name, over=(center,))
    center.hide()


def toast(tour: Tour, name: str) -> None:
    """One toast of each class that rings loudest."""
    back_to_board(tour)
    stack, found = tour.window.toasts, tour.ask(lambda read: read.alerts())
    _close_toasts(tour)
    for kind in _TOASTS:
        alert = next((alert for alert in found if alert.kind == kind), None)
        if alert is None:
            raise NotShown(f"there is no {kind} alert")
        stack.show_alert(alert)
    tour.until(lambda: len(stack.toasts) == len(_TOASTS), "the toasts")
    tour.take(name, over=tuple(stack.toasts))
    _close_toasts(tour)


def new_lead(tour: Tour, name: str) -> None:
    """A lead typed by hand."""
    from desk.views.new_lead import NewLead

    back_to_board(tour)
    tour.made.new_lead()
    tour.until(lambda: tour.window.findChildren(NewLead), "the form")
    form = tour.window.findChildren(NewLead)[-1]
    form.name.setText("Odette Larkspur")
    form.phone.setText("(208) 555-0164")
    form.vehicle.setText("2024 Toyota RAV4 XLE")
    form.comments.setPlainText("Walked in, wants to come back with her sister on Saturday.")
    form.move(tour.window.mapToGlobal(QPoint((SIZE.width() - form.width()) // 2, 110)))
    tour.take(name, over=(form,))
    form.reject()


def today(tour: Tour, name: str) -> None:
    """The morning of a manager."""
    _take_today(tour, name)


def today_rep(tour: Tour, name: str) -> None:
    """The morning of a rep, who sees their own leads."""
    people = tour.ask(lambda read: read.people())
    here = tour.ask(lambda read: read.shell()).person.id
    tour.window.person_chosen.emit(next(person.id for person in people if person.role == "bdc"))
    _take_today(tour, name)
    tour.window.person_chosen.emit(here)


def _take_today(tour: Tour, name: str) -> None:
    tour.window.show_screen("today")
    screen = tour.made.screens["today"].screen_made
    screen.view = None
    screen.read()
    tour.until(lambda: screen.view is not None, "the day")
    tour.until(lambda: not screen.pile.items or screen.pile.view is not None, "the first item of the pile")
    tour.take(name)
    back_to_board(tour)


def monitor(tour: Tour, name: str) -> None:
    """Who waits, with the ladder of the lead that climbed highest of those the assistant wrote to."""
    tour.window.show_screen("monitor")
    screen = tour.made.screens["monitor"].screen_made
    tour.until(lambda: screen.model.view is not None and screen.model.view.rows, "a lead that waits")
    highest = max(
        screen.model.view.rows, key=lambda row: (row.rings, row.assistant.at is not None, row.level)
    )
    screen.select_lead(highest.card.id)
    tour.until(lambda: shows(screen.panel, highest.card.id), "its ladder")
    tour.take(name)
    back_to_board(tour)


def inbox(tour: Tour, name: str) -> None:
    """Everything that waits, with the draft that goes first."""
    screen = _inbox(tour)
    tour.until(lambda: screen.model.lines, "something that waits")
    tour.until(lambda: screen.lead.view is not None and screen.lead.isVisible(), "the first item's lead")
    tour.take(name)


def quarantine(tour: Tour, name: str) -> None:
    """A mail that could not be read, with two fields picked from it."""
    screen, waiting = _inbox(tour), tour.ask(lambda read: read.quarantine())
    wanted = next(mail.id for mail in waiting if "NEW LEAD" in mail.subject)
    screen.select_key(f"quarantine:{wanted}")
    tour.until(lambda: screen.mail.shown is not None and screen.mail.shown.id == wanted, "the mail")
    for words, field in _PICKS:
        screen.mail.raw.find_words(words)
        screen.mail.raw.pick(field)
    tour.until(screen.mail.hints.vehicle.isVisible, "what the store knows of the picked words")
    tour.take(name)


def inbox_merge(tour: Tour, name: str) -> None:
    """A customer of one rep whom another typed in with one digit changed (LEAD-11)."""
    screen = _inbox(tour)
    tour.until(lambda: _first_of(screen, "duplicate"), "a possible duplicate")
    screen.select_key(_first_of(screen, "duplicate"))
    tour.until(lambda: screen.merge.view is not None and screen.merge.view.skate, "both records")
    tour.take(name)


def _first_of(screen: Any, group: str) -> str:
    items = (item for found in screen.model.view.groups if found.key == group for item in found.items)
    return next((item.key for item in items), "")


def tower(tour: Tour, name: str) -> None:
    """A walk-in whose rep is covered, with others on the customer."""
    card = card_of(tour, lambda card: bool(card.owner_id) and _is_covered(tour, card))
    tour.window.show_screen("tower")
    screen = tour.made.screens["tower"].screen_made
    screen.field.setText(card.name)
    tour.until(lambda: shows(screen, card.id), "who is covered")
    tour.take(name)
    back_to_board(tour)


def _is_covered(tour: Tour, card: CardView) -> bool:
    view = tour.ask(lambda read: read.tower(card.id))
    return bool(view.holder) and len(view.others) > 1


def daysheet(tour: Tour, name: str) -> None:
    """The printed sheet, Letter at 144 dots an inch."""
    from desk.views.printing import picture
    from desk.views.today.sheet import page

    sheet = tour.ask(lambda read: read.day_sheet())
    tour.keep(name, picture(page(sheet, tour.demo.zone), 1224, 1584))


def firstrun(tour: Tour, name: str) -> None:
    """What the first start offers on a store without a name."""
    tour.made.show_welcome(lambda: None)
    tour.take(name)
    back_to_board(tour)


def setup(tour: Tour, name: str) -> None:
    """The inventory step with a feed that has three rows it must refuse."""
    screen = _setup(tour, "stock")
    screen.page.read_file(resource_path("sample", "feed.csv"))
    tour.until(screen.page.preview.isVisible, "the preview")
    tour.take(name)


def setup_mail(tour: Tour, name: str) -> None:
    """The mailbox step, tried against the server."""
    screen = _setup(tour, "mail")
    screen.page.try_out()
    tour.until(screen.page.test.isEnabled, "the test of the mailbox")
    tour.take(name)


def doctor(tour: Tour, name: str) -> None:
    tour.window.show_screen("doctor")
    page = tour.made.screens["doctor"].screen_made
    tour.until(
        lambda: page.again.isEnabled() and page.scroll.widget() is not None, "the doctor's lines", 30.0
    )
    tour.take(name)
    back_to_board(tour)


# --- how to get there ---


def _inbox(tour: Tour) -> Any:
    tour.window.show_screen("inbox")
    screen = tour.made.screens["inbox"].screen_made
    tour.until(lambda: screen.was_read, "the inbox")
    return screen


def _setup(tour: Tour, key: str) -> Any:
    tour.window.show_screen("setup")
    screen = tour.made.screens["setup"].screen_made
    tour.until(lambda: bool(screen.done), "the set-up's state")
    screen.go(key)
    return screen


def _close_toasts(tour: Tour) -> None:
    stack = tour.window.toasts
    stack.waiting.clear()
    for shown in tuple(stack.toasts):
        shown.close()
    tour.settle()


STOPS: dict[str, Callable[[Tour, str], None]] = {
    "board": board, "board-dark": board_dark, "board-200": board_200, "board-many": board_many, "palette": palette, "lead": lead, "lead-tabs": lead_tabs, "lead-dark": lead_dark, "ai-off": ai_off, "states": states, "alerts": alerts,
    "toast": toast, "new-lead": new_lead, "today": today, "today-rep": today_rep, "monitor": monitor, "inbox": inbox, "quarantine": quarantine, "inbox-merge": inbox_merge, "tower": tower, "daysheet": daysheet, "firstrun": firstrun, "setup": setup, "setup-mail": setup_mail, "doctor": doctor,
    **SETTINGS, **FORMS,
}  # fmt: skip
_BAD_DAYS = bad_days(STOPS)
STOPS |= _BAD_DAYS
#: Of the bad days the tour shows one of each kind; the others are taken where they are named.
ONLY_ASKED = frozenset(_BAD_DAYS) - {"today-tight", "inbox-merge-tight", "lead-large", "board-contrast"}
