"""What a customer is known by, taken out before words leave this computer, and put back into the answer (AI-20)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+\w")
_NUMBER = re.compile(r"\+?\d[\d\-. ()]{7,}\d|\b[A-HJ-NPR-Z0-9]{17}\b")


@dataclass
class Redaction:
    """One exchange's hidden words: each stands behind a placeholder that is the same throughout."""

    words: Mapping[str, str]
    on: bool = True
    _kept: dict[str, str] = field(default_factory=dict)

    def hide(self, text: str, names: Sequence[str] = ()) -> str:
        """``text`` with names, addresses and long numbers replaced; as it is where redaction is off."""
        if not self.on:
            return text
        text = _EMAIL.sub(lambda found: self._mark("address", found.group()), text)
        text = _NUMBER.sub(lambda found: self._mark("number", found.group()), text)
        for name in filter(None, names):
            text = re.sub(
                rf"(?<!\w){re.escape(name)}(?!\w)",
                lambda found: self._mark("name", found.group()),
                text,
                flags=re.IGNORECASE,
            )
        return text

    def show(self, text: str) -> str:
        """The answer with what was hidden back in its place."""
        for mark, told in self._kept.items():
            text = text.replace(mark, told)
        return text

    def _mark(self, kind: str, told: str) -> str:
        known = next((mark for mark, kept in self._kept.items() if kept == told), "")
        if known:
            return known
        mark = (
            self.words[kind]
            if self.words[kind] not in self._kept
            else f"{self.words[kind][:-1]}{len(self._kept)}]"
        )
        self._kept[mark] = told
        return mark
