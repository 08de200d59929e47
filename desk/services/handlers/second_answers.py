"""Mail to leads that left the store's mailbox and is no desk's: told to the managers once, before customers tell it (DESK-08)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from desk.models.commands import NoteSentElsewhere
from desk.models.intake.second_answer import WrittenElsewhere, written_elsewhere
from desk.models.store.queries.answered import came
from desk.services.desk import handles
from desk.services.handlers.house import put_setting
from desk.services.handlers.line_alerts import tell_leaders
from desk.services.resources import load_toml
from desk.services.second_answer import DO, KEY, elsewhere_words
from desk.services.work import Work

_REMEMBERED = 50


@handles(NoteSentElsewhere)
def note_sent_elsewhere(work: Work, command: NoteSentElsewhere) -> bool:
    """Answers whether the managers were told. One quick mail may be a person's; a second one, or a machine's own word, is not."""
    known: Mapping[str, Any] = work.store.settings[KEY]
    terms = load_toml("channels", "mail.toml")["second_answer"]
    soon = timedelta(seconds=terms["soon_s"])
    found = written_elsewhere(command.heads, came(work.session, command.heads), soon)
    fresh = [each for each in found if each.head.message_id not in known.get("seen", ())]
    if not fresh or known.get("kept"):
        return False
    seen = [*known.get("seen", ()), *(each.head.message_id for each in fresh)][-_REMEMBERED:]
    tells = not known.get("told") and (
        len(seen) >= terms["tell_from"] or any(it.head.automatic for it in fresh)
    )
    put_setting(work, KEY, {**known, "seen": seen, **(_tell(work, fresh) if tells else {})})
    work.kinds.add("settings")
    return tells


def _tell(work: Work, fresh: list[WrittenElsewhere]) -> dict[str, Any]:
    words = elsewhere_words(fresh)
    tell_leaders(work, "answers", words, DO)
    return {"told": True, "found": words, "at": work.now.isoformat()}
