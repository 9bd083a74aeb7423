"""A plan carried out: exact figures as facts, one set for each currency, and the rows that they stand on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from advisory.analysis.ask.picking import Picker, by_currency
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.spans import full_months
from advisory.analysis.ask.vocabulary import NamedAccount, Vocabulary
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.history import tidy
from advisory.analysis.study import UNNAMED, spanning_days
from transactions.ledger.columns import Columns, Share
from transactions.ledger.money import to_text
from transactions.ledger.period import Period, month_of

METRICS = {"spending": "ask_spending", "income": "ask_income", "net": "ask_net", "any": "ask_moved"}
NO_CATEGORY = "No category"
CASH_KINDS = ("checking", "savings", "cash", "credit_card")
MOST_LINES = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One group of an answer. `key`: its id, or 'YYYY-MM' of a month."""

    key: str
    label: str
    amount: FactDraft
    count: FactDraft | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one currency by what they are: sum, count, average, largest, smallest, part, whole, before,
    change, balance; and the lines of a grouped answer, those that were left out for their number in `further`."""

    currency: str
    facts: Mapping[str, FactDraft]
    lines: tuple[Line, ...] = ()
    further: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """`reason` says why there is no figure; then there is none. `rows`: transaction ids in the order to be shown.
    `facts`: those of the figures and lines, and all that they are made of."""

    period: Period
    against: Period | None = None
    figures: tuple[Figures, ...] = ()
    rows: tuple[int, ...] = ()
    reason: str = ""
    facts: tuple[FactDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every operation works with. `about`: the names that a figure is about, in words."""

    plan: Plan
    vocabulary: Vocabulary
    columns: Columns
    book: FactBook
    picker: Picker
    period: Period
    about: str

    def pick(self, period: Period) -> dict[str, list[Share]]:
        """By currency; at least the base currency (or the one asked for), so that nothing at all is a figure too."""
        found = by_currency(self.picker.pick(self.columns.shares, period))
        return found or {self.plan.currency or self.vocabulary.base_currency: []}

    def sum(self, shares: Sequence[Share], period: Period, currency: str, about: str | None = None) -> FactDraft:
        return self.book.sum(METRICS[self.plan.direction], shares, period, currency, self.params(about))

    def count(self, shares: Sequence[Share], period: Period, about: str | None = None) -> FactDraft:
        ids = [share.transaction_id for share in shares]
        return self.book.count("ask_count", ids, period, self.params(about))

    def params(self, about: str | None = None) -> dict[str, str]:
        named = self.about if about is None else about
        return {"about": named} if named else {}


def tally(plan: Plan, columns: Columns, vocabulary: Vocabulary, *, namespace: str, about: str = "") -> Tally:
    """Carry out a plan over the owner's shares. More shares than the plan means change nothing."""
    period = plan.period.resolve(vocabulary.as_of, vocabulary.first_day)
    book = FactBook.over(columns, namespace)
    desk = Desk(plan, vocabulary, columns, book, Picker.of(plan, columns, vocabulary), period, about)
    found = OPERATIONS[plan.op](desk)
    named = [fact for one in found.figures for fact in (*one.facts.values(), *_of_lines(one.lines))]
    return replace(found, facts=book.closure(fact.id for fact in named))


def _of_lines(lines: Sequence[Line]) -> list[FactDraft]:
    return [fact for line in lines for fact in (line.amount, line.count) if fact is not None]


def _sum(desk: Desk) -> Tally:
    return _each(desk, lambda shares, currency: _totals(desk, shares, desk.period, currency))


def _totals(desk: Desk, shares: Sequence[Share], period: Period, currency: str) -> dict[str, FactDraft]:
    return {"sum": desk.sum(shares, period, currency), "count": desk.count(shares, period)}


def _each(desk: Desk, make: Callable[[Sequence[Share], str], dict[str, FactDraft]]) -> Tally:
    """The same for each currency, with lines where the plan groups."""
    picked = desk.pick(desk.period)
    figures: list[Figures] = []
    for currency, shares in sorted(picked.items()):
        lines = _lines(desk, shares, currency) if desk.plan.by else []
        most = desk.plan.top or MOST_LINES
        figures.append(Figures(currency, make(shares, currency), tuple(lines[:most]), max(len(lines) - most, 0)))
    return Tally(desk.period, None, tuple(figures), _newest_first(picked))


def _lines(desk: Desk, shares: Sequence[Share], currency: str) -> list[Line]:
    """One for each group, the largest first; months in their order."""
    if desk.plan.by == "month":
        return _months(desk, shares, currency)
    groups: defaultdict[str, list[Share]] = defaultdict(list)
    for share in shares:
        groups[_group_key(desk.plan.by, share)].append(share)
    lines = [_line(desk, key, group, currency) for key, group in groups.items()]
    return sorted(lines, key=lambda line: (-abs(Decimal(line.amount.value)), line.label, line.key))


