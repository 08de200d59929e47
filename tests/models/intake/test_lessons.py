"""What a layout that a person taught finds in the next mail of the same shape (LEAD-02)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.intake.lessons import Lesson, Pick, label_of, learn, lines_of

LISTING = """Hello CEDAR RIDGE,

A shopper on Treasure Valley Cars wants to hear from you.

 * Shopper ........ Linden, Cora
 * Reach her at ... 208.555.0163 or
                    cora.linden@example.net
 * Looking at ..... 2020 4Runner SR5, stk U3398
 * Seen on ........ tvcars.example/listing/88213

You are receiving this because your store has an
active listing. Reply to this mail goes nowhere."""
NEXT = (
    LISTING.replace("Linden, Cora", "Okafor, Ben")
    .replace("208.555.0163", "208.555.0170")
    .replace("cora.linden@example.net", "ben.okafor@example.com")
    .replace("2020 4Runner SR5, stk U3398", "2022 Camry SE, stk U3401")
)


def picked(text: str, **values: str) -> list[Pick]:
    """Each value picked where it stands in the text."""
    found = []
    for field, value in values.items():
        number, line = next((n, line) for n, line in enumerate(text.splitlines()) if value in line)
        before, _, after = line.partition(value)
        found.append(Pick(field, number, value, before, after))
    return found


@pytest.fixture
def lesson() -> Lesson:
    picks = picked(
        LISTING,
        name="Linden, Cora",
        phone="208.555.0163",
        email="cora.linden@example.net",
        vehicle="2020 4Runner SR5, stk U3398",
    )
    made = learn("Notify@TVcars.example", LISTING, picks, "Treasure Valley Cars")
    assert made is not None
    return made


@pytest.mark.requirement("LEAD-02")
def test_the_words_before_each_value_are_learned_and_read_the_next_mail(lesson: Lesson) -> None:
    assert lesson.sender == "notify@tvcars.example"
    assert lesson.labels == ("Shopper", "Reach her at", "Looking at")
    assert lesson.read(NEXT) == {
        "customer.full": "Okafor, Ben",
        "customer.phone": "208.555.0170",
        "customer.email": "ben.okafor@example.com",
        "vehicle.vehicle": "2022 Camry SE, stk U3401",
        "lead.source": "Treasure Valley Cars",
    }


@pytest.mark.requirement("LEAD-02")
def test_a_mail_of_another_shape_is_not_read_by_it(lesson: Lesson) -> None:
    assert lesson.read("Your invoice for March is attached.\nTotal: 1,200") == {}
    assert lesson.read(NEXT.replace("Shopper", "Buyer").replace("Reach her at", "Contact")) == {}


@pytest.mark.requirement("LEAD-02")
def test_a_lesson_survives_being_kept(lesson: Lesson) -> None:
    assert Lesson.from_json(lesson.to_json()) == lesson


@pytest.mark.requirement("LEAD-02")
@pytest.mark.parametrize(
    ("text", "values", "following", "told"),
    [
        (
            "Nm . . . . . Tobias Hartigan\nPh . . . . . 208.555.0187\nInt. . . . '21 Ford F-150",
            {"name": "Tobias Hartigan", "phone": "208.555.0187"},
            "Nm . . . . . Odette Larkspur\nPh . . . . . (208) 555-0164\nInt. . . . '22 Kia Soul",
            {"customer.full": "Odette Larkspur", "customer.phone": "(208) 555-0164"},
        ),
        (
            "Ref 77120 | Buyer: Ann Lee | Tel: 208-555-0101",
            {"name": "Ann Lee", "phone": "208-555-0101"},
            "Ref 77121 | Buyer: Bo Hart | Tel: 208-555-0102",
            {"customer.full": "Bo Hart", "customer.phone": "208-555-0102"},
        ),
        (
            "Lead 12 came from Ann Lee today",
            {"name": "Ann Lee"},
            "Lead 4711 came from Bo van der Berg today",
            {"customer.full": "Bo van der Berg"},
        ),
        ("NAME:\nAnn Lee\n", {"name": "Ann Lee"}, "NAME:\nBo Hart\n", {"customer.full": "Bo Hart"}),
    ],
)  # fmt: skip
def test_leaders_columns_and_sentences(
    text: str, values: dict[str, str], following: str, told: dict[str, str]
) -> None:
    lesson = learn("a@b.example", text, picked(text, **values))
    assert lesson is not None
    assert lesson.read(following) == told


@pytest.mark.requirement("LEAD-02")
def test_a_vehicle_alone_teaches_nothing() -> None:
    assert learn("a@b.example", LISTING, picked(LISTING, vehicle="2020 4Runner SR5, stk U3398")) is None


@pytest.mark.requirement("LEAD-02")
@pytest.mark.parametrize(
    ("before", "label"),
    [(" * Shopper ........ ", "Shopper"), ("Customer name: ", "Customer name"), ("   ", ""), ("12) ", ""), ("x | Tel: ", "Tel")],
)  # fmt: skip
def test_a_label_is_the_words_before_the_value(before: str, label: str) -> None:
    assert label_of(before) == label


@pytest.mark.requirement("LEAD-02")
@settings(deadline=None, max_examples=60)
@given(
    text=st.text(max_size=300),
    spans=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40), st.integers(1, 20)), max_size=4),
)
def test_no_picking_breaks_it_and_what_is_learned_finds_what_was_picked(
    text: str, spans: list[tuple[int, int, int]]
) -> None:
    lines = lines_of(text)
    picks = []
    for field, (line, start, length) in zip(("name", "phone", "email", "vehicle"), spans, strict=False):
        if line < len(lines):
            words = lines[line][start : start + length]
            picks.append(Pick(field, line, words, lines[line][:start], lines[line][start + length :]))
    lesson = learn("a@b.example", text, picks)
    if lesson is not None:
        assert lesson.read(text)
