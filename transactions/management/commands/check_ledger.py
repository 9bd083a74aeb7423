"""`manage.py check_ledger [--user EMAIL]`: is every ledger sound? Ends with 1 and a list where one is not."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from transactions.services.ledger_check import ledger_check

SHOWN = 200


class Command(BaseCommand):
    help = "Check that every stored sum, link and count of a ledger holds. Changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--user", metavar="EMAIL", help="whose ledger (default: everybody's)")

    def handle(self, *_args: Any, **options: Any) -> None:
        owners = User.objects.order_by("pk")
        if options["user"]:
            owners = owners.filter(email=User.objects.normalise(options["user"]))
            if not owners.exists():
                raise CommandError(f"There is no user {options['user']}.")
        wrong = 0
        for owner in owners:
            found = ledger_check(owner=owner)
            wrong += len(found)
            for finding in found[:SHOWN]:
                self.stdout.write(f"{owner.email}: {finding}")
            if len(found) > SHOWN:
                self.stdout.write(f"{owner.email}: and {len(found) - SHOWN} more")
        self.stdout.write(f"{owners.count()} checked, {wrong} wrong")
        if wrong:
            sys.exit(1)
