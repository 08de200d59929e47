"""The inbox over the real engine: eight groups in one order, cleared by keys, nothing that waits left out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desk.models import commands as c
from desk.models.by import THE_CUSTOMER, By
from desk.models.conversation import Message
from desk.models.knowledge import Knowledge, KnowledgeRequest
from desk.views.inbox import InboxScreen
from desk.views.inbox.lines import Head, More
from tests.views.screens.conftest import SeatedDesk

DANA = By("staff", "dana", "manager", "Dana Whit")


def reply(seated: SeatedDesk, lead_id: str, words: str, key: str) -> None:
    seated.run(c.TakeReply(lead_id=lead_id, channel="email", text=words, key=key, by=THE_CUSTOMER))


def opened(seated: SeatedDesk) -> InboxScreen:
    seated.window.show_screen("inbox")
    screen = seated.assembled.screens["inbox"].screen_made
    assert isinstance(screen, InboxScreen)
    seated.until(lambda: screen.was_read)
    return screen


def drawn(screen: InboxScreen) -> list[str]:
    """The list as text: headings with counts, items by group and name, folds with how many they hold."""
    told = []
    for line in screen.model.lines:
        if isinstance(line, Head):
            told.append(f"{line.key} {line.held}")
        elif isinstance(line, More):
            told.append(f"+{line.held}")
        else:
            told.append(f"· {line.name}")
    return told


@pytest.fixture
def handed_off(seated: SeatedDesk) -> str:
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to="dana"))
    seated.settle()
    reply(seated, lead_id, "I would rather talk to a real person. Can someone call me?", "r1")
    return lead_id


@pytest.mark.requirement("AI-22", "AI-23", "COMPLY-01")
def test_groups_stand_in_their_order_and_the_rail_counts_their_sum(
    seated: SeatedDesk, handed_off: str
) -> None:
    other = seated.take(2)
    seated.settle()
    seated.run(c.OptOut(lead_id=other, channels=("text",), words="STOP"))
    seated.run(c.TakeFile(name="lead.xml", raw=b"<?xml version='1.0'?><adf><prospect><customer>Linden 208"))
    screen = opened(seated)
    seated.until(lambda: len(drawn(screen)) == 6)
    assert drawn(screen)[::2] == ["handoff 1", "quarantine 1", "flag 1"]
    seated.until(lambda: seated.window.rail.items["inbox"].count == 3)
    assert "Texts are stopped" in screen.model.lines[5].words


@pytest.mark.requirement("DESK-11")
def test_the_first_leads_page_is_made_in_a_turn_of_its_own_and_never_for_an_item_that_was_left(
    seated: SeatedDesk, handed_off: str
) -> None:
    screen = InboxScreen(seated.bridge, seated.window.pulse, "America/Boise")
    seated.qtbot.addWidget(screen)
    screen.show_view(seated.ask(lambda read: read.inbox("everyone")))
    assert screen.item is not None
    assert "lead" not in vars(screen), "the list is painted before the page is made"
    assert screen.right.currentWidget() is not screen.empty
    screen._show_right(None)
    seated.qtbot.wait(1)
    assert "lead" not in vars(screen)
    screen._show_right(screen.item)
    seated.until(lambda: "lead" in vars(screen) and screen.right.currentWidget() is screen.lead)
    seated.until(lambda: screen.lead.view is not None and screen.lead.view.card.id == handed_off)


@pytest.mark.requirement("COMPLY-01", "FLOW-09")
def test_a_flag_is_confirmed_by_d_and_the_stop_stays(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    seated.run(c.OptOut(lead_id=lead_id, channels=("text",), words="STOP"))
    screen = opened(seated)
    seated.until(screen.flag.isVisible)
    seated.press(screen, "d")
    seated.until(lambda: drawn(screen) == [])
    assert not any(tile.ok for tile in seated.view(lead_id).tiles if tile.channel == "text")


@pytest.mark.requirement("AI-18")
def test_a_draft_is_approved_by_key_from_the_list_and_leaves_it(seated: SeatedDesk, handed_off: str) -> None:
    other = seated.take(2)
    seated.settle()
    with seated.store.writing() as session:
        waiting = session.query(Message).filter(Message.lead_id == other, Message.direction == "out").first()
        assert waiting is not None
        waiting.status = "pending_approval"
        draft = waiting.id
    screen = opened(seated)
    seated.until(lambda: drawn(screen)[:2] == ["approval 1", "· Kim Doe"])
    seated.until(lambda: screen.lead.view is not None and screen.lead.view.card.id == other)
    seated.press(screen, "a")
    seated.until(lambda: drawn(screen)[:1] == ["handoff 1"])
    assert next(m for m in seated.messages(other) if m.id == draft).status != "pending_approval"


@pytest.mark.requirement("DESK-11")
def test_an_unread_reply_is_read_when_shown_and_stays_in_hand_until_one_goes_on(seated: SeatedDesk) -> None:
    first, second = seated.take(1), seated.take(2)
    seated.settle()
    for number, lead_id in enumerate((first, second)):
        seated.later(minutes=1)
        reply(seated, lead_id, "Thanks, I will think about it", f"r{number}")
    screen = opened(seated)
    seated.until(lambda: bool(screen.item and screen.item.lead_id == second))
    seated.until(lambda: seated.view(second).card.unread == 0)
    seated.until(lambda: drawn(screen)[0] == "unread 1")
    assert drawn(screen) == ["unread 1", "· Kim Doe", "· Kim Doe"]
    seated.press(screen, "j")
    assert screen.item is not None
    assert screen.item.lead_id == first


@pytest.mark.requirement("AI-18", "LEAD-02")
def test_a_long_group_folds_after_two_and_opens_as_j_comes_to_it(seated: SeatedDesk) -> None:
    for number in range(5):
        broken = f"<?xml version='1.0'?><adf><prospect><customer>Linden {number}"
        seated.run(c.TakeFile(name=f"lead{number}.xml", raw=broken.encode()))
    screen = opened(seated)
    seated.until(lambda: len(drawn(screen)) == 4)
    assert drawn(screen)[-1] == "+3"
    for _ in range(2):
        seated.press(screen, "j")
    assert len(drawn(screen)) == 6
    assert screen.list.currentIndex().row() == 3
    assert screen.right.currentWidget() is screen.mail
    seated.until(lambda: screen.mail.shown is not None and screen.mail.shown.id == screen.item.quarantine_id)
    assert screen.mail.timer.timer == screen.item.timer
    assert "response due in" in screen.mail.timer.accessibleName()
    wide = screen.mail.timer.width()
    seated.later(days=1)
    seated.window.pulse.second.emit()
    assert screen.mail.timer.sizeHint().width() > wide, "overdue it is a red tag with its sign"


@pytest.mark.requirement("AI-13")
def test_a_question_is_answered_for_the_next_time_and_leaves_the_list(seated: SeatedDesk) -> None:
    with seated.store.writing() as session:
        question = "Do you fit roof racks on the Pilot?"
        session.add(
            KnowledgeRequest(id="k1", about="racks", question=question, count=2, at=seated.clock.now())
        )
    screen = opened(seated)
    seated.until(screen.answer.isVisible)
    screen.answer.field.setPlainText("Yes, in an hour, while you wait.")
    screen.answer.save.click()
    seated.until(lambda: bool(screen.answer.refusal.text()))  # a manager does not speak for the store
    assert drawn(screen)[0] == "knowledge 1"
    seated.sits = By("staff", "ana", "knowledge_admin", "Ana Ruiz")
    screen.answer.save.click()
    seated.until(lambda: drawn(screen) == [])
    kept = seated.rows(Knowledge)
    assert [(row.question, row.answer) for row in kept] == [(question, "Yes, in an hour, while you wait.")]


@pytest.mark.requirement("FLOW-14")
def test_an_item_put_off_comes_back_at_its_time(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    seated.run(c.OptOut(lead_id=lead_id, channels=("text",), words="STOP"))
    (group,) = seated.ask(lambda read: read.inbox()).groups
    until = seated.clock.now().replace(hour=23)
    seated.run(c.ClearItem(item=group.items[0].key, lead_id=lead_id, until=until))
    assert seated.ask(lambda read: read.inbox()).count == 0
    seated.clock.turn_to(until)
    assert seated.ask(lambda read: read.inbox()).count == 1


@pytest.mark.requirement("FLOW-01")
def test_mine_leaves_out_the_leads_of_others(seated: SeatedDesk, handed_off: str) -> None:
    assert seated.ask(lambda read: read.inbox("mine")).count == 1
    seated.run(c.AssignLead(lead_id=handed_off, to="ana", by=DANA))
    assert seated.ask(lambda read: read.inbox("mine")).count == 0
    assert seated.ask(lambda read: read.inbox()).count == 1


@pytest.mark.requirement("DESK-11")
def test_the_list_keeps_qts_rules(seated: SeatedDesk, handed_off: str) -> None:
    screen = opened(seated)
    seated.until(lambda: bool(screen.model.lines))
    tester = ModelTester(None)
    tester.check(screen.model)
    screen.read()
    seated.press(screen, Qt.Key.Key_J)
    tester._cleanup()
