"""One stage's cards, a page at a time: snapshots only, answered from memory, keeping the person's place."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, Qt

from desk.views import formats, timers
from desk.views.board.landing import LEAD_MIME
from desk.views.text import ai_words, band_words, say, stage_words

if TYPE_CHECKING:
    from desk.models.snapshots.board import CardView, ColumnView

_Index = QModelIndex


class Role(IntEnum):
    """What can be asked of a card. ``CARD`` is the whole snapshot: one call paints it."""

    CARD = Qt.ItemDataRole.UserRole
    NAME = Qt.ItemDataRole.UserRole + 1
    VEHICLE = Qt.ItemDataRole.UserRole + 2
    STOCK = Qt.ItemDataRole.UserRole + 3
    SOURCE_CLASS = Qt.ItemDataRole.UserRole + 4
    SOURCE = Qt.ItemDataRole.UserRole + 5
    TEMPERATURE = Qt.ItemDataRole.UserRole + 6
    BAND = Qt.ItemDataRole.UserRole + 7
    TIMER = Qt.ItemDataRole.UserRole + 8
    OWNER_INITIALS = Qt.ItemDataRole.UserRole + 9
    AI_STATE = Qt.ItemDataRole.UserRole + 10
    NEXT_TEXT = Qt.ItemDataRole.UserRole + 11
    NEXT_ICON = Qt.ItemDataRole.UserRole + 12
    NEXT_DUE = Qt.ItemDataRole.UserRole + 13
    HOLD_UNTIL = Qt.ItemDataRole.UserRole + 14
    HOLD_REASON = Qt.ItemDataRole.UserRole + 15
    COVERAGE_DAYS = Qt.ItemDataRole.UserRole + 16
    REENGAGE_DAY = Qt.ItemDataRole.UserRole + 17
    OUTCOME = Qt.ItemDataRole.UserRole + 18


_FIELDS = {role.value: role.name.lower() for role in Role if role is not Role.CARD}


class StageModel(QAbstractListModel):
    """A column's cards. ``more`` is called with the cursor when the view nears the end of what is loaded."""

    def __init__(
        self,
        stage: str,
        zone: str,
        now: Callable[[], datetime],
        more: Callable[[str], None],
        parent: QObject | None = None,
        marks: Container[str] = (),
    ) -> None:
        super().__init__(parent)
        self.marks = marks
        self.stage, self.zone, self.now = stage, zone, now
        self._more = more
        self._cards: list[CardView] = []
        self._cursor = ""
        self._asked = ""

    # --- what Qt asks ---

    def rowCount(self, parent: QModelIndex = _Index()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._cards)

    def roleNames(self) -> dict[int, QByteArray]:
        return {role.value: QByteArray(role.name.lower().encode()) for role in Role}

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == Role.CARD:
            return card
        if role in _WORDS:
            return _WORDS[role](card, self)
        field = _FIELDS.get(role)
        return getattr(card, field) if field else None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        base = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def canFetchMore(self, parent: QModelIndex) -> bool:
        return not parent.isValid() and bool(self._cursor) and self._cursor != self._asked

    def fetchMore(self, parent: QModelIndex) -> None:
        if self.canFetchMore(parent):
            self._asked = self._cursor
            self._more(self._cursor)

    def mimeTypes(self) -> list[str]:
        return [LEAD_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        card = self._cards[indexes[0].row()]
        carried = QMimeData()
        carried.setData(LEAD_MIME, f"{card.id}\n{card.stage}".encode())
        return carried

    # --- what the board tells ---

    def cards(self) -> Sequence[CardView]:
        return self._cards

    def card(self, row: int) -> CardView:
        return self._cards[row]

    def row_of(self, lead_id: str) -> int:
        """The lead's row, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.id == lead_id), -1)

    def show(self, page: ColumnView) -> None:
        """Show the first page in place: selection and scroll stay with their leads."""
        wanted = {card.id for card in page.cards}
        keep = len(self._cards) > len(page.cards) and bool(page.cursor)
        reach = len(page.cards) if keep else len(self._cards)
        for row in range(reach - 1, -1, -1):
            if self._cards[row].id not in wanted:
                self._remove(row)
        for row, card in enumerate(page.cards):
            self._place(row, card)
        if not keep:
            self._cursor, self._asked = page.cursor, ""

    def clear(self) -> None:
        """Other leads are wanted: nothing of what is shown stays."""
        self.beginResetModel()
        self._cards, self._cursor, self._asked = [], "", ""
        self.endResetModel()

    def append(self, page: ColumnView) -> None:
        """Add the next page; cards that are here already are only refreshed."""
        known = {card.id for card in self._cards}
        fresh = [card for card in page.cards if card.id not in known]
        self._cursor, self._asked = page.cursor, ""
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._cards), len(self._cards) + len(fresh) - 1)
            self._cards.extend(fresh)
            self.endInsertRows()
        self.update(card for card in page.cards if card.id in known)

    def update(self, cards: Iterable[CardView]) -> None:
        """Changed cards: refreshed, moved to their new order, taken out, or let in."""
        for card in cards:
            row = self.row_of(card.id)
            if card.stage != self.stage:
                if row >= 0:
                    self._remove(row)
                continue
            self._place(self._due_row(card), card)

    def remove(self, lead_id: str) -> None:
        row = self.row_of(lead_id)
        if row >= 0:
            self._remove(row)

    # --- rows ---

    def _due_row(self, card: CardView) -> int:
        """Where the card belongs by its sort key, not counting itself."""
        place = (card.sort_key, card.id)
        return sum((other.sort_key, other.id) < place for other in self._cards if other.id != card.id)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._cards[row]
        self.endRemoveRows()

    def _place(self, row: int, card: CardView) -> None:
        """Put the card at ``row``: insert it, or move it there and say what changed."""
        stands = row < len(self._cards) and self._cards[row].id == card.id
        at = row if stands else self.row_of(card.id)
        if at < 0:
            self.beginInsertRows(QModelIndex(), row, row)
            self._cards.insert(row, card)
            self.endInsertRows()
            return
        if at != row:
            self._move(at, row)
        if self._cards[row] != card:
            self._cards[row] = card
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _move(self, at: int, row: int) -> None:
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), row if row < at else row + 1)
        self._cards.insert(row, self._cards.pop(at))
        self.endMoveRows()


def card_sentence(card: CardView, now: datetime, zone: str) -> str:
    """The card for the ear, in one sentence (look, section 7)."""
    parts = (
        card.name,
        stage_words(card.stage),
        card.outcome or f"{card.temperature} {band_words(card.band)}",
        timers.timer_words(card.timer, now),
        say("AI {state}", state=_lower(ai_words(card.ai_state))),
        say("owner {name}", name=card.owner_name) if card.owner_name else say("unassigned"),
        _coverage_words(card.coverage_days),
        _last_words(card, now, zone),
    )
    return ", ".join(part for part in parts if part) + "."


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _coverage_words(days: int | None) -> str:
    if days is None:
        return ""
    return say("covered {n} days", n=days) if days > 0 else say("not covered")


def is_held(card: CardView) -> bool:
    """On hold, with or without a day on which it ends."""
    return card.hold_until is not None or card.next_icon == "pause"


def hold_words(card: CardView, zone: str) -> str:
    """Held to Nov 3 · financing"""
    if card.hold_until is None:
        return card.next_text or say("Held")
    words = say("Held to {date}", date=formats.day(card.hold_until, zone))
    return f"{words} · {card.hold_reason}" if card.hold_reason else words


def closing(card: CardView) -> tuple[str, str]:
    """Icon and words of how a lead ended: the sale, the customer's stop, or the reason that was given."""
    if card.stage == "sold":
        return "circle-check", say("Sold")
    if card.ai_state == "opted_out":
        return "ban", say("Opted out")
    reason = card.lost_reason.replace("_", " ")
    return "x", reason[:1].upper() + reason[1:] or say("Lost")


def _last_words(card: CardView, now: datetime, zone: str) -> str:
    if is_held(card):
        return _lower(hold_words(card, zone).replace(" · ", ", "))
    if card.reengage_day is not None:
        return say("re-engagement, day {n}", n=card.reengage_day)
    if card.closed_at is not None and not card.next_text:
        ended = closing(card)[1]
        return f"{_lower(ended)} {formats.day(card.closed_at, zone)}"
    if not card.next_text:
        return ""
    step = say("next step: {step}", step=_lower(card.next_text))
    return step if card.next_due is None else f"{step}, {formats.due(card.next_due, now, zone)[0]}"


def _told(card: CardView, model: StageModel) -> str:
    sentence = card_sentence(card, model.now(), model.zone)
    return say("Marked: {card}", card=sentence) if card.id in model.marks else sentence


def _tooltip(card: CardView, model: StageModel) -> str:
    return "\n".join(part for part in (card.name, card.vehicle, f"{card.stock} · {card.source}") if part)


_WORDS: dict[int, Callable[[CardView, StageModel], str]] = {
    Qt.ItemDataRole.DisplayRole: lambda card, model: card.name,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    Qt.ItemDataRole.AccessibleTextRole: _told,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda card, model: (
        f"{card.vehicle}, {card.stock}, {card.source}"
    ),
}
