"""PDF statements with a text layer: words with their places become the records of a table.

A page says less than a file made for programs, so the balances must prove the reading; where they do not, it asks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from transactions.ledger.errors import LineError
from transactions.statements import pdf_worker
from transactions.statements.csv_preamble import balance_kind, read_surroundings
from transactions.statements.csv_statement import read_records
from transactions.statements.native_child import run_child
from transactions.statements.parsed import ParsedLine, ParsedStatement, Question, QuestionOption, ReaderContext
from transactions.statements.pdf_lines import Word, lines_of, records_of

MEMORY = 256 << 20
LEAST_PRINTED = 3  # movements with a balance from which that is no accident
CARD = re.compile(
    r"(?i)credit card|card number|credit limit|minimum (?:payment|amount)|payment due|amount due|kreditkarte|"
    r"carte de cr[ée]dit|tarjeta|cart[ãa]o de cr[ée]dito|carta di credito|kredi kart"
)
MESSAGES = {
    pdf_worker.TOO_LARGE: "This PDF is too large to be read. Download the statement as CSV or for a shorter period.",
    pdf_worker.PROTECTED: "This PDF is protected by a password. Save it without one and import that.",
    pdf_worker.BROKEN: "This PDF is damaged. Download the statement again, as CSV if the bank offers it.",
}
NO_TEXT = "This PDF holds pictures of pages and no text. Download the statement from the bank as CSV or OFX."
NO_TABLE = "No list of movements was found in this PDF. Download the statement from the bank as CSV or OFX."
ASKS = (
    "Nothing in this PDF proves that every movement was read: it states no balances that they add up to. Look through "
    "the list below; does a plus mean money that came in?"
)


class PdfReader:
    format = "pdf"

    def recognise(self, data: bytes) -> float:
        return 0.9 if data[:1024].lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(b"%PDF-") else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        pages = _pages(data)
        if isinstance(pages, str):
            return _refused(pages)
        if not any(pages):
            return _refused(NO_TEXT)
        lines = lines_of(pages)
        records = records_of(lines)
        if len(records) > context.max_lines:
            return _refused(MESSAGES[pdf_worker.TOO_LARGE])
        is_card = any(CARD.search(line.text) for line in lines)
        # What is owed on a card grows by what is spent: as balances of an account they would turn every sign.
        told = [record for record in records if not (is_card and any(map(balance_kind, record.cells)))]
        statement = read_records(told, None, context, format_name=self.format)
        if not statement.lines_found:
            return _refused(NO_TABLE)
        around = read_surroundings(records)
        return _checked(statement, (around.opening, around.closing), context, is_card=is_card)


def _pages(data: bytes) -> list[list[Word]] | str:
    """The words of each page, or the sentence that says why there are none."""
    seconds = 1 + len(data) // 50_000
    wrote = run_child(pdf_worker.__name__, data, memory=MEMORY + 20 * len(data), seconds=seconds)
    if wrote is None:
        return MESSAGES[pdf_worker.TOO_LARGE]
    pages: list[list[Word]] = []
    for line in wrote.splitlines():
        said = json.loads(line)
        if isinstance(said, list):
            pages.append([(word[0], word[1], word[2], word[3], word[4]) for word in said])
        elif "error" in said:
            return MESSAGES[said["error"]]
        else:
            return pages
    return MESSAGES[pdf_worker.BROKEN]


def _refused(message: str) -> ParsedStatement:
    return ParsedStatement("pdf", errors=(LineError(None, "file", message),))


def _running(lines: Sequence[ParsedLine]) -> str:
    """In words that a balance printed behind every movement goes on by just its amount, in one order of time; else ''.
    A movement that was not read would leave a gap."""
    printed = [(line.balance, line.amount) for line in lines if line.balance is not None]
    if len(printed) != len(lines) or len(lines) < LEAST_PRINTED:
        return ""
    downward = all(after - amount == before for (before, _), (after, amount) in pairwise(printed))
    upward = all(after - amount == before for (after, amount), (before, _) in pairwise(printed))
    return f"the printed balance agrees with all {len(lines)} movements" if downward or upward else ""


def _checked(
    statement: ParsedStatement, stated: tuple[Decimal | None, Decimal | None], context: ReaderContext, *, is_card: bool
) -> ParsedStatement:
    """With the proof in words, or with the question in its place.

    A bank's balances grow by what comes in, those of a card by what is spent: with the wrong kind of sum the signs
    may be the wrong way round, and that is no proof.
    """
    accounts = statement.accounts
    total = sum((line.amount for account in accounts for line in account.lines), Decimal(0))
    opening, closing = stated
    if opening is None or closing is None:
        opening = next((a.opening_balance for a in accounts if a.opening_balance is not None), opening)
        closing = next((a.closing_balance for a in accounts if a.closing_balance is not None), closing)
    proof = "" if statement.errors or len(accounts) != 1 else _running(accounts[0].lines)
    grown = closing - opening if opening is not None and closing is not None else None
    if grown is not None and not statement.errors and len(accounts) == 1 and grown == (-total if is_card else total):
        proof = "opening + movements = closing"
        sign = -1 if is_card else 1  # what is owed on a card is a balance below zero
        balances = [balance * sign if balance is not None else None for balance in (opening, closing)]
        accounts = (replace(accounts[0], opening_balance=balances[0], closing_balance=balances[1]),)
    if proof:
        return replace(statement, accounts=accounts, understood=statement.understood | {"balances": proof})
    if context.overrides.sign or any(question.code == "sign" for question in statement.questions):
        return statement
    options = (QuestionOption("signed", "Yes, plus came in"), QuestionOption("reversed", "No, plus left the account"))
    question = Question("sign", ASKS, options, "signed")
    return replace(statement, questions=(*statement.questions, question))
