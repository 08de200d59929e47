"""What a store sets about itself, declared once: key, default, words. Secrets are never here (DESK-03)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desk.models.errors import BadInput

_WEEK = {
    "mon": "09:00-20:00",
    "tue": "09:00-20:00",
    "wed": "09:00-20:00",
    "thu": "09:00-20:00",
    "fri": "09:00-20:00",
    "sat": "09:00-18:00",
}


@dataclass(frozen=True, slots=True)
class Declared:
    """One setting: its type is that of its default."""

    key: str
    default: Any
    words: str
    private: bool = False  # never shown, never saved from a form: written by its own command alone
    allowed: tuple[str, ...] = ()  # what it may be, where its type alone does not say


DECLARED: tuple[Declared, ...] = (
    Declared("store.name", "", "The store's name, in every message"),
    Declared("store.zone", "America/Chicago", "The store's time zone (IANA name)"),
    Declared("store.region", "", "The store's state, two letters"),
    Declared("store.address", "", "The postal address that every email must show (R13)"),
    Declared("store.phone", "", "The number customers call"),
    Declared("store.email", "", "The address customers write to"),
    Declared("store.website", "", "The store's web site"),
    Declared("store.hours", _WEEK, "Opening hours by weekday, local time"),
    Declared("store.holidays", [], "Days the store is closed, ISO dates"),
    Declared(
        "assistant.live", False, "Whether the assistant writes by itself; off until the last set-up step"
    ),
    Declared("assistant.label", "Sales AI", "The label on leads and visits the assistant won (LEAD-09)"),
    Declared(
        "assistant.name", "the automated assistant", "How the assistant calls itself; no human surname (R16)"
    ),
    Declared("assistant.pauses", {}, "Pauses by scope with their reasons (AI-27)"),
    Declared("desk.id", "", "This desk's own mark on sent mail (DESK-12)"),
    Declared("desk.speaks", True, "Whether this desk sends automatic messages (DESK-12)"),
    Declared("desk.other", {}, "Another desk seen on the same line, until a person decides (DESK-12)"),
    Declared("desk.decided", [], "Other desks about which a person has decided who speaks (DESK-12)"),
    Declared("mail.imap_host", "", "Incoming mail server"),
    Declared("mail.imap_port", 993, "Incoming mail port"),
    Declared("mail.imap_security", "tls", "tls, starttls, or none for this computer only"),
    Declared("mail.user", "", "The mailbox's sign-in name"),
    Declared(
        "mail.sign_in", "", "How the mailbox is entered: microsoft, google, or empty for a password (R27)"
    ),
    Declared("mail.client_id", "", "The store's own registration with Microsoft or Google"),
    Declared("mail.authority", "", "The sign-in service's address; empty for the usual one"),
    Declared("mail.folders", ["INBOX"], "Folders that are read"),
    Declared(
        "mail.more",
        [],
        "Further mailboxes: name, user, how it is entered, servers that are read and sent through, folders",
    ),
    Declared(
        "mail.senders",
        {},
        "Which further mailbox writes for whom: assistant or a person's id to its name; the others use the store's own",
    ),
    Declared("mail.sent_folder", "", "Where the provider keeps sent mail; empty: found by itself"),
    Declared("mail.smtp_host", "", "Outgoing mail server"),
    Declared("mail.smtp_port", 587, "Outgoing mail port"),
    Declared("mail.smtp_security", "starttls", "tls, starttls, or none for this computer only"),
    Declared("mail.from_name", "", "The sender's name customers see"),
    Declared(
        "mail.unsubscribe_url",
        "",
        "A web page that takes one-click unsubscribes, with {token}; empty: by email (R14)",
    ),
    Declared("mail.per_minute", 20, "Emails a minute at most (R27)"),
    Declared("mail.per_day", 1800, "Emails a day at most (R27)"),
    Declared("text.base_url", "", "The texting provider's address; empty for the usual one"),
    Declared("text.account", "", "The texting account's id"),
    Declared("text.from_number", "", "The store's texting number, E.164"),
    Declared("text.service", "", "The messaging service id, where one is used"),
    Declared("text.per_second", 1.0, "Texts a second at most"),
    Declared("language.url", "", "A language endpoint's address (OpenAI-compatible); empty: none (AI-20)"),
    Declared("language.model", "", "The endpoint's model"),
    Declared("language.per_day", 500, "Questions to the endpoint a day at most"),
    Declared(
        "language.redact", True, "Whether names, numbers and addresses are taken out before it is asked"
    ),
    Declared("language.spent", {}, "Questions to the endpoint today"),
    Declared("folder.drop", "", "The watched folder for lead files"),
    Declared("folder.inventory", "", "The inventory feed's file"),
    Declared("inventory.mapping", {}, "Feed columns by the desk's names, where not found by themselves"),
    Declared("inventory.statuses", {}, "Words of the feed for a vehicle's status: available, on_hold, sold"),
    Declared("inventory.every_minutes", 15, "How often the feed's file is looked at"),
    Declared("inventory.seen_at", "", "When the feed was last read"),
    Declared("reader.lessons", {}, "Layouts of lead mails that people taught, by id (LEAD-02)"),
    Declared(
        "sources.consent", {}, "What sources' own forms ask their customers to agree to, with a copy (R6)"
    ),
    Declared("people.pins", {}, "Hashes of people's PINs, by person (DESK-04)", True),
    Declared("people.accounts", {}, "The computer account that signs a person in, by person (R22)", True),
    Declared("people.codes", {}, "Second factors and hashes of recovery codes, by person (R22)", True),
    Declared("people.tries", {}, "Wrong tries in a row and how long one waits, by person (R22)", True),
    Declared(
        "sign_in.asked",
        "auto",
        "Whether people sign in: auto (as soon as one of them has a PIN), always or never (R22)",
        allowed=("auto", "always", "never"),
    ),
    Declared("sign_in.code_roles", [], "Roles that need a code from their phone beside the PIN (R22)"),
    Declared("sign_in.lock_minutes", 15, "Minutes without key or mouse until the desk locks; 0: never (R22)"),
    Declared(
        "sign_in.alerts",
        "plain",
        "What a notice says while the desk is locked: plain (no customer) or full",
        allowed=("plain", "full"),
    ),
    Declared("sources.filed", {}, "Sources filed by hand: name to kind and class (LEAD-03)"),
    Declared("backup.folder", "", "Where backups go; empty: beside the store"),
    Declared("backup.every_hours", 24, "How old the newest backup may be before another is made"),
    Declared(
        "look.theme",
        "system",
        "light, dark, system or contrast",
        allowed=("light", "dark", "system", "contrast"),
    ),
    Declared("look.scale", 100, "Text size in percent"),
    Declared("look.sounds", True, "Whether alerts ring"),
    Declared(
        "desk.night", False, "Whether this desk is the night desk, which keeps its computer awake (DESK-13)"
    ),
    Declared("start.with_computer", False, "Whether the desk starts with the computer"),
    Declared("setup.done", [], "Set-up steps that are done"),
    Declared("intake.history_after_hours", 24, "Leads older than this come in as history (LEAD-01)"),
    Declared("mail.authentication", {}, "SPF, DKIM and DMARC as last seen on a mail of the store's own"),
    Declared(
        "mail.second_answer",
        {},
        "The last look for another answer to leads: its mark, when, what came (DESK-08)",
    ),
    Declared("mail.cursor", {}, "How far each folder was read"),
    Declared("text.cursor", "", "The moment texts were last read"),
    Declared("digest.due", "", "When the next summary of the store is due"),
    Declared("training.since", "", "When this desk began to keep training"),
    Declared("training.reviewed", "", "When the playbook's owner was last reminded to review it"),
    Declared(
        "mystery.last", {}, "The assistant's last grade by its test customers, with each failure (AI-26)"
    ),
    Declared("health", {}, "The last word about each line"),
    Declared("demo", False, "Whether this is the demo store"),
)

_BY_KEY: Mapping[str, Declared] = {item.key: item for item in DECLARED}
PRIVATE = frozenset(item.key for item in DECLARED if item.private)


def defaults() -> dict[str, Any]:
    return {item.key: item.default for item in DECLARED}


def checked(key: str, value: Any) -> Any:
    """``value`` for ``key`` with its type made right. Raises BadInput with the key and what is allowed."""
    declared = _BY_KEY.get(key)
    if declared is None:
        raise BadInput(f"There is no setting {key!r}.", where="settings", do="See the list in Settings.")
    wanted = type(declared.default)
    if wanted is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, wanted):
        raise BadInput(
            f"{declared.words}: {value!r} is not a {wanted.__name__}.",
            where=key,
            do="Give a value of that kind.",
        )
    if declared.allowed and value not in declared.allowed:
        raise BadInput(
            f"{declared.words}: {value!r} is none of them.",
            where=key,
            do=f"Choose {', '.join(declared.allowed)}.",
        )
    if key == "store.zone":
        _see_zone(key, value)
    return value


def _see_zone(key: str, name: str) -> None:
    """A zone that no clock knows would fail every look at the desk. Raises BadInput."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            f"There is no time zone {name!r}.", where=key, do="Give its IANA name, such as America/Chicago."
        ) from error
