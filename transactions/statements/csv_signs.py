"""Which direction money moves: sign, two columns, a flag, CR marks, the balance, and last the wording of the rows.

Decided once per table from all its rows, so that one odd row does not turn another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from transactions.statements.csv_layout import Layout
from transactions.statements.csv_wording import (
    IN_WORDS,
    SURE_IN,
    Wording,
    is_bank_account,
    is_named_for_spending,
    is_sales,
    says,
    speaks_of_cards,
)
from transactions.statements.numbers import Amount

JUDGED = 3000  # rows whose wording is weighed


@dataclass(frozen=True, slots=True)
class Money:
    """The money cells of one row as they stand: one amount with a flag, or a debit and a credit."""

    amount: Amount | None = None
    debit: Amount | None = None
    credit: Amount | None = None
    flag: str = ""
    balance: Decimal | None = None
    fee: Decimal = Decimal(0)  # unsigned; 0 unless the layout has a fee column that is to be subtracted
    number: int = 0  # of the movement in its table
    read_text: Callable[[], str] = str  # the row is read again when its words are asked for

    @property
    def text(self) -> str:
        return self.read_text()

    @property
    def is_empty(self) -> bool:
        return self.amount is None and self.debit is None and self.credit is None


@dataclass(frozen=True, slots=True)
class SignRule:
    """How to turn the money of a row into a signed amount, and the rule in words for the preview."""

    in_words: str
    apply: Callable[[Money], Decimal]
    is_open: bool = False  # nothing in the file decides it: the rule is a guess
    is_weak: bool = False  # holds as long as no balance speaks against it
    needs_flag: bool = False  # the word in the flag column decides each row
    convention: str = "signed"  # the override that gives the same reading: "signed" or "reversed"


def decide_sign(layout: Layout, rows: Sequence[Money], preamble: str, said: str = "") -> SignRule:
    """`rows` may be as long as the file: they are walked through, never copied. `said`: what the user says of the sign,
    "signed" or "reversed"; it holds against all evidence."""
    if layout.scheme.is_pair:
        rule = _two_columns(rows)
        if said == "reversed":
            return reversed_rule(rule)
        return rule if said or _is_told_apart(layout) else _by_pair_wording(rule, rows)
    if said:
        return _as_said(rows, said)
    if layout.scheme.flag is not None and _flag_decides(rows):
        return _by_flag(rows)
    card = speaks_of_cards(layout, preamble)
    has_negative = any(_value(row) < 0 for row in rows)
    return (
        (None if card else _by_balance(layout, rows, has_negative=has_negative))
        or _by_marks(rows, has_negative=has_negative)
        or (_mixed(layout, rows, card=card) if has_negative else _all_positive(layout, rows, card=card))
    )


def reversed_rule(rule: SignRule, why: str = "turned, as you said") -> SignRule:
    turned = "signed" if rule.convention == "reversed" else "reversed"
    return replace(rule, in_words=f"{rule.in_words}; {why}", apply=lambda row: -rule.apply(row), convention=turned)


def less_fees(rule: SignRule) -> SignRule:
    return replace(rule, in_words=f"{rule.in_words}; fees are taken off", apply=lambda row: rule.apply(row) - row.fee)


def _as_said(rows: Sequence[Money], said: str) -> SignRule:
    if any(row.flag for row in rows):
        rule = _by_flag(rows)
        return reversed_rule(rule) if said == "reversed" else rule
    if said == "signed":
        return SignRule("signed amounts, minus leaves the account, as you said", _value)
    if any(_value(row) < 0 for row in rows):
        return SignRule("plus leaves the account, as you said", lambda row: -_value(row), convention="reversed")
    words = "charges are printed positive, payments received are told by their wording, as you said"
    return SignRule(words, _by_wording, convention="reversed")


def _by_balance(layout: Layout, rows: Sequence[Money], *, has_negative: bool) -> SignRule | None:
    """What the running balance proves. Not asked of cards: there the balance may be what is owed."""
    if layout.scheme.is_inverted:
        return SignRule(
            "positive amounts leave the account (proved by the running balance)",
            lambda row: -_value(row),
            convention="reversed",
        )
    proven = layout.scheme.balance_share >= 0.75
    if proven and has_negative:
        return SignRule("signed amounts (proved by the running balance)", _value)
    moves = {} if has_negative else _moves(rows)
    if len(set(moves.values())) == 2:
        return SignRule("no sign on the amounts; the running balance tells in from out", lambda row: _moved(row, moves))
    return SignRule("all amounts come in (proved by the running balance)", _value) if proven else None


def _by_marks(rows: Sequence[Money], *, has_negative: bool) -> SignRule | None:
    """CR behind some amounts, or a plus before some, when no amount has a minus."""
    if has_negative:
        return None
    marked = sum(row.amount is not None and row.amount.mark == "CR" for row in rows)
    plus = sum(_is_plus(row) for row in rows)
    if 0 < marked < len(rows):
        return SignRule("amounts marked CR come in, all others leave", _marked)
    if 0 < plus < len(rows):
        words = "amounts with a plus come in, those without a sign leave"
        return SignRule(words, lambda row: _value(row) if _is_plus(row) else -_value(row))
    return None


def _moves(rows: Sequence[Money]) -> dict[int, int]:
    """For each row (by number) what the balance did, +1 or -1, when nearly all balances move by the amount's size."""
    down: dict[int, int] = {}
    up: dict[int, int] = {}
    pairs = 0
    for a, b in pairwise(rows):
        if a.balance is None or b.balance is None:
            continue
        pairs += 1
        moved = b.balance - a.balance
        if abs(moved) == abs(_value(b)):
            down[b.number] = _sign(moved)
        if abs(moved) == abs(_value(a)):
            up[a.number] = _sign(-moved)
    best = max(down, up, key=len)
    return best if pairs >= 2 and len(best) * 10 >= pairs * 9 else {}


