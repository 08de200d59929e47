"""The routine of a day and a week: when its parts begin, what they show, and how long what is put off rests (FLOW-09)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

LISTS = (
    "hot", "visits", "tomorrow", "week", "approvals", "flags", "holds", "unowned", "handoffs", "unread", "tasks", "weekend", "lapsing",
    "troubled", "stuck",
)  # fmt: skip
PARTS = ("morning", "midday", "evening")
_WHO = (("manager", "who leads"), ("rep", "who sells"))

DAY: tuple[Declared, ...] = (
    Declared("day.noon", "time", "From here on Today shows midday"),
    Declared("day.evening", "time", "From here on Today shows the end of the day"),
    Declared(
        "day.later",
        "span",
        "Later today brings an item of the pile back after this long (FLOW-14)",
        low="5m",
        high="12h",
    ),
    Declared(
        "day.snooze",
        "span",
        "A snoozed alert rings again after this long (ALERT-03)",
        low="1m",
        high="8h",
    ),
    Declared("day.mute", "span", "How long the sounds stay off when they are muted", low="1m", high="8h"),
    Declared(
        "day.lapses_within",
        "span",
        "Coverage that lapses within this time stands on the list (COVER-04)",
        low="1h",
        high="14d",
    ),
    Declared(
        "day.waited_after",
        "span",
        "A lead that reached the desk this long after it was sent waited for it and stands first (DESK-13)",
        low="90s",
        high="1d",
    ),
    *(
        Declared(f"day.{who}.{part}", "list", f"The lists of the {part} for {words}, in order", allowed=LISTS)
        for who, words in _WHO
        for part in PARTS
    ),
    Declared(
        "day.review.*",
        "list",
        "The lists of the weekly review that begins on this day of the week, in order",
        allowed=LISTS,
    ),
)
