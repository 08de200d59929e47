"""Brings the screens to a seat once its engine is there: what they ask of the machine is given to them here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QProcess

from desk.app.adapters_of import SECRET_LANGUAGE, SECRET_MAIL, SECRET_TEXT, build_ports
from desk.app.machine import ThisComputer, own_command
from desk.app.mail_sign_in import SignIns
from desk.models.by import By
from desk.models.commands import SaveSettings
from desk.models.errors import DeskError
from desk.models.probe import ProbeStep
from desk.models.snapshots.doctor import DoctorLine
from desk.services.doctor import examine
from desk.services.ports import OutgoingText, SendResult, Texts
from desk.services.second_answer import KEY as SECOND_ANSWER
from desk.services.second_answer import look, mark_of
from desk.views.assemble import Assembled, assemble

if TYPE_CHECKING:
    from desk.app.running import Running
    from desk.app.seat import Seat
    from desk.models.changes import Changes

_TRIED_TEXT = "This is a test from Sales Desk. Your texting number works."
_LINE_SETTINGS = (
    "mail.",
    "text.",
    "folder.",
    "language.",
    "inventory.mapping",
    "inventory.statuses",
    "store.email",
    "store.name",
    "store.address",
)
_BACKUP_LOOK_S = 1800.0  # how often it is asked whether a backup is due
_SWEEP_S = 3600.0  # how often files opened a day ago are swept
_CURSORS = ("mail.cursor", "mail.authentication", "mail.second_answer", "text.cursor", "language.spent")


def furnish(
    seat: Seat,
    *,
    has_tray: bool | None = None,
    end_demo: Callable[[], None] | None = None,
    start_over: Callable[[Path, By], None] | None = None,
) -> Assembled:
    """Join the screens to the window. Called on the GUI thread after ``seated``.

    ``has_tray`` None asks the desktop; ``end_demo`` throws the demo store away, None where this is a real one;
    ``start_over`` closes the window, brings a backup back and opens again.
    """
    running = seat.running
    assert running is not None, "a seat is furnished once it is joined"
    machine = ThisComputer(running, end_demo, start_over)
    running.ticking.every(_BACKUP_LOOK_S, machine.back_up_when_due, "backup")
    running.ticking.every(_SWEEP_S, machine.sweep_opened, "opened files")
    _sweep_ends(machine)
    made = assemble(
        seat.window, seat.bridge, running.desk.facts().zone, probes=Trials(running), doctor=lambda: looked_at(running, made.tray is not None),
        has_tray=has_tray, machine=machine,
    )  # fmt: skip
    rebuilt = Rebuilt(running)
    seat.bridge.changed.connect(rebuilt.look)
    return made


def _sweep_ends(machine: ThisComputer) -> None:
    """What was opened in another program is swept now, in case the last window was killed, and when this one ends."""
    machine.sweep_all_opened()
    if (application := QCoreApplication.instance()) is not None:
        application.aboutToQuit.connect(machine.sweep_all_opened)


def greet_if_new(seat: Seat, made: Assembled) -> bool:
    """On a store that has neither a name nor people the first start offers the demo or the set-up; whether it did (DESK-08)."""
    assert seat.running is not None, "greeted once it is joined"
    facts = seat.running.desk.facts()
    if facts.name or facts.staff:
        return False
    made.show_welcome(open_demo)
    return True


def open_demo() -> None:
    """The demo store in a window of its own: it shares nothing with this store."""
    program, *arguments = own_command("demo")
    QProcess.startDetached(program, arguments)


def looked_at(running: Running, has_tray: bool) -> tuple[DoctorLine, ...]:
    """The doctor's lines, over connections of their own; may take seconds."""
    facts = running.desk.facts()
    ports = build_ports(facts.settings, running.secrets, running.clock)
    try:
        return examine(
            running.store,
            facts,
            ports,
            running.secrets,
            running.clock.now(),
            running.desk.eyes.drift,
            has_tray,
        )
    finally:
        ports.close()


def _open_page(url: str) -> bool:
    """In the person's own browser."""
    import webbrowser  # only a sign-in needs it

    return webbrowser.open(url)


