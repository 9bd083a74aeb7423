"""Scenarios travel with an export and mean the same things under their new ids."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.carried.trials import SHAPES
from advisory.analysis.planning.written import KINDS
from advisory.models import RecurringSeries, SavedScenario
from advisory.services.analysis import analysis_refresh
from advisory.services.scenarios import WRITERS, scenario_create
from advisory.tests.living import household
from advisory.tests.services.test_goals_travel import Rows, exported, newcomer, spoiled
from transactions.models import Category, LedgerAccount, Transaction
from transactions.services.accounts import account_create
from transactions.services.restore import export_restore

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def planned(alice: User) -> User:
    """One scenario with every kind of change."""
    home = household(alice)
    analysis_refresh(owner=alice)
    stream = RecurringSeries.objects.get(owner=alice, payee_key__contains="streamly").pk
    pay = RecurringSeries.objects.get(owner=alice, payee_key__contains="harbour").pk
    loan = account_create(owner=alice, name="Car", currency="EUR", kind="loan", opening_balance=-3000).pk  # type: ignore[arg-type]
    changes: Any = [
        {"kind": "cancel", "series": stream},
        {"kind": "amount", "series": stream, "amount": "-9.99"},
        {"kind": "due_day", "series": stream, "day": 5},
        {"kind": "add", "amount": "-600", "starts": None, "label": "Bicycle"},
        {"kind": "lose_income", "months": 2, "income": [pay]},
        {"kind": "category", "category": home.category("groceries"), "per_cent": "-12.5"},
        {"kind": "debt", "account": loan, "amount": "50"},
    ]
    changes[3]["starts"] = stream_day(stream)
    scenario_create(owner=alice, given={"name": "All", "currency": "EUR", "changes": changes})
    return alice


def stream_day(pk: int) -> Any:
    return RecurringSeries.objects.get(pk=pk).last_date


def told(owner: User) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """By names and texts instead of ids."""
    rows = {pk: f"{day} {who}" for pk, day, who in Transaction.objects.filter(owner=owner).values_list(
        "pk", "booking_date", "counterparty"
    )}  # fmt: skip
    categories = dict(Category.objects.filter(owner=owner).values_list("pk", "name"))
    accounts = dict(LedgerAccount.objects.filter(owner=owner).values_list("pk", "name"))

    def named(change: dict[str, Any]) -> dict[str, Any]:
        found = dict(change)
        for key, names in (("row", rows), ("category", categories), ("account", accounts)):
            if key in found:
                found[key] = names[found[key]]
        return found | ({"rows": [rows[pk] for pk in found["rows"]]} if "rows" in found else {})

    saved = SavedScenario.objects.filter(owner=owner)
    return [(one.name, one.currency, [named(change) for change in one.changes]) for one in saved]


def test_scenarios_come_back_and_mean_the_same(planned: User) -> None:
    before, data = told(planned), exported(planned)
    owner = newcomer()
    export_restore(owner=owner, stream=io.BytesIO(data))
    assert told(owner) == before
    assert [change["kind"] for change in before[0][2]] == list(KINDS)


def test_every_kind_is_written_read_and_carried() -> None:
    assert tuple(WRITERS) == tuple(SHAPES) == KINDS


def unknown_kind(rows: Rows) -> None:
    rows[0]["changes"][0]["kind"] = "luck"


def no_object(rows: Rows) -> None:
    rows[0]["changes"] = [7]


def without_row(rows: Rows) -> None:
    del rows[0]["changes"][0]["row"]


def beyond_a_month(rows: Rows) -> None:
    rows[0]["changes"][2]["day"] = 32


def in_no_rhythm(rows: Rows) -> None:
    rows[0]["changes"][3]["cadence"] = "sometimes"


def endless(rows: Rows) -> None:
    rows[0]["changes"][4]["months"] = 10**6


def less_than_nothing(rows: Rows) -> None:
    rows[0]["changes"][5]["per_cent"] = "-101"


def paid_back(rows: Rows) -> None:
    rows[0]["changes"][6]["amount"] = -1


def too_many(rows: Rows) -> None:
    rows[0]["changes"] *= 3


def no_number(rows: Rows) -> None:
    rows[0]["changes"][6]["account"] = "7"


def test_what_an_archive_names_and_does_not_hold_is_nobodys(planned: User) -> None:
    def strange(rows: Rows) -> None:
        rows[0]["changes"][6]["account"] += 10_000

    owner = newcomer()
    export_restore(owner=owner, stream=spoiled(exported(planned), "SavedScenario", strange))
    (saved,) = SavedScenario.objects.filter(owner=owner)
    assert not LedgerAccount.objects.filter(pk=saved.changes[6]["account"]).exists()


@pytest.mark.parametrize(
    "spoil",
    [
        unknown_kind, no_object, without_row, beyond_a_month, in_no_rhythm, endless, less_than_nothing, paid_back,
        too_many, no_number,
    ],
)  # fmt: skip
def test_what_no_owner_could_have_said_is_not_taken(planned: User, spoil: Callable[[Rows], None]) -> None:
    data = spoiled(exported(planned), "SavedScenario", spoil)
    owner = newcomer()
    with pytest.raises(DomainError):
        export_restore(owner=owner, stream=data)
    assert not SavedScenario.objects.filter(owner=owner).exists()
