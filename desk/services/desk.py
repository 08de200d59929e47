"""The engine: one command, one transaction, one set of changes. Window, command line, rehearsal and tests use this one.

A command is handled on the writer thread: it records a fact, the rules that the fact touches are run until they rest, and
what they decide is written in the same transaction. After the commit one ``Changes`` goes to whoever listens.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from desk.models import commands as c
from desk.models.by import THE_DESK
from desk.models.changes import Changes
from desk.models.commands import Command
from desk.models.conversation import Message
from desk.models.decisions import AskAgain, Wake
from desk.models.facts import StoreFacts
from desk.models.ids import IdSource
from desk.models.playbook import Playbook
from desk.models.rights import check
from desk.models.rules.procedure import RULES, Rule
from desk.models.rules.standing import sort_key
from desk.models.store.engine import Store, store_down
from desk.models.store.search import touch
from desk.models.time import Clock
from desk.models.vehicle import Vehicle
from desk.services import storefacts
from desk.services.answer import Answer
from desk.services.cabinet import Cabinet
from desk.services.eyes import Eyes
from desk.services.leadfile import LeadFile
from desk.services.lives_on import for_living
from desk.services.record import record
from desk.services.work import Work

log = logging.getLogger("desk.engine")
Handler = Callable[[Work, Any], Any]
H = TypeVar("H", bound=Handler)
Listener = Callable[[Changes], None]
_HANDLERS: dict[type[Command], Handler] = {}
_THROUGH_FILES = (c.Tick, c.ClaimSend, c.RecordSend)
_ON_ONE_LEAD = (c.OfLead, c.TakeLead, c.TakeReply, c.RecordDelivery, c.DecideDraft)
_MOST_ROUNDS = 25  # rules rest after two or three rounds; more means two of them disagree


def handles(kind: type[Command]) -> Callable[[H], H]:
    """Register the handler of a command; each command has exactly one."""

    def keep(handler: H) -> H:
        _HANDLERS[kind] = handler
        return handler

    return keep


class Desk:
    """The one engine over an open store. Not thread-safe: only the writer thread (or a rehearsal) calls ``run``."""

    def __init__(
        self, store: Store, clock: Clock, ids: IdSource, book: Playbook, eyes: Eyes | None = None
    ) -> None:
        import desk.services.handlers  # every command has its handler, and every decision its recorder, before the first one comes
        import desk.services.recorders  # noqa: F401

        self.store, self.clock, self.ids, self.book = store, clock, ids, book
        self.eyes = eyes or Eyes()
        self._listeners: list[Listener] = []
        self._facts: StoreFacts | None = None
        self._outdated = 0
        self._numbers: int | None = None
        self._shelf: dict[Any, tuple[Vehicle, ...]] = {}
        self._files = Cabinet()
        self.trouble = ""

    def listen(self, listener: Listener) -> None:
        """Be told the changes of every commit, on the writer thread, in order."""
        self._listeners.append(listener)

    def run(self, command: Command) -> Any:
        """Handle one command. Raises DeskError in words for people; nothing is changed then.

        ``trouble`` says meanwhile why the store cannot be written; it is empty again after the next commit.
        """
        check(command)
        try:
            with self.store.writing() as session:
                work = self._work(session, command)
                command = for_living(session, command)
                answer = _HANDLERS[type(command)](work, command)
                self._let_go(work, command)
                self._settle(work)
        except OperationalError as error:
            self._forget()
            down = store_down(self.store.path, error.orig or error)
            self.trouble = str(down)
            raise down from error
        except BaseException:
            self._forget()
            raise
        self._numbers, self.trouble = work.numbers, ""
        if work.new_book is not None:
            self.use(work.new_book)
        self._publish(work.changes())
        return answer

    def facts(self) -> StoreFacts:
        """The store's facts as last recorded. What was gathered while they changed is answered, and not kept."""
        facts, outdated = self._facts, self._outdated
        if facts is None:
            with self.store.reading() as session:
                facts = storefacts.gather(session)
            if outdated == self._outdated:
                self._facts = facts
        return facts

    def read_anew(self) -> None:
        """Rows came in another way than by commands (sample, restore): what was remembered of the store is let go."""
        self._forget()

    def _forget(self) -> None:
        self._facts, self._numbers = None, None
        self._outdated += 1
        self._shelf.clear()
        self._files.clear()

    def looking(self, session: Session, now: datetime) -> Work:
        """A transaction in hand that only looks: for figures and summaries that need a lead's facts."""
        if self._facts is None:
            self._facts = storefacts.gather(session)
        return Work(
            session=session,
            now=now,
            ids=self.ids,
            book=self.book,
            store=self._facts,
            by=THE_DESK,
            act="look",
            txn="",
            eyes=self.eyes,
            files=self._files if self.store.remembers else Cabinet(),
        )

    def use(self, book: Playbook) -> None:
        """Go on under another playbook version."""
        self.book = book

    def _work(self, session: Session, command: Command) -> Work:
        if self._facts is None:
            self._facts = storefacts.gather(session)
        if self._numbers is None:
            self._numbers = session.scalar(select(func.max(Message.number))) or 0
        now = self.clock.now()
        return Work(
            session=session, now=now, ids=self.ids, book=self.book, store=self._facts, by=command.by, act=type(command).act,
            txn=self.ids(now), numbers=self._numbers, eyes=self.eyes, shelf=self._shelf,
            files=self._files if self.store.remembers else Cabinet(), holds_rows=self.store.remembers,
            give_way=self.store.give_way,
            through_files=isinstance(command, _THROUGH_FILES),
        )  # fmt: skip

    def _let_go(self, work: Work, command: Command) -> None:
        """Kept files are true only while rows change through them; what a handler touched otherwise is gathered anew."""
        if not self.store.remembers or isinstance(command, _THROUGH_FILES):
            return
        work.files.visits += 1
        if not isinstance(command, _ON_ONE_LEAD):
            work.files.clear()
            return
        for lead_id in work.leads:
            file = LeadFile(work, work.lead(lead_id))
            work.files.put(file)
            work.files.let_go(file)

    def _settle(self, work: Work) -> None:
        if "stock" in work.kinds:
            self._shelf.clear()
        if work.kinds & storefacts.STALE_AFTER:
            work.flush()
            self._facts = work.store = storefacts.gather(work.session)
        for lead_id in work.to_settle:
            settle(work, lead_id)
        work.write()

    def _publish(self, changes: Changes) -> None:
        if changes.kinds & storefacts.STALE_AFTER:
            self._facts = None
            self._outdated += 1
        for listener in self._listeners:
            listener(changes)


