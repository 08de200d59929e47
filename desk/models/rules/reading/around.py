"""What stands around a time in a message, as `chooser` weighs it: its neighbours, the other times, what is wanted (AI-09)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desk.models.rules.reading.dates import DAYS, HOURS, TIMES, Phrase, sentence_of
from desk.models.rules.reading.kin import Kin
from desk.models.rules.reading.learned import Learned

_NEXT = 4
"""How many words on either side are looked at each by its place."""
_NEAR = 7
"""How many words on either side, up to the next time or the end of the sentence, are looked at wherever they stand."""
_TELLING = ("propose_time", "confirm_time", "reschedule", "hours", "not_now", "call_me", "cancel")
"""The wishes of which it matters how much speaks for them, not only whether they count."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class Told:
    """A time as told: the stretch of the text, and whether it is one by itself or only a number that may be an hour.

    `role` is what the nearest cue beside it would make of it, if cues were all there is.
    """

    phrase: Phrase
    plainly: bool
    role: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """The text around the times: its plain words, what else was understood and how surely, and what had been asked."""

    words: str
    told: Sequence[Told]
    intents: frozenset[str]
    scores: Mapping[str, float]
    asked: str | None
    learned: Learned


def around(at: int, setting: Setting) -> set[str]:
    """Gives the features of a time: its kind, its neighbours, where it stands among the others, and what is wanted."""
    phrase, kind, kin = setting.told[at].phrase, _kind(setting.told[at].phrase), setting.learned.kin
    return {
        *_shape(setting.told[at], kind),
        *_said(setting.words, phrase, kind, kin),
        *_neighbors(setting.words, phrase, kind, kin),
        *_vicinity(at, setting, kin),
        *_order(at, setting.told, kind),
        *_wanted(setting, kind),
        *_wanted_here(phrase, setting, kind),
    }


def _kind(phrase: Phrase) -> str:
    """Hours, a stretch of time from now, a part of the day, or only a day."""
    kinds = {"h": HOURS, "r": ("relative", "stretch"), "p": ("part",)}
    return next((name for name, atoms in kinds.items() if phrase.of(*atoms)), "d")


def _shape(told: Told, kind: str) -> Iterator[str]:
    phrase = told.phrase
    yield from (f"k={kind}", f"k={kind} b={phrase.bound}", f"b={phrase.bound}", f"plain={told.plainly}")
    yield from (f"role={told.role}", f"role={told.role} {kind}", f"role={told.role} b={phrase.bound}")
    yield f"k={kind} day={bool(phrase.of(*DAYS))}"
    if phrase.alternative:
        yield "alternative"
    if phrase.ranged:
        yield "ranged"


def _said(words: str, phrase: Phrase, kind: str, kin: Kin) -> Iterator[str]:
    """The words of the time itself, figures by their shape."""
    start, end = phrase.span
    yield from (f"t={kin.token(word)}" for word in words[start:end].split())
    yield from (f"{kind} {atom.kind}" for atom in phrase.atoms)


def _neighbors(words: str, phrase: Phrase, kind: str, kin: Kin) -> Iterator[str]:
    """The words on either side, each by its place, and the nearest together."""
    start, end = phrase.span
    before = [*["^"] * _NEXT, *map(kin.token, words[:start].split())][: -_NEXT - 1 : -1]
    after = [*map(kin.token, words[end:].split()), *["$"] * _NEXT][:_NEXT]
    yield from (f"-{far}:{word}" for far, word in enumerate(before, 1))
    yield from (f"+{far}:{word}" for far, word in enumerate(after, 1))
    yield from (f"-{far}:{two} {one}" for far, (one, two) in enumerate(pairwise(before[:3]), 1))
    yield from (f"-:{' '.join(before[2::-1])}", f"+:{' '.join(after[:2])}", f"+:{' '.join(after[:3])}")
    yield from (f"{before[0]}_{after[0]}", f"{kind} -:{before[0]}", f"{kind} +:{after[0]}")


def _vicinity(at: int, setting: Setting, kin: Kin) -> Iterator[str]:
    """The words up to the next time on either side, within the sentence, wherever they stand; and the whole sentence's."""
    words, told, (start, end) = setting.words, setting.told, setting.told[at].phrase.span
    first, last = sentence_of(words, (start, end))
    since = max((one.phrase.span[1] for one in told[:at]), default=0)
    until = min((one.phrase.span[0] for one in told[at + 1 :]), default=len(words))
    near = {
        "<": words[max(first, since) : start].split()[-_NEAR:],
        ">": words[end : min(last, until)].split()[:_NEAR],
    }
    for side, stretch in near.items():
        for word in stretch:
            yield f"{side}{kin.token(word)}"
            yield from (f"{side}@{name}" for name in (kin.kinds(word) if _counts(word) else ()))
    yield from (f"<<{kin.token(word)}" for word in words[first:start].split())
    yield from (f">>{kin.token(word)}" for word in words[end:last].split())
    yield f"ends={words[last : last + 1]}"


def _counts(word: str) -> bool:
    return word[0].isalnum() or word[0] == "$"


def _order(at: int, told: Sequence[Told], kind: str) -> Iterator[str]:
    """Where it stands among the times told, and among the hours."""
    count = min(len(told), _MOST)
    yield from (f"n={count}", f"at={min(at, 3)}", f"n={count} last={at == len(told) - 1} {kind}")
    timed = [one for one in told if one.plainly and one.phrase.of(*TIMES)]
    mine = told[at]
    yield f"hours={min(len(timed), 3)} {kind}"
    yield f"first={bool(timed) and mine is timed[0]} last={bool(timed) and mine is timed[-1]} {kind}"
    if at:
        yield f"after={bool(told[at - 1].phrase.of(*TIMES))} {kind}"
    if at < len(told) - 1:
        yield f"before={bool(told[at + 1].phrase.of(*TIMES))} {kind}"


def _wanted(setting: Setting, kind: str) -> Iterator[str]:
    """What had been asked, what else was understood, and how much speaks for the wishes a time is told with."""
    yield f"A={setting.asked} {kind}"
    yield f"A={setting.asked} len={min(len(setting.words.split()), 12) // 3}"
    for name in setting.intents:
        yield from (f"I={name}", f"I={name} {kind}")
    yield from _telling("S", setting.scores, kind)


def _wanted_here(phrase: Phrase, setting: Setting, kind: str) -> Iterator[str]:
    """How much the sentence alone speaks for these wishes: of a letter full of questions one line names the visit."""
    first, last = sentence_of(setting.words, phrase.span)
    sentence = f" {setting.words[first:last].strip()} "
    yield from _telling("s", setting.learned.scores(sentence, setting.asked, ()), kind)


def _telling(mark: str, scores: Mapping[str, float], kind: str) -> Iterator[str]:
    told = {name: scores.get(name, -_MOST) for name in _TELLING}
    yield from (f"{mark}{name}={_rounded(score)}" for name, score in told.items())
    yield f"{mark}={_rounded(max(told[name] for name in _TELLING[:3]))} {kind}"


def _rounded(score: float) -> int:
    return max(-_MOST, min(_MOST - 1, round(score)))
