"""One line of the conversation: how it is laid out at a width, and how it is painted (look, section 3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextOption

from desk.models.snapshots.lead import TimelineItem
from desk.views import formats, paint
from desk.views.detail.bubble_files import FileLaid, lay_files
from desk.views.detail.bubble_words import WAITING, first_reason, line_words, waits
from desk.views.text import say
from desk.views.theme import Theme

FOLD_AFTER = 5  # lines of a long mail before "Show all"
GUTTER, PAD, META, ACTS = 20, 12, 18, 34
WIDEST = 760  # of a bubble: a longer line is hard to read, however large the screen
_TOLD = ("held", "bounced", "failed", "uncertain", "skipped", "superseded")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list: a day, a line without bubble, or a bubble. ``evidence`` numbers the proofs."""

    id: str
    kind: str
    words: str = ""
    item: TimelineItem | None = None
    evidence: int = 0


@dataclass(slots=True)
class Laid:
    """A row at one width: its height, and where its parts stand, from the row's top left."""

    height: float
    box: QRectF = field(default_factory=QRectF)
    text: QTextLayout | None = None
    text_at: QPointF = field(default_factory=QPointF)
    more: QRectF | None = None
    files: tuple[FileLaid, ...] = ()
    note: QTextLayout | None = None
    note_at: QPointF = field(default_factory=QPointF)
    why: QTextLayout | None = None
    why_at: QPointF = field(default_factory=QPointF)
    acts: QRectF | None = None
    opened: bool = False


def rows_of(items: tuple[TimelineItem, ...], zone: str, now: datetime) -> list[Row]:
    """The conversation with a line between days; proofs of contact are numbered."""
    rows: list[Row] = []
    day, evidence = "", 0
    for item in items:
        at = item.due if item.status in WAITING and item.due else item.at
        words = formats.day_long(at, zone, now)
        if words != day:
            rows.append(Row(f"day {words} {at:%Y}", "day", words))
            day = words
        evidence += item.evidence
        kind = (
            "bubble" if item.kind in ("message", "call", "voicemail", "note", "letter", "visit") else "line"
        )
        rows.append(Row(item.id, kind, "", item, evidence if item.evidence else 0))
    return rows


