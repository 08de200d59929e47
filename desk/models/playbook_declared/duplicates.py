"""When two records are taken for one customer, and how sure the desk is of it (LEAD-04, LEAD-11)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

_ALIKE = "of 100"


def _points(sign: str, words: str) -> Declared:
    return Declared(f"duplicates.points.{sign}", "number", words, "points", -100, 100)


DUPLICATES: tuple[Declared, ...] = (
    Declared(
        "duplicates.watch", "flag", "Whether records are compared when one is entered or edited (LEAD-11)"
    ),
    Declared("duplicates.shown_from", "number", "The least sum at which a pair is shown", "points", 1, 300),
    Declared("duplicates.likely_from", "number", "From this sum on it is called likely", "points", 1, 300),
    Declared(
        "duplicates.very_likely_from", "number", "From this sum on it is called very likely", "points", 1, 300
    ),
    Declared(
        "duplicates.strong_from", "number", "A sign of so many points is called strong", "points", 1, 100
    ),
    Declared(
        "duplicates.medium_from", "number", "A sign of so many points is called medium", "points", 1, 100
    ),
    Declared("duplicates.name_alike", "number", "How much alike two names must be", _ALIKE, 50, 100),
    Declared("duplicates.street_alike", "number", "How much alike two streets must be", _ALIKE, 50, 100),
    Declared(
        "duplicates.mailbox_alike", "number", "How much alike two email addresses must be", _ALIKE, 50, 100
    ),
    Declared(
        "duplicates.thread_name_alike",
        "number",
        "How much alike two names must be for an equal phone number to thread an inquiry by itself (LEAD-04)",
        _ALIKE,
        50,
        100,
    ),
    Declared(
        "duplicates.looks_back",
        "span",
        "A closed lead is compared for this long after it was closed",
        high="730d",
    ),
    Declared(
        "duplicates.search_every",
        "span",
        "How long after all open leads were compared with the store it begins again",
        low="1h",
        high="30d",
    ),
    Declared("duplicates.most", "number", "At most so many pairs are shown for one entry", "count", 1, 20),
    _points("same_email", "The same email address"),
    _points("same_phone", "The same phone number"),
    _points("near_phone", "Phone numbers one digit apart, or with two digits swapped"),
    _points("near_email", "Email addresses that are almost the same"),
    _points("same_name", "The same name"),
    _points("similar_name", "Names spelled almost the same"),
    _points("nickname", "A nickname with the same or almost the same last name"),
    _points("same_address", "The same house"),
    _points("same_vin", "The same vehicle by its VIN"),
    _points("same_stock", "The same vehicle by its stock number"),
    _points("same_last_name", "The same last name with another first name"),
    _points("other_name", "Names that do not fit each other"),
    Declared("duplicates.words.nicknames", "list", "First names that stand for one another, one row each"),
    Declared("duplicates.words.streets", "list", "Short street words with what they stand for"),
)
