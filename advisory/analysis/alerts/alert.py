"""What an alert says, what the user has answered, and how many false ones are allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

VERSION = "alerts@2"

DUPLICATE, AMOUNT, NEW_PAYEE, FEE = "duplicate", "amount", "new_payee", "fee"
FX_MARKUP, MISSING_INCOME, LATE_REFUND = "fx_markup", "missing_income", "late_refund"

# How the allowed false alarms are shared out. Kinds that rest on words or on a due day need little. Amounts get less
# than they could have: with twice as much, one in five of those told would be none (measured on households to tune on).
# The rest is kept back, since the tails of real purchases are heavier than any law.
SHARES: Mapping[str, float] = {
    DUPLICATE: 0.35,
    AMOUNT: 0.05,
    NEW_PAYEE: 0.15,
    FEE: 0.05,
    FX_MARKUP: 0.03,
    MISSING_INCOME: 0.05,
    LATE_REFUND: 0.02,
}


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the user answered so far. `dismissed` and `confirmed` count answers by type; `fine`: (type, payee key) not
    to be asked about again; `seen`: ids of rows whose alert was dismissed; `returned`: ids of purchases sent back.
    """

    dismissed: Mapping[str, int] = field(default_factory=dict)
    confirmed: Mapping[str, int] = field(default_factory=dict)
    fine: frozenset[tuple[str, str]] = frozenset()
    seen: frozenset[int] = frozenset()
    returned: frozenset[int] = frozenset()

    def share(self, kind: str) -> float:
        """The type's share of the budget, moved by the answers."""
        return SHARES[kind] * self.leaning(kind)

    def leaning(self, kind: str) -> float:
        """What the answers make of one: two at most, a fifth at least. Words and due days have no probability; there it
        moves how much has to be seen, and how often something is said again.
        """
        yes, no = self.confirmed.get(kind, 0), self.dismissed.get(kind, 0)
        return min(2.0, max(0.2, (1 + yes) / (1 + no)))
