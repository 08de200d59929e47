"""A command that works on a store without its window ends, whatever it raised meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desk.app.keys import DEMO_KEY


@pytest.mark.requirement("LEAD-01", "DESK-09")
def test_an_import_of_leads_that_ring_comes_to_its_end(repo: Path, tmp_path: Path) -> None:
    (tmp_path / DEMO_KEY).write_text("{}", "ascii")
    people, leads = tmp_path / "staff.csv", tmp_path / "leads.csv"
    people.write_text("id,name,role\ndana,Dana Whit,manager\n", "utf-8")
    leads.write_text(
        "first name,last name,email,received,source\nKim,Doe,kim@example.com,2100-01-01T10:00:00,Website\n",
        "utf-8",
    )
    for kind, file in (("staff", people), ("leads", leads)):
        ran = subprocess.run(
            [sys.executable, "-m", "desk", "import", kind, str(file), "--store", str(tmp_path)],
            cwd=repo, capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
        assert json.loads(ran.stdout)["taken"] == 1
