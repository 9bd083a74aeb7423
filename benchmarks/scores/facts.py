"""Figures that re-sum: every one of many households again, from the rows and figures that it names.

Sums, counts, totals, differences, medians and products are computed by fractions here, not by the code that made them;
every other formula by its own function. What an engine states as its finding must be what it found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from statistics import median
from typing import get_args

from advisory.analysis.drivers import Against, By, drivers_of
from advisory.analysis.engine import Analysis, analyse
from advisory.analysis.engine import Setting as Asked
from advisory.analysis.facts import FactDraft, recompute
from advisory.analysis.formulas import FORMULAS, places_of
from advisory.analysis.health import Ledger as HealthLedger
from advisory.analysis.health import health_over_time
from advisory.analysis.health.outlook import Outlook
from advisory.analysis.series.keys import household_keys
from advisory.reports.engines import findings_of
from advisory.reports.monthly import build_monthly_report
from benchmarks.scores.households.build import household
from benchmarks.scores.intervals import wilson
from benchmarks.scores.ledgers import Ledger, ledger_of
from benchmarks.scores.ready import set_up_django
from benchmarks.scores.score import QUICK_SEEDS, TEST_SEEDS, Score, Setting, Target, Unit
from transactions.ledger.money import to_text
from transactions.ledger.period import month_of

HOUSEHOLDS, QUICK_HOUSEHOLDS = 1000, 40
FEWEST_MONTHS, MOST_MONTHS = 6, 12
"""Long histories cost time and short ones hide yearly figures: each household has another length."""
NAMESPACE = "household"
SHOWN = 3

Again = Callable[[Mapping[str, str], Sequence[int], Sequence[Fraction], int], Fraction]
"""(parameters, minor units of the rows, values of the inputs, decimals of the unit) to the value."""

AGAIN: Mapping[str, Again] = {
    "sum@1": lambda _params, minors, _inputs, places: Fraction(sum(minors), 10**places),
    "count@1": lambda _params, minors, _inputs, _places: Fraction(len(minors)),
    "number-of@1": lambda _params, _minors, inputs, _places: Fraction(len(inputs)),
    "total@1": lambda _params, _minors, inputs, _places: sum(inputs, Fraction(0)),
    "difference@1": lambda _params, _minors, inputs, _places: inputs[0] - inputs[1],
    "ratio@1": lambda _params, _minors, inputs, _places: inputs[0] / inputs[1],
    "median@1": lambda _params, _minors, inputs, _places: median(inputs),
    "median-amount@1": lambda _params, minors, _inputs, places: Fraction(median(map(Fraction, minors)), 10**places),
    "times@1": lambda params, _minors, inputs, _places: inputs[0] * Fraction(params["factor"]),
    "part@1": lambda params, _minors, inputs, _places: inputs[0] / Fraction(params["parts"]),
}


@dataclass(slots=True)
class Count:
    """What was looked at. `wrong`: (seed, metric, what is wrong) of figures, `untold` of findings, `twice` of rows."""

    figures: int = 0
    rows: int = 0
    findings: int = 0
    promises: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[int, str, str]] = field(default_factory=list)
    untold: list[tuple[int, str, str]] = field(default_factory=list)
    twice: list[tuple[int, str, str]] = field(default_factory=list)


def scores(setting: Setting) -> Iterator[Score]:
    seeds = seeds_of(setting)
    count = Count()
    for seed in seeds:
        look_at(seed, count)
    data = f"{len(seeds):,} generated households, {FEWEST_MONTHS} to {MOST_MONTHS} months"
    right, low_high = count.figures - len(count.wrong), wilson(count.figures - len(count.wrong), count.figures)
    yield Score(
        "resum", "Figures that re-sum to the cent", right / max(1, count.figures), count.figures, data, "figures",
        low=low_high[0], high=low_high[1], target=Target(at_least=1.0), note=_examples(count.wrong),
    )  # fmt: skip
    yield _none("mismatches", "Figures that do not re-sum", count.wrong, (count.figures, data, "figures"))
    yield _none("untold", "Findings told with another value", count.untold, (count.findings, data, "findings"))
    yield _none("claimed_twice", "Rows claimed by two savings", count.twice, (count.promises, data, "savings"))


def seeds_of(setting: Setting) -> tuple[int, ...]:
    """A thousand for the published score; nobody tunes a sum, so no seeds are kept back."""
    if setting.seeds == TEST_SEEDS:
        return tuple(range(1, HOUSEHOLDS + 1))
    return tuple(range(1, QUICK_HOUSEHOLDS + 1)) if setting.seeds == QUICK_SEEDS else setting.seeds


def _none(key: str, name: str, found: Sequence[tuple[int, str, str]], of: tuple[int, str, str]) -> Score:
    """How many there are of what there must not be. `of`: how many were looked at, in what, and what they are."""
    n, data, counted = of
    return Score(
        key, name, float(len(found)), n, data, counted, Unit.COUNT, target=Target(at_most=0), note=_examples(found)
    )


def _examples(found: Sequence[tuple[int, str, str]]) -> str:
    return "; ".join(f"household {seed}, {metric}: {what}" for seed, metric, what in found[:SHOWN])


def look_at(seed: int, count: Count) -> None:
    months = FEWEST_MONTHS + seed % (MOST_MONTHS - FEWEST_MONTHS + 1)
    ledger = ledger_of(household(seed, months=months))
    # Categories are no figures, and cost as much as all that is: nothing is asked about them.
    analysis = analyse(ledger.rows, ledger.as_of, Asked(balances=ledger.balances, namespace=NAMESPACE, wanted=()))
    named = {fact.id: fact for fact in (*analysis.facts, *_of_month(seed, ledger, analysis, count))}
    minors = {row.id: row.amount_minor for row in ledger.rows.rows}
    currencies = {row.id: row.currency for row in ledger.rows.rows}
    days = {row.id: row.booking_date for row in ledger.rows.rows}
    count.rows += len(minors)
    for fact in named.values():
        count.figures += 1
        count.kinds[fact.formula] += 1
        trouble = trouble_with(fact, minors, named) or _astray(fact, currencies, days)
        if trouble:
            count.wrong.append((seed, fact.metric, trouble))
    for what, told, found in _told(analysis, minors):
        count.findings += 1
        if told != found:
            count.untold.append((seed, what, f"told {told}, found {found}"))


def _of_month(seed: int, ledger: Ledger, analysis: Analysis, count: Count) -> Iterator[FactDraft]:
    """The figures of the last full month: the report's, and those of health and advice as they are stored."""
    set_up_django()
    from advisory.services.judgement import Found, judge_month

    month = month_of((ledger.as_of + timedelta(days=1)).replace(day=1) - timedelta(days=1))
    columns, accounts, currency = ledger.columns, ledger.accounts, ledger.currency
    report = build_monthly_report(
        columns,
        accounts,
        month,
        namespace=NAMESPACE,
        base_currency=currency,
        is_partial=False,
        found=findings_of(analysis, ledger.rows),
    )
    yield from report.facts
    ahead = next((one for one in analysis.forecasts if one.currency == currency and not one.account), None)
    outlook = Outlook(series=analysis.series, forecast=ahead)
    health = health_over_time(HealthLedger(columns, accounts, currency, NAMESPACE), month, outlook)
    study = health.now.study
    for by, against in product(get_args(By), get_args(Against)):
        drivers_of(study, by, against, analysis.series)
    yield from study.book.facts.values()
    judged = judge_month(
        columns,
        accounts,
        month,
        currency,
        NAMESPACE,
        as_of=ledger.as_of,
        found=Found(analysis.series, analysis.alerts, analysis.forecasts),
        keys=dict(zip(ledger.rows.ids.tolist(), household_keys(ledger.rows, {}), strict=True)),
    )
    yield from judged.facts
    claimed: Counter[int] = Counter()
    for one in judged.given:
        if one.savings is not None:
            count.promises += 1
            claimed.update(set(one.ids))
    count.twice += [(seed, "advice", f"row {pk}") for pk, times in sorted(claimed.items()) if times > 1]


