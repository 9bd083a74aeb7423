"""`manage.py backup_restore FILE [--force] [--with-secrets]`: an archive of `backup` back into the data directory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from spendwise_project.backups.archive import BackupError
from spendwise_project.backups.restoring import backup_restore


class Command(BaseCommand):
    help = "Put a backup back: all of it, with sound ledgers, or nothing. SpendWise must not be running."
    # Tables may be missing here, or be of an older release.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--force", action="store_true", help="though there are data; they are kept aside")
        parser.add_argument("--with-secrets", action="store_true", help="take the env file of the archive as well")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            done = backup_restore(
                source=options["file"].resolve(), is_forced=options["force"], with_secrets=options["with_secrets"]
            )
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from None
        about = done["database"]
        rows = f", {about['transactions']:,} transactions of {about['users']:,} users" if "users" in about else ""
        self.stdout.write(f"{settings.DATA_DIR} is as of {done['made_at']}{rows}; integrity and ledgers are sound.")
        if done["aside"]:
            self.stdout.write(f"What was there lies in {done['aside']}.")
        if not options["with_secrets"]:
            self.stdout.write(
                "The keys of this data directory stay. If they are not the old ones, everybody signs in again and "
                "users enter the keys of their language models anew; put the old spendwise.env here to avoid both."
            )
