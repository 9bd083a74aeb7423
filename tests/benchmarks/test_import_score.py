"""The benchmark judges strictly: what it calls right, asked, told, refused and silent."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.corpus import Reading, Row, judge
from benchmarks.damages_inside import damaged_file
from benchmarks.fuzz_readers import Cases, stop_reading, tried, unbookable
from benchmarks.import_score import outcome_of, score, unanswered
from benchmarks.malformed import malformed_files
from transactions.ledger.errors import LineError
from transactions.statements.parsed import ParsedStatement

STATEMENT = b"Date,Description,Amount\n2024-01-31,Shop,-12.30\n2024-02-13,Work,2000.00\n"


def row(**changes: str) -> Row:
    columns = {
        "file": "a.csv", "format": "csv", "expect": "import", "n_tx": "2", "alt_n": "", "sum": "?:1987.70",
        "abs_sum": "2012.30", "first": "2024-01-31", "last": "2024-02-13", "alt_dates": "", "sign": "signed",
    }  # fmt: skip
    return columns | changes


def reading(sums: dict[str, str], note: str = "") -> Reading:
    totals = {code: Decimal(total) for code, total in sums.items()}
    return Reading(2, totals, Decimal("2012.30"), "2024-01-31", "2024-02-13", 0, refused=False, note=note)


def test_a_file_is_right_only_when_count_sums_and_dates_agree() -> None:
    assert score(row(), STATEMENT).outcome == "right"
    for changes in ({"n_tx": "3"}, {"sum": "?:1987.71"}, {"last": "2024-02-14"}):
        assert score(row(**changes), STATEMENT).outcome == "silent"
    assert score(row(last="2024-02-14", alt_dates="2024-01-31..2024-02-13"), STATEMENT).outcome == "right"
    assert score(row(sign="card", sum="?:-1987.70"), STATEMENT).outcome == "right"


def test_sums_are_compared_currency_by_currency() -> None:
    two = row(sum="EUR:-12.30;USD:2000.00")
    assert not judge(two, reading({"EUR": "-12.30", "USD": "2000.00"}))
    assert judge(two, reading({"EUR": "2000.00", "USD": "-12.30"}))
    assert judge(two, reading({"CHF": "1987.70"}))
    assert not judge(two, reading({"": "1987.70"}))  # the file names none: the caller's currency
    assert not judge(row(), reading({"CHF": "1987.70"}))  # the index knows none


def test_what_a_wrong_reading_is_called() -> None:
    assert outcome_of("", reading({})) == "right"
    assert outcome_of("sum", reading({}, note="line 3 is damaged")) == "told"
    assert outcome_of("sum", reading({})) == "silent"
    assert score(row(), b"\x7fELF").outcome == "refused"


def test_the_same_seed_makes_the_same_malformed_files(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(STATEMENT)
    files = [("csv", tmp_path / "a.csv")]
    made = list(malformed_files(files, 1))
    assert made == list(malformed_files(files, 1))
    assert made != list(malformed_files(files, 2))
    assert {"empty", "garbage", "xml bomb", "zip bomb", "no digits"} <= {kind for kind, _, _ in made}
    assert unanswered(b"", "a.csv") == ""
    assert "2 lines" in unanswered(STATEMENT, "a.csv")


@pytest.mark.parametrize("seed", range(40))
def test_damage_can_be_had_again(seed: int) -> None:
    other = b"<OFX><STMTTRN><DTPOSTED>20240131<TRNAMT>-1.00</STMTTRN></OFX>"
    first = damaged_file(random.Random(seed), STATEMENT, other)
    assert first == damaged_file(random.Random(seed), STATEMENT, other)


@pytest.fixture
def _guarded() -> Iterator[None]:
    """The workers' handler of the timer's signal, whose usual effect is the end of the process."""
    before = signal.signal(signal.SIGPROF, stop_reading)
    yield
    signal.signal(signal.SIGPROF, before)


@pytest.mark.usefixtures("_guarded")
def test_a_case_says_what_became_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_bytes(STATEMENT)
    cases = Cases({"csv": [tmp_path / "a.csv"]}, seed=1)
    assert {tried(cases, number).kind for number in range(30)} <= {"parsed", "refused"}
    monkeypatch.setattr("benchmarks.fuzz_readers.read_statement", lambda *_: 1 / 0)
    assert tried(cases, 0).kind == "failed"
    assert "ZeroDivisionError" in tried(cases, 0).why


def test_an_answer_without_words_is_a_failure() -> None:
    assert unbookable(ParsedStatement("")) == "refused without a word"
    assert unbookable(ParsedStatement("csv", errors=(LineError(1, "amount", " "),))) == "an error without a message"
    assert unbookable(ParsedStatement("csv")) == ""