def _line(desk: Desk, key: str, shares: Sequence[Share], currency: str) -> Line:
    label = _group_label(desk, key, shares[0])
    amount = desk.sum(shares, desk.period, currency, label)
    return Line(key, label, amount, desk.count(shares, desk.period, label))


def _group_key(by: str, share: Share) -> str:
    if by == "category":
        return str(share.category_id or 0)
    if by == "account":
        return str(share.account_id)
    return str(share.payee_id or 0)


def _group_label(desk: Desk, key: str, share: Share) -> str:
    if desk.plan.by == "category":
        return desk.vocabulary.category_name(int(key)) or NO_CATEGORY
    if desk.plan.by == "account":
        account = desk.vocabulary.accounts.get(int(key))
        return account.name if account else key
    return tidy(share.payee_name) or UNNAMED


def _months(desk: Desk, shares: Sequence[Share], currency: str) -> list[Line]:
    """Every calendar month that the rows can tell of, those without any too."""
    lines: list[Line] = []
    for period in _known_months(desk):
        within = [share for share in shares if share.booking_date in period]
        lines.append(
            Line(period.month_key, period.month_key, desk.sum(within, period, currency), desk.count(within, period))
        )
    return lines


def _known_months(desk: Desk) -> list[Period]:
    first = max(desk.period.start, desk.vocabulary.first_day).replace(day=1)
    end = min(desk.period.end, desk.vocabulary.as_of + timedelta(days=1))
    found = []
    while first < end:
        month = month_of(first)
        found.append(Period(max(month.start, desk.period.start), min(month.end, desk.period.end)))
        first = month.end
    return found


def _newest_first(picked: Mapping[str, Sequence[Share]]) -> tuple[int, ...]:
    days = {share.transaction_id: share.booking_date for shares in picked.values() for share in shares}
    return tuple(sorted(days, key=lambda txn: (days[txn], txn), reverse=True))


def _average(desk: Desk) -> Tally:
    """Over payments, or over the time that rows are known of: whole months for months and years, else days."""
    if desk.plan.per == "payment":
        return _each(desk, lambda shares, currency: _mean_payment(desk, shares, currency))
    if desk.plan.per in ("month", "year"):
        months = full_months(desk.period, desk.vocabulary.first_day, desk.vocabulary.as_of)
        if not months:
            return Tally(desk.period, reason="no_full_month")
        period, parts, factor = Period(months[0].start, months[-1].end), len(months), 12
    else:
        start = max(desk.period.start, desk.vocabulary.first_day)
        period = Period(start, min(desk.period.end, desk.vocabulary.as_of + timedelta(days=1)))
        parts, factor = (period.end - period.start).days, 7
        if parts <= 0:
            return Tally(desk.period, reason="no_rows_yet")
    narrowed = replace(desk, period=period)
    times = factor if desk.plan.per in ("year", "week") else 1
    return _each(narrowed, lambda shares, currency: _mean_time(narrowed, shares, currency, parts, times))


def _mean_payment(desk: Desk, shares: Sequence[Share], currency: str) -> dict[str, FactDraft]:
    found = _totals(desk, shares, desk.period, currency)
    number = int(found["count"].value)
    if number:
        found["average"] = _part(desk, found["sum"], number)
    return found


def _mean_time(desk: Desk, shares: Sequence[Share], currency: str, parts: int, times: int) -> dict[str, FactDraft]:
    found = _totals(desk, shares, desk.period, currency)
    above = found["sum"]
    if times > 1:
        named = {**desk.params(), "factor": str(times)}
        above = desk.book.derive("ask_times", "times@1", currency, desk.period, inputs=(above,), params=named)
    found["average"] = _part(desk, above, parts)
    return found


def _part(desk: Desk, above: FactDraft, parts: int) -> FactDraft:
    named = {**desk.params(), "parts": str(parts), "per": desk.plan.per}
    return desk.book.derive("ask_average", "part@1", above.unit, desk.period, inputs=(above,), params=named)


def _extreme(desk: Desk) -> Tally:
    """The largest or the smallest single payments, counted as far as the plan means them."""
    picked = desk.pick(desk.period)
    figures: list[Figures] = []
    rows: list[int] = []
    for currency, shares in sorted(picked.items()):
        groups: defaultdict[int, list[Share]] = defaultdict(list)
        for share in shares:
            groups[share.transaction_id].append(share)
        ordered = sorted(groups.values(), key=_place, reverse=desk.plan.op == "max")[: desk.plan.top or 1]
        lines = tuple(_payment(desk, group) for group in ordered)
        name = "largest" if desk.plan.op == "max" else "smallest"
        facts = {"count": desk.count(shares, desk.period), **({name: lines[0].amount} if lines else {})}
        figures.append(Figures(currency, facts, lines))
        rows += [group[0].transaction_id for group in ordered]
    return Tally(desk.period, None, tuple(figures), tuple(rows))


