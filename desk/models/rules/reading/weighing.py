"""Where the rules and the model disagree about a stop or a time: which of them is heard, and when a person is asked (R2, R4)."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import replace

from desk.models.rules.reading.lexicon import Lexicon, Span
from desk.models.rules.reading.optout import Refusal, clause_of, is_other_wrong, speaks_of_else
from desk.models.rules.reading.values import MessageIn
from desk.models.rules.reading.when import When

NO_TIMES = frozenset({"opt_out", "wrong_number", "cancel", "reschedule", "not_now", "call_me"})
"""Beside these no time is heard that the message does not name."""

_STOPS = frozenset({"opt_out", "wrong_number"})
_KEPT = frozenset({"unclear", "thanks", "greeting"})
"""Found by themselves."""
_OF_FACTS = frozenset({"trade_in", "availability"})
"""Brought by a fact, a car that is named: the model's word against it must be plainer."""
_OF_TIME = frozenset({"propose_time", "confirm_time"})
"""Brought by a time that was chosen: `sensed_times` says where one is heard without."""
_BESIDE_STOP = frozenset({"cancel", "reschedule"})
"""What may be wanted beside a stop though most such words only say it again."""
_TALK = frozenset({"thanks", "greeting", "yes", "no", "unclear"})


def sensed(
    refusal: Refusal,
    words: str,
    scores: Mapping[str, float],
    message: MessageIn,
    lexicon: Lexicon,
    *,
    asks: bool,
) -> Refusal:
    """Weighs a stop: one that only the model hears is added and none is taken back (R2); both may be left in doubt (R4).

    Words of stopping in a message that `asks` for something of the trade are asked about sooner, certain and final ones only
    where the model finds them absurd, a message that is a stop word never. What is asked about is held for a stop until somebody has read it:
    no model cancels one that fixed rules found (R2).
    """
    if refusal.settled:
        return refusal
    sure = lexicon.learned.sure
    told = scores.get("opt_out", sure["stop_unsaid"])
    wrong = _is_wrong_number(refusal, words, scores, lexicon)
    if refusal.stops:
        doubtful = told < _limit(refusal, sure, asks=asks) and not _is_sure_alone(
            refusal, told, words, message, lexicon
        )
        return replace(refusal, wrong_number=wrong, doubtful=doubtful)
    heard = told > sure["stop_limited" if refusal.limited else "stop_unsaid"] and not wrong
    channels = refusal.channels or ((message.channel,) if heard else ())
    unsure = told < sure["opt_out"] or (refusal.limited and told < sure["stop_sure"])
    doubtful = heard and (unsure or speaks_of_else(words, lexicon))
    return replace(refusal, stops=heard, wrong_number=wrong, doubtful=doubtful, channels=channels)


def _limit(refusal: Refusal, sure: Mapping[str, float], *, asks: bool) -> float:
    """From where on a stop that rules read is asked about."""
    if refusal.final:
        return -math.inf if refusal.word else sure["stop_final"]
    if refusal.word:
        return sure["stop_word"]
    return sure["stop_certain" if refusal.certain else "stop_beside" if asks else "stop_doubted"]


def stops_after_all(found: set[str], refusal: Refusal, scores: Mapping[str, float], lexicon: Lexicon) -> bool:
    """Says whether a message read as no stop sounds so much like one that a person must look (R4)."""
    told = scores.get("opt_out", -math.inf)
    return not (refusal.settled or found & _STOPS) and told > lexicon.learned.sure["opt_out"]


def stops_too(scores: Mapping[str, float], lexicon: Lexicon) -> bool:
    """Says whether somebody whose number it is not asks for an end as well: "wrong number, lose it"."""
    return scores.get("opt_out", -math.inf) > lexicon.learned.sure["beyond_doubt"]


def _is_wrong_number(refusal: Refusal, words: str, scores: Mapping[str, float], lexicon: Lexicon) -> bool:
    """Whether the number is another's, by the rules or the model; not where either finds that absurd."""
    sure, told = lexicon.learned.sure, scores.get("wrong_number", 0.0)
    if refusal.wrong_number:
        return told > sure["absurd"]
    return told > sure["wrong_number"] and not is_other_wrong(words, lexicon)


def _is_sure_alone(refusal: Refusal, told: float, words: str, message: MessageIn, lexicon: Lexicon) -> bool:
    """Whether certain words are a stop in their own clause, whatever is said beside: "stop texting me, how much is the Tacoma"."""
    if not refusal.certain:
        return False
    alone = max(_by_itself(words, span, message, lexicon) for span in refusal.spans)
    return (told + alone) / 2 >= lexicon.learned.sure["stop_clause"]


def _by_itself(words: str, span: Span, message: MessageIn, lexicon: Lexicon) -> float:
    clause = f" {clause_of(words, span).strip()} "
    return lexicon.learned.weighed(clause, message.asked, (), stops=True).get("opt_out", -math.inf)


def tempered(
    found: set[str], scores: Mapping[str, float], lexicon: Lexicon, *, explained: Collection[str] = ()
) -> set[str]:
    """Takes back what the model finds absurd and restores what it has no doubt of: a rule is evidence for a wish, not a verdict.

    Nothing is done to a stop or beside one: `sensed` judges those. Small words of talk are never restored, nor what is
    `explained` by another wish.
    """
    if found & _STOPS:
        return found
    sure = lexicon.learned.sure
    found = _as_likely(found, scores, sure)
    absurd = found - not_absurd(found, scores, lexicon) - _KEPT
    plain = (
        {name for name, score in scores.items() if score > sure["beyond_doubt"]} - _STOPS - _TALK - _OF_TIME
    )
    return (found - absurd) | (plain - set(explained))


def _as_likely(found: set[str], scores: Mapping[str, float], sure: Mapping[str, float]) -> set[str]:
    """Takes a time that is told as confirmed rather than proposed, or the reverse, where the model finds only the one absurd."""
    told = found & _OF_TIME
    if len(told) != 1:
        return found
    (name,), (other,) = told, _OF_TIME - told
    unlikely = scores.get(name, 0.0) < sure["absurd_time"] <= scores.get(other, -math.inf)
    return (found - told) | {other} if unlikely else found


def not_absurd(
    names: set[str], scores: Mapping[str, float], lexicon: Lexicon, *, limit: str = "absurd"
) -> set[str]:
    """Gives those of the wishes that a rule or a fact brought which the model does not find absurd, or beyond another limit."""
    sure = lexicon.learned.sure
    kinds = {
        name: "far" if name in _OF_FACTS else "absurd_time" if name in _OF_TIME else limit for name in names
    }
    return {name for name in names if scores.get(name, 0.0) >= sure[kinds[name]]}


def still_wanted(found: set[str], scores: Mapping[str, float], lexicon: Lexicon) -> set[str]:
    """Gives what is wanted beside a stop: a visit called off and the messages too."""
    return {
        name for name in found & _BESIDE_STOP if scores.get(name, 0.0) > lexicon.learned.sure["beyond_doubt"]
    }


def sensed_times(found: set[str], when: When, scores: Mapping[str, float], lexicon: Lexicon) -> set[str]:
    """Adds that a time is meant where the model is sure and the message names none that could be read."""
    if when.proposed or when.confirmed or found & NO_TIMES:
        return set()
    sure = lexicon.learned.sure["time"]
    return {name for name in ("propose_time", "confirm_time") if scores.get(name, sure) > sure}
