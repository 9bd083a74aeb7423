"""Beancount: the text of a book. Nothing in it is run: plugins and included files are named, not followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from transactions.statements.decoding import decode
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.rivals.beancount_postings import BadPostingError, Written, complete, read_posting
from transactions.statements.rivals.building import Builder, too_long
from transactions.statements.rivals.chart import ASSET, EQUITY, EXPENSE, INCOME, LIABILITY, Chart
from transactions.statements.rivals.expressions import exact_sum
from transactions.statements.rivals.journal import Book, Entry
from transactions.statements.rivals.journal_blocks import INCLUDES, NOTE_KEYS, Block, lines_of
from transactions.statements.rivals.values import unique

MAX_STRING_LINES = 40
MAX_HEAD, MAX_BALANCE = 20_000, 500  # characters
DIRECTIVES = "open|close|balance|pad|note|document|event|commodity|price|custom|query"
_DATED = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ \t]+(\S+)[ \t]*(.*)", re.ASCII | re.DOTALL)
_KNOWN = re.compile(rf"^\d{{4}}[-/]\d\d[-/]\d\d[ \t]+(?:{DIRECTIVES})[ \t]+\S|^option[ \t]+\"", re.MULTILINE | re.ASCII)
_QUOTED = re.compile(r"^\d{4}[-/]\d\d[-/]\d\d[ \t]+(?:txn|[*!#PSTCURM?%&])[ \t]+\"", re.MULTILINE | re.ASCII)
_INDENTED = re.compile(r"^[ \t]+(?:[!*][ \t]+)?[^\W\d_][\w-]*(?::[\w-]+)+(?:[ \t]|$)", re.MULTILINE)
_MARKS = re.compile(r"\\.|[\";]")
_TAG = re.compile(r"(?:^|\s)([#^])([\w\-/.]+)")
_META = re.compile(r"\s+([a-z][\w-]*):(?:\s+(.*))?", re.DOTALL)
_OPTION = re.compile(r'option\s+"(\w+)"\s+"([^"]*)"')
_BALANCE = re.compile(r"(\S+)\s+(.+?)\s+([A-Z][A-Z0-9'._-]*)\s*", re.DOTALL)
_TOLERANCE = re.compile(r"(.+?)~\s*(\S+)", re.DOTALL)
_ROOTS = {
    "name_assets": ASSET, "name_liabilities": LIABILITY, "name_income": INCOME, "name_expenses": EXPENSE,
    "name_equity": EQUITY,
}  # fmt: skip


@dataclass(slots=True)
class _Events:
    """What the text says, gathered before it is put in order of time."""

    entries: list[Entry] = field(default_factory=list)
    balances: list[tuple[date, int, str, Decimal, str, Decimal]] = field(default_factory=list)
    pads: list[tuple[date, int, str]] = field(default_factory=list)
    roots: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)  # pushed by pushtag


class BeancountReader:
    format = "beancount"

    def recognise(self, data: bytes) -> float:
        if b"\x00" in data[:4000] or b":" not in data[:200_000]:
            return 0.0
        head = decode(data[:200_000]).text
        known = len(_KNOWN.findall(head, 0, 60_000)) + len(_QUOTED.findall(head, 0, 60_000))
        if not known:
            known = len(_QUOTED.findall(head))
        return 0.95 if known and _INDENTED.search(head) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        decoded = decode(data)
        build = Builder(self.format, "Beancount", context)
        events = _Events()
        for count, block in enumerate(_blocks(decoded.text)):
            if count > context.max_lines:
                return too_long(self.format, context)
            _read_block(build, events, block)
        _book(build, events)
        return build.statement(decoded.encoding)


def _blocks(text: str) -> Iterator[Block]:
    lines = lines_of(text)
    block: Block | None = None
    at = 0
    while at < len(lines):
        line, start = lines[at], at
        at += 1
        is_open = _is_open(line, was_open=False)
        while is_open and at < len(lines) and at - start < MAX_STRING_LINES:
            is_open = _is_open(lines[at], was_open=True)
            line += "\n" + lines[at]
            at += 1
        if line[:1] in (" ", "\t"):
            if block is not None and line.strip():
                block.body.append((start + 1, line))
        elif line.strip() and line[0] not in ";*#%":
            if block is not None:
                yield block
            block = Block(start + 1, line)
    if block is not None:
        yield block


def _is_open(line: str, *, was_open: bool) -> bool:
    """Whether a string is open at the end of the line. One look at each character."""
    is_open = was_open
    for mark in _MARKS.finditer(line):
        if mark[0] == '"':
            is_open = not is_open
        elif mark[0] == ";" and not is_open:
            return False
    return is_open


def _split_head(head: str) -> tuple[list[str], str, str]:
    """(the quoted texts, what stands around them, the comment) of a directive, in one pass."""
    texts: list[str] = []
    around: list[str] = []
    start, is_open = 0, False
    for mark in _MARKS.finditer(head):
        if mark[0] == ";" and not is_open:
            return texts, "".join([*around, head[start : mark.start()]]), head[mark.end() :]
        if mark[0] == '"':
            (texts if is_open else around).append(head[start : mark.start()])
            start, is_open = mark.end(), not is_open
    return texts, "".join([*around, "" if is_open else head[start:]]), ""


def _read_block(build: Builder, events: _Events, block: Block) -> None:
    dated = _DATED.fullmatch(block.head)
    if dated is None:
        _undated(build, events, block)
        return
    try:
        day = date(int(dated[1]), int(dated[2]), int(dated[3]))
    except ValueError:
        build.reject(block.line, "booking_date", f"{block.head[:10]!r} is not a date that exists. Correct the file.")
        return
    word, rest = dated[4], dated[5]
    if word == "balance":
        _balance(build, events, block, day, rest)
    elif word == "pad":
        events.pads.append((day, block.line, rest.split()[0] if rest.split() else ""))
    elif word == "txn" or len(word) == 1:
        _transaction(build, events, block, day, word)
    elif word not in DIRECTIVES.split("|"):
        build.report(block.line, "directive", f"{word[:20]!r} is no Beancount directive; it was passed over.")


def _undated(build: Builder, events: _Events, block: Block) -> None:
    words = block.head.split(None, 2)
    if option := _OPTION.match(block.head):
        if option[1] in _ROOTS:
            events.roots[option[2]] = _ROOTS[option[1]]
    elif words[0] == "include":
        build.notes.append(INCLUDES)
    elif words[0] == "plugin":
        build.notes.append("Plugins are not run; what they would add is missing.")
    elif words[0] == "pushtag" and len(words) > 1:
        events.tags.append(words[1].lstrip("#"))
    elif words[0] == "poptag" and len(words) > 1 and words[1].lstrip("#") in events.tags:
        events.tags.remove(words[1].lstrip("#"))


def _balance(build: Builder, events: _Events, block: Block, day: date, rest: str) -> None:
    stated = " ".join(rest.split(";", maxsplit=1)[0][:MAX_BALANCE].split())
    match = _BALANCE.match(stated)
    written, tolerance = (match[2], Decimal("0.005")) if match else ("", Decimal(0))
    if match and (wide := _TOLERANCE.fullmatch(written)):
        written, tolerance = wide[1], exact_sum(wide[2]) or tolerance
    amount = exact_sum(written)
    if match is None or amount is None:
        build.report(block.line, "balance", "This balance cannot be read; it was not checked.")
        return
    events.balances.append((day, block.line, match[1], amount, match[3], tolerance))


def _transaction(build: Builder, events: _Events, block: Block, day: date, flag: str) -> None:
    quoted, after, comment = _split_head(block.head[:MAX_HEAD])
    texts = [text.replace('\\"', '"').replace("\n", " ") for text in quoted]
    marks = _TAG.findall(after)
    payee, text = (texts[0], texts[1]) if len(texts) > 1 else ("", texts[0] if texts else "")
    notes = [comment.strip()] if comment.strip() else []
    written: list[Written] = []
    try:
        for line, body in block.body:
            meta = _META.fullmatch(body)
            if meta:
                value = (meta[2] or "").strip().strip('"')
                if meta[1] in NOTE_KEYS and value:
                    notes.append(value)
            elif body.strip()[0] in "#^":
                marks += _TAG.findall(body)
            elif body.strip()[0] != ";":
                written.append(read_posting(line, body))
        postings = complete(written, block.line)
    except BadPostingError as error:
        build.reject(error.line, "amount", str(error))
        return
    tags = unique([*(word for _mark, word in marks), *events.tags])
    events.entries.append(
        Entry(block.line, day, payee, text, postings, block.raw, "\n".join(notes), tags, is_pending=flag == "!")
    )


def _book(build: Builder, events: _Events) -> None:
    """Entries, balances and pads in order of time: on one day the balances come first, as Beancount has it."""
    book = Book(build, Chart(types=events.roots))
    steps: list[tuple[date, int, int, object]] = [(entry.day, 1, entry.line, entry) for entry in events.entries]
    steps += [(one[0], 0, one[1], one) for one in events.balances]
    steps += [(day, 2, line, account) for day, line, account in events.pads]
    pads: dict[str, tuple[date, int, set[str]]] = {}
    for day, _rank, line, step in sorted(steps, key=lambda one: one[:3]):
        if isinstance(step, Entry):
            book.add(step)
        elif isinstance(step, str):
            pads[step] = (day, line, set())
        elif isinstance(step, tuple):
            _day, _line, account, stated, currency, tolerance = step
            missing = book.check(account, currency, stated, day, line)
            pad = pads.get(account)
            if pad and missing and currency not in pad[2]:
                book.add_difference(account, currency, missing, pad[0], pad[1])
                pad[2].add(currency)
                missing = book.check(account, currency, stated, day, line)
            if book.chart.is_own(account):
                book.tell(agrees=abs(missing) <= tolerance, line=line)
    book.finish()
