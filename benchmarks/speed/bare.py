"""Django with nothing on it, over the file that `limits` fills: what a request costs that asks for the same.

SPENDWISE_BARE_DATABASE names the file. `application` is served by the same server as SpendWise's.
"""

from __future__ import annotations

import json
import os
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import django
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.urls import path

from benchmarks.speed.household import MONTH

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["*"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["SPENDWISE_BARE_DATABASE"]}},
        ROOT_URLCONF=__name__,
        SECRET_KEY="bare",  # noqa: S106 (signs nothing)
    )
    django.setup()

COLUMNS = ("id", "account", "day", "minor", "currency", "text", "category")


class Entry(models.Model):
    objects: models.Manager[Entry] = models.Manager()

    owner = models.IntegerField()
    account = models.TextField()
    day = models.TextField()
    minor = models.IntegerField()
    currency = models.TextField()
    text = models.TextField()
    category = models.TextField()

    class Meta:
        app_label = "bare"
        db_table = "entry"
        managed = False

    def __str__(self) -> str:
        return str(self.pk)


dumps: Any = import_module("orjson").dumps if find_spec("orjson") else json.dumps
"""The scratch folder may hold the quickest writer there is."""


def as_json(found: Any) -> HttpResponse:
    return HttpResponse(dumps(found), content_type="application/json")


def nothing(_request: HttpRequest) -> HttpResponse:
    return as_json({})


def newest(_request: HttpRequest) -> HttpResponse:
    return as_json(list(Entry.objects.filter(owner=1).order_by("-day", "-id").values(*COLUMNS)[:50]))


def month(_request: HttpRequest) -> HttpResponse:
    """The sums of one month, made before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account, category, currency, minor, rows FROM month_sum WHERE owner = 1 AND month = %s", [MONTH]
        )
        names = [column[0] for column in cursor.description]
        return as_json([dict(zip(names, row, strict=True)) for row in cursor.fetchall()])


urlpatterns = [path("nothing/", nothing), path("newest/", newest), path("month/", month)]
application = ASGIHandler()
