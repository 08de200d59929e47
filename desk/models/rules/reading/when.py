"""What the times in a message are for: a visit proposed or confirmed, a call, the past, a later date (AI-08, AI-09)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from desk.models.rules.reading.clock import Here, resolve, resume_day
from desk.models.rules.reading.dates import DAYS, HOURS, TIMES, Atom, Phrase, phrases, roles_of, sentence_of
from desk.models.rules.reading.days import moved_on
from desk.models.rules.reading.lexicon import Lexicon, overlap
from desk.models.rules.reading.normalise import Plain
from desk.models.rules.reading.values import Appointment, MessageIn

_PASSED_OVER = ("", "suits", "hold", "hours", "later", "again", "existing", "refused", "past")
_LENDS_DAY = ("visit", "suits", "", "free")
_LENDS_DAY_TOO = ("hours", "hold", "later")
"""A day named beside opening hours or a car held is the visit's too, where the visit has none of its own."""
_NO_VISIT = frozenset({"hours", "delivery", "complaint", "legal_threat", "availability"})
_SMALL = frozenset({"yes", "thanks", "greeting", "reschedule", "similar_vehicles", "test_drive"})
_MONTHS = frozenset({"month", "months", "mes", "meses", "year", "years"})
_FAR = frozenset({"nextmonth", "nextyear", "monthonly", "endmonth"})
_NEW_CLAUSE = re.compile(" (?:[.?,]|but|so|and|then|pero|y) ")
_BUT = re.compile(" (?:but|pero) ")
VISIT_QUESTIONS = frozenset({"visit_time", "appointment", "test_drive"})
CALL_QUESTIONS = frozenset({"call", "phone", "phone_number", "call_time"})


@dataclass(frozen=True, slots=True)
class When:
    """The appointment if any, whether it was proposed or confirmed, and the date to come back on.

    `corrected` says that the customer took one time back for another, `turned_down` that one was refused before it.
    """

    appointment: Appointment | None = None
    proposed: bool = False
    confirmed: bool = False
    resume_on: date | None = None
    corrected: bool = False
    turned_down: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    phrase: Phrase
    role: str
    concluded: bool = False
    """It follows from what was told before it: "out of class at 1:50, so 2:20"."""


def times_in(
    plain: Plain, words: str, intents: set[str], likely: bool, message: MessageIn, lexicon: Lexicon
) -> When:
    """Reads the times of a message; `words` is its plain text with what was already read blanked out.

    `likely` says that the whole sounds like a visit, whatever stands beside the time.
    """
    here = Here.of(message, lexicon)
    told = _placed(words, message.asked, lexicon)
    placed = _corrected(told, words, lexicon)
    corrected = len(placed) < len(told)
    if "cancel" in intents and not corrected and "reschedule" not in intents:
        placed = [one for one in placed if _is_offered(one, placed, words, lexicon)]
    if "reschedule" in intents:
        placed = [_moved(one, words, lexicon) for one in placed]
    resume = _resume(placed, intents, words, here)
    confirmed = _confirms(words, placed, intents, message.asked, lexicon)
    candidates = _candidates(placed, intents, message.asked, confirmed=confirmed)
    for one in candidates or (_passed_over(placed) if likely else []):
        phrase = _with_hour(_with_day(one, placed, words, lexicon), placed, words, lexicon)
        moment = resolve(_from_then_on(phrase, one.role), here)
        if moment is not None:
            quoted = replace(moment, phrase=plain.quote(*one.phrase.span))
            sure = confirmed and "reschedule" not in intents
            return When(
                quoted,
                proposed=not sure,
                confirmed=sure,
                resume_on=resume,
                corrected=corrected,
                turned_down=any(_gives_way(other, one, words) for other in placed),
            )
    return When(confirmed=confirmed, resume_on=resume, corrected=corrected)


def _from_then_on(phrase: Phrase, role: str) -> Phrase:
    """ "At work till 5": what stands in the way ends then, and the visit is after it; only who is free till 5 comes before."""
    ends = phrase.bound == "before" and role not in ("", "suits", "visit")
    return replace(phrase, bound="after") if ends else phrase


