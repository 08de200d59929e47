"""Writes the first migration from today's tables: `python packaging/write_first_migration.py`.

Only for as long as no store of a released version exists; after that each change is a step of its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk.models.base import Base, Moment
from desk.models.store import engine as _engine  # noqa: F401  every table is declared before it is written down
from desk.models.store.extras import EXTRAS
from desk.models.store.migrate import MIGRATIONS

TARGET = MIGRATIONS / "versions" / "0001_first.py"
HEAD = '''"""The first schema: every table of the first release, as packaging/write_first_migration.py wrote it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import sqlite  # noqa: F401  named where SQLite has a type of its own

revision = "0001"
down_revision = None

EXTRAS = (
{extras}
)


def upgrade() -> None:  # noqa: PLR0915  a list of tables, not a procedure
    {tables}
    for statement in EXTRAS:
        op.execute(statement)
'''


def render_item(kind: str, item: object, _context: AutogenContext) -> str | bool:
    """A migration must not change when our own type does: a moment is written as what lies in the store."""
    return "sa.BigInteger()" if kind == "type" and isinstance(item, Moment) else False


def first_migration() -> str:
    """The text of the first migration, made from the declared tables."""
    with create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection, opts={"render_item": render_item})
        script = produce_migrations(context, Base.metadata)
        code = render_python_code(script.upgrade_ops, render_item=render_item)
    code = "\n".join(line for line in code.splitlines() if "# ###" not in line).strip()
    extras = "\n".join(f"    {statement!r}," for statement in EXTRAS)
    return HEAD.format(extras=extras, tables=code)


if __name__ == "__main__":
    TARGET.write_text(first_migration(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "check", "--fix", "--quiet", str(TARGET)], check=False)
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(TARGET)], check=True)
    print(TARGET.name)
