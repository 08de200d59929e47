"""The settings: each section records through a command, errors stand in place, and keys alone are enough."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desk.models import commands as c
from desk.models.by import By
from desk.models.commands import SetPin, TrySignIn
from desk.models.errors import BadInput
from desk.models.history import History
from desk.models.snapshots.settings import BackupFile, Compared, RestorePreview
from desk.models.staff import Staff
from desk.views.settings.screen import SettingsScreen
from desk.views.settings.sections import sections
from desk.views.theme import Theme
from desk.views.widgets import Button
from tests.views.screens.conftest import START, SeatedDesk
from tests.views.screens.test_words_access import named, shown

CTRL = Qt.KeyboardModifier.ControlModifier


class Machine:
    """Stands at the settings' port to the computer; keeps what it was asked."""

    def __init__(self) -> None:
        self.is_demo = self.can_start_with_computer = True
        self.account = "dana (1002) at front-desk"
        self.starts: list[bool] = []
        self.can_restore = True
        self.made: list[BackupFile] = []
        self.restored: list[str] = []
        self.thrown = 0
        self.is_full = self.is_damaged = False

    def start_with_computer(self, on: bool) -> None:
        self.starts.append(on)

    def backups(self) -> tuple[BackupFile, ...]:
        return tuple(self.made)

    def back_up(self) -> str:
        if self.is_full:
            raise BadInput("The backup could not be made: the disk is full.", do="Free some space.")
        name = f"desk-2026030{len(self.made) + 1}-090000.db"
        self.made.append(BackupFile(f"safe/{name}", name, START, 412_000, made_here=True))
        return "1 lead, 2 messages"

    def look_into(self, path: str) -> RestorePreview:
        if self.is_damaged:
            raise BadInput("This file is damaged.", do="Try an earlier backup.")
        counts = (Compared("lead", 40, 43), Compared("message", 90, 101), Compared("block", 2, 3))
        return RestorePreview(path, path.rpartition("/")[2], counts, START, START)

    def restore(self, path: str) -> None:
        self.restored.append(path)

    def recovery_code(self) -> str:
        return "ABCD-EFGH"

    def throw_demo_away(self) -> None:
        self.thrown += 1


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def screen(seated: SeatedDesk, machine: Machine) -> SettingsScreen:
    made = SettingsScreen(seated.bridge, seated.window.zone, None, machine)
    seated.window.add_screen("settings-test", made)
    seated.window.show_screen("settings-test")
    seated.until(lambda: made.key == "store")
    return made


def settings(seated: SeatedDesk) -> dict[str, Any]:
    return dict(seated.ask(lambda read: read.settings()))


def staff(seated: SeatedDesk, staff_id: str) -> Staff:
    return next(row for row in seated.rows(Staff) if row.id == staff_id)


@pytest.mark.requirement("DESK-01", "DESK-08")
def test_a_setting_is_found_changed_and_saved_by_keys_alone(
    seated: SeatedDesk, screen: SettingsScreen
) -> None:
    screen.find.setFocus()
    seated.qtbot.keyClicks(screen.find, "post add")
    assert [key for key, row in screen.rows.items() if row.isVisible()] == []
    screen.find.clear()
    seated.qtbot.keyClicks(screen.find, "holi")
    assert [key for key, row in screen.rows.items() if row.isVisible()] == ["hours", "states"]
    seated.qtbot.keyClick(screen.find, Qt.Key.Key_Return)
    assert screen.key == "hours"
    page: Any = screen.page
    seated.qtbot.keyClicks(page.week.days["sun"], "11:00-16:00")
    page.day.setDate(QDate(2026, 12, 25))
    seated.qtbot.keyClick(page.add, Qt.Key.Key_Return)
    seated.qtbot.keyClick(page.week.days["sun"], Qt.Key.Key_Return, CTRL)
    seated.until(lambda: screen.told.text() == "Saved")
    kept = settings(seated)
    assert (kept["store.hours"]["sun"], kept["store.holidays"]) == ("11:00-16:00", ["2026-12-25"])


@pytest.mark.requirement("DESK-01")
def test_what_is_wrong_is_said_in_place_and_nothing_is_saved(
    seated: SeatedDesk, screen: SettingsScreen
) -> None:
    page: Any = screen.page
    page.fields["store.address"].clear()
    screen.save_button.click()
    assert page.refusal.text() == "Every email must show a postal address."
    assert page.fields["store.address"].property("wrong") is True
    assert settings(seated)["store.address"]
    screen.go("hours")
    hours: Any = screen.page
    hours.week.days["mon"].setText("nine to five")
    screen.save_button.click()
    assert "Monday" in hours.refusal.text()


