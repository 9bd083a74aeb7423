"""What a file leaves open and what hangs on it. Asked only where nothing in the file decides; each shows a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from transactions.statements.csv_dates import NAMES, DateOrder
from transactions.statements.csv_drafts import Draft
from transactions.statements.csv_reading import ReadTable
from transactions.statements.csv_scheme import Scheme
from transactions.statements.numbers import parse_amount
from transactions.statements.parsed import Overrides, Question, QuestionOption
from transactions.statements.words_money_signs import MONEY_NAMES

ENGLISH_NAME = re.compile(r"\b(date|amount|description|debit|credit|balance|withdrawals?|deposits?)\b")
CLOSE = 0.5  # readings of the columns whose scores differ by less are a draw
# Currencies whose amounts have three decimals, and such that have none: their marks leave nothing open.
THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
NO_DECIMALS = frozenset({"JPY", "KRW", "VND", "IDR", "CLP", "ISK", "HUF", "PYG", "COP", "XOF", "XAF", "UGX", "TWD"})


def ask(
    read: Sequence[ReadTable], order: DateOrder, overrides: Overrides, currencies: set[str]
) -> tuple[Question, ...]:
    """`currencies`: those of the lines, the caller's default included. What the user has said is not asked."""
    questions = (
        None if overrides.date_order else _date_order(read, order),
        None if overrides.currency else next((asked for one in read if (asked := _currency(one)) is not None), None),
        None if overrides.columns else _columns(read[0]),
        None if overrides.decimal_mark else _decimal_mark(read[0], currencies),
        None if overrides.sign else next((asked for one in read if (asked := _sign(one)) is not None), None),
    )
    return tuple(question for question in questions if question is not None)


def _date_order(read: Sequence[ReadTable], order: DateOrder) -> Question | None:
    if len(order.open_orders) < 2:
        return None
    drafts = (draft for one in read for draft in one.rows.drafts)
    differs = (draft for draft in drafts if len({draft.booking.in_order(name) for name in order.open_orders}) > 1)
    shown = next(differs, None) or next(draft for one in read for draft in one.rows.drafts)
    cell = _cell(read[0], shown, read[0].layout.booking)
    options = [
        QuestionOption(name, f"{_day(shown.booking.in_order(name))} ({NAMES[name]})") for name in order.open_orders
    ]
    return Question("date_order", f"Which day is {cell!r} in line {shown.record.line}?", tuple(options), order.order)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day is not None else "not a day"


def _sign(one: ReadTable) -> Question | None:
    if not one.sign.is_open:
        return None
    shown = next((draft for draft in one.rows.drafts if one.sign.apply(draft.money)), None)
    if shown is None:
        return None
    assumed = one.sign.convention
    amount = abs(one.sign.apply(shown.money))
    is_minus = shown.money.amount is not None and shown.money.amount.value < 0
    text = shown.money.text[:60] or "this movement"
    came, went = f"{amount} came in", f"{amount} was paid"
    options = (
        QuestionOption("reversed", came if is_minus else went),
        QuestionOption("signed", went if is_minus else came),
    )
    message = f"The file does not say which way money went. What is {text!r} in line {shown.record.line}?"
    return Question("sign", message, options, assumed)


def _currency(one: ReadTable) -> Question | None:
    """Which country's money a sign stands for that several countries use."""
    told = one.money_sign
    if not told.is_open or not one.rows.drafts:
        return None
    shown = one.rows.drafts[0]
    cell = next((cell for i in one.layout.scheme.money_columns if (cell := _cell(one, shown, i))), "")
    options = tuple(
        QuestionOption(code, f"{MONEY_NAMES[code]} ({code})" if code in MONEY_NAMES else code) for code in told.options
    )
    what = f"{cell!r} in line {shown.record.line}" if told.sign in cell else f"the sign {told.sign!r}"
    return Question("currency", f"Which currency is {what}?", options, told.code)


def _decimal_mark(one: ReadTable, currencies: set[str]) -> Question | None:
    columns = [one.layout.columns[i] for i in one.layout.scheme.money_columns if i < len(one.layout.columns)]
    filled = [column for column in columns if column.count]
    if not filled or not all(column.open_marks for column in filled) or currencies & NO_DECIMALS:
        return None
    if filled[0].decimal_mark == "." or not _may_have_three_decimals(one):
        return None
    index = filled[0].index
    cells = ((_cell(one, draft, index), draft) for draft in one.rows.drafts)
    cell, shown = next(((cell, draft) for cell, draft in cells if cell), ("", None))
    if shown is None:
        return None
    bare = "".join(char for char in cell if char.isdigit() or char in ".,")
    options = tuple(
        QuestionOption(mark, f"{_under(bare, mark)} (the decimal mark is a {'point' if mark == '.' else 'comma'})")
        for mark in (".", ",")
    )
    message = f"How much is {cell!r} in line {shown.record.line}?"
    return Question("decimal_mark", message, options, filled[0].decimal_mark)


def _may_have_three_decimals(one: ReadTable) -> bool:
    """1.234 is an amount with three decimals only around the Gulf, where headers are English or Arabic."""
    names = [name for parts in one.table.names for name in parts]
    return not names or any(ENGLISH_NAME.search(name.lower()) or "\u0600" <= name[:1] <= "\u06ff" for name in names)


def _under(bare: str, mark: str) -> Decimal:
    other = "," if mark == "." else "."
    return Decimal(bare.replace(other, "").replace(mark, "."))


def _columns(one: ReadTable) -> Question | None:
    """Two columns could be the amount, none is named and no balance tells them apart."""
    best = one.layout.scheme
    if best.is_pair or best.balance_share >= 0.75 or one.proof.is_proven or not one.rows.drafts:
        return None
    column = one.layout.columns[best.amount or 0]
    if column.role("amount", "debit", "credit") >= 0.45:
        return None
    close = [s for s in one.layout.rivals if not s.is_pair and s.amount != best.amount and best.score - s.score < CLOSE]
    close = [scheme for scheme in close if not _are_equal(one, best, scheme)]
    if not close:
        return None
    options = tuple(_column_option(one, scheme) for scheme in (best, *close[:2]))
    line = one.rows.drafts[0].record.line
    return Question("columns", f"Which of these is the amount in line {line}?", options, options[0].value)


def _are_equal(one: ReadTable, best: Scheme, other: Scheme) -> bool:
    """The same figure in both columns of every row: either will do."""
    pairs = ((_cell(one, draft, best.amount or 0), _cell(one, draft, other.amount or 0)) for draft in one.rows.drafts)
    amounts = ((parse_amount(a), parse_amount(b)) for a, b in pairs)
    return all(a is not None and b is not None and a.value == b.value for a, b in amounts)


def _column_option(one: ReadTable, scheme: Scheme) -> QuestionOption:
    index = scheme.amount or 0
    return QuestionOption(f"{index}:amount", f"{_cell(one, one.rows.drafts[0], index)} (column {index + 1})")


def _cell(one: ReadTable, draft: Draft, index: int) -> str:
    cells = draft.record.cells
    return cells[index][:40] if index < len(cells) else ""
