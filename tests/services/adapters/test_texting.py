"""Texts against a carrier that is as strict as the real one and can be told to fail."""

from __future__ import annotations

import socket
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.models.attached import Attached
from desk.models.errors import BadInput, ChannelDown
from desk.models.time import TurnedClock
from desk.services.adapters.data import channel_table
from desk.services.adapters.text_codes import as_result, meaning
from desk.services.adapters.texting import TextSettings, TwilioTexts
from desk.services.adapters.texting_files import TextFiles
from desk.services.outside.carrier import STOP_WORDS, StandInCarrier
from desk.services.outside.carrier_terms import CarrierFile, Fault
from desk.services.ports import OutgoingText, SendResult
from tests.services.adapters.conftest import CUSTOMER, NOON, STORE


def hello(text: str = "Hello from Cedar Ridge Motors", **changes: object) -> OutgoingText:
    return replace(OutgoingText("row-1", CUSTOMER, text), **changes)  # type: ignore[arg-type]  # the test's own


def seen(result: SendResult) -> tuple[str, bool, bool, bool]:
    return result.outcome, result.address_bad, result.opted_out, result.channel_stop


# Sending


@pytest.mark.requirement("FLOW-05")
def test_a_text_is_sent_from_the_stores_number(carrier: StandInCarrier, texts: TwilioTexts) -> None:
    result = texts.send(hello())
    assert (result.outcome, result.code) == ("accepted", "queued")
    (sent,) = carrier.sent
    assert (sent.sid, sent.sender, sent.to, sent.body) == (result.provider_id, STORE, CUSTOMER, hello().text)


@pytest.mark.rule("R25")
@pytest.mark.parametrize(("left", "period"), [(-60, 1), (90, 90), (600, 600), (100_000, 36_000)])
def test_a_text_is_not_delivered_after_its_window(
    carrier: StandInCarrier, texts: TwilioTexts, left: int, period: int
) -> None:
    assert texts.send(hello(valid_until=NOON + timedelta(seconds=left))).outcome == "accepted"
    assert [sent.valid_s for sent in carrier.sent] == [period]


@pytest.mark.requirement("FLOW-05")
def test_a_messaging_service_sends_in_the_numbers_place(carrier: StandInCarrier, clock: TurnedClock) -> None:
    line = TwilioTexts(settings_for(carrier, service=carrier.service), clock)
    assert line.send(hello()).outcome == "accepted"
    line.close()
    assert carrier.sent[0].sender == STORE


def settings_for(carrier: StandInCarrier, **changes: object) -> TextSettings:
    base = TextSettings(
        account=carrier.account,
        token=carrier.token,
        numbers=(STORE,),
        base_url=carrier.base_url,
        answer_s=0.5,
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # the test's own


@pytest.mark.rule("R26")
@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (21610, ("refused", False, True, False)),
        (30003, ("retry", False, False, False)),
        (30005, ("refused", True, False, False)),
        (30006, ("refused", True, False, False)),
        (30007, ("refused", False, False, False)),
        (21211, ("refused", True, False, False)),
        (21614, ("refused", True, False, False)),
        (21608, ("refused", True, False, False)),
        (21611, ("retry", False, False, False)),
        (20429, ("retry", False, False, False)),
        (30001, ("retry", False, False, False)),
        (30034, ("retry", False, False, True)),
        (21606, ("retry", False, False, True)),
        (20003, ("retry", False, False, True)),
        (99999, ("refused", False, False, False)),
    ],
)
def test_each_code_asks_for_one_act(
    carrier: StandInCarrier, texts: TwilioTexts, code: int, outcome: tuple[str, bool, bool, bool]
) -> None:
    carrier.answer_next(Fault("answer", 400, code))
    result = texts.send(hello())
    assert (seen(result), result.code) == (outcome, str(code))
    assert result.detail.endswith(".")
    assert carrier.sent == []


@pytest.mark.rule("R26")
def test_the_table_of_codes_is_complete_and_speaks_plainly() -> None:
    table = channel_table("text_codes")["code"]
    actions = {"opted_out", "address_bad", "retry", "refused", "channel_stop"}
    assert {row["action"] for row in table.values()} <= actions
    for code in table:
        row = meaning(code)
        assert row.words.endswith(".")
        assert "!" not in row.words
        assert (row.wait_s is not None) == (row.action == "retry"), code
    assert (meaning("30006").call, meaning("30005").call) == (True, False)


