"""Which words of a snapshot are the desk's own, so that one place can say all of them in the person's language.

The engine says everything in US English, into its record as well. A field of type ``Said`` holds such words, ``tuple[tuple[str, Said],
...]`` holds some beside others; every other text is a name, an address, a code, or what a person wrote, and stays as it is.
"""

from __future__ import annotations

from ast import Expression, Name, Subscript, Tuple, expr, parse
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import chain, repeat
from typing import Any, TypeAlias

Said: TypeAlias = str
"""The desk's own words, for people."""


def said(word: str) -> Said:
    """Marks a single word that people read: without it the catalogue would take it for a code."""
    return word


_Shape: TypeAlias = "bool | tuple[_Shape, ...]"
"""Whether a text is the desk's own; of a tuple, for each of its parts, the last one for all that follow."""


def said_again(row: Any, tell: Callable[[str], str]) -> Any:
    """The same row, or rows, with every word of the desk's as ``tell`` says it; the very same object where none is."""
    return _again(row, False, tell)


def _again(held: Any, shape: _Shape, tell: Callable[[str], str]) -> Any:
    if isinstance(held, str):
        return tell(held) if shape is True else held
    if type(held) in (tuple, list):
        shapes = chain(shape, repeat(shape[-1])) if isinstance(shape, tuple) else repeat(shape)
        told = [_again(each, part, tell) for each, part in zip(held, shapes, strict=False)]
        return held if all(map(_is, told, held)) else type(held)(told)
    if not is_dataclass(held) or isinstance(held, type):
        return held
    changed = {}
    for name, part in _fields(type(held)):
        before = getattr(held, name)
        if (after := _again(before, part, tell)) is not before:
            changed[name] = after
    return replace(held, **changed) if changed else held


def _is(one: object, other: object) -> bool:
    return one is other


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, _Shape], ...]:
    """The fields that can hold words or rows with words; types stand in a row as they are written."""
    return tuple(
        (each.name, _shape(parse(str(each.type), mode="eval"))) for each in fields(kind) if each.init
    )


def _shape(written: Expression | expr) -> _Shape:
    if isinstance(written, Expression):
        return _shape(written.body)
    if isinstance(written, Subscript) and isinstance(written.slice, Tuple):
        return tuple(_shape(each) for each in written.slice.elts if isinstance(each, Name | Subscript))
    return isinstance(written, Name) and written.id == "Said"
