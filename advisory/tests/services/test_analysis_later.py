"""An edit by hand asks for an analysis a little later: one for a burst, and none that a running one would miss."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from advisory.analysis.engine import categorise
from advisory.analysis.findings import Guess
from advisory.models import AnalysisRun, Suggestion
from advisory.services import analysis
from advisory.services.analysis import analysis_refresh
from advisory.services.refresh import ANALYSE, EDIT_SECONDS, ONCE_MORE, analysis_later, refresh_request
from advisory.tests.books import Book
from advisory.tests.living import household
from transactions.models import Job
from transactions.services.job_claim import job_claim
from transactions.services.jobs import job_run, pool_next

pytestmark = pytest.mark.django_db


def analyses(owner: User) -> list[Job]:
    return [job for job in Job.objects.filter(owner=owner).order_by("pk") if job.args.get("unit") == ANALYSE]


def test_a_burst_of_edits_is_one_analysis_after_it(alice: User) -> None:
    for _ in range(3):
        analysis_later(owner=alice)
    (job,) = analyses(alice)
    assert job.not_before is not None
    assert 0 < (job.not_before - timezone.now()).total_seconds() <= EDIT_SECONDS
    assert job not in pool_next(job.pool)
    Job.objects.filter(pk=job.pk).update(not_before=timezone.now())
    assert job in pool_next(job.pool)


def test_who_asks_for_a_refresh_does_not_wait(alice: User) -> None:
    analysis_later(owner=alice)
    refresh_request(owner=alice, scope="users", units=[ANALYSE])
    (job,) = analyses(alice)
    assert job.not_before is None


def test_an_edit_while_it_runs_is_not_missed(book: Book) -> None:
    analysis_later(owner=book.owner)
    (job,) = analyses(book.owner)
    Job.objects.filter(pk=job.pk).update(not_before=None)
    assert job_claim(job_id=job.pk) is not None
    analysis_later(owner=book.owner)
    job.refresh_from_db()
    assert job.args[ONCE_MORE]
    assert len(analyses(book.owner)) == 1


def test_an_edit_by_hand_asks_for_one(book: Book, django_capture_on_commit_callbacks: Callable[..., object]) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        book.row(date(2025, 4, 1), "-5.00", "Kiosk")
    (job,) = analyses(book.owner)
    assert job.trigger == "user"


def test_the_unit_analyses_and_a_user_who_is_gone_is_nothing_to_do(book: Book) -> None:
    (job,) = refresh_request(owner=book.owner, scope="users", units=[ANALYSE])
    assert job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.error_message) == ("succeeded", "")
    assert AnalysisRun.objects.get(owner=book.owner).row_count == len(book.rows())
    (again,) = refresh_request(owner=book.owner, scope="users", units=[ANALYSE])
    again.args = {**again.args, "subject": 10**9}
    again.save()
    assert job_run(job_id=again.pk)
    again.refresh_from_db()
    assert again.status == "succeeded"


def test_what_says_nothing_about_categories_asks_for_none(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note leaves what was asked before as it was; a category by hand is something to learn from."""
    home = household(alice)
    analysis_refresh(owner=alice)
    stored = list(Suggestion.objects.filter(owner=alice).order_by("pk").values())
    asked: list[int] = []

    def count(*given: Any) -> tuple[Guess, ...]:
        asked.append(1)
        return categorise(*given)

    monkeypatch.setattr(analysis, "categorise", count)
    row = home.rows()[3]
    home.change(row, note="Looked at.")
    before = AnalysisRun.objects.get().input_hash
    run = analysis_refresh(owner=alice)
    assert run is not None
    assert run.input_hash != before
    assert (asked, list(Suggestion.objects.filter(owner=alice).order_by("pk").values())) == ([], stored)
    home.change(row, category=home.category("fees"))
    analysis_refresh(owner=alice)
    assert asked == [1]
