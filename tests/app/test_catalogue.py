"""The catalogue of what people read: gathered from the source, current, and ready for a translator's tools."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from pytestqt.qtbot import QtBot

from desk.app.catalogue import CATALOGUE, as_ts, made_ready, read_ts, sentences
from desk.app.language import speak_here
from desk.views.text import say, speak, told

pytestmark = pytest.mark.requirement("DESK-11")


def test_the_catalogue_is_current() -> None:
    known, said = set(read_ts(CATALOGUE)), set(sentences())
    told = f"new {sorted(said - known)[:5]}, gone {sorted(known - said)[:5]}"
    assert known == said, f"`make words` brings it up to date: {told}"


def test_it_holds_the_windows_words_the_engines_patterns_and_the_playbooks_names() -> None:
    known = read_ts(CATALOGUE)
    assert "Waits for approval" in known  # the window
    assert "{name} is on shift and next in turn" in known  # a reason of the rules
    assert "Unanswered lead of the store's own site" in known  # a ladder of the playbook
    assert "unread" in known  # a single word, marked
    assert "no answer voicemail" in known  # a code that is read as words


def test_a_choice_between_letters_is_a_sentence_for_each(tmp_path: Path) -> None:
    """So that a language with other plurals has both to translate."""
    known = read_ts(CATALOGUE)
    assert {
        "more specific than {others} other that fit",
        "more specific than {others} others that fit",
    } <= set(known)


def test_a_language_keeps_what_was_translated_and_qt_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "desk_es.ts"
    file.write_text(
        as_ts(["Call {called}", "Old & gone"], "es", {"Call {called}": "Llame a {called}"}), "utf-8"
    )
    made_ready(file, ["Call {called}", "A new one"])
    assert read_ts(file) == {"Call {called}": "Llame a {called}", "A new one": ""}
    spanish = QTranslator()
    assert spanish.load(str(file.with_suffix(".qm")))
    assert spanish.translate("desk", "Call {called}") == "Llame a {called}"
    assert not spanish.translate("desk", "A new one")


def test_the_desk_speaks_the_computers_language_where_it_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "desk_es.ts"
    file.write_text(
        as_ts(["Call {full}", "Sold"], "es", {"Call {full}": "Llame a {full}", "Sold": "Vendido"}),
        "utf-8",
    )
    assert not speak_here(QLocale("es_MX"), tmp_path)
    made_ready(file, ["Call {full}", "Sold"])
    assert not speak_here(QLocale("fr_FR"), tmp_path)
    try:
        assert speak_here(QLocale("es_MX"), tmp_path)
        assert (say("Sold"), told("Call Kim Doe")) == ("Vendido", "Llame a Kim Doe")
    finally:
        for language in QCoreApplication.instance().findChildren(QTranslator):
            QCoreApplication.removeTranslator(language)
        speak(None)
    assert (say("Sold"), told("Call Kim Doe")) == ("Sold", "Call Kim Doe")
