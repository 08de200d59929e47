"""Layouts of lead mails that people teach the reader, and take back (LEAD-02)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.models.commands import ForgetLesson, TeachReader
from desk.models.conversation import Quarantine
from desk.models.errors import BadInput, Refused
from desk.models.intake.lessons import Lesson, address_of
from desk.services.desk import handles
from desk.services.handlers.house import put_setting
from desk.services.lessons import LESSONS
from desk.services.work import Work


@handles(TeachReader)
def teach_reader(work: Work, command: TeachReader) -> str:
    """Raises Refused for a lesson that would not read the very mail it comes from."""
    row, lesson = work.session.get(Quarantine, command.quarantine_id), command.lesson
    if row is None:
        raise BadInput("There is nothing of that id in quarantine.", where=command.quarantine_id)
    if address_of(row.sender) != lesson.sender or not lesson.read(row.text):
        raise Refused(
            "The reader would not find these fields again.", action=command.act, missing=("labels",),
            do="Pick values that have words of their own before them.",
        )  # fmt: skip
    kept = {key: told for key, told in work.store.settings[LESSONS].items() if not _same(told, lesson)}
    lesson_id = work.new_id()
    kept[lesson_id] = lesson.to_json() | {
        "by": command.by.words,
        "at": work.now.isoformat(),
        "subject": row.subject,
    }
    put_setting(work, LESSONS, kept)
    work.kinds |= {"settings", "quarantine"}
    words = ", ".join(lesson.labels)
    work.tell(
        "lesson",
        row.lead_id,
        {"lesson": lesson_id, "taught": True},
        (f"Mails of this sender are read by: {words}",),
    )
    return lesson_id


def _same(told: Mapping[str, Any], lesson: Lesson) -> bool:
    return told["sender"] == lesson.sender and set(Lesson.from_json(told).labels) == set(lesson.labels)


@handles(ForgetLesson)
def forget_lesson(work: Work, command: ForgetLesson) -> None:
    kept = dict(work.store.settings[LESSONS])
    if kept.pop(command.lesson_id, None) is None:
        raise BadInput("There is no such layout.", where=command.lesson_id, do="Choose one of the list.")
    put_setting(work, LESSONS, kept)
    work.kinds |= {"settings", "quarantine"}
    work.tell(
        "lesson", None, {"lesson": command.lesson_id, "taught": False}, (f"Forgotten by {command.by.words}",)
    )
