"""Saved searches: queries with a name."""

from __future__ import annotations

from typing import TypedDict

from django.db import IntegrityError, transaction

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.models import SavedSearch
from transactions.selectors.search import query_read
from transactions.services.given import field_error, name_text

MOST_SEARCHES = 200


class SearchChanges(TypedDict, total=False):
    name: str
    query: str
    position: int


def search_create(*, owner: User, name: str, query: str, position: int = 0) -> SavedSearch:
    """DomainError when the query makes no sense or the name is taken."""
    query_read(query, field="query")
    if editable_by(SavedSearch.objects.all(), owner).count() >= MOST_SEARCHES:
        raise field_error("name", f"You can keep at most {MOST_SEARCHES} searches. Remove one first.")
    return _saved(SavedSearch(owner=owner, name=name_text(name), query=query.strip(), position=position))


@transaction.atomic
def search_update(*, owner: User, search_id: int, changes: SearchChanges) -> SavedSearch:
    search = get_editable(SavedSearch.objects.select_for_update(no_key=True), owner, search_id)
    if "name" in changes:
        search.name = name_text(changes["name"])
    if "query" in changes:
        query_read(changes["query"], field="query")
        search.query = changes["query"].strip()
    search.position = changes.get("position", search.position)
    return _saved(search)


def search_delete(*, owner: User, search_id: int) -> None:
    get_editable(SavedSearch.objects.all(), owner, search_id).delete()


def _saved(search: SavedSearch) -> SavedSearch:
    try:
        with transaction.atomic():
            search.save()
    except IntegrityError:
        raise field_error("name", f"There is already a search called {search.name}.") from None
    return search
