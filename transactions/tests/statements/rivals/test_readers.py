"""What comes along from each program: accounts, sums, categories, transfers, tags, notes and splits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import Overrides, ParsedAccount, ParsedLine, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.statements.rivals import RIVAL_READERS
from transactions.tests.statements.rivals import samples

CONTEXT = ReaderContext(today=date(2026, 11, 1))


def read(data: bytes) -> ParsedStatement:
    return read_statement(data, CONTEXT)


def account(statement: ParsedStatement, name: str) -> ParsedAccount:
    return next(one for one in statement.accounts if one.name == name)


def total(one: ParsedAccount) -> Decimal:
    return sum((line.amount for line in one.lines), Decimal(0))


def shares(line: ParsedLine) -> list[tuple[str, str]]:
    assert sum((share.amount for share in line.splits), Decimal(0)) == line.amount
    return [(str(share.amount), share.category_hint) for share in line.splits]


@pytest.mark.parametrize(("name", "data"), [(name, one) for name, many in samples.SAMPLES.items() for one in many])
def test_every_export_is_claimed_by_its_own_reader_alone(name: str, data: bytes) -> None:
    sure = {reader.format: reader.recognise(data) for reader in RIVAL_READERS if reader.recognise(data)}
    assert list(sure) == [name]
    assert sure[name] >= 0.9
    statement = read(data)
    assert (statement.format, statement.errors, statement.questions) == (name, (), ())
    assert statement.lines_found > 0
    assert all(len(line.raw) > 0 for one in statement.accounts for line in one.lines)


def test_firefly_transfers_openings_splits_and_liabilities() -> None:
    statement = read(samples.FIREFLY)
    giro, travel, car = (account(statement, name) for name in ("Giro", "Travel", "Car"))
    assert (giro.opening_balance, giro.currency, giro.external_ref) == (Decimal(500), "EUR", "DE02120300000000202051")
    assert [str(line.amount) for line in giro.lines] == ["-20.50", "1000.00", "-100.00", "-42.00", "-50.00"]
    bread = giro.lines[0]
    assert (bread.counterparty, bread.category_hint, bread.tags) == ("Corner shop", "Groceries", ("home", "weekly"))
    assert bread.note == "two\nlines"
    assert shares(giro.lines[3]) == [("-30.00", "Groceries"), ("-12.00", "Household")]
    assert giro.lines[3].description == "Big shop"
    assert [(line.transfer_to, str(line.amount), line.currency) for line in travel.lines] == [("Giro", "110.00", "USD")]
    assert giro.lines[2].transfer_to == "Travel"
    assert (car.kind, total(car), giro.lines[4].transfer_to) == ("loan", Decimal(50), "Car")


def test_actual_csv_splits_and_transfers() -> None:
    statement = read(samples.ACTUAL_CSV)
    everyday, savings = account(statement, "Everyday"), account(statement, "Rainy day savings")
    assert (everyday.opening_balance, total(everyday)) == (Decimal(200), Decimal("-84.5"))
    assert shares(everyday.lines[1]) == [("-20", "Groceries"), ("-10", "Household")]
    assert (everyday.lines[1].note, everyday.lines[0].note) == ("week", "rye")
    assert everyday.lines[2].transfer_to == "Rainy day savings"
    assert (savings.kind, savings.lines[0].transfer_to, total(savings)) == ("savings", "Everyday", Decimal(50))


def test_actual_database_follows_merged_payees_and_leaves_deleted_rows_out() -> None:
    statement = read(samples.ACTUAL_ZIP)
    everyday, savings = account(statement, "Everyday"), account(statement, "Savings")
    assert (everyday.opening_balance, total(everyday)) == (Decimal(500), Decimal("-134.50"))
    bread = everyday.lines[0]
    assert (bread.counterparty, bread.category_hint, bread.note) == ("Market", "Needs: Food", "rye")
    assert (bread.external_id, bread.description) == ("bank-1", "MARKET 44")
    assert shares(everyday.lines[1]) == [("-20.00", "Needs: Food"), ("-10.00", "Needs: Home")]
    assert (everyday.lines[2].transfer_to, savings.lines[0].transfer_to) == ("Savings", "Everyday")
    assert "1 deleted row" in statement.understood["left out"]
    assert "1 row of an account off budget" in statement.understood["left out"]
    assert [one.name for one in statement.accounts] == ["Everyday", "Savings"]


@pytest.mark.parametrize("data", [samples.YNAB, samples.YNAB_ZIP])
def test_ynab_reads_european_amounts_splits_and_transfers(data: bytes) -> None:
    statement = read(data)
    giro, savings = account(statement, "Girokonto"), account(statement, "Sparen")
    assert (giro.currency, giro.opening_balance, total(giro)) == ("EUR", Decimal(1000), Decimal("-1080.50"))
    assert giro.lines[0].booking_date == date(2024, 3, 13)
    assert shares(giro.lines[0]) == [("-20.00", "Needs: Groceries"), ("-1010.50", "Needs: House")]
    assert [share.note for share in giro.lines[0].splits] == ["food", "soap"]
    assert giro.lines[0].tags == ("Red",)
    assert (giro.lines[1].transfer_to, savings.lines[0].transfer_to) == ("Sparen", "Girokonto")
    assert giro.lines[1].amount == -savings.lines[0].amount


def test_ynab_asks_for_the_date_order_only_where_nothing_tells_it() -> None:
    header = b"Account,Flag,Date,Payee,Category Group/Category,Category Group,Category,Memo,Outflow,Inflow,Cleared\n"
    data = header + b"Main,,02/03/2024,Shop,A: B,A,B,,5.00,0.00,Cleared\n"
    asked = read(data)
    assert [question.code for question in asked.questions] == ["date_order"]
    assert asked.accounts[0].lines[0].booking_date == date(2024, 2, 3)
    told = read_statement(data, ReaderContext(overrides=Overrides(date_order="DMY")))
    assert (told.questions, told.accounts[0].lines[0].booking_date) == ((), date(2024, 3, 2))


def test_ynab_4_writes_its_levels_in_columns_of_their_own() -> None:
    data = b"""\
