"""On whose ledger a request acts: on the caller's own, or with the header `X-Ledger` on that of a household of theirs.

Decided here alone, when the caller is known and before any view runs. What comes out is the owner that views hand to
selectors and services, so whatever keeps people's data apart keeps households apart as well.
"""

from __future__ import annotations

from typing import Any

from accounts.errors import DomainError, NotFoundError
from accounts.models import Membership, PersonalToken, User
from accounts.scopes import is_about_person, scopes_for

HEADER = "X-Ledger"
LONGEST_NUMBER = 18


def membership_of(person: User, household_id: object) -> Membership:
    """With household and ledger. NotFoundError for a household that is not there or that the person is not in."""
    found = (
        Membership.objects.select_related("household__ledger").filter(person=person, household=number).first()
        if (number := _number(household_id)) is not None
        else None
    )
    if found is None:
        raise NotFoundError("household")
    return found


def act(request: Any, person: User) -> User:
    """Settle the request's ledger, and give it. NotFoundError for a household that the person is not in, DomainError
    (403) where their role does not let them do this."""
    request.ledger = _ledger(str(request.headers.get(HEADER, "")), person, str(request.method), str(request.path_info))
    ledger: User = request.ledger
    return ledger


def acted_on(request: Any) -> User | None:
    """What `act` settled; None where nobody has been recognised."""
    found = request.__dict__.get("ledger")
    return found if isinstance(found, User) else None


def _ledger(named: str, person: User, method: str, path: str) -> User:
    if not named or is_about_person(path):
        return person
    membership = membership_of(person, named)
    if not membership.may_change and PersonalToken.Scope.READ not in scopes_for(method, path):
        raise read_only()
    ledger = membership.household.ledger
    ledger.acting = person
    return ledger


def read_only() -> DomainError:
    return DomainError("read_only", "You may look at this household's money, and not change it.", status=403)


def _number(household_id: object) -> int | None:
    text = str(household_id)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None
