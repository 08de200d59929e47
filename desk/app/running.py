"""The one place where the parts are built and joined. Importing it starts nothing."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.app.adapters_of import build_ports
from desk.app.lines_of import lines_of
from desk.models.by import THE_DESK, By
from desk.models.changes import Changes
from desk.models.commands import IndexSome, SaveSettings, SealRecord, SitByAccount
from desk.models.errors import DeskError, StoreDown
from desk.models.ids import IdSource
from desk.models.store.engine import Store
from desk.models.store.extras import SEARCH_TODO
from desk.models.time import Clock
from desk.services.adapters.clock import Breath, DriftWatch
from desk.services.alerting import Doors
from desk.services.desk import Desk
from desk.services.heartbeat import Heartbeat
from desk.services.language_line import LanguageLine
from desk.services.lexicon import load_lexicon
from desk.services.lines import Line, LiveLines, Ports, Sender
from desk.services.night import NightDesk
from desk.services.night_shop import NightShop
from desk.services.outbox import Outbox
from desk.services.pair_search import PairSearch
from desk.services.ports import Awake, Notifier, Secrets
from desk.services.reader import reading
from desk.services.retention import Retention
from desk.services.rulebook import stored_playbook
from desk.services.scheduler import Ticking
from desk.services.sign_in import asks
from desk.services.views_log import ViewsLog
from desk.services.worker import Writer

log = logging.getLogger("desk.app")
_VIEWS_S = 5.0  # a view is written down at most so much later


@dataclass(slots=True)
class Running:
    """A desk at work over an open store: engine, writer, outbox, lines and heartbeat.

    ``at_desk`` is the id of the person this desk belongs to now; they cannot act while ``is_locked``. ``account`` is the computer
    account it runs as, where that may sign somebody in (R22). ``start`` sets everything going, ``stop`` ends it in order: no new
    work, what is being sent is finished and recorded, the store is closed.
    """

    store: Store
    clock: Clock
    ids: IdSource
    secrets: Secrets
    notifier: Notifier | None = None
    at_desk: str = ""
    account: str = ""
    beat_s: float = 1.0
    text_poll_s: float = 15.0
    folder_look_s: float = 1.0
    awake: Awake | None = None
    desk: Desk = field(init=False)
    writer: Writer = field(init=False)
    ports: Ports = field(init=False)
    outbox: Outbox = field(init=False)
    doors: Doors = field(init=False)
    heart: Heartbeat = field(init=False)
    ticking: Ticking = field(init=False)
    lines: list[Line] = field(init=False, default_factory=list)
    bell: ThreadPoolExecutor = field(init=False)
    drift: DriftWatch = field(init=False)
    shopper: NightShop = field(init=False)
    pairs: PairSearch = field(init=False)
    night: NightDesk = field(init=False)
    is_up: bool = field(init=False, default=False)
    views: ViewsLog = field(init=False)
    signs_in: bool = field(init=False, default=False)
    is_locked: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.desk = Desk(self.store, self.clock, self.ids, stored_playbook(self.store))
        self.writer = Writer(self.desk.run)
        self.drift = DriftWatch(self.clock, self._drifted)
        self.night = NightDesk(self.writer.call, self.awake)
        self.ticking = Ticking()
        self.bell = ThreadPoolExecutor(1, thread_name_prefix="bell")
        self.heart = Heartbeat(
            self.store, self.clock, self.desk.eyes, self.writer.call, self._woke, self._after_beat, Breath()
        )
        self.pairs = PairSearch(self.clock, lambda: self.desk.book, self.writer.call)
        self.shopper = NightShop(self.clock, self.desk.facts, lambda: self.desk.book, self.writer.call)
        self.views = ViewsLog(
            self.writer.call, self.clock.now, lambda: self.desk.book.span("privacy.view_every")
        )
        self.desk.listen(self._changed)
        self._join(Ports())

    def start(self) -> None:
        """Set the desk going; what was cut off while sending is looked up first and never sent again by itself (R23)."""
        self.writer.start()
        self._name_this_desk()
        self._sit_down()
        self._join(build_ports(self.desk.facts().settings, self.secrets, self.clock, self.drift.saw))
        self.outbox.settle_interrupted()
        self._start_lines()
        self.ticking.every(self.beat_s, self.heart.beat, "heartbeat")
        self.ticking.every(2.0, self._index_some, "search index")
        self.ticking.every(300.0, self.look_up, "doubtful messages")
        self.ticking.every(600.0, lambda: self.writer.call(SealRecord()), "the record's seal")
        self.ticking.every(3600.0, self._forget_old, "what is kept too long")
        self.ticking.every(600.0, self.shopper.look, "test customers")
        self.ticking.every(60.0, self._look_at_night, "night desk")
        self.ticking.every(_VIEWS_S, self.views.write, "who looked at what")
        self.ticking.every(60.0, self.pairs.look, "duplicates in the store")
        self.is_up = True
        self._look_at_night()
        self.ticking.start()

    def stop(self) -> None:
        self.is_up = False
        for line in self.lines:
            line.stop()
        self.shopper.stop()
        self.ticking.stop()
        for line in self.lines:
            line.join(10.0)
        self.bell.shutdown(wait=True)
        self.night.end()
        self._write_last_views()
        self.writer.stop()
        self.ports.close()
        self.store.close()

    def reload_lines(self) -> None:
        """Build the lines anew after their settings changed."""
        for line in self.lines:
            line.stop()
        for line in self.lines:
            line.join(10.0)
        self.ports.close()
        self._join(build_ports(self.desk.facts().settings, self.secrets, self.clock, self.drift.saw))
        self._start_lines()

    def try_again(self) -> None:
        """Something a line waits for is there now, such as a sign-in: it need not wait out its pause."""
        for line in self.lines:
            line.nudge()

    def look_up(self) -> None:
        self.outbox.look_up()

    def _forget_old(self) -> None:
        Retention(self.store, self.clock, lambda: self.desk.book, self.writer.call).look()

    def who(self) -> By:
        """The person at this desk, as their commands name them; the desk itself while nobody sits here."""
        person = self.desk.facts().person(self.at_desk)
        return By("staff", person.id, person.role, person.name) if person is not None else THE_DESK

    def reader(self) -> Any:
        """A maker of readers for the bridge and the command line."""
        return reading(
            self.store,
            self.clock.now,
            lambda: self.at_desk,
            self.desk.facts,
            lambda: self.desk.book,
            lambda: self.desk.trouble,
            self._saw,
        )

    def _sit_down(self) -> None:
        """At the start: whoever is bound to this computer account sits here; else, where one signs in, the desk is locked (R22)."""
        self.signs_in = asks(self.desk.facts())
        if not self.signs_in:
            return
        found = self._bound_here()
        self.at_desk, self.is_locked = found or self.at_desk, not found

    def _bound_here(self) -> str:
        """Whom this computer account signs in. A store that cannot be written lets nobody in unwritten, and starts all the same."""
        try:
            return str(self.writer.call(SitByAccount(account=self.account))) if self.account else ""
        except StoreDown as down:
            log.warning("nobody is signed in by this computer's account: %s", down.what)
            return ""

    def _saw(self, what: str, lead_id: str) -> None:
        self.views.saw(self.at_desk, what, lead_id)

    def _write_last_views(self) -> None:
        try:
            self.views.write()
        except DeskError:
            log.warning("who looked at what in the last seconds could not be written", exc_info=True)

    # --- joining ---

    def _name_this_desk(self) -> None:
        if not self.desk.facts().settings["desk.id"]:
            self.writer.call(
                SaveSettings(values={"desk.id": self.ids(self.clock.now()).replace("-", "")[-12:]})
            )

    def _join(self, ports: Ports) -> None:
        self.ports = ports
        self.outbox = Outbox(self.store, self.writer.call, LiveLines(ports), self.clock.now)
        self.doors = Doors(
            self.store,
            self.clock,
            self.writer.call,
            self.desk.facts,
            ports,
            self.notifier,
            lambda: self.at_desk,
            lambda: self.is_locked,
        )

    def _start_lines(self) -> None:
        self.lines = list(lines_of(self))
        if self.lines:
            load_lexicon()  # now, and not when the first customer waits for it
        for line in self.lines:
            line.start()

    def _settings(self) -> Mapping[str, Any]:
        return self.desk.facts().settings

    # --- what follows from a commit ---

    def _changed(self, changes: Changes) -> None:
        if changes.new_alerts and self.writer.is_at_work:  # else nobody is here for whom it could ring
            self.bell.submit(self._ring, changes.new_alerts)
        if changes.outbox or "health" in changes.kinds or "settings" in changes.kinds:
            self._nudge_senders()
        if "settings" in changes.kinds:
            self._look_at_night()
        if "messages" in changes.kinds:
            self._nudge_language()

    def _ring(self, alert_ids: tuple[str, ...]) -> None:
        try:
            self.doors.deliver(alert_ids)
        except Exception:
            log.exception(
                "an alert could not be taken through its doors; it stands in the notification centre"
            )

    def _nudge_senders(self) -> None:
        for line in self.lines:
            if isinstance(line, Sender):
                line.nudge()

    def _nudge_language(self) -> None:
        for line in self.lines:
            if isinstance(line, LanguageLine):
                line.nudge()

    def _look_at_night(self) -> None:
        if self.is_up:
            self.bell.submit(lambda: self.night.see_to_it(self._settings()))

    def _after_beat(self) -> None:
        self.doors.again()
        if self.outbox.due():
            self._nudge_senders()

    def _drifted(self, drift: timedelta) -> None:
        """The clock's error by the providers' Date headers: over five minutes, hours can no longer be judged (R29)."""
        self.desk.eyes.drift = drift

    def _woke(self, gap: timedelta) -> None:
        log.info(
            "the clock jumped by %s s; every line is read before anything leaves", round(gap.total_seconds())
        )
        for line in self.lines:
            line.nudge()

    def _index_some(self) -> None:
        with self.store.reading() as session:
            waiting = session.scalar(select(SEARCH_TODO.c.lead_id).limit(1))
        if waiting is not None:
            self.writer.call(IndexSome())
