"""Hashed n-grams: the same text gives the same numbers wherever it stands, and nothing crosses two texts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.categorise.features import BUCKETS, features_of, plain_words
from advisory.analysis.categorise.sketches import SIZE, sketches

FLAT = np.ones(BUCKETS, dtype=np.float32)


def entries(texts: list[str], at: int) -> dict[int, float]:
    found = features_of(texts)
    part = slice(found.start[at], found.start[at + 1])
    return dict(zip(found.where[part].tolist(), found.weight[part].round(5).tolist(), strict=True))


def test_a_text_has_the_same_features_alone_and_among_others() -> None:
    assert entries(["noodle house"], 0) == entries(["cinema", "noodle house", "water"], 1)


def test_a_word_has_one_bucket_wherever_it_stands() -> None:
    shared = set(entries(["noodle house"], 0)) & set(entries(["the great noodle"], 0))
    assert len(shared) > len(set(entries(["noodle house"], 0)) & set(entries(["cinema"], 0)))


@given(st.lists(st.text(max_size=40).map(plain_words), min_size=1, max_size=5))
def test_every_text_has_unit_length_and_its_own_entries(texts: list[str]) -> None:
    found = features_of(texts)
    lengths = np.bincount(found.row, weights=found.weight.astype(float) ** 2, minlength=len(texts))
    assert len(found) == len(texts)
    assert np.allclose(lengths[np.diff(found.start) > 0], 1, atol=1e-4)
    assert ((found.where >= 0) & (found.where < BUCKETS)).all()


def test_digits_alone_are_no_words_and_case_and_accents_do_not_count() -> None:
    assert plain_words("CAFÉ 1234 Nord") == "cafe nord"


def test_alike_texts_have_close_sketches_and_strangers_have_not() -> None:
    points = sketches(features_of(["noodle house", "noodle hous", "harbour cinema"]), FLAT)
    like = points @ points.T
    assert points.shape == (3, SIZE)
    assert like[0, 1] > 0.7
    assert like[0, 2] < 0.3