def _place(group: Sequence[Share]) -> tuple[int, int, int]:
    total = abs(sum(share.amount_minor for share in group))
    return total, group[0].booking_date.toordinal(), group[0].transaction_id


def _payment(desk: Desk, group: Sequence[Share]) -> Line:
    share = group[0]
    payee = tidy(share.payee_name) or UNNAMED
    named = {"payee": payee, "booked": share.booking_date.isoformat()}
    fact = desk.book.sum("ask_payment", group, spanning_days(group), share.currency, named)
    return Line(str(share.transaction_id), payee, fact)


def _share(desk: Desk) -> Tally:
    """The part of what is meant in everything of the same direction."""

    def make(shares: Sequence[Share], currency: str) -> dict[str, FactDraft]:
        whole = desk.picker.without_names().pick(desk.columns.shares, desk.period)
        same = [share for share in whole if share.currency == currency]
        found = _totals(desk, shares, desk.period, currency)
        found["whole"] = desk.sum(same, desk.period, currency, "")
        if sum(share.amount_minor for share in same):
            found["part"] = desk.book.derive(
                "ask_part", "share@1", "ratio", desk.period, inputs=(found["sum"], found["whole"]), params=desk.params()
            )
        return found

    return _each(desk, make)


def _compare(desk: Desk) -> Tally:
    """The same in two times, and the difference."""
    against = desk.plan.against
    assert against is not None
    other = against.resolve(desk.vocabulary.as_of, desk.vocabulary.first_day)
    now, before = (by_currency(desk.picker.pick(desk.columns.shares, one)) for one in (desk.period, other))
    figures = []
    for currency in sorted({*now, *before}) or [desk.plan.currency or desk.vocabulary.base_currency]:
        here, there = now.get(currency, []), before.get(currency, [])
        found = _totals(desk, here, desk.period, currency)
        found["before"] = desk.sum(there, other, currency)
        found["change"] = desk.book.derive(
            "ask_change",
            "difference@1",
            currency,
            desk.period,
            inputs=(found["sum"], found["before"]),
            params=desk.params(),
        )
        figures.append(Figures(currency, found))
    both = {code: [*now.get(code, []), *before.get(code, [])] for code in {*now, *before}}
    return Tally(desk.period, other, tuple(figures), _newest_first(both))


def _trend(desk: Desk) -> Tally:
    return _sum(replace(desk, plan=replace(desk.plan, by="month", top=0)))


def _balance(desk: Desk) -> Tally:
    """What stands on the accounts after the newest booked day; each needs a known beginning."""
    meant = desk.plan.accounts
    accounts = [
        one
        for one in desk.vocabulary.accounts.values()
        if (one.id in meant if meant else one.kind in CASH_KINDS and not one.is_archived)
    ]
    if not accounts or not all(one.has_known_opening for one in accounts):
        return Tally(desk.period, reason="no_opening" if accounts else "no_account")
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    for one in sorted(accounts, key=lambda account: account.id):
        lines[one.currency].append(_standing(desk, one))
    figures = []
    for currency, group in sorted(lines.items()):
        inputs = [line.amount for line in group]
        total = (
            inputs[0]
            if len(inputs) == 1
            else desk.book.derive("ask_balance", "total@1", currency, _today(desk), inputs=inputs)
        )
        figures.append(Figures(currency, {"balance": total}, tuple(group) if len(group) > 1 else ()))
    return Tally(_today(desk), None, tuple(figures))


def _today(desk: Desk) -> Period:
    return Period(desk.vocabulary.as_of, desk.vocabulary.as_of + timedelta(days=1))


def _standing(desk: Desk, account: NamedAccount) -> Line:
    named, unit = {"account": account.name}, account.currency
    stated = {**named, "stated": to_text(account.opening_minor, unit)}
    day = _today(desk)
    opening = desk.book.derive("ask_opening", "stated@1", unit, day, params=stated)
    shares = [share for share in desk.columns.shares if share.account_id == account.id and share.booking_date < day.end]
    period = Period(min((share.booking_date for share in shares), default=day.start), day.end)
    moved = desk.book.sum("ask_account_moved", shares, period, unit, named)
    balance = desk.book.derive("ask_account_balance", "total@1", unit, day, inputs=(opening, moved), params=named)
    return Line(str(account.id), account.name, balance)


OPERATIONS: Mapping[str, Callable[[Desk], Tally]] = {
    "sum": _sum,
    "count": _sum,
    "list": _sum,
    "average": _average,
    "max": _extreme,
    "min": _extreme,
    "share": _share,
    "compare": _compare,
    "trend": _trend,
    "balance": _balance,
}
