"""The store's mailboxes: its own, and further ones that are read and may write for some of its people (LEAD-01, R27)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: In ``mail.senders``: whoever writes that is no person.
ASSISTANT = "assistant"
#: In the settings of a further mailbox shaped like the store's own: its name, under which its secrets lie.
MAILBOX = "mail.mailbox"


def as_own(told: Mapping[str, Any]) -> dict[str, Any]:
    """What a sign-in asks of a further mailbox, in the words of the store's own."""
    return {
        MAILBOX: told["name"], "mail.user": told["user"], "mail.sign_in": told.get("sign_in", ""),
        "mail.client_id": told.get("client_id", ""), "mail.authority": told.get("authority", ""),
    }  # fmt: skip


def of_mailbox(secret: str, settings: Mapping[str, Any]) -> str:
    """Where a secret of the mailbox lies: the store's own under its plain name, a further one's under its own too."""
    name = settings.get(MAILBOX, "")
    return f"{secret}:{name}" if name else secret


def writer_of(settings: Mapping[str, Any], who: str) -> str:
    """The further mailbox that writes for ``who`` (``ASSISTANT`` or a person's id); empty for the store's own.

    A name that stands for no mailbox any more, or for one that only reads, is the store's own again.
    """
    name = str(settings["mail.senders"].get(who, ""))
    sends = {told["name"] for told in settings["mail.more"] if told.get("smtp_host")}
    return name if name in sends else ""
