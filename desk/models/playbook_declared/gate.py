"""What the gate counts and waits for, and the promise firewall, where the law leaves it to the store (R5 …
R29, AI-24).
"""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

GATE: tuple[Declared, ...] = (
    Declared(
        "states.rule",
        "table",
        "The store's rows over the table of states: tighter is free, past the law a manager and a reason (R9)",
    ),
    Declared(
        "states.halt",
        "table",
        "Declared emergencies: no call or text to people of a state on these days (R9)",
    ),
    Declared("states.holiday", "table", "Legal holidays beside the shipped ones, for one state or all (R9)"),
    Declared(
        "caps.calls_and_texts_24h",
        "number",
        "Calls and texts to one person in any 24 hours, people and assistant together (R10)",
        "count",
        1,
        3,
    ),
    Declared(
        "caps.touches_day_0",
        "number",
        "Touches on the local day the inquiry came in, email included (FLOW-13)",
        "count",
        0,
        20,
    ),
    Declared("caps.touches_day", "number", "Touches a local day after that (FLOW-13)", "count", 0, 20),
    Declared(
        "caps.touches_week",
        "number",
        "Touches in any 7 local days, day 0 not counted (FLOW-13)",
        "count",
        0,
        60,
    ),
    Declared(
        "caps.one_touch_minutes",
        "number",
        "An email and a text this close together are one touch",
        "minutes",
        0,
        60,
    ),
    Declared(
        "caps.live_exchange_hours",
        "number",
        "How long an answer to the customer counts as a direct reply and not as a touch",
        "hours",
        0,
        72,
    ),
    Declared(
        "caps.outside_budget", "list", "Purposes that no touch budget holds back; the 24-hour cap still does"
    ),
    Declared(
        "rest.after_person_hours",
        "number",
        "The assistant starts nothing of its own for this long after a person's contact (AI-25)",
        "hours",
        0,
        336,
    ),
    Declared("rest.goes_on", "list", "Purposes that go out during the rest too"),
    Declared(
        "consent.after_inquiry_days",
        "number",
        "Calls and texts without written consent end this long after the last inquiry (R7)",
        "days",
        0,
        90,
    ),
    Declared("consent.after_sale_days", "number", "... and this long after a sale (R7)", "days", 0, 540),
    Declared(
        "consent.scrub_days",
        "number",
        "The do-not-call list may be at most this old before a cold call or text (R8)",
        "days",
        1,
        31,
    ),
    Declared(
        "consent.unasked", "list", "Purposes that nobody asked for: by text they need written consent (R6)"
    ),
    Declared(
        "night.answer_live_text",
        "flag",
        "Whether a text that just came in may be answered outside the hours (R11)",
    ),
    Declared("night.answer_minutes", "number", "... only this long after it came", "minutes", 1, 15),
    Declared(
        "opt_out.confirm_minutes",
        "number",
        "The one confirmation goes out within this time after the opt-out, or not at all (R5)",
        "minutes",
        1,
        5,
    ),
    Declared(
        "opt_out.carrier_words",
        "list",
        "A text of one of these words alone is answered by the texting provider itself (R5)",
    ),
    Declared(
        "health.ask_again",
        "span",
        "How soon a message is asked about again that waits for no certain moment (R24)",
        "",
        "2s",
        "5m",
    ),
    Declared("health.ask_again_at_most", "span", "... and how late at most", "", "5s", "5m"),
    Declared(
        "health.inbound_minutes",
        "number",
        "Automated sending stops when the channel was last read longer ago than this (R24)",
        "minutes",
        1,
        10,
    ),
    Declared(
        "health.clock_minutes",
        "number",
        "How far the computer's clock may be off before hours can no longer be judged (R29)",
        "minutes",
        1,
        5,
    ),
    Declared(
        "retention.months",
        "number",
        "A customer about whom nothing happens is forgotten after this (R22)",
        "months",
        1,
        120,
    ),
    Declared(
        "retention.proof_years",
        "number",
        "Consents are kept this long as proof; opt-outs for good (R22)",
        "years",
        5,
        15,
    ),
    Declared("canada.allowed", "flag", "Whether the store writes to Canada at all"),
    Declared(
        "canada.after_inquiry_days", "number", "Implied consent after an inquiry (CASL)", "days", 0, 182
    ),
    Declared(
        "canada.after_sale_days", "number", "Implied consent after a purchase or lease (CASL)", "days", 0, 730
    ),
    Declared("content.parts", "number", "The parts a text may need on its way (R26)", "count", 1, 2),
    Declared(
        "content.disclose_again_days",
        "number",
        "The assistant says again what it is after this long without a word (R16)",
        "days",
        1,
        7,
    ),
    Declared(
        "content.opt_out_line_days",
        "number",
        "A text carries the opt-out line at least this often (R26)",
        "days",
        1,
        30,
    ),
    Declared(
        "content.disclosure",
        "list",
        "A message says what its author is when all words of one of these rows are in it (R16)",
    ),
    Declared("content.opt_out_line", "list", "A text tells how to stop when one of these is in it (R26)"),
    Declared(
        "content.email_opt_out",
        "list",
        "A marketing email tells how to stop when one of these is in it (R13)",
    ),
    Declared("content.false_subject", "list", "A subject may not claim a thread that is none (R13)"),
    Declared("content.shorteners", "list", "Public link shorteners, which a text may not hold (R26)"),
    Declared("content.subject_claims", "list", "A subject may not claim a price or an approval (R13)"),
    Declared(
        "firewall.longest_email",
        "number",
        "The longest email the assistant sends by itself",
        "characters",
        200,
        5000,
    ),
    Declared(
        "firewall.figures",
        "list",
        "Words that state figures, credit or terms: such a draft waits for a person (AI-24, R19)",
    ),
    Declared(
        "firewall.promises",
        "list",
        "Words of approval and guarantee: such a draft waits for a person (AI-24)",
    ),
    Declared("firewall.deadlines", "list", "A delivery, hold or deadline that nobody agreed to (AI-24)"),
    Declared(
        "firewall.availability", "list", "Availability said as a fact without the moment it was read (AI-24)"
    ),
    Declared("firewall.tone", "list", "Not the store's tone (AI-19)"),
    Declared(
        "firewall.capitals_in_a_row",
        "number",
        "This many words in capitals in a row are shouting",
        "count",
        2,
        20,
    ),
    Declared("firewall.capitals_allowed", "list", "Words in capitals that are no shouting"),
    Declared(
        "firewall.beginnings",
        "list",
        "Words that begin sentences; any other word there that the store never uses is taken for a name (AI-24)",
    ),
    Declared(
        "firewall.first_names",
        "list",
        "First names, by which a stranger is known at a sentence's beginning: such a draft waits for a person (AI-24)",
    ),
    Declared("firewall.known_names", "list", "Words with a capital that name no person (AI-24)"),
    Declared(
        "sending.email_retries_s",
        "list",
        "Waits after a mail server's try again, then the email has failed (R28)",
        "seconds",
        1,
        172800,
    ),
    Declared(
        "sending.text_retries_s", "list", "Waits after the texting provider's try again", "seconds", 1, 86400
    ),
    Declared("firewall.as_of", "list", "Words that tell the moment of an availability (AI-05)"),
    Declared("firewall.titles", "list", "Titles after which a word that begins a sentence is a name (AI-24)"),
)
