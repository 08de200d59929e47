"""A test lead mailed to the store's own mailbox, to see whether something else answers it too (DESK-08)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event
from typing import Any

from desk.models.errors import ChannelDown
from desk.models.intake.second_answer import MARK, MailHead, WrittenElsewhere, carries, second_answers
from desk.models.probe import ProbeStep
from desk.services.ports import MailIn, MailOut, OutgoingMail
from desk.services.resources import load_toml

KEY = "mail.second_answer"
_CLOCKS_APART = timedelta(minutes=10)  # a mail server's clock need not be ours
_NONE = "Nothing else answered within {seconds:g} seconds."
_FOUND = "A second answer came from {sender}: “{subject}”. A customer would get two first answers."
DO = (
    "Turn off the mailbox's vacation reply, or the first answer of the other system that reads this mailbox, such as a CRM or a"
    " lead provider's autoresponder. Until then leave this assistant off."
)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look for another answer found; ``kept`` says what the doctor remembers of it."""

    steps: tuple[ProbeStep, ...]
    kept: dict[str, Any]


def elsewhere_words(found: Sequence[WrittenElsewhere]) -> str:
    """What left to leads from this mailbox that no desk wrote."""
    last = found[-1]
    count = "1 mail" if len(found) == 1 else f"{len(found)} mails"
    seconds = round(last.after.total_seconds())
    return f"{count} to leads left from this mailbox that Sales Desk did not write; the last {seconds} s after the lead came: “{last.head.subject}”."  # fmt: skip


def mark_of(new_id: str) -> str:
    """The mark of one test, in its subject, its reply address and its Message-ID."""
    return f"{MARK}{new_id.replace('-', '')[-12:].lower()}"


def look(
    mail_out: MailOut,
    mail_in: MailIn,
    address: str,
    mark: str,
    now: datetime,
    pause: Callable[[float], Any] | None = None,
) -> Looked:
    """Mail the test lead and watch the mailbox. Blocks for as long as ``resources/channels/mail.toml`` says.

    A trouble of either server is told as a step that did not work, never raised.
    """
    terms = load_toml("channels", "mail.toml")["second_answer"]
    test = _test_lead(address, mark, terms)
    sent = mail_out.send(test)
    if sent.outcome != "accepted":
        return Looked((ProbeStep("Test lead", False, sent.detail or "It did not leave.", "Test the mailbox first."),), {})  # fmt: skip
    try:
        return _watched(mail_in, test, mark, now, terms, pause or Event().wait)
    except ChannelDown as trouble:
        return Looked((ProbeStep("Test lead", False, trouble.what, trouble.do),), {})


def _test_lead(address: str, mark: str, terms: dict[str, Any]) -> OutgoingMail:
    """As a web site would send it; neither marked as automatic nor as ours, or a machine would know better than to answer."""
    local, _, domain = address.rpartition("@")
    text = str(terms["text"]).format(email=f"{local}+{mark}@{domain}")
    return OutgoingMail(
        message_id=f"<{mark}@{domain}>", to=address, to_name="", subject=f"{terms['subject']} {mark}", text=text,
        reply_token=mark, automatic=False, marketing=False,
    )  # fmt: skip


def _watched(
    mail_in: MailIn, test: OutgoingMail, mark: str, now: datetime, terms: dict[str, Any], pause: Callable[[float], Any]
) -> Looked:  # fmt: skip
    came, seconds, every = False, 0.0, float(terms["look_every_s"])
    while seconds < terms["wait_s"]:
        heads = [head for head in _both(mail_in, now - _CLOCKS_APART) if carries(mark, head)]
        came = came or any(head.message_id == test.message_id for head in heads)
        if found := second_answers(heads, mark, test.message_id):
            return _answered(found, mark, now)
        pause(every)
        seconds += every
    if not came:
        words = f"The test lead did not come back within {terms['wait_s']:g} seconds."
        do = "Look into the spam folder, and whether the address is that of this mailbox."
        return Looked((ProbeStep("Test lead", False, words, do),), {})
    told = _NONE.format(seconds=terms["wait_s"])
    steps = (ProbeStep("Test lead", True, "It came back."), ProbeStep("Other answers", True, told))
    return Looked(steps, {"mark": mark, "at": now.isoformat(), "found": ""})


def _both(mail_in: MailIn, since: datetime) -> Iterator[MailHead]:
    """What came in, and what left: a vacation reply to an address of the same mailbox may show in either."""
    yield from mail_in.heads(since)
    yield from mail_in.heads(since, sent=True)


def _answered(found: Sequence[MailHead], mark: str, now: datetime) -> Looked:
    words = _FOUND.format(sender=found[0].sender, subject=found[0].subject)
    steps = (ProbeStep("Test lead", True, "It came back."), ProbeStep("Other answers", False, words, DO))
    return Looked(steps, {"mark": mark, "at": now.isoformat(), "found": words})
