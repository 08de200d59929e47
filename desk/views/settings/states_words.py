"""The table of states in words: its keys, its values, and the store's rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from desk.models.snapshots.settings import LawValue, StateLaw, StoreStateRow
from desk.views import formats
from desk.views.text import say

EVERYWHERE = "all"


def keys() -> tuple[tuple[str, str], ...]:
    """The keys of a row in the table's order."""
    return (
        ("mon_fri", say("Monday to Friday")),
        ("sat", say("Saturday")),
        ("sun", say("Sunday")),
        ("holidays", say("Holidays")),
        ("cap_24h", say("Calls and texts in 24 hours")),
        ("written_consent", say("Written consent")),
    )


def key_words(key: str) -> str:
    return dict(keys()).get(key, key)


def hint(key: str) -> str:
    """What a value may be, as it is typed."""
    return {
        "holidays": say("open or closed"),
        "cap_24h": say("a whole number"),
        "written_consent": say("none, automated or all"),
    }.get(key, say("09:00-20:00, or closed"))


def value_words(key: str, value: str) -> str:
    """A value of the table as people read it."""
    if key == "cap_24h":
        return say("{n} at most", n=value) if value else say("no limit of its own")
    if key == "written_consent":
        return {
            "none": say("not asked"),
            "automated": say("for automated texts"),
            "all": say("for calls and texts of people too"),
        }.get(value, value)
    return {"closed": say("closed"), "open": say("as any day")}.get(value, value)


def law_words(value: LawValue) -> str:
    """The law's value; where people may do more by hand, both."""
    told = value_words(value.key, value.law)
    if value.by_hand == value.law:
        return told
    return say("{law}, by hand {hand}", law=told, hand=value_words(value.key, value.by_hand))


def row_words(row: StoreStateRow, leaders: dict[str, str], today: date) -> tuple[str, str, str]:
    """A row of the store's: what it says, why or by whom, and its tone."""
    told = row.row
    if row.kind == "halt":
        over = told["last"] < today
        words = say("No calls or texts, {first} to {last}", first=formats.calendar_day(told["first"]), last=formats.calendar_day(told["last"]))  # fmt: skip
        return (
            (say("{words}, over", words=words) if over else words),
            str(told["reason"]),
            "t3" if over else "bad",
        )
    if row.kind == "holiday":
        days = ", ".join(formats.calendar_day(day) for day in told["dates"])
        return say("{name}, a holiday", name=told["name"]), days, "t1"
    words = f"{key_words(told['key'])}: {value_words(told['key'], str(told['value']))}"
    if not row.past_the_law:
        return words, say("within the law's row"), "t1"
    name = leaders.get(str(told.get("manager")), str(told.get("manager")))
    return words, say("past the law's row; {name} answers for it: {reason}", name=name, reason=told.get("reason", "")), "warn"  # fmt: skip


def entry_words(law: StateLaw, rows: list[StoreStateRow], today: date) -> str:
    """A state in the list, with what the store laid over it."""
    halt = next((row.row for row in rows if row.kind == "halt" and row.row["last"] >= today), None)
    told = ""
    if halt is not None:
        told = say("halt until {day}", day=formats.calendar_day(halt["last"]))
    elif any(row.past_the_law for row in rows):
        told = say("past the law")
    elif rows:
        told = say("own rows")
    return f"{law.name} · {told}" if told else law.name


def typed_value(key: str, text: str) -> Any:
    """What was typed for a key as the playbook holds it; what cannot be read stays as it is, to be refused by its name."""
    text = text.strip()
    return int(text) if key == "cap_24h" and text.isdigit() else text.lower()
