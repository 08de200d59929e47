"""Today over the real engine: the pile by keys alone, live lists, and checks that tick themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from desk.models import commands as c
from desk.models.by import THE_CUSTOMER, THE_DESK, By
from desk.models.history import History
from desk.models.lead import Lead, Wanted
from desk.models.snapshots.today import TodayView
from desk.models.task import Task
from desk.models.vehicle import Vehicle
from desk.models.words import WAITING
from desk.views import formats
from desk.views.today import TodayScreen
from tests.views.screens.conftest import ZONE, SeatedDesk


def reply(seated: SeatedDesk, lead_id: str, words: str, key: str) -> None:
    seated.run(c.TakeReply(lead_id=lead_id, channel="email", text=words, key=key, by=THE_CUSTOMER))


def opened(seated: SeatedDesk) -> TodayScreen:
    seated.window.show_screen("today")
    screen = seated.assembled.screens["today"].screen_made
    assert isinstance(screen, TodayScreen)
    seated.until(lambda: screen.view is not None)
    return screen


def day(seated: SeatedDesk, role: str = "manager", part: str = "morning") -> TodayView:
    found = seated.ask(lambda read: read.today(role, part))
    assert isinstance(found, TodayView)
    return found


def left(view: TodayView) -> dict[str, str]:
    """The checks that do not hold, with what is left of them."""
    return {check.key: check.words for check in view.checks if not check.done}


def listed(view: TodayView, key: str) -> list[str]:
    return [row.lead_id for card in view.cards if card.key == key for row in card.rows]


def said(view: TodayView, key: str) -> list[str]:
    return [row.said for card in view.cards if card.key == key for row in card.rows]


def change(seated: SeatedDesk, lead_id: str, **values: Any) -> None:
    """Facts as an older record may hold them."""
    with seated.store.writing() as session:
        lead = session.get(Lead, lead_id)
        for name, value in values.items():
            setattr(lead, name, value)


@pytest.fixture
def overnight(seated: SeatedDesk) -> tuple[str, str]:
    """Two leads of Ana's that wrote in the night; the first asks for a person."""
    first, second = seated.take(1), seated.take(2)
    for lead_id in (first, second):
        seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.settle()
    reply(seated, first, "I would rather talk to a real person. Can someone call me?", "r1")
    seated.later(minutes=1)
    reply(seated, second, "Thanks, I will think about it", "r2")
    return first, second


@pytest.mark.requirement("FLOW-14")
def test_the_pile_is_cleared_by_keys_alone_and_asks_for_one_word(
    seated: SeatedDesk, overnight: tuple[str, str]
) -> None:
    screen = opened(seated)
    pile = screen.pile
    seated.until(lambda: pile.view is not None)
    assert [item.group for item in pile.items] == ["handoff", "unread"]
    seated.press(screen, "d")
    assert pile.one_word.hasFocus()
    seated.press(pile.one_word, "called")
    seated.press(pile.one_word, Qt.Key.Key_Return)
    seated.until(lambda: [item.group for item in pile.items] == ["unread"])
    told = [row for row in seated.rows(History) if row.kind == "cleared"]
    assert [(row.data["item"], row.why) for row in told] == [
        (f"handoff:{overnight[0]}", ["called, by Dana Whit"])
    ]
    seated.press(screen, "l")
    seated.until(lambda: not pile.isVisible())
    assert day(seated).pile == ()
    seated.later(hours=3, minutes=1)
    assert [item.group for item in day(seated).pile] == [
        "unread"
    ]  # later today it comes back; what is done does not


@pytest.mark.requirement("FLOW-14")
def test_the_pile_opens_again_at_the_item_where_it_was_left(
    seated: SeatedDesk, overnight: tuple[str, str]
) -> None:
    screen = opened(seated)
    seated.until(lambda: len(screen.pile.items) == 2)
    seated.press(screen, "j")
    assert screen.pile.item is not None
    here = screen.pile.item.key
    seated.press(screen, Qt.Key.Key_Escape)
    assert not screen.pile.isVisible()
    seated.run(c.AssignLead(lead_id=overnight[1], to="dana"))  # the day goes on meanwhile
    seated.window.show_screen("board")
    seated.window.show_screen("today")
    seated.press(screen, "p")
    assert screen.pile.isVisible()
    assert screen.pile.item is not None
    assert screen.pile.item.key == here


