"""What the monitor is narrowed to: a source, a condition. How much it hides is always said, so that nobody waits unseen (ILM-02)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desk.models.snapshots.monitor import MonitorRow
from desk.views import widgets as w
from desk.views.text import say

CONDITIONS = ("new", "used")


def condition_words(condition: str) -> str:
    return {"new": say("New"), "used": say("Used")}[condition]


class Narrow(w.Button):
    """The filter's button: its menu names the sources that wait now. ``changed``: other lines are wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(say("Filter"), "ghost", icon="funnel", key="F", size="row")
        self.source = self.condition = ""
        self._sources: list[str] = []
        self.menu: QMenu | None = None
        self.clicked.connect(self.offer)

    def show_rows(self, rows: Iterable[MonitorRow]) -> None:
        """Which sources can be chosen; the one that is chosen stays although nobody of it waits any more."""
        self._sources = sorted({row.card.source for row in rows} | ({self.source} - {""}))

    def keeps(self, row: MonitorRow) -> bool:
        """Whether a line is shown. What the inquiry says nothing of is neither new nor used."""
        return self.source in ("", row.card.source) and self.condition in ("", row.condition)

    def shown(self) -> list[str]:
        """As people read it."""
        return [self.source] * bool(self.source) + (
            [condition_words(self.condition)] if self.condition else []
        )

    def choose(self, *, source: str | None = None, condition: str | None = None) -> None:
        """An empty one takes the choice back."""
        self.source = self.source if source is None else source
        self.condition = self.condition if condition is None else condition
        told = self.shown()
        self.set_words(say("Filter · {n}", n=len(told)) if told else say("Filter"))
        self.kind = "default" if told else "ghost"
        self.changed.emit()

    def clear(self) -> None:
        self.choose(source="", condition="")

    def offer(self) -> None:
        """F: all sources or one, new and used or one of them."""
        self.menu = menu = QMenu(self)
        for source in ("", *self._sources):
            self._add(menu, source or say("All sources"), self.source == source, source=source)
        menu.addSeparator()
        for condition in ("", *CONDITIONS):
            words = condition_words(condition) if condition else say("New and used")
            self._add(menu, words, self.condition == condition, condition=condition)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _add(self, menu: QMenu, words: str, is_on: bool, **chosen: str) -> None:
        act = menu.addAction(words)
        act.setCheckable(True)
        act.setChecked(is_on)
        act.triggered.connect(lambda _=False: self.choose(**chosen))


class Hidden(QWidget):
    """What stands outside the filter, those that are overdue named apart, with the way back. ``cleared``: show all."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = w.Words("", "secondary_medium", "warn", wrap=True)
        self.clear = w.Button(say("Show all"), size="row")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.addWidget(w.Icon("funnel", "warn", 14))
        row.addWidget(self.words, 1)
        row.addWidget(self.clear)
        self.clear.clicked.connect(self.cleared)
        self.hide()

    def say(self, shown: list[str], hidden: int, overdue: int) -> None:
        """``hidden`` lines wait outside of what is ``shown``, ``overdue`` of them past their target."""
        late = say(", {n} of them overdue", n=overdue) if overdue else ""
        words = say(
            "Only {filter} is shown. Not shown: {n} waiting{late}.",
            filter=", ".join(shown),
            n=hidden,
            late=late,
        )
        self.words.setText(words)
        self.setAccessibleName(words)
        self.words.set_tone("bad" if overdue else "warn")
        self.setVisible(bool(shown))
