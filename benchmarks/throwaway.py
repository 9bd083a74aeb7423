"""Django on a fresh SQLite file in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def django_on_a_throwaway_database(prefix: str) -> Iterator[None]:
    """Once in a process: settings are read when Django is set up."""
    with tempfile.TemporaryDirectory(prefix=prefix) as folder:
        for name in [name for name in os.environ if name.startswith("SPENDWISE_") or name == "DATABASE_URL"]:
            del os.environ[name]
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "spendwise_project.settings",
            "SPENDWISE_DATA_DIR": folder,
            "SECRET_KEY": secrets.token_hex(32),
            "JWT_SECRET_KEY": secrets.token_hex(32),
        }
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")  # the database is thrown away
        yield
