"""How the customer may be reached: one tile per address, the preferred one first (COMPLY-03)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.models.snapshots.lead import ConsentTile
from desk.views import paint
from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.text import say, told
from desk.views.theme import Theme

ICONS = {"text": "message-square", "email": "mail", "call": "phone"}


def verdict(tile: ConsentTile) -> tuple[str, str, str]:
    """Icon, colour and words: Text OK, No calls; why stands in the tooltip."""
    icon, ink = ("check", "ok") if tile.ok else ("ban", "bad")
    return icon, ink, tile.words.partition(":")[0]


class Tile(w.Painted):
    """One address, its role and preference, and whether it may be used; the address can be copied."""

    def __init__(self, tile: ConsentTile, parent: QWidget | None = None) -> None:
        self.tile = tile
        super().__init__(f"{tile.shown}, {self.caption()}, {tile.words}", parent)
        self.setToolTip(tile.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def caption(self) -> str:
        role = {"cellphone": say("Mobile"), "phone": say("Phone")}.get(
            self.tile.role, told(self.tile.role.capitalize())
        )
        role = role or {"email": say("Email"), "text": say("Phone"), "call": say("Phone")}[self.tile.channel]
        if not self.tile.preferred:
            return role
        return say("{role} · preferred: {channel}", role=role, channel=told(self.tile.channel))

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.px(120), t.px(42)

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(96), Theme.current().px(42))

    def draw(self, p: QPainter, t: Theme) -> None:
        fill, edge = ("accent_tint", "accent") if self.tile.preferred else ("surface", "line")
        paint.rounded(p, QRectF(self.rect()), 8, fill, t, t.pen(edge))
        x, middle, right = t.space(10), self.height() / 2, self.width() - t.space(9)
        paint_icon(p, ICONS[self.tile.channel], x, middle - t.px(8), t.px(16), t.tokens["t2"])
        x += t.px(16) + t.space(9)
        right -= self._verdict(p, right, middle, t) + t.space(6)
        ink = "accent" if self.tile.preferred else "t3"
        shown = paint.elided("row", self.tile.shown, right - x, t)
        paint.text(p, "row", "t1", x, middle - t.px(8), shown, t)
        paint.text(
            p,
            "caption_medium",
            ink,
            x,
            middle + t.px(9),
            paint.elided("caption_medium", self.caption(), right - x, t),
            t,
        )

    def _verdict(self, p: QPainter, right: float, middle: float, t: Theme) -> float:
        icon, ink, words = verdict(self.tile)
        if self.width() < t.px(190):
            paint_icon(p, icon, right - t.px(14), middle - t.px(7), t.px(14), t.tokens[ink])
            return float(t.px(14))
        width = t.width("secondary_medium", words) + t.px(14) + t.space(3)
        paint_icon(p, icon, right - width, middle - t.px(7), t.px(14), t.tokens[ink])
        paint.text_right(p, "secondary_medium", ink, right, middle, words, t)
        return width
