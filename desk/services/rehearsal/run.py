"""Runs a scenario: turns the clock from moment to moment, applies what happens, and lets the engine do the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from desk.models import commands as c
from desk.models.changes import Changes, Happened
from desk.models.conversation import Message
from desk.models.errors import DeskError, Refused
from desk.models.ids import CountedIds
from desk.models.playbook import Playbook
from desk.models.store import due
from desk.models.store.engine import Store, open_memory
from desk.models.time import TurnedClock
from desk.services.desk import Desk
from desk.services.eyes import OpenEyes
from desk.services.handlers.sending import Claimed
from desk.services.outbox import Outbox
from desk.services.ports import SendResult
from desk.services.rehearsal import seed
from desk.services.rehearsal.events import Stage
from desk.services.rehearsal.printing import Printer
from desk.services.rehearsal.scenario import Event, Scenario, length
from desk.services.rulebook import whole_playbook

_STUCK_AFTER = 200  # turns at one moment; more means the engine wakes itself without end


class RecordingLines:
    """The outside world of a rehearsal: takes every message at once, unless a line is down."""

    def __init__(self) -> None:
        self.down_until: dict[str, datetime] = {}
        self._count = 0

    def send(self, channel: str, claimed: Claimed, now: datetime) -> SendResult:
        ends = max((self.down_until.get(name, now) for name in (channel, "network")), default=now)
        if ends > now:
            return SendResult("retry", detail="The line is down", retry_after_s=(ends - now).total_seconds())
        self._count += 1
        return SendResult("accepted", provider_id=f"rehearsal-{self._count}")

    def find(self, message: Message) -> str | None:
        return None


class Rehearsal:
    """One story over one engine. ``lines`` of output come out of ``run`` in time order.

    With ``remembers`` the files of leads are kept between transactions; the output is the same without, later.
    """

    def __init__(self, scenario: Scenario, book: Playbook | None = None, *, remembers: bool = True) -> None:
        self.scenario = scenario
        self.store: Store = open_memory(one_session=remembers)
        self.clock = TurnedClock(scenario.start)
        self.desk = Desk(
            self.store,
            self.clock,
            CountedIds(scenario.title),
            book
            or whole_playbook(
                scenario.playbook,
                origin=f"{scenario.title}, [playbook]",
                staff=_ids(scenario),
                hours=scenario.store.get("hours"),
            ),
            OpenEyes(),
        )
        self.lines = RecordingLines()
        self.outbox = Outbox(self.store, self.desk.run, self.lines, self.clock.now)
        self.stage = Stage(self.desk, scenario)
        self._happened: list[Happened] = []
        self._asleep_until = scenario.start

    def run(self) -> Iterator[dict[str, Any]]:
        """Every line the story prints, the summary last. Raises DeskError for a mistake in the scenario."""
        seed.furnish(self.desk, self.scenario)
        self.desk.listen(self._listen)
        printer = Printer(self.stage, self.scenario.store.get("timezone", "America/Chicago"))
        for _moment in self._moments():
            yield from printer.lines(self._take())
        yield printer.summary(self.desk, self.clock.now())
        self.store.close()

    def _listen(self, changes: Changes) -> None:
        self._happened.extend(changes.happened)

    def _take(self) -> list[Happened]:
        taken, self._happened = self._happened, []
        return taken

    def _moments(self) -> Iterator[datetime]:
        events, waits = list(self.scenario.events), due.next_moment(self.store)
        while True:
            following = min(
                (m for m in (events[0].at if events else None, waits) if m is not None), default=None
            )
            if following is None or following > self.scenario.until:
                break
            self.clock.turn_to(max(following, self._asleep_until))
            now = self.clock.now()
            while events and events[0].at <= now:
                self._apply(events.pop(0))
            waits = self._let_settle()
            yield now
        self.clock.turn_to(self.scenario.until)

    def _apply(self, event: Event) -> None:
        """A refusal is part of the story; a mistake in the scenario ends it with its place."""
        if event.do == "sleep":
            self._asleep_until = event.at + length(event.need("lasts"), event.place)
        elif event.do == "outage":
            line = event.one_of("channel", ("email", "text", "ai", "hub", "network"))
            self.lines.down_until[line] = event.at + length(event.need("lasts"), event.place)
        else:
            self._act(event)

    def _act(self, event: Event) -> None:
        try:
            self.stage.play(event)
        except Refused as refusal:
            data = {"action": refusal.action, "missing": list(refusal.missing), "say": str(refusal)}
            self._happened.append(
                Happened(self.clock.now(), "refused", self.stage.lead_or_none(event), data, (refusal.what,))
            )
        except DeskError as error:
            error.where = f"{event.place}: {error.where}" if error.where else event.place
            raise

    def _let_settle(self) -> datetime | None:
        """Decide and send until nothing is due at this moment; answers when something is. What a computer asleep could not do waits
        for its waking.
        """
        now = self.clock.now()
        for _turn in range(_STUCK_AFTER):
            moment = due.next_moment(self.store)
            if now < self._asleep_until or moment is None or moment > now:
                return moment
            ticked = self.desk.run(c.Tick())
            if not self.outbox.pump() and not ticked:
                return due.next_moment(self.store)
        raise RuntimeError(f"the engine does not come to rest at {now.isoformat()}")


def _ids(scenario: Scenario) -> tuple[str, ...]:
    """The people of a story, for the check of its playbook."""
    return tuple(str(row.get("id", "")) for row in scenario.staff)


def rehearse(
    scenario: Scenario, overlay: Mapping[str, Any] | None = None, *, book: Playbook | None = None
) -> Iterator[dict[str, Any]]:
    """Run a scenario under its playbook, with ``overlay`` laid over it."""
    if book is None and overlay:
        from desk.services.playbooks import laid_over

        over = laid_over(scenario.playbook, overlay)
        book = whole_playbook(over, staff=_ids(scenario), hours=scenario.store.get("hours"))
    return Rehearsal(scenario, book).run()
