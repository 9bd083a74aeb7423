"""ISO 20022 account messages: CAMT.052 (report), .053 (statement) and .054 (notification) in all their versions.

Namespaces, prefixes and envelopes do not matter; elements are known by their local names, which never changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from transactions.ledger.errors import LineError
from transactions.statements.camt_entries import Details, note_detail, read_entry
from transactions.statements.camt_entries import Entry as CamtEntry
from transactions.statements.camt_fields import day_in
from transactions.statements.camt_statements import Block, Outcome, settle
from transactions.statements.camt_texts import read_detail
from transactions.statements.parsed import ParsedAccount, ParsedStatement, ReaderContext
from transactions.statements.xml_repair import declared_encoding, embedded, repaired
from transactions.statements.xml_tree import Node, XmlFault, visit

MAX_ERRORS = 1000
LOOKED_AT = 1 << 20  # bytes searched for the name of the message; signatures and envelopes stand before it
MESSAGE = re.compile(rb"camt\.05([234])\.\d{3}\.\d{2}|BkToCstmr(Stmt|AcctRpt|DbtCdtNtfctn)")
STATEMENTS = frozenset({"Stmt", "Rpt", "Ntfctn"})
MESSAGES = {"Stmt": "camt.053 statement", "Rpt": "camt.052 report", "Ntfctn": "camt.054 notification"}
START = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


class CamtReader:
    format = "camt"

    def recognise(self, data: bytes) -> float:
        """XML that names one of the three messages."""
        head = data[:LOOKED_AT].lstrip(START)
        if not head.startswith(b"<"):
            return 0.0
        if b"\x00" in head[:200]:
            head = head.replace(b"\x00", b"")
        return 0.97 if MESSAGE.search(head) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        visitor, fault, is_repaired = _visited(data, context.max_lines)
        if fault is not None:
            return _refused(fault)
        if visitor.is_too_long:
            message = f"The file has more than {context.max_lines} entries. Ask the bank for a shorter period."
            return ParsedStatement("camt", errors=(LineError(None, "file", message),))
        return _statement(visitor, is_repaired=is_repaired)


def _visited(data: bytes, max_lines: int) -> tuple[_CamtVisitor, XmlFault | None, bool]:
    """The file as it stands, else with its marks mended, else the message that an envelope carries as text."""
    data = data.lstrip(b" \t\r\n") if b"\x00" not in data[:4] else data
    visitor = _CamtVisitor(data, max_lines)
    fault = visit(data, visitor)
    if fault is not None and not fault.is_hostile:
        mended = repaired(data)
        again = _CamtVisitor(mended, max_lines)
        still = visit(mended, again)
        if still is None or still.is_hostile:
            return again, still, True
    if fault is None and visitor.is_empty and (inner := embedded(data, "BkToCstmr")):
        visitor = _CamtVisitor(inner, max_lines)
        fault = visit(inner, visitor)
    return visitor, fault, False


class _CamtVisitor:
    """Gathers the statements of a file, entry by entry, so that only one entry's elements are held at a time."""

    kept = STATEMENTS | {"GrpHdr", "Ntry"}

    def __init__(self, data: bytes, max_lines: int) -> None:
        self.data = data
        self.encoding = declared_encoding(data)
        self.max_lines = max_lines
        self.blocks: list[Block] = []
        self.created: date | None = None
        self.is_too_long = False
        self._block = Block()
        self._details = Details()
        self._count = 0
        self._seen: set[bytes] = set()
        self.repeated = 0  # statements that the file holds twice, to the byte and with their id

    def finish(self, node: Node) -> bool:
        if node.name == "TxDtls":
            note_detail(self._details, node, read_detail(node))
            return True
        if node.name == "Ntry":
            self._take_entry(node)
            return True
        if node.name in STATEMENTS:
            self._take_statement(node)
            return True
        if node.name == "GrpHdr":
            self.created = day_in(node.child("CreDtTm")) or day_in(node.child("CreDt"))
            return True
        return False

    @property
    def is_empty(self) -> bool:
        return not self.blocks and not self._count

    def close(self) -> list[Block]:
        """All blocks; entries outside of any statement are one of their own."""
        if self._block.entries or self._block.errors:
            self._block.created = self.created
            self.blocks.append(self._block)
            self._block = Block()
        return self.blocks

    def _take_statement(self, node: Node) -> None:
        block, self._block = self._block, Block()
        block.node, block.created = node, self.created
        mark = sha256(self.data[node.start : node.end]).digest()
        if mark in self._seen and node.value("Id"):
            self.repeated += 1
            return
        self._seen.add(mark)
        self.blocks.append(block)

    def _take_entry(self, node: Node) -> None:
        details, self._details = self._details, Details()
        self._count += 1
        if self._count > self.max_lines:
            self.is_too_long = True
            return
        raw = self.data[node.start : min(node.end, node.start + 16_000)].decode(self.encoding, "replace")
        read = read_entry(node, details, raw)
        if read is None:
            self._block.informational += 1
        elif isinstance(read, CamtEntry):
            self._block.entries.append(read)
        else:
            self._block.errors.append(read)


