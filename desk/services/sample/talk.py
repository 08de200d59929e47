"""What was said in a sample lead: its lines in order, each at a believable moment, never in the night."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from desk.services.sample.tables import Line, Story, default_why, filler, first_words

BOTH, ONLY_EMAIL, ONLY_PHONE = "both", "email", "text"
_FIRST_AFTER = (timedelta(seconds=38), timedelta(seconds=2))
_DAY = (time(8, 20), time(20, 10))
_EVENING = time(17, 40)
_LONGEST_FILLER = timedelta(days=38)  # an unanswered lead is lost on day 52
_MOMENT = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line at its moment."""

    line: Line
    at: datetime


def lines_of(story: Story, reach: str, more: int, rng: Random) -> list[Line]:
    """The story's lines for a customer with these addresses, ``more`` messages longer (or shorter, from the front)."""
    opening, rest = list(_expanded(story.opening, reach)), list(_expanded(story.rest, reach))
    if more >= 0:
        return [*opening, *(_by_reach(line, reach) for line in _filled(story.filler, more, rng)), *rest]
    dropped, kept = 0, []
    for line in (*opening, *rest):
        if line.is_message and dropped < -more:
            dropped += 1
        else:
            kept.append(line)
    return kept


@cache
def messages_in(story: Story, reach: str) -> int:
    """How many messages the story has by itself."""
    return sum(line.is_message for line in _expanded(story.lines, reach))


def _expanded(lines: Iterable[Line], reach: str) -> Iterator[Line]:
    begun: set[str] = set()
    for told in lines:
        for line in _first(reach) if told.by == "first" else (_by_reach(told, reach),):
            is_first = line.purpose == "first_response"
            if not (is_first and line.ch in begun):  # one address hears the first message once
                yield line
            begun |= {line.ch} if is_first else set()


def _first(reach: str) -> Iterator[Line]:
    channels = ("email", "text") if reach == BOTH else (reach,)
    for number, channel in enumerate(channels):
        yield Line("assistant", channel, after=_FIRST_AFTER[number], purpose="first_response")


def _by_reach(line: Line, reach: str) -> Line:
    """A customer with one address is written to there."""
    return line if not line.ch or reach in (BOTH, line.ch) else replace(line, ch=reach)


def _filled(name: str, count: int, rng: Random) -> Iterator[Line]:
    """``count`` lines of filler. Answers stay with their questions; an odd one is a note before them."""
    quiet, lines = filler()["quiet"], filler()[name]
    scale = min(1.0, _LONGEST_FILLER / (count * timedelta(days=3))) if count else 1.0
    pairs = count // 2 if name == "chat" else 0
    start = rng.randrange(60)
    chosen = [quiet[(start + number) % len(quiet)] for number in range(count - 2 * pairs)]
    for number in range(pairs):
        at = 2 * ((start + number) % (len(lines) // 2))
        chosen += lines[at : at + 2]
    for line in chosen:
        yield replace(line, after=line.after * scale) if scale < 1.0 else line


def placed_after(lines: Sequence[Line], received: datetime, now: datetime) -> list[Placed]:
    """Lines counted from the lead's arrival, for what is happening now; none lies ahead of ``now``."""
    at, found = received, []
    for line in lines:
        at = min(at + line.after, now)
        found.append(Placed(line, at))
    return found


def placed_before(
    lines: Sequence[Line], last: datetime, zone: ZoneInfo, rng: Random
) -> tuple[datetime, list[Placed]]:
    """Lines counted back from the last one, and the moment the lead came in. Night pushes a line to the evening before."""
    at, found = _by_day(last, zone, rng), []
    for line in reversed(lines):
        found.append(Placed(line, at))
        earlier = at - max(line.after, _MOMENT)
        at = earlier if line.after < timedelta(minutes=20) else _by_day(earlier, zone, rng)
    found.reverse()
    return at, found


def _by_day(moment: datetime, zone: ZoneInfo, rng: Random) -> datetime:
    here = moment.astimezone(zone)
    if _DAY[0] <= here.time() <= _DAY[1]:
        return moment
    day = here.date() - timedelta(days=1) if here.time() < _DAY[0] else here.date()
    evening = datetime.combine(day, _EVENING, zone) + timedelta(seconds=rng.randrange(8400))
    return evening.astimezone(moment.tzinfo)


def say(line: Line, rng: Random) -> tuple[str, str]:
    """Subject and words of a line, not yet filled in; a first message takes one of its wordings."""
    if line.purpose == "first_response" and not line.say:
        words = first_words()
        return (words["email_subject"] if line.ch == "email" else ""), rng.choice(words[line.ch])
    return line.subject, line.say


def why(line: Line) -> Sequence[str]:
    """The reasons of an assistant's line."""
    return line.why or default_why().get(line.purpose, ()) if line.by == "assistant" else ()
