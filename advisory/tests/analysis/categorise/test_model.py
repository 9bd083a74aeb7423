"""What is shipped: small arrays of numbers, whose labels are the default categories."""

import numpy as np

from advisory.analysis.categorise.features import BUCKETS, features_of
from advisory.analysis.categorise.model import PATH, load_model
from transactions.ledger.default_categories import DEFAULT_CATEGORIES

MOST_BYTES = 8_000_000


def test_the_file_is_small_and_holds_numbers_and_the_names_of_the_default_categories_only() -> None:
    assert PATH.stat().st_size <= MOST_BYTES
    with np.load(PATH, allow_pickle=False) as stored:
        words = {name for name in stored.files if stored[name].dtype.kind not in "iuf"}
        assert words == {"labels"}
        assert stored["weights"].dtype == np.int8
        assert stored["weights"].nbytes <= MOST_BYTES


def test_the_model_speaks_the_default_categories() -> None:
    model = load_model()
    assert model.labels == tuple(category.name for category in DEFAULT_CATEGORIES)
    assert model.weights.shape == (BUCKETS, len(model.labels))


def test_shares_sum_to_one_and_no_text_gives_no_row() -> None:
    model = load_model()
    assert np.allclose(model.shares(features_of(["noodle house", "tankstelle"])).sum(axis=1), 1)
    assert model.shares(features_of([])).shape == (0, len(model.labels))


def test_the_direction_of_the_money_speaks_for_pay_only_where_it_tells() -> None:
    model = load_model()
    pay = model.labels.index("Income:Salary")
    into, out = model.likely(np.array([True, False]), tells_direction=True)[:, pay]
    unknown = model.likely(np.array([True, False]), tells_direction=False)[:, pay]
    assert into > 1 > out
    assert unknown[0] == unknown[1]
