"""What a metric is called on screen, and what its formula does in words."""

from __future__ import annotations

from collections.abc import Mapping

from advisory.analysis.formulas import FORMULAS
from advisory.narration.views import shortened

LABELS: Mapping[str, str] = {
    "income": "Income",
    "spending": "Spending",
    "net": "Kept (income and spending together)",
    "savings_rate": "Savings rate",
    "savings_rate_recent": "Savings rate of the last full months",
    "transaction_count": "Transactions",
    "spending_normal": "Normal spending of a month",
    "income_normal": "Normal income of a month",
    "spending_change": "Spending against normal",
    "income_change": "Income against normal",
    "spending_change_ratio": "Spending against normal, as a part of it",
    "category_spending": "Spending on {category}",
    "category_part": "Part of spending on {category}",
    "category_normal": "Normal spending on {category}",
    "category_change": "{category} against normal",
    "category_before": "Earlier normal of {category}",
    "category_lately": "Middle month of {category} lately",
    "category_excess": "{category} above its earlier normal",
    "payee_spending": "Paid to {payee}",
    "payee_part": "Part of spending paid to {payee}",
    "payee_normal": "Normally paid to {payee}",
    "payee_change": "{payee} against normal",
    "movement": "Paid to {payee}",
    "usual_amount": "Usual amount",
    "past_largest": "Largest amount before",
    "times_usual": "How many times the usual amount",
    "recurring_amount": "Latest charge of {payee}",
    "recurring_next": "Next charge of {payee} expected",
    "recurring_year": "A year of {payee}",
    "recurring_total": "All recurring charges, a year",
    "recurring_month": "All recurring charges, a month",
    "recurring_series": "Running charges",
    "recurring_count": "Charges seen of {payee}",
    "price_step": "Price step of {payee}",
    "price_rise": "Price rise of {payee}",
    "fees": "Bank fees and interest",
    "fee_rows": "Bank fees charged",
    "essential_spending": "Essential spending",
    "essential_spending_normal": "Essential spending of a normal month",
    "essential_cost": "Essential cost of a normal month",
    "essential_share": "Essentials as a part of income",
    "spend_volatility": "How much spending swings",
    "cost_of_money": "Fees and interest as a part of spending",
    "buffer_months": "Months your buffer would last",
    "buffer_target": "Buffer to aim for",
    "buffer_gap": "Missing to that buffer",
    "liquid_balance": "On current, savings and cash accounts",
    "account_balance": "Balance of {account}",
    "account_movements": "Rows of {account}",
    "opening_balance": "Opening balance of {account}",
    "last_booking": "Last booking on {account}",
    "uncategorised_spending": "Spending without a category",
    "uncategorised_rows": "Transactions without a category",
    "uncategorised_part": "Part of spending without a category",
    "transfer_rows": "Transfers between your own accounts",
    "currency_income": "Income in {currency}",
    "currency_spending": "Spending in {currency}",
    "currency_net": "Kept in {currency}",
    "currency_rows": "Transactions in {currency}",
    "gain_low": "Yearly gain, careful",
    "gain_mid": "Yearly gain, likely",
    "gain_high": "Yearly gain, at best",
    "history_months": "Earlier full months",
    "series_charge": "Charge of {payee}",
    "services_of_a_kind": "Running {kind} services",
    "charged_after_end": "Charged by {payee} after you cancelled",
    "yearly_price_saving": "Less by the year at {payee}",
    "tariff_now": "Last charges of {payee}",
    "tariff_then": "The same charges of {payee} a year before",
    "tariff_more": "{payee} against a year before",
    "tariff_rise": "{payee} against a year before, as a part of it",
    "penalties": "Fees for being short or late",
    "penalty_rows": "Such fees",
    "interest_paid": "Interest paid",
    "refinance_saving": "A cheaper loan instead of {account}, a year",
    "kept_a_month": "Kept in a usual month",
    "months_to_buffer": "Months to that buffer at this pace",
    "idle_cash": "Above half a year of essentials and known bills",
    "known_bills": "Bills due within a quarter",
    "small_spending": "Small purchases of a month",
    "small_before": "Small purchases of a normal month before",
    "small_lately": "Small purchases of a month lately",
    "small_excess": "Small purchases above normal",
    "small_purchases": "Number of small purchases",
    "eaten_out": "Eaten out",
    "food": "Spent on food",
    "eaten_out_part": "Eating out as a part of food",
    "eaten_out_shift": "Moved from cooking to eating out",
    "lowest_day": "Day with least money",
    "lowest_cash": "Expected on that day",
    "seldom_bills": "Bills that come seldom, a year",
    "seldom_bills_month": "Bills that come seldom, a month's part",
    "seldom_count": "Bills that come seldom",
    "extra_income": "More than a usual month",
    "savings_wanted": "Kept at that rate",
    "savings_missing": "Missing to that rate",
    "savings_month": "Missing to that rate, a month",
    "savings_year": "Missing to that rate, a year",
    "goal_odds": "Chance of {goal} in time",
    "goal_needed": "Needed a month for {goal}",
    "budget_kept": "Months in which the budget for {category} was kept",
    "budget_planned": "Budget for {category}",
    "budget_proposed": "Proposed budget for {category}",
    "assumed_payments_a_year": "Payments a year (assumed)",
    "assumed_yearly_price": "Yearly price of {payee} (yours)",
    "assumed_payoff_months": "Months to pay off (assumed)",
    "assumed_apr": "Rate of {account} (yours)",
    "assumed_market_rate": "Rate of other lenders (yours)",
    "assumed_change_costs": "Costs of changing (assumed)",
    "assumed_first_marker": "First buffer (assumed)",
    "assumed_savings_rate": "Interest you could get (yours)",
    "assumed_savings_target": "Part of income to keep (assumed)",
    "outcome_expected": "Expected without the advice",
    "outcome_actual": "Spent since",
    "outcome_saved": "Saved since",
}


class _Names(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"this {key}"


def label(metric: str, params: Mapping[str, str]) -> str:
    """The figure's name for people; a metric without one is shown by its plain words."""
    words = LABELS.get(metric, metric.replace("_", " ").capitalize())
    text = words.format_map(_Names({key: shortened(str(value)) for key, value in params.items()}))
    return text[:1].upper() + text[1:]


def definition(formula: str) -> str:
    """What the formula does, in a sentence; empty for one this version does not know."""
    known = FORMULAS.get(formula)
    return known.words if known else ""
