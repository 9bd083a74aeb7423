"""Journals of hledger and ledger. Included files, periodic and automated transactions are named, not followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from transactions.statements.csv_money_signs import sign_in
from transactions.statements.decoding import decode
from transactions.statements.numbers import choose_decimal_mark
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.rivals.beancount import BeancountReader
from transactions.statements.rivals.beancount_postings import BadPostingError, Written, complete
from transactions.statements.rivals.building import Builder, too_long
from transactions.statements.rivals.chart import ASSET, EQUITY, EXPENSE, INCOME, LIABILITY, Chart
from transactions.statements.rivals.hledger_amounts import read_posted, votes_of
from transactions.statements.rivals.journal import Book, Entry, Posting, book_in_order
from transactions.statements.rivals.journal_blocks import INCLUDES, NOTE_KEYS, Block, lines_of
from transactions.statements.rivals.values import unique

_DATE = r"(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})"
_HEAD = re.compile(rf"{_DATE}(?:=(?:\d{{4}}[-/.])?\d{{1,2}}[-/.]\d{{1,2}})?(?:\s+(.*))?", re.ASCII)
_TITLE = re.compile(r"(?:([*!])\s*)?(?:\(([^()]*)\)\s*)?(.*)")
_FULL_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:=\S+)?[ \t]+[^\s,;|\d]", re.ASCII)
_POSTED = re.compile(r"[ \t]+(?:[*!] )?[(\[]?[^\W\d_][^;:\t]*:[^;:\t\s]")
_ACCOUNT_END = re.compile(r"\s{2,}|\t")
_LEDGER_TAGS = re.compile(r"(?:^|\s):((?:[\w-]+:)+)(?=\s|$)")
_TAG_VALUE = re.compile(r"(?:^|[\s,])([^\W\d_][\w-]*):(?:[ \t]*([^,]*))?")
_TYPES = {"A": ASSET, "C": ASSET, "L": LIABILITY, "R": INCOME, "I": INCOME, "X": EXPENSE, "E": EQUITY, "V": EQUITY}
_TYPE_NAMES = {
    "asset": ASSET, "cash": ASSET, "liability": LIABILITY, "revenue": INCOME, "income": INCOME, "expense": EXPENSE,
    "equity": EQUITY,
}  # fmt: skip
JUDGED = 60_000  # bytes
MAX_ACCOUNT = 300
_COMMENTS = ";#*%|"


_SIGNED = re.compile(r"(?<![^\s-])(?:[$¥] ?-?\d|-?\d[\d.,]{0,20} ?kr\b)")


@dataclass(slots=True)
class _State:
    year: int = 0
    mark: str = "."
    prefix: str = ""
    types: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


class HledgerReader:
    format = "hledger"

    def recognise(self, data: bytes) -> float:
        if b"\x00" in data[:4000] or b":" not in data[:JUDGED] or BeancountReader().recognise(data):
            return 0.0
        lines = decode(data[:JUDGED]).text.replace("\r\n", "\n").split("\n")
        return (
            0.9 if any(_is_transaction(lines, at) for at, line in enumerate(lines) if _FULL_DATE.match(line)) else 0.0
        )

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        decoded = decode(data)
        build = Builder(self.format, "hledger or ledger", context)
        if signed := _SIGNED.search(decoded.text[:JUDGED]):
            build.sign = sign_in(signed[0])
        blocks: list[Block] = []
        for block in _blocks(decoded.text):
            if len(blocks) > context.max_lines:
                return too_long(self.format, context)
            blocks.append(block)
        state = _State(year=context.today.year if context.today else 0, mark=_decimal_mark(blocks))
        for block in blocks:
            _read_block(build, state, block)
        book_in_order(Book(build, Chart(types=state.types)), state.entries)
        return build.statement(decoded.encoding)


def _is_transaction(lines: list[str], at: int) -> bool:
    """Whether two postings or more stand below a dated line, one of them with an amount set apart by two spaces."""
    postings: list[str] = []
    for line in lines[at + 1 : at + 60]:
        if line[:1] not in (" ", "\t") or not line.strip():
            break
        if _POSTED.match(line[:300]):
            postings.append(line[:300])
    amounts = (_ACCOUNT_END.split(line.strip(), maxsplit=1)[1:] for line in postings)
    return len(postings) >= 2 and any(rest and any(char.isdigit() for char in rest[0]) for rest in amounts)


def _blocks(text: str) -> Iterator[Block]:
    block: Block | None = None
    in_comment = False
    for at, line in enumerate(lines_of(text)):
        word = line.rstrip()
        if in_comment or word in ("comment", "test"):
            in_comment = word not in ("end comment", "end test", "end")
        elif line[:1] in (" ", "\t"):
            if block is not None and line.strip():
                block.body.append((at + 1, line))
        elif word and line[0] not in _COMMENTS:
            if block is not None:
                yield block
            block = Block(at + 1, line)
    if block is not None:
        yield block


def _decimal_mark(blocks: list[Block]) -> str:
    for block in blocks:
        if block.head.startswith("decimal-mark") and block.head.strip()[-1] in ".,":
            return block.head.strip()[-1]
    amounts = [
        _ACCOUNT_END.split(text.strip(), maxsplit=1)[-1]
        for block in blocks[:20_000]
        if block.head[:1].isdigit()
        for _line, text in block.body
    ]
    return choose_decimal_mark(votes_of(amounts))


def _read_block(build: Builder, state: _State, block: Block) -> None:
    if block.head[0].isdigit():
        _transaction(build, state, block)
        return
    words = block.head.split(";", maxsplit=1)[0].split()
    word = words[0].lstrip("!@") if words else ""
    if word in ("Y", "year") or (word == "apply" and words[1:2] == ["year"]):
        state.year = int(words[-1]) if words[-1].isdigit() and len(words[-1]) == 4 else state.year
    elif word == "account":
        _account(state, block)
    elif word == "alias" and "=" in block.head:
        old, _, new = block.head[5:].partition("=")
        state.aliases[old.strip()] = new.strip()
    elif word == "apply" and words[1:2] == ["account"]:
        state.prefix = " ".join(words[2:]) + ":"
    elif word == "end":
        state.prefix = "" if "account" in words else state.prefix
    elif word == "include":
        build.notes.append(INCLUDES)
    elif word.startswith(("~", "=")):
        build.notes.append("Periodic and automated transactions were left out.")


def _account(state: _State, block: Block) -> None:
    """An account that states its type, `account Giro  ; type: A`."""
    head, _, comment = block.head[len("account") :].partition(";")
    comments = [comment, *(text.strip().lstrip(";") for _line, text in block.body)]
    for text in comments:
        if (found := re.search(r"\btype:\s*(\w+)", text)) is not None:
            kind = _TYPES.get(found[1]) or _TYPE_NAMES.get(found[1].casefold())
            if kind:
                state.types[head.strip()] = kind


def _transaction(build: Builder, state: _State, block: Block) -> None:
    head, _, comment = block.head.partition(";")
    match = _HEAD.fullmatch(head.rstrip())
    day = _day(match, state.year) if match else None
    if match is None or day is None:
        build.reject(block.line, "booking_date", f"{head[:20].strip()!r} does not begin with a date that exists.")
        return
    title = _TITLE.fullmatch(match[4] or "")
    flag, code, text = (title[1], title[2] or "", title[3].strip()) if title else ("", "", "")
    payee, bar, told = text.partition("|")
    comments = [comment]
    written: list[Written] = []
    asserted: list[Decimal | None] = []
    try:
        for line, body in block.body:
            if body.strip()[0] in ";#":
                comments.append(body.strip()[1:])
            else:
                posting = _posting(build, state, line, body)
                if posting is not None:
                    written.append(posting[0])
                    asserted.append(posting[1])
        postings = complete(written, block.line)
    except BadPostingError as error:
        build.reject(error.line, "amount", str(error))
        return
    if len(postings) == len(asserted):
        postings = tuple(_with(one, stated) for one, stated in zip(postings, asserted, strict=True))
    note, tags = _tags(comments)
    state.entries.append(
        Entry(block.line, day, payee.strip(), told.strip() if bar else "", postings, block.raw, note, tags, code,
              is_pending=flag == "!")
    )  # fmt: skip


def _with(posting: Posting, stated: Decimal | None) -> Posting:
    return posting if stated is None else Posting(
        posting.account, posting.amount, posting.currency, posting.weight, posting.weight_currency, posting.note, stated
    )  # fmt: skip


def _day(match: re.Match[str], year: int) -> date | None:
    try:
        return date(int(match[1] or year), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _posting(build: Builder, state: _State, line: int, body: str) -> tuple[Written, Decimal | None] | None:
    """A posting and the balance stated after it; None for a virtual one, which is no real money."""
    text, _, comment = body.strip()[:1_000].partition(";")
    if text[:2] in ("* ", "! "):
        text = text[2:].lstrip()
    parts = _ACCOUNT_END.split(text.rstrip(), maxsplit=1)
    account, rest = parts[0].strip(), parts[1].strip() if len(parts) > 1 else ""
    if account[:1] in "([" and account[-1:] in ")]":
        build.left_out["virtual posting|virtual postings"] += 1
        return None
    account = (state.prefix + state.aliases.get(account, account))[:MAX_ACCOUNT]
    posted = read_posted(rest, state.mark) if rest else None
    note = comment.strip()
    if posted is None and rest:
        raise BadPostingError(line, f"{rest[:40]!r} is no amount. Write it as 12.30 EUR and import again.")
    if posted is None or posted.amount is None or posted.weight is None:
        return Written(line, account, None, "", None, "", note), None
    amount, weight = posted.amount, posted.weight
    stated = posted.asserted.value if posted.asserted and posted.asserted.commodity == amount.commodity else None
    return Written(line, account, amount.value, amount.commodity, weight.value, weight.commodity, note), stated


def _tags(comments: list[str]) -> tuple[str, tuple[str, ...]]:
    """(note, tags) of a transaction's comments: `:tag:` and `tag:` are tags, `note: text` is a note."""
    notes: list[str] = []
    tags: list[str] = []
    for comment in comments:
        text = comment.strip()[:2_000]
        for group in _LEDGER_TAGS.findall(text):
            tags += group.strip(":").split(":")
        rest = _LEDGER_TAGS.sub("", text).strip()
        found = _TAG_VALUE.findall(rest)
        for name, value in found:
            if name.casefold() in NOTE_KEYS:
                notes.append(value.strip())
            else:
                tags.append(f"{name}: {value.strip()}" if value.strip() else name)
        if rest and not found:
            notes.append(rest)
    return "\n".join(unique(notes)), unique(tags)
