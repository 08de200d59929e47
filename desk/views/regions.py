"""F6 goes round the regions of the window: rail, top bar, page, pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desk.views.main_window import MainWindow


def next_region(window: MainWindow) -> None:
    """Give the focus to the region after the one that holds it."""
    regions = [window.rail, window.bar, window.stack.currentWidget()]
    if window.pane is not None and window.pane.isVisible():
        regions = [window.rail, window.bar, window.board, window.pane]
    at = next((n for n, region in enumerate(regions) if region.hasFocus() or _holds_focus(region)), -1)
    _first_focusable(regions[(at + 1) % len(regions)]).setFocus(Qt.FocusReason.TabFocusReason)


def _holds_focus(region: QWidget) -> bool:
    focused = region.window().focusWidget()
    return focused is not None and region.isAncestorOf(focused)


def _first_focusable(region: QWidget) -> QWidget:
    if region.focusProxy() is not None or region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return region
    inside = region.findChildren(QWidget)
    return next((child for child in inside if _takes_focus(child)), region)


def _takes_focus(child: QWidget) -> bool:
    return bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus) and child.isVisible() and child.isEnabled()
