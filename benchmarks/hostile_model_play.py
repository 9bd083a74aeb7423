"""Households, a server that means harm, and the report's own service between them, on a throw-away database."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from benchmarks.hostile_model_judge import Delivered
from benchmarks.throwaway import django_on_a_throwaway_database
from tests.hostile_model import HostileModel

if TYPE_CHECKING:
    from accounts.models import User
    from advisory.reports.document import ReportDocument
    from advisory.tests.households import Household

LIMIT = 2
# Names that only one household in turn has; a report that holds another's has leaked.
NAMES = (
    ("Hofladen Ahlers", "Zum Roten Krug"), ("Krämerei Vogt", "Pizzeria Luna"), ("Greenfield Grocer", "The Old Oak"),
    ("Épicerie Martin", "Chez Odile"), ("Mercado Rivas", "Casa Paloma"), ("Naschmarkt Eder", "Gasthof Post"),
    ("Feinkost Bremer", "Sushi Kaito"),
)  # fmt: skip
MONTHS = ("2026-03", "2026-07", "2026-10")


@dataclass(frozen=True, slots=True)
class Played:
    """What the ledger and the server say of the same requests, in bytes of bodies, and what became of the drafts."""

    limit: int
    requests: int
    ledger: int
    server: int
    strayed: int
    behaviours: Counter[str]
    outcomes: Counter[str]
    reasons: Counter[str]


class Play:
    """Called with a number it plays that report; the same number is the same household."""

    def __init__(self, model: HostileModel, owner: User, seed: int) -> None:
        self.model, self.owner, self.seed = model, owner, seed

    def __call__(self, number: int) -> Delivered:
        from advisory.models import ModelSetting, ModelState, Report
        from advisory.services.report_wording import report_worded

        home, names = household(number, self.seed)
        plain = document_of(home, number)
        report = Report.objects.create(owner=self.owner, month=date(2026, 10, 1), version=number + 1)
        # What it did to the report before is forgotten; every fourth has to find out how to ask.
        ModelState.objects.update(failures=0, open_until=None, rung="" if number % 4 == 0 else "json_schema")
        ModelSetting.objects.filter(owner=self.owner).update(privacy_level=number % 3 + 1)
        Report.objects.filter(pk=report.pk).update(status="running")
        began, error, document = time.perf_counter(), "", plain
        try:
            document = report_worded(report, plain, lambda _stage, _per_cent: None)
        except Exception as raised:  # noqa: BLE001 - whatever it is, the report was not delivered
            error = repr(raised)
        Report.objects.filter(pk=report.pk).update(status="succeeded")
        seconds = time.perf_counter() - began
        if not error and seconds > LIMIT + 1:
            error = f"{seconds:.1f} s"
        rows = frozenset(share.transaction_id for share in home.shares)
        others = tuple(name for pair in NAMES if pair != names for name in pair)
        return Delivered(number, document, plain, rows, others, seconds, error)

    def account(self) -> Played:
        from advisory.models import EgressEntry, ReportDraft

        asked = self.model.requests
        reasons: Counter[str] = Counter()
        for tries in ReportDraft.objects.values_list("tries", flat=True):
            reasons.update({reason.partition(":")[0] for one in tries for reason in one["reasons"]})
        return Played(
            LIMIT,
            len(asked),
            sum(EgressEntry.objects.values_list("bytes_out", flat=True)),
            sum(len(one.body) for one in asked),
            len(self.model.strayed),
            Counter(one.behaviour for one in asked),
            Counter(f"{outcome} {code}".strip() for outcome, code in drafts()),
            reasons,
        )


def drafts() -> Iterator[tuple[str, str]]:
    from advisory.models import ReportDraft

    yield from ReportDraft.objects.values_list("outcome", "error_code")


def household(number: int, seed: int) -> tuple[Household, tuple[str, str]]:
    """One of its own: other names, sizes, months and ids than the one before."""
    from dataclasses import replace

    from advisory.tests.households import household as made

    chance, names = Random(f"{seed} {number}"), NAMES[number % len(NAMES)]
    home = made(chance.choice(MONTHS), chance.randint(3, 8), chance.choice(("EUR", "USD", "CHF")))
    renamed = {"Markt am Eck": names[0], "Trattoria Sole": names[1]}
    factor, first = chance.randint(60, 190), number * 100_000
    home.shares = [
        replace(
            one,
            transaction_id=first + one.transaction_id,
            payee_name=renamed.get(one.payee_name, one.payee_name),
            text=renamed.get(one.payee_name, one.payee_name).upper(),
            amount_minor=one.amount_minor * factor // 100,
        )
        for one in home.shares
    ]
    return home, names


def document_of(home: Household, number: int) -> ReportDocument:
    from advisory.tests.built import report_of
    from transactions.ledger.period import month_of

    month = month_of(max(share.booking_date for share in home.shares))
    return report_of(
        home.columns(), home.accounts(), month, namespace=f"owner-{number}", base_currency=home.currency,
        is_partial=False,
    )  # fmt: skip


@contextmanager
def playing(seed: int) -> Iterator[Play]:
    with (
        HostileModel(seed=seed, patience=1, lang="en") as model,
        django_on_a_throwaway_database("hostile-model-"),
    ):
        from django.conf import settings

        from accounts.models import User
        from advisory.models import ModelSetting
        from advisory.services import model_calls

        model_calls.BACKOFF_SECONDS = 0.01
        settings.MODEL_BASE_URL, settings.MODEL_NAME = model.url, "hostile"
        settings.MODEL_ALLOWED_HOSTS = ["127.0.0.1"]
        settings.MODEL_TIMEOUT, settings.MODEL_REPORT_SECONDS, settings.MODEL_READ_SECONDS = 0.2, LIMIT, 0.2
        settings.MODEL_BUDGET_MONTH_CALLS = settings.MODEL_BUDGET_MONTH_BYTES = 10**9
        owner = User.objects.create(email="owner@example.org", base_currency="EUR")
        ModelSetting.objects.create(owner=owner, is_enabled=True, privacy_level=1)
        yield Play(model, owner, seed)
