"""What leaves the store, read by parsers that are not ours: the standard library, a MIME parser of its own make, icalendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import fast_mail_parser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from desk.models.conversation import Message
from desk.models.facts import StoreFacts
from desk.models.task import Appointment
from desk.services.adapters import mime
from desk.services.handlers.sending import Claimed
from desk.services.invites import invite_for
from desk.services.ports import CalendarInvite, OutgoingMail
from tests.services.adapters.conftest import FOOTER, NOON, SENDER, letter

BOISE = ZoneInfo("America/Boise")
VISITS = {
    "an ordinary afternoon": datetime(2026, 3, 5, 15, 0, tzinfo=BOISE),
    "the day the clocks go forward": datetime(2026, 3, 8, 9, 0, tzinfo=BOISE),
    "the second hour when they go back": datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=BOISE),
}
LETTERS = {
    "first": letter(),
    "answer": letter(2, subject="Re: RAV4", references=("<a@customer.example>", "<b@customer.example>"), marketing=False),
    "accents": letter(3, subject="¿Todavía está? 🚗", to_name="Žofia Núñez", text=f"Sí, aquí está — 🚗\n\n{FOOTER}"),
    "dots": letter(4, text=f".\n..\nFrom here\n{'x' * 2000}\n\n{FOOTER}"),
    "folded": letter(5, subject="A question about" + " the 2022 Toyota RAV4 XLE" * 8),
}  # fmt: skip


def both(mail: OutgoingMail) -> tuple[EmailMessage, fast_mail_parser.PyMail]:
    raw = mime.build(mail, SENDER, NOON).as_bytes(policy=mime.POLICY)
    return message_from_bytes(raw, policy=policy.default), fast_mail_parser.parse_email(raw)


def lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").rstrip("\n").split("\n")


def agree(mail: OutgoingMail) -> None:
    ours, theirs = both(mail)
    assert theirs.warnings == []
    assert theirs.subject == ours["Subject"] == mail.subject.strip()
    (plain,), (html,) = theirs.text_plain, theirs.text_html
    assert lines(plain) == lines(mail.text)
    body = ours.get_body(("html",))
    assert body is not None
    assert lines(html) == lines(body.get_content())
    assert [each.address for each in theirs.to] == [mail.to]
    assert [each.address for each in theirs.reply_to] == [ours["Reply-To"].addresses[0].addr_spec]
    for name in ("Message-ID", "References", "List-Unsubscribe", "Auto-Submitted"):
        assert "".join(theirs.headers.get(name, [])).split() == str(ours[name] or "").split(), name


@pytest.mark.rule("R13", "R14")
@pytest.mark.requirement("DESK-11")
@pytest.mark.parametrize("name", LETTERS)
def test_another_parser_reads_the_same_mail(name: str) -> None:
    agree(LETTERS[name])


@pytest.mark.requirement("DESK-11")
@given(
    subject=st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=60
    ),
    text=st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=200),
)
def test_another_parser_reads_whatever_is_written(subject: str, text: str) -> None:
    agree(letter(subject=subject, text=f"{text}\n{FOOTER}", marketing=False))


def invited(starts: datetime, status: str = "booked", sequence: int = 0) -> CalendarInvite:
    """The calendar part of a confirmation, as the desk makes it."""
    visit = Appointment(
        id="v1", lead_id="l1", starts_at=starts.astimezone(UTC), ends_at=(starts + timedelta(hours=1)).astimezone(UTC),
        status=status, sequence=sequence, vehicle="2022 Toyota RAV4 XLE",
    )  # fmt: skip
    message = Message(
        id="m1",
        channel="email",
        purpose="appointment_confirmation",
        to_address="dana@customer.example",
        at=NOON,
    )
    store = StoreFacts(
        "Cedar Ridge Motors; Meridian, “east”",
        "America/Boise",
        email="sales@store.example",
        address="1 Example Way, Meridian",
    )
    claimed = Claimed(
        message=message, to_name="Dana Field", reply_token="r7k2", store=store, marketing=False, valid_for=None, visit=visit
    )  # fmt: skip
    invite = invite_for(claimed)
    assert invite is not None
    return invite


@pytest.mark.requirement("APPT-01")
@pytest.mark.parametrize("day", VISITS)
def test_a_calendar_reads_the_visit_to_the_minute(day: str) -> None:
    starts = VISITS[day]
    ours, theirs = both(letter(invite=invited(starts)))
    (part,) = (each for each in ours.walk() if each.get_content_type() == "text/calendar")
    calendar = Calendar.from_ical(part.get_content())
    assert [each.errors for each in calendar.walk()] == [[] for _ in calendar.walk()]
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == starts.astimezone(UTC), "the moment, in a zone no calendar can mistake"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=1)
    assert str(event["summary"]) == "Visit to Cedar Ridge Motors; Meridian, “east”: 2022 Toyota RAV4 XLE"
    assert str(event["attendee"]) == "MAILTO:dana@customer.example"
    assert all(len(line.encode()) <= 75 for line in part.get_content().splitlines()), "folded (RFC 5545 3.1)"
    assert [each.filename for each in theirs.attachments if each.filename] == ["appointment.ics"]


@pytest.mark.requirement("APPT-01")
def test_a_moved_and_a_cancelled_visit_are_the_same_visit_to_a_calendar() -> None:
    starts = VISITS["an ordinary afternoon"]
    told = [
        invited(starts),
        invited(starts + timedelta(days=1), "booked", 1),
        invited(starts, "cancelled", 2),
    ]
    events = [Calendar.from_ical(each.ics).walk("VEVENT")[0] for each in told]
    assert [each.method for each in told] == ["REQUEST", "REQUEST", "CANCEL"]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [event["sequence"] for event in events] == [0, 1, 2]
    assert str(events[-1]["status"]) == "CANCELLED"
    assert replace(told[0], ics="") == replace(told[1], ics="")
