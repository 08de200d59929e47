"""An outgoing mail dressed as MIME. Pure: the same mail, sender and moment give the same message."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy, Policy
from email.utils import format_datetime
from hashlib import blake2b
from html import escape
from urllib.parse import quote

from desk.models.errors import BadInput
from desk.services.adapters.data import channel_table
from desk.services.ports import OutgoingMail

DESK_MARK = "X-Sales-Desk-Desk"
PRESENT = "X-Sales-Desk-Present"
_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]")
_BODY_STYLE = (
    "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;color:#1c2430;max-width:38em"
)


class _TokensHeader(UnstructuredHeader, BaseHeader):
    """A header of ids or links: folded between them, never encoded inside (RFC 5322 3.6.4, RFC 2369)."""

    def fold(self, *, policy: Policy) -> str:
        break_ = policy.linesep + " "
        return f"{self.name}: {break_.join(str(self).split())}{policy.linesep}"


def _policy() -> EmailPolicy[EmailMessage]:
    registry = HeaderRegistry()
    for name in ("references", "in-reply-to", "message-id", "list-unsubscribe"):
        registry.map_to_type(name, _TokensHeader)
    return SMTP.clone(header_factory=registry)


POLICY = _policy()


@dataclass(frozen=True, slots=True)
class Sender:
    """Who a mail comes from: the store's settings, the same for every mail.

    ``name`` is shown as the sender, ``store_name`` (absent: ``name``) must stand in a marketing mail.
    ``reply_address`` takes the answers (absent: ``address``); ``plus`` says whether its provider knows
    ``user+token@…``. ``postal_address`` is what a marketing mail must show (R13). ``unsubscribe_url`` is the
    optional one-click address with ``{token}`` in it (R14, RFC 8058).
    """

    address: str
    name: str
    store_name: str = ""
    reply_address: str = ""
    postal_address: str = ""
    plus: bool = True
    unsubscribe_url: str = ""

    def reply_to(self, token: str) -> str:
        """The address an answer comes back to, with ``token`` in it where the provider allows."""
        local, _, domain = (self.reply_address or self.address).rpartition("@")
        return f"{local}+{token}@{domain}" if token and self.plus else f"{local}@{domain}"


def build(mail: OutgoingMail, sender: Sender, at: datetime) -> EmailMessage:
    """``mail`` as a message ready for the wire, dated ``at`` (aware).

    Raises BadInput for an address or header that cannot be written, and for a marketing mail without what
    the law asks of it (R13).
    """
    if mail.marketing:
        _check_marketing(mail, sender)
    try:
        message = EmailMessage(policy=POLICY)
        _head(message, mail, sender, at)
        _trail(message, mail, sender)
        _body(message, mail)
    except (ValueError, UnicodeError, IndexError) as trouble:
        raise BadInput(
            "This mail has an address or subject that cannot be written.", do="Correct it."
        ) from trouble
    return message


def _check_marketing(mail: OutgoingMail, sender: Sender) -> None:
    """R13 and R14: no marketing mail leaves without store, postal address, opt-out and a true subject."""
    rules = channel_table("mail")["mime"]
    text, subject = _plain(mail.text), mail.subject.strip().lower()
    store = sender.store_name or sender.name
    lacks = {
        "the store's name": not store or _plain(store) not in text,
        "the postal address": not sender.postal_address or _plain(sender.postal_address) not in text,
        "the opt-out line": not any(word in text for word in rules["opt_out_words"]),
        "a token to unsubscribe": not mail.unsubscribe_token,
        "a reply address": "@" not in (sender.reply_address or sender.address),
        "a subject of its own": not mail.references and subject.startswith(tuple(rules["fake_reply"])),
    }
    missing = [name for name, gone in lacks.items() if gone]
    if missing:
        raise BadInput(
            f"This mail lacks {', '.join(missing)}.", do="Complete the store's details in Settings."
        )


def _plain(text: str) -> str:
    """Lower case and single spaces, commas and line breaks alike, so that layout does not hide an address."""
    return " ".join(re.split(r"[\s,]+", text.lower())).strip()


def _head(message: EmailMessage, mail: OutgoingMail, sender: Sender, at: datetime) -> None:
    message["From"] = address(sender.address, sender.name)
    message["To"] = address(mail.to, mail.to_name)
    message["Reply-To"] = address(sender.reply_to(mail.reply_token), sender.name)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = angled(mail.message_id)


def presence_note(mark: str, mailbox: str, now: datetime) -> bytes:
    """A note for the mailbox's own Sent folder: a desk is at work here (DESK-12). It is sent to nobody."""
    note = EmailMessage(policy=POLICY)
    note["Subject"], note["Date"], note[PRESENT] = "Sales Desk is at work on this mailbox", now, mark
    note["From"] = note["To"] = mailbox if "@" in mailbox else f"{mailbox}@localhost"
    note.set_content(
        "A second Sales Desk on this mailbox reads this note and stays silent until a person names the one that"
        " speaks.\nNobody was sent this mail, and it may be deleted.\n"
    )
    return note.as_bytes()


