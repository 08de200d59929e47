"""Words people read. Every sentence passes ``say``, so that it can be translated and keeps its named values.

US English, sentence case, no exclamation marks, no blame. Collect for translation with
``lupdate -tr-function-alias QT_TRANSLATE_NOOP+=say``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def say(sentence: str, /, **values: object) -> str:
    """``sentence`` in the person's language, with its named values filled in: say("{n} over", n=3)."""
    words = QCoreApplication.translate("desk", sentence)
    return words.format(**values) if values else words


STAGES = ("new", "contacted", "engaged", "qualified", "appointment_set", "sold", "lost")


def stage_words(stage: str) -> str:
    """A stage as people write it; a stage that is not ours shows as it came."""
    return {
        "new": say("New"),
        "contacted": say("Contacted"),
        "engaged": say("Engaged"),
        "qualified": say("Qualified"),
        "appointment_set": say("Appointment Set"),
        "sold": say("Sold"),
        "lost": say("Lost"),
    }.get(stage, stage)


def band_words(band: str) -> str:
    """A temperature band: always beside its number."""
    return {
        "extremely_hot": say("Extremely hot"),
        "hot": say("Hot"),
        "warm": say("Warm"),
        "cool": say("Cool"),
        "cold": say("Cold"),
    }.get(band, band)


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
    return {"1": say("1st"), "2": say("2nd"), "3": say("3rd")}.get(digit, source_class)
