from __future__ import annotations

import csv
import io
import json

import pytest

from advisory.reports.writers import to_csv_bytes, to_json_bytes
from advisory.tests.built import report_of
from advisory.tests.households import NAMESPACE, Household, household, month
from transactions.ledger.columns import Columns

pytestmark = pytest.mark.usefixtures("plainest")


def written(home: Household) -> bytes:
    document = report_of(
        home.columns(), home.accounts(), month(), namespace=NAMESPACE, base_currency="EUR", is_partial=False
    )
    return to_json_bytes(document)


def test_the_file_is_canonical() -> None:
    raw = written(household())
    assert raw.endswith(b"}\n")
    text = raw.decode("utf-8")
    assert json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=1) + "\n" == text


def test_the_same_month_gives_the_same_bytes() -> None:
    home = household()
    again = household()
    again.shares.reverse()
    assert written(home) == written(again)


def table(home: Household) -> list[dict[str, str]]:
    document = report_of(
        home.columns(), home.accounts(), month(), namespace=NAMESPACE, base_currency="EUR", is_partial=False
    )
    return list(csv.DictReader(io.StringIO(to_csv_bytes(document).decode("utf-8-sig"))))


def test_the_table_holds_every_fact_with_its_rows() -> None:
    home = household()
    facts = {fact["id"]: fact for fact in json.loads(written(home))["facts"]}
    lines = table(home)
    assert [line["id"] for line in lines] == list(facts)
    for line in lines:
        fact = facts[line["id"]]
        assert (line["value"], line["unit"]) == (fact["value"], fact["unit"])
        assert (line["from"], line["until"]) == (fact["period"]["start"], fact["period"]["end"])
        assert line["transactions"].split() == [str(pk) for pk in fact["transactions"]]
        assert line["made_of"].split() == fact["inputs"]
        assert int(line["rows"]) == len(fact["transactions"])
        assert line["how"].endswith(".")


def test_no_name_is_a_formula_in_the_table() -> None:
    home = household()
    home.book(month().start, -250_000, '=HYPERLINK("http://x")', "travel")
    home.book(month().start, -260_000, "@half \ud800", "travel")
    cells = [cell for line in table(home) for cell in line.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not any(cell.startswith(("=", "@", "+")) for cell in cells)


def test_the_shape_a_reader_may_rely_on() -> None:
    content = json.loads(written(household()))
    assert (content["version"], content["month"], content["currency"], content["is_partial"]) == (
        1,
        "2026-10",
        "EUR",
        False,
    )
    assert content["headline"]["text"] == "You kept €463.13 of €3,200.00 in October 2026."
    fact = next(fact for fact in content["facts"] if fact["metric"] == "spending")
    assert fact.keys() == {
        "id",
        "metric",
        "kind",
        "value",
        "unit",
        "period",
        "formula",
        "params",
        "transactions",
        "inputs",
    }
    assert (fact["kind"], fact["value"], fact["formula"]) == ("sum", "-2736.87", "sum@1")
    assert fact["period"] == {"start": "2026-10-01", "end": "2026-10-31"}


def test_the_parts_of_a_sentence_are_its_text_and_figures_lead_to_facts() -> None:
    content = json.loads(written(household()))
    ids = {fact["id"] for fact in content["facts"]}
    for section in content["sections"]:
        for sentence in section["sentences"]:
            assert "".join(part["text"] for part in sentence["parts"]) == sentence["text"]
            assert {part["fact"] for part in sentence["parts"] if "fact" in part} <= ids


def test_a_broken_name_cannot_stop_the_writing() -> None:
    home = household()
    home.book(month().start, -5000, "half a letter \ud800 and \x00", "travel")
    assert b"half a letter" in written(home)


def test_an_empty_ledger_is_written_too() -> None:
    document = report_of(Columns.of([]), [], month(), namespace=NAMESPACE, base_currency="EUR", is_partial=True)
    assert json.loads(to_json_bytes(document))["is_partial"] is True
