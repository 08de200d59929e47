"""A backup brought back: a manager's word in the store that goes, and the first line of the one that comes (DESK-06)."""

from __future__ import annotations

from sqlalchemy import CursorResult, update

from desk.models.commands import AllowRestore, NoteRestore, PauseAssistant, TrySignIn
from desk.models.conversation import Message
from desk.models.errors import Refused
from desk.models.person import Block
from desk.models.snapshots.sign_in import SignInAnswer
from desk.services.desk import handles
from desk.services.handlers.house import pause_assistant
from desk.services.handlers.sign_in import try_sign_in
from desk.services.pins import PINS
from desk.services.work import Work

_WAITED = ("queued", "held", "sending")
_MAY_HAVE_LEFT = "A backup was brought back; this may have left since it was made"
RESTS = "A backup was brought back: look at what was sent since, then let the assistant go on"


@handles(AllowRestore)
def allow_restore(work: Work, command: AllowRestore) -> SignInAnswer:
    """Raises Refused where the person has no PIN, or no code although their role needs one."""
    who = command.by.staff_id or ""
    if who not in work.store.settings[PINS]:
        raise Refused(
            "Bringing back a backup asks for a PIN, and you have none yet.", action=command.act, missing=("pin",),
            do="Set one in Settings, People and shifts.",
        )  # fmt: skip
    answer = try_sign_in(work, TrySignIn(staff_id=who, pin=command.pin, code=command.code, by=command.by))
    if answer.verdict == "enrol":
        raise Refused("Your role asks for a code too, and you have none yet.", action=command.act, missing=("code",), do="Set it up in Settings, Sign-in.")  # fmt: skip
    if answer.verdict == "in":
        told = f"Allowed by {command.by.words}; this store is kept beside it"
        work.tell("restore", None, {"backup": command.backup, "allowed": True}, (told,))
    return answer


@handles(NoteRestore)
def note_restore(work: Work, command: NoteRestore) -> int:
    """Opt-outs never go with a backup that is older than they are (R3), and what waited in it may have left since (R23)."""
    lacking = [row for row in command.blocks if work.session.get(Block, row["id"]) is None]
    for row in lacking:
        work.session.add(Block(**row))
    doubtful = _doubt(work)
    pause_assistant(work, PauseAssistant(scope="store", reason=RESTS, by=command.by))
    since = f", as it was {command.backup_at.isoformat()}" if command.backup_at else ""
    carried = f"{len(lacking)} blocks that it lacked were carried over"
    waited = f"{doubtful} messages that waited may have left since, and are looked up"
    why = (f"Brought back from {command.backup}{since}", carried, waited, f"By {command.by.words}")
    work.tell("restore", None, {"backup": command.backup, "blocks": len(lacking), "doubtful": doubtful}, why)
    return len(lacking)


def _doubt(work: Work) -> int:
    """Nothing that waited leaves by itself: it is looked up at its provider, or a person decides."""
    waited = update(Message).where(Message.status.in_(_WAITED))
    done = work.session.execute(
        waited.values(status="uncertain", status_words=_MAY_HAVE_LEFT).execution_options(
            synchronize_session=False
        )
    )
    work.session.expire_all()
    return done.rowcount if isinstance(done, CursorResult) else 0