def _sign(value: Decimal) -> int:
    return -1 if value < 0 else 1


def _moved(row: Money, moves: dict[int, int]) -> Decimal:
    """The one row without a neighbour to compare with: in when it makes up the whole balance, else by its wording."""
    is_in = row.balance == _value(row) or says(row.text, IN_WORDS)
    sign = moves.get(row.number, 1 if is_in else -1)
    return _value(row) * sign


def _value(row: Money) -> Decimal:
    return row.amount.value if row.amount is not None else Decimal(0)


def _is_plus(row: Money) -> bool:
    return row.amount is not None and row.amount.is_signed


def _marked(row: Money) -> Decimal:
    value = abs(_value(row))
    return value if row.amount is not None and row.amount.mark == "CR" else -value


def _majority(values: Iterable[Decimal]) -> int:
    """+1 or -1: the sign most of them have. A row against it is a reversal."""
    signs = Counter((value > 0) - (value < 0) for value in values)
    return -1 if signs[-1] > signs[1] else 1


def _two_columns(rows: Sequence[Money]) -> SignRule:
    debit = _majority(row.debit.value for row in rows if row.debit is not None)
    credit = _majority(row.credit.value for row in rows if row.credit is not None)

    def net(row: Money) -> Decimal:
        outgoing = row.debit.value * debit if row.debit is not None else Decimal(0)
        incoming = row.credit.value * credit if row.credit is not None else Decimal(0)
        return incoming - outgoing

    return SignRule("a column for money out and one for money in", net)


def _is_told_apart(layout: Layout) -> bool:
    """Names or the balance say which of two columns is money out."""
    scheme = layout.scheme
    named = any(c.role("debit", "credit") >= 0.3 for c in layout.columns if c.index in scheme.money_columns)
    return named or scheme.balance_share >= 0.75


def _by_pair_wording(rule: SignRule, rows: Sequence[Money]) -> SignRule:
    """Two nameless columns: money out usually stands first, unless the wording of the rows says otherwise."""
    first = Wording.of([row.text for row in rows[:JUDGED] if row.debit is not None and row.debit.value])
    second = Wording.of([row.text for row in rows[:JUDGED] if row.credit is not None and row.credit.value])
    if first.rows and second.rows and _has_signs(rows):
        return rule
    speaks_for = first.spent - first.received + second.received - second.spent
    if speaks_for < 0:
        return reversed_rule(rule, "money in stands first, from the wording")
    if speaks_for > 0:
        return rule
    return replace(rule, in_words=f"{rule.in_words}; the first was taken as money out, please check", is_open=True)


def _has_signs(rows: Sequence[Money]) -> bool:
    return any(amount is not None and amount.is_signed for row in rows for amount in (row.debit, row.credit))


def _flag_decides(rows: Sequence[Money]) -> bool:
    """False when the amounts carry signs that say the same as the flags."""
    if not any(row.flag for row in rows):
        return False
    agree = sum(
        (_value(row) < 0 and row.flag == "out") or (_value(row) > 0 and row.flag == "in" and True) for row in rows
    )
    negative_out = sum(_value(row) < 0 and row.flag == "out" for row in rows)
    against = sum((_value(row) > 0 and row.flag == "out") or (_value(row) < 0 and row.flag == "in") for row in rows)
    return against > agree if negative_out else against > 0 or not any(_value(row) < 0 for row in rows)


