"""The frame of the window: palette, wide rail, keyboard map, what hangs below the top bar, and the smallest window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from desk.views.frame_popovers import AssistantPopover, NextSendPopover
from desk.views.gallery import samples
from desk.views.key_map import KeyMap
from desk.views.main_window import MainWindow
from desk.views.theme import Theme


class StandIn(QWidget):
    """Holds the pane's place."""

    closed = Signal()
    opened_wide = Signal(str)

    def show_lead(self, lead_id: str, place: tuple[int, int]) -> None:
        return None

    def take_key(self, event: object) -> bool:
        return False


def window_of(scale: float, theme: str = "light", size: tuple[int, int] = (1440, 900)) -> MainWindow:
    """The window over the samples, shown, with a stand-in for the pane."""
    from desk.views.gallery.__main__ import RAIL, SampleBridge

    Theme.current().switch(theme, scale)
    window = MainWindow(SampleBridge(), samples.ZONE, samples.board(), RAIL)
    window.set_pane_maker(StandIn)
    window.refresh()
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    return window


def pictures(folder: Path) -> None:
    for scale, theme, name in (
        (1.0, "light", "palette"),
        (1.0, "dark", "palette-dark"),
        (2.0, "light", "palette-200"),
    ):
        window = window_of(scale, theme)
        window.board.select_lead("lead-12")
        window.overlays.find()
        window.overlays.palette.box.setText("high")
        window.overlays.palette.show_found("high", samples.found())
        _keep(window, folder / f"{name}.png")
    for scale in (1.0, 1.25, 1.5):
        small = window_of(scale, size=(1100, 700))
        small.board.select_lead("lead-12")
        _keep(small, folder / f"small-{round(scale * 100)}.png")
    window = window_of(1.0)
    window.toggle_rail()
    _keep(window, folder / "rail-wide.png")
    for name, part in (
        ("key-map", KeyMap(window)),
        ("pause", AssistantPopover(samples.shell(), window)),
        ("next-send", NextSendPopover(samples.shell(), "Next send 9:20", window)),
    ):
        if not isinstance(part, KeyMap):
            part.fit()
        _keep(part, folder / f"{name}.png")


def _keep(widget: QWidget, file: Path) -> None:
    QApplication.processEvents()
    widget.grab().save(str(file))
    widget.close()
