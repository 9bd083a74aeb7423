"""What is shipped: small arrays of numbers, whose labels are the default categories."""

import json

import numpy as np

from advisory.analysis.categorise import VERSION
from advisory.analysis.categorise.features import BUCKETS, features_of
from advisory.analysis.categorise.model import PATH, load_model
from transactions.ledger.default_categories import DEFAULT_CATEGORIES

MOST_BYTES = 8_000_000


def test_the_file_is_small_and_holds_numbers_and_names_of_categories_only() -> None:
    assert PATH.stat().st_size <= MOST_BYTES
    with np.load(PATH, allow_pickle=False) as stored:
        words = {name for name in stored.files if stored[name].dtype.kind not in "iuf"}
        assert words == {"home_labels", "cards_labels"}
        weights = [stored["home_weights"], stored["cards_weights"]]
        assert {one.dtype for one in weights} == {np.dtype(np.int8)}
        assert sum(one.nbytes for one in weights) <= MOST_BYTES


def test_a_card_beside_the_arrays_says_what_they_were_made_of() -> None:
    card = json.loads(PATH.with_suffix(".json").read_text(encoding="utf-8"))
    assert card["version"] == VERSION
    assert card["card_rows"] > 0
    assert len(load_model().cards.head.labels) == card["card_categories"]


def test_the_model_speaks_the_default_categories() -> None:
    model = load_model()
    assert model.labels == tuple(category.name for category in DEFAULT_CATEGORIES)
    assert model.head.weights.shape == (BUCKETS, len(model.labels))


def test_shares_sum_to_one_and_no_text_gives_no_row() -> None:
    model = load_model()
    assert np.allclose(model.head.shares(features_of(["noodle house", "tankstelle"])).sum(axis=1), 1)
    assert model.head.shares(features_of([])).shape == (0, len(model.labels))


def test_the_direction_of_the_money_speaks_for_pay_only_where_it_tells() -> None:
    model = load_model()
    pay = model.labels.index("Income:Salary")
    into, out = model.likely(np.array([True, False]), tells_direction=True)[:, pay]
    unknown = model.likely(np.array([True, False]), tells_direction=False)[:, pay]
    assert into > 1 > out
    assert unknown[0] == unknown[1]
