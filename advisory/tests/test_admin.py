"""Every model's pages in the admin open for a superuser, with data; history can be read there and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from rest_framework.test import APIClient
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from accounts.models import (
    AuditEvent,
    GuessCount,
    Household,
    Invitation,
    Membership,
    Passkey,
    PersonalToken,
    RecoveryCode,
    SecondFactor,
    SignIn,
    SignInChallenge,
    SpentChallenge,
    User,
)
from accounts.services.households import household_create
from accounts.services.invitations import invitation_create
from accounts.services.personal_tokens import personal_token_create
from advisory.models import (
    Advice,
    AnalysisRun,
    Budget,
    BudgetChoice,
    BudgetLine,
    BudgetMove,
    DebtTerms,
    EgressEntry,
    Fact,
    ForecastRun,
    Goal,
    GoalAccount,
    HealthScore,
    Insight,
    ModelSetting,
    ModelState,
    MonthDrivers,
    Outcome,
    PayoffChoice,
    Pin,
    RecurringSeries,
    Report,
    ReportDelivery,
    ReportDraft,
    ReportFact,
    ReportRows,
    ReportSchedule,
    SavedScenario,
    ScheduledReport,
    Suggestion,
)
from advisory.services.pins import pin_create
from advisory.services.refresh import refresh_request
from advisory.tests.books import Book
from advisory.tests.findings import findings
from transactions.models import (
    Attachment,
    CategoryRollup,
    Change,
    ChangeSet,
    DuplicateReview,
    ExchangeRate,
    IdempotencyKey,
    ImportProfile,
    Job,
    JobEvent,
    KeptSum,
    MergedTransaction,
    MonthlyRollup,
    Payee,
    PayeeAlias,
    PoolSeat,
    Reconciliation,
    ReconciliationRow,
    Rule,
    RuleProposal,
    SavedSearch,
    Split,
    StaleMonth,
    Statement,
    StatementImport,
    StatementLine,
    Tag,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.services.import_profiles import profile_remember
from transactions.services.imports import import_start
from transactions.services.jobs import job_run
from transactions.services.rates import rate_set
from transactions.services.reconciliation import reconciliation_start
from transactions.services.rules import rule_create
from transactions.services.transactions import transaction_update

pytestmark = pytest.mark.django_db
PASSWORD = "correct-horse-battery"
HISTORY = {
    *(AuditEvent, SignIn, PersonalToken, OutstandingToken, BlacklistedToken),
    *(SecondFactor, Passkey, SpentChallenge, RecoveryCode, SignInChallenge, GuessCount),
    *(Household, Membership, Invitation),
    *(Job, JobEvent, PoolSeat, MonthlyRollup, Split, Transfer, Statement, StatementImport, StatementLine),
    *(DuplicateReview, ImportProfile, MergedTransaction, TransactionTag, PayeeAlias, RuleProposal),
    *(ExchangeRate, Reconciliation, ReconciliationRow, Attachment, Change, ChangeSet, IdempotencyKey),
    *(Fact, Report, ReportFact, Insight, Advice, Outcome, RecurringSeries, Suggestion),
    *(AnalysisRun, ForecastRun, HealthScore, MonthDrivers, Pin),
    *(ModelSetting, ModelState, EgressEntry, ReportDraft),
    *(ReportDelivery, ReportRows, ReportSchedule, ScheduledReport),
    *(DebtTerms, Goal, GoalAccount, PayoffChoice, SavedScenario),
    *(Budget, BudgetChoice, BudgetLine, BudgetMove, CategoryRollup, KeptSum, StaleMonth),
}
REGISTRY = admin.site._registry


@pytest.fixture
def client(alice: User) -> Client:
    """A superuser's, with at least one row of every model; Alice has them."""
    fill(alice)
    client = Client()
    client.force_login(User.objects.create_superuser("root@example.org", PASSWORD))
    return client


