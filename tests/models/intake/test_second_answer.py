"""What counts as another system's answer, by the heads of mails alone (DESK-08)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk.models.intake.mime import Headers
from desk.models.intake.second_answer import MailHead, carries, second_answers, written_elsewhere

pytestmark = pytest.mark.requirement("DESK-08")

CAME = datetime(2026, 3, 3, 17, tzinfo=UTC)
MARK = "desk-check-0a1b"
HEAD = MailHead(
    "<a@crm.example>", "sales@store.example", ("kim@example.com",), "Thank you", (), CAME, False, False
)
SOON = timedelta(minutes=5)


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": f"Re: Web lead, a test: {MARK}"},
        {"to": (f"sales+{MARK}@store.example",)},
        {"answers": (f"<{MARK}@store.example>",)},
    ],
)
def test_an_answer_is_known_by_the_mark_wherever_it_comes_back(changes: dict[str, object]) -> None:
    answer = replace(HEAD, **changes)  # type: ignore[arg-type]  # the test's own
    test = replace(HEAD, message_id=f"<{MARK}@store.example>", subject=f"Web lead, a test: {MARK}")
    ours = replace(answer, by_desk=True)
    assert second_answers([test, HEAD, ours, answer], MARK, test.message_id) == [answer]


def test_without_a_mark_nothing_is_a_test() -> None:
    assert not carries("", replace(HEAD, subject="desk-check-"))
    assert carries(MARK, Headers(in_reply_to=(f"<{MARK}@store.example>",)))
    assert not carries(MARK, Headers(subject="Is it still available?"))


@pytest.mark.parametrize(
    ("changes", "is_found"),
    [
        ({"at": CAME + timedelta(seconds=40)}, True),
        ({"at": CAME + timedelta(hours=2)}, False),
        ({"at": CAME + timedelta(hours=2), "automatic": True}, True),
        ({"at": CAME - timedelta(seconds=40)}, False),
        ({"by_desk": True}, False),
        ({"to": ("somebody@example.com",)}, False),
    ],
)
def test_what_left_right_after_a_lead_and_is_no_desks_was_written_by_something_else(
    changes: dict[str, object], is_found: bool
) -> None:
    head = replace(HEAD, **changes)  # type: ignore[arg-type]  # the test's own
    assert bool(written_elsewhere([head], {"kim@example.com": [CAME]}, SOON)) is is_found
