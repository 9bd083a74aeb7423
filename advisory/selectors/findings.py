"""Reading what the analysis found: series, insights, advice, suggestions, forecasts and health, with their facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django.db.models import Prefetch, QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.analysis.outcomes.totals import Told, Totals, totals_of
from advisory.models import (
    Advice,
    Fact,
    ForecastRun,
    HealthScore,
    Insight,
    MonthDrivers,
    Outcome,
    RecurringSeries,
    Suggestion,
)
from transactions.models import Category, LedgerAccount

CHUNK = 500
MOST_SHOWN = 5


class SpeaksOfFacts(Protocol):
    """A row that names facts: {what for: fact id}."""

    facts: Mapping[str, str]


def series_words(owner: User) -> list[tuple[Any, ...]]:
    """The user's word about recurring series, oldest first: what stands over everything that is found."""
    said = visible_to(RecurringSeries.objects.filter(RecurringSeries.travel.rows).order_by("pk"), owner)
    return [
        (
            *(row.pk, row.decision, sorted(row.corrections.items()), row.cancelled_on, row.unused_on),
            *(row.source, sorted(row.declared.items()), row.merged_into_id, row.ends_on),
            *((row.account_id, row.payee_id, row.category_id) if row.declared else ()),
        )
        for row in said
    ]


def facts_named(owner: User, rows: Iterable[SpeaksOfFacts]) -> dict[str, Fact]:
    """{fact id: fact} of everything these rows name and that is still there."""
    ids = sorted({pk for row in rows for pk in row.facts.values()})
    found: dict[str, Fact] = {}
    for start in range(0, len(ids), CHUNK):
        facts = visible_to(Fact.objects.filter(pk__in=ids[start : start + CHUNK]), owner)
        found.update((fact.pk, fact) for fact in facts)
    return found


def insight_list(*, owner: User) -> QuerySet[Insight]:
    return visible_to(Insight.objects.all(), owner).order_by("-day", "-id")


def insight_get(*, owner: User, insight_id: object) -> Insight:
    return get_visible(Insight.objects.all(), owner, insight_id)


def advice_list(*, owner: User) -> QuerySet[Advice]:
    outcomes = Prefetch("outcomes", queryset=Outcome.objects.order_by("-as_of"))
    return visible_to(Advice.objects.prefetch_related(outcomes), owner).order_by("-id")


def advice_shown(*, owner: User) -> QuerySet[Advice]:
    """What is advised now and not answered yet, at most five, and what was accepted and is under way."""
    now = Advice.objects.filter(status__in=(Advice.Status.NEW, Advice.Status.SEEN), is_current=True)
    first = visible_to(now, owner).order_by("rank", "id").values_list("pk", flat=True)[:MOST_SHOWN]
    accepted = visible_to(Advice.objects.filter(status=Advice.Status.ACCEPTED), owner).values_list("pk", flat=True)
    return advice_list(owner=owner).filter(pk__in=[*first, *accepted])


def advice_get(*, owner: User, advice_id: object) -> Advice:
    return get_visible(advice_list(owner=owner), owner, advice_id)


def advice_totals(*, owner: User) -> tuple[Totals, ...]:
    """Over everything that was ever accepted, by the newest outcome of each."""
    told = []
    for row in advice_list(owner=owner).filter(accepted_at__isnull=False):
        newest = next(iter(row.outcomes.all()), None)
        state: Any = str(newest.state) if newest else "pending"
        told.append(Told(row.currency, row.saving_mid_minor or 0, newest.saved_minor if newest else 0, state))
    return totals_of(told)


def suggestion_list(*, owner: User) -> QuerySet[Suggestion]:
    """Of rows that are still there."""
    rows = Suggestion.objects.select_related("transaction__account", "transaction__payee", "category")
    return visible_to(rows.filter(transaction__owner=owner), owner).order_by("-id")


def suggestion_get(*, owner: User, suggestion_id: object) -> Suggestion:
    return get_visible(suggestion_list(owner=owner), owner, suggestion_id)


def forecast_newest(*, owner: User, currency: str) -> ForecastRun | None:
    return visible_to(ForecastRun.objects.filter(currency=currency), owner).order_by("-as_of").first()


def forecast_currencies(*, owner: User) -> list[str]:
    rows = visible_to(ForecastRun.objects.order_by(), owner)
    return sorted(set(rows.values_list("currency", flat=True)))


def health_list(*, owner: User) -> QuerySet[HealthScore]:
    return visible_to(HealthScore.objects.all(), owner).order_by("-as_of")


def drivers_list(*, owner: User) -> QuerySet[MonthDrivers]:
    return visible_to(MonthDrivers.objects.all(), owner).order_by("-month")


def category_names(*, owner: User) -> dict[int, str]:
    return dict(visible_to(Category.objects.order_by(), owner).values_list("pk", "name"))


def account_names(*, owner: User) -> dict[int, str]:
    return dict(visible_to(LedgerAccount.objects.order_by(), owner).values_list("pk", "name"))
