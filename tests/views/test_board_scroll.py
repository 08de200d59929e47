"""Scrolling paints what comes into the window and nothing else, and looks the same as painting it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from desk.models.snapshots.board import CardView, ColumnView, TimerView
from desk.models.time import TurnedClock
from desk.views.board.board import Board
from desk.views.board.delegate import CardDelegate
from desk.views.board.stage_list import StageList
from desk.views.boxes import Draw, still
from desk.views.gallery.samples import CARDS, NOW, ZONE
from desk.views.paint import paint_temperature
from desk.views.theme import Theme

STEP, LOOKS = 24, 5


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[CardView]:
    """The cards in the order in which they are painted."""
    seen: list[CardView] = []
    paint_card = CardDelegate.paint_card

    def noting(
        self: CardDelegate, p: QPainter, rect: object, card: CardView, *rest: object, **how: object
    ) -> None:
        seen.append(card)
        paint_card(self, p, rect, card, *rest, **how)  # type: ignore[arg-type]  # as Qt gave them

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


@pytest.fixture
def shown(qtbot: QtBot, board: Board) -> StageList:
    """The first column, full of leads, as it stands in the window."""
    full(board)
    with qtbot.waitExposed(board):
        board.show()
    column = board.columns["new"].list
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)
    return column


def painted_part(column: StageList, part: QRect) -> QImage:
    """A part of the column, painted by itself."""
    picture = QImage(column.viewport().size(), QImage.Format.Format_RGB32)
    picture.fill(0)
    column.viewport().render(picture, part.topLeft(), QRegion(part))
    return picture.copy(part)


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_each_part_painted_by_itself_looks_as_in_the_whole(
    qtbot: QtBot, theme: Theme, shown: StageList, scale: float
) -> None:
    theme.switch(scale=scale)
    qtbot.wait(50)
    area = shown.viewport().rect()
    whole = painted_part(shown, area)
    for top in range(0, area.height(), 7):
        part = QRect(0, top, area.width(), 7) & area
        assert painted_part(shown, part) == whole.copy(part), f"from {top} on"
    edge = QRect(0, 0, 5, area.height())
    assert painted_part(shown, edge) == whole.copy(edge)


@pytest.mark.requirement("DESK-01", "ILM-03")
def test_a_second_that_passes_paints_the_row_of_the_timer_alone(
    qtbot: QtBot, shown: StageList, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[str] = []
    for row in ("name", "state", "next"):
        own = getattr(CardDelegate, f"_paint_{row}_row")
        monkeypatch.setattr(
            CardDelegate,
            f"_paint_{row}_row",
            lambda self, *a, own=own, row=row: rows.append(row) or own(self, *a),
        )
    place = shown.visualRect(shown.cards.index(0))
    painted_part(shown, shown.card_delegate.timer_rect(place))
    assert rows == ["name"]


def astir(column: StageList) -> None:
    """Some seconds in which the column is painted whole again and again."""
    for _second in range(3):
        painted_part(column, column.viewport().rect())
        column.tick()
    painted_part(column, column.viewport().rect())


@pytest.mark.requirement("DESK-01")
def test_a_card_painted_again_and_again_is_copied_and_looks_the_same(
    theme: Theme, shown: StageList, painted: list[CardView]
) -> None:
    """With a time that runs, a hold, a closed lead and a selected one among them."""
    faces = [
        replace(card, stage="new", id=f"f{row}", sort_key=f"{row:02}") for row, card in enumerate(CARDS[:8])
    ]
    shown.cards.clear()
    shown.cards.append(ColumnView(stage="new", count=8, over=0, cards=tuple(faces), cursor=""))
    shown.select(1)
    area, pictures = shown.viewport().rect(), shown.card_delegate.pictures
    pictures.clear()
    first = painted_part(shown, area)
    painted_part(shown, area)
    assert len(pictures) == 0, "a board that has just opened"
    astir(shown)
    made = len(pictures)
    assert made >= 3
    painted.clear()
    assert painted_part(shown, area) == first
    assert len(painted) < made, "copied, not painted"
    strip = QRect(0, 40, area.width(), 50)
    assert painted_part(shown, strip) == first.copy(strip)


@pytest.mark.requirement("DESK-01")
def test_a_changed_card_is_painted_anew_and_a_board_at_rest_holds_no_pictures(shown: StageList) -> None:
    area, pictures = shown.viewport().rect(), shown.card_delegate.pictures
    astir(shown)
    made = len(pictures)
    card = shown.cards.card(0)
    shown.cards.update([replace(card, temperature=card.temperature + 1)])
    changed = painted_part(shown, area)
    assert len(pictures) == made - 1
    for _second in range(12):
        shown.tick()
    assert len(pictures) == 0
    assert painted_part(shown, area) == changed
    astir(shown)
    assert len(pictures) > 0
    shown.hide()
    assert len(pictures) == 0


@pytest.mark.requirement("DESK-01")
def test_a_minute_and_a_count_paint_no_card_that_stays_as_it_is(
    qtbot: QtBot, board: Board, clock: TurnedClock, painted: list[CardView]
) -> None:
    new = next(card for card in CARDS if card.stage == "new")
    soon = NOW + timedelta(minutes=5)
    cards = tuple(
        replace(new, id=f"n{row}", sort_key=row, timer=TimerView(), next_due=None if row % 2 else soon)
        for row in range(40)
    )
    page = ColumnView(stage="new", count=40, over=0, cards=cards, cursor="")
    column = board.columns["new"]
    column.show_page(page)
    with qtbot.waitExposed(board):
        board.show()
    qtbot.waitUntil(lambda: column.list.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: column.is_slow)  # its timer paints all once more
    column.list.minute()
    qtbot.waitUntil(Quiet(painted))
    column.show_page(replace(page, count=41))
    clock.turn_to(clock.now() + timedelta(minutes=1))
    column.list.minute()
    qtbot.waitUntil(lambda: len(painted) >= 2)
    assert {card.next_due for card in painted} == {soon}


def painted_card(card: CardView, selected: bool, lies: bool) -> QImage:
    """A card on its column's ground, its box copied where it lies there and painted where it is dragged."""
    theme, picture = Theme.current(), QImage(190, 122, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("sunken"))
    p = QPainter(picture)
    CardDelegate(lambda: NOW, ZONE).paint_card(p, QRectF(4, 2, 180, 116), card, theme, selected, lies=lies)
    p.end()
    return picture


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("selected", [False, True])
def test_a_copied_box_looks_as_a_painted_one_in_every_theme(theme: Theme, selected: bool) -> None:
    held = next(card for card in CARDS if card.hold_until is not None)
    seen = []
    for name in ("light", "dark", "light"):
        theme.switch(name)
        for card in (CARDS[0], held):
            copied, own = (painted_card(card, selected, lies) for lies in (True, False))
            apart = (
                abs(one - other)
                for one, other in zip(bytes(copied.constBits()), bytes(own.constBits()), strict=True)
            )
            assert max(apart) <= 3  # of 255: the edge's rounding
            seen.append(copied)
    assert seen[0] == seen[4]
    assert seen[0] != seen[2]


