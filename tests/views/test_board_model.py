"""A column's cards: pages, changes in place, and the sentence for the ear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desk.models.snapshots.board import CardView, ColumnView
from desk.views.board.landing import LEAD_MIME
from desk.views.board.model import Role, StageModel, card_sentence
from desk.views.gallery.samples import CARDS, NOW, ZONE

ENGAGED = tuple(card for card in CARDS if card.stage == "engaged")
AISHA = ENGAGED[0]


def model_of(
    cards: tuple[CardView, ...], cursor: str = "", more: Callable[[str], None] = print
) -> StageModel:
    model = StageModel("engaged", ZONE, lambda: NOW, more)
    model.show(ColumnView("engaged", len(cards), 0, cards, cursor))
    return model


def names(model: StageModel) -> list[str]:
    return [card.name for card in model.cards()]


def test_it_is_a_sound_model(qtmodeltester: Any) -> None:
    model = model_of(ENGAGED)
    qtmodeltester.check(model)
    model.update([replace(AISHA, sort_key="9999")])
    qtmodeltester.check(model)


@pytest.mark.requirement("DESK-01")
def test_a_card_reads_as_one_sentence() -> None:
    assert card_sentence(AISHA, NOW, ZONE) == (
        "Aisha Karim, Engaged, 88 Hot, response due in 46 seconds, AI on, owner Marcus Oyelaran, "
        "covered 7 days, next step: wants a call, 9:35."
    )
    model = model_of(ENGAGED)
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == card_sentence(AISHA, NOW, ZONE)


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Curtis Adeyemi", "response overdue by 3 minutes 48 seconds"),
        ("Hannah Voss", "unassigned"),
        ("Nolan Teague", "held to Nov 3, financing"),
        ("Garrett Doyle", "re-engagement, day 3"),
        ("Kerry Lowell", "AI opted out"),
        ("Emeka Stroud", "Deposit taken"),
    ],
)
def test_states_are_words_too(name: str, part: str) -> None:
    card = next(card for card in CARDS if card.name == name)
    assert part in card_sentence(card, NOW, ZONE)


@pytest.mark.requirement("DESK-01")
def test_named_roles_answer_their_field() -> None:
    model = model_of(ENGAGED)
    index = model.index(0)
    assert model.data(index, Role.CARD) == AISHA
    assert model.data(index, Role.TEMPERATURE) == 88
    assert model.data(index, Role.AI_STATE) == "on"
    assert model.roleNames()[Role.COVERAGE_DAYS].data() == b"coverage_days"


@pytest.mark.requirement("DESK-01")
def test_a_changed_card_keeps_its_persistent_index() -> None:
    model = model_of(ENGAGED)
    held = QPersistentModelIndex(model.index(2))
    model.update([replace(AISHA, sort_key="9999")])
    assert names(model)[-1] == "Aisha Karim"
    assert model.card(held.row()).name == "Felix Armand"


@pytest.mark.requirement("DESK-01")
def test_only_what_changed_is_painted_again() -> None:
    model = model_of(ENGAGED)
    rows: list[int] = []
    model.dataChanged.connect(lambda top, bottom, roles: rows.append(top.row()))
    changed = replace(ENGAGED[3], temperature=70)
    model.show(ColumnView("engaged", 11, 1, (*ENGAGED[:3], changed, *ENGAGED[4:])))
    assert rows == [3]


@pytest.mark.requirement("LEAD-05")
def test_a_card_leaves_for_another_stage_and_comes_in() -> None:
    model = model_of(ENGAGED)
    model.update([replace(AISHA, stage="qualified"), replace(CARDS[0], stage="engaged")])
    assert "Aisha Karim" not in names(model)
    assert names(model)[0] == "Hannah Voss"


@pytest.mark.requirement("DESK-01")
def test_the_next_page_is_asked_for_once() -> None:
    asked: list[str] = []
    model = model_of(ENGAGED[:3], "after-3", asked.append)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == ["after-3"]
    model.append(ColumnView("engaged", 6, 0, ENGAGED[2:]))
    assert names(model) == [card.name for card in ENGAGED]
    assert not model.canFetchMore(QModelIndex())


@pytest.mark.requirement("DESK-01")
@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_any_fresh_page_is_shown_in_its_order(order: list[int], gone: set[int]) -> None:
    model = model_of(ENGAGED)
    held = {card.id: QPersistentModelIndex(model.index(row)) for row, card in enumerate(ENGAGED)}
    wanted = tuple(ENGAGED[n] for n in order if n not in gone)
    model.show(ColumnView("engaged", len(wanted), 0, wanted))
    assert tuple(model.cards()) == wanted
    assert all(model.card(held[card.id].row()) == card for card in wanted)


@pytest.mark.requirement("LEAD-05")
def test_a_dragged_card_carries_its_lead() -> None:
    model = model_of(ENGAGED)
    carried = model.mimeData([model.index(0)])
    assert bytes(carried.data(LEAD_MIME).data()).decode() == f"{AISHA.id}\nengaged"


def test_the_moment_is_asked_for_each_time() -> None:
    moments: list[datetime] = []

    def now() -> datetime:
        moments.append(NOW)
        return NOW

    model = StageModel("engaged", ZONE, now, print)
    model.show(ColumnView("engaged", 1, 0, (AISHA,)))
    model.data(model.index(0), Role.CARD)
    assert moments == []
    model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert moments == [NOW]


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(
    ("stage", "reason", "ai_state", "told"),
    [
        ("sold", "", "paused_by_status", "sold Mar 1"),
        ("lost", "bought_elsewhere", "off", "bought elsewhere Mar 1"),
        ("lost", "", "opted_out", "opted out Mar 1"),
        ("lost", "", "off", "lost Mar 1"),
    ],
)
def test_a_closed_card_says_how_and_when_it_ended(stage: str, reason: str, ai_state: str, told: str) -> None:
    closed = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
    card = replace(
        AISHA,
        stage=stage,
        ai_state=ai_state,
        next_text="",
        next_due=None,
        closed_at=closed,
        lost_reason=reason,
    )
    assert card_sentence(card, NOW, ZONE).endswith(f", {told}.")
