"""Cash flow over HTTP: every sum is that of its parts, every part that of its rows, whatever it is grouped by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import Category, LedgerAccount, Transaction, TransactionTag, Transfer
from transactions.selectors.cash_flow import BYS, By, cash_flow
from transactions.selectors.search import transaction_search
from transactions.services.accounts import account_create
from transactions.services.rates import rate_set
from transactions.services.tags import tag_create
from transactions.services.transactions import transaction_create, transaction_update

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]
MAY = "from=2026-05-01&to=2026-05-31"
SPAN = (date(2026, 5, 1), date(2026, 5, 31))
APRIL = (date(2026, 4, 1), date(2026, 4, 30))


@pytest.fixture
def home(alice: User) -> User:
    """Two accounts in euros and one in dollars: rows of every kind, splits, tags, a transfer, a refund."""
    giro, cash, dollars = (
        account_create(owner=alice, name=name, currency=code)
        for name, code in (("Giro", "EUR"), ("Cash", "EUR"), ("Dollars", "USD"))
    )
    alice.base_currency = "EUR"
    alice.save()
    for day in (1, 9, 20):
        rate_set(owner=alice, base="USD", quote="EUR", rate_date=date(2026, 5, day), rate=f"0.9{day}")
    keys = list(Category.objects.filter(owner=alice, children=None).order_by("pk").values_list("pk", flat=True)[:5])
    tags = [tag_create(owner=alice, name=name).pk for name in ("Trip", "Work", "Kids")]
    chance = Random(4)
    for number in range(60):
        row = transaction_create(
            owner=alice,
            given={
                "account": chance.choice([giro, cash, dollars]).pk,
                "booking_date": date(2026, chance.choice([4, 5]), chance.randint(2, 28)),
                "amount": Decimal(chance.randint(-9000, 4000) or 1) / 100,
                "counterparty": f"Shop {number % 7}",
                **({"category": chance.choice(keys)} if number % 5 else {}),
            },
        )
        for tag in chance.sample(tags, number % 3):
            TransactionTag.objects.create(transaction=row, tag_id=tag)
    _split(alice, giro, keys)
    legs = [
        transaction_create(
            owner=alice,
            given={"account": account.pk, "booking_date": date(2026, 5, 5), "amount": Decimal(amount)},
        )
        for account, amount in ((giro, "-500.00"), (cash, "500.00"))
    ]
    Transfer.objects.filter(owner=alice).delete()
    Transfer.objects.create(owner=alice, outgoing=legs[0], incoming=legs[1], status=Transfer.Status.CONFIRMED)
    return alice


def _split(owner: User, account: LedgerAccount, keys: list[int]) -> None:
    row = transaction_create(
        owner=owner, given={"account": account.pk, "booking_date": date(2026, 5, 7), "amount": Decimal("-90.00")}
    )
    shares: Any = [
        {"amount": Decimal("-100.00"), "category": keys[0]},
        {"amount": Decimal("15.00"), "category": keys[1]},
        {"amount": Decimal("-5.00"), "category": None},
    ]
    transaction_update(owner=owner, transaction_id=row.pk, changes={"splits": shares})


def asked(http: APIClient, query: str) -> dict[str, Any]:
    answer = http.get(f"/api/cash-flow/?{query}")
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("by", BYS)
def test_what_came_in_is_what_went_out_and_what_was_saved(home: User, api: Client, by: str) -> None:
    found = asked(api(home), f"{MAY}&by={by}&against_from=2026-04-01&against_to=2026-04-30")
    for whole, parts in (
        (found, found["nodes"]),
        (found["against"], [one["before"] for one in found["nodes"]]),
    ):
        for side in ("inflow", "outflow", "saved"):
            assert sum(Decimal(one[side]) for one in parts) == Decimal(whole[side])
        assert Decimal(whole["inflow"]) + Decimal(whole["outflow"]) == Decimal(whole["saved"])
        assert sum(one["count"] for one in parts) == whole["count"]
    assert [one["base"] for one in found["missing_rates"]] == ["USD"], "April has no rate"
    assert Decimal(found["inflow"]) > 0 > Decimal(found["outflow"])


def tally(owner: User, by: By) -> dict[tuple[tuple[int, ...], str], tuple[int, int]]:
    """Row by row, in each row's own currency, without the query that is tested."""
    found: dict[tuple[tuple[int, ...], str], list[int]] = defaultdict(lambda: [0, 0])
    moved = set(Transfer.objects.values_list("outgoing_id", flat=True)) | set(
        Transfer.objects.values_list("incoming_id", flat=True)
    )
    for row in Transaction.objects.filter(owner=owner, booking_date__range=SPAN).exclude(pk__in=moved):
        ids: list[tuple[int | None, int]]
        if by == "category":
            shares = list(row.splits.all())
            ids = [(one.category_id, one.amount_minor) for one in shares] or [(row.category_id, row.amount_minor)]
        else:
            ids = [({"payee": row.payee_id, "account": row.account_id}.get(by), row.amount_minor)]
        for pk, minor in ids:
            key: tuple[int, ...] = (pk,) if pk else ()
            if by == "tag":
                key = tuple(sorted(row.tag_links.values_list("tag_id", flat=True)))
            found[key, row.currency][minor < 0] += minor
    return {key: (came, went) for key, (came, went) in found.items()}


