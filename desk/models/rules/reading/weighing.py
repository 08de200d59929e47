"""Where the rules and the model disagree about a wish or a time: which of them is heard (AI-09); `stops` does so for stops."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.stops import STOPS
from desk.models.rules.reading.when import When

NO_TIMES = frozenset({"opt_out", "wrong_number", "cancel", "reschedule", "not_now", "call_me"})
"""Beside these no time is heard that the message does not name."""

_KEPT = frozenset({"unclear", "thanks", "greeting"})
"""Found by themselves."""
_OF_FACTS = frozenset({"trade_in", "availability"})
"""Brought by a fact, a car that is named: the model's word against it must be plainer."""
_OF_TIME = frozenset({"propose_time", "confirm_time"})
"""Brought by a time that was chosen: `sensed_times` says where one is heard without."""
_BESIDE_STOP = frozenset({"cancel", "reschedule"})
"""What may be wanted beside a stop though most such words only say it again."""
_TALK = frozenset({"thanks", "greeting", "yes", "no", "unclear"})


def tempered(
    found: set[str], scores: Mapping[str, float], lexicon: Lexicon, *, explained: Collection[str] = ()
) -> set[str]:
    """Takes back what the model finds absurd and restores what it has no doubt of: a rule is evidence for a wish, not a verdict.

    Nothing is done to a stop or beside one: `stops.sensed` judges those. Small words of talk are never restored, nor what is
    `explained` by another wish.
    """
    if found & STOPS:
        return found
    sure = lexicon.learned.sure
    found = _as_likely(found, scores, sure)
    absurd = found - not_absurd(found, scores, lexicon) - _KEPT
    plain = (
        {name for name, score in scores.items() if score > sure["beyond_doubt"]} - STOPS - _TALK - _OF_TIME
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
