"""Who won a lead: the store's label for the assistant stands on what the assistant brought in (LEAD-09).

A lead is the assistant's win when it booked the visit, or when the customer answered it before any person had reached them;
which of both counts is the playbook's. The source itself is never replaced: the label stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.models.decisions import Decision, SetLead, Tell
from desk.models.facts import Facts, StoreFacts
from desk.models.playbook import Playbook
from desk.models.rules.stages import real_replies
from desk.models.words import Author


def label_of(store: StoreFacts) -> str:
    """The store's own label for the assistant, "Sales AI" unless it chose another."""
    return str(store.settings.get("assistant.label", ""))


def labelled(source: str, label: str) -> str:
    """A source as reports and people read it, with whoever won the lead."""
    return f"{source} · {label}" if label else source


def decide(facts: Facts, book: Playbook) -> Iterator[Decision]:
    key = f"{facts.lead.id}·won"
    if key in facts.done or not (facts.inbound or facts.appointments):
        return  # nobody has answered yet, so nothing is won
    reason = next((words for by, words in _reasons(facts) if by in book.words_list("attribution.won_by")), "")
    label = label_of(facts.store)
    if reason and label:
        yield SetLead({"source_label": labelled(facts.lead.source, label)})
        yield Tell(key=key, kind="mark", data={"mark": f"{label} won it"}, why=("LEAD-09", reason))


def _reasons(facts: Facts) -> Iterator[tuple[str, str]]:
    if any(visit.label for visit in facts.appointments):
        yield "visit", "The assistant booked the visit"
    answered = min(real_replies(facts), default=None)
    if answered is None:
        return
    wrote = any(m.author == Author.ASSISTANT and (m.sent_at or m.at) < answered for m in facts.sent)
    if wrote and not any(at <= answered for at, _proof in facts.contacts_by_people()):
        yield "reply", "The customer answered the assistant before any person had reached them"
