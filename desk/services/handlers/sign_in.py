"""Sitting down at the desk: PIN and code are compared and counted in one transaction, one try after the other (R22, DESK-04)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.models import commands as s
from desk.models.commands import Command
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.rules.sign_in import Tries, Typed, after_wrong, verdict, waits_until
from desk.models.snapshots.sign_in import NewCodes, SignInAnswer
from desk.models.staff import Staff
from desk.services import one_time, pins
from desk.services.desk import handles
from desk.services.handlers.house import put_setting
from desk.services.sign_in import (
    ACCOUNTS,
    CODES,
    LEADERS,
    PINS,
    TRIES,
    backoff_of,
    by_account,
    leaders_can,
    sitter,
    sitters,
    tries_of,
)
from desk.services.work import Work


@handles(s.TrySignIn)
def try_sign_in(work: Work, command: s.TrySignIn) -> SignInAnswer:
    """While one waits nothing is compared. Only who sits down has their count taken back."""
    person, now = work.store.person(command.staff_id), work.now
    tries, backoff = tries_of(work.store.settings, command.staff_id), backoff_of(work.book)
    if until := waits_until(tries, backoff, now):
        return SignInAnswer("wait", until)
    told = sitter(person, work.store.settings)
    pin = _compared_pin(work, command)
    kept = _after_code(work, command) if pin == "right" and command.code else None
    code: Typed = "nothing" if not command.code else "right" if kept else "wrong"
    found = verdict(told, pin, code, leaders_can=leaders_can(sitters(work.store)))
    if found == "enrol":
        return _enrolled(work, command, kept)
    if found == "wrong":
        return _refused(work, command, after_wrong(tries, backoff, now))
    if found == "in":
        _seated(
            work,
            command.staff_id,
            "PIN and code" if code == "right" else "PIN" if told.has_pin else "nothing",
            kept,
        )
    return SignInAnswer(found)


def _compared_pin(work: Work, command: s.TrySignIn) -> Typed:
    if not command.pin:
        return "nothing"
    settings = work.store.settings
    right = command.staff_id in settings[PINS] and pins.fits(settings, command.staff_id, command.pin)
    return "right" if right else "wrong"


def _after_code(work: Work, command: s.TrySignIn) -> dict[str, Any] | None:
    """What is kept of the person's codes once this one was used; None where it is not right."""
    kept = work.store.settings[CODES].get(command.staff_id)
    if kept is None:
        return None
    return one_time.used(kept, command.code, work.now, int(work.book.number("sign_in.code_steps")))


def _enrolled(work: Work, command: s.TrySignIn, kept: dict[str, Any] | None) -> SignInAnswer:
    """A role that needs codes sets them up on the way in: the first right one confirms them and opens the desk."""
    if kept is not None:
        _seated(work, command.staff_id, "PIN and code", {**kept, "confirmed": True})
        return SignInAnswer("in")
    if command.code:
        tries = after_wrong(tries_of(work.store.settings, command.staff_id), backoff_of(work.book), work.now)
        return _refused(work, command, tries)
    return SignInAnswer("enrol", codes=_fresh(work, command.staff_id))


def _refused(work: Work, command: s.TrySignIn, tries: Tries) -> SignInAnswer:
    _keep_tries(work, command.staff_id, tries)
    work.tell(
        "sign_in_refused",
        None,
        {"staff": command.staff_id, "wrong": tries.wrong},
        (),
        by=_name(work, command),
    )
    return SignInAnswer("wrong", tries.until)


def _seated(work: Work, staff_id: str, how: str, kept: dict[str, Any] | None = None) -> None:
    if work.store.settings[TRIES].get(staff_id):
        _keep_tries(work, staff_id, Tries())
    if kept is not None:
        _put(work, CODES, staff_id, kept)
    person = work.store.person(staff_id)
    work.tell("signed_in", None, {"staff": staff_id, "with": how}, (), by=person.name if person else "")


def _keep_tries(work: Work, staff_id: str, tries: Tries) -> None:
    told = {"wrong": tries.wrong, "until": tries.until.isoformat() if tries.until else ""}
    _put(work, TRIES, staff_id, told if tries.wrong else None)


def _put(work: Work, key: str, staff_id: str, value: Any) -> None:
    """Set or take away a person's part of a private setting."""
    told: Mapping[str, Any] = work.store.settings[key]
    others = {who: kept for who, kept in told.items() if who != staff_id}
    put_setting(work, key, others | ({} if value is None else {staff_id: value}))
    work.kinds |= {"settings"}


def _name(work: Work, command: s.TrySignIn) -> str:
    person = work.store.person(command.staff_id)
    return person.name if person is not None else "somebody"


