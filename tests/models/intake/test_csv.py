"""Leads and inventory from CSV files: headings recognised, each refused row with its reason (LEAD-01, AI-05)."""

from __future__ import annotations

import pytest

from desk.models.intake.csv_leads import read_lead_csv
from desk.models.intake.inventory_csv import read_inventory_csv
from tests.models.intake.conftest import PHOENIX


@pytest.fixture
def leads(tables):
    """Reads lead rows given as text."""
    return lambda text, **more: read_lead_csv(
        text if isinstance(text, bytes) else text.encode(), store_zone=PHOENIX, tables=tables, **more
    )


@pytest.fixture
def stock(tables):
    """Reads inventory rows given as text."""
    return lambda text, **more: read_inventory_csv(
        text if isinstance(text, bytes) else text.encode(), tables=tables, **more
    )


@pytest.mark.requirement("LEAD-01")
def test_lead_rows(leads):
    sheet = leads(
        "First Name,Last Name,E-Mail,Cell Phone,Lead Source,Created,Vehicle of Interest,Trade-In Year,Trade-In Make,Notes,Salesperson\n"
        'Dana,Reed,Dana@Example.com,602-555-0142,AutoTrader,3/2/2026 9:10 PM,Used 2021 Honda Civic EX,2012,Kia,"Is it\nthere?",Ana\n'
        ",,,,,,,,,,\n"
        ",,null,,,,,,,hello,\n"
        "Lee,Ortiz,,6025550143,,31-31-2026,,,,,\n"
    )
    (taken,) = sheet.taken
    lead = taken.prospect
    assert (taken.row, lead.customer.full, lead.customer.emails) == (2, "Dana Reed", ("dana@example.com",))
    assert lead.received.isoformat() == "2026-03-02T21:10:00-07:00"
    assert (lead.source, lead.source_kind) == ("Autotrader", "marketplace")
    assert (lead.vehicles[0].make, lead.vehicles[0].model, lead.trade_in.make) == ("Honda", "Civic", "Kia")
    assert lead.comments == "Is it\nthere?"
    assert [str(each) for each in sheet.refused] == [
        "row 4, name: no name, email or phone",
        'row 5, received: the date "31-31-2026" could not be read',
    ]
    assert sheet.unused == ("Salesperson",)


@pytest.mark.requirement("LEAD-01")
@pytest.mark.parametrize(
    "raw",
    [
        "Name;Email\nJosé Reed;jose@example.com\n".encode("cp1252"),
        "Name\tEmail\r\nJosé Reed\tjose@example.com\r\n".encode("utf-16"),
        "\ufeffName|Email\nJosé Reed|jose@example.com".encode(),
        b'"Name","Email"\n"Jos\xc3\xa9 Reed","jose@example.com"',
    ],
)
def test_delimiters_and_encodings_are_found_out(leads, raw):
    assert leads(raw).taken[0].prospect.customer.full == "José Reed"


@pytest.mark.requirement("LEAD-01")
def test_a_mapping_by_hand_goes_first(leads):
    sheet = leads("Kunde,Name\nDana Reed,Shop\n", mapping={"Kunde": "full", "Name": ""})
    assert sheet.taken[0].prospect.customer.full == "Dana Reed"


@pytest.mark.requirement("LEAD-01")
def test_a_file_that_is_no_table_is_refused_in_words(leads):
    with pytest.raises(ValueError, match="first row must hold the names"):
        leads("hello\nworld")


VAUTO = (
    "DealerId,Dealer Name,VIN,Stock #,New/Used,Year,Make,Model,Body,Transmission,Series,Odometer,Drivetrain Desc,Colour,Interior Color,MSRP,Price,"
    "Certified,Description,Features,Photo Url List,Engine,Age,Vehicle Detail Link,Disposition\n"
    "1,Cedar Ridge,1M8GDM9AXKP042788,T1,U,2019,Toyota,RAV4,SUV,Automatic,XLE,31200,AWD,Blue,Ash,31000,24999.00,Yes,Clean,Sunroof|Tow hitch|Sunroof,"
    "https://p.example/1.jpg|https://p.example/2.jpg,2.5L,41,https://s.example/T1,\n"
    "1,Cedar Ridge,,T2,N,2026,Toyota,Camry,Sedan,,LE,5,FWD,Red,,0,,No,,,,,,,Sale Pending\n"
    "1,Cedar Ridge,1M8GDM9AXKP042788,T3,U,2019,Toyota,RAV4,,,,,,,,,,,,,,,,,\n"
    "1,Cedar Ridge,,t1,U,2018,Kia,Soul,,,,,,,,,,,,,,,,,\n"
    "1,Cedar Ridge,,,U,2018,Kia,Soul,,,,,,,,,,,,,,,,,\n"
    "1,Cedar Ridge,1M8GDM9A1KP042788,T6,U,18,Kia,Soul,,,,,,,,,,,,,,,,,\n"
)


