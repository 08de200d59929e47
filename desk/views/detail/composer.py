"""Writing to the customer by text or e-mail, and keeping a note (FLOW-15).

A channel that may not be used is not offered, and a line says why. In quiet hours Send names the time it goes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desk.models import commands as c
from desk.models.attached import Attached
from desk.models.snapshots.lead import LeadView, TimelineItem
from desk.services.text_length import text_length
from desk.views import formats
from desk.views.detail.composer_parts import ComposerParts
from desk.views.detail.open_lead import OpenLead
from desk.views.detail.starts import StartsPopover
from desk.views.text import say

if TYPE_CHECKING:
    from desk.models.snapshots.bank import StartsView, StartView

WRITTEN = ("text", "email")
FIRST_HOUR = 9  # what "later" offers first, the next morning


class Composer(ComposerParts):
    """``log_wanted``: the person wants to log a call. ``compact`` folds to one line while nobody writes."""

    def __init__(self, lead: OpenLead, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(lead, compact, parent)
        self._lead = lead
        self._view: LeadView | None = None
        self._editing: TimelineItem | None = None
        self._kept: dict[str, tuple[str, str, tuple[Attached, ...]]] = {}
        self.channel = ""
        self.offered: StartsPopover | None = None
        self._connect()

    def _connect(self) -> None:
        for name, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, name=name: self.choose(name))
        self.log_tab.clicked.connect(self.log_wanted)
        self.field.textChanged.connect(self._count)
        self.field.sent.connect(self.submit)
        self.field.left.connect(self._leave)
        self.send.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._leave)
        self.schedule.clicked.connect(self._choose_time)
        self.wordings.clicked.connect(lambda: self._offer(self.wordings))
        self.vehicle.clicked.connect(lambda: self._offer(self.vehicle))
        self.attach.clicked.connect(self.files.choose)
        self.files.changed.connect(self._files_changed)
        self.files.refused.connect(self._files_refused)
        self.field.files_wanted = self._takes_files
        self.field.files_given.connect(self.files.take)
        self.setAcceptDrops(True)
        self.when.dateTimeChanged.connect(lambda _: self._show_hours())
        self.reason.returnPressed.connect(self.submit)
        self.field.installEventFilter(self)
        self.subject.installEventFilter(self)

    # --- facts in ---

    def show_lead(self, view: LeadView, *, fresh: bool) -> None:
        """A fresh lead starts with its preferred channel; a reading of the same lead keeps what was typed."""
        self._view = view
        if fresh:
            self._editing = None
            self.beside.again()
            self._restore(view.card.id)
        self.beside.show_lead(view, self._lead.now())
        for name in WRITTEN:
            self.tabs[name].setVisible(name in view.channels)
        closed = [words for channel, words in view.blocked_channels if channel in WRITTEN]
        self.why_not.setText(". ".join(closed))
        if fresh or (self.channel in WRITTEN and self.channel not in view.channels):
            self.choose(self._first_channel(view))
        self._show_hours()
        self._count()

    def _show_beside(self) -> None:
        """Said before anything is sent: while someone writes a message of their own."""
        own = self.channel in WRITTEN and self._editing is None and self._at_work
        shown = own and bool(self.beside.words.text())
        if shown == self.beside.isHidden():
            self.beside.setVisible(shown)
            self.height_changed.emit()

    def _first_channel(self, view: LeadView) -> str:
        open_ones = [name for name in WRITTEN if name in view.channels]
        if view.preferred_channel in open_ones:
            return view.preferred_channel
        return open_ones[0] if open_ones else "note"

    def keep(self, lead_id: str) -> None:
        """Another lead comes: what was typed here is kept for this one."""
        typed = self.field.toPlainText()
        self._kept.pop(lead_id, None)
        if (typed.strip() or self.files.files) and self._editing is None:
            self._kept[lead_id] = self.subject.text(), typed, self.files.files

    def _restore(self, lead_id: str) -> None:
        subject, typed, files = self._kept.pop(lead_id, ("", "", ()))
        self.subject.setText(subject)
        self.files.show_files(files)
        self.field.setPlainText(typed)
        self._start_over()

    def _start_over(self) -> None:
        """Nothing refused, nothing put off."""
        self.refusal.say("")
        self.reason.clear()
        self.reason.hide()
        self.when.hide()

    def choose(self, channel: str) -> None:
        self.channel = channel
        self.tabs[channel].setChecked(True)
        name = self._view.first or self._view.card.name if self._view else ""
        words = {
            "text": say("Write a text to {name}", name=name),
            "email": say("Write an email to {name}", name=name),
            "note": say("A note for the store; the customer never sees it"),
        }[channel]
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.refusal.say("")
        self._show_hours()
        self._count()
        self._fit()

    def _show_hours(self) -> None:
        """The customer's own time and the lawful hours; in quiet hours Send says when it goes."""
        view = self._view
        if view is None:
            return
        quiet = self.channel == "text" and not view.text_open
        at = formats.clock_full(self._lead.now(), view.customer_zone)
        hours = f" {view.text_hours_words}." if self.channel == "text" and view.text_hours_words else ""
        name = view.first or view.card.name
        self.hours.setText(
            "" if self.channel == "note" else say("{at} for {name}.", at=at, name=name) + hours
        )
        self.hours.set_tone("warn" if quiet else "ok" if self.channel == "text" else "t3")
        self.send.set_words(self._send_words(quiet))

    def _send_words(self, quiet: bool) -> str:
        if self._editing is not None:
            return say("Approve as written")
        if self.channel == "note":
            return say("Save note")
        if (chosen := self._chosen_time()) is not None and self._view is not None:
            zone = self._view.customer_zone
            return say("Send {at}", at=formats.when(chosen, zone, self._lead.now()))
        if quiet and self._view is not None and self._view.text_opens is not None:
            at = formats.clock_full(self._view.text_opens, self._view.customer_zone)
            return say("Send at {at}", at=at)
        return say("Send")

    def _count(self) -> None:
        typed = self.field.toPlainText()
        self.counter.setVisible(self.channel == "text" and bool(typed))
        if self.channel == "text":
            self.counter.setText(counter_words(typed))
        self.send.setEnabled(bool(typed.strip()))
        self._show_beside()

    # --- acts ---

    def write(self, channel: str = "") -> None:
        """R: start to write, by ``channel`` or the one that is chosen."""
        if channel and channel in self.tabs and not self.tabs[channel].isHidden():
            self.choose(channel)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_draft(self, item: TimelineItem) -> None:
        """F2: the draft comes into the field; sending it approves it as written."""
        self._editing = item
        self.when.hide()
        self.choose(item.channel if item.channel in WRITTEN else "text")
        self.field.setPlainText(item.full_text or item.text)
        self.write()

    def time_draft(self, item: TimelineItem) -> None:
        """The draft comes into the field with the moment to choose; sending it approves it for then (AI-18)."""
        self.edit_draft(item)
        self._choose_time()

    def _choose_time(self) -> None:
        """Send later: a moment of the customer's own day, the next morning at first; pressed again, now."""
        if self._view is None:
            return
        if self.when.isHidden():
            tomorrow = formats.local(self._lead.now(), self._view.customer_zone) + timedelta(days=1)
            self.when.setDateTime(QDateTime(tomorrow.year, tomorrow.month, tomorrow.day, FIRST_HOUR, 0, 0))
        self.when.setVisible(self.when.isHidden())
        self._show_hours()

    def _chosen_time(self) -> datetime | None:
        if self.when.isHidden() or self._view is None or self.channel not in WRITTEN:
            return None
        told = self.when.dateTime().toPython()
        assert isinstance(told, datetime), "Qt gives the field's moment"
        return told.replace(tzinfo=ZoneInfo(self._view.customer_zone))

    def submit(self) -> None:
        typed = self.field.toPlainText().strip()
        if not typed or self._view is None:
            return
        self.send.setEnabled(False)
        self._lead.run(self._command(typed), lambda _: self._sent(), self._refused)

    def _command(self, typed: str) -> c.Command:
        lead_id = self._lead.id
        if self._editing is not None:
            at, same = self._chosen_time(), typed == (self._editing.full_text or self._editing.text).strip()
            verdict = "later" if at is not None and same else "edit"
            return c.DecideDraft(message_id=self._editing.id, verdict=verdict, text=typed, at=at)
        if self.channel == "note":
            return c.LogActivity(lead_id=lead_id, type="note", summary=typed)
        assert self._view is not None, "there is nothing to send before a lead is shown"
        quiet = self.channel == "text" and not self._view.text_open
        opens = self._chosen_time() or (self._view.text_opens if quiet else None)
        subject = self.subject.text().strip() if self.channel == "email" else ""
        return c.WriteMessage(
            lead_id=lead_id,
            channel=self.channel,
            text=typed,
            subject=subject,
            not_before=opens,
            over_budget=self.reason.text().strip(),
            hold_assistant=self.beside.holds,
            files=self.files.files if self.channel == "email" else (),
        )

    # --- files ---

    def _takes_files(self, data: QMimeData) -> bool:
        """Files go with an e-mail alone; dropped or pasted where one may be written, they begin one."""
        return self._editing is None and not self.tabs["email"].isHidden() and self.files.takes(data)

    def _files_changed(self) -> None:
        if self.files.files and self.channel != "email":
            self.choose("email")
        self._fit()

    def _files_refused(self, words: str) -> None:
        self.refusal.say(words)
        self.height_changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.take(event.mimeData())

    # --- what to start from ---

    def _offer(self, pressed: QWidget) -> None:
        """The store's wordings, or vehicles with their facts, filled in for this lead."""
        lead_id = self._lead.id
        self._lead.ask(lambda read: read.starts(lead_id), lambda found: self._show_starts(pressed, found))

    def _show_starts(self, pressed: QWidget, found: StartsView) -> None:
        wordings = pressed is self.wordings
        every = found.wordings if wordings else found.vehicles
        title = say("Templates") if wordings else say("Vehicles")
        self.offered = offered = StartsPopover(
            title, [start for start in every if start.channel == self.channel], self
        )
        offered.taken.connect(self._start_from)
        offered.rise_from(pressed)

    def begin_with(self, name: str) -> None:
        """Write to the customer with the store's wording of this name in the field; the field alone where it fits nothing."""
        lead_id = self._lead.id
        if self.channel not in WRITTEN and self._view is not None:
            self.choose(self._first_channel(self._view))
        self._lead.ask(lambda read: read.starts(lead_id), lambda found: self._begin(name, found))

    def _begin(self, name: str, found: StartsView) -> None:
        fitting = (start for start in found.wordings if (start.name, start.channel) == (name, self.channel))
        if (start := next(fitting, None)) is not None:
            self._start_from(start)
        self.write()

    def _start_from(self, start: StartView) -> None:
        """Into the field where the cursor stands; a subject only where there is none yet."""
        if start.subject and not self.subject.text().strip():
            self.subject.setText(start.subject)
        self.field.insertPlainText(start.text)
        self.write()

    def _sent(self) -> None:
        self._editing = None
        self.beside.again()
        self.field.clear()
        self.subject.clear()
        if self.channel == "email":
            self.files.show_files(())
        self._start_over()
        self._show_hours()
        self._fit()

    def _refused(self, trouble: Any) -> None:
        self.refusal.show_trouble(trouble)
        self.send.setEnabled(True)
        if "over_budget" in getattr(trouble, "missing", ()):
            self.reason.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.height_changed.emit()

    def _leave(self) -> None:
        """Esc: an edit is given up; typed words stay."""
        if self._editing is not None:
            self._editing = None
            self.field.clear()
            self.when.hide()
            self._show_hours()
        self.field.clearFocus()
        self.parentWidget().setFocus()
        self._fit()

    # --- folding ---

    def fold(self, folds: bool) -> None:
        """One line stands until someone writes, or all of it at once."""
        if folds != self.folds:
            self.folds = folds
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._fit()
        return super().eventFilter(watched, event)

    @property
    def _at_work(self) -> bool:
        return (
            self.field.hasFocus()
            or self.subject.hasFocus()
            or self.reason.hasFocus()
            or bool(self.field.toPlainText())
            or bool(self.files.files)
        )

    def _fit(self) -> None:
        """In the narrow pane one line stands until someone writes."""
        open_ = not self.folds or self._at_work
        self.top.setVisible(open_)
        self.foot.setVisible(open_)
        self.why_not.setVisible(open_ and bool(self.why_not.text()))
        self.subject.setVisible(open_ and self.channel == "email" and self._editing is None)
        self.cancel.setVisible(self._editing is not None)
        self.schedule.setVisible(self.channel in WRITTEN)
        self.when.setVisible(not self.when.isHidden() and not self.schedule.isHidden())
        for starter in (self.wordings, self.vehicle):
            starter.setVisible(not self.schedule.isHidden())
        by_mail = self.channel == "email" and self._editing is None
        may_mail = self._editing is None and not self.tabs["email"].isHidden()
        self.attach.setVisible(may_mail and self.channel in WRITTEN)  # beside a text it begins an email
        self.files.setVisible(open_ and by_mail and bool(self.files.files))
        self._show_beside()
        self.field.set_lines(2 if open_ else 1)
        self.height_changed.emit()


def counter_words(typed: str) -> str:
    """137 of 160, 1 segment: as the carrier counts it (R26)."""
    length = text_length(typed)
    if length.parts == 1:
        return say("{n} of {most} · 1 segment", n=length.units, most=length.most)
    return say("{n} of {most} · {parts} segments", n=length.units, most=length.most, parts=length.parts)
