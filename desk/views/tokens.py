"""The colours of the desk, one plain table per theme. Text holds 4.5:1 on every ground, outlines 3:1.

Colour is spent on four things only: the petrol accent (what you can act on), violet (what the assistant
wrote or will do), red, amber and green (time), and the temperature bands.
"""

from __future__ import annotations

from types import MappingProxyType

LIGHT = MappingProxyType(
    {
        "canvas": "#F6F5F2",
        "rail": "#EEECE7",
        "surface": "#FFFFFF",
        "sunken": "#F1EFEA",
        "hover": "#F4F2EE",
        "line": "#E5E1DA",
        "line2": "#CFC9BE",
        "ctl": "#8C857A",
        "t1": "#1F1D1A",
        "t2": "#534E46",
        "t3": "#6B655B",
        "accent": "#0E5C76",
        "on_accent": "#FFFFFF",
        "accent_hover": "#0A4A60",
        "accent_tint": "#E2EEF2",
        "accent_line": "#A9CCD8",
        "ai": "#6A3FB4",
        "on_ai": "#FFFFFF",
        "ai_tint": "#F2EDFB",
        "ai_line": "#D5C6F0",
        "ok": "#1C6B40",
        "ok_tint": "#E3F1E8",
        "warn": "#855000",
        "warn_tint": "#FBEFD9",
        "warn_line": "#EACB93",
        "bad": "#B0261D",
        "bad_tint": "#FBE8E6",
        "bad_line": "#EFBDB8",
        "on_bad": "#FFFFFF",
        "extremely_hot": "#FFFFFF",
        "extremely_hot_fill": "#A8231B",
        "hot": "#A33E07",
        "hot_fill": "#FCE6D8",
        "warm": "#7C5200",
        "warm_fill": "#FAEFCF",
        "cool": "#2A5A8C",
        "cool_fill": "#E2ECF6",
        "cold": "#59616D",
        "cold_fill": "#ECEEF1",
        "avatar_1": "#DCE7E4",
        "avatar_2": "#EADFD6",
        "avatar_3": "#E3DFEE",
        "avatar_4": "#DDE5EF",
        "avatar_5": "#EAE4CF",
        "avatar_text": "#3A362F",
        "shadow": "#000000",
        "veil": "#1F1D1A",
    }
)

DARK = MappingProxyType(
    {
        "canvas": "#171716",
        "rail": "#121211",
        "surface": "#1F1F1D",
        "sunken": "#1A1A19",
        "hover": "#272724",
        "line": "#32312E",
        "line2": "#494742",
        "ctl": "#8A857C",
        "t1": "#EDEBE6",
        "t2": "#BDB8AF",
        "t3": "#9E988E",
        "accent": "#7FC4DB",
        "on_accent": "#0B2630",
        "accent_hover": "#9AD3E5",
        "accent_tint": "#17323B",
        "accent_line": "#2E5C6B",
        "ai": "#BFA4F2",
        "on_ai": "#2A2338",
        "ai_tint": "#2A2338",
        "ai_line": "#4B3D69",
        "ok": "#7FCB9C",
        "ok_tint": "#18301F",
        "warn": "#E6B25C",
        "warn_tint": "#352916",
        "warn_line": "#61491F",
        "bad": "#F2938B",
        "bad_tint": "#3B1D1A",
        "bad_line": "#6E3631",
        "on_bad": "#2B0B08",
        "extremely_hot": "#2B0B08",
        "extremely_hot_fill": "#F2867D",
        "hot": "#F2A274",
        "hot_fill": "#3A2416",
        "warm": "#E3BC62",
        "warm_fill": "#332A14",
        "cool": "#8FBDE8",
        "cool_fill": "#1A2A3A",
        "cold": "#A9AFB8",
        "cold_fill": "#292B2E",
        "avatar_1": "#2C3A37",
        "avatar_2": "#40352C",
        "avatar_3": "#37334A",
        "avatar_4": "#2C3644",
        "avatar_5": "#3D3927",
        "avatar_text": "#E2DED6",
        "shadow": "#000000",
        "veil": "#000000",
    }
)

#: Which system colour stands for which of ours in high contrast; shapes and words carry what colour cannot.
HIGH_CONTRAST_ROLES = {
    "window": "canvas rail sunken",
    "base": "surface hover accent_tint ai_tint ok_tint warn_tint bad_tint on_bad on_ai extremely_hot "
    "hot_fill warm_fill cool_fill cold_fill avatar_1 avatar_2 avatar_3 avatar_4 avatar_5",
    "text": "line line2 ctl t1 t2 t3 ai ai_line ok warn warn_line bad bad_line extremely_hot_fill "
    "hot warm cool cold avatar_text shadow veil",
    "highlight": "accent accent_hover accent_line",
    "highlighted_text": "on_accent",
}


def high_contrast(system: dict[str, str]) -> dict[str, str]:
    """Our table filled from the system palette: keys window, base, text, highlight, highlighted_text."""
    return {name: system[role] for role, names in HIGH_CONTRAST_ROLES.items() for name in names.split()}
