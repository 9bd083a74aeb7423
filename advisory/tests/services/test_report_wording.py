"""A report with a model behind it: in its words where the gate lets them pass, and delivered whatever it does."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from pypdf import PdfReader
from pytest_django import Settings

from accounts.models import User
from advisory.models import EgressEntry, ModelState, Report, ReportDraft
from advisory.services import model_calls, report_wording, reports
from advisory.services.model_settings import setting_change, setting_remove
from advisory.services.reports import report_request
from advisory.tests.books import Book, content, job_id_of
from advisory.tests.model_server import Json, Say, chat, honest, is_probe, lying, sentences, told
from advisory.tests.worded import KEY, MODEL, model_of, rung_of
from transactions.ledger.period import parse_period
from transactions.models import Job
from transactions.services.jobs import job_run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setattr(model_calls, "BACKOFF_SECONDS", 0.01)
    settings.MODEL_TIMEOUT, settings.MODEL_REPORT_SECONDS = 2, 4


@pytest.fixture
def plain(book: Book) -> Json:
    """The report that templates word."""
    return document(book.report())


def document(report: Report) -> Json:
    assert report.status == Report.Status.SUCCEEDED
    made: Json = json.loads(content(report))
    return made


def again(book: Book) -> Report:
    """Another report of the same rows."""
    Report.objects.filter(owner=book.owner).update(input_hash="before")
    return book.report()


def said(report: Json, section: str) -> list[str]:
    (found,) = [one for one in report["sections"] if one["id"] == section]
    return [sentence["text"] for sentence in found["sentences"]]


def untouched(report: Json) -> Json:
    """Everything but the words of the sections, and who wrote them."""
    sections = [{key: value for key, value in one.items() if key != "sentences"} for one in report["sections"]]
    return {key: value for key, value in report.items() if key != "worded"} | {"sections": sections}


def test_without_a_setting_nothing_is_asked(book: Book, settings: Settings) -> None:
    with model_of(settings, honest, book.owner) as endpoint:
        setting_remove(owner=book.owner)
        assert "worded" not in document(book.report())
        setting_change(owner=book.owner, given={"privacy_level": 3})
        again(book)
        setting_change(owner=book.owner, given={"is_enabled": True})
        settings.EGRESS = False
        again(book)
    assert endpoint.seen == []
    assert not EgressEntry.objects.exists()


def test_an_honest_model_words_the_sections_and_changes_no_figure(plain: Json, book: Book, settings: Settings) -> None:
    def friendly(request: Json) -> Say:
        if is_probe(request):
            return sentences("All is well.")
        return sentences(*(f"Look here: {one}" for one in told(request)["plain_version"]))

    with model_of(settings, friendly, book.owner) as endpoint:
        report = again(book)
    made = document(report)
    assert untouched(made) == untouched(plain)
    assert {one["section"] for one in made["worded"]} == {
        one.section for one in report.drafts.filter(outcome="accepted")
    }
    assert made["worded"][0]["model"] == MODEL
    for one in made["worded"]:
        assert any(text.startswith("Look here: ") for text in said(made, one["section"]))
        (section,) = [entry for entry in made["sections"] if entry["id"] == one["section"]]
        for sentence in section["sentences"]:
            assert [part["fact"] for part in sentence["parts"] if "fact" in part]
    assert set(endpoint.keys) == {f"Bearer {KEY}"}
    note = f"In the words of the language model {MODEL}. Every figure is filled in from the rows behind it."
    assert content(report, "report.html").decode().count(note) == len(made["worded"])
    pages = PdfReader(BytesIO(content(report, "report.pdf"))).pages
    assert note in " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_lying_model_is_asked_twice_and_never_shown(plain: Json, book: Book, settings: Settings) -> None:
    with model_of(settings, lying, book.owner) as endpoint:
        report = again(book)
    assert document(report) == plain
    assert b"4711" not in content(report)
    drafts = list(ReportDraft.objects.filter(report=report))
    assert drafts
    assert {draft.outcome for draft in drafts} == {"refused"}
    assert all(len(draft.tries) == 2 and draft.tries[0]["reasons"] for draft in drafts)
    assert len(endpoint.words) == 2 * len(drafts)


def test_a_model_that_learns_from_the_reasons_is_shown(book: Book, settings: Settings) -> None:
    def learning(request: Json) -> Say:
        return honest(request) if len(request["messages"]) != 2 else lying(request)

    with model_of(settings, learning, book.owner):
        report = book.report()
    drafts = list(ReportDraft.objects.filter(report=report, outcome="accepted"))
    assert drafts
    assert all([bool(one["reasons"]) for one in draft.tries] == [True, False] for draft in drafts)


BROKEN: dict[str, Say] = {
    "500": Say(status=500),
    "429": Say(status=429, headers={"Retry-After": "0"}),
    "401": Say(status=401, body=b"{}"),
    "redirect": Say(status=302, headers={"Location": "http://127.0.0.1:1/"}),
    "broken json": Say(b'{"choices": [{"mess'),
    "no text": Say(chat(None)),
    "huge": Say(b"x" * 400_000),
    "html": Say(b"<html>sign in</html>", headers={"Content-Type": "text/html"}),
    "hangs up": Say(b"", length=500, headers={"Connection": "close"}),
    "stalls": Say(wait=30),
    "drips": Say(b" " * 5000, drip=0.05),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_whatever_the_endpoint_does_the_report_is_delivered(
    plain: Json, book: Book, settings: Settings, fault: str
) -> None:
    begun = time.monotonic()
    with model_of(settings, lambda _request: BROKEN[fault], book.owner):
        report = again(book)
    assert document(report) == plain
    assert time.monotonic() - begun < settings.MODEL_REPORT_SECONDS + 6
    assert not EgressEntry.objects.filter(status="pending").exists()
    assert not ReportDraft.objects.filter(outcome="accepted").exists()


def test_what_breaks_after_the_first_answers_is_delivered_too(plain: Json, book: Book, settings: Settings) -> None:
    for fault in ("500", "broken json", "stalls", "huge"):
        count = iter(range(100))

        def turns(request: Json, fault: str = fault, count: Iterator[int] = count) -> Say:
            return honest(request) if next(count) < 2 else BROKEN[fault]

        ModelState.objects.all().delete()
        with model_of(settings, turns, book.owner):
            made = document(again(book))
        assert untouched(made) == untouched(plain), fault


def test_nobody_listening_is_delivered(plain: Json, book: Book, settings: Settings) -> None:
    with model_of(settings, honest, book.owner):
        pass
    assert document(again(book)) == plain
    entries = list(EgressEntry.objects.order_by("id"))
    assert [entry.status for entry in entries] == ["failed"] * len(entries)
    assert len(entries) == settings.MODEL_BREAKER_FAILURES


@pytest.mark.parametrize("known", ["json_schema", "json_object", "tool", "text"])
@pytest.mark.parametrize("way", ["refuses", "ignores"])
def test_the_ladder_is_climbed_once(book: Book, settings: Settings, known: str, way: str) -> None:
    def at_most(request: Json) -> Say:
        rung = rung_of(request)
        if rung == known:
            body = honest(request).body
            if rung != "tool":
                return Say(body)
            text = json.loads(body)["choices"][0]["message"]["content"]
            return Say(chat(None, tool_calls=[{"function": {"name": "write_sentences", "arguments": text}}]))
        return Say(status=400, body=b"{}") if way == "refuses" else Say(chat("Sure. Here you are."))

    with model_of(settings, at_most, book.owner) as endpoint:
        first = document(book.report())
        probes = len(endpoint.seen) - len(endpoint.words)
        second = document(again(book))
        assert len(endpoint.seen) - len(endpoint.words) == probes
    assert first["worded"] == second["worded"]
    assert ModelState.objects.get().rung == known
    assert {rung_of(request) for request in endpoint.words} == {known}


def test_a_rung_that_breaks_away_is_looked_for_anew(book: Book, settings: Settings) -> None:
    gone: list[str] = []

    def loses(request: Json) -> Say:
        return Say(status=422) if rung_of(request) in gone else honest(request)

    with model_of(settings, loses, book.owner):
        book.report()
        gone.append("json_schema")
        assert document(again(book))["worded"]
    assert ModelState.objects.get().rung == "json_object"
    assert ReportDraft.objects.filter(error_code="http_status").count() == 1


def test_a_killed_job_does_not_ask_again(book: Book, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with model_of(settings, honest, book.owner) as endpoint:
        report = book.ask()

        def dies(*_args: Any) -> bytes:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(reports, "render_pdf", dies)
            with pytest.raises(KeyboardInterrupt):
                job_run(job_id=job_id_of(report))
        asked = len(endpoint.seen)
        assert asked
        Job.objects.filter(pk=job_id_of(report)).update(lease_until=timezone.now() - timedelta(seconds=1))
        job_run(job_id=job_id_of(report))
        report.refresh_from_db()
        assert document(report)["worded"]
        assert len(endpoint.seen) == asked
        setting_change(owner=book.owner, given={"privacy_level": 2})
        again(book)
        assert len(endpoint.seen) > asked


def test_a_line_that_a_dead_worker_left_open_is_settled(book: Book, settings: Settings) -> None:
    with model_of(settings, honest, book.owner):
        report = book.ask()
        EgressEntry.objects.create(
            owner=book.owner,
            report=report,
            purpose="words",
            host="x",
            model="m",
            privacy_level=1,
            bytes_out=2,
            payload="{}",
        )
        job_run(job_id=job_id_of(report))
    first = EgressEntry.objects.order_by("id")[0]
    assert (first.status, first.error_code) == ("failed", "interrupted")


def test_what_was_stored_is_judged_again_before_it_is_shown(
    plain: Json, book: Book, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tampered(*args: Any) -> report_wording.Draft:
        return report_wording.Draft(("You have 12 euros.",), [{"sentences": [], "reasons": []}])

    monkeypatch.setattr(report_wording, "_stored", tampered)
    with model_of(settings, honest, book.owner):
        assert document(again(book)) == plain
        # The last proof, of the words as they are printed, holds back what a judge would have let through.
        monkeypatch.setattr(report_wording, "refused_for", lambda *_args: ())
        assert document(again(book)) == plain


def test_the_ledgers_bytes_are_the_bytes_that_arrived(book: Book, settings: Settings) -> None:
    settings.MODEL_PRICE_IN = settings.MODEL_PRICE_OUT = None
    with model_of(settings, honest, book.owner) as endpoint:
        book.report()
    entries = list(EgressEntry.objects.order_by("id"))
    assert [entry.payload.encode() for entry in entries] == endpoint.seen
    assert [entry.bytes_out for entry in entries] == [len(body) for body in endpoint.seen]
    assert {(entry.status, entry.host, entry.model, entry.cost) for entry in entries} == {
        ("done", f"127.0.0.1:{endpoint.port}", MODEL, "")
    }
    assert [entry.purpose for entry in entries][:2] == ["probe", "words"]
    assert all(KEY not in entry.payload for entry in entries)
    assert all(entry.tokens_in == 120 and entry.bytes_in > 0 for entry in entries)


def test_a_cost_is_named_by_the_operators_prices(book: Book, settings: Settings) -> None:
    settings.MODEL_PRICE_IN, settings.MODEL_PRICE_OUT = Decimal("0.15"), Decimal("0.60")
    with model_of(settings, honest, book.owner):
        book.report()
    assert set(EgressEntry.objects.values_list("cost", "cost_currency")) == {("0.00003600", "USD")}


@pytest.mark.parametrize("budget", ["REPORT_CALLS", "MONTH_CALLS"])
def test_a_budget_of_calls_is_kept(book: Book, settings: Settings, budget: str) -> None:
    setattr(settings, f"MODEL_BUDGET_{budget}", 3)
    with model_of(settings, lying, book.owner) as endpoint:
        book.report()
    assert len(endpoint.seen) == 3
    assert ReportDraft.objects.filter(error_code="budget").count() == 1


@pytest.mark.parametrize("budget", ["REPORT_BYTES", "MONTH_BYTES"])
def test_a_budget_of_bytes_is_kept(book: Book, settings: Settings, budget: str) -> None:
    setattr(settings, f"MODEL_BUDGET_{budget}", 6000)
    with model_of(settings, lying, book.owner) as endpoint:
        book.report()
    assert 0 < sum(map(len, endpoint.seen)) <= 6000


def test_the_switch_ends_it_between_two_requests(book: Book, settings: Settings) -> None:
    def switched_off(request: Json) -> Say:
        return honest(request)

    with model_of(settings, switched_off, book.owner) as endpoint:
        asked: list[int] = []

        def off(*args: Any) -> Any:
            asked.append(1)
            if len(asked) == 3:
                setting_change(owner=book.owner, given={"is_enabled": False})

        report = report_request(owner=book.owner, month="2025-03")[0]
        document_ = reports.document_of(*reports._read(report, parse_period("2025-03")))
        report_wording.report_worded(report, document_, lambda *_args: None, off)
    assert len(endpoint.seen) == 2


def test_an_endpoint_that_fails_is_left_alone_and_tried_by_one_later(
    book: Book, settings: Settings, alice: User
) -> None:
    bad = [True]
    with model_of(settings, lambda request: Say(status=503) if bad[0] else honest(request), alice) as endpoint:
        book.report()
        assert len(endpoint.seen) == settings.MODEL_BREAKER_FAILURES
        again(book)
        assert len(endpoint.seen) == settings.MODEL_BREAKER_FAILURES
        ModelState.objects.update(open_until=timezone.now() - timedelta(seconds=1))
        again(book)
        assert len(endpoint.seen) == settings.MODEL_BREAKER_FAILURES + 1
        bad[0] = False
        ModelState.objects.update(open_until=timezone.now() - timedelta(seconds=1))
        assert document(again(book))["worded"]
        state = ModelState.objects.get()
        assert (state.failures, state.open_until) == (0, None)


@pytest.mark.django_db(transaction=True)
def test_the_lease_is_kept_while_the_model_takes_its_time(book: Book, settings: Settings) -> None:
    leases: list[datetime] = []
    settings.JOB_LEASE_SECONDS = 2

    def slow(_request: Json) -> Say:
        for _ in range(2):
            held = Job.objects.get(status=Job.Status.RUNNING).lease_until
            assert held is not None
            leases.append(held)
            time.sleep(1.2)
        connection.close()
        return Say(status=500)

    settings.MODEL_TIMEOUT = 5
    with model_of(settings, slow, book.owner):
        report = book.report()
    job = Job.objects.get(pk=job_id_of(report))
    assert (job.status, job.attempt) == (Job.Status.SUCCEEDED, 1)
    assert leases[1] > leases[0]
    assert document(report)
