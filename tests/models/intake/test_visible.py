"""What a customer newly wrote, without what their mail program put around it (LEAD-02, AI-09)."""

from __future__ import annotations

import pytest

from desk.models.intake.visible import visible_text

pytestmark = pytest.mark.requirement("LEAD-02", "AI-09")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("STOP\n\nSent from my iPhone", "STOP"),
        ("Yes\n\nGet Outlook for iOS<https://example.com>", "Yes"),
        ("Sí, mañana\n\nEnviado desde mi iPhone", "Sí, mañana"),
        ("Ja\n\nVon meinem iPhone gesendet", "Ja"),
        ("Yes\n-- \nDana Reed\nMesa Tile\n602-555-0142", "Yes"),
        ("Yes\n\nThanks,\nDana\n602-555-0142", "Yes"),
        (
            "Yes 3 works.\n\nOn Mon, Nov 24, 2025 at 10:00 AM Cedar <a@example.com> wrote:\n> Would 3 work?",
            "Yes 3 works.",
        ),
        (
            "Yes.\n\nOn Mon, Nov 24, 2025 at 10:00 AM Cedar Ridge Motors\n<sales@example.com> wrote:\n> 3?",
            "Yes.",
        ),
        ("Ja\n\nAm 24.11.2025 um 10:00 schrieb Cedar <a@example.com>:\n> hallo", "Ja"),
        ("Sí\n\nEl lun, 24 nov 2025 a las 10:00, Cedar (<a@example.com>) escribió:\n> hola", "Sí"),
        ("Oui\n\nLe lun. 24 nov. 2025 à 10:00, Cedar <a@example.com> a écrit :\n> allô", "Oui"),
        ("ok\n\n-----Original Message-----\nFrom: Cedar\nSent: Monday\nTo: Dana\n\nold", "ok"),
        (
            "ok\n\n________________________________\nFrom: Cedar\nSent: Monday\nTo: Dana\nSubject: x\n\nold",
            "ok",
        ),
        ("ok\n\nFrom: Cedar <a@example.com>\nSent: Monday\nTo: Dana\nSubject: x\n\nold", "ok"),
        ("ok\n\n*From:* Cedar <a@example.com>\n*Date:* Monday\n*To:* Dana\n*Subject:* x\n\nold", "ok"),
        ("> Would 3 work?\n> Cedar\n\nYes, 3 is fine", "Yes, 3 is fine"),
        ("On Monday Cedar wrote:\n> Would 3 work?\n\nYes, below", "Yes, below"),
        (
            "[EXTERNAL]\nCAUTION: This email originated from outside of the organization.\n\nWhat is the price?",
            "What is the price?",
        ),
        ("Fine.\n\nThis email and any attachments are confidential and intended only for you.", "Fine."),
        ("Fine.\n\nCONFIDENTIALITY NOTICE: nobody may read this.\nStill nobody.", "Fine."),
        (
            "Still there?\n\nBest regards,\nDana\nP.S. can I bring my trade?",
            "Still there?\n\nP.S. can I bring my trade?",
        ),
    ],
)
def test_only_the_new_words_are_seen(body, expected):
    assert visible_text(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Thanks, can you call me at 3?",
        "Thanks\nDana\n\nPlease stop emailing me",
        "On second thought the blue one:\nIs it there?",
        "Two things:\n- is it clean\n- any owners",
        "From what I read it has a dent. To be sure: is it fixed?",
        "Thanks,\nis it still available?",
        "Price is 5 > 4 right?",
        "Am I late:\nor not",
    ],
)
def test_the_customers_own_sentences_stay(body):
    assert visible_text(body) == body


def test_html_without_its_quote():
    html = "<div>Yes, <b>Saturday</b><br>at 3</div><div class='gmail_quote'>On Mon Cedar wrote:<blockquote>old</blockquote></div>"
    assert visible_text("", html=html) == "Yes, Saturday\nat 3"


def test_the_plain_body_goes_before_the_html():
    assert visible_text("plain", html="<p>html</p>") == "plain"
