"""Words and access: every word can be translated and may grow, everything that takes the focus has a name (look, sections 7 and 8)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

import desk.views
from desk.views import widgets as w
from desk.views.key_map import KeyMap
from desk.views.keys import key_groups
from desk.views.theme import Theme
from tests.views.screens.conftest import SeatedDesk

pytestmark = pytest.mark.requirement("DESK-11", "DESK-01")
VIEWS = Path(desk.views.__file__).parent
#: Where words for people go in, and at which place among the arguments.
SHOWN = {
    "Words": 0, "ElidedWords": 0, "Button": 0, "IconButton": 1, "Badge": 0, "setToolTip": 0, "setAccessibleName": 0,
    "setAccessibleDescription": 0, "addAction": 0, "addMenu": 0, "setWindowTitle": 0, "setText": 0, "say_words": 0,
    "EmptyState": 1, "ChannelTab": 0, "captioned": 0, "fact": 0,
}  # fmt: skip
TAB = Qt.FocusPolicy.TabFocus
OPEN, CLOSE = "[!", "!]"
SCREENS = ("board", "today", "monitor", "inbox", "lead", "settings")


def literal(node: ast.expr) -> str:
    """The letters that stand in the code itself, markup left out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        told = node.value
    elif isinstance(node, ast.JoinedStr):
        told = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    else:
        return ""
    return re.sub(r"<[^>]*>", "", told)


