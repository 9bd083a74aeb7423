"""A database of its own, outside the one that tests use: settings for a process that works on it."""

from __future__ import annotations

import os
from pathlib import Path


def use(data: Path) -> None:
    """Load Django over the SQLite database in this directory; once per process, before any model is imported."""
    for name in [name for name in os.environ if name.startswith("SPENDWISE_") or name == "DATABASE_URL"]:
        del os.environ[name]
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "spendwise_project.settings",
        "SPENDWISE_DEBUG": "on",
        "SPENDWISE_LOG_LEVEL": "ERROR",
        "SPENDWISE_DATA_DIR": str(data),
        "REDIS_URL": f"unix://{data}/none.sock",
    }
    import django

    django.setup()
