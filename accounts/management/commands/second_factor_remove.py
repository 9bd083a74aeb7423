"""`manage.py second_factor_remove EMAIL`: for somebody who has lost phone or passkeys, and their recovery codes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.management.people import person
from accounts.services.second_factors import second_factor_remove


class Command(BaseCommand):
    help = (
        "Take a user's authenticator app, passkeys and recovery codes away. Be sure that it is they who ask: their "
        "password alone opens then."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="EMAIL")

    def handle(self, *_args: Any, **options: Any) -> None:
        user = person(options["email"])
        was_on = second_factor_remove(user=user, door="command")
        self.stdout.write(f"The second factor of {user.email} {'is off' if was_on else 'was off before'}.")
