"""Goals and debts as facts: every figure that words about them use, with the rows and the words it was made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.history import History, tidy
from advisory.analysis.planning.debts import DebtPlan, Order
from advisory.analysis.planning.payoff import VERSION as DEBTS_VERSION
from advisory.analysis.planning.payoff import Payoff, month_of_plan
from advisory.analysis.planning.standing import VERSION as GOALS_VERSION
from advisory.analysis.planning.standing import GoalPlan, GoalStanding, standings
from advisory.analysis.study import Study, day_before
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.money import to_minor, to_text
from transactions.ledger.period import Period, month_of

Named = Mapping[str, FactDraft]
ORDER_NAMES: Mapping[Order, str] = {
    "minimum": "Least payments only",
    "avalanche": "Dearest first",
    "snowball": "Smallest first",
    "own": "Your own order",
}


@dataclass(frozen=True, slots=True)
class GoalFound:
    """`facts`: target, saved, progress; missing, due, odds, needed, low, mid and high as far as there are such."""

    standing: GoalStanding
    facts: Named


@dataclass(frozen=True, slots=True)
class PayoffFound:
    """`owed`: the total; `plans`: interest, months, end and saved of each way, as far as there are such; `gap`: what
    the smallest first costs more than the dearest first. `unknown`: balances of what has no terms."""

    payoff: Payoff
    owed: FactDraft | None
    plans: Mapping[Order, Named] = field(default_factory=dict)
    gap: FactDraft | None = None
    unknown: tuple[FactDraft, ...] = ()


class Standing:
    """The balances of accounts at the end of the day `as_of`, each proven by all its rows, and each made once."""

    def __init__(self, study: Study, columns: Columns, accounts: Sequence[AccountState], as_of: date) -> None:
        self.study, self.as_of = study, as_of
        self.accounts = {one.account_id: one for one in accounts}
        self._end = date.fromordinal(as_of.toordinal() + 1)
        self._columns = columns
        self._rows: dict[int, list[Share]] | None = None

    def of(self, account_id: int) -> FactDraft:
        account = self.accounts[account_id]
        rows = [one for one in self._rows_of(account_id) if one.currency == account.currency]
        named = {"account": tidy(account.name), "account_id": str(account_id)}
        begin = min([self.study.month.start, *(share.booking_date for share in rows)])
        period, book = Period(begin, max(self._end, self.study.month.end)), self.study.book
        moved = book.sum("account_movements", rows, period, account.currency, named)
        stated = to_text(account.balance_minor - to_minor(Decimal(moved.value), account.currency), account.currency)
        opening = book.derive(
            "opening_balance", "stated@1", account.currency, day_before(begin), params={**named, "stated": stated}
        )
        return book.derive(
            "account_balance", "total@1", account.currency, period, inputs=(opening, moved), params=named
        )

    def _rows_of(self, account_id: int) -> list[Share]:
        if self._rows is None:
            self._rows = defaultdict(list)
            for share in self._columns.shares:
                if share.booking_date < self._end:
                    self._rows[share.account_id].append(share)
        return self._rows.get(account_id, [])


def goals_found(
    study: Study, columns: Columns, plans: Sequence[GoalPlan], accounts: Sequence[AccountState], as_of: date
) -> tuple[GoalFound, ...]:
    """`columns` and `accounts`: up to the end of `as_of`; the study's month may end before."""
    if not plans:
        return ()
    nets = {code: _nets(study, columns, accounts, code) for code in {plan.currency for plan in plans}}
    balances = {one.account_id: (one.currency, one.balance_minor) for one in accounts}
    past = {code: [to_minor(Decimal(one.value), code) for one in facts] for code, facts in nets.items()}
    stands = Standing(study, columns, accounts, as_of)
    found = standings(plans, balances, past, as_of)
    return tuple(GoalFound(one, _goal_facts(stands, one, nets[one.plan.currency])) for one in found)


def _nets(study: Study, columns: Columns, accounts: Sequence[AccountState], currency: str) -> list[FactDraft]:
    """What was left of each past full month in this currency."""
    if currency != study.currency:
        own = History.of(columns, accounts, study.month, currency, is_partial=study.history.is_partial)
        study = Study(own, study.book)
    return [study.net(month) for month in study.history.judged_months]


def _goal_facts(stands: Standing, one: GoalStanding, nets: Sequence[FactDraft]) -> dict[str, FactDraft]:
    study, plan = stands.study, one.plan
    named = {"goal": tidy(plan.name), "goal_id": plan.key}
    book, month, code = study.book, study.month, plan.currency
    target = book.derive(
        "goal_target", "stated@1", code, month, params={**named, "stated": to_text(plan.target_minor, code)}
    )
    saved = _saved(stands, one, named)
    facts = {"target": target, "saved": saved}
    progress = book.ratio("goal_progress", saved, target, month, named)
    if progress:
        facts["progress"] = progress
    if not one.is_reached:
        facts["missing"] = book.derive(
            "goal_missing", "difference@1", code, month, inputs=(target, saved), params=named
        )
    if plan.target_date is not None:
        due = {**named, "stated": plan.target_date.isoformat()}
        facts["due"] = book.derive("goal_due", "stated@1", "date", month, params=due)
    return facts | _odds_facts(study, one, named, [target, saved, *nets])


