"""Bytes to text, HTML to plain text, and the small cleanings every field needs (LEAD-02).

Every pattern here is linear: none can be made slow by what a stranger sends.
"""

from __future__ import annotations

import codecs
import re

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']?([A-Za-z0-9._-]{2,40})""", re.IGNORECASE)
# XML 1.0 forbids these, and a lone surrogate cannot be stored as UTF-8.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_HTML_NAMES = (
    "a|abbr|address|area|article|aside|b|base|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|"
    "dd|del|div|dl|dt|em|fieldset|figure|font|footer|form|h[1-6]|head|header|hr|html|i|img|input|ins|label|legend|"
    "li|link|main|map|meta|nav|noscript|ol|option|p|pre|q|s|section|select|small|span|strike|strong|sub|sup|table|"
    "tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|wbr|[a-z]{1,3}:[a-z]{1,20}"
)
_TAG = re.compile(rf"<(/?)({_HTML_NAMES})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|head|title)\b[^<>]*>.*?(?:</\1[^<>]*>|(?=<body)|\Z)"
    r"|<![a-z][^<>]*>|<\?[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
# A sender who writes <br> at the end of each line means one line end, not two.
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_LINE_TAGS = frozenset(
    "br p div tr li ul ol table h1 h2 h3 h4 h5 h6 hr blockquote pre section article header footer dt dd".split()
)
_PLACEHOLDERS = frozenset(
    {"null", "(null)", "none", "n/a", "n.a.", "na", "n\\a", "nil", "unknown", "undefined", "not provided"}
)


def decode(raw: bytes) -> str:
    """The text of `raw`. The bytes are believed before their label: a wrong label is common, wrong bytes are not."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    if wide := _utf16_without_mark(raw[:400]):
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(_declared(raw[:400]), "replace")


def _utf16_without_mark(head: bytes) -> str | None:
    pairs = len(head) // 2
    if pairs < 8:
        return None
    if head[1::2].count(0) > pairs * 0.7:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > pairs * 0.7 else None


def _declared(head: bytes) -> str:
    """The declared single-byte encoding, or Windows-1252, which is what unlabelled mail mostly is."""
    found = _ENCODING.search(head)
    name = found[1].decode("ascii").lower() if found else ""
    if name in {"", "utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii"} or name.startswith(
        ("utf-16", "utf-32", "ucs")
    ):
        return "cp1252"
    try:
        info = codecs.lookup(name)
        "probe".encode(info.name)
        return info.name if b"<a>".decode(info.name, "replace") == "<a>" else "cp1252"
    except (LookupError, UnicodeError):
        return "cp1252"


def storable(text: str) -> str:
    """`text` without the characters that XML and the store refuse; line ends as `\\n`."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def decode_entities(text: str) -> str:
    """Entities with their semicolon decoded once; `&copy=1` in a URL stays what it is."""
    if "&" not in text:
        return text
    from html import unescape  # its table of two thousand names is for texts that hold one

    return _ENTITY.sub(lambda match: unescape(match[0]), text)


def plain_text(text: str) -> str:
    """`text` without HTML, entities decoded, line breaks kept. Text that only looks like a tag stays."""
    once = _without_tags(text)
    revealed = decode_entities(once)
    return tidy(_without_tags(revealed) if revealed != once else once)


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    return _TAG.sub(_tag_break, _BREAK.sub("\n", _UNSEEN.sub("", text)))


def _tag_break(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name in {"td", "th"}:
        return "\t" if tag[1] else ""
    return "\n" if name in _LINE_TAGS else ""


def html_text(markup: str) -> str:
    """The readable text of an HTML mail body: source line breaks are blanks there, tags make the lines."""
    if re.search(r"<pre[\s>]", markup[:200_000], re.IGNORECASE):
        return plain_text(markup)
    return plain_text(re.sub(r"[ \t\r\n]+", " ", markup))


def tidy(text: str) -> str:
    """Invisible characters and blanks at line ends gone; no more than one empty line in a row."""
    if text.isascii() and text.isprintable():  # most fields are one plain line
        return text.strip()
    text = _INVISIBLE.sub("", storable(text).replace("\xa0", " "))
    lines = [line.strip(" \t") for line in text.split("\n")]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept).strip()


def is_placeholder(text: str) -> bool:
    """Whether `text` is a word that stands for no value: null, None, N/A, NA, Unknown."""
    return text.strip().casefold() in _PLACEHOLDERS


def field(text: str | None) -> str | None:
    """One field on one line: blanks collapsed, entities that survived decoded, placeholders and empties None."""
    if not text:
        return None
    value = " ".join(plain_text(text).split())
    return None if not value or is_placeholder(value) else value


def block(text: str | None) -> str | None:
    """A comment: plain text with its line breaks, or None."""
    if not text:
        return None
    value = plain_text(text)
    return None if not value or is_placeholder(value) else value
