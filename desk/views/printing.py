"""Paper: a document of plain black on white, printed or kept as a PDF, on Letter or A4."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desk.views.theme import FAMILY

SIZES = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}
_MARGIN_MM, _POINTS = 12.0, 8
_SHEET = "body { color: #000000; } th { text-align: left; } td, th { padding: 2px 6px 2px 0; }"


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
