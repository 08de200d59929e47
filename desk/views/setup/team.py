"""The people of the store: who they are, what they may do, when they are on, and how alerts reach them (FLOW-01)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QUuid
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desk.models import commands as c
from desk.models.hours import DAYS
from desk.models.snapshots.frame import PersonView
from desk.models.words import Role
from desk.services.typed_lead import sound_email, sound_phone
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import mark_wrong
from desk.views.setup.hours import WeekFields
from desk.views.setup.page import StepPage
from desk.views.text import say, told
from desk.views.widgets.rows import emptied


class TeamStep(StepPage):
    """One person after the other; the list shows who is there."""

    key = "team"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            bridge,
            say("Your team"),
            say("Leads are handed to people on shift. Alerts reach them by desktop, text and email."),
        )
        self.people: Sequence[PersonView] = ()
        self._editing = ""
        self.list = QVBoxLayout()
        self.list.setSpacing(6)
        self.column.addLayout(self.list)
        roles = tuple((role.value, told(role.label)) for role in Role)
        self.name, self.team = QLineEdit(), QLineEdit()
        self.role = w.Choice(say("Role"))
        for value, words in roles:
            self.role.addItem(words, value)
        self.email, self.phone, self.shift = QLineEdit(), QLineEdit(), QLineEdit()
        self.shift.setPlaceholderText(say("09:00-17:00; empty for the store's hours"))
        self.week = WeekFields(2)
        self.team.setPlaceholderText(say("bdc"))
        self.add_rows(
            ((say("Name"), self.name), (say("Role"), self.role)),
            ((say("Team"), self.team), (say("The same shift Monday to Saturday"), self.shift)),
            ((say("Email for alerts"), self.email), (say("Mobile for alerts"), self.phone)),
            ((say("Shift by day; nothing at all means the store's hours"), self.week),),
        )
        self.add = w.Button(say("Add this person"), icon="user-plus")
        self.add.clicked.connect(self.add_person)
        self.shift.textEdited.connect(self._same_each_day)
        self.other = w.Button(say("Somebody else"), "ghost")
        self.other.clicked.connect(self._start_anew)
        self.other.hide()
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.other)
        row.addStretch(1)
        self.column.addLayout(row)
        self.close_column()
        bridge.changed.connect(self._changed)

    def show_settings(self, settings: Any) -> None:
        self.read()

    def read(self) -> None:
        self._bridge.ask(lambda read: read.people(), self.show_people)  # type: ignore[attr-defined]  # the reader's people

    def _changed(self, changes: Any) -> None:
        if "staff" in changes.kinds:
            self.read()

    def show_people(self, people: Sequence[PersonView]) -> None:
        self.people = [person for person in people if person.active]
        emptied(self.list)
        for person in self.people:
            self.list.addWidget(self._row(person))

    def _row(self, person: PersonView) -> w.Card:
        card = w.Card()
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 7, 10, 7)
        row.addWidget(w.Avatar(person.name, person.initials, person.id, 26))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(w.ElidedWords(person.name, "row"))
        told = " · ".join(
            part
            for part in (person.role_words, person.team, person.email, formats.phone(person.phone))
            if part
        )
        words.addWidget(w.ElidedWords(told, "secondary", "t3"))
        row.addLayout(words, 1)
        row.addWidget(
            w.Badge(
                say("on shift") if person.on_shift else say("off shift"), "ok" if person.on_shift else "plain"
            )
        )
        for button in self.buttons_of(person):
            row.addWidget(button)
        return card

    def buttons_of(self, person: PersonView) -> list[w.Button]:
        """What can be done with a person from the list."""
        change, leaves = w.Button(say("Change"), size="row"), w.Button(say("Leaves"), "ghost", size="row")
        change.setAccessibleName(say("Change {name}", name=person.name))
        leaves.setAccessibleName(say("{name} leaves", name=person.name))
        change.clicked.connect(lambda: self._edit(person))
        leaves.setToolTip(say("Out of rotation at once; open leads go to the others"))
        leaves.clicked.connect(lambda: self._leaves(person, leaves))
        return [change, leaves]

    def _leaves(self, person: PersonView, button: w.Button) -> None:
        """Asked once more in place, because the leads are handed over at once."""
        if not button.property("asked"):
            button.setProperty("asked", True)
            button.set_words(say("Hand over their leads"))
            return
        self._bridge.run(c.StaffLeaves(staff_id=person.id), None, self.refusal.show_trouble)

    def _edit(self, person: PersonView) -> None:
        self._editing = person.id
        for field, words in (
            (self.name, person.name),
            (self.team, person.team),
            (self.email, person.email),
            (self.phone, person.phone),
        ):
            field.setText(words)
        self.role.setCurrentIndex(max(0, self.role.findData(person.role)))
        self.shift.clear()
        self.week.show_week(person.shift)
        self.other.show()
        self.add.set_words(say("Save {name}", name=person.name))
        self.name.setFocus()

    def add_person(self) -> None:
        wrong = self._wrong()
        self.refusal.say(wrong)
        if wrong:
            return
        staff_id = self._editing or QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces)
        self._bridge.run(
            c.SaveStaff(staff_id=staff_id, values=self.person()),
            lambda _: self._added(),
            self.refusal.show_trouble,
        )

    def person(self) -> dict[str, Any]:
        values: dict[str, Any] = {
            "name": self.name.text().strip(),
            "role": self.role.currentData(),
            "team": self.team.text().strip(),
            "email": self.email.text().strip(),
            "phone": sound_phone(self.phone.text()) or "",
        }
        return values | {"shift": self.week.week() or None}

    def _same_each_day(self, hours: str) -> None:
        self.week.show_week(dict.fromkeys(DAYS[:6], hours.strip()) if hours.strip() else None)

    def _wrong(self) -> str:
        email, phone = self.email.text().strip(), self.phone.text().strip()
        bad = {
            self.name: say("A person needs a name.") if not self.name.text().strip() else "",
            self.email: say("The email address is not complete.") if email and not sound_email(email) else "",
            self.phone: say("The mobile number cannot be dialed.")
            if phone and not sound_phone(phone)
            else "",
        }
        for field, words in bad.items():
            mark_wrong(field, bool(words))
        return " ".join(words for words in (*bad.values(), self.week.wrong()) if words)

    def _added(self) -> None:
        self._start_anew()
        self.recorded()

    def recorded(self) -> None:
        """A person was saved; in the set-up the next one follows."""

    def _start_anew(self) -> None:
        self._editing = ""
        for field in (self.name, self.team, self.email, self.phone, self.shift):
            field.clear()
        self.week.show_week(None)
        self.refusal.say("")
        self.other.hide()
        self.add.set_words(say("Add this person"))
        self.name.setFocus()

    def save(self) -> None:
        """The step is done once somebody is there; a name still in the field is added first."""
        if self.name.text().strip():
            self.add_person()
            return
        if not self.people:
            self.refusal.say(say("Add at least one person; leads need somebody to ring."))
            return
        self.saved.emit(self.key)
