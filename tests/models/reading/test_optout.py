"""Opt-outs in any wording stop; talk that only sounds like one does not (R2, R4)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desk.models.rules.reading import MessageIn, read
from desk.services.lexicon import load_lexicon
from tests.models.reading.reads import WEDNESDAY, reads

pytestmark = [pytest.mark.requirement("COMPLY-01", "AI-09"), pytest.mark.rule("R2")]

PER_SE = ["stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe", "stopall", "optout"]
STOPS = [
    "kill the texts", "not consenting to texts", "please do not contact me, how much is the tacoma",
    "Take us off this list please, we lease from corporate now.", "take us off", "I am opting out of your e-mail program.", "stop the truck listing emails pls", "enough texts",
    "Please take this address off.", "take my # out ur phone", "quit hittin me up", "blocked. dont try from another number",
    "stp", "st0p", "STOP!!!", "s t o p", "Please stop.", "ok stop now", "stop stop stop", "🛑 stop", "take me off",
    "take me off your list", "remove me from this list pls", "quit texting me", "no more texts", "do not text me",
    "dont message me anymore", "I revoke my consent", "please end these messages", "opt me out",
    "how do i make this stop", "not interested. stop", "i said stop", "you need to stop texting this phone",
    "leave me alone", "unsubscribe me", "cease all communication", "i never signed up, remove me please",
    "no mas", "no más", "alto", "parar", "PARE", "ya no me escriban", "dejen de mandarme mensajes", "bórrenme de la lista",
    "quítenme de su lista", "no quiero recibir mensajes", "darme de baja", "ya basta", "basta",
    "stop\u200b", "ＳＴＯＰ", "sToP plz", "STOP. I bought one already", "please take my name off your text list", "dont send anymore", "un-subscribe", "STOP 2 END", "leave me be",
    "give it a rest with the texting", "take it out of whatever system this is", "word i send to make these quit?",
    "i have no wish for any more mail from your firm", "you need not write again", "one more text and i report you",
    "under no circumstances contact me again", "quit blowing up my phone", "favor de no volver a escribir",
    "I would ask that this correspondence come to an end.", "You have no permission to use this number.", "I request deletion of my personal data.",
    "Do not add me to any mailing list.", "ok u can stop", "whats the word to stop these", "bájenme de esa lista", "could you guys please lay off",
    "i want to be left alone", "ya no quiero que me hablen", "how many times do i have to say stop", "Kindly strike my name from your list.",
    "yo stop blowin me up", "We do not care to hear from you any longer.", "no autorizo que me contacten", "this number is not for marketing",
    "one more buzz from this thing and the phone goes in the lake, if it rings again i am done", "forget you ever had my digits",
    "please have my particulars erased", "no vuelvan a marcar", "Unenroll", "i'd be glad if this were your last letter", "nope and stop asking",
    "you gotta stop", "consider this my goodbye text", "shut it off for my number", "kindly hush", "do not contact me by phone", "Do not call, text, email or mail me. Period.", "no calls, texts or emails please",
    "don't check in later either", "this ends today", "take her name and number out of everything",
    "por favor borrar mi número", "no me contacten", "I told you to stop", "this is spam, stop", "no longer want texts",
]  # fmt: skip
TALK = [
    "is there an opt out for the mandatory gap insurance", "how do i turn off the daytime lights",
    "unsubscribe me from the expensive ones haha, anything cheaper",
    "i asked the other dealer to stop calling me so here we are. is the tacoma there",
    "my grandson says text STOP to be rid of these but I want the ones about the truck",
    "I'm not asking you to stop", "ok stop, you had me at heated seats", "take me off the calendar for friday",
    "they wont stop calling me from the other dealership, whats the mileage", "clicked yours by mistake, leave me on",
    "can I stop by at 5", "ill stop in tomorrow", "cancel my 3 pm", "cancel my appointment", "don't stop",
    "please dont stop sending me trucks", "end of the month works for me", "I quit my job last week",
    "does it have stop and go traffic assist", "the front end makes noise", "we stopped at your lot yesterday",
    "can you take the fees off", "could we stop at the bank first", "is it at the end of its lease",
    "i can not stop thinking about that truck", "no more than 20k", "cancel the 2 and make it 4",
    "puedo pasar mañana", "para cuando llega", "no más quiero saber el precio", "alto kilometraje?",
    "no cancelen mi cita", "is noise cancelling included", "what do I need to bring", "take me to the red one first",
    "remove the roof rack and I'll buy it", "will you block the car for me until Friday", "i want out of my lease", "dont delete my info, I will be back in january", "never got your text, resend it",
    "remove me as the cosigner", "do not contact my bank yet", "I do not want to unsubscribe", "nunca me contactaron",
    "stop sending me red ones, i said white", "how do i opt out of the gps tracker fee", "nunca me llamaron de regreso",
    "take me off the 3pm slot and put me at 5", "does the no contact delivery cost extra", "is one of the stop lights out",
    "I would ask that the dealer add-ons be removed from the invoice.", "Please discontinue the search for a Tundra; a Tacoma will do.",
    "dont send me to voicemail again", "why did i get unsubscribed", "enough already what is the price", "lose the doc fee and its a deal",
    "stop playing games and give me a price", "at the end of the day i need under 400", "drop the car at my house", "dejen el precio en 15 y voy",
    "no me llame antes de las 5", "pls dont text after 9pm", "cancel the black one and look for a white", "you texted the wrong price",
    "i keep getting the wrong guy when i call", "no need to call, ill just come in", "leave a message with my wife",
    "enough with the white ones, whats in black?", "please discontinue the lease quote and send 60 month numbers", "how do i stop the interest from running",
    "i'd like to be removed from the co-signer spot", "i almost said stop but then i saw the price", "the link says unsubscribe when i click photos",
    "your chat window wont stop popping up", "could it be dropped at my mother's place", "where did you get my number from",
    "keep the updates coming", "leave me alone with it for 20 minutes on the test drive", "i dont want texts from 3 different people",
    "never call before noon", "no me manden mensajes tan noche", "no pare de buscarme una Tundra", "ya basta de vueltas, el precio final?",
    "take my name off the loan application", "how do you turn off the lane assist", "don't stop sending me updates",
]  # fmt: skip


@pytest.mark.parametrize("word", PER_SE)
def test_a_per_se_word_alone_is_an_opt_out_of_texts(word: str) -> None:
    reading = reads(word.upper())
    assert (reading.intents[0], reading.action, reading.do_not) == ("opt_out", "stop", ("text",))


@pytest.mark.parametrize("text", STOPS)
def test_other_words_that_ask_to_stop_are_opt_outs(text: str) -> None:
    reading = reads(text)
    assert "opt_out" in reading.intents, reading
    assert reading.action == "stop"
    assert reading.do_not


@pytest.mark.parametrize("text", TALK)
def test_talk_that_only_sounds_like_one_is_not(text: str) -> None:
    reading = reads(text)
    assert "opt_out" not in reading.intents, reading
    assert reading.action != "stop"
    assert reading.do_not == ()


@pytest.mark.rule("R4")
@pytest.mark.parametrize(
    "text", ["not now", "not right now", "maybe later", "ahorita no", "im busy this week"]
)
def test_an_ambiguous_no_pauses(text: str) -> None:
    reading = reads(text)
    assert reading.action in ("ask", "pause_until")
    assert reading.do_not == ()


@pytest.mark.parametrize(
    ("text", "do_not"),
    [
        ("lose my number", ("text", "call")),
        ("stop calling me", ("call",)),
        ("no me llamen ni me escriban", ("text", "call")),
        ("do not contact me", ("all",)),
        ("wrong number", ("text", "call")),
        ("stop emailing me", ("email",)),
        ("do not contact me by phone, e-mail or text again", ("all",)),
    ],
)
def test_a_refusal_covers_what_it_names(text: str, do_not: tuple[str, ...]) -> None:
    assert reads(text).do_not == do_not


def test_unsubscribe_by_mail_forbids_mail() -> None:
    body = "Please unsubscribe me.\n\nOn Tue, Nov 24, 2026 at 9:02 AM Sales <sales@example.com> wrote:\n> Hi"
    reading = reads(body, channel="email")
    assert (reading.intents, reading.do_not, reading.visible) == (
        ("opt_out",),
        ("email",),
        "Please unsubscribe me.",
    )


def test_a_stop_line_in_the_quoted_mail_is_not_the_customers() -> None:
    body = "Is it still there?\n\nOn Tue, Nov 24, 2026 at 9:02 AM Sales <sales@example.com> wrote:\n> Reply STOP to opt out"
    assert reads(body, channel="email").intents == ("availability",)


@pytest.mark.parametrize(
    ("text", "preferred", "do_not"),
    [
        ("no texts please, email me", "email", ("text",)),
        ("dont call, text me", "text", ("call",)),
        ("quit calling! email me the quote", "email", ("call",)),
        ("unsubscribe me from the emails but keep texting", "text", ("email",)),
        ("Dont call. Dont text. Email or nothing.", "email", ("text", "call")),
        ("no me llamen, mejor por correo", "email", ("call",)),
        ("Do not contact me by phone. E-mail is read twice a day.", "email", ("call",)),
        ("dont text my wife its a surprise, text me", "text", ("text",)),
        ("whichever, text or email, just not a phone call", "text", ("call",)),
        ("no more robocalls. a text from a real person is fine", "text", ("call",)),
    ],
)
def test_a_refusal_that_names_another_channel_is_a_preference(
    text: str, preferred: str, do_not: tuple[str, ...]
) -> None:
    reading = reads(text)
    assert "opt_out" not in reading.intents
    assert (reading.preferred_contact, reading.do_not) == (preferred, do_not)


@pytest.mark.parametrize("text", ["no calls please", "not a phone person", "rather you didnt call"])
def test_a_refusal_to_be_called_is_a_no_where_a_call_was_offered(text: str) -> None:
    reading = reads(text, asked="call")
    assert "opt_out" not in reading.intents
    assert "no" in reading.intents


@pytest.mark.parametrize(
    "text",
    [
        "third time nobody called me back, terrible service",
        "you quoted me the wrong number, it said 18,250",
        "i dont have a cosigner is that ok",
        "I don't have a job right now is that a problem",
        "you have the wrong color listed",
        "I have a different number now 208-555-0133",
        "we have a different car in mind",
        "I was there at 2 and nobody was here",
    ],
)
def test_what_is_wrong_or_missing_elsewhere_is_no_wrong_number(text: str) -> None:
    assert "wrong_number" not in reads(text).intents


def test_a_wrong_number_is_an_opt_out_only_where_stopping_is_asked_too() -> None:
    assert reads("wrong number").intents == ("wrong_number",)
    assert reads("wrong number, stop texting me").intents == ("opt_out", "wrong_number")


@settings(deadline=None, max_examples=150)
@example(word="no mas", before="hey ", after=" ??", loud=False)
@given(
    word=st.sampled_from(["stop", "unsubscribe", "stopall", "alto", "parar", "no mas", "take me off"]),
    before=st.sampled_from(["", "please ", "hey ", "OK, ", "¡", "... ", "🙏 ", "pls pls "]),
    after=st.sampled_from(
        ["", "!", "!!!", ".", " please", " now", " 🛑🛑", " thanks", " gracias", "\n\n", " ??", " ya"]
    ),
    loud=st.booleans(),
)
def test_a_stop_word_with_any_decoration_is_an_opt_out(
    word: str, before: str, after: str, loud: bool
) -> None:
    text = before + (word.upper() if loud else word) + after
    assert "opt_out" in reads(text).intents


@pytest.mark.rule("R2", "R4")
def test_no_model_cancels_a_stop_that_fixed_rules_are_sure_of_whatever_else_is_asked() -> None:
    lexicon = load_lexicon()
    deaf = replace(lexicon.learned, sure={**lexicon.learned.sure, "stop_doubted": 99.0})
    told = {
        text: read(MessageIn("m1", text, WEDNESDAY, "America/Phoenix"), replace(lexicon, learned=deaf))
        for text in (
            "stop texting me, how much is the tacoma",
            "STOP. How much is the tacoma",
            "stop texting me",
        )
    }
    assert all("opt_out" in one.intents or one.doubt == "may_have_stopped" for one in told.values())
    assert "opt_out" in told["stop texting me"].intents
    assert "opt_out" in told["stop texting me, how much is the tacoma"].intents
