"""The look as numbers: contrast, bundled type, licences, and a first paint that knows only Qt."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QImage, QPainter

from desk.views import text
from desk.views.figures import figures
from desk.views.icons import NAMES, icon_name
from desk.views.paint import AI_GLYPHS, stretch
from desk.views.rail import bubble
from desk.views.theme import SCALES, TYPE, Theme
from desk.views.tokens import DARK, HIGH_CONTRAST_ROLES, LIGHT, high_contrast

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
GROUNDS = ("surface", "canvas", "rail", "sunken", "hover")
READ = ("t1", "t2", "t3", "accent", "ai", "ok", "warn", "bad")
#: Ink on its own ground: never below 4.5 (look, section 2).
PAIRS = (
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("t3", "accent_tint"), ("accent", "accent_tint"),
    ("ai", "ai_tint"), ("ok", "ok_tint"), ("warn", "warn_tint"), ("bad", "bad_tint"), ("on_bad", "bad"),
    ("t2", "sunken"), ("t1", "line2"), ("extremely_hot", "extremely_hot_fill"), ("hot", "hot_fill"),
    ("warm", "warm_fill"), ("cool", "cool_fill"), ("cold", "cold_fill"),
    *(("avatar_text", f"avatar_{n}") for n in range(1, 6)),
)  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("tokens", THEMES)
def test_text_can_be_read_on_every_ground(tokens: dict[str, str]) -> None:
    faint = {(ink, ground): contrast(tokens[ink], tokens[ground]) for ink in READ for ground in GROUNDS}
    assert {pair: round(ratio, 2) for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("tokens", THEMES)
def test_ink_can_be_read_on_its_own_tint(tokens: dict[str, str]) -> None:
    faint = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.requirement("DESK-01")
def test_in_high_contrast_no_ink_is_of_the_colour_it_stands_on(theme: Theme) -> None:
    """Each of our colours becomes one of five of the system's: ink and ground must become different ones."""
    role = {name: role for role, names in HIGH_CONTRAST_ROLES.items() for name in names.split()}
    theme.switch("high_contrast")
    bubbles = [tuple(reversed(bubble(urgent, theme))) for urgent in (True, False)]
    pairs = (*(pair for pair in PAIRS if pair != ("t1", "line2")), *bubbles)
    assert [pair for pair in pairs if role[pair[0]] == role[pair[1]]] == []
    read = [(ink, ground) for ink in READ for ground in GROUNDS if role[ink] == role[ground]]
    assert read == []


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(("name", "hollow"), [("light", False), ("high_contrast", True)])
def test_what_lies_ahead_is_an_outline_in_high_contrast(theme: Theme, name: str, hollow: bool) -> None:
    """Stages and items still to come would else be darker than those done."""
    theme.switch(name)
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    stretch(painter, QRectF(4, 4, 32, 12), 2, "line", theme)
    painter.end()
    assert (picture.pixelColor(20, 10) == theme.colour("surface")) is hollow


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("tokens", THEMES)
def test_unlabelled_outlines_hold_three_to_one(tokens: dict[str, str]) -> None:
    assert min(contrast(tokens["ctl"], tokens[ground]) for ground in GROUNDS) >= 3.0


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        pytest.param(
            LIGHT, {"t1": 16.8, "t2": 8.2, "t3": 5.8, "accent": 7.5, "ai": 7.0, "bad": 6.7}, id="light"
        ),
        pytest.param(
            DARK, {"t1": 13.9, "t2": 8.4, "t3": 5.8, "accent": 8.5, "ai": 7.7, "bad": 7.3}, id="dark"
        ),
    ],
)
def test_ratios_on_surface_are_those_of_the_look(tokens: dict[str, str], expected: dict[str, float]) -> None:
    measured = {ink: round(contrast(tokens[ink], tokens["surface"]), 1) for ink in expected}
    assert measured == pytest.approx(expected, abs=0.11)


@pytest.mark.requirement("DESK-01")
def test_themes_declare_the_same_tokens() -> None:
    system = dict.fromkeys(("window", "base", "text", "highlight", "highlighted_text"), "#000000")
    assert set(LIGHT) == set(DARK) == set(high_contrast(system))


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("role", sorted(TYPE))
def test_type_comes_from_the_bundled_files(theme: Theme, role: str) -> None:
    """Never from an installed copy, never from a substitute."""
    pixels, _, weight, family, _ = TYPE[role]
    shown = QFontInfo(theme.font(role))
    assert (shown.family(), shown.pixelSize(), shown.weight()) == (family, pixels, weight)


@pytest.mark.requirement("DESK-01")
def test_figures_are_of_one_width(theme: Theme) -> None:
    assert len({theme.width("timer", digit * 8) for digit in "0123456789"}) == 1


