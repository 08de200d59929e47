"""How the assistant says it: every wording of every language, and what a message must carry."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.conversation import Message
from desk.models.rules import firewall, outbound, similar
from desk.models.rules.gate.segments import segments
from desk.models.rules.known import names_vehicle
from desk.models.rules.wording import compose, opening_of
from desk.models.words import Purpose
from tests.models.rules.stage_of_one import RECEIVED, book, car, customer, facts, lead, store

LANGUAGES = ("en", "es")
STEPS = sorted({key.split(".")[0] for key in outbound.templates(book()).lines["en"] if key.endswith(".open")})


def steps(channel: str) -> list[str]:
    return [step for step in STEPS if outbound.templates(book()).of("en", f"{step}.{channel}.open")]


def written(step: str, channel: str, language: str = "en", of: str = "L1", **more: object):
    one = facts(lead=lead(id=of, language=language), **more)
    extra = similar.as_words(one, book(), RECEIVED, similar.choose(one, book()))
    return one, compose(
        outbound.templates(book()), Purpose.NURTURE, step, one, book(), RECEIVED, channel, extra=extra
    )


@pytest.mark.requirement("AI-02", "AI-19")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", ["email", "text"])
def test_every_step_has_three_openings_and_none_is_used_twice(language: str, channel: str) -> None:
    templates = outbound.templates(book())
    counted: Counter[str] = Counter()
    for step in steps(channel):
        lines = templates.of(language, f"{step}.{channel}.open")
        assert len(lines) >= 3, step
        counted.update(opening_of(line.render(dict.fromkeys(line.needs, "X"))) for line in lines)
    assert [opening for opening, count in counted.items() if count > 1] == []


@pytest.mark.requirement("AI-02", "AI-19")
@pytest.mark.parametrize(
    ("channel", "wordings"), [("text", 3), ("email", 6)]
)  # an email takes a text's as well
def test_no_opening_is_read_twice_and_when_all_were_one_names_the_moment(channel: str, wordings: int) -> None:
    read: tuple[Message, ...] = ()
    for number in range(wordings + 1):
        _one, draft = written("first", channel, messages=read)
        read = (*read, Message(id=f"m{number}", direction="out", channel=channel, text=draft.text, facts=[], status="queued", at=RECEIVED, author="assistant"))  # fmt: skip
    openings = [opening_of(message.text) for message in read]
    assert len(set(openings)) == wordings + 1
    assert "a note from 9:10 am" in openings[-1]


@pytest.mark.requirement("AI-19")
def test_both_languages_have_the_same_keys() -> None:
    templates = outbound.templates(book())
    assert set(templates.lines["en"]) == set(templates.lines["es"])
    of_lists = {
        key for key in templates.words["es"] if key.startswith("words.feed.")
    }  # a list speaks English already
    assert set(templates.words["en"]) == set(templates.words["es"]) - of_lists


@pytest.mark.requirement("AI-11")
def test_every_fact_a_wording_names_is_one_the_assistant_can_know() -> None:
    templates = outbound.templates(book())
    known = {"similar_list", "similar_short", "similar_as_of", "who", "time", "asked_at", "resume", "advantage", "visit",
             "hi", "first", "owner", "owner_phone", "store", "assistant", "address", "place", "store_phone", "website", "open_until",
             "opens_at", "hours_week", "vehicle", "stock_line", "stock_number", "as_of", "miles", "exterior", "interior", "drivetrain",
             "engine", "fuel", "body", "features", "detail", "history_url", "photo_url", "slots", "moment", "ago", "vin", "trim", "subject", "equipment", "unlisted", "several", "call", "options", "condition", "hours_day", "hours_of_day", "source"}  # fmt: skip
    named = {
        name
        for lines in templates.lines.values()
        for key, rows in lines.items()
        if not key.startswith(("staff", "script."))  # what people say themselves
        for line in rows
        for name in line.needs
    }
    assert named <= known


@pytest.mark.requirement("AI-24", "AI-12", "AI-19")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", ["email", "text"])
def test_no_wording_of_ours_trips_our_own_firewall(language: str, channel: str) -> None:
    for step in steps(channel):
        for number in range(6):
            one, draft = written(step, channel, language, of=f"L{number}")
            assert firewall.objections(draft, one, book(), channel) == (), (step, draft.text)


@pytest.mark.requirement("AI-01", "AI-19")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", ["email", "text"])
def test_a_message_ends_in_one_question(language: str, channel: str) -> None:
    templates = outbound.templates(book())
    asking = [
        s
        for s in steps(channel)
        if templates.word("en", f"{s}.asks") or templates.of("en", f"{s}.{channel}.ask")
    ]
    for step in asking:
        _one, draft = written(step, channel, language)
        body = draft.text.split("\n--\n")[0]
        assert body.count("?") == 1, (step, body)


@pytest.mark.rule("R16", "R26")
@pytest.mark.requirement("AI-22")
@pytest.mark.parametrize("language", LANGUAGES)
@given(
    first=st.text(alphabet="abcdefghijklmnopqrstuvwxyzáéíóúñü'- ", max_size=24),
    model=st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", min_size=1, max_size=40),
    trim=st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ é", max_size=60),
    name=st.text(alphabet="ABCDEFGHIJabcdefghij", min_size=3, max_size=40),
    number=st.integers(0, 500),
)
def test_a_first_text_fits_two_segments_names_store_and_says_how_to_stop(
    language: str, first: str, model: str, trim: str, name: str, number: int
) -> None:
    vehicle = car(model=model, trim=trim)
    one = facts(
        lead=lead(id=f"L{number}", language=language),
        customer=customer(first=first),
        store=store(name=name),
        stock=vehicle,
    )
    draft = compose(
        outbound.templates(book()), Purpose.FIRST_RESPONSE, "first_marketplace", one, book(), RECEIVED, "text"
    )
    assert segments(draft.text).alphabet == "GSM-7"
    assert segments(draft.text).parts <= 2
    assert name in draft.text
    assert "STOP" in draft.text
    assert ("automated assistant" if language == "en" else "asistente automatizado") in draft.text


@pytest.mark.rule("R13")
def test_an_email_carries_store_address_and_the_way_out() -> None:
    for language in LANGUAGES:
        for step in steps("email"):
            one, draft = written(step, "email", language)
            assert one.store.address in draft.text
            assert one.store.name in draft.text
            assert "STOP" in draft.text


@pytest.mark.requirement("AI-05", "AI-11")
def test_availability_is_said_as_of_the_feed_and_names_its_row() -> None:
    _one, draft = written("first_marketplace", "text")
    assert "in stock as of 9:05 AM" in draft.text
    assert "vehicle:U3401" in draft.facts
    assert "store:name" in draft.facts


@pytest.mark.requirement("AI-05")
@pytest.mark.parametrize(
    ("status", "said"),
    [("sold", "no longer available"), ("gone", "no longer available"), ("on_hold", "on hold")],
)
def test_a_vehicle_that_is_not_there_is_not_offered(status: str, said: str) -> None:
    _one, draft = written("first_marketplace", "email", stock=car(status=status))
    assert said in draft.text
    assert "in stock" not in draft.text


@pytest.mark.rule("R20")
@pytest.mark.requirement("AI-12")
def test_a_california_store_leaves_the_vehicle_unnamed_in_its_first_message() -> None:
    for channel in ("email", "text"):
        one, draft = written("first_website", channel, store=store(region="CA"))
        assert not names_vehicle(one)
        assert not re.search("RAV4|Toyota|U3401", draft.text + draft.subject)


@pytest.mark.rule("R16")
@pytest.mark.requirement("AI-22")
def test_the_assistant_says_what_it_is_first_and_again_after_a_silent_week() -> None:
    from tests.models.rules.stage_of_one import Told

    told = Told(facts())
    for days, expected in ((0, True), (1, False), (8, True)):
        now = RECEIVED + timedelta(days=days)
        if days == 8:
            now += timedelta(hours=1)
        draft = compose(
            outbound.templates(book()),
            Purpose.NURTURE,
            ("first", "look", "drive")[min(days, 2)],
            told.facts,
            book(),
            now,
            "email",
        )
        assert ("automated assistant at" in draft.text.lower()) is expected, days
        told.now = now
        told._keep(
            outbound.message(
                told.facts,
                book(),
                now,
                draft,
                key=f"k{days}",
                purpose=Purpose.NURTURE,
                channel="email",
                why=("t",),
            )
        )
        told.send()
