"""One household from its seed: `household(seed, months=24)`; the clean twin with `has_anomalies=False`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from random import Random

import numpy as np

from advisory.analysis.rows import Row, Rows
from benchmarks.scores.households.calendar import months_before
from benchmarks.scores.households.contract import Contract
from benchmarks.scores.households.contracts import Drawer, card_account
from benchmarks.scores.households.countries import Country, countries
from benchmarks.scores.households.entries import CURRENT, DAY, SAVINGS, Entry, Window
from benchmarks.scores.households.everyday import everyday
from benchmarks.scores.households.habits import habits
from benchmarks.scores.households.offers import BONUS_MONTHS
from benchmarks.scores.households.own_accounts import other_legs, saving_order, settlements, taken_back
from benchmarks.scores.households.returns import deposits, journeys_abroad, returns
from benchmarks.scores.households.streams import Stream, stream, thirteenth
from benchmarks.scores.households.surprises import surprised
from benchmarks.scores.households.troubles import troubled
from benchmarks.scores.households.truth import Anomaly, AnomalyType, Truth
from benchmarks.scores.households.writing import Bank

HAS_GAP = 0.3
"""Share of households whose newest pay is missing, where there are anomalies."""
HAS_BONUS = 0.6
PAYS_BEFORE = 3


@dataclass(frozen=True, slots=True, eq=False)
class Household:
    """`rows` end on `as_of`, the last day seen. `opening`: balance by account before the first row, minor units."""

    seed: int
    country: str
    currency: str
    first_day: date
    as_of: date
    rows: Rows
    truth: Truth
    opening: dict[str, int] = field(repr=False)


@lru_cache(maxsize=160)
def household(seed: int, *, months: int = 24, has_anomalies: bool = True) -> Household:
    """Deterministic. Every part has dice of its own, so that a twin differs in nothing but the anomalies."""
    country = list(countries().values())[seed % len(countries())]
    as_of = date(2025, 1, 1) + timedelta(days=Random(f"{seed}:as of").randrange(300))
    window = Window(months_before(as_of, months) + DAY, as_of)
    streams, entries = _all(seed, country, window, has_anomalies=has_anomalies)
    dice = Random(f"{seed}:bank")
    migrates = window.some_day(dice, 0.3, 0.8) if dice.random() < 0.3 else None
    bank = Bank(country, seed, form=dice.randrange(2), migrates=migrates)
    ordered = sorted(entries, key=lambda entry: entry.day)
    rows = [bank.row(number, entry) for number, entry in enumerate(ordered, 1)]
    return Household(
        seed, country.code, country.currency, window.first, as_of, Rows.of(rows), _truth(streams, ordered),
        _opening(seed, rows, window),
    )  # fmt: skip


def _all(seed: int, country: Country, window: Window, *, has_anomalies: bool) -> tuple[list[Stream], list[Entry]]:
    dice = Random(f"{seed}:contracts")
    card = card_account(dice)
    drawer = Drawer(dice, country, window, card)
    saving = stream(saving_order(dice, country, window), country, window, Random(f"{seed}:saving order"))
    streams = [
        stream(troubled(contract, dice, window), country, window, Random(f"{seed}:{contract.name}"))
        for contract in drawer.all()
    ]
    entries = [entry for one in streams for entry in one.entries]
    entries += other_legs(saving.entries, Random(f"{seed}:saving"), country)
    entries += habits(Random(f"{seed}:habits"), country, window)
    entries += everyday(Random(f"{seed}:everyday"), country, window, (CURRENT, card), dice.uniform(0.7, 1.4))
    entries += taken_back(Random(f"{seed}:back"), country, window)
    needed = -sum(entry.minor for entry in entries if entry.account != SAVINGS) * dice.uniform(0.99, 1.06)
    pay = [troubled(contract, dice, window) for contract in drawer.incomes()]
    incomes = _paid(pay, seed, country, window, needed)
    if has_anomalies:
        incomes = _with_gap(incomes, seed, country, window)
    entries += [entry for one in incomes for entry in one.entries]
    bonus = BONUS_MONTHS.get(country.code)
    if bonus and Random(f"{seed}:bonus").random() < HAS_BONUS:
        entries += thirteenth(incomes[0], bonus, Random(f"{seed}:bonus day"))
    if has_anomalies:
        entries = surprised(entries, Random(f"{seed}:surprises"), country, window)
    entries += returns(Random(f"{seed}:returns"), country, window, has_anomalies=has_anomalies)
    entries += deposits(Random(f"{seed}:deposits"), country, window, has_anomalies=has_anomalies)
    entries += journeys_abroad(Random(f"{seed}:abroad"), country, window, card, has_anomalies=has_anomalies)
    entries += list(settlements(entries, Random(f"{seed}:card"), country, window))
    return [*streams, saving, *incomes], [entry for entry in entries if window.holds(entry.day)]


def _paid(pay: Sequence[Contract], seed: int, country: Country, window: Window, needed: float) -> list[Stream]:
    """The incomes with salaries such that all together bring what the household needs."""

    def streams(factor: float) -> list[Stream]:
        scaled = [replace(one, cents=round(one.cents * factor)) if _is_salary(one) else one for one in pay]
        return [stream(one, country, window, Random(f"{seed}:{one.name}")) for one in scaled]

    first = streams(1.0)
    sums = [sum(entry.minor for entry in one.entries) for one in first]
    salaries = sum(total for total, one in zip(sums, pay, strict=True) if _is_salary(one))
    return streams(max(0.3, (needed - sum(sums) + salaries) / salaries))


def _is_salary(contract: Contract) -> bool:
    return bool(contract.subject) and contract.category == "income_salary"


def _with_gap(incomes: list[Stream], seed: int, country: Country, window: Window) -> list[Stream]:
    """In some households the newest pay that should have come has not."""
    pay = incomes[0]
    if pay.last_due is None or Random(f"{seed}:gap").random() > HAS_GAP:
        return incomes
    dice = Random(f"{seed}:{pay.contract.name}")
    return [stream(pay.contract, country, window, dice, stops=pay.last_due), *incomes[1:]]


def _truth(streams: Sequence[Stream], entries: Sequence[Entry]) -> Truth:
    """Ids are places in `entries`, from one."""
    ids: dict[str, list[int]] = defaultdict(list)
    tagged: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries, 1):
        if entry.stream and not entry.is_neutral:
            ids[entry.stream].append(number)
        if entry.tag:
            tagged[entry.tag].append(number)
    series = tuple(one.truth(ids[one.contract.name]) for one in streams if ids[one.contract.name])
    anomalies = [
        Anomaly(AnomalyType(tag.split(":")[0]), tuple(found), entries[found[-1] - 1].day)
        for tag, found in sorted(tagged.items())
        if not tag.startswith("transfer")
    ]
    anomalies += [
        Anomaly(AnomalyType.MISSING_INCOME, tuple(ids[one.contract.name][-PAYS_BEFORE:]), one.stopped)
        for one in streams
        if one.stopped and ids[one.contract.name]
    ]
    return Truth(
        series=series,
        anomalies=tuple(anomalies),
        transfers=tuple(
            _pair(found, entries)
            for tag, found in sorted(tagged.items())
            if tag.startswith("transfer") and len(found) == 2
        ),
        categories={number: entry.category for number, entry in enumerate(entries, 1)},
        neutral=frozenset(number for number, entry in enumerate(entries, 1) if entry.is_neutral),
        habits=frozenset(number for number, entry in enumerate(entries, 1) if entry.habit),
    )


def _pair(found: Sequence[int], entries: Sequence[Entry]) -> tuple[int, int]:
    first, second = found
    return (first, second) if entries[first - 1].minor < 0 else (second, first)


def _opening(seed: int, rows: Sequence[Row], window: Window) -> dict[str, int]:
    """The current account touches zero on few days, in some households on none: that is what shortfalls are made of."""
    dice = Random(f"{seed}:opening")
    by_account: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_account[row.account].append(row)
    opening = {}
    for account, members in by_account.items():
        path = np.cumsum([row.amount_minor for row in members])
        spent = -sum(row.amount_minor for row in members if row.amount_minor < 0) / window.months
        spare = dice.choice((0.0, 0.0, 0.02, 0.05, 0.1))
        margin = dice.choice((0.0, 0.2, 0.6, 1.5)) if spare == 0 else 0.0
        floor = min(0.0, float(np.quantile(path, spare))) if account in (CURRENT, SAVINGS) else 0.0
        opening[account] = round(-floor + margin * spent)
    return opening
