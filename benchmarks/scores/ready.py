"""Django set up for parts of the app that are asked without a database."""

from __future__ import annotations

import os
import secrets

import django
from django.apps import apps


def set_up_django() -> None:
    """Once per process. The keys are thrown away: nothing is signed and no database is opened."""
    if apps.ready:
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spendwise_project.settings")
    for name in ("SECRET_KEY", "JWT_SECRET_KEY"):
        os.environ.setdefault(name, secrets.token_hex(32))
    django.setup()
