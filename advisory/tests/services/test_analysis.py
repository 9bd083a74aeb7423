"""The whole analysis in the database: what is stored, that it is stored once, and what outlives the next run."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import User
from advisory.models import (
    Advice,
    AnalysisRun,
    Fact,
    ForecastRun,
    HealthScore,
    Insight,
    MonthDrivers,
    RecurringSeries,
    Suggestion,
)
from advisory.selectors.facts import fact_evidence, stale_among
from advisory.services.advice import advice_accept, advice_dismiss, advice_done
from advisory.services.analysis import analysis_refresh
from advisory.services.insights import insight_answer
from advisory.services.series import series_correct, series_decide
from advisory.services.suggestions import suggestion_accept, suggestion_refuse
from advisory.tests.living import LAST, Living, household
from transactions.models import Category, Change, Payee, Transaction
from transactions.services.rule_proposals import proposals_list
from transactions.services.transactions import transaction_delete, transaction_update

pytestmark = pytest.mark.django_db
STORED = (RecurringSeries, Insight, Advice, Suggestion, ForecastRun, HealthScore, MonthDrivers, Fact)


@pytest.fixture
def home(alice: User) -> Living:
    book = household(alice)
    analysis_refresh(owner=alice)
    return book


def contents(owner: User) -> dict[str, list[dict[str, Any]]]:
    """Every stored row but the times of its making."""
    times = {"updated_at", "made_at", "computed_at", "finished_at", "seconds", "measured_at"}
    found = {}
    for model in STORED:
        rows: list[dict[str, Any]] = list(model._default_manager.filter(owner=owner).order_by("pk").values())  # type: ignore[arg-type]
        found[model.__name__] = [{name: row[name] for name in row if name not in times} for row in rows]
    return found


def series_of(owner: User, label: str) -> RecurringSeries:
    return RecurringSeries.objects.get(owner=owner, label__icontains=label)


def test_everything_is_stored_with_facts_that_are_proven(home: Living) -> None:
    owner = home.owner
    run = AnalysisRun.objects.get(owner=owner)
    assert (run.as_of, run.row_count) == (max(row.booking_date for row in home.rows()), len(home.rows()))
    rent = series_of(owner, "linden")
    assert (rent.cadence, rent.status, rent.next_date) == ("monthly", "active", date(2025, 7, 1))
    assert len(rent.transactions) == 18
    assert Insight.objects.filter(owner=owner, kind="duplicate").count() == 1
    assert ForecastRun.objects.get(owner=owner).currency == "EUR"
    assert [row.known > 0 for row in HealthScore.objects.filter(owner=owner)] == [True] * 12
    facts = list(Fact.objects.filter(owner=owner))
    assert len(facts) > 20
    assert stale_among(owner, facts) == frozenset()
    assert [fact.pk for fact in facts if not fact_evidence(owner, fact.pk).matches] == []


def test_every_fact_that_is_named_is_there(home: Living) -> None:
    known = set(Fact.objects.values_list("pk", flat=True))
    for model in (RecurringSeries, Insight, Advice, ForecastRun, HealthScore, MonthDrivers):
        for facts in model._default_manager.values_list("facts", flat=True):
            assert set(facts.values()) <= known, model


def test_the_same_rows_are_not_analysed_again(home: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisory.services.analysis.analyse", lambda *_: pytest.fail("analysed again"))
    before = contents(home.owner)
    assert analysis_refresh(owner=home.owner) == AnalysisRun.objects.get()
    assert contents(home.owner) == before


def test_analysing_again_from_nothing_gives_the_same(home: Living) -> None:
    before, changes = contents(home.owner), Change.objects.count()
    AnalysisRun.objects.all().delete()
    analysis_refresh(owner=home.owner)
    assert contents(home.owner) == before
    assert Change.objects.count() == changes


def test_one_changed_row_makes_the_facts_on_it_stale_and_no_other(home: Living) -> None:
    owner, row = home.owner, home.rows()[0]
    facts = list(Fact.objects.filter(owner=owner))
    by_id = {fact.pk: fact for fact in facts}

    def stands_on(fact: Fact) -> bool:
        return row.pk in fact.transaction_ids or any(stands_on(by_id[pk]) for pk in fact.inputs)

    home.change(row, note="Looked at.")
    expected = {fact.pk for fact in facts if stands_on(fact)}
    assert stale_among(owner, facts) == expected
    assert 0 < len(expected) < len(facts)
    analysis_refresh(owner=owner)
    assert stale_among(owner, list(Fact.objects.filter(owner=owner))) == frozenset()


def test_nothing_by_hand_or_rule_is_touched(home: Living) -> None:
    by_hand = Transaction.objects.filter(owner=home.owner, category_source="user")
    assert by_hand.count() > 30
    assert set(by_hand.values_list("revision", flat=True)) == {2}, "the choice by hand was the second"


def test_what_is_sure_is_applied_as_a_suggestion(home: Living) -> None:
    applied = Suggestion.objects.filter(owner=home.owner, status="applied").select_related("transaction")
    assert applied
    for one in applied:
        assert (one.transaction.category_id, one.transaction.category_source) == (one.category_id, "suggestion")
        assert one.reason


def test_an_accepted_suggestion_is_your_word(home: Living) -> None:
    one = Suggestion.objects.filter(owner=home.owner, status="applied").order_by("pk")[0]
    suggestion_accept(owner=home.owner, suggestion_id=one.pk)
    one.refresh_from_db()
    txn = Transaction.objects.get(pk=one.transaction_id)
    assert (one.status, txn.category_source, txn.category_id) == ("accepted", "user", one.category_id)
    analysis_refresh(owner=home.owner)
    assert Suggestion.objects.get(pk=one.pk).status == "accepted"


def test_a_refused_suggestion_does_not_come_again(home: Living) -> None:
    one = Suggestion.objects.filter(owner=home.owner, status="applied").order_by("pk")[0]
    suggestion_refuse(owner=home.owner, suggestion_id=one.pk)
    assert Transaction.objects.get(pk=one.transaction_id).category_id is None
    analysis_refresh(owner=home.owner)
    assert Transaction.objects.get(pk=one.transaction_id).category_id is None
    assert Suggestion.objects.get(pk=one.pk).status == "refused"


def test_what_is_corrected_in_the_queue_again_and_again_proposes_a_rule(home: Living) -> None:
    pets = Category.objects.get(owner=home.owner, key="pets")
    by_payee: defaultdict[int | None, list[Suggestion]] = defaultdict(list)
    open_ones = Suggestion.objects.filter(owner=home.owner, status__in=("applied", "review"))
    for one in open_ones.exclude(category=pets).select_related("transaction"):
        by_payee[one.transaction.payee_id].append(one)
    payee, several = next((payee, found) for payee, found in by_payee.items() if payee and len(found) >= 3)
    decided = Transaction.objects.filter(payee=payee, category_source="user")
    for txn in decided:
        transaction_update(owner=home.owner, transaction_id=txn.pk, changes={"category": pets.pk})
    for one in several[:3]:
        suggestion_accept(owner=home.owner, suggestion_id=one.pk, category=pets.pk)
    proposed = {found.proposal.words: found for found in proposals_list(owner=home.owner)}
    found = proposed[Payee.objects.get(pk=payee).name]
    assert (found.category_name, found.proposal.count) == (pets.name, 3 + len(decided))


def test_a_suggestion_goes_with_its_row(home: Living) -> None:
    one = Suggestion.objects.filter(owner=home.owner).order_by("pk")[0]
    transaction_delete(owner=home.owner, transaction_id=one.transaction_id)
    analysis_refresh(owner=home.owner)
    assert not Suggestion.objects.filter(pk=one.pk).exists()


def test_a_series_stays_itself_when_rows_come(home: Living) -> None:
    before = series_of(home.owner, "linden").pk
    home.text_row(date(2025, 7, 1), "-980.00", "Linden Housing", "rent_mortgage")
    analysis_refresh(owner=home.owner)
    rent = series_of(home.owner, "linden")
    assert (rent.pk, len(rent.transactions), rent.next_date) == (before, 19, date(2025, 8, 1))


def test_what_the_user_said_of_a_series_stays(home: Living) -> None:
    rent = series_of(home.owner, "linden")
    given: Any = {"label": "Our flat", "amount": Decimal("-1010.00"), "next_date": date(2025, 7, 3)}
    series_correct(owner=home.owner, series_id=rent.pk, given=given)
    analysis_refresh(owner=home.owner)
    rent.refresh_from_db()
    assert (rent.label, rent.effective("label")) == ("Linden Housing", "Our flat")
    assert (rent.effective("amount_minor"), rent.effective("next_date")) == (-101000, date(2025, 7, 3))
    assert rent.decision == "confirmed"
    assert Fact.objects.get(pk=rent.facts["amount"]).value == "-1010.00"
    series_correct(owner=home.owner, series_id=rent.pk, given={"label": None, "amount": None, "next_date": None})
    analysis_refresh(owner=home.owner)
    rent.refresh_from_db()
    assert rent.corrections == {}
    assert Fact.objects.get(pk=rent.facts["amount"]).value == "-980.00"


def test_an_ignored_series_stays_ignored(home: Living) -> None:
    rent = series_of(home.owner, "linden")
    series_decide(owner=home.owner, series_id=rent.pk, decision=RecurringSeries.Decision.IGNORED)
    home.text_row(date(2025, 7, 1), "-980.00", "Linden Housing", "rent_mortgage")
    analysis_refresh(owner=home.owner)
    assert series_of(home.owner, "linden").decision == "ignored"


def test_a_confirmed_series_stays_when_it_is_not_found(home: Living) -> None:
    rent = series_of(home.owner, "linden")
    series_decide(owner=home.owner, series_id=rent.pk, decision=RecurringSeries.Decision.CONFIRMED)
    for pk in rent.transactions[:-1]:
        transaction_delete(owner=home.owner, transaction_id=pk)
    analysis_refresh(owner=home.owner)
    rent.refresh_from_db()
    assert (rent.is_found, rent.decision, len(rent.transactions)) == (False, "confirmed", 1)


def test_an_answer_to_an_insight_stays(home: Living) -> None:
    one = Insight.objects.get(owner=home.owner, kind="duplicate")
    insight_answer(owner=home.owner, insight_id=one.pk, status=Insight.Status.FINE)
    home.text_row(LAST, "-3.20", "CORNER COFFEE")
    analysis_refresh(owner=home.owner)
    assert Insight.objects.get(owner=home.owner, kind="duplicate").status == "fine"
    insight_answer(owner=home.owner, insight_id=one.pk, status=Insight.Status.SEEN)
    assert Insight.objects.get(pk=one.pk).status == "fine"


def test_an_insight_without_its_rows_goes(home: Living) -> None:
    one = Insight.objects.get(owner=home.owner, kind="duplicate")
    transaction_delete(owner=home.owner, transaction_id=one.transactions[0])
    analysis_refresh(owner=home.owner)
    assert not Insight.objects.filter(pk=one.pk).exists()


def test_advice_lives_from_new_to_done(home: Living) -> None:
    one = Advice.objects.filter(owner=home.owner).order_by("rank")[0]
    assert (one.status, one.rank) == ("new", 1)
    assert one.title
    assert one.facts
    advice_accept(owner=home.owner, advice_id=one.pk)
    words = Advice.objects.values_list("title", "what", "facts").get(pk=one.pk)
    home.text_row(date(2025, 7, 2), "-500.00", "SOMETHING ELSE")
    analysis_refresh(owner=home.owner)
    assert Advice.objects.values_list("title", "what", "facts").get(pk=one.pk) == words
    done = advice_done(owner=home.owner, advice_id=one.pk)
    assert (done.status, done.outcomes.get().state) == ("done", "pending")
    AnalysisRun.objects.all().delete()
    analysis_refresh(owner=home.owner)
    assert Advice.objects.filter(owner=home.owner, dedup_key=one.dedup_key).count() == 1


def test_dismissed_advice_does_not_come_again(home: Living) -> None:
    one = Advice.objects.filter(owner=home.owner).order_by("rank")[0]
    advice_dismiss(owner=home.owner, advice_id=one.pk, reason="not_worth_it")
    AnalysisRun.objects.all().delete()
    analysis_refresh(owner=home.owner)
    (again,) = Advice.objects.filter(owner=home.owner, dedup_key=one.dedup_key)
    assert (again.status, again.reason) == ("dismissed", "not_worth_it")
    # its cool-down over, the same advice comes as a new one
    Advice.objects.filter(pk=one.pk).update(cool_down_until=date(2025, 1, 1))
    AnalysisRun.objects.all().delete()
    analysis_refresh(owner=home.owner)
    statuses = Advice.objects.filter(owner=home.owner, dedup_key=one.dedup_key).order_by("pk")
    assert list(statuses.values_list("status", flat=True)) == ["dismissed", "new"]


def test_without_rows_nothing_is_left_but_what_was_said(home: Living) -> None:
    rent = series_of(home.owner, "linden")
    series_decide(owner=home.owner, series_id=rent.pk, decision=RecurringSeries.Decision.IGNORED)
    for txn in home.rows():
        transaction_delete(owner=home.owner, transaction_id=txn.pk)
    assert analysis_refresh(owner=home.owner) is None
    left = {model.__name__ for model in STORED if model._default_manager.filter(owner=home.owner).exists()}
    assert left == {"RecurringSeries", "Advice", "Fact"}, "advice that has expired keeps its figures"
    assert set(Advice.objects.values_list("status", flat=True)) == {"expired"}


def test_another_owner_gets_nothing(home: Living, bob: User) -> None:
    assert analysis_refresh(owner=bob) is None
    household(bob)
    analysis_refresh(owner=bob)
    mine, theirs = contents(home.owner), contents(bob)
    assert len(mine["RecurringSeries"]) == len(theirs["RecurringSeries"])
    rows = set(Transaction.objects.filter(owner=bob).values_list("pk", flat=True))
    assert all(set(row["transactions"]) <= rows for row in theirs["RecurringSeries"])
