"""A row of the store's own over the law's table: added, changed, taken back; the rest of the playbook stays (R9)."""

from __future__ import annotations

from datetime import date

import pytest

from desk.models import commands as c
from desk.models.commands import SaveStateRow
from desk.models.errors import BadPlaybook, NotAllowed, Refused
from desk.models.snapshots.settings import StateRulesView
from desk.services.rulebook import stored_overlay
from desk.services.state_rules import state_rules
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R9"), pytest.mark.requirement("COMPLY-02")]

HALT = {"state": "ID", "first": date(2026, 3, 3), "last": date(2026, 3, 5), "reason": "flood emergency"}
LATE = {"state": "ID", "key": "mon_fri", "value": "10:00-17:00"}
PAST = {"state": "TX", "key": "sun", "value": "09:00-21:00"}


def rules(small: SmallDesk) -> StateRulesView:
    return state_rules(small.desk.book, small.desk.facts())


def value(small: SmallDesk, state: str, key: str) -> tuple[str, str]:
    """What the law says, and what counts now."""
    law = next(each for each in rules(small).states if each.state == state)
    told = next(each for each in law.values if each.key == key)
    return told.law, told.now


def test_a_row_is_added_changed_and_taken_back_and_the_law_stands_beside_it() -> None:
    small = SmallDesk()
    small.run(SaveStateRow(kind="rule", row=LATE, by=DANA))
    assert value(small, "ID", "mon_fri") == ("08:00-21:00", "10:00-17:00")
    later = LATE | {"value": "11:00-17:00"}
    small.run(SaveStateRow(kind="rule", row=later, was=LATE, by=DANA))
    assert value(small, "ID", "mon_fri") == ("08:00-21:00", "11:00-17:00")
    small.run(SaveStateRow(kind="rule", was=later, by=DANA))
    assert value(small, "ID", "mon_fri") == ("08:00-21:00", "08:00-21:00")
    assert rules(small).rows == ()


def test_what_else_the_store_wrote_stays_as_it_is() -> None:
    small = SmallDesk()
    own = '# Agreed in May\n[closing]\nattempts = 5\n\n[[states.holiday]]\nstate = "ID"\nname = "Fair day"\ndates = [2026-08-21]\n'
    small.run(c.SavePlaybook(toml=own, why="Less often", by=DANA))
    small.run(SaveStateRow(kind="halt", row=HALT, by=DANA))
    kept = stored_overlay(small.desk.store)
    assert kept["closing"] == {"attempts": 5}
    assert [row["name"] for row in kept["states"]["holiday"]] == ["Fair day"]
    assert kept["states"]["halt"] == [HALT]
    assert [(row.kind, row.state) for row in rules(small).rows] == [("halt", "ID"), ("holiday", "ID")]


def test_a_second_value_for_the_same_state_and_key_takes_the_place_of_the_first() -> None:
    small = SmallDesk()
    for hours in ("10:00-17:00", "12:00-17:00"):
        small.run(SaveStateRow(kind="rule", row=LATE | {"value": hours}, by=DANA))
    assert [row.row["value"] for row in rules(small).rows] == ["12:00-17:00"]


def test_past_the_law_a_manager_who_works_here_answers_with_a_reason() -> None:
    small = SmallDesk()
    with pytest.raises(BadPlaybook, match="goes past the law row for Texas"):
        small.run(SaveStateRow(kind="rule", row=PAST, by=DANA))
    with pytest.raises(BadPlaybook, match="'ana' is no manager here") as refused:
        small.run(SaveStateRow(kind="rule", row=PAST | {"manager": "ana", "reason": "x"}, by=DANA))
    assert "Name one of dana" in refused.value.do
    small.run(
        SaveStateRow(kind="rule", row=PAST | {"manager": "dana", "reason": "counsel's letter"}, by=DANA)
    )
    (row,) = rules(small).rows
    assert row.past_the_law
    assert rules(small).leaders == (("dana", "Dana Whit"),)


@pytest.mark.parametrize(
    ("row", "where", "allowed"),
    [
        (LATE | {"value": "whenever"}, "ID, mon_fri", "Write them like 09:00-20:00"),
        (LATE | {"key": "holidays", "value": "maybe"}, "ID, holidays", "Write open or closed."),
        (LATE | {"key": "cap_24h", "value": "few"}, "ID, cap_24h", "Write a whole number"),
        (LATE | {"key": "written_consent", "value": "some"}, "ID, written_consent", "none, automated, all"),
        (LATE | {"key": "noon"}, "ID, noon", "cap_24h, holidays, mon_fri"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_is_allowed_and_the_running_rules_stay(
    row: dict[str, object], where: str, allowed: str
) -> None:
    small = SmallDesk()
    before = small.desk.book
    with pytest.raises(BadPlaybook) as refused:
        small.run(SaveStateRow(kind="rule", row=row, by=DANA))
    assert refused.value.where == f"the store's playbook, {where}"
    assert allowed in refused.value.do
    assert small.desk.book is before


@pytest.mark.requirement("DESK-04")
def test_only_a_manager_and_never_over_what_somebody_else_changed_meanwhile() -> None:
    small = SmallDesk()
    with pytest.raises(NotAllowed, match="may not change the state rules"):
        small.run(SaveStateRow(kind="halt", row=HALT, by=ANA))
    small.run(SaveStateRow(kind="halt", row=HALT, by=DANA))
    small.run(SaveStateRow(kind="halt", row=HALT | {"last": date(2026, 3, 9)}, was=HALT, by=DANA))
    with pytest.raises(Refused, match="Somebody else changed"):
        small.run(SaveStateRow(kind="halt", was=HALT, by=DANA))
