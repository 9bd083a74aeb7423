"""A query asked of one row without a database. Rules decide with it, and the database must agree with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from transactions.ledger.search.facts import RowFacts, folded
from transactions.ledger.search.nodes import (
    AmountTest,
    And,
    DateTest,
    Everything,
    FlagTest,
    IdTest,
    NameTest,
    Node,
    Not,
    Or,
    TextTest,
)
from transactions.ledger.search.parsing import Query
from transactions.ledger.search.patterns import compiled, minor_bounds, name_fits

Predicate = Callable[[RowFacts], bool]

FLAG_TESTS: dict[str, Predicate] = {
    "income": lambda row: row.amount_minor > 0,
    "expense": lambda row: row.amount_minor < 0,
    "uncategorised": lambda row: any(not share.ids for share in row.categories),
    "transfer": lambda row: row.is_transfer,
    "split": lambda row: row.is_split,
    "suggested": lambda row: row.is_suggested,
    "pending": lambda row: row.status == "pending",
    "cleared": lambda row: row.status == "cleared",
    "reconciled": lambda row: row.status == "reconciled",
    "has attachment": lambda row: row.has_attachment,
    "has note": lambda row: row.note != "" or bool(row.share_notes),
    "has tag": lambda row: bool(row.tags),
    "has category": lambda row: any(share.ids for share in row.categories),
    "has payee": lambda row: row.payee_id is not None,
}


def matches(query: Query, row: RowFacts) -> bool:
    return predicate(query.node)(row)


def predicate(node: Node) -> Predicate:
    """The tree as one function; to be made once for many rows. PatternProblem: a regular expression is not taken."""
    match node:
        case Everything():
            return lambda _row: True
        case And(parts):
            tests = [predicate(part) for part in parts]
            return lambda row: all(test(row) for test in tests)
        case Or(parts):
            tests = [predicate(part) for part in parts]
            return lambda row: any(test(row) for test in tests)
        case Not(part):
            test = predicate(part)
            return lambda row: not test(row)
    return leaf_predicate(node)


def leaf_predicate(node: Node) -> Predicate:
    match node:
        case TextTest():
            return _text(node)
        case NameTest():
            return _name(node)
        case AmountTest():
            return _amount(node)
        case DateTest(field, start, end):
            return lambda row: _is_within(row.booking_date if field == "date" else row.value_date, start, end)
        case FlagTest(flag):
            return FLAG_TESTS[flag]
        case IdTest():
            return _ids(node)
    raise TypeError(node)


def _text(test: TextTest) -> Predicate:
    field, operator = test.field, test.operator
    if operator == "regex":
        search = compiled(test.value).search
        return lambda row: any(search(part) is not None for part in row.parts(field))
    wanted = folded(test.value)
    if field == "text" and operator == "contains":
        return lambda row: wanted in row.folded_text
    compare: Callable[[str], bool] = {
        "contains": lambda text: wanted in text,
        "equals": lambda text: text == wanted,
        "starts": lambda text: text.startswith(wanted),
        "ends": lambda text: text.endswith(wanted),
    }[operator]
    return lambda row: any(compare(folded(part)) for part in row.parts(field))


def _name(test: NameTest) -> Predicate:
    pattern = test.pattern
    match test.field:
        case "category":
            return lambda row: any(name_fits(pattern, label) for share in row.categories for label in share.labels)
        case "tag":
            return lambda row: any(name_fits(pattern, folded(tag)) for tag in row.tags.values())
        case "account":
            return lambda row: name_fits(pattern, folded(row.account))
    return lambda row: name_fits(pattern, folded(row.currency))


def _amount(test: AmountTest) -> Predicate:
    def fits(row: RowFacts) -> bool:
        bounds = minor_bounds(test, row.currency)
        if bounds is None:
            return False
        low, high = bounds
        amount = row.amount_minor
        match test.direction:
            case "in":
                return amount > 0 and low <= amount <= high
            case "out":
                return amount < 0 and low <= -amount <= high
            case "size":
                return low <= abs(amount) <= high
        return low <= amount <= high

    return fits


def _is_within(day: date | None, start: date | None, end: date | None) -> bool:
    return day is not None and (start is None or start <= day) and (end is None or day < end)


def _ids(test: IdTest) -> Predicate:
    ids = test.ids
    match test.field:
        case "category":
            return lambda row: any(share.ids & ids for share in row.categories)
        case "tag":
            return lambda row: any(pk in ids for pk in row.tags)
        case "payee":
            return lambda row: row.payee_id in ids
        case "account":
            return lambda row: row.account_id in ids
        case "import":
            return lambda row: row.import_id in ids
    return lambda row: row.transaction_id in ids
