"""What the reports of quarters and years say in words of their own, and a report that replaces an earlier version."""

from __future__ import annotations

from collections.abc import Mapping

PERIOD_PHRASES: Mapping[str, str] = {
    "quarter.headline.empty": "Nothing was booked in {net.stretch}.",
    "quarter.headline.kept": "You kept {net.size} of {income.size} in {net.stretch}.",
    "quarter.headline.even": "You spent exactly what came in during {net.stretch}: {income.size}.",
    "quarter.headline.overspent": "You spent {net.size} more than came in during {net.stretch}.",
    "quarter.headline.no_income": "You spent {spending.size} in {net.stretch}; no income was booked.",
    "quarter.headline.no_spending": "{income.size} came in during {net.stretch}, and nothing was spent.",
    "quarter.summary.partial": (
        "The quarter is not over: these are the figures so far, and they are not held against whole quarters."
    ),
    "quarter.summary.more": (
        "Spending was {change.size} above your normal quarter of {normal.size} (the middle of {months.quarters_whole})."
    ),
    "quarter.summary.less": (
        "Spending was {change.size} below your normal quarter of {normal.size} (the middle of {months.quarters_whole})."
    ),
    "quarter.summary.same": "Spending was exactly that of your normal quarter, {normal.size}.",
    "quarter.summary.no_history": (
        "There is no earlier whole quarter yet to hold this one against; its own middle month took {inside.size}."
    ),
    "quarter.summary.try": "Import statements that cover this quarter, and ask for the report again.",
    "quarter.months.dearest": "{dearest.stretch} took most, {dearest.size}; {cheapest.stretch} least, {cheapest.size}.",
    "quarter.months.one": "Only {only.stretch} is known of this quarter so far.",
    "quarter.months.none": "No month of this quarter has any bookings.",
    "quarter.spending.none": "There was no spending in the base currency this quarter.",
    "quarter.movements.more": "Only the latest are told here; the reports of the months have all of them.",
    "quarter.changes.partial": (
        "A running quarter is not compared with whole ones; this part fills when the quarter is over."
    ),
    "quarter.changes.inside": (
        "There is no earlier whole quarter yet, so its months are held against each other: of each category the month "
        "that cost most, and how far it lies from the middle one."
    ),
    "quarter.changes.no_history": "This needs an earlier whole quarter, or more than one month with bookings.",
    "quarter.changes.none": "No category or payee moved by more than a hundredth part of your normal spending.",
    "quarter.quality.rows": (
        "This report rests on {count.rows} of {count.stretch}, and on {months.quarters_whole} before it."
    ),
    "quarter.quality.rows_first": (
        "This report rests on {count.rows} of {count.stretch}; there is no whole quarter before it."
    ),
    "quarter.quality.ahead": (
        "What is ahead is left out here: it would be what the report of the last month says. Financial health and "
        "advice are as of the last day looked at."
    ),
    "year.headline.empty": "Nothing was booked in {net.stretch}.",
    "year.headline.kept": "You kept {net.size} of {income.size} in {net.stretch}.",
    "year.headline.even": "You spent exactly what came in during {net.stretch}: {income.size}.",
    "year.headline.overspent": "You spent {net.size} more than came in during {net.stretch}.",
    "year.headline.no_income": "You spent {spending.size} in {net.stretch}; no income was booked.",
    "year.headline.no_spending": "{income.size} came in during {net.stretch}, and nothing was spent.",
    "year.summary.partial": (
        "The year is not over: these are the figures so far, and they are not held against whole years."
    ),
    "year.summary.more": (
        "Spending was {change.size} above your normal year of {normal.size} (the middle of {months.years_whole})."
    ),
    "year.summary.less": (
        "Spending was {change.size} below your normal year of {normal.size} (the middle of {months.years_whole})."
    ),
    "year.summary.same": "Spending was exactly that of your normal year, {normal.size}.",
    "year.summary.no_history": (
        "There is no earlier whole year yet to hold this one against; its own middle month took {inside.size}."
    ),
    "year.summary.try": "Import statements that cover this year, and ask for the report again.",
    "year.months.dearest": "{dearest.stretch} took most, {dearest.size}; {cheapest.stretch} least, {cheapest.size}.",
    "year.months.one": "Only {only.stretch} is known of this year so far.",
    "year.months.none": "No month of this year has any bookings.",
    "year.spending.none": "There was no spending in the base currency this year.",
    "year.movements.more": "Only the latest are told here; the reports of the months have all of them.",
    "year.changes.partial": ("A running year is not compared with whole ones; this part fills when the year is over."),
    "year.changes.inside": (
        "There is no earlier whole year yet, so its months are held against each other: of each category the month "
        "that cost most, and how far it lies from the middle one."
    ),
    "year.changes.no_history": "This needs an earlier whole year, or more than one month with bookings.",
    "year.changes.none": "No category or payee moved by more than a hundredth part of your normal spending.",
    "year.quality.rows": (
        "This report rests on {count.rows} of {count.stretch}, and on {months.years_whole} before it."
    ),
    "year.quality.rows_first": (
        "This report rests on {count.rows} of {count.stretch}; there is no whole year before it."
    ),
    "year.quality.ahead": (
        "What is ahead is left out here: it would be what the report of the last month says. Financial health and "
        "advice are as of the last day looked at."
    ),
    "restated.rows": (
        "Since the version before, {added.rows} came in, {changed.rows} changed and {removed.rows} went."
    ),
    "restated.same_rows": (
        "The rows of this period are the same; what they are held against, or how they are read, changed."
    ),
    "restated.unknown_rows": "Of the version before it is not kept which rows it saw.",
}
