"""Which language a message is written in: by its script, else by the commonest words it shares with a list."""

from __future__ import annotations

import re
from collections import Counter

from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.normalise import fold

_WORD = re.compile(r"[^\W\d_]{2,}|\b[iy]\b", re.IGNORECASE)
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
_SPANISH_MARKS = re.compile("[ñ¿¡]", re.IGNORECASE)


def language_of(text: str, lexicon: Lexicon) -> str:
    """Gives the ISO 639-1 code of the main language, `en` where nothing tells."""
    letters = sum(1 for c in text if c.isalpha())
    for code, script in _SCRIPTS:
        if len(script.findall(text)) * 3 > letters > 0:
            return code
    votes: Counter[str] = Counter({"en": 0})
    for word in map(fold, _WORD.findall(text)):
        votes.update({code: 1 for code, words in lexicon.languages.items() if word in words})
    votes["es"] += 2 * len(_SPANISH_MARKS.findall(text))
    best = max(votes.values())
    return next(code for code in ("en", "es", *sorted(votes)) if votes[code] == best)
