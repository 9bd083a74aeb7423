"""Scenarios: said, saved, changed and thrown away. What is said is checked here and written down in its stored form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict

from django.db import transaction

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.carried.trials import LEAST_PER_CENT, LONGEST_LABEL, MOST_CHANGES, MOST_PER_CENT
from advisory.analysis.planning.payoff import BORROWED_KINDS
from advisory.models import RecurringSeries, SavedScenario
from advisory.selectors.series import ids_of
from transactions.models import Category, LedgerAccount
from transactions.services.given import currency_code, field_error, minor, name_text, own

MOST_SCENARIOS = 50
FIELD = "changes"
LAST_DAY_OF_MONTH = 31


class ChangeGiven(TypedDict, total=False):
    """One change as it is said: `kind` and what that needs. Amounts in units of the scenario's currency, signed."""

    kind: str
    series: int
    income: Sequence[int]
    account: int
    category: int
    amount: Decimal
    per_cent: Decimal
    day: int
    months: int
    cadence: str
    starts: date
    until: date
    label: str


class ScenarioGiven(TypedDict, total=False):
    name: str
    currency: str
    changes: Sequence[ChangeGiven]


@transaction.atomic
def scenario_create(*, owner: User, given: ScenarioGiven) -> SavedScenario:
    """DomainError naming the field for what cannot be."""
    if editable_by(SavedScenario.objects.all(), owner).count() >= MOST_SCENARIOS:
        raise DomainError("too_many", f"You can keep at most {MOST_SCENARIOS} scenarios. Throw one away first.")
    return _saved(SavedScenario(owner=owner), given)


@transaction.atomic
def scenario_update(*, owner: User, scenario_id: int, given: ScenarioGiven) -> SavedScenario:
    """Change what is named in `given`. Another currency needs the changes said anew."""
    row = get_editable(SavedScenario.objects.select_for_update(no_key=True), owner, scenario_id)
    return _saved(row, given)


def scenario_delete(*, owner: User, scenario_id: int) -> None:
    get_editable(SavedScenario.objects.all(), owner, scenario_id).delete()


def _saved(row: SavedScenario, given: ScenarioGiven) -> SavedScenario:
    before = row.currency
    row.currency = currency_code(given.get("currency", before))
    if "name" in given:
        row.name = name_text(given["name"])[:80]
    if before and row.currency != before and "changes" not in given:
        raise field_error("currency", "Amounts are in the old currency: say the changes anew.")
    if "changes" in given:
        row.changes = changes_written(owner=row.owner, currency=row.currency, changes=given["changes"])
    row.save()
    return row


def changes_written(*, owner: User, currency: str, changes: Sequence[ChangeGiven]) -> list[dict[str, Any]]:
    """The stored form of what is said. DomainError naming the field for what cannot be."""
    if len(changes) > MOST_CHANGES:
        raise field_error(FIELD, f"Try at most {MOST_CHANGES} changes at once.")
    code = currency_code(currency)
    return [_written(owner, code, one) for one in changes]


def _written(owner: User, currency: str, given: ChangeGiven) -> dict[str, Any]:
    found = {"kind": given["kind"], **WRITERS[given["kind"]](owner, currency, given)}
    for name, day in (("from", given.get("starts")), ("until", given.get("until"))):
        if day is not None:
            found[name] = day.isoformat()
    label = " ".join(given.get("label", "").split())[:LONGEST_LABEL]
    return found | ({"label": label} if label else {})


def _needed(given: ChangeGiven, name: str) -> Any:
    value = given.get(name)
    if value is None:
        raise field_error(FIELD, f"A change of this kind ({given['kind']}) needs “{name}”.")
    return value


def _row_of(owner: User, currency: str, series_id: int) -> int:
    """The newest row of a series, by which it is found again; of one that is only declared its mark."""
    series = own(RecurringSeries.objects.all(), owner, series_id, FIELD)
    if series.currency != currency:
        raise field_error(FIELD, f"{series.effective('label')} is in {series.currency}, the scenario in {currency}.")
    known = ids_of(series)
    if not known:
        raise field_error(FIELD, f"{series.effective('label')} has no rows any more.")
    return known[-1]


def _cancel(owner: User, currency: str, given: ChangeGiven) -> dict[str, Any]:
    return {"row": _row_of(owner, currency, _needed(given, "series"))}


def _amount(owner: User, currency: str, given: ChangeGiven) -> dict[str, Any]:
    row = _row_of(owner, currency, _needed(given, "series"))
    return {"row": row, "amount": minor(_needed(given, "amount"), currency, FIELD)}


def _due_day(owner: User, currency: str, given: ChangeGiven) -> dict[str, Any]:
    row, day = _row_of(owner, currency, _needed(given, "series")), _needed(given, "day")
    if not 1 <= day <= LAST_DAY_OF_MONTH:
        raise field_error(FIELD, "A day of the month is 1 to 31.")
    return {"row": row, "day": day}


def _add(_owner: User, currency: str, given: ChangeGiven) -> dict[str, Any]:
    starts, until = _needed(given, "starts"), given.get("until")
    if until is not None and until < starts:
        raise field_error(FIELD, "The last day lies before the first.")
    cadence = {"cadence": given["cadence"]} if given.get("cadence") else {}
    return {"amount": minor(_needed(given, "amount"), currency, FIELD), **cadence}


def _lose_income(owner: User, currency: str, given: ChangeGiven) -> dict[str, Any]:
    rows = [_row_of(owner, currency, pk) for pk in dict.fromkeys(given.get("income", ()))]
    return {"months": _needed(given, "months"), **({"rows": rows} if rows else {})}


def _category(owner: User, _currency: str, given: ChangeGiven) -> dict[str, Any]:
    category = own(Category.objects.all(), owner, _needed(given, "category"), FIELD)
    per_cent = Decimal(_needed(given, "per_cent"))
    if not LEAST_PER_CENT <= per_cent <= MOST_PER_CENT:
        raise field_error(FIELD, f"Give a part from {LEAST_PER_CENT} to {MOST_PER_CENT} per cent.")
    return {"category": category.pk, "per_cent": f"{per_cent:f}"}


def _debt(owner: User, currency: str, given: ChangeGiven) -> dict[str, Any]:
    account = own(LedgerAccount.objects.filter(kind__in=BORROWED_KINDS), owner, _needed(given, "account"), FIELD)
    if account.currency != currency:
        raise field_error(FIELD, f"{account.name} is in {account.currency}, the scenario in {currency}.")
    extra = minor(_needed(given, "amount"), currency, FIELD)
    if extra < 0:
        raise field_error(FIELD, "What is paid on top of a debt is not negative.")
    return {"account": account.pk, "amount": extra}


WRITERS: Mapping[str, Callable[[User, str, ChangeGiven], dict[str, Any]]] = {
    "cancel": _cancel,
    "amount": _amount,
    "due_day": _due_day,
    "add": _add,
    "lose_income": _lose_income,
    "category": _category,
    "debt": _debt,
}
"""By kind, as `analysis.planning.written.READERS`."""
