"""Every address of the server and who may enter. A route without a line in this table fails the test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib.admindocs.views import simplify_regex
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import Passkey, SignIn, User
from accounts.services.households import household_create
from accounts.services.invitations import invitation_create
from accounts.services.personal_tokens import personal_token_create
from accounts.services.sign_ins import NOBODY, enter
from advisory.models import EgressEntry, Fact, Report
from advisory.services.pins import pin_create
from advisory.tests.books import Book, job_id_of
from advisory.tests.findings import findings
from transactions.api.list_files import LISTS as LIST_FILES
from transactions.models import Category, ChangeSet, DuplicateReview, Job, Transaction
from transactions.services.attachments import attachment_add
from transactions.services.export_job import export_request
from transactions.services.import_profiles import profile_remember
from transactions.services.imports import import_start
from transactions.services.jobs import job_run
from transactions.services.rates import rate_set
from transactions.services.reconciliation import reconciliation_start
from transactions.services.rules import rule_create
from transactions.services.searches import search_create
from transactions.services.tags import tag_create
from transactions.services.transactions import transaction_delete

pytestmark = pytest.mark.django_db
PASSWORD = "correct-horse-battery"

# What anybody may enter, and what nobody's empty GET or POST is answered with there.
OPEN = {
    "/healthz": 200,
    "/metrics": 404,  # off unless a setting opens it
    "/readyz": 503,  # no worker runs here
    "/api/schema/": 200,
    "/api/docs/": 200,
    "/api/scores/": 200,  # what is published with the code
    "/api/auth/register/": 400,
    "/api/auth/register/confirm/": 400,
    "/api/auth/token/": 400,
    "/api/auth/token/second-factor/": 400,
    "/api/auth/token/passkey/": 400,
    "/api/auth/token/passkey/begin/": 200,  # whoever holds no passkey of somebody's can do nothing with a challenge
    "/api/auth/password/reset/": 400,
    "/api/auth/password/reset/confirm/": 400,
    "/api/auth/token/refresh/": 401,  # open, but there is no refresh token in this request
    "/api/auth/logout/": 401,  # the same
    "/<dashboard>": 200,
}
# What needs a sign-in and shows the caller's own things, or nothing.
OWN = {
    "/api/auth/me/",
    "/api/auth/password/",
    "/api/auth/sessions/",
    "/api/auth/activity/",
    "/api/auth/second-factor/",
    "/api/auth/second-factor/confirm/",
    "/api/auth/second-factor/recovery-codes/",
    "/api/auth/passkeys/",
    "/api/auth/passkeys/begin/",
    "/api/auth/tokens/",
    "/api/households/",
    "/api/invitations/accept/",
    "/api/accounts/",
    "/api/categories/",
    "/api/payees/",
    "/api/rules/",
    "/api/categories/reorder/",
    "/api/categories/usage/",
    "/api/rules/apply/",
    "/api/rules/health/",
    "/api/rules/preview/",
    "/api/rules/proposals/",
    "/api/rules/proposals/accept/",
    "/api/rules/proposals/dismiss/",
    "/api/rules/reorder/",
    "/api/tags/",
    "/api/searches/",
    "/api/transactions/",
    "/api/transactions/completions/",
    "/api/transactions/bulk/",
    "/api/transactions/merge/",
    "/api/transactions/deleted/",
    "/api/transfers/",
    "/api/changes/",
    "/api/changes/undo/",
    "/api/demo-household/",
    "/api/summary/",
    "/api/net-worth/",
    "/api/cash-flow/",
    "/api/export/",
    "/api/restore/",
    "/api/transactions/totals/",
    *(f"/api/{name}/export/" for name in LIST_FILES),
    "/api/reconciliations/",
    "/api/rates/",
    "/api/rates/import/",
    "/api/rates/convert/",
    "/api/imports/",
    "/api/duplicate-reviews/",
    "/api/import-profiles/",
    "/api/jobs/",
    "/api/telemetry/stream/",
    "/api/reports/",
    "/api/reports/schedule/",
    "/api/refresh/",
    "/api/insights/",
    "/api/advice/",
    "/api/advice/totals/",
    "/api/bills/",
    "/api/bills/overview/",
    "/api/suggestions/",
    "/api/forecast/",
    "/api/health-score/",
    "/api/drivers/",
    "/api/model/",
    "/api/model/preview/",
    "/api/egress/",
    "/api/egress/export/",
    "/api/ask/",
    "/api/ask/pins/",
    "/api/budgets/",
    *(f"/api/budgets/{name}/" for name in ("plan", "copy", "proposal", "choice")),
    "/api/budget-moves/",
    "/api/ask/reading/",
    "/api/goals/",
    "/api/goals/reorder/",
    "/api/debts/",
    "/api/debts/choice/",
    "/api/debts/plan/",
    "/api/scenarios/",
    "/api/scenarios/evaluate/",
}
# What is about one thing: its id is looked up among the caller's own.
ONE = {
    "/api/accounts/<pk>/": "account",
    "/api/accounts/<pk>/balances/": "account",
    "/api/accounts/<pk>/reconciliations/": "account",
    "/api/reconciliations/<pk>/": "reconciliation",
    "/api/reconciliations/<pk>/rows/": "reconciliation",
    "/api/reconciliations/<pk>/finish/": "reconciliation",
    "/api/reconciliations/<pk>/undo/": "reconciliation",
    "/api/categories/<pk>/": "category",
    "/api/categories/<pk>/merge/": "category",
    "/api/categories/<pk>/usage/": "category",
    "/api/payees/<pk>/": "payee",
    "/api/payees/<pk>/merge/": "payee",
    "/api/payees/<pk>/split/": "payee",
    "/api/payees/<pk>/spellings/": "payee",
    "/api/payees/<pk>/counterparties/": "payee",
    "/api/rules/<pk>/": "rule",
    "/api/searches/<pk>/": "search",
    "/api/tags/<pk>/": "tag",
    "/api/tags/<pk>/merge/": "tag",
    "/api/transactions/<pk>/": "transaction",
    "/api/transactions/<pk>/duplicate/": "transaction",
    "/api/transactions/<pk>/attachments/": "transaction",
    "/api/attachments/<pk>/": "attachment",
    "/api/attachments/<pk>/file/": "attachment",
    "/api/transactions/<pk>/restore/": "deleted",
    "/api/transactions/<pk>/history/": "transaction",
    "/api/transactions/<pk>/origin/": "transaction",
    "/api/changes/<pk>/": "change",
    "/api/changes/<pk>/undo/": "change",
    "/api/transfers/<pk>/": "transfer",
    "/api/transfers/<pk>/confirm/": "transfer",
    "/api/transfers/<pk>/refuse/": "transfer",
    "/api/imports/<pk>/": "import",
    "/api/imports/<pk>/commit/": "import",
    "/api/imports/<pk>/rollback/": "import",
    "/api/imports/<pk>/preview/": "import",
    "/api/imports/<pk>/lines/": "import",
    "/api/duplicate-reviews/<pk>/": "review",
    "/api/duplicate-reviews/<pk>/answer/": "review",
    "/api/import-profiles/<pk>/": "profile",
    "/api/jobs/<pk>/": "job",
    "/api/jobs/<pk>/cancel/": "job",
    "/api/rates/<pk>/": "rate",
    "/api/reports/<pk>/": "report",
    "/api/reports/<pk>/mail/": "report",
    "/api/facts/<pk>/": "fact",
    "/api/facts/<pk>/evidence/": "fact",
    "/reports-files/<pk>/<name>": "report",
    "/api/insights/<pk>/": "insight",
    **{f"/api/insights/<pk>/{deed}/": "insight" for deed in ("seen", "fine", "dismiss", "reopen")},
    "/api/advice/<pk>/": "advice",
    **{
        f"/api/advice/<pk>/{deed}/": "advice" for deed in ("seen", "accept", "dismiss", "done", "reopen", "assumptions")
    },
    "/api/bills/<pk>/": "series",
    **{f"/api/bills/<pk>/{deed}/": "series" for deed in ("confirm", "ignore", "reopen", "merge", "separate")},
    "/api/suggestions/<pk>/": "suggestion",
    **{f"/api/suggestions/<pk>/{deed}/": "suggestion" for deed in ("accept", "refuse")},
    "/api/budgets/<pk>/": "budget",
    **{f"/api/budgets/<pk>/{deed}/": "budget" for deed in ("restore", "rows")},
    "/api/budget-moves/<pk>/": "budget_move",
    "/api/budget-moves/<pk>/undo/": "budget_move",
    "/api/goals/<pk>/": "goal",
    "/api/goals/<pk>/restore/": "goal",
    "/api/debts/<pk>/": "debt",
    "/api/scenarios/<pk>/": "scenario",
    "/api/export/<pk>/file/": "export",
    "/api/auth/sessions/<pk>/": "session",
    "/api/auth/tokens/<pk>/": "personal_token",
    "/api/auth/passkeys/<pk>/": "passkey",
    "/api/households/<pk>/": "household",
    "/api/households/<pk>/members/": "household",
    "/api/households/<pk>/members/<member>/": "household",
    "/api/households/<pk>/invitations/": "household",
    "/api/households/<pk>/invitations/<invitation>/": "household",
    "/api/egress/<pk>/": "egress",
    "/api/ask/pins/<pk>/": "pin",
}
# What only staff may enter; everybody else who has signed in is told so.
STAFF = {"/api/operations/", "/api/operations/jobs/<pk>/retry/"}
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True)
class Route:
    address: str
    methods: tuple[str, ...]

    def of(self, things: dict[str, object]) -> str:
        kind = ONE.get(self.address, "job")
        found = self.address.replace("<pk>", str(things[kind])).replace("<name>", "report.json")
        for inner in ("member", "invitation"):
            found = found.replace(f"<{inner}>", str(things[inner]))
        return found


def routes(resolver: URLResolver | None = None, before: str = "") -> Iterator[Route]:
    """All addresses but the admin's."""
    for entry in (resolver or get_resolver()).url_patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            if entry.namespace != "admin":
                yield from routes(entry, address)
        elif isinstance(entry, URLPattern):
            yield Route(readable(entry, address), methods_of(entry))


