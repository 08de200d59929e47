"""Loads the sentence encoder from the shipped files, when the first message is read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desk.services.resources import resource_path

if TYPE_CHECKING:
    from desk.models.rules.reading.encoder import Encoder, Layer


class EncoderWhenAsked:
    """Stands for the encoder until something is read: at rest the desk does without its forty megabytes."""

    @cached_property
    def _encoder(self) -> Encoder:
        return load_encoder()

    def scores(self, words: str, asked: str | None) -> dict[str, float]:
        """Gives for each intent how much speaks for it, in log-odds; see `Encoder.scores`."""
        return self._encoder.scores(words, asked)


def load_encoder() -> Encoder:
    """Reads the trained network, a tenth of a second; raises `OSError` or `KeyError` when the build is damaged.

    The rows of words stay in their file, and of it only what is said comes into memory.
    """
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # a message is small: threads would only wait for each other
    import numpy as np

    from desk.models.rules.reading.encoder import Encoder

    words = np.load(resource_path("reading", "encoder_words.npy"), mmap_mode="r")
    with np.load(resource_path("reading", "encoder.npz")) as file:
        table = dict(file)
    return Encoder(
        pieces={piece: at for at, piece in enumerate(_lines(table["pieces"]))},
        embedded=words,
        steps=table["steps"],
        positions=table["positions"].astype(np.float32),
        norm=table["norm"][:, :, None],
        layers=tuple(_layers(table)),
        heads=int(table["heads"]),
        head=np.ascontiguousarray(table["head"].T),
        head_bias=table["head_bias"],
        intents=tuple(_lines(table["intents"])),
    )


def _lines(told: Any) -> list[str]:
    lines: list[str] = told.tobytes().decode().split("\n")
    return lines


def _layers(table: Mapping[str, Any]) -> Iterator[Layer]:
    """Matrices are kept as whole numbers of a step for each row."""
    import numpy as np

    from desk.models.rules.reading.encoder import Layer

    for number in range(sum(name.endswith(".norms") for name in table)):
        told: dict[str, Any] = {}
        for name in ("attend", "attended", "widen", "narrow"):
            whole, steps = table[f"{number}.{name}"], table[f"{number}.{name}.steps"]
            told[name] = (whole * steps[:, None]).astype(np.float32)
            told[f"{name}_bias"] = table[f"{number}.{name}_bias"][:, None]
        yield Layer(**told, norms=table[f"{number}.norms"][:, :, None])
