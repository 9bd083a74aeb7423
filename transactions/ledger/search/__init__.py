"""The query language: typed into the search bar, kept as saved searches, and spoken by rules."""

from transactions.ledger.search.facts import CategoryRow, Lineage, RowFacts, folded, lineages
from transactions.ledger.search.matching import matches, predicate
from transactions.ledger.search.parsing import Query, QueryError, parse_query

__all__ = [
    "CategoryRow",
    "Lineage",
    "Query",
    "QueryError",
    "RowFacts",
    "folded",
    "lineages",
    "matches",
    "parse_query",
    "predicate",
]
