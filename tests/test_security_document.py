"""A test that docs/SECURITY.md names as a proof is there."""

from __future__ import annotations

import re

from spendwise_project.envfile import BASE_DIR


def test_every_test_that_is_named_as_a_proof_exists() -> None:
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", (BASE_DIR / "docs" / "SECURITY.md").read_text())
    assert len(named) > 25
    missing = [name for path, name in named if f"def {name}(" not in (BASE_DIR / path).read_text()]
    assert missing == []