def trouble_with(fact: FactDraft, minors: Mapping[int, int], named: Mapping[str, FactDraft]) -> str:
    """What does not hold of a figure; empty when all does."""
    if any(pk not in minors for pk in fact.transactions):
        return "names a row that is not there"
    if any(pk not in named for pk in fact.inputs):
        return "names a figure that is not there"
    inputs = [named[pk].value for pk in fact.inputs]
    if fact.formula not in FORMULAS or recompute(fact, minors, inputs) != fact.value:
        return "its formula gives another value"
    again = AGAIN.get(fact.formula)
    if again is None:
        return ""
    counted = [fact.shares.get(pk, minors[pk]) for pk in fact.transactions]
    places = 0 if fact.unit == "count" else places_of(fact.unit)
    value = again(fact.params, counted, [Fraction(text) for text in inputs], places)
    is_near = abs(Fraction(fact.value) - value) * 2 <= Fraction(1, 10**places)
    return "" if is_near else f"{fact.value} is not {float(value)}"


def _astray(fact: FactDraft, currencies: Mapping[int, str], days: Mapping[int, date]) -> str:
    """A sum adds one currency only, and only rows of its period."""
    if fact.formula != "sum@1":
        return ""
    if any(currencies[pk] != fact.unit for pk in fact.transactions):
        return "adds another currency"
    return "" if all(days[pk] in fact.period for pk in fact.transactions) else "adds a row of another time"


def _told(analysis: Analysis, minors: Mapping[int, int]) -> Iterator[tuple[str, str, str]]:
    """(what, value of its fact, what the engine found) of everything that is told with a fact."""
    for settled, named in zip(analysis.settled, analysis.figures.series, strict=True):
        one = settled.series
        yield "series amount", named["amount"].value, to_text(one.amount_minor, one.currency)
        yield "series paid", named["paid"].value, to_text(sum(minors[pk] for pk in one.ids), one.currency)
        yield "series count", named["count"].value, str(len(one.ids))
        if one.next_date is not None:
            yield "series next", named["next"].value, one.next_date.isoformat()
    for alert, named in zip(analysis.alerts, analysis.figures.alerts, strict=True):
        if "amount" in named:
            yield "alert amount", named["amount"].value, to_text(minors[alert.ids[-1]], named["amount"].unit)
        if "peers" in named:
            yield "alert peers", named["peers"].value, str(len(set(alert.peers)))
    for forecast, named in zip(analysis.forecasts, analysis.figures.forecasts, strict=True):
        days = {(day.day - forecast.as_of).days: day for day in forecast.days}
        for horizon in (30, 60, 90, 365):
            fact = named.get(f"day_{horizon}_mid")
            if fact is not None:
                yield f"cash in {horizon} days", fact.value, to_text(days[horizon].mid_minor, forecast.currency)
