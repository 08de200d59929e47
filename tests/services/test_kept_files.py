"""A rehearsal keeps the files of leads from one moment to the next; what it prints is what it would print without."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.services.rehearsal import Rehearsal, load_scenario

STORIES = ("no_show", "same_person_again", "leaver", "vehicle_sold", "stop_covers_next", "hot_and_quiet")


@pytest.mark.requirement("DESK-09")
@pytest.mark.parametrize("story", STORIES)
def test_what_is_remembered_changes_nothing(repo: Path, story: str) -> None:
    scenario = load_scenario(repo / "tests" / "scenarios" / f"{story}.toml")
    kept, gathered = (list(Rehearsal(scenario, remembers=how).run()) for how in (True, False))
    assert kept == gathered
