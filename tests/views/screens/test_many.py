"""Many leads at once by mouse and by keys, refusals in place, one undo; orders and kept views (FLOW-12)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desk.models.by import By
from desk.models.commands import LogActivity, SaveView
from desk.models.history import History
from desk.views.board.bulk import BulkBar
from desk.views.board.many import HoldMany, NameView
from desk.views.board.stage_list import StageList
from desk.views.reason import LostReason
from desk.views.theme import Theme
from tests.views.screens.conftest import SeatedDesk

pytestmark = pytest.mark.requirement("FLOW-12")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def filled(seated: SeatedDesk, count: int = 4) -> list[str]:
    """So many leads on the board, read and selected nowhere; answers their ids in the order they stand."""
    taken = [seated.take(number) for number in range(1, count + 1)]
    seated.window.refresh()
    cards = seated.window.board.columns["new"]
    seated.until(lambda: cards.is_furnished and cards.model.rowCount() == len(taken))
    seated.until(lambda: seated.window.shell is not None)
    return [card.id for card in cards.model.cards()]


def cards(seated: SeatedDesk) -> StageList:
    return seated.window.board.columns["new"].list


def click(seated: SeatedDesk, row: int, held: Qt.KeyboardModifier) -> None:
    place = cards(seated).visualRect(cards(seated).cards.index(row)).center()
    seated.qtbot.mouseClick(cards(seated).viewport(), Qt.MouseButton.LeftButton, held, place)


def bar(seated: SeatedDesk) -> BulkBar:
    return seated.window.overlays.many.bar


def bar_top(seated: SeatedDesk) -> int:
    """Where the acts for the marked leads begin, in the window."""
    return bar(seated).mapTo(seated.window, bar(seated).rect().topLeft()).y()


def owners(seated: SeatedDesk) -> dict[str, str | None]:
    return {lead.id: lead.owner_id for lead in seated.leads()}


def take(menu: QMenu, words: str) -> None:
    next(act for act in menu.actions() if act.text() == words).trigger()


def test_ctrl_and_shift_mark_with_the_mouse(seated: SeatedDesk) -> None:
    leads = filled(seated)
    marks = seated.window.board.marks
    click(seated, 0, CTRL)
    click(seated, 2, SHIFT)
    assert list(marks.cards) == leads[:3]
    click(seated, 1, CTRL)
    assert list(marks.cards) == [leads[0], leads[2]]
    assert bar(seated).words.text() == "2 selected"
    assert seated.window.board.selected == ""  # marking opens nothing


@pytest.mark.requirement("FLOW-11", "FLOW-01")
def test_marked_by_keys_assigned_at_once_and_undone_at_once(seated: SeatedDesk) -> None:
    leads = filled(seated)
    before = owners(seated)
    cards(seated).select(0)
    seated.qtbot.keyClick(cards(seated), Qt.Key.Key_Space)
    seated.qtbot.keyClick(cards(seated), Qt.Key.Key_Down, SHIFT)
    assert list(seated.window.board.marks.cards) == leads[:2]
    seated.qtbot.keyClick(cards(seated), Qt.Key.Key_M)
    seated.until(bar(seated).assign.hasFocus)
    take(bar(seated).menu(), "Dana Whit")
    seated.until(lambda: [owners(seated)[lead] for lead in leads[:2]] == ["dana", "dana"])
    strip = seated.window.overlays.undo_strip
    seated.until(lambda: strip.words.text() == "Undo: assign 2 leads")
    strip.undo.click()
    seated.until(lambda: owners(seated) == before)
    seated.until(lambda: not bar(seated).isVisible())


@pytest.mark.requirement("FLOW-03")
def test_what_may_not_rest_says_why_and_stays_marked(seated: SeatedDesk) -> None:
    leads = filled(seated, 2)
    seated.run(
        LogActivity(
            lead_id=leads[0], type="call", outcome="no_answer", by=By("staff", "ana", "bdc", "Ana Ruiz")
        )
    )
    seated.window.board.marks.add(seated.window.board.columns["new"].model.cards())
    bar(seated).hold.click()
    form = seated.window.overlays.many.form
    assert isinstance(form, HoldMany)
    form.reason.setText("Waits for the factory")
    form.note.setPlainText("Both wait")
    form.hold.click()
    seated.until(lambda: bar(seated).told.text() == "1 of 2 stay as they are:")
    ((lead_id, name, words),) = bar(seated).refused.lines
    strip = seated.window.overlays.undo_strip
    seated.until(lambda: strip.isVisible() and strip.geometry().bottom() < bar_top(seated))
    assert (lead_id, name) == (leads[1], "Kim Doe")
    assert words.startswith("Cannot be put on hold yet. Log a call")
    assert list(seated.window.board.marks.cards) == [leads[1]]
    assert [lead.hold_kind for lead in sorted(seated.leads(), key=lambda lead: lead.id != leads[0])] == [
        "organic",
        "",
    ]


@pytest.mark.requirement("FLOW-17")
def test_many_are_closed_with_one_reason(seated: SeatedDesk) -> None:
    filled(seated, 3)
    seated.qtbot.keyClick(cards(seated), Qt.Key.Key_A, CTRL)
    assert len(seated.window.board.marks.cards) == 3
    bar(seated).close_them.click()
    ask = seated.window.findChild(LostReason)
    assert ask is not None
    seated.until(ask.move_button.isEnabled)
    ask.choice.setCurrentIndex(ask.choice.findText("Bought elsewhere"))
    ask.move_button.click()
    seated.until(lambda: {lead.stage for lead in seated.leads()} == {"lost"})
    seated.until(lambda: not seated.window.board.marks.any)


@pytest.mark.requirement("COMPLY-06")
def test_the_marked_are_written_to_a_file_and_the_record(seated: SeatedDesk, tmp_path: Path) -> None:
    filled(seated, 3)
    seated.window.board.marks.add(seated.window.board.columns["new"].model.cards()[:2])
    place = tmp_path / "given.csv"
    seated.window.overlays.many.ask_file = lambda: str(place)
    bar(seated).export.click()
    seated.until(lambda: "2 leads are in" in bar(seated).told.text())
    with place.open(encoding="utf-8", newline="") as file:
        assert [row["first name"] for row in csv.DictReader(file)] == ["Kim", "Kim"]
    (line,) = [row for row in seated.rows(History) if row.kind == "export"]
    assert line.data["rows"] == 2
    assert line.by == "Dana Whit"


@pytest.mark.requirement("DESK-04")
def test_a_rep_may_not_give_leads_out_and_no_file_is_made(seated: SeatedDesk, tmp_path: Path) -> None:
    filled(seated, 1)
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    seated.window.board.marks.add(seated.window.board.columns["new"].model.cards())
    place = tmp_path / "given.csv"
    seated.window.overlays.many.ask_file = lambda: str(place)
    bar(seated).export.click()
    seated.until(lambda: "may not export" in bar(seated).told.text())
    assert not place.exists()


def test_a_place_that_takes_no_file_is_said(seated: SeatedDesk, tmp_path: Path) -> None:
    filled(seated, 1)
    seated.window.board.marks.add(seated.window.board.columns["new"].model.cards())
    seated.window.overlays.many.ask_file = lambda: str(tmp_path / "gone" / "given.csv")
    bar(seated).export.click()
    seated.until(lambda: "was not written" in bar(seated).told.text())
    assert bar(seated).export.isEnabled()


def test_esc_lets_the_marks_go_before_the_lead(seated: SeatedDesk) -> None:
    filled(seated, 2)
    seated.window.board.head.pick.click()
    assert bar(seated).words.text() == "Click the leads you want"
    click(seated, 0, Qt.KeyboardModifier.NoModifier)
    assert bar(seated).words.text() == "1 selected"
    seated.qtbot.keyClick(cards(seated), Qt.Key.Key_Escape)
    assert not seated.window.board.marks.any
    assert not bar(seated).isVisible()


def test_a_view_is_kept_shown_again_and_forgotten(seated: SeatedDesk) -> None:
    filled(seated)
    head, window = seated.window.board.head, seated.window
    head.narrowing.choose("band", "hot")
    head.order.choose("newest")
    head.views.save_wanted.emit()
    form = window.overlays.many.form
    assert isinstance(form, NameView)
    form.save.click()
    seated.until(lambda: form.refusal.text().startswith("A view needs a name"))
    form.name.setText("Fresh and hot")
    form.save.click()
    seated.until(lambda: head.views.views == (("Fresh and hot", "everyone band:hot order:newest"),))
    head.take("mine")
    assert head.choice() == "mine"
    take(head.views.menu(), "Fresh and hot")
    assert head.choice() == "everyone band:hot order:newest"
    assert head.order.text() == "Sort: newest first"
    forget = next(act.menu() for act in head.views.menu().actions() if act.text() == "Forget a view")
    take(forget, "Fresh and hot")
    seated.until(lambda: head.views.views == ())


def test_kept_views_orders_and_marking_are_in_the_palette(seated: SeatedDesk) -> None:
    filled(seated, 1)
    seated.run(SaveView(by=seated.sits, name="Late ones", words="everyone overdue"))
    seated.until(lambda: bool(seated.window.board.head.views.views))
    seated.window.overlays.find()
    palette = seated.window.overlays.palette
    palette.box.setText("late ones")
    palette.box.textEdited.emit("late ones")
    titles = [row.title for row in palette.rows.rows]
    assert "Show view Late ones" in titles
    seated.qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert seated.window.board.head.choice() == "everyone overdue"


@pytest.mark.requirement("DESK-11")
@pytest.mark.parametrize(("size", "scale"), [((1100, 700), 1.0), ((1100, 700), 1.25), ((1440, 900), 2.0)])
def test_the_acts_stand_whole_beside_a_pane_that_lies_over_the_board(
    seated: SeatedDesk, size: tuple[int, int], scale: float
) -> None:
    """Each act is seen and takes a click, in as many lines as it needs; without the pane the whole width is theirs again."""
    leads = filled(seated)
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    pane = seated.open_pane(leads[3])
    seated.window.board.marks.add(seated.window.board.columns["new"].model.cards()[:3])
    seated.until(lambda: pane.isVisible() and not covered(seated))
    seated.window.close_pane()
    seated.until(lambda: bar(seated).width() > seated.window.board.width() - 40 and not covered(seated))


def covered(seated: SeatedDesk) -> list[str]:
    """Acts under something else, outside the board, or one over another."""
    acts, window = (*bar(seated).acts, bar(seated).clear), seated.window
    corners = [
        (act, act.mapTo(window, at))
        for act in acts
        for at in (act.rect().topLeft(), act.rect().bottomRight())
    ]
    return [act.text() for act, at in corners if not act.isVisible() or window.childAt(at) is not act]
