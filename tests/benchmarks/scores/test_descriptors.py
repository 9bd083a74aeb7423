"""The statement texts of households are usable, each once, and both halves are large."""

from benchmarks.scores.descriptors import descriptors
from transactions.ledger.default_categories import DEFAULT_CATEGORIES


def test_every_text_stands_once_with_default_categories_and_half_is_kept_out() -> None:
    found = list(descriptors())
    names = {category.name for category in DEFAULT_CATEGORIES}
    assert len({one.text for one in found}) == len(found) > 300
    assert all(one.text.strip() == one.text and one.text and set(one.accept) <= names for one in found)
    assert len({one.country for one in found}) == 7
    assert 0.4 < sum(one.is_kept_out for one in found) / len(found) < 0.6
