"""One small export of every program, made up for these tests."""

# ruff: noqa: E501 - exports have long lines

from __future__ import annotations

import gzip
import sqlite3
import zipfile
from io import BytesIO

FIREFLY = b"""\
user_id,group_id,journal_id,created_at,updated_at,group_title,type,currency_code,amount,foreign_currency_code,\
foreign_amount,primary_currency_code,pc_amount,pc_foreign_amount,description,date,source_name,source_iban,source_type,\
destination_name,destination_iban,destination_type,reconciled,category,budget,bill,tags,notes
1,1,1,2024-01-01T00:00:00+01:00,2024-01-01T00:00:00+01:00,,Opening balance,EUR,500.00,,,EUR,500.00,,Start,\
2024-01-01T00:00:00+01:00,Initial balance for Giro,,Initial balance account,Giro,DE02120300000000202051,Asset account,0,,,,,
1,2,2,2024-01-05T10:00:00+01:00,2024-01-05T10:00:00+01:00,,Withdrawal,EUR,-20.50,,,EUR,-20.50,,Bread and milk,\
2024-01-05T10:00:00+01:00,Giro,DE02120300000000202051,Asset account,Corner shop,,Expense account,0,Groceries,Food,,\
"home,weekly","two
lines"
1,3,3,2024-01-06T10:00:00+01:00,2024-01-06T10:00:00+01:00,,Deposit,EUR,1000.00,,,EUR,1000.00,,January pay,\
2024-01-06T10:00:00+01:00,Employer,,Revenue account,Giro,DE02120300000000202051,Asset account,0,Salary,,,,
1,4,4,2024-01-07T10:00:00+01:00,2024-01-07T10:00:00+01:00,,Transfer,EUR,100.00,USD,110.00,EUR,100.00,110.00,To travel,\
2024-01-07T10:00:00+01:00,Giro,DE02120300000000202051,Asset account,Travel,,Asset account,0,,,,,
1,5,5,2024-01-08T10:00:00+01:00,2024-01-08T10:00:00+01:00,Big shop,Withdrawal,EUR,-30.00,,,EUR,-30.00,,Food,\
2024-01-08T10:00:00+01:00,Giro,DE02120300000000202051,Asset account,Market,,Expense account,0,Groceries,,,,
1,5,6,2024-01-08T10:00:00+01:00,2024-01-08T10:00:00+01:00,Big shop,Withdrawal,EUR,-12.00,,,EUR,-12.00,,Soap,\
2024-01-08T10:00:00+01:00,Giro,DE02120300000000202051,Asset account,Market,,Expense account,0,Household,,,,
1,7,8,2024-01-09T10:00:00+01:00,2024-01-09T10:00:00+01:00,,Withdrawal,EUR,-50.00,,,EUR,-50.00,,Rate,\
2024-01-09T10:00:00+01:00,Giro,DE02120300000000202051,Asset account,Car,,Loan,0,,,,,
"""

ACTUAL_CSV = b"""\
Account,Date,Payee,Notes,Category,Amount,Split_Amount,Cleared
Everyday,2024-02-01,Starting Balance,,Starting Balances,200,0,Reconciled
Everyday,2024-02-02,Baker,rye,Groceries,-4.5,0,Cleared
Everyday,2024-02-03,Market,(SPLIT INTO 2) week,,0,-30,Not cleared
Everyday,2024-02-03,Market,(SPLIT 1 OF 2) food,Groceries,-20,0,Not cleared
Everyday,2024-02-03,Market,(SPLIT 2 OF 2) ,Household,-10,0,Not cleared
Everyday,2024-02-04,Rainy day savings,,,-50,0,Cleared
Rainy day savings,2024-02-04,Everyday,,,50,0,Cleared
"""

