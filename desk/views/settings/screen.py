"""The settings' frame: sections at the left that can be searched, the chosen one at the right with its Save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.views import paint
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.icons import paint_icon
from desk.views.settings.machine import Machine
from desk.views.settings.make import makers
from desk.views.settings.sections import Section, fits, sections
from desk.views.setup.page import StepPage, scrolled
from desk.views.setup.trial import Probes
from desk.views.text import say
from desk.views.theme import Theme

LEFT = 218


class SectionRow(w.Pressable):
    """A section: icon, name, and at the right what is wrong in it, if anything."""

    def __init__(self, section: Section) -> None:
        super().__init__(section.words)
        self.section, self.trouble = section, ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_trouble(self, words: str) -> None:
        if words != self.trouble:
            self.trouble = words
            self.setAccessibleName(f"{self.text()}, {words}" if words else self.text())
            self.update()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.space(LEFT - 16), t.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        rect, middle, side = QRectF(self.rect()), self.height() / 2, t.px(16)
        if self.isChecked() or self.underMouse():
            paint.rounded(p, rect, 6, "accent_tint" if self.isChecked() else "hover", t)
        ink = "accent" if self.isChecked() else "t2"
        paint_icon(p, self.section.icon, t.space(9), middle - side / 2, side, t.tokens[ink])
        left, right = t.space(9) + side + t.space(10), self.width() - t.space(8)
        if self.trouble:
            right -= side
            paint_icon(p, "triangle-alert", right, middle - side / 2, side, t.tokens["warn"])
        words = paint.elided("row", self.text(), right - left - 4, t)
        self.setToolTip(self.trouble or (self.text() if words != self.text() else ""))
        paint.text(p, "row", "accent" if self.isChecked() else "t1", left, middle, words, t)


class SettingsScreen(QWidget):
    """``setup_wanted``: go through the set-up's steps."""

    setup_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        zone: str,
        probes: Probes | None = None,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._makers: dict[str, Callable[[], StepPage]] = makers(bridge, zone, probes, machine)
        self.sections = tuple(section for section in sections() if section.key in self._makers)
        self.rows = {section.key: SectionRow(section) for section in self.sections}
        self.pages: dict[str, StepPage] = {}
        self._settings: Mapping[str, Any] = {}
        self.key = ""
        self.find = QLineEdit()
        self.title, self.line = w.Words("", "title"), w.ElidedWords("", "body", "t2")
        self.told = w.Words("", "secondary", "ok")
        self.save_button = w.Button(say("Save"), "primary", key="Ctrl ↵")
        self.steps = w.Button(say("Go through set-up"), "ghost", icon="list-checks", size="row")
        self.stack = QStackedWidget()
        self._build()
        self._connect()

    # --- parts ---

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        right = QVBoxLayout()
        right.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 16, 8)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.line, 1)
        head.addWidget(self.told)
        head.addWidget(self.save_button)
        right.addLayout(head)
        right.addWidget(self.stack, 1)
        row.addLayout(right, 1)

    def _left(self) -> QWidget:
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(2)
        title = w.Words(say("Settings"), "title")
        title.setContentsMargins(8, 0, 0, 6)
        column.addWidget(title)
        self.find.setPlaceholderText(say("Find a setting"))
        self.find.setAccessibleName(say("Find a setting"))
        column.addWidget(self.find)
        column.addSpacing(10)
        self.list = scrolled(self.rows.values(), 2)
        column.addWidget(self.list, 1)
        column.addSpacing(6)
        column.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignLeft)
        foot = w.Words(say("Changes are kept in History."), "secondary", "t3", wrap=True)
        foot.setContentsMargins(8, 4, 0, 0)
        column.addWidget(foot)
        self._dress()
        Theme.current().changed.connect(self._dress)
        return self.side

    def _dress(self) -> None:
        self.side.setFixedWidth(Theme.current().space(LEFT) + 24)

    def _connect(self) -> None:
        for key, row in self.rows.items():
            row.clicked.connect(lambda _=False, key=key: self.go(key))
        self.find.textChanged.connect(self._narrow)
        self.find.returnPressed.connect(self._take_found)
        self.save_button.clicked.connect(self.save)
        self.steps.clicked.connect(self.setup_wanted)
        self._bridge.changed.connect(self._changed)
        w.on_ctrl_enter(self, self.save)

    # --- going about ---

    def go(self, key: str) -> None:
        """Show a section; it is made when it is first shown."""
        if key not in self._makers:
            return
        self.key = key
        section = next(each for each in self.sections if each.key == key)
        page = self.page_of(key)
        self.rows[key].setChecked(True)
        QTimer.singleShot(0, self.rows[key], lambda: self.list.ensureWidgetVisible(self.rows[key], 0, 8))
        self.title.setText(section.words)
        self.line.setText(section.line)
        self.told.setText("")
        self.save_button.setVisible(page.has_save)
        self.stack.setCurrentWidget(page)

    def page_of(self, key: str) -> StepPage:
        if key not in self.pages:
            page = self.pages[key] = self._makers[key]()
            page.bare()
            page.saved.connect(lambda _: self.told.setText(say("Saved")))
            self.stack.addWidget(page)
            page.show_settings(self._settings)
        return self.pages[key]

    @property
    def page(self) -> StepPage:
        return self.pages[self.key]

    def save(self) -> None:
        """Record the section in sight."""
        self.told.setText("")
        self.page.save()

    def _narrow(self, words: str) -> None:
        for row in self.rows.values():
            row.setVisible(fits(row.section, words))

    def _take_found(self) -> None:
        found = next((row for row in self.rows.values() if fits(row.section, self.find.text())), None)
        if found is not None:
            self.go(found.section.key)
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- facts in ---

    def read(self) -> None:
        self._bridge.ask(lambda read: (read.settings(), read.health()), self._show)  # type: ignore[attr-defined]  # the reader's settings

    def _show(self, read: tuple[Mapping[str, Any], Any]) -> None:
        settings, health = read
        self.show_settings(settings)
        self._show_health({line.name: line.words for line in health if not line.ok})

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        for page in self.pages.values():
            page.show_settings(settings)
        if not self.key:
            self.go("store")

    def _show_health(self, down: Mapping[str, str]) -> None:
        """A line that is down is marked at its section."""
        other = say("Another desk works on the mailbox") if self._settings.get("desk.other") else ""
        second = self._settings.get("mail.second_answer") or {}
        if not other and second.get("found") and not second.get("kept"):
            other = say("Something else answers leads too")
        told = {
            "mail": other or down.get("Mail in", "") or down.get("Mail out", ""),
            "text": down.get("Texts", "") or down.get("Texts out", ""),
            "stock": down.get("Inventory feed", ""),
        }
        for key, words in told.items():
            self.rows[key].show_trouble(words)

    def _changed(self, changes: Any) -> None:
        """What somebody else saved is shown, unless this person is in the middle of writing."""
        if not self.isVisible() or not changes.kinds & {"settings", "health"}:
            return
        if not self.page.isAncestorOf(self.focusWidget() or self):
            self.read()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.read()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        p.setPen(t.pen("line"))
        p.drawLine(self.side.width(), 0, self.side.width(), self.height())