def _by_flag(rows: Sequence[Money]) -> SignRule:
    kinds = {row.flag for row in rows}
    blank = "out" if kinds <= {"in", "", "neither"} else "in" if kinds <= {"out", "", "neither"} else ""
    turn = {kind: _majority(_value(row) for row in rows if (row.flag or blank) == kind) for kind in ("in", "out")}

    def flagged(row: Money) -> Decimal:
        kind = row.flag or blank
        if kind == "out":
            return -_value(row) * turn["out"]
        return _value(row) * turn["in"] if kind == "in" else _value(row)

    return SignRule("a column says whether money came in or went out", flagged, needs_flag=True)


def _mixed(layout: Layout, rows: Sequence[Money], *, card: bool) -> SignRule:
    """Signs are there. Card exports print charges positive and payments negative: the wording gives that away."""
    judged = rows[:JUDGED]
    minus = Wording.of([row.text for row in judged if _value(row) < 0])
    plus = Wording.of([row.text for row in judged if _value(row) > 0])
    share = plus.rows / max(1, plus.rows + minus.rows)
    plus_reads_out = plus.spent * 4 >= plus.rows and plus.spent * minus.rows > minus.spent * plus.rows
    minus_reads_in = minus.received * 2 >= minus.rows > 0 and plus.received * 5 <= plus.rows
    if minus_reads_in and (share >= 0.6 or card):
        words = "charges are printed positive and payments negative (from the wording), so the sign was turned"
        return _turned(words, is_sure=True)
    reads_signed = minus.spent * plus.rows > plus.spent * minus.rows or plus.received > minus.received
    if reads_signed or share < 0.6 or (layout.scheme.balance is not None and not card):
        return SignRule("signed amounts, minus leaves the account", _value)
    if plus_reads_out and (card or share >= 0.75):
        return _turned("most amounts are positive and read like charges, so the sign was turned", is_sure=True)
    if card:
        words = "a card's charges are printed positive, so the sign was turned"
        return _turned(words, is_sure=is_named_for_spending(layout) or (share >= 0.75 and len(judged) >= 4))
    if share >= 0.75 and plus.spent * 5 >= plus.rows and len(judged) >= 6:
        words = "signed amounts; most are positive and read like charges as the negative ones do, please check"
        return SignRule(words, _value, is_open=True)
    return SignRule("signed amounts, minus leaves the account", _value)


def _turned(in_words: str, is_sure: bool) -> SignRule:
    words = in_words if is_sure else f"{in_words}, please check"
    return SignRule(words, lambda row: -_value(row), is_open=not is_sure, convention="reversed")


def _all_positive(layout: Layout, rows: Sequence[Money], *, card: bool) -> SignRule:
    names = layout.columns[layout.scheme.amount] if layout.scheme.amount is not None else None
    if names is not None and names.role("debit") > max(names.role("amount"), names.role("credit")):
        words = "the only money column is named for money going out"
        return SignRule(words, lambda row: -_value(row), convention="reversed")
    if names is not None and names.role("credit") > max(names.role("amount"), names.role("debit")):
        return SignRule("the only money column is named for money coming in", _value)
    wording = Wording.of([row.text for row in rows[:JUDGED]])
    if card or wording.spent * 4 >= max(1, wording.rows) > wording.received * 4:
        words = "charges are printed positive, payments received are told by their wording"
        return SignRule(words, _by_wording, convention="reversed")
    if wording.spent == 0 and is_bank_account(layout):
        return SignRule("signed amounts, none leaves the account", _value, is_weak=True)
    return _unsigned(layout, wording)


def _unsigned(layout: Layout, wording: Wording) -> SignRule:
    """Neither a sign nor a card nor an account's other marks: what customers pay comes in, the rest is a guess."""
    if is_sales(layout):
        return SignRule("the file lists what customers paid, so the amounts come in", _value)
    is_sure = wording.received * 4 >= wording.rows * 3 and wording.spent == 0
    if wording.received * 2 >= wording.rows and wording.received > wording.spent:
        return SignRule(_checked("no sign anywhere; by the wording the amounts come in", is_sure), _value, not is_sure)
    words = "no sign anywhere; read as charges going out, payments received as coming in, please check"
    return SignRule(words, _by_wording, is_open=True, convention="reversed")


def _checked(words: str, is_sure: bool) -> str:
    return words if is_sure else f"{words}, please check"


def _by_wording(row: Money) -> Decimal:
    return _value(row) if says(row.text, SURE_IN) else -_value(row)
