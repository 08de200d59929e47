"""What the times in a message are for: a visit proposed or confirmed, a call, the past, a later date (AI-08, AI-09)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from desk.models.rules.reading.around import Setting, Told, around
from desk.models.rules.reading.chooser import Candidate
from desk.models.rules.reading.clock import Here, counted_on, resolve, resume_day
from desk.models.rules.reading.dates import (
    DAYS,
    HOURS,
    TIMES,
    Atom,
    Phrase,
    all_phrases,
    roles_of,
    sentence_of,
)
from desk.models.rules.reading.days import moved_on
from desk.models.rules.reading.lending import Placed, whole
from desk.models.rules.reading.lexicon import Lexicon, overlap
from desk.models.rules.reading.normalise import Plain
from desk.models.rules.reading.values import Appointment, MessageIn

_MONTHS = frozenset({"month", "months", "mes", "meses", "year", "years"})
_FAR = frozenset({"nextmonth", "nextyear", "monthonly", "endmonth"})
_MONTH_PIECES = ("nextmonth", "bare_month", "monthstart", "monthmid")
_WORD = re.compile(r"[^ .,?]+")
_AROUND_CORRECTION = 3
"""So many more words may stand between two times of which the second takes the first back."""
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


def times_in(
    plain: Plain,
    words: str,
    intents: set[str],
    scores: Mapping[str, float],
    message: MessageIn,
    lexicon: Lexicon,
) -> When:
    """Reads the times of a message; `words` is its plain text with what was already read blanked out.

    `scores` are what speaks for each wish, in log-odds.
    """
    here = Here.of(message, lexicon)
    named = _placed(words, message.asked, lexicon)
    told = [one for one in named if one.plainly]
    placed = _corrected(told, words, lexicon)
    corrected = len(placed) < len(told)
    if "reschedule" in intents:
        placed = [_moved(one, words, lexicon) for one in placed]
    resume = _resume(placed, intents, words, here)
    confirmed = _confirms(words, placed, intents, message.asked, lexicon) and lexicon.learned.may_be(
        "confirm_time", scores
    )
    could_be = sorted([*placed, *(one for one in named if not one.plainly)], key=lambda one: one.phrase.span)
    chosen = _chosen(could_be, words, intents, scores, message.asked, here)
    if chosen is None:
        return When(confirmed=confirmed, resume_on=resume, corrected=corrected)
    one, moment = chosen
    sure = confirmed and "reschedule" not in intents
    return When(
        replace(moment, phrase=plain.quote(*one.phrase.span)),
        proposed=not sure,
        confirmed=sure,
        resume_on=resume,
        corrected=corrected,
        turned_down=any(_gives_way(other, one, words) for other in placed),
    )


def _chosen(
    told: list[Placed],
    words: str,
    intents: set[str],
    scores: Mapping[str, float],
    asked: str | None,
    here: Here,
) -> tuple[Placed, Appointment] | None:
    """The time that is likeliest the visit's, and the moment it names with the day and the hour that others lend it."""
    lexicon = here.lexicon
    said = [Told(one.phrase, one.plainly, one.role) for one in told]
    setting = Setting(words, said, frozenset(intents), scores, asked, lexicon.learned)
    candidates = [
        Candidate(at, moment, frozenset(around(at, setting)))
        for at, one in enumerate(told)
        if (moment := resolve(_from_then_on(whole(one, told, words, here), one.role), here))
    ]
    picked = lexicon.chooser.pick(candidates)
    return (told[picked.at], picked.moment) if picked else None


def _from_then_on(phrase: Phrase, role: str) -> Phrase:
    """ "At work till 5": what stands in the way ends then, and the visit is after it; only who is free till 5 comes before."""
    ends = phrase.bound == "before" and role not in ("", "suits", "visit")
    return replace(phrase, bound="after") if ends else phrase


def _gives_way(other: Placed, one: Placed, words: str) -> bool:
    """Says whether one time was refused for another: "Thursday will not do. Is Monday at 8 possible?"."""
    between = words[other.phrase.span[1] : one.phrase.span[0]]
    return other.role == "refused" and not other.phrase.bound and bool(between) and not _BUT.search(between)


def _placed(words: str, asked: str | None, lexicon: Lexicon) -> list[Placed]:
    """Every time told, and every number that may be an hour, with what the words around make of it."""
    placed, previous = [], 0
    told = all_phrases(words, lexicon, asked=asked in VISIT_QUESTIONS)
    for at, (phrase, plainly) in enumerate(told):
        role = _role_of(phrase, previous, words, asked, lexicon)
        rest = [other for other, sure in told[at + 1 :] if sure]
        if role == "free" and _is_free_from(phrase, rest, words, lexicon):
            placed.append(Placed(replace(phrase, bound="after"), "visit", plainly))
        else:
            placed.append(Placed(phrase, role, plainly))
        previous = phrase.span[1] if plainly else previous
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


