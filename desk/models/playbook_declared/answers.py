"""What customers' questions are heard by and answered from (AI-05 … AI-13)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

ANSWERS: tuple[Declared, ...] = (
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
    Declared("answers.number", "list", "Words that ask where a customer's number came from"),
    Declared(
        "answers.their_own",
        "list",
        "Words of a customer for their own vehicle, once a trade-in was spoken of",
    ),
    Declared("answers.beyond_address", "list", "Words that ask more about the way than the address tells"),
    Declared("answers.how_are_you", "list", "Words that ask how one is, which is answered in kind"),
    Declared("answers.at_theirs", "list", "Words that ask us to come to the customer instead"),
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
    Declared("knowledge.asks.*", "list", "Words that ask about this without naming it"),
    Declared("knowledge.about.*", "list", "Words that tell that a knowledge entry is about this"),
    Declared(
        "answers.thousands_up_to", "number", "A bare number up to this means thousands", "count", 10, 1000
    ),
    Declared(
        "answers.least_price", "number", "A smaller amount is a payment and no price", "dollars", 0, 20000
    ),
    Declared("knowledge.joins", "list", "Words between two questions of one message"),
    Declared(
        "answers.few_words", "number", "So few words of no topic may go on about the vehicle", "words", 1, 12
    ),
    Declared("answers.beyond_list", "list", "Words that ask more of a vehicle than whether it is here"),
    Declared(
        "stock.shrink_share",
        "number",
        "A feed that lost more than such a part of the vehicles at once waits for a person's word",
        "share",
        0.05,
        1,
    ),
    Declared("stock.shrink_from", "number", "... where so many vehicles stood on the list", "count", 1, 1000),
    Declared(
        "answers.models.*",
        "list",
        "Models of this kind, by which vehicles like one that never stood on the list are found",
    ),
)