@pytest.mark.requirement("DESK-04")
def test_a_rep_may_look_but_a_save_is_refused_in_place(seated: SeatedDesk, screen: SettingsScreen) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    page: Any = screen.page
    page.fields["store.phone"].setText("(208) 555-0199")
    screen.save_button.click()
    seated.until(lambda: "may not save settings" in page.refusal.text())
    assert settings(seated)["store.phone"] == "(208) 555-0100"


@pytest.mark.requirement("ALERT-02", "DESK-04")
def test_people_choose_their_own_doors_and_nobody_elses(seated: SeatedDesk, screen: SettingsScreen) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    screen.go("alerts")
    page: Any = screen.page
    seated.until(lambda: page.doors["handoff"].count() > 0)
    page.doors["handoff"].setCurrentIndex(page.doors["handoff"].findData("email"))
    page.person.setCurrentIndex(page.person.findData("dana"))
    screen.save_button.click()
    seated.until(lambda: "their own alerts" in page.refusal.text())
    page.person.setCurrentIndex(page.person.findData("ana"))
    page.doors["handoff"].setCurrentIndex(page.doors["handoff"].findData("email"))
    screen.save_button.click()
    seated.until(lambda: staff(seated, "ana").alerts.get("handoff") == "email")
    assert not staff(seated, "dana").alerts


@pytest.mark.requirement("FLOW-01")
def test_a_person_is_changed_sent_away_and_comes_back(seated: SeatedDesk, screen: SettingsScreen) -> None:
    screen.go("people")
    page: Any = screen.page
    seated.until(lambda: page.list.count() == 2)
    ana = next(person for person in page.people if person.id == "ana")
    page._edit(ana)
    page.week.days["fri"].setText("12:00-18:00")
    screen.save()
    seated.until(lambda: staff(seated, "ana").shift == {"fri": "12:00-18:00"})
    page._away(ana, page._midnight(1))
    seated.until(lambda: staff(seated, "ana").away_until is not None)
    assert staff(seated, "ana").away_until.isoformat().startswith("2026-03-04T07:00"), "midnight in Boise"
    page._away(ana, None)
    seated.until(lambda: staff(seated, "ana").away_until is None)


@pytest.mark.requirement("FLOW-01")
def test_a_leaver_is_asked_about_once_more(seated: SeatedDesk, screen: SettingsScreen) -> None:
    screen.go("people")
    page: Any = screen.page
    seated.until(lambda: page.list.count() == 2)
    ana = next(person for person in page.people if person.id == "ana")
    button = page.buttons_of(ana)[-1]
    button.click()
    assert staff(seated, "ana").active
    button.click()
    seated.until(lambda: not staff(seated, "ana").active)


@pytest.mark.requirement("DESK-12")
def test_another_desk_on_the_mailbox_is_said_until_someone_names_the_one_that_speaks(
    seated: SeatedDesk, screen: SettingsScreen
) -> None:
    seated.run(c.NoteOtherDesk(line="mail", mark="showroom"))
    screen.read()
    seated.until(lambda: bool(screen.rows["mail"].trouble))
    screen.go("mail")
    page: Any = screen.page
    assert page.other.isVisible()
    assert "showroom" in page.other.told.text()
    page.other.there.click()
    seated.until(lambda: not page.other.isVisible())
    assert settings(seated)["desk.speaks"] is False


@pytest.mark.requirement("LEAD-02")
def test_a_taught_layout_is_explained_and_can_be_forgotten(
    seated: SeatedDesk, screen: SettingsScreen
) -> None:
    lesson = {
        "sender": "notify@tvcars.example",
        "source": "Treasure Valley Cars",
        "marks": [{"field": "name", "label": "Who is it", "below": 0, "after": ""}],
    }
    told = lesson | {"by": "Dana Whit", "at": "2026-03-03T16:00:00+00:00", "subject": "New lead #1"}
    seated.run(c.SaveSettings(values={"reader.lessons": {"l1": told}}))
    screen.read()
    screen.go("reader")
    page: Any = screen.page
    seated.until(lambda: page.list.count() == 1)
    words = " ".join(label.text() for label in page.list.itemAt(0).widget().findChildren(QLabel))
    assert "“Who is it”" in words
    assert "Taught by Dana Whit" in words
    page.forget("l1")
    seated.until(lambda: page.list.count() == 0)
    assert page.none.isVisible()
    assert settings(seated)["reader.lessons"] == {}