def _refused(fault: XmlFault) -> ParsedStatement:
    return ParsedStatement("camt", errors=(LineError(fault.line, "file", fault.message),))


def _statement(visitor: _CamtVisitor, *, is_repaired: bool) -> ParsedStatement:
    blocks = visitor.close()
    outcomes = [settle(block) for block in blocks]
    accounts = _with_unique_ids([account for outcome in outcomes for account in outcome.accounts])
    rejected = sum(len(outcome.errors) for outcome in outcomes)
    told = [error for outcome in outcomes for error in (*outcome.remarks, *outcome.errors)]
    errors = sorted(told, key=lambda error: error.line or 0)
    understood = _understood(blocks, outcomes, accounts)
    if visitor.repeated:
        understood["left out"] = f"statements that the file holds twice: {visitor.repeated}"
    if is_repaired:
        understood["repaired"] = "The file was not well-formed XML; its marks were mended, its content was not touched."
    filled = tuple(account for account in accounts if account.lines or account.external_ref)
    return ParsedStatement(
        "camt", filled, tuple(errors[:MAX_ERRORS]), rejected, understood, source_key=_source_key(blocks, filled)
    )


def _with_unique_ids(accounts: Sequence[ParsedAccount]) -> list[ParsedAccount]:
    """A reference shared by several entries of an account identifies none of them."""
    counts = Counter((a.external_ref, line.external_id) for a in accounts for line in a.lines if line.external_id)
    return [
        replace(
            account,
            lines=tuple(
                replace(line, external_id="") if counts[account.external_ref, line.external_id] > 1 else line
                for line in account.lines
            ),
        )
        for account in accounts
    ]


def _understood(
    blocks: Sequence[Block], outcomes: Sequence[Outcome], accounts: Sequence[ParsedAccount]
) -> dict[str, str]:
    kinds = Counter(MESSAGES[block.node.name] if block.node is not None else "entries" for block in blocks)
    understood = {
        "message": ", ".join(f"{count} × {kind}" for kind, count in kinds.items()) or "no statement",
        "sign convention": "by the credit or debit mark of each entry",
        "currency": ", ".join(sorted({a.currency for a in accounts if a.currency})) or "not named in the file",
    }
    notes = Counter[str]()
    for outcome in outcomes:
        notes.update(outcome.notes)
    if notes:
        understood["entries"] = "; ".join(f"{count} {what}" for what, count in notes.items())
    differences = [text for outcome in outcomes for text in outcome.differences]
    checked = sum(outcome.checked for outcome in outcomes)
    if differences:
        understood["balances"] = f"opening + entries differs from closing by {', '.join(differences[:5])}"
    elif checked:
        understood["balances"] = f"opening + entries = closing in {checked} of {len(accounts)} statements"
    if not blocks:
        understood["notes"] = "The file holds no account statement."
    elif not any(account.lines for account in accounts):
        understood["notes"] = "The statement has no entries."
    return understood


def _source_key(blocks: Sequence[Block], accounts: Sequence[ParsedAccount]) -> str:
    kind = next((block.node.name for block in blocks if block.node is not None), "")
    return ":".join(["camt", kind, *sorted({account.external_ref for account in accounts})])[:200]
