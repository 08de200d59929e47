"""What the assistant does by itself, how each kind of source is treated, and when visits can be (AI-*,
APPT-*).
"""

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
    Declared("answers.order", "list", "In which order several questions of one message are answered"),
    Declared("answers.from_knowledge", "list", "What is answered from the store's knowledge only"),
    Declared(
        "answers.knowledge_first",
        "list",
        "What is answered from the store's knowledge where it has an answer",
    ),
    Declared(
        "answers.attributes.*",
        "list",
        "Words that ask for this about a vehicle; what the list lacks goes to a person",
    ),
    Declared("answers.equipment.*", "list", "Words that ask for this piece of equipment of a vehicle"),
    Declared("answers.whole", "list", "Words that ask for the whole listing of a vehicle"),
    Declared("answers.wishes.*", "list", "Words that set a limit to a search for other vehicles"),
    Declared(
        "answers.comparisons.*",
        "list",
        "Words that ask for a vehicle that is more so than the one asked about",
    ),
    Declared("answers.colors.*", "list", "Words for this color"),
    Declared("answers.drives.*", "list", "Words for this drive"),
    Declared("answers.fuels.*", "list", "Words for this fuel"),
    Declared(
        "stock.fresh_for",
        "span",
        "How old the list may be for a vehicle to be told as here without being asked",
        high="30d",
    ),
    Declared(
        "inquiry.passed_over", "list", "What an inquiry's own comments never mean, as only an answer can"
    ),
    Declared(
        "inquiry.needs_stock", "list", "What is not answered there about a vehicle that is not on the list"
    ),
    Declared("answers.asks.*", "words", "What the assistant asks back after such a message"),
    Declared(
        "knowledge.threshold",
        "number",
        "How alike a question must be to be answered from knowledge",
        "share",
        0.1,
        1,
    ),
    Declared(
        "knowledge.threshold_about",
        "number",
        "The same where the reader knows what the question is about",
        "share",
        0.1,
        1,
    ),
    Declared(
        "knowledge.threshold_beside",
        "number",
        "The same for a question within a message about something else",
        "share",
        0.1,
        1,
    ),
    Declared("answers.send", "list", "Words that ask for something to be sent, once more if need be"),
    Declared("answers.matters.*", "list", "Words that say that this matters most to the customer"),
    Declared("answers.compare", "list", "Words that ask for two vehicles side by side"),
    Declared("answers.bodies.*", "list", "Words for this kind of vehicle, the customers' and the lists'"),
    Declared("answers.which", "list", "Words that ask which vehicle this is about"),
    Declared("answers.who", "list", "Words that ask who is writing"),
    Declared("handoff.lease_words", "list", "Words that tell of a lease that ends, which is urgent (AI-10)"),
    Declared(
        "knowledge.same_request",
        "number",
        "How alike two open questions must be to be one request (AI-13)",
        "share",
        0.1,
        1,
    ),
    Declared("knowledge.small_words", "list", "Words that say nothing about what a question is about"),
    Declared("knowledge.alike", "list", "Groups of words with one meaning"),
    Declared("knowledge.about.*", "list", "Words that tell that a knowledge entry is about this"),
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
    Declared("visit.length", "span", "How long a visit is", low="15m", high="8h"),
    Declared(
        "visit.every_minutes",
        "number",
        "Times of a visit start this far apart, counted from the opening",
        "minutes",
        5,
        240,
    ),
    Declared("visit.capacity", "number", "Visits that may start at one time", "count", 1, 50),
    Declared("visit.earliest", "span", "The soonest time offered, counted from now", high="7d"),
    Declared("visit.before_closing", "span", "No visit starts later than this before closing", high="12h"),
    Declared("visit.days_ahead", "number", "How far ahead visits are booked", "days", 1, 365),
    Declared("visit.offered", "number", "How many free times are offered at once", "count", 1, 4),
    Declared("visit.first_words", "list", "Words that choose the first of the times offered"),
    Declared("visit.last_words", "list", "Words that choose the last of the times offered"),
    Declared("visit.either_words", "list", "Words that take any of the times offered"),
    Declared("visit.same_time_words", "list", "Words that keep the hour of the visit that stands"),
    Declared("visit.or_words", "list", "Words between days of which either suits"),
    Declared("visit.day_words", "list", "Words that name a day, beside the days of the week"),
    Declared(
        "visit.part_ends.*",
        "number",
        "Hour at which the part of the day that begins then ends",
        "hour",
        1,
        24,
    ),
    Declared(
        "visit.good_hours",
        "list",
        "Hours of the day offered first when the customer named none, best first",
        "local hours",
        0,
        23,
    ),
    Declared(
        "visit.confirm_before",
        "span",
        "The customer is written to this long before a visit (APPT-02)",
        low="3h",
        high="7d",
    ),
    Declared(
        "visit.confirm_unless_booked_within",
        "span",
        "... unless the visit was booked less than this before that moment",
        high="48h",
    ),
    Declared("visit.remind_before", "span", "A short reminder goes this long before", low="15m", high="12h"),
    Declared("visit.on_time", "span", "A reminder later than this is left out", low="5m", high="2h"),
    Declared("visit.prepare_before", "span", "Vehicle and papers are ready this long before", high="2d"),
    Declared(
        "visit.outcome_after", "span", "A visit without an outcome is asked about this long after", high="2d"
    ),
    Declared(
        "visit.notes_within", "span", "The notes of a visit are due this long after it", low="15m", high="3d"
    ),
    Declared(
        "visit.personal_kinds",
        "list",
        "Kinds of source whose visits are booked as a personal consultation (APPT-01)",
        allowed=_KINDS,
    ),
    Declared(
        "visit.premium_hours",
        "list",
        "Hours of the day offered first to a hot lead (TEMP-03)",
        "local hours",
        0,
        23,
    ),
)
