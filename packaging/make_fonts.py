"""Make the bundled type from Inter's variable file: static weights with our two letter habits built in.

    python packaging/make_fonts.py InterVariable.woff2 resources/fonts

Needs ``fonttools`` and ``brotli`` (not part of the desk's own environment). Static files look alike on every
system; tabular figures (``tnum``) and the round a (``cv11``) are written into the character map, so that
rich text, style sheets and printed sheets show them too. The licence (SIL OFL 1.1) allows changed copies.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FACES = (
    ("Inter", "Regular", 400, 14),
    ("Inter", "Medium", 500, 14),
    ("Inter", "SemiBold", 600, 14),
    ("Inter", "Bold", 700, 14),
    ("Inter Display", "SemiBold", 600, 32),
)
HABITS = ("tnum", "cv11")


def substitutions(font: TTFont, feature: str) -> dict[str, str]:
    """The one-for-one glyph swaps of a feature."""
    gsub = font["GSUB"].table
    indexes = {
        i
        for r in gsub.FeatureList.FeatureRecord
        if r.FeatureTag == feature
        for i in r.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in sorted(indexes):
        for table in gsub.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    return swaps


def build_in(font: TTFont, feature: str) -> None:
    """Point letters and digits at the glyph the feature would have chosen; hyphens stay narrow."""
    swaps = substitutions(font, feature)
    for table in font["cmap"].tables:
        swapped = {code: swaps[name] for code, name in table.cmap.items() if name in swaps}
        table.cmap.update({code: name for code, name in swapped.items() if chr(code).isalnum()})


def rename(font: TTFont, family: str, style: str) -> None:
    """Name the face so that the system groups the weights in one family."""
    names = font["name"]
    names.removeNames(nameID=25)
    plain = style in ("Regular", "Bold")
    texts = {
        1: family if plain else f"{family} {style}",
        2: style if plain else "Regular",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        16: family,
        17: style,
    }
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
        names.setName(text, number, 1, 0, 0)


def make(source: Path, target: Path) -> None:
    for family, style, weight, optical in FACES:
        font = instantiateVariableFont(TTFont(source), {"wght": weight, "opsz": optical})
        for feature in HABITS:
            build_in(font, feature)
        rename(font, family, style)
        font["OS/2"].usWeightClass = weight
        font.flavor = None
        font.save(target / f"{family.replace(' ', '')}-{style}.ttf")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
