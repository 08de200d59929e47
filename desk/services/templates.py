"""Compiles the message wordings that ship with the desk, and a store's own over them (FLOW-08).

Wordings are Jinja2 templates in a sandbox (``wording_sandbox``): they can fill in facts and nothing else. The facts a wording
speaks of are read off it, so that one whose facts are missing is never chosen. Most only fill in names: those are cut at the
names once and joined, which says the same without the sandbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from desk.models.playbook_together import Problem
from desk.models.rules.wording import Line, Templates
from desk.services.playbooks import laid_over
from desk.services.resources import load_toml, resource_path

_NAME = re.compile(r"\{\{ (\w+) \}\}")
_LINE_END = re.compile(r"\r\n?|\n")
_MARK = re.compile(r"\{[{%#\0]|[}%#\0]\}")  # also a brace that touches a name: the sandbox pairs it otherwise


@cache
def shipped_templates() -> Templates:
    """The shipped wordings: ``en.toml`` with ``en-answers.toml`` and so on, for every language under ``resources/templates``."""
    trees: dict[str, dict[str, Any]] = {}
    for file in sorted(resource_path("templates").glob("*.toml")):
        language = file.stem.partition("-")[0]
        trees[language] = laid_over(trees.get(language, {}), load_toml("templates", file.name))
    return compiled(trees)


def compiled(trees: Mapping[str, Mapping[str, Any]]) -> Templates:
    """Compile wordings by language. Raises BadPlaybook naming language and key."""
    lines: dict[str, dict[str, tuple[Line, ...]]] = {}
    words: dict[str, dict[str, object]] = {}
    for language, tree in trees.items():
        flat = dict(_leaves(tree))
        words[language] = {key: value for key, value in flat.items() if _is_word(key, value)}
        lines[language] = {
            key: tuple(_line(str(text), f"{language}.toml, {key}") for text in value)
            for key, value in flat.items()
            if not _is_word(key, value)
        }
    return Templates(lines, words)


def _is_word(key: str, value: object) -> bool:
    return key.startswith("words.") or not isinstance(value, list)


def _leaves(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _line(text: str, where: str) -> Line:
    if is_plain(text):
        return plain_line(text)
    from desk.services.wording_sandbox import (
        sandboxed,
    )  # few stores write such a wording, and Jinja2 is three megabytes

    return sandboxed(text, where)


def is_plain(text: str) -> bool:
    """Whether a text only fills in names, ``{{ name }}``."""
    return not _MARK.search(_NAME.sub("\0", text))


def plain_line(text: str) -> Line:
    """A text that only fills in names, as a wording."""
    return Line(_names(frozenset(_NAME.findall(text))), _Filled(text))


@cache
def _names(names: frozenset[str]) -> frozenset[str]:
    """The same set for all wordings that speak of the same facts."""
    return names


class _Filled:
    """A text in whose places facts are put, cut at its names when it is first used: most wordings never are."""

    __slots__ = ("_pieces", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []

    def __call__(self, facts: Mapping[str, str]) -> str:
        if not self._pieces:
            whole = _LINE_END.sub("\n", self._text).removesuffix("\n")  # as the sandbox takes line ends
            self._pieces = _NAME.split(whole)  # words and names in turn
        words, names = self._pieces[0::2], self._pieces[1::2]
        return words[0] + "".join([facts[name] + after for name, after in zip(names, words[1:], strict=True)])


def unworded(tree: Mapping[str, Any], templates: Templates) -> Iterator[Problem]:
    """Steps of a playbook for which no language has words: a message that could never be written (AI-02, AI-04)."""
    for place, channel, step in _steps(tree):
        keys = {f"{step}.{channel}.open", f"{step}.text.open"}
        for language, lines in templates.lines.items():
            if step and not keys & set(lines):
                known = sorted({key.split(".")[0] for key in lines if key.endswith(f".{channel}.open")})
                what = f"there is no {channel} wording {step!r} in {language!r}"
                yield Problem(place, what, f"Use one of {', '.join(known)}.")


def _steps(tree: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Place, channel and wording of everything the assistant starts by itself."""
    lanes = (("cadence", "email", "email"), ("cadence", "text", "text"), ("reengage", "quiet", "email"), ("reengage", "campaign", "email"))  # fmt: skip
    for area, lane, channel in lanes:
        for number, row in enumerate(tree.get(area, {}).get(lane, ()), start=1):
            yield f"{area}.{lane}[{number}].step", channel, str(row["step"])
    for kind, strategy in tree.get("strategy", {}).items():
        if isinstance(strategy, Mapping):
            for name in ("first", "second", "third"):
                yield f"strategy.{kind}.{name}", "email", str(strategy.get(name, ""))
