"""The store answers within reach of its floor: bare statements over the same file, in the same run."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.services.bench_store import measure_store

#: How many times its floor a read may take; a search has a fixed part that a small floor shows large.
MOST = {
    "board, 7 columns of 100 cards": 3.0,
    "the same for the first paint": 3.0,
    "counts of all stages, late ones too": 2.0,
    "one lead with all that was said": 6.0,
}


@pytest.mark.prove
@pytest.mark.requirement("DESK-01", "DESK-11", "LEAD-10")
def test_reads_keep_close_to_their_floors(tmp_path: Path) -> None:
    figures = {figure.name: figure for figure in measure_store(tmp_path / "store", 20_000, 100_000)}
    slow = {name: figures[name].ratio for name, most in MOST.items() if (figures[name].ratio or 0) > most}
    assert slow == {}
    searches = {name: figure.ours for name, figure in figures.items() if name.startswith("search:")}
    assert len(searches) == 4
    assert max(searches.values()) < 16
