"""Where Alembic finds the connection: the one that ``desk.models.store.migrate`` holds a transaction on."""

from __future__ import annotations

from alembic import context

from desk.models.base import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
