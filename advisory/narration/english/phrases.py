"""Every sentence a report says of a month, in several wordings where it comes back each month.

Second person, plain words, no digit of its own: figures come from facts only. The first wording is the plainest.
"""

from __future__ import annotations

from collections.abc import Mapping

from advisory.narration.wordings import Wordings

PHRASES: Mapping[str, Wordings] = {
    "headline.empty": "Nothing was booked in {net.month}.",
    "headline.kept": (
        "You kept {net.size} of {income.size} in {net.month}.",
        "In {net.month} {net.size} was left of the {income.size} that came in.",
        "{income.size} came in during {net.month}, and {net.size} of it stayed with you.",
    ),
    "headline.even": "You spent exactly what came in during {net.month}: {income.size}.",
    "headline.overspent": (
        "You spent {net.size} more than came in during {net.month}.",
        "In {net.month} you spent {spending.size}; {income.size} came in, so {net.size} was missing.",
        "{net.month} cost {net.size} more than it brought.",
    ),
    "headline.no_income": "You spent {spending.size} in {net.month}; no income was booked.",
    "headline.no_spending": "{income.size} came in during {net.month}, and nothing was spent.",
    "summary.partial": (
        "The month is not over: these are the figures so far, and they are not held against full months."
    ),
    "summary.flows": (
        "{income.size} came in and {spending.size} went out, in {count.rows}.",
        "Your {count.rows} brought {income.size} in and took {spending.size} out.",
        "Counted over {count.rows}, {income.size} came in and {spending.size} left.",
    ),
    "summary.rate": (
        "That is a savings rate of {rate.percent}.",
        "Your savings rate was {rate.percent}.",
        "This makes a savings rate of {rate.percent}.",
    ),
    "summary.no_rate": "Without income there is no savings rate.",
    "summary.more": (
        "Spending was {change.size} above your normal month of {normal.size} (the middle of {months.months_full}).",
        (
            "You spent {change.size} more than in a normal month, which costs {normal.size} (the middle of "
            "{months.months_full})."
        ),
        "Against your normal month of {normal.size}, taken from {months.months_full}, {change.size} more went out.",
    ),
    "summary.less": (
        "Spending was {change.size} below your normal month of {normal.size} (the middle of {months.months_full}).",
        (
            "You spent {change.size} less than in a normal month, which costs {normal.size} (the middle of "
            "{months.months_full})."
        ),
        "Against your normal month of {normal.size}, taken from {months.months_full}, {change.size} less went out.",
    ),
    "summary.same": "Spending was exactly that of your normal month, {normal.size}.",
    "summary.no_history": "There is no earlier full month yet to hold this one against.",
    "summary.try": "Import a statement that covers this month, and ask for the report again.",
    "summary.no_rate_value": "none",
    "summary.normally": "normally {fact.size}",
    "summary.so_far": "so far; a full month: {fact.size}",
    "summary.inside": "a middle month: {fact.size}",
    "quarter.summary.so_far": "so far; a whole quarter: {fact.size}",
    "year.summary.so_far": "so far; a whole year: {fact.size}",
    "spending.none": "There was no spending in the base currency this month.",
    "spending.largest": (
        "{now.category} took the largest part: {now.size}, or {part.percent} of all spending.",
        "The largest part, {part.percent} of all spending, went to {now.category}: {now.size}.",
        "{now.size} went to {now.category}, the largest part, or {part.percent} of all spending.",
    ),
    "spending.payee": (
        "Most went to {now.payee}: {now.size}.",
        "The largest sum, {now.size}, went to {now.payee}.",
        "{now.payee} received the most, {now.size}.",
    ),
    "changes.partial": "A running month is not compared with full ones; this part fills when the month is over.",
    "changes.no_history": "This needs at least one earlier full month.",
    "changes.none": "No category or payee moved by more than a hundredth part of your normal spending.",
    "changes.up": (
        "{change.category} cost {change.size} more than normal, the largest rise.",
        "The largest rise was in {change.category}: {change.size} more than normal.",
        "Nothing rose as much as {change.category}, by {change.size} against normal.",
    ),
    "changes.down": (
        "{change.category} cost {change.size} less than normal, the largest fall.",
        "The largest fall was in {change.category}: {change.size} less than normal.",
        "Nothing fell as much as {change.category}, by {change.size} against normal.",
    ),
    "recurring.none": "No charge has come back in a steady rhythm yet. A monthly one shows after its third booking.",
    "recurring.total": (
        "{count.number} running charges come to about {month.size} a month, {year.size} a year.",
        "You carry {count.number} running charges: about {month.size} a month, or {year.size} a year.",
        "About {month.size} a month, {year.size} a year, is taken by {count.number} running charges.",
    ),
    "recurring.one": "One running charge comes to about {month.size} a month, {year.size} a year.",
    "recurring.late": "due since {fact.date}",
    "movements.largest": (
        "The largest single payment was {amount.size} to {amount.payee} on {amount.booked}.",
        "On {amount.booked} you made the largest single payment, {amount.size} to {amount.payee}.",
        "The {amount.size} to {amount.payee} on {amount.booked} was the largest single payment.",
    ),
    "movements.none": "There was no spending to rank.",
    "movements.usual": (
        "No payment stood out against what the same payee took before.",
        "Every payment was within what the same payee had taken before.",
        "Against earlier payments to the same payees, nothing stood out.",
    ),
    "worked.intro": "This is judged by the rows booked since you took it up, and by nothing else.",
    "ahead.none": "There are too few rows yet to say what is ahead.",
    "ahead.band": (
        (
            "On {mid.last_day} you will very likely have between {low.amount} and {high.amount}; the middle is "
            "{mid.amount}."
        ),
        (
            "Very likely between {low.amount} and {high.amount} will be there on {mid.last_day}, with {mid.amount} in "
            "the middle."
        ),
        (
            "For {mid.last_day} the forecast is {mid.amount}; very likely it will lie between {low.amount} and "
            "{high.amount}."
        ),
    ),
    "ahead.line": "On {mid.last_day} you would have about {mid.amount} if everything goes on as before.",
    "ahead.change": (
        "By {mid.last_day} your money would change by about {mid.amount}. Give your accounts an opening balance to "
        "see what will be there."
    ),
    "ahead.lowest": (
        "The lowest point until then is about {mid.amount} on {mid.last_day}.",
        "On {mid.last_day} the least will be there, about {mid.amount}.",
        "It goes down to about {mid.amount} on {mid.last_day} on the way.",
    ),
    "ahead.held": "Of {tests.number} such bands in your own past {held.number} held what came.",
    "ahead.unproven": "No band is given: repeating the past would have been as close.",
    "health.score": (
        (
            "Your health score is {score.number} of a hundred; your own months leave it between {low.number} and "
            "{high.number}."
        ),
        (
            "{score.number} of a hundred is your health score; by your own months it lies between {low.number} and "
            "{high.number}."
        ),
        (
            "The health score stands at {score.number} of a hundred, with your own months between {low.number} and "
            "{high.number}."
        ),
    ),
    "health.rose": "It rose by {change.points_size} since the month before",
    "health.fell": "It fell by {change.points_size} since the month before",
    "health.stayed": "It is what it was the month before.",
    "health.savings_rate": "Over the last full months ({rate.span}) you kept {net.amount} of {income.size}.",
    "health.buffer_months": (
        "{standing.amount} stands on your current, savings and cash accounts; essentials take {usual.size} "
        "in a normal month."
    ),
    "health.essential_share": "Essentials took {needs.size} of {income.size} that came in ({share.span}).",
    "health.spend_volatility": "A usual month stays this close to your middle month of {usual.size} ({swing.span}).",
    "health.cost_of_money": "{fees.size} went to fees and interest ({cost.span}).",
    "health.savings_rate_year": "Over a longer time ({rate.span}) you kept {net.amount} of {income.size}.",
    "health.housing_ratio": "Rent or mortgage and energy took {cost.size} of {income.size} income ({share.span}).",
    "health.income_volatility": (
        "So many months brought over a quarter more or less than your middle month of {usual.size} ({swing.span})."
    ),
    "health.net_worth_trend": (
        "In a usual month all your accounts together change by {step.amount}, next to {usual.size} of spending "
        "({trend.span})."
    ),
    "health.low_cash_days": "{standing.amount} stands on your current, savings and cash accounts.",
    "health.debt_service": "{paid.size} of {income.size} went to loans and instalments, as really paid ({share.span}).",
    "health.utilisation": "{drawn.size} of {limit.size} is drawn on your cards.",
    "health.bills_on_time": "{paid.number} of {asked.number} payments that were due came in time.",
    "health.subscription_load": (
        "Running subscriptions come to {cost.size} a year; a usual month brought {usual.size} of them."
    ),
    "health.bill_cover": (
        "{bills.size} of bills is due soon; {standing.amount} stands ready and {expected.size} of income is expected."
    ),
    "health.goal_pace": "The goal least in reach arrives in time on {odds.percent} of paths like your own past.",
    "goals.reached": "{target.goal} is reached: {target.size} is there.",
    "goals.saved": (
        "{saved.size} of {target.size} is there for {target.goal}, {part.percent} of it.",
        "For {target.goal} you have {saved.size} of {target.size}, which is {part.percent}.",
        "{target.goal} stands at {saved.size} of {target.size}, or {part.percent}.",
    ),
    "goals.odds": (
        "It is there by {due.date} on {odds.percent} of paths like your own past; the middle one ends at {mid.amount}.",
        "By {due.date}, {odds.percent} of paths like your own past arrive; the middle one ends at {mid.amount}.",
    ),
    "goals.enough": "Four in five of these paths arrive without putting more aside.",
    "goals.needed": "With {needed.size} put aside each month, four in five of these paths would arrive.",
    "goals.passed": "Its day, {due.date}, has passed.",
    "goals.history": "How likely it is by {due.date} needs six full months to be told.",
    "debts.owed": (
        "You owe {owed.size} on loans and cards whose terms are known.",
        "Loans and cards whose terms are known come to {owed.size}.",
        "On loans and cards with known terms {owed.size} is owed.",
    ),
    "debts.endless": "What you pay on them does not keep up with the interest: they would never be paid off.",
    "debts.one": "It still costs {interest.size} of interest and is paid off by {due.date}.",
    "debts.avalanche": "Pay the dearest first: {interest.size} of interest, and all is paid off by {due.date}.",
    "debts.snowball": "Pay the smallest first: {interest.size} of interest, and all is paid off by {due.date}.",
    "debts.saves_interest": "The smallest first would cost {gap.size} more.",
    "debts.easier_to_keep": (
        "The dearest first would save only {gap.size}, and plans that begin with a small debt are finished more often."
    ),
    "debts.unknown": "{balance.account} is left out: nobody has said what it costs.",
    "drivers.more": "It cost {change.size} more than before",
    "drivers.less": "It cost {change.size} less than before",
    "drivers.same": "It cost the same as before.",
    "drivers.end": ".",
    "drivers.count.more": ", mostly from more payments.",
    "drivers.count.less": ", mostly from fewer payments.",
    "drivers.price.more": ", mostly from dearer payments.",
    "drivers.price.less": ", mostly from cheaper payments.",
    "drivers.mix.more": ", mostly from paying at dearer places.",
    "drivers.mix.less": ", mostly from paying at cheaper places.",
    "currencies.intro": (
        "Amounts in other currencies are never mixed into the figures above; here they are for themselves."
    ),
    "quality.rows": "This report rests on {count.rows} of {count.month}, and on {months.months_full} before it.",
    "quality.rows_first": "This report rests on {count.rows} of {count.month}; there is no full month before it.",
    "quality.transfers": "{transfers.rows} between your own accounts count neither as income nor as spending.",
    "quality.uncategorised": "{loose.size} of spending has no category.",
    "quality.refunds": "Income is every amount that came in, refunds too; spending is every amount that went out.",
    "quality.rates": "No exchange rate was applied anywhere.",
}

# Filled from other fixed words, never from a figure.
FIXED: Mapping[str, str] = {
    "health.moved_most": "; “{indicator}” moved it most.",
    "health.missing": "Not enough data: this needs {what}.",
}
