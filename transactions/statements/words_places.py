"""Words in the header of a table that tell where it comes from, as far as that decides how its dates are written."""

from __future__ import annotations

# Column names of English exports; a header without any of them is in another language.
ENGLISH_COLUMNS = """
date | amount | description | balance | transaction | transactions | payee | memo | merchant | currency | posted
posting | credit | debit | details | particulars | narrative | reference | money in | money out | paid in | paid out
withdrawal | withdrawals | deposit | deposits | category | completed | name | value | charges
"""
COMMONWEALTH = """
cheque | cheque no | cheque number | chq | chq no | sort code | bsb | gst | vat | particulars | paid in | paid out
money in | money out | serial | tran type | payee particulars | standing order | narrative | cheque num | dr cr
"""
AMERICAN = """
check number | check | check no | zip | zip code | routing number | fitid | checking | check or slip | slip
card member
"""
