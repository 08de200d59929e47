"""Templates and scripts of the store's own: versions, an approver, previews; only what is approved is offered (FLOW-08)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from desk.models.by import By
from desk.models.commands import ApproveTemplate, ClaimSend, RecordSend, RetireTemplate, WriteTemplate
from desk.models.conversation import Message
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.snapshots.bank import StartView, TemplateView
from desk.services.own_templates import fields_of
from desk.services.reader import Reader
from desk.services.templates import is_plain
from tests.services.desk_fixture import ANA, DANA, SmallDesk

WORDS = "{{ hi }}this is {{ me }} at {{ store }} about {{ vehicle }}."


class Shelf(SmallDesk):
    """A desk with one lead, read as Ana."""

    def __init__(self) -> None:
        super().__init__()
        self.lead_id = self.take()

    def write(self, body: str = WORDS, *, by: By = ANA, approve: bool = True, **more: str) -> str:
        told = {"kind": "text", "name": "Check in"} | more
        made = str(self.run(WriteTemplate(by=by, body=body, **told)))  # type: ignore[arg-type]  # words by name
        if approve:
            self.run(ApproveTemplate(by=DANA, template_id=made))
        return made

    def reader(self, session: object) -> Reader:
        return Reader(session, self.clock.now(), "ana", self.desk.facts(), self.desk.book)  # type: ignore[arg-type]

    def offered(self, channel: str = "text") -> list[StartView]:
        with self.desk.store.reading() as session:
            told = self.reader(session).starts(self.lead_id)
        return [start for start in (*told.wordings, *told.spoken) if start.channel == channel]

    def versions(self) -> list[TemplateView]:
        with self.desk.store.reading() as session:
            return list(self.reader(session).templates())


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.mark.requirement("FLOW-08")
def test_only_an_approved_version_is_offered_filled_in(shelf: Shelf) -> None:
    first = shelf.write(approve=False)
    assert "Check in" not in [start.name for start in shelf.offered()]
    assert [view.state for view in shelf.versions()] == ["waits"]
    shelf.run(ApproveTemplate(by=DANA, template_id=first))
    (start,) = [start for start in shelf.offered() if start.name == "Check in"]
    assert "Ana Ruiz at Cedar Ridge Motors about the 2022 Toyota RAV4" in start.text
    view = shelf.versions()[0]
    assert (view.state, view.written_by, view.approved_by) == ("offered", "Ana Ruiz", "Dana Whit")


@pytest.mark.requirement("FLOW-08")
def test_a_new_version_waits_while_the_old_one_is_offered(shelf: Shelf) -> None:
    shelf.write()
    entry = shelf.versions()[0].entry
    second = shelf.write("{{ hi }}new words from {{ me }}.", approve=False, entry=entry)
    assert "about the" in next(s.text for s in shelf.offered() if s.name == "Check in")
    shelf.run(ApproveTemplate(by=DANA, template_id=second))
    assert "new words" in next(s.text for s in shelf.offered() if s.name == "Check in")
    assert [(v.version, v.state) for v in shelf.versions()] == [(2, "offered"), (1, "older")]
    with pytest.raises(Refused):
        shelf.run(ApproveTemplate(by=DANA, template_id=second))


@pytest.mark.requirement("FLOW-08", "DESK-04")
def test_everyone_may_write_and_only_a_manager_approves_or_retires(shelf: Shelf) -> None:
    made = shelf.write(approve=False)
    entry = shelf.versions()[0].entry
    with pytest.raises(NotAllowed):
        shelf.run(ApproveTemplate(by=ANA, template_id=made))
    with pytest.raises(NotAllowed):
        shelf.run(RetireTemplate(by=ANA, entry=entry, reason="old"))
    with pytest.raises(Refused):
        shelf.run(RetireTemplate(by=DANA, entry=entry, reason=" "))
    shelf.run(RetireTemplate(by=DANA, entry=entry, reason="We say it otherwise"))
    assert [view.state for view in shelf.versions()] == ["retired"]
    for command in (
        ApproveTemplate(by=DANA, template_id=made), RetireTemplate(by=DANA, entry=entry, reason="again"), ApproveTemplate(by=DANA, template_id="none"),
    ):  # fmt: skip
        with pytest.raises((Refused, BadInput)):
            shelf.run(command)


@pytest.mark.requirement("FLOW-08")
def test_a_preview_shows_what_a_lead_has_no_fact_for(shelf: Shelf) -> None:
    made = shelf.write("{{ hi }}the report: {{ history_url }}", approve=False)
    with shelf.desk.store.reading() as session:
        reader = shelf.reader(session)
        seen, nobody = reader.preview(made, shelf.lead_id), reader.preview(made, "nobody")
    assert nobody is None
    assert seen is not None
    assert (seen.missing, seen.parts) == (("history_url",), 1)
    assert seen.text.endswith("[history_url]")
    shelf.run(ApproveTemplate(by=DANA, template_id=made))
    assert "Check in" not in [start.name for start in shelf.offered()]


@pytest.mark.requirement("FLOW-08", "AI-21")
@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("", Refused), ("x" * 5000, Refused), ("{{ price }}", BadInput), ("{{ hi", BadInput), ("{{ settings.password }}", BadInput),
        ("{% for x in range(9) %}{{ x }}{% endfor %}{{ secret }}", BadInput), ("{% include 'x' %}", BadInput), ("{{ first.__class__ }}", BadInput), ("{{ first * 9999999 }}", BadInput),
    ],
)  # fmt: skip
def test_a_template_holds_fields_and_nothing_else(shelf: Shelf, body: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        shelf.write(body)
    assert shelf.versions() == []


@pytest.mark.requirement("FLOW-08")
def test_an_unknown_kind_is_refused(shelf: Shelf) -> None:
    with pytest.raises(BadInput):
        shelf.write(kind="telegram")


@pytest.mark.requirement("FLOW-08")
def test_scripts_and_a_letter_are_offered_and_the_first_call_refers_to_the_assistant(shelf: Shelf) -> None:
    (before,) = shelf.offered("call")
    assert "You asked us about the 2022 Toyota RAV4" in before.text
    with shelf.desk.store.reading() as session:
        waiting = list(session.scalars(select(Message.id).where(Message.direction == "out")))
    for message_id in waiting:
        shelf.run(ClaimSend(message_id=message_id))
        shelf.run(RecordSend(message_id=message_id, outcome="accepted"))
    (call,), (voicemail,), (letter,) = (shelf.offered(kind) for kind in ("call", "voicemail", "letter"))
    assert "Our assistant wrote to you on Tuesday, March 3" in call.text
    assert "?" in call.text
    assert all(
        part in voicemail.text
        for part in ("Ana Ruiz", "Cedar Ridge Motors", "2022 Toyota RAV4", "call me back", "(208) 555-0100")
    )
    assert letter.text.startswith("Dear Kim,")


@pytest.mark.requirement("FLOW-08", "AI-21")
@given(st.text(max_size=60))
def test_a_text_either_is_words_and_fields_or_is_refused(text: str) -> None:
    if is_plain(text):
        assert fields_of(text) <= set(re.findall(r"\w+", text))
    else:
        with pytest.raises(BadInput):
            fields_of(text)