YNAB = (
    (
        '\ufeff"Account","Flag","Date","Payee","Category Group/Category","Category Group","Category","Memo","Outflow",'
        '"Inflow","Cleared"\n'
        '"Girokonto","","01/03/2024","Starting Balance","Inflow: Ready to Assign","Inflow","Ready to Assign","",0,00€,'
        '"1.000,00€","Reconciled"\n'
        '"Girokonto","Red","13/03/2024","Market","Needs: Groceries","Needs","Groceries","(Split 1/2) food","20,00€","0,00€",'
        '"Cleared"\n'
        '"Girokonto","Red","13/03/2024","Market","Needs: House","Needs","House","(Split 2/2) soap","1.010,50€","0,00€",'
        '"Cleared"\n'
        '"Girokonto","","14/03/2024","Transfer : Sparen","","","","rest","50,00€","0,00€","Cleared"\n'
        '"Sparen","","14/03/2024","Transfer : Girokonto","","","","rest","0,00€","50,00€","Cleared"\n'
    )
    .replace(",0,00€,", ',"0,00€",')
    .encode()
)

MINT = b"""\
"Date","Description","Original Description","Amount","Transaction Type","Category","Account Name","Labels","Notes"
"1/31/2023","Corner Shop","CORNER SHOP 44","12.30","debit","Groceries","Everyday Checking","Vacation Tax Related","mine"
"2/1/2023","Employer","EMPLOYER DD","1,500.00","credit","Paycheck","Everyday Checking","",""
"2/2/2023","Cafe","CAFE 1","4.00","debit","Coffee Shops","Blue Credit Card","",""
"""

MONARCH = b"""\
Date,Merchant,Category,Account,Original Statement,Notes,Amount,Tags,Owner
2024-05-01,Corner Shop,Groceries,Checking (...1234),CORNER SHOP 44,,-12.30,"Trip,Home",Ann
2024-05-02,Employer,Paychecks,Checking (...1234),EMPLOYER DD,may,2000.00,,Ann
"""

SAMPLE_ROWS = {
    "copilot": b"date,name,amount,status,category,parent category,excluded,tags,type,account,account mask,note,recurring\n"
    b"2024-04-13,Cafe,22.79,posted,Restaurants,Food & Drink,false,,regular,Blue Card,1234,hi,\n"
    b"2024-04-14,Employer,-1000.00,pending,Salary,,false,,income,Checking,9,,\n",
    "rocketmoney": b"Date,Original Date,Account Type,Account Name,Account Number,Institution Name,Name,Custom Name,Amount,"
    b"Description,Category,Note,Ignored From,Tax Deductible,Transaction Tags\n"
    b"2024-04-13,2024-04-12,Credit Card,Blue,1001,Bank,Cafe,,22.79,CAFE 44,Dining,,,,Shared\n"
    b"2024-04-14,2024-04-14,Cash,Main,1002,Bank,Employer,,-1000.00,EMPLOYER,Income,,,,\n",
    "sure": b"date,account_name,amount,name,category,tags,notes,currency\n"
    b'2024-04-13,Blue Card,22.79,Cafe,Restaurants,"one\\,two,three",hi,EUR\n'
    b"2024-04-14,Main,-1000.00,Employer,Salary,,,EUR\n",
    "empower": b"Date,Account,Description,Category,Tags,Amount\n"
    b"2024-04-13,Blue Card,Cafe,Restaurants,,-22.79\n2024-04-14,Main,Employer,Salary,,1000.00\n",
    "pocketsmith": b"Date,Merchant,Merchant Changed From,Amount,Currency,Transaction Type,Account,Closing Balance,Category,"
    b"Parent Categories,Labels,Memo,Note,ID,Bank,Account Number\n"
    b"2024-04-13,Cafe,CAFE 44,-22.79,NZD,debit,Blue Card,10.00,Restaurants,Food,,CAFE,,77,Bank,12-3\n"
    b"2024-04-14,Employer,,1000.00,NZD,credit,Main,10.00,Salary,Income,,PAY,,78,Bank,12-4\n",
    "spendee": b'Date,Wallet,Type,"Category name",Amount,Currency,Note,Labels,Author\n'
    b"2024-04-13T08:00:00+00:00,Blue Card,Expense,Restaurants,-22.79000000,CHF,lunch,trip,Ann\n"
    b"2024-04-14T08:00:00+00:00,Main,Income,Salary,1000.00000000,CHF,,,Ann\n",
    "wallet": b"account;category;currency;amount;ref_currency_amount;type;payment_type;payment_type_local;note;date;"
    b"gps_latitude;gps_longitude;gps_accuracy_in_meters;warranty_in_month;transfer;payee;labels;envelope_id;custom_category\n"
    b"Blue Card;Restaurants;EUR;-22.79;-22.79;Expenses;CASH;Cash;;2024-04-13 21:53:25;;;;0;false;Cafe;a|b;1000;false\n"
    b"Main;Salary;EUR;1000.00;1000.00;Income;TRANSFER;T;;2024-04-14 08:00:00;;;;0;false;;;1000;false\n",
    "toshl": b"Date,Account,Category,Tags,Expense amount,Income amount,Currency,In main currency,Main currency,Description\n"
    b'4/13/24,Blue Card,Food,lunch,22.79,0,USD,22.79,USD,hi\n4/14/24,Main,Salary,,0,"1,000.00",USD,1000.00,USD,\n',
    "moneymanager": b"Date\tAccount\tCategory\tSubcategory\tNote\tUSD\tIncome/Expense\tDescription\tAmount\tCurrency\tAccount\n"
    b"04/13/2024 10:00:00\tBlue Card\tFood\tLunch\tCafe\t22.79\tExp.\thi\t22.79\tUSD\t22.79\n"
    b"04/14/2024 10:00:00\tMain\tSalary\t\tPay\t1000\tIncome\t\t1000\tUSD\t1000\n",
}  # fmt: skip

