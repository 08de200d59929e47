"""What the engine said, said again in another language: found by its pattern, piece by piece, and nobody's own words touched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desk.views.inbox.merge_rows import told_marked
from desk.views.text import speak
from desk.views.told import Told
from tests.views.screens.seen_words import Bracketed

pytestmark = pytest.mark.requirement("DESK-11")
GERMAN = {
    "Waits until {when}": "Wartet bis {when}",
    "{name} is on shift and next in turn": "{name} hat Dienst und ist an der Reihe",
    "{one} and {two}": "{one} und {two}",
    "Call {called}": "{called} anrufen",
    "Step {number} of {count}": "Stufe {number} von {count}",
    "repeat {repeats}": "{repeats}. Wiederholung",
    "Task overdue": "Aufgabe überfällig",
    "wants a person": "möchte mit jemandem sprechen",
    "Same name": "Gleicher Name",
    "The customer wrote by {channel}: {wishes}": "Der Kunde schrieb per {channel}: {wishes}",
    "email": "E-Mail",
    "call me": "Rückruf",
    "the customer": "der Kunde",
    "said stop": "hat Stopp gesagt",
}


@pytest.fixture
def told() -> Told:
    return Told(GERMAN, lambda sentence: GERMAN[sentence])


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("Waits until Tue 9:00 AM", "Wartet bis Tue 9:00 AM"),
        ("Call the customer", "der Kunde anrufen"),
        ("Step 3 of 4, repeat 1", "Stufe 3 von 4, 1. Wiederholung"),
        ("Task overdue (Call Kim Doe)", "Aufgabe überfällig (Kim Doe anrufen)"),
        ("Kim Doe wants a person", "Kim Doe möchte mit jemandem sprechen"),
        ("said stop Mar 3 (“STOP”)", "hat Stopp gesagt Mar 3 (“STOP”)"),
        ("The customer wrote by email: call_me", "Der Kunde schrieb per E-Mail: Rückruf"),
        ("Kim and Ana", "Kim und Ana"),
        ("same name.", "gleicher Name."),
        ("Ana is on shift and next in turn", "Ana hat Dienst und ist an der Reihe"),
    ],
)
def test_a_sentence_is_found_by_its_pattern_and_its_values_are_said_too(
    told: Told, said: str, again: str
) -> None:
    assert told.tell(said) == again


@pytest.mark.parametrize(
    "words",
    ["", "Kim Doe", "2022 Toyota RAV4 · N24023", "“Call me and wait”", "(208) 555-0101", "Ana Ruiz, Cedar Ridge Motors",
     "Hi Kim, your form about the car is in; tell me when and where you would like to see it, and bring a friend."],
)  # fmt: skip
def test_names_numbers_and_what_people_wrote_stay_as_they_are(told: Told, words: str) -> None:
    assert told.tell(words) == words


def test_marks_stay_on_what_they_mark(qtbot: QtBot) -> None:
    """One digit of two phones differs: each stays marked where the word between them is longer (LEAD-11)."""
    words, marks = "0101 and 0111", (2, 11)
    language = Bracketed()
    speak(language, ["{one} and {two}"])
    try:
        again, moved = told_marked(words, marks)
    finally:
        QCoreApplication.removeTranslator(language)
        speak(None)
    assert again == "0101 ⟦and⟧ 0111"
    assert "".join(again[mark] for mark in sorted(moved)) == "".join(words[mark] for mark in marks)


def test_of_all_ways_to_read_it_the_one_counts_that_leaves_the_fewest_letters_unsaid() -> None:
    """Not the sentence that says more itself, if it lets more of its values go by."""
    words = {"The customer wrote {what}": "A {what}", "The customer {did}": "B {did}", "wrote by email": "C"}
    told = Told(words, lambda sentence: words[sentence])
    assert told.tell("The customer wrote by email") == "B C"
    assert told.tell("The customer wrote Kim") == "A Kim"
