"""What the board is narrowed to beside whose leads: kind of source, band, owner, late, unread. The desk counts by the same words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.views import widgets as w
from desk.views.text import band_words, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from desk.models.snapshots.frame import PersonView

BANDS = ("extremely_hot", "hot", "warm", "cool", "cold")
FLAGS = ("overdue", "unread")


def source_words(kind: str) -> str:
    """A kind of source as people write it."""
    return {
        "website": say("Website"),
        "marketplace": say("Marketplace"),
        "oem": say("Manufacturer"),
        "phone": say("Phone"),
        "walk_in": say("Walk-in"),
        "referral": say("Referral"),
        "chat": say("Chat"),
        "social": say("Social"),
        "trade_in": say("Trade-in form"),
    }.get(kind, kind)


SOURCES = ("website", "marketplace", "oem", "phone", "walk_in", "referral", "chat", "social", "trade_in")


class Narrowing(w.Button):
    """The filter's button: pressing it offers the choices, its words count those that are on. ``changed``: read the board anew."""

    changed = Signal()

    def __init__(self, whose: w.Segment, parent: QWidget | None = None) -> None:
        super().__init__(say("Filter"), "ghost", icon="funnel", size="row", parent=parent)
        self._whose = whose
        self.people: Sequence[PersonView] = ()
        self.on: dict[str, str] = {}
        self.clicked.connect(self._offer)

    def words(self) -> list[str]:
        """As the desk's questions name them: ``band:hot``, ``overdue``."""
        return [f"{name}:{value}" if value else name for name, value in self.on.items()]

    def shown(self) -> list[str]:
        """As people read them."""
        names = {person.id: person.name for person in self.people}
        told = {"band": band_words, "source": source_words, "owner": lambda owner: names.get(owner, owner)}
        flags = {"overdue": say("Overdue"), "unread": say("Unread replies")}
        return [flags[name] if name in flags else told[name](value) for name, value in self.on.items()]

    def choose(self, name: str, value: str = "") -> None:
        """Turn a choice on, or off when it is on already; one of each kind."""
        if self.on.get(name) == value:
            del self.on[name]
        else:
            self.on[name] = value
        self._tell()

    def take(self, on: dict[str, str]) -> None:
        """These choices and no others."""
        self.on = dict(on)
        self._tell()

    def clear(self) -> None:
        self.on.clear()
        self._tell()

    def _tell(self) -> None:
        shown = self.shown()
        self.set_words(say("Filter · {n}", n=len(shown)) if shown else say("Filter"))
        self.setToolTip(", ".join(shown))
        self.kind = "default" if shown else "ghost"
        self.changed.emit()

    def menu(self) -> QMenu:
        """The choices with those that are on checked."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        if self._whose.isHidden():
            self._add_whose(menu.addMenu(say("Whose leads")))
            menu.addSeparator()
        self._add(menu, say("Overdue"), "overdue", "")
        self._add(menu, say("Unread replies"), "unread", "")
        menu.addSeparator()
        for name, title, choices in (
            ("band", say("Temperature"), [(band, band_words(band)) for band in BANDS]),
            ("source", say("Source"), [(kind, source_words(kind)) for kind in SOURCES]),
            ("owner", say("Owner"), [(person.id, person.name) for person in self.people]),
        ):
            inside = menu.addMenu(title)
            for value, words in choices:
                self._add(inside, words, name, value)
        menu.addSeparator()
        clear = menu.addAction(say("Clear the filter"))
        clear.setEnabled(bool(self.on))
        clear.triggered.connect(self.clear)
        return menu

    def _add_whose(self, menu: QMenu) -> None:
        for key, words in self._whose.choices():
            act = menu.addAction(words)
            act.setCheckable(True)
            act.setChecked(key == self._whose.choice())
            act.triggered.connect(lambda _=False, key=key: self._take_whose(key))

    def _take_whose(self, key: str) -> None:
        self._whose.choose(key)
        self.changed.emit()

    def _add(self, menu: QMenu, words: str, name: str, value: str) -> None:
        act = menu.addAction(words)
        act.setCheckable(True)
        act.setChecked(self.on.get(name) == value)
        act.triggered.connect(lambda _=False: self.choose(name, value))

    def _offer(self) -> None:
        self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))