@pytest.mark.requirement("DESK-06")
def test_a_backup_is_made_into_the_chosen_folder_and_a_full_disk_is_said(
    seated: SeatedDesk, screen: SettingsScreen, machine: Machine, tmp_path: Path
) -> None:
    screen.go("backup")
    page: Any = screen.page
    seated.until(lambda: "There is no backup yet." in said(page))
    page.fields["backup.folder"].setText(str(tmp_path))
    page.now.click()
    seated.until(lambda: page.told.text() == "1 lead, 2 messages")
    assert settings(seated)["backup.folder"] == str(tmp_path)
    seated.until(lambda: "read whole when it was made" in said(page))
    machine.is_full = True
    page.now.click()
    seated.until(lambda: "the disk is full" in page.refusal.text())
    assert page.now.isEnabled()


def said(page: QWidget) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.mark.requirement("DESK-06", "DESK-04")
def test_a_backup_is_looked_into_and_brought_back_with_a_managers_pin_by_keys(
    seated: SeatedDesk, screen: SettingsScreen, machine: Machine
) -> None:
    seated.run(SetPin(staff_id="dana", pin="4321"))
    machine.back_up()
    screen.go("backup")
    page: Any = screen.page
    seated.until(lambda: any(each.text() == "What is in it" and each.isVisible() for each in page.findChildren(Button)))  # fmt: skip
    look = next(each for each in page.findChildren(Button) if each.text() == "What is in it")
    seated.qtbot.keyClick(look, Qt.Key.Key_Space)
    seated.until(lambda: "since it was made: 3 leads, 11 messages." in said(page))
    assert "Opt-outs since are carried over" in said(page)
    assert machine.restored == [], "a look replaces nothing"
    seated.until(page.card.pin.hasFocus)
    seated.qtbot.keyClicks(page.card.pin, "1234")
    seated.qtbot.keyClick(page.card.pin, Qt.Key.Key_Return)
    seated.until(lambda: "That is not right." in page.card.refusal.text())
    assert (machine.restored, page.card.pin.text()) == ([], "")
    seated.qtbot.keyClicks(page.card.pin, "4321")
    seated.qtbot.keyClick(page.card.pin, Qt.Key.Key_Return)
    seated.until(lambda: machine.restored == [machine.made[0].path])


@pytest.mark.requirement("DESK-03", "DESK-04")
def test_the_recovery_code_is_shown_to_who_leads_and_stands_in_the_record(
    seated: SeatedDesk, screen: SettingsScreen
) -> None:
    screen.go("backup")
    card: Any = screen.page.recovery
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    card.show_button.click()
    seated.until(card.refusal.isVisible)
    assert not card.code.isVisible()
    seated.sits = By("staff", "dana", "manager", "Dana Whit")
    card.show_button.click()
    seated.until(lambda: card.code.text() == "ABCD-EFGH")
    assert card.print_button.isVisible()
    (told,) = [row for row in seated.rows(History) if row.kind == "export"]
    assert (told.by, told.data["what"]) == ("Dana Whit", "recovery code")
    screen.go("people")
    screen.go("backup")
    assert (card.code.text(), card.show_button.isVisible()) == ("", True)


@pytest.mark.requirement("DESK-06", "DESK-04")
def test_a_rep_and_a_damaged_backup_replace_nothing(
    seated: SeatedDesk, screen: SettingsScreen, machine: Machine
) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    screen.go("backup")
    page: Any = screen.page
    page.look_into("safe/desk-20260303-090000.db")
    seated.until(page.card.act.isVisible)
    page.card.pin.setText("1234")
    page.card.go.click()
    seated.until(lambda: "may not bring back a backup" in page.card.refusal.text())
    machine.is_damaged = True
    page.look_into("safe/desk-20260303-090000.db")
    seated.until(lambda: "This file is damaged." in page.card.refusal.text())
    assert not page.card.act.isVisible()
    assert machine.restored == []


@pytest.mark.requirement("DESK-02", "DESK-08")
def test_starting_with_the_computer_and_throwing_the_demo_away(
    seated: SeatedDesk, screen: SettingsScreen, machine: Machine
) -> None:
    screen.go("computer")
    page: Any = screen.page
    page.start.setChecked(True)
    screen.save_button.click()
    seated.until(lambda: machine.starts == [True])
    assert settings(seated)["start.with_computer"] is True
    page.throw.click()
    assert machine.thrown == 0, "it is asked once more"
    page.throw.click()
    assert machine.thrown == 1


@pytest.mark.requirement("DESK-13")
def test_the_night_desk_starts_with_its_computer(
    seated: SeatedDesk, screen: SettingsScreen, machine: Machine
) -> None:
    screen.go("computer")
    page: Any = screen.page
    page.night.setChecked(True)
    screen.save_button.click()
    seated.until(lambda: machine.starts == [True])
    assert (settings(seated)["desk.night"], settings(seated)["start.with_computer"]) == (True, True)


