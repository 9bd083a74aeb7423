"""Which direction money moves: sign, two columns, a flag, CR marks, the balance, and last the wording of the rows.

Decided once per table from all its rows, so that one odd row does not turn another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from transactions.statements.csv_layout import Layout
from transactions.statements.csv_money import JUDGED, Money, SignRule, as_printed, reversed_rule, turned
from transactions.statements.csv_unsigned import as_charges_said, by_mixed_signs, by_unsigned, reads_like_debt
from transactions.statements.csv_wording import Wording, direction_of, speaks_of_cards


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
    if layout.scheme.flag is not None and _flag_decides(layout, rows):
        return _by_letters(rows) or _by_flag(rows)
    card = speaks_of_cards(layout, preamble)
    has_negative = any(row.value < 0 for row in rows)
    return (
        (None if card else _by_balance(layout, rows, has_negative=has_negative))
        or _by_marks(rows, has_negative=has_negative)
        or (by_mixed_signs if has_negative else by_unsigned)(layout, rows, card=card)
    )


def _as_said(rows: Sequence[Money], said: str) -> SignRule:
    if any(row.flag for row in rows):
        rule = _by_flag(rows)
        return reversed_rule(rule) if said == "reversed" else rule
    if said == "signed":
        return SignRule("signed amounts, minus leaves the account, as you said", as_printed)
    if any(row.value < 0 for row in rows):
        return SignRule("plus leaves the account, as you said", lambda row: -row.value, convention="reversed")
    return as_charges_said()


def _by_balance(layout: Layout, rows: Sequence[Money], *, has_negative: bool) -> SignRule | None:
    """What the running balance proves. Not asked of cards: there the balance may be what is owed."""
    moves = {} if has_negative else _moves(rows)
    if moves and set(moves.values()) != {1}:
        words = "no sign on the amounts; the running balance tells in from out"
        untold = any(
            row.number not in moves and row.value and row.balance != row.value and not direction_of(row.text)
            for row in rows
        )
        return SignRule(words, lambda row: _moved(row, moves), is_open=untold)
    if layout.scheme.is_inverted:
        return turned("positive amounts leave the account (proved by the running balance)", is_sure=True)
    proven = layout.scheme.balance_share >= 0.75
    if proven and reads_like_debt(rows):
        words = "plus is spent by the wording and adds to the balance, which is what is owed"
        return turned(words, is_sure=True, is_owed=True)
    if proven and has_negative:
        return SignRule("signed amounts (proved by the running balance)", as_printed)
    return _all_in(rows) if proven else None


def _all_in(rows: Sequence[Money]) -> SignRule:
    """Every amount adds to the balance, which may be what is owed when all of them read like charges."""
    words = "all amounts come in (proved by the running balance)"
    wording = Wording.of([row.text for row in rows[:JUDGED]])
    if wording.spent * 2 >= wording.rows and not wording.received:
        return SignRule(f"{words}, but they read like charges, please check", as_printed, is_open=True)
    return SignRule(words, as_printed)


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
        return SignRule(words, lambda row: row.value if _is_plus(row) else -row.value)
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
        if abs(moved) == abs(b.value):
            down[b.number] = _sign(moved)
        if abs(moved) == abs(a.value):
            up[a.number] = _sign(-moved)
    best = max(down, up, key=len)
    return best if pairs >= 2 and len(best) * 10 >= pairs * 9 else {}


def _sign(value: Decimal) -> int:
    return -1 if value < 0 else 1


def _moved(row: Money, moves: dict[int, int]) -> Decimal:
    """The one row without a neighbour to compare with: in when it makes up the whole balance, else by its wording."""
    is_in = row.balance == row.value or direction_of(row.text) == "in"
    sign = moves.get(row.number, 1 if is_in else -1)
    return row.value * sign


def _is_plus(row: Money) -> bool:
    return row.amount is not None and row.amount.is_signed


def _marked(row: Money) -> Decimal:
    value = abs(row.value)
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


def _flag_decides(layout: Layout, rows: Sequence[Money]) -> bool:
    """False when the amounts carry both signs and the flags say the same, or are letters that go one each with a sign.

    A letter means one thing in one language and its opposite in another; a sign is a sign in all of them.
    """
    counts = Counter((row.flag, row.value < 0) for row in rows if row.flag in ("in", "out") and row.value)
    if not counts or _are_letters_for_signs(layout, rows):
        return False
    agree, against = counts["out", True] + counts["in", False], counts["out", False] + counts["in", True]
    return against > agree if counts["out", True] else against > 0 or not any(row.value < 0 for row in rows)


def _are_letters_for_signs(layout: Layout, rows: Sequence[Money]) -> bool:
    """One letter goes with minus, another if any with plus, under a name that does not say what letters mean."""
    seen: set[tuple[str, bool]] = set()
    for row in rows:
        if row.value:
            seen.add((row.flag_cell, row.value < 0))
        if len(seen) > 2:
            return False
    letters = {letter for letter, _ in seen}
    is_one_each = len(seen) == len(letters) == len({is_minus for _, is_minus in seen}) and any(m for _, m in seen)
    is_told = layout.columns[layout.scheme.flag or 0].role("flag") >= 0.9 and len({row.flag for row in rows}) == 2
    return is_one_each and not is_told and all(0 < len(letter) <= 2 for letter in letters)


def _by_letters(rows: Sequence[Money]) -> SignRule | None:
    """Two letters that both mean the same way in other languages: the balance or the wording tells which is which."""
    known = {row.flag_cell: row.flag for row in rows if row.flag in ("in", "out")}
    if len(known) != 2 or len(set(known.values())) != 1 or any(len(letter) > 2 for letter in known):
        return None
    first, second = sorted(known)
    moves = _moves(rows)
    speaks = sum(_letter_is_out(row, moves) * (1 if row.flag_cell == first else -1) for row in rows[:JUDGED])
    out = first if speaks > 0 else second
    words = f"{out!r} was taken for money out, {first if out == second else second!r} for money in"
    return SignRule(
        words if speaks else f"{words}, please check",
        lambda row: -abs(row.value) if row.flag_cell == out else abs(row.value),
        is_open=not speaks,
    )


def _letter_is_out(row: Money, moves: dict[int, int]) -> int:
    """+1 when this row shows that its letter means money out, -1 for in, 0 for nothing."""
    if row.number in moves:
        return -moves[row.number]
    return {"out": 1, "in": -1}.get(direction_of(row.text), 0)


def _by_flag(rows: Sequence[Money]) -> SignRule:
    kinds = {row.flag for row in rows}
    blank = "out" if kinds <= {"in", "", "neither"} else "in" if kinds <= {"out", "", "neither"} else ""
    turn = {kind: _majority(row.value for row in rows if (row.flag or blank) == kind) for kind in ("in", "out")}

    def flagged(row: Money) -> Decimal:
        kind = row.flag or blank
        if kind == "out":
            return -row.value * turn["out"]
        return row.value * turn["in"] if kind == "in" else row.value

    return SignRule("a column says whether money came in or went out", flagged, needs_flag=True)
