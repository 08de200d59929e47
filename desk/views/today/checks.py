"""Nothing is stuck: ten checks that tick themselves, and what is the manager's own; each shows what is behind it (LEAD-07)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk.models.snapshots.today import Check, Duty, TodayRow, TodayView
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.widgets.rows import emptied
from desk.views.widgets.scrolling import scrolling

WIDTH, OFFERED = 300, 20


def check_words(key: str) -> str:
    return {
        "read": say("Replies read"),
        "opt_outs": say("Opt-outs honored"),
        "owners": say("Leads have an owner"),
        "next_step": say("No lead is stuck"),
        "overdue": say("No follow-up overdue"),
        "holds": say("Holds have reason and date"),
        "orders": say("No live order on hold"),
        "vehicles": say("Appointment vehicles here"),
        "sends": say("Failed sends dealt with"),
        "queue": say("Queue for today approved"),
    }[key]


class CheckLine(w.Pressable):
    """One check: a box that the work ticks, words, and what is left."""

    def __init__(self, check: Check) -> None:
        super().__init__(check_words(check.key))
        self.check = check
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(not check.done)
        self.setAccessibleName(f"{self.text()}: {check.words}")

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().px(200), Theme.current().px(33))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p, done = Theme.current(), QPainter(self), self.check.done
        if self.underMouse() and not done:
            paint.rounded(p, QRectF(self.rect()), 6, "hover", t)
        side, middle = t.px(15), self.height() / 2
        box = QRectF(2, middle - side / 2, side, side)
        paint.rounded(p, box, 4, "accent" if done else None, t, None if done else t.pen("ctl", 1.4))
        if done:
            inner = t.px(11)
            paint_icon(
                p, "check", box.center().x() - inner / 2, middle - inner / 2, inner, t.tokens["on_accent"]
            )
        left = box.right() + t.space(9)
        right = self.width() - t.space(2)
        ink = "t3" if done else "warn"
        width = paint.text_right(p, "caption_medium", ink, right, middle, self.check.words, t)
        words = paint.elided("body", self.text(), right - width - t.space(8) - left, t)
        paint.text(p, "body", "t3" if done else "t1", left, middle, words, t)
        p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        p.setPen(t.pen("line"))
        p.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class Progress(w.Painted):
    """How many checks hold, as a ring with the numbers inside."""

    def __init__(self) -> None:
        self.done, self.of = 0, 0
        super().__init__("")

    def show_progress(self, done: int, of: int) -> None:
        self.done, self.of = done, of
        self.say_words(say("{done} of {of} checks hold", done=done, of=of))

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.px(44), t.px(44)

    def draw(self, p: QPainter, t: Theme) -> None:
        share = self.done / self.of if self.of else 0.0
        paint.paint_ring(p, QRectF(self.rect()), share, "accent", t, t.px(4))
        words = f"{self.done}/{self.of}"
        left = (self.width() - t.width("caption_strong", words)) / 2
        paint.text(p, "caption_strong", "t1", left, self.height() / 2, words, t)


class DutyLine(QWidget):
    """Something of the manager's own: what it is, in as many lines as it takes, and the way to the lead. ``pressed``."""

    pressed = Signal()

    def __init__(self, duty: Duty) -> None:
        super().__init__()
        self.duty = duty
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        self.words = w.Words(duty.words, "secondary", "t1", wrap=True)
        self.way = w.IconButton("chevron-right", say("Open: {what}", what=duty.words), size=24)
        self.way.clicked.connect(self.pressed)
        row.addWidget(w.Icon(_DUTY_ICONS.get(duty.key, "bell"), "t2", 14))
        row.addWidget(self.words, 1)
        row.addWidget(self.way)


_DUTY_ICONS = {
    "hot": "star", "complaint": "message-square", "no_show": "calendar", "relief": "hand", "untouched_claim": "flag",
}  # fmt: skip


class Checklist(QWidget):
    """``opened``: a lead that one of the checks still waits for, or that is the manager's own. ``zone``: the store's."""

    opened = Signal(str)

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.progress, self.title = Progress(), w.Words(say("Nothing is stuck"), "section")
        self.left = w.Words("", "secondary", "t2", wrap=True)
        self.lines: dict[str, CheckLine] = {}
        self.duties: list[DutyLine] = []
        self.own = w.Words(say("Yours as manager"), "name")
        self._rows, self._duties = QVBoxLayout(), QVBoxLayout()
        self._build()
        Theme.current().changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 16, 2, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self._list(), 1)
        foot = w.Words(
            say("The list checks itself. A box closes only when the work behind it is done."),
            "secondary",
            "t3",
            wrap=True,
        )
        foot.setContentsMargins(0, 0, 14, 0)
        column.addWidget(foot)

    def _head(self) -> QHBoxLayout:
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(0, 0, 14, 0)
        head.setSpacing(12)
        head.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.left)
        head.addLayout(words, 1)
        return head

    def _list(self) -> QScrollArea:
        """Checks and duties; they scroll where the window is low or the text large."""
        area, column = scrolling(self)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(8)
        for rows in (self._rows, self._duties):
            rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addSpacing(8)
        column.addWidget(self.own)
        self.own.hide()
        column.addLayout(self._duties)
        column.addStretch(1)
        return area

    def _dress(self) -> None:
        t = Theme.current()
        self.setFixedWidth(t.px(WIDTH) if not t.is_large else t.px(220))

    def show_view(self, view: TodayView, now: datetime) -> None:
        if [line.check for line in self.lines.values()] != list(view.checks):
            self._show_checks(view.checks)
        if [line.duty for line in self.duties] != list(view.yours):
            self._show_duties(view.yours)
        done = sum(1 for check in view.checks if check.done)
        self.progress.show_progress(done, len(view.checks))
        left = len(view.checks) - done
        told = say("{n} checks left.", n=left) if left else say("Every check holds.")
        self.left.setText(f"{told} {self._cleared(view, now)}".strip())

    def _show_checks(self, checks: Sequence[Check]) -> None:
        emptied(self._rows)
        self.lines = {check.key: CheckLine(check) for check in checks}
        for line in self.lines.values():
            line.clicked.connect(lambda _=False, line=line: self._offer(line.check.rows, line))
            self._rows.addWidget(line)

    def _cleared(self, view: TodayView, now: datetime) -> str:
        if view.cleared is None:
            return ""
        who, at = view.cleared
        return say(
            "Last cleared by {who}, {at}.", who=who.split(" ")[0], at=formats.when(at, self._zone, now)
        )

    def _show_duties(self, duties: Sequence[Duty]) -> None:
        emptied(self._duties)
        self.own.setVisible(bool(duties))
        self.duties = [DutyLine(duty) for duty in duties]
        for line in self.duties:
            line.pressed.connect(lambda line=line: self._open(line))
            self._duties.addWidget(line)

    def _open(self, line: DutyLine) -> None:
        """The one lead it is about, or a choice among them."""
        if len(line.duty.rows) == 1:
            self.opened.emit(line.duty.rows[0].lead_id)
        else:
            self._offer(line.duty.rows, line)

    def _offer(self, rows: Sequence[TodayRow], under: QWidget) -> None:
        """What is left behind a check, or the leads of a duty; each opens its lead."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in rows[:OFFERED]:
            act = menu.addAction(" · ".join(part for part in (row.name, row.said or row.detail) if part)[:90])
            act.triggered.connect(lambda _=False, lead_id=row.lead_id: self.opened.emit(lead_id))
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("surface"))
        p.setPen(t.pen("line"))
        p.drawLine(0, 0, 0, self.height())