@pytest.mark.requirement("DESK-01", "FLOW-11")
def test_settings_stand_in_the_rail_and_the_palette_leads_to_each(seated: SeatedDesk) -> None:
    assert seated.window.rail.items["settings"].key == "Ctrl+,"
    seated.window.overlays.find()
    palette = seated.window.overlays.palette
    seated.qtbot.keyClicks(palette.box, "imap")
    palette.kinds.choose("setting")
    palette._show()
    seated.qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    made = seated.assembled.screens["settings"].screen_made
    seated.until(lambda: made.key == "mail")
    of_a_computer = {"backup", "computer", "lists"}
    assert {section.key for section in made.sections} == {each.key for each in sections()} - of_a_computer


@pytest.mark.requirement("FLOW-08")
def test_a_template_is_written_tried_on_a_lead_approved_and_retired(
    seated: SeatedDesk, screen: SettingsScreen
) -> None:
    seated.take()
    screen.go("templates")
    page: Any = screen.page
    seated.until(lambda: "Kim Doe" in page.trial.whose.text())
    page.kind.setCurrentIndex(page.kind.findData("text"))
    page.name.setText("Still looking")
    page.body.setPlainText("Hi {{ first }}, is the {{ slots }} good?")
    seated.until(lambda: page.trial.text.text().startswith("Hi Kim"))
    page.body.setPlainText("Hi {{ first }}, still looking for the {{ vehicle }}?")
    seated.until(lambda: "2022 Toyota RAV4" in page.trial.text.text() and "segment" in page.trial.told.text())
    seated.qtbot.keyClick(page.body, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: bool(page.entry))
    assert [version.state for version in page._versions] == ["waits"]
    approve = next(button for button in page.findChildren(Button) if button.text() == "Approve")
    approve.click()
    seated.until(lambda: [version.state for version in page._versions] == ["offered"])
    page.body.setPlainText("Hi {{ first }}.")
    screen.save()
    seated.until(lambda: [version.state for version in page._versions] == ["waits", "offered"])
    page.reason.setText("Nobody liked it")
    page._retire()
    seated.until(lambda: {version.state for version in page._versions} == {"retired"})


@pytest.mark.requirement("FLOW-08", "DESK-04")
def test_code_in_a_template_and_a_rep_who_approves_are_refused_in_place(
    seated: SeatedDesk, screen: SettingsScreen
) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    screen.go("templates")
    page: Any = screen.page
    page.name.setText("Sly")
    page.body.setPlainText("{% for x in [1] %}x{% endfor %}")
    screen.save()
    seated.until(lambda: "words and fields" in page.refusal.text())
    page.body.setPlainText("Hello.")
    screen.save()
    seated.until(lambda: bool(page.entry))
    next(button for button in page.findChildren(Button) if button.text() == "Approve").click()
    seated.until(lambda: "may not approve" in page.refusal.text())


