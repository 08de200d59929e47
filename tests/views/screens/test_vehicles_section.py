"""The stock in the settings: a vehicle found, entered by hand, changed, and refused in place where it cannot be (AI-05)."""

from __future__ import annotations

import pytest

from desk.models.by import By
from desk.models.commands import ImportStock
from desk.views.settings.vehicles import VehiclesPage
from tests.views.screens.conftest import SeatedDesk

FEED = (
    {
        "stock": "U1",
        "year": 2022,
        "make": "Toyota",
        "model": "RAV4",
        "status": "available",
        "price_cents": 2_899_500,
    },
    {"stock": "U2", "year": 2021, "make": "Honda", "model": "Accord", "status": "sold"},
)


@pytest.fixture
def page(seated: SeatedDesk) -> VehiclesPage:
    seated.run(ImportStock(rows=FEED, seen=seated.clock.now(), full=False))
    made = VehiclesPage(seated.bridge, seated.window.zone)
    seated.window.add_screen("vehicles-test", made)
    seated.window.show_screen("vehicles-test")
    made.find.setText("u")
    seated.until(lambda: "U1 · 2022 Toyota RAV4" in rows(made))
    return made


def rows(page: VehiclesPage) -> list[str]:
    found = (page.list.itemAt(place) for place in range(page.list.count()))
    return [item.widget().text() for item in found if item is not None and item.widget() is not None]


@pytest.mark.requirement("AI-05")
def test_a_vehicle_is_found_and_its_price_changed(seated: SeatedDesk, page: VehiclesPage) -> None:
    page.find.setText("2021 accord")
    seated.until(lambda: rows(page) == ["U2 · 2021 Honda Accord · Sold"])
    page.choose(seated.ask(lambda read: read.stock("U1")).vehicles[0])
    assert (page.price.text(), page.stock.isEnabled()) == ("28995", False)
    assert "From the feed" in page.told.text()
    page.price.setText("27,500")
    page.keep.click()
    seated.until(lambda: seated.ask(lambda read: read.stock("U1")).vehicles[0].price_cents == 2_750_000)
    assert seated.ask(lambda read: read.stock("U1")).vehicles[0].by_hand is True


@pytest.mark.requirement("AI-05")
def test_a_new_one_is_entered_and_what_is_wrong_is_said_in_place(
    seated: SeatedDesk, page: VehiclesPage
) -> None:
    page.choose(None)
    page.stock.setText("H7")
    for name, told in (("year", "20x1"), ("make", "Ford"), ("model", "F-150"), ("vin", "SHORT")):
        page.told_of[name].setText(told)
    page.keep.click()
    seated.until(lambda: "VIN SHORT" in page.refusal.text())
    page.told_of["vin"].clear()
    page.keep.click()
    seated.until(lambda: "20x1" in page.refusal.text())
    page.told_of["year"].setText("2021")
    page.keep.click()
    page.find.setText("h7")
    seated.until(lambda: rows(page) == ["H7 · 2021 Ford F-150"])
    assert page.refusal.text() == ""


@pytest.mark.requirement("AI-05", "DESK-04")
def test_a_rep_may_look_but_not_save(seated: SeatedDesk, page: VehiclesPage) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    page.choose(seated.ask(lambda read: read.stock("U1")).vehicles[0])
    page.keep.click()
    seated.until(lambda: "may not save a vehicle" in page.refusal.text())
