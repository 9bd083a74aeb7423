"""One condition of a query: a field, an operator and a value become a test."""

from __future__ import annotations

from datetime import date
from typing import cast

from transactions.ledger.search.nodes import (
    DateField,
    Direction,
    FlagTest,
    IdName,
    IdTest,
    NameField,
    NameTest,
    Node,
    TextField,
    TextTest,
)
from transactions.ledger.search.values import ValueProblem, amount_test, date_test, id_number, shortened
from transactions.ledger.search.vocabulary import FLAGS, HAS, SPELLINGS, STATUSES, WITH_NUMBERS, Field, nearest


def is_list_field(field: Field) -> bool:
    """Whether a comma parts two values, either of which will do. In texts and amounts it is part of the value."""
    return field.kind in ("name", "id", "flag")


def field_test(field: Field, operator: str, value: str, today: date | None) -> Node:
    """ValueProblem says what is wrong with the operator or the value."""
    if field.kind == "amount":
        return amount_test(cast("Direction", field.means), operator, value)
    if field.kind == "date":
        return date_test(cast("DateField", field.means), operator, value, today)
    if operator not in (":", "="):
        raise ValueProblem(f"“{field.name}” cannot be compared with {operator}. Write {field.name}: instead.")
    if field.kind == "flag":
        return _flag(field, value)
    is_number = field.name in WITH_NUMBERS and value.startswith("#") and value[1:].isdigit()
    if field.kind == "id" or is_number:
        return IdTest(cast("IdName", field.means), frozenset({id_number(value)}))
    if field.kind == "name":
        return NameTest(cast("NameField", field.means), value)
    return TextTest(cast("TextField", field.means), "equals" if operator == "=" else "contains", value)


def _flag(field: Field, value: str) -> FlagTest:
    word = SPELLINGS.get(value.casefold(), value.casefold())
    known = {"is": tuple(FLAGS), "has": tuple(HAS), "status": STATUSES}[field.name]
    if word not in known:
        meant = nearest(word, known)
        message = f"“{field.name}:{shortened(value)}” means nothing. Choose one of {', '.join(known)}."
        raise ValueProblem(message, meant)
    return FlagTest(f"has {word}" if field.name == "has" else word)
