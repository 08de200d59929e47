"""Mail: leads in bodies, attachments and plain text; bounces, answers and what is left alone (LEAD-01, LEAD-02, R28)."""

from __future__ import annotations

import base64
import hashlib
import quopri

import pytest

from desk.models.intake.mail import Known
from desk.models.intake.prospect import Prospect

pytestmark = pytest.mark.requirement("LEAD-01", "LEAD-02")

ADF = (
    '<?xml version="1.0"?><?adf version="1.0"?><adf><prospect><requestdate>2026-03-02T21:10:00-07:00</requestdate>'
    "<vehicle><year>2022</year><make>Toyota</make><model>RAV4</model></vehicle><customer><contact>"
    '<name part="full">José Reed</name><email>jose@example.com</email></contact></customer></prospect></adf>'
)
HEAD = (
    "From: Lot Finder <leads@lotfinder.example.net>\nTo: sales@cedarridge.example.com\n"
    "Date: Mon, 02 Mar 2026 21:11:00 -0700\nMessage-ID: <n1@lotfinder.example.net>\n"
)


def lead_of(reading) -> Prospect:
    """The one lead of a mail."""
    (lead,) = reading.prospects
    assert isinstance(lead, Prospect), lead
    return lead


def letter(subject: str, body: str, more: str = "", sender: str = "Dana Reed <dana@example.com>") -> str:
    """A plain mail to the store."""
    return (
        f"From: {sender}\nTo: sales@cedarridge.example.com\nDate: Mon, 02 Mar 2026 21:11:00 -0700\n"
        f"Message-ID: <m1@example.com>\nSubject: {subject}\n{more}\n{body}"
    )


def _quoted(text: str) -> str:
    return quopri.encodestring(text.encode()).decode()


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + "Subject: x\nContent-Type: text/plain; charset=utf-8\n\n" + ADF,
        HEAD + "Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + _quoted(ADF),
        HEAD + "Subject: x\nContent-Type: text/plain\n\n" + _quoted(ADF),
        HEAD + "Subject: x\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(ADF.encode()).decode(),
        HEAD + "Subject: x\nContent-Type: text/plain; charset=us-ascii\n\n" + ADF,
        HEAD + "Subject: x\nContent-Type: text/plain; charset=no-such\n\n" + ADF,
        HEAD + "Subject: x\nContent-Type: text/html\n\n<html><body>" + ADF + "</body></html>",
        HEAD + "Subject: x\nContent-Type: text/html\n\n<pre>" + ADF.replace("<", "&lt;").replace(">", "&gt;") + "</pre>",
        HEAD + "Subject: x\n\nA lead for you:\n\n" + ADF + "\n\n-- \nLot Finder, unsubscribe here",
        HEAD + "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the attachment.\n--b\n"
        "Content-Type: application/x-adf+xml; name=lead.xml\nContent-Disposition: attachment; filename=lead.xml\n"
        "Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(ADF.encode("utf-16")).decode() + "\n--b--\n",
        HEAD + "Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + ADF
        + "\n--b\nContent-Type: text/html\n\n<p>" + ADF + "</p>\n--b--\n",
        HEAD + "Subject: Fwd: lead\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nfyi\n--b\nContent-Type: message/rfc822\n\n"
        "From: a@b.example\nSubject: inner\nContent-Type: text/plain\n\n" + ADF + "\n--b--\n",
        HEAD + "List-Unsubscribe: <mailto:x@example.com>\nAuto-Submitted: auto-generated\nSubject: x\n\n" + ADF,
    ],
)  # fmt: skip
def test_adf_is_found_wherever_it_travels(mail, raw):
    lead = lead_of(mail(raw))
    assert (lead.customer.full, lead.customer.emails) == ("José Reed", ("jose@example.com",))
    assert lead.received.isoformat() == "2026-03-02T21:10:00-07:00"


def test_the_mails_date_stands_in_for_a_missing_request_date(mail):
    lead = lead_of(mail(HEAD + "\n" + ADF.replace("requestdate", "nodate")))
    assert lead.received.isoformat() == "2026-03-02T21:11:00-07:00"
    assert lead.warnings == ("No request date; the mail's date is used",)


def test_a_cut_attachment_beside_a_whole_body_is_one_lead(mail):
    raw = (
        HEAD
        + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n"
        + ADF
        + "\n--b\nContent-Type: text/xml\n"
        "Content-Disposition: attachment; filename=l.xml\n\n" + ADF[:200] + "\n--b--\n"
    )
    assert lead_of(mail(raw)).customer.full == "José Reed"


