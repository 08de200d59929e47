"""Where the recording of a call lies: a link or a file that a person or a calling service gave (COVER-03)."""

from __future__ import annotations

import re

_PLACE = re.compile(r"https?://[^\s/]+\.\S+|(?:[A-Za-z]:[\\/]|\\\\|~?/)\s*\S.*", re.IGNORECASE)


def is_place(words: str) -> bool:
    """Whether these are a web link or the whole path of a file; whether something lies there is not looked at."""
    return _PLACE.fullmatch(words.strip()) is not None


def short(words: str) -> str:
    """A file's name, or the site of a link, as it stands beside the proof; empty where the place is not known."""
    if not is_place(words):
        return ""
    parts = [part for part in re.split(r"[\\/]", words.strip()) if part]
    return parts[1] if words.strip().lower().startswith("http") else parts[-1]
