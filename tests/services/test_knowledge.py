"""The knowledge bank in the whole engine: versions, who may write, and unanswered questions as requests (AI-13)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.cli import main
from desk.models.by import By
from desk.models.commands import RetireKnowledge, SaveKnowledge, TakeReply
from desk.models.conversation import Message
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.knowledge import Knowledge, KnowledgeRequest
from desk.models.rules import firewall
from desk.models.rules.wording import Draft
from tests.models.rules.stage_of_one import book, facts, store
from tests.models.rules.test_bank import starter
from tests.services.desk_fixture import ANA, DANA, SmallDesk

KAY = By("staff", "kay", "knowledge_admin", "Kay Ruiz")


@pytest.fixture
def small() -> SmallDesk:
    return SmallDesk()


def rows(small: SmallDesk, kind: type) -> list[object]:
    with small.desk.store.reading() as session:
        return list(session.scalars(select(kind).order_by(kind.at, kind.id)))


def save(
    small: SmallDesk, question: str = "Do you ship?", answer: str = "Ask us for the way.", **more: object
) -> str:
    return str(small.run(SaveKnowledge(by=KAY, question=question, answer=answer, **more)))  # type: ignore[arg-type]


@pytest.mark.requirement("AI-13")
def test_a_change_is_a_new_version_and_the_old_one_stays(small: SmallDesk) -> None:
    entry = save(small)
    assert save(small, entry=entry) == entry
    small.later(minutes=1)
    assert save(small, entry=entry, answer="Our carriers do.") == entry
    told = rows(small, Knowledge)
    assert [(row.version, row.answer, row.owner, row.replaced_at is None) for row in told] == [  # type: ignore[attr-defined]
        (1, "Ask us for the way.", "kay", False),
        (2, "Our carriers do.", "kay", True),
    ]
    assert [e.version for e in small.desk.facts().knowledge.entries] == [2]


@pytest.mark.requirement("AI-13", "DESK-04")
@pytest.mark.parametrize("who", [ANA, DANA])
def test_only_a_knowledge_administrator_writes(small: SmallDesk, who: By) -> None:
    with pytest.raises(NotAllowed):
        small.run(SaveKnowledge(by=who, question="Do you ship?", answer="Yes."))
    with pytest.raises(NotAllowed):
        small.run(RetireKnowledge(by=who, entry="any", reason="old"))
    assert rows(small, Knowledge) == []


@pytest.mark.requirement("AI-13")
def test_a_retired_answer_is_told_no_more(small: SmallDesk) -> None:
    entry = save(small)
    with pytest.raises(Refused):
        small.run(RetireKnowledge(by=KAY, entry=entry, reason=" "))
    small.run(RetireKnowledge(by=KAY, entry=entry, reason="We stopped shipping"))
    assert small.desk.facts().knowledge.entries == ()
    with pytest.raises(BadInput):
        small.run(RetireKnowledge(by=KAY, entry=entry, reason="again"))
    assert len(rows(small, Knowledge)) == 1


@pytest.mark.requirement("AI-13", "AI-21")
def test_an_answer_names_no_customer(small: SmallDesk) -> None:
    small.take()
    with pytest.raises(Refused, match="names a customer"):
        save(small, answer="As we did for Kim Doe last week.")


@pytest.mark.requirement("AI-13")
def test_like_questions_are_one_request_until_it_is_answered(small: SmallDesk) -> None:
    for number, text in enumerate(
        ("Is there a warranty on it?", "any warranty with that one? thanks", "Do you ship to Oregon?"),
        start=1,
    ):
        small.run(TakeReply(lead_id=small.take(number), channel="text", text=text))
    open_ = rows(small, KnowledgeRequest)
    assert sorted((row.about, row.count) for row in open_) == [("delivery", 1), ("warranty", 2)]  # type: ignore[attr-defined]
    request = next(row for row in open_ if row.about == "warranty")  # type: ignore[attr-defined]
    assert request.question == "Is there a warranty on it?"  # type: ignore[attr-defined]
    save(small, request.question, "Each vehicle has its own warranty sheet.", request=request.id)  # type: ignore[attr-defined]
    small.run(TakeReply(lead_id=small.take(4), channel="text", text="does it come with a warranty"))
    after = rows(small, KnowledgeRequest)
    assert sorted((row.about, row.count, row.closed_by) for row in after) == [
        ("delivery", 1, ""),
        ("warranty", 2, "Kay Ruiz"),
    ]  # type: ignore[attr-defined]
    with small.desk.store.reading() as session:
        said = session.scalars(select(Message).where(Message.text.contains("warranty sheet"))).all()
    (answer,) = [message for message in said if message.direction == "out"]
    assert any(fact.startswith("knowledge:") and fact.endswith(":v1") for fact in answer.facts)


@pytest.mark.requirement("AI-13")
def test_the_same_question_after_it_was_closed_is_asked_again(small: SmallDesk) -> None:
    ask = "Is there a warranty on it?"
    small.run(TakeReply(lead_id=small.take(1), channel="text", text=ask))
    with small.desk.store.writing() as session:
        for row in session.scalars(select(KnowledgeRequest)):
            row.closed_at, row.closed_by = small.clock.now(), "Kay Ruiz"
    small.run(TakeReply(lead_id=small.take(2), channel="text", text=ask))
    assert [row.closed_at is None for row in rows(small, KnowledgeRequest)] == [False, True]  # type: ignore[attr-defined]


@pytest.mark.requirement("AI-13", "AI-11")
def test_a_question_of_no_topic_is_answered_where_the_bank_knows(small: SmallDesk) -> None:
    save(small, "Can I bring my dog?\nAre pets allowed?", "Dogs on a leash are welcome.")
    lead_id = small.take()
    small.run(TakeReply(lead_id=lead_id, channel="text", text="are dogs allowed"))
    with small.desk.store.reading() as session:
        answer = session.scalars(
            select(Message).where(Message.lead_id == lead_id, Message.purpose == "reply")
        ).one()
    assert "Dogs on a leash are welcome." in answer.text
    assert small.lead(lead_id).ai_state == "on"


@pytest.mark.requirement("AI-13")
def test_the_starter_set_is_imported_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SALES_DESK_PASSPHRASE", "correct horse battery staple")
    assert main(["sample", "--store", str(tmp_path / "store"), "--leads", "0", "--messages", "0"]) == 0
    capsys.readouterr()
    assert main(["import", "knowledge", "starter", "--store", str(tmp_path / "store")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["taken"] > 40
    assert told["refused"] == []
    assert main(["import", "knowledge", "starter", "--store", str(tmp_path / "store")]) == 0
    assert json.loads(capsys.readouterr().out)["refused"] == []


@pytest.mark.requirement("AI-13")
def test_an_imported_answer_keeps_its_owner_and_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SALES_DESK_PASSPHRASE", "correct horse battery staple")
    store, file = str(tmp_path / "store"), tmp_path / "answers.csv"
    file.write_text(
        "question,answer,owner,valid_until\nDo you ship?,Ask us.,kay,2026-05-31\nAny offers?,Ask us.,,soon\n",
        "utf-8",
    )
    assert main(["sample", "--store", store, "--leads", "0", "--messages", "0"]) == 0
    capsys.readouterr()
    assert main(["import", "knowledge", str(file), "--store", store]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["taken"], [row["reason"] for row in told["refused"]]) == (
        1,
        ["'soon' is no date. (valid_until) Write it like 2026-05-31."],
    )


@pytest.mark.requirement("AI-13", "AI-12", "AI-24")
def test_no_answer_of_the_starter_set_would_wait_for_a_person() -> None:
    bank = starter()
    told = facts(store=store(knowledge=bank))
    for entry in bank.entries:
        draft = Draft("", f"{entry.answer} Cedar Ridge Motors", ())
        assert firewall.objections(draft, told, book(), "email") == (), entry.answer


@pytest.mark.requirement("AI-13", "DESK-10")
def test_a_refused_command_takes_no_answer_with_it(small: SmallDesk) -> None:
    """The bank outlives the transaction that read it, also one that was rolled back."""
    save(small, "Can I bring my dog?\nAre pets allowed?", "Dogs on a leash are welcome.")
    lead_id = small.take()
    with small.desk.store.writing() as session:
        kept = session.scalars(select(Knowledge)).one()
        told = {column.key: getattr(kept, column.key) for column in Knowledge.__table__.columns}
        session.add(
            Knowledge(**{**told, "id": "another", "entry": "another", "question": "Do you sell tires?"})
        )
    small.desk.read_anew()
    with pytest.raises((BadInput, Refused)):
        small.run(RetireKnowledge(by=KAY, entry="nobody's", reason="again"))
    small.run(TakeReply(lead_id=lead_id, channel="text", text="are dogs allowed"))
    with small.desk.store.reading() as session:
        said = session.scalars(
            select(Message.text).where(Message.lead_id == lead_id, Message.purpose == "reply")
        ).one()
    assert "Dogs on a leash are welcome." in said