@pytest.mark.requirement("DESK-01")
def test_no_fact_is_smaller_than_eleven_pixels() -> None:
    small = {role for role, (pixels, *_) in TYPE.items() if pixels < 11}
    assert small == {"tiny", "tiny_plain", "initials", "bubble", "key"}
    assert min(pixels for pixels, *_ in TYPE.values()) >= 10


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("scale", SCALES)
def test_switching_dresses_the_running_window(theme: Theme, scale: float) -> None:
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(True))
    theme.switch("dark", scale)
    assert heard
    assert theme.colour("surface").name() == DARK["surface"].lower()
    assert theme.font("body").pixelSize() == round(13 * scale)
    assert "$" not in theme.style_sheet()


@pytest.fixture
def system(theme: Theme) -> Iterator[list[str]]:
    """What the system asks for, last word last; no platform of the tests has a dusk of its own."""
    asked, was = ["light"], theme.told
    theme.told = lambda: asked[-1]
    theme.follow()
    yield asked
    theme.told = was


@pytest.mark.requirement("DESK-01")
def test_the_systems_theme_is_followed_while_the_window_stands(theme: Theme, system: list[str]) -> None:
    hints, seen = QGuiApplication.styleHints(), list[str]()
    theme.changed.connect(lambda: seen.append(theme.name))
    system.append("dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.name == "light", "who chose a theme keeps it"
    theme.switch("system")
    assert theme.tokens == DARK
    system.append("light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert (theme.name, theme.choice) == ("light", "system")
    assert QGuiApplication.palette().window().color().name() == theme.tokens["canvas"].lower()
    system.append("high_contrast")
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.name == "high_contrast"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert seen == ["dark", "light", "high_contrast"], "the same word twice dresses nothing"


@pytest.mark.requirement("DESK-01")
def test_every_icon_that_is_named_is_there(repo: Path) -> None:
    there = {file.stem for file in (repo / "resources" / "icons").glob("*.svg")}
    named = {*NAMES.values(), *(glyph[0] for glyph in AI_GLYPHS.values())}
    assert named <= there
    assert icon_name("call") == "phone"


@pytest.mark.requirement("DESK-01")
def test_assistant_glyphs_differ_in_shape(theme: Theme) -> None:
    assert len({icon for icon, *_ in AI_GLYPHS.values()}) == len(AI_GLYPHS) == 7
    assert all(text.ai_words(state) and text.ai_line(state) for state in AI_GLYPHS)


@pytest.mark.requirement("DESK-07")
def test_fonts_and_icons_carry_their_licences(repo: Path) -> None:
    assert "SIL OPEN FONT LICENSE" in (repo / "resources" / "fonts" / "OFL.txt").read_text("utf-8")
    assert "ISC License" in (repo / "resources" / "icons" / "LUCIDE-LICENSE.txt").read_text("utf-8")


@pytest.mark.requirement("DESK-01")
def test_first_paint_imports_qt_and_nothing_heavy(repo: Path) -> None:
    heavy = "sqlalchemy alembic apscheduler httpx keyring asyncio phonenumbers jinja2 numpy email"
    code = "import sys, desk.views.main_window; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=repo, capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) & set(heavy.split()) == set()


@pytest.mark.requirement("DESK-01")
def test_words_are_without_exclamation(repo: Path) -> None:
    loud = [file.name for file in (repo / "desk" / "views").rglob("*.py") if '!")' in file.read_text("utf-8")]
    assert loud == []


def test_font_weights_are_whole_roles() -> None:
    assert {weight for _, _, weight, _, _ in TYPE.values()} <= {w.value for w in QFont.Weight}


@pytest.mark.requirement("ILM-03")
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("words", ["+11:14", "0:07", "1 h 4 m", "+2 d 13 h", "59:58", "10:00"])
def test_figures_put_together_look_as_type_sets_them(theme: Theme, scale: float, words: str) -> None:
    theme.switch(scale=scale)
    run = figures("timer", words, scale)
    assert run is not None
    looks = []
    for put_together in (True, False):
        picture = QImage(240, 60, QImage.Format.Format_RGB32)
        picture.fill(theme.colour("surface"))
        p, place = QPainter(picture), QPointF(5.3, 40.7)
        p.setPen(theme.colour("t1"))
        p.setFont(theme.font("timer"))
        p.drawGlyphRun(place, run) if put_together else p.drawText(place, words)
        p.end()
        looks.append(picture)
    assert looks[0] == looks[1]


@pytest.mark.requirement("ILM-03")
def test_words_that_hold_more_than_figures_are_left_to_the_type(theme: Theme) -> None:
    assert figures("timer", "noon", theme.scale) is None
