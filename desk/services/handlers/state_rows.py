"""A store's own row over the table of states: one more, another in its place, or none (R9).

The row is written into the store's playbook, where everything else of it stays as the manager wrote it; whether it may
stand is asked as for any other change of the playbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.models.commands import SavePlaybook, SaveStateRow
from desk.models.errors import BadInput, Refused
from desk.services.desk import handles
from desk.services.handlers.playbook import own_text, read_toml, save_playbook
from desk.services.work import Work

_KINDS = ("rule", "halt", "holiday")
Row = Mapping[str, Any]


@handles(SaveStateRow)
def save_state_row(work: Work, command: SaveStateRow) -> str:
    """Raises BadPlaybook with place, mistake and what is allowed; Refused where the row that was read stands no more."""
    if command.kind not in _KINDS:
        raise BadInput(f"{command.kind!r} is no kind of row.", do=f"There are {', '.join(_KINDS)}.")
    text = own_text(work)
    rows = list(read_toml(text).get("states", {}).get(command.kind, ()))
    _put(rows, command)
    saved = SavePlaybook(toml=_with_rows(text, command.kind, rows), why=_words(command), by=command.by)
    return save_playbook(work, saved)


def _put(rows: list[Row], command: SaveStateRow) -> None:
    """Change ``rows`` as asked. A second value for the same state and key takes the place of the first."""
    was = command.was if command.was is not None else _same(rows, command)
    place = len(rows)
    if was is not None:
        if was not in rows:
            raise Refused(
                "Somebody else changed this row meanwhile.", action=command.act, do="Look at it again, then change it."
            )  # fmt: skip
        place = rows.index(was)
        rows.pop(place)
    if command.row is not None:
        rows.insert(place, dict(command.row))


def _same(rows: list[Row], command: SaveStateRow) -> Row | None:
    if command.kind != "rule" or command.row is None:
        return None
    named = (command.row.get("state"), command.row.get("key"))
    return next((row for row in rows if (row.get("state"), row.get("key")) == named), None)


def _with_rows(text: str, kind: str, rows: list[Row]) -> str:
    """The store's playbook with these rows; all else of it, also a manager's own remarks, stays as it is written."""
    import tomlkit  # when a row is saved, which is seldom

    document = tomlkit.parse(text)
    if "states" not in document:
        document.add("states", tomlkit.table(is_super_table=True))
    states: Any = document["states"]
    states.pop(kind, None)
    if rows:
        tables = tomlkit.aot()
        for row in rows:
            table = tomlkit.table()
            table.update(row)
            tables.append(table)
        states.append(kind, tables)
    return tomlkit.dumps(document)


def _words(command: SaveStateRow) -> str:
    """Why, for the record: what the row says, and the reason that a loosening or a halt names."""
    told = command.row if command.row is not None else command.was or {}
    parts = {
        "rule": f"{told.get('state')} {told.get('key')} {told.get('value')}",
        "halt": f"no calls or texts to {told.get('state')} from {told.get('first')} to {told.get('last')}",
        "holiday": f"{told.get('name')}, a holiday in {told.get('state')}",
    }
    begun = "State rules" if command.row is not None else "State rules, taken back"
    reason = str(told.get("reason") or "")
    return f"{begun}: {parts[command.kind]}" + (f". {reason}" if reason else "")
