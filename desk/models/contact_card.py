"""The assistant's contact card (vCard 3.0, RFC 2426) and how its e-mails are filed (ALERT-04).

Saved in a phone, an alert by text shows the store's name; saved in a mail program, its mails are not taken for spam.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LONGEST = 75  # octets of a line; a longer one goes on in the next, which begins with a blank
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


def contact_card(settings: Mapping[str, Any]) -> str:
    """The card as a text of CRLF lines; what the store has not entered is left out."""
    store, assistant = str(settings["store.name"]), str(settings["assistant.name"])
    name = f"{store} ({assistant})" if store else assistant
    lines = [
        "BEGIN:VCARD", "VERSION:3.0", f"FN:{_escaped(name)}", f"N:{_escaped(name)};;;;", *_told(settings),
        f"NOTE:{_escaped('This is an automated assistant, not a person.')}", "END:VCARD",
    ]  # fmt: skip
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _told(settings: Mapping[str, Any]) -> list[str]:
    fields = (
        ("ORG", "store.name"), ("TEL;TYPE=CELL", "text.from_number"), ("TEL;TYPE=WORK,VOICE", "store.phone"),
        ("EMAIL;TYPE=INTERNET", "store.email"), ("ADR;TYPE=WORK:;;", "store.address"), ("URL", "store.website"),
    )  # fmt: skip
    told = [(field, str(settings[key])) for field, key in fields if settings[key]]
    return [
        f"{field}{_escaped(value)};;;;" if field.startswith("ADR") else f"{field}:{_escaped(value)}"
        for field, value in told
    ]


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> list[str]:
    """The line in pieces of at most 75 octets, never inside a character."""
    pieces, piece = list[str](), ""
    for char in line:
        if len((piece + char).encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += char
    return [*pieces, piece]
