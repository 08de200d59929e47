"""Wordings are compiled in a sandbox: they fill in facts and can do nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError

from desk.models.errors import BadPlaybook
from desk.services.playbooks import shipped
from desk.services.rulebook import whole_playbook
from desk.services.templates import compiled, is_plain, plain_line, shipped_templates, unworded
from desk.services.wording_sandbox import sandboxed


@pytest.mark.requirement("FLOW-08")
def test_every_shipped_wording_renders_with_its_own_facts() -> None:
    for lines in shipped_templates().lines.values():
        for rows in lines.values():
            for line in rows:
                text = line.render(dict.fromkeys(line.needs, "X"))
                assert text
                assert "{" not in text


@pytest.mark.requirement("FLOW-08")
@pytest.mark.parametrize("text", ["Hello {{ first", "Hello {% if %}", "Hello {{ }}"])
def test_a_broken_wording_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(BadPlaybook, match="cannot be read") as caught:
        compiled({"en": {"first": {"email": {"open": [text]}}}})
    assert caught.value.where == "en.toml, first.email.open"


_TOLD = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@pytest.mark.requirement("FLOW-08", "AI-21")
@example(words=["\r"], facts=["a", "b", "c"])
@example(words=["a\r\n", "\n\n"], facts=["", "\n", "\r"])
@given(words=st.lists(_TOLD, min_size=1, max_size=4), facts=st.lists(_TOLD, min_size=3, max_size=3))
def test_a_wording_that_only_fills_in_names_reads_as_the_sandbox_would_read_it(
    words: list[str], facts: list[str]
) -> None:
    text = "".join(f"{word}{{{{ name_{number} }}}}" for number, word in enumerate(words[:3])) + words[-1]
    assume(is_plain(text))
    told = {f"name_{number}": fact for number, fact in enumerate(facts)}
    plain, real = plain_line(text), sandboxed(text, "a test")
    assert plain.needs == real.needs
    assert plain.render(told) == real.render(told)


@pytest.mark.requirement("AI-21")
@pytest.mark.parametrize("text", ["0{{{ name }}", "{{ name }}}", "{ {{ name }} {{{ name }}"])
def test_a_brace_that_touches_a_name_is_for_the_sandbox_to_read(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.requirement("AI-21")
def test_a_wording_cannot_reach_into_the_program() -> None:
    text = "{{ ''.__class__.__mro__[1].__subclasses__() }}"
    line = compiled({"en": {"first": [text]}}).of("en", "first")[0]
    with pytest.raises(SecurityError):
        line.render({})


@pytest.mark.requirement("AI-21")
def test_what_a_fact_holds_is_not_read_as_a_wording() -> None:
    line = compiled({"en": {"first": ["Hi {{ first }}."]}}).of("en", "first")[0]
    assert line.render({"first": "{{ store }}"}) == "Hi {{ store }}."


@pytest.mark.requirement("AI-02", "AI-04", "DESK-09")
@pytest.mark.parametrize(
    ("overlay", "place"),
    [
        ({"cadence": {"email": [{"day": 1, "at": "10:00", "step": "sing"}]}}, "cadence.email[1].step"),
        ({"cadence": {"text": [{"day": 1, "at": "10:00", "step": "drive"}]}}, "cadence.text[1].step"),
        ({"reengage": {"quiet": [{"after": "3d", "at": "10:00", "step": "sing"}]}}, "reengage.quiet[1].step"),
        ({"strategy": {"website": {"second": "sing"}}}, "strategy.website.second"),
    ],
)
def test_a_step_without_words_is_refused_before_it_runs(overlay: dict[str, Any], place: str) -> None:
    with pytest.raises(BadPlaybook, match="wording") as told:
        whole_playbook(overlay, origin="north.toml")
    assert told.value.where == f"north.toml, {place}"
    assert "Use one of" in told.value.do


def test_every_shipped_step_has_words() -> None:
    assert list(unworded(shipped(), shipped_templates())) == []
