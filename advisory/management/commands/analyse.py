"""`manage.py analyse ROWS.jsonl [--as-of DATE] [--json]`: all engines over rows from a file, without a database.

Exit status: 0 when the rows were analysed; 1 when a line could not be read (each is named with what to do) or the file
could not be opened; 2 when the arguments make no sense.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Sequence
from datetime import date
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from advisory.analysis.as_json import analysis_as_json
from advisory.analysis.as_text import analysis_as_text
from advisory.analysis.engine import analyse
from advisory.analysis.rowfiles import RowFile, RowProblem, read_rows
from advisory.analysis.rows import Rows

MOST_NAMED = 50


class Command(BaseCommand):
    help = "Find categories, series, alerts, transfers and a forecast in rows from a file. Touches no database."
    requires_system_checks: list[str] = []  # they would open the database

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="ROWS.jsonl", help="one JSON object a line; - reads standard input")
        parser.add_argument(
            "--as-of", type=day, metavar="DATE", help="the last day seen; default: that of the last row"
        )
        parser.add_argument("--json", action="store_true", help="print everything as one JSON object")

    def handle(self, *_: Any, file: str, as_of: date | None, **options: Any) -> None:
        found = self.rows_in(file)
        if as_of is None:
            as_of = max((row.booking_date for row in found.rows), default=None)
        if as_of is None:
            raise CommandError("There is no row in this file. Write one JSON object a line.")
        try:
            self.stdout.write(written(found, as_of, as_json=options["json"]))
            self.stdout.flush()
        except BrokenPipeError:  # the reader of our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def rows_in(self, file: str) -> RowFile:
        try:
            if file == "-":
                found = read_rows(sys.stdin.buffer)
            else:
                with open_rows(file) as lines:
                    found = read_rows(lines)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "its name is not valid"
            raise CommandError(f"The file cannot be opened: {reason}. Check its name and your permissions.") from None
        self.tell(found.notes)
        if found.problems:
            self.tell(found.problems)
            lines_named = len({problem.line for problem in found.problems})
            raise CommandError(
                f"{lines_named} line(s) cannot be read; nothing was analysed. Correct them and run it again."
            )
        return found

    def tell(self, problems: Sequence[RowProblem]) -> None:
        for problem in problems[:MOST_NAMED]:
            self.stderr.write(str(problem))
        if len(problems) > MOST_NAMED:
            self.stderr.write(f"... and {len(problems) - MOST_NAMED} more of them.")


def open_rows(file: str) -> IO[bytes]:
    return open(file, "rb")  # noqa: PTH123 (the name comes from a shell and may hold any byte)


def written(found: RowFile, as_of: date, *, as_json: bool) -> str:
    analysis = analyse(Rows.of(found.rows), as_of)
    return json.dumps(analysis_as_json(analysis, found.names)) if as_json else analysis_as_text(analysis)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no day; write it as YYYY-MM-DD") from None
