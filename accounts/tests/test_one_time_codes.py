"""Against the published vectors of RFC 6238 (SHA-1, the last six of its eight digits)."""

from __future__ import annotations

import base64

import pytest

from accounts.one_time_codes import ALPHABET, code_at, matching_step, recovery_code_new, recovery_hash, secret_new

SECRET = base64.b32encode(b"12345678901234567890").decode()
VECTORS = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
]


@pytest.mark.parametrize(("now", "code"), VECTORS)
def test_the_standards_own_codes(now: int, code: str) -> None:
    assert code_at(SECRET, now // 30) == code
    assert matching_step(SECRET, code, now, 0) == now // 30
    assert matching_step(SECRET, code, now, now // 30) is None


def test_one_step_of_drift_and_no_more() -> None:
    assert [matching_step(SECRET, code_at(SECRET, 100), now * 30, 0) for now in (98, 99, 100, 101, 102)] == [
        None, 100, 100, 100, None,
    ]  # fmt: skip


def test_secrets_and_recovery_codes_are_new_each_time() -> None:
    assert len({secret_new() for _ in range(100)}) == 100
    codes = {recovery_code_new() for _ in range(100)}
    assert len(codes) == 100
    assert set("".join(codes)) <= set(ALPHABET) | {"-"}
    assert recovery_hash(1, "abcd-efgh") == recovery_hash(1, " ABCD efgh")
    assert recovery_hash(1, "abcd-efgh") != recovery_hash(2, "abcd-efgh")
