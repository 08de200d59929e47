"""What a customer newly wrote in an e-mail: no quoted history, footer, banner or signature (LEAD-02, AI-09).

The patterns are habits of mail programs, not procedure of a store; therefore they stand here. Nothing that
might be the customer's own sentence is dropped: an opt-out below a name must still be seen.
"""

from __future__ import annotations

import re

from desk.models.intake.plain import html_text, tidy

# The library's patterns are not linear: it only ever sees this much, in lines this long.
_LONGEST = 12_000
_LONGEST_LINE = 400
# No person writes more than this in one mail; the rest stays in the full text.
_MOST = 100_000
_LANGUAGES = ("en", "es", "de", "fr")

_BANNER = re.compile(
    r"\W*(?:\[?external(?: e-?mail| sender| message)?\]?\W*$|caution:? .*(?:external|outside)|(?:this )?(?:e-?mail|message) (?:originated|came) from outside"
    r"|you don.t often get e?-?mail from|warning: .*(?:external|outside)|do not click links or open attachments"
    r"|sender notification|no suele recibir correos? )",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"[>*\s]*(?:on\b.{4,300}?\bwrote|am\b.{4,300}?\bschrieb\b.{0,120}?|el\b.{4,300}?\bescribi[oó]|le\b.{4,300}?\ba [eé]crit"
    r"|il\b.{4,300}?\bha scritto|em\b.{4,300}?\bescreveu|op\b.{4,300}?\bschreef\b.{0,120}?)\s?:\s*$",
    re.IGNORECASE,
)
_ATTRIBUTION_START = re.compile(r"[>*\s]*(?:on|am|el|le|il|em|op)\s+\S", re.IGNORECASE)
_DIVIDER = re.compile(
    r"[>\s]*(?:-{2,}\s*(?:original message|forwarded message|original appointment|mensaje original|mensaje reenviado|urspr[uü]ngliche nachricht"
    r"|weitergeleitete nachricht|message d.origine|reply above this line)\s*-*|begin forwarded message:|_{20,}|-{20,}"
    r"|#+\s*(?:please )?(?:type|reply) above this line.*|please reply above this line.*)\s*$",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"[>*\s]*(?P<name>from|sent|to|cc|subject|date|de|enviado(?: el)?|para|asunto|fecha|von|gesendet|an|betreff|datum|envoy[eé]|objet|[aà])\s?\*?:\s?\*?\s*\S",
    re.IGNORECASE,
)
_FROM = re.compile(r"[>*\s]*(?:from|de|von)\s?\*?:", re.IGNORECASE)
_DEVICE = re.compile(
    r"\W*(?:sent (?:from|via|using|with) (?:my|the|yahoo|mail|outlook|aol|gmail|proton|samsung|an? )\b.{0,60}"
    r"|sent from .{1,20}(?:mail|phone|outlook).{0,20}|get outlook for .{1,60}|yahoo mail: .{1,60}"
    r"|enviado desde (?:mi|el) .{1,50}|obtener outlook para .{1,60}|von meinem .{1,40} gesendet|gesendet (?:von|mit) .{1,50}"
    r"|envoy[eé] de(?:puis)? (?:mon|ma) .{1,40}|sent on the go.{0,40})$",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\W*(?:confidentiality (?:notice|note|statement)|(?:privileged|confidential)(?: and \w+)? (?:notice|note|information)\b|disclaimer:|legal notice"
    r"|this (?:e-?mail|message|communication|transmission)(?: message)?(?:,? (?:and|including) (?:any|all|its) .{0,60})? (?:is|are|may|contains?) .{0,60}(?:confidential|privileged|intended|protected|proprietary)"
    r"|the (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message)|please consider the environment"
    r"|aviso (?:legal|de confidencialidad)|este (?:correo|mensaje) .{0,60}confidencial|diese e-?mail enth[aä]lt|ce (?:message|courriel) .{0,60}confidentiel)",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:many |kind |best |warm |with |warmest |kindest )*(?:thanks|thank you|regards|best|cheers|sincerely|sincerely yours|yours truly|respectfully|all the best|take care|talk soon)"
    r"(?: again| so much| very much| a lot| in advance| and regards)?|thx|(?:muchas )?gracias|saludos(?: cordiales)?|atentamente|un saludo|cordialmente"
    r"|mit freundlichen gr[uü](?:ß|ss)en|(?:viele|beste|liebe) gr[uü](?:ß|ss)e|mfg|vg|cordialement)\s*[,.!\u2013-]*$",
    re.IGNORECASE,
)
_QUOTE_IN_HTML = re.compile(
    r"<(?:div|blockquote|hr|table)\b[^<>]*(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|appendonsend|stopSpelling"
    r"|mail-editor-reference-message-container|protonmail_quote|type=[\"']?cite|name=[\"']?quote)[^<>]*>",
    re.IGNORECASE,
)


