"""What the assistant does by itself, and how each kind of source is treated (AI-*)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared
from desk.models.words import SourceKind

_KINDS = tuple(str(kind) for kind in SourceKind)

ASSISTANT: tuple[Declared, ...] = (
    Declared(
        "first_response.by_person",
        "list",
        "Kinds of source that get no first message by themselves: a person calls first (AI-04)",
        allowed=_KINDS,
    ),
    Declared("first_response.person_call_within", "span", "When that call is due", low="5m", high="2d"),
    Declared(
        "first_response.call_task_after",
        "span",
        "When the call task of an internet lead is due (ILM-07)",
        high="24h",
    ),
    Declared(
        "first_response.expires_after",
        "span",
        "A first message that could not leave for this long is decided anew",
        low="1h",
        high="7d",
    ),
    Declared(
        "similar.after_call",
        "span",
        "Similar vehicles go this long after the first logged call attempt (AI-05)",
        high="7d",
    ),
    Declared(
        "similar.after_receipt", "span", "... or this long after receipt where no call is logged", high="7d"
    ),
    Declared(
        "similar.give_up_after",
        "span",
        "No longer sent when this much later than planned",
        low="1h",
        high="7d",
    ),
    Declared("similar.fewest", "number", "How many vehicles are proposed at least", "count", 1, 5),
    Declared("similar.most", "number", "How many vehicles are proposed at most", "count", 1, 8),
    Declared("similar.most_by_text", "number", "How many of them fit into a text", "count", 1, 5),
    Declared(
        "assistant.near",
        "span",
        "A person who writes is told of the assistant's own message when it left or leaves within this time (FLOW-15)",
        low="1m",
        high="2h",
    ),
    Declared(
        "reply.staffed_wait",
        "span",
        "Inside the rest it answers only when no person has within this much staffed time (AI-25)",
        high="8h",
    ),
    Declared(
        "reply.expires_after",
        "span",
        "An answer not sent within this time is decided anew",
        low="10m",
        high="7d",
    ),
    Declared(
        "reply.not_now_pause",
        "span",
        "A customer who says not now twice without a date is left in peace for this long",
        low="1d",
        high="180d",
    ),
    Declared(
        "reply.unclear_before_handoff",
        "number",
        "So many messages in a row that were not understood hand the lead to a person (AI-09)",
        "count",
        1,
        5,
    ),
    Declared(
        "handoff.high_value_dollars",
        "number",
        "A vehicle at or above this price is a high-value opportunity (AI-10)",
        "dollars",
        0,
    ),
    Declared("handoff.high_value_stock", "list", "Stock numbers the store counts as high value as well"),
    Declared(
        "handoff.vip_sources",
        "list",
        "Sources whose customers are handed to a person at their first answer (AI-10)",
    ),
    Declared(
        "handoff.vip_kinds",
        "list",
        "Kinds of source whose customers are handed to a person at their first answer (AI-10)",
        allowed=_KINDS,
    ),
    Declared("handoff.urgent_words", "list", "Words that make an answer urgent (AI-10)"),
    Declared("handoff.always", "list", "What a customer says that always goes to a person"),
    Declared("handoff.figures", "list", "What a customer asks whose figures only a person gives (AI-12)"),
    Declared("assistant.stopping_statuses", "list", "Statuses that stop the assistant by themselves (AI-16)"),
    Declared(
        "assistant.campaign_reasons",
        "list",
        "Reasons of a lost lead for which the re-engagement campaign may still write",
    ),
    Declared("handoff.urgent_intents", "list", "What a customer asks that makes an urgent word count"),
    Declared("handoff.buying_intents", "list", "What a customer asks that shows they mean to buy (AI-10)"),
    Declared(
        "handoff.complex_financing_words",
        "list",
        "Words that make a financing question one for a person (AI-10)",
    ),
    Declared("handoff.waiting_words", "list", "Words of who still waits for the person"),
    Declared("handoff.lease_words", "list", "Words that tell of a lease that ends, which is urgent (AI-10)"),
    Declared("mystery.at", "time", "When the night's test customers write (AI-26)"),
    Declared(
        "language.wait",
        "span",
        "A message waits this long for a language endpoint's words, then goes with the desk's own (AI-20)",
        high="30s",
    ),
    Declared(
        "language.read_wait",
        "span",
        "A message that was not understood waits this long for a second reading",
        high="60s",
    ),
    Declared("language.purposes", "list", "Which messages a language endpoint may word"),
    Declared("language.may_read", "list", "What a language endpoint may understand in a message"),
    Declared("language.longest", "number", "How much longer its sentence may be", "factor", 1, 3),
    Declared("language.claims", "list", "Words of facts that its sentences may neither add nor lose"),
    Declared("language.harmless", "list", "Phrases in which such a word says nothing about the facts"),
    Declared("language.may_be_lost", "list", "Words of facts that its sentences may do without"),
    Declared(
        "language.beginnings", "list", "Words that begin a sentence, so that their capital makes no name"
    ),
    Declared("language.common_en", "list", "The commonest words of English"),
    Declared("language.common_es", "list", "The commonest words of Spanish"),
    Declared(
        "strategy.queue_ahead", "span", "Drafts that wait for approval are written this long ahead", high="7d"
    ),
    Declared("strategy.*.first", "words", "Which wording the first message has"),
    Declared("strategy.*.second", "words", "Which wording the second message has; empty for none"),
    Declared("strategy.*.second_after", "span", "When the second message goes", high="7d"),
    Declared("strategy.*.third", "words", "Which wording the third message has"),
    Declared("strategy.*.third_after", "span", "When the third message goes", high="7d"),
    Declared("strategy.*.pace", "number", "Stretches the intervals of the cadence", "times", 0.25, 8),
    *(
        Declared(
            f"approval.{kind}",
            "words",
            f"Whether messages to {kind.replace('_', ' ')} leads go out by themselves or wait (AI-18)",
            allowed=("auto", "queue"),
        )
        for kind in _KINDS
    ),
    Declared(
        "first_response.late_after",
        "span",
        "A lead that came in earlier than this is told of in the morning's list only",
        low="5m",
        high="12h",
    ),
    Declared("similar.years", "number", "Similar vehicles are at most so many years apart", "years", 0, 10),
    Declared(
        "similar.miles_a_year",
        "number",
        "So many miles apart weigh as much as one year",
        "miles",
        1000,
        100000,
    ),
    Declared(
        "similar.price_a_year",
        "number",
        "Such a part of the price apart weighs as much as one year",
        "share",
        0.01,
        1,
    ),
    Declared(
        "similar.most_years",
        "number",
        "Price and miles weigh at most as much as so many years each",
        "years",
        0,
        10,
    ),
    Declared("reply.nods", "number", "So many bare nods in a row get no further question", "count", 2, 10),
    Declared("reply.shrug_words", "number", "A longer message says more than that it nods", "words", 1, 20),
    Declared(
        "reply.language_words",
        "number",
        "A shorter message is no proof that somebody writes English",
        "words",
        1,
        10,
    ),
    Declared(
        "reply.most_passed_on",
        "number",
        "So often who asks nothing new is told that it was passed on",
        "count",
        1,
        5,
    ),
)
