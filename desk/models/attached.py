"""Files of a message on their way in, out and onto the screen, apart from the stored nouns, so that the window need not wait for them (FLOW-15)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Attached:
    """``name`` is what the customer sees; ``media`` is what the bytes are, empty until they were looked at."""

    name: str
    data: bytes = field(repr=False)
    media: str = ""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Files that were looked at: those that may go along, and for each other one the reason in a sentence."""

    taken: tuple[Attached, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of a message as the conversation names it; ``size`` in words. ``state``: here, coming (it is still fetched), or missing."""

    id: str
    name: str
    size: str
    is_picture: bool = False
    state: str = "here"


@dataclass(frozen=True, slots=True)
class PutDown:
    """Where a file lies for the computer's own program to open; without a ``path`` it must not be opened, and ``words`` say why."""

    path: str = ""
    words: str = ""
