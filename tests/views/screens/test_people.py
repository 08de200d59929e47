"""The people's screens over the real engine: alerts, what could not be read, a lead by hand, set-up, tray and bell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.by import THE_CUSTOMER
from desk.models.errors import NoSecrets
from desk.models.intake.prospect import CustomerIn, Prospect, WantedVehicle
from desk.models.probe import ProbeStep
from desk.models.snapshots.doctor import DoctorLine
from desk.models.staff import Staff
from desk.models.vehicle import Vehicle
from desk.views.detail.pane import LeadPane
from desk.views.doctor import DoctorPage
from desk.views.frame_popovers import AssistantPopover
from desk.views.new_lead import NewLead
from desk.views.quarantine.raw import value_at
from desk.views.setup import SetupScreen, Welcome
from desk.views.sounds import Ringer, sound_file
from desk.views.tray import Tray, tray_icon
from tests.views.screens.conftest import SeatedDesk

MAIL = b"""From: Treasure Valley Cars <notify@tvcars.example>
To: sales@store.example
Subject: Interested buyer #88213
Message-ID: <88213@tvcars.example>
Date: Tue, 03 Mar 2026 16:58:00 +0000
Content-Type: text/plain; charset=utf-8

Lead from Treasure Valley Cars, new customer inquiry

 * Shopper ........ Linden, Cora
 * Reach her at ... 208.555.0163 or
 * Looking at ..... 2020 Toyota 4Runner SR5, stk U3398
"""


# --- alerts ---


def alerts(seated: SeatedDesk) -> list[Alert]:
    return [row for row in seated.rows(Alert) if row.staff_id == "dana"]


@pytest.fixture
def handed_off(seated: SeatedDesk) -> str:
    """A lead of Dana's whose customer asks for a person."""
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to="dana"))
    seated.settle()
    reply = "I would rather talk to a real person. Can someone call me?"
    seated.run(c.TakeReply(lead_id=lead_id, channel="email", text=reply, key="r1", by=THE_CUSTOMER))
    assert seated.view(lead_id).assistant.state == "handed_off"
    return lead_id


@pytest.mark.requirement("ALERT-03")
def test_the_centre_shows_who_waits_and_snooze_puts_it_to_sleep(seated: SeatedDesk, handed_off: str) -> None:
    center = seated.assembled.center
    seated.assembled.show_alerts()
    seated.until(lambda: any(row.alert.kind == "handoff" for row in center.rows))
    count = len(center.rows)
    center.chosen = next(n for n, row in enumerate(center.rows) if row.alert.kind == "handoff")
    seated.qtbot.keyClick(center, Qt.Key.Key_S)
    seated.until(lambda: len(center.rows) == count - 1)
    asleep = next(a for a in alerts(seated) if a.kind == "handoff")
    assert asleep.snoozed_until is not None
    assert asleep.done_at is None  # nothing unseen disappears
    center.hide()


@pytest.mark.requirement("ALERT-03")
def test_filters_count_their_kind_and_history_keeps_what_is_done(seated: SeatedDesk, handed_off: str) -> None:
    center = seated.assembled.center
    seated.assembled.show_alerts()
    seated.until(lambda: center.chips["handoff"].text() == "Handoff 1")
    assert (center.width(), center.height()) == (400, 600)
    center.chips["handoff"].click()
    assert {row.alert.kind for row in center.rows} == {"handoff"}
    alert_id = center.rows[0].alert.id
    seated.run(c.CloseAlert(alert_id=alert_id))
    seated.until(lambda: alert_id not in {row.alert.id for row in center.rows})
    center.show_history.click()
    assert alert_id in {row.alert.id for row in center.rows}
    center.hide()


