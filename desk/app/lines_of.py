"""The lines of a running desk: one for each way in and out that is set up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.models.words import Channel
from desk.services.adapters.data import channel_table
from desk.services.adapters.drop_folder import DropFolder
from desk.services.feed_line import FeedWatch
from desk.services.inbound_lines import MailReader, TextReader
from desk.services.language_line import LanguageLine
from desk.services.lines import FolderWatch, Line, Sender
from desk.services.ports import Language, Texts
from desk.services.received_files import awaited_files
from desk.services.text_ids import open_ids, own_ids

if TYPE_CHECKING:
    from desk.app.running import Running


def lines_of(running: Running) -> Iterator[Line]:
    """What reads comes before what sends: nothing leaves before the lines were looked at (R24). None is started yet."""
    desk, ports, settings = running.desk, running.ports, running.desk.facts().settings
    yield from _mail_in(running)
    if ports.texts is not None:
        yield _text_reader(running, ports.texts)
        yield Sender(
            "texts_out",
            "text",
            running.writer.call,
            running.outbox,
            lambda: 1.0 / max(0.01, float(_now(running)["text.per_second"])),
        )
    if ports.mail_out is not None:
        yield Sender(
            "mail_out",
            "email",
            running.writer.call,
            running.outbox,
            lambda: 60.0 / max(1.0, float(_now(running)["mail.per_minute"])),
        )
    if ports.language is not None:
        yield _language_line(running, ports.language)
    if folder := settings["folder.drop"]:
        yield FolderWatch(running.writer.call, DropFolder(Path(folder)), running.folder_look_s)
    if feed := settings["folder.inventory"]:
        yield FeedWatch(running.writer.call, Path(feed), lambda: _now(running), desk.clock.now)


def _now(running: Running) -> Mapping[str, Any]:
    return running.desk.facts().settings


def _mail_in(running: Running) -> Iterator[Line]:
    """The store's own mailbox, then the further ones by the names they were given."""
    call, eyes, ports = running.writer.call, running.desk.eyes, running.ports
    eyes.expect(Channel.EMAIL, ports.more_mailboxes)
    if ports.mailboxes:
        yield MailReader(call, ports.mailboxes, running.clock, eyes, lambda: _now(running))
    for account, folders in ports.more_mailboxes.items():
        yield MailReader(call, folders, running.clock, eyes, lambda: _now(running), account)


def _text_reader(running: Running, texts: Texts) -> Line:
    store = running.store
    return TextReader(
        running.writer.call,
        texts,
        running.clock,
        running.desk.eyes,
        lambda: _now(running),
        lambda: open_ids(store, running.clock.now()),
        lambda since: own_ids(store, since),
        lambda: awaited_files(store),
        running.text_poll_s,
    )


def _language_line(running: Running, language: Language) -> Line:
    desk, tries = running.desk, int(channel_table("language")["call"]["tries_before_rest"])
    return LanguageLine(
        running.writer.call,
        language,
        running.store,
        desk.facts,
        lambda: desk.book,
        running.clock,
        tries=tries,
    )
