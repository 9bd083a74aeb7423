"""Which direction money moves: sign, two columns, a flag, CR marks, the balance, and last the wording of the rows.

Decided once per table from all its rows, so that one odd row does not turn another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from transactions.statements.csv_layout import Layout
from transactions.statements.folding import contains_phrase, fold, phrases
from transactions.statements.numbers import Amount
from transactions.statements.words_rows import CARD_ACCOUNT, CARD_WORDS, TEXT_IN, TEXT_OUT
from transactions.statements.words_shops import CARD_SCHEMES, SALES_WORDS, SHOP_WORDS

SHOPS, SALES, SCHEMES = phrases(SHOP_WORDS), phrases(SALES_WORDS), phrases(CARD_SCHEMES)
IN_WORDS, OUT_WORDS, CARD = phrases(TEXT_IN), phrases(TEXT_OUT), phrases(CARD_WORDS) | phrases(CARD_ACCOUNT)
SURE_IN = phrases(
    "payment received | thank you | payment thank you | payment received thank you | refund | cashback | gutschrift | "
    "remboursement | zahlung erhalten | pagamento recebido | pago recibido | paiement reçu | 还款"
)
JUDGED = 3000  # rows whose wording is weighed


@dataclass(frozen=True, slots=True)
class Money:
    """The money cells of one row as they stand: one amount with a flag, or a debit and a credit."""

    amount: Amount | None = None
    debit: Amount | None = None
    credit: Amount | None = None
    flag: str = ""
    text: str = ""
    balance: Decimal | None = None
    fee: Decimal = Decimal(0)  # unsigned; 0 unless the layout has a fee column that is to be subtracted

    @property
    def is_empty(self) -> bool:
        return self.amount is None and self.debit is None and self.credit is None


@dataclass(frozen=True, slots=True)
class SignRule:
    """How to turn the money of a row into a signed amount, and the rule in words for the preview."""

    in_words: str
    apply: Callable[[Money], Decimal]
    is_open: bool = False  # nothing in the file decides it: the rule is a guess
    convention: str = "signed"  # the override that gives the same reading: "signed" or "reversed"


def decide_sign(layout: Layout, rows: Sequence[Money], preamble: str, said: str = "") -> SignRule:
    """`said`: what the user says of the sign, "signed" or "reversed"; it holds against all evidence."""
    if layout.scheme.is_pair:
        rule = _two_columns(rows)
        return reversed_rule(rule) if said == "reversed" else rule
    amounts = [row for row in rows if row.amount is not None]
    if said:
        return _as_said(amounts, said)
    if layout.scheme.flag is not None and _flag_decides(amounts):
        return _by_flag(amounts)
    card = speaks_of_cards(layout, preamble)
    has_negative = any(_value(row) < 0 for row in amounts)
    return (
        (None if card else _by_balance(layout, amounts, has_negative=has_negative))
        or _by_marks(amounts, has_negative=has_negative)
        or (_mixed(layout, amounts, card=card) if has_negative else _all_positive(layout, amounts, card=card))
    )


def reversed_rule(rule: SignRule, why: str = "turned, as you said") -> SignRule:
    turned = "signed" if rule.convention == "reversed" else "reversed"
    return SignRule(f"{rule.in_words}; {why}", lambda row: -rule.apply(row), convention=turned)


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
    marked = sum(row.amount is not None and row.amount.mark == "CR" for row in rows)
    plus = sum(_is_plus(row) for row in rows)
    if has_negative:
        return None
    if 0 < marked < len(rows):
        return SignRule("amounts marked CR come in, all others leave", _marked)
    if 0 < plus < len(rows):
        words = "amounts with a plus come in, those without a sign leave"
        return SignRule(words, lambda row: _value(row) if _is_plus(row) else -_value(row))
    return None


def _moves(rows: Sequence[Money]) -> dict[int, int]:
    """For each row (by identity) what the balance did, +1 or -1, when nearly all balances move by the amount's size."""
    pairs = [(a, b, a.balance, b.balance) for a, b in pairwise(rows) if a.balance is not None and b.balance is not None]
    down = {id(b): _sign(y - x) for _, b, x, y in pairs if abs(y - x) == abs(_value(b))}
    up = {id(a): _sign(x - y) for a, _, x, y in pairs if abs(x - y) == abs(_value(a))}
    best = max(down, up, key=len)
    return best if len(pairs) >= 2 and len(best) * 10 >= len(pairs) * 9 else {}


def _sign(value: Decimal) -> int:
    return -1 if value < 0 else 1


def _moved(row: Money, moves: dict[int, int]) -> Decimal:
    """The one row without a neighbour to compare with: in when it makes up the whole balance, else by its wording."""
    is_in = row.balance == _value(row) or _says(row.text, IN_WORDS)
    sign = moves.get(id(row), 1 if is_in else -1)
    return _value(row) * sign


def _value(row: Money) -> Decimal:
    return row.amount.value if row.amount is not None else Decimal(0)


def _is_plus(row: Money) -> bool:
    return row.amount is not None and row.amount.is_signed


