"""A small sentence encoder: what a text says, by all its words in their order (AI-09).

Word lists and single words know nothing of what they have not seen; an encoder that read much of the world before has an idea
of it. This one is the first layers of all-MiniLM-L6-v2 (Apache-2.0; docs/readings.md), trained on our own messages. It is
pure arithmetic on `Layers`, without chance: the same text always gives the same scores.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")
_STANDS_FOR = {"<phone>": "phone", "<mail>": "email", "<link>": "link", "<vin>": "vin"}
_BEGIN, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_ENDING = 14
"""Of a text that is too long its end is kept too: there stands what is wanted, as often as at its beginning."""
_SENTENCE = re.compile(r"(?<= [.?]) ")
_STRETCH, _MOST = 44, 6
"""A text that is too long is also heard in so many stretches of whole sentences, each of so many pieces, the last one among them."""
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Layer:
    """The weights of one layer, each matrix as (out, in), the others as columns."""

    attend: Floats
    attend_bias: Floats
    attended: Floats
    attended_bias: Floats
    widen: Floats
    widen_bias: Floats
    narrow: Floats
    narrow_bias: Floats
    norms: Floats
    """Scale and shift after attending, then scale and shift after the rest."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """The trained network. ``pieces`` are whole beginnings of words and, behind ##, what may follow them.

    ``embedded`` holds a row of whole numbers for each piece, to be taken times ``steps``; they may lie in a file.
    """

    pieces: Mapping[str, int]
    embedded: NDArray[np.int8]
    steps: Floats
    positions: Floats
    norm: Floats
    layers: Sequence[Layer]
    heads: int
    head: Floats
    head_bias: Floats
    intents: tuple[str, ...]

    def scores(self, words: str, asked: str | None) -> dict[str, float]:
        """Gives for each intent how much speaks for it, in log-odds, by a plain text and what had been asked.

        A text that is too long is heard as a whole without its middle, and stretch by stretch: the mean of both counts.
        """
        summed = self._summed(self.numbers(words, asked))
        stretches = self._stretches(words, asked)
        if len(stretches) > 1:
            summed = (summed + np.max([self._summed(told) for told in stretches], 0)) / 2
        return dict(zip(self.intents, map(float, summed), strict=True))

    def _stretches(self, words: str, asked: str | None) -> list[list[int]]:
        """Gives the sentences of a text that is too long, as many together as a stretch holds; of any other none."""
        sentences = [list(self._pieces_of(sentence)) for sentence in _SENTENCE.split(words)]
        question = self._question(asked)
        if sum(map(len, sentences)) <= self._room(question):
            return []
        stretches: list[list[int]] = [[]]
        for sentence in sentences:
            if stretches[-1] and len(stretches[-1]) + len(sentence) > _STRETCH:
                stretches.append([])
            stretches[-1] += sentence
        told = stretches if len(stretches) <= _MOST else [*stretches[: _MOST - 1], stretches[-1]]
        return [self._framed(question, text) for text in told if text]

    def _summed(self, told: list[int]) -> Floats:
        """Takes the pieces of a text through every layer, to the log-odds of each intent."""
        state = (self.embedded[told] * self.steps[told, None] + self.positions[: len(told)]).T
        state = _normed(state, *self.norm)
        for layer in self.layers:
            state = self._through(state, layer)
        summed: Floats = self.head @ np.concatenate([state.mean(1), state[:, 0]]) + self.head_bias
        return summed

    def _through(self, state: Floats, layer: Layer) -> Floats:
        """Takes a column for each piece through a layer: each hears the others, then is bent by itself."""
        width, length = state.shape
        split = (3, self.heads, width // self.heads, length)
        asking, asked, said = (layer.attend @ state + layer.attend_bias).reshape(split)
        near = asking.transpose(0, 2, 1) @ asked / math.sqrt(split[2])
        near = np.exp(near - near.max(-1, keepdims=True))
        near /= near.sum(-1, keepdims=True)
        heard = (said @ near.transpose(0, 2, 1)).reshape(width, length)
        state = _normed(state + layer.attended @ heard + layer.attended_bias, *layer.norms[:2])
        wide = _bent(layer.widen @ state + layer.widen_bias)
        return _normed(state + layer.narrow @ wide + layer.narrow_bias, *layer.norms[2:])

    def numbers(self, words: str, asked: str | None) -> list[int]:
        """Gives the pieces of what was asked and of what was said, as numbers, the middle of a long text left out."""
        return self._framed(self._question(asked), list(self._pieces_of(words)))

    def _question(self, asked: str | None) -> list[int]:
        return list(self._pieces_of((asked or "-").replace("_", " ")))

    def _room(self, question: list[int]) -> int:
        return len(self.positions) - len(question) - 3

    def _framed(self, question: list[int], text: list[int]) -> list[int]:
        room = self._room(question)
        if len(text) > room:
            text = text[: room - _ENDING] + text[-_ENDING:]
        begin, end = self.pieces[_BEGIN], self.pieces[_END]
        return [begin, *question, end, *text, end]

    def _pieces_of(self, words: str) -> Iterator[int]:
        for word in words.split():
            for part in _PIECE.findall(_STANDS_FOR.get(word, word)):
                yield from self._split(part)

    def _split(self, word: str) -> list[int]:
        """The longest pieces known, from the beginning; a word with a stretch that no piece covers is unknown as a whole."""
        found, start = list[int](), 0
        while start < len(word):
            ahead = "##" if start else ""
            known = (end for end in range(len(word), start, -1) if ahead + word[start:end] in self.pieces)
            end = next(known, None)
            if end is None:
                return [self.pieces[_UNKNOWN]]
            found.append(self.pieces[ahead + word[start:end]])
            start = end
        return found


def _normed(state: Floats, scale: Floats, shift: Floats) -> Floats:
    centered = state - state.mean(0)
    spread = np.sqrt((centered * centered).mean(0) + _TINY)
    normed: Floats = centered / spread * scale + shift
    return normed


def _bent(wide: Floats) -> Floats:
    """The Gaussian error linear unit, by its usual approximation."""
    bent: Floats = 0.5 * wide * (1 + np.tanh(0.7978845608 * (wide + 0.044715 * wide * wide * wide)))
    return bent
