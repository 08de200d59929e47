"""The monitor over the real engine: who waits, how long, how high the ladder stands, and what one can do (ILM-02)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from sqlalchemy import select

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.by import THE_CUSTOMER, By
from desk.models.conversation import Message
from desk.models.intake.prospect import CustomerIn, Prospect, WantedVehicle
from desk.models.lead import Lead
from desk.models.snapshots.monitor import MonitorRow
from desk.views.detail.pane import LeadPane
from desk.views.monitor.ladder import meant
from desk.views.monitor.model import ANSWERED, ON_TIME, OVERDUE, SOON, Group
from desk.views.monitor.screen import MonitorScreen
from tests.views.screens.conftest import SeatedDesk


@pytest.fixture
def waiting(seated: SeatedDesk) -> str:
    """Ana's lead of the store's own site, which nobody has answered."""
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.settle()
    return lead_id


def opened(seated: SeatedDesk) -> MonitorScreen:
    seated.window.show_screen("monitor")
    screen = seated.assembled.screens["monitor"].screen_made
    assert isinstance(screen, MonitorScreen)
    seated.until(lambda: screen.model.view is not None)
    return screen


def plain(words: QLabel) -> str:
    """What it says, with common spaces."""
    return words.text().replace("\u00a0", " ")


def drawn(screen: MonitorScreen) -> list[str]:
    """The table as text: headings with their counts, and the names below them."""
    return [
        f"{line.key} {line.held}" if isinstance(line, Group) else line.card.name
        for line in screen.model.lines
    ]


@pytest.mark.requirement("ILM-02", "ILM-04")
def test_a_lead_moves_from_on_time_to_due_soon_to_overdue_as_the_seconds_pass(
    seated: SeatedDesk, waiting: str
) -> None:
    screen = opened(seated)
    seated.until(lambda: drawn(screen) == [f"{ON_TIME} 1", "Kim Doe"])
    seated.later(minutes=8)
    seated.window.pulse.tick()  # no reading is needed for it
    assert drawn(screen) == [f"{SOON} 1", "Kim Doe"]
    seated.later(minutes=3)
    seated.window.pulse.tick()
    assert drawn(screen) == [f"{OVERDUE} 1", "Kim Doe"]
    assert screen.selected == waiting
    assert seated.window.rail.items["monitor"].count == 1


@pytest.mark.requirement("ILM-02", "ILM-05", "ILM-06")
def test_the_ladder_names_its_rule_the_people_told_and_those_ahead(seated: SeatedDesk, waiting: str) -> None:
    screen = opened(seated)
    seated.until(lambda: screen.panel.view is not None)
    assert [row.rung.state for row in screen.panel.rungs] == ["now", *["future"] * 4]
    seated.later(minutes=11)
    seated.settle()
    seated.until(lambda: screen.panel.view is not None and screen.panel.view.rungs[1].state == "now")
    view = screen.panel.view
    assert view is not None
    assert plain(screen.panel.rule) == "Unanswered lead of the store's own site. Target 10 m."
    assert plain(screen.panel.whom) == "Leads nobody has answered: 1st party."
    assert plain(screen.panel.beside) == "“Unanswered lead” (15 m) fits too; the closer rule counts."
    bell, first, *rest = view.rungs
    assert (bell.who, bell.people, bell.state) == ("owner", ("Ana Ruiz",), "past")
    assert first.at == seated.clock.now()
    assert rest[1].who == "desk manager"
    assert rest[1].people == ("Dana Whit",)
    named = [row.accessibleName().partition(".")[0] for row in screen.panel.rungs]
    assert (named[0], named[3]) == ("Ana Ruiz, owner", "Dana Whit, desk manager")
    assert first.people
    assert meant(first) != "Next rep"
    assert "does not stop this timer" in screen.panel.touch.text()
    assert screen.panel.note.isVisible()
    assert "Ringing for" in screen.panel.rungs[1].said.text()
    row = next(line for line in screen.model.lines if isinstance(line, MonitorRow))
    assert (row.level, row.steps, row.next_who) == (1, 4, "group")


@pytest.mark.requirement("ILM-05", "ILM-06")
def test_a_steps_doors_and_who_looked_are_told_in_few_words(seated: SeatedDesk, waiting: str) -> None:
    screen = opened(seated)
    seated.later(minutes=11)
    seated.settle()
    seated.until(lambda: screen.panel.view is not None and screen.panel.view.rungs[1].state == "now")
    doors = [row.accessibleName().split(". ")[1] for row in screen.panel.rungs]
    assert (doors[0], doors[3]) == ("doorbell with sound", "desktop alert")
    assert screen.panel.rungs[0].said.text() == "", "what nobody saw is told while it rings"
    assert screen.panel.rungs[1].said.text().endswith("Not seen yet.")
    (alert,) = [row for row in seated.rows(Alert) if row.level == 1]
    seated.run(c.SeeAlert(alert_id=alert.id))
    seated.until(lambda: screen.panel.rungs[1].said.text().endswith("Seen 10:11 AM."))


@pytest.mark.requirement("ILM-02", "ILM-03", "ILM-10")
def test_a_connected_call_moves_the_lead_to_those_answered_today(seated: SeatedDesk, waiting: str) -> None:
    screen = opened(seated)
    seated.later(minutes=4)
    seated.run(
        c.LogActivity(
            lead_id=waiting,
            type="call",
            outcome="connected_follow_up",
            summary="Wants to come by",
            next_step="Call her",
            next_due=seated.clock.now() + timedelta(days=1),
            minutes=3,
        )
    )
    seated.until(lambda: drawn(screen)[:2] == [f"{ANSWERED} 1", "Kim Doe"])
    assert screen.figures["median"].number.text() == "4 m"
    row = screen.model.lines[1]
    assert isinstance(row, MonitorRow)
    assert row.staff.words == "Call, connected"
    panel = screen.panel
    seated.until(lambda: panel.whom.text() == "Answered in 4 m: a connected call.")
    assert (panel.timer.timer.kind, panel.beside.isHidden()) == ("answered", True), (
        "no red clock once it is answered"
    )
    assert [rung.said.text() for rung in panel.rungs] == [""]


@pytest.mark.requirement("ILM-02", "FLOW-02")
def test_keys_claim_and_open_and_a_text_of_the_assistant_is_no_staff_action(
    seated: SeatedDesk, waiting: str
) -> None:
    screen = opened(seated)
    seated.until(lambda: screen.selected == waiting)
    row = screen.model.lines[1]
    assert isinstance(row, MonitorRow)
    assert row.staff.at is None
    assert row.assistant.at is not None
    seated.press(screen, "g")
    seated.until(lambda: seated.view(waiting).card.owner_id == "dana")
    seated.press(screen, Qt.Key.Key_Return)
    pane = seated.window.pane
    assert isinstance(pane, LeadPane)
    seated.until(lambda: pane.view is not None and pane.view.card.id == waiting)


@pytest.mark.requirement("ILM-02", "AI-18")
def test_a_first_message_that_waits_for_approval_is_told_as_a_draft(seated: SeatedDesk, waiting: str) -> None:
    with seated.store.writing() as session:
        session.get_one(Lead, waiting).first_sent_at = None
        for message in session.scalars(select(Message).where(Message.direction == "out")):
            message.status, message.sent_at = "pending_approval", None
    screen = opened(seated)
    seated.until(lambda: screen.panel.view is not None)
    row = screen.model.lines[1]
    assert isinstance(row, MonitorRow)
    assert (row.assistant.at, row.draft_waits) == (None, True)
    assert "draft waits for approval" in plain(screen.panel.touch)


@pytest.mark.requirement("ILM-02", "AI-23")
def test_grouped_by_owner_the_selected_lead_stays_and_a_hand_off_says_so(
    seated: SeatedDesk, waiting: str
) -> None:
    other = seated.take(2)
    seated.run(c.AssignLead(lead_id=other, to="dana"))
    seated.settle()
    words = "I would rather talk to a real person. Can someone call me?"
    seated.run(c.TakeReply(lead_id=other, channel="email", text=words, key="r1", by=THE_CUSTOMER))
    screen = opened(seated)
    seated.until(lambda: screen.model.row_of(other) >= 0)
    screen.select_lead(other)
    screen.by.chosen.emit("owner")
    assert drawn(screen) == ["Ana Ruiz 1", "Kim Doe", "Dana Whit 1", "Kim Doe"]
    assert screen.selected == other
    line = screen.model.lines[screen.model.row_of(other)]
    assert isinstance(line, MonitorRow)
    assert line.card.ai_state == "handed_off"


@pytest.mark.requirement("DESK-11", "ILM-02")
def test_the_table_keeps_qts_rules(seated: SeatedDesk, waiting: str) -> None:
    screen = opened(seated)
    seated.until(lambda: bool(screen.model.lines))
    tester = ModelTester(None)
    tester.check(screen.model)
    screen.by.chosen.emit("source")
    tester._cleanup()


@pytest.mark.requirement("ILM-02")
def test_only_rows_that_stand_in_the_window_are_painted_each_second(seated: SeatedDesk) -> None:
    for number in range(10, 50):
        seated.take(number)
    screen = opened(seated)
    seated.until(lambda: screen.model.rowCount() == 41)
    seated.qtbot.waitExposed(screen)
    seen = screen.visible_rows()
    assert 5 < len(seen) < 25
    screen.step(1)
    assert screen.table.currentIndex().row() == 2


@pytest.mark.requirement("ILM-02")
def test_a_filter_says_how_many_wait_outside_it_and_goes_by_esc(seated: SeatedDesk, waiting: str) -> None:
    """The rail's count stays that of all; what is late outside the filter is named."""
    car = WantedVehicle(year=2022, make="Toyota", model="RAV4", condition="used")
    person = CustomerIn(full="Lee Roe", first="Lee", last="Roe", emails=("lee@example.com",))
    used = Prospect(
        customer=person, source="CarGurus", source_kind="marketplace", source_class="3rd", vehicles=(car,)
    )
    seated.run(c.TakeLead(prospect=used, key="used", origin="test"))
    screen = opened(seated)
    seated.until(lambda: len(screen.model.lines) == 3)
    seated.later(minutes=11)
    seated.window.pulse.tick()
    seated.press(screen, "f")
    menu = screen.narrow.menu
    assert menu is not None
    told = [act.text() for act in menu.actions() if act.text()]
    assert told == ["All sources", "CarGurus", "Website", "New and used", "New", "Used"]
    next(act for act in menu.actions() if act.text() == "Used").trigger()
    assert [line.card.name for line in screen.model.lines if isinstance(line, MonitorRow)] == ["Lee Roe"]
    assert screen.hidden.isVisible()
    assert screen.hidden.words.text() == "Only Used is shown. Not shown: 1 waiting, 1 of them overdue."
    assert seated.window.rail.items["monitor"].count == 1, "the one that is late and hidden"
    screen.narrow.choose(source="Website")
    assert screen.empty.title.text() == "Nobody waits here: Website, Used"
    seated.press(screen, Qt.Key.Key_Escape)
    assert len(screen.model.lines) > 2
    assert not screen.hidden.isVisible()


