from __future__ import annotations

import pytest

from transactions.ledger.file_names import name_pattern, undated


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("statement-2026-02", "statement-2026-03"),
        ("activity", "activity (1)"),
        ("everyday", "everyday-2"),
        ("Umsatz_Februar_2026", "Umsatz_März_2026"),
        ("export 01.02.2026 bis 28.02.2026", "export 01.03.2026 bis 31.03.2026"),
        ("20260215-giro", "20260315-giro"),
        ("Statement Feb2026", "statement mar2026"),
        ("2026-02", "2026-03"),
        ("giro - Copy", "giro"),
    ],
)
def test_files_of_two_months_have_one_pattern(one: str, other: str) -> None:
    assert name_pattern(one) == name_pattern(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("giro-4411", "giro-5522"),
        ("savings", "checking"),
        ("DE75512108001245126199_2026", "DE02120300000000202051_2026"),
    ],
)
def test_other_words_and_account_numbers_are_another_pattern(one: str, other: str) -> None:
    assert name_pattern(one) != name_pattern(other)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("statement-2026-02", "statement"),
        ("My Giro (1)", "My Giro"),
        ("Umsatz_Februar_2026", "Umsatz"),
        ("2026-02", "2026-02"),
        ("giro-4411", "giro-4411"),
        ("joint account 2026 household", "joint account household"),
        ("everyday", "everyday"),
        ("may", "may"),
    ],
)
def test_an_account_is_not_named_after_a_month(stem: str, name: str) -> None:
    assert undated(stem) == name
