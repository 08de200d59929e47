"""Do-not-call and reassigned-number lists: imported once, with their age, and what the gate makes of them (R8)."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from desk.app import number_import
from desk.app.keys import DEMO_KEY
from desk.app.opening import opened
from desk.cli import main
from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.errors import NotAllowed, Refused
from desk.models.intake import columns
from desk.models.intake.number_lists import (
    AnsweredRow,
    ListedRow,
    day_in_name,
    read_dnc,
    read_reassigned,
)
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect
from desk.models.person import Block, Consent
from desk.models.scrub import ListedNumber, NumberAnswer, ScrubbedArea
from desk.services.desk import Desk
from desk.services.doctor_lists import list_lines
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R8"), pytest.mark.requirement("COMPLY-03")]
COLD = "+12085550177"


def _numbers(kind: str, rows: tuple[Any, ...], dated: datetime, **more: Any) -> c.TakeNumbers:
    told: dict[str, Any] = {
        "digest": f"{kind}{dated}{rows}",
        "rows_done": len(rows),
        "whole": True,
        "by": DANA,
    } | more
    return c.TakeNumbers(kind=kind, name=f"{kind}.csv", dated=dated, rows=rows, **told)


def _cold_lead(small: SmallDesk, number: str = COLD) -> str:
    prospect = Prospect(
        customer=CustomerIn(first="Lee", full="Lee Doe", phones=(PhoneIn(number, number),)), source="A list", source_kind="referral"
    )  # fmt: skip
    taken = small.run(
        c.TakeLead(prospect=prospect, key=f"cold:{number}", origin="csv", asked=False, history=True)
    )
    assert isinstance(taken, str)
    return taken


def _staff_text(small: SmallDesk, lead_id: str) -> str:
    """The id of a text that Ana wrote and the gate let through, else the gate's words."""
    try:
        return str(small.run(c.WriteMessage(lead_id=lead_id, channel="text", text="Hello from Ana", by=ANA)))
    except Refused as refused:
        return refused.what


def _leaves(small: SmallDesk, lead_id: str) -> bool:
    with small.desk.store.reading() as session:
        row = session.get(Message, _staff_text(small, lead_id))
    return row is not None and row.status == "queued"


def test_a_cold_number_needs_a_list_that_covers_it_and_is_fresh() -> None:
    small = SmallDesk()
    lead_id = _cold_lead(small)
    assert "No do-not-call list newer than 31 days" in _staff_text(small, lead_id)
    day = small.clock.now() - timedelta(days=30)
    small.run(_numbers("dnc", (ListedRow(1, "+15035550100"),), day))
    assert "No do-not-call list" in _staff_text(small, lead_id), "503 says nothing about 208"
    small.run(_numbers("dnc", (ListedRow(1, "+12085550100"),), day))
    assert _leaves(small, lead_id)
    small.later(days=2)
    assert "No do-not-call list newer than 31 days" in _staff_text(small, lead_id)


def test_a_listed_number_is_refused_until_its_owner_asks() -> None:
    small = SmallDesk()
    lead_id = _cold_lead(small)
    small.run(_numbers("dnc", (ListedRow(1, COLD),), small.clock.now()))
    assert "on the do-not-call list" in _staff_text(small, lead_id)
    small.run(
        c.TakeReply(lead_id=lead_id, channel="text", text="Is the RAV4 still there?", at=small.clock.now())
    )
    assert _leaves(small, lead_id)


def test_who_asked_us_may_be_answered_though_the_registry_names_them() -> None:
    small = SmallDesk()
    lead_id = small.take(7)
    small.run(_numbers("dnc", (ListedRow(1, "+12085550107"),), small.clock.now()))
    assert _leaves(small, lead_id)


def test_a_number_given_to_someone_else_is_blocked_and_what_waits_is_dropped() -> None:
    small = SmallDesk()
    lead_id, other = small.take(7), small.take(8)
    small.later(days=40)
    asked = small.clock.now() - timedelta(days=20)
    rows = (AnsweredRow(1, "+12085550107", asked, "yes"), AnsweredRow(2, "+12085550108", asked, "no"))
    waiting = _staff_text(small, lead_id)
    assert small.run(_numbers("reassigned", rows, small.clock.now())) == 1
    small.run(c.ClaimSend(message_id=waiting))
    with small.desk.store.reading() as session:
        block = session.scalars(select(Block)).one()
        assert (block.address, block.kind, block.channels) == (
            "+12085550107",
            "wrong_number",
            ["text", "call"],
        )
        told = session.get(Message, waiting)
        assert told is not None
        assert told.status in ("skipped", "superseded")
        assert session.scalar(select(func.count()).select_from(NumberAnswer)) == 2
    assert _staff_text(small, lead_id) == "This customer has no text address."
    assert _leaves(small, other)


