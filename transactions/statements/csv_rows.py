"""Rows to movements: what each row is (movement, balance, total, continuation, pending) and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from transactions.ledger.errors import LineError
from transactions.statements.csv_columns import BLANK, flag_of
from transactions.statements.csv_drafts import Drafts, Sorted
from transactions.statements.csv_edges import (
    drop_labelled,
    drop_summary_line,
    heads_a_summary,
    is_all_figures,
    label_of,
    note_summary,
    read_alone,
    reject_both_sides,
)
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_money import Money, Words
from transactions.statements.csv_preamble import balance_kind
from transactions.statements.csv_realign import cell_of, is_torn, realigned
from transactions.statements.csv_records import Record
from transactions.statements.csv_unsigned import kind_columns
from transactions.statements.dates import DateParts, looks_like_date, read_date
from transactions.statements.folding import fold, phrases
from transactions.statements.numbers import Amount, is_amount, parse_amount
from transactions.statements.words_rows import PENDING, REFUSED

PENDING_WORDS, REFUSED_WORDS = phrases(PENDING), phrases(REFUSED)
TORN = (
    "This row has more cells than the header, and its amount may be torn at the decimal mark. Put quotes around the "
    "amounts of the file or add this movement by hand."
)
MAX_CONTINUED = 600  # characters a description may grow to by continuation rows


def sort_rows(rows: Sequence[Record], layout: Layout) -> Sorted:
    sorter = _Sorter(rows, layout, inherits=_inherits_dates(rows, layout))
    for number, record in enumerate(rows):
        sorter.take(number, record)
    return sorter.finish()


def _inherits_dates(rows: Sequence[Record], layout: Layout) -> bool:
    """Some banks print the date once for all movements of a day: many rows with money and text but no date."""
    blank = dated = 0
    for record in rows[:2000]:
        cell = cell_of(record, layout.booking)
        if read_date(cell) is not None:
            dated += 1
        elif cell in BLANK and _has_money(record, layout) and not _label(record):
            blank += 1
    return dated > 0 and blank >= 3 and blank * 5 >= dated


def _has_money(record: Record, layout: Layout) -> bool:
    return any(parse_amount(cell_of(record, i)) is not None for i in layout.scheme.money_columns)


def _label(record: Record) -> str:
    """What kind of balance or total row this is, by the first texts in it."""
    texts = [cell for cell in record.cells if cell and any(char.isalpha() for char in cell)][:5]
    return next((kind for cell in texts if (kind := balance_kind(cell))), "")


def _row_at(rows: Sequence[Record], layout: Layout, number: int) -> Record:
    return realigned(rows[number], layout, layout.width)


def _words_of(layout: Layout, types: Sequence[int]) -> Words:
    """Where the words stand that tell of the kind of movement."""
    texts = (layout.counterparty, *layout.texts, layout.category, *types)
    kinds = () if layout.scheme.is_pair else kind_columns(layout)
    return Words(layout.scheme.flag, tuple(i for i in texts if i is not None), tuple(kinds))


class _Sorter:
    """Walks the rows once. State: the last movement (for continuations) and the last date (for rows without one)."""

    def __init__(self, rows: Sequence[Record], layout: Layout, *, inherits: bool) -> None:
        self.layout = layout
        self.marks = layout.marks
        self.inherits = inherits
        self.number = 0  # of the row in the table
        self.last_date: DateParts | None = None
        self.undated: list[LineError] = []  # rows with money but no date: footers unless a dated row follows
        self.width = layout.width
        self.labels: dict[int, str] = {}  # by place of the draft: rows that may be a balance or a total
        self.summary: Record | None = None  # the labels of figures that stand in the next record
        self.fee = next((c.index for c in layout.columns if c.role("fee") >= 0.9 and c.index != layout.booking), None)
        self.types = [column.index for column in layout.columns if column.role("type") >= 0.6]
        # Not by methods of this object: it holds the result, and a circle of references is freed late.
        self.result = Sorted(Drafts(partial(_row_at, rows, layout), _words_of(layout, self.types), layout.scheme))

    def take(self, number: int, record: Record) -> None:
        self.number = number
        if self._is_summary(record):
            return
        record = realigned(record, self.layout, self.width)
        booking, value = self._dates(record)
        money = self._money(record)
        if booking is not None:
            self._take_dated(record, booking, value, money)
        elif not money.is_empty:
            self._take_undated(record, money)
        else:
            self._take_text(record)

    def finish(self) -> Sorted:
        if not self.layout.is_named:
            drop_summary_line(self.result)
        self._drop_closing_line()
        drop_labelled(self.result, self.labels, self.layout)
        for draft in reject_both_sides(self.result) if self.layout.scheme.is_pair else ():
            message = "This row has money out and money in. Correct it in the file or add this movement by hand."
            self._reject(draft.record, "amount", message)
        return self.result

    def _is_summary(self, record: Record) -> bool:
        """Labels in one line and their figures in the next, below the rows."""
        labels, self.summary = self.summary, None
        if labels is not None and is_all_figures(record):
            note_summary(self.result, labels, record)
            return True
        if self.result.drafts and read_date(cell_of(record, self.layout.booking)) is None and heads_a_summary(record):
            self.summary = record
            return True
        return False

    def _dates(self, record: Record) -> tuple[DateParts | None, DateParts | None]:
        booking = read_date(cell_of(record, self.layout.booking))
        value = read_date(cell_of(record, self.layout.value)) if self.layout.value is not None else None
        if booking is None and value is not None and cell_of(record, self.layout.booking) in BLANK:
            booking = value
        return booking, value

    def _money(self, record: Record) -> Money:
        scheme = self.layout.scheme
        flag = self._flag(record)
        balance = self._amount(record, scheme.balance)
        fee = self._amount(record, self.layout.fee)
        return Money(
            amount=self._amount(record, scheme.amount),
            debit=self._amount(record, scheme.debit),
            credit=self._amount(record, scheme.credit),
            flag=flag,
            balance=balance.value if balance is not None else None,
            fee=abs(fee.value) if fee is not None else Decimal(0),
        )

    def _flag(self, record: Record) -> str:
        index = self.layout.scheme.flag
        if index is None:
            return ""
        cell = cell_of(record, index)
        column = self.layout.columns[index] if index < len(self.layout.columns) else None
        return (column.letters.get(fold(cell)) if column is not None else None) or flag_of(cell)

    def _amount(self, record: Record, index: int | None) -> Amount | None:
        if index is None:
            return None
        amount = parse_amount(cell_of(record, index), self.marks.get(index, "."))
        if amount is not None and not amount.mark and index + 1 >= self.width:
            return self._marked_behind(amount, cell_of(record, index + 1))
        if (
            amount is not None
            and not amount.mark
            and index + 1 < self.width
            and not self.layout.columns[index + 1].names
        ):
            return self._marked_behind(amount, cell_of(record, index + 1))
        return amount

    @staticmethod
    def _marked_behind(amount: Amount, behind: str) -> Amount:
        """CR or DR may stand in a nameless column behind the amount."""
        mark = behind.strip().rstrip(".").upper()
        if mark not in {"CR", "DR", "DB"}:
            return amount
        if mark == "CR":
            return Amount(abs(amount.value), True, amount.currency, "CR")
        return Amount(-abs(amount.value), True, amount.currency, "DR")

    def _take_dated(self, record: Record, booking: DateParts, value: DateParts | None, money: Money) -> None:
        self.last_date = booking
        self.result.errors.extend(self.undated)
        self.undated.clear()
        if len(record.cells) > self.width and is_torn(record, self.layout):
            self._reject(record, "amount", TORN)
            return
        label = "" if self._moves_the_balance(money) else self._dated_label(record)
        if self._is_balance_row(record, money, label) or self._is_refused(record):
            return
        if (unread := self._unread(record, money)) or money.is_empty:
            charged = None if unread else self._fee_alone(record, money)
            if charged is None:
                self._without_amount(record)
                return
            money = charged
        if label:
            self.labels[len(self.result.drafts)] = label
        self.result.drafts.add(self.number, booking, value, money, is_pending=self._is_pending(record))

    def _unread(self, record: Record, money: Money) -> bool:
        """A zero beside a cell that is filled and no amount must not become the amount."""
        values = [amount.value for amount in (money.debit, money.credit) if amount is not None]
        if not self.layout.scheme.is_pair or any(values):
            return False
        cells = [cell_of(record, i) for i in self.layout.scheme.money_columns]
        return any(cell not in BLANK and not is_amount(cell) for cell in cells)

    def _fee_alone(self, record: Record, money: Money) -> Money | None:
        """A row that fills only the column of fees is a fee."""
        amount = self._amount(record, self.fee)
        if amount is None or not amount.value:
            return None
        if self.layout.scheme.is_pair:
            return replace(money, debit=amount, fee=Decimal(0))
        return replace(money, amount=replace(amount, value=-abs(amount.value)), fee=Decimal(0))

    def _drop_closing_line(self) -> None:
        """Without a header, a last row whose text is missing where every other row has one is the closing balance."""
        drafts = self.result.drafts
        if self.layout.is_named or len(drafts) < 4:
            return
        missing = [i for i in self.layout.texts if not cell_of(drafts[-1].record, i)]
        before, last = drafts.balances[-2], drafts[-1].money
        if before is not None and last.balance is not None and abs(last.balance - before) == abs(last.value) != 0:
            return
        earlier = drafts[-2].money  # where the newest row stands first, its balance moves by its own amount
        if before is not None and last.balance is not None and abs(before - last.balance) == abs(earlier.value) != 0:
            return
        others = range(len(drafts) - 1)
        if any(all(cell_of(drafts.record_at(place), i) for place in others) for i in missing):
            self._note_balance("closing", drafts.pop().amount)

    def _is_balance_row(self, record: Record, money: Money, kind: str) -> bool:
        """Opening and closing balances; totals and bare names of a balance where no amount stands with them."""
        if not kind or (kind in ("total", "balance") and not money.is_empty):
            return False
        amount = money.amount or money.credit or money.debit or self._amount(record, self.layout.scheme.balance)
        if money.is_empty and amount is None:
            return False
        self._note_balance(kind, amount)
        return True

    def _moves_the_balance(self, money: Money) -> bool:
        """The balance went on by just this amount: a movement, whatever its text sounds like."""
        before = self.result.drafts.balances[-1] if self.result.drafts else None
        amount = money.amount or money.debit or money.credit
        if before is None or money.balance is None or amount is None or not amount.value:
            return False
        return abs(money.balance - before) == abs(amount.value)

    def _dated_label(self, record: Record) -> str:
        """Labels count only where the text of a movement stands, not in a column for the merchant."""
        places = [*self.layout.texts]
        if not places and self.layout.counterparty is not None:
            places = [self.layout.counterparty]
        if not any(cell_of(record, i) for i in places):
            return _label(record)
        return next((kind for i in (*places, *self.types) if (kind := label_of(cell_of(record, i)))), "")

    def _note_balance(self, kind: str, amount: Amount | None) -> None:
        self.result.left_out["balance and total rows"] += 1
        if amount is None:
            return
        if kind == "opening" and self.result.opening is None:
            self.result.opening = amount.value
        elif kind == "closing":
            self.result.closing = amount.value

    def _without_amount(self, record: Record) -> None:
        written = [(cell_of(record, i)) for i in self.layout.scheme.money_columns]
        told = next((text for text in written if text not in BLANK), "")
        has_balance = parse_amount(cell_of(record, self.layout.scheme.balance)) is not None
        if not told and has_balance and not self.result.drafts:
            self.result.left_out["balance and total rows"] += 1
        elif not told and cell_of(record, self.layout.booking) in BLANK:
            self.result.left_out["pending rows without an amount"] += 1
        elif told:
            self._reject(
                record,
                "amount",
                f"{told[:40]!r} is not an amount. Correct it in the file or add this movement by hand.",
            )
        else:
            self._reject(
                record,
                "amount",
                "This row has a date but no amount. Correct it in the file or add the movement by hand.",
            )

    def _reject(self, record: Record, field_name: str, message: str) -> None:
        self.result.errors.append(LineError(record.line, field_name, message))

    def _take_undated(self, record: Record, money: Money) -> None:
        written = cell_of(record, self.layout.booking)
        if self._says_pending(record):
            self.result.left_out["pending rows without a date"] += 1
        elif kind := _label(record):
            self._note_balance(kind, money.amount or money.credit or money.debit)
        elif written in BLANK and any(label_of(cell_of(record, i)) for i in self.layout.texts):
            self.result.left_out["balance and total rows"] += 1
        elif self.inherits and self.last_date is not None and written in BLANK:
            self.result.drafts.add(self.number, self.last_date, None, money, is_pending=self._is_pending(record))
        elif looks_like_date(written) or any(char.isdigit() for char in written):
            self._reject(
                record,
                "booking_date",
                f"{written[:40]!r} is not a date that exists. Correct it in the file or add this movement by hand.",
            )
        elif self._has_text(record):
            message = "This row has an amount but no date. Correct it in the file or add this movement by hand."
            self.undated.append(LineError(record.line, "booking_date", message))

    def _has_text(self, record: Record) -> bool:
        return any(cell_of(record, i) for i in (self.layout.counterparty, *self.layout.texts) if i is not None)

    def _take_text(self, record: Record) -> None:
        """No date and no money: the second half of the movement above when it stands under its description."""
        if kind := _label(record):
            amounts = [amount for cell in record.cells if (amount := read_alone(cell)) is not None]
            if len(amounts) == 1:
                self._note_balance(kind, amounts[0])
                return
        if not self.result.drafts or cell_of(record, self.layout.booking) not in BLANK:
            return
        text = next((cell for i in self.layout.texts if (cell := cell_of(record, i))), "")
        if text:
            self.result.drafts.continue_last(text, MAX_CONTINUED)

    def _is_refused(self, record: Record) -> bool:
        if self.layout.status is None or fold(cell_of(record, self.layout.status)) not in REFUSED_WORDS:
            return False
        self.result.left_out["declined or cancelled rows"] += 1
        return True

    def _is_pending(self, record: Record) -> bool:
        if self.layout.status is not None:
            status = fold(cell_of(record, self.layout.status))
            if status in PENDING_WORDS:
                return True
            named = any("pending" in fold(name) for name in self.layout.columns[self.layout.status].names)
            if named and status in {"true", "yes", "1"}:
                return True
        return cell_of(record, self.layout.booking) in BLANK

    def _says_pending(self, record: Record) -> bool:
        return any(fold(cell) in PENDING_WORDS for cell in record.cells if cell and len(cell) < 30)
