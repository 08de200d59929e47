"""A rehearsal keeps the files of leads from one moment to the next, and with them what each rule last said.

What it prints is what it would print if every file were gathered and every rule asked anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.services.rehearsal import Rehearsal, load_scenario

STORIES = (
    "no_show", "same_person_again", "leaver", "vehicle_sold", "stop_covers_next", "hot_and_quiet", "silent_to_the_end", "three_bands",
    "talk_moves_twice", "deposit_and_back", "source_paused",
)  # fmt: skip


@pytest.mark.requirement("DESK-09")
@pytest.mark.parametrize("story", STORIES)
def test_what_is_remembered_changes_nothing(repo: Path, story: str) -> None:
    scenario = load_scenario(repo / "tests" / "scenarios" / f"{story}.toml")
    kept, gathered = (list(Rehearsal(scenario, remembers=how).run()) for how in (True, False))
    assert kept == gathered
