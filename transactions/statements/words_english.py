"""More names of columns in English, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "English": {
        "booking_date": """
            date of entry | entry dt | posting dt | book. date | booking time | date booked | processing date
            process date | clearing date | settled on | transaction posted date | post dt | posted on
            posted transactions date | effective posting date | system date | accounting dt
        """,
        "date": """
            tran dt | trxn date | trx date | transaction dt | txn dt | txn posted date | date of operation
            operation date | order date | event date | date/time | date & time | transaction date time
            transaction date and time | datetime utc | local date | local time | transaction created | date (utc)
            payment date | charge date | sale date | trade date | activity post date | run date | history date
            date transaction | transaction day | paid on | occurred at | dated
        """,
        "value_date": """
            value dt | val date | interest date | settle date | date of value | val. date | value on | as of date
        """,
        "amount": """
            trans amount | txn amount | tran amount | trx amount | transaction value | transaction amt
            amount transaction | amount due | value in account currency | amount (local) | transaction amount(local)
            local currency amount | cash amount | cash flow | cash movement | money movement | money
            debit/credit amount | credit/debit amount | amount debit/credit | signed amount
            amount in local currency | transaction total | total transaction amount | billing amt | amount billed
            net cash | net value | settled amount | movement | debit or credit amount | payment/deposit
            withdrawal/deposit | withdrawals/deposits | deposits/withdrawals | price paid | charged amount
            total (incl. tax) | spent amount | amt (local) | account currency amount
        """,
        "debit": """
            dr. | dr amt | debit(dr) | debit (-) | debit(-) | withdrawal (dr) | withdrawal(dr) | withdrawals (dr)
            withdrawal dr | withdrawals debit | debits (-) | debit amount(-) | money out (-) | paid out (£)
            debit value | debit transaction amount | debit movement | outgoing | outgoings | out (-) | payment out
            payments out | amount withdrawn | subtractions | cheques and debits | charges/debits | purchases
            purchase amount | disbursement | disbursements | debit withdrawal | withdrawal debit
            withdrawals/debits | debits/withdrawals | debit/withdrawal | paid out amount | transfer out
            debit local | expenditure | expense amount | amount spent | funds out | cash out | payments & purchases
        """,
        "credit": """
            cr. | cr amt | credit(cr) | credit (+) | credit(+) | deposit (cr) | deposit(cr) | deposits (cr)
            deposit cr | deposits credit | credits (+) | credit amount(+) | money in (+) | paid in (£)
            credit value | credit transaction amount | credit movement | incoming | incomings | in (+) | payment in
            payments in | amount deposited | lodgments | lodgment | deposits/credits | credits/deposits
            credit/deposit | payments/credits | receipt | receipt amount | transfer in | credit local
            income amount | amount received | funds in | cash in | payments received | refunds
        """,
        "balance": """
            running bal | running bal. | running balance amount | closing bal | balance(inr) | balance inr
            balance (£) | ledger bal | available bal | avail. balance | current bal | account bal | cleared balance
            book balance | balance amt | balance after booking | total balance | cumulative balance
            balance carried forward | outstanding balance | post balance | balance (local)
            balance in account currency | new balance amount | statement balance | cash balance
            account balance after transaction | ending daily balance | line balance | day balance
        """,
        "currency": """
            ccy code | crncy | iso code | currency iso | currency (iso) | transaction ccy | acct ccy | account ccy
            local currency type | transaction currency code | currency of account | currency name
        """,
        "flag": """
            drcr | dr | cr | d/c indicator | dc indicator | d/c flag | cr/db | db/cr flag | debit credit flag
            debit or credit indicator | debit/credit indicator | credit/debit indicator | dr/cr indicator | cdi | dc
            transaction sign | transaction nature | sign of amount | plus or minus | credit debit | cr dr flag
            type of entry | entry type | debit/credit type
        """,
        "counterparty": """
            payee/payor | payor | paid to/from | received from | sent to | beneficiary / remitter | sender/recipient
            sender / receiver | receiver | receiver name | recipient/sender | counterparty / merchant
            counter-party | counterparty details | third party | other party name | other account name
            opposing name | merchant/payee | store name | transaction merchant | merchant details | merchant info
            paying to | remitter/beneficiary | party | company | company name | vendor name | retailer
            supplier name | customer/merchant | clean merchant name | simple description | creditor name
            debtor name | creditor | debtor | ordering party | initiator
        """,
        "description": """
            transaction particulars | transaction narrative | transaction detail | transaction info | payment info
            payment purpose/details | purpose of payment | purpose of transfer | remittance information
            remittance info | unstructured remittance information | message to recipient | message to payee
            your reference | their reference | bank text | booking text | entry text | statement text
            statement narrative | long description | full description | transaction text | transaction message
            description 1 | description 2 | description1 | description2 | narration 1 | narrative 1 | narrative #1
            memo/description | notes and #tags | transaction description 1 | cheque details | item | items | service
            product | subject | reason | reason for payment | payment for | event | original details
            statement details | other details | extra information | additional info | transaction remarks/notes
            user note
        """,
        "external_id": """
            transaction ref | transaction ref. | transaction ref no | txn ref | txn ref no | txn ref no. | tran ref
            bank ref | bank ref no | reference code | reference/id | unique transaction id | entry reference
            entry number | sequence number | activity id | operation id | operation code | payment id | transfer id
            balance transaction id | source id | import id | arn | rrn | trace id | trace no | auth code
            authorization code | approval code | approval number | voucher no | voucher number
            cheque no/reference no | instrument no | internal reference | global transaction id | end to end id
            endtoend id | end-to-end reference
        """,
        "account": """
            account no/iban | iban number | iban no | acct number | acct no | acct no. | account code | card
            card ending in | card number (last 4) | card last four | pan | masked card number | card member number
            account # | account number/iban | holding account | booking account | account / card
            account nickname number
        """,
        "counter_account": """
            payee account number | counterparty account no | counter-account | contra account
            contra account number | opposing account | opposing iban | beneficiary account no
            beneficiary's account number | remitter account | sender iban | recipient iban | receiver iban
            receiver account | payer account | other account | other account number | transfer account
            creditor account | debtor account | account from/to | to iban | from iban | destination iban
            counterparty bban | payee bic | bank account counterparty
        """,
        "account_name": """
            account title | account description | account nickname | product name | pocket | vault | jar
            space name | sub account
        """,
        "status": """
            tx status | txn status | clearing status | transaction state | cleared status | posted/pending
            booked/pending | settled/pending | booking state
        """,
        "category": """
            spending category | expense category | merchant category | merchant category description
            mcc description | category id | parent category | main category | sub category | sub-category
            personal finance category | transaction category | bank category | budget
        """,
        "type": """
            transaction type description | type of transaction | tran type | txn type | trans type | trx type
            transaction code | tran code | entry code | booking type | booking code | operation type
            type of operation | payment method | payment type | channel | payment channel | instrument | cheque
            cheq no | chq num | check no | check num | check # | check or slip # | slip | transaction method
            transaction category code | record type | row type | line type
        """,
        "foreign_amount": """
            amount (foreign) | transaction amount(foreign) | foreign amt | fx amount | original value
            amount in original currency | amount in transaction currency | amount in local currency of transaction
            merchant currency amount | transaction currency amount | source value | exchanged amount
            amount before conversion | instructed value | orig. amount | orig amount | original amt
            local spend amount | asset price | unit price amount | gross amount | gross value | sent amount
            receive amount | tip | tips | surcharge amount | tax amount | vat amount | principal | interest amount
            market value | cost basis | credit limit | available credit | limit
        """,
        "foreign_currency": """
            asset currency | security currency | instrument currency | foreign currency type | foreign currency code
            fx currency | original ccy | orig. currency | orig currency | transaction currency original
            currency of transaction | native currency | base currency | quote currency | price currency
            fee currency | tax currency
        """,
        "account_amount": """
            amount in base currency | amount in home currency | amount in account ccy | amount (account currency)
            transaction amount in account currency | converted to account currency | settlement amt | posted value
            statement amount
        """,
        "account_currency": """
            base currency of account | home currency | account base currency | posting currency | posted currency
            billing currency | statement currency
        """,
        "fee": """
            fee amount | fees amount | transaction fee | service fee | service charge | charges | total fees
            bank charges | commission amount | fx fee | conversion fee | exchange fee | surcharge
            international fee | processing fee
        """,
        "rate": """
            fx rate | conversion rate | rate of exchange | currency rate | exch rate | exchange-rate
            asset price in | price per share | share price | nav | number of shares | asset name | isin | symbol
            ticker | security | cusip | mcc code | latitude | longitude | city | state | country | postal code
            street | zip code | terminal | terminal id | branch | branch code | ifsc | ip address | device
            points earned | miles | day of week | weekday | week | quarter | receipt | has receipt | attachment
            attachments
        """,
    },
}
