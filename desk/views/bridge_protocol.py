"""What the views need of the bridge: they ask a ``Reader`` for snapshots and give commands.

``services.bridge`` fulfils this: a question runs on a reading thread with its own connection, a command on
the writer, and both answer on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:  # the first paint does without any of these
    from desk.models.commands import Command
    from desk.models.snapshots import (
        AlertView,
        BoardView,
        CardView,
        ChannelHealth,
        ColumnView,
        FoundRow,
        LeadView,
        PersonView,
        QuarantineView,
        ShellView,
    )
    from desk.models.snapshots_live import (
        AnswersView,
        AnswerView,
        DaySheetView,
        DoneAct,
        FoundAnswer,
        GivenOut,
        InboxView,
        LadderView,
        MonitorView,
        PreviewView,
        Routine,
        StartsView,
        StockView,
        TemplateView,
        TodayView,
        TowerView,
    )
    from desk.models.snapshots_merge import MergedView, MergeView

T = TypeVar("T")


class Reader(Protocol):
    """Reads the store as the person signed in, at one moment. ``who``: everyone | mine | unassigned."""

    def shell(self) -> ShellView: ...
    def board(self, who: str) -> BoardView: ...
    def board_page(self, stage: str, cursor: str, who: str) -> ColumnView: ...
    def cards(self, lead_ids: Sequence[str]) -> Sequence[CardView]: ...
    def starts(self, lead_id: str) -> StartsView: ...
    def leads_csv(self, lead_ids: Sequence[str]) -> GivenOut: ...
    def lead(self, lead_id: str) -> LeadView | None: ...
    def found(self, words: str) -> Sequence[FoundRow]: ...
    def at_address(self, address: str) -> Sequence[FoundRow]: ...
    def alerts(self) -> Sequence[AlertView]: ...
    def alert(self, alert_id: str) -> AlertView | None: ...
    def alerts_done(self) -> Sequence[AlertView]: ...
    def lost_reasons(self) -> Sequence[tuple[str, str]]: ...
    def alert_doors(self) -> Sequence[str]: ...
    def stock(self, words: str) -> StockView: ...
    def answers(self, words: str) -> AnswersView: ...
    def answer_versions(self, entry: str) -> Sequence[AnswerView]: ...
    def bank_says(self, text: str, language: str) -> FoundAnswer | None: ...
    def templates(self) -> Sequence[TemplateView]: ...
    def template_fields(self) -> Sequence[str]: ...
    def try_out(self, kind: str, subject: str, body: str, lead_id: str) -> PreviewView | None: ...
    def people(self) -> Sequence[PersonView]: ...
    def health(self) -> Sequence[ChannelHealth]: ...
    def settings(self) -> dict[str, Any]: ...
    def has_pin(self, staff_id: str) -> bool: ...
    def pin_fits(self, staff_id: str, pin: str) -> bool: ...
    def monitor(self) -> MonitorView: ...
    def ladder(self, lead_id: str) -> LadderView | None: ...
    def inbox(self, who: str = "everyone") -> InboxView: ...
    def routine(self) -> Routine: ...
    def today(self, role: str, part: str) -> TodayView: ...
    def tower(self, lead_id: str) -> TowerView | None: ...
    def day_sheet(self) -> DaySheetView: ...
    def done_acts(self) -> Sequence[DoneAct]: ...
    def quarantine(self) -> Sequence[QuarantineView]: ...
    def duplicate(self, duplicate_id: str, choices: Mapping[str, str] | None = None) -> MergeView | None: ...
    def merges(self, lead_id: str) -> Sequence[MergedView]: ...


class Pane(Protocol):
    """What stands beside the board: a widget that shows a lead, and says when to close or widen it."""

    closed: Any
    opened_wide: Any

    def show_lead(self, lead_id: str, place: tuple[int, int]) -> None: ...
    def take_key(self, event: QKeyEvent) -> bool:
        """A single key pressed while the board holds the focus; True when the pane acted on it."""
        ...


class Trouble(Protocol):
    """Why something was refused or failed: a sentence for the person, and what to do."""

    words: str
    do: str


class Bridge(Protocol):
    """The one way from the views to the desk. Callbacks come on the GUI thread."""

    #: Changes: one commit, which leads and kinds.
    changed: SignalInstance
    #: AlertView: a new alert for the person who is signed in.
    alert: SignalInstance
    #: Trouble that nobody asked for.
    failed: SignalInstance

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def ask(
        self,
        question: Callable[[Reader], T],
        success: Callable[[T], None],
        failure: Callable[[Any], None] | None = None,
    ) -> None: ...

    def run(
        self,
        command: Command,
        success: Callable[[Any], None] | None = None,
        failure: Callable[[Any], None] | None = None,
    ) -> None: ...
