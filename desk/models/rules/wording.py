"""How the assistant says it: store-approved sentences put together, each naming the rows it came from (AI-11, AI-19).

A message is an opening, a body and one question. Which wording is used follows from the lead and the step, so that the same
facts give the same text and no opening sentence comes twice to one lead. A sentence that needs a fact the store does not have
is never chosen. ``services/templates.py`` compiles the sentences; nothing here knows a template language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import blake2b

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.gate.segments import plain, segments
from desk.models.rules.known import Known, Speech, known, language_of, vehicle_names
from desk.models.rules.reading.normalise import fold
from desk.models.words import Channel

CAPITALISED = re.compile(r"(?<![\w@./-])[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*(?!\w)")
"""A word that begins with a capital (or with a letter that has none)."""
_ANY_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s|\n")
_FIRST_CHOICE = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One wording. ``needs`` names the facts it speaks of; ``render`` fills them in."""

    needs: frozenset[str]
    render: Callable[[Mapping[str, str]], str]


@dataclass(frozen=True)
class Templates:
    """All wordings by language and dotted key (``first.email.open``), and the plain words of each language."""

    lines: Mapping[str, Mapping[str, tuple[Line, ...]]]
    words: Mapping[str, Mapping[str, object]]
    fallback: str = "en"

    def language(self, wanted: str) -> str:
        """The language to write in: the customer's where there are wordings in it."""
        return wanted if wanted in self.lines else self.fallback

    def of(self, language: str, key: str) -> tuple[Line, ...]:
        """The wordings of a step in a language; none where there are none."""
        return self.lines[self.language(language)].get(key, ())

    def word(self, language: str, key: str) -> object:
        """One of the language's own words or lists of words; an empty text where it has none."""
        return self.words[self.language(language)].get(key, "")

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Every word of the wordings and word lists that is written with a capital, folded: the store's own words."""
        return frozenset(fold(word) for text in self._told for word in CAPITALISED.findall(text))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the wordings and word lists, folded."""
        return frozenset(fold(word) for text in self._told for word in _ANY_WORD.findall(text))

    @cached_property
    def _told(self) -> tuple[str, ...]:
        lines = (line for table in self.lines.values() for kept in table.values() for line in kept)
        words = (str(value) for table in self.words.values() for value in table.values())
        return (*(line.render(dict.fromkeys(line.needs, "")) for line in lines), *words)


@dataclass(frozen=True, slots=True)
class Said:
    """A finished passage with the rows and links it rests on."""

    text: str
    rows: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole message. ``facts`` name the rows it relied on (``vehicle:U3401``, ``store:hours``); ``asks`` what it asked."""

    subject: str
    text: str
    facts: tuple[str, ...]
    asks: str = ""
    links: tuple[str, ...] = ()


@dataclass
class Pen:
    """What one message is written with: the lead's facts as words, in one language, for one channel."""

    templates: Templates
    facts: Facts
    book: Playbook
    now: datetime
    channel: str
    ctx: dict[str, Known] = field(default_factory=dict)
    language: str = ""
    brief: bool = False

    def __post_init__(self) -> None:
        self.language = self.templates.language(self.language or language_of(self.facts))
        self.ctx = {**known(self.templates, self.facts, self.book, self.now, self.language), **self.ctx}
        if self.brief:
            self.ctx["vehicle"] = vehicle_names(self.speech)[-2:][0]
        self.used = used_openings(self.facts)

    @cached_property
    def speech(self) -> Speech:
        """Moments and vehicles in the message's language."""
        return Speech(self.templates, self.facts, self.now, self.language)

    def sayable(self, key: str, seed: str) -> Iterator[Said]:
        """The wordings of ``key`` that the facts allow, the chosen one first, then the others in order; brief ones where asked."""
        told = self.templates.of(self.language, f"{key}_brief") if self.brief else ()
        lines = [
            line
            for line in told or self.templates.of(self.language, key)
            if all(self._has(name) for name in line.needs)
        ]
        start = _turn(f"{self.facts.lead.id}:{seed}:{key}", len(lines))
        for line in (*lines[start:], *lines[:start]):
            yield self._said(line)

    def say(self, key: str, seed: str) -> Said | None:
        return next(self.sayable(key, seed), None)

    def fresh(self, key: str, seed: str) -> Said | None:
        """As ``say``, passing over wordings whose first sentence this customer has read before."""
        return next(
            (said for said in self.sayable(key, seed) if opening_of(said.text) not in self.used), None
        )

    def unsaid(self, key: str, seed: str) -> Said | None:
        """As ``say``, passing over what this customer was told in these words before."""
        told = [message.text for message in self.facts.messages if message.direction == "out"]
        return next(
            (said for said in self.sayable(key, seed) if not any(said.text in text for text in told)), None
        )

    def anew(self, key: str, seed: str) -> Said | None:
        """As ``say``, in words this customer has not read yet where there are such."""
        return self.unsaid(key, seed) or self.say(key, seed)

    def varied(self, key: str, seed: str) -> Said | None:
        """As ``say``, passing over the words of our last message by this channel."""
        ours = (
            m.text
            for m in reversed(self.facts.messages)
            if m.direction == "out" and m.channel == self.channel
        )
        last = next(ours, "")
        return next((said for said in self.sayable(key, seed) if said.text not in last), None) or self.say(
            key, seed
        )

    def _has(self, name: str) -> bool:
        return name in self.ctx and bool(self.ctx[name].text)

    def _said(self, line: Line) -> Said:
        told = [self.ctx[name] for name in sorted(line.needs)]
        text = line.render({name: self.ctx[name].text for name in line.needs})
        rows = tuple(dict.fromkeys(row for item in told for row in item.rows))
        return Said(text.strip(), rows, tuple(item.link for item in told if item.link))