"Account","Flag","Check Number","Date","Payee","Category","Master Category","Sub Category","Memo","Outflow","Inflow",\
"Cleared","Running Balance"
"Main","","","13/02/2015","Shop","Needs: Food","Needs","Food","",$5.00,$0.00,"U",$-5.00
"""
    lines = read(data).accounts[0].lines
    assert [(line.category_hint, line.amount, line.booking_date) for line in lines] == [
        ("Needs: Food", Decimal("-5.00"), date(2015, 2, 13))
    ]


def test_several_accounts_in_one_purchase_stay_exact() -> None:
    book = b"""\
2024-01-01 * "Shoes on cash and card"
  Assets:Cash  -40 EUR
  Liabilities:Card  -60 EUR
  Expenses:Clothes  100 EUR
2024-01-02 * "Rent and savings"
  Assets:Giro  -1000 EUR
  Assets:Savings  400 EUR
  Expenses:Rent  600 EUR
"""
    statement = read(book)
    assert [account(statement, name).lines[0].category_hint for name in ("Cash", "Card")] == ["Clothes", "Clothes"]
    giro, savings = account(statement, "Giro").lines[0], account(statement, "Savings").lines[0]
    assert shares(giro) == [("-600", "Rent"), ("-400", "")]
    assert (savings.transfer_to, savings.category_hint, savings.amount) == ("Giro", "", Decimal(400))


def test_mint_turns_debits_and_keeps_labels() -> None:
    statement = read(samples.MINT)
    checking, card = account(statement, "Everyday Checking"), account(statement, "Blue Credit Card")
    assert [str(line.amount) for line in checking.lines] == ["-12.30", "1500.00"]
    assert checking.lines[0].tags == ("Vacation", "Tax\u00a0Related")
    assert (checking.lines[0].description, checking.lines[0].note) == ("CORNER SHOP 44", "mine")
    assert (card.kind, total(card)) == ("credit_card", Decimal(-4))


def test_monarch_keeps_tags_and_statement_text() -> None:
    lines = account(read(samples.MONARCH), "Checking (...1234)").lines
    assert [(str(line.amount), line.counterparty, line.description) for line in lines] == [
        ("-12.30", "Corner Shop", "CORNER SHOP 44"), ("2000.00", "Employer", "EMPLOYER DD"),
    ]  # fmt: skip
    assert lines[0].tags == ("Trip", "Home")


@pytest.mark.parametrize("name", sorted(samples.SAMPLE_ROWS))
def test_budget_programs_agree_on_what_was_spent(name: str) -> None:
    lines = [line for one in read(samples.SAMPLE_ROWS[name]).accounts for line in one.lines]
    assert [(line.booking_date, line.amount) for line in lines] == [
        (date(2024, 4, 13), Decimal("-22.79")), (date(2024, 4, 14), Decimal(1000)),
    ]  # fmt: skip
    assert lines[0].category_hint in ("Restaurants", "Food & Drink: Restaurants", "Dining", "Food: Restaurants", "Food",
                                      "Food: Lunch")  # fmt: skip


def test_copilot_marks_pending_rows_and_sure_keeps_escaped_tags() -> None:
    copilot = read(samples.SAMPLE_ROWS["copilot"])
    assert [line.is_pending for one in copilot.accounts for line in one.lines] == [False, True]
    assert read(samples.SAMPLE_ROWS["sure"]).accounts[0].lines[0].tags == ("one,two", "three")
    assert read(samples.SAMPLE_ROWS["rocketmoney"]).accounts[0].kind == "credit_card"


def test_simplifi_joins_shares_and_knows_transfers() -> None:
    statement = read(samples.SIMPLIFI)
    checking, visa = account(statement, "Main Checking"), account(statement, "Blue Visa")
    assert shares(visa.lines[0]) == [("-20.00", "Food: Groceries"), ("-1010.50", "Home")]
    assert (checking.lines[0].category_hint, checking.lines[0].is_pending) == ("Food: Coffee", True)
    assert (checking.lines[1].transfer_to, visa.lines[1].transfer_to) == ("Blue Visa", "Main Checking")
    assert (total(checking), total(visa)) == (Decimal("-101.06"), Decimal("-930.50"))


def test_zenmoney_gives_both_sides_of_an_exchange() -> None:
    statement = read(samples.ZENMONEY)
    card, cash = account(statement, "Карта"), account(statement, "Cash")
    assert [str(line.amount) for line in card.lines] == ["-350.50", "50000", "-9000"]
    assert (card.lines[0].category_hint, card.lines[0].note) == ("Еда: Кафе", "обед")
    assert (card.lines[2].transfer_to, cash.lines[0].transfer_to) == ("Cash", "Карта")
    assert (cash.currency, total(cash)) == ("USD", Decimal(100))


def test_gnucash_csv_is_known_in_any_language() -> None:
    statement = read(samples.GNUCASH_CSV)
    giro, savings = account(statement, "Girokonto"), account(statement, "Sparkonto")
    assert shares(giro.lines[0]) == [("-20.00", "Lebensmittel"), ("-10.50", "Haushalt")]
    assert (giro.lines[0].note, giro.lines[0].external_id[:4], giro.currency) == ("weekly", "0123", "EUR")
    assert (giro.lines[1].transfer_to, savings.lines[0].transfer_to) == ("Sparkonto", "Girokonto")
    assert "1 voided transaction" in statement.understood["left out"]


def test_gnucash_simple_layout_is_refused_in_words() -> None:
    header = b"Date,Account Name,Number,Description,Full Category Path,Reconcile,Amount With Sym,Amount Num.,"
    statement = read(header + b"Value With Sym,Value Num.,Rate/Price\n01/02/2024,A,,x,B,n,$1,1,$1,1,1\n")
    assert (statement.format, statement.accounts) == ("gnucash", ())
    assert "Simple Layout" in statement.errors[0].message


@pytest.mark.parametrize("data", [samples.GNUCASH_XML, samples.GNUCASH_GZ])
def test_gnucash_book_keeps_account_types(data: bytes) -> None:
    statement = read(data)
    everyday, blue = account(statement, "Everyday"), account(statement, "Blue")
    assert (everyday.kind, everyday.opening_balance, total(everyday)) == ("checking", Decimal(500), Decimal("-12.50"))
    assert (blue.kind, [str(line.amount) for line in blue.lines]) == ("credit_card", ["-12.50", "12.50"])
    assert (blue.lines[0].category_hint, blue.lines[1].transfer_to) == ("Food", "Everyday")


def test_beancount_pads_splits_shares_and_currencies() -> None:
    statement = read(samples.BEANCOUNT)
    checking, visa, abroad = (account(statement, name) for name in ("Bank:Checking", "Visa", "Abroad"))
    assert (checking.opening_balance, checking.closing_balance) == (Decimal(1000), Decimal(580))
    assert checking.opening_balance is not None
    assert checking.opening_balance + total(checking) == checking.closing_balance
    first = checking.lines[0]
    assert shares(first) == [("-20.00", "Food: Groceries"), ("-10.00", "Food: Wine")]
    assert (first.tags, first.note, first.counterparty) == (("trip", "inv-1"), "my words", "Market")
    assert [line.transfer_to for line in checking.lines] == ["", "Savings", "Broker", "Abroad"]
    assert (visa.kind, visa.lines[0].amount, visa.lines[0].is_pending) == ("credit_card", Decimal("-12.50"), True)
    assert (abroad.currency, total(abroad)) == ("USD", Decimal(100))
    assert statement.understood["balances"] == "2 of 2 stated balances agree"
    assert "1 posting in shares" in statement.understood["left out"]


def test_hledger_reads_marks_tags_prices_and_assertions() -> None:
    statement = read(samples.HLEDGER)
    checking, visa = account(statement, "bank:checking"), account(statement, "visa")
    assert (checking.opening_balance, total(checking)) == (Decimal(1000), Decimal("-230.50"))
    first = checking.lines[0]
    assert (first.counterparty, first.description, first.tags, first.note) == (
        "Market",
        "wine",
        ("trip", "fun"),
        "hello",
    )
    assert shares(first) == [("-20.00", "food"), ("-10.50", "wine")]
    assert checking.lines[1].balance == Decimal("869.50")
    assert (checking.lines[2].transfer_to, checking.lines[2].amount) == ("broker", Decimal(-100))
    assert (visa.currency, visa.lines[0].category_hint) == ("EUR", "eating out")


def test_a_bad_transaction_is_reported_with_its_line_and_the_others_are_read() -> None:
    bad = samples.BEANCOUNT + b'\n2024-02-30 * "Never"\n  Assets:Savings  1 EUR\n  Expenses:Food\n'
    bad += b'\n2024-02-01 * "Sum"\n  Assets:Savings  1/3 EUR\n  Expenses:Food\n'
    statement = read(bad)
    assert [error.field for error in statement.errors] == ["booking_date", "amount"]
    lines = samples.BEANCOUNT.count(b"\n")
    assert [error.line for error in statement.errors] == [lines + 2, lines + 7]
    assert statement.lines_found == read(samples.BEANCOUNT).lines_found + 2


def test_closing_a_year_and_opening_the_next_adds_no_movements() -> None:
    journal = b"""\
