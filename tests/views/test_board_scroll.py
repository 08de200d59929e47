"""Scrolling paints what comes into the window and nothing else, and looks the same as painting it all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from desk.models.snapshots import CardView, ColumnView
from desk.views.board.board import Board
from desk.views.board.delegate import CardDelegate
from desk.views.gallery.samples import CARDS

STEP, LOOKS = 24, 5


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[CardView]:
    """The cards in the order in which they are painted."""
    seen: list[CardView] = []
    paint_card = CardDelegate.paint_card

    def noting(self: CardDelegate, p: QPainter, rect: object, card: CardView, *rest: object) -> None:
        seen.append(card)
        paint_card(self, p, rect, card, *rest)  # type: ignore[arg-type]  # as Qt gave them

    monkeypatch.setattr(CardDelegate, "paint_card", noting)
    return seen


class Quiet:
    """Whether nothing was painted for a few looks in a row: what was asked for before has come."""

    def __init__(self, painted: list[CardView]) -> None:
        self._painted, self._looks = painted, 0

    def __call__(self) -> bool:
        self._looks = 0 if self._painted else self._looks + 1
        self._painted.clear()
        return self._looks >= LOOKS


def full(board: Board) -> ColumnView:
    """A page of forty leads in the first column."""
    new = next(card for card in CARDS if card.stage == "new")
    cards = tuple(replace(new, id=f"n{row}", name=f"Lead {row}", sort_key=row) for row in range(40))
    page = ColumnView(stage="new", count=40, over=0, cards=cards, cursor="")
    board.columns["new"].show_page(page)
    return page


@pytest.mark.requirement("DESK-01")
def test_a_step_paints_only_the_cards_at_the_edge(
    qtbot: QtBot, board: Board, painted: list[CardView]
) -> None:
    full(board)
    column = board.columns["new"].list
    with qtbot.waitExposed(board):
        board.show()
    bar = column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    board.grab()
    column.repaint()
    qtbot.waitUntil(lambda: board.columns["new"].is_slow)  # its timer paints all once more
    quiet = Quiet(painted)
    qtbot.waitUntil(quiet)
    bar.setValue(bar.value() + STEP)
    qtbot.waitUntil(lambda: bool(painted))
    assert len(painted) <= 2 < len(column.visible_rows())
    scrolled = column.grab().toImage()
    column.repaint_all()
    assert column.grab().toImage() == scrolled


@pytest.mark.requirement("DESK-01")
def test_an_unchanged_page_changes_no_card(qtbot: QtBot, board: Board) -> None:
    page = full(board)
    with qtbot.waitExposed(board):
        board.show()
    board.columns["new"].list.repaint()
    changed: list[object] = []
    board.columns["new"].model.dataChanged.connect(lambda *_: changed.append(1))
    board.columns["new"].show_page(page)
    assert not changed
