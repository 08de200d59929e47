"""What the palette shows: rows in four groups, three of each while all are shown, with what was typed marked in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desk.views.text import say, stage_words

if TYPE_CHECKING:
    from desk.models.snapshots.frame import FoundRow

KINDS = ("all", "lead", "vehicle", "command", "setting")
EACH = 3  # of a kind, while all are shown


class Act(NamedTuple):
    """A command or a setting: its words, where it belongs, its keys, and what it does; ``finds`` are words it is also found by."""

    kind: str
    icon: str
    words: str
    where: str
    keys: str
    run: Callable[[], object]
    finds: str = ""


class Row(NamedTuple):
    """One line of the palette; a head has no ``payload``."""

    kind: str
    icon: str = ""
    title: str = ""
    detail: str = ""
    right: str = ""
    keys: str = ""
    payload: Any = None
    count: str = ""

    @property
    def is_head(self) -> bool:
        return self.payload is None


def kind_words(kind: str) -> str:
    return {
        "all": say("All"),
        "lead": say("Leads"),
        "vehicle": say("Vehicles"),
        "command": say("Commands"),
        "setting": say("Settings"),
    }[kind]


def row_of_found(found: FoundRow) -> Row:
    if found.kind == "lead":
        return Row("lead", "user-round", found.title, found.detail, stage_words(found.stage), payload=found)
    return Row("vehicle", "car", found.title, found.detail, payload=found)


def row_of_act(act: Act) -> Row:
    return Row(act.kind, act.icon, act.words, act.where, "", act.keys, act)


def fits(act: Act, words: str) -> bool:
    """Whether every typed word stands in the act's own words."""
    told = f"{act.words} {act.where} {act.finds}".casefold()
    return all(word in told for word in words.casefold().split())


def grouped(rows: Sequence[Row], kind: str) -> Iterator[Row]:
    """Heads and rows in the order of KINDS; of each three while all are shown, else all of the kind chosen."""
    for group in KINDS[1:]:
        found = [row for row in rows if row.kind == group]
        if not found or kind not in ("all", group):
            continue
        shown = found[:EACH] if kind == "all" else found
        count = (
            say("{n} of {all}", n=len(shown), all=len(found)) if len(shown) < len(found) else str(len(found))
        )
        yield Row(group, title=kind_words(group), count=count)
        yield from shown


def marked(text: str, typed: str) -> list[tuple[str, bool]]:
    """``text`` in parts, each with whether it was typed."""
    folded, parts, at = text.casefold(), list[tuple[str, bool]](), 0
    if len(folded) != len(text):
        return [(text, False)]
    while at < len(text):
        found = [(folded.find(word, at), len(word)) for word in typed.casefold().split()]
        there = [(place, -size) for place, size in found if place >= 0]
        if not there:
            break
        place, size = min(there)
        parts += [(text[at:place], False)] if place > at else []
        parts.append((text[place : place - size], True))
        at = place - size
    return [*parts, (text[at:], False)] if at < len(text) else parts


class Rows(QAbstractListModel):
    """The rows of the palette; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        words = ", ".join(part for part in (row.title, row.detail, row.right, row.count) if part)
        return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].is_head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def step(self, at: int, by: int) -> int:
        """The next row that can be chosen, going round; -1 where there is none."""
        can = [number for number, row in enumerate(self.rows) if not row.is_head]
        if not can:
            return -1
        if at not in can:
            return can[0]
        return can[(can.index(at) + by) % len(can)]
