"""`manage.py backup [--to FILE] [--with-secrets] [--list]`: database and files in one archive, online."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from spendwise_project.backups import archive, making
from spendwise_project.envfile import env_file


class Command(BaseCommand):
    help = "Back up database and files into one archive, proved before it counts. Nothing needs to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FILE", help="this file, instead of a dated one in the folder")
        parser.add_argument("--with-secrets", action="store_true", help="put the env file with both keys in as well")
        parser.add_argument("--list", action="store_true", help="only say which archives there are")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["list"]:
            self._list()
            return
        try:
            path = making.backup_make(with_secrets=options["with_secrets"], target=options["to"])
        except (archive.BackupError, OSError) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{path} ({path.stat().st_size:,} bytes)")
        if options["with_secrets"]:
            self.stdout.write(
                "It holds both secret keys: whoever has it can sign in as anybody. Keep it as you keep them."
            )
        else:
            self.stdout.write(f"The keys are not in it. Keep a copy of {env_file()} elsewhere.")

    def _list(self) -> None:
        found = archive.archives(Path(settings.BACKUP_DIR))
        for path in found.values():
            about = making.described(path)
            self.stdout.write(f"{about['made_at']}  {about['bytes']:>14,}  {about['name']}")
        age = making.newest_age_seconds(datetime.now(UTC))
        newest = "none yet" if age is None else f"the newest is {age / 3600:.1f} hours old"
        self.stdout.write(f"{len(found)} in {settings.BACKUP_DIR}; {newest}")