2023-01-01 opening balances
    assets:giro   100.00 EUR
    equity:opening/closing balances
2023-05-01 food
    assets:giro   -40.00 EUR
    expenses:food
2023-12-31 closing balances
    assets:giro   -60.00 EUR
    equity:opening/closing balances
2024-01-01 opening balances
    assets:giro   60.00 EUR
    equity:opening/closing balances
"""
    giro = account(read(journal), "giro")
    assert (giro.opening_balance, [str(line.amount) for line in giro.lines]) == (Decimal(100), ["-40.00"])


def test_a_file_with_more_rows_than_allowed_is_refused() -> None:
    for many in samples.SAMPLES.values():
        for data in many:
            reader = max(RIVAL_READERS, key=lambda one: one.recognise(data))
            statement = reader.read(data, ReaderContext(max_lines=1))
            assert statement.accounts == ()
            assert "records" in statement.errors[0].message


def test_dollars_of_a_budget_are_not_booked_as_the_callers_euros() -> None:
    register = (
        b'"Account","Flag","Date","Payee","Category Group/Category","Category Group","Category","Memo","Outflow",'
        b'"Inflow","Cleared"\n"Checking","","13/01/2026","Shop","Food: Out","Food","Out","",$12.50,$0.00,"Cleared"\n'
    )
    asked = read_statement(register, ReaderContext(default_currency="EUR", today=CONTEXT.today))
    own = read_statement(register, ReaderContext(default_currency="CAD", today=CONTEXT.today))

    assert [account.currency for account in asked.accounts] == ["USD"]
    assert [question.code for question in asked.questions] == ["currency"]
    assert ([account.currency for account in own.accounts], own.questions) == ([""], ())
