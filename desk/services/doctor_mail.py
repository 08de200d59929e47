"""The doctor's look at the store's mail: how it is entered, whether others believe it, how people leave it (R14, R27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from desk.models.conversation import Message
from desk.models.facts import StoreFacts
from desk.models.snapshots.doctor import DoctorLine
from desk.models.store.engine import Store
from desk.services.resources import load_toml

_DAY = timedelta(days=1)


def mail_lines(store: Store, facts: StoreFacts, now: datetime) -> Iterator[DoctorLine]:
    """What to know about the mailbox beside that it answers; nothing where there is none."""
    if not facts.settings["mail.smtp_host"]:
        return
    yield from _password(facts, now)
    yield _believed(facts)
    yield _leaving(store, facts, now)


def _password(facts: StoreFacts, now: datetime) -> Iterator[DoctorLine]:
    """A dated warning where a provider is about to refuse passwords (R27)."""
    if facts.settings["mail.sign_in"]:
        return
    for row in load_toml("channels", "signin.toml")["password_ends"]:
        if row["host"] == str(facts.settings["mail.smtp_host"]).lower():
            over = now.date() > row["on"]
            yield DoctorLine("Mailbox password", "bad" if over else "warn", row["words"], row["do"])


def _believed(facts: StoreFacts) -> DoctorLine:
    """SPF, DKIM and DMARC as the store's own mail server saw them on a mail from the store's address."""
    seen: dict[str, Any] = facts.settings["mail.authentication"]
    own = f"{facts.email} to {facts.email}"
    if not seen:
        return DoctorLine(
            "Sender check", "off", "Nothing is known yet about SPF, DKIM and DMARC.", f"Send a mail from {own}; the desk reads what the mail server says about it.",
        )  # fmt: skip
    hints = load_toml("channels", "mail.toml")["sender_check"]
    wrong = [name for name in ("spf", "dkim", "dmarc") if seen.get(name) != "pass"]
    words = ", ".join(f"{name.upper()} {seen.get(name, 'none')}" for name in ("spf", "dkim", "dmarc"))
    if not wrong:
        return DoctorLine(
            "Sender check",
            "ok",
            f"{words}: other mail servers can tell that the store's mail is its own.",
            "",
        )
    do = " ".join(str(hints[name]) for name in wrong)
    return DoctorLine("Sender check", "warn", f"{words}. Mail may land in spam.", do)


def _leaving(store: Store, facts: StoreFacts, now: datetime) -> DoctorLine:
    """How a customer's mail program unsubscribes them, and whether the day's volume asks for a one-click page."""
    page = str(facts.settings["mail.unsubscribe_url"])
    if page and not (page.startswith("https://") and "{token}" in page):
        return DoctorLine(
            "Unsubscribing", "bad", "The one-click page does not name the person or is not encrypted.", "Write it like https://example.com/leave/{token}, or leave it empty.",
        )  # fmt: skip
    sent, limits = _sent(store, now), load_toml("channels", "mail.toml")["volume"]
    if sent >= limits["warn_at"] and not page:
        words = f"{sent:,} mails in the last 24 hours. Near {limits['one_click_at']:,} providers ask for a one-click page."
        return DoctorLine("Unsubscribing", "warn", words, "Ask for such a page before the store writes more.")
    how = "by a one-click page and by mail" if page else "by mail"
    return DoctorLine(
        "Unsubscribing",
        "ok",
        f"Each mail names its person; they leave {how}. {sent:,} mails in the last 24 hours.",
        "",
    )


def _sent(store: Store, now: datetime) -> int:
    query = select(func.count()).where(
        Message.channel == "email", Message.direction == "out", Message.sent_at > now - _DAY
    )
    with store.reading() as session:
        return session.scalar(query) or 0
