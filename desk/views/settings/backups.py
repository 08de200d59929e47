"""Backups: where they go, those that are there, and one of them brought back after a look at what it would cost (DESK-06)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.commands import AllowRestore
from desk.models.snapshots.settings import BackupFile, RestorePreview
from desk.models.snapshots.sign_in import SignInAnswer
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.side import Ruled
from desk.views.settings.machine import Machine
from desk.views.settings.restore_card import RestoreCard
from desk.views.setup.page import StepPage
from desk.views.setup.recovery import RecoveryCard
from desk.views.setup.trial import Trial
from desk.views.text import say
from desk.views.widgets.rows import emptied

_SHOWN = 5


class BackupPage(StepPage):
    """The folder is saved; a backup is made, looked into and brought back at once."""

    key = "backup"

    def __init__(self, bridge: Bridge, zone: str, machine: Machine) -> None:
        super().__init__(bridge, "", "")
        self._zone, self._machine = zone, machine
        self._found: Sequence[BackupFile] = ()
        self.choose = w.Button(say("Choose a folder"))
        self.now = w.Button(say("Back up now"), icon="hard-drive")
        self.told = w.Words("", "body", "t2", wrap=True)
        self.list, self.all = QVBoxLayout(), w.Button(say("Show all"), "ghost", size="row")
        self.other = w.Button(say("Another file"), "ghost", icon="upload", size="row")
        self.card, self.recovery = RestoreCard(zone, machine.can_restore), RecoveryCard(bridge, machine)
        self._trials = {name: Trial(self) for name in ("listed", "made", "read")}
        self._place()
        self._connect()

    # --- parts ---

    def _place(self) -> None:
        folder = self.text("backup.folder", say("Beside the store"))
        self.add_rows(((say("Folder for backups, best on another disk"), folder),))
        row = QHBoxLayout()
        for part in (self.choose, self.now):
            row.addWidget(part)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.told)
        self.told.hide()
        self.column.addWidget(self._list_card())
        self.column.addWidget(self.card)
        self.column.addWidget(self.recovery)
        for icon, words in (
            ("shield-check", say("One is made by itself each day, and read whole before it counts; the newest fourteen are kept.")),
            ("rotate-ccw", say("On a computer where the window does not open, desk restore brings a file back.")),
        ):  # fmt: skip
            line = QHBoxLayout()
            line.addWidget(w.Icon(icon, "t3", 16))
            line.addWidget(w.Words(words, "secondary", "t2", wrap=True), 1)
            self.column.addLayout(line)
        self.close_column()

    def _list_card(self) -> w.Card:
        card, head = w.Card(), QHBoxLayout()
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(4)
        head.addWidget(w.Words(say("Backups in this folder"), "name"), 1)
        head.addWidget(self.other)
        self.list.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self.list)
        foot = QHBoxLayout()
        foot.addWidget(self.all)
        foot.addStretch(1)
        column.addLayout(foot)
        self.all.hide()
        return card

    def _connect(self) -> None:
        self._trials["listed"].done.connect(self._show_found)
        self._trials["listed"].failed.connect(self.refusal.say)
        self._trials["made"].done.connect(self._backed_up)
        self._trials["made"].failed.connect(self._could_not)
        self._trials["read"].done.connect(self._show_preview)
        self._trials["read"].failed.connect(self.card.say_wrong)
        self.choose.clicked.connect(self._choose)
        self.now.clicked.connect(self.back_up)
        self.other.clicked.connect(self._choose_file)
        self.all.clicked.connect(lambda: self._fill(len(self._found)))
        self.card.wanted.connect(self._ask)

    # --- the folder ---

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        self.look()

    def look(self) -> None:
        """Read the folder's list."""
        self._trials["listed"].start(self._machine.backups)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, say("Folder for backups"))
        if folder:
            self.fields["backup.folder"].setText(folder)  # type: ignore[attr-defined]  # it is a line edit

    def back_up(self) -> None:
        """Record the folder, then make a backup into it."""
        self.now.setEnabled(False)
        self.record(self.values(), self._start)

    def _start(self) -> None:
        self._tell(say("Backing up …"))
        self._trials["made"].start(self._machine.back_up)

    def _backed_up(self, words: str) -> None:
        self.now.setEnabled(True)
        self._tell(words)
        self.look()

    def _could_not(self, words: str) -> None:
        self.now.setEnabled(True)
        self._tell("")
        self.refusal.say(words)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    # --- the list ---

    def _show_found(self, found: Sequence[BackupFile]) -> None:
        self._found = found
        self._fill(_SHOWN)

    def _fill(self, most: int) -> None:
        emptied(self.list)
        if not self._found:
            self.list.addWidget(w.Words(say("There is no backup yet."), "body", "t2", wrap=True))
        for one in self._found[:most]:
            self.list.addWidget(self._row(one))
        self.all.setVisible(len(self._found) > most)

    def _row(self, one: BackupFile) -> QWidget:
        line = Ruled()
        row, words = QHBoxLayout(line), QVBoxLayout()
        row.setContentsMargins(0, 7, 0, 8)
        row.setSpacing(10)
        at = formats.when(one.at, self._zone, self._bridge.now())
        words.setSpacing(1)
        words.addWidget(w.Words(at, "row"))
        told = say("{size}, read whole when it was made", size=formats.size(one.size))
        words.addWidget(w.Words(f"{told} · {one.path}", "secondary", "t2", wrap=True))
        row.addWidget(w.Icon("shield-check", "ok", 16))
        row.addLayout(words, 1)
        button = w.Button(say("What is in it"), size="row")
        button.setAccessibleName(say("What is in the backup of {at}", at=at))
        button.clicked.connect(lambda _=False, path=one.path: self.look_into(path))
        row.addWidget(button)
        return line

    # --- bringing one back ---

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, say("Backup"), "", say("Backups (*.db*);;All files (*)"))
        if name:
            self.look_into(name)

    def look_into(self, path: str) -> None:
        """Read all of a backup; what it would replace is shown, and nothing is done yet."""
        self.card.show_reading()
        self._trials["read"].start(partial(self._machine.look_into, path))

    def _show_preview(self, found: RestorePreview) -> None:
        self.card.show_preview(found, self._bridge.now())
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.card.act))

    def _ask(self, path: str, pin: str, code: str) -> None:
        name = path.replace("\\", "/").rpartition("/")[2]
        command = AllowRestore(backup=name, pin=pin, code=code)
        self._bridge.run(command, partial(self._answered, path), self.card.show_trouble)

    def _answered(self, path: str, answer: SignInAnswer) -> None:
        if answer.verdict == "in":
            self._machine.restore(path)
        else:
            self.card.show_answer(answer, self._bridge.now())