SIMPLIFI = b"""\
,account,state,postedOn,payee,usage,category,tags,notes,amount,action,security,description,quantity,price,commission
,"Main Checking","PENDING","9/17/2024","Cafe","","Food:Coffee","trip","hi","-$1.06","","","","","",""
,"Blue Visa","CLEARED","9/16/2024","Market","","SPLIT","","","$0.00","","","","","",""
,"","","","","","Food:Groceries","","","-$20.00","","","","","",""
,"","","","","","Home","","soap","-$1,010.50","","","","","",""
,"Main Checking","CLEARED","9/15/2024","Card payment","","Blue Visa","","","-$100.00","","","","","",""
,"Blue Visa","CLEARED","9/15/2024","Card payment","","Main Checking","","","$100.00","","","","","",""
"""

ZENMONEY = """\
date,categoryName,payee,comment,outcomeAccountName,outcome,outcomeCurrencyShortTitle,incomeAccountName,income,\
incomeCurrencyShortTitle,createdDate,changedDate
2024-03-01,Еда / Кафе,Кафе,обед,Карта,"350,50",RUB,,0,RUB,2024-03-01 10:00:00,2024-03-01 10:00:00
2024-03-02,Зарплата,Работа,,,0,RUB,Карта,50000,RUB,2024-03-02 10:00:00,2024-03-02 10:00:00
2024-03-03,,,обмен,Карта,9000,RUB,Cash,100,USD,2024-03-03 10:00:00,2024-03-03 10:00:00
""".encode()

GNUCASH_CSV = b"""\
Datum,Buchungs-ID,Nummer,Beschreibung,Bemerkung,Devise/W\xc3\xa4hrung,Stornogrund,Aktion,Buchungstext,Volles Konto,Konto,\
Betrag mit Symbol,Betrag num.,Wert mit Symbol,Wert num.,Abgleich,Abgleichdatum,Kurs/Preis
31.01.2024,0123456789abcdef0123456789abcdef,,Market,weekly,CURRENCY::EUR,,,,Aktiva:Girokonto,Girokonto,\
"-30,50 EUR","-30,50","-30,50 EUR","-30,50",n,,"1,0000"
,,,,,,,,food,Aufwendungen:Lebensmittel,Lebensmittel,"20,00 EUR","20,00","20,00 EUR","20,00",n,,"1,0000"
,,,,,,,,soap,Aufwendungen:Haushalt,Haushalt,"10,50 EUR","10,50","10,50 EUR","10,50",n,,"1,0000"
01.02.2024,1123456789abcdef0123456789abcdef,,Sparen,,CURRENCY::EUR,,,,Aktiva:Girokonto,Girokonto,\
"-100,00 EUR","-100,00","-100,00 EUR","-100,00",n,,"1,0000"
,,,,,,,,,Aktiva:Sparkonto,Sparkonto,"100,00 EUR","100,00","100,00 EUR","100,00",n,,"1,0000"
02.02.2024,2123456789abcdef0123456789abcdef,,Falsch,,CURRENCY::EUR,doppelt,,,Aktiva:Girokonto,Girokonto,\
"-1,00 EUR","-1,00","-1,00 EUR","-1,00",v,,"1,0000"
"""


