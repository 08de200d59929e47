"""What the window says about the assistant's seven states."""

from __future__ import annotations

import pytest

from desk.models.rules.assistant_words import assistant_view, off_consequence, state_title
from desk.models.snapshots.lead import AssistantView
from desk.models.words import AiState


def view(state: AiState, **values: object) -> AssistantView:
    known: dict[str, object] = {
        "customer": "Aisha",
        "owner": "Marcus",
        "status": "Deposit Taken",
        "closed": ("text", "call"),
    }
    return assistant_view(state, **known | values)  # type: ignore[arg-type]  # each test names what it needs


@pytest.mark.requirement("AI-14", "AI-15", "AI-16")
@pytest.mark.parametrize(
    ("state", "on", "enabled"),
    [
        (AiState.ON, True, True),
        (AiState.REACTIVE, True, True),
        (AiState.HANDED_OFF, True, True),
        (AiState.BACKED_OFF, False, True),
        (AiState.OFF, False, True),
        (AiState.PAUSED_BY_STATUS, False, False),
        (AiState.OPTED_OUT, False, False),
    ],
)
def test_the_switch_is_on_where_it_works_and_locked_where_no_person_may_turn_it(
    state: AiState, on: bool, enabled: bool
) -> None:
    shown = view(state)
    assert (shown.switch_on, shown.switch_enabled, bool(shown.locked_words)) == (on, enabled, not enabled)


@pytest.mark.requirement("AI-14")
@pytest.mark.parametrize("state", list(AiState))
def test_every_state_says_what_stops_and_what_resumes_without_a_hole(state: AiState) -> None:
    for shown in (view(state), view(state, customer="", owner="", status="", closed=())):
        sentences = (shown.title, shown.one_line, shown.stops, shown.resumes, shown.off_consequence)
        assert all(words and "{" not in words and "!" not in words for words in sentences)
        assert all(words[0].isupper() for words in sentences)


@pytest.mark.requirement("AI-10", "AI-16", "AI-17")
def test_a_state_names_whom_and_what_it_waits_for() -> None:
    assert view(AiState.HANDED_OFF).one_line == "Waiting for Marcus. Writes only to say so"
    assert view(AiState.PAUSED_BY_STATUS).locked_words == "Locked by the status Deposit Taken"
    assert "text, call" in view(AiState.OPTED_OUT).one_line
    assert (
        view(AiState.BACKED_OFF).resumes == "When Marcus says that nobody is helping, or a manager decides."
    )
    assert state_title("reactive") == "Reactive only"


@pytest.mark.requirement("AI-14", "AI-15")
def test_turning_it_off_says_first_what_is_lost() -> None:
    words = off_consequence("Aisha", "Next text 9:20 AM")
    assert "That includes the next text 9:20 AM." in words
    assert "Re-enabling later will not resume proactive outreach." in words
    assert "includes" not in view(AiState.ON, next_send_words="Nothing is waiting to be sent").off_consequence
