"""What opens over the window: the palette, the keyboard map, and what hangs below the top bar. Each is made when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desk.models.changes import Changes
    from desk.models.snapshots.frame import FoundRow
    from desk.models.snapshots.sign_in import SignInView
    from desk.views.board.many import Many
    from desk.views.bridge_protocol import Bridge
    from desk.views.main_window import MainWindow
    from desk.views.palette.palette import Palette
    from desk.views.popover import Popover
    from desk.views.undo_strip import UndoStrip


class Overlays(QObject):
    """Opens them for ``window`` and does what is chosen in them."""

    def __init__(self, window: MainWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._bridge = window, bridge
        self.sheet: Popover | None = None  # what hangs below the top bar, or hung there last

    @cached_property
    def palette(self) -> Palette:
        from desk.views.palette.palette import Palette

        made = Palette(self._window)
        made.asked.connect(self._search)
        made.found_taken.connect(self._found)
        return made

    def find(self) -> None:
        """The palette over the window (Ctrl+K or /)."""
        from desk.views.acts import acts_of_window

        self.palette.open(acts_of_window(self._window))

    def _search(self, words: str) -> None:
        self._bridge.ask(lambda read: read.found(words), lambda rows: self.palette.show_found(words, rows))

    def _found(self, row: FoundRow, act: str) -> None:
        """A lead was taken in the palette: open, wide, or one of its acts."""
        from desk.models import commands as c

        window = self._window
        if act == "claim":
            self._bridge.run(c.ClaimLead(lead_id=row.id), None, window.show_trouble)
        elif act.startswith("move:"):
            window.move_lead(row.id, act.removeprefix("move:"))
        elif act == "wide":
            window.show_screen("board")
            window.board.lead_opened.emit(row.id)
        else:
            window.open_lead(row.id)

    def offer_undo(self, changes: Changes) -> None:
        """What this person just did can be taken back for ten seconds (FLOW-11)."""
        from desk.views.undo_strip import undo_words

        person = self._window.shell.person.id if self._window.shell is not None else ""
        words = undo_words(changes, self._window.board.name_of) if changes.by and changes.by == person else ""
        if words:
            self.undo_strip.offer(changes.txn, words)

    @cached_property
    def undo_strip(self) -> UndoStrip:
        from desk.models import commands as c
        from desk.views.undo_strip import UndoStrip

        made = UndoStrip(self._window, self._foots)
        self._window.pulse.second.connect(made.keep_clear)
        self._window.beside.placed.connect(made.keep_clear)
        self._window.stack.currentChanged.connect(lambda _: QTimer.singleShot(0, made, made.keep_clear))
        made.undo_wanted.connect(lambda txn: self._bridge.run(c.Undo(txn=txn), made.told, made.troubled))
        return made

    @cached_property
    def many(self) -> Many:
        """What is done with many leads at once, and the views that are kept (FLOW-12)."""
        from desk.views.board.many import Many

        made = Many(self._window.board, self._bridge, lambda: self._window.zone)
        made.bar.installEventFilter(self.undo_strip)  # it stands above them, as high as they are
        made.call_wanted.connect(self._call_them)
        return made

    def _call_them(self, lead_ids: tuple[str, ...]) -> None:
        """The marked leads become a calling list in the pane; each that was called is no longer marked (FLOW-12)."""
        self._window.open_pane(lead_ids[0])
        self._window.beside.do(lambda pane: pane.call_them(lead_ids, self.many.called))

    def follow_marks(self) -> None:
        """Leads were marked or let go: their acts stand at the board's foot while there are any."""
        shell = self._window.shell
        self.many.follow(shell.people if shell is not None else ())

    def reach_marks(self) -> None:
        """M: the acts for the marked leads."""
        self.many.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save_view(self) -> None:
        self.many.save_view()

    def drop_view(self, name: str) -> None:
        self.many.drop_view(name)

    def _foots(self) -> list[QWidget]:
        """The acts for the marked leads stand at the foot of the board, a composer or a row of buttons at that of others."""
        from desk.views.undo_strip import FOOT

        # a pane that lies over the board is the stack's own
        foots = self._window.stack.findChildren(QWidget, FOOT)
        return [*foots, self.many.bar] if "many" in self.__dict__ else foots

    def say_why(self, kind: str) -> None:
        """Ask other people something about the selected lead, with a line of words (FLOW-02, FLOW-18)."""
        from desk.views.say_why import ask

        card = self._window.board.selected_card()
        if card is not None:
            ask(self._bridge, card, kind, self._window)

    def attribute(self, what: str) -> None:
        """The selected lead, or its visit, is the assistant's win though it was entered by hand (LEAD-09)."""
        from desk.models.commands import AttributeTo

        card = self._window.board.selected_card()
        if card is not None:
            self._bridge.run(AttributeTo(lead_id=card.id, what=what), None, self._window.show_trouble)

    def switch_person(self, staff_id: str) -> None:
        """Somebody else takes the desk; whoever has a PIN is asked for it (DESK-04), and at a store that signs in everybody is."""
        self._bridge.ask(lambda read: read.sign_in(), lambda view: self._take_desk(staff_id, view))

    def _take_desk(self, staff_id: str, view: SignInView) -> None:
        window, person = self._window, view.person(staff_id)
        if person is None or not (view.asked or person.has_pin):
            window.person_chosen.emit(staff_id)
            return
        from desk.views.pin import AskPin

        sheet = AskPin(self._bridge, person, window)
        sheet.taken.connect(lambda: window.person_chosen.emit(staff_id))
        self.sheet = sheet
        sheet.hang_below(window.bar.person)

    def show_history(self) -> None:
        """What this person did lately, each with its Undo (FLOW-11)."""
        from desk.views.undo_history import UndoHistory

        UndoHistory(self._bridge, self._window.zone, self._window).open()

    def show_keys(self) -> None:
        """The keyboard map (?)."""
        from desk.views.key_map import KeyMap

        KeyMap(self._window).open()

    def offer_pause(self) -> None:
        """The assistant's state under its button, with the store-wide pause (AI-27)."""
        from desk.models import commands as c
        from desk.views.frame_popovers import AssistantPopover

        window = self._window
        if window.shell is None:
            return
        sheet = AssistantPopover(window.shell, window)
        sheet.pause_wanted.connect(
            lambda scope, why: self._bridge.run(
                c.PauseAssistant(scope=scope, reason=why), sheet.done, sheet.troubled
            )
        )
        sheet.sources_wanted.connect(
            lambda: self._bridge.ask(lambda read: read.sources(), sheet.show_sources)
        )
        self.sheet = sheet
        sheet.hang_below(window.bar.assistant)

    def show_next_send(self) -> None:
        """What leaves next and what holds it up (FLOW-13)."""
        from desk.views.frame_popovers import NextSendPopover

        window = self._window
        if window.shell is not None:
            sheet = NextSendPopover(window.shell, window.bar.next_send.text(), window)
            sheet.look_pressed.connect(window.strips.look_pressed)
            self.sheet = sheet
            sheet.hang_below(window.bar.next_send)