class Layouts:
    """Lays rows out and keeps what it laid, by row, width and whether it is open."""

    def __init__(self, zone: str) -> None:
        self.zone = zone
        self.opened: set[str] = set()
        self._kept: dict[tuple[str, int, bool], tuple[Row, Laid]] = {}
        Theme.current().changed.connect(self._kept.clear)

    def of(self, row: Row, width: int) -> Laid:
        key = (row.id, width, row.id in self.opened)
        kept = self._kept.get(key)
        if kept is None or kept[0] != row:
            kept = self._kept[key] = row, self._lay(row, width)
        return kept[1]

    def clear(self) -> None:
        self._kept.clear()
        self.opened.clear()

    def _lay(self, row: Row, width: int) -> Laid:
        t = Theme.current()
        if row.kind == "day":
            return Laid(t.px(30))
        assert row.item is not None, "only a day has no item"
        return self._lay_line(row.item, width, t) if row.kind == "line" else self._lay_bubble(row, width, t)

    def _lay_line(self, item: TimelineItem, width: int, t: Theme) -> Laid:
        left = t.space(GUTTER) + t.px(22)
        text = flowed(line_words(item, self.zone), "secondary", width - left - t.space(GUTTER), t)
        high, room = text.boundingRect().height(), width - left - t.space(GUTTER)
        laid = Laid(high + t.px(10), text=text, text_at=QPointF(left, t.px(5)))
        if item.files:
            laid.height = self._add_files(laid, item, t.px(5) + high, left, room, t) + t.px(5)
        return laid

    def _lay_bubble(self, row: Row, width: int, t: Theme) -> Laid:
        item, opened = row.item, row.id in self.opened
        assert item is not None
        gutter, pad = t.space(GUTTER if width > 500 else 14), t.space(PAD)
        room = width - 2 * gutter
        wide = min(room - max(t.px(42), round(room * 0.137)), t.px(WIDEST))
        left = gutter if item.author == "customer" else gutter + room - wide
        inner = wide - 2 * pad
        words = "\n".join(
            part
            for part in (item.subject, item.full_text if opened and item.full_text else item.text)
            if part
        )
        text = flowed(words, "body", inner, t, bold=len(item.subject))
        laid = Laid(0, opened=opened, text=text, text_at=QPointF(left + pad, t.px(8) + t.px(META)))
        y = laid.text_at.y() + self._shown_height(laid, item, opened, inner, t)
        y = self._add_files(laid, item, y, left + pad, inner, t)
        y = self._add_note(laid, item, y, left + pad, inner, t)
        y = self._add_why(laid, item, opened, y, left + pad, inner, t)
        if waits(item):
            laid.acts = QRectF(left + pad - 2, y + t.px(4), inner + 4, t.px(ACTS - 6))
            y += t.px(ACTS)
        laid.box = QRectF(left, 2, wide, y + t.px(7) - 2)
        laid.height = y + t.px(7) + t.space(6)
        return laid

    def _shown_height(self, laid: Laid, item: TimelineItem, opened: bool, inner: float, t: Theme) -> float:
        """The height of the text that shows: all of it, or the first lines with "Show all" after them."""
        assert laid.text is not None
        if not laid.text.text():
            return 0.0  # a picture alone
        lines = laid.text.lineCount()
        longer = lines > FOLD_AFTER + 1 or (item.full_text and item.full_text.strip() != item.text.strip())
        shown = lines if opened or lines <= FOLD_AFTER + 1 else FOLD_AFTER
        while shown and longer and _is_blank(laid.text, shown - 1):
            shown -= 1
        last = laid.text.lineAt(shown - 1) if shown else None
        height = last.y() + last.height() if last is not None else 0.0
        if longer:
            laid.more = QRectF(laid.text_at.x(), laid.text_at.y() + height, inner, t.px(18))
            height += t.px(18)
        return height

    def _add_files(self, laid: Laid, item: TimelineItem, y: float, x: float, inner: float, t: Theme) -> float:
        """The files that came or go along, one a line."""
        laid.files = lay_files(item.files, x, y + t.px(2), inner, t)
        return laid.files[-1].line.bottom() if laid.files else y

    def _add_note(self, laid: Laid, item: TimelineItem, y: float, x: float, inner: float, t: Theme) -> float:
        if item.status not in _TOLD or not item.status_words:
            return y
        laid.note = flowed(item.status_words, "secondary", inner - t.px(18), t)
        laid.note_at = QPointF(x + t.px(18), y + t.px(2))
        return y + laid.note.boundingRect().height() + t.px(2)

    def _add_why(
        self, laid: Laid, item: TimelineItem, opened: bool, y: float, x: float, inner: float, t: Theme
    ) -> float:
        """Why the assistant wrote this: its first reason in one line, all of them when opened (AI-12)."""
        if item.author != "assistant" or not item.why:
            return y
        facts = [say("From: {facts}", facts="; ".join(item.facts))] if item.facts else []
        words = "\n".join([*item.why, *facts]) if opened else first_reason(item)
        room = inner - t.px(16)
        shown = words if opened else paint.elided("caption", say("Why: {reason}", reason=words), room, t)
        laid.why = flowed(say("Why: {reason}", reason=words) if opened else shown, "caption", room, t)
        laid.why_at = QPointF(x + t.px(16), y + t.px(2))
        return y + laid.why.boundingRect().height() + t.px(2)


def flowed(words: str, role: str, width: float, t: Theme, bold: int = 0) -> QTextLayout:
    """``words`` broken into lines of ``width`` at the role's line height; the first ``bold`` letters stand out."""
    layout = QTextLayout(words.replace("\n", "\u2028"), t.font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if bold:
        layout.setFormats([_bold(bold)])
    y, step = 0.0, float(t.line(role))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return layout


def _bold(length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = 0, length
    made.format.setFontWeight(600)
    return made


def _is_blank(text: QTextLayout, number: int) -> bool:
    """Whether a line holds nothing: before "Show all" it would only be a gap."""
    line = text.lineAt(number)
    return not text.text()[line.textStart() : line.textStart() + line.textLength()].strip("\u2028 \n")