def readable(entry: URLPattern, address: str) -> str:
    if entry.name == "dashboard":
        return "/<dashboard>"
    return str(simplify_regex(re.sub(r"<\w+:(\w+)>", r"<\1>", address)))


def methods_of(entry: URLPattern) -> tuple[str, ...]:
    """What the view has a handler for; of a plain function get and post."""
    actions: dict[str, str] | None = getattr(entry.callback, "actions", None)
    if actions is not None:
        return tuple(method for method in METHODS if method in actions)
    view: type | None = getattr(entry.callback, "cls", None)
    return tuple(method for method in METHODS if hasattr(view, method)) if view else ("get", "post")


ROUTES = {route.address: route for route in routes()}
CLOSED = [(route, method) for route in ROUTES.values() if route.address not in OPEN for method in route.methods]


@pytest.fixture
def things(alice: User) -> dict[str, object]:
    """Alice's, one of each kind."""
    book = Book(alice)
    book.three_months()
    book.everything()
    report = book.report()
    rent = Category.objects.get(owner=alice, key="rent_mortgage").pk
    csv = b"Date,Amount,Payee\n2025-03-01,-1.00,Kiosk\n"
    profile = profile_remember(owner=alice, source_key="bank", overrides={"sign": "signed"}, account=None)
    review = DuplicateReview.objects.create(
        owner=alice, reason="Alike.", confidence=0.5, existing_transaction=book.rows()[0]
    )
    deleted = book.rows()[-1]
    transaction_delete(owner=alice, transaction_id=deleted.pk)
    receipt = attachment_add(owner=alice, transaction_id=book.rows()[0].pk, file_name="a", chunks=[b"%PDF-1.4"])
    export, _ = export_request(owner=alice, file_format="zip")
    job_run(job_id=export.pk)
    change = ChangeSet.objects.filter(owner=alice).order_by("pk")[0]
    return {
        "review": review.pk,
        "profile": profile.pk if profile else None,
        "account": book.giro.pk,
        "category": rent,
        "payee": alice.payees.first().pk,  # type: ignore[union-attr]  # three months have payees
        "search": search_create(owner=alice, name="Rent", query="linden").pk,
        "rule": rule_create(owner=alice, contains="linden", category=rent).pk,
        "transaction": book.rows()[0].pk,
        "deleted": deleted.pk,
        "attachment": receipt.pk,
        "tag": tag_create(owner=alice, name="Trip").pk,
        "change": change.pk,
        "transfer": alice.transfers.get().pk,
        "import": import_start(owner=alice, file_name="a.csv", data=csv).pk,
        "job": job_id_of(report),
        "export": export.pk,
        "reconciliation": reconciliation_start(
            owner=alice, account_id=book.giro.pk, statement_date=date(2025, 3, 31), closing_balance=Decimal(5)
        ).pk,
        "rate": rate_set(owner=alice, base="EUR", quote="USD", rate_date=date(2025, 3, 1), rate="1.1").pk,
        "report": report.pk,
        "egress": egress_row(alice, report).pk,
        "pin": pin_create(owner=alice, question="How much did I spend last month?").pk,
        "fact": Fact.objects.filter(owner=alice).order_by("pk")[0].pk,
        "session": SignIn.objects.create(
            user=alice, password_stamp=alice.password_stamp, expires_at=timezone.now() + timedelta(days=1)
        ).pk,
        "passkey": Passkey.objects.create(
            user=alice, name="Key", credential_id="a" * 22, attested="a", user_handle="a" * 43
        ).pk,
        **household_of(alice),
        "personal_token": personal_token_create(owner=alice, name="Script", scopes=["read"])[0].pk,
        **findings(alice, book.rows()[0].pk),
    }


