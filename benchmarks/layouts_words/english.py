"""English speaking countries. One block a country; see `layouts_country` for the form."""

from __future__ import annotations

BLOCKS = """
[us USD m/d/Y,m/d/y,n/j/Y,Y-m-d,M d, Y|1,234.56 plain.|cp1252]
date: Date | Posting Date | Transaction Date | Post Date | Posted Date
value: Effective Date | Value Date
text: Description | Payee | Transaction Description | Memo | Details
party: Merchant | Name | Payee
amount: Amount | Amount (USD) | Transaction Amount
debit: Debit | Withdrawals | Withdrawal Amount | Debit Amount | Money Out
credit: Credit | Deposits | Deposit Amount | Credit Amount | Money In
balance: Balance | Running Bal. | Ending Balance | Running Balance
currency: Currency
flag: Credit or Debit | Debit/Credit | Transaction Type | Type
sides: Debit,Credit | DEBIT,CREDIT | D,C | DR,CR
kind: Type | Transaction Type
kinds_out: Purchase | Debit Card Purchase | ATM Withdrawal | Fee | Sale
kinds_in: Deposit | Direct Deposit | Interest Payment | Refund
ref: Reference Number | Check Number | Transaction ID | Confirmation Number
other: Account Number (To/From)
account: Account | Account Number
opening: Beginning Balance | Opening balance | Previous Balance
closing: Ending Balance | Closing Balance | Ending Ledger Balance
total: Total | Totals | Total transactions
period: Statement period | Date range
category: Category
foreign: Original Amount,Original Currency
fee: Fee
out: SQ *BLUE DOOR CAFE | WHOLEFDS MKT 10203 | CITY PARKING 22 | RENT OAK STREET | COSTCO WHSE | CHECK 1043
in: PAYROLL ACME INC | MOBILE DEPOSIT | INTEREST PAID | VENMO CASHOUT | TAX REFUND
people: Jordan Ellis | Northwind Traders | Acme Inc | Harbor Dental
card: Card No. | Card Number | Card Member
payment: PAYMENT THANK YOU | AUTOPAY PAYMENT | ONLINE PAYMENT THANK YOU
due: Credit limit | Minimum payment due | New balance | Payment due date

[gb GBP d/m/Y,d M Y,d-M-Y,d M y,Y-m-d|1,234.56 plain.|cp1252]
date: Date | Transaction Date | Booking date
value: Value Date
text: Description | Narrative | Transaction Description | Counter Party | Reference
party: Name | Merchant Name | Payee
amount: Amount | Value | Amount (GBP)
debit: Debit Amount | Paid out | Money Out | Debit | Money Out (£)
credit: Credit Amount | Paid in | Money In | Credit | Money In (£)
balance: Balance | Balance (GBP) | Account Balance
currency: Currency | Account Currency
flag: Debit/Credit | Dr/Cr | Type
sides: Debit,Credit | DR,CR | D,C | Out,In
kind: Transaction Type | Type
kinds_out: POS | Direct Debit | Card Payment | Standing Order | Cash Withdrawal
kinds_in: Faster Payment Received | Bank Giro Credit | Interest | Refund
ref: Reference | Transaction ID | Sort Code
other: Counterparty Account
account: Account Number | Account Name
opening: Opening balance | Balance brought forward | Start balance
closing: Closing balance | Balance carried forward | End balance
total: Total | Totals
period: From | Statement period
category: Category | Spending Category
foreign: Local amount,Local currency
fee: Fee
out: TESCO STORES 3371 | TFL TRAVEL CH | COUNCIL TAX | J SMITH RENT | COSTA COFFEE | BRITISH GAS DD | GYM GROUP
in: SALARY ORCHARD LTD | HMRC CHILD BENEFIT | BGC M JONES | REFUND ARGOS | INTEREST PAID
people: Priya Shah | Orchard Ltd | T Evans | Mill Lane Garage
card: Card Number | Cardholder | Credit card
payment: PAYMENT RECEIVED - THANK YOU | DIRECT DEBIT PAYMENT - THANK YOU
due: Credit limit | Minimum payment | New balance | Payment due

[in INR d/m/Y,d/m/y,d-M-Y,d-m-Y,d M Y|12,34,567.89 plain. 1,234.56|cp1252]
date: Txn Date | Date | Tran Date | Transaction Date
value: Value Date | Value Dt
text: Narration | Description | Particulars | Transaction Remarks
party: Payee | Beneficiary
amount: Amount | Transaction Amount(INR) | Amount (INR)
debit: Withdrawal Amt. | Debit | Withdrawal Amount (INR ) | DR
credit: Deposit Amt. | Credit | Deposit Amount (INR ) | CR
balance: Closing Balance | Balance | Balance (INR ) | BAL
currency: Currency
flag: Dr/Cr | CR/DR | Type
sides: DR,CR | Dr,Cr | D,C
kind: Transaction Type
kinds_out: POS | ATM-CASH | UPI DEBIT | CHARGES
kinds_in: NEFT CREDIT | SALARY | UPI CREDIT | INTEREST
ref: Chq./Ref.No. | Ref No./Cheque No. | Cheque Number | S No.
other: Beneficiary Account
account: Account No | Account Number
opening: Opening Balance | B/F
closing: Closing Balance | C/F
total: Total | Grand Total
period: Statement From | Period
category: Category
foreign: Foreign Amount,Foreign Currency
fee: Charges
out: UPI-SWIGGY-9920@okicici | ATW-4591 MG ROAD | ACH D- BAJAJ | POS BIG BAZAAR | BIL/ELECTRICITY | IMPS RENT
in: NEFT CR-SALARY | UPI-RAHUL-CR | INT PD | CASH DEP
people: Rahul Mehta | Shree Traders
card: Card Number | Credit Card No
payment: PAYMENT RECEIVED THANK YOU | NETBANKING PAYMENT RECEIVED
due: Credit Limit | Minimum Amount Due | Total Amount Due

[za ZAR d/m/Y,Y/m/d,Ymd,d M Y,Y-m-d|1,234.56 plain.|cp1252]
date: Date | Posting Date | Transaction Date
value: Value Date
text: Description | Transaction Description | Narrative
party: Payee | Beneficiary
amount: Amount | Amount (ZAR)
debit: Debit Amount | Debits | Money Out
credit: Credit Amount | Credits | Money In
balance: Balance | Account Balance
currency: Currency
flag: Debit/Credit
sides: DR,CR | D,C
kind: Type
kinds_out: Card Purchase | Debit Order | Cash Withdrawal | Service Fee
kinds_in: Deposit | Salary | Interest | Refund
ref: Reference | Accrued Bank Charges
other: To Account
account: Account Number
opening: Opening Balance
closing: Closing Balance
total: Total
period: Statement Period
category: Category | Parent Category
foreign: Original Amount,Original Currency
fee: Fee
out: CHECKERS SEA POINT | RENT FLAT 4 | CITY POWER | ENGEN GARAGE | WOOLWORTHS | ATM WITHDRAWAL
in: SALARY | EFT FROM NAIDOO | INTEREST EARNED
people: Thandi Naidoo | Build It CC
card: Card Number | Credit Card
payment: PAYMENT RECEIVED THANK YOU | DEBIT ORDER PAYMENT RECEIVED
due: Credit Limit | Minimum Payment Due

[au AUD d/m/Y,d M Y,Y-m-d,d M y|1,234.56 plain.|cp1252]
date: Date | Transaction Date | Processed Date
value: Value Date | Effective Date
text: Narrative | Description | Transaction Details | Details
party: Merchant Name | Payee
amount: Amount | Amount (AUD)
debit: Debit Amount | Debit | Withdrawals
credit: Credit Amount | Credit | Deposits
balance: Balance | Running Balance
currency: Currency
flag: Debit/Credit | Type
sides: DEBIT,CREDIT | DR,CR
kind: Transaction Type | Categories
kinds_out: Eftpos Debit | Direct Debit | Withdrawal | Fee
kinds_in: Direct Credit | Deposit | Interest Paid | Salary
ref: Serial | Reference | Receipt
other: Payee Account Number
account: Bank Account | Account Number | BSB Number
opening: Opening Balance
closing: Closing Balance
total: Total
period: From
category: Category
foreign: Foreign Amount,Foreign Currency
fee: Fees
out: WOOLWORTHS 1192 | BP MELBOURNE | RENT REAL ESTATE | TELSTRA | BUNNINGS | ATM WDL
in: SALARY PAYROLL | OSKO PAYMENT FROM LEE | INTEREST PAID
people: Chloe Lee | Harbour Plumbing
card: Card Number | Credit Card
payment: PAYMENT RECEIVED THANK YOU | BPAY PAYMENT-THANK YOU
due: Credit Limit | Minimum Payment Due
"""