def _gives_way(other: _Placed, one: _Placed, words: str) -> bool:
    """Says whether one time was refused for another: "Thursday will not do. Is Monday at 8 possible?"."""
    between = words[other.phrase.span[1] : one.phrase.span[0]]
    return other.role == "refused" and not other.phrase.bound and bool(between) and not _BUT.search(between)


def _placed(words: str, asked: str | None, lexicon: Lexicon) -> list[_Placed]:
    placed, previous = [], 0
    told = phrases(words, lexicon, asked=asked in VISIT_QUESTIONS)
    for at, phrase in enumerate(told):
        role = _role_of(phrase, previous, words, asked, lexicon)
        concluded = lexicon.links["concluded"].search(words[previous : phrase.span[0]]) is not None
        if role == "free" and _is_free_from(phrase, told[at + 1 :], words, lexicon):
            placed.append(_Placed(replace(phrase, bound="after"), "visit", concluded))
        else:
            placed.append(_Placed(phrase, role, concluded))
        previous = phrase.span[1]
    return placed


def _role_of(phrase: Phrase, previous: int, words: str, asked: str | None, lexicon: Lexicon) -> str:
    """What the words around a phrase make of it; the answer to "when?" that names an hour names a visit."""
    role = _role(*roles_of(phrase, previous, words, lexicon), asked)
    if role in ("", "suits", "hours") and _lasts_until(phrase, words, lexicon):
        return "later"
    if role == "refused" and phrase.bound == "after":
        return "visit"
    answers = asked in VISIT_QUESTIONS and bool(phrase.of(*HOURS)) and not phrase.bound
    return "" if role == "later" and answers else role


def _is_free_from(phrase: Phrase, rest: list[Phrase], words: str, lexicon: Lexicon) -> bool:
    """ "I get off at 5, so any time after that": the hour at which someone gets free is the first that suits."""
    after = lexicon.links["after_that"].match(words, phrase.span[1])
    return after is not None and not any(other.of(*TIMES) for other in rest)


def _lasts_until(phrase: Phrase, words: str, lexicon: Lexicon) -> bool:
    """ "Till the 20th", with no hour, is how long something else lasts."""
    return not phrase.of(*HOURS, "part") and bool(lexicon.links["until"].match(words, phrase.span[0]))


def _corrected(placed: list[_Placed], words: str, lexicon: Lexicon) -> list[_Placed]:
    """ "Thursday at 5, no wait, make it 5:30": the first is taken back, and lends its day to the second."""
    kept: list[_Placed] = []
    for told in placed:
        one, before = told, kept[-1] if kept else None
        between = words[before.phrase.span[1] : one.phrase.span[0]].strip() if before else ""
        if before and _is_denied(one, before, words, lexicon):
            kept.append(one)
            continue
        bounded = before is not None and between in (", so", "so", ", so like", "so like", "so about")
        if before and (bounded or lexicon.links["correction"].search(f" {between} ")):
            days = () if one.phrase.of(*DAYS) else tuple(before.phrase.of(*DAYS))
            hours = () if one.phrase.of(*TIMES) else tuple(before.phrase.of(*TIMES))
            kept.pop()
            role = "" if one.role == "refused" else one.role or before.role
            one = _Placed(replace(one.phrase, atoms=(*days, *one.phrase.atoms, *hours)), role)
        kept.append(one)
    return kept


def _is_denied(one: _Placed, before: _Placed, words: str, lexicon: Lexicon) -> bool:
    """ "Thursday, not Wednesday": the second is refused for the first, which stands."""
    said = lexicon.links["negated"].match(words, before.phrase.span[1])
    return said is not None and said.end() == one.phrase.span[0]


def _role(before: str, after: str, asked: str | None) -> str:
    """The cue before a time decides; without one the cue after it; without any, the question."""
    if asked in CALL_QUESTIONS:
        before, after = ("call" if role in ("suits", "free") else role for role in (before, after))
    if before == "existing" and after in ("visit", "suits", ""):
        return "existing"
    if before == "suits" and after == "refused":
        return after
    if before and before != "existing":
        return before
    if after:
        return after
    return "call" if asked in CALL_QUESTIONS else ""


