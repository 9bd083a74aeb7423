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
    "category_usual": "Spending on {category} in a usual month",
    "category_moved": "{category} against before",
    "payee_usual": "Paid to {payee} in a usual month",
    "payee_moved": "{payee} against before",
    "series_spending": "Charges of {payee}",
    "series_usual": "Charges of {payee} in a usual month",
    "series_moved": "{payee} against before",
    "others_spending": "Spending on everything else",
    "others_usual": "Spending on everything else in a usual month",
    "others_moved": "Everything else against before",
    "payments": "Payments",
    "payments_usual": "Payments in a usual month",
    "count_effect": "Change from more or fewer payments",
    "mix_effect": "Change from a different mix of payees",
    "price_effect": "Change from dearer or cheaper payments",
    "spending_before": "Spending before",
    "spending_moved": "Spending against before",
    "category_kept": "What seven in ten months of {category} stayed within",
    "category_months": "Spending on {category} in all months",
    "category_put_aside": "{category} put aside evenly each month",
    "budget_cut": "Cut from {category} for goals",
    "budget_proposed": "Budget proposed for {category}",
    "budget_kept": "Part of your months within the budget for {category}",
    "budget_total": "Budget of all categories",
    "savings_rate_usual": "Savings rate of a usual month",
    "savings_rate_year": "Savings rate of up to a year",
    "housing_spending": "Rent or mortgage and energy",
    "housing_ratio": "Housing as a part of income",
    "income_volatility": "Part of months with unusual income",
    "net_worth_change": "Change of all accounts in a month",
    "net_worth_step": "Change of all accounts in a usual month",
    "net_worth_trend": "Growth of what you own, as a part of spending",
    "low_cash_days": "Days below zero",
    "shortfall_chance": "Chance of running short within a month, by your past",
    "forecast_chance": "Chance of running short within a month, by the forecast",
    "loan_payments": "Paid into loans",
    "instalments": "Paid in instalments",
    "debt_payments": "Paid on loans and instalments",
    "debt_service": "Debt payments as a part of income",
    "card_limit": "Limit of {account}",
    "cards_drawn": "Drawn on all cards",
    "card_limits": "Limits of all cards",
    "utilisation": "Part of card limits in use",
    "bills_paid_in_time": "Payments that came in time",
    "bills_seen": "Payments of bills seen",
    "bills_due": "Payments that were due",
    "bills_on_time": "Part of payments that came in time",
    "subscriptions_year": "A year of running subscriptions",
    "income_year": "Income of a year at this pace",
    "subscription_load": "Subscriptions as a part of income",
    "subscription_spending": "Paid for subscriptions",
    "subscription_usual": "Paid for subscriptions in a usual month",
    "usual_charge": "Usual charge of {payee}",
    "series_ahead": "Expected soon from {payee}",
    "bills_ahead": "Bills due within a month",
    "income_ahead": "Income expected within a month",
    "cash_and_income": "Cash and expected income together",
    "bill_cover": "How often cash and income cover the next bills",
    "goal_pace": "Chance to reach {goal} in time",
    "health_points": "Points for {indicator}",
    "health_pillar": "Points of the pillar {pillar}",
    "health_score": "Health score",
    "health_score_low": "Health score, lower end",
    "health_score_high": "Health score, upper end",
    "health_change": "Health score against the month before",
    "health_contribution": "What {indicator} adds to the change",
}


INDICATORS: Mapping[str, str] = {
    "savings_rate": "Savings rate",
    "savings_rate_year": "Savings rate of a year",
    "essential_share": "Essentials as a part of income",
    "housing_ratio": "Housing as a part of income",
    "spend_volatility": "How much spending swings",
    "income_volatility": "Months with unusual income",
    "cost_of_money": "Fees and interest",
    "net_worth_trend": "What you own grows",
    "buffer_months": "Buffer",
    "low_cash_days": "Days below zero",
    "debt_service": "Debt payments as a part of income",
    "utilisation": "Card limits in use",
    "bills_on_time": "Bills paid in time",
    "subscription_load": "Subscriptions as a part of income",
    "bill_cover": "Next bills covered",
    "goal_pace": "Goals in reach",
}


class _Names(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"this {key}"


def label(metric: str, params: Mapping[str, str]) -> str:
    """The figure's name for people; a metric without one is shown by its plain words."""
    words = LABELS.get(metric, metric.replace("_", " ").capitalize())
    named = {key: shortened(str(value)) for key, value in params.items()}
    if named.get("indicator") in INDICATORS:
        named["indicator"] = INDICATORS[named["indicator"]].lower()
    text = words.format_map(_Names(named))
    return text[:1].upper() + text[1:]


def definition(formula: str) -> str:
    """What the formula does, in a sentence; empty for one this version does not know."""
    known = FORMULAS.get(formula)
    return known.words if known else ""
