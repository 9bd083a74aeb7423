"""A bank's own file is never taken for the export of a program."""

from __future__ import annotations

import pytest

from transactions.statements.rivals import RIVAL_READERS

BANK_FILES = (
    b"Date,Payee,Amount\n2024-01-02,Shop,-1.00\n",
    b"Date,Payee,Category,Memo,Outflow,Inflow\n01/02/2024,Shop,,x,1.00,\n",
    b"Account,Date,Payee,Notes,Category,Amount\nA,2024-01-02,Shop,,Food,-1.00\n",
    b"Account,Date,Payee,Notes,Category,Amount,Cleared\nA,2024-01-02,Shop,,Food,-1.00,yes\n",
    b"Date,Description,Original Description,Amount,Category,Account Name\n2024-01-02,a,b,-1.00,Food,A\n",
    b"Date,Description,Amount,Transaction Type,Category,Account Name\n2024-01-02,a,1.00,debit,Food,A\n",
    b"Date,Merchant,Category,Account,Notes,Amount,Tags\n2024-01-02,Shop,Food,A,,-1.00,\n",
    b"Date,Account,Description,Category,Tags,Amount,Balance\n2024-01-02,A,Shop,Food,,-1.00,5.00\n",
    b"date,account_name,amount,name,category,notes,currency\n2024-01-02,A,-1.00,Shop,Food,,EUR\n",
    b"Date,Wallet,Type,Amount,Currency,Note\n2024-01-02,A,Expense,-1.00,EUR,\n",
    b"Type,Date,Amount,Description,Source Name,Destination Name\ndebit,2024-01-02,1.00,x,A,B\n",
    b"date,name,amount,status,category,type,account\n2024-01-02,Shop,1.00,posted,Food,regular,A\n",
    b"2024-01-02  CARD PAYMENT: SHOP            -12.30\n    REF: 12345\n2024-01-03  FEE               -1.00\n",
    b"2024-01-02;Shop: corner;-12.30\n 2024-01-03;Bar: corner;-1.00\n",
    b"Date;Text;Amount\n02.01.2024;Assets: transfer;-12.30\n",
    b"!Type:Bank\nD1/2/2024\nT-1.00\nPShop\n^\n",
    b":20:X\n:25:1/2\n:60F:C240101EUR1,00\n:61:2401020102D1,00NTRF//X\n:86:shop\n:62F:C240102EUR0,00\n",
    b"<?xml version='1.0'?><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'></Document>",
    b"OFXHEADER:100\n\n<OFX><STMTTRN><TRNAMT>-1.00</STMTTRN></OFX>",
    b"PK\x03\x04" + b"\x00" * 200,
    b"\x1f\x8b\x08\x00broken",
    b"",
)


@pytest.mark.parametrize("data", BANK_FILES)
def test_files_of_banks_are_left_to_the_other_readers(data: bytes) -> None:
    assert [reader.format for reader in RIVAL_READERS if reader.recognise(data)] == []
