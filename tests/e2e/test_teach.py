"""A mail nobody could read, picked from by keys, teaches the reader: the sender's next mail is a lead by itself (LEAD-02)."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.models.history import History
from tests.e2e.live import LiveDesk, until
from tests.e2e.test_window import SeatedLive

NOTICE = """Hello CEDAR RIDGE,

Somebody on Treasure Valley Cars wants to hear from you.

 * Who is it ...... {name}
 * Reach them at .. {phone}
 * Looking at ..... {vehicle}

You get this because your store has an active listing."""


@pytest.fixture
def seated(tmp_path: Path, qtbot: QtBot) -> Iterator[SeatedLive]:
    live = LiveDesk(tmp_path / "store")
    found = SeatedLive(live, qtbot)
    yield found
    found.leave()
    live.stop()


def post(live: LiveDesk, number: int, **told: str) -> None:
    mail = EmailMessage()
    mail["From"] = "Treasure Valley Cars <notify@tvcars.example>"
    mail["To"], mail["Subject"] = "sales@cedarridge.example", f"New lead #{number}"
    mail["Message-ID"] = f"<notice-{number}@tvcars.example>"
    mail.set_content(NOTICE.format(**told))
    live.world.mail.post(mail.as_bytes())


@pytest.mark.requirement("LEAD-02", "LEAD-01")
def test_what_is_picked_once_is_read_by_itself_from_then_on(seated: SeatedLive) -> None:
    live, qtbot = seated.live, seated.qtbot
    post(live, 1, name="Linden, Cora", phone="208.555.0163", vehicle="2022 Toyota RAV4, stk T4410")
    window = seated.window
    qtbot.waitUntil(lambda: bool(window.toasts.toasts), timeout=60_000)
    for toast in tuple(window.toasts.toasts):
        toast.close()  # here a toast takes the keys, for the unseen screen knows no window that does not
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=60_000)
    window.show_screen("inbox")
    assert seated.assembled is not None
    mail: Any = seated.assembled.screens["inbox"].screen_made.mail
    qtbot.waitUntil(lambda: mail.shown is not None, timeout=60_000)
    mail.raw.setFocus()
    for key, words in (("n", "Linden, Cora"), ("p", "208.555.0163"), ("v", "2022 Toyota RAV4, stk T4410")):
        mail.raw.find_words(words)
        qtbot.keyClicks(mail.raw, key)
    assert mail.teach.box.isChecked()
    assert "“Who is it”, “Reach them at” and “Looking at”" in mail.teach.told.text()
    qtbot.keyClick(mail.raw, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(live.desk.desk.facts().settings["reader.lessons"]), timeout=60_000)

    post(live, 2, name="Okafor, Ben", phone="(208) 555-0170", vehicle="2021 Toyota RAV4, stk T4411")
    ben = until(lambda: next(lead for lead in live.leads() if lead.stock == "T4411"))
    assert ben.source == "Treasure Valley Cars", "the sender's own name tells where it comes from"
    until(lambda: [text for text in live.world.carrier.sent if text.to == "+12085550170"])
    with live.desk.store.reading() as session:
        rows = [row for row in session.query(History) if row.lead_id == ben.id and row.kind == "lesson"]
    assert rows, "the lead says by what it was read"
    assert "Who is it, Reach them at, Looking at" in str(rows[0].why)
