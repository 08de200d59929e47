"""The board: seven columns by page, counts from SQL, and a first paint that shows the very same."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.snapshots.board import TimerView
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.engine import Store, open_memory
from desk.models.store.queries.board import board, board_page, card, cards
from desk.models.store.queries.first_board import first_board
from desk.models.words import STAGES
from tests.models.store.conftest import KEY, NOW, Asked, Filler


def names(column: object) -> list[str]:
    return [card.name for card in column.cards]  # type: ignore[attr-defined]


@pytest.mark.requirement("DESK-01", "LEAD-05")
def test_every_stage_is_a_column_in_order(filler: Filler) -> None:
    filler.lead("Ana New", stage="new")
    filler.lead("Ben Lost", stage="lost")
    shown = board(filler.session, NOW)
    assert [column.stage for column in shown.columns] == [str(stage) for stage in STAGES]
    assert [column.count for column in shown.columns] == [1, 0, 0, 0, 0, 0, 1]
    assert (shown.active, shown.unassigned) == (1, 1)


@pytest.mark.requirement("DESK-01")
def test_a_column_stands_in_the_order_the_engine_wrote(filler: Filler) -> None:
    for name, key in (("Third", "3"), ("First", "1"), ("Second", "2")):
        filler.lead(f"{name} Person", sort_key=key)
    assert names(board(filler.session, NOW).columns[0]) == ["First Person", "Second Person", "Third Person"]


@pytest.mark.requirement("DESK-01")
def test_a_stage_counts_what_moved_in_and_out(filler: Filler) -> None:
    lead = filler.lead()
    filler.lead("Ben Other")
    lead.stage = "engaged"
    filler.session.flush()
    counts = {column.stage: column.count for column in board(filler.session, NOW).columns}
    assert (counts["new"], counts["engaged"]) == (1, 1)


@pytest.mark.requirement("DESK-01", "ILM-04")
def test_late_is_a_running_timer_or_a_next_step_past_its_time_and_counts_once(filler: Filler) -> None:
    past, ahead = NOW - timedelta(minutes=4), NOW + timedelta(minutes=4)
    running = {"timer_kind": "unanswered", "timer_started": past}
    filler.lead("Both Late", timer_target=past, next_due=past, **running)
    filler.lead("Timer Late", timer_target=past, **running)
    filler.lead("Step Late", next_due=past)
    filler.lead("On Time", timer_target=ahead, next_due=ahead, **running)
    filler.lead("Answered Late", timer_kind="answered", timer_target=past)
    filler.lead("Closed Late", stage="lost", next_due=past)
    shown = {column.stage: column.over for column in board(filler.session, NOW).columns}
    assert (shown["new"], shown["lost"]) == (3, 0)


@pytest.mark.requirement("DESK-01", "FLOW-17")
def test_mine_and_unassigned_narrow_cards_and_counts(filler: Filler) -> None:
    ana, ben = filler.person("Ana Ruiz"), filler.person("Ben Okoro")
    filler.lead("Hers One", owner_id=ana.id)
    filler.lead("His One", owner_id=ben.id)
    filler.lead("Nobody's One")
    mine = board(filler.session, NOW, viewer_id=ana.id, who="mine").columns[0]
    nobodys = board(filler.session, NOW, who="unassigned").columns[0]
    assert (names(mine), mine.count) == (["Hers One"], 1)
    assert (names(nobodys), nobodys.count) == (["Nobody's One"], 1)


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ({"timer_kind": "none"}, TimerView()),
        (
            {"timer_kind": "unanswered", "timer_started": NOW, "timer_target": NOW + timedelta(minutes=15)},
            TimerView("running", NOW, NOW + timedelta(minutes=15)),
        ),
        (
            {"timer_kind": "handoff", "timer_started": NOW + timedelta(hours=9), "timer_level": 1},
            TimerView("waiting", NOW + timedelta(hours=9), level=1),
        ),
        (
            {"timer_kind": "answered", "answered_s": 120, "answered_proof": "a connected call"},
            TimerView("answered", took_s=120, proof="a connected call"),
        ),
    ],
)
def test_a_timer_shows_what_the_rules_left(
    filler: Filler, stored: dict[str, object], shown: TimerView
) -> None:
    assert card(filler.session, filler.lead(**stored).id, NOW).timer == shown  # type: ignore[union-attr]


@pytest.mark.requirement("AI-02")
def test_a_lead_lost_for_want_of_an_answer_shows_its_campaign_day(filler: Filler) -> None:
    lost = {"stage": "lost", "stage_at": NOW - timedelta(days=3)}
    campaign = filler.lead("Ana Quiet", lost_reason="no_response", **lost)
    bought = filler.lead("Ben Gone", lost_reason="bought elsewhere", **lost)
    shown = cards(filler.session, (campaign.id, bought.id), NOW)
    assert (shown[campaign.id].reengage_day, shown[bought.id].reengage_day) == (4, None)
    assert (shown[bought.id].closed_at, shown[bought.id].lost_reason) == (
        lost["stage_at"],
        "bought elsewhere",
    )


@pytest.mark.requirement("DESK-01")
def test_an_open_lead_was_not_closed_and_the_first_paint_says_the_same(filler: Filler) -> None:
    filler.lead("Ana Open", stage="engaged", stage_at=NOW)
    filler.lead("Ben Bought", stage="sold", stage_at=NOW, outcome="Delivered")
    shown = {
        card.name: card.closed_at for column in board(filler.session, NOW).columns for card in column.cards
    }
    assert shown == {"Ana Open": None, "Ben Bought": NOW}


@pytest.mark.requirement("DESK-01")
def test_a_card_names_its_owner_and_its_source(filler: Filler) -> None:
    owner = filler.person("Marcus van Oyelaran")
    lead = filler.lead(owner_id=owner.id, source="cars-com", source_label="Cars.com")
    shown = card(filler.session, lead.id, NOW)
    assert shown is not None
    assert (shown.owner_name, shown.owner_initials, shown.source) == ("Marcus van Oyelaran", "MO", "Cars.com")
    assert card(filler.session, "no such lead", NOW) is None


@pytest.mark.requirement("DESK-01")
@given(
    keys=st.lists(st.sampled_from(["", "01", "02", "a b", "99"]), min_size=1, max_size=25),
    size=st.integers(1, 7),
)
def test_pages_give_every_card_once_and_in_order(keys: list[str], size: int) -> None:
    store = open_memory()
    with store.writing() as session:
        filler = Filler(session)
        made = sorted((key, filler.lead(sort_key=key).id) for key in keys)
        seen, cursor = [], ""
        while True:
            page = board_page(session, "new", cursor, NOW, size=size)
            seen += [(card.sort_key, card.id) for card in page.cards]
            if not (cursor := page.cursor):
                break
            assert len(page.cards) == size
    store.close()
    assert seen == made


@pytest.mark.requirement("DESK-01")
def test_a_board_asks_the_same_few_questions_however_many_leads(filler: Filler, asked: Asked) -> None:
    filler.lead()
    asked.count = 0
    board(filler.session, NOW)
    few = asked.count
    for number in range(40):
        filler.lead(f"Person {number}", stage=str(STAGES[number % 7]))
    asked.count = 0
    board(filler.session, NOW)
    assert asked.count == few <= 12


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("who", ["everyone", "mine", "unassigned"])
def test_the_first_paint_shows_what_the_session_shows(store: Store, store_dir: Path, who: str) -> None:
    with store.writing() as session:
        filler = Filler(session)
        owner = filler.person("Ana Ruiz")
        for number in range(30):
            filler.lead(
                f"Person {number}",
                stage=str(STAGES[number % 7]),
                sort_key=f"{number % 4}",
                owner_id=owner.id if number % 3 else None,
                timer_kind="unanswered",
                timer_started=NOW,
                timer_target=NOW + timedelta(minutes=number - 9),
            )
    raw = raw_connection(store_dir / FILE_NAME, KEY, read_only=True)
    first = first_board(raw, NOW, viewer_id=owner.id, who=who, size=3)
    raw.close()
    with store.reading() as session:
        assert first == board(session, NOW, viewer_id=owner.id, who=who, size=3)


@pytest.mark.requirement("DESK-01")
def test_the_first_paint_needs_no_sqlalchemy(store: Store, store_dir: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from desk.models.store.connect import raw_connection\n"
        "from desk.models.store.queries.first_board import first_board\n"
        "raw = raw_connection(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), read_only=True)\n"
        "print(len(first_board(raw, datetime.now(UTC)).columns), 'sqlalchemy' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(store_dir / FILE_NAME), KEY.hex()]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["7", "False"]


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("everyone", ["Ana Hot", "Ben Warm", "Cleo Late"]),
        ("everyone band:hot", ["Ana Hot"]),
        ("everyone source:marketplace", ["Ben Warm"]),
        ("everyone unread", ["Ben Warm"]),
        ("everyone overdue", ["Cleo Late"]),
        ("unassigned overdue unread", []),
        ("mine band:hot", ["Ana Hot"]),
        ("everyone owner:{dana}", ["Ana Hot"]),
    ],
)
def test_a_board_is_narrowed_and_counted_by_the_same_words(
    filler: Filler, who: str, found: list[str]
) -> None:
    dana = filler.person("Dana Whitlock")
    filler.lead("Ana Hot", band="hot", owner_id=dana.id)
    filler.lead("Ben Warm", band="warm", source_kind="marketplace", unread=2)
    filler.lead("Cleo Late", next_due=NOW - timedelta(minutes=4))
    words = who.format(dana=dana.id)
    shown = board(filler.session, NOW, viewer_id=dana.id, who=words)
    assert sorted(names(shown.columns[0])) == found
    assert (shown.columns[0].count, shown.active) == (len(found), len(found))
    assert board_page(filler.session, "new", "", NOW, viewer_id=dana.id, who=words) == shown.columns[0]


@pytest.mark.requirement("DESK-01")
def test_a_word_that_narrows_nothing_is_refused(filler: Filler) -> None:
    with pytest.raises(ValueError, match="colour"):
        board(filler.session, NOW, who="everyone colour:red")
