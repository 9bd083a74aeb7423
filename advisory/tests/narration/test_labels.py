from __future__ import annotations

from advisory.analysis.formulas import FORMULAS
from advisory.narration.labels import definition, label
from advisory.tests.built import report_of
from advisory.tests.households import NAMESPACE, household, month


def test_a_label_names_whom_it_is_about() -> None:
    assert label("payee_spending", {"payee": "7-Eleven {0} %s"}) == "Paid to 7-Eleven {0} %s"
    assert label("category_change", {"category": "groceries"}) == "Groceries against normal"


def test_missing_names_and_unknown_metrics_still_read() -> None:
    assert label("payee_spending", {}) == "Paid to this payee"
    assert label("some_new_metric", {}) == "Some new metric"


def test_every_formula_is_defined_in_words() -> None:
    assert all(definition(name).endswith(".") for name in FORMULAS)
    assert definition("unknown@9") == ""


def test_every_metric_of_a_full_report_has_a_label_of_its_own() -> None:
    home = household()
    document = report_of(
        home.columns(), home.accounts(), month(), namespace=NAMESPACE, base_currency="EUR", is_partial=False
    )
    bare = {fact.metric for fact in document.facts if label(fact.metric, fact.params) == label(f"{fact.metric}", {})}
    assert {"category_spending", "movement", "account_balance"}.isdisjoint(bare)
    assert all("this " not in label(fact.metric, fact.params) for fact in document.facts)
