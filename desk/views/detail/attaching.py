"""Files that go along with an e-mail: chosen, dropped or pasted, each named with its size, and taken off again (FLOW-15)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.attached import Attached, LookedAt
from desk.models.attaching import size_words
from desk.views import widgets as w
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.widgets.rows import emptied


class AttachedFiles(QWidget):
    """``changed``: a file came or went. ``refused``: why some stayed, in sentences. ``ask_paths`` asks which files; () for none."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = lead
        self.files: tuple[Attached, ...] = ()
        self.ask_paths: Callable[[], Sequence[str]] = self._asked_paths
        self.buttons: list[w.IconButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self.setAccessibleName(say("Files that go along"))

    def show_files(self, files: tuple[Attached, ...]) -> None:
        """These and no others."""
        self.files = files
        emptied(self._rows)
        self.buttons = []
        together = Theme.current().is_large and len(files) > 1  # one line, so that the words keep their place
        for group in (files,) if together else ((file,) for file in files):
            self._rows.addLayout(self._row(group))
        self.changed.emit()

    def _row(self, group: tuple[Attached, ...]) -> QHBoxLayout:
        """Files in one line; the cross takes the last of them off."""
        row, size = QHBoxLayout(), size_words(sum(len(file.data) for file in group))
        row.setSpacing(6)
        last = group[-1]
        off = w.IconButton("x", say("Take {name} off", name=last.name), size=24)
        off.clicked.connect(lambda: self.show_files(tuple(one for one in self.files if one is not last)))
        self.buttons.append(off)
        row.addWidget(w.Icon("paperclip", "t2", 14))
        names = ", ".join(file.name for file in group)
        told = say("{n} files: {names}", n=len(group), names=names) if len(group) > 1 else names
        row.addWidget(w.ElidedWords(told, "secondary_medium", "t1"), 1)
        row.addWidget(w.Words(size, "secondary", "t3"))
        row.addWidget(off)
        return row

    # --- ways in ---

    def choose(self) -> None:
        """By the computer's own file window."""
        self._look(tuple(self.ask_paths()), ())

    def _asked_paths(self) -> Sequence[str]:
        paths, _kinds = QFileDialog.getOpenFileNames(self, say("Attach files"))
        return paths

    def takes(self, data: QMimeData) -> bool:
        """Whether something dropped or pasted is a file or a picture, and not words."""
        return any(url.isLocalFile() for url in data.urls()) or (data.hasImage() and not data.hasText())

    def take(self, data: QMimeData) -> None:
        """Files, or the picture itself as one."""
        paths = tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile())
        image = data.imageData() if data.hasImage() and not paths else None
        self._look(paths, (_as_file(image),) if isinstance(image, QImage) else ())

    def _look(self, paths: Sequence[str], pasted: Sequence[Attached]) -> None:
        """Read and looked at on a reading thread; the lead that was open keeps what comes back."""
        if paths or pasted:
            lead_id, beside = self._lead.id, self.files
            self._lead.ask(
                lambda read: read.look_at_files(paths, pasted, beside),
                lambda found: self._looked(lead_id, found),
            )

    def _looked(self, lead_id: str, found: LookedAt) -> None:
        if lead_id != self._lead.id:
            return
        self.refused.emit("\n".join(found.refused))
        if found.taken:
            self.show_files((*self.files, *found.taken))


def _as_file(image: QImage) -> Attached:
    """A picture of the clipboard as PNG."""
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(out, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes here, Qt for a name
    return Attached("picture.png", bytes(out.data().data()))
