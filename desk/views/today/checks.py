"""Nothing is stuck: ten checks that tick themselves; pressing one shows what is left behind it (LEAD-07)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desk.models.snapshots.today import Check
from desk.views import paint
from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme

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


class Checklist(QWidget):
    """``opened``: a lead that one of the checks still waits for."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress, self.title = Progress(), w.Words(say("Nothing is stuck"), "section")
        self.left = w.Words("", "secondary", "t2", wrap=True)
        self.lines: dict[str, CheckLine] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 16, 16, 14)
        column.setSpacing(10)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(12)
        words.setSpacing(0)
        head.addWidget(self.progress)
        words.addWidget(self.title)
        words.addWidget(self.left)
        head.addLayout(words, 1)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addStretch(1)
        foot = say("The list checks itself. A box closes only when the work behind it is done.")
        column.addWidget(w.Words(foot, "secondary", "t3", wrap=True))
        Theme.current().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        t = Theme.current()
        self.setFixedWidth(t.px(WIDTH) if not t.is_large else t.px(220))

    def show_checks(self, checks: Sequence[Check]) -> None:
        for line in self.lines.values():
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {check.key: CheckLine(check) for check in checks}
        for line in self.lines.values():
            line.clicked.connect(lambda _=False, line=line: self._offer(line))
            self._rows.addWidget(line)
        done = sum(1 for check in checks if check.done)
        self.progress.show_progress(done, len(checks))
        left = len(checks) - done
        self.left.setText(say("{n} checks left", n=left) if left else say("Every check holds."))

    def _offer(self, line: CheckLine) -> None:
        """What is left behind a check; each opens its lead."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in line.check.rows[:OFFERED]:
            act = menu.addAction(" · ".join(part for part in (row.name, row.said or row.detail) if part)[:90])
            act.triggered.connect(lambda _=False, lead_id=row.lead_id: self.opened.emit(lead_id))
        menu.popup(line.mapToGlobal(line.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("surface"))
        p.setPen(t.pen("line"))
        p.drawLine(0, 0, 0, self.height())
