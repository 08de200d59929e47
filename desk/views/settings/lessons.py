"""The layouts of lead mails that people taught: by which words each is read, who taught it, and the way back (LEAD-02)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk.models.commands import ForgetLesson
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.page import StepPage
from desk.views.text import say
from desk.views.widgets.rows import emptied


class LessonsPage(StepPage):
    """A lesson is taught in the inbox, beside the mail; here it is seen and taken back."""

    key, has_save = "reader", False

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge, "", "")
        self._zone = zone
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        self.none = w.EmptyState(
            "mail-open",
            say("Nothing was taught yet"),
            say(
                "Pick the fields of a mail that could not be read, in the inbox, and the reader learns its layout."
            ),
        )
        self.column.addLayout(self.list)
        self.column.addWidget(self.none)
        self.close_column()

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        lessons: Mapping[str, Any] = settings.get("reader.lessons", {})
        emptied(self.list)
        for lesson_id, told in reversed(lessons.items()):
            self.list.addWidget(self._row(lesson_id, told))
        self.none.setVisible(not lessons)

    def _row(self, lesson_id: str, told: Mapping[str, Any]) -> w.Card:
        card, words = w.Card(), QVBoxLayout()
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(12)
        labels = ", ".join(f"“{label}”" for label in dict.fromkeys(mark["label"] for mark in told["marks"]))
        at = formats.when(datetime.fromisoformat(told["at"]), self._zone, self._bridge.now())
        words.setSpacing(1)
        words.addWidget(w.Words(told["source"] or told["sender"], "row"))
        words.addWidget(
            w.Words(
                say("Mails from {sender} are read by {labels}.", sender=told["sender"], labels=labels),
                "secondary",
                "t2",
                wrap=True,
            )
        )
        words.addWidget(
            w.Words(
                say(
                    "Taught by {name} {at}, from “{subject}”", name=told["by"], at=at, subject=told["subject"]
                ),
                "secondary",
                "t3",
                wrap=True,
            )
        )
        forget = w.Button(say("Forget"), "destructive", size="row")
        forget.setAccessibleName(say("Forget the layout of {sender}", sender=told["sender"]))
        forget.clicked.connect(lambda: self.forget(lesson_id))
        row.addWidget(w.Icon("mail-open", "t2", 18))
        row.addLayout(words, 1)
        row.addWidget(forget)
        return card

    def forget(self, lesson_id: str) -> None:
        """What was read by it stays; its next mail waits for a person again."""
        self._bridge.run(
            ForgetLesson(lesson_id=lesson_id), lambda _: self._forgotten(), self.refusal.show_trouble
        )

    def _forgotten(self) -> None:
        self.saved.emit(self.key)
        self._bridge.ask(lambda read: read.settings(), self.show_settings)
