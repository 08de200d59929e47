"""Who looked at what and how much left the store, as a manager and the doctor read it (R22)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models.commands import NoteExport, SaveSettings, StaffLeaves
from desk.models.commands_setup import SetPin
from desk.models.commands_sign_in import NoteViews, TrySignIn, Viewed
from desk.models.snapshots import DoctorLine
from desk.services import export
from desk.services.doctor_privacy import privacy_lines
from desk.services.given_out import exports_view, looks
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04", "COMPLY-06")]


def given(desk: SmallDesk, people: int) -> None:
    desk.run(NoteExport(what="leads", rows=people + 3, customers=people, by=DANA))


def lines(desk: SmallDesk) -> dict[str, DoctorLine]:
    found = privacy_lines(desk.desk.store, desk.desk.facts(), desk.clock.now())
    return {line.name: line for line in found}


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