def _candidates(
    placed: list[_Placed], intents: set[str], asked: str | None, *, confirmed: bool
) -> list[_Placed]:
    """The visits named, the newest wish first where a booked one is moved."""
    wanted = [one for one in placed if one.role == "visit" or _stands_alone(one, intents, asked)]
    if confirmed and not wanted:
        wanted = [one for one in placed if one.role == "existing"]
    if not wanted and "hours" not in intents:
        wanted = [one for one in placed if one.role == "free"]
    ordered = wanted[::-1] if "reschedule" in intents else wanted
    return sorted(ordered, key=lambda one: (_vagueness(one), not one.concluded))


def _vagueness(one: _Placed) -> int:
    """An hour says more than a part of a day, and that more than a day."""
    exact = _hours(one.phrase) or (one.phrase.of("relative") and not one.phrase.of(*DAYS))
    if exact and one.phrase.bound != "before":
        return 0
    return 1 if one.phrase.of(*TIMES) else 2


def _hours(phrase: Phrase) -> list[Atom]:
    """The hours named by a number; "after lunch" is hardly one."""
    return [atom for atom in phrase.of(*HOURS) if not atom.piece("noon")]


def _passed_over(placed: list[_Placed]) -> list[_Placed]:
    """The hours that words beside them took for something else, the likeliest visit first."""
    timed = [one for one in placed if one.role in _PASSED_OVER and one.phrase.of(*HOURS, "relative")]
    return sorted(timed, key=lambda one: _PASSED_OVER.index(one.role))


def _moved(one: _Placed, words: str, lexicon: Lexicon) -> _Placed:
    """ "Push my 2 to 3:30" is no range: what stands behind "to" is wanted."""
    atoms = one.phrase.atoms
    gaps = [words[before.end : after.start] for before, after in pairwise(atoms)]
    cuts = [at for at, gap in enumerate(gaps, 1) if lexicon.links["range"].search(f" {gap.strip()} ")]
    if not cuts or not one.phrase.ranged:
        return one
    kept = atoms[cuts[-1] :]
    days = () if any(atom.kind in DAYS for atom in kept) else tuple(one.phrase.of(*DAYS))
    if lexicon.links["same_hour"].search(words) and not any(atom.kind in TIMES for atom in kept):
        days += tuple(one.phrase.of(*HOURS))
    role = "visit" if one.role == "existing" else one.role
    return _Placed(replace(one.phrase, atoms=(*days, *kept), bound="", ranged=False), role)


def _is_offered(one: _Placed, placed: list[_Placed], words: str, lexicon: Lexicon) -> bool:
    """In a message that calls a visit off, a time held out ("how about Friday?") or told apart from it is a new one."""
    before = words[sentence_of(words, one.phrase.span)[0] : one.phrase.span[0]]
    asked = not before.strip() and words[one.phrase.span[1] :].startswith(" ?")
    if asked or lexicon.links["offer"].search(f" {before} "):
        return True
    earlier = placed[: placed.index(one)]
    timed = one.role in ("", "suits", "visit") and bool(one.phrase.of(*TIMES))
    return timed and any(
        _NEW_CLAUSE.search(words[other.phrase.span[1] : one.phrase.span[0]]) for other in earlier
    )


def _with_day(one: _Placed, placed: list[_Placed], words: str, lexicon: Lexicon) -> Phrase:
    """A time without a day takes the day of another visit phrase ("Saturday works. 1:15?"), the last before it first."""
    if one.phrase.of(*DAYS) or one.phrase.of("relative"):
        return one.phrase
    at = placed.index(one)
    others = [other for other in (*reversed(placed[:at]), *placed[at + 1 :]) if other.phrase.of(*DAYS)]
    dayed = [other for other in others if not _hours(other.phrase)]
    lent = others if lexicon.links["that_day"].search(words, one.phrase.span[1] - 1) else []
    lent += [other for other in dayed if other.role in (*_LENDS_DAY, one.role)]
    lent += [other for other in dayed if other.role in _LENDS_DAY_TOO]
    lent += [other for other in others if other not in dayed and _is_bounded(other)]
    lent += [other for other in placed[:at] if other in others and other.role != "past"]
    return replace(one.phrase, atoms=(*lent[0].phrase.of(*DAYS), *one.phrase.atoms)) if lent else one.phrase


