"""The customer and the store's people in words: the greeting, the owner, who was asked and when they are there (AI-09, AI-23)."""

from __future__ import annotations

from collections.abc import Iterator

from desk.models.hours import on_shift, staff_week, store_week
from desk.models.rules.known.speech import Known, Speech
from desk.models.rules.known.store import shown_phone
from desk.models.rules.names import given_name
from desk.models.staff import Staff


def about_people(speech: Speech) -> Iterator[tuple[str, Known]]:
    """The first name and the greeting made of it; the owner with their phone, while they work here."""
    facts = speech.facts
    first = given_name(facts.customer.first or "")
    yield "first", Known(first, ("customer:name",))
    yield (
        "hi",
        Known(
            speech.word("hello_name").format(first=first) if first else speech.word("hello"),
            ("customer:name",) if first else (),
        ),
    )
    owner = facts.owner
    if owner is not None and owner.active:
        yield "owner", Known(first_name(owner), (f"staff:{owner.id}",))
        yield "owner_phone", Known(shown_phone(owner.phone), (f"staff:{owner.id}",))


def first_name(person: Staff) -> str:
    """The first word of a person's name as it is written; "" for none."""
    return person.name.split()[0] if person.name else ""


def about_call(speech: Speech) -> Iterator[tuple[str, Known]]:
    """A call is offered only to who can be called and did not ask to be written to (AI-09)."""
    facts = speech.facts
    phones = {address.value for address in facts.addresses if address.kind == "phone"}
    refused = any(
        block.lifted_at is None
        and bool({"call", "all"} & set(block.channels))
        and block.address in {*phones, facts.lead.id}
        for block in facts.blocks
    )
    if phones and not refused and facts.customer.preferred_channel not in ("text", "email"):
        yield "call", Known(speech.word("call"))


def who_is_asked(speech: Speech, person: Staff | None) -> Known:
    """Who was asked and when that person is there, from the shift: ``I asked Marcus, who is in until 5 PM.`` (AI-23)."""
    store, now = speech.facts.store, speech.now
    if person is None or not person.active:
        return _team_asked(speech)
    week, away = staff_week(person, store), person.away_until
    told = {"owner": first_name(person)}
    rows = (f"staff:{person.id}", "store:hours")
    if on_shift(person, store, now):
        return Known(speech.word("who_in").format(until=speech.clock(week.closes(now) or now), **told), rows)
    back = week.opens(max(now, away) if away else now)
    return (
        Known(speech.word("who_back").format(back=speech.when(back), **told), rows)
        if back
        else _team_asked(speech)
    )


def _team_asked(speech: Speech) -> Known:
    week = store_week(speech.facts.store)
    closes, opens = week.closes(speech.now), week.opens(speech.now)
    if closes is not None:
        return Known(speech.word("team_in").format(until=speech.clock(closes)), ("store:hours",))
    if opens is not None:
        return Known(speech.word("team_back").format(back=speech.when(opens)), ("store:hours",))
    return Known(speech.word("team"), ("store:name",))
