"""The tour's stops at the questions that stand in an open lead: needs, trade-in, the visit's outcome, a call, files."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

from desk.app.tour import Tour
from desk.app.tour_board import board
from desk.app.tour_ways import back_to_board, card_of, open_wide, shows, view_of
from desk.models.commands import TakeMail
from desk.models.intake.phones import e164
from desk.models.snapshots.board import CardView
from desk.services.outside.carrier_terms import CarrierFile
from desk.services.outside.world import STORE_NUMBER

_PDF = b"%PDF-1.7\n% invented"
_PHOTO = b"\xff\xd8\xff\xe0" + bytes(240_000)


def needs(tour: Tour, name: str) -> None:
    """The needs assessment, as it stands after the assistant heard some of it."""
    _question(tour, name, _open(tour, lambda card: bool(view_of(tour, card).needs)), "needs")


def trade(tour: Tour, name: str) -> None:
    """A trade-in of which the mileage is known."""
    _question(tour, name, _open(tour, lambda card: bool(view_of(tour, card).trade_in)), "trade")


def outcome(tour: Tour, name: str) -> None:
    """How a visit went, with what follows from it."""
    _question(tour, name, _open(tour, lambda card: _visit(tour, card) is not None), "outcome")


def warmth(tour: Tour, name: str) -> None:
    """The temperature set by hand, over the gauge's reasons."""
    _question(tour, name, _open(tour, lambda card: card.stage == "engaged"), "warmth")


def calling(tour: Tour, name: str) -> None:
    """Three marked leads, called one by one in the pane."""
    back_to_board(tour)
    marks = tour.window.board.marks
    marks.add(tour.window.board.columns["contacted"].model.cards()[:3])
    tour.window.overlays.many.bar.call.click()
    tour.until(
        lambda: tour.window.pane is not None and tour.window.pane.calls.answer is not None,
        "the first of the list",
    )
    tour.take(name)
    tour.window.pane.calls.end()
    marks.pick(picking=False)
    back_to_board(tour)


def marked(tour: Tour, name: str) -> None:
    """Leads marked while a lead lies open over or beside the board."""
    board(tour, "")
    marks = tour.window.board.marks
    marks.add(tour.window.board.columns["contacted"].model.cards()[:3])
    tour.take(name)
    marks.pick(picking=False)
    back_to_board(tour)


def files(tour: Tour, name: str) -> None:
    """A customer answers with a title and photos of the trade-in."""
    card = card_of(tour, lambda card: card.stage == "engaged" and _email(tour, card) != "")
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = (
        _email(tour, card),
        "desk@store.example",
        "Photos of my trade",
    )
    letter["Message-ID"] = f"<files-{card.id}@example.com>"
    letter.set_content("Here is the title, and how it looks from the front. One door has a ding.")
    letter.add_attachment(_PDF, maintype="application", subtype="pdf", filename="title.pdf")
    letter.add_attachment(_PHOTO, maintype="image", subtype="jpeg", filename="front of the car.jpg")
    tour.seat.bridge.run(TakeMail(raw=letter.as_bytes()))
    wide = open_wide(tour, card)
    tour.until(lambda: bool(wide.timeline.files()), "the files")
    wide.timeline.scrollToBottom()
    tour.take(name)
    back_to_board(tour)


def text_files(tour: Tour, name: str) -> None:
    """A first email with a photo; then texts: one whose photo is here, one whose photo is on its way, a photo alone."""
    card = card_of(tour, lambda card: card.stage == "engaged" and _number(tour, card) != "")
    number, carrier = _number(tour, card), tour.demo.world.carrier
    photo = CarrierFile("image/jpeg", _PHOTO)
    carrier.receive(number, STORE_NUMBER, "Two more of the trade", media=(photo, photo))
    carrier.receive(number, STORE_NUMBER, "", media=(photo,))
    wide = open_wide(tour, card)
    tour.until(lambda: len(wide.timeline.files()) > 2, "the photos", 120.0)
    carrier.files_down = True
    carrier.receive(number, STORE_NUMBER, "And the odometer", media=(photo,))
    tour.until(lambda: _says(wide, "odometer"), "the text", 120.0)
    wide.timeline.scrollToBottom()
    tour.take(name)
    back_to_board(tour)


def first_files(tour: Tour, name: str) -> None:
    """Somebody new asks by email and sends a photo along."""
    letter = EmailMessage()
    letter["From"], letter["To"] = "Pat Lane <pat.lane@example.com>", "desk@store.example"
    letter["Subject"], letter["Message-ID"] = "2022 Toyota RAV4, is it available", "<first-files@example.com>"
    letter.set_content(
        "Is the RAV4 still available? A photo of my trade is with this. My phone is 208-555-0199."
    )
    letter.add_attachment(_PHOTO, maintype="image", subtype="jpeg", filename="front of the car.jpg")
    tour.seat.bridge.run(TakeMail(raw=letter.as_bytes()))
    tour.until(lambda: bool(tour.ask(lambda read: _named(read, "Pat Lane"))), "the lead")
    wide = open_wide(tour, card_of(tour, lambda card: card.name == "Pat Lane"))
    tour.until(lambda: bool(wide.timeline.files()), "the photo")
    wide.timeline.scrollToTop()
    tour.take(name)
    back_to_board(tour)


def _named(read: Any, name: str) -> bool:
    return any(card.name == name for column in read.board("everyone").columns for card in column.cards)


def _says(wide: Any, word: str) -> bool:
    return any(word in item.text for item in wide.view.timeline)


def _number(tour: Tour, card: CardView) -> str:
    view = view_of(tour, card)
    phones = (tile.address for tile in view.tiles if "@" not in tile.address)
    return next((e164(phone) or "" for phone in phones), "") if "text" in view.channels else ""


def _email(tour: Tour, card: CardView) -> str:
    return next((tile.address for tile in view_of(tour, card).tiles if "@" in tile.address), "")


def _visit(tour: Tour, card: CardView) -> Any:
    forms = view_of(tour, card).forms
    return forms.visit if forms is not None else None


def _open(tour: Tour, wanted: Any) -> Any:
    """The lead's pane beside the board."""
    back_to_board(tour)
    card = card_of(tour, wanted)
    tour.until(lambda: tour.window.board.select_lead(card.id), "the lead's card")
    tour.until(lambda: shows(tour.window.pane, card.id), "the pane")
    return tour.window.pane


def _question(tour: Tour, name: str, pane: Any, card: str) -> None:
    pane.open_card(card)
    tour.until(lambda: pane.cards.stand, "the question")
    tour.take(name)
    pane.cards.leave()
    back_to_board(tour)


FORMS = {
    "needs-form": needs, "trade-form": trade, "outcome-form": outcome, "warmth-form": warmth, "calling": calling, "marked": marked,
    "files": files, "files-text": text_files, "files-first": first_files,
}  # fmt: skip
