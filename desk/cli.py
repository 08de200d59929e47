"""The command line: parse, send, print. The services do the work; each command imports only what it needs.

Standard output carries the result, standard error the progress and the errors. Exit 0 done, 1 could not, 2 the call was wrong.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desk import __version__
from desk.models.errors import DeskError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; answers the exit code. No traceback reaches a user unless ``--debug`` asks for it."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except DeskError as error:
        _complain(error, options.debug)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    except Exception as error:
        if options.debug:
            raise
        print(
            f"desk: something went wrong in Sales Desk ({type(error).__name__}). Nothing was lost. --debug shows it.",
            file=sys.stderr,
        )
        return 1


def _complain(error: DeskError, debug: bool) -> None:
    where = f"{error.where}: " if error.where else ""
    print(f"desk: {where}{error.what}", file=sys.stderr)
    if error.do:
        print(f"      {error.do}", file=sys.stderr)
    if debug:
        traceback.print_exception(error, file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="desk", description="Sales Desk: the desk a dealership's sales team lives in."
    )
    parser.add_argument("--version", action="version", version=f"Sales Desk {__version__}")
    parser.set_defaults(run=_window, store=None, debug=False)
    _add_common(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (
        _add_demo,
        _add_rehearse,
        _add_read,
        _add_adf,
        _add_import,
        _add_export,
        _add_doctor,
        _add_backup,
        _add_sample,
        _add_bench,
        _add_shop,
        _add_reset_pin,
    ):
        add(commands)
    for command in commands.choices.values():
        _add_common(command)
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    """What every call takes, before or after the command's name."""
    parser.add_argument(
        "--store",
        metavar="DIR",
        type=Path,
        default=argparse.SUPPRESS,
        help="the store's folder (default: the user's data folder)",
    )
    parser.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help="show the traceback of an error"
    )


if TYPE_CHECKING:
    _Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]


def _add_demo(commands: _Commands) -> None:
    demo = commands.add_parser("demo", help="open the window on a fresh demo store with live traffic")
    demo.add_argument(
        "--shots", metavar="DIR", type=Path, help="take a picture of every screen instead, then end"
    )
    demo.add_argument(
        "--screen", metavar="NAME", action="append", default=[], help="only this screen (may be repeated)"
    )
    demo.set_defaults(run=_demo)


def _add_rehearse(commands: _Commands) -> None:
    rehearse = commands.add_parser("rehearse", help="run a scenario on a turned clock; nothing is sent")
    story = rehearse.add_mutually_exclusive_group(required=True)
    story.add_argument("scenario", metavar="SCENARIO.toml", type=Path, nargs="?")
    story.add_argument(
        "--past",
        metavar="SPAN",
        help="instead of a scenario, the store's own leads of the last 30d or the like",
    )
    rehearse.add_argument(
        "--playbook", metavar="FILE", type=Path, help="lay this partial playbook over the default"
    )
    rehearse.set_defaults(run=_rehearse)


def _add_read(commands: _Commands) -> None:
    read = commands.add_parser(
        "read", help="JSON Lines in, JSON Lines out: what the assistant understands in a message"
    )
    read.set_defaults(run=_read)


def _add_adf(commands: _Commands) -> None:
    adf = commands.add_parser("adf", help="each prospect found in ADF or mail files, one JSON object a line")
    adf.add_argument("files", metavar="FILE", nargs="+")
    adf.set_defaults(run=_adf)


def _add_import(commands: _Commands) -> None:
    imports = commands.add_parser(
        "import", help="take in leads, inventory, knowledge, staff or number lists from files"
    )
    imports.add_argument("kind", choices=("leads", "inventory", "knowledge", "staff", "dnc", "reassigned"))
    imports.add_argument("files", metavar="FILE", nargs="+", type=Path)
    imports.add_argument("--dry-run", action="store_true", help="only say what would be taken and refused")
    imports.add_argument(
        "--dated",
        metavar="DAY",
        default="",
        help="the day of a number list (default: from its name, else the day the file was saved)",
    )
    imports.add_argument(
        "--allow-shrink", action="store_true", help="take a feed that lost more than half of its vehicles"
    )
    imports.set_defaults(run=_import)


def _add_export(commands: _Commands) -> None:
    exports = commands.add_parser(
        "export", help="give out leads, conversations, a report, one customer's data, or who looked at what"
    )
    exports.add_argument("kind", choices=("leads", "conversations", "report", "customer", "views"))
    exports.add_argument(
        "about",
        metavar="CUSTOMER|PERSON",
        nargs="?",
        help="an email, a phone (+1...) or an id; for views a person's name",
    )
    exports.add_argument(
        "--since", metavar="DAY|SPAN", default="", help="from this day on, or back so far (30d)"
    )
    exports.add_argument(
        "--format", choices=("csv", "jsonl", "pdf"), help="default: by the file's name, else the usual one"
    )
    exports.add_argument(
        "--out", metavar="FILE", type=Path, help="write to a file instead of standard output"
    )
    exports.set_defaults(run=_export)
    erase = commands.add_parser("erase", help="forget a customer on their request")
    erase.add_argument("about", metavar="CUSTOMER", help="an email, a phone (+1...) or an id")
    erase.add_argument("--reason", required=True, help="kept in the record")
    erase.set_defaults(run=_erase)


