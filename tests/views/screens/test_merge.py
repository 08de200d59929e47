"""Two records in the inbox: read the signs, choose a side, merge, undo, take apart from the lead; by keys and by mouse (LEAD-04, LEAD-11)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.models import commands as c
from desk.models.by import By
from desk.models.duplicate import Duplicate, Merge
from desk.models.intake.prospect import AddressIn, CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.models.lead import Lead
from desk.views.inbox import InboxScreen
from desk.views.inbox.merge_rows import SignCard
from desk.views.theme import Theme
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_large_text import DAYS
from tests.views.screens.test_words_access import cut

TOM = By("staff", "tom", "sales", "Tom Becker")
CTRL = Qt.KeyboardModifier.ControlModifier


def enter(seated: SeatedDesk, name: str, phone: str, owner: str, street: str, **more: object) -> str:
    first, _, last = name.partition(" ")
    customer = CustomerIn(
        first=first, last=last, full=name, phones=(PhoneIn(phone, phone, type="cellphone"),),
        address=AddressIn(street=street, city="Meridian", region="ID", postal="83642"),
    )  # fmt: skip
    car = WantedVehicle(year=2024, make="Toyota", model="Camry", vin="4T1G11AK5RU000001")
    prospect = Prospect(
        customer=customer, source="Website", source_kind="website", source_class="1st", vehicles=(car,)
    )
    taken = seated.run(
        c.TakeLead(prospect=prospect, key=f"pair:{phone}", origin="hand", owner=owner, **more)  # type: ignore[arg-type]  # by
    )
    assert isinstance(taken, str)
    return taken


@pytest.fixture
def pair(seated: SeatedDesk) -> tuple[str, str]:
    """Ana's Samuel Brandt, and the same man typed in by Tom with one digit changed."""
    seated.run(c.SaveStaff(staff_id="tom", values={"name": "Tom Becker", "role": "sales"}))
    samuel = enter(seated, "Samuel Brandt", "+12085550136", "ana", "1140 Alder Court")
    seated.later(minutes=20)
    return samuel, enter(seated, "Sam Brant", "+12085550186", "tom", "1140 Alder Ct", by=TOM)


def opened(seated: SeatedDesk) -> InboxScreen:
    seated.window.show_screen("inbox")
    screen = seated.assembled.screens["inbox"].screen_made
    assert isinstance(screen, InboxScreen)
    seated.until(lambda: screen.was_read)
    (found,) = seated.rows(Duplicate)
    screen.select_key(f"duplicate:{found.id}")
    seated.until(lambda: screen.merge.view is not None and screen.right.currentWidget() is screen.merge)
    return screen


def lead(seated: SeatedDesk, lead_id: str) -> Lead:
    return next(row for row in seated.leads() if row.id == lead_id)


def drawn(screen: InboxScreen) -> list[str]:
    """The preview as text: label, left, right, result; the line in hand stands with an arrow."""
    rows = screen.merge.rows.values()
    return [
        f"{'>' if row.in_hand else ' '} {row.line.label} | {row.line.left} | {row.line.right} | {row.line.result}"
        for row in rows
    ]


@pytest.mark.requirement("LEAD-04", "LEAD-11")
def test_the_page_shows_signs_both_records_and_the_result(seated: SeatedDesk, pair: tuple[str, str]) -> None:
    screen = opened(seated)
    page = screen.merge
    cards = [page.signs.itemAt(place).widget() for place in range(page.signs.count())]
    assert [card.accessibleName() for card in cards if isinstance(card, SignCard)] == [
        "One digit apart, strong. …555-0136 and …555-0186",
        "Same household, strong. 1140 Alder Court, Meridian",
        "Same vehicle, strong. 2024 Toyota Camry, VIN ends 0001",
        "Nickname, medium. Samuel Brandt; Sam Brant",
    ]
    assert page.skate.isVisible()
    assert drawn(screen)[:8] == [
        "  Name | Samuel Brandt | Sam Brant | Samuel Brandt",
        "  Phone | (208) 555-0136 | (208) 555-0186 | Both kept, 0136 first",
        "  Email | none | none | none",
        "  Address | 1140 Alder Court, Meridian, ID 83642 | 1140 Alder Ct, Meridian, ID 83642 | 1140 Alder Court, Meridian, ID 83642",
        "  Vehicle | 2024 Toyota Camry | 2024 Toyota Camry | 2024 Toyota Camry",
        "  Source | 1st · Website · 10:00 AM | 1st · Website · 10:20 AM | Website",
        "> Owner | Ana Ruiz | Tom Becker | Ana Ruiz",
        "  Covered | Ana, none yet | Tom, none yet | Ana, none yet",
    ]
    assert page.merge.text() == "Merge, keep Samuel"


@pytest.mark.requirement("LEAD-04", "FLOW-11")
def test_by_keys_alone_choose_a_side_merge_and_take_it_back(
    seated: SeatedDesk, pair: tuple[str, str]
) -> None:
    samuel, sam = pair
    screen = opened(seated)
    seated.press(screen, "2")
    seated.until(lambda: "> Owner | Ana Ruiz | Tom Becker | Tom Becker" in drawn(screen))
    seated.press(screen, Qt.Key.Key_Return)  # into the page, along its lines
    seated.press(screen, Qt.Key.Key_Up)
    seated.press(screen, Qt.Key.Key_Up)
    assert any(line.startswith("> Name") for line in drawn(screen))
    seated.press(screen, "2")
    seated.until(lambda: drawn(screen)[0].endswith("| Sam Brant"))
    screen.merge.tell.setChecked(True)
    seated.press(screen, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: lead(seated, sam).merged_into == samuel)
    seated.until(lambda: not any(group.key == "duplicate" for group in screen.model.view.groups))
    assert lead(seated, samuel).owner_id == "tom"
    assert seated.view(samuel).card.name == "Sam Brant"
    strip = seated.window.overlays.undo_strip
    seated.until(strip.isVisible)
    assert strip.words.text().startswith("Undo: merge ")
    seated.qtbot.mouseClick(strip.undo, Qt.MouseButton.LeftButton)
    seated.until(lambda: lead(seated, sam).merged_into is None)
    assert (lead(seated, samuel).owner_id, seated.view(samuel).card.name) == ("ana", "Samuel Brandt")


