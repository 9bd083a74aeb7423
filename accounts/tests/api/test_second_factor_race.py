"""One code, many hands at once: a code seen over a shoulder opens nothing beside its owner."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from rest_framework.test import APIClient

from accounts.callers import Caller
from accounts.models import RecoveryCode, SignIn, User
from accounts.one_time_codes import STEP_SECONDS, code_at, matching_step
from accounts.services.challenges import challenge_begin
from accounts.services.second_factors import Proof, second_factor_begin, second_factor_confirm
from accounts.tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)
PROOF = Proof(password=PASSWORD, code="", is_fresh=True, caller=Caller())
HANDS = 20
NOW = 1_800_000_000.0  # one moment for the whole test: a code is good for as long as it takes


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    def step_now(secret: str, code: str, _: float, last_step: int) -> int | None:
        return matching_step(secret, code, NOW, last_step)

    monkeypatch.setattr("accounts.services.second_factors.matching_step", step_now)


def together(user: User, code: str) -> list[int]:
    """Statuses of HANDS sign-ins, each with a challenge and an address of its own, finished with the same code at the
    same moment: neither the tries of a challenge nor the waits for wrong codes do what the code itself must."""
    challenges = [challenge_begin(user) for _ in range(HANDS)]
    barrier = threading.Barrier(HANDS)

    def one(hand: int) -> int:
        client = APIClient(REMOTE_ADDR=f"198.51.100.{hand}")
        try:
            barrier.wait(30)
            body = {"challenge": challenges[hand], "code": code}
            return client.post("/api/auth/token/second-factor/", body).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(one, range(HANDS)))


def test_an_apps_code_and_a_recovery_code_each_open_one_door_of_twenty() -> None:
    user = User.objects.create_user("alice@example.org", PASSWORD)
    secret = second_factor_begin(owner=user, proof=PROOF).secret
    step = int(NOW) // STEP_SECONDS
    recovery = second_factor_confirm(owner=user, code=code_at(secret, step - 1))
    for number, code in enumerate((code_at(secret, step), recovery[0]), 1):
        statuses = together(user, code)
        assert statuses.count(200) == 1
        assert set(statuses) == {200, 400}
        assert SignIn.objects.filter(user=user, ended_at=None).count() == number
    assert RecoveryCode.objects.filter(user=user, used_at=None).count() == len(recovery) - 1
