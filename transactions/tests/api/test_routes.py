"""One walk over every route: Bob gets 404 for Alice's rows, Charlie 401 for everything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.urls import URLPattern
from rest_framework.test import APIClient

from accounts.models import User
from transactions.api.urls import urlpatterns
from transactions.models import Category, ChangeSet, DuplicateReview, StatementImport, Transaction
from transactions.services.accounts import account_create
from transactions.services.attachments import attachment_add
from transactions.services.export_job import export_request
from transactions.services.import_profiles import profile_remember
from transactions.services.imports import import_start
from transactions.services.payees import payee_create
from transactions.services.rates import rate_set
from transactions.services.reconciliation import reconciliation_start
from transactions.services.rules import rule_create
from transactions.services.searches import search_create
from transactions.services.tags import tag_create
from transactions.services.transactions import transaction_create
from transactions.services.transfers import transfer_create
from transactions.tests.fake_bank import bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
Client = Callable[[User | None], APIClient]

LISTS = (
    "accounts", "categories", "payees", "rules", "transactions", "transfers", "imports", "summary", "duplicate-reviews",
    "import-profiles", "net-worth", "cash-flow", "reconciliations", "rates", "rates/convert", "changes",
    "transactions/deleted", "tags", "searches", "rules/health", "transactions/totals",
    "demo-household",
)  # fmt: skip
# Doors that are about the caller's own things without naming one.
DEEDS = (
    "changes/undo", "transactions/bulk", "transactions/merge", "rates/import", "restore", "categories/reorder",
    "rules/apply", "rules/preview", "rules/reorder", "rules/proposals/accept", "rules/proposals/dismiss",
)  # fmt: skip
# Answers that are plain lists.
OFFERS = ("rules/proposals", "transactions/completions", "categories/usage")
PLAIN = ("summary", "net-worth", "cash-flow", "export", "restore", "transactions/totals", "transactions/completions",
         "demo-household")  # fmt: skip
FILES = (
    "accounts", "categories", "imports", "payees", "rates", "reconciliations", "rules", "tags", "transactions",
    "transfers",
)  # fmt: skip
DETAILS = {
    "accounts": ("get", "put", "patch", "delete"),
    "accounts/balances": ("get",),
    "accounts/reconciliations": ("get", "post"),
    "reconciliations": ("get", "patch", "delete"),
    "reconciliations/rows": ("get",),
    "reconciliations/finish": ("post",),
    "reconciliations/undo": ("post",),
    "categories": ("get", "put", "patch", "delete"),
    "categories/merge": ("post",),
    "categories/usage": ("get",),
    "payees": ("get", "put", "patch", "delete"),
    "payees/merge": ("post",),
    "payees/split": ("post",),
    "payees/spellings": ("post",),
    "payees/counterparties": ("get",),
    "searches": ("get", "put", "patch", "delete"),
    "tags": ("get", "put", "patch", "delete"),
    "tags/merge": ("post",),
    "rules": ("get", "put", "patch", "delete"),
    "transactions": ("get", "put", "patch", "delete"),
    "transactions/duplicate": ("post",),
    "transactions/attachments": ("post",),
    "attachments": ("get", "delete"),
    "attachments/file": ("get",),
    "transactions/restore": ("post",),
    "transactions/history": ("get",),
    "transactions/origin": ("get",),
    "changes": ("get",),
    "changes/undo": ("post",),
    "transfers": ("get", "patch", "delete"),
    "transfers/confirm": ("post",),
    "transfers/refuse": ("post",),
    "imports": ("get",),
    "imports/commit": ("post",),
    "imports/rollback": ("get", "post"),
    "imports/preview": ("post",),
    "imports/lines": ("get",),
    "duplicate-reviews": ("get",),
    "duplicate-reviews/answer": ("post",),
    "import-profiles": ("get", "delete"),
    "rates": ("get", "put", "patch", "delete"),
    "export/file": ("get",),
}


@pytest.fixture
def rows(alice: User) -> dict[str, int]:
    giro = account_create(owner=alice, name="Giro", currency="EUR")
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    pets = Category.objects.get(owner=alice, key="pets").pk
    out, into = (
        transaction_create(
            owner=alice,
            given={"account": account.pk, "booking_date": date(2026, 3, 1), "amount": Decimal(amount)},
        )
        for account, amount in ((giro, -5), (savings, 5))
    )
    record = import_start(owner=alice, file_name="a.csv", data=bank_file(("2026-03-01", "-1", "A")))
    profile = profile_remember(owner=alice, source_key="bank", overrides={"sign": "signed"}, account=None)
    assert profile is not None
    review = DuplicateReview.objects.create(owner=alice, reason="Alike.", confidence=0.5, existing_transaction=out)
    return {
        "export": export_request(owner=alice, file_format="zip")[0].pk,
        "attachments": attachment_add(owner=alice, transaction_id=out.pk, file_name="a", chunks=[b"%PDF-1.4"]).pk,
        "changes": ChangeSet.objects.order_by("pk")[0].pk,
        "duplicate-reviews": review.pk,
        "import-profiles": profile.pk,
        "accounts": giro.pk,
        "categories": pets,
        "payees": payee_create(owner=alice, name="Vet").pk,
        "tags": tag_create(owner=alice, name="Trip").pk,
        "rules": rule_create(owner=alice, contains="vet", category=pets).pk,
        "searches": search_create(owner=alice, name="Big", query="amount>50").pk,
        "transactions": out.pk,
        "transfers": transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk).pk,
        "imports": record.pk,
        "reconciliations": reconciliation_start(
            owner=alice, account_id=giro.pk, statement_date=date(2026, 3, 31), closing_balance=Decimal(5)
        ).pk,
        "rates": rate_set(owner=alice, base="EUR", quote="USD", rate_date=date(2026, 3, 1), rate="1.1").pk,
    }


def address(route: str, rows: dict[str, int]) -> str:
    name, _, action = route.partition("/")
    return f"/api/{name}/{rows[name]}/{action}/" if action else f"/api/{name}/{rows[name]}/"


def test_every_route_has_an_entry_here() -> None:
    known = {f"^{name}/$" for name in (*LISTS, *DEEDS, *OFFERS)} | {f"{name}/" for name in PLAIN}
    known |= {f"{name}/export/" for name in FILES}
    for route in DETAILS:
        name, _, action = route.partition("/")
        known.add(f"^{name}/(?P<pk>[^/.]+)/{action}/$" if action else f"^{name}/(?P<pk>[^/.]+)/$")
        known.add(f"{name}/<int:pk>/{action}/")
    patterns = {str(one.pattern) for one in urlpatterns if isinstance(one, URLPattern)}
    assert patterns <= known
    assert len(patterns) == len(LISTS) + len(DEEDS) + len(OFFERS) + len(DETAILS) + len(FILES) + 1


@pytest.mark.parametrize("name", LISTS)
def test_lists_show_strangers_nothing(name: str, rows: dict[str, int], bob: User, api: Client) -> None:
    assert api(None).get(f"/api/{name}/").status_code == 401
    answer = api(bob).get(f"/api/{name}/")
    assert answer.status_code == 200
    found = answer.json()
    assert found.get("count", 0) == 0
    assert rows.get(name) not in [row["id"] for row in found.get("results", [])]


def categories_of(owner: User) -> set[int]:
    return set(Category.objects.filter(owner=owner).values_list("pk", flat=True))


@pytest.mark.parametrize("name", OFFERS)
def test_offers_are_for_people_who_signed_in(name: str, rows: dict[str, int], bob: User, api: Client) -> None:
    assert api(None).get(f"/api/{name}/").status_code == 401
    answer = api(bob).get(f"/api/{name}/", {"q": "payee:vet"})
    assert answer.status_code == 200
    # Everybody has categories of their own; nobody sees others'.
    assert [one for one in answer.json() if one.get("category") not in categories_of(bob)] == []


@pytest.mark.parametrize("name", DEEDS)
def test_deeds_touch_nothing_of_others(name: str, rows: dict[str, int], bob: User, api: Client) -> None:
    before = list(Transaction.objects.order_by("pk").values_list("pk", "revision"))
    assert api(None).post(f"/api/{name}/", {}).status_code == 401
    assert api(bob).post(f"/api/{name}/", {}).status_code in (202, 400, 409)
    assert list(Transaction.objects.order_by("pk").values_list("pk", "revision")) == before


@pytest.mark.parametrize("route", DETAILS)
def test_rows_of_others_are_not_found(route: str, rows: dict[str, int], bob: User, api: Client) -> None:
    for method in DETAILS[route]:
        stranger = getattr(api(None), method)(address(route, rows), {})
        other = getattr(api(bob), method)(address(route, rows), {})
        assert (stranger.status_code, other.status_code) == (401, 404), (method, route)
        assert set(other.json()) == {"code", "message", "fields"}


@pytest.mark.parametrize("route", DETAILS)
def test_an_id_that_is_no_number_or_too_large_is_not_found(route: str, alice: User, api: Client) -> None:
    name, _, action = route.partition("/")
    for pk in ("abc", "0", "-1", "9" * 30, "%00"):
        answer = getattr(api(alice), DETAILS[route][0])(f"/api/{name}/{pk}/{action}/".replace("//", "/"), {})
        assert answer.status_code == 404, pk


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("transactions/", "account"),
        ("transactions/", "category"),
        ("transactions/", "payee"),
        ("transfers/", "outgoing"),
        ("rules/", "category"),
        ("categories/", "parent"),
    ],
)
def test_ids_of_others_in_a_body_are_field_errors(
    path: str, field: str, rows: dict[str, int], bob: User, api: Client
) -> None:
    own = account_create(owner=bob, name="Bob's", currency="EUR").pk
    bodies: dict[str, dict[str, object]] = {
        "transactions/": {"account": own, "booking_date": "2026-03-01", "amount": "-1"},
        "transfers/": {"outgoing": rows["transactions"], "incoming": rows["transactions"]},
        "rules/": {"contains": "abc"},
        "categories/": {"name": "New"},
    }
    foreign = {"parent": "categories", "outgoing": "transactions"}.get(field, f"{field}s")
    body = {**bodies[path], field: rows[foreign if foreign != "categorys" else "categories"]}
    answer = api(bob).post(f"/api/{path}", body)
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == [field]


def test_the_importer_takes_no_account_of_others(rows: dict[str, int], bob: User, api: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = SimpleUploadedFile("a.csv", bank_file(("2026-03-01", "-1", "A")))
    answer = api(bob).post("/api/imports/", {"file": upload, "account": rows["accounts"]}, format="multipart")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["account"])
    assert not StatementImport.objects.filter(owner=bob).exists()
