"""Text compared in the database as `ledger.search.facts.folded` makes it: no case, no accents, single spaces.

SQLite asks Python. PostgreSQL has functions of its own, made by a migration: `spendwise_fold`, and `spendwise_plain`
that also makes every run of spaces one. A test holds the two databases against the same table of questions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models import BooleanField, Func, TextField, Value
from django.db.models.expressions import Combinable

from transactions.ledger.words import fold

Operator = Literal["contains", "equals", "starts", "ends"]
SQLITE_NAME = "spendwise_text_is"
TESTS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda text, words: words in text,
    "equals": lambda text, words: text == words,
    "starts": lambda text, words: text.startswith(words),
    "ends": lambda text, words: text.endswith(words),
}
POSTGRES = {
    "contains": "(strpos({function}({text}), {words}) > 0)",
    "equals": "({function}({text}) = {words})",
    "starts": "starts_with({function}({text}), {words})",
    "ends": "(right({function}({text}), char_length({words})) = {words})",
}


class FoldedText(Func):
    """Whether a text (never null), folded, contains, equals, starts or ends with `words`, which are folded already."""

    function = SQLITE_NAME
    output_field = BooleanField()

    def __init__(self, operator: Operator, text: Combinable, words: str, **extra: Any) -> None:
        values = (Value(text, output_field=TextField()) for text in (operator, words))
        super().__init__(*values, text, **extra)
        self.operator, self.words = operator, words

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper, **extra: Any) -> tuple[str, tuple[Any, ...]]:
        sql, params = self.as_sql(compiler, connection, **extra)
        if self.operator != "contains" or " " in self.words:
            return sql, tuple(params)
        # Asking Python for every row takes most of a search's time, and plain ASCII needs no folding but of case.
        text, text_params = compiler.compile(self.source_expressions[2])
        plain = f"length({text}) = length(CAST({text} AS BLOB))"
        return (
            f"CASE WHEN {plain} THEN instr(lower({text}), %s) > 0 ELSE {sql} END",
            (*text_params, *text_params, *text_params, self.words, *params),
        )

    def as_postgresql(self, compiler: Any, _connection: BaseDatabaseWrapper, **_extra: Any) -> tuple[str, list[Any]]:
        # Only words with a space between them can tell one space from two, and making them one takes its time.
        is_one_word = self.operator == "contains" and " " not in self.words
        function = "spendwise_fold" if is_one_word else "spendwise_plain"
        sql, params = compiler.compile(self.source_expressions[2])
        template = POSTGRES[self.operator]
        needles = [self.words] * template.count("{words}")
        return template.format(function=function, text=sql, words="%s::text"), [*params, *needles]


def text_is(operator: str, words: str, text: str) -> bool:
    folded = fold(text)
    if operator != "contains" or " " in words:
        folded = " ".join(folded.split())
    return TESTS[operator](folded, words)


def teach(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """A new connection to SQLite learns the function."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(SQLITE_NAME, 3, text_is, deterministic=True)


def connect() -> None:
    """Called once when the app is loaded."""
    connection_created.connect(teach, dispatch_uid="transactions.sql_text")
