"""An ordinary message to an ordinary lead, which every test changes in the one thing it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desk.models.rules.gate import (
    BlockFact,
    ConsentFact,
    Draft,
    GateFacts,
    Inbound,
    PlaceEvidence,
    SendingHealth,
    StoreFacts,
    Touch,
)
from desk.models.words import Author, BlockKind, Channel, Purpose

MOBILE = "+16025550123"
MAIL = "sam@example.com"
ADDRESS = "100 Cedar Road, Mesa, AZ 85201"
#: A Wednesday, ten in the morning in Arizona, noon in New York.
NOW = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)
HELLO = (
    "Hi Sam, I'm the automated (AI) assistant for Cedar Ridge Motors. Would you like to see the RAV4? "
    "Reply STOP to stop."
)
ADVERT = f"{HELLO}\n\nCedar Ridge Motors, {ADDRESS}. To end these mails, unsubscribe or reply STOP."


def local(zone: str, year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A wall-clock moment of a place."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))


def draft(
    purpose: Purpose = Purpose.FIRST_RESPONSE, channel: Channel = Channel.TEXT, **changes: Any
) -> Draft:
    """A message of the assistant's that lacks nothing."""
    base = Draft(
        channel=channel,
        author=Author.ASSISTANT,
        purpose=purpose,
        to_address=MAIL if channel is Channel.EMAIL else MOBILE,
        text=HELLO,
        created_at=NOW,
    )
    return replace(base, **changes)


def by_staff(channel: Channel = Channel.TEXT, **changes: Any) -> Draft:
    """The same from a person at the desk."""
    return draft(Purpose.STAFF, channel, author=Author.STAFF, text="Hi Sam, Ana here.", **changes)


def facts(now: datetime = NOW, **changes: Any) -> GateFacts:
    """A lead that inquired a minute ago with a mobile number in Phoenix; all channels are being read."""
    store = StoreFacts("Cedar Ridge Motors", ADDRESS, "AZ", "America/Phoenix")
    read = dict.fromkeys((Channel.TEXT, Channel.EMAIL), now - timedelta(seconds=20))
    base = GateFacts(
        store=store,
        health=SendingHealth(inbound_read_at=read),
        places=PlaceEvidence(phone=MOBILE),
        received_at=now - timedelta(minutes=1),
        inquiry_at=now - timedelta(minutes=1),
    )
    return replace(base, **changes)


def old_lead(now: datetime = NOW, **changes: Any) -> GateFacts:
    """A lead of last week that has written consent and has heard who writes."""
    week_ago = now - timedelta(days=6, hours=23)
    base = facts(
        now,
        received_at=week_ago,
        inquiry_at=week_ago,
        consents=(written(),),
        disclosed_at=week_ago,
        last_exchange_at=now - timedelta(days=2),
        opt_out_line_at=week_ago,
    )
    return replace(base, **changes)


def written(channel: str = "text", address: str = MOBILE) -> ConsentFact:
    return ConsentFact(address, channel, "written", NOW - timedelta(days=200))


def block(kind: BlockKind = BlockKind.OPT_OUT, address: str = MOBILE, *channels: str) -> BlockFact:
    return BlockFact(
        kind, address, frozenset(channels or ("text",)), NOW - timedelta(days=3), "stop texting me"
    )


def texts(*ago: timedelta, channel: Channel = Channel.TEXT, now: datetime = NOW) -> tuple[Touch, ...]:
    return tuple(Touch(now - each, channel, Author.ASSISTANT) for each in ago)


def wrote(ago: timedelta, channel: Channel = Channel.TEXT, now: datetime = NOW) -> Inbound:
    return Inbound(now - ago, channel)
