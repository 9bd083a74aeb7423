"""`manage.py statement_inspect FILE... [--json]`: what an import would understand, without a database.

With --json one object a line and a file, in the order of the arguments. Exit status: 0 when every file was answered,
a refusal being an answer; 1 when reading one failed through a fault of ours, which its "refused" then says; 2 when the
arguments make no sense.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from argparse import ArgumentTypeError
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from transactions.statements.as_json import statement_as_json
from transactions.statements.as_text import printable, statement_as_text
from transactions.statements.parsed import COLUMN_ROLES, Overrides, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

OUR_FAULT = "Reading this file failed through a fault of ours, not of the file. Please report it."


class UnreadableFileError(Exception):
    """A file that cannot be opened or is too large; the message is for the user."""


class Command(BaseCommand):
    help = "Print what an import would make of statement files. Touches no database."
    requires_system_checks: list[str] = []  # they would open the database

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="one JSON object a line and a file")
        parser.add_argument("--encoding", default="", help="a codec's name, such as cp1252")
        parser.add_argument("--delimiter", default="", help="the character between columns; 'tab' is one")
        parser.add_argument("--header-line", type=int, help="line of the column names, from 1; 0 for none")
        parser.add_argument("--date-order", default="", choices=["DMY", "MDY", "YMD"])
        parser.add_argument("--decimal-mark", default="", choices=[".", ","])
        parser.add_argument("--sign", default="", choices=["signed", "reversed"], help="reversed: a plus is money out")
        parser.add_argument("--currency", default="", help="of lines that name none, such as EUR")
        parser.add_argument(
            "--column", action="append", default=[], type=column, metavar="N=ROLE",
            help=f"what the column with index N (from 0) is: {', '.join(role for role in COLUMN_ROLES if role)}",
        )  # fmt: skip

    def handle(self, *_args: Any, **options: Any) -> None:
        context = {
            "today": datetime.now(UTC).date(),
            "overrides": overrides_in(options),
            "max_lines": getattr(settings, "IMPORT_MAX_LINES", 2_000_000),
        }
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")  # a terminal of another alphabet is no reason to stop
        failed = False
        try:
            for file in options["files"]:
                failed |= self._answer(file, context, as_json=options["json"])
        except BrokenPipeError:  # the reader of our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if failed:
            sys.exit(1)

    def _answer(self, file: str, context: dict[str, Any], *, as_json: bool) -> bool:
        """Prints what was made of one file; true when that went wrong through a fault of ours."""
        name = file.encode(errors="surrogateescape").decode(errors="replace")
        refused, failed = "", False
        try:
            statement = inspected(Path(file), context)
        except UnreadableFileError as error:
            refused = str(error)
        except Exception as error:  # noqa: BLE001 - one file must not take the answers about the others along
            self.stderr.write(f"{printable(name)}: {type(error).__name__}: {printable(str(error))[:300]}")
            refused, failed = OUR_FAULT, True
        if refused:
            answer = {"file": name, "refused": refused}
            self.stdout.write(json.dumps(answer) if as_json else f"{printable(name)}: refused. {refused}")
        else:
            self.stdout.write(
                json.dumps(statement_as_json(statement, name)) if as_json else statement_as_text(statement, name)
            )
        return failed


def inspected(path: Path, context: dict[str, Any]) -> ParsedStatement:
    return read_statement(content_of(path, settings.IMPORT_MAX_BYTES), ReaderContext(file_name=path.name, **context))


def content_of(path: Path, most: int) -> bytes:
    """The bytes of a file of at most `most` bytes; a device or a pipe might never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFileError("This is not a file. Name a statement downloaded from the bank.")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise UnreadableFileError(
            f"The file cannot be opened: {reason}. Check its name and your permissions."
        ) from error
    if len(data) > most:
        raise UnreadableFileError(
            f"The file is larger than {most // (1024 * 1024):,} MB. Download a shorter period, or raise "
            "SPENDWISE_IMPORT_MAX_BYTES."
        )
    return data


def overrides_in(options: dict[str, Any]) -> Overrides:
    names = ("encoding", "header_line", "date_order", "decimal_mark", "sign", "currency")
    delimiter = {"tab": "\t"}.get(options["delimiter"].lower(), options["delimiter"])
    given = {name: options[name] for name in names}
    return Overrides(**given, delimiter=delimiter, columns=dict(options["column"]))


def column(text: str) -> tuple[int, str]:
    """'3=amount' as (3, 'amount')."""
    index, _, role = text.partition("=")
    if not index.isdecimal() or role not in COLUMN_ROLES:
        raise ArgumentTypeError(f"{text!r} is not of the form 3=amount with one of the known roles")
    return int(index), role