@pytest.mark.requirement("FLOW-14", "DESK-01")
def test_the_lead_in_hand_is_read_again_only_when_something_of_it_changed(
    seated: SeatedDesk, overnight: tuple[str, str]
) -> None:
    screen = opened(seated)
    seated.until(lambda: screen.pile.view is not None)
    first, shown = screen.pile.view, screen.view
    screen.read()
    seated.until(lambda: screen.view is not shown)
    assert screen.pile.view is first
    reply(seated, overnight[0], "Are you there?", "r3")
    seated.until(lambda: screen.pile.said.words.text().endswith("Are you there?"))


@pytest.mark.requirement("FLOW-14")
def test_the_pile_says_how_many_there_are_in_all(seated: SeatedDesk, overnight: tuple[str, str]) -> None:
    screen, view = opened(seated), day(seated)
    assert view.pile_count == len(view.pile) == 2
    screen.pile.show_items(view.pile, 75)
    assert (screen.pile.count.text(), screen.pile.where.text()) == ("75 items", "1 of 75")
    assert screen.pile.segments.of == 75


@pytest.mark.requirement("FLOW-09")
def test_another_person_finds_their_own_day_in_the_part_that_was_looked_at(seated: SeatedDesk) -> None:
    screen = opened(seated)
    seated.until(lambda: (screen.role.choice(), screen.part.choice()) == ("manager", "morning"))
    screen.part.chosen.emit("evening")
    seated.until(lambda: screen.part.choice() == "evening" and "tomorrow" in screen.cards)
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    screen.read()
    seated.until(lambda: screen.role.choice() == "rep")
    assert (screen.part.choice(), screen.greeting.text().split(", ")[1]) == ("evening", "Ana")