def _corrected(placed: list[Placed], words: str, lexicon: Lexicon) -> list[Placed]:
    """ "Thursday at 5, no wait, make it 5:30": the first is taken back, and lends its day to the second."""
    kept: list[Placed] = []
    for told in placed:
        one, before = told, kept[-1] if kept else None
        between = words[before.phrase.span[1] : one.phrase.span[0]].strip() if before else ""
        if before and _is_denied(one, before, words, lexicon):
            kept.append(one)
            continue
        bounded = before is not None and between in (", so", "so", ", so like", "so like", "so about")
        if before and (bounded or _takes_back(between, lexicon)):
            days = () if one.phrase.of(*DAYS) else tuple(before.phrase.of(*DAYS))
            hours = () if one.phrase.of(*TIMES) else tuple(before.phrase.of(*TIMES))
            kept.pop()
            kept_role = "" if before.role == "past" else before.role
            role = "" if one.role == "refused" else one.role or kept_role
            one = Placed(replace(one.phrase, atoms=(*days, *one.phrase.atoms, *hours)), role)
        kept.append(one)
    return kept


def _takes_back(between: str, lexicon: Lexicon) -> bool:
    """ "5, no wait, make it 6" takes the 5 back; "Monday at 2. I could wait until Tuesday if need be" says more than that."""
    rest, taken = lexicon.links["correction"].subn(" ", f" {between} ")
    return taken > 0 and len(_WORD.findall(rest)) <= _AROUND_CORRECTION


def _is_denied(one: Placed, before: Placed, words: str, lexicon: Lexicon) -> bool:
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


def _moved(one: Placed, words: str, lexicon: Lexicon) -> Placed:
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
    return Placed(replace(one.phrase, atoms=(*days, *kept), bound="", ranged=False), role)


def _is_far(phrase: Phrase) -> bool:
    months = any(atom.piece("unit", "unit4", "unit6", "unit7") in _MONTHS for atom in phrase.of("ahead"))
    return months or any(_FAR & atom.pieces.keys() for atom in phrase.atoms)


def _resume(placed: list[Placed], intents: set[str], words: str, here: Here) -> date | None:
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
    days += [_within(one, later, here) for one in (*reversed(asked), *until, *reversed(exact), *later)]
    days += [_loosely(words, here)]
    return next((day for day in days if day and day > today), None)


def _within(one: Placed, later: list[Placed], here: Here) -> date | None:
    """ "Come February, when my bonus lands: ping me the 15th": a day of the month alone is one of the month named before it."""
    named = one.phrase.of(*DAYS)
    months = [other for other in later if other.phrase.span[1] <= one.phrase.span[0] and _names_month(other)]
    month = resume_day(months[-1].phrase, here) if months else None
    if month is None or not named or any(atom.kind != "ordinal" for atom in named):
        return resume_day(one.phrase, here)
    return counted_on(named[0], month, here)


def _names_month(one: Placed) -> bool:
    """Whether a time is a month, or a holiday in it."""
    return any(atom.kind == "holiday" or atom.piece(*_MONTH_PIECES) for atom in one.phrase.atoms)


def _loosely(words: str, here: Here) -> date | None:
    """ "The man says five weeks", "june maybe": no time of a visit, but of asking again."""
    found = here.lexicon.loosely.search(words)
    told = {name.rstrip("2"): text for name, text in found.groupdict().items() if text} if found else {}
    kind = "monthday" if "monthstart" in told else "ahead"
    return here.day(Atom(kind, 0, 0, told)) if told else None


def _days_on(placed: list[Placed], words: str, here: Here) -> date | None:
    """ "My bonus comes on the 30th, write the day after": counted from the last day named before it."""
    told = here.lexicon.links["days_on"].search(words)
    named = [one for one in placed if told and one.phrase.span[1] <= told.start() + 1]
    day = resume_day(named[-1].phrase, here) if named else None
    if told is None or day is None:
        return None
    return moved_on(day, told["unit_on"], here.lexicon.dates["weekdays"], back=told["back"] is not None)


def _is_taken(one: Placed, *, asked_when: bool) -> bool:
    """A yes takes the time beside it: the one offered, or any hour."""
    return one.role in ("", "visit") and (asked_when or bool(one.phrase.of(*TIMES)))


def _confirms(
    words: str, placed: list[Placed], intents: set[str], asked: str | None, lexicon: Lexicon
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
