"""Notices of the desktop itself, and an honest answer whether anyone shows them (ALERT-02)."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from desktop_notifier import Button, DesktopNotifier, Icon, Sound

from desk.services.loop_thread import LoopThread
from desk.services.ports import Notice

_WAIT_S = 3.0
_CLICKED = "open"
_log = logging.getLogger(__name__)


class NativeNotifier:
    """Shows notices through the desktop (``ports.Notifier``).

    ``chosen`` is told the alert's id and the action's name (``open`` for a click on the notice) on the
    notifier's own thread. ``words`` gives a button its label.
    """

    def __init__(
        self,
        chosen: Callable[[str, str], None],
        *,
        app_name: str = "Sales Desk",
        icon: Path | None = None,
        words: Mapping[str, str] | None = None,
    ) -> None:
        self._chosen, self._words = chosen, words or {}
        self._app_name, self._icon = app_name, Icon(path=icon) if icon else None
        self._thread: LoopThread | None = None
        self._desktop: DesktopNotifier | None = None

    def notify(self, notice: Notice) -> bool:
        """Show ``notice``; False where no one shows it, so that the window must. Takes seconds at most."""
        if self._thread is None:
            self._thread = LoopThread("notices")
        try:
            return self._thread.call(self._show(notice), _WAIT_S)
        except (TimeoutError, OSError, RuntimeError):
            _log.warning("the desktop did not take a notice")
            return False

    def close(self) -> None:
        """End the notifier's thread; notices that are shown stay."""
        thread, self._thread, self._desktop = self._thread, None, None
        if thread:
            thread.stop()

    async def _show(self, notice: Notice) -> bool:
        if sys.platform == "linux" and not await _daemon_answers():
            return False
        if self._desktop is None:
            self._desktop = DesktopNotifier(self._app_name, self._icon)
        if not await self._desktop.has_authorisation() and not await self._desktop.request_authorisation():
            return False
        await self._desktop.send(
            notice.title,
            notice.body,
            buttons=self.buttons(notice),
            on_clicked=lambda: self._chosen(notice.alert_id, _CLICKED),
            sound=Sound(name=notice.sound) if notice.sound else None,
        )
        return True

    def buttons(self, notice: Notice) -> tuple[Button, ...]:
        """What one may press on a notice, in words."""
        return tuple(self._button(notice, action) for action in notice.actions)

    def _button(self, notice: Notice, action: str) -> Button:
        title = self._words.get(action, action.capitalize())
        return Button(title, on_pressed=lambda: self._chosen(notice.alert_id, action), identifier=action)


async def _daemon_answers() -> bool:
    """Whether a notification service answers on the session bus.

    The library only logs when there is none and returns as if the notice had been shown.
    """
    from dbus_fast import Message, MessageType
    from dbus_fast.aio import MessageBus
    from dbus_fast.errors import DBusError, InvalidAddressError

    service = "org.freedesktop.Notifications"
    question = Message(service, f"/{service.replace('.', '/')}", service, "GetServerInformation")
    try:
        bus = await MessageBus().connect()
    except (OSError, EOFError, DBusError, InvalidAddressError):
        return False
    try:
        answer = await bus.call(question)
    finally:
        bus.disconnect()
    return bool(answer.message_type is MessageType.METHOD_RETURN)
