"""The commands and settings that the palette offers: each does what its key or button does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desk.views.board.order import ORDERS, order_words
from desk.views.palette.rows import Act
from desk.views.say_why import FLAG, RELIEF, TURN, question
from desk.views.settings.sections import sections
from desk.views.text import STAGES, say, stage_words
from desk.views.theme import SCALES, Theme

if TYPE_CHECKING:
    from desk.views.main_window import MainWindow


def acts_of_window(window: MainWindow) -> tuple[Act, ...]:
    """What can be done now: for the selected lead first, then anywhere."""
    return (*_of_lead(window), *_of_board(window), *_anywhere(window), *_of_settings(window), *_of_look())


def _of_lead(window: MainWindow) -> tuple[Act, ...]:
    card = window.board.selected_card()
    if card is None:
        return ()
    moves = tuple(
        Act("command", "square-kanban", say("Move {name} to {stage}", name=card.name, stage=stage_words(stage)), say("Board"), str(number), partial(window.move_lead, card.id, stage))
        for number, stage in enumerate(STAGES, 1)
        if stage != card.stage
    )  # fmt: skip
    asks = tuple(
        Act("command", it.icon, it.act, say("Lead"), key, partial(window.overlays.say_why, kind))
        for kind, key in ((TURN, "Ctrl M"), (FLAG, ""), (RELIEF, ""))
        for it in (question(kind, card.name),)
    )
    wins = (
        ("lead", say("The assistant won {name}", name=card.name)),
        ("visit", say("The assistant won the visit of {name}", name=card.name)),
    )
    won = (
        Act("command", "sparkles", words, say("Lead"), "", partial(window.overlays.attribute, what))
        for what, words in wins
    )
    return (*moves, *asks, *won)


def _of_board(window: MainWindow) -> tuple[Act, ...]:
    """The views this person keeps, the orders, and marking (FLOW-12)."""
    head, marks, here = window.board.head, window.board.marks, say("Board")
    return (
        *(Act("command", "bookmark", say("Show view {name}", name=name), here, "", partial(_look, window, words)) for name, words in head.views.views),
        Act("command", "bookmark", say("Save this view"), here, "", head.views.save_wanted.emit),
        *(Act("command", "sliders-horizontal", order_words(order), here, "", partial(head.order.choose, order)) for order in ORDERS),
        Act("command", "list-checks", say("Select leads"), here, "Space", partial(marks.pick, picking=True)),
    )  # fmt: skip


def _look(window: MainWindow, words: str) -> None:
    window.show_screen("board")
    window.board.head.take(words)


def _anywhere(window: MainWindow) -> tuple[Act, ...]:
    whose = window.board.show_whose
    return (
        Act("command", "plus", say("Add lead"), say("Board"), "N", window.new_lead_requested.emit),
        *(
            Act("command", item.icon_kind, say("Go to {screen}", screen=item.text()), "", item.key.replace("+", " "), partial(window.show_screen, key))
            for key, item in window.rail.items.items()
        ),
        Act("command", "bell", say("Show alerts"), "", "", window.doorbell_pressed.emit),
        Act("command", "user-round", say("Show my leads"), say("Board"), "", partial(whose, "mine")),
        Act("command", "user-plus", say("Show unassigned leads"), say("Board"), "", partial(whose, "unassigned")),
        Act("command", "users", say("Show everyone's leads"), say("Board"), "", partial(whose, "everyone")),
        Act("command", "circle-pause", say("Pause or resume the assistant for the store"), say("Assistant"), "", window.bar.assistant_pressed.emit),
        Act("command", "history", say("History: undo what I did"), "", "", window.overlays.show_history),
        Act("command", "keyboard", say("Keyboard map"), "", "?", window.overlays.show_keys),
        Act("command", "sliders-horizontal", say("Wide or slim rail"), "", "Ctrl B", window.toggle_rail),
        Act("command", "power", say("Quit Sales Desk"), "", "Ctrl Q", window.quit_wanted.emit),
    )  # fmt: skip


def _of_settings(window: MainWindow) -> tuple[Act, ...]:
    """Each section of the settings, found also by what stands in it."""
    wanted = window.setting_wanted.emit
    return tuple(
        Act(
            "setting",
            each.icon,
            each.words,
            say("Settings"),
            "",
            partial(wanted, each.key),
            f"{each.line} {each.finds}",
        )
        for each in sections()
    )


def _of_look() -> tuple[Act, ...]:
    """Theme and text size of this computer."""
    themes = (
        ("light", "sun", say("Light theme")),
        ("dark", "moon", say("Dark theme")),
        ("high_contrast", "eye", say("High contrast on")),
        ("system", "monitor", say("Theme of the system")),
    )
    theme, here = Theme.current(), say("This computer")
    return (
        *(Act("setting", icon, words, here, "", partial(theme.switch, name)) for name, icon, words in themes),
        *(
            Act("setting", "type", say("Text size {n}%", n=round(scale * 100)), here, "", partial(theme.switch, None, scale))
            for scale in SCALES
        ),
    )  # fmt: skip
