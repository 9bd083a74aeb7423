"""A plan written out as the bytes a bank would send."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from benchmarks.layouts_make import Movement, Plan
from benchmarks.layouts_print import print_amount, print_date

FOREIGN = "USD"


@dataclass(frozen=True, slots=True)
class Part:
    """One column: its name and what a movement prints there."""

    role: str
    name: str
    cell: Callable[[Movement], str]


def write_file(plan: Plan) -> bytes:
    parts = _columns(plan)
    rows = [[part.cell(row) for part in parts] for row in plan.rows]
    if plan.trait("order") == "down":
        rows.reverse()
    lines = _preamble(plan)
    if plan.trait("header"):
        lines.append([part.name for part in parts])
    lines += _with_balance_rows(plan, parts, rows)
    lines += _footer(plan, parts)
    out = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if plan.trait("quotes") == "all" else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=plan.trait("delimiter"), quoting=quoting, lineterminator=plan.trait("newline"))
    for line in lines:
        writer.writerow(line)
    return _encoded(out.getvalue(), plan)


def _encoded(text: str, plan: Plan) -> bytes:
    try:
        return text.encode(plan.trait("encoding"))
    except UnicodeEncodeError:
        return text.encode("utf-8")


def _columns(plan: Plan) -> list[Part]:
    """Dates, texts, money, balance and what nobody needs, in one of the usual orders or any other."""
    chance = plan.chance
    dates = [Part("date", plan.word("date"), lambda row: _date(plan, row.day, row))]
    if plan.trait("value"):
        dates.append(Part("value", plan.word("value"), lambda row: _date(plan, row.value_day, row)))
    texts = [Part("text", plan.word("text"), lambda row: row.text)]
    if plan.trait("party"):
        texts.append(Part("party", plan.word("party"), lambda row: row.party))
    money = _money(plan)
    if plan.trait("currency") == "column":
        money.insert(
            chance.choice([0, len(money)]), Part("currency", plan.word("currency"), lambda _: plan.country.currency)
        )
    if plan.trait("balance"):
        money.append(Part("balance", plan.word("balance"), lambda row: _signed(plan, row.balance)))
    extra = [part for role in plan.trait("extra").split() for part in _extra(plan, role)]
    parts = [*dates, *texts, *money]
    for part in extra:
        parts.insert(chance.randint(1, len(parts)), part)
    if plan.trait("mixed columns"):
        chance.shuffle(parts)
        _booking_first(plan, parts)
    return list({part.name: part for part in reversed(parts)}.values())[::-1]  # one column for each name


def _booking_first(plan: Plan, parts: list[Part]) -> None:
    """Without a header nothing but their order tells two days apart: banks print the day of booking first."""
    places = [i for i, part in enumerate(parts) if part.role in ("date", "value")]
    if len(places) == 2 and parts[places[0]].role == "value" and not plan.trait("header"):
        parts[places[0]], parts[places[1]] = parts[places[1]], parts[places[0]]


def _date(plan: Plan, day: object, row: Movement) -> str:
    clock = (9 + abs(int(row.amount)) % 12, abs(int(row.amount * 7)) % 60, 7)
    return print_date(day, plan.trait("date"), plan.country.months, clock)  # type: ignore[arg-type]


def _number(plan: Plan, value: Decimal) -> str:
    printed = print_amount(value, plan.trait("number"), plan.country.currency)
    return f"{printed} {plan.country.currency}" if plan.trait("currency") == "cell" else printed


def _signed(plan: Plan, value: Decimal) -> str:
    minus, printed = plan.trait("minus"), _number(plan, value)
    if value >= 0:
        return f"+{printed}" if minus == "plus too" and value else printed
    if minus == "behind" and plan.trait("currency") != "cell":
        return f"{printed}-"
    if minus == "brackets":
        return f"({printed})"
    return f"\u2212{printed}" if minus == "\u2212" else f"-{printed}"


def _money_name(plan: Plan, role: str) -> str:
    name = plan.word(role)
    if plan.trait("currency") == "name" and "(" not in name and plan.country.currency not in name:
        return f"{name} ({plan.country.currency})"
    return name


def _money(plan: Plan) -> list[Part]:
    sign = plan.sign
    if sign.startswith("pair"):
        zero = _number(plan, Decimal(0)) if sign.endswith("zeros") else ""
        is_negative = sign.endswith("negative")

        def outgoing(row: Movement) -> str:
            if row.amount >= 0:
                return zero
            return _signed(plan, row.amount) if is_negative else _number(plan, row.amount)

        return [
            Part("debit", _money_name(plan, "debit"), outgoing),
            Part(
                "credit", _money_name(plan, "credit"), lambda row: _number(plan, row.amount) if row.amount > 0 else zero
            ),
        ]
    if sign.startswith("flag"):
        sides = plan.word("sides").split(",")
        show = _signed if sign.endswith("signs") else _number
        amount = Part("amount", _money_name(plan, "amount"), lambda row: show(plan, row.amount))
        flag = Part("flag", plan.word("flag"), lambda row: sides[row.amount > 0])
        return plan.chance.choice([[flag, amount], [amount, flag]])
    if sign == "charges positive":
        return [Part("amount", _money_name(plan, "amount"), lambda row: _signed(plan, -row.amount))]
    if sign == "kind of booking":
        kind = Part("kind", plan.word("kind"), lambda row: row.kind)
        return [kind, Part("amount", _money_name(plan, "amount"), lambda row: _number(plan, row.amount))]
    return [Part("amount", _money_name(plan, "amount"), lambda row: _signed(plan, row.amount))]


def _extra(plan: Plan, role: str) -> list[Part]:
    base = plan.seed % 9000 + 1000
    if role == "foreign":
        names = plan.word("foreign").split(",")

        def is_abroad(row: Movement) -> bool:
            return int(abs(row.amount)) % 3 == 0 and plan.country.currency != FOREIGN

        return [
            Part(
                role,
                names[0],
                lambda row: print_amount(row.amount * 2, plan.trait("number"), "USD") if is_abroad(row) else "",
            ),
            Part(role, names[1], lambda row: FOREIGN if is_abroad(row) else ""),
        ]
    cells: dict[str, Callable[[Movement], str]] = {
        "ref": lambda row: f"{base}{int(abs(row.amount) * 100) + row.day.toordinal():09}",
        "other": lambda row: f"XX{base}{row.day.toordinal()}0044" if row.party else "",
        "account": lambda _: f"{base}00{base}17",
        "category": lambda row: row.kind,
        "fee": lambda _: print_amount(Decimal(0), plan.trait("number"), plan.country.currency),
        "kind": lambda row: row.kind,
        "time": lambda row: f"{8 + int(abs(row.amount)) % 12:02}:{int(abs(row.amount) * 3) % 60:02}:00",
        "number": lambda row: str(plan.rows.index(row) + 1),
        "card": lambda _: f"XXXX-XXXX-XXXX-{base}",
    }
    plain = {"time": "Time", "number": "No."}
    if role == "kind" and plan.sign == "kind of booking":
        return []
    return [Part(role, plain[role] if role in plain else plan.word(role), cells[role])]


def _with_balance_rows(plan: Plan, parts: list[Part], rows: list[list[str]]) -> list[list[str]]:
    """The opening balance, or both, as rows of the table, with or without a date."""
    if not plan.trait("inside") or not plan.trait("header"):
        return rows
    is_dated = plan.chance.random() < 0.5
    opening = _balance_row(plan, parts, "opening", plan.opening, plan.rows[0] if is_dated else None)
    closing = _balance_row(plan, parts, "closing", plan.rows[-1].balance, plan.rows[-1] if is_dated else None)
    first, last = (opening, closing) if plan.trait("order") == "up" else (closing, opening)
    if plan.trait("inside") == "both":
        return [first, *rows, last]
    return [opening, *rows] if plan.trait("order") == "up" else [*rows, opening]


def _balance_row(plan: Plan, parts: list[Part], role: str, value: Decimal, dated: Movement | None) -> list[str]:
    """Under the balance column, or under the first money column where there is none."""
    places = [part.role for part in parts]
    money = "balance" if "balance" in places else next(role for role in ("amount", "credit") if role in places)
    label = plan.word(role)
    cells = {"text": label, money: _signed(plan, value)}
    if dated is not None:
        cells["date"] = _date(plan, dated.day, dated)
    return [cells.get(place, "") for place in places]


def _preamble(plan: Plan) -> list[list[str]]:
    style = plan.trait("preamble")
    lines: list[list[str]] = []
    period = f"{_date(plan, plan.rows[0].day, plan.rows[0])} - {_date(plan, plan.rows[-1].day, plan.rows[-1])}"
    if style == "title":
        lines += [[plan.word("people")], []]
    if style in ("pairs", "balances"):
        lines.append(
            [plan.word("card" if plan.is_card else "account"), f"{plan.seed % 90000 + 10000}4400{plan.seed % 77:02}"]
        )
        lines.append([plan.word("period"), period])
    if style == "balances" and not plan.is_card:
        lines.append([plan.word("opening"), _signed(plan, plan.opening)])
        lines.append([plan.word("closing"), _signed(plan, plan.rows[-1].balance)])
    if style == "balances" and plan.is_card:
        lines.append([plan.word("due"), _number(plan, Decimal(2500))])
    if plan.trait("currency") == "preamble":
        lines.append([plan.word("currency"), plan.country.currency])
    if lines and plan.chance.random() < 0.7:
        lines.append([])
    return lines


def _footer(plan: Plan, parts: list[Part]) -> list[list[str]]:
    kind = plan.trait("footer")
    spent = sum((row.amount for row in plan.rows if row.amount < 0), Decimal(0))
    received = sum((row.amount for row in plan.rows if row.amount > 0), Decimal(0))
    if kind == "totals":
        return [_totals_row(plan, parts, spent, received)]
    if kind == "count":
        return [[], [plan.word("total"), str(len(plan.rows))]]
    if kind == "legal":
        return [[], [f"{plan.word('people')} 2026, {plan.word('period')}. {plan.word('total')}."]]
    return [] if plan.is_card or kind == "none" else _balances_below(plan, kind, spent, received)


def _balances_below(plan: Plan, kind: str, spent: Decimal, received: Decimal) -> list[list[str]]:
    opening, closing = _signed(plan, plan.opening), _signed(plan, plan.rows[-1].balance)
    if kind == "closing":
        return [[], [plan.word("closing"), closing]]
    if kind == "opening and closing":
        return [[plan.word("opening"), opening], [plan.word("closing"), closing]]
    names = [plan.word(role) for role in ("opening", "debit", "credit", "closing")]
    return [[], [plan.word("total").upper()], names, [opening, _number(plan, spent), _number(plan, received), closing]]


def _totals_row(plan: Plan, parts: list[Part], spent: Decimal, received: Decimal) -> list[str]:
    net = -(spent + received) if plan.sign == "charges positive" else spent + received
    cells = {"amount": _signed(plan, net), "debit": _number(plan, spent), "credit": _number(plan, received)}
    places = [part.role for part in parts]
    row = [cells.get(place, "") for place in places]
    first = next(
        (i for i, place in enumerate(places) if place not in cells and place not in ("date", "value", "balance")), 0
    )
    row[first] = plan.word("total")
    return row
