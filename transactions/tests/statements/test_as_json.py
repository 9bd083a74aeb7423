"""What a statement looks like to scripts and at a terminal."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.as_json import statement_as_json
from transactions.statements.as_text import statement_as_text
from transactions.statements.parsed import (
    ColumnRole,
    ParsedAccount,
    ParsedLine,
    ParsedStatement,
    Question,
    QuestionOption,
)

LINE = ParsedLine(
    line=2,
    booking_date=date(2024, 1, 31),
    amount=Decimal("-12.30"),
    currency="",
    counterparty="Café \x1b[31m",
    balance=Decimal("1E+3"),
)
FIRST = ParsedAccount(
    external_ref="DE1", currency="EUR", lines=(LINE,), opening_balance=Decimal("1012.30"), closing_balance=Decimal(1000)
)
SECOND = ParsedAccount(name="Card", kind="credit_card", currency="USD", closing_balance=Decimal("0.10"))
QUESTION = Question("date_order", "Is 01/02 in February?", (QuestionOption("DMY", "day first"),), "DMY")
ERROR = LineError(7, "amount", "'x' is not an amount.")


def test_one_account_has_exactly_the_promised_keys() -> None:
    answer = statement_as_json(ParsedStatement("csv", (FIRST,), (ERROR,), 1, encoding="cp1252"), "a.csv")
    assert answer == {
        "file": "a.csv",
        "format": "csv",
        "encoding": "cp1252",
        "account": "DE1",
        "currency": "EUR",
        "opening_balance": "1012.30",
        "closing_balance": "1000",
        "lines": [
            {
                "booking_date": "2024-01-31",
                "value_date": None,
                "amount": "-12.30",
                "currency": "EUR",
                "description": "",
                "counterparty": "Café \x1b[31m",
                "external_id": "",
                "balance": "1000",
            }
        ],
        "questions": [],
        "errors": [{"line": 7, "field": "amount", "message": "'x' is not an amount."}],
    }


def test_several_accounts_are_listed_and_the_first_stands_on_top() -> None:
    answer = statement_as_json(ParsedStatement("ofx", (FIRST, SECOND)), "a.ofx")
    assert answer["account"] == "DE1"
    assert [one["account"] for one in answer["accounts"]] == ["DE1", "Card"]
    assert [one["lines_found"] for one in answer["accounts"]] == [1, 0]


def test_a_question_comes_with_the_best_reading() -> None:
    answer = statement_as_json(ParsedStatement("csv", (FIRST,), questions=(QUESTION,)), "a.csv")
    assert len(answer["lines"]) == 1
    assert answer["questions"] == [
        {
            "code": "date_order",
            "message": "Is 01/02 in February?",
            "options": [{"value": "DMY", "label": "day first"}],
            "assumed": "DMY",
        }
    ]
    json.dumps(answer)


def test_an_empty_statement_is_no_refusal() -> None:
    assert statement_as_json(ParsedStatement("csv"), "a.csv")["lines"] == []
    assert "0 lines" in statement_as_text(ParsedStatement("csv"), "a.csv")


def test_nothing_read_is_a_refusal_in_words() -> None:
    refused = ParsedStatement("", errors=(LineError(None, "file", "The file is empty."),))
    assert statement_as_json(refused, "a.csv") == {"file": "a.csv", "refused": "The file is empty."}
    rejected = ParsedStatement("csv", (), (ERROR,), 1)
    assert statement_as_json(rejected, "a.csv")["refused"] == "Line 7: 'x' is not an amount."
    assert "Nothing" in statement_as_json(ParsedStatement(""), "a.csv")["refused"]


def test_the_text_shows_the_evidence_and_no_control_characters() -> None:
    column = ColumnRole(0, 1, "Betrag", "amount", 0.9, "named so", ("-12,30",))
    statement = ParsedStatement("csv", (FIRST, SECOND), (ERROR,), 1, {"header": "line 1"}, (QUESTION,), (column,))
    text = statement_as_text(statement, "a\x07.csv")
    assert "\x1b" not in text
    assert "\x07" not in text
    for part in ("Betrag", "90%", "named so", "-12,30", "(agrees)", "? Is 01/02", "--date-order", "! line 7", "header"):
        assert part in text
