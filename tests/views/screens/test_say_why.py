"""What is asked of other people about the selected lead, each with its words: a turn, relief, a flag (FLOW-02, FLOW-18)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.models import commands as c
from desk.models.history import History
from desk.models.task import Task, Timer
from desk.views.acts import acts_of_window
from desk.views.say_why import SayWhy
from tests.views.screens.conftest import SeatedDesk


def selected(seated: SeatedDesk, owner: str = "dana") -> str:
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to=owner))
    seated.settle()
    seated.window.refresh()
    seated.window.show_screen("board")
    seated.until(lambda: seated.window.board.select_lead(lead_id))
    return lead_id


def asked(seated: SeatedDesk, words: str) -> SayWhy:
    next(act for act in acts_of_window(seated.window) if act.words.startswith(words)).run()
    return seated.window.findChildren(SayWhy)[-1]


@pytest.mark.requirement("FLOW-18")
def test_one_key_turns_the_customer_over_with_a_summary(seated: SeatedDesk) -> None:
    selected(seated)
    seated.press(seated.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    seated.until(lambda: bool(seated.window.findChildren(SayWhy)))
    dialog = seated.window.findChildren(SayWhy)[-1]
    assert not dialog.button.isEnabled(), "a turn needs its summary"
    dialog.field.setText("Ready to sign, asks about the payoff")
    dialog.button.click()
    seated.until(lambda: any(task.kind == "manager_turn" for task in seated.rows(Task)))
    assert [log.summary for log in seated.logs()] == ["Manager turn: Ready to sign, asks about the payoff"]


@pytest.mark.requirement("FLOW-02")
def test_relief_is_asked_from_the_palette_and_starts_its_ladder(seated: SeatedDesk) -> None:
    selected(seated)
    dialog = asked(seated, "Ask to be relieved of")
    dialog.field.setText("Away from tomorrow")
    dialog.button.click()
    seated.until(lambda: any(timer.kind == "relief" for timer in seated.rows(Timer)))


@pytest.mark.requirement("FLOW-02")
def test_a_flag_keeps_its_reason(seated: SeatedDesk) -> None:
    selected(seated, owner="ana")
    dialog = asked(seated, "Flag")
    dialog.field.setText("Asks for the general manager")
    dialog.button.click()
    reason = ["Asks for the general manager"]
    seated.until(lambda: any(row.kind == "flagged" and row.why == reason for row in seated.rows(History)))


@pytest.mark.requirement("FLOW-02")
def test_who_does_not_own_it_is_refused_in_place(seated: SeatedDesk) -> None:
    selected(seated, owner="ana")
    dialog = asked(seated, "Ask to be relieved of")
    dialog.field.setText("Not mine")
    dialog.button.click()
    seated.until(lambda: "Only its owner" in dialog.refusal.text())
    assert dialog.isVisible()


@pytest.mark.requirement("LEAD-09")
def test_a_lead_entered_by_hand_is_put_down_to_the_assistant(seated: SeatedDesk) -> None:
    lead_id = selected(seated)
    next(act for act in acts_of_window(seated.window) if act.words == "The assistant won Kim Doe").run()
    seated.until(lambda: seated.view(lead_id).card.source == "Website · Sales AI")


@pytest.mark.requirement("LEAD-09")
def test_a_visit_that_is_none_is_said_in_place(seated: SeatedDesk) -> None:
    selected(seated)
    next(
        act for act in acts_of_window(seated.window) if act.words.startswith("The assistant won the visit")
    ).run()
    seated.until(lambda: "no visit" in seated.window.note.accessibleName())
