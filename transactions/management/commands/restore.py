"""`manage.py restore --user EMAIL FILE`: an export back into an empty account."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.errors import DomainError
from accounts.models import User
from transactions.services.restore import export_restore


class Command(BaseCommand):
    help = "Put an export back for a user whose ledger is empty: all of it with the same ledger hash, or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--user", required=True, metavar="EMAIL", help="whose ledger it becomes")

    def handle(self, *_args: Any, **options: Any) -> None:
        owner = User.objects.filter(email=User.objects.normalise(options["user"])).first()
        if owner is None:
            raise CommandError(f"There is no user {options['user']}.")
        try:
            with options["file"].open("rb") as stream:
                done = export_restore(owner=owner, stream=stream)
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}.") from None
        except DomainError as error:
            raise CommandError(error.message) from None
        self.stdout.write(f"{sum(done.rows.values()):,} rows, {done.files} files, ledger hash {done.ledger_hash}")
