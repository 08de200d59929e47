"""Where the board's cards come from: the desk, through the bridge."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desk.models.snapshots.board import BoardView, ColumnView
    from desk.views.bridge_protocol import Bridge


class BoardSource(Protocol):
    """Whoever can read the board. ``whose`` is everyone, mine or unassigned; ``then`` is called on the GUI thread."""

    def board(self, whose: str, then: Callable[[BoardView], None]) -> None: ...
    def page(self, stage: str, cursor: str, whose: str, then: Callable[[ColumnView], None]) -> None: ...


class BridgeSource:
    """Reads the board for the board, through the bridge."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def board(self, whose: str, then: Callable[[BoardView], None]) -> None:
        self._bridge.ask(lambda read: read.board(whose), then)

    def page(self, stage: str, cursor: str, whose: str, then: Callable[[ColumnView], None]) -> None:
        self._bridge.ask(lambda read: read.board_page(stage, cursor, whose), then)
