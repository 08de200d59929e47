"""The store's own templates and scripts: which version is offered, and how one reads for a lead (FLOW-08).

They are filled in by the same sandbox as the shipped wordings, so that a template can fill in facts and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.errors import BadInput
from desk.models.rules.gate.segments import segments
from desk.models.rules.wording import Line
from desk.models.snapshots.bank import PreviewView, StartView, TemplateView
from desk.models.template import Template
from desk.services.templates import is_plain, plain_line

#: What a template may fill in. All but the first three are the assistant's own facts of a lead.
FIELDS = frozenset(
    "me assistant_said assistant_when first hi owner owner_phone store address place store_phone website hours_week open_until opens_at vehicle "
    "stock_number miles exterior interior drivetrain engine fuel body features detail history_url photo_url slots visit".split()
)


@lru_cache(maxsize=512)
def line_of(text: str) -> Line:
    """A template's text as a wording. Raises BadInput for anything but words and fields: no code of any kind stands in one."""
    if not is_plain(text):
        raise BadInput(
            "A template holds words and fields.",
            where="body",
            do="Write a field as {{ name }} and nothing else in braces.",
        )
    return plain_line(text)


def fields_of(text: str) -> frozenset[str]:
    """The fields a text fills in."""
    return line_of(text).needs


def offered(session: Session, language: str) -> tuple[Template, ...]:
    """The newest approved version of each template in a language."""
    question = select(Template).where(
        Template.language == language, Template.approved_at.is_not(None), Template.retired_at.is_(None)
    )
    newest = {row.entry: row for row in session.scalars(question.order_by(Template.version))}
    return tuple(sorted(newest.values(), key=lambda row: (row.name.casefold(), row.kind)))


def starts_of(rows: tuple[Template, ...], told: Mapping[str, str]) -> Iterator[StartView]:
    """Each offered template filled in; one whose facts this lead lacks is left out."""
    for row in rows:
        found = preview_of(row, told)
        if not found.missing and found.text:
            yield StartView(row.name, row.kind, found.text, found.subject)


def preview_of(row: Template, told: Mapping[str, str]) -> PreviewView:
    """How a version reads for a lead. What is missing is shown as its field's name in brackets."""
    lines = [line_of(text) for text in (row.body, row.subject)]
    needs = sorted(set[str]().union(*(line.needs for line in lines)))
    missing = tuple(name for name in needs if not told.get(name))
    values = {name: told.get(name) or f"[{name}]" for name in needs}
    body, subject = (line.render(values).strip() for line in lines)
    return PreviewView(body, subject, missing, segments(body).parts if row.kind == "text" else 0)


def versions(session: Session) -> tuple[TemplateView, ...]:
    """Every version of every template, the newest first, for those who write and approve them."""
    rows = list(
        session.scalars(select(Template).order_by(Template.name, Template.entry, Template.version.desc()))
    )
    live = {row.id for language in {row.language for row in rows} for row in offered(session, language)}
    return tuple(
        TemplateView(
            row.id, row.entry, row.version, row.kind, row.name, row.language, row.subject, row.body, _state(row, live), row.written_by, row.approved_by
        )
        for row in rows
    )  # fmt: skip


def _state(row: Template, live: set[str]) -> str:
    if row.retired_at is not None:
        return "retired"
    if row.approved_at is None:
        return "waits"
    return "offered" if row.id in live else "older"