def _account(guid: str, name: str, kind: str, parent: str = "root") -> str:
    return (
        f"<gnc:account version='2.0.0'><act:name>{name}</act:name><act:id type='guid'>{guid}</act:id>"
        f"<act:type>{kind}</act:type><act:commodity><cmdty:space>CURRENCY</cmdty:space><cmdty:id>EUR</cmdty:id>"
        f"</act:commodity><act:parent type='guid'>{parent}</act:parent></gnc:account>"
    )


def _split(account: str, value: str) -> str:
    return (
        f"<trn:split><split:value>{value}</split:value><split:quantity>{value}</split:quantity>"
        f"<split:account type='guid'>{account}</split:account></trn:split>"
    )


def _transaction(guid: str, day: str, text: str, *splits: str) -> str:
    return (
        f"<gnc:transaction version='2.0.0'><trn:id type='guid'>{guid}</trn:id><trn:currency><cmdty:space>CURRENCY"
        f"</cmdty:space><cmdty:id>EUR</cmdty:id></trn:currency><trn:date-posted><ts:date>{day} 10:59:00 +0000</ts:date>"
        f"</trn:date-posted><trn:description>{text}</trn:description><trn:splits>{''.join(splits)}</trn:splits>"
        "</gnc:transaction>"
    )


GNUCASH_XML = (
    "<?xml version='1.0' encoding='utf-8'?><gnc-v2 "
    + " ".join(
        f"xmlns:{name}='http://www.gnucash.org/XML/{name}'" for name in ("gnc", "act", "cmdty", "trn", "split", "ts")
    )
    + "><gnc:book version='2.0.0'>"
    + _account("root", "Root Account", "ROOT", "")
    + _account("a", "Assets", "ASSET")
    + _account("b", "Everyday", "BANK", "a")
    + _account("c", "Blue", "CREDIT")
    + _account("e", "Expenses", "EXPENSE")
    + _account("f", "Food", "EXPENSE", "e")
    + _account("o", "Opening Balances", "EQUITY")
    + _transaction("t0", "2024-01-01", "Start", _split("b", "50000/100"), _split("o", "-50000/100"))
    + _transaction("t1", "2024-01-02", "Market", _split("c", "-1250/100"), _split("f", "1250/100"))
    + _transaction("t2", "2024-01-03", "Card payment", _split("b", "-1250/100"), _split("c", "1250/100"))
    + "</gnc:book></gnc-v2>"
).encode()
GNUCASH_GZ = gzip.compress(GNUCASH_XML)

BEANCOUNT = b"""\
option "operating_currency" "EUR"
2024-01-01 open Assets:Bank:Checking EUR
2024-01-01 pad Assets:Bank:Checking Equity:Opening-Balances
2024-01-02 balance Assets:Bank:Checking 1000.00 EUR

2024-01-05 * "Market" "Food and wine" #trip ^inv-1
  note: "my words"
  Assets:Bank:Checking   -30.00 EUR
  Expenses:Food:Groceries  20.00 EUR
  Expenses:Food:Wine

2024-01-06 * "To savings"
  Assets:Bank:Checking  -100 EUR
  Assets:Savings  100 EUR

2024-01-07 ! "Cafe" "lunch"
  Liabilities:Visa  -12.50 EUR
  Expenses:Food:Out  25.00/2 EUR

2024-01-08 * "Shares"
  Assets:Bank:Checking  -200 EUR
  Assets:Broker  2 AAPL {100 EUR}

2024-01-09 * "Dollars"
  Assets:Bank:Checking  -90 EUR
  Assets:Abroad  100 USD @ 0.9 EUR
2024-01-31 balance Assets:Bank:Checking 580.00 EUR
"""

HLEDGER = b"""\
; a journal
account assets:bank  ; type: A
2024-01-01 opening balances
    assets:bank:checking   $1,000.00 = $1,000.00
    equity:opening/closing balances

2024/01/05 * (12) Market | wine  ; :trip:fun:
    ; note: hello
    expenses:food    $20.00
    expenses:wine    $10.50
    assets:bank:checking

2024-01-06 Move
    assets:bank:checking  $-100 = $869.50
    assets:savings

2024-01-07 lunch
    liabilities:visa   -12,50 EUR
    expenses:eating out   12,50 EUR

2024-01-08 shares
    assets:broker   2 AAPL @ $50
    assets:bank:checking
"""