@pytest.mark.parametrize("by", BYS)
def test_each_part_is_the_sum_of_its_rows(home: User, by: By) -> None:
    Transaction.objects.filter(owner=home, currency="USD").delete()
    found = cash_flow(owner=home, by=by, currency="EUR", span=SPAN)
    assert {one.key: (one.flow.inflow, one.flow.outflow) for one in found.nodes} == {
        key: sums for (key, _), sums in tally(home, by).items()
    }


def test_other_currencies_are_converted_day_by_day(home: User) -> None:
    found = cash_flow(owner=home, by="account", currency="EUR", span=SPAN)
    dollars = LedgerAccount.objects.get(owner=home, currency="USD")
    node = next(one for one in found.nodes if one.key == (dollars.pk,))
    rows = Transaction.objects.filter(account=dollars, booking_date__range=SPAN)
    usual = sum(row.amount_minor for row in rows if row.amount_minor < 0) * 91 // 100
    assert 0 > node.flow.outflow > usual - 2000
    without = Transaction.objects.filter(account=dollars, booking_date__range=APRIL)
    assert without.exists()
    assert [one.base for one in cash_flow(owner=home, by="account", currency="EUR", span=APRIL).missing] == ["USD"]


@pytest.mark.parametrize("by", ["payee", "tag"])
def test_the_query_of_a_mark_finds_its_rows(home: User, api: Client, by: str) -> None:
    Transaction.objects.filter(owner=home, currency="USD").delete()
    for node in asked(api(home), f"{MAY}&by={by}")["nodes"]:
        rows = transaction_search(owner=home, query=f"{node['q']} is:expense -is:transfer")
        total = sum(row.amount_minor for row in rows.filter(booking_date__range=SPAN))
        assert Decimal(total) / 100 == Decimal(node["outflow"]), node


def test_the_same_figures_as_the_summary(home: User, api: Client) -> None:
    Transaction.objects.filter(owner=home, currency="USD").delete()
    summary = api(home).get("/api/summary/?start=2026-05-01&end=2026-05-31").json()
    found = asked(api(home), MAY)
    split = Decimal("15.00")
    assert Decimal(found["inflow"]) == Decimal(summary["income"]) + split, "a share that came back is money in"
    assert Decimal(found["saved"]) == Decimal(summary["net"])


def test_another_owners_rows_are_not_in_it(home: User, bob: User, api: Client) -> None:
    found = asked(api(bob), MAY)
    assert (found["nodes"], found["inflow"], found["count"]) == ([], "0.00", 0)


@pytest.mark.parametrize("by", BYS)
def test_the_cost_is_a_fixed_number_of_queries(home: User, api: Client, by: str) -> None:
    counts = []
    for query in (f"{MAY}&by={by}", f"from=2020-01-01&to=2026-12-31&by={by}"):
        with CaptureQueriesContext(connection) as seen:
            asked(api(home), query)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 10


@pytest.mark.parametrize(
    "query",
    [
        "by=colour", "currency=XQX", "from=2026-05-02&to=2026-05-01", "from=x", "to=9999-12-31", "from=0001-01-01",
        "against_from=2026-05-02&against_to=2026-05-01", "currency=%00",
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(home: User, api: Client, query: str) -> None:
    answer = api(home).get(f"/api/cash-flow/?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_one_day_alone_is_enough(home: User, api: Client) -> None:
    assert asked(api(home), "to=2026-05-31")["from"] == "2026-05-01"
    assert asked(api(home), "")["by"] == "category"


def test_net_worth_is_what_is_held_less_what_is_owed(home: User, api: Client) -> None:
    account_create(owner=home, name="Loan", currency="EUR", kind="loan", opening_balance=Decimal("-900.00"))
    points = api(home).get("/api/net-worth/?from=2026-04-01&to=2026-05-31").json()["points"]
    assert [one["day"] for one in points] == ["2026-04-30", "2026-05-31"]
    for one in points:
        assert Decimal(one["assets"]) + Decimal(one["owed"]) == Decimal(one["total"])
        assert sum(Decimal(group["amount"]) for group in one["groups"]) == Decimal(one["total"])
        assert Decimal(one["owed"]) <= -900 < 0 <= Decimal(one["assets"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(BYS), st.dates(date(2026, 3, 20), date(2026, 6, 5)), st.integers(0, 40))
def test_two_halves_are_the_whole(home: User, by: By, first: date, length: int) -> None:
    """However a time is cut, what flowed in both parts is what flowed."""
    days = [date.fromordinal(first.toordinal() + by_days) for by_days in (0, length, length + 1, length + 30)]
    whole = cash_flow(owner=home, by=by, currency="EUR", span=(days[0], days[3]))
    early, late = (
        cash_flow(owner=home, by=by, currency="EUR", span=span) for span in ((days[0], days[1]), (days[2], days[3]))
    )
    assert early.total + late.total == whole.total
    both = cash_flow(owner=home, by=by, currency="EUR", span=(days[0], days[1]), against=(days[2], days[3]))
    assert (both.total, both.before) == (early.total, late.total)
