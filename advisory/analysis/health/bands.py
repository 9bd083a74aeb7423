"""What each indicator is judged by: its pillar, its scale, and where the bands come from.

Weak below 40 points, good from 80 on, fair between. Knots lie on the band's edges; beyond them the scale runs out where
more no longer helps or harms. Thresholds of lenders are on gross income, bank rows hold net income: only thresholds
that are meant for what is really taken home are used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from advisory.analysis.scales import points_at, read_knots

Verdict = Literal["good", "fair", "weak", "none"]
PILLARS = ("spend", "save", "borrow", "plan")
GOOD_FROM, FAIR_FROM = Decimal(80), Decimal(40)


@dataclass(frozen=True, slots=True)
class Band:
    """`knots`: 'value:points' with rising values; empty for what is told but has no bands anyone could defend."""

    pillar: str
    knots: str
    source: str

    def points(self, value: Decimal) -> Decimal:
        return points_at(read_knots(self.knots), value)


def verdict_of(points: Decimal) -> Verdict:
    """A value on an edge belongs to the better side."""
    return "good" if points >= GOOD_FROM else "fair" if points >= FAIR_FROM else "weak"


_SAVED = "The 50-30-20 convention: half for needs, a third for wishes, a fifth saved; read on take-home income."
BANDS: Mapping[str, Band] = {
    "essential_share": Band("spend", "0.35:100 0.50:80 0.65:40 0.90:0", _SAVED),
    "housing_ratio": Band(
        "spend",
        "0.20:100 0.30:80 0.40:40 0.60:0",
        "Eurostat calls a household overburdened above 40 % of disposable income; HUD draws the line at 30 % and 50 %.",
    ),
    "spend_volatility": Band(
        "spend", "0.05:100 0.15:80 0.35:40 0.70:0", "Our own, until a long own history can replace them."
    ),
    "bills_on_time": Band(
        "spend", "0.70:0 0.90:40 0.98:80 1:100", "Paying bills on time is a standard sign of financial health."
    ),
    "subscription_load": Band("spend", "", "No cut is backed by evidence: it is only held against your own past."),
    "savings_rate": Band("save", "-0.20:0 0:40 0.20:80 0.30:100", _SAVED),
    "savings_rate_year": Band("save", "-0.20:0 0:40 0.20:80 0.30:100", _SAVED),
    "buffer_months": Band(
        "save",
        "0:0 0.5:40 3:80 6:100",
        "Vanguard (2025, 12,400 people): three to six months of expenses go with clearly higher well-being; JPMorgan "
        "Chase Institute: about six weeks of take-home pay cover a common shock.",
    ),
    "net_worth_trend": Band(
        "save", "-0.30:0 0:40 0.10:80 0.25:100", "Our own: what you own should not shrink in a usual month."
    ),
    "debt_service": Band(
        "borrow",
        "0:100 0.20:80 0.43:40 0.65:0",
        "Lenders stop at 43 % (the cap of qualified mortgages until 2021), which they read on gross income.",
    ),
    "utilisation": Band(
        "borrow", "0:100 0.10:80 0.30:40 1:0", "The practice of credit scoring: below 10 %, not above 30 %."
    ),
    "cost_of_money": Band(
        "borrow", "0:100 0.0001:79 0.02:40 0.05:0", "What a bank charges is avoidable almost by definition."
    ),
    "income_volatility": Band(
        "plan",
        "0:100 0.0834:80 0.3334:40 0.6667:0",
        "A swing of a quarter is the usual cut of research on income; one month in twelve may have one.",
    ),
    "low_cash_days": Band("plan", "0:100 1:39 30:0", "A day below zero is one too many."),
    "bill_cover": Band("plan", "0.50:0 1:40 1.25:80 2:100", "Arithmetic: bills must be covered by cash and income."),
    "goal_pace": Band("plan", "0:0 0.50:40 0.80:80 0.95:100", "Four in five own paths that arrive is a plan."),
}
RISK_KNOTS = "0:100 0.05:80 0.20:60 1:40"
"""Points by the chance of running short within a month: a worry, but no day below zero yet."""