@pytest.mark.requirement("ALERT-03", "ILM-06")
def test_of_a_ladders_steps_the_highest_stands_in_the_list_and_rests_with_those_below(
    seated: SeatedDesk,
) -> None:
    """Dana hears of one lead as the next in turn and as the manager: the last step says it all."""
    seated.take()
    for minutes in (0, 11, 15):
        seated.later(minutes=minutes)
        seated.settle()
    center = seated.assembled.center
    seated.assembled.show_alerts()
    seated.until(lambda: [(row.alert.kind, row.alert.level) for row in center.rows] == [("escalation", 3)])
    assert [alert.level for alert in seated.ask(lambda read: read.alerts())] == [3, 1]
    assert center.chips["escalation"].text() == "Escalation 1"
    seated.qtbot.keyClick(center, Qt.Key.Key_S)
    seated.until(lambda: center.rows == [])
    assert all(alert.snoozed_until for alert in seated.ask(lambda read: read.alerts()))
    center.hide()


@pytest.mark.requirement("ALERT-03", "AI-22")
def test_an_alert_opens_its_lead(seated: SeatedDesk, handed_off: str) -> None:
    center = seated.assembled.center
    seated.assembled.show_alerts()
    seated.until(lambda: any(row.alert.kind == "handoff" for row in center.rows))
    row = next(row for row in center.rows if row.alert.kind == "handoff")
    row.acted.emit("open")
    seated.until(lambda: isinstance(seated.window.pane, LeadPane) and seated.window.pane.view is not None)
    pane = seated.window.pane
    assert isinstance(pane, LeadPane)
    assert pane.view is not None
    assert pane.view.card.id == handed_off
    assert pane.handoff.isVisible()
    assert not center.isVisible()


@pytest.mark.requirement("ALERT-01")
def test_the_bell_rings_once_for_a_burst_and_not_while_muted(seated: SeatedDesk) -> None:
    rung: list[str] = []
    ringer = Ringer(seated.clock.now, rung.append)
    assert [ringer.ring("doorbell"), ringer.ring("doorbell")] == [True, False]
    seated.later(seconds=5)
    assert ringer.ring("handoff")
    ringer.mute(timedelta(minutes=30))
    seated.later(minutes=29)
    assert not ringer.ring("escalation")
    seated.later(minutes=1)
    assert ringer.ring("escalation")
    ringer.enabled = False
    seated.later(minutes=1)
    assert not ringer.ring("doorbell")
    assert rung == ["doorbell", "handoff", "escalation"]


@pytest.mark.requirement("ALERT-01", "ALERT-03")
def test_who_wants_quiet_sees_no_toast_and_loses_no_alert(seated: SeatedDesk, handed_off: str) -> None:
    center, window = seated.assembled.center, seated.window
    center.read()
    seated.until(lambda: bool(center.awake()))
    center.ringer.mute(timedelta(minutes=30))
    window._ring(center.awake()[0])
    assert window.toasts.toasts == []
    assert center.awake(), "it stands in the centre and is counted"
    seated.later(minutes=31)
    window._ring(center.awake()[0])
    assert len(window.toasts.toasts) == 1
    window.toasts.toasts[0].close()


@pytest.mark.requirement("ALERT-03", "ILM-08")
def test_of_a_ladders_steps_the_highest_stands_for_all_in_list_and_count(seated: SeatedDesk) -> None:
    lead_id, center, bar = seated.take(), seated.assembled.center, seated.window.bar
    raised = {"staff_id": "dana", "kind": "escalation", "lead_id": lead_id, "title": "A lead waits", "raised_at": seated.clock.now()}  # fmt: skip
    with seated.store.writing() as session:
        session.add_all(Alert(id=f"a{level}", key=f"k{level}", level=level, **raised) for level in (1, 2, 3))
    center.read()
    seated.window.refresh()
    seated.until(lambda: [alert.id for alert in center.awake() if alert.kind == "escalation"] == ["a3"])
    seated.until(lambda: bar.doorbell.text() == f"{len(center.awake())} new")
    center._act(center.awake()[0], "open")
    seated.until(lambda: {a.id for a in seated.rows(Alert) if a.seen_at} >= {"a1", "a2", "a3"})


@pytest.mark.requirement("ALERT-03")
def test_three_toasts_stand_and_the_rest_is_counted(seated: SeatedDesk, handed_off: str) -> None:
    center, stack = seated.assembled.center, seated.window.toasts
    center.read()
    seated.until(lambda: bool(center.awake()))
    alert = center.awake()[0]
    for number in range(5):
        stack.show_alert(replace(alert, id=f"a{number}"))
    assert len(stack.toasts) == 3
    assert stack.toasts[-1].head.text().endswith("2 more")
    while stack.toasts:
        stack.toasts[0].close()
    assert stack.waiting == []


