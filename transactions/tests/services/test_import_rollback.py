"""Taking an import back: the ledger exactly as before, whatever came after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import (
    Category,
    LedgerAccount,
    MergedTransaction,
    Payee,
    Split,
    StatementImport,
    StatementLine,
    Tag,
    Transaction,
)
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.accounts import account_create
from transactions.services.import_undo_preview import import_rollback_preview
from transactions.services.imports import import_rollback, import_start
from transactions.services.transactions import transaction_create, transaction_delete, transaction_update
from transactions.tests.fake_bank import Row, bank_file, bank_files
from transactions.tests.services.test_import_properties import fresh_ledger

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
MARCH: list[Row] = [
    ("2026-03-01", "-12.30", "Tesco Stores 3214"),
    ("2026-03-02", "-2.80", "Starbucks"),
    ("2026-03-02", "-2.80", "Starbucks"),
    ("2026-03-28", "2500.00", "ACME salary"),
]


def take(owner: User, data: bytes, name: str = "march.csv", account_id: int | None = None) -> StatementImport:
    record = import_start(owner=owner, file_name=name, data=data, account_id=account_id, commit=True)
    assert record.status == "committed", record.errors
    return record


def undo(owner: User, record: StatementImport) -> None:
    assert import_rollback(owner=owner, import_id=record.pk).status == "rolled_back"


def hash_of(owner: User) -> str:
    return ledger_content_hash(owner=owner)


def test_what_only_the_import_made_goes_with_it(alice: User) -> None:
    before = hash_of(alice)
    record = take(alice, bank_file(*MARCH, closing_balance="3000.00", external_ref="DE01", name="Giro"))
    assert (LedgerAccount.objects.count(), Payee.objects.count()) == (1, 3)
    undo(alice, record)
    assert (LedgerAccount.objects.count(), Payee.objects.count(), Transaction.objects.count()) == (0, 0, 0)
    assert hash_of(alice) == before
    assert set(StatementLine.objects.values_list("status", flat=True)) == {"rolled_back"}
    assert not StatementLine.objects.exclude(account=None).exists()
    assert take(alice, bank_file(*MARCH)).lines_new == 4


def test_default_categories_that_the_import_made_go_too(db: None) -> None:
    bare = User.objects.create_user("bare@example.org")
    before = hash_of(bare)
    record = take(bare, bank_file(*MARCH))
    assert Category.objects.filter(owner=bare).exists()
    undo(bare, record)
    assert hash_of(bare) == before


def test_an_account_of_the_users_own_gets_its_opening_and_number_back(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    before = hash_of(alice)
    record = take(alice, bank_file(*MARCH, closing_balance="3000.00", external_ref="DE01"), account_id=account.pk)
    account.refresh_from_db()
    assert (account.has_known_opening, account.external_ref) == (True, "DE01")
    undo(alice, record)
    assert hash_of(alice) == before


def test_an_account_that_was_renamed_since_stays(alice: User) -> None:
    record = take(alice, bank_file(*MARCH))
    LedgerAccount.objects.update(name="My own")
    undo(alice, record)
    assert list(LedgerAccount.objects.values_list("name", flat=True)) == ["My own"]


def test_rows_that_a_later_import_holds_too_become_its_own(alice: User) -> None:
    first = take(alice, bank_file(*MARCH))
    second = take(alice, bank_file(*MARCH[1:], ("2026-04-01", "-5.00", "Kiosk")), name="more.csv")
    third = take(alice, bank_file(*MARCH), name="again.csv")
    assert (second.lines_new, second.lines_duplicate, third.lines_new) == (1, 3, 0)
    assert import_rollback_preview(owner=alice, record=first)["kept_for_later_imports"] == 4
    undo(alice, first)
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.lines_new, second.lines_duplicate) == (4, 0)
    assert (third.lines_new, third.lines_duplicate) == (1, 3)
    assert sum(Transaction.objects.values_list("amount_minor", flat=True)) == 250000 - 1230 - 560 - 500
    assert StatementLine.objects.filter(status="booked").count() == 5
    undo(alice, third)
    assert Transaction.objects.count() == 4
    undo(alice, second)
    assert (Transaction.objects.count(), LedgerAccount.objects.count(), Payee.objects.count()) == (0, 0, 0)


def test_what_the_user_made_of_a_row_stays_with_the_row(alice: User) -> None:
    first = take(alice, bank_file(*MARCH))
    take(alice, bank_file(*MARCH), name="again.csv")
    txn = Transaction.objects.get(amount_minor=-1230)
    pets = Category.objects.get(owner=alice, key="pets")
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"note": "party", "category": pets.pk})
    undo(alice, first)
    txn.refresh_from_db()
    assert (txn.note, txn.category) == ("party", pets)


def test_a_row_that_the_user_removed_stays_away_when_its_import_goes(alice: User) -> None:
    first = take(alice, bank_file(*MARCH))
    take(alice, bank_file(*MARCH), name="again.csv")
    transaction_delete(owner=alice, transaction_id=Transaction.objects.get(amount_minor=-1230).pk)
    undo(alice, first)
    assert sorted(Transaction.objects.values_list("amount_minor", flat=True)) == [-280, -280, 250000]


def pending(day: str, amount: str, who: str) -> dict[str, object]:
    return {"booking_date": day, "amount": amount, "counterparty": who, "is_pending": True}


def test_a_merge_is_undone_to_the_letter(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    take(alice, bank_file(pending("2026-03-02", "-20.00", "Petrol station")), account_id=account.pk)
    txn = Transaction.objects.get()
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"note": "the old car"})
    before = hash_of(alice)
    posted = bank_file(("2026-03-04", "-20.00", "Petrol station 0815"), ("2026-03-05", "-1.00", "Kiosk"))
    record = take(alice, posted, account_id=account.pk)
    txn.refresh_from_db()
    assert (record.lines_new, record.lines_duplicate) == (1, 1)
    assert record.duplicates[0]["status"] == "merge"
    assert (txn.booking_date, txn.status, txn.note) == (date(2026, 3, 4), "cleared", "the old car")
    assert (txn.counterparty, txn.statement_line and txn.statement_line.statement_import_id) == (
        "Petrol station 0815",
        record.pk,
    )
    assert take(alice, posted, account_id=account.pk).lines_new == 0
    assert take(alice, bank_file(pending("2026-03-02", "-20.00", "Petrol station")), "p.csv", account.pk).lines_new == 0
    again = StatementImport.objects.order_by("-pk")[:2]
    for one in again:
        undo(alice, one)
    undo(alice, record)
    assert hash_of(alice) == before
    assert MergedTransaction.objects.count() == 0
    assert take(alice, posted, account_id=account.pk).lines_new == 1


def test_the_posted_row_stands_when_the_pending_ones_import_goes(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    empty = hash_of(alice)
    first = take(alice, bank_file(pending("2026-03-02", "-20.00", "Petrol station")), account_id=account.pk)
    second = take(alice, bank_file(("2026-03-04", "-20.00", "Petrol station")), account_id=account.pk)
    undo(alice, first)
    assert Transaction.objects.get().status == "cleared"
    undo(alice, second)
    assert hash_of(alice) == empty


HELD = bank_file(pending("2026-03-02", "-20.00", "Petrol station"))
BOOKED = bank_file(("2026-03-04", "-20.00", "Petrol station"))


def test_a_hold_that_two_files_told_is_pending_again_when_its_booking_goes(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    first = take(alice, HELD, account_id=account.pk)
    take(alice, HELD, "again.csv", account.pk)
    before = hash_of(alice)
    third = take(alice, BOOKED, account_id=account.pk)
    stale = take(alice, HELD, "late.csv", account.pk)
    preview = import_rollback_preview(owner=alice, record=third)
    assert (preview["restored"], preview["kept_for_later_imports"]) == (1, 0)
    undo(alice, third)
    assert hash_of(alice) == before
    assert stale.lines.get().duplicate_of == first.lines.get()
    assert take(alice, BOOKED, account_id=account.pk).lines_new == 0


def test_a_hold_stays_with_the_second_file_when_the_first_and_the_booking_go(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    empty = hash_of(alice)
    first = take(alice, HELD, account_id=account.pk)
    second = take(alice, HELD, "again.csv", account.pk)
    third = take(alice, BOOKED, account_id=account.pk)
    undo(alice, first)
    undo(alice, third)
    txn = Transaction.objects.get()
    assert (txn.booking_date, txn.status, txn.statement_line) == (date(2026, 3, 2), "pending", second.lines.get())
    undo(alice, second)
    assert hash_of(alice) == empty


def test_a_later_file_takes_a_merge_over(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    take(alice, bank_file(pending("2026-03-02", "-20.00", "Petrol station")), account_id=account.pk)
    before = hash_of(alice)
    posted = bank_file(("2026-03-04", "-20.00", "Petrol station"))
    first, second = (take(alice, posted, account_id=account.pk) for _ in range(2))
    undo(alice, first)
    assert Transaction.objects.get().status == "cleared"
    undo(alice, second)
    assert hash_of(alice) == before


def test_a_row_entered_by_hand_is_not_doubled_and_stays(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    transaction_create(
        owner=alice,
        given={
            "account": account.pk,
            "booking_date": date(2026, 3, 1),
            "amount": Decimal("-12.30"),
            "counterparty": "Tesco",
        },
    )
    before = hash_of(alice)
    record = take(alice, bank_file(*MARCH), account_id=account.pk)
    assert (record.lines_new, record.lines_duplicate) == (3, 1)
    undo(alice, record)
    assert hash_of(alice) == before


def test_the_preview_tells_what_goes_and_what_was_edited(alice: User) -> None:
    record = take(alice, bank_file(*MARCH))
    txn = Transaction.objects.get(amount_minor=-1230)
    transaction_update(
        owner=alice,
        transaction_id=txn.pk,
        changes={"note": "x", "splits": [{"amount": Decimal(-10)}, {"amount": Decimal("-2.30")}]},
    )
    shown = import_rollback_preview(owner=alice, record=record)
    assert (shown["transactions"], shown["accounts_removed"], shown["restored"]) == (4, ["march"], 0)
    assert [(row["transaction"], row["what"]) for row in shown["edited"]] == [(txn.pk, ["note", "splits"])]
    undo(alice, record)
    record.refresh_from_db()
    assert import_rollback_preview(owner=alice, record=record)["transactions"] == 0
    seen = import_start(owner=alice, file_name="x.csv", data=bank_file(*MARCH))
    nothing = import_rollback_preview(owner=alice, record=seen)
    assert (nothing["transactions"], nothing["edited"], nothing["accounts_removed"]) == (0, [], [])


RIVAL = bank_files(
    {
        "name": "Giro",
        "currency": "EUR",
        "rows": [
            {
                "booking_date": "2026-03-01",
                "amount": "-30.00",
                "counterparty": "Market",
                "note": "weekly",
                "tags": ["journey", "food"],
                "splits": [["-20.00", "Food: Weekly shop", "bread"], ["-10.00", "Pets", ""]],
            },
            {"booking_date": "2026-03-02", "amount": "-100.00", "transfer_to": "Savings", "category_hint": ""},
            {"booking_date": "2026-03-03", "amount": "-5.00", "category_hint": "Fun: Comics"},
        ],
    },
    {
        "name": "Savings",
        "currency": "EUR",
        "rows": [{"booking_date": "2026-03-02", "amount": "100.00", "transfer_to": "Giro"}],
    },
    format="ynab",
)


def test_splits_tags_notes_categories_and_transfers_come_along_and_go_again(alice: User) -> None:
    before = hash_of(alice)
    record = take(alice, RIVAL, name="register.csv")
    market = Transaction.objects.get(amount_minor=-3000)
    assert (market.note, sorted(tag.name for tag in market.tags.all())) == ("weekly", ["food", "journey"])
    shares = [(s.amount_minor, s.category.name if s.category else "", s.note) for s in market.splits.all()]
    assert shares == [(-2000, "Weekly shop", "bread"), (-1000, "Pets", "")]
    comics = Transaction.objects.get(amount_minor=-500).category
    assert comics is not None
    assert (comics.name, comics.group, comics.kind) == ("Comics", "Fun", "expense")
    link = alice.transfers.get()
    assert (link.status, link.outgoing.amount_minor, link.incoming.amount_minor) == ("confirmed", -10000, 10000)
    undo(alice, record)
    assert (Tag.objects.count(), Split.objects.count(), alice.transfers.count()) == (0, 0, 0)
    assert hash_of(alice) == before
    take(alice, RIVAL, name="register.csv")
    assert take(alice, RIVAL, name="again.csv").lines_new == 0


ROWS = st.lists(
    st.tuples(
        st.integers(0, 6).map(lambda day: (date(2026, 3, 1) + timedelta(days=day)).isoformat()),
        st.sampled_from(["-2.80", "-1.00", "1.00"]),
        st.sampled_from(["Cafe", "Shop", "Salary"]),
        st.booleans(),
    ).map(lambda row: dict(zip(("booking_date", "amount", "counterparty", "is_pending"), row, strict=True))),
    min_size=1,
    max_size=6,
)


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ROWS, min_size=2, max_size=3), st.booleans(), st.data())
def test_imports_taken_back_in_any_order_leave_nothing(
    alice: User, files: list[list[dict[str, object]]], has_own: bool, data: st.DataObject
) -> None:
    with fresh_ledger():
        account = account_create(owner=alice, name="Giro", currency="EUR").pk if has_own else None
        empty = hash_of(alice)
        records = []
        for number, rows in enumerate(files):
            before = hash_of(alice)
            record = take(alice, bank_file(*rows, currency="EUR", closing_balance="9.00"), f"{number}.csv", account)
            proof = record.certificate or {}
            assert (proof["ledger_hash_before"], proof["ledger_hash_after"]) == (before, hash_of(alice))
            records.append(record)
        order = data.draw(st.sampled_from(list(permutations(records))))
        for record in order:
            undo(alice, record)
            assert Transaction.objects.filter(statement_line__statement_import=record).count() == 0
            booked = StatementLine.objects.filter(account__owner=alice, status="booked").count()
            assert booked == Transaction.objects.filter(owner=alice).count()
        assert hash_of(alice) == empty


def lock(*rows: Transaction) -> None:
    for txn in rows:
        transaction_update(owner=txn.owner, transaction_id=txn.pk, changes={"status": "reconciled"})


def test_reconciled_rows_are_asked_for_first(alice: User, api: Callable[[User | None], APIClient]) -> None:
    record = take(alice, bank_file(*MARCH))
    lock(*Transaction.objects.order_by("pk")[:2])
    before = hash_of(alice)
    path = f"/api/imports/{record.pk}/rollback/"
    assert api(alice).get(path).json()["reconciled"] == 2
    refused = api(alice).post(path)
    assert (refused.status_code, refused.json()["code"]) == (409, "reconciled")
    assert "2 of its rows are reconciled" in refused.json()["message"]
    assert hash_of(alice) == before
    assert api(alice).post(path, {"unlock": True}, format="json").json()["status"] == "rolled_back"
    assert not Transaction.objects.exists()


def test_reconciled_rows_that_stay_are_not_asked_for(alice: User) -> None:
    first = take(alice, bank_file(*MARCH))
    take(alice, bank_file(*MARCH))
    lock(*Transaction.objects.all())
    assert import_rollback_preview(owner=alice, record=first)["reconciled"] == 0
    days = list(Transaction.objects.order_by("pk").values_list("pk", "booking_date", "status"))
    undo(alice, first)
    assert list(Transaction.objects.order_by("pk").values_list("pk", "booking_date", "status")) == days


def test_a_reconciled_hold_keeps_its_day_when_it_is_posted(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    take(alice, HELD, account_id=account.pk)
    txn = Transaction.objects.get()
    lock(txn)
    record = take(alice, bank_file(("2026-03-04", "-20.00", "Petrol station")), "posted.csv", account.pk)
    txn.refresh_from_db()
    assert (txn.booking_date, txn.status, txn.statement_line) == (date(2026, 3, 2), "reconciled", record.lines.get())
    assert import_rollback_preview(owner=alice, record=record)["reconciled"] == 0
    undo(alice, record)
    txn.refresh_from_db()
    assert (txn.booking_date, txn.status) == (date(2026, 3, 2), "reconciled")


def test_a_row_that_was_reconciled_after_it_was_posted_is_asked_for(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    take(alice, HELD, account_id=account.pk)
    record = take(alice, bank_file(("2026-03-04", "-20.00", "Petrol station")), "posted.csv", account.pk)
    txn = Transaction.objects.get()
    lock(txn)
    assert import_rollback_preview(owner=alice, record=record)["reconciled"] == 1
    with pytest.raises(DomainError, match="One of its rows is reconciled"):
        import_rollback(owner=alice, import_id=record.pk)
    import_rollback(owner=alice, import_id=record.pk, unlock=True)
    txn.refresh_from_db()
    assert (txn.booking_date, txn.status) == (date(2026, 3, 2), "pending")
