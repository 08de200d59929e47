"""One line of the conversation: how it is laid out at a width, and how it is painted (look, section 3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from desk.models.snapshots import TimelineItem
from desk.views import formats, paint
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme

WAITING = ("queued", "held", "pending_approval")
FOLD_AFTER = 5  # lines of a long mail before "Show all"
GUTTER, PAD, META, ACTS = 20, 12, 18, 34
_TOLD = ("held", "bounced", "failed", "uncertain", "skipped", "superseded")

#: Author -> ground, outline, ink of the name.
_FACES = {
    "customer": ("surface", "line", "t1"),
    "staff": ("accent_tint", "accent_line", "accent"),
    "assistant": ("ai_tint", "ai_line", "ai"),
    "system": ("sunken", "line", "t2"),
}
_CHANNEL_ICONS = {"call": "phone-outgoing", "text": "message-square", "email": "mail", "letter": "file-text"}
_LINE_ICONS = {
    "handoff": ("concierge-bell", "warn"),
    "ai": ("sparkles", "ai"),
    "stage": ("flag", "t3"),
    "appointment": ("calendar-check", "t3"),
    "alert": ("bell-ring", "warn"),
    "task": ("list-checks", "t3"),
}


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


def waits(item: TimelineItem) -> bool:
    """Whether it is still to be sent, or nobody knows whether it was: a person can decide on it."""
    return item.status in WAITING or item.status == "uncertain"


def is_draft(item: TimelineItem) -> bool:
    return item.author == "assistant" and item.status in WAITING


def channel_words(item: TimelineItem) -> str:
    kind = item.kind if item.kind in ("note", "voicemail", "visit") else item.channel
    return {
        "text": say("Text"),
        "email": say("Email"),
        "call": say("Call"),
        "voicemail": say("Voicemail"),
        "letter": say("Letter"),
        "note": say("Note"),
        "visit": say("Visit"),
    }.get(kind, kind.capitalize())


def status_words(status: str) -> str:
    """A message's state in one word; none is said before it happened."""
    return {
        "queued": say("Queued"),
        "held": say("Held"),
        "pending_approval": say("Waits for approval"),
        "sending": say("Sending"),
        "sent": say("Sent"),
        "delivered": say("Delivered"),
        "bounced": say("Bounced"),
        "failed": say("Failed"),
        "uncertain": say("Uncertain"),
        "skipped": say("Skipped"),
        "superseded": say("Dropped"),
    }.get(status, "")


def first_reason(item: TimelineItem) -> str:
    """The reason a person reads first: what was seen. The name of the rule, which stands before it, shows when opened."""
    return next(iter((*item.why[1:2], *item.why[:1])), "")


def line_words(item: TimelineItem, zone: str) -> str:
    """A line without bubble: what, when, and the first reason."""
    at = formats.clock_full(item.at, zone)
    told = first_reason(item)
    reason = f" {told}." if told and told not in item.text else ""
    if item.text.startswith("Lead received"):
        head, _, rest = item.text.partition(":")
        return f"{head} {at}:{rest}" if rest else f"{head} {at}"
    return f"{item.text} · {at}.{reason}".replace("..", ".")


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
        height = text.boundingRect().height() + t.px(10)
        return Laid(height, text=text, text_at=QPointF(left, t.px(5)))

    def _lay_bubble(self, row: Row, width: int, t: Theme) -> Laid:
        item, opened = row.item, row.id in self.opened
        assert item is not None
        gutter, pad = t.space(GUTTER if width > 500 else 14), t.space(PAD)
        room = width - 2 * gutter
        wide = room - max(t.px(42), round(room * 0.137))
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
        lines = laid.text.lineCount()
        longer = lines > FOLD_AFTER + 1 or (item.full_text and item.full_text.strip() != item.text.strip())
        shown = lines if opened or lines <= FOLD_AFTER + 1 else FOLD_AFTER
        last = laid.text.lineAt(shown - 1) if shown else None
        height = last.y() + last.height() if last is not None else 0.0
        if longer:
            laid.more = QRectF(laid.text_at.x(), laid.text_at.y() + height, inner, t.px(18))
            height += t.px(18)
        return height

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


def paint_row(p: QPainter, row: Row, laid: Laid, width: int, zone: str, now: datetime) -> None:
    """Paint a row with the painter's origin at its top left."""
    t = Theme.current()
    if row.kind == "day":
        _paint_day(p, row.words, laid, width, t)
    elif row.kind == "line" and row.item is not None:
        _paint_line(p, row.item, laid, t)
    elif row.item is not None:
        _paint_bubble(p, row, row.item, laid, zone, now, t)


def _paint_day(p: QPainter, words: str, laid: Laid, width: int, t: Theme) -> None:
    middle, wide = laid.height / 2, t.width("secondary", words)
    left, gutter = (width - wide) / 2, t.space(GUTTER)
    paint.text(p, "secondary", "t3", left, middle, words, t)
    p.setPen(t.pen("line"))
    if width > 500:
        p.drawLine(QPointF(gutter, middle), QPointF(left - 10, middle))
        p.drawLine(QPointF(left + wide + 10, middle), QPointF(width - gutter, middle))


def _paint_line(p: QPainter, item: TimelineItem, laid: Laid, t: Theme) -> None:
    icon, ink = _LINE_ICONS.get(item.kind, ("globe" if item.author == "customer" else "info", "t3"))
    paint_icon(p, icon, t.space(GUTTER), laid.text_at.y() + t.px(1), t.px(14), t.tokens[ink])
    _draw(p, laid.text, laid.text_at, "warn" if item.kind == "handoff" else "t2", t)


