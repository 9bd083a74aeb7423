"""One row of a living household changes: of all that the analysis said, exactly what stands on it is out of date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from accounts.models import User
from advisory.models import Fact
from advisory.selectors.facts import fact_evidence, stale_among
from advisory.services.analysis import analysis_refresh
from advisory.tests.living import Living, household
from transactions.models import Transaction
from transactions.services.transactions import transaction_delete

pytestmark = pytest.mark.django_db
SPREAD = 9

Deed = Callable[[Living, Transaction], Any]
DEEDS: dict[str, Deed] = {
    "note": lambda home, row: home.change(row, note="Looked at."),
    "category": lambda home, row: home.change(row, category=home.category("fees")),
    "day": lambda home, row: home.change(row, booking_date=row.booking_date - timedelta(days=1)),
    "deleted": lambda home, row: transaction_delete(owner=home.owner, transaction_id=row.pk),
}


def test_all_and_only_the_figures_that_stand_on_the_row_are_out_of_date(alice: User) -> None:
    home = household(alice)
    analysis_refresh(owner=alice)
    facts = list(Fact.objects.filter(owner=alice))
    behind = rows_behind(facts)
    assert {fact.formula.partition("@")[0] for fact in facts} >= {"sum", "count", "found"}
    rows = home.rows()
    for place, row in enumerate(rows[:: len(rows) // SPREAD]):
        name = list(DEEDS)[place % len(DEEDS)]
        with transaction.atomic():
            DEEDS[name](home, row)
            expected = {pk for pk, ids in behind.items() if row.pk in ids}
            assert stale_among(alice, facts) == expected, (name, row)
            for pk in sorted(expected)[:3]:
                assert fact_evidence(alice, pk).is_stale
            transaction.set_rollback(True)
    assert stale_among(alice, facts) == frozenset()


def rows_behind(facts: list[Fact]) -> dict[str, set[int]]:
    """Fact id -> every row it stands on, those of its inputs included."""
    by_id = {fact.pk: fact for fact in facts}

    def of(fact: Fact) -> set[int]:
        return set(fact.transaction_ids).union(*(of(by_id[pk]) for pk in fact.inputs))

    return {pk: of(fact) for pk, fact in by_id.items()}
