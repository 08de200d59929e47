"""Words people read. Every sentence passes ``say``, so that it can be translated and keeps its named values.

US English, sentence case, no exclamation marks, no blame. ``make words`` collects them for translation. What the engine says comes
through the bridge in the person's language already; ``told`` says what a view takes from models itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTranslator

from desk.models.snapshots.said import said_again

if TYPE_CHECKING:  # only where a language is spoken that is not the engine's own
    from desk.views.told import Told

_TOLD: list[Told] = []  # at most one


def say(sentence: str, /, **values: object) -> str:
    """``sentence`` in the person's language, with its named values filled in: say("{n} over", n=3)."""
    words = QCoreApplication.translate("desk", sentence)
    return words.format(**values) if values else words


def told(words: str) -> str:
    """The engine's ``words`` in the person's language."""
    return _TOLD[0].tell(words) if _TOLD else words


def told_again(answer: Any) -> Any:
    """What the engine answered elsewhere than through the bridge, with its own words in the person's language."""
    return said_again(answer, told) if _TOLD else answer


def teller() -> Callable[[str], str] | None:
    """Says the engine's words in the person's language; None where that is the engine's own."""
    return told if _TOLD else None


def speak(language: QTranslator | None, sentences: Iterable[str] = ()) -> None:
    """Speak ``language`` from now on, with the catalogue's ``sentences``; None: US English. Words already on screen stay."""
    from desk.views.told import Told

    _TOLD.clear()
    if language is not None:
        QCoreApplication.installTranslator(language)
        _TOLD.append(Told(sentences, say))


STAGES = ("new", "contacted", "engaged", "qualified", "appointment_set", "sold", "lost")


#: Each word by itself, since a card asks for one of them at every step of the wheel.
_STAGE_WORDS: dict[str, Callable[[], str]] = {
    "new": lambda: say("New"),
    "contacted": lambda: say("Contacted"),
    "engaged": lambda: say("Engaged"),
    "qualified": lambda: say("Qualified"),
    "appointment_set": lambda: say("Appointment Set"),
    "sold": lambda: say("Sold"),
    "lost": lambda: say("Lost"),
}
_BAND_WORDS: dict[str, Callable[[], str]] = {
    "extremely_hot": lambda: say("Extremely hot"),
    "hot": lambda: say("Hot"),
    "warm": lambda: say("Warm"),
    "cool": lambda: say("Cool"),
    "cold": lambda: say("Cold"),
}
_CLASS_WORDS: dict[str, Callable[[], str]] = {
    "1": lambda: say("1st"),
    "2": lambda: say("2nd"),
    "3": lambda: say("3rd"),
}


def stage_words(stage: str) -> str:
    """A stage as people write it; a stage that is not ours shows as it came."""
    return _STAGE_WORDS[stage]() if stage in _STAGE_WORDS else stage


def band_words(band: str) -> str:
    """A temperature band: always beside its number."""
    return _BAND_WORDS[band]() if band in _BAND_WORDS else band


def ai_words(state: str) -> str:
    """The assistant's state at a lead, as its title."""
    return {
        "on": say("On"),
        "reactive": say("Reactive only"),
        "handed_off": say("Handed off"),
        "backed_off": say("Backed off"),
        "paused_by_status": say("Paused by status"),
        "off": say("Off"),
        "opted_out": say("Opted out"),
    }.get(state, state)


def ai_line(state: str) -> str:
    """What that state means, in one line (look, section 3)."""
    return {
        "on": say("Sends on schedule and answers replies"),
        "reactive": say("Turned back on. Answers, never writes first"),
        "handed_off": say("Waiting for a person. Writes only to say so"),
        "backed_off": say("Customer is already working with someone"),
        "paused_by_status": say("A status such as Deposit Taken stops it"),
        "off": say("Sends nothing. Staff do all follow-up"),
        "opted_out": say("Customer said stop. The assistant is silent"),
    }.get(state, "")


def source_class_words(source_class: str) -> str:
    """1st, 2nd or 3rd party, as the tag on a card."""
    digit = source_class[:1]
    return _CLASS_WORDS[digit]() if digit in _CLASS_WORDS else source_class