def test_a_marketplace_notice_in_plain_text(mail):
    lead = lead_of(
        mail(
            letter(
                "New lead: 2021 Honda Civic EX",
                "You have a new lead!\n\nName: Dana Reed\nEmail: dana@example.com\nPhone: (602) 555-0142\n"
                "Vehicle: Used 2021 Honda Civic EX (Stock #: C1201)\nVIN: 1M8GDM9AXKP042788\nPrice: $18,900\n"
                "Comments: Is it still available?\nI have one question: any rust?\n\nLead ID: 55-1\n\n"
                "This lead was sent by a machine. Phone: 800-555-0100\n",
                sender="CarGurus <noreply@cargurus.com>",
            )
        )
    )
    assert (lead.source, lead.source_kind, lead.source_class, lead.source_known) == (
        "CarGurus",
        "marketplace",
        "3rd",
        True,
    )
    assert (lead.customer.full, lead.customer.emails) == ("Dana Reed", ("dana@example.com",))
    assert [phone.number for phone in lead.customer.phones] == ["+16025550142"]
    (car,) = lead.vehicles
    assert (car.condition, car.year, car.make, car.model, car.trim, car.stock, car.price) == (
        "used", 2021, "Honda", "Civic", "EX", "C1201", 18900,
    )  # fmt: skip
    assert lead.comments == "Is it still available?\nI have one question: any rust?"
    assert [each.value for each in lead.ids] == ["55-1"]


def test_a_website_form_as_an_html_table(mail):
    rows = "".join(
        f"<tr><td><b>{label}</b></td><td>{value}</td></tr>"
        for label, value in [
            ("First Name", "Dana"), ("Last Name", "Reed"), ("E-mail", "<a href='mailto:dana@example.com'>dana@example.com</a>"),
            ("Mobile Phone", "602-555-0142"), ("Preferred Contact Method", "Text"), ("Message", "Do you have red ones?"),
        ]
    )  # fmt: skip
    raw = letter("Contact form submission", f"<html><head><style>p{{}}</style></head><body><table>{rows}</table></body></html>",
                 "Content-Type: text/html\n", "Web <forms@cedarridge.example.com>")  # fmt: skip
    lead = lead_of(mail(raw))
    assert (lead.customer.first, lead.customer.last, lead.customer.preferred_contact) == (
        "Dana",
        "Reed",
        "text",
    )
    assert lead.customer.phones[0].type == "cellphone"
    assert lead.comments == "Do you have red ones?"
    assert (lead.source_kind, lead.source_class, lead.source_known) == ("website", "1st", True)


def test_sections_keep_the_trade_in_and_other_people_apart(mail):
    lead = lead_of(
        mail(
            letter(
                "Finance application",
                "Customer Information\nName: Dana Reed\nPhone: 602-555-0142\n\nVehicle of Interest\n2022 Toyota RAV4 XLE\n\n"
                "Trade-In\nYear: 2015\nMake: Honda\nModel: Fit\nMileage: 88,000 miles\nPayoff: $4,200\n\n"
                "Employer\nName: Mesa Tile\nPhone: 602-555-0171\nEmail: hr@mesatile.example.com\n\n"
                "Dealer\nName: Cedar Ridge\nPhone: 602-555-0199\n",
                sender="Apps <apps@finance.example.net>",
            )
        )
    )
    assert [phone.number for phone in lead.customer.phones] == ["+16025550142"]
    assert lead.customer.emails == ()
    assert (lead.vehicles[0].make, lead.vehicles[0].model, lead.vehicles[0].trim) == ("Toyota", "RAV4", "XLE")
    trade = lead.trade_in
    assert (trade.year, trade.make, trade.model, trade.odometer, trade.odometer_unit, trade.owed) == (
        2015, "Honda", "Fit", 88000, "mi", 4200,
    )  # fmt: skip


def test_the_relay_is_the_customers_address_and_the_sender_never(mail):
    raw = letter(
        "New lead", "Name: Dana Reed\nVehicle: 2021 Honda Civic\n", "Reply-To: <x9f2@messages.cargurus.com>\n",
        "CarGurus <leads@cargurus.com>",
    )  # fmt: skip
    assert lead_of(mail(raw)).customer.emails == ("x9f2@messages.cargurus.com",)
    own = letter(
        "New lead", "Name: Dana Reed\nEmail: sales@cedarridge.example.com\nPhone: 602-555-0142\n",
        "Reply-To: sales@cedarridge.example.com\n", "CarGurus <leads@cargurus.com>",
    )  # fmt: skip
    assert lead_of(mail(own)).customer.emails == ()


def test_a_form_that_writes_in_the_customers_name_keeps_the_address(mail):
    body = "Name - Dana Reed\nEmail - dana@example.com\nMessage - Any red ones?\n"
    lead = lead_of(mail(letter("Contact form submission", body)))
    assert (lead.customer.full, lead.customer.emails) == ("Dana Reed", ("dana@example.com",))
    assert lead.comments == "Any red ones?"


