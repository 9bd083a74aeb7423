"""Importing: nothing doubled, nothing lost, all or nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings as live_settings

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import LedgerAccount, Statement, StatementImport, StatementLine, Transaction
from transactions.selectors.columns import ledger_hash
from transactions.services.accounts import account_create
from transactions.services.imports import import_commit, import_rollback, import_start
from transactions.services.transactions import transaction_delete
from transactions.tests.fake_bank import bank_file, bank_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
END = date(2100, 1, 1)
MARCH = bank_file(
    ("2026-03-01", "-12.30", "Tesco Stores 3214"),
    ("2026-03-01", "-2.80", "Starbucks"),
    ("2026-03-01", "-2.80", "Starbucks"),
    ("2026-03-28", "2500.00", "ACME salary"),
)


def take(owner: User, data: bytes, name: str = "march.csv", account_id: int | None = None) -> StatementImport:
    return import_start(owner=owner, file_name=name, data=data, account_id=account_id, commit=True)


def adds_up(record: StatementImport) -> bool:
    return record.lines_found == record.lines_new + record.lines_duplicate + record.lines_rejected


def test_a_file_becomes_an_account_named_after_it(alice: User) -> None:
    record = take(alice, MARCH)
    account = LedgerAccount.objects.get(owner=alice)
    assert (record.status, record.lines_new, record.lines_found) == ("committed", 4, 4)
    assert (account.name, account.currency) == ("march", live_settings.DEFAULT_CURRENCY)
    assert sum(Transaction.objects.values_list("amount_minor", flat=True)) == 248210
    assert record.accounts[0]["id"] == account.pk


def test_two_equal_coffees_stay_two_and_the_second_import_adds_nothing(alice: User) -> None:
    take(alice, MARCH)
    before = ledger_hash(owner=alice, end=END)
    again = take(alice, MARCH, name="march (1).csv")
    assert (again.lines_new, again.lines_duplicate) == (0, 4)
    assert ledger_hash(owner=alice, end=END) == before
    assert LedgerAccount.objects.count() == 1
    duplicates = StatementLine.objects.filter(statement_import=again)
    assert all(line.status == "duplicate" and line.duplicate_of is not None for line in duplicates)


def test_an_overlapping_file_of_another_name_adds_only_what_is_new(alice: User) -> None:
    take(alice, MARCH)
    longer = bank_file(
        ("2026-03-01", "-2.80", "Starbucks"),
        ("2026-03-28", "2500.00", "ACME salary"),
        ("2026-04-02", "-9.00", "Cinema"),
    )
    record = take(alice, longer, name="april.csv")
    assert (record.lines_new, record.lines_duplicate) == (1, 2)
    assert LedgerAccount.objects.count() == 1


def test_preview_writes_no_ledger_rows_and_knows_the_duplicates(alice: User) -> None:
    take(alice, MARCH)
    seen = import_start(owner=alice, file_name="x.csv", data=MARCH)
    assert (seen.status, seen.lines_duplicate, seen.lines_new) == ("previewed", 4, 0)
    assert all(row["is_duplicate"] for row in seen.preview)
    assert StatementLine.objects.filter(statement_import=seen).count() == 0


def test_a_previewed_import_can_be_committed_once(alice: User) -> None:
    seen = import_start(owner=alice, file_name="march.csv", data=MARCH)
    assert Transaction.objects.count() == 0
    done = import_commit(owner=alice, import_id=seen.pk)
    same = import_commit(owner=alice, import_id=seen.pk)
    assert (done.status, same.status, Transaction.objects.count()) == ("committed", "committed", 4)


def test_commit_may_choose_another_account(alice: User) -> None:
    chosen = account_create(owner=alice, name="Joint", currency="EUR")
    seen = import_start(owner=alice, file_name="march.csv", data=MARCH)
    import_commit(owner=alice, import_id=seen.pk, account_id=chosen.pk)
    assert set(Transaction.objects.values_list("account_id", flat=True)) == {chosen.pk}


def test_rolling_back_restores_the_ledger_and_importing_again_adds_the_rows_again(alice: User) -> None:
    take(alice, MARCH)
    before = ledger_hash(owner=alice, end=END)
    april = bank_file(("2026-03-01", "-12.30", "Tesco Stores 3214"), ("2026-04-03", "-7.00", "Bakery"))
    record = take(alice, april, name="april.csv", account_id=LedgerAccount.objects.get().pk)
    assert ledger_hash(owner=alice, end=END) != before
    rolled = import_rollback(owner=alice, import_id=record.pk)
    assert rolled.status == "rolled_back"
    assert ledger_hash(owner=alice, end=END) == before
    assert take(alice, april, name="april.csv").lines_new == 1
    assert Transaction.objects.count() == 5


def test_only_a_committed_import_can_be_rolled_back(alice: User) -> None:
    seen = import_start(owner=alice, file_name="march.csv", data=MARCH)
    with pytest.raises(DomainError, match="Only a committed import"):
        import_rollback(owner=alice, import_id=seen.pk)


def test_a_deleted_transaction_does_not_come_back_with_the_file(alice: User) -> None:
    take(alice, MARCH)
    transaction_delete(owner=alice, transaction_id=Transaction.objects.order_by("id")[0].pk)
    assert take(alice, MARCH).lines_new == 0
    assert Transaction.objects.count() == 3


def test_rows_whose_decimals_may_be_thousands_are_rejected_and_the_others_come_in(alice: User) -> None:
    data = bank_file(("2026-03-01", "-100", "Ramen"), ("2026-03-02", "-100.555", "Sushi"), currency="JPY")
    record = take(alice, data)
    assert (record.lines_new, record.lines_rejected) == (1, 1)
    assert record.errors[0]["line"] == 2
    assert "more decimals than JPY" in record.errors[0]["message"]
    assert adds_up(record)


@pytest.mark.parametrize("data", [b"", b"\x00\x01 not a statement", bank_files(errors=3)])
def test_what_cannot_be_read_fails_with_a_reason_and_leaves_nothing(alice: User, data: bytes) -> None:
    record = take(alice, data)
    assert record.status == "failed"
    assert record.errors
    assert adds_up(record)
    assert (Transaction.objects.count(), LedgerAccount.objects.count(), record.stored_as) == (0, 0, "")


def test_a_statement_without_movements_is_fine_and_says_so(alice: User) -> None:
    record = take(alice, bank_file(external_ref="DE1", currency="EUR"))
    assert (record.status, record.lines_found, LedgerAccount.objects.count()) == ("committed", 0, 0)
    assert record.errors[0]["message"] == "The file holds no transactions."


def test_several_accounts_in_a_file_each_find_their_own(alice: User) -> None:
    data = bank_files(
        {"external_ref": "DE01", "currency": "EUR", "rows": [("2026-03-01", "-1.00", "A")]},
        {"external_ref": "DE02", "currency": "EUR", "kind": "savings", "rows": [("2026-03-01", "1.00", "B")]},
        {"external_ref": "DE02", "currency": "USD", "rows": [("2026-03-01", "3.00", "C")]},
    )
    first, again = take(alice, data, name="all.ofx"), take(alice, data, name="other.ofx")
    assert [account["name"] for account in first.accounts] == ["DE01", "DE02 EUR", "DE02 USD"]
    assert [account["id"] for account in first.accounts] == [account["id"] for account in again.accounts]
    assert again.lines_new == 0
    with pytest.raises(DomainError, match="no such account"):
        take(alice, data, account_id=10**6)
    refused = take(alice, data, account_id=LedgerAccount.objects.order_by("id")[0].pk)
    assert refused.status == "failed"
    assert "3 accounts" in refused.errors[0]["message"]


def test_an_account_is_found_by_its_number_by_its_bytes_and_by_its_name(alice: User) -> None:
    named = account_create(owner=alice, name="Giro", currency="EUR", external_ref="DE01")
    by_ref = take(alice, bank_file(("2026-03-01", "-1.00", "A"), external_ref="DE01", currency="EUR"), name="x.csv")
    assert by_ref.accounts[0]["id"] == named.pk
    card = account_create(owner=alice, name="card", currency="EUR")
    by_name = take(alice, bank_file(("2026-05-01", "-1.00", "B")), name="card.csv")
    assert by_name.accounts[0]["id"] == card.pk
    other = bank_file(("2026-06-01", "-1.00", "C"), external_ref="DE99", currency="EUR")
    assert take(alice, other, name="Giro.csv").accounts[0]["id"] not in (named.pk, card.pk)


def test_the_file_of_another_currency_is_refused_for_a_chosen_account(alice: User) -> None:
    euros = account_create(owner=alice, name="Euro", currency="EUR")
    record = take(alice, bank_file(("2026-03-01", "-1.00", "A"), currency="USD"), account_id=euros.pk)
    assert (record.status, Transaction.objects.count()) == ("failed", 0)
    assert "USD" in record.errors[0]["message"]


def test_a_stated_closing_balance_comes_out(alice: User) -> None:
    take(alice, bank_file(("2026-03-01", "-12.30", "A"), ("2026-03-02", "2.30", "B"), closing_balance="90.00"))
    account = LedgerAccount.objects.get()
    assert (account.opening_balance_minor, account.has_known_opening) == (10000, True)
    assert Statement.objects.get().closing_balance_minor == 9000


def test_running_balances_newest_first_give_the_opening_balance(alice: User) -> None:
    rows = [
        {"booking_date": "2026-03-03", "amount": "-5.00", "balance": "85.00"},
        {"booking_date": "2026-03-02", "amount": "-10.00", "balance": "90.00"},
    ]
    take(alice, bank_file(*rows))
    assert LedgerAccount.objects.get().opening_balance_minor == 10000


def test_older_statements_do_not_move_the_balance_of_today(alice: User) -> None:
    april = bank_file(("2026-04-01", "-10.00", "A"), closing_balance="90.00", external_ref="X1")
    march = bank_file(("2026-03-01", "-20.00", "B"), closing_balance="100.00", external_ref="X1")
    take(alice, april)
    older = take(alice, march)
    assert LedgerAccount.objects.get().opening_balance_minor == 12000
    import_rollback(owner=alice, import_id=older.pk)
    assert LedgerAccount.objects.get().opening_balance_minor == 10000


def test_pending_rows_are_marked_and_not_part_of_the_closing_balance(alice: User) -> None:
    rows: list[dict[str, object]] = [
        {"booking_date": "2026-03-03", "amount": "-5.00", "is_pending": True},
        {"booking_date": "2026-03-02", "amount": "-10.00"},
    ]
    take(alice, bank_file(*rows, closing_balance="90.00"))
    assert LedgerAccount.objects.get().opening_balance_minor == 10000
    assert sorted(Transaction.objects.values_list("status", flat=True)) == ["cleared", "pending"]


def test_a_pending_row_is_cleared_by_the_file_in_which_it_is_booked(alice: User) -> None:
    row: dict[str, object] = {"booking_date": "2026-03-03", "amount": "-5.00", "counterparty": "Cafe"}
    take(alice, bank_file({**row, "is_pending": True}))
    assert take(alice, bank_file({**row, "is_pending": True})).lines_new == 0
    assert Transaction.objects.get().status == "pending"
    assert take(alice, bank_file(row)).lines_new == 0
    assert (Transaction.objects.get().status, Transaction.objects.get().revision) == ("cleared", 2)


def test_payees_and_categories_are_filled_in_and_the_raw_text_kept(alice: User) -> None:
    take(alice, MARCH)
    tesco = Transaction.objects.get(amount_minor=-1230)
    assert tesco.payee is not None
    assert tesco.category is not None
    assert (tesco.payee.name, tesco.counterparty, tesco.category.key) == (
        "Tesco Stores",
        "Tesco Stores 3214",
        "groceries",
    )
    assert tesco.category_source == "suggestion"
    assert "tesco" in tesco.category_reason
    salary = Transaction.objects.get(amount_minor=250000)
    assert salary.category is not None
    assert salary.category.key == "income_salary"


def test_text_no_database_can_hold_is_cleaned(alice: User) -> None:
    row = {"booking_date": "2026-03-01", "amount": "-1", "counterparty": "A\x00B\ud800" + "x" * 400}
    take(alice, bank_file(row))
    assert Transaction.objects.get().counterparty.startswith("AB?x")


def test_the_file_lies_under_our_name_readable_by_us_alone(alice: User) -> None:
    record = import_start(owner=alice, file_name="../../etc/passwd", data=MARCH)
    path = live_settings.MEDIA_ROOT / record.stored_as
    assert record.file_name == "passwd"
    assert record.stored_as.startswith(f"imports/{alice.pk}/")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes() == MARCH


def test_a_file_larger_than_the_server_takes_is_refused(alice: User, settings: object) -> None:
    settings.IMPORT_MAX_BYTES = 10  # type: ignore[attr-defined]
    with pytest.raises(DomainError) as caught:
        take(alice, MARCH)
    assert (caught.value.status, StatementImport.objects.count()) == (413, 0)