def _is_bounded(one: _Placed) -> bool:
    """A time that ends, or begins, what stands in the way of the visit: "off until 8 on Tuesday"."""
    return one.role in ("refused", "hold", "free", "later") or one.phrase.bound == "before"


def _with_hour(phrase: Phrase, placed: list[_Placed], words: str, lexicon: Lexicon) -> Phrase:
    """ "My 2 oclock ... tomorrow, same time": the hour is that of the other phrase."""
    if phrase.of(*TIMES) or not lexicon.links["same_hour"].search(words):
        return phrase
    hours = [atom for other in placed for atom in other.phrase.of(*HOURS)]
    return replace(phrase, atoms=(*phrase.atoms, *hours[:1]))


def _stands_alone(one: _Placed, intents: set[str], asked: str | None) -> bool:
    """A time without any cue is a visit, unless the message is about hours or about later."""
    timed = bool(one.phrase.of(*TIMES))
    if one.role not in ("", "suits") or _is_far(one.phrase):
        return False
    stretch = any(atom.piece("nextweek") for atom in one.phrase.atoms)
    if "not_now" in intents and not timed and (stretch or asked not in VISIT_QUESTIONS):
        return False
    opening = any(atom.piece("first") for atom in one.phrase.of("part"))
    moot = intents & (_NO_VISIT - {"hours"} if opening else _NO_VISIT)
    if moot and not (timed and one.role == "suits"):
        return False
    return timed or asked in VISIT_QUESTIONS or one.role == "suits" or not intents - _SMALL


def _is_far(phrase: Phrase) -> bool:
    months = any(atom.piece("unit", "unit4", "unit6", "unit7") in _MONTHS for atom in phrase.of("ahead"))
    return months or any(_FAR & atom.pieces.keys() for atom in phrase.atoms)


def _resume(placed: list[_Placed], intents: set[str], words: str, here: Here) -> date | None:
    """The day on which to ask again is the one named so, else the one until which something lasts, else the last exact one."""
    if "not_now" not in intents:
        return None
    later = [one for one in placed if one.role not in ("past", "visit")]
    later += [one for one in placed if one.role == "visit" and not one.phrase.of(*TIMES)]
    asked = [one for one in later if one.role == "again"]
    until = [one for one in later if here.lexicon.links["until"].match(words, one.phrase.span[0])]
    exact = [one for one in later if not _is_far(one.phrase)]
    today = here.now.date()
    days = [_days_on(placed, words, here)]
    days += [resume_day(one.phrase, here) for one in (*reversed(asked), *until, *reversed(exact), *later)]
    return next((day for day in days if day and day > today), None)


def _days_on(placed: list[_Placed], words: str, here: Here) -> date | None:
    """ "My bonus comes on the 30th, write the day after": counted from the last day named before it."""
    told = here.lexicon.links["days_on"].search(words)
    named = [one for one in placed if told and one.phrase.span[1] <= told.start() + 1]
    day = resume_day(named[-1].phrase, here) if named else None
    if told is None or day is None:
        return None
    return moved_on(day, told["unit_on"], here.lexicon.dates["weekdays"], back=told["back"] is not None)


def _is_taken(one: _Placed, *, asked_when: bool) -> bool:
    """A yes takes the time beside it: the one offered, or any hour."""
    return one.role in ("", "visit") and (asked_when or bool(one.phrase.of(*TIMES)))


def _confirms(
    words: str, placed: list[_Placed], intents: set[str], asked: str | None, lexicon: Lexicon
) -> bool:
    """A confirming word counts beside a time, or in a message that names none; a soft one only as an answer."""
    if "confirm_time" in intents:
        return True
    cues = lexicon.confirms["firm"].spans(words)
    if "yes" in intents or asked == "visit_time":
        cues += lexicon.confirms["soft"].spans(words)
        asked_when = asked in VISIT_QUESTIONS
        if "yes" in intents and any(_is_taken(one, asked_when=asked_when) for one in placed):
            return True
    if not placed:
        return bool(cues)
    return any(overlap(cue, sentence_of(words, one.phrase.span)) for cue in cues for one in placed)
