"""``desk doctor``: looks at everything a store rests on, and says of each what it saw and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from shutil import disk_usage
from typing import Any

from sqlalchemy import func, select

from desk.models.conversation import Message, Quarantine
from desk.models.facts import StoreFacts
from desk.models.probe import ProbeStep
from desk.models.snapshots.doctor import DoctorLine
from desk.models.store.engine import Store
from desk.models.vehicle import Vehicle
from desk.services import night
from desk.services.doctor_lists import list_lines
from desk.services.doctor_mail import mail_lines
from desk.services.doctor_privacy import privacy_lines
from desk.services.doctor_second import second_lines
from desk.services.lines import Ports
from desk.services.ports import Secrets

# The check of a full-text table reads through what this connection last knew of it, and calls what others wrote since a
# damage. Being asked anything makes it look again.
_INDEXES = ("find_lead", "find_said")
_STALE_FEED = timedelta(hours=24)
_MOST_DRIFT = timedelta(minutes=5)
_MEGABYTE = 1_000_000
_NO_ROOM, _LITTLE_ROOM = 50 * _MEGABYTE, 500 * _MEGABYTE


def examine(
    store: Store,
    facts: StoreFacts,
    ports: Ports,
    secrets: Secrets | None,
    now: datetime,
    drift: timedelta,
    has_tray: bool | None,
) -> tuple[DoctorLine, ...]:
    """Every check once, in the order a person would look. Probes reach the mail and texting servers and may take seconds."""
    return (
        *store_lines(store), *disk_lines(store), _secrets(secrets), *_set_up(facts), _line("Mailbox", ports.mail_in.probe if ports.mail_in else None), *_more_mailboxes(ports),
        _line("Sending mail", ports.mail_out.probe if ports.mail_out else None), *mail_lines(store, facts, now), *second_lines(store, facts, ports, now), _line("Texting", ports.texts.probe if ports.texts else None),
        _language(ports), _inventory(store, facts, now), *list_lines(store, now), *privacy_lines(store, facts, now), _waiting(store), _clock(drift), _tray(has_tray), _night(facts), _other_desk(facts),
        DoctorLine("Sync", "off", "This desk works by itself.", ""),
    )  # fmt: skip


def store_lines(store: Store) -> Iterator[DoctorLine]:
    """Whether the file is sound and encrypted (R22)."""
    with store.reading() as session:
        ask = session.connection().exec_driver_sql
        for table in _INDEXES:
            ask(f"SELECT rowid FROM {table} LIMIT 1").all()
        verdict = ask("PRAGMA quick_check(1)").scalar()
        leads = ask("SELECT count(*) FROM lead").scalar()
    sound = verdict == "ok"
    yield DoctorLine(
        "Store",
        "ok" if sound else "bad",
        f"{leads} leads, {'sound' if sound else 'damaged'}.",
        "" if sound else "Restore the last backup.",
    )
    if store.path is None:
        yield DoctorLine("Encryption", "off", "This store lies in memory.", "")
        return
    plain = store.path.read_bytes()[:15] == b"SQLite format 3"
    yield DoctorLine(
        "Encryption", "bad" if plain else "ok", "The file can be read by anyone." if plain else "The file is encrypted.",
        "Move the store to an encrypted one: desk backup, then restore." if plain else "",
    )  # fmt: skip


def disk_lines(store: Store) -> Iterator[DoctorLine]:
    """How much room the store's disk has: a copy of the store is made for each backup and before each new version (DESK-06)."""
    if store.path is None:
        return
    free, copy = disk_usage(store.path.parent).free, store.path.stat().st_size
    words = f"{free / _MEGABYTE:,.0f} MB free beside the store."
    if free < max(_NO_ROOM, copy):
        yield DoctorLine("Disk", "bad", f"{words} Soon nothing can be recorded.", "Free some space now.")
    elif free < max(_LITTLE_ROOM, 3 * copy):
        yield DoctorLine("Disk", "warn", words, "Free some space; backups need as much as the store.")
    else:
        yield DoctorLine("Disk", "ok", words, "")


def _secrets(secrets: Secrets | None) -> DoctorLine:
    if secrets is None:
        return DoctorLine(
            "Keyring",
            "warn",
            "There is no system keyring here; the store opens with a passphrase.",
            "Install or unlock one if you wish.",
        )
    return DoctorLine("Keyring", "ok", f"Sign-ins are kept in {secrets.name}.", "")


def _set_up(facts: StoreFacts) -> Iterator[DoctorLine]:
    missing = [
        words
        for key, words in (
            ("store.name", "name"),
            ("store.address", "postal address"),
            ("store.hours", "hours"),
        )
        if not facts.settings[key]
    ]
    people = [person for person in facts.staff if person.active]
    if not people:
        missing.append("people")
    state, words = (
        ("warn", f"Still missing: {', '.join(missing)}.")
        if missing
        else ("ok", f"{facts.name}, {len(people)} people.")
    )
    yield DoctorLine("Set-up", state, words, "Finish the set-up in Settings." if missing else "")
    live = facts.automatic
    yield DoctorLine(
        "Assistant",
        "ok" if live else "warn",
        "Live." if live else facts.automatic_words,
        "" if live else "Switch it on when you are ready.",
    )


