"""Sign-in: who is asked what, when the desk locks by itself, each person's own codes and account, and what left the store (R22)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models.commands import BindAccount, Command, ConfirmCodes, DropCodes, LetTryAgain, StartCodes
from desk.models.snapshots.sign_in import ExportsView, NewCodes, SignInView, SitterView
from desk.models.words import Role
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.pin import SetPinForm
from desk.views.popover import Popover
from desk.views.setup.page import StepPage
from desk.views.sign_in.codes import CodesCard
from desk.views.text import say, told
from desk.views.widgets.rows import emptied

_LONGEST_MIN, _IN_A_ROW = 480, 3


class SignInPage(StepPage):
    """The store's rules are saved; what a person has set up is recorded as it is done. ``account``: of this computer."""

    key = "sign_in"

    def __init__(self, bridge: Bridge, account: str) -> None:
        super().__init__(bridge, "", "")
        self._account = account
        self._me = ""
        self.sheet: QWidget | None = None
        self.asked = self.choice("sign_in.asked", say("People sign in"), _asked_choices())
        self.minutes = self.number("sign_in.lock_minutes", 0, _LONGEST_MIN)
        self.alerts = self.choice("sign_in.alerts", say("A notice on a locked desk"), _alert_choices())
        self.roles = {role: w.Tick(told(role.label)) for role in Role}
        self.list, self.left = QVBoxLayout(), w.Words("", "body", "t2", wrap=True)
        self._build()
        bridge.changed.connect(self._changed)

    def _build(self) -> None:
        self.add_rows(
            ((say("People sign in"), self.asked), (say("A notice on a locked desk"), self.alerts)),
            ((say("Locks after minutes without key or mouse; 0 for never"), self.minutes),),
        )
        self.column.addWidget(
            w.Words(say("These sign in with a code from their phone too"), "caption_medium", "t2")
        )
        ticks = QGridLayout()
        ticks.setHorizontalSpacing(14)
        for number, tick in enumerate(self.roles.values()):
            ticks.addWidget(tick, number // _IN_A_ROW, number % _IN_A_ROW)
        self.column.addLayout(ticks)
        self.list.setSpacing(6)
        self.column.addLayout(self.list)
        self.column.addWidget(w.Words(say("What left the store"), "section"))
        self.column.addWidget(self.left)
        self.close_column()

    # --- settings ---

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        for role, tick in self.roles.items():
            tick.setChecked(role.value in settings.get("sign_in.code_roles", ()))
        self._read()

    def values(self) -> dict[str, Any]:
        roles = [role.value for role, tick in self.roles.items() if tick.isChecked()]
        return super().values() | {"sign_in.code_roles": roles}

    # --- people ---

    def _changed(self, changes: Any) -> None:
        if self.isVisible() and changes.kinds & {"settings", "staff"}:
            self._read()

    def _read(self) -> None:
        self._bridge.ask(lambda read: (read.sign_in(), read.exports(), read.shell().person.id), self._show)

    def _show(self, told: tuple[SignInView, ExportsView, str]) -> None:
        view, left, self._me = told
        emptied(self.list)
        for person in view.people:
            self.list.addWidget(self._row(person))
        self.left.setText(exports_words(left))

    def _row(self, person: SitterView) -> w.Card:
        card = w.Card()
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 7, 10, 7)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(w.ElidedWords(person.name, "row"))
        words.addWidget(w.ElidedWords(" · ".join(_set_up(person)), "secondary", "t3"))
        row.addLayout(words, 1)
        for button in self._buttons(person):
            row.addWidget(button)
        return card

    def _buttons(self, person: SitterView) -> list[w.Button]:
        """A secret is seen by its own person alone; everything else a manager may do for others. The desk decides who may."""
        buttons = [_button(say("PIN"), person, self._set_pin)]
        if person.has_code:
            buttons.append(
                _button(say("Take codes away"), person, lambda it: self._run(DropCodes(staff_id=it.id)))
            )
        elif person.id == self._me:
            buttons.append(_button(say("Set up codes"), person, self._start_codes))
        if person.account:
            buttons.append(
                _button(say("Unbind account"), person, lambda it: self._run(BindAccount(staff_id=it.id)))
            )
        elif self._account:
            buttons.append(_button(say("Bind this account"), person, self._bind))
            buttons[-1].setToolTip(
                say("{account} signs {name} in at the start", account=self._account, name=person.name)
            )
        if person.wrong:
            buttons.append(
                _button(say("Let in again"), person, lambda it: self._run(LetTryAgain(staff_id=it.id)))
            )
        return buttons

    def _bind(self, person: SitterView) -> None:
        self._run(BindAccount(staff_id=person.id, account=self._account))

    def _set_pin(self, person: SitterView) -> None:
        form = SetPinForm(self._bridge, person.id, person.name, self._recorded, self.window())
        self._hang(form)

    def _start_codes(self, person: SitterView) -> None:
        self._bridge.run(
            StartCodes(staff_id=person.id),
            lambda codes: self._confirm(person, codes),
            self.refusal.show_trouble,
        )

    def _confirm(self, person: SitterView, codes: NewCodes) -> None:
        self._hang(ConfirmForm(self._bridge, person, codes, self._recorded, self.window()))

    def _hang(self, form: Popover) -> None:
        self.sheet = form
        form.hang_below(self.asked)

    def _run(self, command: Command) -> None:
        self.refusal.say("")
        self._bridge.run(command, lambda _: self._recorded(), self.refusal.show_trouble)

    def _recorded(self) -> None:
        self.saved.emit(self.key)
        self._read()


