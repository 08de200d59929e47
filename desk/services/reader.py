"""Answers the window's questions: frozen snapshots, read as the person at this desk, at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from desk.models.conversation import Message
from desk.models.facts import StoreFacts
from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.playbook import Playbook
from desk.models.rules.gate import PlaceEvidence, is_open, next_opening, whereabouts
from desk.models.rules.gate.windows import closes_at
from desk.models.rules.replies.knowledge import words_of
from desk.models.rules.shifts import on_shift
from desk.models.settings import PRIVATE
from desk.models.snapshots.bank import (
    AnswersView,
    AnswerView,
    FoundAnswer,
    GivenOut,
    PreviewView,
    StartsView,
    StockView,
    TemplateView,
)
from desk.models.snapshots.board import BoardView, CardView, ColumnView
from desk.models.snapshots.frame import AlertView, ChannelHealth, DoneAct, FoundRow, PersonView, ShellView
from desk.models.snapshots.inbox import InboxView, QuarantineView
from desk.models.snapshots.lead import LeadView
from desk.models.snapshots.merge import MergedView, MergeView
from desk.models.snapshots.monitor import LadderView, MonitorView
from desk.models.snapshots.sign_in import ExportsView, SignInView
from desk.models.snapshots.today import DaySheetView, Routine, TodayView
from desk.models.snapshots.tower import TowerView
from desk.models.store.engine import Store
from desk.models.store.queries import (
    alerts,
    board,
    done,
    duplicates,
    find,
    inbox,
    knowledge,
    lead,
    people,
    quarantine,
    shell,
    stock,
    waiting,
    wanted,
)
from desk.models.store.queries.lead import TextHours
from desk.models.store.queries.says import clock
from desk.models.template import Template
from desk.services import day, day_sheet, given_out, own_templates, sign_in, tower, watching, wordings
from desk.services.aside_clock import Clock, aside_clock
from desk.services.beside import with_assistant_near
from desk.services.covering import with_coverage
from desk.services.inbound_lines import MAIL_IN
from desk.services.lead_forms import with_forms
from desk.services.lessons import tables_of, with_guesses
from desk.services.lives_on import lives_on
from desk.services.merge_preview import merge_view
from desk.services.opened_files import opened_folder
from desk.services.reader_settings import SettingsReader

#: What was looked at, and the id of its lead where it is one.
Seen = Callable[[str, str], None]
_LINES = {
    "mail_in": "Mail in",
    "mail_out": "Mail out",
    "texts": "Texts",
    "texts_out": "Texts out",
    "drop_folder": "Drop folder",
    "language": "Language endpoint",
    "inventory": "Inventory feed",
    "backup": "Backup",
    "night": "Night desk",
}


def _shown(line: str) -> str:
    """A line as people read it; a further mailbox by the name it was given."""
    name, _, account = line.partition(":")
    return f"{_LINES[name]}, {account}" if account else _LINES[name]


def unseen(_what: str, _lead_id: str) -> None:
    """Nobody looks: what is read goes to no person's eyes."""


_CHANNEL_OF = {"mail_out": "email", "texts_out": "text"}


