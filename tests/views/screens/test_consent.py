"""Consent and its refusal at the lead: what is closed says why, by which rule and what opens it, and is opened (COMPLY-05)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desk.models import commands as c
from desk.models.by import THE_CUSTOMER
from desk.models.person import Consent
from desk.views import widgets as w
from desk.views.detail.pane import LeadPane
from tests.views.screens.conftest import SeatedDesk

LIFTS = "What lifts it: The customer's own opt-in, with evidence. Rule R3."


def stopped(seated: SeatedDesk) -> LeadPane:
    """A customer who texted STOP while a text of Dana's to them waited."""
    lead_id = seated.take()
    seated.settle()
    seated.run(c.WriteMessage(lead_id=lead_id, channel="text", text="See you at five"))
    seated.run(c.TakeReply(lead_id=lead_id, channel="text", text="STOP", key="r1", by=THE_CUSTOMER))
    seated.settle()
    return seated.open_pane(lead_id)


@pytest.mark.requirement("COMPLY-05", "COMPLY-01", "FLOW-13")
def test_what_may_not_go_names_its_rule_the_fact_and_what_lifts_it(seated: SeatedDesk) -> None:
    """Beside the composer, under the message itself, and in what is sent next and why not."""
    pane = stopped(seated)
    assert "said stop Mar 3 (“STOP”). Their own opt-in opens it (R3)" in pane.composer.why_not.text()
    assert pane.composer.tabs["text"].isHidden()
    assert pane.view is not None
    (mine,) = [item for item in pane.view.timeline if item.text == "See you at five"]
    assert mine.status == "skipped"
    assert mine.status_words == (
        f"The customer asked not to be contacted this way (Tue 10:00). Their words: “STOP”. {LIFTS}"
    )
    seated.assembled.open_wide(pane.lead.id)
    lead = seated.assembled.screens["lead"].screen_made
    seated.until(lambda: lead.view is not None)
    seated.until(
        lambda: any(LIFTS in each.text() for each in lead.side.findChildren(w.Words) if each.isVisible())
    )


@pytest.mark.requirement("COMPLY-05", "FLOW-15")
def test_a_channel_that_closes_while_one_writes_says_so_where_one_sends(seated: SeatedDesk) -> None:
    pane = seated.open_pane(seated.take())
    seated.settle()
    pane.composer.write("text")
    pane.composer.field.setPlainText("See you at five")
    seated.run(c.TakeReply(lead_id=pane.lead.id, channel="text", text="STOP", key="r1", by=THE_CUSTOMER))
    pane.composer.channel = "text"  # sent before the window has heard of it
    pane.composer.submit()
    seated.until(lambda: LIFTS in pane.composer.refusal.text())
    assert pane.composer.field.toPlainText() == "See you at five"


@pytest.mark.requirement("COMPLY-03", "COMPLY-05")
def test_consent_is_recorded_with_its_evidence_and_opens_what_was_stopped(seated: SeatedDesk) -> None:
    pane = stopped(seated)
    pane.offer_more(pane.more_button)
    (menu,) = pane.findChildren(QMenu)
    next(act for act in menu.actions() if act.text().startswith("Customer agreed")).trigger()
    form = pane.cards.consent
    assert form.isVisible()
    assert form.channel.choice() == "text"
    seated.press(form, Qt.Key.Key_Return)
    assert form.refusal.text() == "Say where it stands, or what they said and when."
    form.how.choose("spoken")
    seated.press(form, "Said yes at the desk")
    seated.press(form, Qt.Key.Key_Return)
    seated.until(form.isHidden)
    assert "text" not in seated.view(pane.lead.id).channels  # a spoken yes is kept and opens nothing

    pane.open_card("consent")
    seated.press(form, "Form at the store, signed Mar 3")
    seated.press(form, Qt.Key.Key_Return)
    seated.until(lambda: pane.view is not None and "text" in pane.view.channels)
    assert [(row.kind, row.evidence) for row in seated.rows(Consent)][-1] == (
        "written", "written: Form at the store, signed Mar 3",
    )  # fmt: skip
    tile = next(tile for tile in seated.view(pane.lead.id).tiles if tile.channel == "text")
    assert (tile.ok, tile.words) == (True, "Text OK: written consent Mar 3, Form at the store, signed Mar 3")
    assert seated.view(pane.lead.id).assistant.state == "reactive"
