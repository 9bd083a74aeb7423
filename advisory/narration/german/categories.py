"""The categories that everybody starts with, as a German report calls them. A category of the owner's own naming is
theirs and is not looked up here."""

from __future__ import annotations

from collections.abc import Mapping

CATEGORIES: Mapping[str, str] = {
    "Groceries": "Lebensmittel",
    "Restaurants": "Restaurants",
    "Coffee": "Kaffee",
    "Transport": "Verkehr",
    "Fuel": "Kraftstoff",
    "Rent/Mortgage": "Miete/Kredit",
    "Utilities": "Nebenkosten",
    "Phone/Internet": "Telefon/Internet",
    "Insurance": "Versicherung",
    "Health": "Gesundheit",
    "Shopping": "Shopping",
    "Clothing": "Kleidung",
    "Electronics": "Elektronik",
    "Entertainment": "Unterhaltung",
    "Subscriptions": "Abos",
    "Travel": "Reisen",
    "Education": "Bildung",
    "Childcare": "Kinderbetreuung",
    "Pets": "Haustiere",
    "Gifts/Donations": "Geschenke/Spenden",
    "Fees": "Gebühren",
    "Taxes": "Steuern",
    "Income:Salary": "Einkommen:Gehalt",
    "Income:Interest": "Einkommen:Zinsen",
    "Transfer": "Umbuchung",
    "Cash": "Bargeld",
    "Other": "Sonstiges",
}
