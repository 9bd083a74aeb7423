"""Queries and rules on a ledger of many rows: `python -m benchmarks.search_and_rules [--rows 100000]`.

Makes a household of that many rows on a SQLite file of its own, then prints how long a page of each query takes, how
long counting it takes, and what 101 rules cost beside one: the ratio is what counts, seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accounts.models import User

SHOPS = ("Grocer", "Bäckerei Müller", "Railway", "Power company", "Pharmacy", "Book shop", "Café Noir", "Insurer")
QUERIES = (
    "",
    "grocer",
    "muller",
    "nothing like this",
    '"card payment"',
    "payee:cafe amount>50",
    "category:food",
    "-category:food is:expense",
    "tag:journey",
    "-tag:journey date:2024-03..2024-05",
    "is:uncategorised",
    "is:transfer",
    "has:note or has:attachment",
    "(grocer or railway) -pharmacy amount:10..20 date:2025",
)
PAGE = 51
TIMES = 3


def fill(rows: int) -> User:
    """One person with eight payees, twenty categories, a tag on every fiftieth row."""
    from django.utils import timezone

    from accounts.models import User
    from transactions.models import Category, Tag, Transaction, TransactionTag
    from transactions.services.accounts import account_create
    from transactions.services.bulk import insert_rows
    from transactions.services.categories import category_create
    from transactions.services.payees import payees_ensure

    owner = User.objects.create_user("bench@example.org")
    account = account_create(owner=owner, name="Giro", currency="EUR")
    categories: list[int | None] = [None, *Category.objects.filter(owner=owner).values_list("pk", flat=True)]
    categories.append(category_create(owner=owner, name="Food").pk)
    payees = list(payees_ensure(owner=owner, names=SHOPS).values())
    luck, first, now = random.Random(1), date(2020, 1, 1), timezone.now()
    names = (
        "owner", "account", "booking_date", "amount_minor", "currency", "payee", "category", "category_source",
        "category_reason", "counterparty", "description", "note", "status", "revision", "created_at", "updated_at",
    )  # fmt: skip
    insert_rows(
        Transaction,
        names,
        [
            (
                owner.pk, account.pk, first + timedelta(days=at * 2190 // rows), luck.randint(-20_000, 2_000), "EUR",
                payees[shop], luck.choice(categories), "none", "", SHOPS[shop].upper(),
                f"Card payment {at:07} terminal {luck.randint(1, 99)}", "", "cleared", 1, now, now,
            )
            for at in range(rows)
            for shop in (luck.randrange(len(SHOPS)),)
        ],
    )  # fmt: skip
    tag = Tag.objects.create(owner=owner, name="journey")
    ids = list(Transaction.objects.order_by("pk").values_list("pk", flat=True))[::50]
    insert_rows(TransactionTag, ("transaction", "tag"), [(pk, tag.pk) for pk in ids])
    return owner


def seconds(work: Callable[[], object]) -> float:
    """The median of a few runs, in seconds of the processor: SQLite works in this process, and others may be busy."""
    found = []
    for _ in range(TIMES):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return statistics.median(found)


def searches(owner: User) -> None:
    from transactions.selectors.search import transaction_search

    for query in QUERIES:
        rows = transaction_search(owner=owner, query=query)
        page = seconds(lambda rows=rows: list(rows.order_by("-booking_date", "-id")[:PAGE]))  # type: ignore[misc]
        count = seconds(rows.count)
        print(
            f"{query or '(everything)':58} page {page * 1000:7.1f} ms   count {count * 1000:7.1f} ms {rows.count():8}"
        )


def rules(owner: User) -> None:
    """Asking is what grows with the rules; what they do grows with the rows that they match."""
    from transactions.ledger.rules import compile_rules
    from transactions.models import Category, Transaction
    from transactions.selectors.row_facts import row_facts
    from transactions.selectors.rules import rules_in_order
    from transactions.services.rules import rule_create

    category = Category.objects.filter(owner=owner)[0].pk

    def ask() -> int:
        compiled = compile_rules(rules_in_order(owner=owner))
        return sum(
            bool(compiled.wins(facts)) for facts in row_facts(owner=owner, rows=Transaction.objects.order_by("pk"))
        )

    rule_create(owner=owner, contains="café noir", category=category)
    one, matched = seconds(ask), ask()
    for number in range(60):
        rule_create(owner=owner, contains=f"shop number {number}", category=category)
    for number in range(20):
        rule_create(owner=owner, query=f"payee:shop{number} amount>{number}", category=category)
    for number in range(20):
        condition = {"all": [{"field": "text", "op": "contains", "value": f"code{number}"},
                             {"field": "description", "op": "regex", "value": rf"^code{number}\s+\d+$"}]}  # fmt: skip
        rule_create(owner=owner, condition=condition, actions=[{"type": "set_category", "category": category}])
    many = seconds(ask)
    print(f"1 rule {one:.2f} s ({matched} rows), 101 rules {many:.2f} s: {many / one:.2f} times as long")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
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

        call_command("migrate", interactive=False, verbosity=0)
        owner = fill(chosen.rows)
        searches(owner)
        rules(owner)
    return 0


if __name__ == "__main__":
    sys.exit(main())
