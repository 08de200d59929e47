"""The adapters a store has set up: mail out, mailboxes, texts, language; each imported only where its line is set up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.app.further_mailboxes import Further, further
from desk.app.mail_sign_in import tokens_of
from desk.models.errors import DeskError
from desk.models.time import Clock
from desk.services.lines import Ports
from desk.services.ports import Secrets

if TYPE_CHECKING:
    from desk.services.adapters.imap import ImapMail
    from desk.services.adapters.language_endpoint import EndpointLanguage
    from desk.services.adapters.mail_tokens import MailTokens
    from desk.services.adapters.smtp import SmtpMail
    from desk.services.adapters.texting import TwilioTexts
    from desk.services.adapters.wire import Login

log = logging.getLogger("desk.app")
SECRET_MAIL, SECRET_TEXT, SECRET_LANGUAGE = "mail.password", "text.token", "language.key"


def build_ports(
    settings: Mapping[str, Any],
    secrets: Secrets,
    clock: Clock,
    saw_date: Callable[[str], None] = lambda _date: None,
) -> Ports:
    """The adapters the store has set up. A setting that cannot be used leaves its line out and is told by the doctor."""
    tokens, more = tokens_of(settings, secrets, clock), _further(settings, secrets, clock)
    return Ports(
        mail_out=_built(lambda: _mail_out(settings, secrets, clock, tokens)), mailboxes=_built(lambda: _mailboxes(settings, secrets, tokens)) or {},
        more_mailboxes={name: ways.folders for name, ways in more.items()}, more_out={name: ways.way_out for name, ways in more.items() if ways.way_out}, texts=_built(lambda: _texts(settings, secrets, clock, saw_date)),
        language=_built(lambda: _language(settings, secrets)),
    )  # fmt: skip


def _built(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except DeskError as error:
        log.warning("a line is left out: %s", error.what)
        return None


def _login(settings: Mapping[str, Any], secrets: Secrets, kind: str, tokens: MailTokens | None) -> Login:
    from desk.services.adapters.wire import Login

    return Login(
        host=settings[f"mail.{kind}_host"], port=settings[f"mail.{kind}_port"], security=settings[f"mail.{kind}_security"],
        user=settings["mail.user"], password="" if tokens else secrets.get(SECRET_MAIL) or "",
        token=tokens, forget=tokens.forget if tokens else None,
    )  # fmt: skip


def _mail_out(
    settings: Mapping[str, Any], secrets: Secrets, clock: Clock, tokens: MailTokens | None
) -> SmtpMail | None:
    if not settings["mail.smtp_host"]:
        return None
    from desk.services.adapters.mime import Sender as MailSender
    from desk.services.adapters.smtp import SmtpMail, SmtpSettings

    sender = MailSender(
        address=settings["store.email"], name=settings["mail.from_name"] or settings["store.name"], store_name=settings["store.name"],
        postal_address=settings["store.address"], unsubscribe_url=settings["mail.unsubscribe_url"],
    )  # fmt: skip
    return SmtpMail(SmtpSettings(login=_login(settings, secrets, "smtp", tokens), sender=sender), clock)


def _mailboxes(
    settings: Mapping[str, Any], secrets: Secrets, tokens: MailTokens | None
) -> dict[str, ImapMail]:
    """A connection for each folder that is read; the first one stands for the account."""
    if not settings["mail.imap_host"]:
        return {}
    from desk.services.adapters.imap import ImapMail, ImapSettings

    login, sent = _login(settings, secrets, "imap", tokens), settings["mail.sent_folder"]
    return {
        folder: ImapMail(ImapSettings(login=login, folder=folder, sent_folders=(sent,) if sent else ()))
        for folder in settings["mail.folders"] or ["INBOX"]
    }


def _further(settings: Mapping[str, Any], secrets: Secrets, clock: Clock) -> dict[str, Further]:
    """Further mailboxes by their names; one that cannot be used is left out."""
    made = {
        told["name"]: _built(partial(further, told, settings, secrets, clock))
        for told in settings["mail.more"]
    }
    return {name: ways for name, ways in made.items() if ways is not None}


def _language(settings: Mapping[str, Any], secrets: Secrets) -> EndpointLanguage | None:
    """The language endpoint, where the store has one (AI-20); without it the assistant reads and writes by itself."""
    if not settings["language.url"]:
        return None
    from desk.services.adapters.language_endpoint import EndpointLanguage, EndpointSettings

    told = EndpointSettings(
        url=settings["language.url"], model=settings["language.model"], key=secrets.get(SECRET_LANGUAGE) or "", redact=settings["language.redact"],
    )  # fmt: skip
    return EndpointLanguage(told)


def _texts(
    settings: Mapping[str, Any], secrets: Secrets, clock: Clock, saw_date: Callable[[str], None]
) -> TwilioTexts | None:
    if not settings["text.from_number"] or not settings["text.account"]:
        return None
    from desk.services.adapters.texting import TextSettings, TwilioTexts

    told: dict[str, Any] = {"base_url": settings["text.base_url"]} if settings["text.base_url"] else {}
    return TwilioTexts(
        TextSettings(
            account=settings["text.account"], token=secrets.get(SECRET_TEXT) or "", numbers=(settings["text.from_number"],),
            service=settings["text.service"], **told,
        ),
        clock,
        saw_date,
    )  # fmt: skip
