"""Writes docs/playbook.md from the declarations, so that what people read is what is checked.

``python -m desk.services.playbook_reference`` prints it; a test keeps the file in docs current.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desk.models.playbook_declared import AREAS, Declared, leaves
from desk.services.playbooks import load_playbook, shipped

_HEAD = """# The playbook

Every value of the store's procedure: what it means, what is shipped, and what it may be. A store's own
version, a scenario's `[playbook]` table or `--playbook FILE` holds only the values it changes; the rest stays
as shipped. A value that may not stand is refused with its place, and the running version stays.

Spans are written `90s`, `15m`, `2h`, `51d4h`. `*` stands for a name (a kind of source, a role), `[]` for each
row of a list. This page is written from the declarations in `desk/models/playbook_declared`; change it there.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join((_HEAD, *_areas(), *_ladders()))


def _areas() -> Iterator[str]:
    defaults = _defaults()
    for title, declared in AREAS:
        yield f"## {title}\n"
        yield "| Key | What it decides | Shipped | Takes |"
        yield "|---|---|---|---|"
        yield from (_row(it, defaults.get(it.key)) for it in declared)
        yield ""


def _defaults() -> dict[str, Any]:
    """The shipped value of each plain key; rows and stars have many."""
    return {place: value for pattern, place, value in leaves(shipped()) if pattern == place}


def _row(it: Declared, default: Any) -> str:
    unit = f" ({it.unit})" if it.unit else ""
    return f"| `{it.key}` | {it.words}{unit} | {_shown(default)} | {it.takes} |".replace("  ", " ")


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        words = [str(item) for item in value]
        return ", ".join(f"`{word}`" for word in words[:4]) + (
            f" and {len(words) - 4} more" if len(words) > 4 else ""
        )
    return f"`{value}`" if value != "" else ""


def _ladders() -> Iterator[str]:
    yield "## The shipped ladders\n"
    yield "| Ladder | For | Steps | Repeats |"
    yield "|---|---|---|---|"
    for ladder in load_playbook().ladders:
        row = next(row for row in shipped()["ladder"] if row["name"] == ladder.name)
        wants = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in row["when"].items())
        steps = "; ".join(f"{step['after']} {', '.join(step['to'])}" for step in row["steps"])
        yield f"| {ladder.name} | {wants} | {steps} | {row.get('repeat_every', 'no')} |"
    yield ""


if __name__ == "__main__":
    print(reference(), end="")