def test_a_missed_call_is_a_phone_lead_and_the_tracking_number_nobodys(mail):
    lead = lead_of(
        mail(
            letter(
                "Missed call from (602) 555-0143",
                "Caller: WIRELESS CALLER\nTracking number: (480) 555-0100\nDuration: 0:00\n",
                sender="CallRail <noreply@callrail.com>",
            )
        )
    )
    assert lead.source_kind == "phone"
    assert lead.customer.full is None
    assert [phone.number for phone in lead.customer.phones] == ["+16025550143"]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("New lead from Lot Finder", "Log in to see the details of this lead."),
        ("Website inquiry", "Name: \nEmail: \n"),
        ("Missed call", "Caller: Unknown\n"),
    ],
)
def test_a_notice_without_a_customer_is_quarantined_never_ignored(mail, subject, body):
    reading = mail(letter(subject, body, sender="Lot Finder <noreply@lotfinder.example.net>"))
    assert reading.kind == "quarantined"
    assert reading.to_json() == [
        {"quarantined": "The mail looks like a lead notice, but no customer was found in it"}
    ]


def test_a_car_brought_for_service_is_not_wanted(mail):
    raw = letter(
        "Service appointment request",
        "Name: Dana Reed\nPhone: 602-555-0142\nVehicle: 2015 Honda Fit\n",
        sender="W <web@forms.example.net>",
    )
    assert lead_of(mail(raw)).vehicles == ()


def test_a_person_who_writes_about_a_car_is_a_lead(mail):
    lead = lead_of(
        mail(
            letter("RAV4", "Hi, do you still have the 2022 RAV4? Could I come by Saturday?\n\nThanks,\nDana")
        )
    )
    assert (lead.customer.full, lead.customer.emails, lead.source, lead.source_class) == (
        "Dana Reed", ("dana@example.com",), "Email", "1st",
    )  # fmt: skip
    assert lead.comments == "Hi, do you still have the 2022 RAV4? Could I come by Saturday?"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (letter("Re: Your RAV4", "Yes", "In-Reply-To: <out@desk.example>\n"), "reply"),
        (letter("RE: Your RAV4", "Yes, is the Toyota still there?"), "reply"),
        (letter("x", "Yes", "References: <a@x> <b@x>\n"), "reply"),
        (letter("Automatic reply: Your RAV4", "I am out."), "auto-reply"),
        (letter("Re: x", "I am out.", "Auto-Submitted: auto-replied\nIn-Reply-To: <a@x>\n"), "auto-reply"),
        (letter("Abwesenheitsnotiz: x", "bin weg"), "auto-reply"),
        (letter("Respuesta automática: x", "fuera"), "auto-reply"),
        (letter("x", "away", "X-Autoreply: yes\n"), "auto-reply"),
        (letter("March deals", "Cars!", "List-Unsubscribe: <mailto:u@x.example>\n"), "newsletter"),
        (letter("Hello", "Cars!", "Precedence: bulk\n"), "newsletter"),
        (letter("Your weekly performance report", "12 leads"), "report"),
        (letter("Invoice 12", "Pay."), "report"),
        (letter("Rank your site", "We offer SEO and backlinks"), "spam"),
        (letter("Hi", "Buy", "X-Spam-Flag: YES\n"), "spam"),
        (letter("Lunch", "Tuesday at noon?"), "other"),
        (
            letter("Partnership", "Our company helps car dealerships sell more Toyota cars. Interested?"),
            "other",
        ),
        (letter("Position", "I am interested in the sales job, I sold Honda before"), "other"),
    ],
)
def test_what_is_no_lead_is_left_alone_by_its_kind(mail, raw, kind):
    reading = mail(raw)
    assert reading.kind == kind
    assert reading.to_json() == [{"ignored": kind}]


def test_an_answer_is_known_by_token_message_id_or_sender(mail):
    fresh = letter("Toyota RAV4", "Is it still available?")
    assert mail(fresh).kind == "lead"
    assert mail(fresh, Known(senders={"dana@example.com"})).kind == "reply"
    to_token = fresh.replace("To: sales@", "To: sales+k7f3@")
    assert mail(to_token, Known(tokens={"k7f3"})).kind == "reply"
    assert mail(to_token).headers.reply_tokens == ("k7f3",)


def test_a_quoted_old_lead_in_an_answer_is_not_a_new_one(mail):
    quoted = "\n".join("> " + line for line in ADF.replace("><", ">\n<").split("\n"))
    reading = mail(letter("Re: lead", "Got it.\n\nOn Mon A wrote:\n" + quoted, "In-Reply-To: <a@x>\n"))
    assert reading.kind == "reply"
    assert reading.visible == "Got it."


