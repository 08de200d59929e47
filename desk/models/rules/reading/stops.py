"""Where the rules and the model disagree about a stop: which of them is heard, and when a person is asked (R2, R4)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from desk.models.rules.reading.lexicon import Lexicon, Span
from desk.models.rules.reading.optout import Refusal, clause_of, is_other_wrong, speaks_of_else
from desk.models.rules.reading.values import MessageIn

STOPS = frozenset({"opt_out", "wrong_number"})


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
    unsure = told < sure["stop_heard"] or (refusal.limited and told < sure["stop_sure"])
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
    return not (refusal.settled or found & STOPS) and told > lexicon.learned.sure["opt_out"]


def stops_too(scores: Mapping[str, float], lexicon: Lexicon) -> bool:
    """Says whether somebody whose number it is not asks for an end as well: "wrong number, lose it"."""
    return scores.get("opt_out", -math.inf) > lexicon.learned.sure["opt_out"]


def _is_wrong_number(refusal: Refusal, words: str, scores: Mapping[str, float], lexicon: Lexicon) -> bool:
    """Whether the number is another's, by the rules or the model; not where either finds that absurd."""
    sure, told = lexicon.learned.sure, scores.get("wrong_number", 0.0)
    if refusal.wrong_number:
        return told > sure["absurd"]
    return told > sure["wrong_number"] and not is_other_wrong(words, lexicon)


def _is_sure_alone(refusal: Refusal, told: float, words: str, message: MessageIn, lexicon: Lexicon) -> bool:
    """Whether certain words are a stop in their own clause, whatever is said beside: "stop texting me, how much is the Tacoma".

    Amid a longer message they are so only where that does not sound like none as a whole. A mere stop word among other
    sentences is never: in "14.9 percent? stop it" it says so of the rate.
    """
    if not refusal.certain or refusal.word:
        return False
    if told < lexicon.learned.sure["stop_amid"] and len(words.split()) > lexicon.certain_amid:
        return False
    alone = max(_by_itself(words, span, message, lexicon) for span in refusal.spans)
    return (told + alone) / 2 >= lexicon.learned.sure["stop_clause"]


def _by_itself(words: str, span: Span, message: MessageIn, lexicon: Lexicon) -> float:
    clause = f" {clause_of(words, span).strip()} "
    return lexicon.learned.weighed(clause, message.asked, (), stops=True).get("opt_out", -math.inf)
