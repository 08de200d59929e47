"""``desk export``: what the store gives out, and the line it leaves in the record (COMPLY-06, R22)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.app.keys import DEMO_KEY
from desk.app.opening import opened
from desk.cli import main
from desk.models import commands as c
from desk.models.errors import NotAllowed
from desk.models.history import History
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.services.export_csv import cell
from tests.services.desk_fixture import ANA, SmallDesk

pytestmark = pytest.mark.requirement("COMPLY-06")
Run = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with two leads; the first customer wrote back."""
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / DEMO_KEY).write_text("{}", "ascii")
    with opened(folder, lambda: "") as found:
        for number, first in enumerate(("Kim", "=Lee"), start=1):
            who = CustomerIn(
                first=first, last="Doe", full=f"{first} Doe", emails=(f"kim{number}@example.com",),
                phones=(PhoneIn(f"+1208555010{number}", ""),),
            )  # fmt: skip
            prospect = Prospect(
                customer=who,
                source="Cars",
                source_kind="marketplace",
                vehicles=(WantedVehicle(year=2022, make="Kia", model="Soul"),),
            )
            lead_id = found.running.desk.run(c.TakeLead(prospect=prospect, key=f"t:{number}", origin="test"))
            if number == 1:
                found.running.desk.run(
                    c.TakeReply(lead_id=lead_id, channel="email", text="Is the Soul still there?")
                )
    return folder


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def export(*arguments: str, expect: int = 0) -> str:
        assert main(["export", *arguments, "--store", str(folder)]) == expect
        told = capsys.readouterr()
        return told.err if expect else told.out

    return export


def test_leads_come_as_csv_under_headings_that_the_import_reads(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    rows = list(csv.DictReader(io.StringIO(run("leads"))))
    assert [(row["email"], row["phone"], row["vehicle"]) for row in rows] == [
        ("kim1@example.com", "+12085550101", "2022 Kia Soul"),
        ("kim2@example.com", "+12085550102", "2022 Kia Soul"),
    ]
    assert rows[1]["first name"] == "'=Lee", "a spreadsheet must not take a name for a formula"
    file = tmp_path / "leads.csv"
    run("leads", "--out", str(file))
    other = tmp_path / "other"
    other.mkdir()
    (other / DEMO_KEY).write_text("{}", "ascii")
    assert main(["import", "leads", str(file), "--store", str(other)]) == 0


def test_conversations_come_message_by_message_as_json_lines(run: Run) -> None:
    lines = [json.loads(line) for line in run("conversations").splitlines()]
    said = next(line for line in lines if line["direction"] == "in")
    assert (said["customer"], said["text"], said["channel"]) == (
        "Kim Doe",
        "Is the Soul still there?",
        "email",
    )
    assert {line["customer"] for line in lines} == {"Kim Doe", "=Lee Doe"}


def test_one_customers_export_holds_everything_about_them_and_nothing_of_others(run: Run) -> None:
    lines = [json.loads(line) for line in run("customer", "KIM1@example.com").splitlines()]
    assert {"customer", "address", "consent", "lead", "wanted", "message", "record"} <= {
        line["kind"] for line in lines
    }
    assert any(line.get("text") == "Is the Soul still there?" for line in lines)
    assert "kim2@example.com" not in json.dumps(lines)
    by_phone = run("customer", "+12085550101").splitlines()
    assert [json.loads(line) for line in by_phone] == lines


@pytest.mark.requirement("REPORT-03")
def test_the_report_has_each_figure_and_each_source(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("report", "--since", "7d"))))
    told = {(row["figure"], row["source"]): row["value"] for row in rows}
    assert told["leads", ""] == told["leads", "Cars"] == "2"


@pytest.mark.usefixtures("qapp")  # the application that other tests of this process need
@pytest.mark.requirement("REPORT-03")
def test_a_report_can_be_kept_as_pdf(run: Run, tmp_path: Path) -> None:
    run("report", "--out", str(tmp_path / "report.pdf"))
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.rule("R22")
def test_every_export_stands_in_the_record_with_the_number_of_people_in_it(run: Run, folder: Path) -> None:
    run("leads")
    run("customer", "kim1@example.com")
    run("leads", "--since", "2199-01-01")
    with opened(folder, lambda: "") as found, found.running.store.reading() as session:
        told = session.scalars(select(History).where(History.kind == "export").order_by(History.id)).all()
    assert [(row.data["what"], row.data["customers"]) for row in told] == [
        ("leads", 2),
        ("customer", 1),
        ("leads", 0),
    ]
    assert "kim1" not in json.dumps([row.data for row in told])


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-04")
def test_only_a_leader_exports_from_the_window() -> None:
    with pytest.raises(NotAllowed, match="may not export"):
        SmallDesk().run(c.NoteExport(what="leads", rows=1, customers=1, by=ANA))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("customer",), "Whose data?"),
        (("customer", "nobody@example.com"), "No customer has this address"),
        (("report", "--format", "pdf"), "A PDF needs a file"),
        (("leads", "--since", "soon"), "neither a day nor a span"),
        (("leads", "--out", "/nowhere/at/all.csv"), "cannot be written"),
        (("report", "--out", "/nowhere/at/all.pdf"), "cannot be written"),
    ],
)
def test_what_cannot_be_given_is_said_in_words(run: Run, arguments: tuple[str, ...], words: str) -> None:
    assert words in run(*arguments, expect=1)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+12085550101", "+12085550101"),
        ("-5", "-5"),
        ("+cmd|x", "'+cmd|x"),
        ("@x", "'@x"),
        (None, ""),
        (["a"], '["a"]'),
    ],
)
def test_a_cell_is_never_a_formula(value: object, shown: object) -> None:
    assert cell(value) == shown


def test_a_customer_is_forgotten_from_the_command_line_and_then_nobody_is_named_so(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["erase", "kim1@example.com", "--reason", "Asked by letter", "--store", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out) == {"customers": 1, "leads": 1}
    assert "No customer has this address" in run("customer", "kim1@example.com", expect=1)
    assert "kim2@example.com" in run("leads")
