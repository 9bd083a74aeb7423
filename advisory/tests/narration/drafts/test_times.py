"""A figure of one month, measure or span of time is not told as that of another."""

from __future__ import annotations

import pytest

from advisory.narration.drafts import GateFact, judge

FACTS = {
    "now": GateFact("Income this month", "money", "2400.00", "EUR"),
    "before": GateFact("Income last month", "money", "2300.00", "EUR"),
    "usual": GateFact("Total spending compared with usual", "money", "-40.00", "EUR", "up"),
    "year": GateFact("Possible savings a year", "money", "120.00", "EUR"),
}
UNTRUE = [
    "This month's income was {{before}}.",
    "Your income last month was {{now}}.",
    "Compared with last month, spending was {{usual}} higher.",
    "You could save {{year}} a month.",
    "Im laufenden Monat hast du {{before}} verdient.",
    "Im Vormonat hast du {{now}} verdient.",
    "Du kannst {{year}} im Monat sparen.",
    "Ce mois-ci, vos revenus sont de {{before}}.",
    "Vous pourriez économiser {{year}} par mois.",
    "Este mes tus ingresos fueron de {{before}}.",
    "Podrías ahorrar {{year}} al mes.",
]
TRUE = [
    "Your income this month was {{now}}, after {{before}} last month.",
    "Last month's income was {{before}}.",
    "Spending this month was {{usual}} higher than usual.",
    "You could save {{year}} a year.",
    "Im Vormonat hast du {{before}} verdient, diesen Monat {{now}}.",
    "Du kannst {{year}} im Jahr sparen.",
]


@pytest.mark.parametrize("draft", UNTRUE)
def test_another_time_is_refused(draft: str) -> None:
    verdict = judge(draft, FACTS)
    assert not verdict.accepted
    assert any("another" in reason or "something else" in reason for reason in verdict.reasons)


@pytest.mark.parametrize("draft", TRUE)
def test_its_own_time_is_not(draft: str) -> None:
    assert judge(draft, FACTS).reasons == ()
