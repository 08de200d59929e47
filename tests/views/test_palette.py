"""The palette: what is found as one types, chosen by keys alone, and what each choice asks for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.models.snapshots.frame import FoundRow
from desk.views.gallery import samples
from desk.views.palette.palette import Palette
from desk.views.palette.rows import Act, Rows, fits, grouped, marked, row_of_act, row_of_found
from desk.views.theme import Theme


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def palette(qtbot: QtBot, theme: Theme, ran: list[str]) -> Iterator[Palette]:
    """Open over a plain window, with three commands and a setting."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    made = Palette(window)
    made.open(
        [
            Act("command", "plus", "Add lead", "Board", "N", lambda: ran.append("add")),
            Act("command", "bell", "Show alerts", "", "", lambda: ran.append("alerts")),
            Act("command", "keyboard", "Keyboard map", "", "?", lambda: ran.append("keys")),
            Act("setting", "eye", "High contrast on", "This computer", "", lambda: ran.append("contrast")),
        ]
    )
    yield made
    made.hide()


def typed(qtbot: QtBot, palette: Palette, words: str) -> None:
    """Type, and answer as the store would."""
    with qtbot.waitSignal(palette.asked) as asked:
        qtbot.keyClicks(palette.box, words)
    assert asked.args == [words]
    palette.show_found(words, samples.found())


def titles(palette: Palette) -> list[str]:
    return [row.title for row in palette.rows.rows]


