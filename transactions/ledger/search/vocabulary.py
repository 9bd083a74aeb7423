"""The words of the query language: fields, flags, and what each is for."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Kind = Literal["text", "name", "amount", "date", "flag", "id"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the language. `means` is its name in the tree, `about` a few words for the list of completions."""

    name: str
    kind: Kind
    means: str
    about: str


STATUSES = ("pending", "cleared", "reconciled")
FLAGS = {
    "income": "money that came in",
    "expense": "money that left",
    "uncategorised": "no category yet, or a share without one",
    "transfer": "between your own accounts",
    "split": "divided into shares",
    "suggested": "the category is only a suggestion",
    "pending": "not booked by the bank yet",
    "cleared": "booked by the bank",
    "reconciled": "checked against a statement",
}
HAS = {
    "attachment": "a receipt or other file",
    "note": "a note of yours",
    "tag": "at least one tag",
    "category": "a category",
    "payee": "a payee",
}
SPELLINGS = {"uncategorized": "uncategorised", "transfers": "transfer", "expenses": "expense", "incomes": "income"}
_FIELDS = (
    Field("payee", "text", "payee", "your name for the other party"),
    Field("category", "name", "category", "a category and all below it"),
    Field("account", "name", "account", "an account"),
    Field("tag", "name", "tag", "a tag"),
    Field("amount", "amount", "size", "the size of the amount"),
    Field("in", "amount", "in", "money that came in"),
    Field("out", "amount", "out", "money that left"),
    Field("date", "date", "date", "the day it was booked"),
    Field("valued", "date", "valued", "the value date"),
    Field("is", "flag", "is", "what kind of row it is"),
    Field("has", "flag", "has", "what the row has"),
    Field("status", "flag", "status", "pending, cleared or reconciled"),
    Field("note", "text", "note", "your note"),
    Field("text", "text", "text", "payee, bank text and note"),
    Field("counterparty", "text", "counterparty", "the other party as the bank wrote it"),
    Field("description", "text", "description", "the bank's text"),
    Field("currency", "name", "currency", "a currency code"),
    Field("rule", "text", "rule", "the rule that chose the category"),
    Field("import", "id", "import", "the number of an import"),
    Field("id", "id", "id", "the number of a transaction"),
)
FIELDS = {field.name: field for field in _FIELDS}
WITH_NUMBERS = ("payee", "category", "account", "tag")
"""Fields that also take the number of the thing, written as in `category:#7`."""


def nearest(word: str, known: object) -> str:
    """The known word that was probably meant, or ''."""
    found = get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)  # type: ignore[call-overload]
    return str(found[0]) if found else ""
