"""Wordings that do more than fill in names: Jinja2 in a sandbox, which can read the facts it is given and nothing else (FLOW-08)."""

from __future__ import annotations

from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from desk.models.errors import BadPlaybook
from desk.models.rules.wording import Line

# Plain text goes out, nothing is shown as HTML: escaping would put entities into texts and e-mails.
_ENV = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False)


def sandboxed(text: str, where: str) -> Line:
    """A wording with conditions or filters. Raises BadPlaybook naming ``where`` for one that cannot be read."""
    try:
        needs = meta.find_undeclared_variables(_ENV.parse(text))
        return Line(frozenset(needs), _ENV.from_string(text).render)
    except TemplateError as error:
        raise BadPlaybook(
            f"The wording {text!r} cannot be read: {error}", where=where, do="Write facts as {{ name }}."
        ) from error
