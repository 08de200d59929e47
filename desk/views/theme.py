"""The theme in force: colours, type and measures, switched without a restart.

Widgets and delegates ask ``Theme.current()`` while they paint, and repaint on its ``changed`` signal.
Colours, fonts and metrics are made once and kept until the theme or the text size changes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from string import Template
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette, QPen
from PySide6.QtWidgets import QApplication

from desk.paths import RESOURCES
from desk.views.tokens import DARK, LIGHT, high_contrast

FAMILY, DISPLAY = "Inter", "Inter Display"
THEMES = ("light", "dark", "high_contrast", "system")
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
MEASURED = 8192  # how many text widths are kept

#: Role -> pixels, line, weight, family, tracking in percent of the size (look, section 2).
TYPE = {
    "tiny": (10, 14, 600, FAMILY, 0.0),
    "tiny_plain": (10, 14, 400, FAMILY, 0.0),
    "initials": (10, 12, 600, FAMILY, -3.0),
    "bubble": (10, 14, 600, FAMILY, 0.0),
    "key": (10, 14, 500, FAMILY, 0.0),
    "timer": (11, 16, 600, FAMILY, 0.0),
    "chip_number": (11, 16, 700, FAMILY, 0.0),
    "caption": (11, 16, 400, FAMILY, 0.0),
    "caption_medium": (11, 16, 500, FAMILY, 0.0),
    "chip": (11, 16, 500, FAMILY, 0.0),
    "caption_strong": (11, 16, 600, FAMILY, 0.0),
    "secondary": (12, 16, 400, FAMILY, 0.0),
    "secondary_medium": (12, 16, 500, FAMILY, 0.0),
    "secondary_strong": (12, 16, 600, FAMILY, 0.0),
    "body": (13, 20, 400, FAMILY, 0.0),
    "row": (13, 20, 500, FAMILY, 0.0),
    "name": (13, 20, 600, FAMILY, -0.6),
    "section": (14, 20, 600, FAMILY, 0.0),
    "title": (20, 28, 600, DISPLAY, -1.2),
    "number": (22, 28, 600, DISPLAY, -1.5),
    "welcome": (34, 42, 600, DISPLAY, -2.2),
}

_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "t1",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "t1",
    QPalette.ColorRole.PlaceholderText: "t3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "t1",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "t1",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "ctl",
    QPalette.ColorRole.Shadow: "shadow",
}


class Theme(QObject):
    """Colours, fonts and measures in force; ``changed`` fires after the application has been dressed anew.

    ``told`` says which of ours the system asks for now, for whoever chose to go by it.
    """

    changed = Signal()
    _current: ClassVar[Theme | None] = None

    def __init__(self, name: str = "light", scale: float = 1.0) -> None:
        super().__init__()
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._colours: dict[str, QColor] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self._caps: dict[str, float] = {}
        self._ground: QPalette | None = None
        self.told: Callable[[], str] = system_theme
        self._follows = False
        self._set(name, scale)

    @classmethod
    def current(cls) -> Theme:
        """The one theme of the application; a light one until another is applied."""
        if cls._current is None:
            cls._current = cls()
        return cls._current

    def _set(self, name: str, scale: float) -> None:
        self.choice, self.scale = name, scale
        self.name = self.told() if name == "system" else name
        self.tokens = _tokens(self.name)
        for cache in (self._fonts, self._metrics, self._colours, self._widths, self._caps):
            cache.clear()
        self._ground = None

    def start(self, name: str, scale: float) -> None:
        """Begin with a theme and a text size, before anything is painted; what is not one of ours is let go."""
        self._set(name if name in THEMES else "light", scale if scale in SCALES else 1.0)

    def switch(self, name: str | None = None, scale: float | None = None) -> None:
        """Change theme (one of THEMES) or text size (1.0 to 2.0) in the running window."""
        self._set(name or self.choice, scale or self.scale)
        self.dress()
        self.changed.emit()

    def follow(self) -> None:
        """From now on what the system changes, by its settings or at dusk, is taken over while the window stands."""
        if self._follows:
            return
        self._follows, hints = True, QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.look_again)
        hints.accessibility().contrastPreferenceChanged.connect(self.look_again)

    def look_again(self, *_told: object) -> None:
        """Ask the system once more; only who goes by it, and sees another theme for it, is dressed anew."""
        if self.choice == "system" and self.told() != self.name:
            self.switch()

    def dress(self) -> None:
        """Give the application this theme's palette, font and style sheet."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.dress_first(app)
            app.setStyleSheet(self.style_sheet())

    def dress_first(self, app: QApplication) -> None:
        """What the first paint needs: type and colours. The sheet is for fields and menus, and costs a pass over all."""
        app.setFont(self.font("body"))
        app.setPalette(self.ground())

    @property
    def is_large(self) -> bool:
        """From 150 % on, the rail is slim and the pane overlays (look, section 7)."""
        return self.scale >= 1.5

    def colour(self, token: str) -> QColor:
        """A token's colour, or a literal ``#rrggbb``."""
        if token not in self._colours:
            self._colours[token] = QColor(self.tokens.get(token, token))
        return self._colours[token]

    def pen(self, token: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        return QPen(self.colour(token), width, style)

    def font(self, role: str) -> QFont:
        """The font of a role of TYPE at the present text size; tabular figures are built into the files."""
        if role not in self._fonts:
            self._fonts[role] = self._made(role)
        return self._fonts[role]

    def _made(self, role: str) -> QFont:
        pixels, _, weight, family, tracking = TYPE[role]
        font = QFont(family)
        font.setPixelSize(self.px(pixels))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if tracking:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.pixelSize() * tracking / 100)
        return font

    def metrics(self, role: str) -> QFontMetricsF:
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def width(self, role: str, text: str) -> float:
        """How wide ``text`` runs in ``role``; kept, since a board shows the same words again and again."""
        key = (role, text)
        if key not in self._widths:
            if len(self._widths) >= MEASURED:
                self._widths.clear()
            self._widths[key] = self.metrics(role).horizontalAdvance(text)
        return self._widths[key]

    def cap(self, role: str) -> float:
        """The height of a capital, by which a line is centred."""
        if role not in self._caps:
            self._caps[role] = self.metrics(role).capHeight()
        return self._caps[role]

    def line(self, role: str) -> int:
        """The line height of a role, scaled."""
        return self.px(TYPE[role][1])

    def px(self, pixels: float) -> int:
        """A measure that grows with the text: icons, rows, chips."""
        return round(pixels * self.scale)

    def space(self, pixels: float) -> int:
        """A gap, which grows half as fast as the text."""
        return round(pixels * (1 + (self.scale - 1) / 2))

    def ground(self) -> QPalette:
        """The palette of this theme, made once."""
        if self._ground is None:
            self._ground = self._made_palette()
        return self._ground

    def _made_palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("t3"))
        return palette

    def style_sheet(self) -> str:
        """The style sheet: resources/styles/desk.qss with this theme's colours and sizes filled in."""
        sheet = (RESOURCES / "styles" / "desk.qss").read_text("utf-8")
        sizes = {f"px{n}": f"{self.px(n)}px" for n in (10, 11, 12, 13, 14, 16, 20, 24, 28, 34)}
        gaps = {f"gap{n}": f"{self.space(n)}px" for n in (2, 4, 6, 8, 10, 11, 12, 16)}
        ground = "light" if self.name == "dark" else "dark"
        check = (RESOURCES / "styles" / f"check-on-{ground}.svg").as_posix()
        return Template(sheet).substitute(self.tokens, **sizes, **gaps, check=check)


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Register the bundled type, once; an installed copy is never relied on."""
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def system_theme() -> str:
    """The theme that the system asks for: high contrast before all, then dark or light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high_contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _tokens(name: str) -> dict[str, str]:
    if name == "high_contrast":
        return high_contrast(_system_colours())
    return dict(DARK if name == "dark" else LIGHT)


def _system_colours() -> dict[str, str]:
    """The system's own colours: an empty palette of ours lets them through."""
    if QGuiApplication.instance() is not None:
        QGuiApplication.setPalette(QPalette())
    palette, roles = QGuiApplication.palette(), QPalette.ColorRole
    return {
        "window": palette.color(roles.Window).name(),
        "base": palette.color(roles.Base).name(),
        "text": palette.color(roles.Text).name(),
        "highlight": palette.color(roles.Highlight).name(),
        "highlighted_text": palette.color(roles.HighlightedText).name(),
    }
