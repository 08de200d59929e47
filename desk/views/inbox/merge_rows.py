"""Parts of the merge page: a sign with its strength, a record's head, and a line of the preview (inbox-merge.png)."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.models.snapshots.merge import MergeLine, MergeSide, SignView
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.text import say, stage_words, told
from desk.views.theme import Theme

LABEL, LABEL_TIGHT, SHORT = 104, 80, 9
_BREAKS = re.compile(r"(?<=\w)[@.](?=\w)")
LEFT, RIGHT, BOTH = "left", "right", "both"
_STRENGTHS = {"strong": "warn", "medium": "t3", "weak": "t3"}


def strength_words(strength: str) -> str:
    return {
        "strong": say("strong"),
        "medium": say("medium"),
        "weak": say("weak"),
        "against": say("speaks against it"),
    }.get(strength, strength)


class Marked(w.Words):
    """Words in which the places that differ stand out; for the ear they are plain."""

    def __init__(self, role: str = "body", tone: str = "t1", *, wrap: bool = True) -> None:
        super().__init__("", role, tone, wrap=wrap)
        self._plain, self._marks = "", frozenset[int]()
        self.setMinimumWidth(1)
        Theme.current().changed.connect(self._tell)

    def show_words(self, words: str, marks: Collection[int] = ()) -> None:
        self._plain, self._marks = words, frozenset(marks)
        self.setAccessibleName(words)
        self._tell()

    def stand_out(self, bold: bool) -> None:
        """Bold where the merge changes something; quiet where all stays as it is."""
        self.role, self._tone = ("name", "t1") if bold else ("body", "t2")
        self._dress()

    def _tell(self) -> None:
        is_marked = bool(self._marks)
        self.setTextFormat(Qt.TextFormat.RichText if is_marked else Qt.TextFormat.PlainText)
        self.setText(
            "".join(map(self._letter, enumerate(self._plain))) if is_marked else breakable(self._plain)
        )

    def _letter(self, placed: tuple[int, str]) -> str:
        place, letter = placed
        if place not in self._marks:
            return escape(letter)
        t = Theme.current().tokens
        return f'<span style="background-color:{t["warn_tint"]};color:{t["warn"]};font-weight:600">{escape(letter)}</span>'


def breakable(words: str) -> str:
    """An address may go on in the next line before its at sign and its dots."""
    return _BREAKS.sub("\u200b\\g<0>", words)


class Ground(QWidget):
    """A ground of one colour with a line at its foot."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour(self._token))
        p.setPen(t.pen("line"))
        p.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class SignTitle(w.Words):
    """What the sign is and how strong, in one line where there is room, else in two."""

    def __init__(self, sign: SignView) -> None:
        super().__init__("", "secondary", wrap=True)
        self._sign = sign
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setMinimumWidth(1)
        self._tell()
        Theme.current().changed.connect(self._tell)

    def _tell(self) -> None:
        sign, ink = self._sign, Theme.current().tokens[_STRENGTHS.get(self._sign.strength, "t3")]
        strength = escape(strength_words(sign.strength))
        self.setText(
            f'<b>{escape(sign.title)}</b> <span style="color:{ink};font-weight:500">{strength}</span>'
        )


def told_marked(words: str, marks: Collection[int]) -> tuple[str, frozenset[int]]:
    """A sign's detail in the person's language. What joins two values may be longer there: the marks after it move along."""
    again = told(words)
    other = (n for n, (old, new) in enumerate(zip(words, again, strict=False)) if old != new)
    start, longer = next(other, len(words)), len(again) - len(words)
    return again, frozenset(mark if mark < start else mark + longer for mark in marks)


class SignCard(w.Card):
    """One sign: what it is, how strong, and what stands on either side."""

    def __init__(self, sign: SignView) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(9)
        row.addWidget(w.Icon(sign.icon, "t3", 16), 0, Qt.AlignmentFlag.AlignTop)
        column.setSpacing(1)
        detail = Marked("caption", "t2")
        detail.show_words(*told_marked(sign.detail, sign.marks))
        column.addWidget(SignTitle(sign))
        column.addWidget(detail)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.setAccessibleName(f"{sign.title}, {strength_words(sign.strength)}. {told(sign.detail)}")


