"""Gathers every sentence that a person can read, for translators: ``make words`` writes ``resources/words/desk.ts``.

The source is the catalogue. The window's sentences are those it gives to ``say``; the engine's are the letters and f-strings of
models and services that read like words for people, ``f"Waits until {when}"`` as ``Waits until {when}``; the playbook's
and the law's are read from their tables. Each language has a file of its own beside it, which keeps what was translated.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import desk
from desk.models import words
from desk.paths import RESOURCES

CODE = Path(desk.__file__).parent
CATALOGUE = RESOURCES / "words" / "desk.ts"
_ENGINE = ("models", "services")
#: What speaks to machines, to customers or in invented examples, but to nobody at the desk.
_OTHERS = {"outside", "sample", "rehearsal", "migrations", "reading", "mystery_words"}
#: Codes that are words as well.
_CODES = [
    kind
    for kind in vars(words).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
_LINKS = (" and ", " or ")
_JOINTS = " ,;:.()·"
_TABLES = ("playbook", "compliance", "desk", "intake", "mystery")
_MOST_TURNS = 8
_OF_LETTERS = {"replace", "capitalize", "lower", "upper", "title", "strip", "rstrip", "casefold"}


def sentences() -> list[str]:
    """All of them, in order."""
    return sorted({*_of_window(), *_of_engine(), *_of_tables()})


# --- the window ---


def _of_window() -> Iterator[str]:
    for tree in _trees("views", "app"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args:
                yield from (word.replace("_", " ") for word in _made(node.args[0]))


# --- the engine ---


def _of_engine() -> Iterator[str]:
    yield from (value.replace("_", " ") for kind in _CODES for value in kind)
    for tree in _trees(*_ENGINE):
        silent = {id(each) for node in ast.walk(tree) for each in _silent(node)}
        for node in ast.walk(tree):
            if id(node) not in silent and isinstance(node, ast.Constant | ast.JoinedStr):
                yield from (made.strip(_JOINTS) for made in _made(node) if _is_for_people(made))
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "said":
                yield from (word.replace("_", " ") for word in _made(node.args[0]))


def _silent(node: ast.AST) -> Iterator[ast.AST]:
    """What no person reads: explanations in the code, lines of the log, and letters that an f-string is made of."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        yield from ast.walk(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield from (each for part in node.values for each in [part, *_spec(part)])
    elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[0] in (
        "log",
        "text",
        "re",
        "getattr",
    ):
        yield from (each for argument in node.args for each in ast.walk(argument))


def _spec(part: ast.expr) -> list[ast.AST]:
    spec = part.format_spec if isinstance(part, ast.FormattedValue) else None
    return list(ast.walk(spec)) if spec is not None else []


def _is_for_people(made: str) -> bool:
    letters = re.sub(r"\{[^}]*\}", "", made)
    if re.search(r"[<>=*\\_@#|]|\bSELECT\b|\bFROM\b|[a-z]:[a-z]|://|%[sd(]", letters):
        return False
    if not re.search(r"[A-Za-z]{2}", letters):
        return False
    return " " in made.strip() or bool(re.fullmatch(r"[A-Z][a-z]+(-[a-z]+)?[.,:]?", letters.strip()))


# --- sentences as they are written ---


def _made(node: ast.expr) -> Iterator[str]:
    """The patterns that this writes: one, or one for each turn of a choice between letters."""
    if isinstance(node, ast.Constant):
        if node.value in _LINKS:
            yield f"{{one}}{node.value}{{two}}"
        elif isinstance(node.value, str):
            yield (
                node.value.replace("{", "{{").replace("}", "}}")
                if _has_odd_braces(node.value)
                else node.value
            )
        return
    if isinstance(node, ast.IfExp):
        yield from (*_made(node.body), *_made(node.orelse))
    if not isinstance(node, ast.JoinedStr):
        return
    names: dict[str, int] = {}
    turns = [_turns(part, names) for part in node.values]
    for chosen in list(product(*turns))[:_MOST_TURNS]:
        yield "".join(chosen)


def _has_odd_braces(letters: str) -> bool:
    return not re.fullmatch(r"[^{}]*(\{\w+(:[^{}]*)?\}[^{}]*)*", letters)


