"""Dovecot as the store's mailbox, where it is installed: a second real IMAP server to be right against."""

from __future__ import annotations

import getpass
import grp
import os
import pwd
import socket
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_UP_S = 10.0
_CONFIG = """\
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
{users}ssl = no
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail/%u
auth_failure_delay = 0
first_valid_uid = 1
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
{folders}
}}
"""
# Started by root, Dovecot uses the users that its package made; by anyone else, it can only be that person.
_AS_ONESELF = """\
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
}}
"""


class Dovecot:
    """The server in a folder of its own, in the clear on loopback; one password opens every mailbox."""

    def __init__(self, folder: Path, password: str, folders: Sequence[str] = ()) -> None:
        self._folder, self._password, self._folders = folder, password, folders
        self.port = _free_port()

    def start(self) -> Dovecot:
        """Start it and wait until it answers. Raises TimeoutError."""
        config = self._folder / "dovecot.conf"
        config.write_text(self._config())
        self._process = subprocess.Popen(["dovecot", "-F", "-c", str(config)])
        pause = threading.Event()
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1) as line:
                if line.recv(4) == b"* OK":
                    return self
            pause.wait(0.05)
        raise TimeoutError("dovecot does not answer")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(60)

    def _config(self) -> str:
        # Mail of a root user is refused, so that root lends it to the user who owns nothing.
        owner = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        (self._folder / "mail").mkdir()
        os.chown(self._folder / "mail", owner.pw_uid, owner.pw_gid)
        return _CONFIG.format(
            folder=self._folder,
            users="" if os.getuid() == 0 else _AS_ONESELF.format(user=getpass.getuser(), group=_group()),
            uid=owner.pw_uid,
            gid=owner.pw_gid,
            port=self.port,
            password=self._password,
            folders="\n".join(f"  mailbox {name} {{\n    auto = create\n  }}" for name in self._folders),
        )


class Lodger:
    """A mailbox on a Dovecot that runs already (``MailboxHost``)."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def start(self) -> None:
        """It runs already."""

    async def stop(self) -> None:
        """It goes on."""


def _group() -> str:
    return grp.getgrgid(os.getgid()).gr_name


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as place:
        return int(place.getsockname()[1])
