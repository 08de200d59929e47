"""The consent that a source's own form asks for: entered once by a manager, evidence with each of its leads (R6, COMPLY-03)."""

from __future__ import annotations

from typing import Any

from desk.models.commands import SaveConsentWording
from desk.models.errors import BadInput, Refused
from desk.models.lead import Lead
from desk.models.person import Consent
from desk.services.desk import handles
from desk.services.handlers.house import put_setting
from desk.services.work import Work

KEY = "sources.consent"
KINDS = ("express", "written")


@handles(SaveConsentWording)
def save_consent_wording(work: Work, command: SaveConsentWording) -> None:
    """Keeps wording, page, who entered it and when. Leads that are here already keep what they came with."""
    source, wording = command.source.strip(), command.wording.strip()
    _check(command, source, wording)
    kept = {name: told for name, told in work.store.settings[KEY].items() if name != source.casefold()}
    if wording:
        kept[source.casefold()] = {
            "source": source, "kind": command.kind, "wording": wording, "page": command.page.strip(), "by": command.by.words,
            "at": work.now.isoformat(),
        }  # fmt: skip
    put_setting(work, KEY, kept)
    work.kinds.add("settings")
    act = f"Entered by {command.by.words}" if wording else f"Taken back by {command.by.words}"
    work.tell("consent_wording", None, {"source": source, "consent": command.kind if wording else ""}, (act,))


def _check(command: SaveConsentWording, source: str, wording: str) -> None:
    if not source:
        raise Refused(
            "Whose form is it?", action=command.act, missing=("source",), do="Name the source of the leads."
        )
    if command.kind not in KINDS:
        raise BadInput(f"{command.kind!r} is no consent.", where="kind", do=f"Use {' or '.join(KINDS)}.")
    if wording and not command.page.strip():
        raise Refused(
            "Where does the form stand?", action=command.act, missing=("page",), do="Give its address, so that it can be shown.",
        )  # fmt: skip


def consent_by_form(work: Work, lead: Lead, value: str) -> Consent | None:
    """The consent a lead of this source came with, for one address; None where its form asks for none."""
    told: dict[str, Any] | None = work.store.settings[KEY].get(lead.source.casefold())
    if told is None:
        return None
    form = [number for _source, number in lead.provider_ids]
    return Consent(
        id=work.new_id(), address=value, channel="email" if "@" in value else "text", kind=told["kind"], at=lead.received_at, by="the customer",
        evidence=f"{told['source']} asks: “{told['wording']}”", detail={"page": told["page"], "form": form, "entered_by": told["by"], "entered_at": told["at"]},
    )  # fmt: skip
