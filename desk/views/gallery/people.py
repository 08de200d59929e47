"""The lead, its panes, and the people's screens of the gallery, drawn from one invented morning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from desk.models.probe import ProbeStep
from desk.models.snapshots import (
    AlertView,
    BoardView,
    ColumnView,
    DoctorLine,
    FoundRow,
    LeadView,
    PersonView,
    QuarantineView,
    ShellView,
)
from desk.views.assemble import Assembled, assemble
from desk.views.detail.assistant import StateCard
from desk.views.detail.open_lead import OpenLead
from desk.views.gallery import lead_samples, samples
from desk.views.main_window import MainWindow
from desk.views.new_lead import NewLead
from desk.views.theme import Theme


class _Reader:
    """Answers every question with the samples."""

    def __init__(self, handed_off: bool) -> None:
        self._handed_off = handed_off

    def shell(self) -> ShellView:
        return samples.shell()

    def board(self, who: str) -> BoardView:
        return samples.board()

    def board_page(self, stage: str, cursor: str, who: str) -> ColumnView:
        return next(page for page in samples.board().columns if page.stage == stage)

    def lead(self, lead_id: str) -> LeadView:
        return lead_samples.lead(handed_off=self._handed_off)

    def found(self, words: str) -> Sequence[FoundRow]:
        return ()

    def alerts(self) -> Sequence[AlertView]:
        return lead_samples.alerts()

    def alerts_done(self) -> Sequence[AlertView]:
        return lead_samples.alerts()[2:]

    def quarantine(self) -> Sequence[QuarantineView]:
        return lead_samples.quarantine()

    def people(self) -> Sequence[PersonView]:
        return lead_samples.PEOPLE

    def settings(self) -> dict[str, Any]:
        return lead_samples.SETTINGS


class PeopleBridge(QObject):
    """A desk that knows the samples and does nothing."""

    changed = Signal(object)
    alert = Signal(object)
    failed = Signal(object)

    def __init__(self, handed_off: bool = False) -> None:
        super().__init__()
        self.handed_off = handed_off

    def now(self) -> Any:
        return samples.NOW

    def ask(self, question: Any, success: Any, failure: Any = None) -> None:
        success(question(_Reader(self.handed_off)))

    def run(self, command: object, success: Any = None, failure: Any = None) -> None:
        return None


LINES = (
    DoctorLine("Store", "ok", "Opened, encrypted, 12 MB. Last copy 8:00 AM."),
    DoctorLine("Keyring", "ok", "The store's key and two passwords are kept there."),
    DoctorLine("Mail in", "ok", "leads@cedarridge.example read at 9:11 AM."),
    DoctorLine("Mail out", "bad", "smtp.cedarridge.example refused the password at 9:02 AM. 4 messages wait.", "Enter the new password in Store set-up, Mailbox."),
    DoctorLine("Texts", "ok", "(208) 555-0100 sends and receives."),
    DoctorLine("Inventory", "warn", "Last read two days ago: 118 vehicles.", "Check that the feed still writes its file."),
    DoctorLine("Clock", "ok", "0.2 s from the mail server's."),
)  # fmt: skip


def pictures(folder: Path) -> None:
    """Every screen of this room, named as its mock."""
    for name, theme, draw in _SHOTS:
        Theme.current().switch(theme, 1.0)
        draw().save(str(folder / f"{name}.png"))
    Theme.current().switch("light", 1.0)


def _window(handed_off: bool = False) -> Assembled:
    bridge = PeopleBridge(handed_off)
    window = MainWindow(bridge, samples.ZONE, samples.board())
    made = assemble(window, bridge, samples.ZONE, doctor=lambda: LINES, has_tray=False)
    window.refresh()
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    return made


def _grab(made: Assembled) -> QImage:
    for _ in range(3):
        QApplication.processEvents()
    picture = made.window.grab().toImage()
    made.closing.leaving = True
    made.window.close()
    return picture


def _pane() -> QImage:
    made = _window(handed_off=True)
    made.window.board.select_lead("lead-12")
    return _grab(made)


def _wide(act: Callable[[Any], None] | None = None) -> QImage:
    made = _window()
    made.open_wide("lead-12")
    QApplication.processEvents()
    if act is not None:
        act(made.screens["lead"].screen_made)
    return _grab(made)


def _ai_off(wide: Any) -> None:
    wide.assistant.switch.click()


def _log(wide: Any) -> None:
    wide.log_activity()
    wide.log.choose("no_answer_voicemail")


def _hold(wide: Any) -> None:
    wide.hold_or_resume()


def _coverage(wide: Any) -> None:
    wide.side.choose(4)
    wide.composer.field.setPlainText(
        "Hi Aisha, it's Marcus at Cedar Ridge Motors. Happy to call. I'll ring this number at 9:35 and have the Highlander pulled up front for you"
    )


def _states() -> QImage:
    """The seven states in both themes (states.png)."""
    whole = QImage(1440, 900, QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    for left, theme in ((0, "light"), (720, "dark")):
        Theme.current().switch(theme, 1.0)
        half = _half()
        half.resize(720, 900)
        half.show()
        QApplication.processEvents()
        half.grab()
        painter.drawPixmap(QPoint(left, 0), half.grab())
        half.close()
    painter.end()
    return whole


def _half() -> QWidget:
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(20, 46, 20, 20)
    grid.setSpacing(10)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    lead = OpenLead(PeopleBridge(), samples.ZONE, sheet)
    for place, state in enumerate(lead_samples.STATES):
        grid.addWidget(StateCard(lead, lead_samples.lead(state)), place // 2, place % 2)
    return sheet


def _alerts() -> QImage:
    made = _window()
    made.show_alerts()
    QApplication.processEvents()
    made.center.grab()
    picture = made.center.grab().toImage()
    made.center.hide()
    made.closing.leaving = True
    made.window.close()
    return picture


def _screen(key: str, act: Callable[[Any], None] | None = None) -> QImage:
    made = _window()
    made.window.show_screen(key)
    QApplication.processEvents()
    if act is not None:
        act(made.screens[key].screen_made)
    return _grab(made)


def _picked(screen: Any) -> None:
    for field, words in (
        ("name", "Linden, Cora"),
        ("phone", "208.555.0163"),
        ("email", "cora.linden@example.net"),
        ("vehicle", "2020 4Runner SR5, stk U3398"),
    ):
        screen.raw.find_words(words)
        screen.raw.pick(field)


def _mailbox(screen: Any) -> None:
    screen.go("mail")
    steps = (
        ProbeStep("Read", True, "1,204 mails, new mail is pushed."),
        ProbeStep(
            "Send",
            False,
            "The server refused the password.",
            "Use a password for apps, not the account's own.",
        ),
    )
    screen.pages["mail"].steps.show_steps(steps)


def _stock(screen: Any) -> None:
    screen.go("stock")
    raw = b"STOCK_NO,VIN,YEAR,MAKE,MODEL,TRIM,TYPE,MILES,LOT,COLOUR\r\nN25031,,2025,Toyota,Tundra,Limited,N,12,B2,Red\r\nU3401,,2023,Toyota,Highlander,XLE,U,28940,B4,Blue\r\nU3401,,2021,Ford,F-150,Lariat,U,41870,C5,Gray\r\n,,2019,GMC,Terrain,,U,61000,,\r\n"
    from desk.services.stock_feed import read_stock_feed

    page = screen.pages["stock"]
    page.feed = read_stock_feed(raw)
    page.show_feed("inventory.csv")


def _doctor(page: Any) -> None:
    page.show_lines(LINES)


def _new_lead() -> QImage:
    form = NewLead(PeopleBridge())
    form.name.setText("Kofi Lundberg")
    form.phone.setText("208 555 01")
    form.stock.setText("N24211")
    form.submit()
    form.show()
    QApplication.processEvents()
    form.grab()
    picture = form.grab().toImage()
    form.close()
    return picture


def _welcome() -> QImage:
    made = _window()
    made.show_welcome(lambda: None)
    return _grab(made)


_SHOTS: tuple[tuple[str, str, Callable[[], QImage]], ...] = (
    ("pane", "light", _pane),
    ("pane-dark", "dark", _pane),
    ("lead", "light", lambda: _wide(_coverage)),
    ("lead-dark", "dark", _wide),
    ("ai-off", "light", lambda: _wide(_ai_off)),
    ("log-call", "light", lambda: _wide(_log)),
    ("hold", "light", lambda: _wide(_hold)),
    ("states", "light", _states),
    ("alerts", "light", _alerts),
    ("alerts-dark", "dark", _alerts),
    ("quarantine", "light", lambda: _screen("quarantine", _picked)),
    ("new-lead", "light", _new_lead),
    ("setup", "light", lambda: _screen("setup")),
    ("setup-mail", "light", lambda: _screen("setup", _mailbox)),
    ("setup-stock", "light", lambda: _screen("setup", _stock)),
    ("setup-team", "dark", lambda: _screen("setup", lambda screen: screen.go("team"))),
    ("doctor", "light", lambda: _screen("doctor", _doctor)),
    ("welcome", "light", _welcome),
)
