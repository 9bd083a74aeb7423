"""`manage.py export --user EMAIL FILE`: everything a user has, as one ZIP."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from transactions.services.export import export_write


class Command(BaseCommand):
    help = "Write a user's whole ledger with its files into a ZIP that `restore` puts back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--user", required=True, metavar="EMAIL", help="whose ledger")

    def handle(self, *_args: Any, **options: Any) -> None:
        owner = User.objects.filter(email=User.objects.normalise(options["user"])).first()
        if owner is None:
            raise CommandError(f"There is no user {options['user']}.")
        target: Path = options["file"]
        part = target.with_name(f"{target.name}.part")
        try:
            with part.open("wb") as stream:
                manifest = export_write(owner=owner, stream=stream)
            part.replace(target)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise CommandError(f"{target} cannot be written: {error.strerror}.") from None
        rows = sum(one.get("rows", 0) for one in manifest["files"])
        self.stdout.write(f"{rows:,} rows, ledger hash {manifest['ledger_hash']}")
        for name in manifest["missing"]:
            self.stderr.write(f"{name} is no longer on the disk")
