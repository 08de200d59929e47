"""Who looked at what and how much left the store, as a manager and the doctor read it (R22)."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest

from desk.app.keys import DEMO_KEY, keys_of
from desk.cli import main
from desk.models.commands import (
    NoteExport,
    NoteViews,
    SaveSettings,
    SaveStaff,
    SetPin,
    StaffLeaves,
    TrySignIn,
    Viewed,
)
from desk.models.snapshots.doctor import DoctorLine
from desk.models.store.engine import open_file
from desk.services import export
from desk.services.adapters.clock import SystemClock, random_ids
from desk.services.desk import Desk
from desk.services.doctor_privacy import privacy_lines
from desk.services.given_out import exports_view, looks
from desk.services.rulebook import stored_playbook
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04", "COMPLY-06")]


def given(desk: SmallDesk, people: int) -> None:
    desk.run(NoteExport(what="leads", rows=people + 3, customers=people, by=DANA))


def lines(desk: SmallDesk) -> dict[str, DoctorLine]:
    found = privacy_lines(desk.desk.store, desk.desk.facts(), desk.clock.now())
    return {line.name: line for line in found}


def test_the_command_line_lists_it_and_that_is_an_export_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / DEMO_KEY).write_text("{}", "ascii")
    store = open_file(tmp_path, keys_of(tmp_path, lambda: "").unlocked.key)
    desk = Desk(store, SystemClock(), random_ids, stored_playbook(store))
    desk.run(SaveStaff(staff_id="ana", values={"name": "Ana Ruiz", "role": "bdc"}))
    desk.run(NoteViews(views=(Viewed("ana", "day_sheet", "", desk.clock.now()),)))
    store.close()
    for expected in (["viewed"], ["viewed", "export"]):
        assert main(["export", "views", "--since", "1d", "--store", str(tmp_path)]) == 0
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert [row["did"] for row in rows] == expected
    assert (rows[0]["who"], rows[0]["what"]) == ("Ana Ruiz", "day_sheet")
    assert rows[1]["who"] == "the command line"
    assert main(["export", "views", "Nobody", "--store", str(tmp_path)]) == 0
    assert capsys.readouterr().out.strip() == ""


def test_exports_are_counted_by_month_and_by_the_days_of_the_law() -> None:
    desk = SmallDesk()  # 3 March
    given(desk, 100)
    desk.later(days=29)  # 1 April
    given(desk, 20)
    with desk.desk.store.reading() as session:
        told = exports_view(session, desk.desk.facts(), desk.desk.book, desk.clock.now())
    assert (told.this_month, told.in_days, told.days, told.line, told.exports) == (20, 120, 30, 500, 2)
    desk.later(days=2)
    with desk.desk.store.reading() as session:
        told = exports_view(session, desk.desk.facts(), desk.desk.book, desk.clock.now())
    assert (told.this_month, told.in_days) == (20, 20)


def test_the_doctor_warns_at_the_laws_line_and_says_how_to_see_who() -> None:
    desk = SmallDesk()
    given(desk, 499)
    assert lines(desk)["Exports"].state == "ok"
    given(desk, 1)
    warned = lines(desk)["Exports"]
    assert (warned.state, "500 customers" in warned.words, "desk export views" in warned.do) == (
        "warn",
        True,
        True,
    )


def test_the_doctor_says_who_does_not_sign_in_yet() -> None:
    desk = SmallDesk()
    assert lines(desk)["Sign-in"].state == "warn"
    desk.run(SetPin(staff_id="ana", pin="4711", by=ANA))
    assert "No manager has a PIN" in lines(desk)["Sign-in"].words
    desk.run(SetPin(staff_id="dana", pin="8642", by=DANA))
    desk.run(SetPin(staff_id="ana", by=DANA))
    told = lines(desk)["Sign-in"]
    assert (told.state, told.words, told.do) == ("ok", "1 of 2 people sign in.", "Not yet: Ana Ruiz.")
    desk.run(SaveSettings(values={"demo": True}))
    assert lines(desk)["Sign-in"].state == "off"


def test_views_exports_and_sign_ins_are_listed_for_each_person() -> None:
    desk = SmallDesk()
    lead_id, began = desk.take(1), desk.clock.now()
    desk.run(SetPin(staff_id="ana", pin="4711", by=ANA))
    desk.run(TrySignIn(staff_id="ana", pin="4711"))
    desk.run(
        NoteViews(
            views=(Viewed("ana", "lead", lead_id, desk.clock.now()), Viewed("dana", "day_sheet", "", began))
        )
    )
    given(desk, 7)
    desk.run(StaffLeaves(staff_id="ana", by=DANA))
    with desk.desk.store.reading() as session:
        everybody = list(looks(session, desk.desk.facts(), began - timedelta(hours=1)))
        anas = list(looks(session, desk.desk.facts(), began - timedelta(hours=1), "Ana Ruiz"))
        assert [(row["who"], row["did"]) for row in anas] == [
            ("Ana Ruiz", "signed_in"),
            ("Ana Ruiz", "viewed"),
        ]
        assert (anas[1]["lead"], anas[1]["customer"]) == (lead_id, "Kim Doe")
        assert {row["did"] for row in everybody} == {"signed_in", "viewed", "export"}
        assert next(row["customers"] for row in everybody if row["did"] == "export") == 7
        assert list(looks(session, desk.desk.facts(), desk.clock.now() + timedelta(hours=1))) == []
        since = began - timedelta(hours=1)
        assert export.people_in(session, desk.desk.facts(), "views", since) == 1