@pytest.mark.requirement("FLOW-14", "AI-18")
def test_a_approves_the_draft_of_the_item(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    seated.run(c.PauseAssistant(scope="store", reason="Lunch"))
    reply(seated, lead_id, "Is the RAV4 still there?", "r1")
    drafts = [m for m in seated.messages(lead_id) if m.direction == "out"]
    with seated.store.writing() as session:
        draft = session.merge(drafts[-1])
        draft.status = "pending_approval"
    screen = opened(seated)
    seated.until(lambda: screen.pile.view is not None and screen.pile.buttons["approve"].isEnabled())
    seated.press(screen, "a")
    seated.until(lambda: all(m.status != "pending_approval" for m in seated.messages(lead_id)))


@pytest.mark.requirement("LEAD-07")
def test_a_lead_with_an_owner_and_no_next_step_is_stuck_until_it_has_one(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.settle()
    assert "next_step" not in left(day(seated))
    call = {"type": "call", "outcome": "connected_follow_up", "summary": "Talked", "minutes": 2}
    seated.run(
        c.LogActivity(
            lead_id=lead_id, next_step="Call", next_due=seated.clock.now() + timedelta(hours=1), **call
        )
    )
    seated.run(c.TurnAssistant(lead_id=lead_id, on=False, reason="I write to them"))
    for task in seated.view(lead_id).tasks:
        if not task.done:
            seated.run(c.FinishTask(task_id=task.id))
    view = day(seated, part="evening")
    assert left(view)["next_step"] == "1 stuck"
    (row,) = next(card for card in view.cards if card.key == "stuck").rows
    assert (row.lead_id, row.said) == (lead_id, "It has an owner and no next step")
    seated.run(c.BookAppointment(lead_id=lead_id, starts=seated.clock.now() + timedelta(hours=6)))
    assert "next_step" not in left(day(seated))


@pytest.mark.requirement("LEAD-08", "FLOW-09")
def test_holds_without_reason_and_live_orders_on_hold_are_found(seated: SeatedDesk) -> None:
    first, second = seated.take(1), seated.take(2)
    change(seated, first, hold_kind="other", hold_reason="", hold_until=None)
    change(
        seated,
        second,
        hold_kind="other",
        hold_reason="Thinks",
        hold_until=seated.clock.now() + timedelta(days=3),
        order_kind="live",
    )
    assert {key: words for key, words in left(day(seated)).items() if key in ("holds", "orders")} == {
        "holds": "1 to take up",
        "orders": "1 on hold",
    }


def button_of(screen: TodayScreen, card: str, lead_id: str) -> Any:
    return next(line for line in screen.cards[card].lines if line.row.lead_id == lead_id)


@pytest.mark.requirement("FLOW-09", "FLOW-10", "TEMP-04")
def test_a_hot_leads_button_names_what_is_due_and_when(seated: SeatedDesk) -> None:
    """A call the customer asked for by its minute, a question by itself, a visit by its hour or day; else a call."""
    asked, wrote, comes, later, rests = (seated.take(number) for number in (1, 4, 7, 10, 13))
    for lead_id in (asked, wrote, comes, later, rests):
        seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.settle()
    hour = seated.clock.now().replace(minute=0)
    seated.run(c.BookAppointment(lead_id=comes, starts=hour + timedelta(hours=4)))
    seated.run(c.BookAppointment(lead_id=later, starts=hour + timedelta(days=3)))
    seated.settle()
    with seated.store.writing() as session:
        for task in session.scalars(select(Task).where(Task.lead_id.in_((wrote, comes, later, rests)))):
            task.done_at = seated.clock.now()
    reply(seated, asked, "I would rather talk to a real person. Can someone call me?", "r1")
    reply(seated, wrote, "Is it the 8-seat?", "r2")
    for lead_id, icon, due in ((wrote, "", None), (comes, "calendar", hour + timedelta(hours=4)), (later, "calendar", hour + timedelta(days=3)), (rests, "", None)):  # fmt: skip
        change(seated, lead_id, next_icon=icon, next_due=due)
    for lead_id in (asked, wrote, comes, later, rests):
        change(seated, lead_id, temperature=85, band="hot")
    screen = opened(seated)
    seated.until(lambda: "hot" in screen.cards and len(screen.cards["hot"].lines) == 5)
    target = seated.view(asked).card.timer.target
    told = {
        lead_id: button_of(screen, "hot", lead_id).button.text()
        for lead_id in (asked, wrote, comes, later, rests)
    }
    assert told == {asked: f"Call {formats.clock(target, ZONE)}", wrote: "Answer", comes: "Visit 2:00", later: "Visit Fri", rests: "Call"}  # fmt: skip
    ends = {button_of(screen, "hot", each).button.geometry().right() for each in told}
    assert len({button_of(screen, "hot", each).said.x() for each in told}) == len(ends) == 1, "in columns"
    button_of(screen, "hot", wrote).button.click()
    seated.until(lambda: seated.window.pane is not None and seated.window.focusWidget() is seated.window.pane.composer.field)  # fmt: skip


@pytest.mark.requirement("FLOW-09", "AI-18")
def test_a_draft_is_edited_from_its_line(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    draft = next(message for message in seated.messages(lead_id) if message.status in WAITING)
    with seated.store.writing() as session:
        session.merge(draft).status = "pending_approval"
    screen = opened(seated)
    seated.until(lambda: "approvals" in screen.cards and bool(screen.cards["approvals"].lines))
    (line,) = screen.cards["approvals"].lines
    assert (line.button.text(), line.ways["edit"].accessibleName()) == (
        "Approve",
        "Edit the draft to Kim Doe",
    )
    line.ways["edit"].click()
    seated.until(
        lambda: seated.window.pane is not None and bool(seated.window.pane.composer.field.toPlainText())
    )
    pane = seated.window.pane
    assert pane.composer.field.toPlainText() in (draft.text, draft.full_text)
    assert pane.composer.send.text() == "Approve as written"
    pane.composer.submit()
    seated.until(lambda: {m.id: m.approved_by for m in seated.messages(lead_id)}[draft.id] == "Dana Whit")
    seated.settle()
    seated.until(lambda: draft.id not in {item.id for item in pane.timeline.drafts()})
    pane.timeline.decide(draft.id, "edit")
    assert not pane.composer.field.toPlainText(), "what has left is not edited"


@pytest.mark.requirement("APPT-02", "AI-05")
def test_another_vehicle_is_offered_where_that_of_a_visit_is_gone(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    with seated.store.writing() as session:
        session.get(Lead, lead_id).stock = "U100"
        session.scalars(select(Wanted).where(Wanted.lead_id == lead_id)).one().stock = "U100"
        for stock, year in (("U100", 2022), ("U101", 2023)):
            session.add(Vehicle(id=stock, stock=stock, year=year, make="Toyota", model="RAV4", body="SUV", status="available", seen_at=seated.clock.now()))  # fmt: skip
    seated.run(
        c.BookAppointment(lead_id=lead_id, starts=seated.clock.now().replace(minute=0) + timedelta(hours=4))
    )
    seated.run(c.SetVehicleStatus(stock="U100", status="sold"))
    screen = opened(seated)
    seated.until(lambda: "visits" in screen.cards and bool(screen.cards["visits"].lines))
    (line,) = screen.cards["visits"].lines
    assert (line.button.text(), line.button.kind, line.row.said[:4]) == ("Offer swap", "primary", "Sold")
    line.button.click()
    seated.until(
        lambda: seated.window.pane is not None and bool(seated.window.pane.composer.field.toPlainText())
    )
    words = seated.window.pane.composer.field.toPlainText()
    assert "no longer available" in words
    assert "2023 Toyota RAV4" in words


@pytest.mark.requirement("APPT-02", "FLOW-09")
def test_a_visit_shows_whether_its_car_is_still_here(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    with seated.store.writing() as session:
        session.get(Lead, lead_id).stock = "U100"
        session.add(
            Vehicle(
                id="v1",
                stock="U100",
                make="Toyota",
                status="available",
                lot="row B4",
                seen_at=seated.clock.now(),
            )
        )
    seated.run(
        c.BookAppointment(lead_id=lead_id, starts=seated.clock.now().replace(minute=0) + timedelta(hours=4))
    )
    view = day(seated)
    (row,) = next(card for card in view.cards if card.key == "visits").rows
    assert row.said.startswith("On lot, row B4 as of")
    assert row.detail.endswith(" · U100")  # how the visit stands takes none of the vehicle's room
    assert (row.state, row.state_tone) == ("Unconfirmed", "warn")
    assert "vehicles" not in left(view)
    seated.run(c.SetVehicleStatus(stock="U100", status="sold"))
    assert left(day(seated))["vehicles"] == "1 gone"


@pytest.mark.requirement("TEMP-04", "FLOW-01")
def test_a_rep_sees_their_own_hot_leads_and_a_manager_all(seated: SeatedDesk) -> None:
    mine, theirs = seated.take(1), seated.take(2)
    seated.run(c.AssignLead(lead_id=mine, to="dana"))
    seated.run(c.AssignLead(lead_id=theirs, to="ana"))
    change(seated, mine, temperature=84, band="hot")
    change(seated, theirs, temperature=91, band="extremely_hot")
    assert listed(day(seated, "rep"), "hot") == [mine]
    assert set(listed(day(seated), "hot")) == {mine, theirs}
    change(seated, mine, temperature=80)
    assert listed(day(seated, "rep"), "hot") == []


@pytest.mark.requirement("FLOW-01", "FLOW-09")
def test_an_unassigned_lead_is_given_away_from_its_line(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    change(seated, lead_id, owner_id=None)
    screen = opened(seated)
    seated.until(lambda: "unowned" in screen.cards and len(screen.cards["unowned"].lines) == 1)
    line = screen.cards["unowned"].lines[0]
    assert line.button.text() == "Assign"
    screen.assign(lead_id, "ana")
    seated.until(lambda: seated.view(lead_id).card.owner_id == "ana")
    seated.until(lambda: not screen.cards["unowned"].lines)
    assert screen.checks.lines["owners"].check.done


@pytest.mark.requirement("FLOW-09")
def test_each_part_of_the_day_has_its_own_lists(seated: SeatedDesk) -> None:
    screen = opened(seated)
    seated.until(lambda: "hot" in screen.cards)
    theirs = {
        "morning": {"approvals", "flags", "hot"},
        "midday": {"unread", "handoffs", "troubled"},
        "evening": {"stuck", "tomorrow", "tasks"},
    }
    for part, lists in theirs.items():
        screen.part.choose(part)
        screen.part.chosen.emit(part)
        seated.until(lambda lists=lists: lists <= set(screen.cards))


@pytest.mark.requirement("FLOW-09")
def test_an_answer_to_an_older_choice_is_not_shown(seated: SeatedDesk) -> None:
    screen = opened(seated)
    late = day(seated, "manager", "morning")
    screen.part.choose("evening")
    screen.part.chosen.emit("evening")
    seated.until(lambda: "tomorrow" in screen.cards)
    screen._answered(late, screen.role.choice(), "morning")
    assert "tomorrow" in screen.cards


@pytest.mark.requirement("FLOW-09")
def test_clearing_changes_nothing_of_the_lead(seated: SeatedDesk, overnight: tuple[str, str]) -> None:
    before = seated.view(overnight[0])
    seated.run(c.ClearItem(item=f"handoff:{overnight[0]}", lead_id=overnight[0], by=THE_DESK))
    after = seated.view(overnight[0])
    assert (after.card.ai_state, after.card.timer.kind) == (before.card.ai_state, before.card.timer.kind)


@pytest.mark.requirement("FLOW-09")
@pytest.mark.parametrize(
    ("days", "review"),
    [(0, "mon"), (1, "wed"), (2, "wed"), (3, "fri"), (5, "fri"), (6, "mon")],
)
def test_monday_wednesday_and_friday_have_their_reviews(seated: SeatedDesk, days: int, review: str) -> None:
    """A Tuesday at first; between its days the latest review stands, so that it can be finished."""
    seated.later(days=days)
    told = seated.desk.book.words_list(f"day.review.{review}")
    assert tuple(card.key for card in day(seated, part="review").cards) == told
    assert day(seated, role="rep", part="review").cards[0].key == told[0]


@pytest.mark.requirement("FLOW-09")
def test_the_weekly_review_lists_the_coming_week_and_the_weekends_follow_ups(seated: SeatedDesk) -> None:
    visit, call = seated.take(1), seated.take(2)
    now = seated.clock.now()
    seated.run(c.BookAppointment(lead_id=visit, starts=now + timedelta(days=4, hours=5)))
    seated.run(
        c.LogActivity(
            lead_id=call, type="note", next_step="Call about the lease", next_due=now + timedelta(days=5)
        )
    )
    monday = day(seated, part="review")
    assert listed(monday, "week") == [visit]
    assert f"{monday.since:%a %d}" == "Mon 23", "Monday looks back on the week before"
    seated.later(days=3)
    friday = day(seated, part="review")
    assert "Call about the lease" in said(friday, "weekend"), "due on Sunday"
    assert "Call about the lease" not in said(day(seated, part="evening"), "tasks"), "not before tonight"
    assert f"{friday.since:%a %d}" == "Mon 02", "the week so far"
    assert ("visits booked", "goal 20") in [(words, note) for _number, words, note in friday.figures]


@pytest.mark.requirement("FLOW-09")
def test_the_review_is_one_key_on_today(seated: SeatedDesk) -> None:
    screen = opened(seated)
    seated.until(lambda: screen.part.choice() == "morning")
    screen.part.choose("review")
    screen.part.chosen.emit("review")
    seated.until(lambda: set(screen.cards) == set(seated.desk.book.words_list("day.review.mon")))


@pytest.mark.requirement("FLOW-09", "FLOW-14")
def test_the_routine_is_the_stores_own(seated: SeatedDesk, overnight: tuple[str, str]) -> None:
    own = '[day]\nnoon = "09:30"\nlater = "30m"\n[day.manager]\nmidday = ["stuck"]\n'
    seated.run(c.SavePlaybook(toml=own, why="We start early"))
    screen = opened(seated)
    seated.until(lambda: screen.part.choice() == "midday")
    seated.until(lambda: set(screen.cards) == {"stuck"} and screen.pile.view is not None)
    seated.press(screen, "l")
    seated.until(lambda: [item.group for item in screen.pile.items] == ["unread"])
    seated.later(minutes=31)
    assert [item.group for item in day(seated).pile] == ["handoff", "unread"]


@pytest.mark.requirement("LEAD-07", "FLOW-09")
def test_nothing_is_stuck_says_who_cleared_it_last_and_when(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    seated.run(c.AssignLead(lead_id=lead_id, to="dana"))
    reply(seated, lead_id, "Thanks, I will think about it", "r1")
    screen = opened(seated)
    seated.until(lambda: "read" in left(screen.view))
    assert screen.checks.left.text() == f"{len(left(screen.view))} checks left."
    seated.later(minutes=5)
    for item in screen.view.pile:
        seated.run(c.ClearItem(item=item.key, lead_id=item.lead_id))
    call = {"type": "call", "outcome": "connected_follow_up", "summary": "Talked", "minutes": 2}
    due = seated.clock.now() + timedelta(days=2)
    seated.run(c.LogActivity(lead_id=lead_id, next_step="Call", next_due=due, **call))
    seated.settle()
    for task in seated.view(lead_id).tasks:
        if not task.done and task.title != "Call":
            seated.run(c.FinishTask(task_id=task.id))
    assert left(day(seated)) == {}
    seated.until(
        lambda: screen.checks.left.text() == "Every check holds. Last cleared by Dana, Today 10:05 AM."
    )
    seated.later(days=1)
    reply(seated, lead_id, "Thanks again, talk soon", "r2")
    seated.until(lambda: screen.checks.left.text().endswith("left. Last cleared by Dana, Tue 10:05 AM."))
    assert day(seated, "rep").cleared is None, "of everybody's list"


@pytest.mark.requirement("FLOW-09", "TEMP-04", "FLOW-02")
def test_what_is_the_managers_own_stands_under_the_checks(seated: SeatedDesk) -> None:
    """What rings the managers first, and who is above their mark unanswered; one is named, several are counted."""
    hot, angry, tired, *missed = (seated.take(number) for number in (1, 4, 7, 10, 13, 16))
    seated.run(c.AssignLead(lead_id=tired, to="ana"))
    seated.settle()
    change(seated, hot, temperature=93, band="extremely_hot")
    reply(seated, angry, "This is a scam and I will report you to the attorney general", "r1")
    seated.run(c.AskRelief(lead_id=tired, reason="On leave", by=By("staff", "ana", "bdc", "Ana Ruiz")))
    for hours, lead_id in enumerate(missed, 1):
        seated.run(c.BookAppointment(lead_id=lead_id, starts=seated.clock.now() + timedelta(hours=hours)))
    seated.later(hours=4)
    for lead_id in missed:
        seated.run(c.CloseAppointment(lead_id=lead_id, result="no_show"))
    seated.settle()
    change(seated, hot, temperature=93, band="extremely_hot")
    told = {duty.key: (duty.words, {row.lead_id for row in duty.rows}) for duty in day(seated).yours}
    assert told["hot"] == ("Kim Doe is at 93. Above 85 goes to you.", {hot})
    assert told["complaint"] == ("Kim Doe complained: 10:00 AM.", {angry})
    assert told["relief"] == ("The owner of Kim Doe asks to be relieved.", {tired})
    assert told["no_show"] == ("3 no-shows need a call.", set(missed))
    assert day(seated, "rep").yours == ()
    screen = opened(seated)
    seated.until(lambda: len(screen.checks.duties) == len(told))
    screen.checks.duties[0].way.click()
    seated.until(lambda: seated.window.pane is not None and seated.window.pane.lead.id == hot)
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    assert day(seated).yours == (), "a rep who looks at everybody's day is no manager"


@pytest.mark.requirement("FLOW-09", "DESK-01")
def test_a_check_that_is_as_before_keeps_its_line_and_the_focus_on_it(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    change(seated, lead_id, owner_id=None)
    screen = opened(seated)
    seated.until(lambda: not screen.checks.lines["owners"].check.done)
    line, before = screen.checks.lines["owners"], screen.view
    line.setFocus()
    screen.read()
    seated.until(lambda: screen.view is not before)
    assert screen.checks.lines["owners"] is line
    assert seated.window.focusWidget() is line
    seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.until(lambda: screen.checks.lines["owners"].check.done)
