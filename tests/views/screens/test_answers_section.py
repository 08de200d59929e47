"""The knowledge bank in the settings: found, tried, saved in versions by those who may, retired with a reason (AI-13)."""

from __future__ import annotations

import pytest

from desk.models.by import By
from desk.models.commands import SaveKnowledge, SaveStaff
from desk.views.settings.answers import AnswersPage
from tests.views.screens.conftest import SeatedDesk

KAY = By("staff", "kay", "knowledge_admin", "Kay Ruiz")


@pytest.fixture
def page(seated: SeatedDesk) -> AnswersPage:
    seated.run(SaveStaff(staff_id="kay", values={"name": "Kay Ruiz", "role": "knowledge_admin"}))
    for question, answer in (
        ("Do you ship?", "Ask us for the way."),
        ("Can I bring my dog?", "Dogs on a leash are welcome."),
    ):
        seated.run(SaveKnowledge(by=KAY, question=question, answer=answer))
    seated.sits = KAY
    made = AnswersPage(seated.bridge, seated.window.zone)
    seated.window.add_screen("answers-test", made)
    seated.window.show_screen("answers-test")
    made.read()
    seated.until(lambda: "answers" in made.count.text())
    return made


def rows(page: AnswersPage) -> list[str]:
    found = (page.list.itemAt(place) for place in range(page.list.count()))
    return [item.widget().text() for item in found if item is not None and item.widget() is not None]


@pytest.mark.requirement("AI-13")
def test_an_answer_is_found_changed_and_kept_as_a_new_version(seated: SeatedDesk, page: AnswersPage) -> None:
    page.find.setText("leash")
    seated.until(lambda: rows(page) == ["Can I bring my dog?"])
    page.choose(seated.ask(lambda read: read.answers("leash")).entries[0])
    page.question.setPlainText("Can I bring my dog?\nAre pets allowed?")
    page.keep.click()
    seated.until(lambda: page.history.count() == 2)
    kept = seated.ask(lambda read: read.answers("pets")).entries[0]
    assert (kept.version, kept.approved_by, kept.owner) == (2, "Kay Ruiz", "kay")


@pytest.mark.requirement("AI-13", "AI-11")
def test_a_question_is_tried_before_a_customer_asks_it(seated: SeatedDesk, page: AnswersPage) -> None:
    page.ask.setText("is it ok to bring my dog")
    seated.until(lambda: "Dogs on a leash are welcome." in page.said.text())
    page.ask.setText("what color are the seats")
    seated.until(lambda: "A person would be asked." in page.said.text())
    page.ask.clear()
    assert page.said.text() == ""


@pytest.mark.requirement("AI-13")
def test_a_retired_answer_leaves_with_its_reason(seated: SeatedDesk, page: AnswersPage) -> None:
    page.choose(seated.ask(lambda read: read.answers("ship")).entries[0])
    seated.until(page.retire.isVisible)
    page.retire.click()
    page.reason.returnPressed.emit()
    seated.until(lambda: "reason is kept" in page.refusal.text())
    page.reason.setText("We stopped shipping")
    page.reason.returnPressed.emit()
    seated.until(lambda: "Do you ship?" not in rows(page))
    assert page.question.toPlainText() == ""


@pytest.mark.requirement("AI-13", "DESK-04")
def test_nobody_else_writes_into_the_bank(seated: SeatedDesk, page: AnswersPage) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    page.choose(None)
    page.question.setPlainText("Do you sell boats?")
    page.answer.setPlainText("Yes.")
    page.keep.click()
    seated.until(lambda: "may not save an answer" in page.refusal.text())
    assert seated.ask(lambda read: read.answers("boats")).entries == ()
