"""`manage.py user_deactivate EMAIL`: shut somebody out at once; what is theirs stays."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.management.people import person
from accounts.services.users import user_deactivate


class Command(BaseCommand):
    help = "End every sign-in and token of a user and let them in no more. Nothing of theirs is deleted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="EMAIL")

    def handle(self, *_args: Any, **options: Any) -> None:
        user = person(options["email"])
        done = user_deactivate(user=user)
        self.stdout.write(f"{user.email} {'is shut out' if done else 'was shut out before'}. Nothing was deleted.")
