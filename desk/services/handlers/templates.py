"""Templates and scripts of the store's own: written by anyone, offered once a manager approved the version (FLOW-08)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from desk.models.commands import ApproveTemplate, RetireTemplate, WriteTemplate
from desk.models.errors import BadInput, Refused
from desk.models.template import KINDS, Template
from desk.services.desk import handles
from desk.services.own_templates import FIELDS, fields_of
from desk.services.work import Work

_LONGEST = 4000


@handles(WriteTemplate)
def write_template(work: Work, command: WriteTemplate) -> str:
    """Raises Refused for what is empty or too long, BadInput for a field that no lead has."""
    _check(command)
    versions = (
        list(work.session.scalars(select(Template).where(Template.entry == command.entry)))
        if command.entry
        else []
    )
    row = Template(
        id=work.new_id(), entry=command.entry or work.new_id(), version=len(versions) + 1, kind=command.kind, name=command.name.strip(),
        language=command.language, subject=command.subject.strip(), body=command.body.strip(), written_by=work.by.words, at=work.now,
    )  # fmt: skip
    work.session.add(row)
    _tell(work, row, "written")
    return row.id


def _check(command: WriteTemplate) -> None:
    missing = tuple(name for name in ("name", "body") if not getattr(command, name).strip())
    if missing:
        raise Refused("A template needs a name and its words.", action=command.act, missing=missing)
    if command.kind not in KINDS:
        raise BadInput(
            f"{command.kind!r} is no kind of template.", where="kind", do=f"Use one of {', '.join(KINDS)}."
        )
    if len(command.body) > _LONGEST:
        raise Refused(f"A template has at most {_LONGEST} characters.", action=command.act, missing=("body",))
    unknown = sorted((fields_of(command.body) | fields_of(command.subject)) - FIELDS)
    if unknown:
        raise BadInput(
            f"No lead has a field {unknown[0]!r}.", where="body", do=f"Use {', '.join(sorted(FIELDS))}."
        )


@handles(ApproveTemplate)
def approve_template(work: Work, command: ApproveTemplate) -> None:
    row = work.session.get(Template, command.template_id)
    if row is None:
        raise BadInput("There is no such template.", where=command.template_id)
    if row.retired_at is not None or row.approved_at is not None:
        raise Refused("This version is approved or retired already.", action=command.act)
    row.approved_by, row.approved_at = work.by.words, work.now
    _tell(work, row, "approved")


@handles(RetireTemplate)
def retire_template(work: Work, command: RetireTemplate) -> None:
    if not command.reason.strip():
        raise Refused(
            "Say why the template is retired; the reason is kept.", action=command.act, missing=("reason",)
        )
    live = work.session.scalars(
        select(Template).where(Template.entry == command.entry, Template.retired_at.is_(None))
    ).all()
    if not live:
        raise BadInput("There is no such template in force.", where=command.entry)
    for row in live:
        row.retired_at = work.now
    _tell(work, live[-1], "retired", reason=command.reason.strip())


def _tell(work: Work, row: Template, what: str, **more: Any) -> None:
    work.kinds.add("templates")
    data = {"entry": row.entry, "version": row.version, "kind": row.kind, **more}
    work.tell("template", None, data, (f"{row.name}, version {row.version}: {what} by {work.by.words}",))
