"""Large text and small windows: nothing is clipped, nothing lies over anything else (look, section 7)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from desk.models.commands import EditLead, TakeReply
from desk.views import widgets as w
from desk.views.detail.bubble import Layouts, rows_of
from desk.views.theme import Theme
from tests.views.screens.conftest import ZONE, SeatedDesk
from tests.views.screens.test_log import cramped
from tests.views.screens.test_words_access import cut, go, shown

pytestmark = pytest.mark.requirement("DESK-11")
LONGEST = "Maximiliana Featherstonehaugh-Okonkwo de la Cruz"


@pytest.mark.parametrize("form", ["hold", "visit"])
def test_a_form_in_the_head_is_seen_whole(seated: SeatedDesk, form: str) -> None:
    pane = seated.open_pane(seated.take())
    card = getattr(pane, form)
    card.ask(pane.view)
    seen = pane.head.viewport()
    seated.until(lambda: card.isVisible() and seen.rect().contains(place(card, seen)))


def place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize("scale", [1.25, 2.0])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_pane_stands_whole_in_the_window(seated: SeatedDesk, scale: float, size: tuple[int, int]) -> None:
    """Also when the text grows while it is open, and with the card of a hand-off in its head."""
    seated.window.resize(*size)
    pane = seated.open_pane(seated.take(comments="I would rather talk to a person. Can someone call me?"))
    assert pane.handoff.isVisible()
    Theme.current().switch(scale=scale)
    window = seated.window.centralWidget()
    seated.until(lambda: window.rect().contains(place(pane, window)))
    seated.until(lambda: pane.rect().contains(place(pane.foot, pane)))
    seated.until(lambda: place(pane.foot, pane).top() >= place(pane.timeline, pane).bottom())
    seated.until(lambda: pane.composer.field.height() >= Theme.current().line("body"))


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_longest_name_is_shortened_and_pushes_nothing_out(
    seated: SeatedDesk, size: tuple[int, int]
) -> None:
    """On the card, in the pane, as a whole screen and in the inbox; the tooltip has it whole."""
    seated.window.resize(*size)
    lead_id = seated.take(comments="I would rather talk to a person. Can someone call me?")
    first, last = LONGEST.split(" ", 1)
    seated.run(EditLead(lead_id=lead_id, customer={"first": first, "last": last, "full": LONGEST}))
    pane = seated.open_pane(lead_id)
    seated.until(lambda: pane.name.text() == LONGEST)
    seated.until(lambda: cut(seated.window) == [])
    card = seated.window.board.columns["new"].model.index(0)
    assert LONGEST in card.data(Qt.ItemDataRole.ToolTipRole)
    for screen in ("lead", "inbox"):
        go(seated, screen, lead_id)
        seated.until(lambda: cut(seated.window) == [])


def of_another_size(window: QWidget) -> list[str]:
    """What is read at a size that is not the theme's."""
    t = Theme.current()
    words = [each for each in shown(window, w.Words) if each.text()]
    return [each.text() for each in words if each.font().pixelSize() != t.font(each.role).pixelSize()]


def test_a_pane_opened_after_the_text_grew_is_as_large_as_the_rest(seated: SeatedDesk) -> None:
    lead_id = seated.take(comments="I would rather talk to a person. Can someone call me?")
    seated.open_pane(lead_id)
    seated.window.close_pane()
    Theme.current().switch(scale=2.0)
    pane = seated.open_pane(lead_id)
    assert pane.handoff.isVisible()
    assert of_another_size(seated.window) == []
    seated.until(lambda: cut(pane) == [])


DAYS = (((1100, 700), 1.25), ((1440, 900), 2.0))
CARDS = ("hold", "visit", "needs", "trade", "warmth", "consent", "facts")


