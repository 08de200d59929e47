"""What a person can read of a window: words of widgets, of their models, and what is painted; and what of it is in no language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import Formatter
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QLocale, Qt, QTranslator
from PySide6.QtGui import QPainter, QStaticText, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from desk.views import boxes, paint

OPEN, CLOSE = "⟦", "⟧"
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_SAID = re.compile(f"{OPEN}[^{CLOSE}{OPEN}]*({CLOSE}|…|$)")
_US = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
_CALENDAR = [
    name(number, form)
    for name, count in ((_US.dayName, 7), (_US.monthName, 12))
    for number in range(1, count + 1)
    for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
]
#: Figures, moments and spans, keys, and what is the same in every language.
_SAME = re.compile(
    rf"\b({'|'.join(_CALENDAR)}|AM|PM|a\.m\.|p\.m\.|MB|KB|VIN|HTTPS?|SMTP|IMAP|CSV|ADF|XML|JSON|UTC|TLS|PIN|PDF|BDC|FAQ|AI|SMS"
    r"|Ctrl|Shift|Esc|Enter|Del|Tab|Home|End|PgUp|PgDn|Alt|Space|F\d+|imap\.\S+|smtp\.\S+|INBOX|lead\.xml|\S+@\S+|[A-Z]\d+|[A-Za-z])\b|[a-z]+://\S*|\{token\}"
)


class Bracketed(QTranslator):
    """A language a third longer than ours, in brackets. Values stay outside of them: a word among these is in no language."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return bracketed(source)

    def isEmpty(self) -> bool:
        return False


def bracketed(source: str) -> str:
    made = ""
    for letters, field, spec, _turn in Formatter().parse(source):
        words = letters.strip()
        if re.search(r"[A-Za-z]", words):
            longer = f"{OPEN}{words}{'~' * (len(words) * 3 // 10)}{CLOSE}"
            made += letters.replace(words, longer)
        else:
            made += letters
        made += "" if field is None else f"{{{field}{':' + spec if spec else ''}}}"
    return made


class Painted:
    """Everything that is painted as letters while this is in force."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.words: set[str] = set()
        paint._laid.cache_clear()
        boxes._picture.cache_clear()
        for kind, name in ((QPainter, "drawText"), (QPainter, "drawStaticText"), (QTextLayout, "draw")):
            patch.setattr(kind, name, self._noting(getattr(kind, name)))

    def _noting(self, draw: Any) -> Any:
        def noted(painter: Any, *given: Any) -> Any:
            for each in (painter, *given):
                if isinstance(each, QStaticText | QTextLayout):
                    self.words.add(each.text())
                elif isinstance(each, str):
                    self.words.add(each)
            return draw(painter, *given)

        return noted


def seen(windows: Iterable[QWidget]) -> Iterator[tuple[str, str]]:
    """Where words stand, and the words, of everything visible in ``windows``."""
    for window in windows:
        for each in (window, *window.findChildren(QWidget)):
            if each.isVisible():
                yield from ((f"{type(each).__name__}", words) for words in _of(each) if words)


def _of(each: QWidget) -> Iterator[str]:
    yield from (each.toolTip(), each.accessibleName(), each.accessibleDescription())
    if isinstance(each, QLabel | QAbstractButton):
        yield each.text()
    if isinstance(each, QLineEdit | QPlainTextEdit):
        yield each.placeholderText()
    if isinstance(each, QTabBar):
        yield from (each.tabText(n) for n in range(each.count()))
    if isinstance(each, QComboBox):
        yield from (each.itemText(n) for n in range(each.count()))
    elif isinstance(each, QAbstractItemView) and each.model() is not None:
        yield from _of_model(each.model())


def _of_model(model: Any) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 60)):
        for column in range(columns):
            for role in _ROLES:
                found = model.index(row, column).data(role)
                if isinstance(found, str):
                    yield found
    for column in range(columns):
        found = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(found, str):
            yield found


def untold(words: str, known: Iterable[str]) -> str:
    """What of ``words`` is in no language: neither translated, nor a figure, nor something ``known`` of the store."""
    left = re.sub(r"<[^>]*>|&[a-z]+;|[\u2028\u2029]", " ", words)
    left = re.sub(r"[~]+", "", _SAID.sub(" ", left))
    for each in known:
        if each in left:
            left = left.replace(each, " ")
    if left.rstrip().endswith("…"):
        start = left.rstrip()[:-1].strip(" ·,“”")
        left = "" if any(start and start in each for each in known) else left
    left = _SAME.sub(" ", left)
    return " ".join(left.split()) if re.search(r"[A-Za-z]{2}", left) else ""