@pytest.mark.requirement("DESK-01")
def test_a_small_part_is_painted_once_for_each_theme_and_copied_after_that(theme: Theme) -> None:
    drawn: list[str] = []

    def draw(_p: QPainter, _box: QRectF, t: Theme, ink: str) -> None:
        drawn.append(f"{t.name} {ink}")

    for name in ("light", "dark", "light"):
        theme.switch(name)
        for ink in ("ok", "bad", "ok"):
            _painted_part_of_a_card(draw, ink, ratio=2.0)
    assert drawn == ["light ok", "light bad", "dark ok", "dark bad"]
    _painted_part_of_a_card(draw, "ok", ratio=1.5)
    _painted_part_of_a_card(draw, "ok", ratio=1.5)
    assert drawn[4:] == ["light ok", "light ok"], "between two pixels each is painted by itself"


def _painted_part_of_a_card(draw: Draw, ink: str, ratio: float) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    p = QPainter(picture)
    still(p, 1.2, 2.7, (12.0, 12.0), Theme.current(), draw, ink)
    p.end()


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("facts", [(88, "hot"), (7, "cold")])
def test_a_copied_chip_looks_as_a_painted_one(theme: Theme, facts: tuple[int, str]) -> None:
    looks = []
    for ratio in (1.0, 1.0001):
        picture = QImage(120, 24, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.colour("surface"))
        p = QPainter(picture)
        paint_temperature(p, 4, 12, *facts, theme)
        p.end()
        looks.append(bytes(picture.constBits()))
    apart = sorted(abs(one - other) for one, other in zip(*looks, strict=True))
    assert apart[-1] <= 16, "of 255: glyphs and edges are rounded elsewhere"


