"""Answers that the engines have found already: series, forecast, advice, and what ending a series would bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.vocabulary import Vocabulary
from advisory.analysis.facts import FactBook, FactDraft
from advisory.models import ForecastRun, RecurringSeries
from advisory.narration.ask import plainly, told
from advisory.narration.words import Sentence
from advisory.selectors.ask import month_end, running_series
from advisory.selectors.facts import draft_of
from advisory.selectors.findings import advice_shown, facts_named, forecast_newest
from advisory.selectors.retold import advice_retold
from transactions.ledger.period import Period

NAMED_HORIZONS = (30, 60, 90, 365)
BOUNDS = ("mid", "low", "high")


@dataclass(frozen=True, slots=True)
class Stored:
    """`facts` are stored already; `made` are new and to be stored. `items`: [{label, detail, facts: {name: id}}]."""

    sentences: tuple[Sentence, ...] = ()
    facts: tuple[FactDraft, ...] = ()
    made: tuple[FactDraft, ...] = ()
    items: Sequence[Mapping[str, object]] = ()
    reason: str = ""


def stored_answer(owner: User, plan: Plan, vocabulary: Vocabulary, language: str) -> Stored:
    if plan.op == "forecast":
        return _forecast(owner, plan, vocabulary, language)
    if plan.op == "advice":
        return _advice(owner, language)
    rows = [row for row in running_series(owner=owner) if not plan.series or row.pk in plan.series]
    if plan.op == "series" and plan.ask == "list":
        return _series_list(owner, rows, language)
    return _series_one(owner, plan, rows, language)


def _series_list(owner: User, rows: Sequence[RecurringSeries], language: str) -> Stored:
    """What leaves the accounts again and again; income comes back too, but is not what is asked for."""
    paid = [row for row in rows if row.effective("amount_minor") < 0 and row.effective("role") != "income"]
    if not paid:
        return Stored((plainly("series.none", language),))
    known = {pk: draft_of(fact) for pk, fact in facts_named(owner, paid).items()}
    items = [
        {
            "label": str(row.effective("label")),
            "detail": str(row.effective("cadence")),
            "facts": {name: row.facts[name] for name in ("amount", "year", "next") if row.facts.get(name) in known},
        }
        for row in paid
    ]
    return Stored((plainly("series.list", language),), tuple(known.values()), items=items)


def _series_one(owner: User, plan: Plan, rows: Sequence[RecurringSeries], language: str) -> Stored:
    """One sentence for each series that carries the name; each needs its figures as the user sees them now."""
    sentences: list[Sentence] = []
    facts: dict[str, FactDraft] = {}
    known = facts_named(owner, rows)
    wanted = {"next": ("next", "amount"), "cost": ("year", "amount")}.get(plan.ask, ("year",))
    for row in rows:
        named = {name: draft_of(known[pk]) for name, pk in row.facts.items() if pk in known}
        if not all(name in named for name in wanted) or not _is_current(row, named):
            return Stored(reason="not_analysed")
        key = "what_if" if plan.op == "what_if" else f"series.{plan.ask}"
        sentences.append(told(key, language, **named))
        facts |= {fact.id: fact for fact in named.values()}
    return Stored(tuple(sentences), tuple(facts.values())) if sentences else Stored(reason="no_series")


def _is_current(row: RecurringSeries, named: Mapping[str, FactDraft]) -> bool:
    """The user may have corrected the next day since the analysis; then its figure is of yesterday."""
    day = row.effective("next_date")
    return "next" not in named or day is None or named["next"].value == day.isoformat()


def _forecast(owner: User, plan: Plan, vocabulary: Vocabulary, language: str) -> Stored:
    run = forecast_newest(owner=owner, currency=vocabulary.base_currency)
    if run is None or run.as_of != vocabulary.as_of:
        # Rows came since, and the analysis is on its way: what it expected before would be told as what it expects now.
        return Stored(reason="not_analysed")
    day = _day_meant(plan, run.as_of)
    known = {pk: draft_of(fact) for pk, fact in facts_named(owner, [run]).items()}
    facts = _stored_day(run, day, known) or _made_day(owner, run, day, known)
    if "mid" not in facts:
        return Stored(reason="not_analysed")
    sentences = [told("forecast.change" if run.is_change else "forecast", language, **facts)]
    if "low" in facts and "high" in facts:
        sentences.append(told("forecast.band", language, **facts))
    stored = tuple(fact for fact in facts.values() if fact.id in known)
    return Stored(tuple(sentences), stored, tuple(fact for fact in facts.values() if fact.id not in known))


def _day_meant(plan: Plan, as_of: date) -> date:
    if plan.ask == "days":
        return as_of + timedelta(days=plan.days)
    return date(as_of.year, 12, 31) if plan.ask == "year_end" else month_end(as_of + timedelta(days=1))


def _stored_day(run: ForecastRun, day: date, known: Mapping[str, FactDraft]) -> dict[str, FactDraft]:
    days = (day - run.as_of).days
    if days not in NAMED_HORIZONS:
        return {}
    named = {bound: run.facts.get(f"day_{days}_{bound}", "") for bound in BOUNDS}
    return {bound: known[pk] for bound, pk in named.items() if pk in known}


def _made_day(owner: User, run: ForecastRun, day: date, known: Mapping[str, FactDraft]) -> dict[str, FactDraft]:
    """A day between the named ones, from the same run: facts as the analysis makes them for those."""
    found = next((one for one in run.cash.get("daily", []) if one["date"] == day.isoformat()), None)
    if found is None:
        return {}
    bases = [run.facts.get(f"forecast_{name}", run.facts.get(name, "")) for name in ("everyday", "scheduled")]
    inputs = [known[pk] for pk in bases if pk in known]
    book = FactBook(f"user:{owner.pk}", {})
    period = Period(run.as_of + timedelta(days=1), day + timedelta(days=1))
    about = {"day": day.isoformat(), "engine": run.engine}
    return {
        bound: book.derive(
            f"ask_cash_{bound}",
            "found@1",
            run.currency,
            period,
            inputs=inputs,
            params={**about, "found": found[bound]},
        )
        for bound in BOUNDS
        if found.get(bound) is not None
    }


def _advice(owner: User, language: str) -> Stored:
    rows = list(advice_shown(owner=owner))
    if not rows:
        return Stored((plainly("advice.none", language),))
    facts = facts_named(owner, rows)
    known = {pk: draft_of(fact) for pk, fact in facts.items()}
    ordered = sorted(rows, key=lambda row: (row.rank, row.pk))
    items = [
        {
            "label": told["title"],
            "detail": told["gain"],
            "facts": {name: row.facts[name] for name in ("gain_mid",) if row.facts.get(name) in known},
        }
        for row, told in ((row, advice_retold(row, facts)) for row in ordered)
    ]
    return Stored((plainly("advice", language),), tuple(known.values()), items=items)
