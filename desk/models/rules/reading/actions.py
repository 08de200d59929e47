"""The one thing to do about a message, by what was understood in it, and how sure the reading is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desk.models.rules.reading.lexicon import ActionRule, Lexicon

SMALL_TALK = frozenset({"thanks", "greeting"})


def settled(found: set[str], facts: Mapping[str, bool], lexicon: Lexicon) -> set[str]:
    """Takes out what another intent already says; `facts` are `asks`, `timed` and `offered` of the message."""
    for rule in lexicon.settles:
        if rule.said & found and all(facts[name] == value for name, value in rule.facts.items()):
            found = (found - rule.drop) | rule.add
    return found


def action_for(intents: Collection[str], asked: str | None, facts: Collection[str], lexicon: Lexicon) -> str:
    """Gives the action of the first rule that fits; `ask` when none does, for a question never hurts."""
    return next(
        (rule.action for rule in lexicon.actions if _fits(rule, set(intents), asked, set(facts))), "ask"
    )


def _fits(rule: ActionRule, intents: set[str], asked: str | None, facts: set[str]) -> bool:
    if not rule.intents & intents or (rule.only and intents - rule.intents - SMALL_TALK):
        return False
    return (not rule.asked or asked in rule.asked) and rule.facts <= facts and not rule.lacks & facts


def confidence_in(intents: Collection[str], asked: str | None, lexicon: Lexicon) -> float:
    """Gives how sure the reading is, 0 to 1: fixed rules most, an answer to a question less, `unclear` least."""
    named = set(intents) - SMALL_TALK
    if "unclear" in named:
        return lexicon.confidence["unclear"]
    if named & {"opt_out", "wrong_number"}:
        return lexicon.confidence["fixed"]
    if not named:
        return lexicon.confidence["small_talk"]
    if asked and named & {"yes", "no"}:
        return lexicon.confidence["answer"]
    return lexicon.confidence["clear" if len(named) == 1 else "several"]