def household_of(alice: User) -> dict[str, object]:
    """One of hers, with somebody invited."""
    membership = household_create(person=alice, name="Linden")
    made, _ = invitation_create(
        person=alice, household_id=membership.household_id, email="carol@example.org", role="viewer", page="/join"
    )
    return {"household": membership.household_id, "member": membership.pk, "invitation": made.pk}


def egress_row(owner: User, report: Report) -> EgressEntry:
    return EgressEntry.objects.create(
        owner=owner, report=report, purpose="words", host="x", model="m", privacy_level=1, bytes_out=2, payload="{}"
    )


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user("alice@example.org", PASSWORD)


@pytest.fixture
def bob(db: None) -> User:
    return User.objects.create_user("bob@example.org", PASSWORD)


def answers(client: APIClient, things: dict[str, object], closed: list[tuple[Route, str]]) -> dict[str, int]:
    """{method address: status} of empty requests."""
    found = {}
    for route, method in closed:
        address = route.of(things) if route.address in {*ONE, *STAFF} else route.address
        found[f"{method} {route.address}"] = getattr(client, method)(address).status_code
    return found


def signed_in(user: User) -> APIClient:
    client = APIClient()
    # Past the doors: Alice has a passkey, which they would ask for.
    pair = enter(user, NOBODY)
    assert pair is not None
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {pair.access}")
    return client


