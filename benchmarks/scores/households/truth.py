"""What is true of a generated household. Ids are those of its rows; amounts are signed minor units like the rows'."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Cadence(StrEnum):
    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    FOUR_WEEKLY = "four_weekly"
    SEMI_MONTHLY = "semi_monthly"
    MONTHLY = "monthly"
    BIMONTHLY = "bimonthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class Role(StrEnum):
    SUBSCRIPTION = "subscription"
    BILL = "bill"
    INCOME = "income"
    INSTALMENT = "instalment"
    SAVING = "saving"


class Status(StrEnum):
    """As seen from the rows: a due date counts as missed when it passed longer ago than the cadence tolerates.

    early: running, with fewer than three charges; active: running, none missed since the last charge; paused: one or
    two missed since (one where the period is three months or longer); ended: more than that.
    """

    EARLY = "early"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class AnomalyType(StrEnum):
    DUPLICATE = "duplicate"
    AMOUNT = "amount"
    NEW_PAYEE = "new_payee"
    FEE = "fee"
    MISSING_INCOME = "missing_income"
    LATE_REFUND = "late_refund"
    FX_MARKUP = "fx_markup"


@dataclass(frozen=True, slots=True)
class TruePriceChange:
    """`day` is that of the first charge at the new level."""

    day: date
    from_minor: int
    to_minor: int


@dataclass(frozen=True, slots=True)
class TrueSeries:
    """One agreement: rows at a fixed rhythm to or from one party, whatever the bank prints.

    `ids` are its regular rows up to the last day seen, in time order. `troubles` says what makes it hard (moved,
    renamed, paused, ...). `is_known_brand`: a service everybody knows, where a second charge should do.
    `cancelled_on`: the user cancelled then, and charges after it are wrong.
    """

    name: str
    payee: str
    account: str
    ids: tuple[int, ...]
    cadence: Cadence
    role: Role
    status: Status
    next_date: date | None
    price_changes: tuple[TruePriceChange, ...] = ()
    troubles: frozenset[str] = frozenset()
    is_known_brand: bool = False
    cancelled_on: date | None = None

    @property
    def is_counted(self) -> bool:
        """Whether a detector has to find it: three charges, or two where the period is half a year or longer."""
        return len(self.ids) >= (2 if self.cadence in (Cadence.HALF_YEARLY, Cadence.YEARLY) else 3)


@dataclass(frozen=True, slots=True)
class Anomaly:
    """`ids`: for a duplicate the first and the second charge, for missing income the rows before it, for a mark-up all
    rows of one journey that carry it, else the row.
    """

    type: AnomalyType
    ids: tuple[int, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Truth:
    """`neutral` rows belong to no series for certain (a trial charge, a 13th salary, the other leg of a saving): a
    detector may add them to a series or make one of them alone without being right or wrong. `categories`: key by row
    id. `transfers`: (row that leaves, row that arrives) between the household's own accounts.
    """

    series: tuple[TrueSeries, ...]
    anomalies: tuple[Anomaly, ...]
    transfers: tuple[tuple[int, int], ...]
    categories: dict[int, str] = field(repr=False)
    neutral: frozenset[int] = frozenset()
    habits: frozenset[int] = frozenset()
    """Rows of the hard negatives: regular looking, agreed with nobody."""
