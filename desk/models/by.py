"""Who gave a command. Apart from the stored nouns, so that the window's first paint need not wait for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class By:
    """Who gave a command. ``kind`` is staff | assistant | customer | system; every command carries one."""

    kind: str
    staff_id: str = ""
    role: str = ""
    name: str = ""

    @property
    def words(self) -> str:
        return self.name or {"assistant": "the assistant", "customer": "the customer"}.get(
            self.kind, "the desk"
        )


THE_DESK = By("system")
THE_ASSISTANT = By("assistant")
THE_CUSTOMER = By("customer")
