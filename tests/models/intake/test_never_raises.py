"""Whatever bytes arrive end as a lead, in quarantine or ignored; never as an exception (LEAD-02)."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.intake.adf import read_adf
from desk.models.intake.columns import ColumnTable, read_sheet
from desk.models.intake.csv_leads import read_lead_csv
from desk.models.intake.inventory_csv import read_inventory_csv
from desk.models.intake.mail import read_mail
from desk.models.intake.prospect import Prospect, Quarantined
from desk.models.intake.visible import visible_text
from desk.services.intake_tables import shipped_tables
from tests.models.intake.conftest import PHOENIX

pytestmark = pytest.mark.requirement("LEAD-02")

KINDS = {"lead", "quarantined", "newsletter", "bounce", "auto-reply", "reply", "report", "spam", "other"}

_pieces = st.sampled_from(
    "<adf> </adf> <prospect> </prospect> <customer> </customer> <contact> </contact> <name> <name/> </name> <email> <phone "
    "<vehicle </vehicle> <comments> </comments> <![CDATA[ ]]> <!-- --> <? ?> <!DOCTYPE &amp; &lt; & &#0; &#x110000; &#55296; "
    "part= \" ' “ = > < / dana@example.com 602-555-0142 2026-03-02T25:61 \x00 \ufffe \ud800 é 𝔘 1e9 9999999999999 "
    "requestdate <year> <price> -0.0 ½ ² ٣".split(" ")
)
_documents = st.lists(_pieces | st.text(max_size=8), max_size=60).map("".join)
_headers = st.sampled_from(
    [
        "From: Dana <dana@example.com>", "From: =?utf-8?q?=ZZ?= <a@b.example>", "From: <<>>,;:@", "To: leads+tok@example.com", "Subject: New lead",
        "Subject: =?x-none?b?!!!?=", "Subject: Re: hi", "Date: Mon, 99 Foo 2026 99:99:99 +9999", "Date: 0", "Message-ID: <a@b>", "References: <a> <b",
        "Content-Type: text/html; charset=nonsense", "Content-Type: multipart/mixed; boundary=b", "Content-Type: multipart/report; boundary=b",
        "Content-Type: text/plain; charset=\x00", "Content-Type: message/rfc822", "Content-Type: message/delivery-status", "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable",
        "Content-Type: text/plain; name*=utf-8''%ZZ", "Content-Disposition: attachment; filename*0=a; filename*2*=b", "Content-Type: ;;;", "\x00: \xff", " folded",
    ]
)  # fmt: skip
_bodies = st.lists(
    st.sampled_from(
        [
            "--b",
            "--b--",
            "",
            "Name: Dana",
            "Email: x@example.com",
            "> q",
            "On x wrote:",
            "-- ",
            "Status: 5.1.1",
        ]
    )
    | st.text(max_size=20)
    | _documents,
    max_size=14,
)
_mails = st.tuples(st.lists(_headers, max_size=8), _bodies).map(
    lambda parts: "\n".join([*parts[0], "", *parts[1]])
)


@given(
    st.binary(max_size=400) | _documents.map(lambda text: text.encode("utf-8", "surrogatepass")) | _documents
)
def test_any_document(document):
    readings = read_adf(document, store_zone=PHOENIX, tables=shipped_tables())
    assert readings
    assert all(isinstance(each, Prospect | Quarantined) for each in readings)
    assert all(json.dumps(each.to_json(), ensure_ascii=False).encode() for each in readings)


@given(st.binary(max_size=400) | _mails.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_mail(raw):
    reading = read_mail(raw, store_zone=PHOENIX, tables=shipped_tables())
    assert reading.kind in KINDS
    assert reading.to_json()
    assert json.dumps(reading.to_json(), ensure_ascii=False).encode()
    (reading.text + reading.visible).encode()  # no character that the store would refuse


@given(st.text(max_size=300) | _bodies.map("\n".join))
def test_any_body_is_made_visible(body):
    assert visible_text(body) == visible_text(body).strip()


_sheets = st.binary(max_size=300) | st.text(max_size=300).map(
    lambda text: ("name,email,stock\n" + text).encode()
)


@given(_sheets)
def test_any_csv_is_read_or_refused_in_words(raw):
    for read in (
        lambda: read_lead_csv(raw, store_zone=PHOENIX, tables=shipped_tables()),
        lambda: read_inventory_csv(raw, tables=shipped_tables()),
    ):
        sheet, words = _read_or_words(read)
        assert words or all(each.reason for each in sheet.refused)


def _read_or_words(read):
    try:
        return read(), ""
    except ValueError as error:
        return None, str(error)


@given(_documents)
def test_mending_twice_changes_nothing(text):
    from desk.models.intake.mend import mend

    once = mend(text).xml
    assert mend(once.removeprefix("<leads>").removesuffix("</leads>")).xml == once


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<!--",
        "<![CDATA[",
        "<a b='",
        '<a b="',
        "&",
        "<br>",
        "<script>",
        "From: a\n",
        "On x\n",
        "> ",
        "Name: x\n",
        "a@b.",
        "<prospect>",
        "=?a?q?",
        "-- \n",
        "1,",
    ],
)
def test_a_long_repetition_is_read_in_bounded_work(unit, tables):
    """Quadratic work over this many repetitions would take hours, and the test run would show it."""
    long = unit * (400_000 // len(unit))
    read_adf(f"<adf><prospect><customer><contact><name>{long}", store_zone=PHOENIX, tables=tables)
    read_mail(f"From: a@b.example\nSubject: New lead\n\n{long}".encode(), store_zone=PHOENIX, tables=tables)
    visible_text(long)


def test_a_mail_nested_beyond_reading_is_quarantined(mail):
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(3000))
    assert mail("From: a@b.example\n" + nested).kind in {"quarantined", "other"}


def test_the_empty_table_of_columns_is_refused():
    with pytest.raises(ValueError, match="No column has a known heading"):
        read_sheet(b"a,b\n1,2", ColumnTable())
