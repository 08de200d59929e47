"""What a receiving mail server says about who sent a mail (RFC 8601): SPF, DKIM and DMARC, each with its result."""

from __future__ import annotations

import re

METHODS = ("spf", "dkim", "dmarc")
_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(r"(?:^|;)\s*(spf|dkim|dmarc)\s*=\s*([a-z]+)", re.IGNORECASE)


def authentication(header: str) -> dict[str, str]:
    """The results of an ``Authentication-Results`` header, ``none`` for what it does not name; empty without results.

    A mail may be signed more than once: one DKIM signature that passes is enough.
    """
    told: dict[str, str] = {}
    for method, result in _RESULT.findall(_COMMENT.sub(" ", header)):
        name = method.lower()
        if told.get(name) != "pass":
            told[name] = result.lower()
    return {name: told.get(name, "none") for name in METHODS} if told else {}
