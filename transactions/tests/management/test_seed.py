from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings, settings
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.models import User
from transactions.models import Category, Transaction


def run(**options: Any) -> str:
    out = StringIO()
    call_command("seed", stdout=out, **{"months": 2, **options})
    return out.getvalue()


@pytest.mark.django_db
def test_an_empty_database_gets_a_user_whose_password_is_shown_once() -> None:
    first, second = run(), run()
    shown = re.search(r"New user (\S+), password (\S+) ", first)
    assert shown is not None
    user = User.objects.get()
    assert user.email == shown[1]
    assert user.check_password(shown[2])
    assert not user.is_staff
    assert "password" not in second


@pytest.mark.django_db
def test_a_second_run_says_that_nothing_is_missing() -> None:
    first = run()
    count = Transaction.objects.count()
    second = run()
    assert f"{count:,} new rows" in first
    assert "Everyday account" in first
    assert "0 new rows" in second
    assert Transaction.objects.count() == count > 100


@pytest.mark.django_db
def test_a_named_user_is_made_or_found() -> None:
    User.objects.create_user("alice@example.org")
    run(email="Alice@Example.org")
    run(email="bob@example.org")
    assert set(User.objects.values_list("email", flat=True)) == {"alice@example.org", "bob@example.org"}
    assert Category.objects.filter(owner__email="alice@example.org", key="groceries").exists()


@pytest.mark.django_db
def test_nobodys_real_ledger_is_filled_unasked() -> None:
    User.objects.create_user("alice@example.org")
    with pytest.raises(CommandError, match="--email"):
        run()
    assert Transaction.objects.count() == 0


@pytest.mark.django_db
def test_the_demo_user_is_staff(settings: LazySettings) -> None:
    settings.DEMO, settings.ALLOWED_HOSTS = True, ["localhost", "127.0.0.1"]
    assert "demo@spendwise.local" in run(demo=True)
    user = User.objects.get(email="demo@spendwise.local")
    assert user.is_staff
    assert user.is_superuser


@pytest.mark.django_db
def test_somebody_who_took_the_demo_address_is_not_made_staff(settings: LazySettings) -> None:
    settings.DEMO, settings.ALLOWED_HOSTS = True, ["localhost"]
    User.objects.create_user("demo@spendwise.local", "something of their own")
    run(demo=True)
    assert not User.objects.get().is_staff


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("demo", "hosts"), [(False, ["localhost"]), (True, ["*"]), (True, ["localhost", "money.example.org"]), (True, [])]
)
def test_a_known_password_stays_on_this_machine(settings: LazySettings, demo: bool, hosts: list[str]) -> None:
    settings.DEMO, settings.ALLOWED_HOSTS = demo, hosts
    with pytest.raises(CommandError, match="--demo"):
        run(demo=True)
    assert not User.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("months", [0, -1, 241])
def test_months_are_bounded(months: int) -> None:
    with pytest.raises(CommandError, match="--months"):
        run(months=months)


def test_a_database_without_tables_is_made_whole(tmp_path: Path) -> None:
    environment = {**os.environ, "SPENDWISE_DEBUG": "on", "SPENDWISE_DATA_DIR": str(tmp_path)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "seed", "--months", "2"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    assert "New user owner@spendwise.local" in done.stdout
    with sqlite3.connect(tmp_path / "database.db") as database:
        assert database.execute("SELECT count(*) FROM transactions_transaction").fetchone()[0] > 100
