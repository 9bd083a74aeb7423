"""SpendWise at work in a process of its own: `python -m benchmarks.speed.product STEP DATA` on SPENDWISE_DATA_DIR.

    prepare         an empty ledger: accounts, categories, rules
    import ORDER    the files of DATA/ORDER (oldest, newest, shuffled, distinct)
    again           the same rows once more, in files of other bytes
    identical       the very same files
    late            a hundred rows more
    rule            a rule is added and asked of every row
    report          a month's report with HTML and PDF
    place           the cursor of a page far down the list
    count           database queries of what the pages ask for

Every step but `prepare` prints one line of JSON: seconds of the work in a process that has started already.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.speed.household import ACCOUNTS, LAST_DAY, MONTH
from benchmarks.speed.meter import Meter

if TYPE_CHECKING:
    from accounts.models import User

EMAIL, PASSWORD = "speed@example.org", "a-long-speed-password"
FAR = 10_000
PAGE = 50


def prepare(data: Path) -> None:
    from django.core.management import call_command

    from accounts.models import User
    from transactions.models import Category
    from transactions.services.accounts import account_create
    from transactions.services.categories import categories_ensure
    from transactions.services.rules import rule_create

    call_command("migrate", verbosity=0)
    owner = User.objects.create_user(EMAIL, PASSWORD)
    owner.base_currency = ACCOUNTS[0][1]
    owner.save()
    categories_ensure(owner=owner)
    for name, currency, _ in ACCOUNTS:
        account_create(owner=owner, name=name, currency=currency)
    rules = json.loads((data / "rules.json").read_text())
    known = {name: Category.objects.get_or_create(owner=owner, name=name)[0].pk for name in set(rules.values())}
    for fragment, name in rules.items():
        rule_create(owner=owner, contains=fragment, category=known[name])


def bring(owner: User, path: Path, account: str, *, more: bytes = b"") -> int:
    """Import one file; how many of its rows were new."""
    from transactions.models import LedgerAccount, StatementImport
    from transactions.services.imports import import_start
    from transactions.services.jobs import job_run

    record = import_start(
        owner=owner,
        file_name=path.name,
        data=parts(path, more),
        account_id=LedgerAccount.objects.get(owner=owner, name=account).pk,
        commit=True,
        accept_assumed=True,
    )
    if record.job_id is not None:
        job_run(job_id=record.job_id)
        record.refresh_from_db()
    if record.status != StatementImport.Status.COMMITTED:
        raise RuntimeError(f"{path.name}: {record.status} {record.errors}")
    return int(record.lines_new)


def parts(path: Path, more: bytes) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(1 << 16):
            yield chunk
    if more:
        yield more


def import_all(data: Path, order: str, more: bytes = b"") -> int:
    owner = the_owner()
    return sum(bring(owner, data / order / f"{name}.csv", name, more=more) for name, _, _ in ACCOUNTS)


def late(data: Path) -> int:
    return bring(the_owner(), data / "late.csv", ACCOUNTS[0][0])


def rule(_data: Path) -> int:
    from transactions.models import Category
    from transactions.services.categorise import rules_apply
    from transactions.services.rules import rule_create

    owner = the_owner()
    rule_create(owner=owner, contains="POS", category=Category.objects.get(owner=owner, name="Shopping").pk, position=0)
    return rules_apply(owner=owner)


def report(_data: Path) -> int:
    from advisory.services.reports import report_request
    from transactions.services.jobs import job_run

    made, _ = report_request(owner=the_owner(), month=MONTH)
    if made.job_id is None or not job_run(job_id=made.job_id):
        raise RuntimeError("the report's job was not done")
    made.refresh_from_db()
    if not made.files:
        raise RuntimeError("the report has no files")
    return len(made.files)


def place(_data: Path) -> str:
    """Where page FAR begins, or the last page of a shorter list."""
    import base64

    from transactions.models import Transaction

    rows = Transaction.objects.filter(owner=the_owner()).order_by("-booking_date", "-id")
    before = min(FAR * PAGE, rows.count() - 2 * PAGE)
    day, pk = rows.values_list("booking_date", "pk")[before]
    return base64.urlsafe_b64encode(json.dumps(["n", [day.isoformat(), pk]]).encode()).decode()


def count(_data: Path) -> dict[str, int]:
    """Queries by what is asked; the same for every size, or something grows with the ledger."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    found = {}
    for name, ask in asked(the_owner()).items():
        with CaptureQueriesContext(connection) as queries:
            ask()
        found[name] = len(queries)
    return found


def asked(owner: User) -> dict[str, Callable[[], object]]:
    """What the pages ask for, as of the month that is measured."""
    from datetime import date

    from advisory.selectors.budget_month import budget_month
    from transactions.ledger.period import parse_month
    from transactions.selectors.lists import account_list, transaction_list
    from transactions.selectors.summary import summary_for
    from transactions.selectors.worth import net_worth

    month = parse_month(MONTH)
    year_ago = date(LAST_DAY.year, 1, 1)
    return {
        "month": lambda: summary_for(owner=owner, start=month.start, end=month.last_day),
        "budgets": lambda: budget_month(owner=owner, month=month, today=LAST_DAY),
        "worth": lambda: net_worth(owner=owner, start=year_ago, end=LAST_DAY, step="month", currency=ACCOUNTS[0][1]),
        "accounts": lambda: list(account_list(owner=owner)),
        "list": lambda: list(transaction_list(owner=owner).order_by("-booking_date", "-id")[:PAGE]),
    }


def the_owner() -> User:
    from accounts.models import User

    return User.objects.get(email=EMAIL)


def main() -> None:
    step, data, *order = sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spendwise_project.settings")
    import django

    django.setup()
    works: dict[str, Callable[[], Any]] = {
        "prepare": lambda: prepare(data),
        "import": lambda: import_all(data, order[0]),
        "again": lambda: import_all(data, "oldest", more=b"\n"),
        "identical": lambda: import_all(data, "oldest"),
        "late": lambda: late(data),
        "rule": lambda: rule(data),
        "report": lambda: report(data),
        "place": lambda: place(data),
        "count": lambda: count(data),
    }
    if step != "prepare":
        the_owner()  # the connection is there
    with Meter() as meter:
        found = works[step]()
    meter.tell(rows=found)


if __name__ == "__main__":
    main()
