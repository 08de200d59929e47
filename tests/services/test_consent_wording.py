"""A source whose form asks for consent: entered by a manager, evidence with each lead, and what the gate makes of it (R6)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desk.models.commands import SaveConsentWording
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.history import History
from desk.models.intake.prospect import LeadId
from desk.models.person import Consent
from desk.models.rules.gate import Outcome
from desk.services import gatekeeper
from desk.services.leadfile import LeadFile
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R6"), pytest.mark.requirement("COMPLY-03")]
WORDING = "I agree to automated texts from Cedar Ridge Motors. Not a condition of purchase."
PAGE = "https://cars.example/contact"


def _enter(small: SmallDesk, **changes: Any) -> None:
    told: dict[str, Any] = {"source": "AutoTrader", "wording": WORDING, "page": PAGE, "by": DANA} | changes
    small.run(SaveConsentWording(**told))


def _consents(small: SmallDesk, kind: str) -> list[Consent]:
    with small.desk.store.reading() as session:
        return list(session.scalars(select(Consent).where(Consent.kind == kind).order_by(Consent.address)))


def test_a_lead_of_that_source_comes_with_the_consent_and_its_evidence() -> None:
    small = SmallDesk()
    _enter(small)
    small.take(ids=(LeadId("AutoTrader", "F-77"),))
    rows = _consents(small, "written")
    assert [(row.address, row.channel) for row in rows] == [
        ("+12085550101", "text"),
        ("kim1@example.com", "email"),
    ]
    assert WORDING in rows[0].evidence
    assert (rows[0].detail["page"], rows[0].detail["form"], rows[0].detail["entered_by"]) == (
        PAGE,
        ["F-77"],
        "Dana Whit",
    )
    assert rows[0].at == small.clock.now()


@pytest.mark.parametrize(("entered", "outcome"), [(False, Outcome.PERSON), (True, Outcome.ALLOW)])
def test_a_text_nobody_asked_for_waits_for_a_person_without_it_and_goes_with_it(
    entered: bool, outcome: Outcome
) -> None:
    small = SmallDesk()
    if entered:
        _enter(small)
    lead_id = small.take()
    with small.desk.store.writing() as session:
        work = small.desk.looking(session, small.clock.now())
        file = LeadFile(work, work.lead(lead_id))
        row = next(m for m in file.messages if m.channel == "text")
        row.purpose = "nurture"
        verdict = gatekeeper.ask(file, row, small.clock.now())
        session.rollback()
    assert verdict.outcome is outcome, verdict.fact


def test_other_sources_and_leads_from_before_have_none() -> None:
    small = SmallDesk()
    small.take(1)
    _enter(small, source="Cars for you")
    small.take(2)
    assert _consents(small, "written") == []
    assert len(_consents(small, "inquiry")) == 4


def test_taken_back_it_holds_for_leads_to_come_only() -> None:
    small = SmallDesk()
    _enter(small)
    small.take(1)
    _enter(small, wording="")
    small.take(2)
    assert {row.address for row in _consents(small, "written")} == {"+12085550101", "kim1@example.com"}


@pytest.mark.requirement("DESK-04")
def test_only_a_manager_enters_it_and_the_record_tells() -> None:
    small = SmallDesk()
    with pytest.raises(NotAllowed, match="may not enter a consent wording"):
        _enter(small, by=ANA)
    _enter(small)
    with small.desk.store.reading() as session:
        told = session.scalars(select(History).where(History.kind == "consent_wording")).one()
    assert (told.data, told.why) == ({"source": "AutoTrader", "consent": "written"}, ["Entered by Dana Whit"])


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"source": " "}, Refused), ({"page": ""}, Refused), ({"kind": "oral"}, BadInput)],
)
def test_what_would_be_no_evidence_is_refused(changes: dict[str, str], error: type[Exception]) -> None:
    small = SmallDesk()
    with pytest.raises(error):
        _enter(small, **changes)
