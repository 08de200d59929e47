"""The wide lead's side tabs: next steps, vehicle, needs, trade-in, coverage, audit. A tab without facts is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.models.snapshots.lead import LeadView, NextSend, TaskView, VehicleView
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.bubble_words import status_words, why_words
from desk.views.detail.open_lead import OpenLead
from desk.views.detail.side_forms import needs_parts, standing_row, trade_parts
from desk.views.detail.side_rows import Ruled, fact, listed
from desk.views.icons import pixmap
from desk.views.text import say, told
from desk.views.theme import Theme

EDGES = 40  # what a page's margins and scroll bar take of its width
_TAB_ICONS = {
    "steps": "list-checks", "vehicle": "car", "needs": "sliders-horizontal", "trade": "arrow-left-right", "coverage": "shield-check",
    "audit": "history",
}  # fmt: skip
_ICONS = {"text": "message-square", "email": "mail", "call": "phone"}


class Page(QScrollArea):
    """One tab: a column of parts that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def fill(self, parts: Iterable[QWidget]) -> None:
        place = self.verticalScrollBar().value()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(2)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(place)


class SideTabs(QTabWidget):
    """``log_wanted``: log an activity; ``visit_wanted``: book a visit; ``card_wanted``: one of the questions that stand in the lead."""

    log_wanted = Signal()
    visit_wanted = Signal()
    card_wanted = Signal(str)

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = lead
        self._pages = {key: Page() for key in ("steps", "vehicle", "needs", "trade", "coverage", "audit")}
        self._shown: LeadView | None = None
        self._keys: list[str] = []
        self.setDocumentMode(True)
        self.tabBar().setUsesScrollButtons(False)
        self.tabBar().setExpanding(False)
        self.tabBar().setAccessibleName(say("More about this lead"))
        self.setAccessibleName(say("More about this lead"))
        self.currentChanged.connect(self._chosen)
        Theme.current().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        """Six tabs stand side by side at 380 px."""
        t = Theme.current()
        size = f"font-size: {t.px(12)}px; padding: {t.space(8)}px {t.space(7)}px"
        self.tabBar().setStyleSheet(f"QTabBar::tab {{ {size} }}")
        self.tabBar().setIconSize(QSize(t.px(16), t.px(16)))
        self._name_tabs()

    def _name_tabs(self) -> None:
        """By their words where all of them have room; else by icons, with the words of the one in sight, as the stages fold."""
        self._write_tabs(folded=False)
        if self.tabBar().sizeHint().width() > self.width():
            self._write_tabs(folded=True)

    def _write_tabs(self, *, folded: bool) -> None:
        t, ratio = Theme.current(), self.devicePixelRatioF()
        for place, key in enumerate(self._keys):
            words, at = tab_words(key), place == self.currentIndex()
            drawn = pixmap(_TAB_ICONS[key], t.px(16), t.tokens["t1" if at else "t2"], ratio)
            self.setTabIcon(place, QIcon(drawn) if folded else QIcon())
            self.setTabText(place, words if at or not folded else "")
            self.setTabToolTip(place, say("{words} (Alt+{n})", words=words, n=place + 1))
            self.tabBar().setAccessibleTabName(place, words)

    def _chosen(self) -> None:
        self._name_tabs()
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_tabs()

    def show_lead(self, view: LeadView, *, fresh: bool) -> None:
        self._shown = view
        keys = [key for key, shown in _which(view).items() if shown]
        if keys != self._keys:
            chosen = self._keys[self.currentIndex()] if self._keys and not fresh else "steps"
            self.blockSignals(True)
            self.clear()
            for key in keys:
                self.addTab(self._pages[key], tab_words(key))
            self.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
            self.blockSignals(False)
            self._keys = keys
            self._name_tabs()
        elif fresh:
            self.setCurrentIndex(0)
        self._fill()

    def choose(self, number: int) -> None:
        """Alt+1 to Alt+6."""
        if number < self.count():
            self.setCurrentIndex(number)

    def _fill(self) -> None:
        """Only the tab in sight is built."""
        if self._shown is None or not self._keys:
            return
        key = self._keys[self.currentIndex()]
        make = {"steps": self._steps, "vehicle": self._vehicles, "needs": self._needs, "trade": self._trade,
                "coverage": self._coverage, "audit": self._audit}  # fmt: skip
        self._pages[key].fill(make[key](self._shown))

    # --- next steps ---

    def _steps(self, view: LeadView) -> list[QWidget]:
        open_ones = [task for task in view.tasks if not task.done]
        done = [task for task in view.tasks if task.done]
        visit = view.forms.visit if view.forms is not None else None
        parts: list[QWidget] = (
            [standing_row(visit, self._lead, self.card_wanted.emit)] if visit is not None else []
        )
        parts += [self._task(task) for task in open_ones]
        if not open_ones:
            parts.append(
                w.Words(
                    say("No step is planned. Log an activity to set the next one."), "body", "t3", wrap=True
                )
            )
        if view.next_sends:
            parts += [
                _heading(say("AI schedule")),
                *(part for send in view.next_sends for part in self._send(send)),
            ]
        if done:
            parts += [
                _heading(say("Done")),
                *(listed("check", task.title, "", task.owner_name) for task in done),
            ]
        return [*parts, self._log_row()]

    def _task(self, task: TaskView) -> QWidget:
        row = Ruled()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 7, 0, 8)
        tick = QCheckBox()
        tick.setAccessibleName(say("Done: {title}", title=task.title))
        tick.setToolTip(say("Mark as done"))
        tick.clicked.connect(lambda: self._lead.run(c.FinishTask(task_id=task.id)))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(w.Words(task.title, "row", wrap=True))
        under = task.recommended or (task.why[0] if task.why else "")
        if under:
            words.addWidget(w.Words(under, "secondary", "t3", wrap=True))
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        due, over = self._due(task)
        line.addWidget(
            w.Words(due, "caption_strong" if over else "secondary", "bad" if over else "t3"),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        return row

    def _due(self, task: TaskView) -> tuple[str, bool]:
        if task.due is None:
            return "", False
        now, zone = self._lead.now(), self._lead.zone
        words, over = formats.due(task.due, now, zone)
        return (words, True) if over else (formats.when(task.due, zone, now), False)

    def _send(self, send: NextSend) -> Iterator[QWidget]:
        """What is sent next and when; below what waits or did not go, the reason (FLOW-13, COMPLY-05)."""
        now, zone = self._lead.now(), self._lead.zone
        at = formats.when(send.due, zone, now) if send.due else ""
        tone = {"pending_approval": "warn", "uncertain": "warn", "failed": "bad"}.get(send.state, "t3")
        words = f"{told(send.channel.capitalize())}: {told(send.purpose.replace('_', ' '))}"
        row = listed(_ICONS.get(send.channel, "send"), words, at, status_words(send.state), tone)
        yield row
        if send.state != "queued" and send.words not in ("", status_words(send.state)):
            why = w.Words(send.words, "secondary", "t3", wrap=True)
            why.setContentsMargins(22, 0, 0, 4)
            yield why

    def _log_row(self) -> QWidget:
        """Side by side where both have room."""
        row = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        line.setContentsMargins(0, 10, 0, 0)
        button = w.Button(say("Log activity"), key="E", icon="check", size="row")
        button.clicked.connect(self.log_wanted)
        visit = w.Button(say("Book a visit"), key="B", icon="calendar", size="row")
        visit.clicked.connect(self.visit_wanted)
        for each in (button, visit):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        if line.minimumSize().width() > self.width() - EDGES:
            line.setDirection(QBoxLayout.Direction.TopToBottom)
        line.addStretch(1)
        return row

    # --- facts ---

    def _vehicles(self, view: LeadView) -> list[QWidget]:
        return [part for vehicle in view.vehicles for part in self._vehicle(vehicle)]

    def _vehicle(self, vehicle: VehicleView) -> list[QWidget]:
        tone = {"available": "ok", "sold": "bad", "gone": "bad", "on_hold": "warn"}.get(
            vehicle.status, "plain"
        )
        parts: list[QWidget] = [
            w.Words(vehicle.title or say("A vehicle"), "section", wrap=True),
            w.Badge(vehicle.status_words, tone, "car"),
        ]
        facts = (
            (say("Stock"), vehicle.stock),
            (say("VIN"), vehicle.vin),
            (say("Condition"), told(vehicle.condition.capitalize())),
            (say("Mileage"), formats.count(vehicle.mileage) if vehicle.mileage is not None else ""),
            (say("Interest"), told(vehicle.interest.replace("_", " ").capitalize())),
            (say("They wrote"), vehicle.comments),
        )
        parts += [fact(caption, words) for caption, words in facts if words]
        if vehicle.history_url:
            button = w.Button(say("Open history report"), icon="external-link", size="row")
            button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(vehicle.history_url)))
            parts.append(button)
        return parts

    def _needs(self, view: LeadView) -> list[QWidget]:
        return needs_parts(view, self.card_wanted.emit)

    def _trade(self, view: LeadView) -> list[QWidget]:
        return trade_parts(view, self.card_wanted.emit)

    def _coverage(self, view: LeadView) -> list[QWidget]:
        """Who is covered until when; each policy with its verdict; then the evidence (COVER-04)."""
        parts: list[QWidget] = [w.Words(view.coverage_words, "name", wrap=True)]
        rows = [_policy(*row) if row[3] in _VERDICTS else _evidence(*row) for row in view.coverage_rows]
        first = next((n for n, row in enumerate(view.coverage_rows) if row[3] not in _VERDICTS), len(rows))
        if rows[first:]:
            rows.insert(first, _heading(say("Evidence")))
        return [*parts, *rows]

    def _audit(self, view: LeadView) -> list[QWidget]:
        """That somebody reads the record stands in it too (R22)."""
        self._lead.ask(lambda read: read.audit_read(view.card.id), lambda _: None)
        now, zone = self._lead.now(), self._lead.zone
        parts: list[QWidget] = []
        for line in view.audit:
            why = why_words(line.why)
            what = f"{line.what} ({why})" if why else line.what
            who = f", {line.who}" if line.who and line.who not in what else ""
            parts.append(fact(formats.when(line.at, zone, now), f"{what}{who}", "t2"))
        return [*parts, w.Words(say("The record cannot be edited."), "secondary", "t3")]


