from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from rest_framework.test import APIClient

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import StatementImport, Transaction, Transfer
from transactions.services.imports import import_start
from transactions.services.transfers import transfer_confirm, transfer_create, transfer_refuse
from transactions.tests.fake_bank import Row, bank_file, bank_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]


def take(owner: User, name: str, *rows: Row, currency: str = "EUR") -> StatementImport:
    data = bank_file(*rows, currency=currency)
    return import_start(owner=owner, file_name=f"{name}.csv", data=data, commit=True)


def only_link() -> Transfer:
    return Transfer.objects.select_related("outgoing", "incoming").get()


def test_an_import_confirms_what_says_transfer(alice: User) -> None:
    take(alice, "giro", ("2026-03-01", "-500.00", "Umbuchung"), ("2026-03-01", "-3.00", "Cafe"))
    take(alice, "savings", ("2026-03-03", "500.00", "Credit"))
    link = only_link()
    assert (link.status, link.outgoing.amount_minor, link.incoming.amount_minor) == ("confirmed", -50000, 50000)
    assert set(Transaction.objects.values_list("revision", flat=True)) == {1}


def test_an_import_confirms_what_names_the_other_account(alice: User) -> None:
    take(alice, "rainy day", ("2026-03-03", "500.00", "Credit"))
    take(alice, "giro", ("2026-03-01", "-500.00", "for rainy day"))
    assert only_link().status == "confirmed"


def test_it_suggests_the_rest_and_never_again_what_was_refused(alice: User) -> None:
    take(alice, "giro", ("2026-03-01", "-500.00", "Payment"))
    take(alice, "savings", ("2026-03-02", "500.00", "Credit"))
    assert only_link().status == "suggested"
    transfer_refuse(owner=alice, transfer_id=only_link().pk)
    take(alice, "giro", ("2026-03-09", "-1.00", "Other"), ("2026-03-01", "-500.00", "Payment"))
    assert only_link().status == "refused"


def test_two_possible_partners_are_not_guessed(alice: User) -> None:
    take(alice, "giro", ("2026-03-01", "-500.00", "Transfer"))
    take(alice, "savings", ("2026-03-02", "500.00", "Transfer"), ("2026-03-03", "500.00", "Transfer"))
    assert Transfer.objects.count() == 0


def test_rows_of_other_people_are_no_partners(alice: User, bob: User) -> None:
    take(alice, "giro", ("2026-03-01", "-500.00", "Transfer"))
    take(bob, "giro", ("2026-03-01", "500.00", "Transfer"))
    assert Transfer.objects.count() == 0


def test_the_user_links_by_hand_once_per_row(alice: User) -> None:
    take(alice, "giro", ("2026-03-01", "-500.00", "A"), ("2026-03-20", "-500.00", "B"))
    take(alice, "savings", ("2026-03-28", "500.00", "C"))
    first, second = Transaction.objects.filter(amount_minor=-50000).order_by("id")
    into = Transaction.objects.get(amount_minor=50000)
    link = transfer_create(owner=alice, outgoing=first.pk, incoming=into.pk)
    assert link.status == "confirmed"
    assert set(Transaction.objects.filter(pk__in=[first.pk, into.pk]).values_list("revision", flat=True)) == {2}
    with pytest.raises(DomainError) as caught:
        transfer_create(owner=alice, outgoing=second.pk, incoming=into.pk)
    assert caught.value.code == "already_linked"
    transfer_refuse(owner=alice, transfer_id=link.pk)
    assert transfer_create(owner=alice, outgoing=second.pk, incoming=into.pk).status == "confirmed"
    with pytest.raises(DomainError):
        transfer_confirm(owner=alice, transfer_id=link.pk)


def test_what_cannot_be_one_movement_is_refused(alice: User) -> None:
    take(alice, "giro", ("2026-03-01", "-500.00", "A"), ("2026-03-20", "500.00", "B"))
    take(alice, "savings", ("2026-03-28", "400.00", "C"))
    out = Transaction.objects.get(amount_minor=-50000)
    same, other = Transaction.objects.get(amount_minor=50000), Transaction.objects.get(amount_minor=40000)
    for outgoing, incoming, message in (
        (out, same, "same one"),
        (out, other, "not opposite"),
        (other, out, "not money leaving"),
    ):
        with pytest.raises(DomainError, match=message):
            transfer_create(owner=alice, outgoing=outgoing.pk, incoming=incoming.pk)
    assert Transfer.objects.filter(status="confirmed").count() == 0


def test_a_proposal_says_how_sure_it_is_and_why(alice: User, api: Callable[[User | None], APIClient]) -> None:
    take(alice, "giro", ("2026-03-01", "-500.00", "Payment"))
    take(alice, "savings", ("2026-03-03", "500.00", "Credit"))
    link = api(alice).get("/api/transfers/").json()["results"][0]
    assert (link["status"], link["confidence"], link["rate"]) == ("suggested", 0.65, None)
    assert link["reason"] == "Opposite amounts 2 days apart, and no other row could be the other side."


def test_two_currencies_are_proposed_across_imports_with_their_rate(
    alice: User, api: Callable[[User | None], APIClient]
) -> None:
    take(alice, "giro", ("2026-03-01", "-100.00", "to Dollar pot"), ("2026-03-01", "-7.00", "Cafe"))
    take(alice, "Dollar pot", ("2026-03-02", "108.50", "Credit"), currency="USD")
    link = api(alice).get("/api/transfers/").json()["results"][0]
    assert (link["status"], link["confidence"], link["rate"]) == ("suggested", 0.7, "1.085000")
    assert (link["outgoing"]["amount"], link["incoming"]["amount"]) == ("-100.00", "108.50")
    assert "100.00 EUR became 108.50 USD" in link["reason"]
    transfer_refuse(owner=alice, transfer_id=link["id"])
    take(alice, "Dollar pot", ("2026-03-03", "1.00", "Interest"), currency="USD")
    assert [one.status for one in Transfer.objects.all()] == ["refused"]


def test_what_files_declare_is_linked_across_imports_in_few_queries(
    alice: User, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    out = [{"booking_date": f"2026-03-{day:02}", "amount": "-50.00", "transfer_to": "savings"} for day in range(1, 29)]
    into = [{**row, "amount": "50.00", "transfer_to": "giro"} for row in out]
    giro = bank_file(*out, name="giro", currency="EUR")
    savings = bank_file(*into, name="savings", currency="EUR")
    import_start(owner=alice, file_name="a.csv", data=giro, commit=True)
    with django_assert_max_num_queries(130):
        import_start(owner=alice, file_name="b.csv", data=savings, commit=True)
    links = Transfer.objects.select_related("outgoing", "incoming")
    assert {(link.status, link.confidence) for link in links} == {("confirmed", 0.99)}
    assert [link.outgoing.booking_date == link.incoming.booking_date for link in links] == [True] * 28


def test_two_currencies_that_name_each_other_are_confirmed(alice: User) -> None:
    out = {"booking_date": "2026-03-01", "amount": "-10", "transfer_to": "pot"}
    into = {"booking_date": "2026-03-02", "amount": "11", "transfer_to": "giro"}
    accounts = [
        {"name": "giro", "currency": "EUR", "rows": [out]},
        {"name": "pot", "currency": "USD", "rows": [into]},
    ]
    import_start(owner=alice, file_name="all.csv", data=bank_files(*accounts), commit=True)
    assert (only_link().status, only_link().outgoing.currency) == ("confirmed", "EUR")
