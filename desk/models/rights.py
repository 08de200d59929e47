"""Who may do what: one table that every command passes (DESK-04)."""

from __future__ import annotations

from desk.models import commands as c
from desk.models.commands import (
    AllowRestore,
    ApproveTemplate,
    EraseCustomer,
    FindDuplicates,
    LetTryAgain,
    NoteRestore,
    RetireKnowledge,
    RetireTemplate,
    SaveConsentWording,
    SaveStateRow,
    SaveVehicle,
    SetLadder,
    SetStrategy,
)
from desk.models.errors import NotAllowed
from desk.models.words import Role

_LEADERS = frozenset({Role.MANAGER, Role.OWNER})
_EVERYONE = frozenset(Role)

_RIGHTS: dict[type[c.Command], frozenset[Role]] = {
    c.SaveSettings: _LEADERS,
    c.SaveStaff: _LEADERS,
    c.StaffLeaves: _LEADERS,
    c.PauseAssistant: _LEADERS,
    c.NameSpeakingDesk: _LEADERS,
    c.ImportStock: _LEADERS,
    FindDuplicates: _LEADERS,
    c.TakeNumbers: _LEADERS,
    c.NoteExport: _LEADERS,
    c.OptIn: _LEADERS,
    EraseCustomer: _LEADERS,
    SaveConsentWording: _LEADERS,
    LetTryAgain: _LEADERS,
    SaveStateRow: _LEADERS,
    AllowRestore: _LEADERS,
    NoteRestore: _LEADERS,
    c.DecideCredit: _LEADERS,
    c.UndoSale: _LEADERS,
    c.SavePlaybook: _LEADERS,
    SetLadder: _LEADERS,
    SetStrategy: _LEADERS,
    c.SaveKnowledge: frozenset({Role.KNOWLEDGE_ADMIN}),
    RetireKnowledge: frozenset({Role.KNOWLEDGE_ADMIN}),
    SaveVehicle: _LEADERS,
    ApproveTemplate: _LEADERS,
    RetireTemplate: _LEADERS,
}


def may(role: str, command: type[c.Command]) -> bool:
    """Whether people of this role may give such a command."""
    return role in _RIGHTS.get(command, _EVERYONE)


def check(command: c.Command) -> None:
    """Raises NotAllowed when the giver's role may not give this command. The desk itself may give any."""
    if command.by.kind != "staff":
        return
    allowed = _RIGHTS.get(type(command), _EVERYONE)
    if command.by.role and command.by.role not in allowed:
        may = " or ".join(sorted(role.label for role in allowed))
        raise NotAllowed(
            f"{command.by.words} may not {command.act}.",
            action=command.act,
            missing=("right",),
            do=f"Ask a {may.lower()}.",
        )
