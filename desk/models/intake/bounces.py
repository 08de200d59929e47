"""Mail that came back: whose address failed, how finally, and which message it was (RFC 3464, R28)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.models.intake.emails import first_email, read_emails
from desk.models.intake.kinds import MailTable
from desk.models.intake.mime import Parsed, decode_header, read_headers

_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY_CODE = re.compile(r"(?<![\d.-])([45])([05][0-9])[ -]")


@dataclass(frozen=True, slots=True)
class Bounce:
    """`action` is failed, delayed, delivered, relayed or expanded; `status` such as 5.1.1, None where nobody said."""

    recipient: str | None
    status: str | None
    action: str
    original_message_id: str | None
    diagnostic: str = ""

    @property
    def hard(self) -> bool:
        """Whether the address failed for good (a 5 status, or a failure without any status)."""
        return self.action == "failed" and not (self.status or "5").startswith("4")


def read_bounce(parsed: Parsed, table: MailTable) -> Bounce | None:
    """The bounce that `parsed` is, or None. A report of success is one with action `delivered`."""
    if parsed.report:
        return _reported(parsed)
    headers = parsed.headers
    daemon = table.bounce_senders.search(headers.from_address) or not headers.from_address
    if daemon and table.bounce_subjects.search(headers.subject):
        return _told_in_words(parsed)
    return None


def _reported(parsed: Parsed) -> Bounce:
    fields = {name.lower(): decode_header(value) for block in parsed.report for name, value in block.items()}
    recipient = first_email(fields.get("final-recipient")) or first_email(fields.get("original-recipient"))
    status = _STATUS.search(fields.get("status", ""))
    diagnostic = fields.get("diagnostic-code", "")
    found = status or _STATUS.search(diagnostic)
    action = fields.get("action", "failed").split(" ")[0].lower() or "failed"
    return Bounce(
        recipient or first_email(parsed.text),
        found[1] if found else None,
        action,
        _original_id(parsed),
        diagnostic[:500],
    )


def _told_in_words(parsed: Parsed) -> Bounce:
    """A bounce without a machine-readable part: the first address that is not the store's own is the failed one."""
    text = parsed.text[:20_000]
    own = {*parsed.headers.recipients, parsed.headers.from_address}
    recipient = next((address for address in read_emails(text) if address not in own), None)
    status = _STATUS.search(text)
    code = None if status else _REPLY_CODE.search(text)
    delayed = re.search(
        r"delay|will (?:retry|be retried)|still trying|no need to resend",
        parsed.headers.subject + " " + text[:1500],
        re.IGNORECASE,
    )
    line = next((line for line in text.split("\n") if _STATUS.search(line) or _REPLY_CODE.search(line)), "")
    told = status[1] if status else (f"{code[1]}.0.0" if code else None)
    return Bounce(
        recipient,
        told,
        "delayed" if delayed and not (told or "").startswith("5") else "failed",
        _original_id(parsed),
        line[:500],
    )


def _original_id(parsed: Parsed) -> str | None:
    """The id of the message that came back: of the copy that is attached, quoted, or answered."""
    if parsed.original is not None:
        inner = parsed.original.get_payload()
        message = inner[0] if isinstance(inner, list) and inner else None
        if (
            message is not None
            and not isinstance(message, str)
            and (found := read_headers(message).message_id)
        ):
            return found
    quoted = re.search(r"^message-id:\s*(<[^<>\s]{1,500}>)", _all_text(parsed), re.IGNORECASE | re.MULTILINE)
    headers = parsed.headers
    return quoted[1] if quoted else next(iter((*headers.in_reply_to, *headers.references[-1:])), None)


def _all_text(parsed: Parsed) -> str:
    return "\n".join(part.text()[:50_000] for part in parsed.parts if part.type.startswith("text/"))
