"""`manage.py rates_import [FILE]`: exchange rates for everybody, from a file or the configured address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.errors import DomainError
from accounts.models import User
from transactions.services.rates import rates_fetch, rates_import


class Command(BaseCommand):
    help = "Import exchange rates: the European Central Bank's CSV, ZIP or XML, or a table of date, base, quote, rate."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="default: SPENDWISE_RATES_URL")
        parser.add_argument("--user", metavar="EMAIL", help="for this user alone (default: for everybody)")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            data = options["file"].read_bytes() if options["file"] else rates_fetch()
            done = rates_import(owner=owner_of(options["user"]), data=data)
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}.") from None
        except DomainError as error:
            raise CommandError(error.message) from None
        for error_row in done.errors:
            self.stderr.write(f"line {error_row.line or '?'}: {error_row.message}")
        self.stdout.write(f"{done.added} rates added, {done.changed} changed, {done.same} there already")


def owner_of(email: str | None) -> User | None:
    if email is None:
        return None
    owner = User.objects.filter(email=User.objects.normalise(email)).first()
    if owner is None:
        raise CommandError(f"There is no user {email}.")
    return owner
