"""One raw e-mail to what it is: leads, an answer, a bounce, or something to leave alone (LEAD-01, LEAD-02)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any

from desk.models.intake.adf import read_adf
from desk.models.intake.bounces import Bounce, read_bounce
from desk.models.intake.mime import Attachment, Headers, Parsed, parse
from desk.models.intake.notices import read_inquiry, read_notice, read_taught
from desk.models.intake.prospect import Ignored, IgnoredKind, Prospect, Quarantined
from desk.models.intake.tables import IntakeTables
from desk.models.intake.visible import visible_text

_ADF = re.compile(r"<\s*(?:[A-Za-z][\w.-]*:)?(?:adf|prospect)\b|&lt;\s*(?:adf|prospect)\b", re.IGNORECASE)
_ADF_BYTES = re.compile(
    rb"<\s*(?:[A-Za-z][\w.-]*:)?(?:adf|prospect)\b|<\x00a\x00d\x00f\x00|\x00<\x00a\x00d\x00f", re.IGNORECASE
)
_ANSWER = re.compile(r"^\s*(?:re|aw|sv|antw|rif)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_FORWARD = re.compile(r"^\s*(?:fwd?|wg|tr|rv|enc)\s*:", re.IGNORECASE)
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


def holds_adf(data: bytes) -> bool:
    """Whether a file is a lead's own ADF document, which is read and no file of the customer."""
    return _ADF_BYTES.search(data) is not None


