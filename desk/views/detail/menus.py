"""What a lead offers in a list: who may own it, and the rest of what can be done, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from desk.models import commands as c
from desk.views.text import say

if TYPE_CHECKING:
    from desk.models.snapshots.frame import PersonView
    from desk.views.detail.body import LeadBody

Act = tuple[str, str, Callable[[], None]]


def owners(body: LeadBody, people: Sequence[PersonView]) -> None:
    """Everyone who works here, those on shift first, and nobody."""
    menu = _menu(body)

    def assign(to: str | None) -> None:
        body.lead.run(c.AssignLead(lead_id=body.lead.id, to=to))

    for person in sorted((p for p in people if p.active), key=lambda p: not p.on_shift):
        shift = say("on shift") if person.on_shift else say("off shift")
        act = menu.addAction(f"{person.name} · {person.role_words} · {shift}")
        act.triggered.connect(lambda _=False, to=person.id: assign(to))
    menu.addSeparator()
    menu.addAction(say("Nobody")).triggered.connect(lambda: assign(None))
    menu.popup(body.mapToGlobal(body.rect().center()))


def more(body: LeadBody, under: QWidget) -> None:
    """Under the button that asked for it."""
    menu = _menu(body)
    for words, key, act in _acts(body):
        menu.addAction(f"{words}\t{key}").triggered.connect(lambda _=False, act=act: act())
    menu.popup(under.mapToGlobal(under.rect().bottomLeft()))


def _menu(body: LeadBody) -> QMenu:
    menu = QMenu(body)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _acts(body: LeadBody) -> Iterator[Act]:
    held = body.view is not None and body.view.card.hold_until is not None
    if body.view is not None and body.view.is_history:
        start = c.StartOutreach(lead_id=body.lead.id)
        yield say("Start the assistant on it"), "", lambda: body.lead.run(start)
    yield say("Log activity"), "E", body.log_activity
    yield say("Claim"), "G", body.claim
    yield say("Assign owner"), "O", body.offer_owners
    yield say("Book a visit"), "B", body.book
    yield say("How the visit went"), "V", lambda: body.open_card("outcome")
    yield say("Ask about needs"), "Q", lambda: body.open_card("needs")
    yield say("Trade-in"), "I", lambda: body.open_card("trade")
    yield say("Customer, kind of order, pace"), "P", lambda: body.open_card("facts")
    yield say("Files of the conversation"), "F", body.offer_files
    yield say("Set the temperature"), "W", lambda: body.open_card("warmth")
    yield say("Take off hold") if held else say("Put on hold"), "H", body.hold_or_resume
    yield say("Same customer as another lead"), "", body.records.ask
    yield say("Customer agreed to be contacted"), "", lambda: body.open_card("consent")
    yield say("Customer asked for no texts or calls"), "", lambda: body.opt_out("text", "call")
    yield say("Customer asked for no contact at all"), "", lambda: body.opt_out("all")