def _turns(part: ast.expr, names: dict[str, int]) -> list[str]:
    if isinstance(part, ast.Constant):
        return [str(part.value).replace("{", "{{").replace("}", "}}")]
    assert isinstance(part, ast.FormattedValue)
    value = part.value
    if (
        isinstance(value, ast.IfExp)
        and isinstance(value.body, ast.Constant)
        and isinstance(value.orelse, ast.Constant)
    ):
        return [str(value.body.value), str(value.orelse.value)]
    name = _name(value)
    names[name] = names.get(name, 0) + 1
    return [f"{{{name}{names[name] if names[name] > 1 else ''}}}"]


def _name(value: ast.expr) -> str:
    """What a translator reads for a value: ``{vehicle_title}``, ``{called}``; a turn of letters goes by what it turns."""
    match value:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.strip("_").lower() or "value"
        case ast.Call(func=ast.Attribute(attr=turn, value=turned)) if turn in _OF_LETTERS:
            return _name(turned)
        case ast.Call(func=ast.Attribute(attr="join"), args=[listed]):
            return _name(listed)
        case ast.Call(func=called):
            return _name(called)
        case ast.Subscript(slice=ast.Constant(value=str(key))):
            return key
        case ast.Subscript(value=inner) | ast.BoolOp(values=[inner, *_]) | ast.IfExp(body=inner):
            return _name(inner)
        case ast.GeneratorExp(elt=inner) | ast.ListComp(elt=inner):
            return _name(inner)
    return "value"


def _trees(*rooms: str) -> Iterator[ast.Module]:
    for room in rooms:
        for file in sorted((CODE / room).rglob("*.py")):
            if not _OTHERS & set(file.parts) and "gallery" not in file.parts:
                yield ast.parse(file.read_text("utf-8"))


# --- tables ---


def _of_tables() -> Iterator[str]:
    for folder in _TABLES:
        for file in sorted((RESOURCES / folder).glob("*.toml")):
            yield from _words_in(tomllib.loads(file.read_text("utf-8")))
    meanings = tomllib.loads((RESOURCES / "reading" / "intents.toml").read_text("utf-8"))["rule"]
    yield from (str(each["name"]).replace("_", " ") for each in meanings)


#: Keys that are words as well: what a question is about, what a message means.
_KEYS = {"key", "intent"}
_SPOKEN = {"name", "words", "title", "label", "caption", "ask", "why", "law", "says"}


def _words_in(table: Any) -> Iterator[str]:
    if isinstance(table, list):
        for each in table:
            if isinstance(each, dict | list):
                yield from _words_in(each)
    elif isinstance(table, dict):
        for key, value in table.items():
            if isinstance(value, str) and key in _SPOKEN and re.search(r"[A-Za-z]{2}", value):
                yield value
            if key in _KEYS and isinstance(value, str):
                yield value.replace("_", " ")
            yield from _words_in(value)


# --- files for translators ---


def as_ts(said: Iterable[str], language: str = "", known: dict[str, str] | None = None) -> str:
    """A file of Qt Linguist's, with what was translated before."""
    root = ElementTree.Element(
        "TS", version="2.1", sourcelanguage="en_US", **({"language": language} if language else {})
    )
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = "desk"
    for each in said:
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = each
        words = (known or {}).get(each, "")
        ElementTree.SubElement(
            message, "translation", **({} if words else {"type": "unfinished"})
        ).text = words
    ElementTree.indent(root, "")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def read_ts(file: Path) -> dict[str, str]:
    """Sentences of such a file with their translations; empty where there is none yet."""
    found = ElementTree.parse(file).iter("message")
    return {each.findtext("source", ""): each.findtext("translation", "") for each in found}


def made_ready(file: Path, said: Iterable[str]) -> None:
    """Bring a language's file up to date, keeping what was translated, and make of it what Qt reads (``.qm``)."""
    language = file.stem.partition("_")[2]
    file.write_text(as_ts(said, language, read_ts(file)), "utf-8")
    made = [
        str(Path(sys.executable).with_name("pyside6-lrelease")),
        "-silent",
        str(file),
        "-qm",
        str(file.with_suffix(".qm")),
    ]
    subprocess.run(made, check=True)


def main() -> None:
    said = sentences()
    CATALOGUE.write_text(as_ts(said), "utf-8")
    for file in CATALOGUE.parent.glob("desk_*.ts"):
        made_ready(file, said)
    sys.stdout.write(f"{len(said)} sentences in {CATALOGUE.name}\n")


if __name__ == "__main__":
    main()
