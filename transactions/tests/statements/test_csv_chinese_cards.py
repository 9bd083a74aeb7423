"""Chinese cards: flags in two languages, refunds among charges, and a currency that only a name of a column tells."""

from __future__ import annotations

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read


def amounts(statement: ParsedStatement) -> list[str]:
    return [str(line.amount) for account in statement.accounts for line in account.lines]


def test_a_flag_that_says_the_same_in_two_languages(read: Read) -> None:
    statement = read(
        "交易日期,交易类型,借贷,交易金额,余额\n2025-01-01,存款利息,贷 Cr,1.23,1334.63\n"
        "2024-02-02,转账,借 Dr,3.21,2334.62\n"
    )

    assert (amounts(statement), statement.questions) == (["1.23", "-3.21"], ())


def test_returned_goods_come_in(read: Read) -> None:
    statement = read(
        "交易日期,交易说明,入账币种/金额\n2025-01-10,退货 滴滴,CNY 123.18\n2025-01-29,信用卡还款 转账,CNY 666.60\n"
        "2025-01-13,消费 京东,CNY 10.00\n2025-01-17,消费 饿了么,CNY 10.74\n"
    )

    assert amounts(statement) == ["123.18", "666.60", "-10.00", "-10.74"]


def test_the_currency_inside_the_name_of_a_column(read: Read) -> None:
    statement = read("交易日,交易摘要,人民币金额\n2025-01-10,甲,-12.30\n2025-01-11,乙,5.00\n")

    assert [account.currency for account in statement.accounts] == ["CNY"]
