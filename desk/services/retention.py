"""Data is kept as long as the playbook says after the last activity, and then forgotten, a few customers at a time (R22)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from desk.models.commands import Command, EraseCustomer
from desk.models.playbook import Playbook
from desk.models.store.engine import Store
from desk.models.store.queries.forgotten import idle_since
from desk.models.time import Clock

_MONTH = timedelta(days=30.4375)
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Retention:
    """Looks by the clock's beat; ``call`` gives a command to the engine."""

    store: Store
    clock: Clock
    book: Callable[[], Playbook]
    call: Callable[[Command], Any]

    def look(self) -> int:
        """Forget the next ones; answers how many customers."""
        months = self.book().number("retention.months")
        since = self.clock.now() - _MONTH * months
        with self.store.reading() as session:
            found = idle_since(session, since, _AT_ONCE)
        for customer_id in found:
            self.call(EraseCustomer(customer_id=customer_id, reason=f"Nothing for {months:g} months"))
        return len(found)