def fill(alice: User) -> None:
    book = Book(alice)
    book.three_months()
    book.everything()
    rule_create(owner=alice, contains="kiosk", category=book.category("coffee"))
    csv = b"Date,Amount,Payee\n2025-02-10,-23.90,Corner Market\n"
    import_start(owner=alice, file_name="a.csv", data=csv, account_id=book.giro.pk, commit=True)
    remember(alice, book.rows()[-1])
    for job in refresh_request(owner=alice, scope=""):
        job_run(job_id=job.pk)
    model_rows(alice, book.report())
    wanted(book.report())
    findings(alice, book.rows()[0].pk)
    pin_create(owner=alice, question="How much did I spend last month?")
    alice.set_password(PASSWORD)
    alice.save()
    personal_token_create(owner=alice, name="Script", scopes=["read"])
    doors = APIClient()
    pair = doors.post("/api/auth/token/", {"email": alice.email, "password": PASSWORD}).json()
    doors.post("/api/auth/token/refresh/", {"refresh": pair["refresh"]})
    Group.objects.create(name="Bookkeepers")
    home = household_create(person=alice, name="Linden").household
    invitation_create(person=alice, household_id=home.pk, email="carol@example.org", role="viewer", page="/join")
    guarded(alice)
    summed(book)


def summed(book: Book) -> None:
    """What is kept of sums, and a month that waits for its own."""
    month = date(2026, 3, 1)
    StaleMonth.objects.get_or_create(account=book.giro, month=month)
    KeptSum.objects.get_or_create(owner=book.owner, defaults={"stamp": "a" * 64, "count": 1, "total": "0"})
    CategoryRollup.objects.get_or_create(
        account=book.giro, month=month, category=None, defaults={"income_minor": 0, "expense_minor": 1, "count": 1}
    )


def guarded(alice: User) -> None:
    """A second factor with what stands around it, and a wrong guess."""
    SecondFactor.objects.create(user=alice, sealed_secret="sealed")
    Passkey.objects.create(user=alice, name="Key", credential_id="a" * 22, attested="a", user_handle="a" * 43)
    SpentChallenge.objects.create(challenge_hash="f" * 64, expires_at=timezone.now())
    RecoveryCode.objects.create(user=alice, code_hash="c" * 64)
    SignInChallenge.objects.create(user=alice, password_stamp="d" * 64, expires_at=timezone.now())
    GuessCount.objects.create(key="e" * 64, failures=1, last_failed_at=timezone.now())


def model_rows(alice: User, report: Report) -> None:
    ModelSetting.objects.create(owner=alice, sealed_key="sealed")
    ModelState.objects.create(key="a" * 64)
    ReportDraft.objects.create(report=report, section="summary", model="m", prompt_hash="b" * 64, outcome="accepted")
    EgressEntry.objects.create(
        owner=alice, report=report, purpose="words", host="x", model="m", privacy_level=1, bytes_out=2, payload="{}"
    )


def wanted(report: Report) -> None:
    """What a schedule and a mail leave behind."""
    ReportSchedule.objects.create(owner=report.owner)
    ScheduledReport.objects.create(
        owner=report.owner, kind=report.kind, month=report.month, due_at=report.created_at, report=report
    )
    ReportDelivery.objects.create(owner=report.owner, report=report, contents="link")


def remember(alice: User, txn: Transaction) -> None:
    """What imports ask and keep: a review, a profile, a merge, a tag."""
    line = StatementLine.objects.filter(statement_import__owner=alice)[0]
    TransactionTag.objects.create(transaction=txn, tag=Tag.objects.create(owner=alice, name="journey"))
    profile_remember(owner=alice, source_key="bank", overrides={"sign": "signed"}, account=None)
    DuplicateReview.objects.create(owner=alice, line=line, existing_transaction=txn, reason="Alike.", confidence=0.5)
    remember_more(alice, txn)
    MergedTransaction.objects.create(
        statement_import=line.statement_import, transaction=txn, line=line, before={"links": [], "shares": {}}
    )


def remember_more(alice: User, txn: Transaction) -> None:
    """Rates, a reconciliation, an attachment, spellings, searches, proposals, kept answers and changes."""
    rate_set(owner=alice, base="EUR", quote="USD", rate_date=date(2025, 3, 1), rate="1.1")
    reconciliation_start(
        owner=alice, account_id=txn.account_id, statement_date=date(2025, 3, 31), closing_balance=Decimal(5)
    )
    Attachment.objects.create(owner=alice, transaction=txn, last_transaction_id=txn.pk, file_name="a.pdf", size=1)
    IdempotencyKey.objects.create(owner=alice, key="one", fingerprint="0")
    SavedSearch.objects.create(owner=alice, name="Big", query="amount>50")
    RuleProposal.objects.create(owner=alice, key="market:1", status="dismissed")
    PayeeAlias.objects.create(owner=alice, key="a-market", payee=Payee.objects.filter(owner=alice)[0])
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"note": "Kept."})


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def statuses(ask: Callable[[type[Model]], int], models: Any = REGISTRY) -> dict[str, int]:
    return {model._meta.label: ask(model) for model in models}


