"""An outgoing mail as MIME, read again by the standard library and by a calendar library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from desk.models.errors import BadInput
from desk.services.adapters import mime
from desk.services.ports import CalendarInvite, OutgoingMail
from tests.services.adapters.conftest import FOOTER, NOON, SENDER, letter


def read_again(mail: OutgoingMail, sender: mime.Sender = SENDER) -> EmailMessage:
    raw = mime.build(mail, sender, NOON).as_bytes(policy=mime.POLICY)
    return message_from_bytes(raw, policy=policy.default)


def text_of(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


@pytest.mark.rule("R14", "R28")
def test_the_headers_say_who_when_and_how_to_leave() -> None:
    message = read_again(letter())
    assert message["From"].addresses[0].display_name == "Cedar Ridge Motors"
    assert message["To"].addresses[0].addr_spec == "dana@customer.example"
    assert message["Reply-To"].addresses[0].addr_spec == "sales+r7k2@store.example"
    assert message["Date"].datetime == NOON
    assert message["Message-ID"] == "<lead-1.step-1@store.example>"
    assert message["List-Unsubscribe"] == "<mailto:sales+u9m4@store.example?subject=unsubscribe%20u9m4>"
    assert (message["Auto-Submitted"], message[mime.DESK_MARK]) == ("auto-generated", "desk-a")
    assert message["List-Unsubscribe-Post"] is None


@pytest.mark.rule("R14")
def test_a_store_with_a_web_address_offers_one_click() -> None:
    sender = replace(SENDER, unsubscribe_url="https://store.example/leave/{token}")
    message = read_again(letter(), sender)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "<https://store.example/leave/u9m4>" in message["List-Unsubscribe"]


@pytest.mark.requirement("DESK-11")
def test_a_provider_without_plus_addresses_still_gets_the_answers() -> None:
    message = read_again(letter(), replace(SENDER, reply_address="leads@store.example", plus=False))
    assert message["Reply-To"].addresses[0].addr_spec == "leads@store.example"
    assert "subject=unsubscribe%20u9m4" in message["List-Unsubscribe"]


@pytest.mark.rule("R23")
def test_the_same_mail_gives_the_same_bytes() -> None:
    builds = {mime.build(letter(), SENDER, NOON).as_bytes(policy=mime.POLICY) for _ in range(3)}
    assert len(builds) == 1


@pytest.mark.requirement("DESK-11")
def test_long_threads_and_long_ids_stay_whole() -> None:
    ids = tuple(f"<{'x' * 90}.{number}@customer.example>" for number in range(40))
    message = read_again(letter(references=ids))
    kept = message["References"].split()
    assert (kept[0], kept[-1], message["In-Reply-To"].strip()) == (ids[0], ids[-1], ids[-1])
    assert set(kept) <= set(ids)
    assert len(kept) == 12


@pytest.mark.rule("R13")
@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"text": "Hello Dana, the RAV4 is here."}, "store's name, the postal address, the opt-out line"),
        ({"text": FOOTER.replace("100 Cedar Ridge Rd\n", "")}, "the postal address"),
        ({"text": FOOTER.replace("STOP", "Stay")}, "the opt-out line"),
        ({"unsubscribe_token": ""}, "a token to unsubscribe"),
        ({"subject": "Re: your RAV4"}, "a subject of its own"),
    ],
)
def test_a_marketing_mail_that_lacks_what_the_law_asks_cannot_be_built(
    changes: dict[str, object], missing: str
) -> None:
    with pytest.raises(BadInput, match=missing):
        mime.build(letter(**changes), SENDER, NOON)


@pytest.mark.rule("R13", "R15")
def test_a_confirmation_and_an_answer_need_no_marketing_parts() -> None:
    plain = letter(text="See you at 3.", unsubscribe_token="", marketing=False)
    assert read_again(plain)["List-Unsubscribe"] is None
    answer = letter(subject="Re: RAV4", references=("<a@customer.example>",))
    assert read_again(answer)["Subject"] == "Re: RAV4"


@pytest.mark.requirement("DESK-11")
def test_the_html_says_the_same_as_the_text_and_nothing_runs_in_it() -> None:
    text = f"Hello <script>alert(1)</script> & co\nhttps://store.example/a?b=1&c=2.\n\n{FOOTER}"
    page = text_of(read_again(letter(text=text)), "html")
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co<br>" in page
    assert (
        '<a href="https://store.example/a?b=1&amp;c=2">https://store.example/a?b=1&amp;c=2</a>.<br>'
        not in page
    )
    assert 'href="https://store.example/a?b=1&amp;c=2">' in page
    assert page.count("<p>") == 2


@pytest.mark.requirement("DESK-11")
@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
def test_a_calendar_accepts_the_invitation(method: str) -> None:
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Sales Desk//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for name, value in (
        ("uid", "a1@store.example"),
        ("summary", "Visit"),
        ("dtstamp", NOON),
        ("dtstart", NOON),
    ):
        event.add(name, value)
    event.add("dtend", NOON + timedelta(hours=1))
    calendar.add_component(event)
    invite = CalendarInvite(method, calendar.to_ical().decode())  # type: ignore[arg-type]  # both words are valid
    message = read_again(letter(invite=invite))
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    again = Calendar.from_ical(part.get_content())
    assert (part.get_param("method"), str(again["method"])) == (method, method)
    assert again.walk("VEVENT")[0].decoded("dtstart") == datetime(2026, 3, 2, 19, tzinfo=UTC)
    assert [each.get_filename() for each in message.iter_attachments()] == ["appointment.ics"]
    assert "the RAV4 is still here" in text_of(message, "plain")


@pytest.mark.requirement("DESK-11")
@given(
    name=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
    subject=st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=120),
    text=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=400),
)
def test_whatever_is_written_arrives_as_written(name: str, subject: str, text: str) -> None:
    message = read_again(letter(to_name=name, subject=subject, text=f"{text}\n{FOOTER}", marketing=False))
    assert text_of(message, "plain") == f"{text}\n{FOOTER}\n"
    assert message["Subject"].split() == subject.split()
    assert message["To"].addresses[0].addr_spec == "dana@customer.example"
    assert message.defects == []


@pytest.mark.rule("R13")
def test_the_stores_name_counts_and_not_the_name_of_its_mailbox() -> None:
    sender = replace(SENDER, name="Dana at Cedar Ridge", store_name="Cedar Ridge Motors")
    assert read_again(letter(), sender)["From"].addresses[0].display_name == "Dana at Cedar Ridge"
    with pytest.raises(BadInput, match="the store's name"):
        mime.build(letter(), replace(sender, store_name="Other Motors"), NOON)


@pytest.mark.rule("R13")
@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Hello\r\nBcc: all@customer.example"},
        {"to_name": "Dana\nBcc: x@customer.example"},
        {"to": "dana@customer.example\r\nBcc: x@customer.example"},
        {"to": "dana"},
        {"to": "dana@@customer..example"},
        {"to": ""},
        {"message_id": "<a@b>\r\nX: y"},
    ],
)
def test_no_value_can_smuggle_in_a_header(changes: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        mime.build(letter(**changes), SENDER, NOON)


@pytest.mark.requirement("DESK-11")
def test_an_international_domain_is_written_in_ascii() -> None:
    assert read_again(letter(to="dana@müller.example"))["To"].addresses[0].domain == "xn--mller-kva.example"
