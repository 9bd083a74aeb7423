"""Scenarios on a forecast as the API tells them: amounts as decimal strings, each difference with what makes it up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rest_framework import serializers

from advisory.analysis.findings import CashDay
from advisory.analysis.planning.compared import Compared, Effect
from advisory.analysis.planning.written import Written, change_of
from advisory.api.fact_links import FactLinkSerializer, fact_links
from advisory.api.outlook import NOT_YET, CashDaySerializer, told_backtest
from advisory.narration.terms import term
from advisory.selectors.findings import facts_named
from advisory.selectors.scenarios import Subjects, Trial
from transactions.ledger.money import to_text


class EffectSerializer(serializers.Serializer[Any]):
    """What one change does on top of those before it. `at_end`: to the balance on the last day; `deepest`: by how much
    it lowers a balance at most."""

    change = serializers.IntegerField(help_text="Its place in the scenario, from 0.")
    about = serializers.CharField(allow_blank=True)
    is_lost = serializers.BooleanField(help_text="What it is about is no longer there.")
    at_end = serializers.CharField()
    deepest = serializers.CharField()


class MonthEndSerializer(CashDaySerializer):
    difference = serializers.CharField(help_text="From the forecast itself, exact.")


class ScenarioTrialSerializer(serializers.Serializer[Any]):
    """One scenario. `ends`: the last day of each month, and the last day of all; `effects` sum to `difference`, that
    of the last day."""

    id = serializers.IntegerField(allow_null=True, help_text="null where it is not saved.")
    name = serializers.CharField(allow_blank=True)
    ends = MonthEndSerializer(many=True)
    lowest = CashDaySerializer(allow_null=True)
    difference = serializers.CharField()
    effects = EffectSerializer(many=True)


class TrialBacktestSerializer(serializers.Serializer[Any]):
    mase = serializers.FloatField(allow_null=True)
    coverage = serializers.FloatField(allow_null=True)
    windows = serializers.IntegerField()
    beats_naive = serializers.BooleanField(allow_null=True)
    says = serializers.CharField()


class TrialSerializer(serializers.Serializer[Any]):
    """Scenarios beside the forecast itself, `baseline`. `reason`: why there is none. A band moves with its line; there
    is none where the forecast was not closer than repeating the past."""

    currency = serializers.CharField()
    months = serializers.IntegerField()
    reason = serializers.CharField(allow_blank=True)
    as_of = serializers.DateField(allow_null=True, help_text="Last day seen.")
    start = serializers.CharField(allow_null=True)
    is_change = serializers.BooleanField(help_text="No opening balance is known: amounts are what is added.")
    has_band = serializers.BooleanField()
    backtest = TrialBacktestSerializer()
    facts = FactLinkSerializer(many=True, help_text="Those of the forecast.")
    baseline = ScenarioTrialSerializer(allow_null=True)
    scenarios = ScenarioTrialSerializer(many=True)


def trial_told(
    trial: Trial, names: Sequence[tuple[int | None, str]], changes: Sequence[Sequence[Written]]
) -> dict[str, Any]:
    run, code = trial.run, trial.currency
    return {
        "currency": code,
        "months": trial.months,
        "reason": "" if run else term(NOT_YET),
        "as_of": run.as_of if run else None,
        "start": run.cash.get("start") if run else None,
        "is_change": run.is_change if run else False,
        "has_band": trial.has_band,
        "backtest": told_backtest(run),
        "facts": fact_links(run.facts, facts_named(run.owner, [run])) if run else [],
        "baseline": _told(trial, trial.baseline, (None, ""), ()) if trial.baseline else None,
        "scenarios": [
            _told(trial, found, name, said) for found, name, said in zip(trial.tried, names, changes, strict=False)
        ],
    }


def _told(trial: Trial, found: Compared, name: tuple[int | None, str], said: Sequence[Written]) -> dict[str, Any]:
    code = trial.currency
    moved = {day.day: by for day, by in zip(found.found.after.days, found.found.difference, strict=True)}
    return {
        "id": name[0],
        "name": name[1],
        "ends": [
            {**_day(one, code, has_band=trial.has_band), "difference": to_text(moved[one.day], code)}
            for one in found.ends
        ],
        "lowest": _day(found.lowest, code, has_band=trial.has_band) if found.lowest else None,
        "difference": to_text(found.found.at_end, code),
        "effects": [
            _effect(place, one, about_of(change, trial.subjects), code)
            for place, (one, change) in enumerate(zip(found.effects, said, strict=True))
        ],
    }


def _effect(place: int, effect: Effect | None, about: str, currency: str) -> dict[str, Any]:
    return {
        "change": place,
        "about": about,
        "is_lost": effect is None,
        "at_end": to_text(effect.at_end if effect else 0, currency),
        "deepest": to_text(effect.deepest if effect else 0, currency),
    }


def _day(day: CashDay, currency: str, *, has_band: bool) -> dict[str, Any]:
    def end(minor: int | None) -> str | None:
        return None if minor is None or not has_band else to_text(minor, currency)

    return {
        "date": day.day.isoformat(),
        "low": end(day.low_minor),
        "mid": to_text(day.mid_minor, currency),
        "high": end(day.high_minor),
    }


def changes_told(changes: Sequence[Written], currency: str, subjects: Subjects) -> list[dict[str, Any]]:
    return [_change(one, currency, subjects) for one in changes]


def _change(written: Written, currency: str, subjects: Subjects) -> dict[str, Any]:
    amount = written.get("amount")
    return {
        "kind": written["kind"],
        "series": subjects.series_ids.get(written.get("row", 0)),
        "income": [subjects.series_ids[row] for row in written.get("rows", []) if row in subjects.series_ids],
        **{name: written.get(name) for name in ("account", "category", "per_cent", "day", "months", "until")},
        "amount": None if amount is None else to_text(amount, currency),
        "cadence": written.get("cadence", ""),
        "starts": written.get("from"),
        "label": written.get("label", ""),
        "about": about_of(written, subjects),
        "is_lost": change_of(written, subjects.known) is None,
    }


def about_of(written: Mapping[str, Any], subjects: Subjects) -> str:
    """The name of what a change is about; that of the user's own where nothing else has one."""
    names: Mapping[str, str] = {
        "row": subjects.labels.get(subjects.series_ids.get(written.get("row", 0), 0), ""),
        "category": subjects.known.categories.get(written.get("category", 0), ""),
        "account": subjects.accounts.get(written.get("account", 0), ""),
    }
    found = next((names[name] for name in names if name in written), "")
    incomes = [
        subjects.labels[subjects.series_ids[row]] for row in written.get("rows", []) if row in subjects.series_ids
    ]
    return found or ", ".join(incomes) or str(written.get("label", ""))
