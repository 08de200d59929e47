"""Lessons lie in the store, are explained, fill in guesses, and can be taken back (LEAD-02)."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest
from sqlalchemy import select

from desk.models.commands import ForgetLesson, TakeMail, TeachReader
from desk.models.conversation import Quarantine
from desk.models.errors import BadInput, Refused
from desk.models.intake.lessons import Lesson, Mark
from desk.services.reader import reading
from tests.services.desk_fixture import DANA, SmallDesk

SENDER = "notify@tvcars.example"
LESSON = Lesson(SENDER, (Mark("name", "Who is it"), Mark("phone", "Reach them at")), "Treasure Valley Cars")


def mail(number: int, text: str, sender: str = SENDER) -> TakeMail:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "sales@store.example", f"New lead #{number}"
    made["Message-ID"] = f"<{number}@tvcars.example>"
    made.set_content(text)
    return TakeMail(raw=made.as_bytes())


def notice(name: str, phone: str) -> str:
    return f"Hello,\n\n * Who is it .... {name}\n * Reach them at  {phone}\n\nYou have a listing with us."


@pytest.fixture
def desk() -> SmallDesk:
    made = SmallDesk()
    assert made.run(mail(1, notice("Cora Linden", "208.555.0163"))) == "quarantined"
    return made


def waiting(desk: SmallDesk) -> list[Quarantine]:
    with desk.desk.store.reading() as session:
        return list(session.scalars(select(Quarantine).order_by(Quarantine.subject)))


def views(desk: SmallDesk) -> Any:
    with reading(
        desk.desk.store, desk.clock.now, lambda: "dana", desk.desk.facts, lambda: desk.desk.book
    )() as read:
        return read.quarantine()


def teach(desk: SmallDesk, lesson: Lesson = LESSON) -> str:
    taught = desk.run(TeachReader(quarantine_id=waiting(desk)[0].id, lesson=lesson, by=DANA))
    assert isinstance(taught, str)
    return taught


@pytest.mark.requirement("LEAD-02")
def test_the_next_mail_is_read_others_that_wait_are_filled_in_and_a_strange_one_still_waits(
    desk: SmallDesk,
) -> None:
    desk.run(mail(2, notice("Ann Lee", "208.555.0164")))
    lesson_id = teach(desk)
    told = desk.desk.facts().settings["reader.lessons"][lesson_id]
    assert (told["by"], told["subject"]) == ("Dana Whit", "New lead #1")
    assert {dict(view.guesses)["name"] for view in views(desk)} == {"Cora Linden", "Ann Lee"}
    assert desk.run(mail(3, notice("Ben Okafor", "208.555.0170"))) == "new"
    assert desk.run(mail(4, "Hello,\n\nNo such words here.")) == "quarantined"
    assert desk.run(mail(5, notice("Eve Hart", "208.555.0171"), "other@else.example")) == "quarantined"


@pytest.mark.requirement("LEAD-02")
def test_a_lesson_that_is_forgotten_reads_nothing_more(desk: SmallDesk) -> None:
    lesson_id = teach(desk)
    desk.run(ForgetLesson(lesson_id=lesson_id, by=DANA))
    assert desk.run(mail(2, notice("Ben Okafor", "208.555.0170"))) == "quarantined"
    with pytest.raises(BadInput):
        desk.run(ForgetLesson(lesson_id=lesson_id, by=DANA))


@pytest.mark.requirement("LEAD-02")
def test_the_same_words_taught_again_take_the_place_of_the_first(desk: SmallDesk) -> None:
    first, second = teach(desk), teach(desk)
    assert list(desk.desk.facts().settings["reader.lessons"]) == [second]
    assert first != second


@pytest.mark.requirement("LEAD-02")
@pytest.mark.parametrize(
    "lesson",
    [
        Lesson(SENDER, (Mark("name", "Buyer"),)),
        Lesson("somebody@else.example", LESSON.marks),
    ],
)
def test_what_would_not_read_the_mail_itself_is_refused(desk: SmallDesk, lesson: Lesson) -> None:
    with pytest.raises(Refused):
        teach(desk, lesson)
    assert desk.desk.facts().settings["reader.lessons"] == {}


@pytest.mark.requirement("LEAD-02")
def test_what_the_shipped_reader_reads_is_not_touched_by_a_lesson(desk: SmallDesk) -> None:
    teach(desk)
    text = "Name: Ann Lee\nPhone: 208-555-0164\nVehicle: 2022 Toyota RAV4\nWho is it .... Somebody Else\nReach them at 208.555.0199"
    assert desk.run(mail(7, text)) == "new"
    assert not [
        happened for changes in desk.changes for happened in changes.happened if happened.data.get("read")
    ]
