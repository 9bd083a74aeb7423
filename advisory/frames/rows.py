"""An owner's ledger as the engines read it. Brings numpy along: only workers and commands may import this module."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.rows import Row, Rows
from transactions.ledger.columns import AccountState
from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.models import Category, Split, Transaction, Transfer
from transactions.selectors.columns import DAY_TEXT, account_states, day_of, ledger_hash
from transactions.selectors.evidence import state_of
from transactions.selectors.summary import base_currency

CHUNK = 5000
DEFAULT_NAMES = {category.key: category.name for category in DEFAULT_CATEGORIES}
DECIDED = (Transaction.CategorySource.USER, Transaction.CategorySource.RULE)
SPENDABLE = ("checking", "savings", "cash", "credit_card")
TOKENS = "analysis inputs 2"


@dataclass(frozen=True, slots=True)
class AnalysisInputs:
    """Everything an analysis is computed from. `balances`: account id as text -> minor units at the end of `as_of`,
    of accounts whose opening balance is known. `labels`: what the engines call a category that is
    offered -> its id; `names`: what they call any of the owner's, by id.
    `undecided`: ids of whole rows nobody has given a category by hand or rule -> the category they are suggested."""

    rows: Rows
    as_of: date
    base_currency: str
    accounts: Sequence[AccountState]
    balances: Mapping[str, int]
    labels: Mapping[str, int]
    names: Mapping[int, str]
    undecided: Mapping[int, int | None]
    states: Mapping[int, str]


def last_day_seen(*, owner: User, today: date) -> date | None:
    """The day of the newest row up to today: what happened after it nobody has told us yet."""
    rows = visible_to(Transaction.objects.filter(booking_date__lte=today), owner)
    return rows.order_by("-booking_date").values_list("booking_date", flat=True).first()


def analysis_hash(*, owner: User, as_of: date, also: object) -> str:
    """Stands for every row, account and choice the engines see; `also` for what the caller adds."""
    end = as_of + timedelta(days=1)
    parts = (
        TOKENS,
        as_of,
        base_currency(owner=owner),
        ledger_hash(owner=owner, end=end),
        account_states(owner=owner, as_of=end),
        also,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def analysis_inputs(*, owner: User, as_of: date) -> AnalysisInputs:
    end = as_of + timedelta(days=1)
    categories = list(visible_to(Category.objects.order_by("pk"), owner))
    names = {category.pk: category.name for category in categories}
    rows, undecided, states = _rows(owner, end, names)
    accounts = account_states(owner=owner, as_of=end)
    return AnalysisInputs(
        rows=Rows.of(rows),
        as_of=as_of,
        base_currency=base_currency(owner=owner),
        accounts=accounts,
        balances={
            str(one.account_id): one.balance_minor
            for one in accounts
            if one.has_known_opening and one.kind in SPENDABLE
        },
        labels=category_labels(categories),
        names=names,
        undecided=undecided,
        states=states,
    )


def category_labels(categories: Iterable[Category]) -> dict[str, int]:
    """{name: id} of those that are offered. A default category that was renamed is found by its first name too, which
    is what the shipped model calls it; a name that is in use means its bearer."""
    offered = [category for category in categories if not category.is_archived]
    first = {DEFAULT_NAMES[category.key]: category.pk for category in offered if category.key in DEFAULT_NAMES}
    return first | {category.name: category.pk for category in offered}


def _rows(owner: User, end: date, names: Mapping[int, str]) -> tuple[list[Row], dict[int, int | None], dict[int, str]]:
    """The rows, the undecided ones and the states of all (see AnalysisInputs)."""
    mine = visible_to(Transaction.objects.filter(booking_date__lt=end), owner)
    links = visible_to(Transfer.objects.filter(status=Transfer.Status.CONFIRMED), owner)
    legs = {side for pair in links.values_list("outgoing_id", "incoming_id") for side in pair}
    split = set(Split.objects.filter(transaction__owner=owner).order_by().values_list("transaction_id", flat=True))
    fields = mine.order_by("booking_date", "id").values_list(
        "pk", DAY_TEXT, "amount_minor", "currency", "account_id", "description", "counterparty", "payee__name",
        "category_id", "category_source", "note", "revision",
    )  # fmt: skip
    rows: list[Row] = []
    undecided: dict[int, int | None] = {}
    states: dict[int, str] = {}
    # The database gives every row words of its own; most say what others have said.
    once: dict[str, str] = {}
    shared = once.setdefault
    for pk, day, minor, currency, account, text, who, payee, category, source, note, revision in fields.iterator(
        chunk_size=CHUNK
    ):
        states[pk] = state_of(revision, pk in legs)
        is_decided = source in DECIDED
        if not is_decided and pk not in split and pk not in legs:
            undecided[pk] = category
        label = names.get(category, "") if is_decided and pk not in split and category is not None else ""
        # A row entered by hand has no bank text: its payee's name is all that it says.
        other = who or (payee or "" if not text else "")
        code, place = shared(currency, currency), shared(name := str(account), name)
        said, party = shared(text, text), shared(other, other)
        rows.append(Row(pk, day_of(day), minor, code, place, said, party, label, pk in legs, note))
    return rows, undecided, states
