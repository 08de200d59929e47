"""How a call ended: the outcomes with their digits, and what each proposes (FLOW-05)."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desk.services.resources import load_toml
from desk.views import paint
from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import Theme

#: The outcomes in the order of their digits.
OUTCOMES = (
    "connected_assessed",
    "connected_follow_up",
    "no_answer_voicemail",
    "no_answer",
    "wrong_number",
    "declined_call",
)


def outcome_words(outcome: str) -> tuple[str, str, str]:
    """An outcome's name, the summary it proposes and the next step it proposes; a talk proposes neither."""
    return {
        "connected_assessed": (say("Connected, needs known"), "", ""),
        "connected_follow_up": (say("Connected, follow up"), "", ""),
        "no_answer_voicemail": (
            say("No answer, voicemail"),
            say("Left a voicemail"),
            say("Call again at another time of day"),
        ),
        "no_answer": (say("No answer"), say("Nobody picked up"), say("Call again at another time of day")),
        "wrong_number": (say("Wrong number"), say("The number is not the customer's"), ""),
        "declined_call": (
            say("Declined the call"),
            say("Prefers not to talk by phone now"),
            say("Write instead of calling"),
        ),
    }[outcome]


@cache
def _hours_until_next() -> dict[str, float]:
    return dict(load_toml("desk", "call_outcomes.toml")["next_step_hours"])


def proposed_due(outcome: str, now: datetime) -> datetime | None:
    """When the proposed next step is due; None where none is proposed."""
    hours = _hours_until_next().get(outcome)
    return now + timedelta(hours=hours) if hours is not None else None


class OutcomeButton(w.Pressable):
    """One outcome with its digit."""

    def __init__(self, outcome: str, digit: int, words: str = "") -> None:
        super().__init__(words or outcome_words(outcome)[0], str(digit))
        self.outcome = outcome
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(72), t.px(26))

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(round(t.width("secondary_medium", self.text())) + t.px(14) + t.space(22), t.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        chosen, left = self.isChecked(), t.space(9) + t.px(14)
        fill = "accent" if chosen else ("hover" if self.underMouse() else "surface")
        paint.rounded(p, self.rect().toRectF(), 6, fill, t, None if chosen else t.pen("line2"))
        middle = self.height() / 2
        paint.text(p, "caption", "on_accent" if chosen else "t3", t.space(9), middle, self.key, t)
        paint.text(
            p,
            "secondary_medium",
            "on_accent" if chosen else "t1",
            left,
            middle,
            paint.elided("secondary_medium", self.text(), self.width() - left - t.space(6), t),
            t,
        )