def actual_database() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript("""
        CREATE TABLE accounts (id TEXT, name TEXT, offbudget INTEGER, tombstone INTEGER);
        CREATE TABLE payees (id TEXT, name TEXT, transfer_acct TEXT);
        CREATE TABLE payee_mapping (id TEXT, targetId TEXT);
        CREATE TABLE categories (id TEXT, name TEXT, cat_group TEXT);
        CREATE TABLE category_groups (id TEXT, name TEXT);
        CREATE TABLE category_mapping (id TEXT, transferId TEXT);
        CREATE TABLE transactions (id TEXT, acct TEXT, date INTEGER, amount INTEGER, description TEXT, category TEXT,
            notes TEXT, isParent INTEGER, isChild INTEGER, tombstone INTEGER, starting_balance_flag INTEGER,
            financial_id TEXT, parent_id TEXT, imported_description TEXT);
        INSERT INTO accounts VALUES ('A', 'Everyday', 0, 0), ('S', 'Savings', 0, 0), ('H', 'House', 1, 0);
        INSERT INTO payees VALUES ('p1', 'Market', NULL), ('pa', '', 'A'), ('ps', '', 'S');
        INSERT INTO payee_mapping VALUES ('p1', 'p1'), ('old', 'p1'), ('pa', 'pa'), ('ps', 'ps');
        INSERT INTO category_groups VALUES ('g', 'Needs');
        INSERT INTO categories VALUES ('c1', 'Food', 'g'), ('c2', 'Home', 'g');
        INSERT INTO category_mapping VALUES ('c1', 'c1'), ('c2', 'c2'), ('gone', 'c1');
        INSERT INTO transactions VALUES
            ('t0', 'A', 20240101, 50000, NULL, NULL, NULL, 0, 0, 0, 1, NULL, NULL, NULL),
            ('t1', 'A', 20240102, -450, 'old', 'gone', 'rye', 0, 0, 0, 0, 'bank-1', NULL, 'MARKET 44'),
            ('t2', 'A', 20240103, -3000, 'p1', NULL, NULL, 1, 0, 0, 0, NULL, NULL, NULL),
            ('t2/a', 'A', 20240103, -2000, 'p1', 'c1', NULL, 0, 1, 0, 0, NULL, 't2', NULL),
            ('t2/b', 'A', 20240103, -1000, 'p1', 'c2', 'soap', 0, 1, 0, 0, NULL, NULL, NULL),
            ('t3', 'A', 20240104, -10000, 'ps', NULL, NULL, 0, 0, 0, 0, NULL, NULL, NULL),
            ('t4', 'S', 20240104, 10000, 'pa', NULL, NULL, 0, 0, 0, 0, NULL, NULL, NULL),
            ('t5', 'A', 20240105, -999, 'p1', 'c1', NULL, 0, 0, 1, 0, NULL, NULL, NULL),
            ('t6', 'H', 20240105, -999, 'p1', 'c1', NULL, 0, 0, 0, 0, NULL, NULL, NULL);
    """)
    connection.commit()
    content = connection.serialize()
    connection.close()
    return bytes(content)


def zipped(**members: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


ACTUAL_ZIP = zipped(**{"db.sqlite": actual_database(), "metadata.json": b'{"id": "x"}'})
YNAB_ZIP = zipped(**{"Mine - Register.csv": YNAB, "Mine - Budget.csv": b"Month,Category,Budgeted\n"})

SAMPLES = {
    "firefly": (FIREFLY,), "actual": (ACTUAL_CSV, ACTUAL_ZIP), "ynab": (YNAB, YNAB_ZIP), "mint": (MINT,),
    "monarch": (MONARCH,), "gnucash": (GNUCASH_CSV, GNUCASH_XML, GNUCASH_GZ), "beancount": (BEANCOUNT,),
    "hledger": (HLEDGER,), "simplifi": (SIMPLIFI,), "zenmoney": (ZENMONEY,), **{name: (data,) for name, data in SAMPLE_ROWS.items()},
}  # fmt: skip
