"""Where a lead came from: source, kind and class (LEAD-03)."""

from __future__ import annotations

import pytest

from desk.models.intake.sources import KnownSource, SourceMatch, SourceTable

pytestmark = pytest.mark.requirement("LEAD-03")


@pytest.mark.parametrize(
    ("provider", "service", "sender", "expected"),
    [
        ("AutoTrader.com", None, None, ("Autotrader", "marketplace", "3rd", True)),
        ("Cars.com Leads", None, None, ("Cars.com", "marketplace", "3rd", True)),
        (None, None, "leads@messages.cargurus.com", ("CarGurus", "marketplace", "3rd", True)),
        ("Kelley Blue Book", None, None, ("Kelley Blue Book", "marketplace", "3rd", True)),
        ("Facebook Marketplace", None, None, ("Facebook", "social", "3rd", True)),
        ("ToyotaUSA", None, "lead@toyota.com", ("ToyotaUSA", "oem", "2nd", True)),
        ("Ford Web", None, None, ("Ford Web", "oem", "2nd", True)),
        ("Gubagoo", None, None, ("Gubagoo", "chat", "1st", True)),
        ("CallRail", None, None, ("CallRail", "phone", "1st", True)),
        ("Acme :: Value My Trade", None, None, ("Acme :: Value My Trade", "trade_in", "3rd", True)),
        ("Referral", None, None, ("Referral", "referral", "1st", True)),
        ("Walk-in", None, None, ("Walk-in", "walk_in", "1st", True)),
        ("Acme", "Trade-In", None, ("Acme", "trade_in", "3rd", True)),
        ("Somebody New", "x", "a@new.example.net", ("Somebody New", "website", "3rd", False)),
        ("Mycars.company", None, "x@notcars.com", ("Mycars.company", "website", "3rd", False)),
        (None, None, None, (None, "website", "3rd", False)),
    ],
)
def test_the_shipped_table(tables, provider, service, sender, expected):
    found = tables.sources.match(provider, service, sender)
    assert (found.name, found.kind, found.class_, found.known) == expected


def test_the_stores_own_site_is_first_party(tables):
    found = tables.sources.match("Cedar Ridge Motors Website", vendor="Cedar Ridge Motors")
    assert found == SourceMatch("Cedar Ridge Motors Website", "website", "1st", True)
    assert (
        tables.sources.match(
            "SiteMaker", url="https://www.cedarridgemotors.example.com/", vendor="Cedar Ridge Motors"
        ).class_
        == "1st"
    )


def test_a_stores_own_filing_goes_first(tables):
    filed = tables.sources.with_rows([KnownSource("Radio spot", "referral", "1st", words=("somebody new",))])
    assert filed.match("Somebody New").kind == "referral"
    assert filed.match("AutoTrader").name == "Autotrader"


def test_a_row_with_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="kind billboard"):
        SourceTable.from_data({"source": [{"name": "X", "kind": "billboard", "class": "1st"}]})


def test_without_a_provider_the_id_names_the_source(one):
    lead = one(
        "<adf><prospect><id source='Cars.com'>7</id><customer><contact><name>A</name></contact></customer></prospect></adf>"
    )
    assert (lead.source, lead.source_kind, lead.provider) == ("Cars.com", "marketplace", None)
