"""What bringing a backup back would replace and lose, and the PIN that does it (DESK-06)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models.snapshots.settings import Compared, RestorePreview
from desk.models.snapshots.sign_in import SignInAnswer
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.forms import Refusal, captioned
from desk.views.text import say
from desk.views.widgets.rows import emptied


def kind_words(kind: str) -> str:
    return {
        "lead": say("Leads"),
        "customer": say("Customers"),
        "message": say("Messages"),
        "log": say("Calls and notes"),
        "block": say("Opt-outs and blocks"),
        "history": say("Lines of the record"),
    }.get(kind, kind)


class RestoreCard(w.Card):
    """``wanted`` with the backup's path, the PIN and, where one is asked, the code. ``can_restore`` False leaves only the look."""

    wanted = Signal(str, str, str)

    def __init__(self, zone: str, can_restore: bool) -> None:
        super().__init__()
        self._zone, self._can, self.path = zone, can_restore, ""
        self.title, self.told = w.Words("", "name", wrap=True), w.Words("", "secondary", "t2", wrap=True)
        self.lost, self.refusal = w.Words("", "body", "warn", wrap=True), Refusal()
        self.pin, self.code = QLineEdit(), QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        self.code.setPlaceholderText(say("Code of your phone"))
        self.code.setAccessibleName(say("Code of your phone"))
        self.go = w.Button(say("Put it in place and open again"), "destructive")
        self.table = QVBoxLayout()
        self._place()
        for field in (self.pin, self.code):
            field.returnPressed.connect(self._ask)
        self.go.clicked.connect(self._ask)
        self.hide()

    def _place(self) -> None:
        column, self.act = QVBoxLayout(self), QWidget()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addLayout(self.table)
        column.addWidget(self.lost)
        row = QHBoxLayout(self.act)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(captioned(say("Your PIN, as a manager"), self.pin), 1)
        row.addWidget(self.code, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self.act)
        column.addWidget(self.refusal)

    # --- what it shows ---

    def show_reading(self) -> None:
        self._clear(say("Reading all of it …"))

    def say_wrong(self, words: str) -> None:
        """A backup that is not good is not offered."""
        self._clear(say("This one cannot be brought back"))
        self.refusal.say(words)

    def _clear(self, title: str) -> None:
        emptied(self.table)
        self.path = ""
        self.title.setText(title)
        self.told.setText("")
        for part in (self.lost, self.act):
            part.hide()
        self.refusal.say("")
        self.show()

    def show_preview(self, found: RestorePreview, now: datetime) -> None:
        self._clear(say("Bring back {name}", name=found.name))
        self.path = found.path
        last = formats.when(found.last, self._zone, now) if found.last else say("nothing")
        here = formats.when(found.last_here, self._zone, now) if found.last_here else say("nothing")
        self.told.setText(say("Read whole just now. Its last moment: {last}. The store's: {here}.", last=last, here=here))  # fmt: skip
        self.table.addWidget(_table(found.counts))
        self.lost.setText(" ".join(_told(found)))
        self.lost.set_tone("warn" if any(row.lost for row in found.counts) or found.changed else "t2")
        self.lost.show()
        for field in (self.pin, self.code):
            field.clear()
        self.code.hide()
        self.act.setVisible(self._can)
        if self._can:
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.told.setText(f"{self.told.text()} {say('The demo store is not replaced; its backups can only be looked into.')}")  # fmt: skip

    # --- the PIN ---

    def _ask(self) -> None:
        if not self.path:
            return
        if not self.pin.text():
            self.refusal.say(say("Type your PIN: a backup takes the place of the whole store."))
            return
        self.refusal.say("")
        self.wanted.emit(self.path, self.pin.text(), self.code.text())

    def show_answer(self, answer: SignInAnswer, now: datetime) -> None:
        """Why what was typed was not enough; the second factor is asked where the person has one."""
        if answer.verdict == "code":
            self.code.show()
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refusal.say(say("Type the code that your phone shows, too."))
            return
        self.code.clear()
        self.pin.clear()
        until = answer.until
        wait = say("Try again {at}.", at=formats.when(until, self._zone, now)) if until else ""
        told = say("Nobody is listened to for a while.") if answer.verdict == "wait" else say("That is not right.")  # fmt: skip
        self.refusal.say(f"{told} {wait}".strip())

    def show_trouble(self, trouble: Any) -> None:
        self.pin.clear()
        self.refusal.show_trouble(trouble)


def _told(found: RestorePreview) -> list[str]:
    """What would be lost since, what is not, and what a changed record means."""
    lost = [f"{row.lost:,} {kind_words(row.kind).lower()}" for row in found.counts if row.lost and row.kind not in ("block", "customer")]  # fmt: skip
    told = [say("Lost with it, since it was made: {lost}.", lost=", ".join(lost)) if lost else say("Nothing came since it was made.")]  # fmt: skip
    told.append(
        say("Opt-outs since are carried over, and who was forgotten since is forgotten again. The present store is kept beside it, and the assistant rests until you let it go on.")
    )  # fmt: skip
    if found.changed:
        told.append(say("Its record was changed: {where}.", where=found.changed))
    return told


def _table(counts: tuple[Compared, ...]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(4)
    for place, words in enumerate((say("What"), say("In the backup"), say("In the store now"))):
        grid.addWidget(w.Words(words, "caption_medium", "t3", wrap=True), 0, place)
        grid.setColumnStretch(place, 1)
    for number, row in enumerate(counts, start=1):
        grid.addWidget(w.Words(kind_words(row.kind), "body", "t2", wrap=True), number, 0)
        grid.addWidget(w.Words(f"{row.there:,}", "body"), number, 1)
        grid.addWidget(w.Words(f"{row.here:,}", "row" if row.lost else "body", "warn" if row.lost else "t1"), number, 2)  # fmt: skip
    return table
