"""Every word of the window is in the person's language: what the window says itself, and what the desk decided and gives reasons for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from html import unescape
from typing import Any
from zoneinfo import available_timezones

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.catalogue import CATALOGUE, read_ts
from desk.app.notices import OutsideNotices
from desk.models import commands as c
from desk.models.by import THE_CUSTOMER, By
from desk.models.conversation import Message, Quarantine
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Customer
from desk.models.staff import Staff
from desk.models.vehicle import Vehicle
from desk.services.doctor import examine
from desk.services.lines import Ports
from desk.services.ports import Notice
from desk.views.doctor import DoctorPage
from desk.views.settings.sections import sections
from desk.views.sign_in.sheet import LockSheet
from desk.views.text import speak, told_again
from desk.views.today.sheet import page
from tests.views.screens.conftest import STORE, ZONE, SeatedDesk
from tests.views.screens.seen_words import Bracketed, Painted, seen, untold
from tests.views.screens.test_people import MAIL

DANA = By("staff", "dana", "manager", "Dana Whit")
ANA = By("staff", "ana", "bdc", "Ana Ruiz")
PERSON = "I would rather talk to a real person. Can someone call me?"
_SHORT = {"Dana", "Dana W.", "Ana", "Ana R.", "Sales AI", "STOP", "Ki", "soon"}
_QUOTED = 120  # so much of a message stands in the notes for a visit


@pytest.fixture
def language(qtbot: QtBot) -> Iterator[Bracketed]:
    """In force before any window is made: words are asked for as widgets are built."""
    made = Bracketed()
    speak(made, read_ts(CATALOGUE))
    yield made
    speak(None)
    QCoreApplication.removeTranslator(made)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    return Painted(monkeypatch)


def a_day_at_the_desk(seated: SeatedDesk) -> str:
    """One of everything that a desk gives reasons for. Answers the lead that asked for a person."""
    asked, worked, stopped, resting, likely = (seated.take(number) for number in (1, 4, 7, 10, 13))
    for lead_id, who in ((asked, "dana"), (worked, "ana"), (resting, "ana"), (likely, "dana")):
        seated.run(c.AssignLead(lead_id=lead_id, to=who, by=DANA))
    seated.settle()
    words = c.WriteMessage(
        lead_id=worked, channel="email", text="When would suit you?", subject="Your RAV4", by=ANA
    )
    seated.run(words)
    seated.settle()
    seated.later(hours=1)
    for lead_id, text in ((worked, "Saturday at 10, thanks"), (asked, PERSON)):
        seated.run(c.TakeReply(lead_id=lead_id, channel="email", text=text, key=lead_id, by=THE_CUSTOMER))
    seated.run(c.OptOut(lead_id=stopped, channels=("text",), words="STOP"))
    seated.run(c.TakeMail(raw=MAIL))
    seated.run(c.TakeFile(name="lead.xml", raw=b"<?xml version='1.0'?><adf><prospect><customer>Linden 208"))
    seated.settle()
    seated.later(hours=2)
    seated.settle()
    return asked


def of_the_store(seated: SeatedDesk) -> list[str]:
    """Names, addresses, vehicles and what people wrote: in their own words, longest first."""
    zones = available_timezones()
    told = (
        {str(value) for value in STORE.values()} | _SHORT | zones | {name.replace("_", " ") for name in zones}
    )
    for kind, names in (
        (Staff, ("name", "email")), (Customer, ("full", "first", "last")), (Address, ("value",)), (Lead, ("source", "vehicle_title", "comments", "ref", "stock")),
        (Message, ("text", "subject", "full_text")), (Quarantine, ("sender", "subject", "text")), (Wanted, ("make", "model", "trim")), (Vehicle, ("stock", "vin")),
    ):  # fmt: skip
        for row in seated.rows(kind):
            told |= {str(getattr(row, name)) for name in names if getattr(row, name, None)}
    told |= {" ".join(words.split()) for words in told}
    told |= {words[:_QUOTED] for words in told}
    told |= {line for words in told for line in words.splitlines()}
    told |= {"".join(part[0] for part in words.split()) for words in told if words.istitle()}
    return sorted((words.strip() for words in told if len(words.strip()) > 1), key=len, reverse=True)


def to_the_customer(seated: SeatedDesk, lead_id: str) -> list[str]:
    """What one may start a message from: it is in the customer's language, not in that of the window."""
    starts = seated.ask(lambda read: read.starts(lead_id))
    told = {start.text for start in (*starts.wordings, *starts.vehicles)}
    return sorted({*told, *(" ".join(words.split()) for words in told)}, key=len, reverse=True)


