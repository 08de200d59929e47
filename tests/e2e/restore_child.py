"""The real window on a store under a passphrase, told to bring a backup back. What it starts afterwards only writes down how."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from desk.app.window import Sitting, dressed_for_first_frame


def main(folder: Path, backup: str, starter: str) -> int:
    """``starter`` takes the place of Python, so that the window that comes after this one is only written down."""
    sys.executable = starter
    qt = dressed_for_first_frame()
    sitting = Sitting(folder)
    qt.aboutToQuit.connect(sitting.leave)
    sitting.show()
    timer = QTimer()
    timer.timeout.connect(lambda: bring_back(sitting, backup, timer))
    timer.start(100)
    code = qt.exec()
    sitting.start_over_if_asked()
    return code


def bring_back(sitting: Sitting, backup: str, timer: QTimer) -> None:
    """Once the engine is joined and the settings can be opened, as a manager who typed their PIN asks it."""
    if sitting.seat.running is None:
        return
    timer.stop()
    sitting.seat.window.show_screen("settings")
    holder: Any = next(each for each in sitting.seat.window.children() if hasattr(each, "show_setting"))
    holder.show_setting("backup")
    QTimer.singleShot(
        1000, lambda: holder.screens["settings"].screen_made.page_of("backup")._machine.restore(backup)
    )


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