def _paint_bubble(
    p: QPainter, row: Row, item: TimelineItem, laid: Laid, zone: str, now: datetime, t: Theme
) -> None:
    fill, edge, ink = _FACES.get(item.author, _FACES["system"])
    if item.kind == "note":
        fill, edge = "warn_tint", "warn_line"
    if item.status in WAITING:
        pen = t.pen("ai" if item.author == "assistant" else "accent", 1, Qt.PenStyle.DashLine)
        paint.rounded(p, laid.box, 9, "surface", t, pen)
    else:
        paint.rounded(p, laid.box, 9, fill, t, t.pen(edge))
    _paint_meta(p, row, item, laid, ink, zone, now, t)
    p.save()
    if laid.more is not None:
        p.setClipRect(
            QRectF(laid.box.left(), laid.text_at.y(), laid.box.width(), laid.more.top() - laid.text_at.y())
        )
    _draw(p, laid.text, laid.text_at, "t3" if item.status in ("skipped", "superseded") else "t1", t)
    p.restore()
    if laid.more is not None:
        paint.text(
            p,
            "secondary_medium",
            "accent",
            laid.more.x(),
            laid.more.center().y(),
            say("Show less") if laid.opened else say("Show all"),
            t,
        )
    _paint_why(p, item, laid, t)


def _paint_meta(
    p: QPainter, row: Row, item: TimelineItem, laid: Laid, ink: str, zone: str, now: datetime, t: Theme
) -> None:
    x, middle = laid.text_at.x(), laid.box.top() + t.px(7) + t.px(8)
    icon = "sparkles" if is_draft(item) else _CHANNEL_ICONS.get(item.channel, "sticky-note")
    paint_icon(p, icon, x, middle - t.px(7), t.px(14), t.tokens["ai" if is_draft(item) else "t2"])
    x += t.px(14) + t.space(6)
    x += paint.text(p, "secondary_strong", ink, x, middle, author_words(item), t) + t.space(6)
    right = laid.box.right() - t.space(PAD)
    right -= _paint_state(p, row, item, right, middle, now, t)
    words = paint.elided("secondary", meta_words(item, zone), right - x - t.space(6), t)
    paint.text(p, "secondary", "t3", x, middle, words, t)


def author_words(item: TimelineItem) -> str:
    if is_draft(item):
        return say("AI draft, not sent")
    if item.author == "assistant":
        return say("AI")
    return item.author_name.split()[0] if item.author == "staff" and item.author_name else item.author_name


def meta_words(item: TimelineItem, zone: str) -> str:
    """Channel, time, and for a message that waits, when it goes."""
    channel = channel_words(item)
    if item.status == "pending_approval":
        at = formats.clock_full(item.due, zone) if item.due else ""
        return say("{channel} · sends {at} if approved", channel=channel, at=at) if at else channel
    if item.status in WAITING:
        at = formats.clock_full(item.due, zone) if item.due else say("soon")
        return say("{channel} · sends {at}", channel=channel, at=at)
    parts = [channel, formats.clock_full(item.at, zone)]
    if item.status_words and not item.status:
        parts.append(item.status_words)
    if item.purpose and item.author == "assistant":
        parts.append(item.purpose.replace("_", " "))
    return " · ".join(parts)


_STATE = {
    "delivered": ("check-check", "t3"),
    "sent": ("check", "t3"),
    "sending": ("send", "t3"),
    "queued": ("clock", "t3"),
    "held": ("pause", "warn"),
    "pending_approval": ("clock", "warn"),
    "bounced": ("mail-warning", "bad"),
    "failed": ("circle-x", "bad"),
    "uncertain": ("circle-alert", "warn"),
    "skipped": ("minus", "t3"),
    "superseded": ("minus", "t3"),
}


def _paint_state(
    p: QPainter, row: Row, item: TimelineItem, right: float, middle: float, now: datetime, t: Theme
) -> float:
    """The right edge: the green shield of a proof, a countdown, or what became of the message; its width."""
    if row.evidence:
        return _sign(p, right, middle, "shield-check", "ok", say("Evidence {n}", n=row.evidence), t)
    if item.status in WAITING and item.due is not None and item.due > now:
        left = formats.countdown((item.due - now).total_seconds())
        return _sign(
            p, right, middle, "timer", "warn" if item.status == "pending_approval" else "t3", left, t
        )
    if item.status in _STATE:
        return _sign(p, right, middle, *_STATE[item.status], status_words(item.status), t)
    return (
        _sign(p, right, middle, "paperclip", "t3", say("recording"), t)
        if item.facts and item.kind == "call"
        else 0.0
    )


def _sign(p: QPainter, right: float, middle: float, icon: str, ink: str, words: str, t: Theme) -> float:
    width = t.width("secondary", words) + t.px(13) + t.space(4)
    paint_icon(p, icon, right - width, middle - t.px(6), t.px(12), t.tokens[ink])
    paint.text_right(p, "secondary", ink, right, middle, words, t)
    return width


def _paint_why(p: QPainter, item: TimelineItem, laid: Laid, t: Theme) -> None:
    if laid.note is not None:
        icon, ink = _STATE[item.status]
        paint_icon(p, icon, laid.note_at.x() - t.px(18), laid.note_at.y() + t.px(2), t.px(12), t.tokens[ink])
        _draw(p, laid.note, laid.note_at, ink, t)
    if laid.why is not None:
        paint_icon(
            p,
            "chevron-right",
            laid.why_at.x() - t.px(16),
            laid.why_at.y() + t.px(2),
            t.px(12),
            t.tokens["t3"],
        )
        _draw(p, laid.why, laid.why_at, "t3", t)


def _draw(p: QPainter, layout: QTextLayout | None, at: QPointF, ink: str, t: Theme) -> None:
    if layout is not None:
        p.setPen(t.colour(ink))
        layout.draw(p, at)
