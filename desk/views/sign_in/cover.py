"""A locked desk: the window's content is put away behind the sheet, with every sheet and key of it, and comes back as it was (R22)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from desk.views.main_window import MainWindow
    from desk.views.sign_in.door import Door
    from desk.views.sign_in.sheet import LockSheet

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Cover(QObject):
    """Over one window. ``opened``: the id of who signed in; from then on the window is theirs.

    What was being written stays where it is: nothing is closed but what hangs loose, such as a menu.
    """

    opened = Signal(str)

    def __init__(self, window: MainWindow, door: Door) -> None:
        super().__init__(window)
        self._window, self._door = window, door
        self.sheet: LockSheet | None = None
        self._away: list[QWidget] = []
        self._focus: QWidget | None = None
        self._whose = ""

    @property
    def _content(self) -> QWidget:
        found = self._window.centralWidget()
        assert found is not None, "a window is built with its content"
        return found

    @property
    def is_on(self) -> bool:
        return self.sheet is not None

    def lock(self, staff_id: str, why: str = "") -> None:
        """Put everything away. ``staff_id`` is asked first; ``why`` goes into the record, where the desk was open until now."""
        if self.sheet is not None:
            return
        from desk.views.sign_in.sheet import LockSheet  # only a desk that locks needs it

        self._door.hold()
        window = self._window
        window.is_locked = True
        self._focus, self._whose = window.focusWidget(), staff_id
        self._put_away()
        window.pulse.stop()
        self.sheet = LockSheet(self._door, staff_id, window)
        self.sheet.setGeometry(window.rect())
        self.sheet.seated.connect(self._open)
        self.sheet.quit_pressed.connect(window.quit_wanted)
        if self._away and window.isVisible():
            window.activateWindow()  # the keyboard was in a form of its own
        self.sheet.show()
        self.sheet.raise_()
        self.sheet.setFocus()
        self.sheet.look()
        self._listen(True)
        if why:
            from desk.models.commands import NoteLocked

            self._door.at_door(NoteLocked(staff_id=staff_id, why=why), lambda _: None)

    def _put_away(self) -> None:
        """The window's own content, and whatever stands in windows of its own: menus go, forms wait."""
        self._content.hide()
        for widget in QApplication.topLevelWidgets():
            if widget is self._window or not widget.isVisible():
                continue
            if widget.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
                widget.close()
            else:
                widget.setVisible(False)
                self._away.append(widget)
        for child in self._window.children():
            if isinstance(child, QWidget) and child.isVisible() and child is not self._content:
                child.setVisible(False)
                self._away.append(child)

    def _open(self, staff_id: str) -> None:
        sheet, self.sheet = self.sheet, None
        self._listen(False)
        window = self._window
        window.is_locked = False
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()
        self.opened.emit(staff_id)
        self._door.release()
        self._content.show()
        self._bring_back(staff_id)
        if window.isVisible() and not window.isMinimized():
            window.pulse.start()
        focus = self._focus if self._focus is not None and isValid(self._focus) else window.board
        focus.setFocus()
        self._whose = ""

    def _bring_back(self, staff_id: str) -> None:
        """What somebody had begun to fill in waits for them alone."""
        away, self._away = self._away, []
        for widget in away:
            if not isValid(widget):
                continue
            if isinstance(widget, QDialog) and staff_id != self._whose:
                widget.reject()
                continue
            widget.setVisible(True)
            if widget.isWindow():
                widget.activateWindow()

    # --- keys ---

    def _listen(self, on: bool) -> None:
        app = QApplication.instance()
        if app is not None and on:
            app.installEventFilter(self)
        elif app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is locked no key of the window works but its end; Up and Down choose the person."""
        kind = event.type()
        if kind == QEvent.Type.Shortcut:
            return not (watched.parent() is self._window and watched.property("ends_desk"))
        if kind == QEvent.Type.Resize and watched is self._window and self.sheet is not None:
            self.sheet.setGeometry(self._window.rect())
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.sheet is not None:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and watched in (self.sheet.fields.pin, self.sheet.fields.go):
                self.sheet.step(step)
                return True
        return False
