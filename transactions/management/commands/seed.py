"""`manage.py seed`: a user, their categories and a household complete up to yesterday. Can be run again."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from accounts.errors import DomainError
from accounts.models import User
from accounts.services.users import user_register
from transactions.ledger.money import to_text
from transactions.selectors.lists import account_get
from transactions.services.sample_household import SeededHousehold, household_seed

DEFAULT_EMAIL = "owner@spendwise.local"
# Public on purpose: it opens servers on this machine only, see refuse_unless_demo.
DEMO_EMAIL, DEMO_PASSWORD = "demo@spendwise.local", "try-the-ledger"
LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "::1"}


class Command(BaseCommand):
    help = "Create missing tables, a user and two years of sample data. Run it again to add the days since."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email", help=f"whose ledger gets the household (default: {DEFAULT_EMAIL})")
        parser.add_argument("--demo", action="store_true", help="the demo user with a known password; loopback only")
        parser.add_argument("--months", type=int, default=24, help="whole months before this one (first run only)")
        parser.add_argument("--seed", type=int, default=7, help="which household; another number, other rows")

    def handle(self, *_args: Any, **options: Any) -> None:
        started = time.perf_counter()
        if not 1 <= options["months"] <= 240:
            raise CommandError("--months must be from 1 to 240.")
        if options["demo"]:
            refuse_unless_demo()
        make_missing_tables()
        try:
            owner = self._demo_user() if options["demo"] else self._user(options["email"])
            today = datetime.now(UTC).date()
            done = household_seed(owner=owner, seed=options["seed"], months=options["months"], today=today)
        except DomainError as error:
            raise CommandError(error.message) from error
        self._report(owner, done, time.perf_counter() - started)

    def _demo_user(self) -> User:
        user = User.objects.filter(email=DEMO_EMAIL).first()
        if user is None:
            user = user_register(email=DEMO_EMAIL, password=DEMO_PASSWORD, display_name="Mara Beispiel")
            # Only a user that this command has just made becomes staff, never one that somebody registered before.
            user.is_staff = user.is_superuser = True
            user.save(update_fields=["is_staff", "is_superuser"])
        return user

    def _user(self, email: str | None) -> User:
        found = User.objects.filter(email=User.objects.normalise(email or DEFAULT_EMAIL)).first()
        if found is not None:
            return found
        if email is None and User.objects.exists():
            raise CommandError("There are users already. Say whose ledger gets the sample household: --email ADDRESS.")
        password = secrets.token_urlsafe(12)
        user = user_register(email=email or DEFAULT_EMAIL, password=password)
        self.stdout.write(f"New user {user.email}, password {password} (shown this once)")
        return user

    def _report(self, owner: User, done: SeededHousehold, seconds: float) -> None:
        write = self.stdout.write
        write(f"Sample household of {owner.email}, {done.start} to {done.last_day}")
        write(f"  {'Account':<20}{'New':>8}{'Duplicate':>12}{'Balance':>18}")
        for one in done.accounts:
            account = account_get(owner=owner, account_id=one.account_id)
            # An annotation of the selector, which the type checker cannot see.
            balance = account.opening_balance_minor + getattr(account, "moved_minor", 0)
            money = f"{to_text(balance, account.currency):>14} {account.currency}"
            write(f"  {account.name[:19]:<20}{one.lines_new:>8,}{one.lines_duplicate:>12,}{money}")
        write(f"{done.lines_new:,} new rows, {done.confirmed:,} categories confirmed, in {seconds:.1f} s")


def refuse_unless_demo() -> None:
    """The demo password is known to everybody: it must not open a server that others can reach."""
    if not settings.DEMO:
        raise CommandError("--demo makes a user with a known password; it needs SPENDWISE_DEMO=on.")
    if not settings.ALLOWED_HOSTS or not set(settings.ALLOWED_HOSTS) <= LOOPBACK:
        raise CommandError("--demo is for this machine alone: SPENDWISE_ALLOWED_HOSTS names other hosts.")


def make_missing_tables() -> None:
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)