def _line(name: str, probe: Callable[[], Sequence[ProbeStep]] | None) -> DoctorLine:
    if probe is None:
        return DoctorLine(name, "off", "Not set up.", "Enter it in Settings when you need it.")
    steps = tuple(probe())
    failed = next((step for step in steps if not step.ok), None)
    if failed is not None:
        return DoctorLine(name, "bad", f"{failed.name}: {failed.detail}", failed.do)
    return DoctorLine(name, "ok", _worked(steps), "")


def _language(ports: Ports) -> DoctorLine:
    if ports.language is None:
        return DoctorLine(
            "Language endpoint",
            "off",
            "The assistant reads and writes by itself; nothing leaves this computer for it.",
            "",
        )
    told = _line("Language endpoint", ports.language.probe)
    return told if told.state == "ok" else replace(told, state="warn")  # the desk's own words go on


def _more_mailboxes(ports: Ports) -> Iterator[DoctorLine]:
    """Further mailboxes by the names they were given, each tried at its first folder."""
    for name, folders in ports.more_mailboxes.items():
        yield _line(f"Mailbox {name}", next(iter(folders.values())).probe)
    for name, way in ports.more_out.items():
        yield _line(f"Sending from {name}", way.probe)


def _worked(steps: Iterable[ProbeStep]) -> str:
    """What each step saw, once: three steps that reach one server say so in one sentence."""
    return " ".join(dict.fromkeys(step.detail or f"{step.name}." for step in steps))


def _inventory(store: Store, facts: StoreFacts, now: datetime) -> DoctorLine:
    with store.reading() as session:
        count = (
            session.scalar(select(func.count()).select_from(Vehicle).where(Vehicle.status == "available"))
            or 0
        )
    seen: Any = facts.settings["inventory.seen_at"]
    if not seen:
        return DoctorLine(
            "Inventory",
            "warn",
            "No feed was read yet; the assistant names no vehicle as in stock.",
            "Import one: desk import inventory FILE.",
        )
    age = now - datetime.fromisoformat(seen)
    state = "warn" if age > _STALE_FEED else "ok"
    hours = int(age.total_seconds() // 3600)
    words = f"{count} vehicles available, read {f'{hours} h ago' if hours else 'within the hour'}."
    return DoctorLine("Inventory", state, words, "Read a newer feed." if state == "warn" else "")


def _waiting(store: Store) -> DoctorLine:
    with store.reading() as session:
        uncertain = (
            session.scalar(select(func.count()).select_from(Message).where(Message.status == "uncertain"))
            or 0
        )
        kept = (
            session.scalar(select(func.count()).select_from(Quarantine).where(Quarantine.state == "open"))
            or 0
        )
    if not uncertain and not kept:
        return DoctorLine("Waiting for a person", "ok", "Nothing is uncertain or unread.", "")
    words = (
        _counted(uncertain, "uncertain message"),
        _counted(kept, "mail that could not be read", "mails that could not be read"),
    )
    return DoctorLine("Waiting for a person", "warn", f"{', '.join(filter(None, words))}.", "Open the inbox.")


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}" if count else ""


def _clock(drift: timedelta) -> DoctorLine:
    seconds = round(abs(drift).total_seconds())
    if abs(drift) > _MOST_DRIFT:
        return DoctorLine(
            "Clock",
            "bad",
            f"This computer's clock is off by {seconds} s, so texts and calls wait.",
            "Set the clock to follow the internet's time.",
        )
    return DoctorLine(
        "Clock",
        "ok",
        f"Right within {max(1, seconds)} s of the providers' clocks." if drift else "No difference was seen.",
        "",
    )


def _tray(has_tray: bool | None) -> DoctorLine:
    if has_tray is None:
        return DoctorLine("Tray", "off", "Only the window can tell.", "")
    words = (
        "The desk lives on in the tray."
        if has_tray
        else "There is no tray here; the window stays in the task bar instead."
    )
    return DoctorLine("Tray", "ok" if has_tray else "warn", words, "")


def _night(facts: StoreFacts) -> DoctorLine:
    """Whether this computer may sleep while leads come in (DESK-13)."""
    if not facts.settings["desk.night"]:
        words = "This desk is not the night desk; while its computer sleeps, leads wait."
        return DoctorLine(
            "Night desk", "off", words, "Make it the night desk in Settings if no other one is."
        )
    state = facts.settings["health"].get(night.LINE)
    if state is None:
        return DoctorLine("Night desk", "warn", "It was not at work yet.", "Open the window once.")
    if not state["ok"]:
        return DoctorLine("Night desk", "bad", night.MAY_SLEEP, night.DO)
    return DoctorLine("Night desk", "ok", "The computer stays awake while the desk runs.", "")


def _other_desk(facts: StoreFacts) -> DoctorLine:
    if facts.settings["desk.other"]:
        return DoctorLine(
            "Other desk",
            "bad",
            "Another desk writes from the same mailbox or number; nothing automatic leaves.",
            "Name the one that speaks.",
        )
    return DoctorLine("Other desk", "ok", "No other desk was seen on these lines.", "")
