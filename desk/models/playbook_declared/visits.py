"""When visits can be, and what customers' words around them mean (AI-08, APPT-*)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared
from desk.models.words import SourceKind

_KINDS = tuple(str(kind) for kind in SourceKind)

VISITS: tuple[Declared, ...] = (
    Declared("visit.length", "span", "How long a visit is", low="15m", high="8h"),
    Declared(
        "visit.every_minutes",
        "number",
        "Times of a visit start this far apart, counted from the opening",
        "minutes",
        5,
        240,
    ),
    Declared("visit.capacity", "number", "Visits that may start at one time", "count", 1, 50),
    Declared("visit.earliest", "span", "The soonest time offered, counted from now", high="7d"),
    Declared("visit.before_closing", "span", "No visit starts later than this before closing", high="12h"),
    Declared("visit.days_ahead", "number", "How far ahead visits are booked", "days", 1, 365),
    Declared("visit.offered", "number", "How many free times are offered at once", "count", 1, 4),
    Declared("visit.first_words", "list", "Words that choose the first of the times offered"),
    Declared("visit.last_words", "list", "Words that choose the last of the times offered"),
    Declared("visit.either_words", "list", "Words that take any of the times offered"),
    Declared("visit.same_time_words", "list", "Words that keep the hour of the visit that stands"),
    Declared("visit.late_words", "list", "Words of who comes later to a visit that stands"),
    Declared("visit.here_words", "list", "Words of who has come to a visit that stands"),
    Declared("visit.missed_words", "list", "Words of who missed a visit"),
    Declared("visit.near", "span", "Being late or there is said of a visit that begins or began within this"),
    Declared("visit.or_words", "list", "Words between days of which either suits"),
    Declared("visit.suits_words", "list", "Words that say a named day suits"),
    Declared("visit.day_words", "list", "Words that name a day, beside the days of the week"),
    Declared(
        "visit.part_ends.*",
        "number",
        "Hour at which the part of the day that begins then ends",
        "hour",
        1,
        24,
    ),
    Declared(
        "visit.good_hours",
        "list",
        "Hours of the day offered first when the customer named none, best first",
        "local hours",
        0,
        23,
    ),
    Declared(
        "visit.confirm_before",
        "span",
        "The customer is written to this long before a visit (APPT-02)",
        low="3h",
        high="7d",
    ),
    Declared(
        "visit.confirm_unless_booked_within",
        "span",
        "... unless the visit was booked less than this before that moment",
        high="48h",
    ),
    Declared("visit.remind_before", "span", "A short reminder goes this long before", low="15m", high="12h"),
    Declared("visit.on_time", "span", "A reminder later than this is left out", low="5m", high="2h"),
    Declared("visit.prepare_before", "span", "Vehicle and papers are ready this long before", high="2d"),
    Declared(
        "visit.outcome_after", "span", "A visit without an outcome is asked about this long after", high="2d"
    ),
    Declared(
        "visit.notes_within", "span", "The notes of a visit are due this long after it", low="15m", high="3d"
    ),
    Declared(
        "visit.personal_kinds",
        "list",
        "Kinds of source whose visits are booked as a personal consultation (APPT-01)",
        allowed=_KINDS,
    ),
    Declared(
        "visit.premium_hours",
        "list",
        "Hours of the day offered first to a hot lead (TEMP-03)",
        "local hours",
        0,
        23,
    ),
    Declared(
        "visit.most_words.*",
        "number",
        "A longer message says more than that somebody is late, there, or was not",
        "words",
        1,
        40,
    ),
    Declared(
        "visit.missed_within",
        "span",
        "A visit is spoken of as missed for so long after it began",
        low="1h",
        high="7d",
    ),
    Declared(
        "visit.arriving_within",
        "span",
        "Who comes this soon is on the way and needs no time in the book",
        high="30m",
    ),
    Declared(
        "visit.part_length",
        "span",
        "How long a part of a day is whose end was not told",
        low="1h",
        high="12h",
    ),
    Declared("visit.weekdays", "list", "The days of the week as customers write them, from Monday on"),
    Declared(
        "visit.shortest_weekday", "number", "So few letters of a weekday are understood", "letters", 2, 6
    ),
    Declared(
        "visit.tell_before",
        "span",
        "Where the assistant is silent, a person confirms a visit by this long before it",
        low="15m",
        high="2d",
    ),
    Declared("visit.no_day_words", "list", "Phrases with such a word that name a part of the day"),
)