@pytest.mark.requirement("DESK-01", "DESK-11")
@pytest.mark.parametrize(("size", "scale"), [((1100, 700), 1.0), ((1440, 900), 2.0)])
def test_every_section_fits_its_width_and_names_what_takes_the_focus(
    seated: SeatedDesk, screen: SettingsScreen, size: tuple[int, int], scale: float
) -> None:
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    for key in screen.rows:
        screen.go(key)
        page = screen.page
        seated.until(lambda page=page: page.inside.width() <= page.viewport().width())
        nameless = [
            each
            for each in shown(page, QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not named(each)
        ]
        assert nameless == [], key


@pytest.mark.requirement("DESK-01", "FLOW-01")
@pytest.mark.parametrize(("size", "scale"), [((1100, 700), 1.25), ((1440, 900), 2.0)])
def test_the_longest_names_push_nothing_out_of_the_page(
    seated: SeatedDesk, screen: SettingsScreen, size: tuple[int, int], scale: float
) -> None:
    longest = "Maximiliana Featherstonehaugh-Cholmondeley-Villanueva de la Rosa"
    seated.run(c.SaveStaff(staff_id="max", values={"name": longest, "role": "senior_sales"}))
    box = {
        "name": longest,
        "user": "maximiliana@store.example",
        "host": "imap.example.com",
        "smtp_host": "smtp.example.com",
    }
    seated.run(c.SaveSettings(values={"mail.more": [box], "mail.senders": {"max": longest}}))
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    screen.read()
    for key in ("people", "mail", "alerts", "states"):
        screen.go(key)
        page = screen.page
        seated.until(lambda page=page: page.inside.width() <= page.viewport().width())


@pytest.mark.requirement("DESK-01")
def test_the_section_one_goes_to_is_in_sight_in_the_list(seated: SeatedDesk, screen: SettingsScreen) -> None:
    seated.window.resize(1100, 700)
    Theme.current().switch(scale=1.5)
    for key in ("computer", "store"):
        screen.go(key)
        seated.until(lambda key=key: in_sight(screen, key))


@pytest.mark.requirement("DESK-01")
def test_tab_goes_as_one_reads_also_to_rows_made_later(seated: SeatedDesk, screen: SettingsScreen) -> None:
    screen.go("states")
    page: Any = screen.page
    seated.until(lambda: page.list.count() > 5)
    rows = [page.list.itemAt(place).widget() for place in range(page.list.count())]
    wanted = [page.find, *rows, page.form.kind, page.form.day_key, page.form.value, page.form.keep]
    seated.until(lambda: [each for each in chain(page.find) if each in wanted] == wanted)


def chain(first: QWidget) -> list[QWidget]:
    """What Tab reaches, from ``first`` on."""
    found, one = [first], first.nextInFocusChain()
    while one is not first:
        found.append(one)
        one = one.nextInFocusChain()
    return found


@pytest.mark.requirement("DESK-01", "DESK-08")
def test_the_step_one_is_at_is_in_sight_and_nothing_lies_over_it(seated: SeatedDesk) -> None:
    seated.window.resize(1100, 700)
    Theme.current().switch(scale=2.0)
    seated.window.show_screen("setup")
    setup = seated.assembled.screens["setup"].screen_made
    for key in ("live", "store"):
        setup.go(key)
        seated.until(lambda key=key: in_sight(setup, key))


def in_sight(screen: Any, key: str) -> bool:
    """Whether the whole row of a section or step stands in the list's viewport."""
    row, sight = screen.rows[key], screen.list.viewport()
    return sight.rect().contains(QRect(row.mapTo(sight, QPoint(0, 0)), row.size()))


@pytest.mark.requirement("DESK-08", "DESK-11")
@pytest.mark.parametrize(("size", "scale"), [((1100, 700), 1.0), ((1440, 900), 2.0)])
def test_every_step_of_the_set_up_fits_its_width(
    seated: SeatedDesk, size: tuple[int, int], scale: float
) -> None:
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    seated.window.show_screen("setup")
    setup = seated.assembled.screens["setup"].screen_made
    for key, page in setup.pages.items():
        setup.go(key)
        seated.until(lambda page=page: page.inside.width() <= page.viewport().width())


@pytest.mark.requirement("DESK-04")
def test_a_pin_is_set_from_the_list_of_people(seated: SeatedDesk, screen: SettingsScreen) -> None:
    screen.go("people")
    page: Any = screen.page
    seated.until(lambda: page.list.count() == 2)
    ana = next(person for person in page.people if person.id == "ana")
    page.ask_pin(ana, screen.save_button)
    seated.qtbot.keyClicks(page.sheet.field, "12")
    seated.qtbot.keyClick(page.sheet.field, Qt.Key.Key_Return)
    seated.until(lambda: "4 to 12 digits" in page.sheet.told.text())
    seated.qtbot.keyClicks(page.sheet.field, "34")
    seated.qtbot.keyClick(page.sheet.field, Qt.Key.Key_Return)
    seated.until(lambda: bool(seated.ask(lambda read: read.sign_in().person("ana").has_pin)))
    assert seated.run(TrySignIn(staff_id="ana", pin="1234")).verdict == "in"


@pytest.mark.requirement("AI-18")
def test_a_manager_lets_a_kind_of_lead_wait_or_be_written_to_less_often(
    seated: SeatedDesk, screen: SettingsScreen
) -> None:
    screen.go("assistant")
    card = screen.page.strategies  # type: ignore[attr-defined]  # the assistant's own page
    seated.until(lambda: "referral" in card.rows)
    row = card.rows["website"]
    assert (row.waits.currentText(), row.pace.currentText()) == ("Sent by itself", "Usual pace")
    for choice, key in ((row.waits, True), (row.pace, 2.0)):
        choice.setCurrentIndex(choice.findData(key))
        choice.activated.emit(choice.currentIndex())
        seated.until(lambda: card.told.text() == "Website: recorded, for what is written from now on.")
        card.told.setText("")
    seated.until(
        lambda: (
            next((r.waits, r.pace) for r in seated.ask(lambda read: read.strategies()) if r.kind == "website")
            == (True, 2.0)
        )
    )
    seated.until(lambda: (row.waits.currentData(), row.pace.currentText()) == (True, "Half as often"))
