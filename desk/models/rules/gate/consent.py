"""Whether the person agreed to hear from us this way (R6, R7, R8, the state rows, and Canada's own law)."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.models.rules.gate.case import ANSWERS, Case
from desk.models.rules.gate.verdict import Verdict, forbid, person
from desk.models.words import Author, Channel, Purpose

_BY_A_PERSON = "Written consent, or a person who writes it."
_WRITES_AGAIN = "Written consent, or the customer gets in touch again."


def outside_the_country(case: Case) -> Verdict | None:
    """What would leave for Canada or another country by itself is left to a person (section 9)."""
    where = case.where
    if (
        not where.abroad
        or not case.draft.automatic
        or (where.in_canada and case.rules.consent.canada_allowed)
    ):
        return None
    if not where.in_canada and not case.draft.by_phone:
        return None
    return person(
        "CASL" if where.in_canada else "R29", f"The customer may be in {where.abroad}.", "A person writes it."
    )


def canada_consent(case: Case) -> Verdict | None:
    """Canada is opt-in: express consent, or an inquiry or purchase not long ago (CASL)."""
    if not case.where.in_canada or case.consent in ("express", "written"):
        return None
    terms = case.rules.consent
    if _within(case, case.last_inquiry, terms.canada_after_inquiry):
        return None
    if _within(case, case.facts.sale_at, terms.canada_after_sale):
        return None
    return forbid(
        "CASL", "There is no consent in force for a person in Canada.", "Express consent, with evidence."
    )


def inquiry_lapsed(case: Case) -> Verdict | None:
    """Without written consent calls and texts end some time after the last inquiry or the sale (R7)."""
    inquiry = case.last_inquiry
    if not case.draft.by_phone or inquiry is None or case.consent == "written" or _related(case):
        return None
    days = case.rules.consent.after_inquiry.days
    return forbid(
        "R7", f"The last inquiry ({case.clock(inquiry)}) is more than {days} days old.", _WRITES_AGAIN
    )


def cold_number(case: Case) -> Verdict | None:
    """A number nobody inquired from: only off the do-not-call list, and by a fresh copy of it (R8)."""
    if not case.draft.by_phone or _related(case) or case.consent in ("express", "written"):
        return None
    if case.facts.on_national_list:
        return forbid(
            "R8", "The number is on the do-not-call list.", "An inquiry or consent from the customer."
        )
    if not _within(case, case.facts.scrub_at, case.rules.consent.scrub_age):
        days = case.rules.consent.scrub_age.days
        return forbid(
            "R8", f"No do-not-call list newer than {days} days was imported.", "A fresh list is imported."
        )
    return None


def unasked_text(case: Case) -> Verdict | None:
    """A text of the assistant's that nobody asked for needs written consent; else a person decides (R6)."""
    if case.draft.channel is not Channel.TEXT or not case.draft.automatic or case.consent == "written":
        return None
    if _unasked(case):
        return person("R6", "Nobody asked for this text, and there is no written consent.", _BY_A_PERSON)
    if case.last_inquiry is None and case.consent == "none":
        return person("R6", "There is no inquiry and no consent behind this number.", _BY_A_PERSON)
    return None


def second_answer(case: Case) -> Verdict | None:
    """Where one answer to an inquiry is exempt, the next automatic text needs written consent (MD)."""
    if case.draft.channel is not Channel.TEXT or not case.draft.automatic or case.consent == "written":
        return None
    row = next((row for row in case.rows if row.written_consent == "automated"), None)
    if (
        row is None
        or case.draft.purpose is Purpose.OPT_OUT_CONFIRMATION
        or not _texted_since(case, case.last_inquiry)
    ):
        return None
    return person("R6", f"{row.name} allows one automatic answer to an inquiry ({row.law}).", _BY_A_PERSON)


def sales_contact_by_hand(case: Case) -> Verdict | None:
    """Where sales calls and texts of people need written consent, they may only answer (the CT row)."""
    if not case.draft.by_phone or case.draft.automatic or case.consent == "written":
        return None
    row = next((row for row in case.rows if row.written_consent == "all"), None)
    if row is None or _awaits_person(case):
        return None
    return forbid(
        "R6", f"{row.name} requires written consent for sales calls and texts ({row.law}).", _WRITES_AGAIN
    )


def _within(case: Case, moment: datetime | None, span: timedelta) -> bool:
    return moment is not None and case.now - moment <= span


def _related(case: Case) -> bool:
    """An established business relationship: a recent inquiry or sale."""
    terms = case.rules.consent
    recent = _within(case, case.last_inquiry, terms.after_inquiry)
    return recent or _within(case, case.facts.sale_at, terms.after_sale)


def _unasked(case: Case) -> bool:
    if case.draft.purpose is Purpose.FIRST_RESPONSE:
        return case.facts.inquiry_at is None or _texted_since(case, case.facts.inquiry_at)
    if case.draft.purpose in ANSWERS:
        return case.last_inquiry is None
    return case.draft.marketing or case.draft.purpose in case.rules.consent.unasked


def _texted_since(case: Case, moment: datetime | None) -> bool:
    return moment is not None and any(
        touch.channel is Channel.TEXT and touch.at > moment and touch.author is not Author.STAFF
        for touch in case.facts.touches
    )


def _awaits_person(case: Case) -> bool:
    """Whether the person's latest word still waits for a person's answer."""
    asked, human = case.last_inquiry, case.facts.human
    return asked is not None and (human is None or human.at < asked)