@pytest.mark.requirement("DESK-01")
def test_a_changed_card_paints_itself_alone_and_one_out_of_sight_nothing(
    qtbot: QtBot, board: Board, painted: list[CardView]
) -> None:
    page, column = full(board), board.columns["new"]
    with qtbot.waitExposed(board):
        board.show()
    qtbot.waitUntil(lambda: column.list.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: column.is_slow)  # its timer paints all once more
    qtbot.waitUntil(Quiet(painted))
    changed = {1: "Seen", 39: "Unseen"}
    cards = tuple(replace(card, name=changed.get(row, card.name)) for row, card in enumerate(page.cards))
    column.show_page(replace(page, cards=cards))
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(50)
    assert [card.name for card in painted] == ["Seen"]


@pytest.mark.requirement("DESK-01", "ILM-10")
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("left", [61, 30, 0])
def test_a_second_painted_by_itself_looks_as_a_card_painted_whole(
    qtbot: QtBot,
    theme: Theme,
    shown: StageList,
    clock: TurnedClock,
    painted: list[CardView],
    look: str,
    left: int,
) -> None:
    """Also where the figures get shorter, and where the timer passes its target."""
    theme.switch(look)
    timer = TimerView("running", NOW - timedelta(seconds=600 - left), NOW + timedelta(seconds=left))
    for row, one in enumerate(shown.cards.cards()[:3]):
        shown.cards._place(row, replace(one, timer=timer, hold_until=NOW if row == 1 else None))
    shown.select(2)
    qtbot.waitUntil(Quiet(painted))
    for _second in range(3):
        clock.turn_to(clock.now() + timedelta(seconds=1))
        shown.tick()
        qtbot.waitUntil(lambda: not shown._seconds)
    stands = on_the_screen(shown)
    for row in range(3):
        line = shown.card_delegate.timer_rect(shown.visualRect(shown.cards.index(row)))
        assert stands.copy(line) == painted_part(shown, line).convertToFormat(stands.format())


def on_the_screen(column: StageList) -> QImage:
    """The column as it was painted last, and not anew for this."""
    window, view = column.window(), column.viewport()
    place = QRect(view.mapTo(window, view.rect().topLeft()), view.size())
    return window.screen().grabWindow(window.winId()).toImage().copy(place)


@pytest.mark.requirement("DESK-01")
def test_a_second_paints_no_card_and_no_name_beside_figures_as_wide(
    qtbot: QtBot, shown: StageList, clock: TurnedClock, painted: list[CardView]
) -> None:
    qtbot.waitUntil(Quiet(painted))
    before = on_the_screen(shown)
    clock.turn_to(clock.now() + timedelta(seconds=1))
    running = shown.tick()
    assert running
    qtbot.waitUntil(lambda: on_the_screen(shown) != before)
    assert painted == []
