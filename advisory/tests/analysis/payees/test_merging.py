"""Which spellings are proposed as one payee, and which never are."""

from advisory.analysis.payees import merge_proposals


def test_cut_off_and_mistyped_names_are_proposed_to_the_one_with_more_rows() -> None:
    found = merge_proposals([("noodle house", 9), ("noodle hous", 2), ("carwash deluxe", 1), ("carwash delux", 5)])
    assert {(pair.keep, pair.merge) for pair in found} == {
        ("noodle house", "noodle hous"),
        ("carwash delux", "carwash deluxe"),
    }
    assert all(pair.reason and pair.score >= 0.92 for pair in found)


def test_other_names_short_names_and_other_numbers_are_left_apart() -> None:
    assert not merge_proposals([("noodle house", 9), ("noodle horse race", 2), ("bar 1", 3), ("bar 2", 3), ("lidl", 2)])
    assert not merge_proposals([("studio 54 club", 9), ("studio 45 club", 2)])


def test_a_gap_or_another_order_of_the_words_is_one_payee() -> None:
    found = merge_proposals([("green field farm", 4), ("greenfield farm", 2), ("rossi mario", 1), ("mario rossi", 3)])
    assert [(pair.keep, pair.merge) for pair in found] == [
        ("green field farm", "greenfield farm"),
        ("mario rossi", "rossi mario"),
    ]


def test_a_refused_pair_is_not_proposed_again_whatever_its_order() -> None:
    keys = [("noodle house", 9), ("noodle hous", 2)]
    assert not merge_proposals(keys, refused=[("noodle hous", "noodle house")])


def test_no_key_is_merged_twice_or_kept_after_it_went() -> None:
    found = merge_proposals([("greengrocer", 5), ("greengroce", 3), ("greengroc", 2), ("greengrocers", 1)])
    gone = [pair.merge for pair in found]
    assert len(gone) == len(set(gone))
    assert not set(gone) & {pair.keep for pair in found}


def test_the_order_of_the_input_changes_nothing() -> None:
    keys = [("noodle house", 3), ("noodle hous", 3), ("noodle hause", 3), ("carwash", 1)]
    assert merge_proposals(keys) == merge_proposals(keys[::-1])