def test_an_inquiry_after_the_day_asked_about_outlives_an_older_yes() -> None:
    small = SmallDesk()
    lead_id = small.take(7)
    rows = (AnsweredRow(1, "+12085550107", small.clock.now() - timedelta(days=300), "yes"),)
    assert small.run(_numbers("reassigned", rows, small.clock.now())) == 0
    assert _leaves(small, lead_id)


def test_a_part_given_twice_and_an_older_list_change_nothing() -> None:
    small = SmallDesk()
    now = small.clock.now()
    newest = _numbers("dnc", (ListedRow(1, COLD),), now)
    small.run(newest)
    small.run(newest)
    small.run(_numbers("dnc", (ListedRow(1, COLD),), now - timedelta(days=90)))
    with small.desk.store.reading() as session:
        assert session.get(ScrubbedArea, "208").dated == now  # type: ignore[union-attr]  # it is there
        assert session.scalars(select(ListedNumber.dated)).all() == [now]


def test_a_list_counts_only_once_it_is_whole() -> None:
    small = SmallDesk()
    lead_id = _cold_lead(small)
    first = _numbers("dnc", (ListedRow(1, "+12085550100"),), small.clock.now(), digest="one", whole=False)
    small.run(first)
    assert "No do-not-call list" in _staff_text(small, lead_id)
    small.run(_numbers("dnc", (), small.clock.now(), digest="one", rows_done=2))
    assert _leaves(small, lead_id)


@pytest.mark.parametrize(("age", "state"), [(31, "ok"), (32, "warn")])
def test_the_doctor_says_how_old_the_lists_are(age: int, state: str) -> None:
    small = SmallDesk()
    now = small.clock.now()
    assert list(list_lines(small.desk.store, now)) == []
    small.run(_numbers("dnc", (ListedRow(1, COLD), ListedRow(2, "+15035550100")), now - timedelta(days=age)))
    (line,) = list_lines(small.desk.store, now)
    assert (line.state, line.words) == (
        state,
        f"2 numbers in 2 area codes; the oldest list is {age} days old.",
    )


@pytest.mark.requirement("DESK-04")
def test_only_a_leader_brings_a_list_in() -> None:
    small = SmallDesk()
    with pytest.raises(NotAllowed, match="may not take in a number list"):
        small.run(_numbers("dnc", (), small.clock.now(), by=ANA))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("2085550142", "+12085550142"),
        ("208,5550142", "+12085550142"),
        ("(208) 555-0142", "+12085550142"),
        ('"+1 208.555.0142";"Doe, Kim"', "+12085550142"),
        ("Kim Doe\t208-555-0142\r\n", "+12085550142"),
    ],
)
def test_every_shape_of_a_number_is_read(line: str, number: str) -> None:
    assert list(read_dnc(["phone number\n", line])) == [ListedRow(2, number)]


def test_bad_lines_are_named_with_their_place_and_the_rest_is_read() -> None:
    found = list(read_dnc(["2085550142", "", "12345", "1085550142", "none"]))
    assert found[0] == ListedRow(1, "+12085550142")
    assert [(it.row, it.field) for it in found[1:] if isinstance(it, columns.Refused)] == [
        (3, "number"),
        (4, "number"),
        (5, "number"),
    ]


def test_answers_are_read_in_any_order_of_columns() -> None:
    lines = [
        "number,date,answer",
        "2085550142,2025-06-01,YES",
        "no data|20250601|2085550143",
        "2085550144,yes",
        "2085550145,2025-06-01",
    ]
    day = datetime(2025, 6, 1, tzinfo=UTC)
    assert list(read_reassigned(lines)) == [
        AnsweredRow(2, "+12085550142", day, "yes"),
        AnsweredRow(3, "+12085550143", day, "no data"),
        columns.Refused(4, "date", "there is no date"),
        columns.Refused(5, "answer", "there is no yes, no or no data"),
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_is_read_or_refused_line_by_line(lines: list[str]) -> None:
    for read in (read_dnc, read_reassigned):
        rows = [it.row for it in read(lines)]
        assert rows == sorted(set(rows))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("dnc-2026-11-01.csv", date(2026, 11, 1)),
        ("208_20261101.txt", date(2026, 11, 1)),
        ("list.csv", None),
        ("20269999.txt", None),
    ],
)
def test_the_day_stands_in_the_files_name(name: str, day: date | None) -> None:
    found = day_in_name(name)
    assert (found.date() if found else None) == day


