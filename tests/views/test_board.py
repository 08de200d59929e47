"""The board under hand and keys: selection, moves, drops, paging, seconds, and room for large text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.models.snapshots.board import BoardView, CardView, ColumnView
from desk.models.time import TurnedClock
from desk.views.board.board import Board
from desk.views.board.delegate import CardDelegate
from desk.views.board.landing import LEAD_MIME, carried_lead
from desk.views.gallery import samples
from desk.views.gallery.samples import CARDS, NOW, ZONE
from desk.views.text import STAGES
from desk.views.theme import Theme
from tests.views.conftest import Pages


def lead(name: str) -> CardView:
    return next(card for card in CARDS if card.name == name)


def key(qtbot: QtBot, board: Board, pressed: Qt.Key) -> None:
    """Press a key where the board's focus is."""
    stage = card.stage if (card := board.selected_card()) else "new"
    qtbot.keyClick(board.columns[stage].list, pressed)


@pytest.mark.requirement("DESK-01", "LEAD-05")
def test_seven_columns_in_stage_order(board: Board) -> None:
    shown = {stage: [card.name for card in column.model.cards()] for stage, column in board.columns.items()}
    assert tuple(shown) == STAGES
    assert shown["sold"] == ["Beatrix Holm", "Emeka Stroud", "Lorna Pickett"]
    assert board.columns["contacted"].accessibleName() == "Contacted, 14 leads, 1 over"
    assert min(column.width() for column in board.columns.values()) >= 165


@pytest.mark.requirement("DESK-01")
def test_one_selection_for_the_whole_board(board: Board) -> None:
    heard: list[str] = []
    board.lead_selected.connect(heard.append)
    assert board.select_lead(lead("Aisha Karim").id)
    assert board.select_lead(lead("Devon Marsh").id)
    assert heard == [lead("Aisha Karim").id, lead("Devon Marsh").id]
    assert not board.columns["engaged"].list.selectedIndexes()
    assert board.place() == (2, 14)


@pytest.mark.requirement("DESK-01")
def test_keys_walk_the_board(qtbot: QtBot, board: Board) -> None:
    board.select_lead(lead("Aisha Karim").id)
    walked = []
    for pressed in (
        Qt.Key.Key_J,
        Qt.Key.Key_Down,
        Qt.Key.Key_K,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
    ):
        key(qtbot, board, pressed)
        card = board.selected_card()
        assert card is not None
        walked.append(card.name)
    assert walked == [
        "Rosa Whitcombe", "Felix Armand", "Rosa Whitcombe", "Peter Okonjo", "Rosa Whitcombe", "Devon Marsh",
    ]  # fmt: skip


@pytest.mark.requirement("DESK-01")
def test_enter_opens_and_n_asks_for_a_new_lead(qtbot: QtBot, board: Board) -> None:
    board.select_lead(lead("Aisha Karim").id)
    with qtbot.waitSignal(board.lead_opened) as opened:
        key(qtbot, board, Qt.Key.Key_Return)
    assert opened.args == [lead("Aisha Karim").id]
    with qtbot.waitSignal(board.new_lead_requested):
        key(qtbot, board, Qt.Key.Key_N)


@pytest.mark.requirement("LEAD-05", "DESK-01")
@pytest.mark.parametrize(("digit", "stage"), list(enumerate(STAGES, 1)))
def test_digits_ask_for_a_move(qtbot: QtBot, board: Board, digit: int, stage: str) -> None:
    """Every drag has a key equal; the stage where the lead stands already asks for nothing."""
    board.select_lead(lead("Aisha Karim").id)
    asked: list[tuple[str, str]] = []
    board.move_requested.connect(lambda lead_id, to: asked.append((lead_id, to)))
    key(qtbot, board, Qt.Key(Qt.Key.Key_0 + digit))
    assert asked == ([] if stage == "engaged" else [(lead("Aisha Karim").id, stage)])
    still = board.selected_card()
    assert still is not None
    assert still.stage == "engaged"  # nothing moves before the desk has answered


def drop(carried: QMimeData) -> QDropEvent:
    middle = QPointF(20, 20)
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    return QDropEvent(middle, move, carried, left, Qt.KeyboardModifier.NoModifier)


