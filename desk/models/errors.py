"""What can go wrong, in words for the person at the desk.

A ``DeskError`` always says what failed, where, why if known, and what to do; the window, the command line
and ``desk doctor`` show the same sentence. Anything else that is raised is our mistake: it is caught at the
edge, logged without personal data, and the rest goes on.
"""

from __future__ import annotations


class DeskError(Exception):
    """A known trouble: ``what`` happened, ``where``, and what to ``do`` about it."""

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.do = what, where, do

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.what}{place}" + (f" {self.do}" if self.do else "")


class CannotOpenStore(DeskError):
    """The store's file cannot be opened: locked, newer, wrong key, read-only or damaged."""


class StoreDown(DeskError):
    """The open store cannot be written now: disk full, taken away, or in another program's hands. Nothing was changed."""


class NoSecrets(DeskError):
    """The operating system's keyring is missing or refuses (DESK-03)."""


class ChannelDown(DeskError):
    """Mail or texting cannot be reached or refuses our sign-in; what waits stays queued (DESK-10)."""


class NeedsPerson(ChannelDown):
    """A line that only a person brings back: signed out, or stopped by its provider's policy. Managers are alerted."""


class BadInput(DeskError):
    """A file, row or field that cannot be taken; nothing was changed."""


class BadPlaybook(BadInput):
    """A playbook value that is refused; the running version stays."""


class Refused(DeskError):
    """The rules refuse an act; ``missing`` names exactly what is needed (FLOW-03)."""

    def __init__(self, what: str, *, action: str, missing: tuple[str, ...] = (), do: str = "") -> None:
        super().__init__(what, do=do)
        self.action, self.missing = action, missing


class NotAllowed(Refused):
    """The person's role may not do this (DESK-04)."""
