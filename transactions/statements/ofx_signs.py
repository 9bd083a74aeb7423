"""Amounts whose sign contradicts the type beside it: charges printed as positive, or printed without any sign.

DEBIT means that money left the account, CREDIT that it came in, and the amount is to have the sign that goes with it.
Where every movement of a statement says the opposite, the signs are turned; where too little tells, it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from transactions.statements.parsed import ParsedLine, Question, QuestionOption

TYPES = {"DEBIT": -1, "CREDIT": 1}
# Types that go one way where amounts carry no sign at all; a PAYMENT, a FEE or INT may go either.
WAYS = TYPES | {
    "POS": -1,
    "ATM": -1,
    "CHECK": -1,
    "CASH": -1,
    "SRVCHG": -1,
    "DIRECTDEBIT": -1,
    "DEP": 1,
    "DIRECTDEP": 1,
}
ENOUGH = 3  # movements that contradict their type, and none that agrees, from which it is no accident
RARE = 3  # a contradiction beside this many movements that agree is the exception
AS_WRITTEN, REVERSED, BY_TYPE = "as written", "reversed", "by type"
OPTIONS = (
    QuestionOption("reversed", "DEBIT left the account, CREDIT came in"),
    QuestionOption("signed", "A plus came in, whatever the type says"),
)
IN_WORDS = {
    REVERSED: "reversed: every DEBIT is positive or CREDIT negative, so a plus leaves the account",
    BY_TYPE: "by type: no amount has a minus, so DEBIT leaves the account",
}


@dataclass(frozen=True, slots=True)
class Signs:
    """How the amounts of one statement are to be taken, and the question where that is open."""

    rule: str  # AS_WRITTEN, REVERSED or BY_TYPE
    question: Question | None = None

    def apply(self, line: ParsedLine, kind: str) -> ParsedLine:
        """The line with its sign from the holder's view. `kind`: its TRNTYPE."""
        if self.rule == REVERSED:
            return replace(line, amount=-line.amount)
        if self.rule == BY_TYPE and WAYS.get(kind, 1) < 0:
            return replace(line, amount=-abs(line.amount))
        return line


def decide_signs(
    lines: Sequence[ParsedLine], kinds: Sequence[str], balance: Decimal | None, *, is_card: bool, told: str
) -> Signs:
    """`kinds`: the TRNTYPE of each line. `balance`: LEDGERBAL as written. `told`: the user's answer, '' for none."""
    pairs = [(line.amount, TYPES.get(kind, 0)) for line, kind in zip(lines, kinds, strict=True) if line.amount]
    against = sum(amount * way < 0 for amount, way in pairs)
    agreeing = sum(amount * way > 0 for amount, way in pairs)
    has_sign = any(line.amount < 0 for line in lines)
    rule = BY_TYPE if agreeing and against and not has_sign else REVERSED
    if told == "reversed":
        return Signs(rule)
    if not against or told == "signed":
        return Signs(AS_WRITTEN)
    if agreeing and has_sign:
        # Some generators write one type for everything, and a bank may call a refund a DEBIT: then the sign tells.
        is_plain = len({kind for kind in kinds if kind in TYPES}) == 1 or against * RARE <= agreeing
        return Signs(AS_WRITTEN, None if is_plain else _question(lines, kinds, "signed"))
    is_sure = against + agreeing >= ENOUGH and (rule == REVERSED or against > 1)
    if rule == REVERSED:
        total = sum((line.amount for line in lines), Decimal(0))
        both_ways = len({amount > 0 for amount, way in pairs if way}) > 1
        is_sure = is_sure or both_ways or (is_card and balance is not None and balance == -total)
    return Signs(rule, None if is_sure else _question(lines, kinds, "reversed"))


def balance_under(rule: str, balance: Decimal | None, written: Decimal, *, is_card: bool) -> Decimal | None:
    """The closing balance from the holder's view, None where its sign is as doubtful as those of the movements were.

    `written`: the sum of the amounts as they stand in the file.
    """
    if rule != REVERSED or balance is None or not is_card:
        return balance
    if balance == written:
        return -balance
    return balance if balance == -written else None


def _question(lines: Sequence[ParsedLine], kinds: Sequence[str], assumed: str) -> Question:
    amount, kind = next(
        (line.amount, kind) for line, kind in zip(lines, kinds, strict=True) if line.amount * TYPES.get(kind, 0) < 0
    )
    message = f"A movement of type {kind} has the amount {amount}: did that money come in or leave the account?"
    return Question("sign", message, OPTIONS, assumed)