@handles(s.SitByAccount)
def sit_by_account(work: Work, command: s.SitByAccount) -> str:
    """Only the start asks this; a locked desk is opened by the PIN."""
    found = by_account(work.store, command.account)
    if found:
        _seated(work, found, "computer account")
    return found


@handles(s.BindAccount)
def bind_account(work: Work, command: s.BindAccount) -> None:
    """Raises Refused without a PIN, and for an account that signs in somebody else."""
    person, settings = _own_or_leads(work, command), work.store.settings
    if command.account and person.id not in settings[PINS]:
        raise Refused(
            f"{person.name} has no PIN yet.", action=command.act, missing=("pin",), do="Set one first: it opens the desk once it is locked.",
        )  # fmt: skip
    other = next(
        (who for who, bound in settings[ACCOUNTS].items() if bound == command.account and who != person.id),
        "",
    )
    if command.account and other:
        name = work.store.person(other)
        raise Refused(
            f"This account signs in {name.name if name else 'somebody else'}.", action=command.act, missing=("account",),
            do="Take it away there first, or use an account of their own.",
        )  # fmt: skip
    _put(work, ACCOUNTS, person.id, command.account or None)
    done = "bound" if command.account else "taken away"
    work.tell(
        "account",
        None,
        {"staff": person.id, "set": bool(command.account)},
        (f"Account {done} by {command.by.words}",),
    )


@handles(s.StartCodes)
def start_codes(work: Work, command: s.StartCodes) -> NewCodes:
    """Those in use stay until the new ones are confirmed by the person; only they see them, so nobody starts them for another."""
    if command.by.kind == "staff" and command.by.staff_id != command.staff_id:
        raise NotAllowed(
            "People set up their own codes.",
            action=command.act,
            missing=("right",),
            do="Let them sign in and set them up.",
        )
    person = _own_or_leads(work, command)
    if person.id not in work.store.settings[PINS]:
        raise Refused(
            "A code is asked beside the PIN.", action=command.act, missing=("pin",), do="Set a PIN first."
        )
    return _fresh(work, person.id)


def _fresh(work: Work, staff_id: str) -> NewCodes:
    person = work.store.person(staff_id)
    shown, kept = one_time.fresh(
        person.name if person else staff_id, work.store.name, int(work.book.number("sign_in.recovery_codes"))
    )
    before = work.store.settings[CODES].get(staff_id, {})
    _put(work, CODES, staff_id, {**before, "next": kept} if before.get("confirmed") else kept)
    return shown


@handles(s.ConfirmCodes)
def confirm_codes(work: Work, command: s.ConfirmCodes) -> None:
    """Raises Refused for a code that the new secret does not give."""
    person = _own_or_leads(work, command)
    told = work.store.settings[CODES].get(person.id, {})
    waiting = told.get("next", told)
    slack = int(work.book.number("sign_in.code_steps"))
    kept = one_time.used(waiting, command.code, work.now, slack) if "secret" in waiting else None
    if kept is None:
        raise Refused(
            "That is not the code of the new secret.",
            action=command.act,
            missing=("code",),
            do="Check the phone's clock and type the next one.",
        )
    _put(work, CODES, person.id, {**kept, "confirmed": True})
    work.tell("codes", None, {"staff": person.id, "set": True}, (f"Codes set up by {command.by.words}",))


@handles(s.DropCodes)
def drop_codes(work: Work, command: s.DropCodes) -> None:
    person = _own_or_leads(work, command)
    _put(work, CODES, person.id, None)
    work.tell("codes", None, {"staff": person.id, "set": False}, (f"Codes taken away by {command.by.words}",))


@handles(s.LetTryAgain)
def let_try_again(work: Work, command: s.LetTryAgain) -> None:
    person = _own_or_leads(work, command)
    _put(work, TRIES, person.id, None)
    work.tell("tries_forgiven", None, {"staff": person.id}, (f"Forgiven by {command.by.words}",))


@handles(s.NoteLocked)
def note_locked(work: Work, command: s.NoteLocked) -> None:
    person = work.store.person(command.staff_id)
    work.tell(
        "locked",
        None,
        {"staff": command.staff_id},
        (command.why,) if command.why else (),
        by=person.name if person else "",
    )


def _own_or_leads(work: Work, command: Command) -> Staff:
    """The person a command is about. Raises NotAllowed where another one gives it who leads nobody."""
    staff_id: str = command.staff_id  # type: ignore[attr-defined]  # each of these names one
    by = command.by
    if by.kind == "staff" and by.staff_id != staff_id and by.role not in LEADERS:
        raise NotAllowed(
            "People change their own sign-in.",
            action=type(command).act,
            missing=("right",),
            do="Ask a desk manager.",
        )
    person = work.session.get(Staff, staff_id)
    if person is None:
        raise BadInput("There is no such person.", where=staff_id, do="Choose somebody of the list.")
    return person
