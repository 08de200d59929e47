"""Templates and scripts in the store's own words: written, tried on a lead, approved in versions, retired (FLOW-08)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from desk.models.commands import ApproveTemplate, RetireTemplate, WriteTemplate
from desk.models.snapshots.bank import TemplateView
from desk.models.template import KINDS
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import TextField, captioned
from desk.views.settings.listed import Entry, ListedPage, named
from desk.views.settings.try_out import TryOut
from desk.views.text import say
from desk.views.widgets.rows import emptied


def kind_words(kind: str) -> tuple[str, str]:
    """A kind of template and its icon."""
    return {
        "email": (say("Email"), "mail"),
        "text": (say("Text"), "message-square"),
        "letter": (say("Letter"), "file-text"),
        "call": (say("Call script"), "phone"),
        "voicemail": (say("Voicemail script"), "voicemail"),
    }[kind]


def state_words(version: TemplateView) -> tuple[str, str]:
    """How a version stands, and its tone."""
    return {
        "offered": (say("offered"), "ok"),
        "waits": (say("waits for approval"), "warn"),
        "older": (say("older"), "plain"),
        "retired": (say("retired"), "plain"),
    }[version.state]


class TemplatesPage(ListedPage):
    """In hand is one of the store's own with its versions, and how it reads for a lead."""

    key, told_by, shares = "templates", "templates", (3, 7)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, say("Find a template"))
        self.widen(1180)
        self._versions: Sequence[TemplateView] = ()
        self._fields: Sequence[str] = ()
        self.entry = ""
        self.history = QVBoxLayout()
        self.kind, self.name, self.subject = w.Choice(say("Kind")), QLineEdit(), QLineEdit()
        self.body = TextField(say("Words, with fields such as {{ first }}"), 9)
        self.insert = w.Button(say("Insert a field"), "ghost", icon="plus", size="row")
        self.write = w.Button(say("Save as a new version"), "primary", key="Ctrl ↵")
        self.reason = QLineEdit()
        self.trial = TryOut(bridge)
        self._build()
        self._connect()

    # --- parts ---

    def _build(self) -> None:
        for kind in KINDS:
            self.kind.addItem(kind_words(kind)[0], kind)
        self.right.addWidget(self._form())
        self.right.addWidget(self.trial)
        self.right.addStretch(1)

    def _form(self) -> w.Card:
        card, inside, row, acts = w.Card(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        card.setLayout(inside)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(10)
        row.addLayout(captioned(say("Kind"), self.kind), 1)
        row.addLayout(captioned(say("Name"), self.name), 2)
        acts.addWidget(self.write)
        acts.addWidget(self.insert)
        acts.addStretch(1)
        inside.addLayout(row)
        self.subject_line = QWidget()
        subject = captioned(say("Subject"), self.subject)
        subject.setContentsMargins(0, 0, 0, 0)
        self.subject_line.setLayout(subject)
        inside.addWidget(self.subject_line)
        inside.addLayout(captioned(say("Words"), self.body))
        inside.addLayout(acts)
        inside.addLayout(self.history)
        named(self.reason, say("Why it is retired, then Enter; the reason is kept")).hide()
        inside.addWidget(self.reason)
        return card

    def _connect(self) -> None:
        self.insert.clicked.connect(self._offer_fields)
        self.write.clicked.connect(self.save)
        self.reason.returnPressed.connect(self._retire)
        self.kind.currentIndexChanged.connect(lambda _: self._typed())
        self.subject.textChanged.connect(lambda _: self._typed())
        self.body.textChanged.connect(self._typed)
        self.body.sent.connect(self.save)

    # --- facts in ---

    def read(self) -> None:
        self._bridge.ask(lambda read: (read.templates(), read.template_fields()), self._show)
        self.trial.find_lead()

    def _show(self, read: tuple[Sequence[TemplateView], Sequence[str]]) -> None:
        self._versions, self._fields = read
        newest = [next(versions) for _, versions in groupby(self._versions, lambda version: version.entry)]
        self.show_entries(self._entry(version) for version in newest if self.finds(version.name))
        none = say("Nothing of your own yet. Until then the shipped wordings are offered.")
        self.count.setText("" if newest else none)
        self.count.setVisible(not newest)
        self._show_history()

    def _entry(self, newest: TemplateView) -> Entry:
        """One template by its newest version; a version that waits for approval is told."""
        words = newest.name if newest.state == "offered" else f"{newest.name} · {state_words(newest)[0]}"
        taken = partial(self.choose, newest.entry)
        return Entry(words, newest.entry == self.entry, taken, kind_words(newest.kind)[1])

    def choose(self, entry: str | None) -> None:
        """Take a template in hand; none begins a new one."""
        self.entry = entry or ""
        newest = next((version for version in self._versions if version.entry == entry), None)
        self.kind.setCurrentIndex(max(0, self.kind.findData(newest.kind if newest else "email")))
        self.kind.setEnabled(newest is None)
        self.name.setText(newest.name if newest else "")
        self.subject.setText(newest.subject if newest else "")
        self.body.setPlainText(newest.body if newest else "")
        self.refusal.say("")
        self.reason.hide()
        self._show((self._versions, self._fields))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_history(self) -> None:
        emptied(self.history)
        mine = [version for version in self._versions if version.entry == self.entry]
        for version in mine:
            self.history.addWidget(self._version(version))
        if any(version.state != "retired" for version in mine):
            retire = w.Button(say("Retire it"), "destructive", size="row")
            retire.clicked.connect(lambda: (self.reason.show(), self.reason.setFocus()))
            self.history.addWidget(retire, 0, Qt.AlignmentFlag.AlignLeft)

    def _version(self, version: TemplateView) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        words, tone = state_words(version)
        by = (
            say("approved by {name}", name=version.approved_by)
            if version.approved_by
            else say("written by {name}", name=version.written_by)
        )
        row.addWidget(w.Words(say("Version {n}", n=version.version), "row"))
        row.addWidget(w.Badge(words, tone))
        row.addWidget(w.ElidedWords(by, "secondary", "t3"), 1)
        if version.state == "waits":
            approve = w.Button(say("Approve"), size="row")
            approve.setAccessibleName(say("Approve version {n}", n=version.version))
            approve.clicked.connect(lambda: self._run(ApproveTemplate(template_id=version.id)))
            row.addWidget(approve)
        return line

    # --- acts ---

    def _typed(self) -> None:
        """How it reads now, for the lead that is tried."""
        kind = str(self.kind.currentData())
        self.subject_line.setVisible(kind in ("email", "letter"))
        self.trial.show_words(kind, self.subject.text(), self.body.toPlainText())

    def _offer_fields(self) -> None:
        menu = QMenu(self)
        for field in self._fields:
            act = menu.addAction(field.replace("_", " "))
            act.triggered.connect(lambda _=False, field=field: self._insert(field))
        menu.popup(self.insert.mapToGlobal(self.insert.rect().bottomLeft()))

    def _insert(self, field: str) -> None:
        self.body.insertPlainText(f"{{{{ {field} }}}}")
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """A new version; it is offered once a manager approved it."""
        command = WriteTemplate(
            kind=str(self.kind.currentData()), name=self.name.text(), body=self.body.toPlainText(),
            subject=self.subject.text() if self.subject_line.isVisible() else "", entry=self.entry,
        )  # fmt: skip
        self._bridge.run(command, self._written, self.refusal.show_trouble)

    def _written(self, template_id: str) -> None:
        self._done()
        self._bridge.ask(lambda read: read.templates(), lambda versions: self._take(versions, template_id))

    def _take(self, versions: Sequence[TemplateView], template_id: str) -> None:
        self._versions = versions
        self.choose(next((version.entry for version in versions if version.id == template_id), ""))

    def _retire(self) -> None:
        self._run(RetireTemplate(entry=self.entry, reason=self.reason.text()))

    def _run(self, command: ApproveTemplate | RetireTemplate) -> None:
        self._bridge.run(command, lambda _: self._done(), self.refusal.show_trouble)

    def _done(self) -> None:
        self.reason.hide()
        self.reason.clear()
        self.recorded()
