"""The sheet of components: every chip, timer, glyph, button state, card and bubble ground, in one theme."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots.board import TimerView
from desk.views import widgets as w
from desk.views.gallery.samples import NOW, running
from desk.views.text import ai_words, say
from desk.views.theme import Theme


def sheet() -> QWidget:
    """The whole sheet, 720 px wide at 100 %."""
    page = QWidget()
    page.setFixedWidth(Theme.current().px(720))
    column = QVBoxLayout(page)
    column.setContentsMargins(22, 26, 22, 30)
    column.setSpacing(6)
    for title, parts in _rows():
        column.addWidget(w.Words(title, "secondary", "t3"))
        column.addLayout(_row(parts))
        column.addSpacing(8)
    return page


def _row(parts: list[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row


def _rows() -> list[tuple[str, list[QWidget]]]:
    return [
        (say("Response timer"), _timers()),
        (say("Temperature"), [w.TemperatureChip(n, band) for n, band in _BANDS]),
        (say("AI state glyph"), _glyphs()),
        (say("Coverage, badges"), _badges()),
        (say("Buttons: rest, row, disabled"), _buttons()),
        (say("Toggle and segment"), _toggles()),
        (say("Stages"), [_sized(w.StageStepper(), Theme.current().px(380))]),
        (say("Stages, wide"), [w.StageStepper(wide=True)]),
        (say("Gauge"), [_gauge()]),
        (say("Empty, loading, error"), _states()),
    ]


_BANDS = ((94, "extremely_hot"), (88, "hot"), (61, "warm"), (42, "cool"), (18, "cold"))
_STATES = ("on", "paused_by_status", "backed_off", "reactive", "off", "handed_off", "opted_out")


def _now() -> datetime:
    return NOW


def _timers() -> list[QWidget]:
    shown = (running(820, 900), running(260, 900), running(-228, 900), TimerView("answered", took_s=120))
    waiting = replace(running(900, 900), kind="waiting", started=NOW + timedelta(hours=2))
    return [w.TimerTag(timer, _now) for timer in (*shown, waiting)]


def _glyphs() -> list[QWidget]:
    return [part for s in _STATES for part in (w.AiGlyph(s), w.Words(ai_words(s), "secondary", "t3"))]


def _badges() -> list[QWidget]:
    covered = [w.CoverageBadge(n) for n in (7, 1, 0)]
    badges = (("On hold", "warn", "pause"), ("Delivered", "ok", "circle-check"), ("Draft", "ai", "sparkles"))
    return [
        *covered,
        *(w.Badge(*badge) for badge in badges),
        w.Badge("Preferred: text", "accent"),
        w.Chip("2 filters"),
    ]


def _buttons() -> list[QWidget]:
    off = w.Button("Claim")
    off.setEnabled(False)
    kinds = (w.Button("Open"), w.Button("Snooze", "ghost"), w.Button("Turn off", "destructive"))
    row = w.Button("Open", size="row")
    return [w.Button("Claim", "primary", key="G"), w.Button("Claim", "primary"), off, *kinds, row]


def _toggles() -> list[QWidget]:
    locked = w.Switch("AI", on=False)
    locked.setEnabled(False)
    segment = w.Segment((("text", "Text"), ("email", "Email"), ("call", "Call")), "Channel")
    return [w.Switch("AI", on=True), w.Switch("AI"), locked, segment, w.KeyCap("Ctrl"), w.KeyCap("K")]


def _sized(widget: QWidget, width: int) -> QWidget:
    widget.setFixedWidth(width)
    if isinstance(widget, w.StageStepper):
        widget.show_stage("engaged")
    return widget


def _gauge() -> QWidget:
    gauge = w.Gauge()
    gauge.setFixedWidth(Theme.current().px(330))
    gauge.show_temperature(88, "hot")
    return gauge


def _states() -> list[QWidget]:
    empty = w.EmptyState("inbox", say("No one is waiting"), say("New leads ring here."))
    failed = w.ErrorStrip(say("Text to Aisha did not send. Try email, or check the number."), ("Try again",))
    loading = w.Skeleton()
    t = Theme.current()
    for part in (empty, loading):
        part.setFixedSize(t.px(200), t.px(130))
    failed.setFixedWidth(t.px(270))
    return [empty, loading, failed]
