"""Three to five vehicles like the one asked about, a quarter of an hour after the first call (AI-05)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.decisions import Decision, QueueMessage, Wake
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound
from desk.models.rules.criteria import Wish, fits
from desk.models.rules.known import Known, Speech, feed_words, here_rows, language_of, title
from desk.models.rules.wording import compose
from desk.models.vehicle import Vehicle
from desk.models.words import AiState, Purpose

_CALLS = ("call", "voicemail")


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    key = f"{facts.lead.id}·similar"
    due = due_at(facts, book)
    if key in facts.done or not _wanted(facts, book) or now > due + book.span("similar.give_up_after"):
        return
    if now < due:
        yield Wake(due)
        return
    channels = outbound.open_channels(facts)
    if channels:
        yield from message_of(facts, book, now, key, channels[0], now + book.span("similar.give_up_after"))


def due_at(facts: Facts, book: Playbook) -> datetime:
    """A while after the first logged call attempt, or after receipt when no call is logged by then."""
    received = facts.lead.received_at
    without = received + book.span("similar.after_receipt")
    call = next(
        (
            log.at
            for log in facts.logs
            if log.type in _CALLS and log.direction == "out" and received <= log.at <= without
        ),
        None,
    )
    return call + book.span("similar.after_call") if call else without


def _wanted(facts: Facts, book: Playbook) -> bool:
    """Only while the customer has not answered: afterwards the conversation goes its own way."""
    lead = facts.lead
    by_person = lead.source_kind in book.words_list("first_response.by_person")
    started = any(m.purpose == Purpose.FIRST_RESPONSE for m in facts.messages)
    quiet = not any(m.purpose not in ("inquiry", "auto_reply", "bounce") for m in facts.inbound)
    return (
        lead.ai_state == AiState.ON
        and not lead.is_history
        and not by_person
        and started
        and quiet
        and not lead.hold_kind
    )


def message_of(
    facts: Facts, book: Playbook, now: datetime, key: str, channel: str, expires_at: datetime | None
) -> Iterator[QueueMessage]:
    """The message with the vehicles that are here now; none where too few are left."""
    chosen = choose(facts, book)
    if len(chosen) < int(book.number("similar.fewest")):
        return
    templates = outbound.templates(book)
    draft = compose(
        templates,
        Purpose.SIMILAR_VEHICLES,
        "similar",
        facts,
        book,
        now,
        channel,
        extra=as_words(facts, book, now, chosen),
    )
    kind = f"{len(chosen)} vehicles of the same kind within two years stand on the list"
    why = ("similar", kind, *(f"{car.stock}: {', '.join(reasons(facts, car))}" for car in chosen))
    yield outbound.message(facts, book, now, draft, key=key, purpose=Purpose.SIMILAR_VEHICLES, channel=channel, why=why, step="similar",
                           expires_at=expires_at)  # fmt: skip


def choose(
    facts: Facts, book: Playbook, wish: Wish | None = None, among: Iterable[Vehicle] | None = None
) -> tuple[Vehicle, ...]:
    """The nearest first: same model, then year, price and miles; only what the feed shows as available and the wish allows."""
    own = facts.stock.stock if facts.stock else ""
    pool = facts.similar if among is None else among
    here = {car.stock: car for car in pool if car.status == "available" and car.stock != own}
    wanted = [car for car in here.values() if wish is None or fits(wish, car, facts.stock)]
    ranked = sorted(wanted, key=lambda car: _distance(facts, book, car))
    return tuple(ranked[: int(book.number("similar.most"))])


def reasons(facts: Facts, car: Vehicle) -> tuple[str, ...]:
    """Why a vehicle is like the one asked about, in words: model or kind, year, price and miles where both are known."""
    base = facts.stock or (facts.wanted[0] if facts.wanted else None)
    if base is None:
        return ("available",)
    same = (car.make, car.model) == (base.make, base.model)
    told = [
        "same model"
        if same
        else "same make"
        if car.make == base.make
        else f"also {car.body or 'of its kind'}"
    ]
    if car.year and base.year:
        apart = car.year - base.year
        told.append(
            "same year"
            if not apart
            else f"{abs(apart)} {'year' if abs(apart) == 1 else 'years'} {'newer' if apart > 0 else 'older'}"
        )
    if facts.stock is not None and facts.stock.price_cents and car.price_cents:
        told.append(
            f"listed within {abs(car.price_cents - facts.stock.price_cents) * 100 // facts.stock.price_cents + 1} % of its price"
        )
    if facts.stock is not None and facts.stock.mileage is not None and car.mileage is not None:
        told.append(
            f"{abs(car.mileage - facts.stock.mileage):,} miles {'fewer' if car.mileage < facts.stock.mileage else 'more'}"
        )
    return tuple(told)


def _distance(facts: Facts, book: Playbook, car: Vehicle) -> tuple[float, str]:
    """How far off in years' worth; of equals the one listed first."""
    base = facts.stock or (facts.wanted[0] if facts.wanted else None)
    if base is None:
        return 0.0, car.stock
    same = 0 if (car.make, car.model) == (base.make, base.model) else 1 if car.make == base.make else 2
    years = abs((car.year or 0) - (base.year or car.year or 0))
    most = book.number("similar.most_years")
    apart = (
        _price_gap(facts.stock, car) / book.number("similar.price_a_year"),
        _mile_gap(facts.stock, car) / book.number("similar.miles_a_year"),
    )
    return same + years + sum(min(most, gap) for gap in apart), car.stock


