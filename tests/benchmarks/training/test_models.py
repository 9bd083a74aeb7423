"""Training on a handful of made-up rows: the models learn what is there, twice the same."""

from pathlib import Path

import numpy as np

from advisory.analysis.categorise import Example, load_model
from advisory.analysis.categorise.features import features_of
from benchmarks.training import card_scheme, linear, purchase_cards, scorers

SHOPS = {"noodle house": "Food", "harbour cinema": "Fun", "city water works": "House"}


def users(count: int = 12, rows: int = 60) -> dict[str, list[Example]]:
    """Users who file three shops the same way, each in another order."""
    listed = list(SHOPS.items())
    return {
        f"u{user}": [
            Example(at, *listed[(at * (user + 2) + at // 7) % len(listed)], 738_000 + at) for at in range(rows)
        ]
        for user in range(count)
    }


def test_the_linear_model_learns_its_texts_and_gives_the_same_numbers_again() -> None:
    texts = list(SHOPS) * 30
    features = features_of(texts)
    target, weight = np.arange(len(texts)) % 3, np.ones(len(texts), dtype=np.float32)
    table, bias = linear.fit(features, target, weight, 3, seed=1)
    odds = np.add.reduceat(table[features.where] * features.weight[:, None], features.start[:-1], axis=0) + bias
    assert (odds.argmax(axis=1) == target).all()
    assert np.array_equal(table, linear.fit(features, target, weight, 3, seed=1)[0])


def test_the_scorer_chooses_what_users_chose_and_its_trust_is_a_chance() -> None:
    model, rows = load_model(), users()
    taught = card_scheme.taught(rows)
    schemes = card_scheme.by_part(taught, card_scheme.labels_of(taught))
    seen = scorers.observe(rows, model, schemes)
    scorer = scorers.fit(seen)
    shares = scorer.shares(seen.evidence)
    right = seen.hit[np.arange(len(shares)), shares.argmax(axis=1)]
    assert right.mean() > 0.95
    confidence = scorer.confidence(shares, seen.evidence)
    assert ((confidence > 0) & (confidence < 1)).all()


def test_a_quarter_of_the_users_is_kept_out_and_the_parts_of_the_others_are_even() -> None:
    names = [str(at) for at in range(2000)]
    teachers = [name for name in names if not purchase_cards.is_kept_out(name)]
    assert 1400 < len(teachers) < 1600
    parts = [purchase_cards.part_of(name) for name in teachers]
    assert set(parts) == set(range(purchase_cards.PARTS))
    assert min(parts.count(part) for part in set(parts)) > 180
    rows = users()
    assert {*purchase_cards.teachers(rows), *purchase_cards.kept_out(rows)} == set(rows)


def test_card_users_become_households_where_the_label_has_a_known_meaning() -> None:
    listed = [purchase_cards.Merchant("x", ("Restaurants", "Coffee"), 1, "Food")]
    found = purchase_cards.in_default_categories(users(1), listed)["u0"]
    assert {one.category for one in found} == {"Restaurants"}
    assert {one.text for one in found} == {"noodle house"}


def test_users_are_asked_about_what_follows_their_confirmed_rows() -> None:
    rows = users()
    for name, own, asked in purchase_cards.cases(rows, 5, 4):
        assert [one.id for one in (*own, *asked)] == [one.id for one in rows[name]]
        assert len(own) == 5


def test_a_scheme_learns_names_that_enough_users_bear_and_knows_who_speaks_it() -> None:
    taught = card_scheme.taught({**users(), "x": [Example(1, "noodle house", "Odd", 738_000)] * 9})
    labels = card_scheme.labels_of(taught)
    assert labels == ("Food", "Fun", "House")
    scheme = card_scheme.learnt(taught, labels)
    said = scheme.head.shares(features_of(list(SHOPS)))
    assert [labels[at] for at in said.argmax(axis=1)] == list(SHOPS.values())
    assert abs(scheme.prior.sum() - 1) < 1e-9


def test_tables_are_known_by_their_columns_and_a_folder_without_them_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "any.csv").write_text("user,date,text,label\n1,2024-01-02,noodle house,Food\n", encoding="utf-8")
    (tmp_path / "other.tsv").write_text(
        "description\taccept\tlines\tsource_label\nnoodle house\tRestaurants|Coffee\t3\tFood\n", encoding="utf-8"
    )
    assert [one.category for one in purchase_cards.users(tmp_path)["1"]] == ["Food"]
    assert purchase_cards.merchants(tmp_path)[0].accept == ("Restaurants", "Coffee")
    assert purchase_cards.users(None) == {}
    assert purchase_cards.merchants(tmp_path / "none") == []
