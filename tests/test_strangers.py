"""What a good credential of somebody else meets: numbers of others' things in bodies and filters, words of theirs in
searches, and fields that are nobody's to set. Addresses are in tests/test_routes.py.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import User
from advisory.tests.books import Book
from advisory.tests.findings import findings
from tests import test_routes
from tests.test_credentials import NAMES
from tests.test_routes import PASSWORD, signed_in, state_of
from transactions.api.list_files import LISTS as LIST_FILES
from transactions.models import Category, Transaction
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.reconciliation import reconciliation_start
from transactions.services.tags import tag_create

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(900)]
alice, bob, things = test_routes.alice, test_routes.bob, test_routes.things  # their fixtures: one of each kind
ROW = {"booking_date": "2025-03-01", "amount": "-1.00"}
MOVE = {"month": "2025-03", "amount": "1"}
DAY = date(2025, 3, 2)


def references(theirs: dict[str, Any], own: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """(method, path, body) of every door that takes the number of a thing in its body, each with one that is not the
    caller's and otherwise right."""
    account, category, payee = theirs["account"], theirs["category"], theirs["payee"]
    txn, series = theirs["transaction"], theirs["series"]
    row = {"account": own["account"], **ROW}
    whole, then = {"contains": "abc", "name": "Any"}, {"category": own["category"]}
    return [
        ("post", "transactions/", {**ROW, "account": account}),
        ("post", "transactions/", {**row, "category": category}),
        ("post", "transactions/", {**row, "payee": payee}),
        ("post", "transactions/", {**row, "splits": [{"amount": "-0.5", "category": category}, {"amount": "-0.5"}]}),
        *(("patch", f"transactions/{own['transaction']}/", {name: theirs[name]}) for name in ("account", "category")),
        ("patch", f"transactions/{own['transaction']}/", {"payee": payee}),
        ("post", "transactions/bulk/", {"ids": [txn], "changes": {"note": "Mine."}}),
        ("post", "transactions/bulk/", {"ids": [txn], "action": "delete"}),
        *(
            ("post", "transactions/bulk/", {"ids": [own["transaction"]], "changes": {name: theirs[name]}})
            for name in ("account", "category", "payee")
        ),
        ("post", "transactions/merge/", {"keep": own["transaction"], "others": [txn]}),
        ("post", "transactions/merge/", {"keep": txn, "others": [own["transaction"]]}),
        ("post", "transfers/", {"outgoing": txn, "incoming": own["transaction"]}),
        ("post", "transfers/", {"outgoing": own["transaction"], "incoming": txn}),
        ("post", "transfers/", {"from_account": account, "to_account": own["account"], **ROW, "amount": "1.00"}),
        ("post", "transfers/", {"from_account": own["account"], "to_account": account, **ROW, "amount": "1.00"}),
        ("post", "categories/", {"name": "Any", "kind": "expense", "parent": category}),
        ("post", f"categories/{own['category']}/merge/", {"into": category}),
        ("post", "categories/reorder/", {"ids": [category]}),
        ("post", f"payees/{own['payee']}/merge/", {"into": payee}),
        ("post", f"payees/{own['payee']}/split/", {"name": "Any", "transactions": [txn]}),
        ("post", f"tags/{own['tag']}/merge/", {"into": theirs["tag"]}),
        ("post", "rules/", {**whole, "category": category}),
        ("post", "rules/", {**whole, "actions": {"payee": payee}}),
        ("post", "rules/", {**whole, "actions": {"transfer": account}}),
        ("post", "rules/", {"condition": {"field": "account", "op": "is", "value": account}, **then}),
        ("post", "rules/reorder/", {"ids": [theirs["rule"]]}),
        ("post", "rules/apply/", {"rules": [theirs["rule"]], "preview": True}),
        ("post", "budgets/", {"month": "2025-03", "category": category, "amount": "5"}),
        ("post", "budgets/plan/", {"month": "2025-03", "lines": [{"category": category, "amount": "5"}]}),
        ("post", "budget-moves/", {**MOVE, "source": theirs["budget"], "target": own["budget"]}),
        ("post", "budget-moves/", {**MOVE, "source": own["budget"], "target": theirs["budget"]}),
        ("post", "goals/", {"name": "Any", "currency": "EUR", "target": "5", "accounts": [account]}),
        ("post", "goals/reorder/", {"ids": [theirs["goal"]]}),
        *(
            ("post", "scenarios/", {"name": "Any", "changes": [change]})
            for change in (
                {"kind": "cancel", "series": series},
                {"kind": "lose_income", "income": [series]},
                {"kind": "category", "category": category, "per_cent": "-10"},
                {"kind": "debt", "account": account, "amount": "5"},
            )
        ),
        ("post", "scenarios/evaluate/", {"scenarios": [{"id": theirs["scenario"]}]}),
        ("patch", f"reconciliations/{own['reconciliation']}/", {"tick": [txn]}),
    ]