@dataclass(frozen=True, slots=True)
class Known:
    """What the store already knows, by which a mail is an answer: its customers' addresses, reply tokens, message ids."""

    senders: Container[str] = frozenset()
    tokens: Container[str] = frozenset()
    message_ids: Container[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MailReading:
    """What a mail is. Exactly one of `prospects` (also quarantined ones) and `ignored` says it.

    `text` is the full readable text, `visible` what the sender newly wrote. A reply or a bounce is `ignored`
    as a lead; its caller threads it by `headers` or `bounce`. `taught` names the words of the layout it was read by, where
    a person had to teach it.
    """

    headers: Headers = field(default_factory=Headers)
    prospects: tuple[Prospect | Quarantined, ...] = ()
    ignored: Ignored | None = None
    bounce: Bounce | None = None
    text: str = ""
    visible: str = ""
    attachments: tuple[Attachment, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    taught: str = ""

    @property
    def kind(self) -> str:
        """`lead`, `quarantined`, or the kind it is ignored as."""
        if self.ignored:
            return self.ignored.kind
        return "lead" if any(isinstance(each, Prospect) for each in self.prospects) else "quarantined"

    def to_json(self) -> list[dict[str, Any]]:
        """The objects of `desk adf` for this mail, without `file`; at least one."""
        if self.ignored:
            return [self.ignored.to_json()]
        return [
            {"prospect": at, **each.to_json()} if isinstance(each, Prospect) else each.to_json()
            for at, each in enumerate(self.prospects)
        ]


def read_mail(raw: bytes, *, store_zone: tzinfo, tables: IntakeTables, known: Known = Known()) -> MailReading:
    """What `raw` is. Never raises; what may be a lead and cannot be read is quarantined."""
    parsed = parse(raw)
    if parsed is None:
        return MailReading(prospects=(Quarantined("The mail is nested too deeply to be read"),))
    if not parsed.headers.from_address and not parsed.headers.subject and not parsed.headers.message_id:
        return MailReading(
            prospects=(Quarantined("The file is not a mail: it has no sender, subject or message id"),)
        )
    return _Mail(parsed, store_zone, tables, known).reading()


class _Mail:
    """Asks, in order, what a mail can be; the first yes decides."""

    def __init__(self, parsed: Parsed, zone: tzinfo, tables: IntakeTables, known: Known) -> None:
        self._parsed = parsed
        self._headers = parsed.headers
        self._zone = zone
        self._tables = tables
        self._known = known
        self._visible = visible_text(parsed.plain, html=parsed.html)
        self._answers = self._is_answer()
        self._taught = ""

    def reading(self) -> MailReading:
        bounce = read_bounce(self._parsed, self._tables.mail)
        if bounce:
            succeeded = bounce.action not in {"failed", "delayed"}
            return self._done(ignored="report" if succeeded else "bounce", bounce=bounce)
        if leads := self._adf():
            return self._done(prospects=leads)
        if kind := self._machine_kind():
            return self._done(ignored=kind)
        if not self._answers and (lead := self._plain_or_taught()):
            return self._done(prospects=(lead,))
        if hidden := self._unreadable():
            return self._done(prospects=(Quarantined(hidden),))
        return self._done(ignored=self._rest())

    def _done(
        self,
        prospects: tuple[Prospect | Quarantined, ...] = (),
        ignored: IgnoredKind | None = None,
        bounce: Bounce | None = None,
    ) -> MailReading:
        return MailReading(
            headers=self._headers,
            prospects=prospects,
            ignored=Ignored(ignored) if ignored else None,
            bounce=bounce,
            text=self._parsed.text,
            visible=self._visible,
            attachments=self._parsed.attachments,
            warnings=tuple(self._notes()),
            taught=self._taught,
        )

    def _is_answer(self) -> bool:
        headers = self._headers
        if any(token in self._known.tokens for token in headers.reply_tokens):
            return True
        if any(id_ in self._known.message_ids for id_ in (*headers.in_reply_to, *headers.references)):
            return True
        if _FORWARD.match(headers.subject):
            return False
        return (
            bool(headers.in_reply_to or headers.references or _ANSWER.match(headers.subject))
            or headers.from_address in self._known.senders
        )

    def _adf(self) -> tuple[Prospect | Quarantined, ...]:
        """The leads of every ADF document in bodies and attachments, each lead once."""
        readings = [reading for text in self._adf_texts() for reading in self._read_adf(text)]
        leads = tuple(dict.fromkeys(each for each in readings if isinstance(each, Prospect)))
        return leads or tuple(dict.fromkeys(readings))

    def _read_adf(self, text: str) -> tuple[Prospect | Quarantined, ...]:
        return read_adf(
            text,
            store_zone=self._zone,
            tables=self._tables,
            mail_date=self._headers.date,
            sender=self._headers.from_address,
        )

    def _adf_texts(self) -> Iterator[str]:
        for part in self._parsed.parts:
            if not _ADF_BYTES.search(part.data) and b"&lt;" not in part.data:
                continue
            text = part.text()
            if self._answers and not part.attached:
                text = _QUOTED_LINE.sub("", text)  # a quoted document is an old lead, not a new one
            if _ADF.search(text):
                yield text

    def _machine_kind(self) -> IgnoredKind | None:
        headers = self._headers
        if (
            headers.auto_submitted.startswith("auto-replied")
            or headers.x_autoreply
            or headers.precedence == "auto_reply"
        ):
            return "auto-reply"
        if self._tables.mail.auto_reply_subjects.search(headers.subject):
            return "auto-reply"
        if self._parsed.type == "multipart/report":
            return "report"
        return None

    def _plain_or_taught(self) -> Prospect | Quarantined | None:
        """What the shipped reader reads stays as it is; a taught layout is asked about the rest."""
        lead = self._plain_lead()
        if isinstance(lead, Prospect):
            return lead
        found = read_taught(self._headers, self._parsed.text, self._zone, self._tables)
        if found is None:
            return lead
        taught, self._taught = found
        return taught

    def _plain_lead(self) -> Prospect | Quarantined | None:
        notice = read_notice(self._headers, self._parsed.text, self._zone, self._tables)
        if notice or self._bulk() or self._headers.auto_submitted not in {"", "no"} or self._is_spam():
            return notice
        if _FORWARD.match(self._headers.subject):
            return None
        return read_inquiry(self._headers, self._visible, self._tables)

    def _rest(self) -> IgnoredKind:
        subject = self._headers.subject
        if self._answers and not self._bulk():
            return "reply"
        if self._is_spam():
            return "spam"
        if self._tables.mail.report_subjects.search(subject):
            return "report"
        if self._bulk() or self._tables.mail.newsletter_senders.search(self._headers.from_address):
            return "newsletter"
        return "reply" if self._answers else "other"

    def _bulk(self) -> bool:
        headers = self._headers
        return bool(
            headers.list_unsubscribe or headers.list_id or headers.precedence in {"bulk", "list", "junk"}
        )

    def _is_spam(self) -> bool:
        table = self._tables.mail
        flagged = self._headers.spam_flag.lower().startswith("yes")
        return flagged or bool(
            table.spam_subjects.search(self._headers.subject)
            or table.spam_texts.search(self._visible[:20_000])
        )

    def _unreadable(self) -> str | None:
        """Why a mail without text may still hide a lead."""
        if self._parsed.text:
            return None
        types = {part.type for part in self._parsed.parts}
        if types & {"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"}:
            return "The mail is encrypted or signed in a way that hides its text"
        if "application/ms-tnef" in {each.type for each in self._parsed.attachments}:
            return "The mail's text is packed in a winmail.dat attachment"
        return None

    def _notes(self) -> Iterator[str]:
        for each in self._parsed.attachments:
            if each.type == "application/ms-tnef":
                yield f"{each.name or 'An attachment'} is a winmail.dat: what it holds was not read"
            if each.type in {"application/x-executable", "application/x-ole"}:
                yield f"{each.name or 'An attachment'} may hold a program"