def _saved(stands: Standing, one: GoalStanding, named: Mapping[str, str]) -> FactDraft:
    book, month, code = stands.study.book, stands.study.month, one.plan.currency
    if not one.plan.accounts:
        stated = {**named, "stated": to_text(one.saved_minor, code)}
        return book.derive("goal_saved", "stated@1", code, month, params=stated)
    parts = []
    for pk, minor in one.parts:
        balance = stands.of(pk)
        if minor != stands.accounts[pk].balance_minor:
            part = {**named, **balance.params, "engine": GOALS_VERSION, "found": to_text(minor, code)}
            balance = book.derive("goal_part", "found@1", code, month, inputs=(balance,), params=part)
        parts.append(balance)
    return book.derive("goal_saved", "total@1", code, month, inputs=parts, params=named)


def _odds_facts(
    study: Study, one: GoalStanding, named: Mapping[str, str], inputs: Sequence[FactDraft]
) -> dict[str, FactDraft]:
    odds, code = one.odds, one.plan.currency
    if odds is None:
        return {}
    besides = {"monthly": to_text(one.plan.monthly_minor, code)} if one.plan.monthly_minor else {}
    about = {**named, **besides, "months": str(odds.months), "engine": GOALS_VERSION}

    def found(metric: str, value: str, unit: str) -> FactDraft:
        params = {**about, "found": value}
        return study.book.derive(metric, "found@1", unit, study.month, inputs=inputs, params=params)

    return {
        "odds": found("goal_odds", f"{odds.odds:.4f}", "ratio"),
        "needed": found("goal_needed", to_text(odds.monthly_minor, code), code),
        "low": found("goal_low", to_text(odds.low_minor, code), code),
        "mid": found("goal_mid", to_text(odds.mid_minor, code), code),
        "high": found("goal_high", to_text(odds.high_minor, code), code),
    }


def payoff_found(stands: Standing, payoff: Payoff) -> PayoffFound:
    study, code = stands.study, payoff.currency
    unknown = tuple(stands.of(one.account_id) for one in payoff.unknown)
    if payoff.choice is None:
        return PayoffFound(payoff, None, unknown=unknown)
    balances = [stands.of(account.account_id) for account, _ in payoff.debts]
    owed = study.book.derive("debt_owed", "total@1", code, study.month, inputs=balances, params={"currency": code})
    inputs = [*balances, *_terms(study, payoff)]
    plans = {plan.order: _plan_facts(stands, payoff, plan, inputs) for plan in payoff.plans}
    for order, facts in plans.items():
        if order != "minimum" and "end" in facts and "end" in plans["minimum"]:
            pair = (plans["minimum"]["interest"], facts["interest"])
            about = {"kind": ORDER_NAMES[order]}
            facts["saved"] = study.book.derive(
                "debt_saved", "difference@1", code, study.month, inputs=pair, params=about
            )
    ends = [plans[order] for order in ("snowball", "avalanche") if "end" in plans[order]]
    gap = None
    if len(ends) == 2:
        pair = (ends[0]["interest"], ends[1]["interest"])
        gap = study.book.derive("debt_gap", "difference@1", code, study.month, inputs=pair)
    return PayoffFound(payoff, owed, plans, gap, unknown)


def _terms(study: Study, payoff: Payoff) -> Iterable[FactDraft]:
    """Rates and least payments as the owner states them, and what is paid on top."""
    code = payoff.currency
    for account, terms in payoff.debts:
        named = {"account": tidy(account.name), "account_id": str(account.account_id)}
        rate = {**named, "stated": f"{terms.rate / 100:f}"}
        least = {**named, "stated": to_text(terms.least_minor, code)}
        yield study.book.derive("debt_rate", "stated@1", "ratio", study.month, params=rate)
        yield study.book.derive("debt_least", "stated@1", code, study.month, params=least)
    extra = {"stated": to_text(payoff.extra_minor, code), "currency": code}
    yield study.book.derive("debt_extra", "stated@1", code, study.month, params=extra)


def _plan_facts(stands: Standing, payoff: Payoff, plan: DebtPlan, inputs: Sequence[FactDraft]) -> dict[str, FactDraft]:
    """Nothing of a plan that never ends: what it begins with says nothing."""
    length, study = plan.length, stands.study
    if length is None:
        return {}
    last = month_of(month_of_plan(stands.as_of, length)).last_day

    def found(metric: str, value: str, unit: str) -> FactDraft:
        params = {"kind": ORDER_NAMES[plan.order], "engine": DEBTS_VERSION, "found": value}
        return study.book.derive(metric, "found@1", unit, study.month, inputs=inputs, params=params)

    return {
        "interest": found("debt_interest", to_text(plan.interest, payoff.currency), payoff.currency),
        "months": found("debt_months", str(length), "count"),
        "end": found("debt_end", last.isoformat(), "date"),
    }
