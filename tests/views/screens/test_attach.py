"""Files in the composer, by the file window, a drop and the clipboard: named, taken off, refused in words, sent and shown (FLOW-15)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from desk.models.kept import Attachment
from desk.views.detail.composer import Composer
from desk.views.detail.conversation import spoken
from desk.views.detail.pane import LeadPane
from tests.views.screens.conftest import ZONE, SeatedDesk

pytestmark = pytest.mark.requirement("FLOW-15")
CTRL = Qt.KeyboardModifier.ControlModifier
PDF = b"%PDF-1.7\n% invented"


def written(folder: Path, name: str, data: bytes = PDF) -> str:
    place = folder / name
    place.write_bytes(data)
    return str(place)


def dropped(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def composer(seated: SeatedDesk) -> tuple[str, LeadPane, Composer]:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    pane.composer.write("email")
    return lead_id, pane, pane.composer


def names(composer: Composer) -> list[str]:
    return [file.name for file in composer.files.files]


def test_attached_by_the_file_window_sent_and_shown_in_the_bubble(seated: SeatedDesk, tmp_path: Path) -> None:
    lead_id, pane, mail = composer(seated)
    paths = [written(tmp_path, "brochure.pdf"), written(tmp_path, "front.jpg", b"\xff\xd8\xff\xe0 invented")]
    mail.files.ask_paths = lambda: paths
    seated.qtbot.keyClicks(mail.field, "Here they are")
    seated.qtbot.mouseClick(mail.attach, Qt.MouseButton.LeftButton)
    seated.until(lambda: names(mail) == ["brochure.pdf", "front.jpg"])
    assert mail.files.isVisible()
    seated.qtbot.keyClick(mail.field, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: names(mail) == [])
    kept = sorted((row.position, row.name, row.media) for row in seated.rows(Attachment))
    assert kept == [(0, "brochure.pdf", "application/pdf"), (1, "front.jpg", "image/jpeg")]
    item = next(one for one in seated.view(lead_id).timeline if one.author == "staff")
    assert [(file.name, file.size) for file in item.files] == [
        ("brochure.pdf", "1 KB"),
        ("front.jpg", "1 KB"),
    ]
    seated.until(
        lambda: any(
            "Files: brochure.pdf, front.jpg" in spoken(row, ZONE) for row in pane.timeline.model().rows
        )
    )


def test_a_file_is_taken_off_by_keys_before_it_is_sent(seated: SeatedDesk, tmp_path: Path) -> None:
    _lead_id, _pane, mail = composer(seated)
    mail.files.take(dropped(written(tmp_path, "a.pdf"), written(tmp_path, "b.pdf")))
    seated.until(lambda: names(mail) == ["a.pdf", "b.pdf"])
    off = mail.files.buttons[0]
    assert off.accessibleName() == "Take a.pdf off"
    off.setFocus()
    seated.qtbot.keyClick(off, Qt.Key.Key_Space)
    assert names(mail) == ["b.pdf"]


def test_what_may_not_go_is_said_in_place_and_the_rest_is_attached(
    seated: SeatedDesk, tmp_path: Path
) -> None:
    _lead_id, _pane, mail = composer(seated)
    large = tmp_path / "film.mp4"
    with large.open("wb") as film:  # its size is enough; it is not even read
        film.truncate(11_000_000)
    mail.files.take(
        dropped(
            written(tmp_path, "offer.pdf", b"MZ\x90"),
            str(large),
            str(tmp_path),
            written(tmp_path, "good.pdf"),
        )
    )
    seated.until(lambda: names(mail) == ["good.pdf"])
    said = mail.refusal.text()
    assert "offer.pdf is a program" in said
    assert "film.mp4 has 11.0 MB; a file may have 10 MB" in said
    assert "is a folder" in said
    assert mail.refusal.isVisible()


def test_dropped_over_a_text_it_begins_an_email(seated: SeatedDesk, tmp_path: Path) -> None:
    _lead_id, _pane, mail = composer(seated)
    mail.choose("text")
    data, here = dropped(written(tmp_path, "brochure.pdf")), QPointF(20, 20)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(here.toPoint(), copy, data, left, none)
    QApplication.sendEvent(mail, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(mail, QDropEvent(here, copy, data, left, none))
    seated.until(lambda: names(mail) == ["brochure.pdf"])
    assert mail.channel == "email"


def test_a_picture_is_pasted_as_a_file_and_words_as_words(seated: SeatedDesk) -> None:
    _lead_id, _pane, mail = composer(seated)
    image, picture, words = QImage(8, 8, QImage.Format.Format_RGB32), QMimeData(), QMimeData()
    image.fill(QColor("white"))
    picture.setImageData(image)
    words.setText("Only words")
    mail.field.insertFromMimeData(words)
    assert mail.field.toPlainText() == "Only words"
    mail.field.insertFromMimeData(picture)
    seated.until(lambda: names(mail) == ["picture.png"])
    assert mail.files.files[0].media == "image/png"


def test_another_lead_comes_and_what_was_attached_waits_for_this_one(
    seated: SeatedDesk, tmp_path: Path
) -> None:
    lead_id, pane, mail = composer(seated)
    mail.files.take(dropped(written(tmp_path, "a.pdf")))
    seated.until(lambda: names(mail) == ["a.pdf"])
    other = seated.take(2)
    seated.open_pane(other)
    assert names(mail) == []
    pane.show_lead(lead_id)
    seated.until(lambda: pane.view is not None and pane.view.card.id == lead_id)
    assert names(mail) == ["a.pdf"]
