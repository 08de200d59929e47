"""Mail out against a real SMTP server that can be told to fail."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from desk.models.errors import BadInput, NeedsPerson
from desk.models.time import TurnedClock
from desk.services.adapters.clock import SystemClock
from desk.services.adapters.smtp import SmtpMail, SmtpSettings
from desk.services.adapters.wire import Login
from desk.services.outside.certificate import LoopbackCertificate, make_certificate
from desk.services.outside.mail_server import MailFault, OutsideMail
from tests.fakes.wire import Break, Wire
from tests.services.adapters.conftest import SENDER, letter

SenderTo = Callable[..., SmtpMail]


@pytest.fixture
def sender_to(clock: TurnedClock) -> Iterator[SenderTo]:
    """Makes senders with short waits (seconds) and closes them afterwards."""
    made: list[SmtpMail] = []

    def make(login: Login, **limits: float) -> SmtpMail:
        waits = {"connect_s": 1, "command_s": 1, "data_s": 1, **limits}
        made.append(SmtpMail(SmtpSettings(login=login, sender=SENDER, **waits), clock))  # type: ignore[arg-type]  # seconds
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="module")
def certificate() -> LoopbackCertificate:
    return make_certificate(SystemClock().now())


@pytest.mark.rule("R28")
@pytest.mark.parametrize(
    ("step", "answer", "outcome", "marks"),
    [
        ("mail", "421 4.3.2 Shutting down", "retry", ""),
        ("mail", "530 5.7.0 Sign in first", "retry", "stop"),
        ("mail", "550 5.1.7 Sender rejected", "retry", "stop"),
        ("mail", "553 Not your address", "retry", "stop"),
        ("mail", "550 5.4.5 Daily limit", "retry", "stop"),
        ("mail", "454 4.7.0 Too many today", "retry", "stop"),
        ("rcpt", "450 4.2.1 Greylisted", "retry", ""),
        ("rcpt", "452 4.2.2 Mailbox full for now", "retry", ""),
        ("rcpt", "550 5.1.1 No such user", "refused", "bad"),
        ("rcpt", "550 5.1.2 No such domain", "refused", "bad"),
        ("rcpt", "552 5.2.2 Mailbox full", "refused", ""),
        ("rcpt", "550 No", "refused", ""),
        ("rcpt", "554 5.7.1 Relay denied", "refused", "stop"),
        ("data", "451 4.3.0 Later", "retry", ""),
        ("data", "550 5.7.509 Policy", "refused", "stop"),
        ("data", "550 5.1.8 Outbound blocked", "retry", "stop"),
        ("data", "552 5.3.4 Too large", "refused", ""),
        ("data", "554 Refused", "refused", ""),
    ],
)
def test_each_answer_of_the_server_means_one_thing(
    mail_world: OutsideMail, smtp: SmtpMail, step: str, answer: str, outcome: str, marks: str
) -> None:
    mail_world.fail_next(MailFault(step, answer=answer))  # type: ignore[arg-type]  # the three steps
    result = smtp.send(letter())
    assert (result.outcome, result.address_bad, result.channel_stop) == (
        outcome,
        marks == "bad",
        marks == "stop",
    )
    assert result.code.split()[0] == answer.split(maxsplit=1)[0]
    assert result.detail.endswith(".")
    assert mail_world.outbox == []
    assert smtp.send(letter(2)).outcome == "accepted"


@pytest.mark.rule("R23")
@pytest.mark.parametrize("stored", [True, False])
@pytest.mark.parametrize("kind", ["drop", "hang"])
def test_after_the_last_dot_a_lost_answer_is_uncertain(
    mail_world: OutsideMail, smtp: SmtpMail, kind: str, stored: bool
) -> None:
    mail_world.fail_next(MailFault("data", kind, stored=stored))  # type: ignore[arg-type]  # two of the kinds
    assert smtp.send(letter()).outcome == "uncertain"
    assert len(mail_world.outbox) == stored
    assert smtp.send(letter(2)).outcome == "accepted"


@pytest.mark.rule("R23")
@pytest.mark.parametrize("step", ["mail", "rcpt"])
@pytest.mark.parametrize("kind", ["drop", "hang"])
def test_before_the_data_a_lost_connection_is_no_send(
    mail_world: OutsideMail, smtp: SmtpMail, step: str, kind: str
) -> None:
    mail_world.fail_next(MailFault(step, kind))  # type: ignore[arg-type]  # steps and kinds
    assert smtp.send(letter()).outcome == "retry"
    assert mail_world.outbox == []


@pytest.mark.rule("R23")
def test_wherever_the_wire_is_cut_a_retry_never_doubles(mail_world: OutsideMail, sender_to: SenderTo) -> None:
    wire = Wire(mail_world.smtp_login().port)
    login = replace(mail_world.smtp_login(), port=wire.port)
    whole = sender_to(login)
    assert whole.send(letter(0)).outcome == "accepted"
    length = wire.passed
    outcomes: dict[str, int] = {"retry": 0, "uncertain": 0, "accepted": 0}
    for number, cut in enumerate(
        [*range(1, 200, 11), *range(200, length, 499), *range(length - 8, length + 1)], start=1
    ):
        before, wire.always = len(mail_world.outbox), Break("cut", after=cut)
        line = sender_to(login)
        result = line.send(letter(number))
        line.close()
        arrived = len(mail_world.outbox) - before
        assert not (result.outcome == "retry" and arrived), (
            f"cut after {cut} bytes: out, yet to be sent again"
        )
        assert not (result.outcome == "accepted" and not arrived), f"cut after {cut} bytes: never left"
        outcomes[result.outcome] += 1
    wire.close()
    assert outcomes["retry"] > 10
    assert outcomes["uncertain"] >= 1


@pytest.mark.rule("R23")
def test_an_answer_cut_short_is_uncertain_only_after_the_data(
    mail_world: OutsideMail, sender_to: SenderTo
) -> None:
    wire = Wire(mail_world.smtp_login().port)
    login = replace(mail_world.smtp_login(), port=wire.port)
    for number, count in enumerate(range(1, 420, 23)):
        before, wire.always = len(mail_world.outbox), Break("cut", "answered", after=count)
        line = sender_to(login)
        result = line.send(letter(number))
        line.close()
        arrived = len(mail_world.outbox) - before
        assert (result.outcome == "retry") <= (arrived == 0), f"answers cut after {count} bytes"
    wire.close()


@pytest.mark.requirement("DESK-10")
def test_a_server_that_says_nothing_is_given_up_in_time(sender_to: SenderTo) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        login = Login(host="127.0.0.1", port=silent.getsockname()[1], security="none")
        began = time.monotonic()
        result = sender_to(login, connect_s=0.3).send(letter())
    assert (result.outcome, result.code) == ("retry", "unreachable")
    assert "did not answer in time" in result.detail
    assert time.monotonic() - began < 3


@pytest.mark.requirement("DESK-10")
def test_a_server_that_is_not_there_is_a_retry(sender_to: SenderTo) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    result = sender_to(Login(host="127.0.0.1", port=port, security="none")).send(letter())
    assert (result.outcome, result.channel_stop) == ("retry", False)
    assert "refuses the connection" in result.detail


@pytest.mark.rule("R27")
def test_a_wrong_password_stops_the_mailbox_and_keeps_the_mail(
    mail_world: OutsideMail, sender_to: SenderTo
) -> None:
    wrong = replace(mail_world.smtp_login(), password="guess")
    result = sender_to(wrong).send(letter())
    assert (result.outcome, result.channel_stop, result.code[:3]) == ("retry", True, "535")
    assert "sign in again, in Settings" in result.detail


@pytest.mark.rule("R27")
@pytest.mark.parametrize(("token", "outcome"), [("fresh", "accepted"), ("stale", "retry")])
def test_oauth_signs_in_with_a_token(sender_to: SenderTo, token: str, outcome: str) -> None:
    world = OutsideMail(oauth_token="fresh").start()
    login = replace(world.smtp_login(), password="", token=lambda: token)
    result = sender_to(login).send(letter())
    world.stop()
    assert (result.outcome, result.channel_stop) == (outcome, outcome == "retry")


@pytest.mark.rule("R27")
def test_a_token_that_cannot_be_had_stops_the_channel_with_its_own_words(
    mail_world: OutsideMail, sender_to: SenderTo
) -> None:
    def no_token() -> str:
        raise NeedsPerson("The sign-in at the mail provider has ended.", do="Sign in again in Settings.")

    result = sender_to(replace(mail_world.smtp_login(), token=no_token)).send(letter())
    assert (result.outcome, result.channel_stop) == ("retry", True)
    assert result.detail == "The sign-in at the mail provider has ended. Sign in again in Settings."


@pytest.mark.requirement("DESK-03")
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_the_connection_is_encrypted_and_checked(
    sender_to: SenderTo, certificate: LoopbackCertificate, security: str
) -> None:
    world = OutsideMail(security=security, certificate=certificate).start()  # type: ignore[arg-type]  # two of three
    trusted = sender_to(world.smtp_login(), command_s=3, connect_s=3)
    assert trusted.send(letter()).outcome == "accepted"
    stranger = sender_to(replace(world.smtp_login(), tls=None)).send(letter(2))
    world.stop()
    assert (stranger.outcome, stranger.channel_stop) == ("retry", True)
    assert "certificate" in stranger.detail
    assert len(world.outbox) == 1


@pytest.mark.requirement("DESK-03")
def test_a_server_without_starttls_gets_no_password(mail_world: OutsideMail, sender_to: SenderTo) -> None:
    result = sender_to(replace(mail_world.smtp_login(), security="starttls")).send(letter())
    assert (result.outcome, result.channel_stop, result.code) == ("retry", True, "unsupported")


@pytest.mark.requirement("DESK-03")
def test_an_open_connection_is_for_this_computer_only() -> None:
    with pytest.raises(BadInput, match="not be encrypted"):
        Login(host="mail.store.example", port=25, security="none")


@pytest.mark.rule("R28")
def test_an_address_in_other_letters_is_marked_bad(smtp: SmtpMail) -> None:
    result = smtp.send(letter(to="dänä@customer.example"))
    assert (result.outcome, result.address_bad) == ("refused", True)


@pytest.mark.rule("R13")
def test_an_unlawful_mail_is_refused_before_the_server_sees_it(
    mail_world: OutsideMail, smtp: SmtpMail
) -> None:
    result = smtp.send(letter(text="Buy now"))
    assert (result.outcome, result.code, mail_world.outbox) == ("refused", "unbuildable", [])


@pytest.fixture
def counted(mail_world: OutsideMail) -> Iterator[tuple[Wire, Login]]:
    wire = Wire(mail_world.smtp_login().port)
    yield wire, replace(mail_world.smtp_login(), port=wire.port)
    wire.close()


@pytest.mark.requirement("DESK-10")
def test_one_connection_carries_several_mails_and_is_renewed(
    mail_world: OutsideMail, counted: tuple[Wire, Login], sender_to: SenderTo
) -> None:
    wire, login = counted
    line = sender_to(login, reuse_mails=3)
    for number in range(7):
        assert line.send(letter(number)).outcome == "accepted"
    line.close()
    assert wire.calls == 3
    assert len(mail_world.outbox) == 7


@pytest.mark.requirement("DESK-10")
def test_a_connection_the_server_closed_meanwhile_is_opened_again(
    mail_world: OutsideMail, counted: tuple[Wire, Login], sender_to: SenderTo
) -> None:
    wire, login = counted
    line = sender_to(login)
    line.send(letter(1))
    wire.hang_up()
    assert line.send(letter(2)).outcome == "accepted"
    assert len(mail_world.outbox) == 2


@pytest.mark.requirement("DESK-11")
def test_a_line_that_starts_with_a_dot_keeps_it(mail_world: OutsideMail, smtp: SmtpMail) -> None:
    text = letter().text.replace("the RAV4", ".. the RAV4\n.\n.hidden")
    assert smtp.send(letter(text=text)).outcome == "accepted"
    body = mail_world.outbox[0].message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == text + "\n"


@pytest.mark.requirement("DESK-10")
def test_the_connection_test_says_what_fails_and_what_to_do(
    mail_world: OutsideMail, sender_to: SenderTo
) -> None:
    good = sender_to(mail_world.smtp_login()).probe()
    assert [step.ok for step in good] == [True, True, True]
    bad = sender_to(replace(mail_world.smtp_login(), password="guess")).probe()
    assert [step.ok for step in bad] == [True, False]
    assert bad[-1].do
    assert mail_world.outbox == []
