"""PINs of people: set by themselves, set anew or taken away by leaders; the digits are recorded nowhere (DESK-04)."""

from __future__ import annotations

from desk.models.commands import SetPin
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.staff import Staff
from desk.models.words import Role
from desk.services.desk import handles
from desk.services.handlers.house import put_setting
from desk.services.pins import PINS, hashed
from desk.services.sign_in import ACCOUNTS, CODES, TRIES
from desk.services.work import Work

_SHORTEST, _LONGEST = 4, 12


@handles(SetPin)
def set_pin(work: Work, command: SetPin) -> None:
    """Raises NotAllowed for another person's PIN, Refused for one that is too short or no number."""
    by, pin = command.by, command.pin.strip()
    if by.kind == "staff" and by.staff_id != command.staff_id and by.role not in (Role.MANAGER, Role.OWNER):
        raise NotAllowed(
            "People set their own PIN.", action=command.act, missing=("right",), do="Ask a desk manager."
        )
    if work.session.get(Staff, command.staff_id) is None:
        raise BadInput("There is no such person.", where=command.staff_id, do="Choose somebody of the list.")
    if pin and not (pin.isdigit() and _SHORTEST <= len(pin) <= _LONGEST):
        raise Refused(f"A PIN has {_SHORTEST} to {_LONGEST} digits.", action=command.act, missing=("pin",))
    pins = dict(work.store.settings[PINS])
    pins.pop(command.staff_id, None)
    put_setting(work, PINS, pins | ({command.staff_id: hashed(pin)} if pin else {}))
    _take_back(work, command.staff_id, everything=not pin)
    work.kinds |= {"settings", "staff"}
    told = f"PIN {'set' if pin else 'taken away'} by {by.words}"
    work.tell("pin", None, {"staff": command.staff_id, "set": bool(pin)}, (told,))


def _take_back(work: Work, staff_id: str, *, everything: bool) -> None:
    """A new PIN forgives wrong tries; without one neither account nor code means anything, since a locked desk opens by the PIN."""
    for key in (TRIES, ACCOUNTS, CODES) if everything else (TRIES,):
        told = work.store.settings[key]
        if staff_id in told:
            put_setting(work, key, {who: kept for who, kept in told.items() if who != staff_id})
