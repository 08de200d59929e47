"""The views of the board that a person keeps (FLOW-12)."""

from __future__ import annotations

from sqlalchemy import select

from desk.models.commands import Command, DropView, SaveView
from desk.models.errors import BadInput, Refused
from desk.models.saved_view import SavedView
from desk.models.store.queries.board_filter import narrowed
from desk.services.desk import handles
from desk.services.work import Work

LONGEST = 40


@handles(SaveView)
def save_view(work: Work, command: SaveView) -> str:
    """Answers the view's id. Raises Refused without a name or a person, BadInput for words that narrow nothing."""
    name = " ".join(command.name.split())[:LONGEST]
    if not name:
        raise Refused("A view needs a name.", action=command.act, missing=("name",), do="Give it one.")
    try:
        narrowed(command.words)
    except ValueError as error:
        raise BadInput("The board cannot be shown so.", where=str(error)) from error
    kept = _kept(work, command, name)
    if kept is None:
        kept = SavedView(id=work.new_id(), staff_id=command.by.staff_id, name=name)
        work.session.add(kept)
    kept.words, kept.at = command.words, work.now
    work.kinds.add("views")
    return kept.id


@handles(DropView)
def drop_view(work: Work, command: DropView) -> None:
    kept = _kept(work, command, command.name)
    if kept is not None:
        work.session.delete(kept)
        work.kinds.add("views")


def _kept(work: Work, command: Command, name: str) -> SavedView | None:
    """The giver's own view of that name. Raises Refused where nobody sits at the desk."""
    if not command.by.staff_id:
        raise Refused("A view belongs to a person.", action=command.act, missing=("person",))
    query = select(SavedView).where(SavedView.staff_id == command.by.staff_id, SavedView.name == name)
    return work.session.scalar(query)