def _add_doctor(commands: _Commands) -> None:
    doctor = commands.add_parser(
        "doctor", help="check store, keyring, mailbox, texting, inventory, clock and tray"
    )
    doctor.add_argument("--json", action="store_true", help="print JSON")
    doctor.set_defaults(run=_doctor)


def _add_backup(commands: _Commands) -> None:
    backup = commands.add_parser("backup", help="make a verified backup")
    backup.add_argument("target", metavar="DIR", nargs="?", type=Path)
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="bring a backup back")
    restore.add_argument("file", metavar="FILE", type=Path)
    restore.set_defaults(run=_restore)
    recover = commands.add_parser("recover", help="open a store by its recovery code, asked for here")
    recover.set_defaults(run=_recover)
    code = commands.add_parser(
        "recovery-code", help="print the code that opens this store if its key is lost"
    )
    code.set_defaults(run=_recovery_code)
    verify = commands.add_parser("verify", help="verify the store or a backup")
    verify.add_argument("file", metavar="FILE", nargs="?", type=Path)
    verify.set_defaults(run=_verify)


def _add_sample(commands: _Commands) -> None:
    sample = commands.add_parser("sample", help="fill a store with a believable dealership")
    sample.add_argument("--leads", type=int, default=300)
    sample.add_argument("--messages", type=int, default=3000)
    sample.add_argument("--seed", type=int, default=1)
    sample.set_defaults(run=_sample)


def _add_bench(commands: _Commands) -> None:
    bench = commands.add_parser("bench", help="measure, each figure beside its floor on the same machine")
    bench.add_argument("--leads", type=int, default=5000)
    bench.add_argument("--messages", type=int, default=50000)
    bench.add_argument("--json", action="store_true", help="print JSON")
    bench.add_argument("--only", action="append", default=[], metavar="PART", help="measure this part only")
    bench.set_defaults(run=_bench)


def _add_shop(commands: _Commands) -> None:
    shop = commands.add_parser(
        "shop", help="let test customers write to the assistant now, and print its grade"
    )
    shop.add_argument(
        "--playbook", metavar="FILE", type=Path, help="lay this partial playbook over the default"
    )
    shop.add_argument("--json", action="store_true", help="print JSON")
    shop.add_argument("customers", metavar="CUSTOMER", nargs="*", help="only these of them (default: all)")
    shop.set_defaults(run=_shop)


def _add_reset_pin(commands: _Commands) -> None:
    reset = commands.add_parser(
        "reset-pin", help="take a person's PIN, codes and account away, where no manager can sign in to do it"
    )
    reset.add_argument("person", metavar="PERSON", help="a name or an id")
    reset.set_defaults(run=_reset_pin)


def _window(options: argparse.Namespace) -> int:
    from desk.app.plain_imports import plain_imports

    plain_imports()
    from desk.app.window import open_window

    return open_window(options.store)


def _demo(options: argparse.Namespace) -> int:
    from desk.app.plain_imports import plain_imports

    plain_imports()
    from desk.app.demo import run_demo

    return run_demo(shots=options.shots, screens=tuple(options.screen), folder=options.store)


def _rehearse(options: argparse.Namespace) -> int:
    if options.past:
        from desk.app.toolbox import run_past

        return run_past(options)
    from desk.services.rehearsal.command import run_rehearse

    return run_rehearse(options.scenario, options.playbook, sys.stdout)


def _read(options: argparse.Namespace) -> int:
    from desk.services.read_command import run_read

    return run_read(sys.stdin, sys.stdout, sys.stderr)


def _adf(options: argparse.Namespace) -> int:
    from zoneinfo import ZoneInfo

    from desk.services.adf_command import run_adf
    from desk.services.intake_tables import shipped_tables

    return run_adf(
        options.files, sys.stdout, sys.stderr, store_zone=ZoneInfo("America/Chicago"), tables=shipped_tables()
    )


def _import(options: argparse.Namespace) -> int:
    from desk.app.toolbox import run_import

    return run_import(options)


def _export(options: argparse.Namespace) -> int:
    from desk.app.exporting import run_export

    return run_export(options)


def _erase(options: argparse.Namespace) -> int:
    from desk.app.exporting import run_erase

    return run_erase(options)


def _doctor(options: argparse.Namespace) -> int:
    from desk.app.toolbox import run_doctor

    return run_doctor(options)


def _backup(options: argparse.Namespace) -> int:
    from desk.app.toolbox import run_backup

    return run_backup(options)


def _restore(options: argparse.Namespace) -> int:
    from desk.app.toolbox import run_restore

    return run_restore(options)


def _recover(options: argparse.Namespace) -> int:
    from desk.app.recovering import run_recover

    return run_recover(options)


def _recovery_code(options: argparse.Namespace) -> int:
    from desk.app.recovering import run_recovery_code

    return run_recovery_code(options)


def _verify(options: argparse.Namespace) -> int:
    from desk.app.toolbox import run_verify

    return run_verify(options)


def _sample(options: argparse.Namespace) -> int:
    from desk.app.toolbox import run_sample

    return run_sample(options)


def _bench(options: argparse.Namespace) -> int:
    from desk.app.toolbox import run_bench

    return run_bench(options)


def _shop(options: argparse.Namespace) -> int:
    from desk.services.shop_command import run_shop

    return run_shop(options.playbook, options.customers, sys.stdout, as_json=options.json)


def _reset_pin(options: argparse.Namespace) -> int:
    from desk.app.toolbox import run_reset_pin

    return run_reset_pin(options)
