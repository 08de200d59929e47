"""Opt-outs, refused channels and wrong numbers: fixed rules, before anything else reads the text (R2, R4, COMPLY-01)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.models.rules.reading.lexicon import Lexicon, Span
from desk.models.rules.reading.values import CHANNELS

_CLAUSE_END = re.compile(" [.?,] ")
_COVERS = {"numbers": ("text", "call"), "everything": ("all",), "wrong_number": ("text", "call")}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a message forbids: `stops` any way at all, `channels` which, `spans` the words that said so.

    `firm` is a stop that no wish for another channel softens: a per-se word, or words of no contact.
    """

    stops: bool = False
    firm: bool = False
    wrong_number: bool = False
    channels: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def refusal_in(words: str, channel: str, lexicon: Lexicon) -> Refusal:
    """Reads the refusals of one plain text that came by `channel` (`text` or `email`)."""
    spans: list[Span] = []
    forbidden: set[str] = set()
    names = set()
    for rule in lexicon.opt_outs:
        hits = rule.spans(words)
        if hits:
            names.add(rule.name)
            spans += hits
            forbidden.update(_covered(rule.name, [words[start:end] for start, end in hits], channel, lexicon))
    per_se = says_stop(words, lexicon)
    if per_se:
        forbidden.add(channel)
    return Refusal(
        stops=per_se or bool(names - {"wrong_number"}),
        firm=per_se or bool(names & {"numbers", "everything"}),
        wrong_number="wrong_number" in names,
        channels=_in_order(forbidden),
        spans=tuple(spans),
    )


def _covered(name: str, told: list[str], channel: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The channels a rule forbids; "stop the emails" names its own, "stop the messages" is the one it came by."""
    if name != "here":
        return _COVERS.get(name, (name,))
    named = tuple(named for words in told for named in lexicon.channels_named(words, channel))
    return named or (channel,)


def says_stop(words: str, lexicon: Lexicon) -> bool:
    """Says whether a clause is a stop word and nothing else ("Please STOP!!"), or the whole message a per-se word."""
    clauses = [part.split() for part in _CLAUSE_END.split(words)]
    if any(_is_only(clause, lexicon.stop_words.sentence, lexicon) for clause in clauses):
        return True
    return _is_only([token for clause in clauses for token in clause], lexicon.stop_words.message, lexicon)


def _is_only(tokens: list[str], phrases: re.Pattern[str], lexicon: Lexicon) -> bool:
    """Tries the tokens as they are, then without the words of politeness and temper around a stop word."""
    core = [token for token in tokens if token not in lexicon.stop_words.fillers]
    return any(phrases.fullmatch(" ".join(told)) is not None for told in (tokens, core) if told)


def _in_order(channels: set[str]) -> tuple[str, ...]:
    return ("all",) if "all" in channels else tuple(name for name in CHANNELS if name in channels)
