"""What the side tabs show of needs, trade-in and the visit that stands, each with the way to its form (lead-tabs.png)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots.lead import LeadForms, LeadView, VisitView
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.open_lead import OpenLead
from desk.views.detail.side_rows import Ruled, fact
from desk.views.text import say

#: Asks for one of the questions that stand in the lead, by its name.
Want = Callable[[str], None]


def standing_row(visit: VisitView, lead: OpenLead, want: Want) -> QWidget:
    """The visit that stands, with the way to its check and its outcome."""
    row = Ruled()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 5, 0, 7)
    words = QVBoxLayout()
    words.setSpacing(1)
    at = formats.when(visit.starts, lead.zone, lead.now())
    words.addWidget(w.Words(say("Visit {at}", at=at), "row", wrap=True))
    told = say("Vehicle checked") if visit.checked else visit.car_words
    tone = "ok" if visit.checked else {"ok": "t3", "t3": "t3"}.get(visit.car_tone, visit.car_tone)
    words.addWidget(w.Words(told, "secondary", tone, wrap=True))
    button = w.Button(say("How did it go") if visit.is_over else say("Check, outcome"), key="V", size="row")
    button.clicked.connect(lambda: want("outcome"))
    line.addWidget(w.Icon("calendar", "t2", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


def needs_parts(view: LeadView, want: Want) -> list[QWidget]:
    """Every question of the store's assessment; what is open says so (lead-tabs.png)."""
    forms = view.forms or LeadForms()
    known = sum(bool(need.answer) for need in forms.needs)
    head = w.Words(say("{n} of {all} known", n=known, all=len(forms.needs)), "secondary", "t3")
    rows = [
        fact(need.caption, need.answer or say("Not asked yet"), "t1" if need.answer else "warn")
        for need in forms.needs
    ]
    words = say("Continue assessment") if known else say("Start assessment")
    return [head, *rows, _edit(want, words, "Q", "needs", forms.locked)]


def trade_parts(view: LeadView, want: Want) -> list[QWidget]:
    """What is known of it and by whom; without one, only the way to write it down."""
    forms = view.forms or LeadForms()
    if not view.trade_in:
        none = w.Words(say("No trade-in is known."), "body", "t3", wrap=True)
        return [none, _edit(want, say("Write down a trade-in"), "I", "trade", forms.locked)]
    told = forms.trade
    rows = (
        (
            say("Mileage"),
            say("About {n} mi", n=formats.count(round(told["odometer"]))) if told.get("odometer") else "",
        ),
        (say("VIN"), str(told.get("vin") or "")),
        (say("Condition"), str(told.get("condition") or "")),
        (say("Payoff"), f"${formats.count(round(told['owed']))}" if told.get("owed") is not None else ""),
        (say("Title"), str(told.get("title") or "")),
        (say("Note"), str(told.get("comments") or "")),
    )
    title = " ".join(str(told[name]) for name in ("year", "make", "model") if told.get(name))
    badge = (
        (say("Written down by a person"), "accent") if forms.trade_by_hand else (say("As they told it"), "ai")
    )
    parts: list[QWidget] = [w.Words(title or say("A trade-in"), "section", wrap=True), w.Badge(*badge)]
    asked = [row for row in rows if row[1] or row[0] != say("Note")]
    parts += [fact(name, words or say("Not asked yet"), "t1" if words else "warn") for name, words in asked]
    enough = forms.photos >= forms.photos_wanted
    photos = say("{n} of {most} came", n=forms.photos, most=forms.photos_wanted)
    parts.append(fact(say("Photos"), photos, "t1" if enough else "warn"))
    asks = [] if forms.locked else [_ask_row(want, enough)]
    return [*parts, _no_values(), *asks, _edit(want, say("Change it"), "I", "trade", forms.locked)]


def _ask_row(want: Want, enough: bool) -> QWidget:
    """What an appraiser still needs: photos, and the car in the store."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 10, 0, 0)
    acts = [(say("Book appraisal"), "calendar", "visit")]
    if not enough:
        acts.insert(0, (say("Ask for photos"), "message-square", "photos"))
    for words, icon, card in acts:
        button = w.Button(words, icon=icon, size="row")
        button.clicked.connect(lambda _=False, card=card: want(card))
        line.addWidget(button)
    line.addStretch(1)
    return row


def _no_values() -> QWidget:
    card = w.Card("warn")
    column = QVBoxLayout(card)
    column.addWidget(w.Words(say("No values by text or phone"), "name", "warn"))
    line = say("Appraise in the store. Ask for photos and the payoff letter now.")
    column.addWidget(w.Words(line, "secondary", "t2", wrap=True))
    return card


def _edit(want: Want, words: str, key: str, card: str, locked: str) -> QWidget:
    """The way to a form; where it is closed to this person, why."""
    if locked:
        return w.Words(locked, "secondary", "t3", wrap=True)
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 10, 0, 0)
    button = w.Button(words, key=key, icon="pencil", size="row")
    button.clicked.connect(lambda: want(card))
    line.addWidget(button)
    line.addStretch(1)
    return row
