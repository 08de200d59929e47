"""A store's first day at the program's own window: who enters the store sits at it, and its first lead rings there (ALERT-01)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.app.keys import DEMO_KEY, keys_of
from desk.app.window import Sitting
from desk.models.by import THE_DESK
from desk.models.commands import Command, SaveSettings, SaveStaff, TakeLead
from desk.models.store.engine import open_file
from desk.services.typed_lead import typed_lead
from desk.views.setup.recovery import RecoveryCard

ALWAYS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "00:00-23:59")
STORE = SaveSettings(
    values={"store.name": "Cedar Ridge Motors", "store.zone": "America/Boise", "store.hours": ALWAYS}
)
RITA = SaveStaff(staff_id="rita", values={"name": "Rita Sol", "role": "knowledge_admin"})
DANA = SaveStaff(staff_id="dana", values={"name": "Dana Whit", "role": "manager"})
LEAD = TakeLead(prospect=typed_lead(name="Kim Doe", email="kim@example.com"), key="typed:1", origin="typed")


class FirstDay:
    """The window over a store that holds nothing yet."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        (folder / DEMO_KEY).write_text("{}", "ascii")
        open_file(folder, keys_of(folder, lambda: "").unlocked.key).close()
        self.qtbot, self.sitting = qtbot, Sitting(folder)
        self.seat, self.window = self.sitting.seat, self.sitting.seat.window
        qtbot.addWidget(self.window)
        self.sitting.show()
        self.until(lambda: self.seat.locking is not None)

    def until(self, seen: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(seen, timeout=60_000)

    def run(self, *commands: Command) -> None:
        """As the window gives them, and what follows from them is seen."""
        done: list[object] = []
        for command in commands:
            self.seat.bridge.run(command, done.append, lambda trouble: pytest.fail(str(trouble)))
        self.until(lambda: len(done) == len(commands))
        self.qtbot.wait(1)

    @property
    def sits(self) -> str:
        assert self.seat.running is not None
        return self.seat.running.at_desk


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[FirstDay]:
    found = FirstDay(tmp_path, qtbot)
    yield found
    found.sitting.leave()


@pytest.mark.requirement("ALERT-01", "ALERT-02", "DESK-02", "DESK-08")
def test_the_first_manager_entered_sits_here_and_the_first_lead_rings_at_the_window(day: FirstDay) -> None:
    assert day.seat.running is not None
    assert day.seat.running.who() == THE_DESK
    day.run(STORE, RITA)
    assert day.sits == "", "the rest of the set-up is a manager's"
    day.run(DANA)
    day.until(lambda: day.sits == "dana")
    day.until(lambda: "Dana Whit" in day.window.bar.person.accessibleName())
    day.run(LEAD)
    day.until(lambda: bool(day.window.toasts.toasts))
    (toast,) = day.window.toasts.toasts
    assert (toast.alert.kind, toast.alert.staff_id, toast.alert.name) == ("doorbell", "dana", "Kim Doe")
    toast.close()


@pytest.mark.requirement("DESK-03")
def test_the_last_step_of_the_set_up_shows_the_code_that_opens_the_store(
    day: FirstDay, tmp_path: Path
) -> None:
    """Before anybody is entered as well: without it a lost key takes the store and its backups along."""
    day.window.show_screen("setup")
    setup = day.window.stack.currentWidget().screen_made  # type: ignore[attr-defined]  # a screen made when it is looked at
    setup.go("live")
    (card,) = setup.pages["live"].findChildren(RecoveryCard)
    card.show_button.click()
    day.until(card.code.isVisible)
    assert card.code.text() == keys_of(tmp_path, lambda: "").unlocked.recovery_code
    setup.go("store")
    assert card.code.text() == "", "it does not stay on the screen"
