"""What a message must carry and must not claim before it may leave (R13, R16, R20, R26)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.models.rules.gate.case import Case
from desk.models.rules.gate.facts import Draft, GateFacts
from desk.models.rules.gate.rulebook import ContentTerms
from desk.models.rules.gate.segments import folded, segments
from desk.models.rules.gate.verdict import Verdict, forbid, hold, person
from desk.models.words import Author, Channel, Purpose

_PRICE_FIRST_STATE = "CA"

_LINK = re.compile(r"(?:https?://|(?<![\w@.-]))(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing a message lacks: the rule, what is wrong, and what would mend it."""

    rule: str
    fact: str
    mend: str


@dataclass(frozen=True, slots=True)
class Duties:
    """What a text or e-mail owes at a moment, for whoever words it (R13, R16, R26)."""

    disclosure: bool
    brand: bool
    opt_out_line: bool
    postal_address: bool


def duties(draft: Draft, facts: GateFacts, terms: ContentTerms, now: datetime) -> Duties:
    """What this draft must carry at ``now``: disclosure, the store's name, the way to stop, the address."""
    by_text = draft.channel is Channel.TEXT
    confirms = draft.purpose is Purpose.OPT_OUT_CONFIRMATION
    stop_due = by_text and draft.automatic and _due(facts.opt_out_line_at, now, terms.opt_out_line_every)
    return Duties(
        disclosure=draft.author is Author.ASSISTANT and not confirms and disclosure_due(facts, terms, now),
        brand=draft.automatic and (not by_text or facts.opt_out_line_at is None),
        opt_out_line=not confirms and (stop_due or (draft.marketing and draft.channel is Channel.EMAIL)),
        postal_address=draft.marketing and draft.channel is Channel.EMAIL,
    )


def disclosure_due(facts: GateFacts, terms: ContentTerms, now: datetime) -> bool:
    """Whether the assistant must say what it is: in its first message, and after a week of silence (R16)."""
    if facts.disclosed_at is None:
        return True
    return facts.last_exchange_at is not None and _due(facts.last_exchange_at, now, terms.disclose_again)


def postal_address_missing(case: Case) -> Verdict | None:
    """No advertising by e-mail before the store's postal address is known (R13)."""
    owed = case.draft.marketing and case.draft.channel is Channel.EMAIL
    if not owed or case.facts.store.postal_address.strip():
        return None
    return hold("R13", "The store's postal address is not set.", "The address is entered in the settings.")


def wording_incomplete(case: Case) -> Verdict | None:
    """Something the message owes is not in it: by itself it does not leave, and a person must mend it."""
    found = next(missing_parts(case.draft, case.facts, case.rules.content, case.now), None)
    if found is None:
        return None
    verdict = person if case.draft.automatic else forbid
    return verdict(found.rule, found.fact, found.mend)


def missing_parts(draft: Draft, facts: GateFacts, terms: ContentTerms, now: datetime) -> Iterator[Missing]:
    """Everything that the draft lacks or wrongly claims, most important first. A call has no content."""
    if draft.channel not in (Channel.TEXT, Channel.EMAIL):
        return iter(())
    owed = duties(draft, facts, terms, now)
    found = (
        _disclosure(draft, terms) if owed.disclosure else None,
        _brand(draft, facts) if owed.brand else None,
        _opt_out_line(draft, terms) if owed.opt_out_line else None,
        _postal_address(draft, facts) if owed.postal_address else None,
        _too_long(draft, terms),
        _short_link(draft, terms),
        _subject(draft, facts, terms),
        _price_first(draft, facts),
    )
    return (missing for missing in found if missing)


def _disclosure(draft: Draft, terms: ContentTerms) -> Missing | None:
    said = draft.text.casefold()
    if any(all(word in said for word in words) for words in terms.disclosure):
        return None
    return Missing(
        "R16", "It does not say that the store's automated assistant writes.", "Add the disclosure."
    )


def _brand(draft: Draft, facts: GateFacts) -> Missing | None:
    if folded(facts.store.name) in folded(draft.text):
        return None
    return Missing(
        "R26" if draft.channel is Channel.TEXT else "R13", "The store's name is not in it.", "Add the name."
    )


def _opt_out_line(draft: Draft, terms: ContentTerms) -> Missing | None:
    by_text = draft.channel is Channel.TEXT
    if _any_in(terms.opt_out_line if by_text else terms.email_opt_out, draft.text):
        return None
    return Missing(
        "R26" if by_text else "R13", "It does not say how to stop messages.", "Add the opt-out line."
    )


def _postal_address(draft: Draft, facts: GateFacts) -> Missing | None:
    if " ".join(facts.store.postal_address.split()) in " ".join(draft.text.split()):
        return None
    return Missing("R13", "The store's postal address is not in it.", "Add the address to the footer.")


def _too_long(draft: Draft, terms: ContentTerms) -> Missing | None:
    if draft.channel is not Channel.TEXT:
        return None
    parts = segments(draft.text).parts if draft.segments is None else draft.segments
    if parts <= terms.parts:
        return None
    return Missing("R26", f"The text needs {parts} parts; {terms.parts} is the limit.", "Shorten it.")


def _short_link(draft: Draft, terms: ContentTerms) -> Missing | None:
    """A public shortener hides where a link leads; carriers filter such texts (R26)."""
    found = next((host for host in _hosts(draft.text) if host in terms.shorteners), "")
    if not found or draft.channel is not Channel.TEXT:
        return None
    return Missing(
        "R26", f"The link of {found} hides where it leads.", "Write the whole address of the page."
    )


def _hosts(text: str) -> Iterator[str]:
    return (found[1].casefold() for found in _LINK.finditer(text))


def _subject(draft: Draft, facts: GateFacts, terms: ContentTerms) -> Missing | None:
    subject = draft.subject.casefold().strip()
    if facts.inbound is None and subject.startswith(terms.false_subject):
        return Missing("R13", "The subject pretends to be a reply.", "Write a subject of its own.")
    if draft.marketing and _any_in(terms.subject_claims, subject):
        return Missing("R13", "The subject claims a price or an approval.", "Write a subject without one.")
    return None


def _price_first(draft: Draft, facts: GateFacts) -> Missing | None:
    """In California the first written message that names a vehicle states its total price (R20)."""
    first = not any(touch.channel in (Channel.TEXT, Channel.EMAIL) for touch in facts.touches)
    if (
        facts.store.state != _PRICE_FIRST_STATE
        or not first
        or not draft.names_vehicle
        or draft.states_total_price
    ):
        return None
    return Missing(
        "R20", "It names a vehicle without its total price.", "State the total price or name no vehicle."
    )


def _any_in(words: Iterable[str], text: str) -> bool:
    folded = text.casefold()
    return any(word in folded for word in words)


def _due(last: datetime | None, now: datetime, every: timedelta) -> bool:
    return last is None or now - last >= every