# --- every screen ---


def at_rest(seated: SeatedDesk) -> None:
    """Everything that was asked is answered and shown."""
    for _turn in range(4):
        QApplication.processEvents()
        seated.until(lambda: not seated.bridge._asking)


def walk(seated: SeatedDesk, lead_id: str) -> Iterator[str]:
    """Each screen, as it stands open."""
    seated.open_pane(lead_id)
    at_rest(seated)
    yield "board and pane"
    for name, go in (("today", today), ("monitor", monitor), ("tower", tower)):
        seated.window.show_screen(name)
        go(seated, screen(seated, name))
        at_rest(seated)
        yield name
    yield from inbox(seated)
    yield from lead(seated, lead_id)
    yield from composer(seated, lead_id)
    yield from refused(seated, lead_id)
    yield from settings(seated)
    yield from set_up(seated)
    yield from aside(seated)
    yield from alone(seated)


def screen(seated: SeatedDesk, name: str) -> Any:
    return seated.assembled.screens[name].screen_made


def today(seated: SeatedDesk, shown: Any) -> None:
    seated.until(lambda: shown.view is not None and shown.pile.view is not None)


def monitor(seated: SeatedDesk, shown: Any) -> None:
    seated.until(lambda: shown.model.view is not None and bool(shown.model.view.rows))
    shown.select_lead(shown.model.view.rows[0].card.id)
    seated.until(lambda: shown.panel.view is not None)


def tower(seated: SeatedDesk, shown: Any) -> None:
    shown.field.setText("Kim Doe")
    seated.until(lambda: shown.view is not None)


def inbox(seated: SeatedDesk) -> Iterator[str]:
    seated.window.show_screen("inbox")
    shown = screen(seated, "inbox")
    seated.until(lambda: shown.was_read)
    for key in [line.key for line in shown.model.lines if ":" in getattr(line, "key", "")]:
        shown.select_key(key)
        at_rest(seated)
        yield f"inbox, {key.partition(':')[0]}"


def lead(seated: SeatedDesk, lead_id: str) -> Iterator[str]:
    seated.assembled.open_wide(lead_id)
    shown = screen(seated, "lead")
    seated.until(lambda: shown.view is not None)
    for number in range(shown.side.count()):
        shown.side.choose(number)
        at_rest(seated)
        yield f"lead, tab {number + 1}"
    center = seated.assembled.center
    seated.assembled.show_alerts()
    seated.until(lambda: bool(center.rows))
    yield "alerts"
    center.hide()


def composer(seated: SeatedDesk, lead_id: str) -> Iterator[str]:
    """What one writes with: each channel, at a later time too, what one may start from, and a draft that is edited."""
    seated.window.show_screen("board")
    pane = seated.open_pane(lead_id)
    pane.write()
    for channel in ("text", "email", "note"):
        pane.composer.choose(channel)
        pane.composer.field.setPlainText("Hello")
        pane.composer._choose_time()
        at_rest(seated)
        yield f"composer, {channel}"
    pane.composer.choose("email")
    for starter in (pane.composer.wordings, pane.composer.vehicle):
        starter.click()
        seated.until(lambda: pane.composer.offered is not None and pane.composer.offered.isVisible())
        yield "composer, to start from"
        pane.composer.offered.close()
        pane.composer.offered = None
    pane.composer.field.clear()
    pane.log_activity()
    pane.log.choose("connected_follow_up")
    pane.log.submit()
    at_rest(seated)
    yield "log form"
    pane.log.done.emit()


def settings(seated: SeatedDesk) -> Iterator[str]:
    seated.window.show_screen("settings")
    shown = screen(seated, "settings")
    seated.until(lambda: bool(shown.key))
    for section in sections():
        shown.go(section.key)
        at_rest(seated)
        yield f"settings, {section.key}"


