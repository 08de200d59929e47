"""Other times for the steps of a ladder, as a manager sets them where the ladder is read (ILM-04)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.models.commands import SavePlaybook, SetLadder
from desk.models.errors import BadInput, Refused
from desk.services.desk import handles
from desk.services.handlers.playbook import own_text, read_toml, save_playbook
from desk.services.work import Work

Row = Mapping[str, Any]


@handles(SetLadder)
def set_ladder(work: Work, command: SetLadder) -> str:
    """The whole ladder goes into the store's own playbook, where all else stays as it is written; its steps keep whom they tell.

    Raises BadPlaybook for times that may not stand, Refused where the ladder is not the one that was read.
    """
    rows = work.book.part("tree").get("ladder", ())
    row = next((row for row in rows if row["name"] == command.name), None)
    if row is None:
        raise BadInput(f"There is no ladder {command.name!r}.", do="Choose another lead and look again.")
    if len(command.after) != len(row["steps"]) or bool(command.repeat_every) != bool(row.get("repeat_every")):
        raise Refused(
            "Somebody else changed this ladder meanwhile.", action=command.act, do="Look at it again, then change it."
        )  # fmt: skip
    text = _with_ladder(own_text(work), _timed(row, command))
    why = f"{command.name}: steps after {', '.join(command.after)}"
    return save_playbook(work, SavePlaybook(toml=text, why=why, by=command.by))


def _timed(row: Row, command: SetLadder) -> dict[str, Any]:
    steps = [{**step, "after": after} for step, after in zip(row["steps"], command.after, strict=True)]
    again = {"repeat_every": command.repeat_every} if command.repeat_every else {}
    return {**row, "steps": steps, **again}


def _with_ladder(text: str, row: dict[str, Any]) -> str:
    """The store's playbook with this ladder in the place of its namesake, or as one more."""
    import tomlkit  # when a ladder is changed, which is seldom

    document = tomlkit.parse(text)
    own = read_toml(text).get("ladder", [])
    names = [each.get("name") for each in own]
    rows = [row if each.get("name") == row["name"] else each for each in own]
    document.pop("ladder", None)
    tables = tomlkit.aot()
    for each in rows if row["name"] in names else [*rows, row]:
        table = tomlkit.table()
        table.update(each)
        tables.append(table)
    document.append("ladder", tables)
    return tomlkit.dumps(document)
