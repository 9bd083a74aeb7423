"""The months that break reports: empty, single, without income, without history, in many currencies, hostile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from advisory.analysis.advice.choice import MOST_SHOWN
from advisory.analysis.facts import FactBook
from advisory.reports.document import ReportDocument, Section
from advisory.reports.findings import SHORTFALL, Findings, Taken, Told
from advisory.reports.monthly import build_monthly_report
from advisory.tests.built import report_of
from advisory.tests.households import NAMESPACE, Household, household, month
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.period import Period, add_months

pytestmark = pytest.mark.usefixtures("plainest")


def report(
    shares: Iterable[Share],
    accounts: Sequence[AccountState] = (),
    *,
    currency: str = "EUR",
    key: str = "2026-10",
    is_partial: bool = False,
) -> ReportDocument:
    return report_of(
        Columns.of(shares), accounts, month(key), namespace=NAMESPACE, base_currency=currency, is_partial=is_partial
    )


def full(home: Household | None = None) -> ReportDocument:
    home = home or household()
    return report(home.shares, home.accounts())


def section(document: ReportDocument, key: str) -> Section:
    return next(found for found in document.sections if found.id == key)


def texts(document: ReportDocument, key: str) -> list[str]:
    return [sentence.text for sentence in section(document, key).sentences]


def values(document: ReportDocument) -> dict[str, str]:
    """Figures of the month itself, by metric, where a metric has only one."""
    return {fact.metric: fact.value for fact in document.facts if fact.period == document.month}


def test_a_full_month_says_what_was_kept_and_what_was_different() -> None:
    document = full()
    assert document.headline.text == "You kept €463.13 of €3,200.00 in October 2026."
    assert texts(document, "summary")[2] == (
        "Spending was €1,169.38 above your normal month of €1,567.49 (the middle of 6\N{NO-BREAK SPACE}full months)."
    )
    assert [found.id for found in document.sections] == [
        "summary",
        "advice",
        "spending",
        "changes",
        "recurring",
        "movements",
        "ahead",
        "health",
        "quality",
    ]


def test_every_advice_has_its_reason_and_at_most_five_are_given() -> None:
    items = section(full(), "advice").items
    assert [item.rule for item in items] == ["A06", "A03", "A08", "A28"]
    assert len(items) <= MOST_SHOWN
    assert all(item.why.facts for item in items)


def test_bills_come_with_their_next_date() -> None:
    (table,) = section(full(), "recurring").tables
    assert [row[0].text for row in table.rows] == [
        "Hausverwaltung Linde",
        "Stadtwerke",
        "Funkturm Mobil",
        "Streamly",
        "Sparbank",
    ]
    assert table.rows[0][-1].text == "1 November 2026"


def test_a_title_with_figures_and_a_cost_that_is_back_can_be_told() -> None:
    """What an advice was called then may hold a number: it is a name here, and no figure of the report."""
    home = household()
    taken = Taken("7", "7-Eleven became dearer by \u20ac2.00", date(2026, 8, 3), "reversed", {})
    document = build_monthly_report(
        home.columns(), home.accounts(), month(), namespace=NAMESPACE, base_currency="EUR", is_partial=False,
        found=Findings(taken=(taken,)),
    )  # fmt: skip
    (row,) = section(document, "worked").tables[0].rows
    assert [cell.text for cell in row] == [
        "7-Eleven became dearer by €2.00", "3 August 2026", "It worked, and the cost is back", "–",
    ]  # fmt: skip


def test_what_is_ahead_comes_with_a_band_and_how_often_it_held() -> None:
    first, second, lowest, proof = texts(full(), "ahead")
    assert first.startswith("On 30 November 2026 you will very likely have between €")
    assert second.startswith("On 29 January 2027 you will very likely have between €")
    assert lowest.startswith("The lowest point until then is about €")
    assert proof.startswith("Of 30 such bands in your own past ")


def test_money_that_may_run_short_is_told_where_one_looks_ahead() -> None:
    home = household()
    book = FactBook.over(home.columns(), NAMESPACE)
    lowest = book.derive(
        "cash_mid", "found@1", "EUR", Period(date(2026, 11, 1), date(2026, 11, 28)),
        params={"found": "-12.00", "engine": "made@1"},
    )  # fmt: skip
    found = Findings(told=(Told(SHORTFALL, date(2026, 10, 31), {"lowest_mid": lowest}),), facts=(lowest,))
    document = build_monthly_report(
        home.columns(), home.accounts(), month(), namespace=NAMESPACE, base_currency="EUR", is_partial=False,
        found=found,
    )  # fmt: skip
    (said,) = texts(document, "ahead")
    assert said.startswith("Your money may run short on 27 November 2026: The forecast is \u2212€12.00 that day.")
    assert not any("run short" in text for text in texts(document, "movements"))


def test_ahead_without_a_balance_or_a_past() -> None:
    home = household()
    (first, _) = texts(report(home.shares, home.accounts(is_known=False)), "ahead")
    assert first.startswith("By 30 November 2026 your money would change by about €")
    assert texts(report([]), "ahead") == ["There are too few rows yet to say what is ahead."]


def test_the_score_has_its_range_its_pillars_and_why_it_moved() -> None:
    home = household()
    told = section(full(home), "health")
    assert [sentence.text for sentence in told.sentences] == [
        "Your health score is 94.3 of a hundred; your own months leave it between 93.8 and 94.3.",
        "It is what it was the month before.",
    ]
    assert [row[0].text for row in told.tables[0].rows] == ["Spending", "Saving", "Borrowing", "Planning"]
    home.book(date(2026, 10, 30), -280_000, "Roof Repair", "rent_mortgage")
    moved = texts(full(home), "health")[1]
    assert moved.startswith("It fell by ")
    assert moved.endswith(" moved it most.")


def test_a_running_month_and_one_without_a_past_have_no_score() -> None:
    home = household()
    rows = [share for share in home.shares if share.booking_date < date(2026, 10, 10)]
    assert texts(report(rows, home.accounts(), is_partial=True), "health") == []
    assert texts(report(rows[:3]), "health")[0].startswith("A score needs ")


def test_an_empty_month_is_said_to_be_empty() -> None:
    document = report([])
    assert document.headline.text == "Nothing was booked in October 2026."
    assert values(document)["income"] == "0.00"
    assert texts(document, "summary") == ["Import a statement that covers this month, and ask for the report again."]
    verdicts = {row[2].text for row in section(document, "health").tables[0].rows}
    assert verdicts == {"Not judged"}


def test_an_empty_month_after_full_ones_is_still_a_report() -> None:
    home = household(last="2026-09")
    document = report(home.shares, home.accounts())
    assert document.headline.text == "Nothing was booked in October 2026."
    assert texts(document, "spending") == ["There was no spending in the base currency this month."]
    assert texts(document, "changes")[0].startswith("Rent mortgage cost €980.00 less than normal")


def test_a_single_transaction() -> None:
    home = Household()
    home.book(date(2026, 10, 9), -1234, "Markt am Eck", "groceries")
    document = report(home.shares, home.accounts())
    assert document.headline.text == "You spent €12.34 in October 2026; no income was booked."
    assert texts(document, "summary")[1:] == [
        "Without income there is no savings rate.",
        "There is no earlier full month yet to hold this one against.",
    ]


def test_only_income() -> None:
    home = Household()
    home.book(date(2026, 10, 28), 320_000, "Nordwind GmbH", "income_salary")
    assert report(home.shares).headline.text == "€3,200.00 came in during October 2026, and nothing was spent."


def test_more_out_than_in_and_exactly_even() -> None:
    home = Household()
    home.book(date(2026, 10, 28), 10_000, "Nordwind GmbH", "income_salary")
    home.book(date(2026, 10, 29), -10_000, "Markt am Eck", "groceries")
    assert report(home.shares).headline.text == "You spent exactly what came in during October 2026: €100.00."
    home.book(date(2026, 10, 30), -2500, "Markt am Eck", "groceries")
    assert report(home.shares).headline.text == "You spent €25.00 more than came in during October 2026."


@pytest.mark.parametrize(("currency", "text"), [("JPY", "¥320,000"), ("KWD", "KWD\u00a0320.000")])
def test_a_currency_keeps_its_own_decimals(currency: str, text: str) -> None:
    home = household(currency=currency)
    document = report(home.shares, home.accounts(), currency=currency)
    assert text in document.headline.text
    assert {fact.unit for fact in document.facts} <= {currency, "count", "ratio", "months", "date", "points"}


def test_other_currencies_stand_for_themselves() -> None:
    home = household()
    yen = [Share(900 + at, date(2026, 10, 3), amount, "JPY", 7) for at, amount in enumerate((-5000, 1200))]
    document = report([*home.shares, *yen], home.accounts())
    (table,) = section(document, "currencies").tables
    assert [cell.text for cell in table.rows[0]] == ["JPY", "¥1,200", "¥5,000", "−¥3,800", "2"]
    assert values(document)["spending"] == values(full())["spending"]


def test_a_month_in_another_currency_only() -> None:
    document = report([Share(1, date(2026, 10, 3), -5000, "JPY", 7)])
    assert document.headline.text == "Nothing was booked in October 2026."
    assert section(document, "currencies").tables[0].rows[0][2].text == "¥5,000"


def test_a_running_month_is_not_held_against_full_ones() -> None:
    home = household()
    rows = [share for share in home.shares if share.booking_date < date(2026, 10, 10)]
    document = report(rows, home.accounts(), is_partial=True)
    assert "The month is not over" in texts(document, "summary")[-1]
    assert section(document, "changes").tables == ()
    (bills,) = section(document, "recurring").tables
    assert [row[-1].text for row in bills.rows if row[0].text == "Funkturm Mobil"] == ["12 October 2026"]


def due_words(home: Household, payee: str) -> list[str]:
    (bills,) = section(full(home), "recurring").tables
    return [row[-1].text for row in bills.rows if row[0].text == payee]


def test_a_bill_that_did_not_come_is_due_since_its_day() -> None:
    home = household()
    for back in range(13, 0, -1):
        home.book(add_months(month().start, -back).replace(day=26), -1990, "Bahnhof Fitness", "subscriptions")
    assert due_words(home, "Bahnhof Fitness") == ["due since 26 October 2026"]


def test_a_bill_that_stays_away_is_no_running_one() -> None:
    home = household()
    home.shares = [s for s in home.shares if not (s.payee_name == "Funkturm Mobil" and s.booking_date in month())]
    assert due_words(home, "Funkturm Mobil") == []
    assert due_words(home, "Sparbank") == ["20 November 2026"]


def test_what_is_worth_a_look_is_told_in_the_words_of_its_page() -> None:
    said = texts(full(), "movements")[1:]
    assert [one.partition(": ")[0] for one in said] == [
        "First payment to 7-Eleven Reisen",
        "Kabel Co #import x bold <script> may have charged twice",
        "Trattoria Sole charged more than usual",
    ]
    quiet = household()
    quiet.shares = [s for s in quiet.shares if abs(s.amount_minor) not in {32_900, 21_999, 41_250}]
    assert texts(full(quiet), "movements")[1:] == ["No payment stood out against what the same payee took before."]


def test_rows_after_the_month_are_not_looked_at() -> None:
    home = household()
    later = replace(home.shares[0], transaction_id=9999, booking_date=date(2026, 11, 1), amount_minor=-1)
    assert report([*home.shares, later], home.accounts()) == full(home)


def test_another_owner_gets_other_fact_ids_for_the_same_rows() -> None:
    home = household()
    other = report_of(
        home.columns(), home.accounts(), month(), namespace="owner-2", base_currency="EUR", is_partial=False
    )
    mine = {fact.id for fact in full(home).facts}
    assert mine.isdisjoint(fact.id for fact in other.facts)
    assert other.headline.text == full(home).headline.text


def test_stages_are_told_in_order() -> None:
    told: list[tuple[str, int]] = []
    report_of(
        Columns.of([]),
        [],
        month(),
        namespace=NAMESPACE,
        base_currency="EUR",
        is_partial=False,
        stage=lambda name, done: told.append((name, done)),
    )
    assert [name for name, _ in told] == [
        "history",
        "figures",
        "recurring",
        "unusual",
        "health",
        "advice",
        "evidence",
    ]
    assert [done for _, done in told] == sorted(done for _, done in told)


def test_twenty_thousand_rows_stay_one_readable_report() -> None:
    """The number of facts is bounded by what is told, not by the rows; a quadratic step would hit the timeout."""
    rows = [
        Share(
            at + 1,
            date(2024, 11, 1) + timedelta(days=at * 7 % 730),
            (-1 if at % 9 else 1) * (100 + at * 7919 % 30_000),
            "EUR",
            1,
            payee_id=at % 400,
            payee_name=f"Payee {at % 400}",
            category_id=at % 26,
            category_name=f"Category {at % 26}",
        )
        for at in range(20_000)
    ]
    document = report(rows, [AccountState(1, "Everyday", "checking", "EUR", 0, True)])
    assert len(document.facts) < 600
    counted = next(fact for fact in document.facts if fact.metric == "transaction_count")
    assert int(counted.value) == sum(share.booking_date in month() for share in rows)
