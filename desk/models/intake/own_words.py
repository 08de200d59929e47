"""The customer's own words in an inquiry's comments, apart from what its sender put around them (AI-04, AI-12).

Marketplaces wrap a comment in prices, payments, buttons and sentences about the customer. Read as the customer's words they would
be questions nobody asked, so they are left out before reading. What is kept of the inquiry stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from desk.models.intake.labels import LabelTable

_PAIR = re.compile(r"^[\s>*•·|_#-]*(?P<label>[^\W\d][^:=\t\n]{0,40}?)\s*[:=]\s*(?P<value>.*)$")
_SENTENCE = re.compile(r"[^.?!\n]+(?:[.?!]+|$)(?:(?<=\d\.)\d[^.?!\n]*[.?!]*)?")
_FIGURES = re.compile(r"[$€%]|\d[\d,]{3,}")
_LABEL_WORDS, _PROSE_WORDS = 4, 5
_COMMENTS = "lead.comments"


@dataclass(frozen=True)
class OwnWords:
    """The words that tell a sender's lines; ``labels`` are the labels of lead mails."""

    inline: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    labels: LabelTable = field(default_factory=LabelTable)

    @classmethod
    def from_data(cls, data: Mapping[str, Any], labels: LabelTable) -> OwnWords:
        """The table of `resources/intake/own_words.toml`."""
        told = {
            name: tuple(str(word).casefold() for word in data[name])
            for name in ("inline", "sentences", "listed")
        }
        return cls(**told, labels=labels)

    def of(self, comments: str) -> str:
        """What the customer wrote; empty where nothing in ``comments`` is theirs."""
        lines = self._inline.sub(r"\n\g<0>", comments).split("\n")
        kept = (self._own(line.strip()) for line in self._before_footer(lines))
        return "\n".join(line for line in kept if line).strip()

    def _before_footer(self, lines: list[str]) -> Iterator[str]:
        for line in lines:
            if any(
                line.strip(" \t>*_#=-•|").casefold().startswith(end)
                for end in self.labels.ends
                if end[:1].isalnum()
            ):
                return
            yield line

    def _own(self, line: str) -> str:
        """The part of a line that is the customer's."""
        pair = _PAIR.match(line)
        if pair is not None:
            meaning = self.labels.meaning(pair["label"])
            if meaning == _COMMENTS:
                line = pair["value"]
            elif meaning is not None or self._is_senders(pair["label"], pair["value"]):
                return ""
        if not re.search(r"\w", line) or line.startswith("///"):
            return ""
        said = (sentence.strip() for sentence in _SENTENCE.findall(line))
        return self._listed.sub(r"\1", " ".join(s for s in said if s and not self._about_the_customer(s)))

    def _is_senders(self, label: str, value: str) -> bool:
        """A short label with a figure or a few words behind it; a customer's own colon has a sentence behind it."""
        if label.strip().casefold() in self.inline:
            return True
        prose = value.rstrip().endswith("?") or (
            len(value.split()) >= _PROSE_WORDS and not _FIGURES.search(value)
        )
        return len(label.split()) <= _LABEL_WORDS and not prose

    def _about_the_customer(self, sentence: str) -> bool:
        return sentence.casefold().lstrip(" -*•").startswith(self.sentences or ("\0",))

    @property
    def _comments(self) -> Iterator[str]:
        return (label for label, meaning in self.labels.facts.items() if meaning == _COMMENTS)

    @cached_property
    def _inline(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<=[.?!]\s)(?:{'|'.join(map(re.escape, (*self.inline, *self._comments)))})\s*:", re.IGNORECASE
        )

    @cached_property
    def _listed(self) -> re.Pattern[str]:
        """A listing's own price in the customer's sentence: "listed on AutoTrader for $28,950" loses the figure alone."""
        words = "|".join(map(re.escape, self.listed)) or "\0"
        return re.compile(
            rf"(\b(?:{words})\b[^.?!\n$€]{{0,60}}?)\s*\b(?:at|for|en|por|a)?\s*[$€]\s?\d[\d,.]*\d",
            re.IGNORECASE,
        )