BOUNCE = """From: MAILER-DAEMON@mx.example.com
To: sales@cedarridge.example.com
Subject: Undelivered Mail Returned to Sender
Message-ID: <b1@mx.example.com>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; nobody@example.com
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user

--b
Content-Type: message/rfc822

From: sales@cedarridge.example.com
Message-ID: <out9@desk.example>
Subject: Your RAV4

{adf}
--b--
"""


@pytest.mark.rule("R28")
@pytest.mark.parametrize(
    ("action", "status", "kind", "hard"),
    [
        ("failed", "5.1.1", "bounce", True),
        ("delayed", "4.4.1", "bounce", False),
        ("delivered", "2.0.0", "report", False),
    ],
)
def test_a_delivery_report_names_recipient_status_and_message(mail, action, status, kind, hard):
    reading = mail(BOUNCE.format(action=action, status=status, adf=ADF))
    assert reading.kind == kind
    bounce = reading.bounce
    assert (bounce.recipient, bounce.status, bounce.action, bounce.hard) == (
        "nobody@example.com",
        status,
        action,
        hard,
    )
    assert bounce.original_message_id == "<out9@desk.example>"


@pytest.mark.rule("R28")
def test_a_bounce_told_in_words_only(mail):
    reading = mail(
        letter(
            "Mail delivery failed: returning message to sender",
            "A message that you sent could not be delivered:\n\n  nobody@example.com\n    550 5.1.1 No such user\n\n"
            "------ copy ------\nMessage-ID: <out8@desk.example>\nSubject: hi\n",
            sender="Mail Delivery System <mailer-daemon@mx.example.com>",
        )
    )
    assert reading.kind == "bounce"
    assert (reading.bounce.recipient, reading.bounce.status, reading.bounce.original_message_id) == (
        "nobody@example.com", "5.1.1", "<out8@desk.example>",
    )  # fmt: skip


def test_headers_are_decoded(mail):
    headers = mail(
        "From: =?utf-8?Q?Jos=C3=A9_Reed?= <Jose@Example.com>\nTo: A <sales+t1@x.example>, b@x.example\nCc: c@x.example\n"
        "Delivered-To: box@x.example\nSubject: =?iso-8859-1?B?Q2Fm6Q==?=\n caf\nReferences: <a@x>\n <b@x>\nDate: Mon, 02 Mar 2026 21:11:00 -0000\n"
        "X-Sales-Desk-Mark: desk-1\n\nhi"
    ).headers
    assert (headers.from_name, headers.from_address) == ("José Reed", "jose@example.com")
    assert headers.recipients == ("sales+t1@x.example", "b@x.example", "c@x.example", "box@x.example")
    assert headers.subject == "Café caf"
    assert headers.references == ("<a@x>", "<b@x>")
    assert headers.date.isoformat() == "2026-03-02T21:11:00+00:00"
    assert headers.marks == (("x-sales-desk-mark", "desk-1"),)


def test_attachments_are_told_by_their_bytes(mail):
    pdf = b"%PDF-1.7 pretend"
    raw = (
        "From: dana@example.com\nSubject: Re: papers\nIn-Reply-To: <a@x>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhere\n--b\n"
        "Content-Type: image/png; name=\"=?utf-8?Q?t=C3=ADtulo.png?=\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(pdf).decode() + "--b\nContent-Type: application/ms-tnef; name=winmail.dat\n\n\x78\n--b--\n"
    )  # fmt: skip
    reading = mail(raw)
    first = reading.attachments[0]
    assert (first.name, first.type, first.size, first.sha256) == (
        "título.png", "application/pdf", len(pdf), hashlib.sha256(pdf).hexdigest(),
    )  # fmt: skip
    assert reading.warnings == ("winmail.dat is a winmail.dat: what it holds was not read",)


def test_a_mail_whose_text_is_hidden_is_quarantined(mail):
    raw = letter(
        "",
        "MIIB",
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n",
    )
    assert mail(raw).to_json() == [
        {"quarantined": "The mail is encrypted or signed in a way that hides its text"}
    ]


def test_a_thirty_megabyte_mail_is_read_whole(mail):
    big = base64.encodebytes(b"\x00" * 22_000_000).decode()
    raw = (
        HEAD + "Subject: Lead\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + ADF
        + "\n--b\nContent-Type: video/mp4; name=v.mp4\nContent-Transfer-Encoding: base64\n\n" + big + "--b--\n"
    )  # fmt: skip
    assert len(raw) > 29_000_000
    reading = mail(raw)
    assert lead_of(reading).customer.full == "José Reed"
    assert [each.size for each in reading.attachments] == [22_000_000]


def test_no_mail_at_all_is_quarantined(mail):
    assert mail(b"\x00\x01\x02").kind == "quarantined"
