"""Files in the conversation are opened and saved by mouse and by keys; what they are is read, never run (FLOW-15)."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from desk.models import commands as c
from desk.models.attached import Attached
from desk.models.commands import TakeTextFiles
from desk.services.reader import Reader
from desk.views.detail.bubble_files import FileLaid
from desk.views.detail.pane import LeadPane
from tests.views.screens.conftest import SeatedDesk, apart

pytestmark = pytest.mark.requirement("FLOW-15")
PDF = b"%PDF-1.7\n% invented"
PHOTO = b"\xff\xd8\xff\xe0 invented"
PROGRAM = b"MZ\x90\x00 invented"


class Programs(QObject):
    """The computer's own programs: keep what they were asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def programs() -> Iterator[Programs]:
    made = Programs()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def answered(seated: SeatedDesk) -> LeadPane:
    """A lead whose customer sent a PDF and something that calls itself one."""
    lead_id, letter = seated.take(), EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "kim1@example.com", "sales@store.example", "My trade"
    letter.set_content("Here is the title")
    letter.add_attachment(PDF, maintype="application", subtype="pdf", filename="title.pdf")
    letter.add_attachment(PROGRAM, maintype="application", subtype="pdf", filename="offer.pdf")
    seated.run(c.TakeMail(raw=letter.as_bytes()))
    pane = seated.open_pane(lead_id)
    seated.until(lambda: len(pane.timeline.files()) == 2)
    return pane


def test_what_came_by_text_is_opened_like_any_file_and_what_is_still_fetched_says_so(
    seated: SeatedDesk, programs: Programs
) -> None:
    lead_id, at = seated.take(), seated.clock.now()
    for sid in ("one", "two"):
        seated.run(c.TakeText(sid=sid, sender=f"+120855501{apart(1)}", text=f"photo {sid}", at=at, files=1))
    seated.run(TakeTextFiles(sid="one", files=(Attached("", PHOTO),)))
    pane = seated.open_pane(lead_id)
    seated.until(lambda: len(pane.timeline.files()) == 1)
    viewport = pane.timeline.viewport()
    seated.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place(pane, ""))  # nothing to open yet
    seated.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place(pane, "Photo 1.jpg"))
    seated.until(lambda: len(programs.opened) == 1)
    assert programs.opened[0].read_bytes() == PHOTO
    spoken = " ".join(
        str(index.data()) for index in map(pane.timeline.conversation.index, range(9)) if index.isValid()
    )
    assert "Photo or file, on its way from the texting provider" in spoken


def place(pane: LeadPane, name: str, at: str = "line") -> QPoint:
    """Where a file of this name stands in the conversation, or the sign that saves it."""
    timeline = pane.timeline
    for number, row in enumerate(timeline.conversation.rows):
        rect = timeline.visualRect(timeline.conversation.index(number))
        for laid in timeline.layouts.of(row, rect.width()).files:
            if laid.file.name == name:
                return rect.topLeft() + spot(laid, at)
    raise AssertionError(name)


def spot(laid: FileLaid, at: str) -> QPoint:
    return laid.save.center().toPoint() if at == "save" else laid.line.topLeft().toPoint() + QPoint(30, 10)


def test_a_click_opens_it_from_a_private_place(seated: SeatedDesk, programs: Programs) -> None:
    pane = answered(seated)
    seated.qtbot.mouseClick(pane.timeline.viewport(), Qt.MouseButton.LeftButton, pos=place(pane, "title.pdf"))
    seated.until(lambda: len(programs.opened) == 1)
    (opened,) = programs.opened
    assert (opened.name, opened.read_bytes()) == ("title.pdf", PDF)
    store = seated.store.path
    assert store is not None
    assert store.parent in opened.parents
    assert not pane.note.isVisible()


def test_a_program_is_not_opened_and_says_why(seated: SeatedDesk, programs: Programs) -> None:
    pane = answered(seated)
    seated.qtbot.mouseClick(pane.timeline.viewport(), Qt.MouseButton.LeftButton, pos=place(pane, "offer.pdf"))
    seated.until(lambda: "offer.pdf is a program" in pane.note.words.text())
    assert programs.opened == []


def test_the_sign_at_its_end_saves_it(seated: SeatedDesk, programs: Programs, tmp_path: Path) -> None:
    pane = answered(seated)
    pane.files.ask_place = lambda name: str(tmp_path / f"kept-{name}")
    at = place(pane, "offer.pdf", "save")
    seated.qtbot.mouseClick(pane.timeline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    seated.until((tmp_path / "kept-offer.pdf").exists)
    assert (tmp_path / "kept-offer.pdf").read_bytes() == PROGRAM
    assert not pane.note.isVisible()
    assert programs.opened == []


@pytest.mark.requirement("DESK-11")
def test_by_keys_alone(seated: SeatedDesk, programs: Programs) -> None:
    """F offers the files at hand; Enter opens the first."""
    pane = answered(seated)
    seated.qtbot.keyClick(pane, Qt.Key.Key_F)
    menu = pane.files.menu
    assert menu is not None
    assert [act.text() for act in menu.actions()] == [
        "Open title.pdf", "Save title.pdf as …", "Open offer.pdf", "Save offer.pdf as …",
    ]  # fmt: skip
    seated.qtbot.keyClick(menu, Qt.Key.Key_Return)
    seated.until(lambda: [place.name for place in programs.opened] == ["title.pdf"])


def test_without_a_file_the_key_says_so(seated: SeatedDesk) -> None:
    pane = seated.open_pane(seated.take())
    seated.qtbot.keyClick(pane, Qt.Key.Key_F)
    assert pane.note.words.text() == "No files came or went with this lead."


@pytest.mark.requirement("COMPLY-06")
def test_opening_a_customers_file_stands_in_the_record(seated: SeatedDesk) -> None:
    seen: list[tuple[str, str]] = []
    pane = answered(seated)
    (title, _offer) = pane.timeline.files()
    with seated.store.reading() as session:
        assert seated.store.path is not None
        read = Reader(
            session, seated.clock.now(), "dana", seated.desk.facts(), seated.desk.book,
            seen=lambda what, lead_id: seen.append((what, lead_id)), folder=seated.store.path.parent,
        )  # fmt: skip
        read.put_down(title.id)
    assert seen == [("file", pane.lead.id)]