def _marked(row: Money) -> Decimal:
    value = abs(_value(row))
    return value if row.amount is not None and row.amount.mark == "CR" else -value


def _majority(values: Sequence[Decimal]) -> int:
    """+1 or -1: the sign most of them have. A row against it is a reversal."""
    return -1 if sum(value < 0 for value in values) * 2 > sum(value != 0 for value in values) else 1


def _two_columns(rows: Sequence[Money]) -> SignRule:
    debit = _majority([row.debit.value for row in rows if row.debit is not None])
    credit = _majority([row.credit.value for row in rows if row.credit is not None])

    def net(row: Money) -> Decimal:
        outgoing = row.debit.value * debit if row.debit is not None else Decimal(0)
        incoming = row.credit.value * credit if row.credit is not None else Decimal(0)
        return incoming - outgoing

    return SignRule("a column for money out and one for money in", net)


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
    turn = {kind: _majority([_value(row) for row in rows if (row.flag or blank) == kind]) for kind in ("in", "out")}

    def flagged(row: Money) -> Decimal:
        kind = row.flag or blank
        if kind == "out":
            return -_value(row) * turn["out"]
        return _value(row) * turn["in"] if kind == "in" else _value(row)

    return SignRule("a column says whether money came in or went out", flagged)


def _mixed(layout: Layout, rows: Sequence[Money], *, card: bool) -> SignRule:
    """Signs are there. Card exports print charges positive and payments negative: the wording gives that away."""
    judged = rows[:JUDGED]
    minus = [row for row in judged if _value(row) < 0]
    plus = [row for row in judged if _value(row) > 0]
    minus_in = sum(_says(row.text, IN_WORDS) for row in minus)
    plus_in = sum(_says(row.text, IN_WORDS) for row in plus)
    plus_out = sum(_is_spending(row.text) for row in plus)
    minus_out = sum(_is_spending(row.text) for row in minus)
    share = len(plus) / max(1, len(plus) + len(minus))
    spent = layout.scheme.balance is None and plus_out * 5 >= len(plus)
    if share >= 0.75 and len(plus) >= 6 and plus_in == 0 and (card or spent):
        if not card and minus_out * 2 >= len(minus) > 0:
            words = "signed amounts; most are positive and read like charges as the negative ones do, please check"
            return SignRule(words, _value, is_open=True)
        words = "most amounts are positive and read like charges, so the sign was turned"
        return _turned(words, is_sure=card or plus_out * 4 >= len(plus))
    if minus_in * 2 >= len(minus) > 0 and plus_in * 5 <= len(plus) and (share >= 0.6 or (card and share >= 0.5)):
        words = "charges are printed positive and payments negative (from the wording), so the sign was turned"
        return _turned(words, is_sure=True)
    if card and share >= 0.6 and len(judged) >= 3 and plus_in * 5 <= len(plus):
        return _turned("a card's charges are printed positive, so the sign was turned", is_sure=True)
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
    judged = rows[:JUDGED]
    incoming = sum(_says(row.text, IN_WORDS) for row in judged)
    outgoing = sum(_is_spending(row.text) for row in judged)
    if card or outgoing * 4 >= max(1, len(judged)) > incoming * 4:
        words = "charges are printed positive, payments received are told by their wording"
        return SignRule(words, _by_wording, convention="reversed")
    if _is_sales(layout):
        return SignRule("the file lists what customers paid, so the amounts come in", _value)
    is_sure = incoming * 4 >= len(judged) * 3 and outgoing == 0
    if incoming * 2 >= len(judged) and incoming > outgoing:
        return SignRule(_checked("no sign anywhere; by the wording the amounts come in", is_sure), _value, not is_sure)
    words = "no sign anywhere; read as charges going out, payments received as coming in, please check"
    return SignRule(words, _by_wording, is_open=True, convention="reversed")


def _checked(words: str, is_sure: bool) -> str:
    return words if is_sure else f"{words}, please check"


def _is_spending(text: str) -> bool:
    """Words of paying, or the name of a shop that people pay and that hardly pays anyone."""
    folded = fold(text[:200])
    return contains_phrase(folded, OUT_WORDS) or contains_phrase(folded, SHOPS)


def _is_sales(layout: Layout) -> bool:
    """Exports of payment services for sellers name the customer in several columns."""
    names = [fold(name) for column in layout.columns for name in column.names]
    return sum(contains_phrase(name, SALES) for name in names) >= 2


def _by_wording(row: Money) -> Decimal:
    return _value(row) if _says(row.text, SURE_IN) else -_value(row)


def _says(text: str, words: frozenset[str]) -> bool:
    return contains_phrase(fold(text[:200]), words)


def speaks_of_cards(layout: Layout, preamble: str) -> bool:
    """By the text before the table, a name of a column, or a column that says the name of a card scheme everywhere."""
    if contains_phrase(fold(preamble), CARD):
        return True
    if any(contains_phrase(fold(name), CARD) for column in layout.columns for name in column.names):
        return True
    return any(fold(column.sole_value) in SCHEMES for column in layout.columns if 3 < len(column.sole_value) < 30)
