"""The desk's own widgets: painted in the theme, named for the ear, sized by the text."""

from __future__ import annotations

from desk.views.widgets.buttons import Button, IconButton, Pressable
from desk.views.widgets.choices import Segment, Switch
from desk.views.widgets.feedback import (
    LOADING_MS,
    Card,
    Cells,
    Choice,
    EmptyState,
    ErrorStrip,
    Mark,
    Skeleton,
    Toast,
)
from desk.views.widgets.focus import FocusRing, RingFocus
from desk.views.widgets.small import (
    AiGlyph,
    Avatar,
    Badge,
    CarWords,
    Chip,
    CoverageBadge,
    ElidedWords,
    Gauge,
    Icon,
    KeyCap,
    Painted,
    TemperatureChip,
    TimerTag,
    Words,
)
from desk.views.widgets.stepper import StageStepper
from desk.views.widgets.submit import on_ctrl_enter
from desk.views.widgets.tick import Tick

__all__ = [
    "LOADING_MS",
    "AiGlyph",
    "Avatar",
    "Badge",
    "Button",
    "CarWords",
    "Card",
    "Cells",
    "Chip",
    "Choice",
    "CoverageBadge",
    "ElidedWords",
    "EmptyState",
    "ErrorStrip",
    "FocusRing",
    "Gauge",
    "Icon",
    "IconButton",
    "KeyCap",
    "Mark",
    "Painted",
    "Pressable",
    "RingFocus",
    "Segment",
    "Skeleton",
    "StageStepper",
    "Switch",
    "TemperatureChip",
    "Tick",
    "TimerTag",
    "Toast",
    "Words",
    "on_ctrl_enter",
]