def refused(seated: SeatedDesk, lead_id: str) -> Iterator[str]:
    """What the desk says no to, with what is missing and what can be done."""
    seated.window.show_screen("board")
    for command in (
        c.LogActivity(lead_id=lead_id, type="call", outcome="connected_assessed"),
        c.HoldLead(lead_id=lead_id, kind="organic"),
        c.MoveLead(lead_id=lead_id, stage="lost"),
        c.TurnAssistant(lead_id=lead_id, on=False),
        c.WriteMessage(lead_id=lead_id, channel="text", text="."),
        c.SavePlaybook(toml="[reply]\nstaffed_wait = 'soon'", why="a try"),
    ):
        seated.window.note.say("")
        seated.bridge.run(command)
        at_rest(seated)
        yield f"refused, {type(command).__name__}"


def set_up(seated: SeatedDesk) -> Iterator[str]:
    seated.window.show_screen("setup")
    at_rest(seated)
    shown = screen(seated, "setup")
    for key in ("store", "team", "mail", "text", "stock", "live"):
        shown.go(key)
        at_rest(seated)
        yield f"set-up, {key}"


def aside(seated: SeatedDesk) -> Iterator[str]:
    """What is told from other threads: the doctor; and the palette over the board."""
    seated.window.show_screen("board")
    store, facts = seated.store, seated.desk.facts()
    page = DoctorPage(lambda: examine(store, facts, Ports(), None, seated.clock.now(), timedelta(), None))
    seated.qtbot.addWidget(page)
    page.show()
    seated.until(lambda: page.again.isEnabled() and page.scroll.widget() is not None)
    yield "doctor"
    page.hide()
    seated.window.overlays.find()
    palette = seated.window.overlays.palette
    palette.box.setText("ki")
    palette.box.textEdited.emit("ki")
    seated.until(lambda: any(row.kind == "lead" for row in palette.rows.rows))
    yield "palette"
    palette.hide()


def alone(seated: SeatedDesk) -> Iterator[str]:
    """What stands by itself: toasts, the sign-in sheet, and the first start."""
    stack = seated.window.toasts
    for alert in {each.kind: each for each in seated.ask(lambda read: read.alerts())}.values():
        stack.show_alert(told_again(alert))
        yield f"toast, {alert.kind}"
        stack.toasts[-1].close()
    sheet = LockSheet(seated.bridge, "dana", seated.window)
    sheet.setGeometry(seated.window.rect())
    sheet.show()
    sheet.look()
    seated.until(lambda: sheet.person.count() > 1)
    yield "sign-in sheet"
    sheet.hide()
    seated.assembled.show_welcome(lambda: None)
    at_rest(seated)
    yield "first start"


def on_paper(seated: SeatedDesk) -> list[tuple[str, str]]:
    """The words of the day sheet, piece by piece."""
    sheet = page(told_again(seated.ask(lambda read: read.day_sheet())), ZONE)
    return [("day sheet", unescape(words).strip()) for words in re.split(r"<[^>]*>", sheet) if words.strip()]


def on_a_notice(seated: SeatedDesk) -> list[tuple[str, str]]:
    """What a notice outside the window offers to press."""
    notice = Notice("a-1", "l-1", "doorbell", "", "", actions=("open", "claim", "snooze"))
    native = OutsideNotices(seated.window, seated.bridge)._notifier()
    return [("notice", button.title) for button in native.buttons(notice)]


def leaks(seated: SeatedDesk, painted: Painted) -> dict[str, str]:
    """What is in no language, by its words, with where it stands."""
    lead_id = a_day_at_the_desk(seated)
    known, found = [*to_the_customer(seated, lead_id), *of_the_store(seated)], dict[str, str]()
    looked_at: set[str] = set()

    def look(place: str, words: Iterable[tuple[str, str]]) -> None:
        for where, told in words:
            if told not in looked_at and (left := untold(told, known)):
                found.setdefault(left, f"{place}: {where}: {told!r}")
            looked_at.add(told)

    for place in walk(seated, lead_id):
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        look(place, [*seen(shown), *(("painted", each) for each in painted.words)])
        painted.words.clear()
    look("outside the window", [*on_paper(seated), *on_a_notice(seated)])
    assert len(looked_at) > 900, "the screens were seen filled"
    return found


@pytest.mark.requirement("DESK-11", "FLOW-13")
def test_every_word_of_the_window_is_in_the_persons_language(
    language: Bracketed, painted: Painted, seated: SeatedDesk
) -> None:
    """Labels, buttons, tooltips, models and painted cards: what is in no brackets is a name, a figure, or somebody's own words."""
    found = leaks(seated, painted)
    assert found == {}, "\n".join(f"{words} | {where}" for words, where in found.items())
