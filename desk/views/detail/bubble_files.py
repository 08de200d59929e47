"""The files of a message in its bubble: laid out and painted one a line, opened and saved by mouse and by keys (FLOW-15)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desk.models.attached import FileLine, PutDown
from desk.views import paint
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme

if TYPE_CHECKING:
    from desk.views.detail.open_lead import OpenLead

LINE = 24


@dataclass(frozen=True, slots=True)
class FileLaid:
    """Where a file stands in its bubble: the whole line opens it, its right end saves it."""

    file: FileLine
    line: QRectF
    save: QRectF


def lay_files(files: Iterable[FileLine], x: float, y: float, width: float, t: Theme) -> tuple[FileLaid, ...]:
    """One a line, each high enough for a finger; ``x`` and ``width`` are those of the text above."""
    high = max(t.px(LINE), t.line("secondary_medium"))
    lines = [(file, QRectF(x, y + number * high, width, high)) for number, file in enumerate(files)]
    return tuple(
        FileLaid(file, line, QRectF(line.right() - high, line.top(), high, high)) for file, line in lines
    )


def paint_file(p: QPainter, laid: FileLaid, t: Theme) -> None:
    """A clip, the name, the size, and the sign that saves it."""
    line, middle, icon = laid.line, laid.line.center().y(), t.px(13)
    is_here, told = laid.file.state == "here", state_words(laid.file)
    sign = "paperclip" if is_here else "clock" if laid.file.state == "coming" else "circle-alert"
    paint_icon(p, sign, line.left(), middle - icon / 2, icon, t.tokens["t2"])
    x, size = line.left() + t.px(18), t.width("secondary", told)
    room = (laid.save.left() if is_here else line.right()) - x - size - t.space(16)
    name = paint.elided("secondary_medium", name_of(laid.file), room, t)
    x += paint.text(p, "secondary_medium", "accent" if is_here else "t2", x, middle, name, t) + t.space(8)
    paint.text(p, "secondary", "t3", x, middle, told, t)
    if not is_here:
        return
    paint_icon(p, "download", laid.save.center().x() - icon / 2, middle - icon / 2, icon, t.tokens["t2"])


def name_of(file: FileLine) -> str:
    """A file's name; what came by text has none before it is here."""
    return file.name or say("Photo or file")


def state_words(file: FileLine) -> str:
    """How large it is, or why it is not here."""
    if file.state == "coming":
        return say("on its way from the texting provider")
    return file.size if file.state == "here" else say("did not come; ask for it by email")


def touched(files: Iterable[FileLaid], at: QPointF) -> tuple[str, FileLine] | None:
    """What a click at this place asks: open or save, and which file."""
    laid = next((one for one in files if one.file.state == "here" and one.line.contains(at)), None)
    return None if laid is None else ("save" if laid.save.contains(at) else "open", laid.file)


def file_words(act: str, name: str) -> str:
    return say("Save {name} as …", name=name) if act == "save" else say("Open {name}", name=name)


class FileDoor(QObject):
    """Opens files in the computer's own program and saves them. ``said``: what a person must know of it.

    What a file is, its bytes say: a program, a script or something nobody can tell is saved and never opened. ``ask_place`` asks
    where a file of this name shall lie; "" for nowhere.
    """

    said = Signal(str)

    def __init__(self, lead: OpenLead, parent: QWidget) -> None:
        super().__init__(parent)
        self._lead, self._over = lead, parent
        self.ask_place: Callable[[str], str] = self._asked_place
        self.menu: QMenu | None = None

    def act(self, act: str, file: FileLine) -> None:
        """``act``: open or save."""
        if act == "save":
            self._save(file)
        else:
            self._lead.ask(lambda read: read.put_down(file.id), lambda down: self._open(file, down))

    def _open(self, file: FileLine, down: PutDown) -> None:
        if not down.path:
            self.said.emit(down.words)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(down.path)):
            self.said.emit(
                say(
                    "No program on this computer opens {name}. Save it, and open it elsewhere.",
                    name=file.name,
                )
            )

    def _save(self, file: FileLine) -> None:
        place = self.ask_place(file.name)
        if place:
            self._lead.ask(lambda read: read.save_file(file.id, place), self.said.emit)

    def _asked_place(self, name: str) -> str:
        place, _kind = QFileDialog.getSaveFileName(self._over, say("Save file"), name)
        return place

    def offer(self, files: Iterable[FileLine], at: QPoint) -> None:
        """Both acts for each of these files, ``at`` a place on the screen."""
        self.menu = menu = QMenu(self._over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget_menu)
        for file in files:
            for act in ("open", "save"):
                given = menu.addAction(file_words(act, file.name))
                given.triggered.connect(lambda _=False, act=act, file=file: self.act(act, file))
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _forget_menu(self) -> None:
        self.menu = None
