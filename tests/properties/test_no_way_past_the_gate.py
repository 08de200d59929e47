"""Whatever happens in whatever order, nothing is handed to a provider for an address that is blocked (R1, R3, R28, COMPLY-01).

The way out is watched where it leaves the desk: at the moment of each send the blocks are read from the store, not asked of the
gate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desk.models import commands as c
from desk.models.commands import MergeLeads
from desk.models.conversation import Message
from desk.models.errors import DeskError
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect
from desk.models.person import Block
from desk.services.handlers.sending import Claimed
from desk.services.outbox import Outbox
from desk.services.ports import SendResult
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R1", "R3", "R28"), pytest.mark.requirement("COMPLY-01", "COMPLY-05")]
WORDS = (
    "STOP", "stop texting me", "Please do not contact me again", "unsubscribe", "wrong number", "lose my number", "START",
    "No texts please, email me", "Is it still there?", "Could I come Saturday at 3?", "What is the price?", "Thanks",
)  # fmt: skip
CHANNELS = (("text",), ("email",), ("text", "call"), ("all",))
ANSWERS = (
    SendResult("accepted", provider_id="p"),
    SendResult("uncertain", detail="The answer was lost."),
    SendResult("retry", detail="Later."),
    SendResult("refused", detail="No such address.", address_bad=True),
    SendResult("refused", code="21610", detail="Opted out.", opted_out=True),
)


class Watched:
    """The ways out, with someone who looks at each message as it leaves. ``answers`` is what the providers say next."""

    def __init__(self, small: SmallDesk) -> None:
        self.small, self.answers, self.sent = small, list[SendResult](), list[Message]()

    def send(self, channel: str, claimed: Claimed, now: object) -> SendResult:
        message = claimed.message
        against = [block for block in in_force(self.small) if covers(block, message)]
        assert not against or is_due_all_the_same(message, against), (message.text, [b.kind for b in against])
        self.sent.append(message)
        return self.answers.pop() if self.answers else ANSWERS[0]

    def find(self, message: Message) -> str | None:
        return None


def in_force(small: SmallDesk) -> list[Block]:
    with small.desk.store.reading() as session:
        return list(session.scalars(select(Block).where(Block.lifted_at.is_(None))))


def covers(block: Block, message: Message) -> bool:
    return block.address == message.to_address and bool({message.channel, "all"} & set(block.channels))


def is_due_all_the_same(message: Message, against: list[Block]) -> bool:
    """The one confirmation of an opt-out (R5), and an e-mail about a visit the customer asked for (R15)."""
    wide = any("all" in block.channels for block in against)
    visit = (message.author, message.purpose, message.channel) == (
        "system",
        "appointment_confirmation",
        "email",
    )
    return message.purpose == "opt_out_confirmation" or (visit and not wide)


Act = Callable[["Story"], None]


class Story:
    """A store where anything may happen to one customer, who comes in up to three times."""

    def __init__(self) -> None:
        self.small = SmallDesk()
        self.lines = Watched(self.small)
        self.outbox = Outbox(self.small.desk.store, self.run, self.lines, self.small.clock.now)
        self.leads = [self.small.take(1)]
        self.turn = 0

    def run(self, command: c.Command) -> Any:
        return self.small.run(command)

    def tried(self, command: c.Command) -> None:
        """What a person may not do is refused; the story goes on."""
        try:
            self.run(command)
        except DeskError:
            return

    def messages(self, *statuses: str) -> list[Message]:
        with self.small.desk.store.reading() as session:
            return list(
                session.scalars(select(Message).where(Message.status.in_(statuses)).order_by(Message.number))
            )

    def let_out(self) -> None:
        self.tried(c.Tick())
        self.outbox.pump()

    def text(self, words: str) -> None:
        self.turn += 1
        self.run(
            c.TakeText(sid=f"SM{self.turn}", sender="+12085550101", text=words, at=self.small.clock.now())
        )

    def again(self) -> None:
        """The customer comes in once more, with another e-mail address or another phone."""
        self.turn += 1
        number = len(self.leads) % 2
        customer = CustomerIn(
            first="Kim", last="Doe", full="Kim Doe", emails=(f"kim{number + 1}@example.com",),
            phones=(PhoneIn(f"+120855501{2 - number:02d}", "555"),),
        )  # fmt: skip
        prospect = Prospect(
            customer=customer, source="Website", source_kind="website", comments="Still there?"
        )
        if taken := self.run(c.TakeLead(prospect=prospect, key=f"again:{self.turn}", origin="test")):
            self.leads.append(taken)


def _texts(words: str) -> Act:
    return lambda story: story.text(words)


def _opts_out(channels: tuple[str, ...]) -> Act:
    return lambda story: story.tried(
        c.OptOut(by=ANA, lead_id=story.leads[-1], channels=channels, words="Said on the phone")
    )


def _writes(channel: str) -> Act:
    return lambda story: story.tried(
        c.WriteMessage(
            by=ANA,
            lead_id=story.leads[0],
            channel=channel,
            text="Hi Kim, Ana here.",
            over_budget="She asked me to",
        )
    )


def _answers(answer: SendResult) -> Act:
    return lambda story: story.lines.answers.append(answer)


def _waits(hours: float) -> Act:
    return lambda story: story.small.later(hours=hours)


def _approves(story: Story) -> None:
    for message in story.messages("pending_approval", "held", "queued"):
        story.tried(c.DecideDraft(by=DANA, message_id=message.id, verdict="approve"))


def _sends_again(story: Story) -> None:
    for message in story.messages("uncertain"):
        story.tried(c.SettleUncertain(by=ANA, message_id=message.id, verdict="again"))


def _merges(story: Story) -> None:
    if len(set(story.leads)) > 1:
        story.tried(MergeLeads(by=DANA, kept_id=story.leads[0], gone_id=story.leads[-1]))


def _undoes(story: Story) -> None:
    story.tried(c.Undo(by=DANA, txn=story.small.last_txn))


def _books(story: Story) -> None:
    starts = story.small.clock.now() + timedelta(days=1)
    story.tried(c.BookAppointment(by=ANA, lead_id=story.leads[0], starts=starts))


ACTS: st.SearchStrategy[Act] = st.one_of(
    st.sampled_from(WORDS).map(_texts),
    st.sampled_from(CHANNELS).map(_opts_out),
    st.sampled_from(("text", "email")).map(_writes),
    st.sampled_from(ANSWERS).map(_answers),
    st.sampled_from((0.1, 3.0, 26.0)).map(_waits),
    st.sampled_from(
        (Story.let_out, Story.let_out, Story.again, _approves, _sends_again, _merges, _undoes, _books)
    ),
)


def lived_through(acts: list[Act]) -> None:
    story = Story()
    for act in acts:
        act(story)
    for _day in range(4):
        story.let_out()
        story.small.later(hours=14)
    confirmed = Counter(m.to_address for m in story.lines.sent if m.purpose == "opt_out_confirmation")
    opted_out = Counter(block.address for block in all_blocks(story.small) if block.kind == "opt_out")
    assert all(count <= opted_out[address] for address, count in confirmed.items()), (
        "one confirmation for one opt-out"
    )
    for block in all_blocks(story.small):
        assert block.lifted_at is None or block.lift_evidence, "a block is lifted with evidence or not at all"


def all_blocks(small: SmallDesk) -> list[Block]:
    with small.desk.store.reading() as session:
        return list(session.scalars(select(Block)))


@given(st.lists(ACTS, min_size=3, max_size=14))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_order_of_events_gets_a_message_to_a_blocked_address(acts: list[Act]) -> None:
    lived_through(acts)


@pytest.mark.prove
@given(st.lists(ACTS, min_size=3, max_size=24))
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_long_order_of_events_does_either(acts: list[Act]) -> None:
    lived_through(acts)


def test_the_watch_would_see_it() -> None:
    """Unblocked, the same message leaves; blocked, it does not: what is watched does happen."""
    story = Story()
    story.let_out()
    assert {message.channel for message in story.lines.sent} == {"text", "email"}
    _opts_out(("all",))(story)
    before = len(story.lines.sent)
    _writes("text")(story)
    _writes("email")(story)
    story.let_out()
    assert len(story.lines.sent) == before
