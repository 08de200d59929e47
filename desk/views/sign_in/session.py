"""Hears that the computer's own screen was locked, where the desktop says so on the session bus (freedesktop, GNOME)."""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_INTERFACES = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver")


class SessionLock(QObject):
    """``locked`` when the screen is; nothing is heard where there is no session bus, such as on Windows and macOS."""

    locked = Signal()

    def listen(self) -> bool:
        """Whether there is a bus to listen at."""
        if sys.platform in ("win32", "darwin"):
            return False
        from PySide6.QtDBus import QDBusConnection  # only a desk that locks needs it

        bus = QDBusConnection.sessionBus()
        for interface in _INTERFACES if bus.isConnected() else ():
            bus.connect("", "", interface, "ActiveChanged", self, SLOT("screen(bool)"))  # type: ignore[call-overload]  # its stubs say bytes
        return bool(bus.isConnected())

    @Slot(bool)
    def screen(self, off: bool) -> None:
        if off:
            self.locked.emit()