@pytest.mark.requirement("AI-05")
def test_a_vauto_feed(stock):
    sheet = stock(VAUTO)
    first, second = sheet.vehicles
    assert (first.stock, first.vin, first.year, first.make, first.model, first.trim) == (
        "T1",
        "1M8GDM9AXKP042788",
        2019,
        "Toyota",
        "RAV4",
        "XLE",
    )
    assert (first.condition, first.certified, first.mileage, first.price_cents, first.days) == (
        "used",
        True,
        31200,
        2499900,
        41,
    )
    assert (first.body, first.drivetrain, first.exterior, first.interior, first.lot) == (
        "SUV",
        "AWD",
        "Blue",
        "Ash",
        "Cedar Ridge",
    )
    assert (first.features, first.photo_url, first.detail_url) == (
        ("Sunroof", "Tow hitch"),
        "https://p.example/1.jpg",
        "https://s.example/T1",
    )
    assert first.warnings == ()
    assert (second.condition, second.price_cents, second.status, second.warnings) == (
        "new",
        None,
        "on_hold",
        ("No VIN",),
    )
    assert [str(each) for each in sheet.refused] == [
        "row 4, vin: 1M8GDM9AXKP042788 stands already in row 2",
        "row 5, stock: t1 stands already in row 2",
        "row 6, stock: no stock number and no VIN",
        'row 7, year: "18" is not a model year',
    ]


@pytest.mark.requirement("AI-05")
def test_a_homenet_style_feed(stock):
    sheet = stock(
        "type,stock,vin,year,make,model,body,trim,exteriorcolor,interiorcolor,transmission,miles,sellingprice,msrp,certified,description,drivetrain,fuel_type,internet_price,dateinstock,dealer_city\n"
        "Used,H1,1M8GDM9A1KP042788,2020,Honda,Civic,Sedan,EX,White,Black,CVT,18000,19500,0,0,,FWD,Gas,18995,2026-01-05,Mesa\n"
        "New,H2,1M8GDM9AXKP042788,2026,Honda,Civic,Sedan,EX,White,Black,CVT,0,0,27000,0,,FWD,Gas,0,,\n"
    )
    first, second = sheet.vehicles
    assert (first.price_cents, first.fuel, first.mileage, first.certified) == (1899500, "Gas", 18000, False)
    assert first.warnings == ("VIN 1M8GDM9A1KP042788 fails its check digit",)
    assert (second.price_cents, second.mileage, second.condition) == (2700000, 0, "new")


@pytest.mark.requirement("AI-05")
def test_an_autoxloo_feed(stock):
    (car,) = stock(
        "stock,title,vin,year,make,model,trim,free_text,type,body,mileage,price_current,price_wholesale,InternetPrice,MSRP,exterior,interior,engine,transmission,drive_type,fuel_type\n"
        "A1,Certified,1M8GDM9AXKP042788,2021,Lexus,IS,F,<b>Nice</b> car,Sedan,Sedan,9000,41000,35000,,45000,Grey,Red,V6,Auto,RWD,Gas\n"
    ).vehicles
    assert (car.condition, car.certified, car.price_cents, car.description, car.body, car.drivetrain) == (
        "used", True, 4100000, "Nice car", "Sedan", "RWD",
    )  # fmt: skip


@pytest.mark.requirement("AI-05")
def test_a_feed_without_stock_numbers_or_vins_is_refused(stock):
    with pytest.raises(ValueError, match="stock numbers or VINs"):
        stock("Year,Make\n2020,Kia\n")
    (car,) = stock("Lager,Year\nX1,2020\n", mapping={"Lager": "stock"}).vehicles
    assert car.stock == "X1"
