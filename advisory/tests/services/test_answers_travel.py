"""What the user has said to the adviser travels with an export, and the next analysis finds it again under new ids."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.errors import DomainError
from accounts.models import User
from accounts.services.users import user_delete
from advisory.models import Advice, Insight, Outcome, RecurringSeries, SavedScenario
from advisory.services.advice import advice_accept, advice_assume, advice_dismiss
from advisory.services.advice_said import said_by
from advisory.services.analysis import analysis_refresh
from advisory.services.bills import series_declare, series_merge
from advisory.services.insights import insight_answer
from advisory.services.refresh import refresh_analysis
from advisory.services.scenarios import scenario_create
from advisory.services.series import series_correct, series_decide
from advisory.tests.living import LAST, Living, household
from transactions.ledger.period import add_months
from transactions.models import Category, Job, LedgerAccount, Transaction
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services import restore, restore_steps
from transactions.services.accounts import account_create
from transactions.services.export import export_write
from transactions.services.jobs import job_run
from transactions.services.restore import export_restore
from transactions.services.restore_job import restore_do
from transactions.tests.services.test_export_restore import changed

pytestmark = pytest.mark.django_db(transaction=True)
PutBack = Callable[[User, bytes], str]
DUPLICATE = Insight.Kind.DUPLICATE


@pytest.fixture
def home(alice: User) -> Living:
    book = household(alice)
    analysis_refresh(owner=alice)
    return book


@pytest.fixture
def answered(home: Living) -> Living:
    """One answer of each kind: to insights in two ways, to advice in three, and to series in four."""
    owner = home.owner
    double = Insight.objects.get(owner=owner, kind=DUPLICATE)
    insight_answer(owner=owner, insight_id=double.pk, status=Insight.Status.FINE)
    dearer = Insight.objects.get(owner=owner, kind=Insight.Kind.PRICE_CHANGE)
    insight_answer(owner=owner, insight_id=dearer.pk, status=Insight.Status.DISMISSED)
    risen, doubled, idle = (Advice.objects.get(owner=owner, rule=rule) for rule in ("A03", "A06", "A14"))
    advice_accept(owner=owner, advice_id=risen.pk)
    Advice.objects.filter(pk=risen.pk).update(accepted_at=datetime(2025, 6, 26, tzinfo=UTC))
    advice_assume(owner=owner, advice_id=idle.pk, key="savings_rate", value="0.03")
    advice_dismiss(owner=owner, advice_id=doubled.pk, reason="not_true")
    series_decide(owner=owner, series_id=series(owner, "supermarket").pk, decision=RecurringSeries.Decision.IGNORED)
    series_decide(owner=owner, series_id=series(owner, "linden").pk, decision=RecurringSeries.Decision.CONFIRMED)
    series_correct(owner=owner, series_id=series(owner, "harbour").pk, given={"label": "Pay", "amount": Decimal(2900)})
    series_correct(owner=owner, series_id=series(owner, "streamly").pk, given={"unused_on": LAST})
    return home


def series(owner: User, label: str) -> RecurringSeries:
    return RecurringSeries.objects.get(owner=owner, payee_key__icontains=label)


def exported(owner: User) -> bytes:
    stream = io.BytesIO()
    export_write(owner=owner, stream=stream)
    return stream.getvalue()


def newcomer(name: str = "new") -> User:
    return User.objects.create_user(f"{name}@example.org")


def at_once(owner: User, data: bytes) -> str:
    """What it was refused with; empty where all went well."""
    try:
        export_restore(owner=owner, stream=io.BytesIO(data))
    except DomainError as error:
        return f"{error.status} {error.code}: {error.message}"
    return ""


def in_steps(owner: User, data: bytes) -> str:
    job = restore_do(owner=owner, stream=io.BytesIO(data), chunks=[data])
    assert isinstance(job, Job)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.error_code) in (("succeeded", ""), ("failed", "broken_archive"))
    return job.error_message


@pytest.fixture(params=[at_once, in_steps])
def put_back(request: pytest.FixtureRequest, settings: Any, monkeypatch: pytest.MonkeyPatch) -> PutBack:
    if request.param is in_steps:
        settings.JOB_ROWS = 5
        monkeypatch.setattr(restore, "CHUNK", 30)
        monkeypatch.setattr(restore_steps, "CHUNK", 30)
        monkeypatch.setattr(restore_steps, "BREATH", 0)
    way: PutBack = request.param
    return way


def said(owner: User) -> dict[str, Any]:
    """Everything the user has said, without a single id."""
    return {
        "insights": sorted(Insight.objects.filter(owner=owner).values_list("kind", "day", "status", "title")),
        "advice": sorted(
            (row.rule, row.status, row.reason, row.accepted_at or row.given_at, str(row.cool_down_until), row.title)
            for row in Advice.objects.filter(owner=owner, status__in=["accepted", "dismissed"])
        ),
        "every": sorted(Advice.objects.filter(owner=owner).exclude(status="expired").values_list("rule", "status")),
        "assumed": Advice.objects.get(owner=owner, rule="A14").assumptions,
        "series": sorted(
            (row.payee_key, row.decision, str(row.corrections), row.cancelled_on, row.unused_on, row.is_found)
            for row in RecurringSeries.objects.filter(owner=owner)
        ),
        "outcomes": sorted(
            Outcome.objects.filter(advice__owner=owner).values_list("as_of", "state", "saved_minor", "advice__rule")
        ),
    }


def test_after_the_next_analysis_all_that_was_said_holds(answered: Living, put_back: PutBack) -> None:
    analysis_refresh(owner=answered.owner)
    other, expected = newcomer(), said(answered.owner)
    assert put_back(other, exported(answered.owner)) == ""
    assert set(Advice.objects.filter(owner=other).values_list("rule", flat=True)) == {"A03", "A06", "A14"}
    assert series(other, "streamly").unused_on == LAST
    assert not RecurringSeries.objects.filter(owner=other, payee_key="corner market").exists(), "nothing was said of it"
    assert Job.objects.filter(key=f"refresh_analyse_{other.pk}", status="queued").exists(), "asked for by the restore"
    analysis_refresh(owner=other)
    assert said(other) == expected
    assert ledger_content_hash(owner=other) == ledger_content_hash(owner=answered.owner)
    mine = set(Transaction.objects.filter(owner=other).values_list("pk", flat=True))
    for model in (Insight, Advice, RecurringSeries):
        for row in model.objects.filter(owner=other):
            assert set(row.transactions) <= mine, row
    rent = series(other, "linden")
    assert rent.account is not None
    assert rent.account.owner == other


def test_an_accepted_piece_goes_on_being_judged(answered: Living, put_back: PutBack) -> None:
    """Rows that come after the restore prove it, by the days and the price that were frozen before."""
    other = newcomer()
    assert put_back(other, exported(answered.owner)) == ""
    row, theirs = (Advice.objects.get(owner=one, rule="A03") for one in (other, answered.owner))
    assert row.follow_up["watch"] == theirs.follow_up["watch"] | {
        "account": str(LedgerAccount.objects.get(owner=other).pk), "ids": row.transactions[-6:]
    }  # fmt: skip
    assert row.follow_up["due"] == theirs.follow_up["due"]
    assert (row.facts, row.follow_up["baseline_fact"]) == ({}, "")
    book = Living.__new__(Living)
    book.owner, book.giro = other, LedgerAccount.objects.get(owner=other)
    for place in (1, 2, 3):
        book.text_row(add_months(date(2025, 6, 12), place), "-12.99", "Streamly")
    analysis_refresh(owner=other)
    newest = row.outcomes.order_by("-as_of").first()
    assert newest is not None
    assert (newest.state, newest.saved_minor) == ("proven", 3 * 300)
    assert row.outcomes.filter(as_of=LAST, state="pending").exists()


def test_the_answers_are_shown_before_any_analysis(answered: Living, api: Callable[[User | None], APIClient]) -> None:
    """Their figures have stayed behind: a page does without."""
    other = newcomer()
    assert at_once(other, exported(answered.owner)) == ""
    shown = {name: api(other).get(f"/api/{name}/?status=all").json()["results"] for name in ("insights", "advice")}
    assert {row["status"] for row in shown["insights"]} == {"fine", "dismissed"}
    assert {row["status"] for row in shown["advice"]} == {"accepted", "dismissed", "new"}
    assert api(other).get("/api/bills/").status_code == 200
    assert {tuple(row["facts"]) for rows in shown.values() for row in rows} == {()}


def test_keys_that_name_an_account_or_a_category_name_the_new_one(home: Living) -> None:
    loan = account_create(owner=home.owner, name="Loan", currency="EUR", kind="loan", opening_balance=Decimal(-5000))
    category = home.category("groceries")
    kept = Advice.objects.filter(owner=home.owner).order_by("pk")[:3]
    values = {"key": "apr", "value": "0.07", "unit": "ratio", "source": "user", "is_editable": True}
    follow = {
        "kind": "value", "metric": "apr", "window_days": 183, "baseline_fact": "f1",
        "watch": {"value": f"A11:account={loan.pk}:apr", "below": "0.07"},
    }  # fmt: skip
    for row, key in zip(
        kept, (f"A11:account={loan.pk}", f"A15:category={category}", f"A28:account={loan.pk}"), strict=True
    ):
        row.rule, row.dedup_key, row.status, row.accepted_at = key[:3], key, "dismissed", row.given_at
        row.assumptions, row.follow_up = [values], follow
        row.save()
    other = newcomer()
    assert at_once(other, exported(home.owner)) == ""
    loan = LedgerAccount.objects.get(owner=other, name="Loan")
    category = Category.objects.get(owner=other, key="groceries").pk
    keys = {f"A11:account={loan.pk}", f"A15:category={category}", f"A28:account={loan.pk}"}
    found = Advice.objects.filter(owner=other)
    assert {row.dedup_key for row in found} == keys
    assert said_by(owner=other, as_of=LAST).values[f"A11:account={loan.pk}"] == {"apr": "0.07"}
    assert {row.follow_up["watch"]["value"] for row in found} == {f"A11:account={loan.pk}:apr"}


def test_what_was_computed_before_makes_room(answered: Living, put_back: PutBack) -> None:
    data, other = exported(answered.owner), newcomer()
    key = Advice.objects.get(owner=answered.owner, rule="A03").dedup_key
    Advice.objects.filter(owner=answered.owner, rule="A14").update(owner=other, assumptions=[], dedup_key=key)
    assert put_back(other, data) == ""
    assert Advice.objects.get(owner=other, dedup_key=key).status == "accepted"


def test_an_export_of_before_still_fits(answered: Living) -> None:
    data, other = exported(answered.owner), newcomer()
    assert at_once(other, without(data, "Advice", "Insight", "Outcome", "RecurringSeries")) == ""
    assert not Advice.objects.filter(owner=other).exists()
    analysis_refresh(owner=other)
    assert Insight.objects.get(owner=other, kind=DUPLICATE).status == "new"


def without(data: bytes, *tables: str) -> bytes:
    """As an export was before these tables travelled."""
    source, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    names = {f"data/{table}.jsonl" for table in tables}
    manifest = json.loads(source.read("manifest.json"))
    manifest["files"] = [one for one in manifest["files"] if one["name"] not in names]
    with zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            if name not in {*names, "manifest.json"}:
                target.writestr(name, source.read(name))
        target.writestr("manifest.json", json.dumps(manifest))
    return made.getvalue()


def test_who_leaves_takes_the_answers_along(answered: Living) -> None:
    answered.owner.set_password("correct horse battery")
    answered.owner.save()
    user_delete(owner=answered.owner, password="correct horse battery")
    for model in (Advice, Insight, Outcome, RecurringSeries):
        assert not model._default_manager.exists()


def test_half_a_ledger_is_not_analysed(home: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisory.services.analysis.analysis_refresh", lambda *, owner: asked.append(owner))
    asked: list[User] = []
    job = Job.objects.create(owner=home.owner, kind="restore", key=f"restore_{home.owner.pk}")
    refresh_analysis(home.owner.pk)
    assert asked == []
    Job.objects.filter(pk=job.pk).update(status="succeeded")
    refresh_analysis(home.owner.pk)
    assert asked == [home.owner]


Edit = Callable[[dict[str, Any]], Any]
HOSTILE: dict[str, tuple[str, Edit]] = {
    "a row by another word": ("Insight", lambda row: row.update(transactions=["1"])),
    "rows in an object": ("Insight", lambda row: row.update(peers={"1": 1})),
    "a key that is none": ("Advice", lambda row: row.update(dedup_key={"A03": 1})),
    "a currency that is none": ("Advice", lambda row: row.update(currency="???")),
    "a follow-up that is a list": ("Advice", lambda row: row.update(follow_up=[1])),
    "a window without end": ("Advice", lambda row: row["follow_up"].update(kind="due", window_days=10**9)),
    "a watch that is none": ("Advice", lambda row: row["follow_up"].update(kind="due", window_days=9, watch=7)),
    "a watch without days": ("Advice", lambda row: row["follow_up"].update(kind="any_due", watch={"each": [{}]})),
    "an account by a word": (
        "Advice",
        lambda row: row["follow_up"].update(kind="heard", window_days=9, watch={"account": "x", "after": "2026-01-01"}),
    ),
    "an assumption nobody could state": (
        "Advice", lambda row: row.update(assumptions=[{"key": "apr", "value": "1e99", "source": "user"}])
    ),
    "an assumption that is none": ("Advice", lambda row: row.update(assumptions=[7])),
    "an action that is a word": ("Advice", lambda row: row.update(action="ask")),
    "a sureness that is no number": ("Insight", lambda row: row.update(p_value=float("nan"))),
    "a correction of something else": ("RecurringSeries", lambda row: row.update(corrections={"cadence": "never"})),
    "a correction that is no day": ("RecurringSeries", lambda row: row.update(corrections={"next_date": "soon"})),
    "a price without a day": ("RecurringSeries", lambda row: row.update(price_changes=[{"from": 1, "to": 2}])),
    "a note that is a number": ("RecurringSeries", lambda row: row.update(notes=[1])),
}  # fmt: skip


def edited(edit: Edit) -> Callable[[bytes], bytes]:
    def change(text: bytes) -> bytes:
        rows = [json.loads(line) for line in text.splitlines()]
        edit(rows[0])
        return b"".join(json.dumps(row).encode() + b"\n" for row in rows)

    return change


@pytest.mark.parametrize("name", HOSTILE)
def test_an_archive_made_by_hand_is_refused(name: str, answered: Living) -> None:
    table, edit = HOSTILE[name]
    data, other = exported(answered.owner), newcomer()
    message = at_once(other, changed(data, f"data/{table}.jsonl", edited(edit)).getvalue())
    assert message.startswith("400 broken_archive: The archive does not fit together")
    assert not Transaction.objects.filter(owner=other).exists()


OUTSIDE: dict[str, Edit] = {
    "Outcome": lambda row: row.update(advice_id=row["advice_id"] + 1000),
    "RecurringSeries": lambda row: row.update(account_id=987654),
}


@pytest.mark.parametrize("table", OUTSIDE)
def test_nothing_outside_the_archive_can_be_meant(table: str, answered: Living, put_back: PutBack) -> None:
    data = changed(exported(answered.owner), f"data/{table}.jsonl", edited(OUTSIDE[table]))
    assert "names a row that is not in it" in put_back(newcomer(), data.getvalue())


def test_two_answers_to_the_same_insight_are_refused(answered: Living, put_back: PutBack) -> None:
    """What was said before is there again."""

    def twice(text: bytes) -> bytes:
        return text + text.splitlines(keepends=True)[0].replace(b'"id":', b'"id":9')

    data = changed(exported(answered.owner), "data/Insight.jsonl", twice)
    other = newcomer()
    Insight.objects.filter(owner=answered.owner, kind="price_change").update(owner=other)
    assert "contradict" in put_back(other, data.getvalue())
    (left,) = Insight.objects.filter(owner=other)
    assert (left.kind, left.status) == ("price_change", "dismissed")


def test_rows_of_others_that_an_archive_names_stay_theirs(answered: Living) -> None:
    """A number that is not in the archive gets a number of its own, as everywhere."""
    theirs = list(Transaction.objects.filter(owner=answered.owner).values_list("pk", flat=True))
    data = without_rows(exported(answered.owner), theirs[0])
    other = newcomer()
    export_restore(owner=other, stream=data)
    peers = [set(row.peers) for row in Insight.objects.filter(owner=other)]
    assert any(len(one) == 2 for one in peers)
    assert all(one.isdisjoint(theirs) for one in peers)


def without_rows(data: bytes, pk: int) -> io.BytesIO:
    return changed(data, "data/Insight.jsonl", edited(lambda row: row.update(peers=[pk, 10**9])))


def test_what_is_declared_and_made_one_travels_too(home: Living, put_back: PutBack) -> None:
    owner = home.owner
    word = series_declare(
        owner=owner,
        given={
            "label": "Piano", "account": home.giro.pk, "amount": Decimal(-60), "cadence": "monthly",
            "next_date": timezone.now().date(), "category": home.category("pets"),
        },
    )  # fmt: skip
    parts = [series(owner, "linden"), series(owner, "streamly")]
    whole = series_merge(owner=owner, series_id=parts[0].pk, other_id=parts[1].pk)
    scenario_create(
        owner=owner,
        given={"name": "Quiet", "currency": "EUR", "changes": [{"kind": "cancel", "series": word.pk}]},
    )
    analysis_refresh(owner=owner)
    whole.refresh_from_db()
    other = newcomer()
    assert put_back(other, exported(owner)) == ""
    analysis_refresh(owner=other)
    theirs = RecurringSeries.objects.get(owner=other, source="declared")
    assert (theirs.declared, theirs.ends_on) == (word.declared, None)
    assert theirs.account is not None
    assert theirs.category is not None
    assert theirs.account.owner == theirs.category.owner == other
    made = RecurringSeries.objects.get(owner=other, source="merged")
    assert (made.label, len(made.transactions), made.amount_minor) == (
        whole.label, len(whole.transactions), whole.amount_minor,
    )  # fmt: skip
    assert set(made.parts.values_list("payee_key", flat=True)) == {one.payee_key for one in parts}
    (change,) = SavedScenario.objects.get(owner=other).changes
    assert change["row"] == -theirs.pk
