"""The tower: type a name or phone, read who is covered and why; the lead stays as it is (COVER-07, tower.png)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.snapshots.frame import FoundRow
from desk.models.snapshots.tower import TowerView
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.text import say, stage_words
from desk.views.theme import Theme
from desk.views.tower.decide import Decide
from desk.views.tower.paper import paper
from desk.views.tower.parts import (
    CreditBoxes,
    DayRule,
    EarlierRow,
    Legend,
    OtherRow,
    PolicyCard,
    ProofRow,
    titled,
)
from desk.views.undo_strip import FOOT
from desk.views.widgets.rows import emptied

SIDE, OFFERED, TYPING_MS, ROOMY = 320, 4, 120, 1200
CHIP, LEAST_FIELD = 150, 180  # the longest name beside the field, and what the field keeps of a narrow window


class TowerScreen(QWidget):
    """``opened``: the lead, when somebody wants to see it whole."""

    opened = Signal(str)

    def __init__(self, bridge: Bridge, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._zone = bridge, zone
        self.view: TowerView | None = None
        self.found: Sequence[FoundRow] = ()
        self.lead_id = ""
        self.field = QLineEdit()
        self.offers = QHBoxLayout()
        self.title, self.why = w.Words("", "title", wrap=True), w.Words("", "body", "t2", wrap=True)
        self.shield, self.facts = w.Icon("shield-check", "ok", 28), w.Words("", "secondary", "t2", wrap=True)
        self.rule, self.note = DayRule(), w.ErrorStrip()
        self.credits, self.legend, self.counted = CreditBoxes(), Legend(), w.ElidedWords("", "body", "t3")
        self.verdict, self.evidence, self.others, self.past = (w.Card() for _ in range(4))
        self.proofs, self.helpers, self.before, self.policies = (QVBoxLayout() for _ in range(4))
        self.print = w.Button(say("Print"), icon="printer", key="Ctrl P")
        self.print.setObjectName(FOOT)
        self.open = w.Button(say("Open the lead"), "ghost")
        self.settle, self.decide = w.Button(say("Decide as manager"), icon="handshake"), Decide()
        self.empty = w.EmptyState(
            "tower-control", say("Who is standing here"), say("Type a name, phone or email. Looking changes nothing on the lead.")
        )  # fmt: skip
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._build()
        self._connect()
        self.show_view(None)

    # --- parts ---

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.body = QScrollArea()
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 16, 14)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addLayout(self._search())
        self._build_verdict()
        for part in (self.note, self.verdict, self.evidence):
            column.addWidget(part)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(12)
        self._below.addWidget(self.others, 1)
        self._below.addWidget(self.past, 1)
        column.addLayout(self._below)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        self.body.setWidget(inside)
        row.addWidget(self.body, 1)
        row.addWidget(self._side())
        self.setAccessibleName(say("Tower"))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(w.Words(say("Tower"), "title"))
        row.addWidget(w.ElidedWords(say("Who is covered on the person standing here"), "secondary", "t3"), 1)
        row.addWidget(w.Icon("eye", "t3", 14))
        row.addWidget(w.ElidedWords(say("Looking changes nothing on the lead"), "secondary", "t3"))
        return row

    def _search(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.field.setPlaceholderText(say("Name, phone or email of the customer"))
        self.field.setAccessibleName(say("Who is standing here"))
        self.field.setClearButtonEnabled(True)
        row.addWidget(self.field, 1)
        row.addLayout(self.offers)
        return row

    def _build_verdict(self) -> None:
        column = QVBoxLayout(self.verdict)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(6)
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.shield, 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(4)
        for part in (self.title, self.why, self.facts):
            words.addWidget(part)
        row.addLayout(words, 1)
        row.addWidget(self.credits, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.rule)
        titled(self.evidence, say("Evidence"), self.proofs, self.counted, self.legend)
        titled(self.others, say("Others on this customer"), self.helpers)
        titled(self.past, say("Earlier"), self.before)

    def _side(self) -> QWidget:
        self.right = QFrame()
        column = QVBoxLayout(self.right)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(w.Words(say("What each policy would decide"), "section"))
        self.policies.setSpacing(10)
        column.addLayout(self.policies)
        column.addStretch(1)
        column.addWidget(self.decide)
        column.addWidget(self.settle)
        row = QHBoxLayout()
        row.addWidget(self.print)
        row.addStretch(1)
        row.addWidget(self.open)
        column.addLayout(row)
        self._dress()
        Theme.current().changed.connect(self._dress)
        return self.right

    def _dress(self) -> None:
        t = Theme.current()
        self.right.setFixedWidth(t.px(SIDE) if not t.is_large else t.px(240))
        self.field.setFixedHeight(t.px(36))
        self.field.setMinimumWidth(t.px(LEAST_FIELD))
        if self.view is not None:
            self.show_view(self.view)

    def _is_tight(self) -> bool:
        """The boxes and the legend say again what the sentence and the rows say: they go where room is scarce."""
        t = Theme.current()
        return t.is_large or self.width() < t.px(ROOMY)

    def _fit(self) -> None:
        has_policy = self.view is not None and bool(self.view.policies)
        self.credits.setVisible(has_policy and not self._is_tight())
        self.legend.setVisible(not self._is_tight())
        for row in self.evidence.findChildren(ProofRow):
            row.be_tight(tight=self._is_tight())
        directions = QBoxLayout.Direction
        self._below.setDirection(directions.TopToBottom if self._is_tight() else directions.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._typing.start())
        self.field.returnPressed.connect(self._search_now)
        self._typing.timeout.connect(self._search_now)
        self.print.clicked.connect(self.print_out)
        self.open.clicked.connect(lambda: self.opened.emit(self.lead_id))
        self.settle.clicked.connect(self._ask_who)
        self.decide.left.connect(self._close_decision)
        self.decide.decided.connect(self._decided)
        QShortcut(
            QKeySequence("Ctrl+P"),
            self,
            self.print_out,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    # --- looking ---

    def _search_now(self) -> None:
        self._typing.stop()
        words = self.field.text().strip()
        if not words:
            self._show_found("", ())
            return
        self._bridge.ask(
            lambda read: read.found(words), lambda rows: self._show_found(words, rows), self._troubled
        )

    def _show_found(self, words: str, rows: Sequence[FoundRow]) -> None:
        """The people who fit; the first is shown at once, the others stand beside the field."""
        if words != self.field.text().strip():
            return
        self.found = [row for row in rows if row.kind == "lead"][:OFFERED]
        emptied(self.offers)
        for row in self.found:
            t = Theme.current()
            chip = w.Button(paint.elided("secondary_medium", row.title, t.px(CHIP), t), size="row")
            chip.setAccessibleName(row.title)
            told = (row.title, row.detail, stage_words(row.stage))
            chip.setToolTip(" · ".join(part for part in told if part))
            chip.clicked.connect(lambda _=False, lead_id=row.id: self.look(lead_id))
            self.offers.addWidget(chip)
        if self.found:
            self.look(self.found[0].id)
            return
        self.lead_id = ""
        self.empty.title.setText(say("No customer fits") if words else say("Who is standing here"))
        self.show_view(None)

    def look(self, lead_id: str) -> None:
        """Who is covered on this lead; that it was looked up goes into the trail, and nothing else does."""
        if lead_id == self.lead_id and self.view is not None:
            return
        self.lead_id = lead_id
        self._bridge.ask(lambda read: read.tower(lead_id), self._show_looked, self._troubled)

    def _show_looked(self, view: TowerView | None) -> None:
        if view is None or view.card.id != self.lead_id:
            return
        self.show_view(view)
        self._bridge.run(c.AskCoverage(lead_id=view.card.id), None, self._troubled)

    def show_view(self, view: TowerView | None) -> None:
        self.view = view
        self.note.say("")
        self.empty.setVisible(view is None)
        for part in (self.verdict, self.evidence, self.past, self.right):
            part.setVisible(view is not None)
        self.others.setVisible(view is not None and bool(view.others))
        self._close_decision()
        for rows in (self.proofs, self.helpers, self.before, self.policies):
            emptied(rows)
        if view is not None:
            self._show_verdict(view)
            self._show_rows(view)

    def _show_verdict(self, view: TowerView) -> None:
        now, card = self._bridge.now(), view.card
        icon, tone = ("shield-check", "ok") if view.holder else ("shield-x", "bad")
        self.shield.show_icon(icon, tone)
        self.title.setText(view.title)
        self.why.setText(view.why)
        visit = say("visit booked {at}", at=formats.when(view.visit, self._zone, now)) if view.visit else ""
        owner = say("owner {name}", name=card.owner_name) if card.owner_name else say("no owner")
        facts = (
            card.name,
            formats.phone(view.phone),
            card.vehicle,
            card.stock,
            owner,
            stage_words(card.stage),
            visit,
        )
        self.facts.setText(" · ".join(part for part in facts if part))
        self.credits.show_credits(view.policies[0].credits if view.policies else ())
        self._fit()
        many = len(view.proofs)
        self.counted.setText(
            say("1 entry") if many == 1 else say("{n} entries, those that count first", n=many)
        )
        until = view.policies[0].until if view.policies and view.holder else None
        self.rule.show_days(view.proofs, until, now, self._zone)

    def _show_rows(self, view: TowerView) -> None:
        now = self._bridge.now()
        for proof in view.proofs:
            row = ProofRow(proof, self._zone, now)
            row.be_tight(tight=self._is_tight())
            self.proofs.addWidget(row)
        if not view.proofs:
            none = w.Words(say("Nothing was logged by anyone."), "secondary", "t3")
            none.setContentsMargins(14, 4, 14, 8)
            self.proofs.addWidget(none)
        for other in view.others:
            self.helpers.addWidget(OtherRow(other))
        for row in view.earlier:
            self.before.addWidget(EarlierRow(row))
        for policy in view.policies:
            self.policies.addWidget(PolicyCard(policy, view.holder or view.card.owner_name, self._zone, now))

    # --- a dispute over a sale ---

    def _close_decision(self) -> None:
        """The question goes away; where a sale may be in dispute it can be asked again."""
        self.decide.hide()
        self.settle.setVisible(self.view is not None and self.view.card.stage == "sold")

    def _ask_who(self) -> None:
        self.settle.hide()
        owner = self.view.card.owner_id if self.view is not None else ""
        self._bridge.ask(lambda read: read.people(), lambda people: self.decide.ask(people, owner))

    def _decided(self, credited: tuple[str, ...], reason: str) -> None:
        """The verdict is read anew, with what was decided."""
        command = c.DecideCredit(lead_id=self.lead_id, credited=credited, reason=reason)
        self._bridge.run(command, lambda _: self._look_again(), self.decide.refusal.show_trouble)

    def _look_again(self) -> None:
        self.view = None
        self.look(self.lead_id)

    # --- acts ---

    def page(self) -> str:
        """What is printed, as HTML; empty while nobody was looked up."""
        return paper(self.view, self._zone, self._bridge.now()) if self.view is not None else ""

    def print_out(self) -> None:
        if self.view is not None:
            from desk.views.printing import print_out

            print_out(self.page(), self)

    def _troubled(self, trouble: Any) -> None:
        self.note.say(trouble.said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        if self.right.isVisible():
            p.fillRect(self.right.geometry(), t.colour("surface"))
            p.setPen(t.pen("line"))
            p.drawLine(self.right.x(), 0, self.right.x(), self.height())