def press(qtbot: QtBot, palette: Palette, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(palette.box, key)


@pytest.mark.requirement("LEAD-10", "DESK-01")
def test_four_groups_with_three_of_each(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "high")
    assert titles(palette) == [
        "Leads", "Aisha Karim", "Odessa Highmore", "Bartholomew Featherstonehaugh-Montgomery de la Cruz",
        "Vehicles", "2023 Toyota Highlander XLE", "2022 Toyota Highlander L", "2025 Toyota Highlander Hybrid",
        "Settings", "High contrast on",
    ]  # fmt: skip
    assert palette.rows.rows[0].count == "3 of 4"
    assert palette.sheet.count.text() == "8 results"


@pytest.mark.requirement("LEAD-10", "DESK-01")
def test_tab_goes_through_the_kinds(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "high")
    press(qtbot, palette, Qt.Key.Key_Tab)
    assert titles(palette)[0] == "Leads"
    assert len(titles(palette)) == 5
    assert palette.sheet.count.text() == "4 results"
    press(qtbot, palette, Qt.Key.Key_Tab)
    assert titles(palette)[0] == "Vehicles"
    press(qtbot, palette, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    assert palette.kinds.choice() == "all"


@pytest.mark.requirement("LEAD-10", "DESK-01")
@pytest.mark.parametrize(
    ("keys", "modifier", "act"),
    [
        ((), Qt.KeyboardModifier.NoModifier, "open"),
        ((), Qt.KeyboardModifier.ControlModifier, "wide"),
    ],
)
def test_enter_opens_a_lead_and_ctrl_enter_opens_it_wide(
    qtbot: QtBot, palette: Palette, keys: tuple[Qt.Key, ...], modifier: Qt.KeyboardModifier, act: str
) -> None:
    typed(qtbot, palette, "high")
    press(qtbot, palette, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.found_taken) as taken:
        qtbot.keyClick(palette.box, Qt.Key.Key_Return, modifier)
    assert (taken.args[0].title, taken.args[1]) == ("Odessa Highmore", act)
    assert palette.isHidden()


@pytest.mark.requirement("DESK-01")
def test_up_from_the_first_goes_to_the_last_and_heads_are_passed_over(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "high")
    press(qtbot, palette, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 9
    press(qtbot, palette, Qt.Key.Key_Up)
    assert titles(palette)[palette.list.currentIndex().row()] == "2025 Toyota Highlander Hybrid"


@pytest.mark.requirement("DESK-01")
def test_a_command_runs_and_the_palette_goes(qtbot: QtBot, palette: Palette, ran: list[str]) -> None:
    qtbot.keyClicks(palette.box, "add le")
    press(qtbot, palette, Qt.Key.Key_Return)
    assert ran == ["add"]
    assert palette.isHidden()


@pytest.mark.requirement("LEAD-10")
def test_a_vehicle_shows_the_leads_on_it(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "high")
    row = titles(palette).index("2022 Toyota Highlander L")
    with qtbot.waitSignal(palette.asked) as asked:
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=middle(palette, row))
    assert asked.args == ["U3383"]
    palette.show_found("U3383", samples.found()[3:4])
    assert titles(palette) == ["Leads", "Joel Farrow"]


def middle(palette: Palette, row: int) -> QPoint:
    return palette.list.visualRect(palette.rows.index(row)).center()


@pytest.mark.requirement("DESK-01")
def test_right_offers_the_acts_of_the_lead(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "high")
    press(qtbot, palette, Qt.Key.Key_Right)
    assert titles(palette)[:4] == ["Aisha Karim", "Open", "Open wide", "Claim"]
    assert "Move to Engaged" not in titles(palette)
    row = titles(palette).index("Move to Qualified")
    with qtbot.waitSignal(palette.found_taken) as taken:
        press(qtbot, palette, *[Qt.Key.Key_Down] * (row - 1), Qt.Key.Key_Return)
    assert taken.args[1] == "move:qualified"


@pytest.mark.requirement("DESK-01")
def test_escape_steps_back_and_then_leaves(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "high")
    press(qtbot, palette, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert titles(palette)[0] == "Leads"
    press(qtbot, palette, Qt.Key.Key_Escape)
    assert palette.isHidden()


@pytest.mark.requirement("LEAD-10")
def test_a_late_answer_to_other_words_is_let_go(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "high")
    palette.show_found("hig", [FoundRow("lead", "x", "Somebody else", "")])
    assert "Somebody else" not in titles(palette)


@pytest.mark.requirement("LEAD-10")
def test_nothing_found_says_so(qtbot: QtBot, palette: Palette) -> None:
    with qtbot.waitSignal(palette.asked):
        qtbot.keyClicks(palette.box, "zzz")
    palette.show_found("zzz", [])
    assert palette.sheet.nothing.text() == "Nothing found for “zzz”"
    assert palette.sheet.nothing.isVisible()


@pytest.mark.requirement("DESK-08")
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1100, 700), (1440, 900)])
def test_the_sheet_stays_inside_the_window(
    qtbot: QtBot, palette: Palette, theme: Theme, scale: float, size: tuple[int, int]
) -> None:
    theme.switch(scale=scale)
    window = palette.parentWidget()
    window.resize(*size)
    palette.open([])
    palette.box.setText("high")
    palette.show_found("high", samples.found())
    QApplication.processEvents()
    assert window.rect().contains(palette.sheet.geometry())
    for part in palette.sheet.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        assert part.isHidden() or palette.sheet.rect().contains(part.geometry())


def test_rows_are_a_sound_model(qtmodeltester: object) -> None:
    rows = Rows()
    rows.show(list(grouped([row_of_found(found) for found in samples.found()], "all")))
    qtmodeltester.check(rows)  # type: ignore[attr-defined]  # the plugin's own type is not exported


@pytest.mark.requirement("LEAD-10")
@given(st.text(max_size=40), st.text(max_size=10))
def test_marking_loses_and_adds_no_letter(text: str, words: str) -> None:
    assert "".join(part for part, _ in marked(text, words)) == text


@pytest.mark.requirement("LEAD-10")
def test_what_was_typed_is_marked() -> None:
    assert marked("2023 Toyota Highlander", "high toy") == [
        ("2023 ", False), ("Toy", True), ("ota ", False), ("High", True), ("lander", False),
    ]  # fmt: skip
    act = Act("command", "bell", "Show alerts", "Board", "", print)
    assert fits(act, "BOARD al")
    assert not fits(act, "alerts rail")
    assert row_of_act(act).title == "Show alerts"
