"""Puts the screens into the main window and joins them: what is pressed here is done there.

Screens are made when they are first looked at, so that the first paint does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desk.models.changes import Changes
from desk.models.snapshots.doctor import DoctorLine
from desk.models.snapshots.frame import AlertView
from desk.views.alerts import AlertCenter
from desk.views.at_lead import AtLead
from desk.views.bridge_protocol import Bridge
from desk.views.closing import Closing
from desk.views.made_later import MadeLater
from desk.views.main_window import MainWindow
from desk.views.shell import Screen
from desk.views.sounds import Ringer
from desk.views.text import say
from desk.views.throttle import Throttle
from desk.views.tray import Tray

if TYPE_CHECKING:
    from desk.views.settings.machine import Machine
    from desk.views.setup.trial import Probes


COUNT_MS = 2000  # how often the rail counts what waits, while much changes


class Assembled(QObject):
    """The window with all its screens. ``leave`` ends the desk; ``show_welcome`` is for a store that is not set up."""

    def __init__(
        self,
        window: MainWindow,
        bridge: Bridge,
        zone: str,
        probes: Probes | None,
        doctor: Callable[[], Sequence[DoctorLine]] | None,
        leave: Callable[[], None] | None,
        has_tray: bool,
        machine: Machine | None = None,
    ) -> None:
        super().__init__(window)
        self.window, self._bridge, self._zone = window, bridge, zone
        self._probes, self._doctor, self._leave, self._machine = probes, doctor, leave, machine
        self.ringer = Ringer(bridge.now)
        self.center = AlertCenter(bridge, window.pulse, zone, self.ringer, window)
        self.tray = Tray(self) if has_tray else None
        self.closing = Closing(window)
        self.at_lead = AtLead(window)
        self.screens = {
            "lead": MadeLater(self._wide, "desk.views.detail.wide"),
            "today": MadeLater(self._today, "desk.views.today.screen"),
            "monitor": MadeLater(self._monitor, "desk.views.monitor.screen"),
            "inbox": MadeLater(self._inbox, "desk.views.inbox.screen"),
            "tower": MadeLater(self._tower, "desk.views.tower.screen"),
            "setup": MadeLater(self._setup, "desk.views.setup"),
            "settings": MadeLater(self._settings, "desk.views.settings.screen"),
        }
        if doctor is not None:
            self.screens["doctor"] = MadeLater(self._doctor_page, "desk.views.doctor")
        self._alone: list[QWidget] = [self.screens["setup"]]
        window.stack.currentChanged.connect(lambda _: self._frame())
        window.set_pane_maker(self._pane, "desk.views.detail.pane")
        self._count_due = Throttle(self._count_waiting, self, COUNT_MS)
        self._place()
        self._join()
        self._read_settings()
        self.center.read()
        self._count_due()

    # --- screens ---

    def _place(self) -> None:
        window = self.window
        for key, screen in self.screens.items():
            window.add_screen(key, screen)
        shown = [
            Screen("today", "sun", say("Today"), "Ctrl+1"),
            Screen("monitor", "activity", say("Monitor"), "Ctrl+3"),
            Screen("inbox", "inbox", say("Inbox"), "Ctrl+4"),
            Screen("tower", "tower-control", say("Tower"), "Ctrl+0", foot=True),
            Screen("doctor", "info", say("How the desk is doing"), "Ctrl+9", foot=True),
            Screen("settings", "settings", say("Settings"), "Ctrl+,", foot=True),
        ]
        QShortcut(QKeySequence("Ctrl+2"), window, lambda: window.go_to("board"))
        for screen in shown:
            if screen.key in self.screens and screen.key not in window.rail.items:
                window.rail.add(screen, first=screen.key == "today")
                QShortcut(QKeySequence(screen.shortcut), window, lambda key=screen.key: window.go_to(key))
        QShortcut(QKeySequence("Ctrl+N"), window, self.new_lead)
        QShortcut(QKeySequence("Ctrl+Shift+A"), window, self.show_alerts)

    def _pane(self) -> QWidget:
        from desk.views.detail.pane import LeadPane

        pane = LeadPane(self._bridge, self.window.pulse, self._zone)
        pane.opened_wide.connect(self.open_wide)
        pane.move_wanted.connect(self.window.move_lead)
        pane.stepped.connect(self.window.board.step)
        return pane

    def _wide(self) -> QWidget:
        from desk.views.detail.wide import WideLead

        wide = WideLead(self._bridge, self.window.pulse, self._zone)
        wide.closed.connect(lambda: self.window.show_screen("board"))
        wide.move_wanted.connect(self.window.move_lead)
        return wide

    def _today(self) -> QWidget:
        from desk.views.today import TodayScreen

        screen = TodayScreen(self._bridge, self.window.pulse, self._zone)
        screen.opened.connect(self.window.open_lead)
        screen.call_wanted.connect(self.at_lead.call)
        screen.reply_wanted.connect(self.at_lead.reply)
        screen.swap_wanted.connect(self.at_lead.offer_another)
        screen.edit_wanted.connect(self.at_lead.edit)
        screen.mail_wanted.connect(self.show_waiting)
        self.window.person_chosen.connect(lambda _: screen.read())
        return screen

    def _monitor(self) -> QWidget:
        from desk.views.monitor.screen import MonitorScreen

        screen = MonitorScreen(self._bridge, self.window.pulse, self._zone)
        screen.opened.connect(self.window.open_lead)
        screen.call_wanted.connect(self.at_lead.call)
        screen.counted.connect(lambda late: self.window.rail.set_count("monitor", late, urgent=True))
        return screen

    def _inbox(self) -> QWidget:
        from desk.views.inbox import InboxScreen

        screen = InboxScreen(self._bridge, self.window.pulse, self._zone)
        screen.move_wanted.connect(self.window.move_lead)
        screen.made.connect(self.window.open_lead)
        return screen

    def _tower(self) -> QWidget:
        from desk.views.tower import TowerScreen

        screen = TowerScreen(self._bridge, self._zone)
        screen.opened.connect(self.window.open_lead)
        return screen

    def _setup(self) -> QWidget:
        from desk.views.setup import SetupScreen

        screen = SetupScreen(self._bridge, self._probes, self._machine)
        screen.finished.connect(lambda: self.window.show_screen("board"))
        screen.left.connect(lambda: self.window.show_screen("board"))
        return screen

    def _settings(self) -> QWidget:
        from desk.views.settings.screen import SettingsScreen

        screen = SettingsScreen(self._bridge, self._zone, self._probes, self._machine)
        screen.setup_wanted.connect(lambda: self.window.show_screen("setup"))
        return screen

    def show_setting(self, key: str) -> None:
        """A section of the settings, by its key."""
        self.screens["settings"].screen_made.go(key)
        self.window.show_screen("settings")

    def _doctor_page(self) -> QWidget:
        from desk.views.doctor import DoctorPage

        assert self._doctor is not None, "there is no such screen without its lines"
        return DoctorPage(self._doctor)

    def open_wide(self, lead_id: str) -> None:
        """The lead as a whole screen."""
        if lead_id:
            self.screens["lead"].screen_made.show_lead(lead_id)
            self.window.show_screen("lead")
            self.screens["lead"].screen_made.setFocus()

    def show_welcome(self, open_demo: Callable[[], None] | None = None) -> None:
        """The first start: demo store or set-up. ``open_demo`` None leaves the demo out."""
        from desk.views.setup import Welcome

        welcome = Welcome()
        welcome.setup_wanted.connect(lambda: self.window.show_screen("setup"))
        welcome.demo.setVisible(open_demo is not None)
        if open_demo is not None:
            welcome.demo_wanted.connect(open_demo)
        self.window.add_screen("welcome", welcome)
        self._alone.append(welcome)
        self.window.show_screen("welcome")

    def _frame(self) -> None:
        """Welcome and set-up stand alone: rail and top bar come with any other screen."""
        alone = self.window.stack.currentWidget() in self._alone
        self.window.rail.setVisible(not alone)
        self.window.bar.setVisible(not alone)

    # --- joining ---

    def _join(self) -> None:
        window, bridge, bar = self.window, self._bridge, self.window.bar
        window.board.lead_opened.disconnect(window.open_pane)
        window.board.lead_opened.connect(self.open_wide)
        window.new_lead_requested.connect(self.new_lead)
        window.doorbell_pressed.connect(self.show_alerts)
        window.call_requested.connect(self.at_lead.call_open)
        window.setting_wanted.connect(self.show_setting)
        window.quit_wanted.connect(self.quit)
        self.center.settings_wanted.connect(lambda: self.show_setting("alerts"))
        window.strips.look_pressed.connect(lambda _: self._look())
        bar.next_send_pressed.connect(window.overlays.show_next_send)
        bar.assistant_pressed.connect(window.overlays.offer_pause)
        window.toasts.acted.connect(self._acted)
        self.center.acted.connect(window.toasts.acted)
        bridge.alert.connect(self._rang)
        bridge.changed.connect(self._changed)
        window.pulse.minute.connect(self._count_due)
        if self.tray is not None:
            self.center.counted.connect(self.tray.show_count)
            self.tray.opened.connect(self.come_forward)
            self.tray.alerts_wanted.connect(self.show_alerts)
            self.tray.quit_wanted.connect(self.quit)
            self.tray.show()
        window.stays_in_tray = self.tray is not None
        window.is_quiet = self.ringer.is_muted

    def _rang(self, alert: AlertView) -> None:
        self.ringer.ring(alert.kind)
        self.center.follow()

    def _acted(self, alert: AlertView, act: str) -> None:
        """An alert about a mail that could not be read, or about two records, opens it in the inbox."""
        if alert.inbox_key and act == "open":
            self.come_forward()
            self.show_waiting(alert.inbox_key)

    def show_waiting(self, key: str) -> None:
        """An item of the inbox, by its key."""
        self.window.show_screen("inbox")
        self.screens["inbox"].screen_made.select_key(key)

    def _look(self) -> None:
        self.window.show_screen("doctor" if "doctor" in self.screens else "settings")

    def _count_waiting(self) -> None:
        self._bridge.ask(lambda read: read.waiting_counts(), self._show_waiting)

    def _show_waiting(self, found: tuple[int, int]) -> None:
        """What waits in the inbox, and who is overdue on the monitor, beside their places on the rail."""
        waiting, late = found
        self.window.rail.set_count("inbox", waiting)
        self.window.rail.set_count("monitor", late, urgent=True)

    def _changed(self, changes: Changes) -> None:
        self._count_due()
        if "settings" in changes.kinds:
            self._read_settings()

    def _read_settings(self) -> None:
        self._bridge.ask(lambda read: read.settings(), self._take_settings)  # type: ignore[attr-defined]  # the reader's settings

    def _take_settings(self, settings: Mapping[str, Any]) -> None:
        self.ringer.enabled = bool(settings.get("look.sounds", True))

    # --- acts ---

    def new_lead(self) -> None:
        """N: a lead typed by hand."""
        from PySide6.QtCore import Qt

        from desk.views.new_lead import NewLead

        form = NewLead(self._bridge, self.window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.taken.connect(self.window.open_lead)
        form.open()

    def show_alerts(self) -> None:
        """Under the doorbell, or in the tray's corner while the window is away; on a locked desk the sheet comes first."""
        if self.window.is_locked:
            self.come_forward()
            return
        bell = self.window.bar.doorbell
        if self.window.isVisible() and not self.window.isMinimized():
            corner = bell.mapToGlobal(bell.rect().bottomRight())
        else:
            corner = QApplication.primaryScreen().availableGeometry().bottomRight()
        self.center.open_at(corner)

    def come_forward(self) -> None:
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def quit(self) -> None:
        """End the desk for good: the window closes and whoever started it is told."""
        self.closing.leaving, self.window.stays_in_tray = True, False
        if self._leave is not None:
            self._leave()
        QApplication.exit(0)


def assemble(
    window: MainWindow,
    bridge: Bridge,
    zone: str,
    *,
    probes: Probes | None = None,
    doctor: Callable[[], Sequence[DoctorLine]] | None = None,
    leave: Callable[[], None] | None = None,
    has_tray: bool | None = None,
    machine: Machine | None = None,
) -> Assembled:
    """Give the window its screens. ``zone``: the store's IANA zone; ``probes`` test connections; ``doctor`` gives its lines
    from another thread; ``leave`` is called on Quit before the application ends; ``has_tray`` None asks the desktop; ``machine``
    does what the settings ask of this computer."""
    tray = Tray.is_available() if has_tray is None else has_tray
    return Assembled(window, bridge, zone, probes, doctor, leave, tray, machine)
