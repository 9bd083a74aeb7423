"""Goals and what is said of debts travel with an export; the ledger's hash knows nothing of them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Advice, DebtTerms, Goal, GoalAccount, PayoffChoice
from advisory.services.debts import debt_terms_set, payoff_choose
from advisory.services.goals import goal_create, goal_delete
from advisory.tests.books import Book
from transactions.models import LedgerAccount
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.accounts import account_create
from transactions.services.export import export_write
from transactions.services.restore import export_restore
from transactions.tests.services.test_export_restore import changed

pytestmark = pytest.mark.django_db(transaction=True)
Rows = list[dict[str, Any]]


@pytest.fixture
def planned(book: Book) -> User:
    """Two goals, one of them on two accounts, one removed goal, a loan with terms, and advice on a goal."""
    owner = book.owner
    other = book.account("Savings", "EUR")
    given: Any = {"name": "Boat", "currency": "EUR", "target": Decimal(9000), "note": "Blue."}
    boat = goal_create(owner=owner, given=given | {"accounts": [other.pk, book.giro.pk]})
    goal_create(owner=owner, given=given | {"name": "Trip", "saved": Decimal(5), "monthly": Decimal(6)})
    gone = goal_create(owner=owner, given=given | {"name": "Gone", "accounts": [other.pk]})
    goal_delete(owner=owner, goal_id=gone.pk)
    Goal.objects.filter(pk=boat.pk).update(reached_on=date(2026, 3, 1), facts={"odds": "f1"})
    loan = account_create(owner=owner, name="Car", currency="EUR", kind="loan", opening_balance=Decimal(-9000))
    debt_terms_set(owner=owner, account_id=loan.pk, rate=Decimal("4.575"), least=Decimal(200), position=3)
    payoff_choose(owner=owner, currency="EUR", extra=Decimal(50), order="own")
    Advice.objects.create(
        owner=owner, rule="A25", dedup_key=f"A25:goal={boat.pk}", title="Boat is falling behind", what="x", why="x",
        how="x", as_of=date(2026, 3, 1), currency="EUR", engine="advice@3", status=Advice.Status.ACCEPTED,
        accepted_at=datetime(2026, 3, 2, tzinfo=UTC),
        follow_up={"kind": "value", "window_days": 183, "watch": {"value": f"goal:{boat.pk}:odds", "at_least": "0.7"}},
    )  # fmt: skip
    return owner


def exported(owner: User) -> bytes:
    stream = io.BytesIO()
    export_write(owner=owner, stream=stream)
    return stream.getvalue()


def newcomer() -> User:
    return User.objects.create_user("new@example.org")


def state(owner: User) -> dict[str, Any]:
    """Everything that is said, by names instead of ids."""
    goals = Goal.objects.filter(owner=owner).order_by("position")
    fields = ("name", "currency", "target_minor", "target_date", "saved_minor", "monthly_minor", "note", "position",
              "reached_on", "is_archived", "created_at")  # fmt: skip
    links = GoalAccount.objects.filter(goal__owner=owner).order_by("pk")
    terms = DebtTerms.objects.filter(owner=owner).values_list("account__name", "rate", "least_minor", "position")
    choices = PayoffChoice.objects.filter(owner=owner).values_list("currency", "extra_minor", "order")
    return {
        "goals": list(goals.filter(removed_at=None).values_list(*fields)),
        "links": list(links.filter(goal__removed_at=None).values_list("goal__name", "account__name")),
        "terms": list(terms),
        "choices": list(choices),
    }


def test_goals_and_debts_come_back_under_new_ids(planned: User) -> None:
    before, data = state(planned), exported(planned)
    owner = newcomer()
    export_restore(owner=owner, stream=io.BytesIO(data))
    assert state(owner) == before
    assert [len(one) for one in before.values()] == [2, 2, 1, 1]
    assert set(Goal.objects.filter(owner=owner).values_list("name", flat=True)) == {"Boat", "Trip"}
    boat = Goal.objects.get(owner=owner, name="Boat")
    assert boat.facts == {}
    assert boat.accounts.filter(owner=owner).count() == 2
    advice = Advice.objects.get(owner=owner)
    assert advice.dedup_key == f"A25:goal={boat.pk}"
    assert advice.follow_up["watch"]["value"] == f"goal:{boat.pk}:odds"


def test_the_ledgers_hash_knows_nothing_of_them(planned: User) -> None:
    before = ledger_content_hash(owner=planned)
    Goal.objects.filter(owner=planned).delete()
    DebtTerms.objects.filter(owner=planned).delete()
    PayoffChoice.objects.filter(owner=planned).delete()
    assert ledger_content_hash(owner=planned) == before


def negative(rows: Rows) -> None:
    rows[0]["target_minor"] = -1


def in_no_currency(rows: Rows) -> None:
    rows[0]["currency"] = "XXQ"


def usurious(rows: Rows) -> None:
    rows[0]["rate"] = "201"


def of_somebody_else(rows: Rows) -> None:
    rows[0]["account_id"] = LedgerAccount.objects.order_by("pk")[0].pk + 10_000


def in_no_order(rows: Rows) -> None:
    rows[0]["order"] = "luck"


@pytest.mark.parametrize(
    ("table", "spoil"),
    [
        ("Goal", negative),
        ("Goal", in_no_currency),
        ("DebtTerms", usurious),
        ("DebtTerms", of_somebody_else),
        ("GoalAccount", of_somebody_else),
        ("PayoffChoice", in_no_order),
    ],
)
def test_what_no_owner_could_have_said_is_not_taken(planned: User, table: str, spoil: Callable[[Rows], None]) -> None:
    data = spoiled(exported(planned), table, spoil)
    owner = newcomer()
    with pytest.raises(DomainError):
        export_restore(owner=owner, stream=data)
    assert not LedgerAccount.objects.filter(owner=owner).exists()
    assert not Goal.objects.filter(owner=owner).exists()


def spoiled(data: bytes, table: str, spoil: Callable[[Rows], None]) -> io.BytesIO:
    def edit(content: bytes) -> bytes:
        rows = [json.loads(line) for line in content.decode().splitlines()]
        spoil(rows)
        return "".join(json.dumps(row) + "\n" for row in rows).encode()

    return changed(data, f"data/{table}.jsonl", edit)
