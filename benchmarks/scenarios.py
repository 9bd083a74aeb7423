"""Time of trying scenarios: `python -m benchmarks.scenarios`.

The demonstration household is imported into a SQLite database of its own and analysed once. Then the door is asked for
two years of the forecast alone, and for two years of five scenarios beside it, in turn. Printed are the medians in
milliseconds, how often each was asked, and their ratio. Exits 1 where five scenarios cost more than six times the
forecast alone.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
import time
from datetime import date, timedelta
from statistics import median
from typing import Any

MOST = 6.0
TIMES = 25
MONTHS = 24
EMAIL = "scenarios@example.org"
SEED, HISTORY, TODAY = 42, 24, date(2026, 11, 28)
"""The demonstration's own seed, on a fixed day, so that two runs see the same rows."""


def main() -> None:
    folder = tempfile.mkdtemp(prefix="sw-scenarios-")
    os.environ |= {"SPENDWISE_DATA_DIR": folder, "SPENDWISE_DEBUG": "on"}
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spendwise_project.settings")
    try:
        alone, five, rows = measured()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    ratio = five / alone
    print(f"household of {rows} rows, {MONTHS} months, n = {TIMES} each")
    print(
        f"forecast alone: {alone:.1f} ms; with five scenarios: {five:.1f} ms; ratio {ratio:.2f} of at most {MOST:.0f}"
    )
    sys.exit(0 if ratio <= MOST else 1)


def measured() -> tuple[float, float, int]:
    """(median milliseconds of the forecast alone, of five scenarios, rows of the household)"""
    import django

    django.setup()
    from django.core.management import call_command

    logging.disable(logging.WARNING)  # no broker runs here, and every job says so
    call_command("migrate", verbosity=0)
    from accounts.models import User
    from advisory.services.analysis import analysis_refresh
    from transactions.models import Transaction
    from transactions.services.sample_household import household_seed

    owner = User.objects.create_user(EMAIL)
    household_seed(owner=owner, seed=SEED, months=HISTORY, today=TODAY)
    analysis_refresh(owner=owner)
    asked: list[dict[str, Any]] = [{"months": MONTHS}, {"months": MONTHS, "scenarios": scenarios(owner)}]
    spent: list[list[float]] = [[], []]
    for _ in range(TIMES):
        for place, body in enumerate(asked):
            spent[place].append(timed(owner, body))
    return median(spent[0]), median(spent[1]), Transaction.objects.filter(owner=owner).count()


def scenarios(owner: Any) -> list[dict[str, Any]]:
    """Five that a household would try, on its own series and categories."""
    from advisory.models import RecurringSeries
    from transactions.models import Category

    running = RecurringSeries.objects.filter(owner=owner, currency="EUR", status="active").order_by("-amount_minor")
    cost, pay = running.filter(amount_minor__lt=0)[0], running[0]
    groceries = Category.objects.get(owner=owner, key="groceries")
    soon = (TODAY + timedelta(days=40)).isoformat()
    return [
        {"changes": [{"kind": "cancel", "series": cost.pk}]},
        {"changes": [{"kind": "amount", "series": pay.pk, "amount": "3100.00"}]},
        {"changes": [{"kind": "lose_income", "months": 3, "starts": soon}]},
        {"changes": [{"kind": "add", "amount": "-1800.00", "starts": soon}]},
        {
            "changes": [
                {"kind": "category", "category": groceries.pk, "per_cent": "-15"},
                {"kind": "add", "amount": "-45.00", "starts": soon, "cadence": "monthly"},
            ]
        },
    ]


def timed(owner: Any, body: dict[str, Any]) -> float:
    """Milliseconds of one answer, from the request to its bytes."""
    from rest_framework.test import APIClient

    client = APIClient()
    client.force_authenticate(owner)
    began = time.perf_counter()
    answer = client.post("/api/scenarios/evaluate/", body, format="json")
    passed = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        sys.exit(f"The door answered {answer.status_code}: {answer.content[:300]!r}")
    return passed


if __name__ == "__main__":
    main()