class ConfirmForm(Popover):
    """The new secret with its recovery codes, shown once; the first code of the phone confirms it."""

    def __init__(
        self, bridge: Bridge, person: SitterView, codes: NewCodes, done: Any, parent: QWidget
    ) -> None:
        super().__init__(say("Codes of {name}", name=person.name), parent)
        self._bridge, self._person, self._done = bridge, person, done
        self.card, self.field = CodesCard(), QLineEdit()
        self.card.show_codes(codes)
        self.field.setAccessibleName(say("Code that the phone shows"))
        self.field.setPlaceholderText(say("Code that the phone shows"))
        self.told = w.Words("", "secondary", "bad", wrap=True)
        self.set = w.Button(say("Use it"), "primary")
        self.column.addWidget(w.Words(say("Codes of {name}", name=person.name), "section"))
        for part in (self.card, self.field, self.told, self.set):
            self.column.addWidget(part)
        self.told.hide()
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._confirm)
        self.set.clicked.connect(self._confirm)

    def _confirm(self) -> None:
        command = ConfirmCodes(staff_id=self._person.id, code=self.field.text())
        self._bridge.run(command, lambda _: self._kept(), self._refused)

    def _kept(self) -> None:
        self._done()
        self.close()

    def _refused(self, trouble: Any) -> None:
        self.told.setText(trouble.said)
        self.told.show()
        self.fit()


def exports_words(left: ExportsView) -> str:
    """How much left the store, and where the law's line is."""
    told = say(
        "Data of {days_n} customers left in the last {days} days, of {month_n} this month, each export counted anew.",
        days_n=left.in_days, days=left.days, month_n=left.this_month,
    )  # fmt: skip
    line = say(
        "From {line} on the law wants a report within 30 days, should it get into wrong hands.",
        line=left.line,
    )
    return f"{told} {line}"


def _set_up(person: SitterView) -> list[str]:
    """What a person has, in words."""
    code = say("code from the phone") if person.has_code else say("code wanted") if person.needs_code else ""
    told = (
        person.role_words,
        say("PIN") if person.has_pin else say("no PIN"),
        code,
        say("{account} signs in", account=person.account) if person.account else "",
        say("{n} wrong in a row", n=person.wrong) if person.wrong else "",
    )
    return [part for part in told if part]


def _button(words: str, person: SitterView, act: Any) -> w.Button:
    made = w.Button(words, "ghost", size="row")
    made.setAccessibleName(f"{person.name}: {words}")
    made.clicked.connect(lambda: act(person))
    return made


def _asked_choices() -> tuple[tuple[str, str], ...]:
    return (
        ("auto", say("As soon as somebody has a PIN")),
        ("always", say("Always, in the demo too")),
        ("never", say("Never")),
    )


def _alert_choices() -> tuple[tuple[str, str], ...]:
    return (("plain", say("Names no customer")), ("full", say("Says what the alert says")))