@pytest.mark.rule("R23")
@pytest.mark.parametrize(
    "fault", ["timeout", "timeout_after_store", "drop", "drop_after_store", "garbage", 500, 503]
)
def test_a_lost_answer_is_uncertain_and_looked_up(
    carrier: StandInCarrier, texts: TwilioTexts, clock: TurnedClock, fault: str | int
) -> None:
    carrier.answer_next(fault)  # type: ignore[arg-type]  # kinds of fault and statuses
    result = texts.send(hello())
    assert (result.outcome, result.provider_id) == ("uncertain", "")
    found = texts.find(CUSTOMER, clock.now(), hello().text)
    stored = str(fault).endswith("after_store")
    assert (found is not None) == stored
    assert len(carrier.sent) == stored


@pytest.mark.rule("R23")
def test_the_look_up_wants_the_same_person_words_and_time(
    carrier: StandInCarrier, texts: TwilioTexts, clock: TurnedClock
) -> None:
    texts.send(hello("first"))
    carrier.receive(CUSTOMER, STORE, "second")
    clock.turn_to(NOON + timedelta(minutes=5))
    texts.send(hello("third"))
    assert texts.find(CUSTOMER, NOON, " first ") is not None
    assert texts.find(CUSTOMER, clock.now(), "first") is None
    assert texts.find(CUSTOMER, NOON, "second") is None
    assert texts.find("+15555550199", NOON, "third") is None
    found = texts.find(CUSTOMER, NOON, "third")
    assert found is not None
    assert (found.sid, found.status) == (carrier.sent[-1].sid, "queued")


@pytest.mark.rule("R23")
def test_a_carrier_that_is_not_there_is_a_plain_retry(clock: TurnedClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    line = TwilioTexts(
        TextSettings(account="AC", token="t", numbers=(STORE,), base_url=f"http://127.0.0.1:{port}"), clock
    )
    result = line.send(hello())
    with pytest.raises(ChannelDown, match="cannot be reached"):
        line.status("SM1")
    line.close()
    assert (result.outcome, result.code) == ("retry", "unreachable")


@pytest.mark.rule("R26")
@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        (format_datetime(NOON + timedelta(seconds=90), usegmt=True), 90.0),
        ("soon", 5.0),
        (None, 5.0),
    ],
)
def test_too_many_requests_says_when_to_come_back(
    carrier: StandInCarrier, texts: TwilioTexts, header: str | None, wait: float
) -> None:
    carrier.answer_next(Fault("answer", 429, 20429, (("Retry-After", header),) if header else ()))
    result = texts.send(hello())
    assert (result.outcome, result.retry_after_s) == ("retry", wait)
    assert texts.send(hello()).outcome == "accepted"


@pytest.mark.requirement("DESK-10")
@pytest.mark.parametrize(
    ("changes", "code"),
    [({"token": "guess"}, "20003"), ({"account": "AC9"}, "20003"), ({"numbers": ("+15555550111",)}, "21606")],
)
def test_a_wrong_account_stops_the_channel_not_the_text(
    carrier: StandInCarrier, clock: TurnedClock, changes: dict[str, object], code: str
) -> None:
    line = TwilioTexts(settings_for(carrier, **changes), clock)
    result = line.send(hello())
    line.close()
    assert (result.outcome, result.channel_stop, result.code) == ("retry", True, code)
    assert carrier.sent == []


@pytest.mark.requirement("DESK-03")
def test_the_token_travels_encrypted_or_not_at_all() -> None:
    with pytest.raises(BadInput, match="not encrypted"):
        TextSettings(account="AC", token="t", numbers=(STORE,), base_url="http://texts.example")
    assert TextSettings(account="AC", token="t", numbers=(STORE,)).base_url.startswith("https://")


@pytest.mark.requirement("FLOW-05")
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # one carrier for all the texts is meant
@given(text=st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=1600).filter(str.strip))
def test_any_words_arrive_as_they_were_written(carrier: StandInCarrier, text: str) -> None:
    line = TwilioTexts(settings_for(carrier, answer_s=5), TurnedClock(NOON))
    assert line.send(hello(text)).outcome == "accepted"
    assert carrier.sent[-1].body == text
    assert line.find(CUSTOMER, NOON, text) is not None
    line.close()


# Looking


@pytest.mark.rule("R25")
def test_a_status_is_followed_to_its_end(carrier: StandInCarrier, texts: TwilioTexts) -> None:
    sid = texts.send(hello()).provider_id
    looks = [texts.status(sid) for _ in range(4)]
    assert [(look.status, look.final) for look in looks] == [
        ("sending", False),
        ("sent", False),
        ("delivered", True),
        ("delivered", True),
    ]


@pytest.mark.rule("R26")
def test_a_text_that_fails_later_says_why(carrier: StandInCarrier, texts: TwilioTexts) -> None:
    carrier.bad_numbers[CUSTOMER] = 30006
    sid = texts.send(hello()).provider_id
    last = [texts.status(sid) for _ in range(3)][-1]
    assert (last.status, last.final, last.code) == ("undelivered", True, "30006")
    assert as_result(last.code).address_bad


