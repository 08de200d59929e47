"""People and shifts: who they are, when they are on, and when they are away (FLOW-01)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QMenu

from desk.models import commands as c
from desk.models.snapshots.frame import PersonView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.pin import SetPinForm
from desk.views.setup.team import TeamStep
from desk.views.text import say


class PeoplePage(TeamStep):
    """Each person is saved by itself, so there is nothing else to save. Away takes a person out of rotation and ladders."""

    key, has_save = "people", False

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge)
        self._zone = zone

    def recorded(self) -> None:
        self.saved.emit(self.key)

    def save(self) -> None:
        self.add_person()

    def buttons_of(self, person: PersonView) -> list[w.Button]:
        now = self._bridge.now()
        is_away = person.away_until is not None and person.away_until > now
        words = (
            say("Away until {at}", at=formats.when(person.away_until, self._zone, now))
            if is_away
            else say("Away")
        )  # type: ignore[arg-type]  # away has its end
        away = w.Button(words, "default" if is_away else "ghost", size="row")
        away.setAccessibleName(f"{person.name}: {words}")
        away.clicked.connect(lambda: self._offer_away(person, away, is_away))
        pin = w.Button(say("PIN"), "ghost", size="row")
        pin.setAccessibleName(say("PIN of {name}", name=person.name))
        pin.clicked.connect(lambda: self.ask_pin(person, pin))
        return [away, pin, *super().buttons_of(person)]

    def ask_pin(self, person: PersonView, button: w.Button) -> None:
        """Set or take away the PIN by which this person takes the desk (DESK-04)."""
        self.sheet = SetPinForm(self._bridge, person.id, person.name, self.recorded, self.window())
        self.sheet.hang_below(button)

    def _offer_away(self, person: PersonView, button: w.Button, is_away: bool) -> None:
        menu = QMenu(self)
        for days, words in (
            (1, say("Away for the rest of today")),
            (2, say("Away today and tomorrow")),
            (7, say("Away for a week")),
            (14, say("Away for two weeks")),
        ):
            menu.addAction(words).triggered.connect(
                lambda _=False, days=days: self._away(person, self._midnight(days))
            )
        if is_away:
            menu.addAction(say("Back now")).triggered.connect(lambda: self._away(person, None))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _midnight(self, days: int) -> datetime:
        """The end of the day in the store's zone, ``days`` days on."""
        zone = ZoneInfo(self._zone)
        day = self._bridge.now().astimezone(zone).date() + timedelta(days=days)
        return datetime.combine(day, time(), zone)

    def _away(self, person: PersonView, until: datetime | None) -> None:
        command = c.SaveStaff(staff_id=person.id, values={"away_until": until})
        self._bridge.run(command, lambda _: self.recorded(), self.refusal.show_trouble)
