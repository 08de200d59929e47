"""The store in words: its name, place and phone, its hours, what it is known for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desk.models.hours import DAYS, store_week
from desk.models.rules.known.speech import Known, Speech


def shown_phone(number: str) -> str:
    """``+16025550142`` as people write it."""
    digits = number.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 and digits.isdigit() else number


def about_store(speech: Speech) -> Iterator[tuple[str, Known]]:
    """Name, place, phone, page and hours (store's zone); what it is known for as the bank says it in this language."""
    store = speech.facts.store
    yield "store", Known(store.name, ("store:name",))
    yield "assistant", Known(str(store.settings.get("assistant.name") or speech.word("assistant")), ())
    yield "address", Known(store.address, ("store:address",))
    yield (
        "place",
        Known(
            " · ".join(part for part in (store.name, store.address, shown_phone(store.phone)) if part),
            ("store:address",),
        ),
    )
    yield "store_phone", Known(shown_phone(store.phone), ("store:phone",))
    told = store.knowledge.tagged("advantage", speech.language)
    if told is not None:
        yield "advantage", Known(told.answer, (f"knowledge:{told.entry}:v{told.version}",))
    yield "website", Known(str(store.settings.get("store.website", "")), ("store:website",))
    week = store_week(store)
    opens, closes = week.opens(speech.now), week.closes(speech.now)
    if closes is not None:
        yield "open_until", Known(speech.clock(closes), ("store:hours",))
    elif opens is not None:
        yield "opens_at", Known(speech.when(opens), ("store:hours",))
    yield "hours_week", Known(hours_words(speech, store.hours), ("store:hours",))


def hours_words(speech: Speech, table: Mapping[str, Any]) -> str:
    """The week in one line, equal neighbours joined: ``Mon-Fri 9 AM-8 PM, Sat 9 AM-6 PM, Sun closed``."""
    keys, short = DAYS, speech.listed("short_days")
    runs: list[tuple[int, int, str]] = []
    for index, key in enumerate(keys):
        told = str(table.get(key, "") or "")
        if runs and runs[-1][2] == told:
            runs[-1] = (runs[-1][0], index, told)
        else:
            runs.append((index, index, told))
    return ", ".join(f"{_run(short, first, last)} {_hours(speech, told)}" for first, last, told in runs)


def hours_of(speech: Speech, day: int) -> dict[str, Known]:
    """One weekday (0 = Monday) and its hours, as ``hours_day`` and ``hours_of_day``."""
    name, told = speech.listed("days")[day], str(speech.facts.store.hours.get(DAYS[day], "") or "")
    rows = ("store:hours",)
    return {
        "hours_day": Known(name[:1].upper() + name[1:], rows),
        "hours_of_day": Known(_hours(speech, told), rows),
    }


def _run(short: list[str], first: int, last: int) -> str:
    return short[first] if first == last else f"{short[first]}-{short[last]}"


def _hours(speech: Speech, told: str) -> str:
    if not told:
        return speech.word("closed")
    spans = [part.strip().split("-") for part in told.split(",")]
    return " & ".join(f"{_wall(opens)}-{_wall(closes)}" for opens, closes in spans)


def _wall(text: str) -> str:
    hour, _, minute = text.strip().partition(":")
    shown = f"{int(hour) % 12 or 12}" + (f":{minute}" if minute != "00" else "")
    return f"{shown} {'AM' if int(hour) % 24 < 12 else 'PM'}"