def compose(
    templates: Templates, purpose: str, step: str, facts: Facts, book: Playbook, now: datetime, channel: str,
    extra: Mapping[str, Known] | None = None, also: Sequence[str] = (), language: str = "",
) -> Draft:  # fmt: skip
    """Write the message of a step: opening, body, whatever ``also`` names, one question, and what the law asks for.

    Texts are the first combination that fits two GSM segments (R26): the vehicle's name gets shorter before a wording does.
    """
    speech = Speech(templates, facts, now, templates.language(language or language_of(facts)))
    names = vehicle_names(speech) if channel == Channel.TEXT else (None,)
    given = dict(extra or {})
    drafts = (
        _draft(
            Pen(
                templates,
                facts,
                book,
                now,
                channel,
                given | ({"vehicle": name} if name else {}),
                speech.language,
            ),
            step,
            turn,
            also,
        )
        for name in names
        for turn in range(3 if channel == Channel.TEXT else 1)
    )
    found = closest_fit(drafts, channel, int(book.number("content.parts")))
    assert found is not None, "every step has at least one wording"
    return found


def closest_fit(drafts: Iterable[Draft], channel: str, most: int) -> Draft | None:
    """The first that fits; where none does, the shortest (the firewall then leaves it to a person)."""
    shortest: Draft | None = None
    for draft in drafts:
        if channel != Channel.TEXT or segments(draft.text).parts <= most:
            return draft
        if shortest is None or len(draft.text) < len(shortest.text):
            shortest = draft
    return shortest


def _draft(pen: Pen, step: str, turn: int, also: Sequence[str]) -> Draft:
    seed = f"{step}:{turn}" if turn else step
    asks = str(pen.templates.word(pen.language, f"{step}.asks"))
    passages = [
        opening(pen, step, seed),
        *([disclosure(pen, seed)] if must_disclose(pen.facts, pen.book, pen.now, pen.channel) else []),
        pen.say(f"{step}.{pen.channel}.body", seed),
        *(pen.unsaid(f"{key}.{pen.channel}", seed) for key in also),
        pen.say(f"{step}.{pen.channel}.ask", seed) or question(pen, asks, seed),
    ]
    subject = (
        pen.say(f"{step}.email.subject", seed) or pen.say("any.email.subject", seed)
        if pen.channel == Channel.EMAIL
        else None
    )
    return finish(pen, [said for said in passages if said], asks, subject)


def opening(pen: Pen, step: str, seed: str) -> Said:
    """The step's own opening sentence; where all were used before, one that names its moment and so is new.

    A text's wording also opens the e-mail that carries the step when the day's texts are used up.
    """
    found = (
        pen.fresh(f"{step}.{pen.channel}.open", seed)
        or pen.fresh(f"{step}.text.open", seed)
        or pen.say("open.again", seed)
    )
    assert found is not None, f"no opening for {step} by {pen.channel}"
    return found


