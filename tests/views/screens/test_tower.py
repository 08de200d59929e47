"""The tower over the real engine: who is covered on a walk-in, with the proof, without touching the lead (COVER-07)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk.models import commands as c
from desk.models.by import THE_CUSTOMER, By
from desk.models.deal import Deal
from desk.models.history import History
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.views.printing import save_pdf
from desk.views.tower import TowerScreen
from desk.views.tower.parts import EarlierRow, OtherRow, ProofRow
from tests.views.screens.conftest import SeatedDesk, apart

DANA = By("staff", "dana", "manager", "Dana Whit")
ANA = By("staff", "ana", "bdc", "Ana Ruiz")


@pytest.fixture
def worked(seated: SeatedDesk) -> str:
    """Ana's lead: she wrote, the customer answered."""
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.settle()
    seated.run(
        c.WriteMessage(
            lead_id=lead_id, channel="email", text="When would suit you?", subject="Your RAV4", by=ANA
        )
    )
    seated.settle()
    seated.later(hours=1)
    reply = c.TakeReply(lead_id=lead_id, channel="email", text="Saturday, thanks", key="r1", by=THE_CUSTOMER)
    seated.run(reply)
    seated.later(hours=2)
    return lead_id


def opened(seated: SeatedDesk, typed: str) -> TowerScreen:
    seated.window.show_screen("tower")
    screen = seated.assembled.screens["tower"].screen_made
    assert isinstance(screen, TowerScreen)
    seated.qtbot.keyClicks(screen.field, typed)
    return screen


@pytest.mark.requirement("COVER-07", "COVER-04")
@pytest.mark.parametrize("typed", ["Kim Doe", "555-0111", "kim1@example.com"])
def test_name_phone_or_email_answers_who_is_covered_with_the_proof(
    seated: SeatedDesk, worked: str, typed: str
) -> None:
    screen = opened(seated, typed)
    seated.until(lambda: screen.view is not None)
    view = screen.view
    assert view is not None
    assert view.holder == "Ana Ruiz"
    assert screen.title.text().startswith("Ana Ruiz is covered until Mar 10")
    assert "half Ana Ruiz, half the seller" in screen.why.text()
    assert [(proof.what, proof.weight) for proof in view.proofs][:2] == [
        ("Email answer from the customer", "Counts"),
        ("Email sent", "Follow-up"),
    ]
    assert [policy.in_force for policy in view.policies] == [True, False, False]
    assert {credit.words for credit in view.policies[0].credits} == {"Half"}


@pytest.mark.requirement("COVER-07")
def test_looking_writes_to_the_trail_and_changes_nothing_else(seated: SeatedDesk, worked: str) -> None:
    before = seated.view(worked)
    seen = len(seated.rows(History))
    screen = opened(seated, "Kim Doe")
    seated.until(lambda: len(seated.rows(History)) > seen)
    assert {row.kind for row in seated.rows(History)[seen:]} == {"coverage"}
    after = seated.view(worked)
    assert (after.card, after.timeline, after.tasks) == (before.card, before.timeline, before.tasks)
    assert screen.lead_id == worked


@pytest.mark.requirement("COVER-07", "COVER-02")
def test_when_the_cover_has_lapsed_nobody_is_covered_and_the_seller_has_it_all(
    seated: SeatedDesk, worked: str
) -> None:
    seated.clock.turn_to(seated.clock.now() + timedelta(days=8))
    view = seated.ask(lambda read: read.tower(worked))
    assert view.holder == ""
    assert view.title == "Nobody is covered"
    assert [credit.words for credit in view.policies[0].credits] == ["None", "Full"]


@pytest.mark.requirement("COVER-07")
def test_nobody_of_that_name_says_so(seated: SeatedDesk, worked: str) -> None:
    screen = opened(seated, "Zacharias")
    seated.until(lambda: screen.empty.title.text() == "No customer fits")
    assert screen.view is None
    assert screen.page() == ""


@pytest.mark.requirement("COVER-07")
@pytest.mark.parametrize("size", ["letter", "a4"])
def test_the_answer_prints(seated: SeatedDesk, worked: str, tmp_path: Path, size: str) -> None:
    screen = opened(seated, "Kim Doe")
    seated.until(lambda: screen.view is not None)
    view, page = screen.view, screen.page()
    assert view is not None
    assert "Ana Ruiz is covered until" in page
    assert page.count("<tr>") == len(view.proofs) + len(view.policies)
    file = tmp_path / "tower.pdf"
    save_pdf(page, file, size)
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.requirement("COVER-05", "COVER-07")
def test_a_manager_settles_a_dispute_over_a_sale_at_the_tower(seated: SeatedDesk, worked: str) -> None:
    """Ana's sale is shared with another by keys and mouse; without a reason nothing is decided."""
    seated.run(c.SaveStaff(staff_id="tom", values={"name": "Tom Becker", "role": "sales"}))
    screen = opened(seated, "Kim Doe")
    seated.until(lambda: screen.view is not None)
    assert not screen.settle.isVisible()  # nothing was sold
    seated.run(c.RecordSale(lead_id=worked, by=ANA))
    screen.view = None
    screen.look(worked)
    seated.until(screen.settle.isVisible)
    screen.settle.click()
    seated.until(screen.decide.isVisible)
    form = screen.decide
    assert form.whose.currentText() == "Ana Ruiz"
    form.shared.setCurrentIndex(form.shared.findText("Tom Becker"))
    form.act.click()
    assert form.refusal.text() == "A decision needs its reason."
    seated.qtbot.keyClicks(form.reason, "Both worked it")
    seated.qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    seated.until(lambda: [deal.decided_why for deal in seated.rows(Deal)] == ["Both worked it"])
    (deal,) = seated.rows(Deal)
    assert {share["staff"] for share in deal.shares} == {"ana", "tom"}
    assert deal.decided_by == "Dana Whit"
    seated.until(lambda: form.isHidden() and screen.settle.isVisible())