@pytest.mark.rule("R24")
def test_inbound_texts_come_over_all_pages_oldest_first(carrier: StandInCarrier, clock: TurnedClock) -> None:
    line = TwilioTexts(settings_for(carrier, page_size=3), clock)
    sids = []
    for number in range(10):
        clock.turn_to(NOON + timedelta(minutes=number))
        sids.append(carrier.receive(CUSTOMER, STORE, f"text {number}"))
        line.send(hello(f"answer {number}"))
    assert [text.sid for text in line.inbound(NOON)] == sids
    line.close()


@pytest.mark.rule("R24")
def test_the_day_before_is_read_again_since_the_provider_counts_in_whole_days(
    carrier: StandInCarrier, texts: TwilioTexts, clock: TurnedClock
) -> None:
    carrier.receive(CUSTOMER, STORE, "long ago")
    clock.turn_to(datetime(2026, 3, 4, 23, 59, tzinfo=UTC))
    carrier.receive(CUSTOMER, STORE, "STOP")
    clock.turn_to(datetime(2026, 3, 5, 0, 1, tzinfo=UTC))
    carrier.receive(CUSTOMER, STORE, "today")
    assert [text.text for text in texts.inbound(clock.now())] == ["STOP", "today"]


@pytest.mark.requirement("FLOW-15")
def test_what_came_with_a_text_is_fetched_whole_and_its_place_sees_no_token(
    carrier: StandInCarrier, texts: TwilioTexts, clock: TurnedClock
) -> None:
    """The place that holds the bytes refuses whoever shows it a token."""
    photo, card = (
        CarrierFile("image/jpeg", b"\xff\xd8\xff" + bytes(70_000)),
        CarrierFile("text/vcard", b"BEGIN:VCARD"),
    )
    sid = carrier.receive(CUSTOMER, STORE, "", media=(photo, card))
    (text,) = texts.inbound(clock.now())
    assert (text.sid, text.files) == (sid, 2)
    assert texts.files(sid) == tuple(Attached("", file.data, file.kind) for file in (photo, card))


@pytest.mark.requirement("FLOW-15")
def test_a_file_that_is_too_large_or_gone_comes_without_bytes_and_stops_no_other(
    carrier: StandInCarrier, texts: TwilioTexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(channel_table("text_codes")["files"], "file_mb", 0.05)
    monkeypatch.setitem(channel_table("text_codes")["files"], "most", 2)
    sent = [CarrierFile("image/png", bytes(size)) for size in (60_000, 40_000, 1)]
    assert [len(file.data) for file in texts.files(carrier.receive(CUSTOMER, STORE, "", media=sent))] == [
        0,
        40_000,
    ]
    assert texts.files("SM" + "0" * 32) == ()


@pytest.mark.requirement("FLOW-15")
def test_files_lead_to_no_other_host_with_the_token_and_to_none_in_the_clear() -> None:
    asked: list[tuple[str, bool]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.url.host, "Authorization" in request.headers))
        away = {"/away": "https://cdn.example/photo", "/open": "http://cdn.example/photo"}.get(
            request.url.path
        )
        return (
            httpx.Response(307, headers={"Location": away}) if away else httpx.Response(200, content=b"photo")
        )

    client = httpx.Client(
        base_url="https://api.example", auth=("AC1", "token"), transport=httpx.MockTransport(answer)
    )
    files = TextFiles(client, {"most": 10, "file_mb": 1, "all_s": 5})
    (found,) = files.fetch([{"uri": "https://thief.example/away.json"}])
    assert (found.data, asked) == (b"photo", [("api.example", True), ("cdn.example", False)])
    with pytest.raises(ChannelDown, match="not encrypted"):
        files.fetch([{"uri": "/open.json"}])
    assert asked[2:] == [("api.example", True)]
    client.close()


@pytest.mark.requirement("FLOW-15")
def test_files_that_drip_are_left_for_another_time() -> None:
    seconds = iter(range(0, 100, 10))
    dripping = httpx.MockTransport(lambda _request: httpx.Response(200, content=iter([b"a"] * 9)))
    with httpx.Client(base_url="https://api.example", transport=dripping) as client:
        files = TextFiles(client, {"most": 10, "file_mb": 1, "all_s": 30}, tick=lambda: float(next(seconds)))
        with pytest.raises(ChannelDown, match="too slowly"):
            files.fetch([{"uri": "/one.json"}])


@pytest.mark.requirement("DESK-12")
def test_texts_of_another_desk_are_seen_and_the_providers_own_are_not(
    carrier: StandInCarrier, texts: TwilioTexts, clock: TurnedClock
) -> None:
    ours = texts.send(hello()).provider_id
    carrier.receive("+15555550177", STORE, "STOP")
    assert texts.sent_sids(NOON) == {ours}
    theirs = texts.send(hello("from the other desk")).provider_id
    assert texts.sent_sids(NOON) == {ours, theirs}


