"""What every reader of a table with a known header does: recognise it, refuse what is not whole, start the builder."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.rivals.building import Builder, refused, too_long
from transactions.statements.rivals.days import DayOrder, decide_days
from transactions.statements.rivals.tables import Table, find_header, read_table


class TableReader(ABC):
    """A StatementReader for the CSV of one program. Column names are folded (see folding.fold)."""

    format: str
    program: str
    sure = 0.95

    @abstractmethod
    def knows(self, names: Sequence[str]) -> bool:
        """Whether these are the columns of the program's export."""

    @abstractmethod
    def book(self, table: Table, build: Builder) -> None:
        """Takes the rows of the table into the builder's accounts."""

    def recognise(self, data: bytes) -> float:
        return self.sure if find_header(data, self.knows) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        table = read_table(data, self.knows, context.max_lines)
        if table is None:
            return refused(self.format, f"The header of a {self.program} export is missing. Export it again.")
        if table.is_too_long:
            return too_long(self.format, context)
        build = Builder(self.format, self.program, context, errors=list(table.errors), rejected=len(table.errors))
        self.book(table, build)
        return build.statement(table.encoding)


def days_of(table: Table, build: Builder, column: str, habit: str) -> DayOrder:
    """The order of the days in a column, said or asked about. `habit`: the program's, where the days leave it open."""
    days = decide_days(table.column(column), build.context, habit)
    if days.question:
        build.questions.append(days.question)
    build.understood["date order"] = days.in_words
    return days
