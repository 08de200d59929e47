"""The language of this computer, where the desk speaks it: ``resources/words/desk_LANGUAGE.qm`` beside the catalogue."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desk.paths import RESOURCES

WORDS = RESOURCES / "words"


def speak_here(locale: QLocale | None = None, folder: Path = WORDS) -> bool:
    """Speak this computer's language from now on, if there is one for it; else the engine's US English. Called before any window."""
    if not any(folder.glob("desk_*.qm")):
        return False
    language = QTranslator(QCoreApplication.instance())
    if not language.load(locale or QLocale(), "desk", "_", str(folder), ".qm"):
        return False
    from desk.app.catalogue import CATALOGUE, read_ts
    from desk.views.text import speak

    speak(language, read_ts(CATALOGUE))
    return True