def unsaid(file: Path) -> Iterator[str]:
    """Words of ``file`` that reach a person without passing ``say``."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = SHOWN.get(name)
            if (
                place is not None
                and len(node.args) > place
                and re.search(r"[A-Za-z]{2}", literal(node.args[place]))
            ):
                yield f"{file.name}:{node.lineno} {literal(node.args[place])!r}"


def test_every_word_of_the_window_can_be_translated() -> None:
    files = [file for file in VIEWS.rglob("*.py") if "gallery" not in file.parts]
    assert len(files) > 50
    assert [words for file in files for words in unsaid(file)] == []


class Stretched(QTranslator):
    """A language whose words are two fifths longer, and marked, so that what was not asked of it stands out."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"{OPEN}{source}{'~' * (len(source) * 2 // 5)}{CLOSE}"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def stretched(qtbot: QtBot) -> Iterator[Stretched]:
    """In force before any window is made: words are asked for as widgets are built."""
    language = Stretched()
    QCoreApplication.installTranslator(language)
    yield language
    QCoreApplication.removeTranslator(language)


def shown(window: QWidget, *kinds: type[QWidget]) -> list[Any]:
    return [each for each in window.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]


def cut(window: QWidget) -> list[str]:
    """What says more than it has room for, or lies outside of what it stands in."""
    found = []
    for each in shown(window, w.Button, w.Words, w.Badge, w.Segment):
        if isinstance(each, w.ElidedWords):
            continue  # ends in an ellipsis, with the whole in its tooltip
        least, parent = each.minimumSizeHint(), each.parentWidget()
        narrow = each.width() < least.width() and not (isinstance(each, QLabel) and each.wordWrap())
        right = each.mapTo(window, each.rect().topRight()).x()
        outside = right > window.width() + 2 or not parent.rect().adjusted(-2, -2, 2, 2).contains(
            each.geometry()
        )
        if narrow or each.height() < least.height() - 1 or outside:
            words = each.text() if isinstance(each, QLabel | QAbstractButton) else each.accessibleName()
            found.append(
                f"{type(each).__name__} {words!r} {each.width()}x{each.height()} of {least.width()}x{least.height()}"
            )
    for area in shown(window, QScrollArea):
        never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        inside = area.widget()
        if never and inside is not None and inside.width() > area.viewport().width() + 1:
            found.append(f"{type(area).__name__} {inside.width()} wide in {area.viewport().width()}")
    return found


def go(seated: SeatedDesk, screen: str, lead_id: str) -> None:
    if screen == "lead":
        seated.assembled.open_wide(lead_id)
        wide = seated.assembled.screens["lead"].screen_made
        seated.until(lambda: wide.view is not None)
    else:
        seated.window.show_screen(screen)
    QApplication.processEvents()


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
@pytest.mark.parametrize("screen", SCREENS)
def test_longer_words_have_room(
    stretched: Stretched, seated: SeatedDesk, screen: str, size: tuple[int, int]
) -> None:
    seated.window.resize(*size)
    go(seated, screen, seated.take())
    seated.until(lambda: cut(seated.window) == [])


@pytest.mark.parametrize("screen", SCREENS)
def test_whatever_takes_the_focus_has_a_name(seated: SeatedDesk, screen: str) -> None:
    lead_id = seated.take()
    if screen == "board":
        seated.open_pane(lead_id)
    go(seated, screen, lead_id)
    nameless = [
        f"{type(each).__name__} {each.geometry()}"
        for each in shown(seated.window, QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not named(each)
    ]
    assert nameless == []


def named(each: QWidget) -> bool:
    """By its own name, its words, its placeholder, or those of what it stands for."""
    if each.accessibleName() or each.focusProxy() is not None:
        return True
    if isinstance(each, QAbstractButton):
        return bool(each.text())
    return isinstance(each, QLineEdit | QPlainTextEdit) and bool(each.placeholderText())


def test_tab_goes_from_rail_to_top_bar_to_page_to_pane(seated: SeatedDesk) -> None:
    pane = seated.open_pane(seated.take())
    window = seated.window
    regions = {"rail": window.rail, "bar": window.bar, "page": window.board, "pane": pane}
    walked: list[str] = []
    each = next(
        child for child in window.rail.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    for _step in range(400):
        region = next((name for name, part in regions.items() if part is each or part.isAncestorOf(each)), "")
        if region and each.isVisible() and (not walked or walked[-1] != region):
            walked.append(region)
        each = each.nextInFocusChain()
    assert walked[:4] == ["rail", "bar", "page", "pane"]


@pytest.mark.parametrize(
    "screen", ["today", "monitor", "inbox", "lead", "tower", "settings", "setup", "doctor"]
)
def test_tab_reaches_a_page_after_the_rail_and_the_top_bar_and_comes_back(
    seated: SeatedDesk, screen: str
) -> None:
    """Without a mouse: each screen's own parts are one stretch of the round, after what stands around them."""
    go(seated, screen, seated.take())
    window = seated.window
    regions = {"rail": window.rail, "bar": window.bar, "page": window.stack}
    first = next(each for each in window.rail.findChildren(QWidget) if each.focusPolicy() & TAB)
    chain, each = [first], first.nextInFocusChain()
    while each is not first:
        chain.append(each)
        each = each.nextInFocusChain()
    walked: list[str] = []
    for each in chain:
        region = next((name for name, part in regions.items() if part.isAncestorOf(each)), "")
        if region and each.isVisible() and each.focusPolicy() & TAB and walked[-1:] != [region]:
            walked.append(region)
    around = [] if screen == "setup" else ["rail", "bar"]  # the set-up is a page of its own
    assert walked[: len(around) + 1] == [*around, "page"]
    assert walked[len(around) + 1 :] in ([], ["rail"]), "the round closes where it began"


def test_the_keyboard_map_shows_every_key_whole(seated: SeatedDesk) -> None:
    sheet = KeyMap(seated.window)
    sheet.show()
    QApplication.processEvents()
    said = {label.text() for label in shown(sheet, w.Words)}
    assert {key.words for _title, keys in key_groups() for key in keys} <= said
    assert cut(sheet) == []
    assert sheet.width() <= 1100
    sheet.close()


def test_the_largest_text_keeps_the_heads_buttons_whole(seated: SeatedDesk) -> None:
    seated.take()
    for scale in (1.25, 1.5, 2.0):
        Theme.current().switch(scale=scale)
        seated.until(lambda: cut(seated.window.board.head) == [])
