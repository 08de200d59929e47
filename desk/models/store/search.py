"""Finding anything as one types: names, phones, e-mails, vehicles, and what was said (LEAD-10).

Two full-text tables share one number per lead: ``find_lead`` for any three letters in a row of who and what,
``find_said`` for the words of the conversation. They are filled in the background in small batches, because
an index written with each lead is the long tail of each commit; until then what waits is read plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    column,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    table,
    union,
)  # fmt: skip
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from desk.models.conversation import Log, Message
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Customer
from desk.models.store.extras import SEARCH_LEAD, SEARCH_TODO
from desk.models.store.prepared import Prepared

TAIL = 500  # how many leads that wait for the index are searched plainly
_MERGE_PAGES = 64
_ESCAPE = "\\"
SHORTEST = 3  # the index knows three letters in a row; shorter words only narrow what others found
_PHONE = re.compile(r"[\d\s()+./-]+")
_WORD = re.compile(r"[^\W_]+")  # as the index splits words: an underscore ends one
_CHOSEN: Any = bindparam("chosen", expanding=True)
_WHO = (
    select(Lead.id, Lead.ref, Lead.vehicle_title, Lead.stock, Customer.first, Customer.last, Customer.full)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Lead.id.in_(_CHOSEN))
)
_WENT_IN = (  # a merged record is found by its own name too, where it lives on
    select(Lead.merged_into, Lead.ref, Customer.first, Customer.last, Customer.full)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Lead.merged_into.in_(_CHOSEN))
)
_ADDRESSES = (
    select(Lead.id, Address.value)
    .join(Address, Address.customer_id == Lead.customer_id)
    .where(Lead.id.in_(_CHOSEN))
)
_WANTED = select(
    Wanted.lead_id, Wanted.year, Wanted.make, Wanted.model, Wanted.trim, Wanted.stock, Wanted.vin
).where(Wanted.lead_id.in_(_CHOSEN))
_SAID = select(Message.lead_id, Message.subject, Message.text).where(
    Message.lead_id.in_(_CHOSEN), Message.status.not_in(("skipped", "superseded"))
)
_LOGGED = select(Log.lead_id, Log.summary, Log.objections, Log.next_step, Log.to_customer).where(
    Log.lead_id.in_(_CHOSEN)
)
_LIMIT: Any = bindparam("limit")


def _begins(column: Any) -> Select[Any]:
    """People whose name in ``column`` lies between the two ends, without regard to case."""
    name = column.collate("NOCASE")
    return select(Customer.id).where(name >= bindparam("from"), name < bindparam("to"))


_NAMED = union(_begins(Customer.last), _begins(Customer.first)).limit(_LIMIT).subquery()
_BEGINNING = select(Lead.id).select_from(_NAMED).join(Lead, Lead.customer_id == _NAMED.c.id).limit(_LIMIT)
_TAIL = select(SEARCH_TODO.c.lead_id).order_by(SEARCH_TODO.c.lead_id.desc()).limit(TAIL).subquery()
_WAITS = select(SEARCH_TODO.c.lead_id).limit(1)


def _full_text(name: str) -> Select[Any]:
    """The leads of a full-text table that match, the newest first."""
    found = table(name, column("rowid"))
    return (
        select(SEARCH_LEAD.c.lead_id)
        .select_from(found)
        .join(SEARCH_LEAD, SEARCH_LEAD.c.doc == found.c.rowid)
        .where(literal_column(name).op("MATCH")(bindparam("question")))
        .order_by(found.c.rowid.desc())
        .limit(_LIMIT)
    )


_IN_WHO, _IN_SAID = _full_text("find_lead"), _full_text("find_said")
_COMMENTS = select(Lead.id, Lead.comments).where(Lead.id.in_(_CHOSEN))
_TODO = Prepared(upsert(SEARCH_TODO).values(lead_id=bindparam("lead_id")).on_conflict_do_nothing())


def touch(connection: Connection, lead_id: str) -> None:
    """Note that a lead changed and must be indexed again; cheap, in the transaction of the change."""
    _TODO.run(connection, {"lead_id": lead_id})


def touch_all(session: Session) -> None:
    """Note every lead, after rows came in another way (sample, restored index)."""
    session.execute(
        insert(SEARCH_TODO)
        .prefix_with("OR IGNORE")
        .from_select(["lead_id"], select(Lead.id).where(Lead.merged_into.is_(None)))
    )


def index_some(session: Session, limit: int = 50) -> int:
    """Index at most ``limit`` waiting leads in this (writing) transaction and say how many still wait."""
    connection = session.connection()
    chosen = list(connection.scalars(select(SEARCH_TODO.c.lead_id).limit(limit)))
    if chosen:
        docs = _docs(connection, chosen)
        _write(connection, "find_lead", docs, _texts(connection, chosen, _WHO, _WENT_IN, _ADDRESSES, _WANTED))
        _write(connection, "find_said", docs, _texts(connection, chosen, _SAID, _LOGGED, _COMMENTS))
        connection.execute(delete(SEARCH_TODO).where(SEARCH_TODO.c.lead_id.in_(chosen)))
    return connection.scalar(select(func.count()).select_from(SEARCH_TODO)) or 0


def _docs(connection: Connection, chosen: Sequence[str]) -> dict[str, int]:
    """The index's number of each lead, made where it has none; newer leads have higher ones."""
    connection.execute(upsert(SEARCH_LEAD).on_conflict_do_nothing(), [{"lead_id": lead} for lead in chosen])
    rows = connection.execute(
        select(SEARCH_LEAD.c.lead_id, SEARCH_LEAD.c.doc).where(SEARCH_LEAD.c.lead_id.in_(chosen))
    )
    return dict(rows.all())


