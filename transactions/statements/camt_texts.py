"""Who stands on the other side of an entry, and what the bank or the payer wrote about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transactions.statements.camt_fields import identification, reference
from transactions.statements.xml_tree import Node

MOST_NAMED = 12  # counterparties of a batch that the description names
MAX_TEXT = 2000  # characters of a description


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a payment and the number of its account; '' where not given."""

    name: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One payment within an entry."""

    payer: Party
    payee: Party
    last_payer: str  # the ultimate debtor's name
    last_payee: str
    text: str
    external_id: str
    end_to_end: str


@dataclass(frozen=True, slots=True)
class Words:
    """What an entry says beside its payments: the bank's text, remittance, code of its kind, payments, reference."""

    own: str
    remittance: tuple[str, ...]
    code: str
    payments: int
    reference: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose account it is: a party with this number or name is not the other side."""

    account: str = ""
    names: frozenset[str] = frozenset()

    def is_(self, party: Party) -> bool:
        if party.account and self.account:
            return party.account == self.account
        return bool(party.name) and party.name.casefold() in self.names


def read_detail(node: Node) -> Detail:
    """A TxDtls element; in the first version its fields are laid out the same."""
    parties = node.child("RltdPties") or node
    references = node.child("Refs")
    return Detail(
        payer=_party(parties, "Dbtr"),
        payee=_party(parties, "Cdtr"),
        last_payer=_name(parties.child("UltmtDbtr")),
        last_payee=_name(parties.child("UltmtCdtr")),
        text=_joined([*_remittance(node.child("RmtInf")), node.value("AddtlTxInf")]),
        external_id=reference(references.value("AcctSvcrRef")) if references is not None else "",
        end_to_end=reference(references.value("EndToEndId")) if references is not None else "",
    )


def counterparty(detail: Detail, *, is_credit: bool, is_reversal: bool, holder: Holder) -> str:
    """The other side: the payer of money that came in, the payee of money that left.

    A reversal names the parties of the payment that it takes back. A party that is the holder is never the other side.
    """
    incoming = is_credit is not is_reversal
    sides = [(detail.payer, detail.last_payer), (detail.payee, detail.last_payee)]
    for party, ultimate in sides if incoming else reversed(sides):
        if holder.is_(party):
            continue
        if party.name or ultimate:
            return party.name or ultimate
    return ""


def read_words(entry: Node) -> Words:
    """What an Ntry element says itself, so that its elements need not be held."""
    batch = entry.find("NbOfTxs")
    stated = int(batch.text) if batch is not None and batch.text.isdecimal() and len(batch.text) < 10 else 0
    remittance = tuple(_remittance(entry.child("RmtInf")))
    return Words(entry.value("AddtlNtryInf"), remittance, _code(entry), stated, reference(entry.value("AcctSvcrRef")))


def describe(words: Words, details: list[Detail], count: int, names: Iterable[str], holder: Holder) -> str:
    """The words of an entry: those of its payment first, then the bank's own; of a batch the names of its payments."""
    if count > 1:
        listed = list(dict.fromkeys(name for name in names if name))
        more = f" and {len(listed) - MOST_NAMED} more" if len(listed) > MOST_NAMED else ""
        batch = f"{count} payments" + (": " + ", ".join(listed[:MOST_NAMED]) + more if listed else "")
        return _joined([words.own, batch, *words.remittance, *(detail.text for detail in details[:MOST_NAMED])])
    texts = [text for detail in details for text in (detail.text, *_ultimate(detail, holder))]
    texts += [*words.remittance, words.own]
    if not any(texts):
        texts = [*(detail.end_to_end for detail in details), words.code]
    return _joined(texts)


def _ultimate(detail: Detail, holder: Holder) -> list[str]:
    """Ultimate parties, where a payment service stands between them and the account."""
    pairs = ((detail.last_payer, detail.payer), (detail.last_payee, detail.payee))
    return [
        last
        for last, party in pairs
        if last and party.name and last.casefold() != party.name.casefold() and not holder.is_(Party(last))
    ]


def _code(entry: Node) -> str:
    """The bank's code for the kind of entry, where nothing else is written."""
    node = entry.child("BkTxCd")
    if node is None:
        return ""
    proprietary = node.find("Prtry")
    own = proprietary.value("Cd") if proprietary is not None else ""
    return own or " ".join(node.texts())


def _party(parties: Node, name: str) -> Party:
    node, account = parties.child(name), parties.child(f"{name}Acct")
    written = _name(node) or (account.value("Nm") if account is not None else "")
    return Party(written, identification(account))


def _name(node: Node | None) -> str:
    """A party's name; banks without a field for it put it into the first line of the address."""
    if node is None:
        return ""
    for wanted in ("Nm", "AdrLine"):
        found = next((below.text for below in node.walk() if below.name == wanted and below.text), "")
        if found:
            return " ".join(found.split())
    return ""


def _remittance(node: Node | None) -> list[str]:
    if node is None:
        return []
    free = [child.text for child in node.all("Ustrd")]
    structured = [
        part.text
        for block in node.all("Strd")
        for part in block.walk()
        if part.text and part.name in ("Ref", "CdtrRef", "Nb", "AddtlRmtInf")
    ]
    return [*free, *structured]


def _joined(texts: Iterable[str]) -> str:
    """The texts in one line; one that another holds already is not said twice."""
    kept: list[str] = []
    length = 0
    for text in texts:
        plain = " ".join(text[:MAX_TEXT].split())
        if plain and length < MAX_TEXT and not any(plain in other for other in kept):
            kept.append(plain)
            length += len(plain)
    return " ".join(kept)[:MAX_TEXT]
