"""Set-up: six steps at the left, one question at the right, each tested as entered; it can be left at any time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.icons import paint_icon
from desk.views.setup.look import LookButtons
from desk.views.setup.mail_step import MailStep
from desk.views.setup.page import StepPage, scrolled
from desk.views.setup.steps import LiveStep, StoreStep, TextStep
from desk.views.setup.stock import StockStep
from desk.views.setup.team import TeamStep
from desk.views.setup.trial import Probes
from desk.views.text import say
from desk.views.theme import Theme

if TYPE_CHECKING:
    from desk.views.settings.machine import Machine

LEFT = 300
#: About how long each step takes a person who has everything at hand.
_MINUTES = {"store": 5, "mail": 5, "text": 5, "stock": 5, "team": 5, "live": 1}


class StepRow(w.Pressable):
    """A step: its number or check, its name, and its state in words."""

    def __init__(self, number: int, words: str) -> None:
        super().__init__(words)
        self.number, self.done, self.state_words = number, False, ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, done: bool, words: str) -> None:
        self.done, self.state_words = done, words
        self.setAccessibleName(f"{self.text()}, {words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, Theme.current().px(50))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        if self.isChecked():
            paint.rounded(p, QRectF(self.rect()), 8, "surface", t, t.pen("line"))
        middle, side = self.height() / 2, t.px(24)
        ball = QRectF(t.space(10), middle - side / 2, side, side)
        fill = "accent" if self.done else None
        paint.rounded(
            p, ball, side / 2, fill, t, None if self.done else t.pen("accent" if self.isChecked() else "ctl")
        )
        if self.done:
            paint_icon(
                p, "check", ball.center().x() - t.px(7), middle - t.px(7), t.px(14), t.tokens["on_accent"]
            )
        else:
            number = str(self.number)
            paint.text(
                p,
                "secondary_strong",
                "t2",
                ball.center().x() - t.width("secondary_strong", number) / 2,
                middle,
                number,
                t,
            )
        x = ball.right() + t.space(12)
        paint.text(p, "row", "t1", x, middle - t.px(9), self.text(), t)
        paint.text(
            p,
            "secondary",
            "t3",
            x,
            middle + t.px(9),
            paint.elided("secondary", self.state_words, self.width() - x - 8, t),
            t,
        )


class SetupScreen(QWidget):
    """``finished`` when the last step is done, ``left`` when the person goes on later."""

    finished = Signal()
    left = Signal()

    def __init__(
        self,
        bridge: Bridge,
        probes: Probes | None = None,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.pages: dict[str, StepPage] = {
            page.key: page
            for page in (
                StoreStep(bridge),
                MailStep(bridge, probes),
                TextStep(bridge, probes),
                StockStep(bridge),
                TeamStep(bridge),
                LiveStep(bridge, machine),
            )
        }
        self.done: list[str] = []
        self._settings: Mapping[str, Any] = {}
        self.left_words = w.Words("", "secondary", "t2")
        names = (
            say("Store and hours"),
            say("Mailbox"),
            say("Texting number"),
            say("Inventory"),
            say("Team and shifts"),
            say("Go live"),
        )
        self.rows = {
            key: StepRow(n, words) for n, (key, words) in enumerate(zip(self.pages, names, strict=True), 1)
        }
        self.bar, self.told = QProgressBar(), w.Words("", "secondary", "t2")
        self.stack, self.place = QStackedWidget(), w.Words("", "secondary", "t3")
        self.later = w.Button(say("Finish later"), icon="log-out")
        stays = say("Leave at any time: what you entered is kept, and Settings shows what is missing.")
        self.kept = w.Words(stays, "secondary", "t3", wrap=True)
        self.later.setToolTip(stays)
        self.back, self.skip = w.Button(say("Back")), w.Button(say("Skip for now"), "ghost")
        self.next = w.Button(say("Save and go on"), "primary", key="Ctrl ↵")
        self._build()
        self._connect()
        self.go("store")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        right = QVBoxLayout()
        right.setSpacing(0)
        for page in self.pages.values():
            self.stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(34, 12, 16, 0)
        head.addWidget(self.place)
        head.addWidget(LookButtons(), 1)
        right.addLayout(head)
        right.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(34, 10, 34, 16)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.skip)
        foot.addWidget(self.next)
        right.addLayout(foot)
        row.addLayout(right, 1)

    def _left(self) -> QWidget:
        self.side = QWidget()
        left = QVBoxLayout(self.side)
        left.setContentsMargins(12, 18, 12, 18)
        left.setSpacing(4)
        title = QHBoxLayout()
        title.addWidget(w.Mark(26))
        title.addWidget(w.Words(say("Set up my store"), "name"), 1)
        left.addLayout(title)
        self.bar.setRange(0, len(self.pages))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(5)
        left.addSpacing(14)
        left.addWidget(self.bar)
        progress = QHBoxLayout()
        progress.addWidget(self.told, 1)
        progress.addWidget(self.left_words)
        left.addLayout(progress)
        left.addSpacing(10)
        self.list = scrolled(self.rows.values(), 4)
        left.addWidget(self.list, 1)
        left.addWidget(self.kept)
        left.addWidget(self.later)
        self._dress()
        Theme.current().changed.connect(self._dress)
        return self.side

    def _dress(self) -> None:
        self.side.setFixedWidth(Theme.current().space(LEFT))
        self.kept.setHidden(
            Theme.current().is_large
        )  # then the steps need its room; the button's tooltip says it

    def _connect(self) -> None:
        for key, step in self.rows.items():
            step.clicked.connect(lambda _=False, key=key: self.go(key))
        for page in self.pages.values():
            page.saved.connect(self._saved)
        self.later.clicked.connect(self._later)
        self.back.clicked.connect(lambda: self._step(-1))
        self.skip.clicked.connect(lambda: self._step(1))
        self.next.clicked.connect(self.save)
        w.on_ctrl_enter(self, self.save)

    def save(self) -> None:
        """Record the step in sight and go on."""
        self.page.save()

    @property
    def page(self) -> StepPage:
        return self.pages[self.key]

    # --- going about ---

    def read(self) -> None:
        self._bridge.ask(lambda read: read.settings(), self.show_settings)  # type: ignore[attr-defined]  # the reader's settings

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self.done, self._settings = list(settings.get("setup.done", [])), settings
        for page in self.pages.values():
            page.show_settings(settings)
        self._show_progress()

    def go(self, key: str) -> None:
        self.key = key
        self.stack.setCurrentWidget(self.pages[key])
        for name, step in self.rows.items():
            step.setChecked(name == key)
            step.update()
        QTimer.singleShot(0, self.rows[key], lambda: self.list.ensureWidgetVisible(self.rows[key], 0, 8))
        self.place.setText(say("step {n} of {all}", n=list(self.pages).index(key) + 1, all=len(self.pages)))
        self.back.setEnabled(key != next(iter(self.pages)))
        self.skip.setVisible(key != "live")
        last = say("Go live") if key == "live" else say("Save and go on")
        self.next.set_words(say("Use this inventory") if key == "stock" else last)
        self._show_progress()

    def _step(self, by: int) -> None:
        keys = list(self.pages)
        place = keys.index(self.key) + by
        if 0 <= place < len(keys):
            self.go(keys[place])

    def _show_progress(self) -> None:
        count = sum(key in self.done for key in self.pages)
        self.bar.setValue(count)
        self.told.setText(say("{n} of {all} done", n=count, all=len(self.pages)))
        left = sum(minutes for key, minutes in _MINUTES.items() if key not in self.done)
        self.left_words.setText(say("about {n} minutes left", n=left) if left else "")
        for key, step in self.rows.items():
            step.show_state(key in self.done, self._state_of(key))

    def _state_of(self, key: str) -> str:
        """What stands behind a step, in the store's own words; a step nobody has been to yet says so."""
        told = self._settings
        people = sum(person.active for person in getattr(self.pages["team"], "people", ()))
        words = {
            "store": told.get("store.name", ""),
            "mail": told.get("mail.user", ""),
            "text": formats.phone(told.get("text.from_number", "")),
            "stock": say("an inventory is in") if told.get("inventory.seen_at") else "",
            "team": say("1 person so far")
            if people == 1
            else say("{n} people so far", n=people)
            if people
            else "",
            "live": say("the assistant is on")
            if told.get("assistant.live")
            else say("assistant off until you switch it on"),
        }[key]
        if not words and key in self.done:
            return say("done")
        return words or (say("open now") if key == self.key else say("not yet"))

    def _saved(self, key: str) -> None:
        if key not in self.done:
            self.done.append(key)
            self._bridge.run(c.SaveSettings(values={"setup.done": list(self.done)}))
        self._show_progress()
        if key == "live":
            self.finished.emit()
        else:
            self._step(1)

    def _later(self) -> None:
        self.page.keep()
        self.left.emit()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.read()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        p.fillRect(self.side.geometry(), t.colour("rail"))
        p.setPen(t.pen("line"))
        p.drawLine(self.side.width(), 0, self.side.width(), self.height())