@pytest.mark.requirement("COVER-05", "COVER-07")
def test_what_was_before_with_this_customer_stands_below_the_evidence(
    seated: SeatedDesk, worked: str
) -> None:
    """No deal and no dispute; then a sale of another of their leads, its decision, and who looked last."""
    screen = opened(seated, "Kim Doe")
    seated.until(lambda: screen.view is not None)
    assert screen.view is not None
    assert [row.what for row in screen.view.earlier][:1] == ["No dispute"]
    seated.run(c.RecordSale(lead_id=worked, by=ANA))
    seated.run(
        c.DecideCredit(lead_id=worked, credited=("ana", "dana"), reason="Both worked it", by=seated.sits)
    )
    told = [(row.what, row.words, row.credit) for row in seated.ask(lambda read: read.tower(worked)).earlier]
    assert told[0] == (
        "2022 Toyota RAV4",
        "bought Mar 3, 2026, sold by Ana Ruiz",
        "half Ana Ruiz, half Dana Whit",
    )
    assert told[1] == ("Decided Mar 3", "by Dana Whit: Both worked it", "")
    assert told[2][1] == "looked up by Dana Whit, kept in the trail"
    screen.view = None
    screen.look(worked)
    seated.until(lambda: len(screen.past.findChildren(EarlierRow)) == 3)
    assert screen.past.isVisible()


@pytest.mark.requirement("COVER-07")
def test_what_the_assistant_wrote_is_one_row(seated: SeatedDesk, worked: str) -> None:
    proofs = seated.ask(lambda read: read.tower(worked)).proofs
    own = [proof.what for proof in proofs if "assistant" in proof.what]
    assert own == ["2 messages by the assistant since 10:00 AM"]


@pytest.mark.requirement("COVER-07", "COVER-03")
def test_what_was_said_stands_beside_what_it_proves(seated: SeatedDesk, worked: str) -> None:
    proofs = seated.ask(lambda read: read.tower(worked)).proofs
    assert [proof.said.split(" Ana Ruiz")[0] for proof in proofs[:2]] == [
        "Saturday, thanks",
        "When would suit you?",
    ]
    screen = opened(seated, "Kim Doe")
    seated.until(lambda: bool(screen.findChildren(ProofRow)))
    assert "Saturday, thanks" in screen.findChildren(ProofRow)[0].accessibleName()


@pytest.mark.requirement("COVER-07", "LEAD-11")
def test_others_on_the_customer_stand_with_what_they_did_and_whom_to_look_at_first(
    seated: SeatedDesk, worked: str
) -> None:
    """Dana tried once, the assistant wrote, and Lee has an open lead with the same phone that Dana owns."""
    seated.run(
        c.LogActivity(lead_id=worked, type="call", outcome="no_answer", by=DANA, summary="No answer", next_step="Again",
        next_due=seated.clock.now() + timedelta(days=1))
    )  # fmt: skip
    phone = PhoneIn(f"+120855501{apart(1)}", "555", type="cellphone")
    lee = CustomerIn(first="Lee", last="Roe", full="Lee Roe", phones=(phone,), emails=("lee@example.com",))
    prospect = Prospect(
        customer=lee, source="Website", vehicles=(WantedVehicle(year=2023, make="Toyota", model="Camry"),)
    )
    other = seated.run(c.TakeLead(prospect=prospect, key="lee", origin="test"))
    seated.run(c.AssignLead(lead_id=other, to="dana"))
    seated.settle()
    screen = opened(seated, "kim1@example.com")
    seated.until(lambda: screen.view is not None)
    assert screen.view is not None
    assert screen.view.holder == "Ana Ruiz"
    rows = [row.accessibleName() for row in screen.others.findChildren(OtherRow)]
    people, assistant, record = (
        next(row for row in rows if part in row) for part in ("no coverage", "credit with Ana", "look first")
    )
    assert people.startswith("Dana Whit, Call")
    assert assistant.startswith("Assistant, ")
    assert record.startswith("Dana Whit, Lee Roe, same phone, 2023 Toyota Camry")
    assert screen.others.isVisible()
