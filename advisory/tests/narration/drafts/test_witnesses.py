"""A figure needs a word around it that fits its label, in words that no list calls wrong."""

from __future__ import annotations

import json

import pytest

from advisory.narration.drafts import GateFact, judge
from advisory.narration.drafts.lines import answers

FACTS = {
    "debt": GateFact("Total debt", "money", "-1725.66", "EUR"),
    "refund": GateFact("Refunds", "money", "84.00", "EUR"),
    "left": GateFact("Left after bills", "money", "-12.00", "EUR"),
    "more": GateFact("Income against the month before", "money", "28.00", "EUR", "up"),
}


@pytest.mark.parametrize(
    "draft",
    [
        "Your piggy banks come to {{debt}} in total.",
        "Zusammen nennen Sie {{debt}} Ihr Eigen.",
        "Il y a eu {{refund}} de gains au loto.",
        "Con todo hecho, disfrutas de {{left}}.",
        "Your income was {{more}} worse than last month.",
    ],
)
def test_a_figure_without_a_word_for_it_is_refused(draft: str) -> None:
    assert not judge(draft, FACTS).accepted


@pytest.mark.parametrize(
    "draft",
    [
        "All in all you are {{debt}} in the hole.",
        "Zusammen stehen Sie mit {{debt}} in der Kreide.",
        "On vous a rendu {{refund}}.",
        "Con todo hecho, te faltan {{left}}.",
        "Your income was {{more}} better than last month.",
    ],
)
def test_a_fitting_word_is_enough(draft: str) -> None:
    assert judge(draft, FACTS).reasons == ()


def test_two_slots_in_one_clause_are_looked_at_once_each() -> None:
    draft = "Pour un foyer animé, les livres affichent {{f1}} points de pourcentage de dépenses."
    facts = {"f1": {"label": "Spending on books", "kind": "money", "value": "-12.00", "unit": "EUR"}}
    line = json.dumps({"draft": draft, "facts": facts, "need": []}).encode()
    (answer,) = answers([line])
    assert json.loads(answer)["accepted"] is False
