"""`manage.py user_delete EMAIL [--yes]`: delete somebody with everything they own, files included."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.management.people import person
from accounts.services.users import user_deactivate, user_erase


class Command(BaseCommand):
    help = "Delete a user and everything they own: ledgers, reports, attachments. This cannot be undone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="EMAIL")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *_args: Any, **options: Any) -> None:
        user = person(options["email"])
        if not options["yes"]:
            self._ask(user.email)
        # First, and by itself: a deletion of many rows takes a while, in which nobody may still be signed in.
        user_deactivate(user=user)
        user_erase(user=user)
        self.stdout.write(f"{options['email']} and everything they owned is deleted.")

    def _ask(self, email: str) -> None:
        self.stdout.write(f"This deletes {email} and everything they own. It cannot be undone.")
        try:
            typed = input("Type the e-mail address to go on: ")
        except EOFError:
            typed = ""
        if typed.strip().lower() != email:
            raise CommandError("Nothing was deleted.")
