"""A small vocabulary for the tests of questions."""

from __future__ import annotations

from datetime import date

from advisory.analysis.ask.grammar import Planned, plan_question
from advisory.analysis.ask.meanings import Refusal
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.vocabulary import NamedAccount, NamedCategory, Vocabulary

AS_OF = date(2026, 11, 15)
GROCERIES, RENT, COFFEE, SALARY, TRANSFER = 1, 2, 3, 4, 5
REWE, EDEKA, DOCTORS, EMPLOYER, SOMMER, BAR = 11, 12, 13, 14, 15, 16
WORDS = Vocabulary(
    as_of=AS_OF,
    first_day=date(2025, 1, 1),
    base_currency="EUR",
    categories={
        GROCERIES: NamedCategory(GROCERIES, "Groceries", "groceries", group="Food"),
        RENT: NamedCategory(RENT, "Rent/Mortgage", "rent_mortgage", group="Home"),
        COFFEE: NamedCategory(COFFEE, "Coffee", "coffee", group="Food", parent=GROCERIES),
        SALARY: NamedCategory(SALARY, "Income:Salary", "income_salary", "income", "Income"),
        TRANSFER: NamedCategory(TRANSFER, "Transfer", "transfer", "transfer", "Money"),
    },
    accounts={
        21: NamedAccount(21, "Giro", "checking", "EUR", 100_00, has_known_opening=True),
        22: NamedAccount(22, "Nest egg", "savings", "EUR", 0, has_known_opening=True),
    },
    payees={
        REWE: "REWE Markt GmbH",
        EDEKA: "EDEKA Südvorstadt",
        DOCTORS: "Ärzte ohne Grenzen e.V.",
        EMPLOYER: "Nordlicht Maschinenbau GmbH",
        SOMMER: "Zahnarzt Dr. Sommer",
        BAR: "Bar del Corso",
    },
    series={31: "Netflix"},
    series_rows={31: (7, 9)},
    currencies=("EUR",),
    earning=frozenset({EMPLOYER}),
)


def planned(question: str, vocabulary: Vocabulary = WORDS) -> Plan:
    found = plan_question(question, vocabulary)
    assert isinstance(found, Planned), (question, found)
    return found.plan


def refusal(question: str, vocabulary: Vocabulary = WORDS) -> Refusal:
    found = plan_question(question, vocabulary)
    assert isinstance(found, Refusal), (question, found)
    return found
