"""Labels in anybody's words: what they bear, whose they are, and what may be told of their figures."""

from __future__ import annotations

import pytest

from advisory.narration.drafts import GateFact, judge
from advisory.narration.drafts.label_names import own_words
from advisory.narration.drafts.label_reading import read_label
from advisory.narration.drafts.meanings import concepts_by_sign

BORNE = [
    ("Net worth", "en", {"balance"}),
    ("Net pay", "en", {"in"}),
    ("Lower bound of the forecast balance", "en", {"balance"}),
    ("Free per day", "en", {"left", "budget"}),
    ("Bills still to come", "en", {"bills", "out"}),
    ("Possible gain a year, at least", "en", {"possible", "saved"}),
    ("Lohnzahlung", "de", {"in"}),
    ("Budgetrest für Bücher", "de", {"left", "budget"}),
    ("Rentrées d'argent", "fr", {"in"}),
    ("Resto tras pagar las facturas", "es", {"left"}),
    ("Owed on cuenta corriente", "es", {"owed"}),
]
NAMED = [
    ("Spending on haberdashery", "en", {"haberdashery"}),
    ("Late payments", "en", set()),
    ("Balance left on Rainy Day", "en", {"rainy", "day"}),
    ("Coffee beans, budget remaining", "en", {"coffee", "beans"}),
    ("Nettovermögen", "de", set()),
    ("Gezahlt an Wasserwerk Süd", "de", {"wasserwerk", "sued"}),
    ("Reste au budget, Péages", "fr", {"peages"}),
    ("Gasto en la peluquería", "es", {"peluqueria"}),
]


@pytest.mark.parametrize(("label", "language", "borne"), BORNE)
def test_a_label_bears_what_its_words_say_together(label: str, language: str, borne: set[str]) -> None:
    assert read_label(label, language).concepts == borne


@pytest.mark.parametrize(("label", "language", "names"), NAMED)
def test_what_labels_are_not_made_of_is_a_name(label: str, language: str, names: set[str]) -> None:
    assert own_words(label, language).certain == names


def test_the_sign_says_which_way_an_ambiguous_label_goes() -> None:
    assert concepts_by_sign("Salary payments", "en", is_negative=False) == {"in"}
    assert concepts_by_sign("Outstanding", "en", is_negative=True) == {"owed"}
    assert concepts_by_sign("Outstanding", "en", is_negative=False) == {"togo"}


FACTS = {
    "pay": GateFact("Net pay", "money", "2400.00", "EUR"),
    "daily": GateFact("Free per day", "money", "18.00", "EUR"),
    "late": GateFact("Late payments", "count", "3", "count"),
    "peak": GateFact("Month with the highest spending", "month", "2026-03"),
    "move": GateFact("Transfer to Silver Card suggested", "money", "80.00", "EUR"),
    "score": GateFact("Health score", "score", "70"),
    "subs": GateFact("Cost of subscriptions", "money", "-60.00", "EUR"),
    "big": GateFact("Unusually large payment to Pagoda", "money", "-600.00", "EUR"),
    "norm": GateFact("Usual payment to Pagoda", "money", "-60.00", "EUR"),
    "change": GateFact("Income against last month", "money", "-90.00", "EUR", "down"),
}
TRUE = [
    "Your pay packet came to {{pay}}.",
    "You can spend {{daily}} a day and still be fine.",
    "- In: {{pay}}\n- Free a day: {{daily}}",
    "{{late}} Zahlungen waren zu spät.",
    "You paid {{big}} to Pagoda, far more than the {{norm}} you normally pay.",
    "Your income is {{change}} under that of the month before.",
]
UNTRUE = [
    "Your wages of {{pay}} were deducted.",
    "You owe {{daily}} a day.",
    "{{late}} payments were early.",
    "Your cheapest month was {{peak}}.",
    "Consider moving {{move}} out of Silver Card.",
    "Your health score is {{score}} days.",
    "You paid {{subs}} for bank charges.",
    "You paid {{norm}} to Pagoda, far more than the {{big}} you normally pay.",
    "Your income is {{change}} over that of the month before.",
]


@pytest.mark.parametrize("draft", TRUE)
def test_what_a_label_bears_may_be_told(draft: str) -> None:
    assert judge(draft, FACTS).reasons == ()


@pytest.mark.parametrize("draft", UNTRUE)
def test_the_opposite_of_a_label_is_refused(draft: str) -> None:
    assert not judge(draft, FACTS).accepted


@pytest.mark.parametrize(("unit", "is_borne"), [("EUR", True), ("USD", False)])
def test_figures_in_two_currencies_bear_no_comparison(unit: str, is_borne: bool) -> None:
    facts = {
        "a": GateFact("Spending this month", "money", "900", unit),
        "b": GateFact("Usual monthly spending", "money", "800", "EUR"),
    }
    assert judge("You spent {{a}}, more than the {{b}} you normally pay.", facts, ()).accepted is is_borne