def _texts(connection: Connection, chosen: Sequence[str], *questions: Any) -> dict[str, str]:
    """All words of each lead, from the rows of these questions; the first column is the lead's id."""
    words: dict[str, list[str]] = {lead_id: [] for lead_id in chosen}
    for question in questions:
        for lead_id, *values in connection.execute(question, {"chosen": chosen}):
            words[lead_id] += [str(value) for value in values if value]
    return {lead_id: "\n".join(found) for lead_id, found in words.items()}


def _write(connection: Connection, table: str, docs: dict[str, int], texts: dict[str, str]) -> None:
    rows = [(docs[lead_id], text) for lead_id, text in texts.items() if lead_id in docs]
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", [(doc,) for doc, _text in rows])
    connection.exec_driver_sql(f"INSERT INTO {table}(rowid, words) VALUES (?, ?)", rows)
    connection.exec_driver_sql(f"INSERT INTO {table}({table}, rank) VALUES ('merge', {_MERGE_PAGES})")


def forget(session: Session, lead_id: str) -> None:
    """Take a lead out of the index, as the erasure of a customer asks (COMPLY-06)."""
    connection = session.connection()
    doc = connection.scalar(select(SEARCH_LEAD.c.doc).where(SEARCH_LEAD.c.lead_id == lead_id))
    if doc is not None:
        for table in ("find_lead", "find_said"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (doc,))
        connection.execute(delete(SEARCH_LEAD).where(SEARCH_LEAD.c.doc == doc))
    connection.execute(delete(SEARCH_TODO).where(SEARCH_TODO.c.lead_id == lead_id))


def leads_found(session: Session, typed: str, limit: int = 50) -> list[str]:
    """Ids of leads that hold every word typed: by who and what first, then by what was said; newest first."""
    words = words_of(typed)
    if not words:
        return []
    found: dict[str, None] = {}
    for look in (_by_who, _waiting, _by_said, _by_said_beginning):
        if len(found) < limit:
            found |= dict.fromkeys(look(session.connection(), words, limit))
    return list(found)[:limit]


def words_of(typed: str) -> tuple[str, ...]:
    """What was typed as words to find; a phone number however written is one word, its digits."""
    text = typed.replace("\0", " ").strip()
    digits = re.sub(r"\D", "", text)
    if len(digits) >= SHORTEST and _PHONE.fullmatch(text):
        return (digits,)
    return tuple(text.split())


def like(word: str) -> str:
    """A LIKE pattern (escaped with a backslash) for a word anywhere in a text."""
    return "%" + re.sub(r"([\\%_])", r"\\\1", word) + "%"


def _by_who(connection: Connection, words: Sequence[str], limit: int) -> Iterable[str]:
    known = [word for word in words if len(word) >= SHORTEST]
    if not known:
        return _by_beginning(connection, words, limit)
    return _matching(connection, _IN_WHO, " AND ".join(map(_quoted, known)), limit)


def _by_beginning(connection: Connection, words: Sequence[str], limit: int) -> Iterable[str]:
    """One or two letters: people whose first or last name begins so; further words only narrow it."""
    values = {"from": words[0], "to": f"{words[0]}\U0010ffff", "limit": limit}
    return connection.scalars(_BEGINNING, values)


def _by_said(connection: Connection, words: Sequence[str], limit: int) -> Iterable[str]:
    """Whole words of the conversation."""
    tokens = _tokens(words)
    return _matching(connection, _IN_SAID, " AND ".join(map(_quoted, tokens)), limit) if tokens else ()


def _by_said_beginning(connection: Connection, words: Sequence[str], limit: int) -> Iterable[str]:
    """The same with the last word still being typed; asked last, because a beginning has many endings."""
    tokens = _tokens(words)
    if not tokens or len(tokens[-1]) < SHORTEST:
        return ()
    return _matching(connection, _IN_SAID, f"{' AND '.join(map(_quoted, tokens))}*", limit)


def _tokens(words: Sequence[str]) -> list[str]:
    return [token for word in words for token in _WORD.findall(word)]


def _matching(connection: Connection, index: Select[Any], question: str, limit: int) -> Iterable[str]:
    return connection.scalars(index, {"question": question, "limit": limit})


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _waiting(connection: Connection, words: Sequence[str], limit: int) -> Iterable[str]:
    """The same over the newest leads that wait for the index, read plainly."""
    if connection.scalar(_WAITS) is None:
        return ()
    question = (
        select(Lead.id)
        .select_from(_TAIL)
        .join(Lead, Lead.id == _TAIL.c.lead_id)
        .join(Customer, Customer.id == Lead.customer_id)
        .where(*(_holds(like(word)) for word in words))
        .order_by(Lead.id.desc())
        .limit(limit)
    )
    return connection.scalars(question)


def _holds(pattern: str) -> ColumnElement[bool]:
    """Whether a lead's own row, an address, a vehicle asked about or a message holds the word."""
    own: Sequence[Any] = (
        Customer.full, Customer.first, Customer.last, Lead.vehicle_title, Lead.stock, Lead.ref, Lead.comments,
    )  # fmt: skip
    row = reduce(lambda told, more: told + " " + more, own)
    return or_(
        row.like(pattern, escape=_ESCAPE),
        exists().where(Address.customer_id == Lead.customer_id, Address.value.like(pattern, escape=_ESCAPE)),
        exists().where(
            Wanted.lead_id == Lead.id, (Wanted.stock + " " + Wanted.vin).like(pattern, escape=_ESCAPE)
        ),
        exists().where(Message.lead_id == Lead.id, Message.text.like(pattern, escape=_ESCAPE)),
    )
