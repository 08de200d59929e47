"""The playbook as data: all of it declared, the shipped one possible, a mistake refused with its place and
its remedy.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.errors import BadPlaybook
from desk.models.playbook_check import problems
from desk.models.playbook_declared import AREAS, DECLARED, find, leaves
from desk.services.playbook_reference import reference
from desk.services.playbooks import load_playbook, read_overlay, shipped

STEP = {"after": "5m", "to": ["owner"]}
RULE = {"name": "Fords", "when": {"make": "Ford"}, "to": ["role:sales"]}
TEXT = {"day": 1, "at": "10:20", "step": "t_seen"}
QUIET = {"after": "3d", "at": "11:00", "step": "quiet_first"}
ASK = {"key": "vehicles", "ask": "Which vehicles?"}
ORIGIN = "north.toml"


def ladder(**changed: Any) -> dict[str, Any]:
    row = {"name": "Ours", "when": {"trigger": "unanswered", "source": "Cars.com"}, "steps": [STEP]}
    return {"ladder": [{key: value for key, value in (row | changed).items() if value is not None}]}


def steps(*told: dict[str, Any]) -> dict[str, Any]:
    return ladder(steps=list(told))


@pytest.mark.requirement("DESK-09")
def test_every_shipped_value_is_declared_and_possible() -> None:
    told = list(leaves(shipped()))
    assert [place for pattern, place, _value in told if find(pattern) is None] == []
    assert list(problems(shipped(), staff=())) == []


@pytest.mark.requirement("DESK-09")
def test_every_plain_value_that_is_declared_is_shipped() -> None:
    """Only values of a row or of a name that the store chooses may be absent."""
    there = {pattern for pattern, _place, _value in leaves(shipped())}
    assert [key for key in DECLARED if key not in there and "[]" not in key and "*" not in key] == []


def test_words_for_people_are_sentences_without_marks() -> None:
    for _area, declared in AREAS:
        for it in declared:
            assert it.words[0].isupper() or it.words.startswith("..."), it.key
            assert "!" not in it.words, it.key


@pytest.mark.requirement("DESK-09")
@pytest.mark.parametrize(
    ("overlay", "place", "said", "remedy"),
    [
        ({"assignmet": {"preset": "bdc"}}, "assignmet.preset", "there is no such key", "assignment.preset"),
        ({"hold": {"attempt_within": "-2h"}}, "hold.attempt_within", "never negative", "span"),
        ({"hold": {"attempt_within": 5}}, "hold.attempt_within", "no span", "span such as 90s"),
        ({"hold": {"attempt_within": "1s"}}, "hold.attempt_within", "shorter than 5 m", "5m to 7d"),
        ({"hold": {"attempt_within": "9d"}}, "hold.attempt_within", "longer than 7d", "5m to 7d"),
        ({"visit": {"capacity": "two"}}, "visit.capacity", "no number", "1 to 50"),
        ({"visit": {"capacity": True}}, "visit.capacity", "no number", "1 to 50"),
        ({"caps": {"calls_and_texts_24h": 4}}, "caps.calls_and_texts_24h", "above 3", "1 to 3"),
        (
            {"night": {"answer_live_text": "yes"}},
            "night.answer_live_text",
            "neither true nor false",
            "true or false",
        ),
        ({"assignment": {"preset": "north"}}, "assignment.preset", "not one of", "bdc, internet or everyone"),
        ({"alerts": {"open_via": "text"}}, "alerts.open_via", "no list", "text or email"),
        ({"alerts": {"open_via": ["fax"]}}, "alerts.open_via", "not one of", "text or email"),
        ({"approval": {"website": "perhaps"}}, "approval.website", "not one of", "auto or queue"),
        ({"coverage": {"sales": "direct_9d"}}, "coverage.sales", "not one of", "two_way_7d"),
        (ladder(name=None), "ladder[1].name", "no name", "Give it one"),
        (ladder(steps=[]), "ladder[1] 'Ours'.steps", "tells nobody", "steps"),
        (steps({"after": "5m", "to": []}), "steps[1].to", "names nobody", "next_on_shift"),
        (steps({"to": ["owner"]}), "steps[1].after", "no time", "span"),
        (steps(STEP, STEP), "steps[2].after", "does not come after", "later"),
        (steps({"after": "-5m", "to": ["owner"]}), "ladder[1].steps[1].after", "never negative", "span"),
        (steps({"after": "5m", "to": ["role:boss"]}), "steps[1].to", "no role 'boss'", "manager"),
        (steps({"after": "5m", "to": ["zoe"]}), "steps[1].to", "nobody at this store", "ana, ben"),
        (
            steps({"after": "5m", "to": ["owner"], "reassign": True}),
            "steps[1].reassign",
            "in a circle",
            "somebody else",
        ),
        (
            steps(
                {"after": "5m", "to": ["ana"], "reassign": True},
                {"after": "9m", "to": ["ben"], "reassign": True},
                {"after": "20m", "to": ["ana"], "reassign": True},
            ),
            "steps[3].reassign",
            "in a circle",
            "somebody else",
        ),
        (
            ladder(steps=[{"after": "5m", "to": ["next_on_shift"], "reassign": True}], repeat_every="20m"),
            "'Ours'.repeat_every",
            "round in a circle",
            "Leave the key out",
        ),
        (ladder(when={"trigger": "sunrise"}), "ladder[1].when.trigger", "not one of", "unanswered"),
        (ladder(when={"colour": "red"}), "ladder[1].when.colour", "no such key", "ladder[].when"),
        (ladder(when={"days": []}), "when.days", "never fits", "Name days"),
        (ladder(when={"shift": "20:00-20:00"}), "when.shift", "no part of the day", "17:00-20:00"),
        (
            {"ladder": [*ladder()["ladder"], *ladder(name="Other")["ladder"]]},
            "'Other'",
            "same conditions",
            "Change",
        ),
        (
            {"ladder": [*ladder()["ladder"], *ladder(when={"make": "Kia"})["ladder"]]},
            "'Ours'",
            "same name",
            "Change",
        ),
        ({"ladder": "none"}, "ladder", "list of tables", "[[ladder]]"),
        (
            {"assignment": {"rule": [{"name": "R", "when": {"make": "Kia"}}]}},
            "assignment.rule[1].to",
            "no to",
            "Give",
        ),
        ({"assignment": {"groups": {"bdc": [["role:boss"]]}}}, "assignment.groups.bdc", "no role", "manager"),
        (
            {"assignment": {"rule": [RULE, RULE | {"name": "Again"}]}},
            "assignment.rule[2]",
            "same conditions",
            "Change",
        ),
        (
            {"cadence": {"call": [{"day": 3, "at": "10:00"}, {"day": 1, "at": "10:00"}]}},
            "cadence.call[2]",
            "does not come after",
            "later",
        ),
        ({"cadence": {"lost_on_day": 50}}, "cadence.email[15].day", "never reached", "before 50"),
        (
            {"cadence": {"text": [TEXT, TEXT | {"day": 3}]}},
            "cadence.text[2].step",
            "said twice",
            "wording of its own",
        ),
        ({"cadence": {"lost_on_day": 70}}, "reengage.campaign[1].day", "before the lead is lost", "from 70"),
        (
            {"reengage": {"quiet": [QUIET, QUIET]}},
            "reengage.quiet[2]",
            "does not come after",
            "later",
        ),
        ({"closing": {"attempts": 1}}, "closing.channels", "exclude each other", "Change"),
        (
            {"visit": {"remind_before": "6h", "confirm_before": "5h"}},
            "visit.remind_before",
            "exclude each other",
            "Change",
        ),
        (
            {"reply": {"staffed_wait": "2h", "expires_after": "1h"}},
            "reply.staffed_wait",
            "exclude each other",
            "Change",
        ),
        ({"needs": {"enough": ["shoe_size"]}}, "needs.enough", "never asked", "vehicles"),
        ({"needs": {"question": [ASK, ASK]}}, "needs.question[2].key", "asked already", "of its own"),
        ({"needs": {"question": [ASK | {"ask": ""}]}}, "needs.question[1].ask", "no ask", "Give"),
        ({"day": {"noon": "17:00"}}, "day.noon", "never shown", "Change"),
        ({"day": {"review": {"someday": ["hot"]}}}, "day.review.someday", "no weekday", "mon"),
        ({"day": {"rep": {"morning": ["coffee"]}}}, "day.rep.morning", "not one of", "hot"),
        ({"similar": {"fewest": 5, "most": 3}}, "similar.fewest", "exclude each other", "Change"),
        (
            {"visit": {"earliest": "7d", "days_ahead": 3}},
            "visit.earliest",
            "no visit can be booked",
            "Change",
        ),
    ],
)
def test_a_mistake_is_refused_with_place_fault_and_remedy(
    overlay: dict[str, Any], place: str, said: str, remedy: str
) -> None:
    with pytest.raises(BadPlaybook) as refused:
        load_playbook(overlay, origin=ORIGIN, staff=("ana", "ben"))
    assert refused.value.where.startswith(f"{ORIGIN}, ")
    assert place in refused.value.where
    assert said.lower() in refused.value.what.lower()
    assert remedy in refused.value.do


@pytest.mark.requirement("ILM-05", "DESK-09")
def test_an_overlay_is_partial_and_its_ladders_stand_first() -> None:
    book = load_playbook(ladder() | {"visit": {"capacity": 4}})
    assert book.ladders[0].name == "Ours"
    assert book.number("visit.capacity") == 4
    assert book.span("visit.length") == load_playbook().span("visit.length")
    assert {row.name for row in book.ladders} > {"Unanswered lead", "Hand-off"}


@pytest.mark.requirement("ILM-05")
def test_a_ladder_of_the_same_name_or_for_the_same_case_replaces_the_shipped_one() -> None:
    named = load_playbook(ladder(name="Hand-off", when={"trigger": "handoff", "source": "Kbb"}))
    assert [row.when.source for row in named.ladders if row.name == "Hand-off"] == ["Kbb"]
    same = load_playbook(ladder(when={"trigger": "unanswered_lead"}))
    assert [
        row.name for row in same.ladders if row.when.trigger == "unanswered" and row.when.weight == 1
    ] == ["Ours"]


@pytest.mark.requirement("DESK-09")
def test_versions_differ_with_their_values_and_only_with_them() -> None:
    assert load_playbook().version == load_playbook({}).version
    assert load_playbook({"visit": {"capacity": 3}}).version != load_playbook().version


def test_a_value_nobody_declared_is_our_mistake_and_says_so() -> None:
    with pytest.raises(BadPlaybook, match=r"no value 'nothing\.such'"):
        load_playbook().get("nothing.such")


@pytest.mark.requirement("DESK-09")
def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "north.toml"
    file.write_text("[hold]\nattempt_within = 2 hours\n")
    with pytest.raises(BadPlaybook, match=r"not TOML.*line 2.*north\.toml"):
        read_overlay(file)
    with pytest.raises(BadPlaybook, match="No such file"):
        read_overlay(tmp_path / "none.toml")
    file.write_text('[hold]\nattempt_within = "2h"\n')
    assert load_playbook(read_overlay(file)).span("hold.attempt_within").total_seconds() == 7200


def test_the_reference_page_is_current(repo: Path) -> None:
    """Written anew by ``python -m desk.services.playbook_reference > docs/playbook.md``."""
    assert (repo / "docs" / "playbook.md").read_text("utf-8") == reference()


VALUES = st.one_of(
    st.integers(),
    st.text(max_size=4),
    st.booleans(),
    st.none(),
    st.floats(allow_nan=False),
    st.lists(st.integers(), max_size=2),
)
PLAIN = [key for key in DECLARED if "[]" not in key and "*" not in key]


@pytest.mark.requirement("DESK-09")
@given(st.sampled_from(PLAIN), VALUES)
def test_any_value_is_either_taken_or_refused_in_words(key: str, value: Any) -> None:
    area, name = key.split(".", 1)
    wrong = DECLARED[key].wrong(value)
    taken = partial(load_playbook, {area: {name: value}})
    if not wrong:
        # the value may stand by itself, and be refused only because of another one
        with suppress(BadPlaybook):
            assert taken().get(key) == value
        return
    with pytest.raises(BadPlaybook) as refused:
        taken()
    assert refused.value.do
    assert wrong.lower() in refused.value.what.lower()
