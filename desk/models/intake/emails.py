"""E-mail addresses as people and forms write them (LEAD-02)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?<![\w.+-])([\w!#$%&'*+/=?^`{|}~-][\w.!#$%&'*+/=?^`{|}~-]{0,63})@((?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,23})(?![\w-])"
)
_NO_ONE = re.compile(
    r"(?:no|none|na|null|noemail|noemailgiven|noemailprovided|notprovided|nomail|unknown|declined|refused)@.*"
    r"|.*@(?:none|noemail|nomail|na|null|unknown|noemailprovided)\.\w+"
)


def read_emails(text: str | None) -> Iterator[str]:
    """Each address in `text`, lower case. Addresses that stand for none, such as none@none.com, are left out."""
    for match in _ADDRESS.finditer((text or "")[:20_000]):
        local = match[1].lower().removeprefix("mailto:").strip("'.")
        address = f"{local}@{match[2].lower()}"
        if local and ".." not in local and not _NO_ONE.fullmatch(address):
            yield address


def first_email(text: str | None) -> str | None:
    """The first address in `text`, or None."""
    return next(read_emails(text), None)


def domain(address: str) -> str:
    """The part after the @, or nothing."""
    return address.rpartition("@")[2].lower()
