"""Pinned questions and the wishes for reports travel with an export; the leave to mail them does not."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Pin, ReportSchedule
from advisory.services.pins import pin_create, pins_answered
from advisory.tests.living import household
from advisory.tests.services.test_goals_travel import Rows, exported, newcomer, spoiled
from transactions.models import Category, LedgerAccount, Payee
from transactions.services.restore import export_restore

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def curious(alice: User) -> User:
    """Three pins that name a category, payee and account, and the rows without a category; reports by the quarter."""
    home = household(alice)
    groceries = home.category("groceries")
    payee = Payee.objects.filter(owner=alice).order_by("pk")[0].pk
    account = LedgerAccount.objects.filter(owner=alice).order_by("pk")[0].pk
    plans: tuple[dict[str, Any], ...] = (
        {"op": "sum", "categories": [groceries], "period": {"kind": "months", "first": -1, "last": -1}},
        {"op": "compare", "payees": [payee], "period": {"kind": "months", "first": 0, "last": 0},
         "against": {"kind": "between", "start": "2025-01-01", "end": "2025-01-31"}},
        {"op": "list", "categories": [0], "accounts": [account], "minimum": "10.50"},
    )  # fmt: skip
    for number, plan in enumerate(plans):
        pin_create(owner=alice, question=f"Question {number}", language="de" if number else "en", plan=plan)
    ReportSchedule.objects.create(
        owner=alice, monthly=False, quarterly=True, deliver_by_mail=True, mail_contents=ReportSchedule.Contents.PDF
    )
    return alice


def told(owner: User) -> list[tuple[str, str, dict[str, Any]]]:
    """By names instead of ids."""
    names: dict[str, dict[int, str]] = {
        "categories": {0: "", **dict(Category.objects.filter(owner=owner).values_list("pk", "name"))},
        "payees": dict(Payee.objects.filter(owner=owner).values_list("pk", "name")),
        "accounts": dict(LedgerAccount.objects.filter(owner=owner).values_list("pk", "name")),
    }

    def named(plan: dict[str, Any]) -> dict[str, Any]:
        return {key: [names[key][pk] for pk in value] if key in names else value for key, value in plan.items()}

    return [(pin.question, pin.language, named(pin.plan)) for pin in Pin.objects.filter(owner=owner)]


def test_pins_come_back_and_are_answered_alike(curious: User) -> None:
    before = told(curious)
    answers = [(answer.answered, [one.text for one in answer.sentences]) for _, answer in pins_answered(owner=curious)]
    owner = newcomer()
    export_restore(owner=owner, stream=io.BytesIO(exported(curious)))
    assert told(owner) == before
    assert len(before) == 3
    assert [
        (answer.answered, [one.text for one in answer.sentences]) for _, answer in pins_answered(owner=owner)
    ] == answers


def test_reports_are_wished_for_again_and_not_mailed_unasked(curious: User) -> None:
    owner = newcomer()
    ReportSchedule.objects.create(owner=owner, yearly=True, deliver_by_mail=True)
    export_restore(owner=owner, stream=io.BytesIO(exported(curious)))
    schedule = ReportSchedule.objects.get(owner=owner)
    assert (schedule.monthly, schedule.quarterly, schedule.yearly) == (False, True, False)
    assert (schedule.deliver_by_mail, schedule.mail_contents) == (False, "pdf")


def unknown_operation(rows: Rows) -> None:
    rows[0]["plan"]["op"] = "guess"


def no_plan(rows: Rows) -> None:
    rows[0]["plan"] = ["sum"]


def a_flag_for_an_id(rows: Rows) -> None:
    rows[2]["plan"]["categories"] = [False]


def text_for_an_id(rows: Rows) -> None:
    rows[1]["plan"]["payees"] = ["7"]


def out_of_the_calendar(rows: Rows) -> None:
    rows[1]["plan"]["against"]["end"] = "2025-02-31"


def too_many_names(rows: Rows) -> None:
    rows[0]["plan"]["categories"] *= 3000


def another_language(rows: Rows) -> None:
    rows[0]["language"] = "xx"


@pytest.mark.parametrize(
    "spoil",
    [
        unknown_operation, no_plan, a_flag_for_an_id, text_for_an_id, out_of_the_calendar, too_many_names,
        another_language,
    ],
)  # fmt: skip
def test_what_no_owner_could_have_asked_is_not_taken(curious: User, spoil: Callable[[Rows], None]) -> None:
    owner = newcomer()
    with pytest.raises(DomainError):
        export_restore(owner=owner, stream=spoiled(exported(curious), "Pin", spoil))
    assert not Pin.objects.filter(owner=owner).exists()


def test_names_that_an_archive_does_not_hold_are_nobodys(curious: User) -> None:
    def strange(rows: Rows) -> None:
        rows[0]["plan"]["categories"][0] += 10_000

    owner = newcomer()
    export_restore(owner=owner, stream=spoiled(exported(curious), "Pin", strange))
    (_, answer), *_ = pins_answered(owner=owner)
    assert answer.reason == "names_gone"
