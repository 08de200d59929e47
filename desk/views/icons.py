"""Line icons (Lucide, ISC) drawn in the colour of the text beside them; read when first drawn, then kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk.paths import RESOURCES

#: What a next step, a channel or a source is called -> its icon. An icon's own name works too.
NAMES = {
    "ai": "sparkles",
    "appointment": "calendar-check",
    "assign": "user-plus",
    "bell": "concierge-bell",
    "call": "phone",
    "chat": "message-square",
    "confirm": "user-round",
    "delivery": "truck",
    "email": "mail",
    "handoff": "concierge-bell",
    "hold": "pause",
    "letter": "file-text",
    "message": "message-square",
    "marketplace": "store",
    "note": "sticky-note",
    "oem": "factory",
    "opted_out": "ban",
    "phone": "phone",
    "reengage": "rotate-ccw",
    "referral": "handshake",
    "review": "star",
    "social": "megaphone",
    "task": "list-checks",
    "text": "message-square",
    "user": "user-round",
    "trade_in": "arrow-left-right",
    "vehicle": "car",
    "visit": "calendar",
    "walk_in": "footprints",
    "warning": "triangle-alert",
    "website": "globe",
}


def icon_name(kind: str) -> str:
    """The icon that stands for a kind; the kind itself where it is an icon's name already."""
    return NAMES.get(kind, kind)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    file = RESOURCES / "icons" / f"{name}.svg"
    return file.read_text("utf-8") if file.exists() else _source("info")


def _drawn(name: str, size: float, colour: str) -> QByteArray:
    """The icon's drawing, with our stroke: stronger at 12 px, so that large and small weigh the same."""
    stroke = 2.2 if size <= 13 else 1.8
    svg = (
        _source(name).replace('stroke-width="2"', f'stroke-width="{stroke}"').replace("currentColor", colour)
    )
    return QByteArray(svg.encode())


@lru_cache(maxsize=1024)
def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """The icon in ``colour`` (#rrggbb), ``size`` logical pixels, for a screen of that device ratio."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(_drawn(name, size, colour)).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint_icon(p: QPainter, kind: str, x: float, y: float, size: int, colour: str) -> None:
    """Paint an icon with its top left at (x, y)."""
    p.drawPixmap(QPointF(x, y), pixmap(icon_name(kind), size, colour, p.device().devicePixelRatioF()))


@lru_cache(maxsize=64)
def mark(size: int, ground: str, bell: str, ratio: float = 1.0) -> QPixmap:
    """The product's mark, a desk bell in a rounded square, in the theme's colours."""
    svg = (RESOURCES / "icons" / "app.svg").read_text("utf-8")
    svg = svg.replace("#0E5C76", ground).replace("#FFFFFF", bell)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def app_icon(ground: str, bell: str) -> QIcon:
    """The mark for the window and the tray, in the sizes systems ask for."""
    made = QIcon()
    for size in (16, 22, 24, 32, 48, 64, 128, 256):
        made.addPixmap(mark(size, ground, bell))
    return made
