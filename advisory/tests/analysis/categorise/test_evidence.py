"""What speaks for a candidate, number by number."""

import numpy as np

from advisory.analysis.categorise import Categoriser, load_model
from advisory.analysis.categorise.outside import translation
from advisory.analysis.categorise.reading import read
from advisory.analysis.categorise.scorer import softmax
from advisory.tests.analysis.categorise.texts import SHOPS, history, row


def test_the_nearest_row_of_each_category_and_the_number_of_rows_of_the_payee_are_told() -> None:
    known = history(3)
    rarity = load_model().rarity
    evidence = Categoriser(known).evidence(read([row(900, "NOODLE HOUSE 7")], rarity))
    place = [evidence.labels[at] for at in evidence.choice[0]].index("Eating out")
    assert evidence.same_payee[0] == 3
    assert known[evidence.nearest[0, place]].text.startswith("CARD PURCHASE NOODLE HOUSE")
    assert evidence.choice.shape == evidence.is_candidate.shape == evidence.direction.shape
    assert np.isfinite(evidence.signs).all()


def test_without_any_row_the_evidence_is_the_opinion_of_others_alone() -> None:
    evidence = Categoriser().evidence(read([row(1, "TANKSTELLE NORD")], load_model().rarity))
    assert (evidence.nearest == -1).all()
    assert not evidence.same_payee.any()
    assert evidence.labels[evidence.choice[0, 0]] == "Fuel"


def test_own_names_of_the_users_replace_the_models_and_shared_names_keep_it() -> None:
    model = load_model()
    shares = read([row(1, "NOODLE HOUSE")], model.rarity).told(model.head)
    foreign = translation(model.head, [], np.repeat(shares, len(SHOPS), axis=0), list(SHOPS.values()))
    assert foreign.labels == tuple(sorted(SHOPS.values()))
    shared = translation(model.head, [], shares, ["Restaurants"])
    assert set(shared.labels) == set(model.labels)
    assert np.allclose(shared.table.sum(axis=1), 1)


def test_shares_of_rows_without_any_candidate_are_zero() -> None:
    odds = np.array([[0.0, np.log(3.0)], [-np.inf, -np.inf]])
    assert np.allclose(softmax(odds), [[0.25, 0.75], [0.0, 0.0]])


def test_equal_texts_are_read_once_and_told_for_every_row() -> None:
    model = load_model()
    found = read([row(1, "NOODLE HOUSE"), row(2, "CITY CINEMA"), row(3, "NOODLE HOUSE")], model.rarity)
    assert len(found.features) == 2
    assert np.array_equal(found.told(model.head)[0], found.told(model.head)[2])
    assert np.array_equal(found.asked.points[0], found.asked.points[2])
