"""What a caller gave, checked: ids must be the owner's own, amounts must fit the currency. Errors name the field."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from django.db.models import Model, QuerySet

from accounts.access import get_editable
from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from transactions.ledger.money import MoneyError, is_currency, to_minor

ModelT = TypeVar("ModelT", bound=Model)


def field_error(field: str, message: str) -> DomainError:
    return DomainError("invalid", message, fields={field: [message]})


def own(rows: QuerySet[ModelT], owner: User, pk: object, field: str) -> ModelT:
    """A row that the body of a request points at; another owner's row looks like one that is not there."""
    try:
        return get_editable(rows, owner, pk)
    except NotFoundError as error:
        raise field_error(field, error.message) from None


def own_or_none(rows: QuerySet[ModelT], owner: User, pk: object | None, field: str) -> ModelT | None:
    return None if pk is None else own(rows, owner, pk, field)


def minor(amount: Decimal | str | int, currency: str, field: str = "amount") -> int:
    try:
        return to_minor(amount, currency)
    except MoneyError as error:
        raise field_error(field, str(error)) from None


def currency_code(code: str, field: str = "currency") -> str:
    """An existing ISO 4217 code in capitals."""
    code = code.strip().upper()
    if not is_currency(code):
        raise field_error(field, f"{code!r} is not an ISO 4217 currency code, such as EUR.")
    return code


def name_text(text: str, field: str = "name") -> str:
    """A name of at least one visible character, without control characters."""
    cleaned = " ".join("".join(letter for letter in text if letter.isprintable()).split())
    if not cleaned:
        raise field_error(field, "It needs at least one visible character.")
    return cleaned
