"""The demo is the product: its customers write and are answered over real lines, and its pictures are of the real window (DESK-08)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desk.app.demo import LOOKED_AT, Demo, Pace, has_display, opening_morning, run_demo
from desk.app.furnish import Trials, looked_at
from desk.app.tour import SIZE, Tour
from desk.app.tour_bad_day import SMALLEST
from desk.models.conversation import Message
from desk.models.errors import BadInput
from desk.models.lead import Lead
from desk.models.rules.likeness import near_phone
from desk.services.outside.town import townsperson
from desk.services.outside.traffic import apart
from desk.services.outside.world import STORE_ADDRESS, STORE_NUMBER

PATIENCE_S = 20.0
QUICK = Pace(20.0, timedelta(seconds=20), hurry=30.0)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tour chooses Qt's screen for its process; here the process goes on."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def until(holds: Callable[[], object], what: str) -> None:
    """Look again and again, at most for ``PATIENCE_S``."""
    pause = threading.Event()
    for _look in range(int(PATIENCE_S / 0.05)):
        if holds():
            return
        pause.wait(0.05)
    raise AssertionError(f"{what} did not happen within {PATIENCE_S} s")


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    with Demo(tmp_path / "demo", QUICK, leads=30, messages=200) as made:
        running = made.make()
        running.start()
        yield made
        running.stop()


def asked_and_heard(demo: Demo) -> tuple[list[Lead], list[Message]]:
    """Leads and messages since the demo began."""
    assert demo.running is not None
    with demo.running.store.reading() as session:
        return (
            list(session.scalars(select(Lead).where(Lead.received_at >= demo.began))),
            list(session.scalars(select(Message).where(Message.at >= demo.began).order_by(Message.number))),
        )


@pytest.mark.requirement("DESK-08", "AI-01", "LEAD-01")
def test_somebody_asks_by_mail_and_is_answered_by_mail_and_text(demo: Demo) -> None:
    until(lambda: demo.happened().first_answers_s, "a first answer")
    until(lambda: demo.world.mail.outbox and demo.world.carrier.sent, "both messages outside")
    letter, text = demo.world.mail.outbox[0], demo.world.carrier.sent[0]
    assert str(letter.message["From"]).endswith(f"<{STORE_ADDRESS}>")
    assert text.sender == STORE_NUMBER
    leads, _messages = asked_and_heard(demo)
    told = letter.message.get_body(("plain",)).get_content()
    assert any(lead.vehicle_title.split()[1] in told for lead in leads), (
        "it names the vehicle that was asked about"
    )


@pytest.mark.requirement("DESK-08", "AI-09")
def test_a_customer_writes_back_and_the_store_goes_on(demo: Demo) -> None:
    until(lambda: any(m.direction == "in" for m in asked_and_heard(demo)[1]), "a customer's reply")
    leads, messages = asked_and_heard(demo)
    reply = next(m for m in messages if m.direction == "in")

    def heard() -> bool:
        """The store did something about it: an answer, a hand-off, or a silence that was asked for."""
        _leads, later = asked_and_heard(demo)
        answered = any(
            m.direction == "out" and m.lead_id == reply.lead_id and m.number > reply.number for m in later
        )
        with demo.running.store.reading() as session:  # type: ignore[union-attr]  # it runs
            return (
                answered
                or session.scalars(select(Lead.ai_state).where(Lead.id == reply.lead_id)).one() != "on"
            )

    until(heard, "an answer to the reply")
    assert reply.reading
    assert leads


@pytest.mark.requirement("DESK-08", "LEAD-11")
def test_strangers_whose_numbers_are_near_ask_about_different_vehicles() -> None:
    """Else the inbox would show two people of the town as one customer."""
    stock = [{"stock": f"U{number}"} for number in range(25)]
    wanted: dict[str, frozenset[str]] = {}
    rng = Random(1)
    for number in range(90):
        phone = townsperson(number).phone
        wanted[phone] = frozenset({apart(phone, stock, wanted, rng)["stock"]})
    same = [(a, b) for a in wanted for b in wanted if near_phone(a, b) and wanted[a] & wanted[b]]
    assert same == []


@pytest.mark.requirement("DESK-08")
def test_its_lines_pass_their_tests_and_the_doctor_finds_them_well(demo: Demo) -> None:
    running = demo.running
    assert running is not None
    trials = Trials(running)
    assert all(step.ok for step in trials.test_mail({}, ""))
    assert all(step.ok for step in trials.test_texts({}, "", "+12085550102"))
    assert demo.world.carrier.sent[-1].to == "+12085550102" or "+12085550102" in {
        t.to for t in demo.world.carrier.sent
    }
    assert not all(step.ok for step in trials.test_mail({}, "wrong"))
    assert {
        line.state
        for line in looked_at(running, True)
        if line.name in ("Store", "Encryption", "Mailbox", "Texting")
    } == {"ok"}


@pytest.mark.requirement("DESK-08")
def test_a_store_that_is_there_is_not_made_a_demo(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"somebody's store")
    with pytest.raises(BadInput, match="already"), Demo(tmp_path):
        pass
    assert (tmp_path / "desk.db").read_bytes() == b"somebody's store"


@pytest.mark.requirement("DESK-08")
def test_a_demo_that_is_not_kept_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    with Demo(folder, QUICK, keep=False, leads=5, messages=20) as demo:
        running = demo.make()
        assert (folder / "desk.db").exists()
        running.store.close()
    assert not folder.exists()
    assert not [thread for thread in threading.enumerate() if thread.name == "town"]


@pytest.mark.requirement("DESK-08")
@pytest.mark.parametrize("today", [datetime(2026, 10, day, 23, 30, tzinfo=UTC) for day in range(12, 19)])
def test_it_opens_on_a_weekday_morning(today: datetime) -> None:
    opens = opening_morning(today, "America/Boise").astimezone(ZoneInfo("America/Boise"))
    assert (opens.hour, opens.minute) == (9, 5)
    assert opens.weekday() < 5
    assert (
        timedelta() <= today.astimezone(ZoneInfo("America/Boise")).date() - opens.date() <= timedelta(days=2)
    )


@pytest.mark.requirement("DESK-08")
def test_without_a_display_it_takes_the_tour(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert not has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_display()
    assert LOOKED_AT.factor > 1


@pytest.mark.requirement("DESK-08", "DESK-01")
def test_the_tour_takes_pictures_of_the_real_window(qtbot: QtBot, tmp_path: Path) -> None:
    shown = ("board", "states", "quarantine", "doctor", "today-tight")
    with Demo(tmp_path / "demo", QUICK, leads=120, messages=600) as demo:
        tour = Tour(demo, tmp_path / "shots", shown)
        try:
            assert tour.run() == {}
        finally:
            tour.end()
            qInstallMessageHandler(None)
    assert tuple(path.stem for path in tour.taken) == shown
    for path in tour.taken:
        picture = QImage(str(path))
        assert picture.size() == (SMALLEST if path.stem.endswith("-tight") else SIZE)
        assert len({picture.pixel(x, y) for x in range(0, 1440, 40) for y in range(0, 900, 30)}) > 4


@pytest.mark.usefixtures("screen")
@pytest.mark.requirement("DESK-08")
def test_a_screen_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_demo(shots=tmp_path / "shots", screens=("board", "no-such"), folder=None) == 2
    assert "no screen no-such" in capsys.readouterr().err
    assert not (tmp_path / "shots").exists()


@pytest.mark.usefixtures("screen")
@pytest.mark.requirement("DESK-08")
def test_pictures_that_cannot_be_kept_are_said(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "shots").write_text("a file stands here")
    assert run_demo(shots=tmp_path / "shots", screens=("board",), folder=None) == 1
    qInstallMessageHandler(None)
    assert "could not be shown" in capsys.readouterr().err
