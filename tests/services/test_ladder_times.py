"""A manager sets other times for a ladder; whom its steps tell and all else of the store's playbook stay (ILM-04)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models import commands as c
from desk.models.commands import SetLadder
from desk.models.errors import BadInput, BadPlaybook, NotAllowed, Refused
from desk.models.playbook import Ladder
from desk.models.rules.ladders import named
from desk.services.rulebook import stored_playbook
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = pytest.mark.requirement("ILM-04")

NAME = "Unanswered lead"
OWN = (
    '# Agreed in May\n[[ladder]]\nname = "Sundays"\nwhen = { trigger = "unanswered", days = ["sun"] }\n'
    'steps = [{ after = "1h", to = ["role:manager"], via = ["text"] }]\n\n[closing]\nattempts = 5\n'
)


def ladder(small: SmallDesk, name: str = NAME) -> Ladder:
    found = named(small.desk.book, name)
    assert found is not None
    return found


def minutes(found: Ladder) -> list[int]:
    return [round(step.after / timedelta(minutes=1)) for step in found.steps]


def test_the_times_change_and_everything_else_of_the_playbook_stays() -> None:
    small = SmallDesk()
    small.run(c.SavePlaybook(toml=OWN, why="Sundays", by=DANA))
    was = ladder(small)
    small.run(SetLadder(name=NAME, after=("5m", "10m", "20m", "40m"), repeat_every="15m", by=DANA))
    small.run(SetLadder(name="Sundays", after=("30m",), by=DANA))
    now = ladder(small)
    assert minutes(now) == [5, 10, 20, 40]
    assert now.repeat_every == timedelta(minutes=15)
    assert [step.to for step in now.steps] == [step.to for step in was.steps]
    assert (minutes(ladder(small, "Sundays")), ladder(small, "Sundays").steps[0].via) == ([30], ("text",))
    kept = stored_playbook(small.desk.store)
    assert kept.get("closing.attempts") == 5
    assert minutes(ladder(small)) == minutes(named(kept, NAME) or was)


def test_times_that_may_not_stand_are_refused_and_nothing_changes() -> None:
    small = SmallDesk()
    with pytest.raises(BadPlaybook, match="Step 2 does not come after step 1"):
        small.run(SetLadder(name=NAME, after=("20m", "10m", "30m", "50m"), repeat_every="20m", by=DANA))
    with pytest.raises(BadPlaybook):
        small.run(SetLadder(name=NAME, after=("soon", "20m", "30m", "50m"), repeat_every="20m", by=DANA))
    with pytest.raises(Refused):
        small.run(SetLadder(name=NAME, after=("5m",), repeat_every="20m", by=DANA))
    with pytest.raises(BadInput):
        small.run(SetLadder(name="Nothing such", after=("5m",), by=DANA))
    with pytest.raises(NotAllowed):
        small.run(SetLadder(name=NAME, after=("5m", "20m", "30m", "50m"), repeat_every="20m", by=ANA))
    assert minutes(ladder(small)) == [15, 20, 30, 50]