def settle(work: Work, lead_id: str) -> None:
    """Run every rule on one lead until none decides anything new, then note when the clock must look again."""
    file = LeadFile.of(work, lead_id)
    if file.lead.merged_into is not None:  # it lives on in another lead, where its rows are (LEAD-04)
        return
    for _round in range(_MOST_ROUNDS):
        if not _one_round(file):
            break
    else:
        log.error("rules do not rest on lead %s", lead_id)
    later = [wake for answer in file.answers.values() for wake in answer.wakes if wake > work.now]
    file.lead.due_at = min(later) if later else None
    file.lead.sort_key = sort_key(file.lead)
    touch(work.connection, lead_id)
    work.kinds.add("leads")


def _one_round(file: LeadFile) -> bool:
    """Ask each rule that may have something new to say: it is shown something new since it was asked, or its moment has come."""
    moved, now = False, file.work.now
    for rule in RULES:
        if rule in file.stale or file.answers[rule].is_over(now):
            moved |= _ask(rule, file)
    return moved


def _ask(rule: Rule, file: LeadFile) -> bool:
    """Record what a rule decides; one that moved nothing need not be asked again before it is shown something new."""
    file.work.give_way()
    book, now = file.work.book, file.work.now
    file.stale.discard(rule)
    told = tuple(rule(file.facts(), book, now))
    moved = [record(file, decision) for decision in told if not isinstance(decision, (Wake, AskAgain))]
    if any(moved):
        file.stale.add(rule)
    wakes = tuple([decision.at for decision in told if isinstance(decision, Wake)])
    again = tuple([decision.at for decision in told if isinstance(decision, AskAgain)])
    file.answers[rule] = Answer.of(now, wakes, again)
    return any(moved)
