"""Whether an inquiry is a known customer's, or the same inquiry again, and why one thinks so (LEAD-04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk.models.intake.prospect import Prospect
from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.playbook import Playbook
from desk.models.rules.spellings import alike_in_part


@dataclass(frozen=True, slots=True)
class Match:
    """The customer a prospect belongs to, and the signs that say so."""

    customer_id: str
    signs: tuple[str, ...]


def same_customer(
    prospect: Prospect, known: Iterable[tuple[Address, Customer]], book: Playbook
) -> Match | None:
    """The known customer this prospect is: an equal email, or an equal phone with no other person's name on it."""
    known, emails = tuple(known), set(prospect.customer.emails)
    for address, customer in known:
        if address.kind == "email" and address.value in emails:
            return Match(customer.id, ("the same email address",))
    phones = {phone.number for phone in prospect.customer.phones if phone.number}
    for address, customer in known:
        if (
            address.kind == "phone"
            and address.value in phones
            and names_agree(prospect.customer.full or "", customer.full, book)
        ):
            return Match(customer.id, ("the same phone number", "a name that fits"))
    return None


def names_agree(left: str, right: str, book: Playbook) -> bool:
    """Whether two names may be one person's; a missing name contradicts nothing."""
    if not left.strip() or not right.strip():
        return True
    return alike_in_part(left.casefold(), right.casefold()) >= book.number("duplicates.thread_name_alike")


def same_inquiry(prospect: Prospect, leads: Iterable[Lead]) -> tuple[Lead, str] | None:
    """The lead this inquiry belongs to: the provider's own id again, else the customer's open lead."""
    told = {(each.source, each.value) for each in prospect.ids}
    ordered = sorted(leads, key=lambda lead: lead.received_at, reverse=True)
    for lead in ordered:
        if told & {(source, value) for source, value in lead.provider_ids}:
            return lead, "the provider sent the same inquiry again"
    open_lead = next(
        (lead for lead in ordered if lead.stage not in ("sold", "lost") and not lead.is_history), None
    )
    return (open_lead, "the same customer has an open lead") if open_lead else None