@pytest.mark.requirement("ALERT-01")
@pytest.mark.parametrize(
    "kind", ["doorbell", "handoff", "escalation", "appointment", "attention", "quarantine"]
)
def test_every_class_of_alert_has_its_sound(kind: str) -> None:
    assert sound_file(kind).read_bytes()[:4] == b"RIFF"


@pytest.mark.requirement("DESK-01")
def test_the_tray_carries_the_count_and_its_menu_leads_back(seated: SeatedDesk) -> None:
    tray = Tray(seated.window)
    tray.show_count(4)
    assert "4 alerts" in tray.alerts_act.text()
    assert tray_icon(4).pixmap(32).toImage() != tray_icon(0).pixmap(32).toImage()
    for act, signal in (
        (tray.open_act, tray.opened),
        (tray.alerts_act, tray.alerts_wanted),
        (tray.quit_act, tray.quit_wanted),
    ):
        with seated.qtbot.waitSignal(signal):
            act.trigger()


@pytest.mark.requirement("DESK-01")
def test_without_a_tray_closing_minimises(seated: SeatedDesk) -> None:
    seated.window.close()
    assert seated.window.isMinimized()
    seated.assembled.come_forward()
    assert not seated.window.isMinimized()


# --- what could not be read ---


@pytest.fixture
def quarantined(seated: SeatedDesk) -> str:
    seated.run(
        c.TakeFile(
            name="lead.xml",
            raw=b"<?xml version='1.0'?><adf><prospect><customer>Linden, Cora 208.555.0163\n<vehicle 2020 Toyota 4Runner",
        )
    )
    waiting = [row for row in seated.quarantined() if row.state == "open"]
    assert waiting, "a broken file waits for a person"
    return waiting[0].id


def screen_of(seated: SeatedDesk) -> Any:
    seated.window.show_screen("inbox")
    screen = seated.assembled.screens["inbox"].screen_made.mail
    seated.until(lambda: screen.shown is not None)
    return screen


def select(screen: Any, words: str) -> None:
    cursor: QTextCursor = screen.raw.document().find(words)
    assert not cursor.isNull()
    screen.raw.setTextCursor(cursor)


