"""What the times of a message lend each other: the day, the week, the hour counted from (AI-09).

"Saturday works. 1:15?", "the week of the 11th is clear, Tuesday?", "half an hour earlier, I had us down for 11".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from desk.models.rules.reading.clock import Here, span_of
from desk.models.rules.reading.dates import DAYS, HOURS, TIMES, Atom, Phrase
from desk.models.rules.reading.lexicon import Lexicon

_LENDS_DAY = ("visit", "suits", "", "free")
_DAYS_ON = {"day_after": 1, "day_before": -1}
_LENDS_NOTHING = ("past", "refused", "call", "again", "later")
_LENDS_DAY_TOO = ("hours", "hold", "later")
"""A day named beside opening hours or a car held is the visit's too, where the visit has none of its own."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A time told and the role that the words around it give it."""

    phrase: Phrase
    role: str
    plainly: bool = True
    """Whether it is a time by itself; else it is a number that may be an hour."""


def whole(one: Placed, told: list[Placed], words: str, here: Here) -> Phrase:
    """Gives a time with the day and the hour that the others lend it."""
    plainly = [other for other in told if other.plainly]
    at = told.index(one)
    one = replace(one, phrase=_shifted(_in_the_week(_beside(one, told), told), plainly, here))
    return _with_hour(_with_day(one, at, told, words, here.lexicon), plainly, words, here.lexicon)


def _beside(one: Placed, told: list[Placed]) -> Placed:
    """ "Weds is jury duty. The following day at 5": counted from the day named before it."""
    beside = next((atom for atom in one.phrase.of("relday") if atom.piece(*_DAYS_ON)), None)
    named = [atom for other in told for atom in other.phrase.of(*DAYS) if beside and atom.end <= beside.start]
    if beside is None or not named:
        return one
    on = _DAYS_ON["day_after" if beside.piece("day_after") else "day_before"]
    counted = replace(named[-1], pieces={**named[-1].pieces, "days_on": str(on)})
    atoms = tuple(counted if atom is beside else atom for atom in one.phrase.atoms)
    return replace(one, phrase=replace(one.phrase, atoms=atoms))


def _in_the_week(one: Placed, told: list[Placed]) -> Phrase:
    """ "The week of the 11th is clear, Tuesday evening?": a bare weekday is one of the week named just before it."""
    before = [other for other in told if other.phrase.span[1] <= one.phrase.span[0]]
    weeks = [atom for atom in (before[-1].phrase.atoms if before else ()) if atom.piece("weekof", "nextweek")]
    bare = [atom for atom in one.phrase.atoms if set(atom.pieces) == {"weekday"}]
    if not weeks or bare != one.phrase.of(*DAYS):
        return one.phrase
    told_by = {"weekof": dom} if (dom := weeks[-1].piece("weekof")) else {"after": "next week"}
    return replace(
        one.phrase,
        atoms=tuple(
            replace(atom, pieces={**atom.pieces, **told_by}) if atom in bare else atom
            for atom in one.phrase.atoms
        ),
    )


def _shifted(phrase: Phrase, told: list[Placed], here: Here) -> Phrase:
    """ "Half an hour earlier? I had us down for 11": counted from the hour of the other phrase."""
    asked = next((atom for atom in phrase.of("stretch") if atom.piece("sooner", "later")), None)
    hour = next((atom for other in told for atom in other.phrase.of("clock", "bare")), None)
    span = span_of(asked, here) if asked else None
    if asked is None or hour is None or span is None:
        return phrase
    way, minutes = "sooner" if asked.piece("sooner") else "late", span[0] // timedelta(minutes=1)
    return replace(phrase, atoms=(replace(hour, pieces={**hour.pieces, way: str(minutes)}),))


def _hours(phrase: Phrase) -> list[Atom]:
    """The hours named by a number; "after lunch" is hardly one."""
    return [atom for atom in phrase.of(*HOURS) if not atom.piece("noon")]


def _with_day(one: Placed, at: int, placed: list[Placed], words: str, lexicon: Lexicon) -> Phrase:
    """A time without a day takes the day of another visit phrase ("Saturday works. 1:15?"), the last before it first."""
    if one.phrase.of(*DAYS) or one.phrase.of("relative", "stretch"):
        return one.phrase
    others = [other for other in (*reversed(placed[:at]), *placed[at + 1 :]) if _names_a_day(other.phrase)]
    dayed = [other for other in others if not _hours(other.phrase)]
    lent = others if lexicon.links["that_day"].search(words, one.phrase.span[1] - 1) else []
    lent += [other for other in placed[max(at - 1, 0) : at] if other in others and _just_before(other)]
    lent += [other for other in dayed if other.role in (*_LENDS_DAY, one.role)]
    lent += [other for other in dayed if other.role in _LENDS_DAY_TOO]
    bounded = [other for other in others if other not in dayed and _is_bounded(other)]
    lent += [other for other in bounded if other in placed[:at]]
    lent += [other for other in placed[:at] if other in others and other.role != "past"]
    lent += bounded
    return replace(one.phrase, atoms=(*lent[0].phrase.of(*DAYS), *one.phrase.atoms)) if lent else one.phrase


def _names_a_day(phrase: Phrase) -> bool:
    """ "On my way" is today only for itself."""
    return any(not atom.piece("now") for atom in phrase.of(*DAYS))


def _just_before(one: Placed) -> bool:
    """ "My vote is Sunday, after 12 mass, so like 1:30": the nearest day, unless it is over or will not do."""
    return one.role not in _LENDS_NOTHING and bool(one.phrase.bound)


def _is_bounded(one: Placed) -> bool:
    """A time that ends, or begins, what stands in the way of the visit: "off until 8 on Tuesday"."""
    return one.role in ("refused", "hold", "free", "later") or one.phrase.bound == "before"


def _with_hour(phrase: Phrase, placed: list[Placed], words: str, lexicon: Lexicon) -> Phrase:
    """ "My 2 oclock ... tomorrow, same time": the hour is that of the other phrase."""
    if phrase.of(*TIMES) or not lexicon.links["same_hour"].search(words):
        return phrase
    hours = [atom for other in placed for atom in other.phrase.of(*HOURS)]
    return replace(phrase, atoms=(*phrase.atoms, *hours[:1]))
