"""The needs assessment, one question at a time: read it out, type the answer, Enter; each answer is kept at once (FLOW-07)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.models.commands import AssessNeeds
from desk.models.snapshots.lead import LeadView, NeedView
from desk.views import widgets as w
from desk.views.detail.forms import FormCard
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say
from desk.views.theme import Theme


class NeedsForm(FormCard):
    """Begins with the first open question; Enter keeps the answer and goes on, also past one that stays open."""

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__(lead, w.Button(say("Keep and go on"), "primary", key="↵"), parent=parent)
        self.needs: tuple[NeedView, ...] = ()
        self.place = 0
        self.words, self.choice = QLineEdit(), w.Choice(say("Not asked yet"))
        self.back = w.IconButton("chevron-left", say("The question before"), size=28)
        self.kept = w.ElidedWords("", "secondary", "t3")
        self.arrange(self.words, self.choice)
        self.foot.insertWidget(1, self.back)
        self.foot.insertWidget(2, self.kept, 9)
        self.words.returnPressed.connect(self.submit)
        self.back.clicked.connect(lambda: self._go(self.place - 1))

    def ask(self, view: LeadView, key: str = "") -> None:
        """Open at the question ``key``, else at the first one that is open."""
        forms = view.forms
        if forms is None or not forms.needs:
            return
        self.needs = forms.needs
        open_ones = [place for place, need in enumerate(self.needs) if not need.answer]
        named = [place for place, need in enumerate(self.needs) if need.key == key]
        self._go((named or open_ones or [0])[0])

    def show_lead(self, view: LeadView) -> None:
        """What was answered meanwhile, by whomever; the field that is being typed in stays."""
        if view.forms is not None and not self.isHidden():
            self.needs = view.forms.needs
            self._count()

    def _go(self, place: int) -> None:
        self.place = place
        need = self.needs[place]
        self.begin(
            say("{n} of {all} · {what}", n=place + 1, all=len(self.needs), what=need.caption), need.ask
        )
        field: QWidget = self.choice if need.choices else self.words
        for each in (self.words, self.choice):
            each.setVisible(each is field)
        self.words.setText(need.answer)
        self.words.setAccessibleName(need.ask)
        self.words.setPlaceholderText(say("Several, with commas between") if need.several else "")
        self.choice.clear()
        self.choice.addItems((say("Not asked yet"), *need.choices))
        self.choice.setCurrentIndex(need.choices.index(need.answer) + 1 if need.answer in need.choices else 0)
        self.choice.setAccessibleName(need.ask)
        self.back.setEnabled(place > 0)
        self._count()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        known = sum(bool(need.answer) for need in self.needs)
        whole = say("{n} of {all} known", n=known, all=len(self.needs))
        short = say("{n} of {all}", n=known, all=len(self.needs))
        self.kept.setText(short if Theme.current().is_large else whole)
        self.kept.setToolTip(whole)

    def _answer(self) -> str | tuple[str, ...]:
        need = self.needs[self.place]
        if need.choices:
            return self.choice.currentText() if self.choice.currentIndex() > 0 else ""
        typed = self.words.text().strip()
        if not need.several:
            return typed
        return tuple(part.strip() for part in typed.split(",") if part.strip())

    def submit(self) -> None:
        need, answer = self.needs[self.place], self._answer()
        told = ", ".join(answer) if isinstance(answer, tuple) else answer
        if told == need.answer:
            self._next()
            return
        self.give(AssessNeeds(lead_id=self.lead.id, answers={need.key: answer}), lambda _left: self._next())

    def _next(self, _left: Any = None) -> None:
        """The last one closes the form."""
        if self.place + 1 < len(self.needs):
            self._go(self.place + 1)
        else:
            self.closed.emit()
