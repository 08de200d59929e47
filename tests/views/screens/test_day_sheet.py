"""The day sheet: the store's day on paper, for the hour in which the desk cannot be asked (DESK-10)."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from desk.models import commands as c
from desk.models.lead import Lead
from desk.models.snapshots.today import DaySheetView
from desk.views.printing import picture, print_on, printer_for, save_pdf
from desk.views.theme import Theme
from desk.views.today.sheet import page
from tests.views.screens.conftest import ZONE, SeatedDesk


def sheet_of(seated: SeatedDesk) -> DaySheetView:
    found = seated.ask(lambda read: read.day_sheet())
    assert isinstance(found, DaySheetView)
    return found


@pytest.fixture
def busy(seated: SeatedDesk) -> tuple[str, str]:
    """A hot lead of Ana's with a visit this afternoon, and one who said no to every call."""
    hot, silent = seated.take(1), seated.take(2)
    for lead_id in (hot, silent):
        seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.settle()
    seated.run(c.BookAppointment(lead_id=hot, starts=seated.clock.now() + timedelta(hours=4)))
    seated.run(c.OptOut(lead_id=silent, channels=("text", "call"), words="Stop calling me"))
    with seated.store.writing() as session:
        for lead_id in (hot, silent):
            lead = session.get(Lead, lead_id)
            assert lead is not None
            lead.temperature, lead.band = 91, "extremely_hot"
    return hot, silent


@pytest.mark.requirement("DESK-10")
def test_the_sheet_holds_visits_hot_leads_calls_and_whom_not_to_contact(
    seated: SeatedDesk, busy: tuple[str, str]
) -> None:
    sheet = sheet_of(seated)
    hot, silent = busy
    assert [line.row.lead_id for line in sheet.visits] == [hot]
    assert {line.row.lead_id: line.phone for line in sheet.hot} == {hot: "+12085550111", silent: ""}
    assert silent not in {line.row.lead_id for line in sheet.calls}
    assert sheet.do_not_contact == (("Kim Doe", "no texts, no calls"),)
    assert ("Ana Ruiz", 2) in {(name, owned) for name, _hours, _role, owned in sheet.people}


@pytest.mark.requirement("DESK-10", "COMPLY-01")
def test_on_paper_numbers_stand_in_full_and_a_closed_one_nowhere(
    seated: SeatedDesk, busy: tuple[str, str]
) -> None:
    words = page(sheet_of(seated), ZONE)
    assert "(208)&nbsp;555-0111" in words
    assert "555-0122" not in words
    assert "do&nbsp;not&nbsp;call" in words
    assert "Printed 10:00 AM by Dana Whit." in words
    assert "shred it" in words


@pytest.mark.requirement("DESK-10")
@pytest.mark.parametrize("size", ["letter", "a4"])
def test_it_becomes_a_pdf_of_one_page(
    seated: SeatedDesk, busy: tuple[str, str], tmp_path: Path, size: str
) -> None:
    file = tmp_path / f"{size}.pdf"
    save_pdf(page(sheet_of(seated), ZONE), file, size)
    kept = file.read_bytes()
    assert kept.startswith(b"%PDF")
    assert kept.count(b"/Type /Page\n") + kept.count(b"/Type /Page ") == 1


@pytest.mark.requirement("DESK-10")
@pytest.mark.parametrize(("size", "points"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_a_printer_puts_a_full_page_on_one_sheet_of_its_paper(
    theme: Theme, tmp_path: Path, size: str, points: tuple[int, int]
) -> None:
    """With Qt's own margins and page numbers these lines would take a second one."""
    printer = printer_for(size)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    print_on("<p>A line</p>" * 58, printer)
    kept = (tmp_path / "sheet.pdf").read_bytes()
    assert kept.count(b"/Type /Page\n") + kept.count(b"/Type /Page ") == 1
    box = re.search(rb"MediaBox \[0 0 ([\d.]+) ([\d.]+)", kept)
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == points


@pytest.mark.requirement("DESK-10")
def test_names_are_escaped_and_the_picture_is_black_on_white(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    seated.run(c.EditLead(lead_id=lead_id, customer={"full": "Kim <b>Doe</b>"}))
    seated.run(c.BookAppointment(lead_id=lead_id, starts=seated.clock.now() + timedelta(hours=4)))
    words = page(sheet_of(seated), ZONE)
    assert "Kim &lt;b&gt;Doe&lt;/b&gt;" in words
    drawn = picture(words, 1224, 1584)
    assert drawn.pixelColor(2, 2).name() == "#ffffff"
    inked = {drawn.pixelColor(x, y).lightness() for x in range(60, 400, 3) for y in range(60, 300, 3)}
    assert min(inked) < 40


@pytest.mark.requirement("DESK-10", "FLOW-09")
def test_of_hot_leads_the_warmest_stands_first(seated: SeatedDesk) -> None:
    degrees = {seated.take(number): warm for number, warm in ((1, 82), (2, 95), (3, 88))}
    with seated.store.writing() as session:
        for lead_id, warm in degrees.items():
            lead = session.get_one(Lead, lead_id)
            lead.temperature, lead.band = warm, "hot"
    assert [line.row.temperature for line in sheet_of(seated).hot] == [95, 88, 82]
