"""Paper: a document of plain black on white, printed or kept as a PDF, on Letter or A4."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desk.views.theme import FAMILY

SIZES = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}
_MARGIN_MM, _POINTS = 10.0, 7.5
_SHEET = "h2, h4, p { margin-top: 4px; margin-bottom: 2px; } th { text-align: left; } td, th { padding-right: 6px; }"


def text(words: str) -> str:
    """Words as they stand on paper."""
    return escape(words)


def document(body: str) -> QTextDocument:
    """A document of the desk's type; ``body`` is HTML whose words went through ``text``."""
    made = QTextDocument()
    font = QFont(FAMILY)
    font.setPointSizeF(_POINTS)
    made.setDefaultFont(font)
    made.setDefaultStyleSheet(_SHEET)
    made.setHtml(body)
    return made


def save_pdf(body: str, path: Path, size: str = "letter") -> None:
    """Keep the document as a PDF. ``size``: letter or a4."""
    writer = QPdfWriter(str(path))
    writer.setResolution(144)
    writer.setPageLayout(_layout(size))
    made = document(body)
    made.setPageSize(QSizeF(writer.width(), writer.height()))
    made.documentLayout().setPaintDevice(writer)
    made.print_(writer)


def _layout(size: str) -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    page = QPageSize(SIZES[size])
    return QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def print_out(body: str, parent: QWidget) -> None:
    """Ask for a printer (or a PDF file) and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    asking = QPrintDialog(printer, parent)
    if asking.exec() == QPrintDialog.DialogCode.Accepted:
        document(body).print_(printer)


def picture(body: str, wide: int, high: int) -> QImage:
    """The first page as it would come out, 144 dots an inch."""
    made = document(body)
    edge = round(_MARGIN_MM / 25.4 * 144)
    page = QImage(wide, high, QImage.Format.Format_RGB32)
    page.fill(0xFFFFFF)
    page.setDotsPerMeterX(round(144 / 0.0254))
    page.setDotsPerMeterY(round(144 / 0.0254))
    made.documentLayout().setPaintDevice(page)
    made.setPageSize(QSizeF(wide - 2 * edge, high - 2 * edge))
    painter = QPainter(page)
    painter.translate(edge, edge)
    made.drawContents(painter, QRectF(0, 0, wide - 2 * edge, high - 2 * edge))
    painter.end()
    return page