def state_of(owner: User) -> list[object]:
    rows = Transaction.objects.filter(owner=owner).order_by("pk")
    return [*rows.values_list("pk", "revision", "category", "payee"), *owner.transfers.values_list("pk", "status")]


def test_every_route_has_a_line_here() -> None:
    assert set(ROUTES) == {*OPEN, *OWN, *ONE, *STAFF}
    assert [route.address for route in ROUTES.values() if not route.methods] == []
    assert len(CLOSED) > 45


def test_charlie_gets_401_everywhere_but_at_the_open_doors(things: dict[str, object], alice: User) -> None:
    before = state_of(alice)
    assert {what: status for what, status in answers(APIClient(), things, CLOSED).items() if status != 401} == {}
    assert state_of(alice) == before


def test_open_doors_are_open() -> None:
    found = {}
    for address in OPEN:
        route, client = ROUTES[address], APIClient()
        path = "/reports/7" if address == "/<dashboard>" else address
        found[address] = getattr(client, route.methods[0])(path).status_code
    expected = {**OPEN, "/<dashboard>": found["/<dashboard>"]}
    assert found == expected
    assert found["/<dashboard>"] in (200, 503), "503 where the bundle is not built"


def test_alice_is_kept_from_what_is_for_staff(things: dict[str, object], alice: User) -> None:
    closed = [(route, method) for route, method in CLOSED if route.address in STAFF]
    assert set(answers(signed_in(alice), things, closed).values()) == {403}
    root = User.objects.create_superuser("root@example.org", PASSWORD)
    found = answers(signed_in(root), things, closed)
    assert found == {"get /api/operations/": 200, "post /api/operations/jobs/<pk>/retry/": 409}


