"""The tower's parts: the day rule, evidence rows with their proof marks, and a policy with its credit bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.models.snapshots.tower import Credit, Earlier, Other, PolicyView, Proof
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.widgets.rows import emptied

DAYS_BEHIND, DAYS_AHEAD = 7, 8
#: Weight -> icon, colour, ground.
MARKS = {
    "Counts": ("shield-check", "ok", "ok_tint"),
    "Follow-up": ("shield", "t2", "surface"),
    "No proof": ("shield-x", "bad", "bad_tint"),
    "Not evidence": ("shield-x", "t3", "sunken"),
}


def weight_words(weight: str) -> str:
    return {
        "Counts": say("Counts"),
        "Follow-up": say("Follow-up"),
        "No proof": say("No proof"),
        "Not evidence": say("Not evidence"),
    }.get(weight, weight)


class DayRule(QWidget):
    """Days around today: filled dots count, open dots are follow-up, a line where the cover lapses."""

    def __init__(self) -> None:
        super().__init__()
        self._proofs: Sequence[Proof] = ()
        self._until: datetime | None = None
        self._now: datetime | None = None
        self._zone = "UTC"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, Theme.current().px(46))

    def show_days(self, proofs: Sequence[Proof], until: datetime | None, now: datetime, zone: str) -> None:
        self._proofs, self._until, self._now, self._zone = proofs, until, now, zone
        ends = say("lapses {at}", at=formats.when(until, zone, now)) if until else say("nobody is covered")
        self.setAccessibleName(ends)
        self.update()

    def _x(self, at: datetime) -> float:
        assert self._now is not None, "painted once it was told"
        start = self._now - timedelta(days=DAYS_BEHIND)
        share = (at - start) / timedelta(days=DAYS_BEHIND + DAYS_AHEAD)
        return 8 + max(0.0, min(1.0, share)) * (self.width() - 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._now is None:
            return
        t, p, y = Theme.current(), QPainter(self), Theme.current().px(16)
        here, line = self._x(self._now), t.px(4)
        paint.rounded(p, QRectF(8, y - line / 2, self.width() - 60, line), 2, "line", t)
        if self._until is not None and self._until > self._now:
            first = min((self._x(proof.at) for proof in self._proofs), default=here)
            paint.rounded(p, QRectF(first, y - line / 2, here - first, line), 2, "ok", t)
            paint.rounded(
                p, QRectF(here, y - line / 2, self._x(self._until) - here, line), 2, "ok_tint", t, t.pen("ok")
            )
            self._lapse(p, t, y)
        self._dots(p, t, y)
        self._days(p, t, y)

    def _lapse(self, p: QPainter, t: Theme, y: int) -> None:
        assert self._until is not None, "asked only where it lapses"
        x = self._x(self._until)
        paint.rounded(p, QRectF(x - 1, y - t.px(10), 2, t.px(20)), 1, "warn", t)
        paint.text(p, "caption", "warn", x + t.space(5), y - t.px(7), say("lapses"), t)

    def _dots(self, p: QPainter, t: Theme, y: int) -> None:
        side = t.px(9)
        for proof in self._proofs:
            if proof.weight in ("Counts", "Follow-up"):
                box = QRectF(self._x(proof.at) - side / 2, y - side / 2, side, side)
                counts = proof.weight == "Counts"
                paint.rounded(
                    p, box, side / 2, "ok" if counts else "surface", t, None if counts else t.pen("ctl", 1.5)
                )

    def _days(self, p: QPainter, t: Theme, y: int) -> None:
        """Today first, then every day that has room beside those that stand already."""
        assert self._now is not None, "painted once it was told"
        taken: list[tuple[float, float]] = []
        for days in sorted(range(-DAYS_BEHIND, DAYS_AHEAD + 1), key=lambda day: (day != 0, day)):
            at = self._now + timedelta(days=days)
            words = say("Today") if not days else str(formats.local(at, self._zone).day)
            role, ink = ("caption_strong", "t1") if not days else ("caption", "t3")
            width = t.width(role, words)
            left = max(0.0, self._x(at) - width / 2)
            if all(left > end + t.space(3) or left + width + t.space(3) < start for start, end in taken):
                taken.append((left, left + width))
                paint.text(p, role, ink, left, y + t.px(20), words, t)


def titled(card: QWidget, title: str, rows: QVBoxLayout, *more: QWidget) -> None:
    """Make ``card`` one of rows under a title; what else its head holds follows the title."""
    inside, head = QVBoxLayout(card), QHBoxLayout()
    inside.setContentsMargins(0, 10, 0, 4)
    inside.setSpacing(4)
    head.setContentsMargins(14, 0, 14, 4)
    head.setSpacing(8)
    head.addWidget(w.Words(title, "name"))
    for place, part in enumerate(more):
        head.addWidget(part, int(not place))
    if not more:
        head.addStretch(1)
    inside.addLayout(head)
    rows.setSpacing(0)
    inside.addLayout(rows)
    inside.addStretch(1)  # of two cards side by side the shorter keeps its head where the other has it


class EarlierRow(QWidget):
    """A deal, a dispute or a look from before; its words wrap, its credit stands at the right."""

    def __init__(self, earlier: Earlier) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(w.Icon(earlier.icon, "t3", 14), 0, top)
        what = w.Words(earlier.what, "row", wrap=True)
        what.setFixedWidth(Theme.current().px(110))
        row.addWidget(what, 0, top)
        row.addWidget(w.Words(earlier.words, "secondary", "t2", wrap=True), 1)
        row.addWidget(w.Words(earlier.credit, "secondary", "t3"), 0, top)
        self.setAccessibleName(
            ", ".join(part for part in (earlier.what, earlier.words, earlier.credit) if part)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        line_above(self)


class OtherRow(QWidget):
    """Somebody else on this customer: who, what they did last, and how that stands."""

    def __init__(self, other: Other) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        glyph = (
            w.AiGlyph("on", 20)
            if other.is_assistant
            else w.Avatar(other.name, other.initials, other.staff_id)
        )
        row.addWidget(glyph, 0, top)
        who = w.Words(other.name, "row", wrap=True)
        who.setFixedWidth(Theme.current().px(110))
        row.addWidget(who, 0, top)
        row.addWidget(w.Words(other.words, "secondary", "t2", wrap=True), 1)
        stands = w.Words(
            other.stands,
            "secondary_strong" if other.look_first else "secondary",
            "warn" if other.look_first else "t3",
        )
        row.addWidget(stands, 0, top)
        self.setAccessibleName(f"{other.name}, {other.words}, {other.stands}")

    def paintEvent(self, event: QPaintEvent) -> None:
        line_above(self)


def line_above(row: QWidget) -> None:
    """What parts a row from the one above it."""
    t, p = Theme.current(), QPainter(row)
    p.setPen(t.pen("line"))
    p.drawLine(1, 0, row.width() - 2, 0)


class ProofRow(QWidget):
    """One row of the record with its mark and what it is worth."""

    def __init__(self, proof: Proof, zone: str, now: datetime) -> None:
        super().__init__()
        self.proof = proof
        icon, ink, _ground = MARKS[proof.weight]
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(w.Icon(icon, ink, 18, weight_words(proof.weight)))
        row.addWidget(w.Icon(proof.icon, "t3", 14))
        told = [w.ElidedWords(proof.what, "row")]
        if proof.said:
            told.append(w.ElidedWords(say("“{words}”", words=proof.said), "secondary", "t2"))
        self._said = told[1:]
        for words, share in zip(told, (2, 3), strict=False):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(words, share)
        at, worth = (
            w.Words(formats.when(proof.at, zone, now), "secondary", "t2"),
            w.Words("", "secondary_strong", ink),
        )
        worth.setText(weight_words(proof.weight))
        worth.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        worth.setFixedWidth(Theme.current().px(86))
        row.addWidget(at)
        row.addWidget(worth)
        self._at = at
        self.setAccessibleName(
            ", ".join(
                filter(
                    None,
                    (proof.what, proof.said, formats.when(proof.at, zone, now), weight_words(proof.weight)),
                )
            )
        )

    def be_tight(self, *, tight: bool) -> None:
        """Where there is little room what it is comes first; the words behind it are a tooltip then."""
        for words in self._said:
            words.setVisible(not tight)
        self._at.setFixedWidth(self._at.sizeHint().width() if tight else Theme.current().px(124))
        self.setToolTip(self.proof.said if tight else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        line_above(self)


class CreditBar(QWidget):
    """Who gets which part of the deal, as a bar with words."""

    def __init__(self, credits: Sequence[Credit]) -> None:
        super().__init__()
        self._credits = credits
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(f"{it.name} {it.words}" for it in credits))

    def sizeHint(self) -> QSize:
        return QSize(100, Theme.current().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p, x = Theme.current(), QPainter(self), 0.0
        for it, share in self._shares():
            wide = self.width() * share - 3
            own = bool(it.staff_id) and it.words != "None"
            fill = "accent_tint" if own else "rail" if it.words != "None" else "surface"
            paint.rounded(
                p,
                QRectF(x, 0, wide, self.height()),
                3,
                fill,
                t,
                t.pen("line") if it.words == "None" else None,
            )
            words = paint.elided("caption_medium", f"{it.name.split(' ')[0]} {it.words.lower()}", wide - 8, t)
            paint.text(
                p, "caption_medium", "accent" if own else "t2", x + t.space(5), self.height() / 2, words, t
            )
            x += wide + 3

    def _shares(self) -> Iterator[tuple[Credit, float]]:
        for it in self._credits:
            yield it, {"Half": 0.5, "Full": 0.65}.get(it.words, 0.35)


class CreditBoxes(w.Cells):
    """Who gets which part of the deal if someone else sells now: one box each, under the policy in force."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_credits(self, credits: Sequence[Credit]) -> None:
        emptied(self._row)
        for it in credits:
            self._row.addWidget(_credit(it))
        self.setAccessibleName(", ".join(f"{it.name} {it.words}" for it in credits))


