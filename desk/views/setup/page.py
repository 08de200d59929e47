"""What every set-up step is made of: a title, its question, fields that write settings, and what was refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import Refusal, captioned, mark_wrong
from desk.views.text import say
from desk.views.theme import Theme

WIDEST = 860
Row: TypeAlias = tuple[tuple[str, QWidget], ...]


class StepPage(QScrollArea):
    """One step. ``saved`` when what was entered is recorded; ``key`` is the subclass's.

    ``has_save`` is False where everything is recorded as it is done, so that there is nothing to save.
    """

    saved = Signal(str)
    key = ""
    has_save = True

    def __init__(self, bridge: Bridge, title: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.fields: dict[str, QWidget] = {}
        self.refusal = Refusal()
        self.column = QVBoxLayout()
        self.column.setContentsMargins(34, 10, 34, 20)
        self.column.setSpacing(12)
        self.form = self.column
        self.title, self.line = w.Words(title, "title"), w.Words(line, "body", "t2", wrap=True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.line)
        self.inside = QWidget()
        self.inside.setLayout(self.column)
        self._widest = WIDEST
        Theme.current().changed.connect(self._fit_widest)
        self._fit_widest()
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._ordering = QTimer(self, singleShot=True, interval=0)
        self._ordering.timeout.connect(self._order_keys)
        self.inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.inside:
            self._ordering.start()  # rows were made anew, and stand in the layout where they are seen
        return super().eventFilter(watched, event)

    def _order_keys(self) -> None:
        """Tab goes as one reads, also to rows that were made after the form below them."""
        for one, following in pairwise(list(_in_order(self.column))):
            QWidget.setTabOrder(one, following)

    def widen(self, widest: int) -> None:
        """Let the page be as wide as ``widest`` pixels at 100% text; larger text has as many words in a line."""
        self._widest = widest
        self._fit_widest()

    def _fit_widest(self) -> None:
        self.inside.setMaximumWidth(Theme.current().px(self._widest))

    def bare(self) -> None:
        """Leave out title and line, where the frame around the page says them."""
        self.title.hide()
        self.line.hide()
        self.column.setContentsMargins(20, 4, 16, 16)

    def close_column(self) -> None:
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)

    def add_rows(self, *rows: Row) -> None:
        """Rows of captioned fields in a card."""
        card = w.Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 14, 16, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        most = max(len(row) for row in rows)
        for number, row in enumerate(rows):
            for place, (caption, field) in enumerate(row):
                wide = most - len(row) + 1 if place == len(row) - 1 else 1
                grid.addLayout(yielding(caption, field), number, place, 1, wide)
        self.form.addWidget(card)

    def text(self, key: str, placeholder: str = "", secret: bool = False) -> QLineEdit:
        """A field that writes the setting ``key``."""
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields[key] = field
        return field

    def number(self, key: str, least: int, most: int) -> NumberField:
        field = self.fields[key] = NumberField(least, most)
        return field

    def choice(self, key: str, name: str, choices: tuple[tuple[str, str], ...]) -> w.Choice:
        field = w.Choice(name)
        for value, words in choices:
            field.addItem(words, value)
        self.fields[key] = field
        return field

    # --- settings in and out ---

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        """Fill the fields with what is recorded."""
        for key, field in self.fields.items():
            _fill(field, settings.get(key))

    def values(self) -> dict[str, Any]:
        return {key: _value(field) for key, field in self.fields.items()}

    def missing(self) -> dict[str, str]:
        """What must be given before this step is done: field and sentence."""
        return {}

    def save(self) -> None:
        """Record what was entered; a step that misses something says what."""
        missing = self.missing()
        for key, field in self.fields.items():
            mark_wrong(field, key in missing)
        if missing:
            self.refusal.say(" ".join(missing.values()))
            return
        self.refusal.say("")
        self.record(self.values())

    def record(self, values: dict[str, Any], then: Callable[[], None] | None = None) -> None:
        after = then or (lambda: self.saved.emit(self.key))
        self._bridge.run(c.SaveSettings(values=values), lambda _: after(), self.refusal.show_trouble)

    def keep(self) -> None:
        """Finish later: what is valid is recorded as it stands, without asking for the rest."""
        if self.fields:
            self._bridge.run(c.SaveSettings(values=self.values()), None, self.refusal.show_trouble)


def yielding(caption: str, field: QWidget) -> QVBoxLayout:
    """A captioned field that gives way in a narrow page: its caption wraps, and a long choice ends in an ellipsis."""
    column = captioned(caption, field)
    label = column.itemAt(0).widget()
    if isinstance(label, w.Words):
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignBottom)
    if isinstance(field, w.Choice):
        field.setMinimumContentsLength(6)
        field.setSizeAdjustPolicy(w.Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return column


class NumberField(QLineEdit):
    """A whole number from ``least`` to ``most``, typed; a spin box's own field is lost under a style sheet."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setValidator(QIntValidator(least, most, self))

    def value(self) -> int:
        """The number as it stands, within its bounds; an empty field counts as the least."""
        typed = int(self.text()) if self.text().strip().lstrip("-").isdigit() else self._least
        return max(self._least, min(self._most, typed))


def _fill(field: QWidget, value: Any) -> None:
    if value is None:
        return
    if isinstance(field, QLineEdit):
        field.setText(str(value))
        field.setCursorPosition(0)  # a long address is read from its beginning
    elif isinstance(field, w.Choice):
        field.setCurrentIndex(max(0, field.findData(value)))


def _value(field: QWidget) -> Any:
    if isinstance(field, NumberField):
        return field.value()
    if isinstance(field, QLineEdit):
        return field.text().strip()
    return field.currentData() if isinstance(field, w.Choice) else None


def _in_order(layout: QLayout) -> Iterator[QWidget]:
    """What takes the focus, in the order of the layout."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if (part := item.widget()) is not None:
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield part
            inner = part.layout()
        else:
            inner = item.layout()
        if inner is not None:
            yield from _in_order(inner)


def scrolled(rows: Iterable[QWidget], spacing: int) -> QScrollArea:
    """Rows one under the other that scroll where there is no room for all of them."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area


def needed(page: StepPage, *keys_words: tuple[str, str]) -> dict[str, str]:
    """The keys whose fields are empty, with their sentences."""
    values = page.values()
    return {key: words for key, words in keys_words if not values.get(key)}


def file_card(name: QWidget, told: QWidget, *acts: QWidget) -> w.Card:
    """The chosen file on a card: its name, what was read of it, and what can be done with it."""
    card = w.Card()
    row = QHBoxLayout(card)
    row.setContentsMargins(14, 10, 12, 10)
    row.setSpacing(12)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(name)
    words.addWidget(told)
    row.addWidget(w.Icon("file-text", "t2", 18))
    row.addLayout(words, 1)
    for act in acts:
        row.addWidget(act)
    return card


class Beside(QBoxLayout):
    """Two columns that stand one under the other where the page is narrow."""

    def __init__(self, from_width: int) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._from = from_width
        self.setSpacing(12)

    @property
    def is_wide(self) -> bool:
        """Whether the columns stand side by side."""
        return self.direction() == QBoxLayout.Direction.LeftToRight

    def fit(self, width: int) -> None:
        wide = width >= Theme.current().px(self._from)
        self.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def security_choices() -> tuple[tuple[str, str], ...]:
    return (("tls", say("TLS")), ("starttls", say("STARTTLS")), ("none", say("None, this computer only")))
