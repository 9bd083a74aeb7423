"""A household's ledger against everybody's own: every operation for every role, and nothing of one in the other.

The operations are those of tests/test_routes.py; what households themselves are is in accounts/tests/api.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEvent, Household, Membership, PersonalToken, User
from accounts.scopes import PERSON, QUESTIONS
from accounts.services.households import household_create
from accounts.services.personal_tokens import personal_token_create
from advisory.tests.books import Book
from tests import test_routes
from tests.test_routes import CLOSED, ONE, PASSWORD, STAFF, Route, signed_in, state_of
from transactions.api.list_files import LISTS as LIST_FILES
from transactions.models import ChangeSet, Job, Transaction
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.jobs import job_run
from transactions.services.ledger_check import ledger_check

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(900)]
alice, bob = test_routes.alice, test_routes.bob  # their fixtures
LEDGERS = [(route, method) for route, method in CLOSED if not route.address.startswith(PERSON)]
UNSAFE = [(route, method) for route, method in LEDGERS if method != "get"]
READINGS = (
    *("transactions/", "transactions/totals/", "accounts/", "payees/", "tags/", "rules/", "summary/", "net-worth/"),
    *("cash-flow/", "insights/", "advice/", "bills/", "forecast/", "health-score/", "drivers/", "reports/", "jobs/"),
    *("changes/", "transfers/", "imports/", "budgets/", "goals/", "debts/", "export/?format=zip"),
    *("transactions/?query=Zebra", "transactions/?query=Quokka", "transactions/completions/?q=payee:"),
    *(f"{name}/export/?format=csv" for name in LIST_FILES),
)


@pytest.fixture
def home(alice: User, bob: User) -> Household:
    """Bob's; Alice looks."""
    household = household_create(person=bob, name="Linden").household
    Membership.objects.create(household=household, person=alice, role=Membership.Role.VIEWER)
    return household


def acting(person: User, household: Household | int) -> APIClient:
    client = signed_in(person)
    number = household if isinstance(household, int) else household.pk
    client.defaults["HTTP_X_LEDGER"] = str(number)
    return client


def answers(client: APIClient, operations: list[tuple[Route, str]], number: str = "1") -> Iterator[tuple[str, Any]]:
    for route, method in operations:
        path = route.address.replace("<pk>", number).replace("<name>", "report.json")
        yield f"{method} {path}", getattr(client, method)(path)


def told(found: Iterator[tuple[str, Any]], *expected: int) -> dict[str, int]:
    return {what: answer.status_code for what, answer in found if answer.status_code not in expected}


def test_a_viewer_changes_nothing_by_any_operation(home: Household, alice: User) -> None:
    before = ledger_content_hash(owner=home.ledger)
    for what, answer in answers(acting(alice, home), UNSAFE):
        if what.split()[1] in QUESTIONS:
            assert answer.status_code == 400, what  # asked without a question
        else:
            assert (answer.status_code, answer.json()["code"]) == (403, "read_only"), what
    assert len(UNSAFE) > 100
    assert ledger_content_hash(owner=home.ledger) == before
    assert not Job.objects.filter(owner=home.ledger).exists()


def test_a_viewer_reads_by_every_operation(home: Household, alice: User) -> None:
    listed = [
        (route, method)
        for route, method in LEDGERS
        if method == "get" and route.address not in {*ONE, *STAFF, "/api/telemetry/stream/"}
    ]
    assert told(answers(acting(alice, home), listed), 200) == {}


@pytest.mark.parametrize("number", ["0", "999999", "x", "-1", "1.0", "9" * 40, "☃"])
def test_a_household_that_is_not_ones_own_is_not_there(home: Household, alice: User, number: str) -> None:
    client = signed_in(alice)
    client.defaults["HTTP_X_LEDGER"] = number
    asked = LEDGERS if number == "999999" else LEDGERS[:3]
    assert told(answers(client, asked), 404) == {}


def test_a_stranger_meets_404_at_every_operation(home: Household) -> None:
    stranger = User.objects.create_user("carol@example.org", PASSWORD)
    for what, answer in answers(acting(stranger, home), LEDGERS):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), what
    assert APIClient(HTTP_X_LEDGER=str(home.pk)).get("/api/accounts/").status_code == 401


def test_a_partner_meets_no_fault_at_any_operation(home: Household, alice: User) -> None:
    Membership.objects.filter(person=alice).update(role=Membership.Role.PARTNER)
    client = acting(alice, home)
    client.raise_request_exception = False
    asked = [one for one in LEDGERS if one[0].address != "/api/telemetry/stream/"]
    faults = {
        what: answer.status_code for what, answer in answers(client, asked, "999999") if answer.status_code >= 500
    }
    assert faults == {}
    assert client.post("/api/tags/", {"name": "Trip"}).status_code == 201
    assert home.ledger.tags.count() == 1
    assert alice.tags.count() == 0


def test_what_is_about_the_person_takes_no_notice(home: Household, alice: User) -> None:
    client = acting(alice, home)
    assert client.get("/api/auth/me/").json()["email"] == alice.email
    assert client.patch("/api/auth/me/", {"display_name": "Al"}).status_code == 200
    assert acting(alice, 999999).get("/api/auth/sessions/").status_code == 200


def row(client: APIClient, payee: str, amount: str) -> None:
    account = client.get("/api/accounts/").json()["results"][0]["id"]
    sent = {"account": account, "booking_date": "2025-03-04", "amount": amount, "counterparty": payee, "note": payee}
    assert client.post("/api/transactions/", sent).status_code == 201


