"""The store's further mailboxes as connections: read like its own, and written from for whom the store says (LEAD-01, R27)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desk.app.mail_sign_in import tokens_of
from desk.models.mailbox import as_own, of_mailbox
from desk.models.time import Clock
from desk.services.ports import Secrets

if TYPE_CHECKING:  # each of these only where it is set up
    from desk.services.adapters.imap import ImapMail
    from desk.services.adapters.mail_tokens import MailTokens
    from desk.services.adapters.smtp import SmtpMail
    from desk.services.adapters.wire import Login

SECRET_MAIL = "mail.password"


@dataclass(frozen=True, slots=True)
class Further:
    """The ways of one further mailbox; None or empty where it has none. Reading and sending share one sign-in."""

    folders: dict[str, ImapMail]
    way_out: SmtpMail | None


def further(told: Mapping[str, Any], settings: Mapping[str, Any], secrets: Secrets, clock: Clock) -> Further:
    """A connection for each folder that is read, and the way out. Raises DeskError where it cannot be used as it is set up."""
    tokens = tokens_of(as_own(told), secrets, clock)
    return Further(_reading(told, secrets, tokens), _sending(told, settings, secrets, clock, tokens))


def _reading(told: Mapping[str, Any], secrets: Secrets, tokens: MailTokens | None) -> dict[str, ImapMail]:
    from desk.services.adapters.imap import ImapMail, ImapSettings

    login = _login(told, secrets, told["host"], told.get("port", 993), told.get("security", "tls"), tokens)
    folders = told.get("folders") or ["INBOX"]
    return {folder: ImapMail(ImapSettings(login=login, folder=folder)) for folder in folders}


def _sending(
    told: Mapping[str, Any], settings: Mapping[str, Any], secrets: Secrets, clock: Clock, tokens: MailTokens | None
) -> SmtpMail | None:  # fmt: skip
    """None where no server is named. Answers come to the store's own address, which knows its leads."""
    if not told.get("smtp_host"):
        return None
    from desk.services.adapters.mime import Sender
    from desk.services.adapters.smtp import SmtpMail, SmtpSettings

    port, security = told.get("smtp_port", 587), told.get("smtp_security", "starttls")
    sender = Sender(
        address=told["user"] if "@" in told["user"] else settings["store.email"],
        name=settings["mail.from_name"] or settings["store.name"], store_name=settings["store.name"],
        reply_address=settings["store.email"], postal_address=settings["store.address"], unsubscribe_url=settings["mail.unsubscribe_url"],
    )  # fmt: skip
    login = _login(told, secrets, told["smtp_host"], port, security, tokens)
    return SmtpMail(SmtpSettings(login=login, sender=sender), clock)


def _login(
    told: Mapping[str, Any], secrets: Secrets, host: str, port: int, security: Any, tokens: MailTokens | None
) -> Login:
    from desk.services.adapters.wire import Login

    password = "" if tokens else secrets.get(of_mailbox(SECRET_MAIL, as_own(told))) or ""
    return Login(
        host=host, port=port, security=security, user=told["user"], password=password, token=tokens,
        forget=tokens.forget if tokens else None,
    )  # fmt: skip
