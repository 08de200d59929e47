"""Questions of the frame around every screen: the top bar, the bells, the palette, who sits here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk.models.settings import PRIVATE
from desk.models.snapshots.frame import AlertView, ChannelHealth, DoneAct, FoundRow, PersonView, ShellView
from desk.models.snapshots.sign_in import ExportsView, SignInView
from desk.models.store.queries import alerts, done, find, people, shell, waiting
from desk.services import given_out, sign_in
from desk.services.reader.asked import Asked
from desk.services.reader.lines import health


class FrameReader(Asked):
    """What stands around every screen."""

    def shell(self) -> ShellView:
        """The top bar and the rail for who sits here (DESK-01)."""
        return shell.shell(
            self.session,
            self._staff_id,
            self._now,
            self.facts,
            health=self.health(),
            on_shift=self._on_shift(),
        )

    def health(self) -> tuple[ChannelHealth, ...]:
        """Each line as its adapter last said, with what waits on it (DESK-10); first of all a store that cannot be written."""
        return health(self.session, self.facts, self._trouble)

    def waiting_counts(self) -> tuple[int, int]:
        """How much waits in everyone's inbox, and how many leads are late."""
        late = waiting.late_count(self.session, self._now)
        return waiting.waiting_count(self.session, self._now, self.facts.zone), late

    def alerts(self) -> Sequence[AlertView]:
        """The open alerts of who sits here, the most pressing kind first; snoozed ones say until when (ALERT-03)."""
        return alerts.alerts(self.session, self._staff_id, self._now)

    def alert(self, alert_id: str) -> AlertView | None:
        """One alert, open or done; None where there is none."""
        return alerts.alert_one(self.session, alert_id, self._now)

    def alerts_done(self) -> Sequence[AlertView]:
        """The alerts this person has done, newest first (ALERT-03)."""
        return alerts.alerts_done(self.session, self._staff_id, self._now)

    def alert_doors(self) -> Sequence[str]:
        """What a person may choose for their alerts, as an administrator allows it (ALERT-02)."""
        return self._book.words_list("alerts.allowed")

    def done_acts(self) -> Sequence[DoneAct]:
        """What the person here did lately and may take back, latest first (FLOW-11)."""
        person = self.facts.person(self._staff_id)
        return done.done_acts(self.session, person.name) if person is not None else ()

    def found(self, words: str) -> Sequence[FoundRow]:
        """Leads, then vehicles, that hold every word typed (LEAD-10)."""
        return find.find(self.session, words)

    def at_address(self, address: str) -> Sequence[FoundRow]:
        """The leads that have this phone or email already."""
        return find.at_address(self.session, address)

    def people(self) -> Sequence[PersonView]:
        """Everyone who works here, with who is on shift now."""
        return people.people(self.session, self._on_shift())

    def exports(self) -> ExportsView:
        """How many customers' data left the store lately (R22)."""
        return given_out.exports_view(self.session, self.facts, self._book, self._now)

    def sign_in(self) -> SignInView:
        """Who may sit down here, and whether one is asked (R22)."""
        return sign_in.sign_in_view(self.facts, self._book, self._now)

    def settings(self) -> dict[str, Any]:
        """What the store has set, without what only the engine looks at."""
        return {key: value for key, value in self.facts.settings.items() if key not in PRIVATE}