def readings(theirs: dict[str, Any]) -> list[str]:
    """Addresses of lists, sums and files that are asked for a thing of somebody else by number or by name."""
    numbers = {"account": theirs["account"], "category": theirs["category"], "payee": theirs["payee"]}
    filters = [f"{name}={number}" for name, number in numbers.items()]
    filters += [f"query={name}:{number}" for name, number in numbers.items()]
    filters += [f"query={word}" for word in ("linden", "payee:linden", "harbour", "tag:trip", "amount>1")]
    doors = ("transactions/", "transactions/totals/", "transactions/export/")
    return [
        *(f"{door}?{asked}" for door in doors for asked in filters),
        *(f"transactions/completions/?q={word}" for word in ("payee:", "payee:lin", "tag:", "category:", "account:")),
        *(f"{name}/export/?format={kind}" for name in LIST_FILES for kind in ("csv", "xlsx")),
        "export/?format=zip",
        "export/?format=beancount",
        "cash-flow/",
        "net-worth/",
        "summary/",
        "drivers/",
        "forecast/",
        "health-score/",
        "jobs/",
        "egress/export/",
    ]


@pytest.fixture
def own(bob: User) -> dict[str, Any]:
    """Bob's: what a request is otherwise made of."""
    book = Book(bob)
    txn = book.row(DAY, "-2.00", "Bakery", "pets")
    fixed = findings(bob, txn.pk)
    reconciled = reconciliation_start(
        owner=bob, account_id=book.giro.pk, statement_date=DAY, closing_balance=Decimal("998.00")
    )
    more = {"account": book.giro.pk, "transaction": txn.pk, "payee": txn.payee_id, "reconciliation": reconciled.pk}
    return {
        **fixed,
        **more,
        "category": Category.objects.get(owner=bob, key="pets").pk,
        "tag": tag_create(owner=bob, name="Own").pk,
    }


def shown(answer: Any) -> list[bytes]:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    return [name for name in NAMES if name.lower() in content.lower()]


def test_numbers_of_others_in_a_body_are_no_numbers(
    things: dict[str, Any], own: dict[str, Any], alice: User, bob: User
) -> None:
    hashes = [ledger_content_hash(owner=owner) for owner in (alice, bob)]
    before, http, faults = state_of(alice), signed_in(bob), []
    absent = dict.fromkeys(things, 2**62)
    for (method, path, body), (_, _, nothing) in zip(references(things, own), references(absent, own), strict=True):
        answer, other = (getattr(http, method)(f"/api/{path}", given) for given in (body, nothing))
        told = f"{answer.status_code} {method} {path} {body} {answer.content[:200]!r}"
        if shown(answer) or (answer.status_code not in (400, 404) and answer.json() != other.json()):
            faults.append(told)
        if (answer.status_code, answer.json().get("code")) != (other.status_code, other.json().get("code")):
            faults.append(f"told apart from what is absent: {told}")
    assert faults == []
    assert state_of(alice) == before
    assert [ledger_content_hash(owner=owner) for owner in (alice, bob)] == hashes


def test_nothing_of_others_is_listed_summed_exported_or_completed(
    things: dict[str, Any], own: dict[str, Any], bob: User
) -> None:
    http, faults = signed_in(bob), []
    for path in readings(things):
        answer = http.get(f"/api/{path}")
        if answer.status_code >= 500 or shown(answer):
            faults.append(f"{answer.status_code} {path} {shown(answer)}")
    assert faults == []


def test_fields_that_are_nobodys_to_set_are_refused(own: dict[str, Any], alice: User, bob: User) -> None:
    http, row = signed_in(bob), {"account": own["account"], **ROW}
    for name in ("owner", "owner_id", "user", "id", "revision", "import_line", "created_at"):
        answer = http.post("/api/transactions/", {**row, name: alice.pk})
        assert answer.status_code == 400 or not Transaction.objects.filter(owner=alice).exists(), name
    for name in ("is_staff", "is_superuser", "is_active", "email", "id", "date_joined", "password"):
        http.patch("/api/auth/me/", {name: True, "display_name": "Bob"})
    bob.refresh_from_db()
    assert (bob.is_staff, bob.is_superuser, bob.is_active, bob.email) == (False, False, True, "bob@example.org")
    assert bob.check_password(PASSWORD)
    assert not Transaction.objects.filter(owner=alice).exists()