def carrying(kind: str, card: CardView) -> QMimeData:
    carried = QMimeData()
    carried.setData(kind, f"{card.id}\n{card.stage}".encode())
    return carried


@pytest.mark.requirement("LEAD-05")
def test_a_drop_asks_for_the_move(qtbot: QtBot, board: Board) -> None:
    carried = carrying(LEAD_MIME, lead("Aisha Karim"))
    with qtbot.waitSignal(board.move_requested) as asked:
        board.columns["qualified"].list.dropEvent(drop(carried))
    assert asked.args == [lead("Aisha Karim").id, "qualified"]


@pytest.mark.requirement("LEAD-05")
@pytest.mark.parametrize("folded", [True, False])
def test_a_folded_strip_still_takes_drops(qtbot: QtBot, board: Board, folded: bool) -> None:
    board.fold(folded)
    assert board.strips["sold"].isVisible() is folded
    carried = carrying(LEAD_MIME, lead("Aisha Karim"))
    with qtbot.waitSignal(board.move_requested) as asked:
        board.strips["sold"].dropEvent(drop(carried))
    assert asked.args == [lead("Aisha Karim").id, "sold"]


@pytest.mark.requirement("LEAD-05")
@pytest.mark.parametrize(
    ("kind", "stage"), [("text/plain", "qualified"), (LEAD_MIME, "engaged"), ("text/uri-list", "lost")]
)
def test_other_things_and_the_own_column_are_refused(board: Board, kind: str, stage: str) -> None:
    carried = carrying(kind, lead("Aisha Karim"))  # the event only points at it
    event = drop(carried)
    asked: list[str] = []
    board.move_requested.connect(lambda lead_id, to: asked.append(to))
    assert carried_lead(event, stage) == ""
    board.columns[stage].list.dropEvent(event)
    assert not event.isAccepted()
    assert asked == []


@pytest.mark.requirement("DESK-01")
def test_a_moved_lead_stays_selected(board: Board) -> None:

    board.select_lead(lead("Aisha Karim").id)
    board.update_cards([replace(lead("Aisha Karim"), stage="qualified")])
    assert board.columns["qualified"].list.selectedIndexes()
    assert board.place()[0] == board.columns["qualified"].model.row_of(lead("Aisha Karim").id) + 1


@pytest.mark.requirement("DESK-01")
def test_the_filter_is_asked_of_the_source(qtbot: QtBot, board: Board, pages: Pages) -> None:
    board.head.whose._buttons["mine"].click()
    assert pages.asked[-1] == ("board", "mine")


@pytest.mark.requirement("DESK-01")
def test_pages_are_fetched_when_the_end_comes_near(qtbot: QtBot, board: Board, pages: Pages) -> None:
    pages.answers["contacted"] = ColumnView("contacted", 14, 1, ())
    column = board.columns["contacted"]
    column.list.scrollToBottom()
    qtbot.waitUntil(lambda: any(asked[:2] == ("page", "contacted") for asked in pages.asked))
    assert pages.asked.count(("page", "contacted", "next", "everyone")) == 1