def finish(pen: Pen, passages: Sequence[Said], asks: str, subject: Said | None = None) -> Draft:
    """Join passages into what the customer gets: signature and footer on e-mail, store name and stop line on texts."""
    stop = pen.channel == Channel.TEXT and needs_stop_line(pen.facts, pen.book, pen.now)
    tail = [pen.say("sign.email", ""), pen.say("footer.email", "")] if pen.channel == Channel.EMAIL else []
    if pen.channel == Channel.TEXT:
        named = any(pen.facts.store.name in said.text for said in passages)
        tail = [None if named else pen.say("sign.text", ""), pen.say("footer.text", "") if stop else None]
    whole = [*passages, *(said for said in tail if said)]
    text = ("\n\n" if pen.channel == Channel.EMAIL else " ").join(_paragraphs(whole, pen.channel))
    rows = tuple(dict.fromkeys(row for said in whole for row in said.rows))
    links = tuple(dict.fromkeys(link for said in whole for link in said.links))
    title = subject.text[:1].upper() + subject.text[1:] if subject else ""
    return Draft(title, plain(text) if pen.channel == Channel.TEXT else text, rows, meant_by(asks), links)


def _paragraphs(passages: Sequence[Said], channel: str) -> list[str]:
    """In an e-mail the opening and the disclosure after it share a paragraph."""
    texts = [said.text for said in passages]
    if channel == Channel.EMAIL and len(texts) > 1 and is_disclosure(texts[1]):
        return [" ".join(texts[:2]), *texts[2:]]
    return texts


def question(pen: Pen, asks: str, seed: str) -> Said | None:
    """The one question that ends a message; where it would name free times and there are none, an open one."""
    if not asks:
        return None
    key = f"ask.{asks}.{pen.channel}"
    return pen.unsaid(key, seed) or pen.varied(key, seed) or pen.say(f"ask.visit_open.{pen.channel}", seed)


def meant_by(asks: str) -> str:
    """What a question asks for, for whoever reads the answer: a day is a visit's time too, and miles are of the trade-in."""
    return {
        "visit_day": "visit_time",
        "trade_miles": "trade",
        "clarify_booked": "clarify",
        "visit_still": "visit_time",
    }.get(asks, asks)


def disclosure(pen: Pen, seed: str) -> Said | None:
    """What the author is, in so many words (R16)."""
    return pen.say(f"disclosure.{pen.channel}", seed)


def is_disclosure(text: str) -> bool:
    low = text.lower()
    return ("automated" in low and "assistant" in low) or ("automatizado" in low and "asistente" in low)


def must_disclose(facts: Facts, book: Playbook, now: datetime, channel: str) -> bool:
    """Whether this message says what its author is: the first to the person by this channel, and after a silent week (AI-22, R16)."""
    ours = [m for m in (*facts.sent, *facts.other_touches) if m.author != "staff" and m.channel == channel]
    exchanged = [m.sent_at or m.at for m in (*facts.sent, *facts.other_touches)]
    latest = max([*exchanged, *(m.at for m in facts.inbound)], default=None)
    quiet = latest is None or now - latest >= timedelta(days=book.number("content.disclose_again_days"))
    return quiet or not any(is_disclosure(m.text) for m in ours)


def needs_stop_line(facts: Facts, book: Playbook, now: datetime) -> bool:
    """Whether a text must say how to stop: the first one, and again at least monthly (R26)."""
    since = now - timedelta(days=book.number("content.opt_out_line_days"))
    texts = [
        m
        for m in (*facts.sent, *facts.other_touches)
        if m.channel == Channel.TEXT and (m.sent_at or m.at) > since
    ]
    return not any("STOP" in m.text for m in texts)


def used_openings(facts: Facts) -> frozenset[str]:
    """First sentences this lead was already written, whoever wrote them and whether or not they left."""
    return facts.once(
        "openings", lambda: frozenset(opening_of(m.text) for m in facts.messages if m.direction == "out")
    )


def opening_of(text: str) -> str:
    """The first sentence, without regard to case."""
    return _SENTENCE_END.split(text.strip(), maxsplit=1)[0].strip().lower()


def _turn(seed: str, count: int) -> int:
    """A stable choice among ``count`` wordings."""
    if count == 0:
        return _FIRST_CHOICE
    return int.from_bytes(blake2b(seed.encode(), digest_size=4).digest(), "big") % count
