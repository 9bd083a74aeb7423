"""`manage.py ledger_hash --user EMAIL`: one number for everything in a ledger."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from transactions.selectors.ledger_content import ledger_content_hash


class Command(BaseCommand):
    help = "Print a SHA-256 over the whole content of a user's ledger; equal content gives an equal hash."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--user", required=True, metavar="EMAIL", help="whose ledger")

    def handle(self, *_args: Any, **options: Any) -> None:
        owner = User.objects.filter(email=User.objects.normalise(options["user"])).first()
        if owner is None:
            raise CommandError(f"There is no user {options['user']}.")
        self.stdout.write(ledger_content_hash(owner=owner))
