"""Which advice is given: risks that are red first, then by likely gain, at most five, no money promised twice.

The claim ledger is the set of transaction ids whose money is spoken for. The strongest piece claims first; a weaker one
is made again without the rows that are gone, or left out where it cannot be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from advisory.analysis.advice import bills, cash, charges, fees, habits, income, plans, quality, subscriptions
from advisory.analysis.advice.inputs import AdviceInputs, Said
from advisory.analysis.advice.piece import RED, Advice

MOST_SHOWN = 5
Rule = Callable[[AdviceInputs], Iterator[Advice]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("A01", subscriptions.unused),
    ("A02", subscriptions.overlapping),
    ("A03", charges.price_rises),
    ("A04", subscriptions.trials),
    ("A05", subscriptions.charged_after_end),
    ("A06", charges.double_charges),
    ("A07", subscriptions.by_the_year),
    ("A08", fees.bank_fees),
    ("A09", fees.penalties),
    ("A10", fees.interest),
    ("A11", fees.refinancing),
    ("A12", cash.buffer),
    ("A14", cash.idle),
    ("A15", habits.dear_categories),
    ("A16", habits.small_purchases),
    ("A17", habits.eating_out),
    ("A18", charges.renewals),
    ("A19", charges.tariffs),
    ("A20", bills.before_payday),
    ("A21", bills.shortfall),
    ("A22", income.windfall),
    ("A23", bills.sinking_fund),
    ("A24", income.pay_yourself),
    ("A25", plans.goals_behind),
    ("A26", charges.late_refunds),
    ("A27", plans.budgets_off),
    ("A28", quality.uncategorised),
    ("A28", quality.silent_accounts),
)
"""The catalogue; A13 comes from the same function as A12."""

EASE: Mapping[str, Decimal] = {"minutes": Decimal(1), "an hour": Decimal("0.8"), "a habit": Decimal("0.5")}
"""How readily people do what takes so long; learned on from what this user took and refused."""


def advise(inputs: AdviceInputs) -> list[Advice]:
    """The advice of now in the order it should be read."""
    return choose(candidates(inputs), inputs.said, currency=inputs.currency)


def candidates(inputs: AdviceInputs) -> list[Advice]:
    """Everything that any rule would say, before anything is chosen."""
    return [piece for _, rule in RULES for piece in rule(inputs)]


def choose(found: Iterable[Advice], said: Said | None = None, *, currency: str = "") -> list[Advice]:
    """Stronger first. What rests after an answer is left out; of one thing only the strongest piece is kept, and only
    one question is asked. A gain in another currency than `currency` ranks as none, since nobody knows the rate."""
    said = said or Said()
    left = sorted((one for one in found if one.key not in said.resting), key=lambda one: _rank(one, said, currency))
    chosen: list[Advice] = []
    claimed, keys = set(said.claimed), set()
    while left and len(chosen) < MOST_SHOWN:
        piece = left.pop(0)
        if piece.key in keys or (piece.is_question and any(one.is_question for one in chosen)):
            continue
        if piece.claims & claimed:
            smaller = piece.again(frozenset(claimed)) if piece.again else None
            if smaller is not None and not smaller.claims & claimed:
                left = sorted([smaller, *left], key=lambda one: _rank(one, said, currency))
            continue
        chosen.append(piece)
        claimed |= piece.claims
        keys.add(piece.key)
    return chosen


def _rank(piece: Advice, said: Said, currency: str) -> tuple[object, ...]:
    """A red risk before all; then gains by their likely size and ease; then what only makes the picture better."""
    is_comparable = not currency or piece.gain is None or piece.gain.mid.unit == currency
    weight = piece.weight * ease(piece, said) if is_comparable else Decimal(0)
    return (piece.urgency < RED, -weight, -piece.urgency, piece.is_question, piece.rule, piece.key)


def ease(piece: Advice, said: Said) -> Decimal:
    """That of the effort, moved by the answers to the rule so far: half at least, half as much again at most."""
    taken, refused = said.answers.get(piece.rule, (0, 0))
    learned = Decimal(2 * (taken + 1)) / (taken + refused + 2)
    return EASE[piece.effort] * min(Decimal("1.5"), max(Decimal("0.5"), learned))