class Trials:
    """Tries connections as entered, before anything is saved (``views.setup.trial.Probes``)."""

    def __init__(self, running: Running, open_page: Callable[[str], object] | None = None) -> None:
        self._running = running
        self.sign_ins: SignIns = SignIns(
            running.secrets, running.clock, open_page or _open_page, running.try_again
        )

    def test_mail(self, settings: Mapping[str, Any], password: str) -> Sequence[ProbeStep]:
        return self._tried(
            settings,
            {SECRET_MAIL: password},
            lambda ports: [
                *(ports.mail_in.probe() if ports.mail_in else ()),
                *(ports.mail_out.probe() if ports.mail_out else ()),
            ],
        )

    def look_for_second_answer(self, settings: Mapping[str, Any], password: str) -> Sequence[ProbeStep]:
        """Mail a test lead to the mailbox as entered; what is found is kept for the doctor (DESK-08). Takes most of a minute."""
        running = self._running
        mark = mark_of(running.ids(running.clock.now()))
        seen = {"seen": running.desk.facts().settings[SECOND_ANSWER].get("seen", [])}
        self._keep_look({"mark": mark, **seen})  # before it leaves: the desk's own reader passes it over
        told = {**running.desk.facts().settings, **settings}
        address = str(told["mail.user"] if "@" in told["mail.user"] else told["store.email"])

        def looked(ports: Any) -> Sequence[ProbeStep]:
            if ports.mail_in is None or ports.mail_out is None:
                return ()
            found = look(ports.mail_out, ports.mail_in, address, mark, running.clock.now())
            self._keep_look({"mark": mark, **seen, **found.kept})
            return found.steps

        return self._tried(settings, {SECRET_MAIL: password}, looked)

    def _keep_look(self, told: dict[str, Any]) -> None:
        self._running.writer.call(SaveSettings(values={SECOND_ANSWER: told}))

    def test_texts(self, settings: Mapping[str, Any], token: str, to: str) -> Sequence[ProbeStep]:
        return self._tried(settings, {SECRET_TEXT: token}, lambda ports: self._texted(ports.texts, to))

    def test_language(self, settings: Mapping[str, Any], key: str) -> Sequence[ProbeStep]:
        return self._tried(
            settings, {SECRET_LANGUAGE: key}, lambda ports: ports.language.probe() if ports.language else ()
        )

    def save_secret(self, name: str, value: str) -> None:
        self._running.secrets.set(name, value)

    def _tried(
        self,
        settings: Mapping[str, Any],
        typed: Mapping[str, str],
        probe: Callable[[Any], Sequence[ProbeStep]],
    ) -> Sequence[ProbeStep]:
        running = self._running
        entered = {**running.desk.facts().settings, **settings}
        ports = build_ports(entered, TypedSecrets(running.secrets, typed), running.clock)
        try:
            return probe(ports) or [
                ProbeStep("Set-up", False, "The entries are not whole.", "Fill in what is empty.")
            ]
        except DeskError as error:
            return [ProbeStep("Connection", False, error.what, error.do)]
        finally:
            ports.close()

    def _texted(self, texts: Texts | None, to: str) -> Sequence[ProbeStep]:
        if texts is None:
            return []
        steps = list(texts.probe())
        if to and all(step.ok for step in steps):
            now = self._running.clock.now()
            steps.append(
                _sent(texts.send(OutgoingText(key=self._running.ids(now), to=to, text=_TRIED_TEXT)), to)
            )
        return steps


def _sent(result: SendResult, to: str) -> ProbeStep:
    ok = result.outcome == "accepted"
    return ProbeStep(
        "Test text",
        ok,
        f"Sent to {to}" if ok else result.detail,
        "" if ok else "Check the number and try again.",
    )


class TypedSecrets:
    """The kept secrets under those just typed, which are nowhere kept yet."""

    def __init__(self, kept: Any, typed: Mapping[str, str]) -> None:
        self._kept, self._typed = kept, {name: value for name, value in typed.items() if value}
        self.name = kept.name

    def get(self, key: str) -> str | None:
        found: str | None = self._typed.get(key) or self._kept.get(key)
        return found

    def set(self, key: str, value: str) -> None:
        self._kept.set(key, value)

    def delete(self, key: str) -> None:
        self._kept.delete(key)


class Rebuilt:
    """Builds the store's lines anew when what they rest on was changed in the window."""

    def __init__(self, running: Running) -> None:
        self._running = running
        self._known = self._told()

    def look(self, changes: Changes) -> None:
        if "settings" not in changes.kinds or (told := self._told()) == self._known:
            return
        self._known = told
        self._running.bell.submit(self._running.reload_lines)

    def _told(self) -> dict[str, Any]:
        settings = self._running.desk.facts().settings
        return {
            key: value
            for key, value in settings.items()
            if key.startswith(_LINE_SETTINGS) and key not in _CURSORS
        }
