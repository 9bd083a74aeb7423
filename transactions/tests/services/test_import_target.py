"""Which account a file finds that names none: by number, rows, source and file name; asked where it is open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import User
from transactions.models import LedgerAccount, StatementImport, Transaction
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.accounts import account_create
from transactions.services.imports import import_commit, import_preview, import_rollback, import_start
from transactions.services.transactions import transaction_create
from transactions.tests.fake_bank import Row, bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
OFX = "12345678"
IBAN = "DE02120300000000202051"


def days(count: int, first: int = 1, month: str = "03") -> list[Row]:
    return [(f"2026-{month}-{first + n:02}", f"-{first + n}.25", f"Shop {first + n}") for n in range(count)]


def told_otherwise(rows: list[Row]) -> list[Row]:
    return [(day, amount, f"POS {text.upper()} 4711") for day, amount, text in rows]


def take(owner: User, data: bytes, name: str = "x.csv", **said: Any) -> StatementImport:
    return import_start(owner=owner, file_name=name, data=data, commit=True, **said)


def account_of(record: StatementImport) -> int | None:
    assert record.status == "committed", (record.status, record.questions, record.errors)
    return int(record.accounts[0]["id"])


def other_format(rows: list[Row], number: str = IBAN) -> bytes:
    return bank_file(*told_otherwise(rows), external_ref=number, format="mt940", source_key="mt940")


def bank_format(rows: list[Row], number: str = OFX) -> bytes:
    return bank_file(*rows, external_ref=number, format="ofx", source_key="ofx")


def test_rows_that_nearly_all_are_there_outweigh_another_number(alice: User) -> None:
    first = take(alice, bank_format(days(8)))
    before = ledger_content_hash(owner=alice)
    second = take(alice, other_format(days(10)))
    assert account_of(second) == account_of(first)
    assert (second.lines_new, second.lines_duplicate) == (2, 8)
    account = LedgerAccount.objects.get()
    assert (account.external_ref, account.other_refs) == (OFX, [IBAN])
    assert account_of(take(alice, other_format(days(3, 1, "05")))) == account.pk
    assert ledger_content_hash(owner=alice) != before
    for record in StatementImport.objects.order_by("-pk")[:2]:
        import_rollback(owner=alice, import_id=record.pk)
    assert ledger_content_hash(owner=alice) == before
    assert LedgerAccount.objects.get().other_refs == []


def test_some_rows_that_are_there_under_another_number_are_asked_about(alice: User) -> None:
    first = take(alice, bank_format(days(4)))
    asked = take(alice, other_format(days(4)))
    assert (asked.status, asked.questions[0]["code"]) == ("previewed", "account")
    assert asked.questions[0]["assumed"] == str(account_of(first))
    assert [option["value"] for option in asked.questions[0]["options"]] == [str(account_of(first)), "new"]
    assert Transaction.objects.count() == 4
    booked = import_commit(owner=alice, import_id=asked.pk)
    assert (account_of(booked), booked.lines_new, LedgerAccount.objects.count()) == (account_of(first), 0, 1)


def test_the_user_may_say_that_it_is_a_new_account(alice: User) -> None:
    take(alice, bank_format(days(4)))
    asked = take(alice, other_format(days(4)))
    seen = import_preview(owner=alice, import_id=asked.pk, new_account=True)
    assert (seen.questions, seen.accounts[0]["id"], seen.lines_new) == ([], None, 4)
    assert seen.accounts[0]["candidates"][0]["name"] == LedgerAccount.objects.get().name
    booked = import_commit(owner=alice, import_id=asked.pk)
    assert (booked.status, LedgerAccount.objects.count()) == ("committed", 2)


def test_a_chosen_account_with_another_number_is_asked_about_only_where_the_rows_differ(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR", external_ref=OFX)
    take(alice, bank_format(days(4)))
    same = take(alice, other_format(days(4)), account_id=account.pk)
    assert (same.status, same.lines_new) == ("committed", 0)
    asked = take(alice, other_format(days(4, 1, "07"), "DE99"), account_id=account.pk)
    assert (asked.status, asked.questions[0]["code"]) == ("previewed", "account")
    by_file = import_preview(owner=alice, import_id=asked.pk, account_id=None)
    assert (by_file.questions, by_file.accounts[0]["id"]) == ([], None)
    again = import_commit(owner=alice, import_id=asked.pk, account_id=account.pk)
    assert (again.status, again.questions[0]["code"]) == ("previewed", "account")
    assert account_of(import_commit(owner=alice, import_id=asked.pk)) == account.pk


def test_a_book_kept_by_hand_of_the_larger_rows_is_asked_about(alice: User) -> None:
    account = account_create(owner=alice, name="Household", currency="EUR")
    for day, amount, text in days(20)[::3]:
        transaction_create(
            owner=alice,
            given={
                "account": account.pk,
                "booking_date": date.fromisoformat(day),
                "amount": Decimal(amount),
                "counterparty": text,
            },
        )
    asked = take(alice, bank_file(*days(20)), name="export.csv")
    assert (asked.status, asked.questions[0]["assumed"]) == ("previewed", str(account.pk))
    booked = import_commit(owner=alice, import_id=asked.pk)
    assert (booked.lines_new, booked.lines_duplicate, Transaction.objects.count()) == (13, 7, 20)


def test_rows_that_fit_two_accounts_are_asked_about(alice: User) -> None:
    for name in ("one", "two"):
        account = account_create(owner=alice, name=name, currency="EUR")
        take(alice, bank_file(*days(5)), account_id=account.pk, name=f"{name}.csv")
    asked = take(alice, bank_file(*told_otherwise(days(5)), source_key="other"), name="three.csv")
    assert (asked.status, len(asked.questions[0]["options"])) == ("previewed", 3)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("statement-2026-02.csv", "statement-2026-03.csv"),
        ("activity.csv", "activity (1).csv"),
        ("2026-02.csv", "2026-03.csv"),
    ],
)
def test_the_next_month_of_a_source_goes_to_its_account(alice: User, first: str, second: str) -> None:
    one = take(alice, bank_file(*days(3, 1, "02"), source_key="layout"), name=first)
    two = take(alice, bank_file(*days(3, 1, "03"), source_key="layout"), name=second)
    assert account_of(two) == account_of(one)


def test_a_new_account_is_not_called_after_a_month(alice: User) -> None:
    assert take(alice, bank_file(*days(2)), name="statement-2026-02.csv").accounts[0]["name"] == "statement"


def test_another_name_of_the_same_source_is_a_new_account_and_the_known_one_is_offered(alice: User) -> None:
    one = take(alice, bank_file(*days(3, 1, "02"), source_key="layout"), name="giro.csv")
    seen = import_start(
        owner=alice, file_name="savings.csv", data=bank_file(*days(3, 1, "03"), source_key="layout"), commit=False
    )
    assert seen.accounts[0]["id"] is None
    assert [row["id"] for row in seen.accounts[0]["candidates"]] == [account_of(one)]


def test_rows_that_speak_against_it_keep_a_file_of_the_source_away(alice: User) -> None:
    take(alice, bank_file(*days(6), source_key="layout"), name="giro-1.csv")
    others: list[Row] = [(f"2026-03-{n:02}", f"{n * 100}.00", "Salary") for n in range(1, 7)]
    second = take(alice, bank_file(*others, source_key="layout"), name="giro-2.csv")
    assert (second.lines_new, LedgerAccount.objects.count()) == (6, 2)


def test_a_source_that_fed_two_accounts_settles_nothing(alice: User) -> None:
    for name in ("a", "b"):
        account = account_create(owner=alice, name=name, currency="EUR")
        rows = days(3, 1 if name == "a" else 10, "02")
        take(alice, bank_file(*rows, source_key="layout"), account_id=account.pk, name="statement-1.csv")
    seen = take(alice, bank_file(*days(3, 20, "04"), source_key="layout"), name="statement-2.csv")
    assert (seen.accounts[0]["candidates"] != [], LedgerAccount.objects.count()) == (True, 3)


def test_the_same_bytes_add_nothing_though_the_usual_currency_changed(alice: User) -> None:
    data = bank_file(*days(3))
    first = take(alice, data)
    User.objects.filter(pk=alice.pk).update(base_currency="USD")
    again = take(User.objects.get(pk=alice.pk), data, name="copy.csv")
    assert (again.lines_new, account_of(again)) == (0, account_of(first))


def test_the_same_bytes_add_nothing_whatever_became_of_the_first_telling(alice: User) -> None:
    data = bank_file(*days(3))
    first = take(alice, data)
    first.lines.update(status="superseded")
    again = take(alice, data)
    assert (again.lines_new, again.lines_duplicate) == (0, 3)
    assert "very file" in again.duplicates[0]["reason"]


def test_the_same_bytes_go_where_they_went_though_another_account_got_their_number(alice: User) -> None:
    data = bank_file(*days(3), external_ref="DE01")
    first = take(alice, data)
    LedgerAccount.objects.update(external_ref="")
    account_create(owner=alice, name="other", currency="EUR", external_ref="DE01")
    assert account_of(take(alice, data)) == account_of(first)


def test_older_statements_that_were_taken_back_move_no_opening_balance(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    take(alice, bank_file(*days(3, 10)), account_id=account.pk)
    older = bank_file(*days(3), closing_balance="50.00")
    record = take(alice, older, account_id=account.pk)
    after = ledger_content_hash(owner=alice)
    import_rollback(owner=alice, import_id=record.pk)
    take(alice, older, account_id=account.pk)
    assert ledger_content_hash(owner=alice) == after