class Reader(SettingsReader):
    """One reading of the store. Every method is one question; none changes anything."""

    def __init__(
        self,
        session: Session,
        now: datetime,
        staff_id: str,
        facts: StoreFacts,
        book: Playbook,
        trouble: str = "",
        seen: Seen = unseen,
        folder: Path | None = None,
    ) -> None:
        self.session, self._now, self._staff_id, self.facts, self._book = session, now, staff_id, facts, book
        self._trouble, self._seen, self._folder = trouble, seen, folder

    def shell(self) -> ShellView:
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
        told = self.facts.settings["health"]
        store = (
            (ChannelHealth(name="Store", ok=False, since=None, words=self._trouble),) if self._trouble else ()
        )
        named = [*(name for name in _LINES if name in told), *self._more_mailboxes()]
        return (*store, *(self._line(name, told[name]) for name in named))

    def _more_mailboxes(self) -> list[str]:
        """The lines of the further mailboxes that are set up and have spoken."""
        names = [f"{MAIL_IN}:{told['name']}" for told in self.facts.settings["mail.more"]]
        return [name for name in names if name in self.facts.settings["health"]]

    def _line(self, name: str, state: Any) -> ChannelHealth:
        since = datetime.fromisoformat(state["since"]) if state.get("since") else None
        waits = self._waiting(_CHANNEL_OF.get(name, "")) if not state["ok"] else 0
        words, shown = state.get("words", ""), _shown(name)
        if not state["ok"] and since:
            words = f"{shown} down since {clock(since, self.facts.zone)}. {words}" + (
                f" {waits} {'message waits' if waits == 1 else 'messages wait'}." if waits else ""
            )
        return ChannelHealth(name=shown, ok=state["ok"], since=since, words=words, waiting=waits)

    def _waiting(self, channel: str) -> int:
        query = (
            select(func.count())
            .select_from(Message)
            .where(Message.channel == channel, Message.status.in_(("queued", "held")))
        )
        return self.session.scalar(query) or 0

    def _on_shift(self) -> frozenset[str]:
        return frozenset(person.id for person in self.facts.staff if on_shift(person, self._now, self.facts))

    def board(self, who: str) -> BoardView:
        return board.board(self.session, self._now, viewer_id=self._staff_id, who=who)

    def board_page(self, stage: str, cursor: str, who: str) -> ColumnView:
        return board.board_page(self.session, stage, cursor, self._now, viewer_id=self._staff_id, who=who)

    def cards(self, lead_ids: Sequence[str]) -> Sequence[CardView]:
        return tuple(board.cards(self.session, tuple(lead_ids), self._now).values())

    def leads_csv(self, lead_ids: Sequence[str]) -> GivenOut:
        """These leads as ``desk export leads`` writes them, as one text (FLOW-12, COMPLY-06)."""
        # Seldom asked for: the figures it brings along need not be in memory.
        from desk.services import export
        from desk.services.export_csv import write_csv

        rows, out = list(export.chosen(self.session, self.facts, lead_ids)), StringIO(newline="")
        write_csv(rows, out)
        people = select(func.count(distinct(Lead.customer_id))).where(Lead.id.in_(lead_ids))
        return GivenOut(out.getvalue(), len(rows), self.session.scalar(people) or 0)

    def lead(self, lead_id: str) -> LeadView | None:
        lead_id = lives_on(self.session, lead_id)
        view = lead.lead_view(self.session, lead_id, self._now, self.facts, self._text_hours(lead_id))
        if view is None:
            return None
        self._seen("lead", lead_id)
        view = replace(view, merged=duplicates.merges_of(self.session, lead_id))
        covered = with_coverage(view, self.session, self.facts, self._book, self._now)
        near = with_assistant_near(covered, self._book, self._now)
        return with_forms(near, self.session, self.facts, self._book, self._now, self._staff_id)

    def starts(self, lead_id: str) -> StartsView:
        """What a person may start from when they write to this customer (FLOW-15)."""
        lead_id = lives_on(self.session, lead_id)
        return wordings.starts(self.session, lead_id, self._now, self.facts, self._book, self._staff_id)

    def stock(self, words: str) -> StockView:
        return stock.stock(self.session, words)

    def answers(self, words: str) -> AnswersView:
        return knowledge.answers(self.session, words)

    def answer_versions(self, entry: str) -> Sequence[AnswerView]:
        return knowledge.answer_versions(self.session, entry)

    def bank_says(self, text: str, language: str) -> FoundAnswer | None:
        """What a customer who asks this would be told (AI-13)."""
        words, least = words_of(self._book), self._book.number("knowledge.threshold")
        found = self.facts.knowledge.best(words, text, language, self._now)
        if found is None:
            return None
        percent = int(found.likeness * 100)
        return FoundAnswer(found.entry.entry, found.entry.answer, percent, found.likeness >= least)

    def templates(self) -> Sequence[TemplateView]:
        return own_templates.versions(self.session)

    def preview(self, template_id: str, lead_id: str) -> PreviewView | None:
        return wordings.preview(
            self.session, template_id, lead_id, self._now, self.facts, self._book, self._staff_id
        )

    def template_fields(self) -> Sequence[str]:
        """What a template may fill in."""
        return tuple(sorted(own_templates.FIELDS))

    def try_out(self, kind: str, subject: str, body: str, lead_id: str) -> PreviewView | None:
        """How words that are still being written read for a lead (FLOW-08)."""
        row = Template(kind=kind, name="", subject=subject, body=body)
        return wordings.try_out(self.session, row, lead_id, self._now, self.facts, self._book, self._staff_id)

    def _text_hours(self, lead_id: str) -> TextHours:
        """The lawful window for texts where the customer may be, as the gate sees it (R29)."""
        found = self.session.get(Lead, lead_id)
        customer = self.session.get(Customer, found.customer_id) if found else None
        if customer is None:
            return TextHours()
        rules = self._book.part("gate")
        where = whereabouts(self._evidence(customer), rules.places).places
        zone = next((place.zone for place in sorted(where, key=str) if place.zone), self.facts.zone)
        if is_open(where, self._now, rules.windows, by_hand=True):
            closes = closes_at(where, self._now, rules.windows, by_hand=True)
            return TextHours(
                zone=zone,
                open=True,
                words=f"Texts allowed until {clock(closes, zone)}" if closes else "Texts allowed",
            )
        opens = next_opening(where, self._now, rules.windows, by_hand=True)
        return TextHours(
            zone=zone,
            open=False,
            opens=opens,
            words=f"Texts from {clock(opens, zone)}" if opens else "No texts",
        )

    def _evidence(self, customer: Customer) -> PlaceEvidence:
        phone = self.session.scalar(
            select(Address.value).where(Address.customer_id == customer.id, Address.kind == "phone").limit(1)
        )
        told = (customer.told_zone,) if customer.told_zone else ()
        return PlaceEvidence(
            phone=phone or "",
            region=customer.region,
            postal=customer.postal,
            country=customer.country,
            told=told,
        )

    def monitor(self) -> MonitorView:
        return watching.monitor(self.session, self.facts, self._book, self._now)

    def ladder(self, lead_id: str) -> LadderView | None:
        return watching.ladder(self.session, lead_id, self.facts, self._book, self._now)

    def inbox(self, who: str = "everyone") -> InboxView:
        whose = self._staff_id if who == "mine" else ""
        return inbox.inbox(self.session, self._now, self.facts.zone, whose, clock=self._aside_clock())

    def waiting_counts(self) -> tuple[int, int]:
        """How much waits in everyone's inbox, and how many leads are late."""
        late = waiting.late_count(self.session, self._now)
        return waiting.waiting_count(self.session, self._now, self.facts.zone), late

    def duplicate(self, duplicate_id: str, choices: Mapping[str, str] | None = None) -> MergeView | None:
        """A suspected duplicate with the merge that ``choices`` would make (LEAD-04, LEAD-11)."""
        told = (duplicate_id, choices or {}, self.facts, self._book, self._now, self._staff_id)
        return merge_view(self.session, *told)

    def merges(self, lead_id: str) -> Sequence[MergedView]:
        """Records that lie in this lead and can be taken out again (LEAD-04)."""
        return duplicates.merges_of(self.session, lives_on(self.session, lead_id))

    def today(self, role: str, part: str) -> TodayView:
        return day.today(self.session, self.facts, self._book, self._now, self._staff_id, role, part)

    def routine(self) -> Routine:
        return day.routine(self._book)

    def tower(self, lead_id: str) -> TowerView | None:
        return tower.tower(self.session, lead_id, self.facts, self._book, self._now)

    def day_sheet(self) -> DaySheetView:
        self._seen("day_sheet", "")
        return day_sheet.day_sheet(self.session, self.facts, self._book, self._now, self._staff_id)

    def done_acts(self) -> Sequence[DoneAct]:
        person = self.facts.person(self._staff_id)
        return done.done_acts(self.session, person.name) if person is not None else ()

    def found(self, words: str) -> Sequence[FoundRow]:
        return find.find(self.session, words)

    def asked_now(self) -> Sequence[frozenset[str]]:
        """What each open lead with a vehicle names of it, to try a feed on."""
        return wanted.asked_now(self.session)

    def at_address(self, address: str) -> Sequence[FoundRow]:
        """The leads that have this phone or email already."""
        return find.at_address(self.session, address)

    def alerts(self) -> Sequence[AlertView]:
        return alerts.alerts(self.session, self._staff_id, self._now)

    def alert(self, alert_id: str) -> AlertView | None:
        return alerts.alert_one(self.session, alert_id, self._now)

    def alerts_done(self) -> Sequence[AlertView]:
        return alerts.alerts_done(self.session, self._staff_id, self._now)

    def quarantine(self) -> Sequence[QuarantineView]:
        tables = tables_of(self._book, self.facts.settings)
        views, clock = quarantine.quarantine(self.session), self._aside_clock()
        timed = (replace(view, timer=clock(view.sender, view.received)) for view in views)
        return tuple(with_guesses(view, tables) for view in timed)

    def _aside_clock(self) -> Clock:
        sources = tables_of(self._book, self.facts.settings).sources
        return aside_clock(sources, self.facts, self._book, self._now)

    def lost_reasons(self) -> Sequence[tuple[str, str]]:
        """What a person can say when a lead is lost: as it is kept, and as people read it (LEAD-06)."""
        return tuple((str(kept), str(words)) for kept, words in self._book.get("closing.lost_reasons"))

    def alert_doors(self) -> Sequence[str]:
        """What a person may choose for their alerts, as an administrator allows it (ALERT-02)."""
        return self._book.words_list("alerts.allowed")

    def people(self) -> Sequence[PersonView]:
        return people.people(self.session, self._on_shift())

    def audit_read(self, lead_id: str) -> None:
        """Somebody looks at the record of a lead (R22)."""
        self._seen("audit", lives_on(self.session, lead_id))

    def exports(self) -> ExportsView:
        """How many customers' data left the store lately (R22)."""
        return given_out.exports_view(self.session, self.facts, self._book, self._now)

    def sign_in(self) -> SignInView:
        """Who may sit down here, and whether one is asked (R22)."""
        return sign_in.sign_in_view(self.facts, self._book, self._now)

    def settings(self) -> dict[str, Any]:
        """What the store has set, without what only the engine looks at."""
        return {key: value for key, value in self.facts.settings.items() if key not in PRIVATE}


def reading(
    store: Store,
    now: Callable[[], datetime],
    staff_id: Callable[[], str],
    facts: Callable[[], StoreFacts],
    book: Callable[[], Playbook],
    trouble: Callable[[], str] = lambda: "",
    seen: Seen = unseen,
) -> Any:
    """A maker of readers, one per question: each has its own connection and moment. ``seen`` is told what a person looks at."""
    folder = opened_folder(store.path.parent) if store.path is not None else None

    @contextmanager
    def one() -> Iterator[Reader]:
        with store.reading() as session:
            yield Reader(session, now(), staff_id(), facts(), book(), trouble(), seen, folder)

    return one