def _price_gap(base: Vehicle | None, car: Vehicle) -> float:
    if base is None or not base.price_cents or car.price_cents is None:
        return 0.0
    return abs(car.price_cents - base.price_cents) / base.price_cents


def _mile_gap(base: Vehicle | None, car: Vehicle) -> float:
    if base is None or base.mileage is None or car.mileage is None:
        return 0.0
    return abs(car.mileage - base.mileage)


def as_words(facts: Facts, book: Playbook, now: datetime, chosen: tuple[Vehicle, ...]) -> dict[str, Known]:
    """The list for an e-mail, the short one for a text, and the moment the feed was read."""
    if not chosen:
        return {}
    templates = outbound.templates(book)
    speech = Speech(templates, facts, now, templates.language(language_of(facts)))
    short = chosen[: int(book.number("similar.most_by_text"))]
    rows = tuple(row for car in chosen for row in here_rows(car))
    return {
        "similar_list": Known("\n".join(_item(speech, car, facts) for car in chosen), rows),
        "similar_short": Known(
            ", ".join(title(car, trim=False) for car in short),
            tuple(row for car in short for row in here_rows(car)),
        ),
        "similar_as_of": Known(speech.as_of(min(car.seen_at for car in chosen)), ("feed",)),
    }


def _item(speech: Speech, car: Vehicle, facts: Facts) -> str:
    """One line of the list: what it is, and why it is near the one asked about."""
    miles = (
        speech.word("miles").format(count=f"{car.mileage:,}")
        if car.mileage is not None and car.condition != "new"
        else ""
    )
    told = ", ".join(
        part for part in (title(car), miles, feed_words.translated(speech, car.exterior or "")) if part
    )
    near = ", ".join(_likeness(speech, car, facts))
    return f"- {told} ({car.stock})" + (f": {near}" if near else "")


def _likeness(speech: Speech, car: Vehicle, facts: Facts) -> Iterator[str]:
    """Why it is near, in the customer's language and without a figure of money (AI-12)."""
    base = facts.stock or (facts.wanted[0] if facts.wanted else None)
    if base is None:
        return
    same = (car.make, car.model) == (base.make, base.model)
    yield speech.word("like_model" if same else "like_make" if car.make == base.make else "like_kind")
    if car.year and base.year:
        apart = car.year - base.year
        words = speech.listed("like_newer" if apart > 0 else "like_older")
        yield words[min(abs(apart), 2) - 1].format(count=abs(apart)) if apart else speech.word("like_year")
    own = facts.stock.mileage if facts.stock is not None else None
    if own is not None and car.mileage is not None and car.mileage != own:
        yield speech.word("like_fewer" if car.mileage < own else "like_more").format(
            count=f"{abs(car.mileage - own):,}"
        )