@pytest.mark.requirement("DESK-10")
@pytest.mark.parametrize("changes", [{"token": "guess"}, {"account": "AC9"}])
def test_looking_with_a_wrong_account_says_so(
    carrier: StandInCarrier, clock: TurnedClock, changes: dict[str, object]
) -> None:
    line = TwilioTexts(settings_for(carrier, **changes), clock)
    with pytest.raises(ChannelDown, match="refuses the sign-in"):
        list(line.inbound(NOON))
    line.close()


@pytest.mark.requirement("DESK-10")
def test_a_carrier_that_falls_silent_is_given_up_in_time(clock: TurnedClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        line = TwilioTexts(
            TextSettings(account="AC", token="t", numbers=(STORE,), base_url=address, answer_s=0.2), clock
        )
        began = time.monotonic()
        with pytest.raises(ChannelDown, match="did not answer in time"):
            line.status("SM1")
        line.close()
    assert time.monotonic() - began < 3


@pytest.mark.requirement("DESK-10")
def test_the_connection_test_signs_in_checks_the_number_and_sends(
    carrier: StandInCarrier, texts: TwilioTexts, clock: TurnedClock
) -> None:
    steps = texts.probe("+15555550188")
    assert [(step.name, step.ok) for step in steps] == [
        ("Sign in", True),
        ("Own number", True),
        ("Send a test text", True),
    ]
    assert [sent.to for sent in carrier.sent] == ["+15555550188"]
    for changes, failed in (({"token": "guess"}, "Sign in"), ({"numbers": ("+15555550111",)}, "Own number")):
        line = TwilioTexts(settings_for(carrier, **changes), clock)
        last = line.probe("+15555550188")[-1]
        line.close()
        assert (last.name, last.ok) == (failed, False)
    assert len(carrier.sent) == 1


@pytest.mark.rule("R29")
def test_the_providers_clock_is_seen(carrier: StandInCarrier, clock: TurnedClock) -> None:
    dates: list[str] = []
    line = TwilioTexts(settings_for(carrier), clock, dates.append)
    line.send(hello())
    list(line.inbound(NOON))
    line.close()
    assert len(dates) == 2


# The stand-in itself: as strict as the documentation


def post(carrier: StandInCarrier, form: dict[str, str], **more: object) -> tuple[int, int | None]:
    address = f"{carrier.base_url}/2010-04-01/Accounts/{carrier.account}/Messages.json"
    with httpx.Client(auth=(carrier.account, carrier.token), trust_env=False) as client:
        answer = client.post(address, data=form, **more)  # type: ignore[arg-type]  # the test's own
    return answer.status_code, answer.json().get("code")


@pytest.mark.rule("R26")
@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, (201, None)),
        ({"To": "555-0142"}, (400, 21211)),
        ({"To": ""}, (400, 21211)),
        ({"From": "+15555550999"}, (400, 21606)),
        ({"From": ""}, (400, 21603)),
        ({"Body": ""}, (400, 21602)),
        ({"Body": "x" * 1601}, (400, 21617)),
        ({"Body": "x" * 1600}, (201, None)),
        ({"Boddy": "typo"}, (400, 20001)),
        ({"ValidityPeriod": "0"}, (400, 20001)),
        ({"MessagingServiceSid": "MG9"}, (404, 21701)),
    ],
)
def test_the_stand_in_refuses_what_the_provider_refuses(
    carrier: StandInCarrier, changes: dict[str, str], answer: tuple[int, int | None]
) -> None:
    assert post(carrier, {"To": CUSTOMER, "From": STORE, "Body": "Hello", **changes}) == answer


@pytest.mark.rule("R26")
@pytest.mark.parametrize("word", sorted(STOP_WORDS))
def test_a_single_stop_word_blocks_at_the_provider_until_taken_back(
    carrier: StandInCarrier, texts: TwilioTexts, word: str
) -> None:
    carrier.receive(CUSTOMER, STORE, f" {word.lower()} ")
    carrier.receive(CUSTOMER, STORE, word)
    assert texts.send(hello()).opted_out
    assert len(carrier.confirmations) == 1
    assert texts.send(hello(to="+15555550143")).outcome == "accepted"
    carrier.receive(CUSTOMER, STORE, "START")
    assert texts.send(hello()).outcome == "accepted"


@pytest.mark.rule("R26")
def test_a_sentence_is_no_stop_word_there(carrier: StandInCarrier, texts: TwilioTexts) -> None:
    carrier.receive(CUSTOMER, STORE, "opt out")
    carrier.receive(CUSTOMER, STORE, "please stop")
    assert texts.send(hello()).outcome == "accepted"
    assert carrier.confirmations == []
