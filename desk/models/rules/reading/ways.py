"""Which way to be reached is wished for, clause by clause, where no rule names it or a clause speaks against it (AI-09)."""

from __future__ import annotations

import re
from collections.abc import Collection

from desk.models.rules.reading.lexicon import Lexicon

_CLAUSES = re.compile(" (?:[.?,]|but|pero|so|and|because|since|porque|que|if|when|otherwise|else) ")
_TURNS = re.compile("(?= (?:rather than|instead of|not|en vez de|en lugar de|y no|no) )")


def way_wished(
    words: str, channel: str, refused: Collection[str], by_rule: str | None, lexicon: Lexicon
) -> str | None:
    """Gives the way that a wish for one is about, in a message that came by `channel`; None where none is told.

    "I never answer numbers i dont know so calling is a waste. just write here": what a rule read stands unless some clause
    speaks against it; else the first way that a clause names and none refuses; else the one written by, if another is refused.
    """
    against, wanted = _told(words, channel, lexicon)
    if by_rule is not None and by_rule not in against - set(wanted):
        return by_rule
    against |= set(refused)
    likely = next((way for way in wanted if way not in against), None)
    if likely is None and against and channel not in against:
        likely = channel
    return likely or by_rule


def _told(words: str, channel: str, lexicon: Lexicon) -> tuple[set[str], list[str]]:
    """What clauses speak against, and what others name, in the order said."""
    against, wanted = set[str](), list[str]()
    for clause in (turn for part in _CLAUSES.split(words) for turn in _TURNS.split(f" {part.strip()} ")):
        here = lexicon.ways["here"].search(clause) is not None
        named = [channel] if here else list(lexicon.channels_named(clause, channel))
        if lexicon.ways["against"].search(clause):
            against |= set(named)
        else:
            wanted += named
    return against, wanted
