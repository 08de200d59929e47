"""The line to a language endpoint (AI-20): asks for other words and second readings, within a day's budget.

It holds nothing up: a message leaves at its own moment with the desk's own words, whatever happens here. After some answers in a
row that are none the line rests and says so; while it rests, no message waits for it. It is tried again with growing pauses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.models.commands import NoteHealth, ReadAgain, RewordMessage
from desk.models.conversation import Message
from desk.models.errors import ChannelDown
from desk.models.facts import StoreFacts
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.playbook import Playbook
from desk.models.rules.rewording import parts_of
from desk.models.store.engine import Store
from desk.models.time import Clock, local
from desk.services.lines import Call, Line
from desk.services.ports import Language

NAME = "language"
_LOOK_BACK = timedelta(seconds=60)
_REMEMBERED = 2000


@dataclass(frozen=True, slots=True)
class Job:
    """One message to be worded or read, with what the customer is known by."""

    message: Message
    hidden: tuple[str, ...]
    language: str


class LanguageLine(Line):
    """Asks about each message once. ``tries`` answers in a row that are none make it rest."""

    def __init__(
        self, call: Call, language: Language, store: Store, facts: Callable[[], StoreFacts], book: Callable[[], Playbook],
        clock: Clock, *, tries: int,
    ) -> None:  # fmt: skip
        super().__init__(NAME, call, every_s=5.0)
        self._language, self._store, self._facts, self._book, self._clock = (
            language,
            store,
            facts,
            book,
            clock,
        )
        self._tries, self._failed = tries, 0
        self._seen: dict[str, None] = {}

    def nudge(self) -> None:
        """A new message ends the pause between rounds, never the rest after failures."""
        if self._failed < self._tries:
            super().nudge()

    def round(self) -> None:
        if self._failed >= self._tries:
            self._let_go(self._jobs(), "The language endpoint rests")
            self._try_out()
        jobs = self._jobs()
        while jobs and not self._stopping.is_set():
            try:
                self._do(jobs.pop(0))
            except ChannelDown as down:
                self._let_go(jobs, str(down))
                raise

    def _let_go(self, jobs: list[Job], words: str) -> None:
        """Nobody waits for a line that rests."""
        for job in jobs:
            self._remember(job.message.id)
            self._give_up(job, words)

    def _try_out(self) -> None:
        """After a rest: one small question, and the line is up again if it is answered."""
        self._spend()
        failed = next((step for step in self._language.probe() if not step.ok), None)
        if failed is not None:
            raise ChannelDown(failed.detail)
        self._failed = 0

    def _jobs(self) -> list[Job]:
        """Messages of the last minute that were not asked about yet, the oldest first; what is older has left or been answered."""
        wanted = (
            select(Message, Lead, Customer)
            .join(Lead, Lead.id == Message.lead_id)
            .join(Customer, Customer.id == Lead.customer_id)
        )
        recent = wanted.where(Message.at > self._clock.now() - _LOOK_BACK).order_by(Message.at, Message.id)
        with self._store.reading() as session:
            return [self._job(*row) for row in session.execute(recent) if self._is_for_us(row[0])]

    def _job(self, message: Message, lead: Lead, customer: Customer) -> Job:
        names = (customer.full, customer.first, customer.last, customer.street)
        return Job(message, tuple(dict.fromkeys(name for name in names if name)), lead.language)

    def _is_for_us(self, message: Message) -> bool:
        if message.id in self._seen:
            return False
        if message.direction == "in":
            return bool((message.reading or {}).get("second_by"))
        mine = (
            message.author == "assistant" and message.status in ("queued", "held") and not message.approved_by
        )
        return mine and message.purpose in self._book().words_list("language.purposes")

    def _do(self, job: Job) -> None:
        self._remember(job.message.id)
        ask = self._read if job.message.direction == "in" else self._word
        try:
            ask(job)
        except ChannelDown as down:
            self._failed += 1
            self._give_up(job, str(down))
            if self._failed >= self._tries:
                raise

    def _word(self, job: Job) -> None:
        parts = parts_of(job.message.text)
        if not parts:
            self._give_up(job, "Nothing in it may be worded otherwise")
            return
        self._spend()
        told = self._language.word(parts.opening, parts.question, job.language, job.hidden)
        taken = self._call(
            RewordMessage(
                message_id=job.message.id,
                opening=told.opening,
                question=told.question,
                model=self._language.model,
            )
        )
        self._failed = 0 if taken else self._failed + 1
        if self._failed >= self._tries:
            raise ChannelDown("The language endpoint's words may not be sent.")

    def _read(self, job: Job) -> None:
        self._spend()
        told = self._language.read(job.message.text, self._book().words_list("language.may_read"), job.hidden)
        self._call(
            ReadAgain(
                message_id=job.message.id,
                intents=told.intents,
                language=told.language,
                model=self._language.model,
            )
        )
        self._failed = 0

    def _give_up(self, job: Job, words: str) -> None:
        """The desk goes on by itself at once, and the message says why."""
        if job.message.direction == "in":
            self._call(ReadAgain(message_id=job.message.id))
        else:
            self._call(RewordMessage(message_id=job.message.id, trouble=words))

    def _remember(self, message_id: str) -> None:
        self._seen[message_id] = None
        for old in list(self._seen)[:-_REMEMBERED]:
            del self._seen[old]

    def _spend(self) -> None:
        """Count one question of today's budget. Raises ChannelDown when it is used up."""
        facts = self._facts()
        day, most = (
            local(self._clock.now(), facts.zone).date().isoformat(),
            int(facts.settings["language.per_day"]),
        )
        spent: dict[str, Any] = facts.settings["language.spent"]
        count = int(spent.get("count", 0)) if spent.get("day") == day else 0
        if count >= most:
            self._failed = self._tries
            raise ChannelDown(f"Today's {most} questions to the language endpoint are used up.")
        ok, words = self._said or (True, "")
        self._call(
            NoteHealth(
                line=NAME, ok=ok, words=words, cursor={"language.spent": {"day": day, "count": count + 1}}
            )
        )
