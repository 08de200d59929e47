"""A mail from the store's own address that came back in: what its mail server thinks of the sender is worth knowing."""

from __future__ import annotations

from desk.models.intake.authentication import authentication
from desk.models.intake.mime import Headers
from desk.services.handlers.house import put_setting
from desk.services.work import Work

SEEN = "mail.authentication"


def note_own_mail(work: Work, headers: Headers) -> None:
    """Keep SPF, DKIM and DMARC of a mail of the store's own, for the doctor; a mail of anyone else says nothing."""
    if not work.store.email or headers.from_address != work.store.email.lower():
        return
    told = authentication(headers.authentication)
    if told and told != {name: work.store.settings[SEEN].get(name) for name in told}:
        put_setting(work, SEEN, {**told, "at": work.now.isoformat()})
        work.kinds.add("health")
