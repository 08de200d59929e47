"""The log helps to find a mistake and tells nothing about a customer."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.errors import ChannelDown
from desk.services.log import close_log, masked, open_log


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root, desk = logging.getLogger(), logging.getLogger("desk")
    levels = root.level, desk.level
    handler = open_log(tmp_path)
    yield tmp_path / "desk.log"
    close_log(handler)
    root.setLevel(levels[0])
    desk.setLevel(levels[1])


@pytest.mark.requirement("DESK-05")
@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("mail to dana.field@customer.example failed", "mail to [email] failed"),
        ("to=dana%40customer.example&x=1", "to=[email]&x=1"),
        ("text to +15555550142.", "text to [phone]."),
        ("call (555) 555-0142 now", "call [phone] now"),
        ("call 555.555.0142 or 555-0142", "call [phone] or [phone]"),
        ("GET /Messages.json?To=%2B15555550142&PageSize=50", "GET /Messages.json?To=[phone]&PageSize=50"),
        (
            "lead 018f2e7c-9a10-7abc-8def-0123456789ab took 1234 ms",
            "lead 018f2e7c-9a10-7abc-8def-0123456789ab took 1234 ms",
        ),
        ("due 2026-03-02T19:00:00+00:00", "due 2026-03-02T19:00:00+00:00"),
        ("30000000 bytes on port 10025", "30000000 bytes on port 10025"),
    ],
)
def test_addresses_and_numbers_are_masked_and_ids_are_not(text: str, safe: str) -> None:
    assert masked(text) == safe


@pytest.mark.requirement("DESK-05")
@given(st.integers(2_000_000_000, 9_999_999_999), st.sampled_from(["{}", "+1{}", "tel:{}", "x {}, y"]))
def test_no_ten_digit_number_gets_through(number: int, shape: str) -> None:
    assert str(number) not in masked(shape.format(number))


@pytest.mark.requirement("DESK-05")
def test_an_error_keeps_its_place_and_loses_its_words(log_file: Path) -> None:
    try:
        raise ValueError("cannot read 'I lost my job, Dana'")
    except ValueError:
        logging.getLogger("desk.services.intake").exception("lead %s", "l-1")
    written = log_file.read_text()
    assert "lead l-1" in written
    assert "test_log.py" in written
    assert "ValueError" in written
    assert "Dana" not in written


@pytest.mark.requirement("DESK-05")
def test_our_own_errors_keep_their_sentence(log_file: Path) -> None:
    try:
        raise ChannelDown("The mailbox server refuses the sign-in of sales@store.example.")
    except ChannelDown:
        logging.getLogger("desk").exception("mail")
    assert "ChannelDown: The mailbox server refuses the sign-in of [email]." in log_file.read_text()


@pytest.mark.requirement("DESK-05")
def test_libraries_speak_only_when_they_warn(log_file: Path) -> None:
    logging.getLogger("httpx").info("GET /Messages.json")
    logging.getLogger("httpx").warning("retrying")
    logging.getLogger("desk").info("opened")
    written = log_file.read_text()
    assert ("Messages.json" in written, "retrying" in written, "opened" in written) == (False, True, True)
