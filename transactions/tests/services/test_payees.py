"""Payees renamed, merged and split, and what imports learn from it."""

from __future__ import annotations

import pytest

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import ChangeSet, Payee, PayeeAlias, Rule, Transaction
from transactions.services.changes import change_undo_last
from transactions.services.imports import import_start
from transactions.services.payee_merges import payee_merge, payee_split
from transactions.services.payees import (
    payee_create,
    payee_delete,
    payee_rename,
    payee_spellings_set,
    payees_ensure,
)
from transactions.services.rules import rule_create
from transactions.tests.fake_bank import bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]


def take(owner: User, *rows: tuple[str, str, str]) -> None:
    import_start(owner=owner, file_name="a.csv", data=bank_file(*rows), commit=True)


def payees_of(owner: User) -> dict[str, str]:
    """What the bank wrote -> our name."""
    rows = Transaction.objects.filter(owner=owner).order_by("pk")
    return {who: payee or "" for who, payee in rows.values_list("counterparty", "payee__name")}


def named(owner: User, name: str) -> Payee:
    return Payee.objects.get(owner=owner, name=name)


@pytest.fixture
def shops(alice: User) -> User:
    take(alice, ("2026-03-01", "-1", "City Market"), ("2026-03-02", "-2", "CTY MKT"), ("2026-03-03", "-3", "Kiosk"))
    return alice


def test_merged_payees_are_one_in_later_imports_too(shops: User) -> None:
    rule = rule_create(
        owner=shops,
        condition={"field": "payee", "op": "is", "value": named(shops, "Cty Mkt").pk},
        actions=[{"type": "set_note", "note": "n"}],
    )
    payee_merge(owner=shops, payee_id=named(shops, "Cty Mkt").pk, into=named(shops, "City Market").pk)
    assert payees_of(shops)["CTY MKT"] == "City Market"
    take(shops, ("2026-04-01", "-1", "Cty Mkt"))
    assert payees_of(shops)["Cty Mkt"] == "City Market"
    assert Payee.objects.filter(owner=shops).count() == 2
    assert Rule.objects.get(pk=rule.pk).condition["value"] == named(shops, "City Market").pk
    made = ChangeSet.objects.filter(kind="payee").get()
    assert (made.summary, made.row_count) == ("Merged the payee Cty Mkt into City Market", 1)


def test_merging_twice_carries_what_was_learned_along(shops: User) -> None:
    market, short, kiosk = (named(shops, name).pk for name in ("City Market", "Cty Mkt", "Kiosk"))
    payee_merge(owner=shops, payee_id=short, into=market)
    payee_merge(owner=shops, payee_id=market, into=kiosk)
    assert set(PayeeAlias.objects.values_list("key", "payee__name")) == {("ctymkt", "Kiosk"), ("citymarket", "Kiosk")}
    assert set(payees_ensure(owner=shops, names=["cty mkt", "City Market", "kiosk"]).values()) == {kiosk}
    with pytest.raises(DomainError):
        payee_merge(owner=shops, payee_id=kiosk, into=kiosk)


def test_a_new_name_is_learned_and_the_old_one_kept(shops: User) -> None:
    pk = named(shops, "Kiosk").pk
    payee_rename(owner=shops, payee_id=pk, name="Corner Shop")
    assert payees_ensure(owner=shops, names=["KIOSK", "corner shop"]) == {"kiosk": pk, "cornershop": pk}
    for taken in ("city-market", "Corner SHOP"):
        with pytest.raises(DomainError):
            payee_create(owner=shops, name=taken)
    with pytest.raises(DomainError):
        payee_rename(owner=shops, payee_id=named(shops, "City Market").pk, name="corner shop")


def test_a_payee_is_split_by_what_the_bank_wrote(shops: User) -> None:
    market = named(shops, "City Market").pk
    payee_merge(owner=shops, payee_id=named(shops, "Cty Mkt").pk, into=market)
    other = payee_split(owner=shops, payee_id=market, name="Cty Marketing", counterparty="cty  mkt")
    assert payees_of(shops) == {"City Market": "City Market", "CTY MKT": "Cty Marketing", "Kiosk": "Kiosk"}
    take(shops, ("2026-04-01", "-1", "Cty Mkt"))
    assert payees_of(shops)["Cty Mkt"] == "Cty Marketing"
    assert other.name == "Cty Marketing"


def test_a_payees_own_name_can_be_given_to_another(shops: User) -> None:
    market, kiosk = named(shops, "City Market").pk, named(shops, "Kiosk").pk
    payee_split(owner=shops, payee_id=market, name="kiosk", counterparty="City Market")
    assert payees_ensure(owner=shops, names=["City Market"]) == {"citymarket": kiosk}


def test_rows_chosen_by_number_teach_only_what_no_other_row_says(shops: User) -> None:
    take(shops, ("2026-04-01", "-5", "Kiosk"))
    first, second = Transaction.objects.filter(owner=shops, counterparty="Kiosk").order_by("pk")
    other = payee_split(owner=shops, payee_id=named(shops, "Kiosk").pk, name="Bar", transaction_ids=[second.pk])
    first.refresh_from_db()
    assert first.payee is not None
    assert (first.payee.name, PayeeAlias.objects.count()) == ("Kiosk", 0)
    for ids, name in (([first.pk], "bar"), ([], "New")):
        with pytest.raises(DomainError):
            payee_split(owner=shops, payee_id=other.pk, name=name, transaction_ids=ids)


def test_a_removed_payee_leaves_its_rows_and_comes_back_when_undone(shops: User) -> None:
    payee_delete(owner=shops, payee_id=named(shops, "Kiosk").pk)
    assert payees_of(shops)["Kiosk"] == ""
    change_undo_last(owner=shops)
    assert payees_of(shops)["Kiosk"] == "Kiosk"


def test_nothing_of_others_is_touched(shops: User, bob: User) -> None:
    take(bob, ("2026-03-01", "-1", "CTY MKT"))
    payee_merge(owner=shops, payee_id=named(shops, "Cty Mkt").pk, into=named(shops, "City Market").pk)
    assert payees_of(bob) == {"CTY MKT": "Cty Mkt"}
    assert payees_ensure(owner=bob, names=["cty mkt"]) == {"ctymkt": named(bob, "Cty Mkt").pk}
    with pytest.raises(DomainError):
        payee_merge(owner=bob, payee_id=named(bob, "Cty Mkt").pk, into=named(shops, "City Market").pk)


def test_spellings_can_be_said_and_forgotten(shops: User, bob: User) -> None:
    market, kiosk = named(shops, "City Market").pk, named(shops, "Kiosk").pk
    payee_merge(owner=shops, payee_id=named(shops, "Cty Mkt").pk, into=market)
    payee_spellings_set(owner=shops, payee_id=market, spellings=["C-Market", "City Market"])
    assert set(PayeeAlias.objects.values_list("key", "payee_id")) == {("cmarket", market)}
    take(shops, ("2026-05-01", "-1", "C Market"), ("2026-05-02", "-2", "CTY MKT"))
    assert payees_of(shops)["C Market"] == "City Market"
    assert Transaction.objects.latest("pk").payee != named(shops, "City Market")
    for owner, payee, texts in (
        (shops, market, ["kiosk"]),
        (shops, kiosk, ["c market"]),
        (shops, market, ["..."]),
        (bob, market, []),
    ):
        with pytest.raises(DomainError):
            payee_spellings_set(owner=owner, payee_id=payee, spellings=texts)
    payee_spellings_set(owner=shops, payee_id=market, spellings=[])
    assert not PayeeAlias.objects.exists()