def words_of(client: APIClient, path: str) -> bytes:
    answer: Any = client.get(f"/api/{path}")
    assert answer.status_code == 200, path
    content: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:2] != b"PK":
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_nothing_of_the_one_ledger_is_in_the_other(home: Household, bob: User) -> None:
    """Two ledgers of one person, each with a payee and an amount that the other has not; both ways."""
    shared, own = acting(bob, home), signed_in(bob)
    for client, owner, payee, amount in (
        (shared, home.ledger, "Zebra Kiosk", "-777.77"),
        (own, bob, "Quokka Kiosk", "-333.33"),
    ):
        book = Book(owner)
        book.three_months()
        book.everything()
        row(client, payee, amount)
        job_run(job_id=client.post("/api/reports/", {"month": "2025-03"}).json()["job"]["id"])
    for client, theirs, others in ((shared, b"Zebra", (b"Quokka", b"333.33")), (own, b"Quokka", (b"Zebra", b"777.77"))):
        found = {path: words_of(client, path) for path in READINGS}
        assert [path for path, said in found.items() for word in others if word in said] == []
        assert theirs in found["transactions/"]
        assert theirs in found["export/?format=zip"]
    report = own.get("/api/reports/").json()["results"][0]["id"]
    assert shared.get(f"/api/reports/{report}/").status_code == 404
    assert shared.get(f"/reports-files/{report}/report.json").status_code == 404
    assert own.get(f"/reports-files/{report}/report.json").status_code == 200


def test_a_row_of_one_ledger_is_no_row_of_the_other(home: Household, bob: User) -> None:
    Book(home.ledger).three_months()
    txn = Transaction.objects.filter(owner=home.ledger)[0]
    before = state_of(home.ledger)
    own = signed_in(bob)
    assert own.patch(f"/api/transactions/{txn.pk}/", {"note": "Mine"}).status_code == 404
    assert own.delete(f"/api/accounts/{txn.account_id}/").status_code == 404
    sent = {"account": txn.account_id, "booking_date": "2025-03-04", "amount": "-1.00"}
    assert own.post("/api/transactions/", sent).status_code == 400
    assert state_of(home.ledger) == before


def test_history_and_trail_name_who_did_it(home: Household, alice: User, bob: User) -> None:
    Membership.objects.filter(person=alice).update(role=Membership.Role.PARTNER)
    Book(home.ledger).three_months()
    changes = ChangeSet.objects.filter(owner=home.ledger)
    for person in (alice, bob):
        row(acting(person, home), person.email, "-1.00")
        assert changes[0].actor == person
    shown = acting(bob, home).get("/api/changes/").json()["results"]
    assert [one["actor"] for one in shown[:3]] == ["bob@example.org", "alice@example.org", "Linden"]
    assert acting(alice, home).post("/api/changes/undo/").status_code == 200, "her own, not the latest"
    assert not Transaction.objects.filter(owner=home.ledger, note="alice@example.org").exists()
    export = acting(alice, home).post("/api/export/", {}).json()["id"]
    assert Job.objects.get(pk=export).asked_by == alice
    event = AuditEvent.objects.get(action="data_exported")
    assert (event.user, event.detail["household"]) == (alice, home.pk)


def test_a_program_acts_within_scopes_and_role(home: Household, alice: User, bob: User) -> None:
    def program(owner: User, *scopes: PersonalToken.Scope) -> APIClient:
        client = APIClient(HTTP_X_LEDGER=str(home.pk))
        token = personal_token_create(owner=owner, name="Script", scopes=scopes)[1]
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
        return client

    scopes = PersonalToken.Scope
    assert [one["id"] for one in program(bob, scopes.IMPORT).get("/api/households/").json()] == [home.pk]
    assert program(bob, scopes.READ).post("/api/tags/", {"name": "Trip"}).json()["code"] == "scope_missing"
    assert program(bob, scopes.WRITE).post("/api/tags/", {"name": "Trip"}).status_code == 201
    assert program(alice, *scopes).post("/api/tags/", {"name": "Trip"}).json()["code"] == "read_only"
    assert program(alice, scopes.READ).get("/api/tags/").json()["results"][0]["name"] == "Trip"
    assert program(bob, *scopes).delete(f"/api/households/{home.pk}/").json()["code"] == "scope_missing"


def test_reports_of_a_household_are_not_mailed(home: Household, bob: User) -> None:
    client = acting(bob, home)
    assert client.get("/api/reports/schedule/").json()["address"] == ""
    refused = client.put("/api/reports/schedule/", {"deliver_by_mail": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "no_mailbox")
    assert client.put("/api/reports/schedule/", {"quarterly": True}).status_code == 200


def archive_of(client: APIClient) -> io.BytesIO:
    answer: Any = client.get("/api/export/?format=zip")
    archive = io.BytesIO(b"".join(answer.streaming_content))
    archive.name = "mine.zip"
    return archive


def test_what_was_ones_own_comes_along_as_an_archive(home: Household, bob: User) -> None:
    """The way in for what somebody kept alone until now: all of it, row for row, and it stays where it was too."""
    book = Book(bob)
    book.three_months()
    before = ledger_content_hash(owner=bob)
    sent = {"file": archive_of(signed_in(bob))}
    answer = acting(bob, home).post("/api/restore/", sent, format="multipart")
    assert answer.status_code == 201, answer.content
    assert ledger_content_hash(owner=home.ledger) == before == ledger_content_hash(owner=bob)
    assert home.ledger.transactions.count() == bob.transactions.count() > 0
    assert ledger_check(owner=home.ledger) == []
