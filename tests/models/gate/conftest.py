"""The shipped rules, loaded once: the gate is proven against the data that ships."""

from __future__ import annotations

import pytest

from desk.models.rules.gate import GateRules
from desk.services.compliance import load_gate_rules


@pytest.fixture(scope="session")
def rules() -> GateRules:
    return load_gate_rules()
