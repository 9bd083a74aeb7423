"""From what is typed into the search bar to a tree, or to the place where it stops making sense.

query   = either { ("or" | "OR" | "|") either }
either  = part { ["and"] part }
part    = ("-" | "not") part | "(" query ")" | term
term    = field operator value { "," value } | "quoted words" | word
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from transactions.ledger.search.facts import folded
from transactions.ledger.search.nodes import And, Everything, Node, Not, Or, TextTest, joined
from transactions.ledger.search.terms import field_test, is_list_field
from transactions.ledger.search.values import NUMBER, ValueProblem, shortened
from transactions.ledger.search.vocabulary import FIELDS, nearest

LONGEST = 2000
DEEPEST = 20
MOST_TERMS = 100
FIELD = re.compile(r"([A-Za-z]+)(:>=|:<=|:=|:>|:<|>=|<=|:|=|>|<)")
SPACED = re.compile(r"([A-Za-z]+)\s+(>=|<=|>|<)\s*(?=[\d+-])")
WORD = re.compile(r"[^\s()|\"“”„]+")
ITEM = re.compile(r"[^\s()|\"“”„,]+")
QUOTES = '"“”„'
ESCAPED = f"{QUOTES}\\"
OPERATORS = {":>=": ">=", ":<=": "<=", ":>": ">", ":<": "<", ":=": "="}


@dataclass(frozen=True, slots=True)
class Query:
    """A query that makes sense."""

    node: Node
    text: str


@dataclass(frozen=True, slots=True)
class QueryError:
    """Where a query stops making sense and why; `suggestion` may stand in that place, '' when there is none.

    `position` and `length` count characters; a length of zero is the gap before `position`.
    """

    position: int
    length: int
    message: str
    suggestion: str = ""


class _Refused(Exception):  # noqa: N818 (never leaves this module)
    def __init__(self, start: int, end: int, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.error = QueryError(start, end - start, message, suggestion)


def parse_query(text: str, today: date | None = None) -> Query | QueryError:
    """The query in `text`. Words such as last-month are counted from `today`, and unknown without it."""
    if len(text) > LONGEST:
        return QueryError(LONGEST, len(text) - LONGEST, f"A query can have at most {LONGEST} characters.")
    strange = next((at for at, letter in enumerate(text) if not letter.isprintable() and not letter.isspace()), None)
    if strange is not None:
        return QueryError(strange, 1, "There is an invisible character here. Remove it.")
    try:
        return Query(_Parser(text, today).whole(), text)
    except _Refused as refused:
        return refused.error


@dataclass(slots=True)
class _Parser:
    text: str
    today: date | None
    at: int = 0
    depth: int = 0
    terms: int = 0

    def whole(self) -> Node:
        self._skip()
        if self.at == len(self.text):
            return Everything()
        node = self._query()
        if self.at < len(self.text):  # only a closing parenthesis ends a query early
            raise _Refused(self.at, self.at + 1, "This parenthesis closes nothing. Remove it, or open one before.")
        return node

    def _query(self) -> Node:
        parts = [self._either()]
        while (end := self._word_here("or", "|")) is not None:
            start, self.at = self.at, end
            self._skip()
            self._expect_part(start, end)
            parts.append(self._either())
        return joined(Or, parts)

    def _either(self) -> Node:
        self._expect_part(self.at, min(self.at + 1, len(self.text)))
        parts = [self._part()]
        while self._skip() and self.text[self.at] != ")" and self._word_here("or", "|") is None:
            start, end = self.at, self._word_here("and")
            if end is not None:
                self.at = end
                self._skip()
                self._expect_part(start, end)
            parts.append(self._part())
        return joined(And, parts)

    def _part(self) -> Node:
        start = self.at
        end = self._minus() or self._word_here("not")
        if end is None and self.text[start] != "(":
            return self._term()
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Refused(start, start + 1, f"Parentheses and “not” can be nested at most {DEEPEST} deep.")
        node = self._group() if end is None else self._negated(start, end)
        self.depth -= 1
        return node

    def _negated(self, start: int, end: int) -> Node:
        word = WORD.match(self.text, start)
        number = NUMBER.fullmatch(word[0]) if word else None
        if number is not None:
            raise _Refused(
                start,
                number.end() + start,
                f"To find an amount, write amount:{number[0]}. To leave out a text, put it in quotes.",
                f"amount:{number[0]}",
            )
        self.at = end
        self._skip()
        self._expect_part(start, end)
        return Not(self._part())

    def _group(self) -> Node:
        start = self.at
        self.at += 1
        self._skip()
        self._expect_part(start, start + 1)
        node = self._query()
        if self.at == len(self.text):
            raise _Refused(start, start + 1, "This parenthesis is never closed.")
        self.at += 1
        return node

    def _term(self) -> Node:
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise _Refused(self.at, len(self.text), f"A query can have at most {MOST_TERMS} conditions.")
        if self.text[self.at] in QUOTES:
            start = self.at
            return self._free_text(start, self._quoted())
        match = SPACED.match(self.text, self.at)
        if match is None or match[1].casefold() not in FIELDS:
            match = FIELD.match(self.text, self.at)
        if match is not None and self._is_field(match):
            return self._field(match)
        word = WORD.match(self.text, self.at)
        assert word is not None, "a term begins with a letter that a word may have"
        start, self.at = self.at, word.end()
        return self._free_text(start, word[0])

    def _free_text(self, start: int, words: str) -> Node:
        if not folded(words):
            raise _Refused(start, self.at, "There is nothing to look for here.")
        return TextTest("text", "contains", words)

    def _is_field(self, match: re.Match[str]) -> bool:
        name = match[1].casefold()
        if name in FIELDS:
            return True
        meant = nearest(name, FIELDS)
        if not match[2].startswith(":") and not meant:
            return False  # such as a=b in a bank's text
        hint = f" Did you mean {meant}?" if meant else ""
        message = f"There is no field “{shortened(match[1])}”.{hint} To find the text itself, put it in quotes."
        raise _Refused(match.start(1), match.end(1), message, meant)

    def _field(self, match: re.Match[str]) -> Node:
        field = FIELDS[match[1].casefold()]
        operator = OPERATORS.get(match[2], match[2])
        self.at = match.end()
        tests = []
        pattern = ITEM if is_list_field(field) else WORD
        while True:
            start = self.at
            value = self._value(pattern, field.name, match.start())
            try:
                tests.append(field_test(field, operator, value, self.today))
            except ValueProblem as problem:
                raise _Refused(start, self.at, problem.message, problem.suggestion) from None
            if pattern is WORD or not self.text.startswith(",", self.at):
                return joined(Or, tests)
            self.at += 1

    def _value(self, pattern: re.Pattern[str], name: str, start: int) -> str:
        here = self.text[self.at : self.at + 1]
        if here and here in QUOTES:
            value = self._quoted()
        else:
            found = pattern.match(self.text, self.at)
            value = found[0] if found else ""
            self.at += len(value)
        if not folded(value):
            raise _Refused(start, self.at, f"Say what to look for after “{name}”, without a space between.")
        return value

    def _quoted(self) -> str:
        start = self.at
        self.at += 1
        letters = []
        while self.at < len(self.text):
            letter = self.text[self.at]
            self.at += 1
            if letter == "\\" and self.at < len(self.text) and self.text[self.at] in ESCAPED:
                letters.append(self.text[self.at])
                self.at += 1
            elif letter in QUOTES:
                return "".join(letters)
            else:
                letters.append(letter)
        raise _Refused(start, len(self.text), "These quotes are never closed.", f'{self.text[start:]}"')

    def _minus(self) -> int | None:
        """Behind a minus sign that stands directly before something."""
        is_sign = self.text.startswith("-", self.at) and not self.text[self.at + 1 : self.at + 2].isspace()
        return self.at + 1 if is_sign and self.at + 1 < len(self.text) else None

    def _word_here(self, *words: str) -> int | None:
        """Behind the keyword that stands here, if one of these does."""
        for word in words:
            end = self.at + len(word)
            if self.text[self.at : end].casefold() == word and (
                not word.isalpha() or end == len(self.text) or self.text[end].isspace() or self.text[end] in "()|"
            ):
                return end
        return None

    def _expect_part(self, start: int, end: int) -> None:
        """Something must follow what stands from `start` to `end`."""
        keyword = self._word_here("or", "and", "|") if self.at < len(self.text) else None
        if self.at < len(self.text) and self.text[self.at] != ")" and keyword is None:
            return
        if keyword is not None:
            start, end = self.at, keyword
        what = self.text[start:end]
        message = (
            "There is nothing in these parentheses."
            if what in "()"
            else f"“{what}” needs something on both sides. To find the word itself, put it in quotes."
        )
        if what == "-" or what.casefold() == "not":
            message = f"Say what to leave out after “{what}”."
        raise _Refused(start, end, message, f'"{what}"' if what.isalpha() else "")

    def _skip(self) -> bool:
        """Go past spaces; False at the end."""
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text)