def first(model: type[Model]) -> Any:
    row = model._default_manager.first()
    assert row is not None, f"no {model._meta.label} in the test's data"
    return row.pk


def test_every_model_of_ours_is_there() -> None:
    ours = {
        model for app in ("accounts", "transactions", "advisory") for model in apps.get_app_config(app).get_models()
    }
    assert ours <= set(REGISTRY)
    assert set(REGISTRY) >= HISTORY


def test_every_list_opens_with_its_rows_and_few_queries(client: Client) -> None:
    many: dict[str, int] = {}

    def ask(model: type[Model]) -> int:
        with CaptureQueriesContext(connection) as queries:
            page = client.get(address(model, "changelist"))
        many[model._meta.label] = len(queries)
        assert b"field-" in page.content or b"action-select" in page.content or b"results" in page.content, model
        return page.status_code

    assert set(statuses(ask).values()) == {200}
    assert {name: count for name, count in many.items() if count > 16} == {}


@pytest.mark.parametrize("words", ["alice", "'; --☃"])
def test_every_list_can_be_searched(client: Client, words: str) -> None:
    missing = {model._meta.label for model, its in REGISTRY.items() if not its.search_fields}
    assert missing == set()
    found = statuses(lambda model: client.get(address(model, "changelist"), {"q": words}).status_code)
    assert set(found.values()) == {200}


def test_every_filter_opens(client: Client) -> None:
    """With its first choice after 'all'."""
    opened = 0
    for model in REGISTRY:
        changes = client.get(address(model, "changelist")).context["cl"]
        offered = [list(spec.choices(changes)) for spec in changes.filter_specs]
        for query in [choices[1]["query_string"] for choices in offered if len(choices) > 1]:
            assert client.get(address(model, "changelist") + query).status_code == 200, (model, query)
            opened += 1
    assert opened > 20


def test_every_row_opens(client: Client) -> None:
    found = statuses(lambda model: client.get(address(model, "change", first(model))).status_code)
    assert set(found.values()) == {200}


def test_history_is_read_and_never_written(client: Client) -> None:
    def refused(model: type[Model]) -> bool:
        pk = first(model)
        row = model._default_manager.filter(pk=pk).values().get()
        answers = (
            client.get(address(model, "add")),
            client.post(address(model, "add"), {}),
            client.post(address(model, "change", pk), {}),
            client.post(address(model, "delete", pk), {"post": "yes"}),
        )
        chosen = {"action": "delete_selected", "_selected_action": [pk], "post": "yes"}
        client.post(address(model, "changelist"), chosen)
        assert model._default_manager.filter(pk=pk).values().get() == row
        return {answer.status_code for answer in answers} == {403}

    assert {name: is_refused for name, is_refused in statuses(refused, HISTORY).items() if not is_refused} == {}


def test_what_is_not_history_can_be_saved_as_it_is(client: Client) -> None:
    """The form as it was shown, sent back: nothing in it may be refused."""
    for model in set(REGISTRY) - HISTORY:
        page = client.get(address(model, "change", first(model)))
        form = page.context["adminform"].form
        shown = {name: form[name].value() for name in form.fields}
        sent = {name: value for name, value in shown.items() if value is not None and value is not False}
        for inline in page.context["inline_admin_formsets"]:
            management = inline.formset.management_form
            sent |= {management.add_prefix(name): management[name].value() for name in management.fields}
        answer = client.post(address(model, "change", first(model)), sent)
        errors = answer.context["adminform"].form.errors if answer.context else {}
        assert (answer.status_code, dict(errors)) == (302, {}), model


def test_rules_stay_with_their_owner(client: Client, bob: User) -> None:
    rule = Rule.objects.get()
    form = {"owner": bob.pk, "contains": "kiosk", "category": rule.category_id, "position": 0, "is_enabled": "on"}
    client.post(address(Rule, "change", rule.pk), form)
    rule.refresh_from_db()
    assert rule.owner_id != bob.pk
