"""What a personal token may do, by the address it calls and how. Decided here alone, before any view runs.

A door that is not named is of the ledger: to look needs `read`, to change needs `write`. So a new address is never open
to a token that was made for something smaller.
"""

from __future__ import annotations

from accounts.models import PersonalToken

Scope = PersonalToken.Scope
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
IMPORTS = ("/api/imports/", "/api/duplicate-reviews/", "/api/import-profiles/")
REPORTS = ("/api/reports/", "/reports-files/")
# Asked by POST, and changing nothing.
QUESTIONS = ("/api/ask/", "/api/rules/preview/")
ME = "/api/auth/me/"
SIGN_IN = "/api/auth/"
OPERATIONS = "/api/operations/"
HOUSEHOLDS = "/api/households/"
INVITATIONS = "/api/invitations/"
# About the one who asks, never about a ledger.
PERSON = (SIGN_IN, OPERATIONS, HOUSEHOLDS, INVITATIONS)


def is_about_person(path: str) -> bool:
    return path.startswith(PERSON)


def scopes_for(method: str, path: str) -> frozenset[str]:
    """Any one of these scopes will do; none does for the doors of signing in, of running the server and of who is in
    a household, which want the person. Which households there are every token may ask: it may act on them."""
    is_safe = method.upper() in SAFE
    if path in (ME, HOUSEHOLDS) and is_safe:
        return frozenset(Scope.values)
    if is_about_person(path):
        return frozenset()
    if path in QUESTIONS:
        return frozenset({Scope.READ})
    special = Scope.IMPORT if path.startswith(IMPORTS) else Scope.REPORTS if path.startswith(REPORTS) else None
    if is_safe:
        return frozenset({Scope.READ, special} if special else {Scope.READ})
    return frozenset({special or Scope.WRITE})