@pytest.mark.requirement("ILM-04", "ILM-05", "DESK-04")
def test_a_manager_changes_the_times_where_the_rule_is_read_and_a_rep_reads_them(
    seated: SeatedDesk, waiting: str
) -> None:
    screen = opened(seated)
    seated.until(lambda: screen.panel.view is not None)
    assert screen.panel.edit.text() == "Edit rule"
    screen.panel.edit.click()
    sheet = screen.sheet
    assert sheet is not None
    assert [field.text() for field in sheet.fields] == ["10m", "15m", "25m", "45m"]
    sheet.fields[0].setText("20m")
    sheet.save_button.click()
    seated.until(sheet.refusal.isVisible)
    assert sheet.refusal.text() == "Step 2 does not come after step 1. Put later steps later."
    sheet.fields[0].setText("5m")
    seated.qtbot.keyClick(sheet.fields[0], Qt.Key.Key_Return)
    seated.until(lambda: plain(screen.panel.rule).endswith("Target 5 m."))
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    screen.read()
    seated.until(lambda: screen.panel.edit.text() == "See rule")
    screen.panel.edit.click()
    assert screen.sheet is not None
    assert screen.sheet is not sheet
    assert all(field.isReadOnly() for field in screen.sheet.fields)
    assert not screen.sheet.save_button.isVisible()
    screen.sheet.close()


@pytest.mark.requirement("ALERT-03", "ILM-02")
def test_what_rings_for_who_looks_rests_and_its_ladder_climbs_on(seated: SeatedDesk, waiting: str) -> None:
    screen = opened(seated)
    seated.until(lambda: screen.panel.view is not None)
    assert not screen.panel.buttons["snooze"].isVisible(), "the bell rang for Ana, who owns it"
    for minutes in (11, 5, 10):
        seated.later(minutes=minutes)
        seated.settle()
    seated.until(screen.panel.buttons["snooze"].isVisible)
    seated.press(screen, "s")
    seated.until(screen.panel.rests.isVisible)
    assert screen.panel.rests.text() == "Your alert rests until 10:36. The next step rings all the same."
    assert not screen.panel.buttons["snooze"].isVisible()
    assert not [a for a in seated.ask(lambda read: read.alerts()) if a.snoozed_until is None]
    seated.later(minutes=11)
    seated.window.pulse.minute.emit()
    seated.until(screen.panel.buttons["snooze"].isVisible)