@pytest.mark.requirement("LEAD-08", "FLOW-03", "FLOW-07", "COMPLY-03")
@pytest.mark.parametrize(("size", "scale"), DAYS)
def test_every_question_of_a_lead_has_room_on_a_bad_day(
    seated: SeatedDesk, size: tuple[int, int], scale: float
) -> None:
    """In the pane and in the whole lead; what is refused stands in sight."""
    lead_id = seated.take()
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    pane = seated.open_pane(lead_id)
    for name in CARDS:
        pane.open_card(name)
        seated.until(lambda: cut(pane) == [])
        pane.cards.leave()
    pane.log_activity()
    pane.log.choose("connected_assessed")  # with a refusal: the form at its highest
    pane.log.submit()
    assert pane.log.recording.isVisible()
    seated.until(lambda: cut(pane) == [] and cramped(pane.log) == [])
    seated.until(lambda: pane.rect().contains(place(pane.foot, pane)))
    pane.log.done.emit()
    pane.open_card("hold")
    pane.hold.submit()
    seen = pane.head.viewport()
    seated.until(lambda: bool(pane.hold.refusal.text()))
    seated.until(lambda: seen.rect().intersects(place(pane.hold.refusal, seen)))
    go(seated, "lead", lead_id)
    wide = seated.assembled.screens["lead"].screen_made
    for name in CARDS:
        wide.open_card(name)
        seated.until(lambda: cut(wide) == [])
        wide.cards.leave()


SCREENS = ("board", "lead", "today", "monitor", "inbox", "tower", "settings", "setup", "doctor")


def long_named(seated: SeatedDesk) -> str:
    """A lead that waits for a person and has the longest name."""
    lead_id = seated.take(comments="I would rather talk to a person. Can someone call me?")
    first, last = LONGEST.split(" ", 1)
    seated.run(EditLead(lead_id=lead_id, customer={"first": first, "last": last, "full": LONGEST}))
    return lead_id


@pytest.mark.parametrize(("size", "scale"), DAYS)
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut_on_a_bad_day(
    seated: SeatedDesk, screen: str, size: tuple[int, int], scale: float
) -> None:
    """The smallest window and large text at once, with the longest name and a lead that waits for a person."""
    lead_id = long_named(seated)
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    go(seated, screen, lead_id)
    seated.until(lambda: cut(seated.window) == [])


@pytest.mark.requirement("DESK-01", "DESK-08")
def test_the_largest_screen_is_used_and_nothing_is_cut(seated: SeatedDesk) -> None:
    """4K: the seven columns share the board's whole width, and a message is no wider than one reads a line."""
    lead_id = long_named(seated)
    seated.settle()
    seated.window.resize(3840, 2160)
    for scale, screens in ((2.0, ("lead", "board")), (1.0, SCREENS)):
        Theme.current().switch(scale=scale)
        for screen in screens:
            go(seated, screen, lead_id)
            seated.until(lambda: cut(seated.window) == [])
    board = seated.window.board
    seated.window.show_screen("board")
    columns = list(board.columns.values())
    seated.until(lambda: min(each.width() for each in columns) > 356)
    assert max(each.width() for each in columns) - min(each.width() for each in columns) <= 1
    right = columns[-1].mapTo(board, columns[-1].rect().topRight()).x()
    seated.until(lambda: right > board.width() - Theme.current().px(24))
    said = rows_of(seated.view(lead_id).timeline, ZONE, seated.clock.now())
    boxes = [Layouts(ZONE).of(row, 3000).box for row in said if row.kind == "bubble"]
    assert boxes
    assert max(box.width() for box in boxes) <= Theme.current().px(760)


@pytest.mark.parametrize(("size", "scale"), DAYS)
def test_alerts_with_the_longest_name_keep_to_their_panel(
    seated: SeatedDesk, size: tuple[int, int], scale: float
) -> None:
    long_named(seated)
    seated.later(minutes=40)
    seated.settle()
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    center = seated.assembled.center
    seated.until(lambda: bool(center.awake()))
    seated.assembled.show_alerts()
    seated.until(lambda: bool(center.rows) and cut(center) == [])
    assert any(row.alert.name == LONGEST for row in center.rows)


