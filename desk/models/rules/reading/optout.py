"""Opt-outs, refused channels and wrong numbers: fixed rules, before anything else reads the text (R2, R4, COMPLY-01)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from desk.models.rules.reading.lexicon import Lexicon, Span, overlap, told, without
from desk.models.rules.reading.values import CHANNELS

_CLAUSE_END = re.compile(" [.?,] ")
_FOLLOWING = re.compile(r"(?: (?!and |but |or |so |i |we |just |please |can |what |is |[.?,])[^ ]+){0,4}")
_LISTED = re.compile(
    r"(?: ?,? (?:or|nor|and|ni|o|y|by|e|any|mail|email|text|texts|phone|call|calls|emails|texto|correo)){2,8}"
    r"(?: me| us)?(?= (?:[.?,]|again|please|any ?more|ever|at all)|\s$)"
)
"""What goes on naming channels: "do not contact me by phone | , e-mail or text"."""
_CLOSE = 3
"""So many words may stand between a refusal and what limits it."""
_WHOLE = frozenset({"everything", "wrong_number"})
_EVERY = frozenset(CHANNELS) - {"all"}
_COVERS = {"numbers": ("text", "call"), "everything": ("all",), "wrong_number": ("text", "call")}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a message forbids: `stops` any way at all, `channels` which, `spans` the words that said so.

    `firm` is a stop that no wish for another channel softens: a per-se word, or words of no contact; a `vague`
    one names no channel, so that only a plain wish for another one softens it; `limited` says that a channel is
    refused for some times or places only. `certain` is a stop in words that hardly mean anything else, `word` one whose sentence is a stop word of the law, or that
    names every way to be reached, `final` one of such a word or ways, or of such words in a message that has room for little else; `doubtful` one on which the rules and the model disagree; `settled` one that a person decided.
    """

    stops: bool = False
    firm: bool = False
    vague: bool = False
    limited: bool = False
    wrong_number: bool = False
    certain: bool = False
    word: bool = False
    final: bool = False
    doubtful: bool = False
    settled: bool = False
    channels: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def aside(self, channel: str) -> bool:
        """Says whether only other ways than the one written by are refused: "no calls, what is the price?"."""
        return self.stops and not self.firm and not self.vague and channel not in self.channels

    def decided(self, channel: str, *, stop: bool) -> Refusal:
        """Gives what a person made of it, who read the message that came by `channel`: a stop, or none."""
        if not stop:
            return Refusal(settled=True, spans=self.spans)
        return replace(self, stops=True, firm=True, settled=True, channels=self.channels or (channel,))


def refusal_in(words: str, channel: str, lexicon: Lexicon) -> Refusal:
    """Reads the refusals of one plain text that came by `channel` (`text` or `email`)."""
    words = without(words, [told(found) for found in lexicon.elsewhere.finditer(words)])
    said = [(rule.name, span) for rule in lexicon.opt_outs for span in rule.spans(words)]
    hits = [(name, span) for name, span in said if not _limited(name, words, span, lexicon)]
    names = {name for name, _ in hits}
    per_se, alone = stop_words_in(words, lexicon), says_only_stop(words, lexicon)
    here = {named for name, span in hits if name == "here" for named in _named(words, span, channel, lexicon)}
    here |= {way for _, span in hits for way in _listed(words, span, channel, lexicon)}
    vague = "here" in names and not here
    forbidden = here | {way for name in names - {"here"} for way in _COVERS.get(name, (name,))}
    plainly = _plainly(words, [span for _, span in hits], lexicon)
    every = forbidden >= _EVERY and len(hits) == len(said)
    return Refusal(
        stops=bool(per_se)
        or any(name != "wrong_number" and not _instead(words, span, lexicon) for name, span in hits),
        firm=bool(per_se) or every or "everything" in names,
        vague=vague,
        limited=len(hits) < len(said),
        wrong_number="wrong_number" in names,
        certain=bool(plainly or per_se or every),
        word=bool(per_se) or every,
        final=alone or every or _is_all_there_is(words, plainly, lexicon),
        channels=_in_order(forbidden | ({channel} if per_se or (vague and not forbidden) else set())),
        spans=(*(span for _, span in said), *per_se),
    )


def _limited(name: str, words: str, span: Span, lexicon: Lexicon) -> bool:
    """Says whether only a time or a place is refused: "never call before noon"."""
    if name in _WHOLE:
        return False
    clause = _CLAUSE_END.search(words, span[1])
    limit = lexicon.limits.search(words, span[1], clause.start() + 1 if clause else len(words))
    return limit is not None and words[span[1] : limit.start()].count(" ") <= _CLOSE


