"""What the narrow pane and the wide lead have in common: the parts, how they are joined, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from desk.models import commands as c
from desk.models.commands import SettleStop
from desk.models.snapshots.lead import LeadView
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail import menus
from desk.views.detail.assistant import AssistantPanel
from desk.views.detail.bubble_files import FileDoor
from desk.views.detail.calling_list import CallingList
from desk.views.detail.cards import LeadCards
from desk.views.detail.composer import Composer
from desk.views.detail.fitted import FittedStack
from desk.views.detail.handoff import HandoffCard
from desk.views.detail.open_lead import OpenLead
from desk.views.detail.records import RecordsCard
from desk.views.detail.timeline import Timeline
from desk.views.pulse import Pulse
from desk.views.text import STAGES, say
from desk.views.theme import Theme
from desk.views.undo_strip import FOOT

if TYPE_CHECKING:  # each of these when it is first wanted
    from desk.views.detail.hold import HoldForm
    from desk.views.detail.log_call import LogForm
    from desk.views.detail.visit import VisitForm


class LeadBody(QWidget):
    """``closed``, ``opened_wide``: the lead; ``move_wanted``: lead and stage; ``stepped``: +1 next, -1 previous."""

    closed = Signal()
    opened_wide = Signal(str)
    move_wanted = Signal(str, str)
    stepped = Signal(int)

    def __init__(
        self, bridge: Bridge, pulse: Pulse, zone: str, wide: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.wide = wide
        self.lead = OpenLead(bridge, zone, self)
        self.timeline, self.files = Timeline(zone, self.lead.now), FileDoor(self.lead, self)
        self.foot = FittedStack(self)
        self.composer = Composer(self.lead, compact=not wide, parent=self.foot)
        self.assistant = AssistantPanel(self.lead, brief=not wide)
        self.handoff = HandoffCard(self.lead)
        self.cards = LeadCards(self.lead)
        self.records = RecordsCard(self.lead)
        self.calls = CallingList(self.lead)
        self.stepper = w.StageStepper(wide=wide)
        self.note = w.ErrorStrip()
        self.foot.setObjectName(FOOT)
        self.foot.addWidget(self.composer)
        self.handoff.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._fresh = True
        self._when_shown: tuple[str, Callable[[], None]] | None = None
        self._join(pulse)

    def _join(self, pulse: Pulse) -> None:
        self.lead.shown.connect(self._shown)
        self.lead.gone.connect(self.closed)
        self.lead.troubled.connect(self.show_trouble)
        self.timeline.decided.connect(self._decide)
        self.timeline.edit_wanted.connect(self.composer.edit_draft)
        self.timeline.later_wanted.connect(self.composer.time_draft)
        self.timeline.file_wanted.connect(self.files.act)
        self.timeline.files_wanted.connect(self.files.offer)
        self.files.said.connect(self.note.say)
        self.composer.log_wanted.connect(self.log_activity)
        self.composer.height_changed.connect(self.foot.fit)
        self.cards.closed.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cards.said.connect(self.note.say)
        self.calls.lead_wanted.connect(self.show_lead)
        self.calls.log_wanted.connect(self.log_activity)
        self.calls.ended.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cards.move_wanted.connect(self.book)
        self.handoff.act.connect(self._act)
        self.assistant.act.connect(self._act)
        self.stepper.chosen.connect(self._move)
        Theme.current().changed.connect(self.foot.fit)
        pulse.second.connect(self._tick)
        pulse.minute.connect(self.lead.read)

    @cached_property
    def log(self) -> LogForm:
        """What was done, to be written down; made when it is first wanted."""
        from desk.views.detail.log_call import LogForm

        made = LogForm(self.lead, columns=3 if self.wide else 2)
        self.foot.addWidget(made)
        made.done.connect(self._logged)
        made.saved.connect(self.calls.logged)
        made.height_changed.connect(self.foot.fit)
        return made

    @property
    def hold(self) -> HoldForm:
        return self.cards.hold

    @property
    def visit(self) -> VisitForm:
        return self.cards.visit

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        """The single keys of a lead; a text field with the focus has taken its own before they come here."""
        k = Qt.Key
        stages = {
            k(k.Key_0 + n): lambda stage=stage: self._move(stage)  # type: ignore[misc]  # a default binds it
            for n, stage in enumerate(STAGES, 1)
        }
        return stages | {
            k.Key_A: lambda: self._on_draft("approve"),
            k.Key_F2: lambda: self._on_draft("edit"),
            k.Key_X: lambda: self._on_draft("skip"),
            k.Key_E: self.log_activity,
            k.Key_Period: lambda: self.calls.go(1) if self.calls.stands else None,
            k.Key_R: self.write,
            k.Key_C: self.call,
            k.Key_T: self.assistant.toggle_panel,
            k.Key_H: self.hold_or_resume,
            k.Key_B: self.book,
            k.Key_V: lambda: self.open_card("outcome"),
            k.Key_Q: lambda: self.open_card("needs"),
            k.Key_I: lambda: self.open_card("trade"),
            k.Key_W: lambda: self.open_card("warmth"),
            k.Key_P: lambda: self.open_card("facts"),
            k.Key_F: self.offer_files,
            k.Key_G: self.claim,
            k.Key_O: self.offer_owners,
            k.Key_J: lambda: self.stepped.emit(1),
            k.Key_Down: lambda: self.stepped.emit(1),
            k.Key_K: lambda: self.stepped.emit(-1),
            k.Key_Up: lambda: self.stepped.emit(-1),
            k.Key_Escape: self.escape,
        }

    # --- facts in ---

    def show_lead(self, lead_id: str, place: tuple[int, int] = (0, 0)) -> None:
        """Open a lead; ``place`` is its place in its column and the column's count, where the board knows it."""
        if lead_id != self.lead.id:
            self.composer.keep(self.lead.id)
            self._fresh = True
            self.note.say("")
            self.cards.hide()
            self.foot.setCurrentWidget(self.composer)
        self.place = place
        self.lead.open(lead_id)

    def _shown(self, view: LeadView) -> None:
        fresh, self._fresh = self._fresh, False
        self.show_head(view)
        self.stepper.show_stage(view.card.stage)
        self.handoff.show_lead(view)
        self.records.show_lead(view, fresh=fresh)
        self.cards.show_lead(view)
        self.calls.show_lead(view)
        self.assistant.show_lead(view, fresh=fresh)
        self.composer.show_lead(view, fresh=fresh)
        self.timeline.show_items(view.timeline, fresh=fresh)
        self.show_more(view, fresh=fresh)
        if fresh:
            self.foot.fit()
        if self._when_shown is not None and self._when_shown[0] == view.card.id:
            (_lead_id, act), self._when_shown = self._when_shown, None
            act()

    def show_head(self, view: LeadView) -> None:
        """The head of the lead; told by the pane that arranges it."""
        raise NotImplementedError

    def show_more(self, view: LeadView, *, fresh: bool) -> None:
        """What else a pane shows."""

    def show_trouble(self, trouble: Any) -> None:
        self.note.say(trouble.said)

    def _tick(self) -> None:
        if self.isVisible():
            self.timeline.tick()
            self.handoff.tick()

    # --- acts ---

    @property
    def view(self) -> LeadView | None:
        return self.lead.view

    def _move(self, stage: str) -> None:
        if self.view is not None and stage != self.view.card.stage:
            self.move_wanted.emit(self.lead.id, stage)

    def _decide(self, message_id: str, verdict: str) -> None:
        if verdict in ("sent", "again", "drop"):
            self.lead.run(c.SettleUncertain(message_id=message_id, verdict=verdict))
        else:
            self.lead.run(c.DecideDraft(message_id=message_id, verdict=verdict))

    def _on_draft(self, verdict: str) -> None:
        """A, F2 and X are for the draft that waits first; A only for one that waits for approval."""
        waiting = self.timeline.drafts()
        if waiting and (verdict != "approve" or waiting[0].status == "pending_approval"):
            self.timeline.decide(waiting[0].id, verdict)

    def write(self) -> None:
        """R: to the customer; a question that stood is left."""
        self.cards.hide()
        self.composer.write()

    def offer_files(self) -> None:
        """F: the files of the message that is chosen, else of the whole conversation."""
        if not self.timeline.offer_files():
            self.note.say(say("No files came or went with this lead."))

    def log_activity(self) -> None:
        self.cards.hide()
        self.foot.setCurrentWidget(self.log)
        self.log.start(because=self.calls.because)
        self.foot.fit()

    def _logged(self) -> None:
        self.foot.setCurrentWidget(self.composer)
        self.foot.fit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def when_shown(self, lead_id: str, act: Callable[[], None]) -> None:
        """Do this as soon as the lead is read: an alert's Call comes before its lead is here."""
        self._when_shown = lead_id, act
        if self.view is not None and self.view.card.id == lead_id:
            self._when_shown = None
            act()

    def call(self) -> None:
        """Call: asked and made as in a calling list, be it of one; then the log is open for the outcome (COMPLY-02)."""
        if self.calls.stands:
            self.calls.call()
        elif self.view is not None:
            self.note.say("")
            self.calls.start_one(self.view)

    def call_them(self, lead_ids: Sequence[str], called: Callable[[str], None]) -> None:
        """Call these leads one by one; ``called`` hears of each whose call was logged (FLOW-12)."""
        self.calls.start(lead_ids, called)

    def claim(self) -> None:
        self.lead.run(c.ClaimLead(lead_id=self.lead.id))

    def hold_or_resume(self) -> None:
        if self.view is None:
            return
        if self.view.card.hold_until is not None:
            self.lead.run(c.ResumeLead(lead_id=self.lead.id))
        else:
            self.open_card("hold")

    def book(self) -> None:
        """B: a visit at the store."""
        self.open_card("visit")

    def open_card(self, name: str) -> None:
        """Ask one of the questions that stand in the lead (``LeadCards``), or the customer for photos."""
        if name in _ASKED_IN_WRITING:
            self.composer.begin_with(_ASKED_IN_WRITING[name])
        elif self.view is not None:
            self.note.say("")
            self.cards.ask(name, self.view)

    def _act(self, act: str) -> None:
        if act == "email_too":
            words = say("Closed by a person after the customer said stop")
            self.lead.run(c.OptOut(lead_id=self.lead.id, channels=("email",), words=words))
            return
        if act in ("stopped", "go_on"):
            self.lead.run(SettleStop(lead_id=self.lead.id, stopped=act == "stopped"))
            return
        {"call": self.call, "reply": self.write, "claim": self.claim}[act]()

    def offer_owners(self) -> None:
        """O: everyone who works here, those on shift first."""
        self.lead.ask(lambda read: read.people(), lambda people: menus.owners(self, people))

    def offer_more(self, under: QWidget) -> None:
        """The rest of what can be done, each with its key."""
        menus.more(self, under)

    def opt_out(self, *channels: str) -> None:
        """The customer told a person that they want nothing more on these channels (R3)."""
        self.lead.run(c.OptOut(lead_id=self.lead.id, channels=channels, words=say("Said to a person")))

    def take_key(self, event: QKeyEvent) -> bool:
        """A single key pressed here, or on the board while the pane stands open; True when it was acted on."""
        act = self._keys().get(Qt.Key(event.key())) if _is_single(event) else None
        if act is None or self.view is None:
            return False
        act()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(self.focusWidget(), _FIELDS) and event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)  # what a field let through was meant for it all the same
        elif entered and not self.wide and _is_single(event):
            self.opened_wide.emit(self.lead.id)
        elif not self.take_key(event):
            super().keyPressEvent(event)

    def escape(self) -> None:
        """Esc closes what lies nearest: a question in the lead, the one about the assistant, the log, the pane."""
        if self.cards.leave():
            return
        if not self.assistant.turn_off.isHidden():
            self.assistant.turn_off.kept.emit()
        elif self.foot.currentWidget() is not self.composer:
            self._logged()
        elif self.calls.stands:
            self.calls.end()
        else:
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().colour("canvas"))


#: What is asked of the customer, by the wording that asks it.
_ASKED_IN_WRITING = {"photos": "trade_photos", "swap": "another_vehicle"}
_FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox)


def _is_single(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return held == Qt.KeyboardModifier.NoModifier
