"""Bank files over HTTP as people and programs really send them: at once, large, odd, to the wrong account."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest

from tests.stack.people import Person, new_person
from tests.stack.running import Stack

pytestmark = pytest.mark.timeout(300)
AT_ONCE = 20
LARGE_ROWS = 50_000
OFX = (
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>{currency}"
    "<BANKACCTFROM><BANKID>1<ACCTID>{number}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>"
    "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260105<TRNAMT>-12.50<FITID>a{number}<NAME>Bakery</STMTTRN>"
    "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
)


def table(rows: int, month: date = date(2026, 1, 1)) -> bytes:
    """A statement of different rows, each -1.00."""
    lines = (f"{month + timedelta(days=row % 28)},Shop {row},-1.00,EUR\n" for row in range(rows))
    return ("Date,Description,Amount,Currency\n" + "".join(lines)).encode()


def upload(person: Person, content: bytes, name: str = "statement.csv", **fields: str) -> httpx.Response:
    return person.http.post("/api/imports/", files={"file": (name, content)}, data=fields)


def count(person: Person) -> int:
    total: int = person.get("/api/summary/")["count"]
    return total


def rows_of(person: Person) -> Iterator[dict[str, Any]]:
    page = person.get("/api/transactions/?page_size=200")
    yield from page["results"]
    while page["next"]:
        page = person.get(page["next"])
        yield from page["results"]


@pytest.mark.parametrize("file", [("a.csv", table(120)), ("a.ofx", OFX.format(currency="EUR", number=1).encode())])
def test_one_file_sent_twenty_times_at_once_is_there_once(stack: Stack, file: tuple[str, bytes]) -> None:
    alice = new_person(stack.url)
    headers = {"Authorization": alice.http.headers["Authorization"]}

    def send(_: int) -> dict[str, Any]:
        with httpx.Client(base_url=stack.url, headers=headers, timeout=120) as http:
            answer = http.post("/api/imports/", files={"file": file}, data={"commit": "true"})
            assert answer.status_code == 201, answer.text
            body: dict[str, Any] = answer.json()
            return body

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(send, range(AT_ONCE)))
    expected = max(answer["lines_found"] for answer in answers)
    assert sorted(answer["lines_new"] for answer in answers) == [0] * (AT_ONCE - 1) + [expected]
    assert count(alice) == len(list(rows_of(alice))) == expected
    assert len(alice.get("/api/accounts/")["results"]) == 1


def test_different_files_at_once_all_come_in(stack: Stack) -> None:
    alice = new_person(stack.url)
    headers = {"Authorization": alice.http.headers["Authorization"]}

    def send(number: int) -> int:
        with httpx.Client(base_url=stack.url, headers=headers, timeout=120) as http:
            content = OFX.format(currency="EUR", number=number).encode()
            return http.post("/api/imports/", files={"file": ("a.ofx", content)}, data={"commit": "1"}).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert set(pool.map(send, range(AT_ONCE))) == {201}
    assert count(alice) == len(alice.get("/api/accounts/")["results"]) == AT_ONCE


def test_fifty_thousand_rows_are_a_job_that_books_each_once(stack: Stack) -> None:
    alice, content = new_person(stack.url), table(LARGE_ROWS)
    queued = [upload(alice, content, commit="true") for _ in range(2)]
    assert [answer.status_code for answer in queued] == [202, 202]
    assert all(answer.json()["job"] for answer in queued)
    done = [alice.wait_for_import(answer.json(), 120) for answer in queued]
    assert [one["status"] for one in done] == ["committed", "committed"]
    assert sorted(one["lines_new"] for one in done) == [0, LARGE_ROWS]
    summary = alice.get("/api/summary/")
    assert (summary["count"], Decimal(summary["net"])) == (LARGE_ROWS, Decimal(-LARGE_ROWS))
    assert alice.get(f"/api/jobs/{queued[0].json()['job']}/")["status"] == "succeeded"


def test_a_file_above_the_limit_is_refused_in_words(stack: Stack) -> None:
    alice = new_person(stack.url)
    answer = upload(alice, b"Date,Amount\n" + b"2026-01-01,-1.00\n" * 3_300_000, commit="true")
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert "52,428,800" in answer.json()["message"]
    assert count(alice) == 0


@pytest.mark.parametrize("files", [[], [("file", ("", b""))], [("datei", ("a.csv", b"x"))]])
def test_a_form_without_a_file_is_refused_by_its_field(stack: Stack, files: list[Any]) -> None:
    alice = new_person(stack.url)
    answer = alice.http.post("/api/imports/", files=[("commit", (None, "true")), *files])
    assert answer.status_code == 400, answer.text
    assert "file" in answer.json()["fields"]


def test_two_files_in_one_form_are_refused_rather_than_one_of_them_lost(stack: Stack) -> None:
    alice = new_person(stack.url)
    files = [("file", ("a.csv", table(2))), ("file", ("b.csv", table(3)))]
    answer = alice.http.post("/api/imports/", files=files, data={"commit": "true"})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["file"])
    assert count(alice) == 0


def test_an_account_deleted_while_files_come_in_breaks_nothing(stack: Stack) -> None:
    alice = new_person(stack.url)
    account = alice.post("/api/accounts/", {"name": "Old", "kind": "checking", "currency": "EUR"})["id"]
    headers = {"Authorization": alice.http.headers["Authorization"]}

    def act(number: int) -> int:
        with httpx.Client(base_url=stack.url, headers=headers, timeout=120) as http:
            if number == AT_ONCE // 3:
                return http.delete(f"/api/accounts/{account}/").status_code
            files = {"file": ("a.csv", table(20 + number))}
            return http.post("/api/imports/", files=files, data={"account": account, "commit": "1"}).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert set(pool.map(act, range(AT_ONCE))) <= {201, 204, 400, 409}
    assert count(alice) == len(list(rows_of(alice)))


def test_odd_bodies_are_refused_and_leave_nothing(stack: Stack) -> None:
    alice = new_person(stack.url)
    for headers, body, status in [
        ({"Content-Type": "application/json"}, b"{}", 400),
        ({"Content-Type": "text/plain"}, table(1), 415),
        ({"Content-Type": "multipart/form-data"}, table(1), 400),
        ({"Content-Type": "multipart/form-data; boundary=x"}, b"", 400),
        ({"Content-Type": "multipart/form-data; boundary=x"}, b"--x\r\nContent-Disposition: form-data; na", 400),
        ({"Content-Type": "multipart/form-data; boundary=" + "x" * 300}, b"--", 415),
    ]:
        answer = alice.http.post("/api/imports/", content=body, headers=headers)
        assert answer.status_code == status, f"{headers}: {answer.status_code} {answer.text}"
        assert answer.json()["message"]
    assert alice.get("/api/imports/")["results"] == []


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\März.csv", "März"),
        ("n" * 300 + ".csv", "n" * 120),
        ("口座 明細 – ménage 😀.csv", "口座 明細 – ménage 😀"),
        (".csv", ".csv"),
    ],
)
def test_a_new_account_is_named_after_the_file_whatever_its_name(stack: Stack, name: str, account: str) -> None:
    alice = new_person(stack.url)
    answer = upload(alice, table(2), name, commit="true")
    assert answer.status_code == 201, answer.text
    assert [row["name"] for row in alice.get("/api/accounts/")["results"]] == [account]
    assert upload(alice, table(2), name, commit="true").json()["lines_new"] == 0


@pytest.mark.parametrize(
    ("commit", "status"), [("TRUE", 201), ("1", 201), ("on", 201), ("yes", 201), ("false", 200), ("", 200)]
)
def test_commit_is_understood_as_forms_write_it(stack: Stack, commit: str, status: int) -> None:
    alice = new_person(stack.url)
    answer = upload(alice, table(3), commit=commit)
    assert answer.status_code == status, answer.text
    assert count(alice) == (3 if status == 201 else 0)


def test_the_content_decides_not_the_declared_type_or_extension(stack: Stack) -> None:
    alice = new_person(stack.url)
    for name, kind in [("a.txt", "text/plain"), ("a.ofx", "application/x-ofx"), ("a", "application/octet-stream")]:
        files = {"file": (name, table(3), kind)}
        answer = alice.http.post("/api/imports/", files=files, data={"commit": "true"})
        assert (answer.status_code, answer.json()["format"]) == (201, "csv")
    assert count(alice) == 3


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 10,
        b"GIF89a" + bytes(range(256)) * 4,
        b"PK\x03\x04" + bytes(range(256)) * 10,
        b'<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>',
        b"BM" + bytes(range(256)) * 10,
        b"",
    ],
)
def test_what_is_no_known_statement_fails_in_words_and_books_nothing(stack: Stack, content: bytes) -> None:
    alice = new_person(stack.url)
    for commit in ("false", "true"):
        answer = upload(alice, content, "statement.csv", commit=commit)
        body = answer.json()
        assert (answer.status_code, body["status"]) == (400, "failed"), answer.text
        assert body["errors"][0]["message"]
        assert (body["lines_new"], body["accounts"], body["job"]) == (0, [], None)
    assert count(alice) == 0
    assert alice.get("/api/accounts/")["results"] == []


def test_the_chosen_account_must_be_ones_own_and_of_the_files_currency(stack: Stack) -> None:
    alice, bob = new_person(stack.url), new_person(stack.url, "Bob")
    euros = alice.post("/api/accounts/", {"name": "Euros", "kind": "checking", "currency": "EUR"})
    yens = bob.post("/api/accounts/", {"name": "Yen", "kind": "checking", "currency": "JPY"})
    for account in (yens["id"], 10**9, 10**30, "x", "-1", "1.5"):
        answer = upload(alice, table(3), account=str(account), commit="true")
        assert answer.status_code == 400, answer.text
        assert "account" in answer.json()["fields"]
    other = upload(bob, table(3), account=str(yens["id"]), commit="true")
    assert (other.status_code, other.json()["status"]) == (400, "failed")
    assert "JPY" in other.json()["errors"][0]["message"]
    own = upload(alice, table(3), account=str(euros["id"]), commit="true")
    assert (own.status_code, own.json()["accounts"][0]["id"]) == (201, euros["id"])
    assert (count(alice), count(bob)) == (3, 0)


def test_two_files_are_two_accounts_unless_they_overlap(stack: Stack) -> None:
    alice = new_person(stack.url)
    for name, content in [("january.csv", table(20)), ("other bank.csv", table(5, date(2025, 6, 1)))]:
        assert upload(alice, content, name, commit="true").json()["lines_new"] > 0
    assert len(alice.get("/api/accounts/")["results"]) == 2
    longer = upload(alice, table(28), "january whole.csv", commit="true").json()
    assert (longer["lines_new"], longer["lines_duplicate"]) == (8, 20)
    assert len(alice.get("/api/accounts/")["results"]) == 2


def test_a_report_for_a_month_in_the_files_re_sums_from_its_rows(stack: Stack) -> None:
    alice = new_person(stack.url)
    upload(alice, table(60), "bank.csv", commit="true")
    upload(alice, OFX.format(currency="USD", number=9).encode(), "card.ofx", commit="true")
    report = alice.make_report("2026-01")
    assert report["status"] == "succeeded"
    facts = httpx.Response(200, content=alice.file(report["files"]["json"])).json()["facts"]
    amounts = {row["id"]: Decimal(row["amount"]) for row in rows_of(alice)}
    sums = [fact for fact in facts if fact["kind"] == "sum"]
    assert sums
    for fact in sums:
        assert sum((amounts[txn] for txn in fact["transactions"]), Decimal(0)) == Decimal(fact["value"]), fact