def _credit(it: Credit) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(14, 6, 14, 8)
    column.setSpacing(0)
    column.addWidget(w.Words(it.words, "title"), 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(w.Words(it.name.split(" ")[0], "caption", "t2"), 0, Qt.AlignmentFlag.AlignHCenter)
    return box


class Legend(QWidget):
    """What the marks before the evidence mean."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for weight in ("Counts", "Follow-up", "No proof"):
            icon, ink, _ground = MARKS[weight]
            row.addWidget(w.Icon(icon, ink, 14))
            row.addWidget(w.Words(proof_words(weight), "caption", "t2"))
            row.addSpacing(6)


def proof_words(weight: str) -> str:
    return {"Counts": say("proof"), "Follow-up": say("a receipt or a log"), "No proof": say("none")}[weight]


class PolicyCard(w.Card):
    """What one policy would decide; the one in force is outlined."""

    def __init__(self, policy: PolicyView, holder: str, zone: str, now: datetime) -> None:
        super().__init__("chosen" if policy.in_force else "plain")
        self.policy = policy
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(5)
        head, said = QHBoxLayout(), QHBoxLayout()
        head.addWidget(w.Words(policy.words, "row", wrap=True), 1)
        if policy.in_force:
            head.addWidget(w.Badge(say("In force"), "accent"))
        column.addLayout(head)
        said.setSpacing(6)
        said.addWidget(
            w.Icon("shield-check" if policy.covered else "shield-x", "ok" if policy.covered else "bad", 14)
        )
        who = holder if policy.covered else say("Nobody")
        said.addWidget(w.Words(who, "secondary_strong", "ok" if policy.covered else "bad"))
        at = formats.when(policy.until, zone, now) if policy.until else ""
        until = say("until {at}", at=at) if policy.covered else say("lapsed {at}", at=at) if at else ""
        said.addWidget(w.Words(until, "secondary", "t2", wrap=True), 1)
        column.addLayout(said)
        column.addWidget(CreditBar(policy.credits))
        column.addWidget(w.Words(policy.why, "secondary", "t3", wrap=True))
        self.setAccessibleName(f"{policy.words}: {who} {until}. {policy.why}")