def _trail(message: EmailMessage, mail: OutgoingMail, sender: Sender) -> None:
    """What threads the mail, lets the person leave, and tells other machines what this is."""
    if mail.references:
        ids = [angled(one) for one in mail.references]
        keep = channel_table("mail")["mime"]["references"]
        message["References"] = " ".join(ids[:1] + ids[1:][1 - keep :])
        message["In-Reply-To"] = ids[-1]
    if mail.unsubscribe_token:
        _unsubscribe(message, mail.unsubscribe_token, sender)
    if mail.desk_mark:
        message[DESK_MARK] = mail.desk_mark
    if mail.automatic:
        message["Auto-Submitted"] = "auto-generated"


def _unsubscribe(message: EmailMessage, token: str, sender: Sender) -> None:
    ways = [f"<mailto:{quote(sender.reply_to(token), safe='@+')}?subject={quote(f'unsubscribe {token}')}>"]
    if sender.unsubscribe_url:
        ways.append(f"<{sender.unsubscribe_url.replace('{token}', quote(token))}>")
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["List-Unsubscribe"] = ", ".join(ways)


def _body(message: EmailMessage, mail: OutgoingMail) -> None:
    message.set_content(mail.text)
    message.add_alternative(as_html(mail.text), subtype="html")
    if mail.invite:
        message.add_alternative(mail.invite.ics, subtype="calendar", params={"method": mail.invite.method})
        message.add_attachment(
            mail.invite.ics.encode(), maintype="application", subtype="ics", filename="appointment.ics"
        )
    for file in mail.files:
        main, _, kind = file.media.partition("/")
        message.add_attachment(file.data, maintype=main, subtype=kind, filename=file.name)
    # A boundary made from the message's own id, so that building twice gives the same bytes.
    for count, part in enumerate(part for part in message.walk() if part.is_multipart()):
        mark = blake2b(f"{mail.message_id}:{count}".encode(), digest_size=12).hexdigest()
        part.set_boundary(f"=_{mark}")


def as_html(text: str) -> str:
    """``text`` as modest HTML: paragraphs at blank lines, line breaks, links for http addresses."""
    paragraphs = (block.strip("\n") for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
    body = "".join(f"<p>{_lines(block)}</p>" for block in paragraphs if block)
    return f'<!DOCTYPE html><html><body><div style="{_BODY_STYLE}">{body}</div></body></html>'


def _lines(block: str) -> str:
    return "<br>\n".join(_linked(line) for line in block.split("\n"))


def _linked(line: str) -> str:
    return "".join(_pieces(line))


def _pieces(line: str) -> Iterable[str]:
    end = 0
    for found in _LINK.finditer(line):
        yield escape(line[end : found.start()])
        link = escape(found.group())
        yield f'<a href="{link}">{link}</a>'
        end = found.end()
    yield escape(line[end:])


def address(spec: str, name: str = "") -> Address:
    """An address with its domain in ASCII (IDNA). Raises BadInput for one that mail servers do not take."""
    local, at, domain = spec.strip().rpartition("@")
    try:
        if not (local and at and domain):
            raise ValueError(spec)
        return Address(display_name=name, addr_spec=f"{local}@{domain.encode('idna').decode('ascii')}")
    except (ValueError, IndexError, HeaderParseError) as trouble:
        raise BadInput("This is not an email address that can be written to.", do="Correct it.") from trouble


def angled(message_id: str) -> str:
    """A Message-ID in its angle brackets."""
    return f"<{message_id.strip().strip('<>')}>"