def visible_text(body: str, *, html: str | None = None) -> str:
    """What the sender newly wrote in `body`, or in `html` where there is no plain body. Empty if nothing."""
    body, html = body[:_MOST], html[:_MOST] if html else html
    if not body.strip() and html:
        quote = _QUOTE_IN_HTML.search(html)
        body = html_text(html[: quote.start()]) if quote else html_text(html)
        if quote and not body.strip():
            body = html_text(html)
    lines = [line.rstrip() for line in tidy(body).split("\n")]
    fresh = _above_the_quote(_without_banner(lines)) or _below_the_quote(lines)
    return tidy("\n".join(_without_signature(_library_cut(fresh))))


def _without_banner(lines: list[str]) -> list[str]:
    """`lines` without the warnings that a mail system put on top."""
    top = 0
    while top < min(len(lines), 12) and (not lines[top].strip() or _BANNER.match(lines[top])):
        top += 1
    return lines[top:]


def _above_the_quote(lines: list[str]) -> list[str]:
    cut = next((at for at in range(len(lines)) if _quote_starts(lines, at)), len(lines))
    return (
        [line for line in lines[:cut] if not line.lstrip().startswith(">")]
        if any(map(str.strip, lines[:cut]))
        else []
    )


def _quote_starts(lines: list[str], at: int) -> bool:
    line = lines[at]
    if _DIVIDER.match(line):
        return True
    if _ATTRIBUTION_START.match(line) and any(_attribution(lines[at : at + length]) for length in (1, 2, 3)):
        return True
    return bool(_FROM.match(line)) and sum(bool(_HEADER.match(each)) for each in lines[at : at + 6]) >= 3


def _attribution(lines: list[str]) -> bool:
    # A wrapped "On ... wrote:" spans up to three lines, of which only the last ends in a colon.
    return lines[-1].rstrip().endswith(":") and bool(_ATTRIBUTION.match(" ".join(lines)[:700]))


def _below_the_quote(lines: list[str]) -> list[str]:
    """For people who answer below: the lines after the quoted ones, without the line that introduces them."""
    last = max((at for at, line in enumerate(lines) if line.lstrip().startswith(">")), default=None)
    return lines[last + 1 :] if last is not None else []


def _library_cut(lines: list[str]) -> list[str]:
    """What mail-parser-reply takes for the newest message; it knows quote lines of more languages than we do."""
    if sum(map(len, lines)) > _LONGEST or any(len(line) > _LONGEST_LINE for line in lines):
        return lines
    from mailparser_reply.parser import EmailMessage  # a desk at rest does without it

    parsed = EmailMessage(text="\n".join(lines), languages=list(_LANGUAGES), keep_hyphen_lists=True).read()
    newest = str(parsed.latest_reply or "")
    return newest.split("\n") if newest else lines


def _without_signature(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if line.strip() in {"--", "\u2014", "__"} and _looks_like_signature(
            lines[at + 1 : at + 40], longest=14
        ):
            return _and_postscript(lines, at)
        if _DISCLAIMER.match(line) or _DEVICE.match(line):
            return _and_postscript(lines, at)
        if at and _SIGN_OFF.match(line.strip()) and _looks_like_signature(lines[at + 1 : at + 40], longest=9):
            return _and_postscript(lines, at)
    return lines


def _and_postscript(lines: list[str], at: int) -> list[str]:
    """The lines before a signature, and a postscript below it."""
    after = next(
        (below for below in range(at, len(lines)) if re.match(r"p\.?\s?s\.?\W", lines[below], re.IGNORECASE)),
        None,
    )
    return lines[:at] + (["", *lines[after:]] if after is not None else [])


def _looks_like_signature(lines: list[str], *, longest: int) -> bool:
    """Names, titles, numbers and addresses: few short lines that ask and say nothing."""
    told = []
    for line in filter(str.strip, lines):
        if _DISCLAIMER.match(line) or _DEVICE.match(line) or re.match(r"p\.?\s?s\.?\W", line, re.IGNORECASE):
            break
        told.append(line)
        if len(told) > longest or _says_something(line):
            return False
    return True


def _says_something(line: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", line)
    facts = re.search(r"\d{3}|https?:|www\.|@|\|", line)
    return "?" in line or (not facts and (len(words) > 7 or bool(_SENTENCE.search(line))))


# Words that stand in sentences and not in names, titles or addresses.
_SENTENCE = re.compile(
    r"\b(?:i|i'm|i'll|me|you|we|please|don.t|do not|stop|remove|unsubscribe|call|text|email me|can|could|will|is|are|was|have|need|want|not|no)\b",
    re.IGNORECASE,
)
