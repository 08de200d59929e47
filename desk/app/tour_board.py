"""The tour's stops at the board, the palette and the lead."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from desk.app.tour import SIZE, Tour
from desk.app.tour_ways import back_to_board, card_of, open_wide, shows, view_of, with_draft
from desk.models.snapshots.lead import LeadView
from desk.models.words import AiState
from desk.views.theme import Theme

HALF = SIZE.height() // 2 - 16  # how high a tab's picture may be: two rows on a sheet


def board(tour: Tour, name: str) -> None:
    """The board with the lead that asked for a person open beside it."""
    back_to_board(tour)
    card = card_of(tour, lambda card: card.ai_state == AiState.HANDED_OFF)

    def opened() -> bool:
        """Chosen until it is shown: a card that just moves to another column loses its choice with the old one."""
        if shows(tour.window.pane, card.id):
            return True
        tour.window.board.select_lead(card.id)
        return False

    tour.until(opened, "the pane", seconds=30)
    if name:
        tour.take(name)


def board_dark(tour: Tour, name: str) -> None:
    """All seven columns, dark, with the pane closed."""
    back_to_board(tour)
    with tour.dark():
        tour.take(name)


def board_200(tour: Tour, name: str) -> None:
    """The board at twice the text size: columns scroll sideways and the pane lies over them (look, section 7)."""
    with tour.scaled(2.0):
        board(tour, name)
    back_to_board(tour)


def board_many(tour: Tour, name: str) -> None:
    """Leads marked in two columns, and one that stays as it is because it may not rest yet (FLOW-12)."""
    back_to_board(tour)
    window, marks = tour.window, tour.window.board.marks
    for stage, count in (("contacted", 3), ("engaged", 2)):
        marks.add(window.board.columns[stage].model.cards()[:count])
    bar = window.overlays.many.bar
    bar.hold.click()
    form = window.overlays.many.form
    form.reason.setText("Waits for the factory's date")
    form.note.setPlainText("All five wait for the same delivery")
    form.hold.click()
    tour.until(bar.refused.isVisible, "the refusals")
    tour.take(name)
    marks.pick(picking=False)
    strip = window.overlays.undo_strip
    tour.until(strip.isVisible, "the offer to take it back")
    strip.undo.click()
    tour.until(strip.isHidden, "the leads as they were")


def palette(tour: Tour, name: str) -> None:
    """The palette over the board: leads, vehicles, commands and settings for what was typed."""
    board(tour, "")
    tour.window.overlays.find()
    palette = tour.window.overlays.palette
    palette.box.setText("hi")
    palette.box.textEdited.emit("hi")
    tour.until(lambda: any(row.kind == "lead" for row in palette.rows.rows), "what the store found")
    tour.take(name)
    palette.hide()
    back_to_board(tour)


def lead_tabs(tour: Tour, name: str) -> None:
    """The side tabs of one lead, three beside three."""
    wide = open_wide(
        tour, card_of(tour, lambda card: card.stage != "new" and _tells_all(view_of(tour, card)))
    )
    tabs = wide.side
    sheet = QImage(SIZE, QImage.Format.Format_RGB32)
    sheet.fill(Theme.current().colour("canvas"))
    painter = QPainter(sheet)
    for number in range(tabs.count()):
        tabs.choose(number)
        tour.settle()
        place = QPoint(number % 3 * (SIZE.width() // 3) + 40, number // 3 * (HALF + 16) + 8)
        picture = tabs.grab()
        painter.drawPixmap(
            place,
            picture,
            picture.rect().adjusted(0, 0, 0, min(0, HALF - picture.height())),
        )
    painter.end()
    tour.keep(name, sheet)


def _tells_all(view: LeadView) -> bool:
    return bool(view.needs and view.trade_in and view.coverage_words and view.vehicles)


def lead(tour: Tour, name: str) -> None:
    """A lead whose next message waits for a person's word."""
    open_wide(tour, with_draft(tour))
    tour.take(name)


def lead_dark(tour: Tour, name: str) -> None:
    open_wide(tour, card_of(tour, lambda card: card.ai_state == AiState.HANDED_OFF))
    with tour.dark():
        tour.take(name)


def ai_off(tour: Tour, name: str) -> None:
    """The question before the assistant is turned off, in place (AI-14)."""
    wide = open_wide(tour, with_draft(tour))
    wide.assistant.switch.click()
    tour.until(wide.assistant.turn_off.isVisible, "the question")
    tour.take(name)
    wide.assistant.turn_off.keep_button.click()
