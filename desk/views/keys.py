"""The keys of the window, in one table that binds them and that the keyboard map shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut

from desk.views.regions import next_region
from desk.views.text import say

if TYPE_CHECKING:
    from desk.views.main_window import MainWindow


class Key(NamedTuple):
    """One key and what it does."""

    keys: str
    words: str


def key_groups() -> tuple[tuple[str, tuple[Key, ...]], ...]:
    """Every key of the window, as the map shows them."""
    return (
        (
            say("Everywhere"),
            (
                Key("Ctrl K  /", say("Find or command")),
                Key("Ctrl B", say("Wide or slim rail")),
                Key("Ctrl 1", say("Today")),
                Key("Ctrl 2", say("Board")),
                Key("Ctrl 3", say("Monitor")),
                Key("Ctrl 4", say("Inbox")),
                Key("Ctrl 0", say("Tower")),
                Key("Ctrl 9", say("How the desk is doing")),
                Key("Ctrl ,", say("Settings")),
                Key("Ctrl Z", say("Undo what you just did")),
                Key("F6", say("Next region")),
                Key("Ctrl L", say("Lock the desk")),
                Key("Ctrl Q", say("Quit; closing the window leaves the desk at work")),
                Key("?", say("This map")),
            ),
        ),
        (
            say("Board"),
            (
                Key("J  K", say("Next, previous lead")),
                Key("← →", say("Column beside")),
                Key("1 … 7", say("Move to stage New … Lost")),
                Key("Enter", say("Open wide")),
                Key("Esc", say("Close the lead")),
                Key("N", say("New lead")),
                Key("Space", say("Select; Shift and arrows go on")),
                Key("Ctrl A", say("Select the column")),
                Key("M", say("Acts for the selected leads")),
            ),
        ),
        (
            say("Lead"),
            (
                Key("E", say("Log activity")),
                Key("R  C", say("Reply, call")),
                Key(".", say("Next of a calling list")),
                Key("H", say("Put on hold")),
                Key("B  V", say("Book a visit, how it went")),
                Key("Q  I", say("Ask about needs, trade-in")),
                Key("P", say("Customer, kind of order, pace")),
                Key("F", say("Files: open, save")),
                Key("W", say("Set the temperature")),
                Key("G", say("Claim")),
                Key("Ctrl M", say("Turn over to a manager")),
                Key("A  F2  X", say("Approve, edit, skip the draft")),
                Key("T", say("Assistant on or off")),
                Key("Ctrl Enter", say("Send or save")),
                Key("1  2", say("Two records: left, right")),
                Key("X  M", say("Not the same, tell the manager")),
            ),
        ),
    )


def bind_keys(window: MainWindow) -> None:
    """Bind what belongs to the window itself; each screen brings its own key with it."""
    for keys, act in (
        ("Ctrl+K", window.overlays.find),
        ("/", window.overlays.find),
        ("F6", partial(next_region, window)),
        ("Ctrl+B", window.toggle_rail),
        ("Ctrl+M", partial(window.overlays.say_why, "turn")),
        ("?", window.overlays.show_keys),
        ("Ctrl+L", window.lock_wanted.emit),
    ):
        QShortcut(QKeySequence(keys), window, act)
    QShortcut(QKeySequence("Ctrl+Q"), window, window.quit_wanted.emit).setProperty("ends_desk", True)
