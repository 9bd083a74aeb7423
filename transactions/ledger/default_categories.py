"""The categories every user starts with. The keys are stable names that analysis and lexicon refer to."""

from __future__ import annotations

from dataclasses import dataclass

EXPENSE, INCOME, TRANSFER = "expense", "income", "transfer"


@dataclass(frozen=True, slots=True)
class DefaultCategory:
    """One default category. `is_essential` marks a need that is hard to stop within a month."""

    name: str
    key: str
    group: str
    is_essential: bool = False
    kind: str = EXPENSE


DEFAULT_CATEGORIES: tuple[DefaultCategory, ...] = (
    DefaultCategory("Groceries", "groceries", "Food", is_essential=True),
    DefaultCategory("Restaurants", "restaurants", "Food"),
    DefaultCategory("Coffee", "coffee", "Food"),
    DefaultCategory("Transport", "transport", "Getting around", is_essential=True),
    DefaultCategory("Fuel", "fuel", "Getting around", is_essential=True),
    DefaultCategory("Rent/Mortgage", "rent_mortgage", "Home", is_essential=True),
    DefaultCategory("Utilities", "utilities", "Home", is_essential=True),
    DefaultCategory("Phone/Internet", "phone_internet", "Home", is_essential=True),
    DefaultCategory("Insurance", "insurance", "Home", is_essential=True),
    DefaultCategory("Health", "health", "People", is_essential=True),
    DefaultCategory("Shopping", "shopping", "Shopping"),
    DefaultCategory("Clothing", "clothing", "Shopping"),
    DefaultCategory("Electronics", "electronics", "Shopping"),
    DefaultCategory("Entertainment", "entertainment", "Leisure"),
    DefaultCategory("Subscriptions", "subscriptions", "Leisure"),
    DefaultCategory("Travel", "travel", "Leisure"),
    DefaultCategory("Education", "education", "People"),
    DefaultCategory("Childcare", "childcare", "People", is_essential=True),
    DefaultCategory("Pets", "pets", "People"),
    DefaultCategory("Gifts/Donations", "gifts_donations", "People"),
    DefaultCategory("Fees", "fees", "Money"),
    DefaultCategory("Taxes", "taxes", "Money", is_essential=True),
    DefaultCategory("Income:Salary", "income_salary", "Income", kind=INCOME),
    DefaultCategory("Income:Interest", "income_interest", "Income", kind=INCOME),
    DefaultCategory("Transfer", "transfer", "Money", kind=TRANSFER),
    DefaultCategory("Cash", "cash", "Money"),
    DefaultCategory("Other", "other", "Other"),
)
