"""Forgetting a customer on their request: found, what goes and what the law keeps shown first, confirmed twice (COMPLY-06, R22)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models.commands import EraseCustomer
from desk.models.snapshots.frame import FoundRow
from desk.models.snapshots.settings import ErasedView, ErasureView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.side import Ruled
from desk.views.settings.listed import Entry, ListedPage, named
from desk.views.text import say
from desk.views.widgets.rows import emptied


def what_words(kind: str, count: int) -> str:
    """What goes or stays, with its number."""
    n = formats.count(count)
    return {
        "name": say("Name and place"),
        "addresses": say("Phone numbers and email addresses ({n})", n=n),
        "words": say("Messages ({n}): their words, subjects and links", n=n),
        "logs": say("Calls and notes ({n}): what was said", n=n),
        "tasks": say("Tasks ({n}): what they were about", n=n),
        "visits": say("Visits ({n}): their notes", n=n),
        "originals": say("Mails and files as they came ({n})", n=n),
        "opt_outs": say("Opt-outs and blocks ({n}), for good, so that nobody writes to them again", n=n),
        "consents": say("Consents ({n}), as long as the law asks for their proof", n=n),
        "sends": say("Messages from us ({n}): that one went, when and to where", n=n),
        "record": say("Lines of the record ({n}), which hold no name and no words", n=n),
    }[kind]


class ForgetPage(ListedPage):
    """In hand is a customer with what an erasure takes and what stays; below it the record of those that were done."""

    key, told_by = "erase", "leads"

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge, say("Name, phone or email"), adds=False)
        self._zone, self.lead_id = zone, ""
        self.view: ErasureView | None = None
        self._found: Sequence[FoundRow] = ()
        self.card, self.done = w.Card(), QVBoxLayout()
        self.name, self.who = w.Words("", "section", wrap=True), w.Words("", "secondary", "t2", wrap=True)
        self.goes, self.stays = QVBoxLayout(), QVBoxLayout()
        self.reason = named(QLineEdit(), say("Why, such as their letter of March 2; it is kept"))
        self.go, self.back = w.Button("", "destructive"), w.Button(say("Keep them"), "ghost")
        self._place_card()
        self.right.addWidget(self.card)
        self.right.addWidget(self._record())
        self.right.addStretch(1)
        self.card.hide()
        self.go.clicked.connect(self._press)
        self.back.clicked.connect(self._calm)
        self.reason.textEdited.connect(lambda _: self._calm())

    def _place_card(self) -> None:
        column, acts = QVBoxLayout(self.card), QHBoxLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(self.who)
        for title, rows in ((say("This goes"), self.goes), (say("This stays, because the law asks for it"), self.stays)):  # fmt: skip
            rows.setSpacing(2)
            column.addWidget(w.Words(title, "name"))
            column.addLayout(rows)
        column.addWidget(self.reason)
        acts.addWidget(self.go)
        acts.addWidget(self.back)
        acts.addStretch(1)
        column.addLayout(acts)

    def _record(self) -> w.Card:
        card = w.Card("sunken")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(w.Words(say("What the record says"), "name"))
        self.none = w.Words(say("Nobody was forgotten yet."), "secondary", "t2", wrap=True)
        column.addWidget(self.none)
        column.addLayout(self.done)
        return card

    # --- facts in ---

    def read(self) -> None:
        words = self.find.text().strip()
        self._bridge.ask(lambda read: (read.found(words) if words else (), read.erased()), self._show)

    def _show(self, read: tuple[Sequence[FoundRow], Sequence[ErasedView]]) -> None:
        found, erased = read
        self._found = [row for row in found if row.kind == "lead" and row.title]
        self.count.setText(
            say("Nobody is found by these words.")
            if self.find.text().strip() and not self._found
            else say("Find the person who asked to be forgotten.")
        )
        self._list()
        emptied(self.done)
        self.none.setVisible(not erased)
        for line in erased:
            self.done.addWidget(self._line(line))

    def _list(self) -> None:
        self.count.setVisible(not self._found)
        self.show_entries(
            Entry(f"{row.title} · {row.detail}" if row.detail else row.title, row.id == self.lead_id, partial(self.choose, row.id))
            for row in self._found
        )  # fmt: skip

    def _line(self, line: ErasedView) -> QWidget:
        box = Ruled()
        row = QVBoxLayout(box)
        row.setContentsMargins(0, 5, 0, 6)
        at = formats.when(line.at, self._zone, self._bridge.now())
        told = say("{at}, one lead forgotten: {why}", at=at, why=line.why)
        row.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        return box

    def choose(self, entry: str | None) -> None:
        """Take the customer of a lead in hand; what an erasure takes is counted, nothing is done."""
        self.lead_id = entry or ""
        self._list()
        self.refusal.say("")
        lead_id = self.lead_id
        self._bridge.ask(lambda read: read.erasure(lead_id), self._show_view)

    def _show_view(self, view: ErasureView | None) -> None:
        self.view = view
        self.card.setVisible(view is not None)
        if view is None:
            return
        self.name.setText(view.name)
        leads = say("1 lead") if len(view.leads) == 1 else say("{n} leads", n=len(view.leads))
        addresses = (formats.phone(each) if each.startswith("+") else each for each in view.addresses)
        told = (", ".join(addresses) or say("no address any more"), leads, *(car for car in view.leads if car))  # fmt: skip
        self.who.setText(" · ".join(told))
        _fill(self.goes, (("name", 1), *view.goes))
        _fill(self.stays, view.stays)
        self.reason.clear()
        self._calm()
        self.bring(self.card)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- acts ---

    def _calm(self) -> None:
        """Nothing is asked a second time yet."""
        self.go.setProperty("asked", False)
        self.go.set_words(say("Forget them"))
        self.back.hide()

    def _press(self) -> None:
        """The first press asks once more in place, because it cannot be taken back."""
        if self.view is None:
            return
        if not self.reason.text().strip():
            self.refusal.say(say("An erasure needs its reason; it is kept in the record."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.refusal.say("")
        if not self.go.property("asked"):
            self.go.setProperty("asked", True)
            self.go.set_words(say("Forget {name} for good", name=self.view.name))
            self.back.show()
            return
        command = EraseCustomer(customer_id=self.view.customer_id, reason=self.reason.text().strip())
        self._bridge.run(command, self._forgotten, self._refused)

    def _forgotten(self, _leads: int) -> None:
        self.lead_id, self.view = "", None
        self.card.hide()
        self.find.clear()
        self.recorded()

    def _refused(self, trouble: Any) -> None:
        self._calm()
        self.refusal.show_trouble(trouble)


def _fill(column: QVBoxLayout, rows: Sequence[tuple[str, int]]) -> None:
    emptied(column)
    for kind, count in rows:
        if count:
            column.addWidget(w.Words(what_words(kind, count), "body", "t1", wrap=True))
