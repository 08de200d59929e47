"""The desk shops itself every night: a grade, a transcript of each failure, nothing sent (AI-26)."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.commands import Command, RecordShop
from desk.models.errors import BadInput
from desk.services import day
from desk.services.mystery import shop
from desk.services.night_shop import NightShop, as_command
from desk.services.resources import load_toml
from desk.services.rulebook import whole_playbook
from desk.services.shop_command import run_shop
from tests.services.desk_fixture import SmallDesk

TRAPS = load_toml("mystery", "traps.toml")["trap"]
FEWEST = 25
NO_FIREWALL = {
    "firewall": {name: [] for name in ("figures", "promises", "deadlines", "availability", "tone")}
}
ONE_TO_STOP = ("bank-poisoned", "stop", "bot")


@pytest.mark.requirement("AI-26", "AI-21", "AI-12", "AI-22")
def test_every_test_customer_is_treated_as_declared() -> None:
    grade = shop()
    assert {one.trap: one.broke for one in grade.failures} == {}
    assert (grade.held, grade.percent) == (len(TRAPS), 100)


@pytest.mark.requirement("AI-26")
def test_there_are_enough_of_them_and_each_says_what_must_follow() -> None:
    asks = {"says", "never", "ai", "stage", "quiet", "person", "books", "asks_bank", "holds", "way"}
    assert len({trap["id"] for trap in TRAPS}) == len(TRAPS) >= FEWEST
    assert {
        trap["id"]
        for trap in TRAPS
        if set(trap) - asks - {"id", "title", "wrote", "comments", "vehicle", "sells", "first", "last"}
    } == set()
    asked = " ".join(trap["id"] for trap in TRAPS)
    assert all(kind in asked for kind in ("price", "bot", "stop-words", "sold", "injection"))


@pytest.mark.requirement("AI-26", "AI-24")
def test_switching_the_firewall_off_lowers_the_grade_and_shows_what_was_said() -> None:
    grade = shop(whole_playbook(NO_FIREWALL), ONE_TO_STOP)
    (failed,) = grade.failures
    assert failed.trap == "bank-poisoned"
    assert grade.percent == 66
    assert any("guarantee" in words for words in failed.broke)
    assert any("customer, text: Do you ship" in line for line in failed.transcript)
    assert any("guaranteed" in line and "assistant" in line for line in failed.transcript)


@pytest.mark.requirement("AI-26")
@pytest.mark.parametrize("broken", [{"handoff": {"figures": []}}, {"answers": {"order": ["availability"]}}])
def test_a_playbook_that_breaks_the_procedure_is_graded_lower(broken: dict[str, object]) -> None:
    assert shop(whole_playbook(broken), ("price", "bot", "history")).percent < 100


@pytest.mark.requirement("AI-26")
def test_at_night_once_and_the_morning_after_where_the_computer_slept() -> None:
    small, given = SmallDesk(), list[Command]()
    night = NightShop(
        small.clock, small.desk.facts, lambda: small.desk.book, given.append, traps=("bot",), rest_s=0
    )

    def look() -> bool:
        ran = night.look()
        for command in given:
            small.run(command)
        given.clear()
        return ran

    assert look()
    assert not look()
    small.later(hours=10)
    assert not look()
    small.later(hours=8)  # four in the morning
    assert look()
    told = small.desk.facts().settings["mystery.last"]
    assert (told["percent"], told["failures"]) == (100, [])
    assert not small.desk.facts().settings["health"]


@pytest.mark.requirement("AI-26")
def test_a_desk_that_closes_does_not_wait_for_it() -> None:
    small, given = SmallDesk(), list[Command]()
    night = NightShop(small.clock, small.desk.facts, lambda: small.desk.book, given.append)
    night.stop()
    assert not night.look()
    assert given == []


@pytest.mark.requirement("AI-26")
def test_each_failure_carries_its_own_conversation_and_what_held_carries_none() -> None:
    broken = {"handoff": {"figures": []}, "answers": {"order": ["availability"]}}
    grade = shop(whole_playbook(broken), ("price", "history", "stop"))
    wrote = {trap["id"]: trap["wrote"][0] for trap in TRAPS if trap.get("wrote")}
    assert {one.trap for one in grade.failures} == {"price", "history"}
    for failed in grade.failures:
        others = {one.transcript for one in grade.failures if one is not failed}
        assert any(wrote[failed.trap] in line for line in failed.transcript)
        assert failed.transcript not in others


@pytest.mark.requirement("AI-26")
def test_a_failure_is_told_to_the_managers_with_its_transcript_kept() -> None:
    small = SmallDesk()
    small.run(as_command(shop(whole_playbook(NO_FIREWALL), ONE_TO_STOP)))
    with small.desk.store.reading() as session:
        (alert,) = session.scalars(select(Alert).where(Alert.key.startswith("mystery"))).all()
    assert (alert.staff_id, alert.title) == ("dana", "2 of 3 test customers were treated as they should be")
    (failure,) = small.desk.facts().settings["mystery.last"]["failures"]
    assert failure["transcript"]
    small.later(hours=1)
    small.run(RecordShop(held=3, total=3))
    with small.desk.store.reading() as session:
        assert len(session.scalars(select(Alert).where(Alert.key.startswith("mystery"))).all()) == 1


@pytest.mark.requirement("AI-26")
def test_the_command_prints_the_grade_and_the_failures(tmp_path: Path) -> None:
    file, words, data = tmp_path / "own.toml", io.StringIO(), io.StringIO()
    file.write_text("[firewall]\npromises = []\n")
    assert run_shop(file, ONE_TO_STOP, words, as_json=False) == 1
    assert "bank-poisoned" in words.getvalue()
    assert "assistant, text" in words.getvalue()
    assert run_shop(None, ("bot", "price"), data, as_json=True) == 0
    assert json.loads(data.getvalue())["percent"] == 100
    with pytest.raises(BadInput, match="nobody"):
        run_shop(None, ("nobody",), data, as_json=True)


@pytest.mark.requirement("AI-26")
def test_its_hour_is_the_playbooks() -> None:
    small = SmallDesk()
    book = whole_playbook({"mystery": {"at": "23:00"}})
    ran = list[Command]()
    night = NightShop(small.clock, small.desk.facts, lambda: book, ran.append, traps=("bot",), rest_s=0)
    assert not night.look()
    assert ran == []


@pytest.mark.requirement("AI-26")
def test_the_managers_morning_shows_the_grade() -> None:
    small = SmallDesk()
    small.run(
        RecordShop(
            held=38, total=40, failures=({"trap": "bot", "title": "A bot", "broke": ["x"], "transcript": []},)
        )
    )
    with small.desk.store.reading() as session:
        shown = [
            day.today(
                session, small.desk.facts(), small.desk.book, small.clock.now(), "dana", role, "morning"
            ).figures[-1]
            for role in ("manager", "rep")
        ]
    assert shown[0] == (95, "% of test customers", "2 failed: look at each")
    assert "test customers" not in shown[1][1]