@pytest.mark.requirement("LEAD-04")
def test_what_happens_meanwhile_is_taken_in_and_the_page_stays_whole(
    seated: SeatedDesk, pair: tuple[str, str]
) -> None:
    screen = opened(seated)
    seated.press(screen, "2")
    seated.until(lambda: screen.merge.rows["owner"].line.wins == "right")
    seated.run(c.LogActivity(lead_id=pair[0], type="note", summary="Meanwhile"))
    seated.until(lambda: screen.merge.rows["history"].line.left == "2 entries")
    assert screen.merge.rows["owner"].line.wins == "right"
    shown = [screen.merge.heads.itemAt(0), screen.merge.signs.itemAt(0), screen.merge.table.itemAt(0)]
    assert all(item is not None and item.widget().isVisible() for item in shown)


@pytest.mark.requirement("LEAD-11")
def test_x_tells_them_apart_and_the_list_goes_on(seated: SeatedDesk, pair: tuple[str, str]) -> None:
    screen = opened(seated)
    seated.press(screen, "x")
    seated.until(lambda: not any(group.key == "duplicate" for group in screen.model.view.groups))
    assert [row.state for row in seated.rows(Duplicate)] == ["not_same"]


@pytest.mark.requirement("LEAD-11", "DESK-04")
def test_a_rep_sees_the_same_page_and_asks_the_manager(seated: SeatedDesk, pair: tuple[str, str]) -> None:
    seated.sits = TOM
    seated.reader_staff = "tom"
    screen = opened(seated)
    assert not screen.merge.merge.isEnabled()
    assert not screen.merge.different.isEnabled()
    assert "a manager decides" in screen.merge.refusal.text()
    seated.press(screen, "m")
    seated.until(lambda: screen.merge.manager.text() == "The manager was told")


@pytest.mark.requirement("LEAD-04")
def test_days_later_it_is_taken_apart_from_the_lead_itself(seated: SeatedDesk, pair: tuple[str, str]) -> None:
    samuel, sam = pair
    screen = opened(seated)
    seated.qtbot.mouseClick(screen.merge.merge, Qt.MouseButton.LeftButton)
    seated.until(lambda: bool(seated.rows(Merge)))
    seated.later(days=4)
    seated.window.show_screen("board")
    pane = seated.open_pane(samuel)
    seated.until(pane.records.isVisible)
    assert len(pane.records.unmerge) == 1
    seated.qtbot.mouseClick(pane.records.unmerge[0], Qt.MouseButton.LeftButton)
    seated.until(lambda: lead(seated, sam).merged_into is None)
    seated.until(lambda: pane.records.said.text().startswith("Taken apart."))


@pytest.mark.requirement("LEAD-04")
def test_a_person_puts_two_leads_beside_each_other_by_hand(seated: SeatedDesk) -> None:
    seated.run(c.SaveStaff(staff_id="tom", values={"name": "Tom Becker", "role": "sales"}))
    one = enter(seated, "Ingrid Solberg", "+12085550111", "ana", "7 Hill Road")
    other = seated.take(2)
    pane = seated.open_pane(one)
    pane.records.ask()
    pane.records.suspect(other)
    seated.until(lambda: "in the inbox" in pane.records.said.text())
    screen = opened(seated)
    assert not screen.merge.skate.isVisible()
    seated.press(screen, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: bool(seated.rows(Merge)))


@pytest.mark.requirement("LEAD-11", "ALERT-03")
def test_the_radars_alert_opens_both_records_in_the_inbox(seated: SeatedDesk, pair: tuple[str, str]) -> None:
    alert = next(alert for alert in seated.ask(lambda read: read.alerts()) if "looks like" in alert.title)
    seated.window.toasts.acted.emit(alert, "open")
    screen = seated.assembled.screens["inbox"].screen_made
    assert isinstance(screen, InboxScreen)
    seated.until(lambda: screen.merge.view is not None and screen.right.currentWidget() is screen.merge)
    assert alert.inbox_key == f"duplicate:{seated.rows(Duplicate)[0].id}"


@pytest.mark.requirement("LEAD-04", "DESK-11")
@pytest.mark.parametrize(("size", "scale"), DAYS)
def test_every_word_and_button_has_room_on_a_bad_day(
    seated: SeatedDesk, pair: tuple[str, str], size: tuple[int, int], scale: float
) -> None:
    seated.window.resize(*size)
    Theme.current().switch(scale=scale)
    page = opened(seated).merge
    seated.until(lambda: cut(seated.window) == [])
    assert page.merge.mapTo(seated.window, page.merge.rect().topRight()).x() <= seated.window.width()
    segments = [row.segment for row in page.rows.values() if row.segment is not None]
    assert segments
    assert [each for each in segments if each.width() < each.minimumSizeHint().width()] == []
