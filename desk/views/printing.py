"""Paper: a document of plain black on white, printed or kept as a PDF, on Letter or A4."""

from __future__ import annotations

import errno
from html import escape
from pathlib import Path

from PySide6.QtCore import QIODevice, QLocale, QMarginsF, QRectF, QSaveFile, QSizeF
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
    """Keep the document as a PDF, whole or not at all. ``size``: letter or a4. Raises OSError where it cannot be written."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(errno.EIO, file.errorString(), str(path))
    _print_pdf(body, file, size)
    if not file.commit():
        raise OSError(errno.EIO, file.errorString(), str(path))


def _print_pdf(body: str, file: QIODevice, size: str) -> None:
    writer = QPdfWriter(file)
    writer.setResolution(144)
    writer.setPageLayout(_layout(size))
    print_on(body, writer)


def print_on(body: str, paper: QPdfWriter | QPrinter) -> None:
    """Print on this paper as it lies: Qt's own margins and page numbers would take the room of a second page."""
    made = document(body)
    made.setPageSize(QSizeF(paper.width(), paper.height()))
    made.documentLayout().setPaintDevice(paper)
    made.print_(paper)


def _layout(size: str) -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    page = QPageSize(SIZES[size])
    return QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def print_out(body: str, parent: QWidget) -> None:
    """Ask for a printer (or a PDF file) and its paper, and print; the paper is the country's unless another is chosen."""
    printer = printer_for(usual_size())
    asking = QPrintDialog(printer, parent)
    if asking.exec() == QPrintDialog.DialogCode.Accepted:
        print_on(body, printer)


def printer_for(size: str) -> QPrinter:
    """The computer's usual printer, with this paper and our margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_layout(size))
    return printer


def usual_size() -> str:
    """Letter where one measures in inches, else A4."""
    inches = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if inches else "a4"


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
