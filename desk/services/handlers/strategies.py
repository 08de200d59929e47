"""How one kind of lead is treated, as a manager sets it in the settings (AI-18)."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

from desk.models.commands import SavePlaybook, SetStrategy
from desk.models.errors import BadInput
from desk.services.desk import handles
from desk.services.handlers.playbook import own_text, save_playbook
from desk.services.strategies import strategies
from desk.services.work import Work


@handles(SetStrategy)
def set_strategy(work: Work, command: SetStrategy) -> str:
    """What was said goes into the store's own playbook, where all else stays as it is written.

    Raises BadInput for a kind of lead there is none of, BadPlaybook for a pace that may not stand.
    """
    if command.kind not in {row.kind for row in strategies(work.book)}:
        raise BadInput(f"There is no kind of lead {command.kind!r}.", do="Choose one of the list.")
    why = f"{command.kind.replace('_', ' ')}: {', '.join(_said(command)) or 'as it was'}"
    return save_playbook(
        work, SavePlaybook(toml=_with_strategy(own_text(work), command), why=why, by=command.by)
    )


def _said(command: SetStrategy) -> Iterator[str]:
    if command.waits is not None:
        yield "messages wait for approval" if command.waits else "messages go out by themselves"
    if command.pace is not None:
        yield f"intervals {command.pace:g} times as long"


def _with_strategy(text: str, command: SetStrategy) -> str:
    """The store's playbook with these values in the place of their namesakes, or as more of them."""
    import tomlkit  # when a strategy is changed, which is seldom

    document = tomlkit.parse(text)
    if command.waits is not None:
        _table(document, "approval")[command.kind] = "queue" if command.waits else "auto"
    if command.pace is not None:
        _table(_table(document, "strategy"), command.kind)["pace"] = float(command.pace)
    return tomlkit.dumps(document)


def _table(within: MutableMapping[str, Any], name: str) -> MutableMapping[str, Any]:
    """The table of that name, made where there is none."""
    if name not in within:
        within[name] = {}
    found: MutableMapping[str, Any] = within[name]
    return found