def test_bob_gets_404_for_everything_of_alices(things: dict[str, object], alice: User, bob: User) -> None:
    before = state_of(alice)
    closed = [(route, method) for route, method in CLOSED if route.address in ONE]
    assert {what: status for what, status in answers(signed_in(bob), things, closed).items() if status != 404} == {}
    assert state_of(alice) == before


def test_alice_herself_is_let_in(things: dict[str, object], alice: User) -> None:
    """Without this, a table of wrong ids would pass for a locked door."""
    closed = [(ROUTES[address], "get") for address in (*OWN, *ONE) if "get" in ROUTES[address].methods]
    assert {what: status for what, status in answers(signed_in(alice), things, closed).items() if status != 200} == {}


@pytest.mark.parametrize("accept", ["application/json", "*/*"])
def test_an_admins_session_alone_opens_no_json(things: dict[str, object], accept: str) -> None:
    root = User.objects.create_superuser("root@example.org", PASSWORD)
    client = APIClient(HTTP_ACCEPT=accept)
    client.force_login(root)
    assert client.get("/admin/").status_code == 200
    assert {what: status for what, status in answers(client, things, CLOSED).items() if status != 401} == {}


def test_bobs_lists_hold_nothing_of_alices(things: dict[str, object], bob: User) -> None:
    http = signed_in(bob)
    for address in (
        "accounts",
        "payees",
        "rules",
        "searches",
        "tags",
        "transactions",
        "transactions/deleted",
        "transfers",
        "changes",
        "imports",
        "jobs",
        "reports",
        "duplicate-reviews",
        "import-profiles",
        "rates",
        "insights",
        "advice",
        "bills",
        "suggestions",
        "egress",
        "goals",
        "debts",
        "budget-moves",
        "scenarios",
    ):
        assert http.get(f"/api/{address}/").json()["results"] == [], address
    assert http.get("/api/budgets/").json()["budgets"] == []
    categories = {row["id"] for row in http.get("/api/categories/").json()["results"]}
    assert categories == set(Category.objects.filter(owner=bob).values_list("pk", flat=True))
    assert http.get("/api/summary/").json()["count"] == 0


def test_an_upload_without_a_sign_in_is_not_taken() -> None:
    upload = SimpleUploadedFile("a.csv", b"x" * 100_000)
    answer = APIClient().post("/api/imports/", {"file": upload}, format="multipart")
    assert answer.status_code == 401
    assert not Job.objects.exists()
