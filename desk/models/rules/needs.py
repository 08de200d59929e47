"""The needs assessment: which question comes next, which answers may stand, and when enough is known (FLOW-07, LEAD-06)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desk.models.playbook import Playbook

ASSESSED = "assessed"


def questions(book: Playbook) -> tuple[Mapping[str, Any], ...]:
    """The store's questions in their order: ``key``, ``ask``, and where given ``several`` and ``choices``."""
    return tuple(book.get("needs.question"))


def open_questions(known: Mapping[str, Any], book: Playbook) -> tuple[Mapping[str, Any], ...]:
    """What is still to be asked; the first is the next one."""
    return tuple(question for question in questions(book) if not known.get(question["key"]))


def enough(known: Mapping[str, Any], book: Playbook) -> bool:
    """Whether the assessment is done as the store defines it."""
    return all(known.get(key) for key in book.words_list("needs.enough"))


def mistakes(answers: Mapping[str, Any], book: Playbook) -> Iterator[tuple[str, str]]:
    """Answers that may not stand: the question's key, and what is allowed."""
    asked = {question["key"]: question for question in questions(book)}
    for key, answer in answers.items():
        question = asked.get(key)
        if question is None:
            yield key, f"Answer one of {', '.join(asked)}."
        elif not isinstance(answer, str) and not (question.get("several") and _words(answer)):
            yield key, "Give words, or a list of them where several count." if question.get("several") else "Give words."  # fmt: skip
        elif question.get("choices") and answer and answer not in question["choices"]:
            yield key, f"Choose {' or '.join(question['choices'])}."


def _words(answer: Any) -> bool:
    return isinstance(answer, list | tuple) and all(isinstance(item, str) for item in answer)


def taken(known: Mapping[str, Any], answers: Mapping[str, Any], book: Playbook) -> dict[str, Any]:
    """What is known after these answers; an empty one takes an answer back."""
    told = {key: list(answer) if isinstance(answer, tuple) else answer for key, answer in answers.items()}
    merged = {key: value for key, value in {**known, **told}.items() if value and key != ASSESSED}
    return merged | ({ASSESSED: True} if enough(merged, book) else {})
