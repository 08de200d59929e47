"""What the reader would learn from a mail that a person picks from, before it is taught (LEAD-02, inbox.png)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models.intake.lessons import Lesson
from desk.views import widgets as w
from desk.views.text import say


class TeachCard(w.Card):
    """Ticked from the start where something can be learned: a lesson is only asked where the reader finds nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lesson: Lesson | None = None
        self._was_asked = False
        self.box = w.Tick(say("Teach the reader this layout"))
        self.told = w.Words("", "secondary", "t2", wrap=True)
        self.others = w.Words("", "secondary", "ok", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.box, 1)
        head.addWidget(w.KeyCap("T"))
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.others)
        self.box.clicked.connect(lambda: setattr(self, "_was_asked", True))
        self.hide()

    @property
    def lesson(self) -> Lesson | None:
        """What is to be taught when the lead is made."""
        return self._lesson if self.box.isChecked() and not self.isHidden() else None

    def start_anew(self) -> None:
        """Another mail is in hand."""
        self._was_asked = False
        self._lesson = None
        self.hide()

    def show_lesson(self, lesson: Lesson | None, sender: str, others: Sequence[str]) -> None:
        """``others`` are the texts of further mails of this sender that wait here."""
        self._lesson = lesson
        self.box.setEnabled(lesson is not None)
        if not self._was_asked or lesson is None:
            self.box.setChecked(lesson is not None)
        self.told.setText(_words(lesson, sender))
        fits = sum(bool(lesson.read(text)) for text in others) if lesson is not None else 0
        self.others.setText(
            say(
                "{n} of {all} others of this sender that wait here would be read by it.",
                n=fits,
                all=len(others),
            )
        )
        self.others.setVisible(bool(others) and lesson is not None)
        self.show()


def _words(lesson: Lesson | None, sender: str) -> str:
    if lesson is None:
        return say(
            "Pick a name, a phone or an email with words of its own before it, and the reader can find it again."
        )
    *first, last = (f"“{label}”" for label in lesson.labels)
    labels = say("{first} and {last}", first=", ".join(first), last=last) if first else last
    return say(
        "Next mails from {sender} are read by {labels}. It is asked only where the reader finds nothing by itself, so nothing that is read today changes.",
        sender=sender, labels=labels,
    )  # fmt: skip
