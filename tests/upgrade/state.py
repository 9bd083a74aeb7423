"""What must survive an upgrade: how many rows there are, what they add up to, and that every figure is still proven.

`python -m tests.upgrade.state DIRECTORY` brings the database in it up to date and prints its state as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.upgrade import outside

APPS = ("accounts", "transactions", "advisory")


def state() -> dict[str, Any]:
    from django.apps import apps

    from accounts.models import User

    models = [model for label in APPS for model in apps.get_app_config(label).get_models()]
    return {
        "rows": {model._meta.label: model._default_manager.count() for model in models},
        "people": {user.email: state_of(user) for user in User.objects.order_by("pk")},
        "problems": problems(),
    }


def state_of(owner: Any) -> dict[str, Any]:
    """One person's sums in minor units, balances, reports, and the figures whose proof fails or has gone stale."""
    from advisory.models import Fact, Report
    from advisory.selectors.facts import fact_evidence
    from transactions.selectors.columns import account_states
    from transactions.selectors.summary import summary_for

    found = summary_for(owner=owner)
    proofs = [fact_evidence(owner, pk) for pk in Fact.objects.filter(owner=owner).values_list("pk", flat=True)]
    accounts = account_states(owner=owner, as_of=far_away())
    return {
        "by_currency": {code: [each.count, each.income, each.expense] for code, each in found.by_currency},
        "by_category": {row.name: row.totals.net for row in found.by_category},
        "balances": {account.name: account.balance_minor for account in accounts},
        "reports": [
            [str(row.month), row.version, row.status, row.headline] for row in Report.objects.filter(owner=owner)
        ],
        "proven": sum(proof.matches and not proof.is_stale for proof in proofs),
        "not_proven": sorted(proof.fact.metric for proof in proofs if not proof.matches or proof.is_stale),
    }


def far_away() -> Any:
    from datetime import date

    return date(2200, 1, 1)


def problems() -> list[str]:
    from django.db import connection

    with connection.cursor() as cursor:
        integrity = [str(row) for row in cursor.execute("PRAGMA integrity_check") if row != ("ok",)]
        return integrity + [str(row) for row in cursor.execute("PRAGMA foreign_key_check")]


def main(data: Path) -> None:
    outside.use(data)
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    sys.stdout.write(json.dumps(state(), indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
