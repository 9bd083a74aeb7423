"""Ugly files through the import service: an answer for each, counts that add up, and nothing twice."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from accounts.models import User
from transactions.models import LedgerAccount, StatementImport, Transaction
from transactions.selectors.lists import account_list
from transactions.services.imports import import_start
from transactions.tests.hostile_files import FILE_NAMES, FILES, FORMULA_ROWS, movement, ofx, rows

pytestmark = pytest.mark.django_db
by_name = pytest.mark.parametrize(("file_name", "data"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])


def bring_in(
    owner: User, data: bytes, file_name: str = "file.csv", account: LedgerAccount | None = None
) -> StatementImport:
    account_id = account.pk if account else None
    return import_start(
        owner=owner, file_name=file_name, data=data, account_id=account_id, commit=True, accept_assumed=True
    )


def count(owner: User) -> int:
    return Transaction.objects.filter(owner=owner).count()


def named(name: str) -> bytes:
    return next(data for case, _, data in FILES if case == name)


@by_name
def test_there_is_an_answer_and_its_counts_add_up(alice: User, file_name: str, data: bytes) -> None:
    run = bring_in(alice, data, file_name)
    assert run.status in {StatementImport.Status.COMMITTED, StatementImport.Status.FAILED}
    assert run.lines_found == run.lines_new + run.lines_duplicate + run.lines_rejected
    assert count(alice) == run.lines_new
    if run.status == StatementImport.Status.FAILED or run.lines_rejected:
        assert run.errors
        assert all(error["message"] for error in run.errors)
    for account in account_list(owner=alice):
        moved = sum(Transaction.objects.filter(account=account).values_list("amount_minor", flat=True))
        assert getattr(account, "moved_minor", None) == moved


@by_name
def test_a_second_time_adds_nothing(alice: User, file_name: str, data: bytes) -> None:
    first = bring_in(alice, data, file_name)
    accounts = LedgerAccount.objects.count()
    again = bring_in(alice, data, f"renamed-{file_name}")
    assert again.lines_new == 0
    assert again.lines_duplicate == first.lines_new + first.lines_duplicate
    assert again.lines_found == again.lines_duplicate + again.lines_rejected
    assert (count(alice), LedgerAccount.objects.count()) == (first.lines_new, accounts)


@pytest.mark.parametrize("file_name", FILE_NAMES)
def test_no_file_name_is_dangerous(alice: User, file_name: str) -> None:
    run = bring_in(alice, rows("2025-03-01,a,-1.00,EUR"), file_name)
    assert run.lines_new == 1
    name = LedgerAccount.objects.get(owner=alice).name
    assert name.strip()
    assert len(name) <= 120
    media = Path(settings.MEDIA_ROOT).resolve()
    assert (media / run.stored_as).resolve().is_relative_to(media)


@pytest.mark.parametrize(
    ("name", "new", "rejected"),
    [
        ("equal rows within the file", 6, 0),
        ("31 February", 1, 1),
        ("days out of range", 1, 2),
        ("words for days", 1, 1),
        ("not numbers", 1, 2),
        ("10,000 digits", 1, 1),
        ("amounts beyond 64 bits", 1, 1),
        ("a currency that is none", 1, 1),
        ("formulas", 4, 0),
        ("null bytes in the text", 2, 0),
        ("text of 100,000 letters", 1, 0),
        ("utf-16", 1, 0),
        ("old Mac line ends", 2, 0),
        ("ofx with one id for all", 4, 0),
        ("ofx with 31 February", 1, 1),
        ("ofx without movements", 0, 0),
        ("header and no rows", 0, 0),
        ("nothing", 0, 0),
    ],
)
def test_what_can_be_read_is_read_and_the_rest_is_reported(alice: User, name: str, new: int, rejected: int) -> None:
    run = bring_in(alice, named(name))
    assert (run.lines_new, run.lines_rejected) == (new, rejected)


def test_several_currencies_are_never_mixed_in_an_account(alice: User) -> None:
    run = bring_in(alice, named("several currencies"))
    assert run.lines_new == 3
    for txn in Transaction.objects.select_related("account"):
        assert txn.currency == txn.account.currency
    amounts = {txn.currency: txn.amount for txn in Transaction.objects.all()}
    assert amounts == {"EUR": Decimal("-1.00"), "USD": Decimal("-2.00"), "JPY": Decimal(-300)}


def test_blocks_of_one_account_number_meet_in_one_account(alice: User) -> None:
    march, april = ofx(movement("20250301", fitid="a")), ofx(movement("20250401", fitid="b"))
    both = march + april[april.index(b"<OFX>") :]
    run = bring_in(alice, both, "year.ofx")
    assert (run.status, run.lines_new, len(run.accounts)) == (StatementImport.Status.COMMITTED, 2, 1)
    assert bring_in(alice, march, "march.ofx").lines_new == 0
    assert bring_in(alice, both, "year.ofx").lines_new == 0


def test_amounts_finer_than_cents_are_rounded_and_it_is_said(alice: User) -> None:
    run = bring_in(alice, ofx(movement(amount="-197.1063"), movement(amount="-1.2300", fitid="b")), "broker.ofx")
    assert sorted(Transaction.objects.values_list("amount_minor", flat=True)) == [-19711, -123]
    assert run.understood["rounded"].startswith("1 amounts")


def test_zero_has_no_sign(alice: User) -> None:
    bring_in(alice, named("negative zero"))
    texts = {str(txn.amount) for txn in Transaction.objects.all()}
    assert "-0.00" not in texts


def test_formula_payees_are_kept_verbatim(alice: User) -> None:
    bring_in(alice, rows(*FORMULA_ROWS))
    words = " ".join(f"{txn.counterparty} {txn.description}" for txn in Transaction.objects.all())
    for row in FORMULA_ROWS:
        assert row.split(",")[1] in words


def test_nothing_is_read_from_the_servers_disk(alice: User) -> None:
    bring_in(alice, named("ofx that reads a file"))
    assert not any("root:" in f"{txn.counterparty}{txn.description}" for txn in Transaction.objects.all())


@pytest.mark.parametrize(("before", "after"), [(b"\n", b"\r\n"), (b"\n", b"\n\n"), (b",", b";"), (b",", b"\t")])
def test_the_same_rows_in_another_dress_are_duplicates(alice: User, before: bytes, after: bytes) -> None:
    data = rows("2025-03-01,Coffee,-3.20,EUR", "2025-03-01,Coffee,-3.20,EUR", "2025-03-13,Rent,-900.00,EUR")
    assert bring_in(alice, data).lines_new == 3
    again = bring_in(alice, data.replace(before, after))
    assert (again.lines_new, again.lines_duplicate) == (0, 3)


def test_a_byte_order_mark_makes_no_new_rows(alice: User) -> None:
    data = rows("2025-03-01,Caf\u00e9,-3.20,EUR", "2025-03-13,Rent,-900.00,EUR")
    bring_in(alice, data)
    assert bring_in(alice, b"\xef\xbb\xbf" + data).lines_new == 0
    assert bring_in(alice, data.decode().encode("cp1252")).lines_new == 0


def test_overlapping_months_meet_in_the_middle(alice: User) -> None:
    days = [f"2025-{month:02d}-{day:02d},Shop {day % 3},-{day}.00,EUR" for month in (1, 2, 3) for day in (5, 15, 25)]
    first = bring_in(alice, rows(*days[:6]), "january-february.csv")
    account = LedgerAccount.objects.get(owner=alice)
    second = bring_in(alice, rows(*days[3:]), "february-march.csv", account)
    assert (first.lines_new, second.lines_new, second.lines_duplicate) == (6, 3, 3)
    assert bring_in(alice, rows(*days), "all.csv", account).lines_new == 0


def test_one_more_equal_coffee_in_a_longer_file_is_new(alice: User) -> None:
    coffee = "2025-03-01,Coffee,-3.20,EUR"
    other = "2025-03-02,Rent,-900.00,EUR"
    bring_in(alice, rows(coffee, coffee, other))
    account = LedgerAccount.objects.get(owner=alice)
    again = bring_in(alice, rows(coffee, coffee, coffee, other), account=account)
    assert (again.lines_new, again.lines_duplicate) == (1, 3)


def test_rows_in_another_order_are_the_same_rows(alice: User) -> None:
    lines = [f"2025-03-{day:02d},Shop,-{day}.00,EUR" for day in range(1, 20)]
    bring_in(alice, rows(*lines))
    assert bring_in(alice, rows(*reversed(lines)), "newest-first.csv").lines_new == 0


def test_another_owner_starts_from_nothing(alice: User, bob: User) -> None:
    data = ofx(movement(), movement(fitid="b", amount="-2.00"))
    assert bring_in(alice, data, "s.ofx").lines_new == bring_in(bob, data, "s.ofx").lines_new == 2
    assert not Transaction.objects.filter(owner=bob, account__owner=alice).exists()