def test_the_acts_of_a_hand_off_stand_whole_in_the_smallest_window(seated: SeatedDesk) -> None:
    """At 125 % the composer is one line until someone writes, so that Call is not cut; nor is a strip laid over it."""
    lead_id = long_named(seated)
    seated.window.resize(1100, 700)
    Theme.current().switch(scale=1.25)
    go(seated, "lead", lead_id)
    wide = seated.assembled.screens["lead"].screen_made
    seen = wide.over.viewport()
    seated.until(lambda: seen.rect().contains(place(wide.handoff, seen)))
    assert wide.composer.height() < 3 * Theme.current().line("body")
    seated.qtbot.mouseClick(wide.composer.field.viewport(), Qt.MouseButton.LeftButton)
    wide.composer.field.setFocus()
    seated.until(lambda: wide.composer.height() > 4 * Theme.current().line("body"))


@pytest.mark.parametrize(("size", "scale"), DAYS)
def test_the_last_column_comes_out_from_under_the_pane(
    seated: SeatedDesk, size: tuple[int, int], scale: float
) -> None:
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    pane = seated.open_pane(seated.take())
    board = seated.window.board
    board._scroll.ensureWidgetVisible(board.columns["lost"], 0, 0)
    window = seated.window
    right = lambda: board.columns["lost"].mapTo(window, board.columns["lost"].rect().topRight()).x()  # noqa: E731
    seated.until(lambda: right() <= pane.mapTo(window, pane.rect().topLeft()).x())


def test_a_strip_keeps_clear_of_a_pane_that_came_after_it(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.window.resize(1100, 700)
    seated.run(
        EditLead(lead_id=lead_id, customer={"first": "Kim", "last": "Roe", "full": "Kim Roe"}, by=seated.sits)
    )
    strip = seated.window.overlays.undo_strip
    strip.offer("t", "edit Kim Roe")
    pane = seated.open_pane(lead_id)

    def foot() -> int:
        return pane.foot.mapTo(seated.window, pane.foot.rect().topLeft()).y()

    # the pane is shown a turn after it is made, and its foot has its height a turn later
    seated.until(lambda: pane.isVisible() and strip.geometry().bottom() < foot())


def squeezed(within: QWidget) -> list[str]:
    """Paragraphs that have less height than their words need at their width."""
    words = [each for each in shown(within, w.Words) if each.wordWrap() and each.text()]
    return [each.text() for each in words if each.height() < each.heightForWidth(each.width())]


@pytest.mark.requirement("FLOW-14", "ILM-05")
def test_paragraphs_in_rows_that_keep_their_height_are_never_squeezed(seated: SeatedDesk) -> None:
    """The pile's quote of what a customer wrote, and the ladder's steps with all who are meant."""
    wrote = (
        "I would rather talk to a person. Can someone call me after half past nine, and not in the afternoon?"
    )
    seated.run(TakeReply(lead_id=long_named(seated), channel="text", text=wrote, key="r"))
    seated.later(minutes=40)
    seated.settle()
    seated.window.resize(1100, 700)
    Theme.current().switch(scale=1.5)
    go(seated, "today", "")
    today = seated.assembled.screens["today"].screen_made
    seated.until(lambda: today.pile.said.isVisible() and squeezed(today.pile) == [])
    go(seated, "monitor", "")
    monitor = seated.assembled.screens["monitor"].screen_made
    seated.until(lambda: len(monitor.panel.rungs) > 2 and squeezed(monitor.panel) == [])


def test_a_choice_that_is_too_long_ends_in_an_ellipsis(seated: SeatedDesk) -> None:
    """Letters that run under the arrow would be cut: the picture beside the arrow stays as empty as that of a short choice."""
    choice = w.Choice("Security", seated.window)
    choice.addItems(["No", "None, this computer and no other, whatever is said elsewhere"])
    choice.setGeometry(0, 0, 120, 28)
    choice.show()
    pictures = []
    for number in range(2):
        choice.setCurrentIndex(number)
        pictures.append(choice.grab().toImage().copy(90, 4, 7, 20))
    assert pictures[0] == pictures[1]