def _plainly(words: str, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Gives the refusals that were read in words that mean nothing else, with those words."""
    plain = [told(found) for found in lexicon.certain.finditer(words)]
    certain = [one for one in plain if any(overlap(one, span) for span in spans)]
    return certain and [*certain, *(span for span in spans if any(overlap(one, span) for one in certain))]


def _is_all_there_is(words: str, plainly: list[Span], lexicon: Lexicon) -> bool:
    """Whether a short message has hardly a word besides such a refusal and what is polite or angry about it."""
    if not plainly or len(words.split()) > lexicon.certain_within:
        return False
    rest = [word for word in _tokens(without(words, plainly)) if set(word) != {"_"}]
    return len([word for word in rest if word not in lexicon.stop_words.fillers]) <= lexicon.certain_beside


def _instead(words: str, span: Span, lexicon: Lexicon) -> bool:
    return lexicon.instead.match(words, span[0] - 1) is not None


def clause_of(words: str, span: Span) -> str:
    """Gives the clause of a plain text in which a stretch of it stands."""
    ends = [found.span() for found in _CLAUSE_END.finditer(words)]
    start = max((end for _, end in ends if end <= span[0] + 1), default=0)
    return words[start : min((end for end, _ in ends if end >= span[1] - 1), default=len(words))]


def speaks_of_else(words: str, lexicon: Lexicon) -> bool:
    """Says whether anything in a text takes words of stopping for something else ("I never got your text")."""
    return bool(lexicon.elsewhere.search(words)) or _excused(words, lexicon, wrong_number=False)


def is_other_wrong(words: str, lexicon: Lexicon) -> bool:
    """Says whether a text speaks of some other wrong thing than its being sent to the wrong one."""
    return _excused(words, lexicon, wrong_number=True)


def _excused(words: str, lexicon: Lexicon, *, wrong_number: bool) -> bool:
    rules = (rule for rule in lexicon.opt_outs if (rule.name == "wrong_number") is wrong_number)
    return any(rule.unless is not None and rule.unless.search(words) for rule in rules)


def _named(words: str, span: Span, channel: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The channels a refusal names, in its words or the few that follow ("take me off | the e-mail list")."""
    more = _FOLLOWING.match(words, span[1])
    return lexicon.channels_named(words[slice(*span)], channel) or lexicon.channels_named(
        more.group() if more else "", channel
    )


def _listed(words: str, span: Span, channel: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The channels that go on being named behind a refusal of one."""
    more = _LISTED.match(words, span[1])
    return lexicon.channels_named(more.group(), channel) if more else ()


def stop_words_in(words: str, lexicon: Lexicon) -> list[Span]:
    """Gives the clauses that are a stop word and nothing else ("Please STOP!!"); all, where the whole message is a per-se word."""
    if says_only_stop(words, lexicon):
        return [(0, len(words))]
    ends = [0, *(found.end() - 1 for found in _CLAUSE_END.finditer(words)), len(words)]
    clauses = [(start, end) for start, end in pairwise(ends) if _tokens(words[start:end])]
    return [
        span
        for span in clauses
        if _is_only(_tokens(words[slice(*span)]), lexicon.stop_words.sentence, lexicon)
    ]


def says_only_stop(words: str, lexicon: Lexicon) -> bool:
    """Says whether a message is a stop word, or several, and nothing else."""
    tokens = _tokens(words)
    phrases = (lexicon.stop_words.sentence, lexicon.stop_words.message)
    return any(_is_only(tokens, known, lexicon) for known in phrases)


def _tokens(words: str) -> list[str]:
    return [token for token in words.split() if token not in (".", "?", ",")]


def _is_only(tokens: list[str], phrases: re.Pattern[str], lexicon: Lexicon) -> bool:
    """Tries the tokens as they are, then without the words of politeness and temper among them, or around them."""
    fillers = lexicon.stop_words.fillers
    plain = [token for token in tokens if token not in fillers]
    tries = (plain, *_within_fillers(tokens, fillers))
    return any(phrases.fullmatch(" ".join(told)) is not None for told in tries if told)


def _within_fillers(tokens: list[str], fillers: Collection[str]) -> Iterator[list[str]]:
    """Gives the tokens less any number of fillers at either end: in "hey no mas" the "no" is one elsewhere."""
    before = sum(1 for _ in takewhile(fillers.__contains__, tokens))
    behind = sum(1 for _ in takewhile(fillers.__contains__, reversed(tokens)))
    for start in range(before + 1):
        for end in range(len(tokens), len(tokens) - behind - 1, -1):
            yield tokens[start:end]


def _in_order(channels: set[str]) -> tuple[str, ...]:
    return (
        ("all",)
        if "all" in channels or channels >= _EVERY
        else tuple(name for name in CHANNELS if name in channels)
    )
