"""What each line will mean, worked out before the ledger is locked: the payee's name, the category, the shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.packed import Mapped
from transactions.ledger.payee import payee_key, payee_name
from transactions.models import Category, Transaction
from transactions.services.categorise import Categoriser, Decision, categoriser_for
from transactions.services.import_lines import ImportLine
from transactions.services.import_read import ReadFile

Source = Transaction.CategorySource
# Files of these carry the user's own categories rather than a bank's; what is missing is made.
OWN_WORDS = {
    "firefly": "Firefly III", "actual": "Actual", "ynab": "YNAB", "mint": "Mint", "monarch": "Monarch",
    "gnucash": "GnuCash", "beancount": "Beancount", "hledger": "hledger",
}  # fmt: skip
LONGEST_NAME, LONGEST_GROUP = 80, 40


@dataclass(frozen=True, slots=True)
class Path:
    """A category as another program names it: "Group: Name"."""

    group: str
    name: str
    is_income: bool = False


NO_DECISION = Decision()


@dataclass(frozen=True, slots=True)
class Meaning:
    """A category that is there, or the path of one to be made."""

    decision: Decision = NO_DECISION
    missing: Path | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a line will mean; `shares` is as long as the line's splits."""

    payee: str
    payee_key: str
    meaning: Meaning
    shares: tuple[Meaning, ...] = ()

    @property
    def decision(self) -> Decision:
        return self.meaning.decision

    @property
    def missing(self) -> Iterable[Path]:
        return (each.missing for each in (self.meaning, *self.shares) if each.missing is not None)


Drafts = list[Sequence[Draft]]


@dataclass(slots=True)
class Drafter:
    """One owner's categories and rules, loaded once for many lines."""

    categoriser: Categoriser
    format: str
    by_name: dict[str, list[Category]] = field(default_factory=dict)

    def draft(self, line: ImportLine) -> Draft:
        payee = payee_name(line.counterparty, line.description)
        meaning = self._own_word(line.category_hint, line.amount_minor > 0)
        if meaning is None:
            text = f"{payee} {line.counterparty} {line.description}"
            decision = self.categoriser.decide(text, is_incoming=line.amount_minor > 0, hint=line.category_hint)
            meaning = Meaning(decision)
        shares = tuple(
            self._own_word(split.category_hint, split.amount_minor > 0) or self._named(split.category_hint)
            for split in line.splits
        )
        return Draft(payee, payee_key(payee), meaning, shares)

    def _own_word(self, hint: str, is_income: bool) -> Meaning | None:
        """The category that the user gave the row in the program the file comes from."""
        program = OWN_WORDS.get(self.format)
        path = path_of(hint, is_income) if program else None
        if path is None:
            return None
        found = self._find(path)
        decision = Decision(found.pk if found else None, Source.USER.value, f"You chose it in {program}.")
        return Meaning(decision, None if found else path)

    def _find(self, path: Path) -> Category | None:
        """A category of this name that stands in this group, or is a default one, or where no group is named."""
        full = self.by_name.get(f"{path.group}: {path.name}".casefold(), []) if path.group else []
        same = self.by_name.get(path.name.casefold(), [])
        fits = [row for row in same if not path.group or row.key or row.group.casefold() == path.group.casefold()]
        return next(iter([*full, *fits]), None)

    def _named(self, hint: str) -> Meaning:
        path = path_of(hint, False)
        found = self._find(path) if path else None
        return Meaning(Decision(found.pk, Source.SUGGESTION.value, "The file says so.") if found else NO_DECISION)


def path_of(hint: str, is_income: bool) -> Path | None:
    group, _, name = hint.rpartition(":")
    group, name = _words(group)[:LONGEST_GROUP].strip(), _words(name)[:LONGEST_NAME].strip()
    return Path(group, name, is_income) if name else None


def _words(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def drafter_for(*, owner: User, file_format: str) -> Drafter:
    drafter = Drafter(categoriser_for(owner=owner), file_format)
    for row in editable_by(Category.objects.order_by("id"), owner):
        drafter.by_name.setdefault(row.name.casefold(), []).append(row)
    return drafter


def drafts_for(*, owner: User, read: ReadFile) -> Drafts:
    """One draft per line, by account in file order; drawn when it is asked for, and not kept."""
    drafter = drafter_for(owner=owner, file_format=read.format)
    return [Mapped(drafter.draft, account.lines) for account in read.accounts]
