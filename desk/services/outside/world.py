"""The outside of a store on loopback: its mail provider and its carrier, speaking the real protocols.

The demo and the end-to-end tests point a real desk at it; nothing in the desk knows the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk.models.time import Clock
from desk.services.outside.carrier import StandInCarrier
from desk.services.outside.carrier_terms import CarrierText
from desk.services.outside.mail_server import OutsideLetter, OutsideMail

STORE_NUMBER = "+12085550100"
STORE_ADDRESS = "sales@cedarridge.example"


class OutsideWorld:
    """Mail servers and carrier, started and stopped together; ``on_mail`` and ``on_text`` hear what reached customers."""

    def __init__(
        self,
        clock: Clock,
        *,
        on_mail: Callable[[OutsideLetter], None] | None = None,
        on_text: Callable[[CarrierText], None] | None = None,
    ) -> None:
        self.mail = OutsideMail(address=STORE_ADDRESS, on_mail=on_mail)
        self.carrier = StandInCarrier(clock, numbers=(STORE_NUMBER,), on_text=on_text)

    def start(self) -> OutsideWorld:
        self.mail.start()
        self.carrier.start()
        return self

    def stop(self) -> None:
        self.carrier.stop()
        self.mail.stop()

    def settings(self) -> dict[str, Any]:
        """The store's settings that lead here."""
        smtp, imap = self.mail.smtp_login(), self.mail.imap_login()
        return {
            "store.email": STORE_ADDRESS, "mail.user": imap.user,
            "mail.imap_host": imap.host, "mail.imap_port": imap.port, "mail.imap_security": imap.security,
            "mail.smtp_host": smtp.host, "mail.smtp_port": smtp.port, "mail.smtp_security": smtp.security,
            "text.base_url": self.carrier.base_url, "text.account": self.carrier.account, "text.from_number": STORE_NUMBER,
        }  # fmt: skip

    def secrets(self) -> dict[str, str]:
        """The sign-ins, by the names the desk keeps them under."""
        return {"mail.password": self.mail.password, "text.token": self.carrier.token}
