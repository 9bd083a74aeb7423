"""`manage.py restore`: `--user EMAIL FILE` puts an export back into an empty account, FILE alone a whole backup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.errors import DomainError
from accounts.models import User
from transactions.services.restore import export_restore


class Command(BaseCommand):
    help = (
        "Put an export back for a user whose ledger is empty (--user): all of it with the same ledger hash, or "
        "nothing. "
        "Without --user FILE is an archive of `backup`, which is put back whole (see `backup_restore`)."
    )
    # A backup is put back where tables may be missing, or are of an older release.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--user", metavar="EMAIL", help="whose ledger it becomes")
        parser.add_argument("--force", action="store_true", help="a backup: though there are data; they are kept aside")
        parser.add_argument("--with-secrets", action="store_true", help="a backup: take its env file as well")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not options["user"]:
            asked = {name: options[name] for name in ("force", "with_secrets")}
            call_command("backup_restore", str(options["file"]), stdout=self.stdout, stderr=self.stderr, **asked)
            return
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