_VERDICTS = ("Covered", "Not covered")


def _policy(icon: str, name: str, words: str, verdict: str) -> QWidget:
    """A policy: its name, until when or why not, and its verdict."""
    row, covered = Ruled(), verdict == "Covered"
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 5, 0, 6)
    line.setSpacing(8)
    line.addWidget(w.Icon(icon, "ok" if covered else "t3", 16), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(w.Words(name, "row", wrap=True))
    column.addWidget(w.Words(words, "secondary", "t3", wrap=True))
    line.addLayout(column, 1)
    tone = "ok" if covered else "t2"
    line.addWidget(w.Words(told(verdict), "secondary_medium", tone), 0, Qt.AlignmentFlag.AlignTop)
    return row


def _evidence(icon: str, what: str, at: str, weight: str) -> QWidget:
    return listed(icon, what, at, told(weight), "ok" if weight == "Counts" else "t3")


def _which(view: LeadView) -> dict[str, bool]:
    return {
        "steps": True,
        "vehicle": bool(view.vehicles),
        "needs": view.forms is not None,
        "trade": view.forms is not None,
        "coverage": bool(view.coverage_words),
        "audit": True,
    }


def tab_words(key: str) -> str:
    return {
        "steps": say("Next steps"),
        "vehicle": say("Vehicle"),
        "needs": say("Needs"),
        "trade": say("Trade-in"),
        "coverage": say("Coverage"),
        "audit": say("Audit"),
    }[key]


def _heading(words: str) -> QWidget:
    label = w.Words(words, "caption_strong", "t3")
    label.setContentsMargins(0, 10, 0, 2)
    return label
