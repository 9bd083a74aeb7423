"""Sentences of findings in the reader's language: the same figures, the same evidence, other words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import Advice, Insight
from advisory.services.analysis import analysis_refresh
from advisory.tests.living import household

pytestmark = pytest.mark.django_db
Http = Callable[[User | None], APIClient]
WORDS = {"title", "text", "what", "why", "how", "gain", "label", "name", "missing", "says", "basis", "reason"}


def get(http: APIClient, path: str, language: str | None = None) -> Any:
    asked: Any = {"HTTP_ACCEPT_LANGUAGE": language} if language else {}
    answer = http.get(f"/api/{path}/", **asked)
    assert answer.status_code == 200, answer.content
    assert "Accept-Language" in answer["Vary"]
    return answer


def without_words(found: Any) -> Any:
    """All that is not a sentence: what must not change with the language."""
    if isinstance(found, dict):
        return {key: without_words(value) for key, value in found.items() if key not in WORDS}
    return [without_words(one) for one in found] if isinstance(found, list) else found


def words_in(found: Any) -> dict[str, str]:
    """Every sentence by its place."""
    if isinstance(found, list):
        found = {str(place): one for place, one in enumerate(found)}
    if not isinstance(found, dict):
        return {}
    here = {key: value for key, value in found.items() if key in WORDS and isinstance(value, str) and value}
    below = {f"{key}.{place}": text for key, value in found.items() for place, text in words_in(value).items()}
    return here | below


def test_findings_are_told_in_the_readers_language(alice: User, api: Http) -> None:
    owner = household(alice).owner
    analysis_refresh(owner=owner)
    http = api(owner)
    for path in ("insights", "advice", "forecast", "health-score", "drivers"):
        english, german = get(http, path, "en"), get(http, path, "de-AT,en;q=0.5")
        assert (english["Content-Language"], german["Content-Language"]) == ("en", "de")
        assert without_words(german.json()) == without_words(english.json()), path
        told, again = words_in(english.json()), words_in(german.json())
        assert told.keys() == again.keys()
        # What has the same words in both is a name of the owner's, or a sentence that could not be told anew.
        alike = {text for place, text in told.items() if again[place] == text and " " in text}
        assert not alike, (path, alike)
        assert get(http, path).json() == english.json()
    _the_owners_language_is_the_one_that_is_not_asked_for(http, owner)
    _kept_words_stand_where_figures_are_gone(http, owner)
    link = get(http, "health-score", "de").json()["facts"][0]
    assert get(http, f"facts/{link['id']}", "de").json()["label"] == link["label"]


def _the_owners_language_is_the_one_that_is_not_asked_for(http: APIClient, owner: User) -> None:
    User.objects.filter(pk=owner.pk).update(language=User.Language.GERMAN)
    owner.refresh_from_db()
    http.force_authenticate(owner)
    assert get(http, "insights")["Content-Language"] == "de"
    assert get(http, "insights", "fr, *")["Content-Language"] == "de"
    assert get(http, "insights", "en-GB")["Content-Language"] == "en"
    assert get(http, "insights", "\x00;q=")["Content-Language"] == "de"


def _kept_words_stand_where_figures_are_gone(http: APIClient, owner: User) -> None:
    Insight.objects.filter(owner=owner).update(facts={})
    Advice.objects.filter(owner=owner).update(facts={})
    for path, model in (("insights", Insight), ("advice", Advice)):
        titles = {one["title"] for one in get(http, path, "de").json()["results"]}
        assert titles
        assert titles <= set(model.objects.filter(owner=owner).values_list("title", flat=True))
