"""Questions are asked through the mapper; only the first paint's are written out, because it comes before the mapper."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import desk.models.store

ROOM = Path(desk.models.store.__file__).parent
#: The first board and what narrows it; the upkeep of full-text tables and triggers, which no mapper knows; and the
#: seals, which are taken over the lines as they lie, also of a backup that no mapper opened.
WRITTEN_OUT = {
    "queries/first_board.py",
    "queries/board_filter.py",
    "search.py",
    "extras.py",
    "connect.py",
    "migrate.py",
    "seals.py",
}


def _statements(file: Path) -> list[str]:
    told = (
        node.value for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant)
    )
    return [
        text
        for text in told
        if isinstance(text, str) and text.lstrip().startswith(("SELECT ", "UPDATE ", "DELETE "))
    ]


@pytest.mark.requirement("DESK-01")
def test_no_other_question_is_written_out_than_the_first_paints() -> None:
    files = {
        str(file.relative_to(ROOM)): file for file in ROOM.rglob("*.py") if "migrations" not in file.parts
    }
    assert {name for name, file in files.items() if _statements(file)} <= WRITTEN_OUT
    assert _statements(files["queries/first_board.py"])
    assert not [text for text in _statements(files["search.py"]) if text.startswith("SELECT")]