@pytest.mark.requirement("ILM-10")
def test_a_second_repaints_only_visible_running_timers(
    board: Board, clock: TurnedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Columns whose leads are answered stand still; a timer's rectangle ends above the chip."""
    painted: dict[str, QRegion] = {}
    for stage, column in board.columns.items():
        view = column.list.viewport()
        monkeypatch.setattr(view, "update", lambda rect, stage=stage: _add(painted, stage, QRegion(rect)))
    clock.turn_to(NOW + timedelta(seconds=1))
    board._pulse.tick()
    assert set(painted) == {"new", "engaged"}
    assert painted["engaged"].boundingRect().height() < 40


def _add(painted: dict[str, QRegion], stage: str, region: QRegion) -> None:
    painted[stage] = painted.get(stage, QRegion()).united(region)


@pytest.mark.requirement("ILM-10")
def test_a_card_passes_its_target_while_it_is_watched(board: Board, clock: TurnedClock) -> None:
    before = grabbed(board, "engaged")
    clock.turn_to(NOW + timedelta(seconds=60))
    board._pulse.tick()
    assert grabbed(board, "engaged") != before


def grabbed(board: Board, stage: str) -> QImage:
    QApplication.processEvents()
    return board.columns[stage].list.grab().toImage()


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_rows_of_a_card_do_not_touch_at_any_text_size(board: Board, theme: Theme, scale: float) -> None:
    """Each painted line of the card has clear pixels above and below it, and nothing leaves the card."""
    theme.switch(scale=scale)
    width, height = theme.px(178), theme.px(116)
    picture = QImage(width, height + theme.px(18), QImage.Format.Format_RGB32)
    picture.fill(theme.colour("sunken"))
    p = QPainter(picture)
    delegate = CardDelegate(lambda: NOW, ZONE)
    rect = picture.rect().adjusted(0, 0, 0, -theme.px(18)).toRectF()
    delegate.paint_card(p, rect, lead("Theo Lindgren"), theme)
    p.end()
    assert ink_rows(picture, height - 2) == 5


def ink_rows(picture: QImage, height: int) -> int:
    """How many separate bands of ink stand at the left of a card, between its lines."""
    inside, bands = False, 0
    for y in range(3, height):
        row = {picture.pixelColor(x, y).lightness() for x in range(8, picture.width() // 3)}
        ink = min(row) < 200 and len(row) > 1
        bands += ink and not inside
        inside = ink
    return bands


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("scale", [1.25, 2.0])
def test_text_of_the_board_fits_at_large_sizes(board: Board, theme: Theme, scale: float) -> None:
    theme.switch(scale=scale)
    QApplication.processEvents()
    for widget in (
        board.head.add,
        board.head.active,
        *board.head.whose.findChildren(type(board.head.add).__mro__[1]),
    ):
        assert widget.width() >= widget.sizeHint().width()
        assert widget.height() >= theme.metrics("secondary").height()
    row = board.columns["new"].list.visualRect(board.columns["new"].model.index(0))
    assert row.height() >= theme.px(116)
    assert all(column.width() >= theme.px(165) for column in board.columns.values())


@pytest.mark.requirement("DESK-01")
def test_hit_areas_are_large_enough(board: Board) -> None:
    small = [
        w.text()
        for w in (board.head.add, *board.head.whose._buttons.values())
        if min(w.width(), w.height()) < 24
    ]
    assert small == []
    assert board.strips["lost"].width() >= 24


def test_a_drag_starts_from_the_card_under_the_hand(qtbot: QtBot, board: Board) -> None:
    board.select_lead(lead("Aisha Karim").id)
    view = board.columns["engaged"].list
    size = view.visualRect(view.currentIndex()).size()
    picture = view._picture(lead("Aisha Karim"), size)
    assert picture.deviceIndependentSize().toSize() == size
    assert view.indexAt(QPoint(20, 20)).row() == 0


@pytest.mark.requirement("DESK-08", "ILM-10")
def test_timers_are_announced_at_amber_at_overdue_and_at_each_step(board: Board, clock: TurnedClock) -> None:
    """Nothing at first sight, nothing twice; the words of the second are not read out."""

    said: list[str] = []
    board.announcer.said.connect(said.append)
    for seconds in range(0, 48, 6):
        clock.turn_to(NOW + timedelta(seconds=seconds))
        board._pulse.tick()
    assert said == []
    clock.turn_to(NOW + timedelta(seconds=180))
    board._pulse.tick()
    board._pulse.tick()
    assert [words.partition(":")[0] for words in said].count("Aisha Karim") == 1
    assert any(words.startswith("Hannah Voss: response due in 3 minutes") for words in said)
    theo = lead("Theo Lindgren")
    board.update_cards([replace(theo, timer=replace(theo.timer, level=2))])
    board._pulse.tick()
    assert said[-1] == "Theo Lindgren: alert step 2"


@pytest.mark.requirement("DESK-01")
def test_the_filter_asks_by_name_and_says_what_is_on(board: Board, pages: Pages) -> None:
    narrowing = board.head.narrowing
    narrowing.people = samples.shell().people
    narrowing.choose("band", "hot")
    narrowing.choose("overdue")
    narrowing.choose("owner", "dana")
    assert pages.asked[-1] == ("board", "everyone band:hot overdue owner:dana")
    assert narrowing.text() == "Filter · 3"
    assert narrowing.toolTip() == "Hot, Overdue, Dana Whitlock"
    narrowing.choose("band", "warm")
    narrowing.choose("overdue")
    assert pages.asked[-1] == ("board", "everyone band:warm owner:dana")
    assert board.columns["new"].empty_words == "None: Warm, Dana Whitlock"
    narrowing.clear()
    assert pages.asked[-1] == ("board", "everyone")
    assert narrowing.text() == "Filter"


@pytest.mark.requirement("DESK-01")
def test_every_choice_of_the_filter_is_in_its_menu(board: Board) -> None:
    board.head.narrowing.choose("unread")
    menu = board.head.narrowing.menu()
    words = [act.text() for act in menu.actions() if not act.isSeparator()]
    assert words == ["Overdue", "Unread replies", "Temperature", "Source", "Owner", "Clear the filter"]
    assert [act.text() for act in menu.actions() if act.isChecked()] == ["Unread replies"]
    menu.actions()[-1].trigger()
    assert board.head.choice() == "everyone"


@pytest.mark.requirement("DESK-01")
def test_nothing_of_what_was_shown_stays_when_other_leads_are_wanted(board: Board) -> None:
    """Also cards of later pages go, which a plain refresh keeps."""
    engaged = board.columns["engaged"]
    more = tuple(replace(lead("Aisha Karim"), id=f"more-{n}", sort_key=f"9{n:03}") for n in range(40))
    engaged.model.append(ColumnView("engaged", 51, 1, more))
    board._source = Late()
    board.show_whose("mine")
    first, second = BoardView((ColumnView("engaged", 1, 0, more[:1], "next"),), 1, 0), samples.board()
    board.head.whose.choose("everyone")
    board._source.answer(first)
    assert engaged.model.rowCount() > 40  # an answer to what is wanted no longer
    board.show_whose("mine")
    board._source.answer(first)
    assert [card.id for card in engaged.model.cards()] == ["more-0"]
    board.read()
    board._source.answer(second)
    assert engaged.model.rowCount() == 6


class Late:
    """A source that answers when told to."""

    def board(self, whose: str, then: Callable[[BoardView], None]) -> None:
        self.answer = then

    def page(self, stage: str, cursor: str, whose: str, then: Callable[[ColumnView], None]) -> None:
        return None


@pytest.mark.requirement("DESK-01")
def test_what_changed_meanwhile_is_shown_a_column_a_turn_and_the_chosen_lead_is_never_nowhere(
    qtbot: QtBot, board: Board
) -> None:
    board._source, was = Late(), {stage: column.model.rowCount() for stage, column in board.columns.items()}
    theo = lead("Theo Lindgren")
    assert board.select_lead(theo.id)
    moved = replace(theo, stage="sold")
    view = samples.board()
    pages = tuple(
        replace(
            page, cards=(moved,) if page.stage == "sold" else page.cards[:1] if page.stage == "new" else ()
        )
        for page in view.columns
    )
    shown: list[str] = []
    board.read(gently=True)
    for stage, column in board.columns.items():
        column.show_page = lambda page, stage=stage, own=column.show_page: shown.append(stage) or own(page)
    board._source.answer(replace(view, columns=pages))
    assert set(shown) == {theo.stage, "sold"}
    assert board.selected_card() == moved
    assert board.columns["sold"].list.is_selected(theo.id)
    for count in range(3, 8):
        qtbot.waitUntil(lambda count=count: len(shown) >= count)
    assert set(shown) == set(was)
    assert len(shown) == len(was), "each once"
    assert board.columns["new"].model.rowCount() == 1


@pytest.mark.requirement("DESK-01")
def test_another_choice_of_leads_lets_go_of_what_still_waits_to_be_shown(qtbot: QtBot, board: Board) -> None:
    board._source = Late()
    board.read(gently=True)
    board._source.answer(samples.board())
    board.show_whose("mine")
    board._source.answer(replace(samples.board(), columns=()))
    qtbot.wait(50)
    assert all(column.model.rowCount() == 0 for column in board.columns.values())
