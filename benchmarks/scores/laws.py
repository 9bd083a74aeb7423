"""Laws that must hold whatever is right: what a change of the rows that means nothing leaves as it was.

Each household is analysed as it is and once more after the change; everything decided is compared, one by one. What a
law may change is said with it: a scaled amount scales the figures, an account that is split changes what is said of
accounts and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random

from advisory.analysis.engine import Analysis, analyse
from advisory.analysis.engine import Setting as Asked
from advisory.analysis.payees import normalise
from advisory.analysis.rows import Row, Rows
from benchmarks.scores.households.build import Household
from benchmarks.scores.households.entries import CURRENT, SAVINGS
from benchmarks.scores.intervals import by_household
from benchmarks.scores.score import Score, Setting, Target
from benchmarks.scores.stale import Dependence, dependence_of

MONTHS = 13
HOUSEHOLDS = 30
"""Five analyses each; more households would say the same."""
FACTOR = 10
HORIZONS = (30, 60, 90, 365)
ROUNDINGS = 3
"""How often an amount may have been rounded on its way: so many minor units a scaled one may differ by."""
PAYMENT_DAYS = 3
"""In cash ahead every payment is rounded by itself; a household has about one in three days."""
SHOWN = 3

Key = tuple[object, ...]
View = dict[Key, object]
"""What was decided, each under a key that says about what."""


@dataclass(frozen=True, slots=True)
class Case:
    """Rows with the balances of their accounts. `called`: what an id is called in a comparison; equal rows share one
    name. `scale`: how many times the amounts are those of the household."""

    rows: Rows
    balances: Mapping[str, int]
    called: Callable[[int], int]
    scale: int = 1


@dataclass(slots=True)
class Kept:
    """How much of what was decided stayed, one entry a household, and what did not."""

    stayed: list[int] = field(default_factory=list)
    all: list[int] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def add(self, seed: int, before: View, after: View) -> None:
        """A decision that is only on one side counts as changed."""
        keys = before.keys() | after.keys()
        different = sorted((key for key in keys if not _same(before.get(key), after.get(key))), key=repr)
        self.stayed.append(len(keys) - len(different))
        self.all.append(len(keys))
        self.lost += [f"household {seed}: {key} {before.get(key)} -> {after.get(key)}" for key in different]


LAWS = {
    "order": "Unchanged when rows come in another order",
    "numbers": "Unchanged when rows have other numbers",
    "accounts": "Unchanged when an account is split in two",
    "scale": "Unchanged when all amounts are ten times as large",
    "transfer": "Unchanged when a transfer between own accounts is added",
}


def scores(setting: Setting) -> Iterator[Score]:
    seeds = setting.seeds[:HOUSEHOLDS]
    kept = {law: Kept() for law in LAWS}
    stale = Dependence()
    for home in Setting(seeds, is_quick=setting.is_quick).households(months=MONTHS):
        analysis = hold(home, kept)
        stale.add(dependence_of(home, analysis))
    data = f"{len(seeds)} generated households, {MONTHS} months"
    for law, name in LAWS.items():
        found = kept[law]
        low, high = by_household(found.stayed, found.all)
        yield Score(
            law, name, sum(found.stayed) / max(1, sum(found.all)), sum(found.all), data, "decisions",
            low=low, high=high, target=Target(at_least=1.0), note="; ".join(found.lost[:SHOWN]),
        )  # fmt: skip
    yield stale.score(data)


def hold(home: Household, kept: Mapping[str, Kept]) -> Analysis:
    """Every law of one household; returns the analysis of the rows as they are."""
    plain = Case(home.rows, balances_of(home), int)
    found = looked_at(home, plain)
    before = view(found, plain)
    shuffled = replace(plain, rows=Rows.of(Random(home.seed).sample(home.rows.rows, len(home.rows))))
    kept["order"].add(home.seed, before | exact(found), view_of(home, shuffled, is_exact=True))
    twins = twins_of(home.rows)
    named = view(found, replace(plain, called=lambda pk: twins[pk]))
    kept["numbers"].add(home.seed, named, view_of(home, renumbered(home, twins)))
    kept["accounts"].add(home.seed, cashless(before), cashless(view_of(home, split(home))))
    kept["scale"].add(home.seed, before, view_of(home, scaled(home)))
    moved = with_transfer(home)
    kept["transfer"].add(
        home.seed, before, without(view_of(home, moved), set(ids_of(moved.rows)) - set(ids_of(home.rows)))
    )
    return found


def looked_at(home: Household, case: Case) -> Analysis:
    return analyse(case.rows, home.as_of, Asked(balances=case.balances))


def view_of(home: Household, case: Case, *, is_exact: bool = False) -> View:
    found = looked_at(home, case)
    return view(found, case) | (exact(found) if is_exact else {})


def balances_of(home: Household) -> dict[str, int]:
    found = dict(home.opening)
    for row in home.rows.rows:
        found[row.account] = found.get(row.account, 0) + row.amount_minor
    return found


def ids_of(rows: Rows) -> list[int]:
    return [row.id for row in rows.rows]


def twins_of(rows: Rows) -> dict[int, int]:
    """Rows that are equal in everything but their number, under the number of the first."""
    first: dict[tuple[object, ...], int] = {}
    return {
        row.id: first.setdefault((row.booking_date, row.account, row.amount_minor, row.text, row.counterparty), row.id)
        for row in rows.rows
    }


def renumbered(home: Household, twins: Mapping[int, int]) -> Case:
    ids = ids_of(home.rows)
    numbers = dict(zip(ids, Random(home.seed).sample(range(10_000, 10_000 + 5 * len(ids)), len(ids)), strict=True))
    back = {new: twins[old] for old, new in numbers.items()}
    rows = Rows.of(replace(row, id=numbers[row.id]) for row in home.rows.rows)
    return Case(rows, balances_of(home), lambda pk: back[pk])


def split(home: Household) -> Case:
    """Half of the payees of the current account have moved to a second one, each with all its rows."""
    dice = Random(home.seed)
    moves: dict[int, bool] = {}
    together = groups_of(home)
    rows = []
    for row in home.rows.rows:
        goes = row.account == CURRENT and moves.setdefault(together[row.id], dice.random() < 0.5)
        rows.append(replace(row, account="second") if goes else row)
    shifted = sum(row.amount_minor for row in rows if row.account == "second")
    balances = balances_of(home)
    balances[CURRENT], balances["second"] = balances[CURRENT] - shifted, shifted
    return Case(Rows.of(rows), balances, int)


def groups_of(home: Household) -> dict[int, int]:
    """Row to the group that must stay on one account: what is paid to one payee, is of one series or transfer, or is
    odd beside each other. Equal amounts out and in too: on two accounts they would be a transfer by definition."""
    leader = {row.id: row.id for row in home.rows.rows}

    def lead(pk: int) -> int:
        while leader[pk] != pk:
            leader[pk] = pk = leader[leader[pk]]
        return pk

    payees: dict[str, list[int]] = {}
    minors = {row.id: row.amount_minor for row in home.rows.rows}
    for row in home.rows.rows:
        payees.setdefault(normalise(row.text, row.counterparty).key, []).append(row.id)
    truth = home.truth
    sizes: dict[int, list[int]] = {}
    for row in home.rows.rows:
        sizes.setdefault(abs(row.amount_minor), []).append(row.id)
    both = (ids for ids in sizes.values() if len({minors[pk] for pk in ids}) > 1)
    tied = (*payees.values(), *both, *(one.ids for one in truth.series), *(one.ids for one in truth.anomalies))
    for ids in tied:
        for pk in ids[1:]:
            leader[lead(pk)] = lead(ids[0])
    for out, into in truth.transfers:
        leader[lead(into)] = lead(out)
    return {pk: lead(pk) for pk in leader}


def scaled(home: Household, factor: int = FACTOR) -> Case:
    rows = Rows.of(replace(row, amount_minor=factor * row.amount_minor) for row in home.rows.rows)
    return Case(rows, {name: factor * minor for name, minor in balances_of(home).items()}, int, factor)


def with_transfer(home: Household) -> Case:
    """One more movement from the current account to the savings, on a day and of an amount without any other."""
    dice = Random(f"{home.seed}:pair")
    taken = {abs(row.amount_minor) for row in home.rows.rows}
    amount = next(minor for minor in iter(lambda: dice.randrange(10_000, 90_000), None) if minor not in taken)
    day = home.first_day + timedelta(days=dice.randrange((home.as_of - home.first_day).days))
    next_id = max(ids_of(home.rows)) + 1
    pair = [
        Row(next_id + place, day, minor, home.currency, account, "Transfer between own accounts")
        for place, (account, minor) in enumerate(((CURRENT, -amount), (SAVINGS, amount)))
    ]
    balances = balances_of(home)
    balances[CURRENT] -= amount
    balances[SAVINGS] = balances.get(SAVINGS, 0) + amount
    return Case(Rows.of([*home.rows.rows, *pair]), balances, int)


def without(found: View, ids: set[int]) -> View:
    """Less what is only about the added rows: that they are a transfer is what was asked."""
    return {key: value for key, value in found.items() if not (key[0] == "transfer" and ids.issuperset(key[1:]))}


def cashless(found: View) -> View:
    """Less the cash of all accounts: it is the sum of what is foretold for each, and two are foretold apart."""
    return {key: value for key, value in found.items() if key[0] != "cash"}


def view(found: Analysis, case: Case) -> View:
    """Categories, series, alerts, transfers, cash of all accounts and months. Amounts know their scale."""
    called, scale = case.called, case.scale
    seen: View = {("category", called(one.id)): (one.category, one.is_sure) for one in found.guesses}
    for one in found.series:
        ids = tuple(sorted(map(called, one.ids)))
        about = ("series", ids)
        seen[about] = (one.cadence, one.role, one.status, one.next_date, one.day, one.missed, one.late)
        seen[*about, "amount"] = Money(one.amount_minor, scale)
        for step in one.price_changes:
            seen[*about, "price", step.date] = Money(step.to_minor, scale)
    for alert in found.alerts:
        seen["alert", alert.type, *sorted(map(called, alert.ids))] = Money(alert.amount_minor, scale)
    for out, into in found.transfers:
        seen["transfer", called(out), called(into)] = True
    return seen | _ahead(found, scale)


def _ahead(found: Analysis, scale: int) -> View:
    seen: View = {}
    for line in found.forecasts:
        if line.account:
            continue
        days = {(day.day - line.as_of).days: day for day in line.days}
        seen["cash", line.currency] = (line.is_change, line.method, line.is_short)
        for ahead in HORIZONS:
            if day := days.get(ahead):
                for bound, minor in (("mid", day.mid_minor), ("low", day.low_minor), ("high", day.high_minor)):
                    seen["cash", line.currency, ahead, bound] = (
                        None if minor is None else Money(minor, scale, ROUNDINGS + ahead // PAYMENT_DAYS)
                    )
    for table in found.months:
        seen["months", table.currency, table.category] = table.method
        for month, minor in zip(table.months, table.mid, strict=True):
            seen["months", table.currency, table.category, month] = Money(minor, scale)
    return seen


def exact(found: Analysis) -> View:
    """Every figure by its id, which is made of all that it says and stands on."""
    return {("figure", fact.id): True for fact in found.facts}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount where the household's own are `scale` times as small."""

    minor: int
    scale: int
    roundings: int = ROUNDINGS


def _same(one: object, other: object) -> bool:
    if isinstance(one, Money) and isinstance(other, Money):
        apart = abs(one.minor * other.scale - other.minor * one.scale)
        return apart <= (one.roundings * one.scale * other.scale if one.scale != other.scale else 0)
    return one == other
