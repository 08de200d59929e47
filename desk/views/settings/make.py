"""How each section is made, when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable

from desk.views.bridge_protocol import Bridge
from desk.views.settings.machine import Machine
from desk.views.setup.page import StepPage
from desk.views.setup.trial import Probes


def makers(
    bridge: Bridge, zone: str, probes: Probes | None, machine: Machine | None
) -> dict[str, Callable[[], StepPage]]:
    """Section -> its maker. Without a ``machine`` what belongs to a computer is left out."""
    from desk.views.settings.alerts import AlertsPage
    from desk.views.settings.answers import AnswersPage
    from desk.views.settings.assistant import AssistantPage
    from desk.views.settings.consent import ConsentPage
    from desk.views.settings.forget import ForgetPage
    from desk.views.settings.house import HoursPage, StorePage
    from desk.views.settings.language import LanguagePage
    from desk.views.settings.lead_file import LeadFilePage
    from desk.views.settings.lessons import LessonsPage
    from desk.views.settings.lines import MailPage, TextPage
    from desk.views.settings.mystery import MysteryPage
    from desk.views.settings.people import PeoplePage
    from desk.views.settings.sign_in import SignInPage
    from desk.views.settings.states import StatesPage
    from desk.views.settings.templates import TemplatesPage
    from desk.views.settings.vehicles import VehiclesPage
    from desk.views.setup.stock import StockStep

    made: dict[str, Callable[[], StepPage]] = {
        "store": lambda: StorePage(bridge),
        "hours": lambda: HoursPage(bridge),
        "people": lambda: PeoplePage(bridge, zone),
        "sign_in": lambda: SignInPage(bridge, machine.account if machine is not None else ""),
        "mail": lambda: MailPage(bridge, probes),
        "text": lambda: TextPage(bridge, probes),
        "lead_file": lambda: LeadFilePage(bridge),
        "stock": lambda: StockStep(bridge),
        "alerts": lambda: AlertsPage(bridge),
        "consent": lambda: ConsentPage(bridge, zone),
        "assistant": lambda: AssistantPage(bridge),
        "templates": lambda: TemplatesPage(bridge),
        "language": lambda: LanguagePage(bridge, probes),
        "vehicles": lambda: VehiclesPage(bridge, zone),
        "answers": lambda: AnswersPage(bridge, zone),
        "mystery": lambda: MysteryPage(bridge, zone),
        "states": lambda: StatesPage(bridge, zone),
        "erase": lambda: ForgetPage(bridge, zone),
        "reader": lambda: LessonsPage(bridge, zone),
    }
    if machine is not None:
        from desk.views.settings.backups import BackupPage
        from desk.views.settings.computer import ComputerPage
        from desk.views.settings.number_lists import NumberListsPage

        made["backup"] = lambda: BackupPage(bridge, zone, machine)
        made["lists"] = lambda: NumberListsPage(bridge, zone, machine)
        made["computer"] = lambda: ComputerPage(bridge, machine)
    return made
