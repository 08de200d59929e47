"""What the sections with many entries share: a list found by a few words at the left, the one in hand at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.page import Beside, StepPage
from desk.views.text import say
from desk.views.widgets.rows import emptied

TYPED_MS = 150
_LONGEST = 60
_UNDER = 6  # entries that stand above the one in hand where there is no room beside it; the rest is found by typing


class Entry(NamedTuple):
    """One entry of the list: its words, whether it is in hand, and what taking it in hand does."""

    words: str
    in_hand: bool
    take: Callable[[], Any]
    icon: str = ""


class ListedPage(StepPage):
    """``read`` asks for what lies in the list, ``show_entries`` shows it, ``choose`` takes one in hand; None begins a new one.

    ``told_by`` is the kind of change after which it is read again; below ``wide`` pixels the two columns stand one under
    the other, and ``shares`` are their parts of the width.
    """

    has_save = False
    told_by = ""
    wide = 760
    shares = (4, 6)

    def __init__(self, bridge: Bridge, finds: str, *, adds: bool = True) -> None:
        super().__init__(bridge, "", "")
        self.list, self.right = QVBoxLayout(), QVBoxLayout()
        self._entries: tuple[Entry, ...] = ()
        self.more = w.Words("", "secondary", "t3", wrap=True)
        self.find, self.count = QLineEdit(), w.Words("", "secondary", "t3", wrap=True)
        self.fresh = w.Button(say("New"), icon="plus", size="row")
        if not adds:
            self.fresh.hide()
        named(self.find, finds)
        self._typing = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typing.timeout.connect(self.read)
        self.find.textChanged.connect(lambda _: self._typing.start())
        self.fresh.clicked.connect(lambda: self.choose(None))
        bridge.changed.connect(self._told)
        self._place()

    def _place(self) -> None:
        self._beside, left, head = Beside(self.wide), QVBoxLayout(), QHBoxLayout()
        left.setSpacing(6)
        self.list.setSpacing(4)
        self.right.setSpacing(12)
        head.addWidget(self.find, 1)
        head.addWidget(self.fresh)
        left.addLayout(head)
        left.addWidget(self.count)
        left.addLayout(self.list)
        left.addWidget(self.more)
        left.addStretch(1)
        for column, share in zip((left, self.right), self.shares, strict=True):
            self._beside.addLayout(column, share)
        self.form = self.right
        self.column.addLayout(self._beside)
        self.close_column()

    def read(self) -> None:
        """Ask for what the list shows; told by the section."""
        raise NotImplementedError

    def choose(self, entry: Any) -> None:
        """Show the entry that was picked in the form; told by the section."""
        raise NotImplementedError

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self.read()

    def show_entries(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._fill()

    def _fill(self) -> None:
        """All entries beside the one in hand; under each other a few, so that it stays in sight."""
        emptied(self.list)
        shown = self._entries if self._beside.is_wide else self._nearest()
        for entry in shown:
            self.list.addWidget(_row(entry))
        left = len(self._entries) - len(shown)
        self.more.setText(say("{n} more; type to find one", n=left))
        self.more.setVisible(left > 0)

    def _nearest(self) -> tuple[Entry, ...]:
        place = next((place for place, entry in enumerate(self._entries) if entry.in_hand), 0)
        start = max(0, min(place - _UNDER // 2, len(self._entries) - _UNDER))
        return self._entries[start : start + _UNDER]

    def bring(self, part: QWidget) -> None:
        """Scroll to a part once it has its place."""
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part))

    def finds(self, words: str) -> bool:
        """Whether every word typed into the find field is in ``words``: for a list that is read whole."""
        return all(each in words.casefold() for each in self.find.text().casefold().split())

    def recorded(self) -> None:
        """What was asked is done: the frame says so, and the list is read again."""
        self.refusal.say("")
        self.saved.emit(self.key)
        self.read()

    def _told(self, changes: Any) -> None:
        if self.told_by in changes.kinds and self.isVisible():
            self.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        was_wide = self._beside.is_wide
        self._beside.fit(event.size().width())
        if self._beside.is_wide != was_wide:
            self._fill()


def named(field: QLineEdit, words: str) -> QLineEdit:
    """A field whose words stand inside it while it is empty, and are its name for the ear."""
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    return field


def _row(entry: Entry) -> w.Button:
    words = entry.words if len(entry.words) <= _LONGEST else f"{entry.words[: _LONGEST - 1]}…"
    button = w.Button(words, "default" if entry.in_hand else "ghost", icon=entry.icon, size="row")
    button.setToolTip(entry.words if words != entry.words else "")
    button.clicked.connect(lambda _=False: entry.take())  # a click carries whether it is checked
    return button