@pytest.mark.requirement("LEAD-02")
def test_a_quarantined_file_becomes_a_lead_by_picking(seated: SeatedDesk, quarantined: str) -> None:
    screen = screen_of(seated)
    for key, words in (("n", "Linden, Cora"), ("p", "208.555.0163"), ("v", "2020 Toyota 4Runner")):
        select(screen, words)
        seated.qtbot.keyClicks(screen.raw, key)
    assert screen.fields.filled() == 3
    seated.qtbot.keyClick(screen.raw, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seated.until(lambda: len(seated.leads()) == 1)
    made = seated.view(seated.leads()[0].id)
    assert (made.first, made.last, made.card.vehicle) == ("Cora", "Linden", "2020 Toyota 4Runner")
    assert "+12085550163" in {tile.address for tile in made.tiles}
    assert seated.quarantined()[0].state == "made"
    seated.until(lambda: screen.pages.currentIndex() == 0)


@pytest.mark.requirement("LEAD-02")
def test_not_a_lead_needs_its_reason_and_keeps_it(seated: SeatedDesk, quarantined: str) -> None:
    screen = screen_of(seated)
    screen.none.click()
    assert screen.reason.isVisible()
    screen.dismiss()
    assert screen.refusal.text()
    screen.reason.setText("A supplier's newsletter")
    screen.dismiss()
    seated.until(lambda: seated.quarantined()[0].state == "dismissed")
    assert seated.quarantined()[0].closed_reason == "A supplier's newsletter"


@pytest.mark.requirement("LEAD-02")
def test_a_quarantined_file_joins_a_lead(seated: SeatedDesk, quarantined: str) -> None:
    lead_id = seated.take()
    screen = screen_of(seated)
    screen.join_lead(lead_id)
    seated.until(lambda: seated.quarantined()[0].state == "joined")
    assert any(m.direction == "in" for m in seated.messages(lead_id))


@pytest.mark.requirement("LEAD-02", "LEAD-04")
def test_a_lead_that_has_the_picked_phone_is_named_and_joined_by_one_press(
    seated: SeatedDesk, quarantined: str
) -> None:
    lead_id = seated.take()
    phone = next(tile.address for tile in seated.view(lead_id).tiles if "@" not in tile.address)
    screen = screen_of(seated)
    screen.fields.take("phone", phone)
    seated.until(lambda: "Kim Doe" in screen.hints.known.text())
    screen.fields.take("phone", "208 555 0177")
    seated.until(lambda: screen.hints.known.text() == "No lead has this phone or email.")
    assert not screen.hints.join.isVisible()
    screen.fields.take("phone", phone)
    seated.until(screen.hints.join.isVisible)
    screen.hints.join.click()
    seated.until(lambda: seated.quarantined()[0].state == "joined")
    assert seated.quarantined()[0].lead_id == lead_id


@pytest.mark.requirement("LEAD-02")
def test_nobody_picked_makes_no_lead(seated: SeatedDesk, quarantined: str) -> None:
    screen = screen_of(seated)
    screen.make_lead()
    assert screen.refusal.text()
    assert seated.leads() == []


@pytest.mark.requirement("LEAD-02")
@pytest.mark.parametrize(
    ("line", "column", "value"),
    [
        (" * Looking at ..... 2020 4Runner SR5, stk U3398", 30, "2020 4Runner SR5, stk U3398"),
        (" * Reach her at ... 208.555.0163 or", 24, "208.555.0163"),
        ("Name: Cora Linden  Phone: 208 555 0163", 8, "Cora Linden"),
        ('From: "Cora" <cora@example.net>', 18, "cora@example.net"),
        ("plain words only", 3, "plain words only"),
    ],
)
def test_a_double_click_takes_the_whole_value(line: str, column: int, value: str) -> None:
    start, end = value_at(line, column)
    assert line[start:end] == value


# --- a lead by hand ---


@pytest.mark.requirement("LEAD-01", "LEAD-03")
def test_a_walk_in_is_typed_and_answered_like_any_lead(seated: SeatedDesk) -> None:
    form = NewLead(seated.bridge, seated.window)
    form.name.setText("Kofi Lundberg")
    form.phone.setText("(208) 555-0144")
    form.email.setText("kofi@example.com")
    form.vehicle.setText("2023 Toyota Tacoma TRD")
    form.kind.setCurrentIndex(form.kind.findData("walk_in"))
    form.comments.setPlainText("Came by, wants a call back about the Tacoma")
    with seated.qtbot.waitSignal(form.taken) as taken:
        form.submit()
    lead = seated.view(taken.args[0])
    assert (lead.card.name, lead.card.source_kind, lead.card.source_class) == (
        "Kofi Lundberg",
        "walk_in",
        "1st",
    )
    assert lead.card.vehicle == "2023 Toyota Tacoma TRD"
    assert {tile.address for tile in lead.tiles} == {"+12085550144", "kofi@example.com"}
    assert lead.card.timer.kind == "running"


@pytest.mark.requirement("LEAD-01")
def test_a_second_press_takes_one_lead(seated: SeatedDesk) -> None:
    form = NewLead(seated.bridge, seated.window)
    form.name.setText("Kofi Lundberg")
    form.email.setText("kofi@example.com")
    form.submit()
    form.submit()
    seated.until(lambda: form.result() == 1)
    assert len(seated.leads()) == 1


@pytest.mark.requirement("LEAD-01")
@pytest.mark.parametrize(("field", "typed"), [("name", ""), ("phone", "555"), ("email", "kofi at home")])
def test_what_cannot_be_used_is_said_before_anything_is_taken(
    seated: SeatedDesk, field: str, typed: str
) -> None:
    form = NewLead(seated.bridge, seated.window)
    getattr(form, field).setText(typed)
    form.submit()
    assert form.refusal.text()
    assert getattr(form, field).property("wrong")
    assert seated.leads() == []


# --- set-up ---


class Probes:
    """Stands at the set-up's own port for connection tests; keeps what it was given."""

    sign_ins = None

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self.tried: list[tuple[Any, ...]] = []
        self.keyring_works = True

    def test_mail(self, settings: Mapping[str, Any], password: str) -> Sequence[ProbeStep]:
        self.tried.append((settings["mail.imap_host"], password))
        return (
            ProbeStep("Read", True, "4 mails"),
            ProbeStep("Send", False, "The password was refused.", "Type it again."),
        )

    def test_texts(self, settings: Mapping[str, Any], token: str, to: str) -> Sequence[ProbeStep]:
        raise ConnectionError("The provider did not answer.")

    def save_secret(self, name: str, value: str) -> None:
        if not self.keyring_works:
            raise NoSecrets("The keyring is locked.", do="Unlock it.")
        self.secrets[name] = value


@pytest.fixture
def setup(seated: SeatedDesk) -> SetupScreen:
    screen = SetupScreen(seated.bridge, Probes())
    seated.window.add_screen("setup-test", screen)
    seated.window.show_screen("setup-test")
    seated.until(lambda: screen.pages["store"].values()["store.name"] == "Cedar Ridge Motors")
    return screen


def settings(seated: SeatedDesk) -> dict[str, Any]:
    return dict(seated.ask(lambda read: read.settings()))


@pytest.mark.requirement("DESK-02")
def test_the_store_step_records_name_and_hours_and_refuses_odd_hours(
    seated: SeatedDesk, setup: SetupScreen
) -> None:
    page: Any = setup.pages["store"]
    page.week.days["sun"].setText("ten to four")
    setup.save()
    assert "Sunday" in page.refusal.text()
    page.week.days["sun"].setText("10:00-16:00")
    page.fields["store.phone"].setText("(208) 555-0111")
    setup.save()
    seated.until(lambda: "store" in settings(seated)["setup.done"])
    assert settings(seated)["store.hours"]["sun"] == "10:00-16:00"
    assert settings(seated)["store.phone"] == "(208) 555-0111"
    assert setup.key == "mail"


@pytest.mark.requirement("DESK-02", "DESK-03")
def test_the_mailbox_is_tested_as_entered_and_its_password_goes_to_the_keyring(
    seated: SeatedDesk, setup: SetupScreen
) -> None:
    setup.go("mail")
    page: Any = setup.pages["mail"]
    for key, value in (
        ("mail.user", "leads"),
        ("mail.imap_host", "imap.store.example"),
        ("mail.smtp_host", "smtp.store.example"),
    ):
        page.fields[key].setText(value)
    page.secret.setText("s3cret words")
    page.test.click()
    seated.until(page.test.isEnabled)
    assert page._probes.tried == [("imap.store.example", "s3cret words")]
    assert not page.steps.passed
    setup.save()
    seated.until(lambda: "mail" in settings(seated)["setup.done"])
    assert page._probes.secrets == {"mail.password": "s3cret words"}
    assert settings(seated)["mail.imap_host"] == "imap.store.example"
    assert "s3cret words" not in str(settings(seated))


@pytest.mark.requirement("DESK-03")
def test_without_a_keyring_nothing_is_saved_and_it_is_said(seated: SeatedDesk, setup: SetupScreen) -> None:
    setup.go("mail")
    page: Any = setup.pages["mail"]
    page._probes.keyring_works = False
    for key in ("mail.user", "mail.imap_host", "mail.smtp_host"):
        page.fields[key].setText("mail.store.example")
    page.secret.setText("s3cret words")
    setup.save()
    assert "keyring is locked" in page.refusal.text()
    assert settings(seated)["mail.imap_host"] == ""


@pytest.mark.requirement("DESK-02")
def test_a_test_that_cannot_run_says_why(seated: SeatedDesk, setup: SetupScreen) -> None:
    setup.go("text")
    page: Any = setup.pages["text"]
    page.test.click()
    seated.until(page.test.isEnabled)
    assert not page.steps.passed


@pytest.mark.requirement("AI-05")
def test_an_inventory_is_previewed_refused_rows_told_and_taken(
    seated: SeatedDesk, setup: SetupScreen, tmp_path: Path
) -> None:
    file = tmp_path / "stock.csv"
    file.write_text(
        "Stock,Year,Make,Model\nU1,2023,Toyota,RAV4\nU2,2022,Honda,CR-V\nU2,2021,Ford,F-150\n,2019,GMC,Terrain\n",
        "utf-8",
    )
    setup.go("stock")
    page: Any = setup.pages["stock"]
    page.read_file(file)
    assert (page.preview.rowCount(), page.refused.rowCount()) == (2, 2)
    assert seated.rows(Vehicle) == []  # looking records nothing
    setup.save()
    seated.until(lambda: len(seated.rows(Vehicle)) == 2)


@pytest.mark.requirement("AI-05", "DESK-08")
def test_columns_and_status_words_of_a_strange_feed_are_named_by_a_person(
    seated: SeatedDesk, setup: SetupScreen, tmp_path: Path
) -> None:
    """Nothing is known by name but the status; two columns and one word are told, and kept for the next reading."""
    file = tmp_path / "strange.csv"
    file.write_text("NO,MK,MD,status\nU1,Toyota,RAV4,Z\nU2,Honda,CR-V,Sold\n", "utf-8")
    setup.go("stock")
    page: Any = setup.pages["stock"]
    page.read_file(file)
    assert page.feed is None
    assert page.columns.isVisible()
    for heading, field in (("NO", "stock"), ("MK", "make"), ("MD", "model")):
        choice = page.columns.choices[heading]
        choice.setFocus()
        while choice.currentData() != field:  # by the keyboard alone
            seated.qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert page.preview.model.lines[0][:2] == ("U1", "Toyota RAV4")
    word = page.statuses.choices["Z"]
    word.setCurrentIndex(word.findData("on_hold"))
    word.activated.emit(word.currentIndex())
    assert [line[5] for line in page.preview.model.lines] == ["Held or pending", "Sold"]
    double = page.columns.choices["status"]
    double.setCurrentIndex(double.findData("make"))
    double.activated.emit(double.currentIndex())
    setup.save()
    assert page.refusal.text() == "Only one column can be taken as: Make."
    double.setCurrentIndex(double.findData("status"))
    double.activated.emit(double.currentIndex())
    page.again.setChecked(True)
    setup.save()
    seated.until(lambda: settings(seated)["inventory.statuses"] == {"Z": "on_hold"})
    kept = settings(seated)
    assert (kept["inventory.mapping"]["MK"], kept["folder.inventory"]) == ("make", str(file))
    assert {row.stock: row.status for row in seated.rows(Vehicle)} == {"U1": "on_hold", "U2": "sold"}


@pytest.mark.requirement("AI-05", "DESK-08")
def test_a_feed_is_tried_on_the_open_leads(seated: SeatedDesk, setup: SetupScreen, tmp_path: Path) -> None:
    for number, stock in enumerate(("U1", "U9", None), start=1):
        wanted = WantedVehicle(year=2022, make="Toyota", model="RAV4", stock=stock)
        who = CustomerIn(full=f"Kim Doe{number}", emails=(f"kim{number}@example.com",))
        prospect = Prospect(customer=who, source="Website", vehicles=(wanted,))
        seated.run(c.TakeLead(prospect=prospect, key=f"feed:{number}", origin="test"))
    file = tmp_path / "stock.csv"
    file.write_text("Stock,Year\nU1,2023\nU2,2022\n", "utf-8")
    page: Any = setup.pages["stock"]
    page.read_file(file)
    seated.until(lambda: "1 of 3 name a vehicle in this feed, 1 name no stock number" in page.tried.text())


@pytest.mark.requirement("AI-05")
def test_refused_rows_are_saved_for_whoever_mends_the_feed(setup: SetupScreen, tmp_path: Path) -> None:
    file, kept = tmp_path / "stock.csv", tmp_path / "refused.csv"
    file.write_text("Stock,Year\nU1,2023\nU2,20x4\n", "utf-8")
    page: Any = setup.pages["stock"]
    page.read_file(file)
    page.refused.write(str(kept))
    assert kept.read_text("utf-8").splitlines()[1].startswith("3,year,")
    page.refused.write(str(tmp_path / "nowhere" / "refused.csv"))
    assert "could not be saved" in page.refused.others.text()


@pytest.mark.requirement("AI-05")
def test_the_tables_of_a_feed_keep_qts_rules(setup: SetupScreen, tmp_path: Path, qtmodeltester: Any) -> None:
    file = tmp_path / "stock.csv"
    file.write_text("Stock,Year\nU1,2023\nU2,20x4\n", "utf-8")
    page: Any = setup.pages["stock"]
    page.read_file(file)
    for model in (page.preview.model, page.refused.model):
        qtmodeltester.check(model)


@pytest.mark.requirement("AI-05")
def test_a_file_that_is_no_inventory_is_refused_in_words(setup: SetupScreen, tmp_path: Path) -> None:
    file = tmp_path / "poem.csv"
    file.write_text("roses,violets\nred,blue\n", "utf-8")
    page: Any = setup.pages["stock"]
    page.read_file(file)
    assert "poem.csv" in page.refusal.text()
    assert page.feed is None


@pytest.mark.requirement("FLOW-01")
def test_a_person_is_added_with_role_and_shift(seated: SeatedDesk, setup: SetupScreen) -> None:
    setup.go("team")
    page: Any = setup.pages["team"]
    page.name.setText("Priya Raman")
    page.role.setCurrentIndex(page.role.findData("bdc"))
    seated.qtbot.keyClicks(page.shift, "08:00-16:00")
    page.week.days["sat"].setText("09:00-13:00")
    page.phone.setText("208 555 0177")
    page.add.click()
    seated.until(lambda: any(row.name == "Priya Raman" for row in seated.rows(Staff)))
    added = next(row for row in seated.rows(Staff) if row.name == "Priya Raman")
    assert (added.role, added.phone) == ("bdc", "+12085550177")
    assert added.shift is not None
    assert (added.shift["mon"], added.shift["sat"]) == ("08:00-16:00", "09:00-13:00")


@pytest.mark.requirement("DESK-02")
def test_going_live_is_the_last_word_and_can_wait(seated: SeatedDesk, setup: SetupScreen) -> None:
    setup.go("live")
    page: Any = setup.pages["live"]
    page.live.setChecked(False)
    with seated.qtbot.waitSignal(setup.left):
        setup.later.click()
    seated.until(lambda: settings(seated)["assistant.live"] is False)
    page.live.setChecked(True)
    with seated.qtbot.waitSignal(setup.finished):
        setup.save()
    assert settings(seated)["assistant.live"] is True


@pytest.mark.requirement("DESK-02")
def test_the_welcome_offers_the_demo_or_the_set_up(seated: SeatedDesk) -> None:
    welcome = Welcome()
    seated.qtbot.addWidget(welcome)
    with seated.qtbot.waitSignal(welcome.demo_wanted):
        seated.qtbot.keyClick(welcome, Qt.Key.Key_Return)
    with seated.qtbot.waitSignal(welcome.setup_wanted):
        welcome.start.click()


@pytest.mark.requirement("DESK-10")
def test_the_doctor_shows_each_line_with_what_to_do(seated: SeatedDesk) -> None:
    lines = (
        DoctorLine("Store", "ok", "Opened."),
        DoctorLine("Mail out", "bad", "Refused the password.", "Type it again."),
    )
    page = DoctorPage(lambda: lines)
    seated.qtbot.addWidget(page)
    page.show()
    seated.until(page.again.isEnabled)
    assert page.told.text() == "1 to look at"
    assert "Type it again." in {child.text() for child in page.findChildren(type(page.told))}


@pytest.mark.requirement("AI-27")
def test_the_store_wide_pause_is_given_from_the_top_bar(seated: SeatedDesk) -> None:
    seated.window.refresh()
    seated.until(lambda: bool(seated.window.bar.assistant.text()))
    seated.window.bar.assistant.click()
    sheet = next(iter(seated.window.findChildren(AssistantPopover)))
    sheet.reason.setText("Inventory is wrong")
    sheet.act.click()
    seated.until(lambda: settings(seated)["assistant.pauses"] == {"store": "Inventory is wrong"})
