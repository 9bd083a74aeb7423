"""Conditions of rules: plain JSON in, the search language's tree out.

    {"all": [...]}  {"any": [...]}  {"not": {...}}  {"query": "payee:market amount>50"}
    {"field": "text", "op": "contains", "value": "market"}

Texts (text, payee, counterparty, description, note): contains, equals, starts, ends, regex, in. Amounts (amount,
signed, in, out) and days (date, valued): equals, >, >=, <, <=, between [low, high] with both included. category,
account, payee and tag: is or in, by number. currency: is or in. is, has, status: is or in, with the words of the
search language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from transactions.ledger.rules_problems import RuleProblem
from transactions.ledger.search.facts import folded
from transactions.ledger.search.nodes import (
    And,
    IdName,
    IdTest,
    Node,
    Not,
    Or,
    TextField,
    TextOperator,
    TextTest,
    joined,
)
from transactions.ledger.search.parsing import DEEPEST, MOST_TERMS, QueryError, parse_query
from transactions.ledger.search.patterns import PatternProblem, compiled
from transactions.ledger.search.terms import field_test
from transactions.ledger.search.values import ValueProblem, amount_test, date_test, shortened
from transactions.ledger.search.vocabulary import FIELDS

TEXTS = ("text", "payee", "counterparty", "description", "note")
AMOUNTS = {"amount": "size", "signed": "signed", "in": "in", "out": "out"}
DAYS = ("date", "valued")
NUMBERED = ("category", "account", "payee", "tag")
WORDS = ("is", "has", "status", "currency")
TEXT_OPERATORS = {
    "contains": "contains", "equals": "equals", "is": "equals", "starts": "starts", "ends": "ends", "regex": "regex",
}  # fmt: skip
ORDERS = {"equals": "=", "is": "=", ">": ">", ">=": ">=", "<": "<", "<=": "<="}
LONGEST_TEXT = 200
MOST_VALUES = 100
KINDS = ("all", "any", "not", "query", "field")


def condition_tree(condition: object, today: date | None = None) -> Node:
    """The tree of a condition, or RuleProblem that says where it makes no sense."""
    return _Reader(today).read(condition, "condition", 0)


def contains_condition(text: str) -> dict[str, Any]:
    """The condition of a rule that looks for words anywhere."""
    return {"field": "text", "op": "contains", "value": text}


def contains_of(condition: object) -> str:
    """The words, when the condition is only that; otherwise ''."""
    if isinstance(condition, dict) and condition.get("field") == "text" and condition.get("op") == "contains":
        return str(condition.get("value", ""))
    return ""


class _Reader:
    def __init__(self, today: date | None) -> None:
        self.today = today
        self.terms = 0

    def read(self, given: object, path: str, depth: int) -> Node:
        if not isinstance(given, dict):
            raise RuleProblem(path, "A condition is an object, such as {field, op, value}.")
        if depth > DEEPEST:
            raise RuleProblem(path, f"Conditions can be nested at most {DEEPEST} deep.")
        kind = next((kind for kind in KINDS if kind in given), None)
        if kind is None:
            raise RuleProblem(path, "A condition needs one of all, any, not, query or field.")
        allowed = {"field", "op", "value"} if kind == "field" else {kind}
        if strange := sorted(given.keys() - allowed):
            raise RuleProblem(f"{path}.{strange[0]}", "This has no place beside the rest of the condition.")
        if kind == "not":
            return Not(self.read(given["not"], f"{path}.not", depth + 1))
        if kind in ("all", "any"):
            return self._several(given[kind], f"{path}.{kind}", And if kind == "all" else Or, depth)
        return self._query(given["query"], f"{path}.query") if kind == "query" else self._test(given, path)

    def _several(self, given: object, path: str, kind: type[And] | type[Or], depth: int) -> Node:
        if not isinstance(given, list) or not given:
            raise RuleProblem(path, "Give at least one condition.")
        return joined(kind, [self.read(one, f"{path}.{at}", depth + 1) for at, one in enumerate(given)])

    def _query(self, given: object, path: str) -> Node:
        if not isinstance(given, str) or not given.strip():
            raise RuleProblem(path, "Write a query, such as payee:market amount>50.")
        found = parse_query(given, self.today)
        if isinstance(found, QueryError):
            raise RuleProblem(path, f"{found.message} (at character {found.position + 1})")
        return found.node

    def _test(self, given: Mapping[str, Any], path: str) -> Node:
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise RuleProblem(path, f"A rule can have at most {MOST_TERMS} conditions.")
        field, operator, value = given["field"], given.get("op", "is"), given.get("value")
        read = next((read for names, read in self._readers() if field in names), None)
        if not isinstance(field, str) or read is None:
            known = ", ".join((*TEXTS, *AMOUNTS, *DAYS, *NUMBERED, *WORDS))
            raise RuleProblem(f"{path}.field", f"Choose one of {known}.")
        if not isinstance(operator, str):
            raise RuleProblem(f"{path}.op", "The operator is a word or a sign.")
        if operator == "in":
            values = _values(value, f"{path}.value")
            return joined(Or, [read(field, "is", one, path) for one in values])
        return read(field, operator, value, path)

    def _readers(self) -> list[tuple[Any, Callable[[str, str, Any, str], Node]]]:
        return [
            (TEXTS, self._text_or_number),
            (AMOUNTS, self._ordered),
            (DAYS, self._ordered),
            (NUMBERED, self._number),
            (WORDS, self._word),
        ]

    def _text_or_number(self, field: str, operator: str, value: Any, path: str) -> Node:
        if field == "payee" and isinstance(value, int) and not isinstance(value, bool):
            return self._number(field, operator, value, path)
        return _text(field, operator, value, path)

    def _ordered(self, field: str, operator: str, value: Any, path: str) -> Node:
        if operator == "between":
            low, high = _pair(value, f"{path}.value")
            sign, text = ":", f"{low}..{high}"
        elif operator in ORDERS:
            sign, text = ORDERS[operator], _plain(value, f"{path}.value")
        else:
            raise RuleProblem(f"{path}.op", f"Choose one of {', '.join(ORDERS)}, between, in.")
        try:
            if field in AMOUNTS:
                return amount_test(AMOUNTS[field], sign, text)  # type: ignore[arg-type]
            return date_test(field, sign, text, self.today)  # type: ignore[arg-type]
        except ValueProblem as problem:
            raise RuleProblem(f"{path}.value", problem.message) from None

    def _number(self, field: str, operator: str, value: Any, path: str) -> Node:
        if operator not in ("is", "equals"):
            raise RuleProblem(f"{path}.op", "Choose is or in.")
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**63:
            raise RuleProblem(f"{path}.value", f"Give the number of the {field}.")
        return IdTest(cast("IdName", field), frozenset({value}))

    def _word(self, field: str, operator: str, value: Any, path: str) -> Node:
        if operator not in ("is", "equals"):
            raise RuleProblem(f"{path}.op", "Choose is or in.")
        try:
            return field_test(FIELDS[field], "=", _plain(value, f"{path}.value"), self.today)
        except ValueProblem as problem:
            raise RuleProblem(f"{path}.value", problem.message) from None


def _text(field: str, operator: str, value: Any, path: str) -> Node:
    if operator not in TEXT_OPERATORS:
        raise RuleProblem(f"{path}.op", f"Choose one of {', '.join(TEXT_OPERATORS)}, in.")
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise RuleProblem(f"{path}.value", f"Write a text of at most {LONGEST_TEXT} characters.")
    if operator == "regex":
        try:
            compiled(value)
        except PatternProblem as problem:
            raise RuleProblem(f"{path}.value", str(problem)) from None
    elif not folded(value):
        raise RuleProblem(f"{path}.value", "Write what to look for.")
    return TextTest(cast("TextField", field), cast("TextOperator", TEXT_OPERATORS[operator]), value)


def _values(value: Any, path: str) -> list[Any]:
    if not isinstance(value, list) or not 0 < len(value) <= MOST_VALUES:
        raise RuleProblem(path, f"Give a list of 1 to {MOST_VALUES} values.")
    return value


def _pair(value: Any, path: str) -> tuple[str, str]:
    if not isinstance(value, list) or len(value) != 2:
        raise RuleProblem(path, "Give two values: the lowest and the highest.")
    return _plain(value[0], path), _plain(value[1], path)


def _plain(value: Any, path: str) -> str:
    """A number or word as it would be typed."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise RuleProblem(path, "Give a text or a number.")
    text = str(value).strip()
    if ".." in text or len(text) > LONGEST_TEXT:
        raise RuleProblem(path, f"“{shortened(text)}” is no single value. Use between for a range.")
    return text
