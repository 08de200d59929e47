"""`desk adf FILE…` as the specification of the commands says (LEAD-02)."""

from __future__ import annotations

import io
import json
from zoneinfo import ZoneInfo

import pytest

from desk.services.adf_command import run_adf
from desk.services.intake_tables import shipped_tables

pytestmark = pytest.mark.requirement("LEAD-02")

ADF = "<adf><prospect><customer><contact><name>Dana Reed</name><phone>602-555-0142</phone></contact></customer></prospect></adf>"
MAIL = "From: a@b.example\nTo: c@d.example\nSubject: Lunch\nDate: Mon, 02 Mar 2026 21:11:00 -0700\n\nnoon?"


def run(*files) -> tuple[int, list[dict], str]:
    """Exit status, the objects printed, and what stands on standard error."""
    out, err = io.StringIO(), io.StringIO()
    status = run_adf(
        [str(file) for file in files],
        out,
        err,
        store_zone=ZoneInfo("America/Phoenix"),
        tables=shipped_tables(),
    )
    return status, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xml", ADF, {"prospect": 0}),
        ("a.txt", "Please take this lead: \n\n" + ADF, {"prospect": 0}),
        ("a.eml", MAIL, {"ignored": "other"}),
        ("a.txt", MAIL.replace("\n", "\r\n"), {"ignored": "other"}),
        ("mbox", "From a@b.example Mon Mar  2 21:11:00 2026\n" + MAIL, {"ignored": "other"}),
        ("a.eml", MAIL.replace("noon?", ADF), {"prospect": 0}),
        ("a.bin", "\x89PNG", {"quarantined": "No ADF prospect was found in the document"}),
        ("empty.eml", "", {"quarantined": "No ADF prospect was found in the document"}),
        ("a.csv", "Name\nDana", {"quarantined": "A CSV file is imported with `desk import leads`"}),
    ],
)
def test_every_file_gives_a_line(tmp_path, name, content, expected):
    file = tmp_path / name
    file.write_text(content, encoding="utf-8", newline="")
    status, (line,), err = run(file)
    assert (status, err) == (0, "")
    assert line["file"] == str(file)
    assert line | expected == line


def test_two_prospects_are_numbered(tmp_path):
    file = tmp_path / "two.xml"
    file.write_text(ADF.replace("</adf>", "") + ADF.replace("<adf>", ""))
    assert [line["prospect"] for line in run(file)[1]] == [0, 1]


def test_a_file_that_cannot_be_opened_is_named_and_the_others_read(tmp_path):
    file = tmp_path / "a.xml"
    file.write_text(ADF)
    status, lines, err = run(tmp_path / "missing.xml", file, tmp_path)
    assert status == 1
    assert [line["file"] for line in lines] == [str(file)]
    assert "missing.xml: could not be opened: No such file or directory" in err
    assert len(err.splitlines()) == 2
