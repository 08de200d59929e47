"""The language endpoint's section: an option under the same guards; without it nothing leaves this computer (AI-20)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.steps import TestedStep
from desk.views.setup.trial import Probes
from desk.views.text import say


class LanguagePage(TestedStep):
    """Address, model, key and budget of an endpoint; an empty address means that there is none."""

    key, secret_name = "language", "language.key"

    def __init__(self, bridge: Bridge, probes: Probes | None) -> None:
        super().__init__(bridge, probes, "", "")
        told = say(
            "The assistant reads and writes by itself. An endpoint may word the opening and the question of a message; facts stay as they are, and everything it says is checked. Where it is slow or down, messages leave in the desk's own words. Leave the address empty to go without."
        )  # fmt: skip
        self.form.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        self.add_rows(
            ((say("Address, such as https://host/v1"), self.text("language.url")), (say("Model"), self.text("language.model"))),
            ((say("Key"), self.secret), (say("Questions a day at most"), self.number("language.per_day", 1, 100_000))),
        )  # fmt: skip
        self.redact = w.Tick(say("Take names, numbers and addresses out before it is asked"))
        self.form.addWidget(self.redact)
        self.add_test()

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        self.redact.setChecked(bool(settings.get("language.redact", True)))

    def values(self) -> dict[str, Any]:
        return super().values() | {"language.redact": self.redact.isChecked()}

    def probe(self) -> Any:
        assert self._probes is not None, "the button rests without probes"
        probes, values, key = self._probes, self.values(), self.secret.text()
        return lambda: probes.test_language(values, key)

    def missing(self) -> dict[str, str]:
        values = self.values()
        if values["language.url"] and not values["language.model"]:
            return {"language.model": say("Name the endpoint's model.")}
        return {}
