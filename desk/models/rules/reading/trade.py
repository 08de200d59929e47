"""The customer's own car: which, how far it has run, what is owed on it (AI-07)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.models.rules.reading.actions import SMALL_TALK
from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.values import TradeIn
from desk.models.rules.reading.vehicles import Mention

_OWNED_WITHIN = 24
"""How far, in characters of plain text, "my" or "trade" may stand before the car it claims."""


@dataclass(frozen=True, slots=True)
class Owned:
    """The mention that is the customer's own car, if any.

    `sure` unless only a trade-in that is wished for makes it that; `gives` where the words around it offer it.
    """

    car: Mention | None
    sure: bool = True
    gives: bool = False


def owned_among(found: list[Mention], words: str, lexicon: Lexicon, *, asked: bool) -> Owned:
    """Tells the customer's own car among those named; `asked` says that the question was about a trade."""
    for claim, sure, gives in (("gives", True, True), ("owns", True, False), ("may_own", False, False)):
        for mention in found:
            if _claimed(mention, words, lexicon.trade[claim], lexicon.trade["stops"]) or (
                gives and lexicon.trade["given"].match(words, mention.end)
            ):
                return Owned(mention, sure=sure or asked, gives=gives)
    return Owned(found[0] if found and asked else None)


def _claimed(mention: Mention, words: str, claims: re.Pattern[str], stops: re.Pattern[str]) -> bool:
    before = words[: mention.start] + " "
    near = [claim.end() for claim in claims.finditer(before) if mention.start - claim.end() <= _OWNED_WITHIN]
    return any(not stops.search(before[end:]) for end in near)


def trade_in(mention: Mention | None, words: str, lexicon: Lexicon, vin: str | None = None) -> TradeIn | None:
    """Gives the trade-in with what was said of it; None when nothing about the customer's own car was said."""
    odometer, owed = _odometer(words, lexicon), _owed(words, lexicon)
    if mention is None and odometer is None and owed is None:
        return None
    car = mention.vehicle if mention else None
    return TradeIn(
        year=car.year if car else None,
        make=car.make if car else None,
        model=car.model if car else None,
        odometer=odometer,
        owed=owed,
        vin=vin,
    )


def seen_at_theirs(words: str, found: set[str], lexicon: Lexicon) -> set[str]:
    """Gives the wishes of a message that asks us to come and look at the customer's own: nothing is to be delivered then."""
    fits = "delivery" in found or not found - SMALL_TALK
    asked = fits and lexicon.trade["seen_at_theirs"].search(words)
    return (found - {"delivery"}) | {"trade_in"} if asked else found


def of_ours(words: str, found: set[str], lexicon: Lexicon) -> set[str]:
    """Gives the wishes of a message that names a car as the one it asks about: that is no trade-in."""
    ours = "trade_in" in found and lexicon.trade["asked_about"].search(words)
    return (found - {"trade_in"}) | {"availability"} if ours else found


def _odometer(words: str, lexicon: Lexicon) -> int | None:
    for found in lexicon.trade["miles"].finditer(words):
        before = words[max(found.start() - 14, 0) : found.start()]
        if lexicon.trade["owed"].search(before + found.group() + " "):
            continue
        pieces = {name: text for name, text in found.groupdict().items() if text}
        name, text = next(iter(pieces.items()))
        return round(_plain(text) * (1000 if name.startswith(("thousands", "round")) else 1))
    return None


def _owed(words: str, lexicon: Lexicon) -> int | None:
    found = lexicon.trade["owed"].search(words)
    if found is None:
        return 0 if lexicon.trade["clear"].search(words) else None
    amount = _plain(found["owed"] or found["owed2"])
    thousands = bool(found["owedk"] or found["owedk2"]) or amount < 100
    return round(amount * (1000 if thousands else 1))


def _plain(number: str) -> float:
    return float(re.sub(r"[^\d.]", "", number))
