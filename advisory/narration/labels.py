"""What a metric is called on screen, and what its formula does in words."""

from __future__ import annotations

from collections.abc import Mapping

from advisory.analysis.formulas import FORMULAS
from advisory.narration.english import labels as english
from advisory.narration.german import labels as german
from advisory.narration.terms import category_term, term
from advisory.narration.views import shortened
from advisory.narration.voice import Language, voice

ASKED = "ask_"
"""Figures of answers are about what was asked, whatever that was."""

LABELS: Mapping[Language, Mapping[str, str]] = {"en": english.LABELS, "de": german.LABELS}

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


PILLARS: Mapping[str, str] = {"spend": "Spending", "save": "Saving", "borrow": "Borrowing", "plan": "Planning"}


class _Names(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"this {key}" if voice().language == "en" else "?"


def label(metric: str, params: Mapping[str, str]) -> str:
    """The figure's name for people; a metric without one is shown by its plain words."""
    words = LABELS[voice().language].get(metric, metric.replace("_", " ").capitalize())
    named = {key: shortened(str(value)) for key, value in params.items()}
    text = words.format_map(_Names({**named, **_our_names(named)}))
    if metric.startswith(ASKED) and "about" in named:
        text = f"{text}: {named['about']}"
    return text[:1].upper() + text[1:]


def _our_names(named: Mapping[str, str]) -> dict[str, str]:
    """Of what carries a name of ours, as it is said: German keeps the capital of a noun."""
    ours = {}
    if named.get("indicator") in INDICATORS:
        name = term(INDICATORS[named["indicator"]])
        ours["indicator"] = name.lower() if voice().language == "en" else name
    if "kind" in named:
        ours["kind"] = term(named["kind"])
    if named.get("pillar") in PILLARS:
        ours["pillar"] = term(PILLARS[named["pillar"]]) if voice().language == "de" else named["pillar"]
    if "category" in named:
        ours["category"] = category_term(named["category"])
    return ours


def definition(formula: str) -> str:
    """What the formula does, in a sentence; empty for one this version does not know."""
    known = FORMULAS.get(formula)
    if known is None:
        return ""
    return german.DEFINITIONS.get(formula, known.words) if voice().language == "de" else known.words
