"""The next thirty and ninety days: where the money will stand, the lowest day, and how often such a band has held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import CashForecast
from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence
from advisory.reports.document import Section
from advisory.reports.findings import SHORTFALL, Findings, Named
from advisory.reports.sections.movements import told_in_a_line

TITLE = "What is ahead"
HORIZONS = (30, 90)
# Fewer past bands say nothing about how often they hold.
FEWEST_BANDS = 6


def build(study: Study, found: Findings) -> Section:
    cash = found.cash(study.currency)
    said = list(_said(study, *cash)) if cash else []
    said += [told_in_a_line(one) for one in found.told if one.kind == SHORTFALL]
    return Section("ahead", TITLE, tuple(said) or (tell("ahead.none"),))


def _said(study: Study, forecast: CashForecast, named: Named) -> Iterator[Sentence]:
    days = [horizon for horizon in HORIZONS if f"day_{horizon}_mid" in named]
    for horizon in days:
        yield _day(forecast, {bound: named.get(f"day_{horizon}_{bound}") for bound in ("mid", "low", "high")})
    lowest = forecast.lowest
    is_near = lowest is not None and lowest.day <= forecast.as_of + timedelta(days=HORIZONS[-1])
    if days and is_near and not forecast.is_change and "lowest_mid" in named:
        yield tell("ahead.lowest", mid=named["lowest_mid"])
    if days:
        yield from _proof(study, forecast, named)


def _day(forecast: CashForecast, bounds: Mapping[str, FactDraft | None]) -> Sentence:
    facts = {name: fact for name, fact in bounds.items() if fact is not None}
    if forecast.is_change:
        return tell("ahead.change", mid=facts["mid"])
    return tell("ahead.band" if _has_band(forecast) and len(facts) == len(bounds) else "ahead.line", **facts)


def _has_band(forecast: CashForecast) -> bool:
    """Where repeating the past was as close, a band would claim to know more than it does."""
    return forecast.backtest.beats_naive is not False


def _proof(study: Study, forecast: CashForecast, named: Named) -> Iterator[Sentence]:
    proof, mid = forecast.backtest, named[f"day_{HORIZONS[0]}_mid"]
    if forecast.is_change:
        return
    if not _has_band(forecast):
        yield tell("ahead.unproven")
    elif proof.coverage is not None and proof.bands >= FEWEST_BANDS:
        counts = {"tests": proof.bands, "held": round(proof.coverage * proof.bands)}
        facts = {
            name: study.book.derive(
                f"forecast_{name}", "found@1", "count", mid.period, inputs=(mid,),
                params={"found": str(count), "engine": forecast.version},
            )
            for name, count in counts.items()
        }  # fmt: skip
        yield tell("ahead.held", **facts)