class Cells(QWidget):
    """A label and three columns that share their widths over all rows; the last one is tinted, as the result."""

    def __init__(self, *, tight: bool) -> None:
        super().__init__()
        self.tight = tight
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.label = QWidget()
        self.cells = (QWidget(), QWidget(), QWidget())
        self.row.addWidget(self.label)
        for cell, stretch in zip(self.cells, (9, 9, 10), strict=True):
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.row.addWidget(cell, stretch)
        self._fit()
        Theme.current().changed.connect(self._fit)

    def _fit(self) -> None:
        t = Theme.current()
        self.label.setFixedWidth(t.px(LABEL_TIGHT if self.tight else LABEL))

    def inside(self, place: int, *, margins: tuple[int, int, int, int] = (0, 8, 10, 8)) -> QHBoxLayout:
        """The layout of a column: 0 and 1 are the records, 2 is the result."""
        layout = QHBoxLayout(self.cells[place])
        left, top, right, bottom = margins
        layout.setContentsMargins(14 if place == 2 else left, top, right, bottom)
        layout.setSpacing(7)
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p, result = Theme.current(), QPainter(self), self.cells[2].geometry()
        p.fillRect(self.rect(), t.colour("surface"))
        p.fillRect(result, t.colour("accent_tint"))
        p.setPen(t.pen("line"))
        p.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class HeadRow(Cells):
    """Both records with their temperature, stage and person; and what the result is in a word."""

    def __init__(
        self, left: MergeSide, right: MergeSide, result: str, zone: str, now: datetime, *, tight: bool
    ) -> None:
        super().__init__(tight=tight)
        for place, side in enumerate((left, right)):
            self._record(place, side, zone, now)
        column = QVBoxLayout()
        column.setSpacing(3)
        head = QHBoxLayout()
        head.addWidget(w.Words(say("After the merge"), "section", wrap=True), 1)
        head.addWidget(w.Words(say("Preview"), "caption_medium", "accent"))
        column.addLayout(head)
        column.addWidget(w.Words(result, "secondary", "t2", wrap=True))
        column.addWidget(w.Words(say("Press 1 or 2 on a row to choose a side"), "caption", "t2", wrap=True))
        column.addStretch(1)
        self.inside(2, margins=(0, 12, 14, 10)).addLayout(column)

    def _record(self, place: int, side: MergeSide, zone: str, now: datetime) -> None:
        card, column, head, whose = side.card, QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        chip = w.TemperatureChip(card.temperature, card.band)
        head.setSpacing(8)
        head.addWidget(
            w.Words(card.name or say("Without a name"), "section", wrap=True), 1 if self.tight else 0
        )
        if not self.tight:
            head.addWidget(chip)
            head.addStretch(1)
        head.addWidget(w.AiGlyph(card.ai_state))
        since = formats.when(side.since, zone, now).removeprefix(say("Today "))
        stage = say("{stage} · since {at}", stage=stage_words(card.stage), at=since)
        whose.setSpacing(7)
        whose.addWidget(w.Avatar(card.owner_name, card.owner_initials, card.owner_id))
        whose.addWidget(w.ElidedWords(card.owner_name or say("Nobody owns it"), "secondary_medium"))
        if not self.tight:
            whose.addWidget(w.ElidedWords(side.owner_role, "secondary", "t3"), 1)
        column.setSpacing(3)
        column.addLayout(head)
        if self.tight:
            column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(w.Words(stage, "secondary", "t2", wrap=True))
        column.addLayout(whose)
        column.addStretch(1)
        self.inside(place, margins=(0, 12, 14, 10)).addLayout(column)


class LineRow(Cells):
    """One line: both values and what comes of them. ``chosen``: its key and the side a person wants; ``taken``: it is in hand."""

    chosen = Signal(str, str)
    taken = Signal(str)

    def __init__(self, line: MergeLine, *, tight: bool) -> None:
        super().__init__(tight=tight)
        self.line, self.in_hand = line, False
        self.name = w.Words(line.label, "secondary", "t3")
        self.left, self.right, self.result = Marked(), Marked(), Marked()
        self.note = w.ElidedWords("", "caption", "t2")
        self.segment: w.Segment | None = None
        row = QHBoxLayout(self.label)
        row.setContentsMargins(14 if tight else 20, 8, 6, 8)
        row.addWidget(self.name)
        for place, words in enumerate((self.left, self.right)):
            self.inside(place).addWidget(words, 1)
        self._build_result()
        self.show_line(line)

    def _build_result(self) -> None:
        """Short choices stand in the segment themselves; of long ones the result stands beside 1 and 2."""
        row, choices = self.inside(2), self.line.choices
        is_short = choices is not None and all(len(words) <= SHORT for words in choices)
        is_short = is_short and not self.tight
        if not is_short:
            row.addWidget(self.result, 1)
        if choices:
            words = [
                f"{key}  {choice}" if is_short else key for key, choice in zip("12", choices, strict=True)
            ]
            self.segment = w.Segment(((LEFT, words[0]), (RIGHT, words[1])), self.line.label)
            self.segment.chosen.connect(lambda side: self.chosen.emit(self.line.key, side))
            row.addWidget(self.segment)
        if is_short:
            row.addWidget(self.note, 1)

    def show_line(self, line: MergeLine) -> None:
        self.line = line
        self.left.show_words(line.left, line.left_marks)
        self.right.show_words(line.right, line.right_marks)
        self.result.show_words(line.result)
        self.result.stand_out(line.changed)
        self.note.setText(line.note)
        if self.segment is not None:
            self.segment.choose(RIGHT if line.wins == RIGHT else LEFT)
        self.setAccessibleName(heard(line))

    def take(self, in_hand: bool) -> None:
        """Mark the line whose side 1 and 2 choose."""
        self.in_hand = in_hand
        self.name.set_tone("accent" if in_hand else "t3")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.line.choices:
            self.taken.emit(self.line.key)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.in_hand:
            t = Theme.current()
            paint.rounded(QPainter(self), QRectF(0, 6, 3, self.height() - 12), 1.5, "accent", t)


def heard(line: MergeLine) -> str:
    """A line for the ear."""
    words = say("{label}: left {left}, right {right}, after the merge {result}", label=line.label, left=line.left,
                right=line.right, result=line.result)  # fmt: skip
    return f"{words}. {line.note}".rstrip(". ")
