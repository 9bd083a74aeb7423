"""Which lines of a file are movements that the account holds already.

Every incoming line gets one verdict, and no known line is used twice, so that counts stay right: two equal coffees in
both files are two, two in one and three in the other are three. Evidence is asked in this order:

1. the same content (day, amount, text, the bank's id), the n-th equal line for the n-th;
2. the bank's id, where ids are stable between the files (a bank that counts from 1 in every file proves nothing);
3. pending rows that were booked since;
4. day and amount, by how the two statements overlap: where both cover a day completely, both list each movement of it,
   whatever words and day their formats give it. The shift of days between two formats is learned from amounts that
   stand only once on either side.

Where the evidence is thin the line is new, nothing is lost, and the pair is put before the user.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice

from transactions.ledger.duplicate_evidence import STABLE_IDS, Evidence, grouped
from transactions.ledger.duplicate_holds import settle_holds
from transactions.ledger.duplicate_pairs import Pairing
from transactions.ledger.movements import NEW, Answers, Movement, Span, Verdict
from transactions.ledger.resemblance import ALIKE, is_counted, numbers_differ

ID_DAYS = 10  # a bank may move a booking by a few days and keep its id
MOST_EQUAL = 200  # looked at for one line


def find_duplicates(
    known: Sequence[Movement], spans: Sequence[Span], lines: Sequence[Movement], answers: Answers | None = None
) -> list[Verdict]:
    """One verdict for each line, in their order. The order of lines and rows changes nothing but which of two equal
    lines is which."""
    seen = Evidence(known, spans, lines, answers or {})
    _answered(seen)
    _same_content(seen)
    seen.has_stable_ids = _ids_are_stable(seen)
    _same_text(seen)
    if seen.has_stable_ids:
        _same_id(seen)
    if seen.open_lines() and seen.free_rows():
        seen.common = seen.numbers_of_many()
        settle_holds(seen)
        Pairing(seen).settle()
    return [seen.verdicts.get(line.key, NEW) for line in lines]


def _answered(seen: Evidence) -> None:
    wanted: dict[str, list[str]] = defaultdict(list)
    for (row_content, line_content), answer in sorted(seen.answers.items()):
        if answer == "same":
            wanted[line_content].append(row_content)
    by_content = grouped(seen.known if wanted else (), lambda row: row.content)
    for line in seen.lines if wanted else ():
        rows = (row for content in wanted.get(line.content, ()) for row in by_content.get(content, ()))
        row = next((row for row in rows if row.row in seen.free), None)
        if row is not None:
            seen.take(line, row, 1.0, "You said before that these two are the same.")


def _same_content(seen: Evidence) -> None:
    rows = grouped(seen.known, lambda row: row.content)
    for line in seen.open_lines():
        queue = islice(seen.still_free(rows, line.content), MOST_EQUAL)
        if row := next((row for row in queue if _is_same_content(seen, line, row)), None):
            seen.take(line, row, 1.0, "The same row, word for word.")


def _is_same_content(seen: Evidence, line: Movement, row: Movement) -> bool:
    """Content is the bank's id where there is one. An id that is counted anew in every file or on every day may
    stand for another movement: then the words have to agree as well."""
    if row.row not in seen.free:
        return False
    if line.plain == row.plain or not is_counted(line.external_id, line.booking_date):
        return True
    return seen.likeness(line, row) >= ALIKE and not numbers_differ(line.text, row.text)


def _ids_are_stable(seen: Evidence) -> bool:
    """Whether ids that stand in both name the same amounts, and most ids of the file stand once."""
    mine = Counter(line.external_id for line in seen.lines if line.external_id)
    amounts: dict[str, set[int]] = defaultdict(set)
    for row in seen.known:
        if row.external_id in mine:
            amounts[row.external_id].add(row.amount_minor)
    shared = [line for line in seen.lines if line.external_id in amounts]
    if not shared or sum(count > 1 for count in mine.values()) * 2 > len(mine):
        return False
    same = sum(line.amount_minor in amounts[line.external_id] for line in shared)
    return same >= STABLE_IDS * len(shared)


def _same_text(seen: Evidence) -> None:
    """Day, amount and text agree and only the id does not: the bank numbers anew, or it is a second equal row."""
    rows = grouped(seen.free_rows(), lambda row: row.plain)
    for line in seen.open_lines():
        queue = islice(seen.still_free(rows, line.plain), MOST_EQUAL)
        free = (row for row in queue if row.row in seen.free and not seen.forbids(line, row))
        row = next((row for row in free if not seen.is_told_apart(line, row)), None)
        if row is not None:
            seen.take(line, row, 0.98, "Same day, amount and text; only the bank's number differs.")


def _same_id(seen: Evidence) -> None:
    rows = grouped((row for row in seen.free_rows() if row.external_id), lambda row: row.external_id)
    lines = grouped((line for line in seen.open_lines() if line.external_id), lambda line: line.external_id)
    for name, found in lines.items():
        near = {row.row: row for row in rows.get(name, ())}
        if len(found) != 1 or len(near) != 1:
            continue
        line, row = found[0], next(iter(near.values()))
        if (
            seen.forbids(line, row)
            or not _is_same_content(seen, line, row)
            or abs((line.booking_date - row.booking_date).days) > ID_DAYS
        ):
            continue
        if line.amount_minor == row.amount_minor:
            seen.take(line, row, 0.99, "The bank's number of this movement is the same.")
        elif row.is_pending and not line.is_pending:
            seen.take(line, row, 0.95, "The bank's number is the same; the amount was settled since.")