Printed = Callable[..., dict[str, Any]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store's folder whose key lies beside it, as the demo's does."""
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / DEMO_KEY).write_text("{}", "ascii")
    return folder


@pytest.fixture
def imported(folder: Path, capsys: pytest.CaptureFixture[str]) -> Printed:
    """``desk import ...``; answers the printed object."""

    def run(*arguments: str | Path) -> dict[str, Any]:
        assert main(["import", *map(str, arguments), "--store", str(folder)]) == 0
        told: dict[str, Any] = json.loads(capsys.readouterr().out)
        return told

    return run


def _list(folder: Path, name: str, lines: int = 5) -> Path:
    file = folder.parent / name
    file.write_text(
        "number\n" + "".join(f"208555{number:04}\n" for number in range(lines)) + "no number\n", "utf-8"
    )
    return file


def test_the_command_says_counts_age_and_every_line_refused_and_a_second_run_changes_nothing(
    folder: Path, imported: Printed
) -> None:
    file = _list(folder, "dnc-2026-11-01.txt")
    first = imported("dnc", file)
    assert (first["taken"], first["known"], first["dated"], first["dated_by"]) == (
        5,
        0,
        "2026-11-01",
        "the file's name",
    )
    assert [(it["row"], it["field"]) for it in first["refused"]] == [(7, "number")]
    second = imported("dnc", file)
    assert (second["taken"], second["known"], second["dated"]) == (0, 5, "2026-11-01")


def test_a_dry_run_takes_nothing_in(folder: Path, imported: Printed) -> None:
    file = _list(folder, "list.txt")
    assert imported("dnc", file, "--dry-run", "--dated", "2026-10-01")["taken"] == 5
    assert imported("dnc", file, "--dated", "2026-10-02")["dated"] == "2026-10-02"


def test_an_import_that_was_ended_goes_on_where_it_stopped(
    folder: Path, imported: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(number_import, "_PART", 2)
    file = _list(folder, "dnc-2026-11-01.txt")
    kept = file.read_text("utf-8")
    real = Desk.run

    def ended(self: Desk, command: Any) -> Any:
        if isinstance(command, c.TakeNumbers) and command.rows_done > 4:
            raise KeyboardInterrupt
        return real(self, command)

    with monkeypatch.context() as cut:
        cut.setattr(Desk, "run", ended)
        assert main(["import", "dnc", str(file), "--store", str(folder)]) == 1
    assert file.read_text("utf-8") == kept
    again = imported("dnc", file)
    assert (again["known"], again["taken"]) == (2, 3)


def test_a_day_ahead_an_unreadable_one_and_a_second_day_for_the_same_file_are_refused_in_words(
    folder: Path, imported: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _list(folder, "list.txt")
    imported("dnc", file, "--dated", "2026-10-01")
    for dated, words in (
        ("2026-10-02", "already in as the list of 2026-10-01"),
        ("soon", "'soon' is no day"),
    ):
        assert main(["import", "dnc", str(file), "--dated", dated, "--store", str(folder)]) == 1
        assert words in capsys.readouterr().err
    other = _list(folder, "other.txt", lines=6)
    assert main(["import", "dnc", str(other), "--dated", "2199-01-01", "--store", str(folder)]) == 1
    assert "lies ahead" in capsys.readouterr().err
    assert main(["import", "dnc", str(folder / "nowhere.txt"), "--store", str(folder)]) == 1
    assert "cannot be opened" in capsys.readouterr().err


def test_a_list_without_a_day_is_as_old_as_its_file(folder: Path, imported: Printed) -> None:
    file = _list(folder, "list.txt")
    os.utime(file, (0, datetime(2026, 9, 8, 12, tzinfo=UTC).timestamp()))
    told = imported("dnc", file)
    assert (told["dated"], told["dated_by"]) == ("2026-09-08", "the day the file was saved")


def test_leads_of_a_sheet_without_dates_come_in_cold(folder: Path, imported: Printed) -> None:
    sheet = folder.parent / "leads.csv"
    sheet.write_text("Name,Phone,Date\nLee Doe,208-555-0177,\nKim Doe,208-555-0178,2026-11-20\n", "utf-8")
    assert imported("leads", sheet)["taken"] == 2
    with opened(folder, lambda: "") as found, found.running.store.reading() as session:
        kinds = {row.address: row.kind for row in session.scalars(select(Consent))}
    assert kinds == {"+12085550177": "none", "+12085550178": "inquiry"}
