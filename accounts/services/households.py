"""Making, naming and deleting households. Who is in one is in services.members."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.db.models import Count, QuerySet

from accounts.errors import DomainError
from accounts.ledgers import membership_of, read_only
from accounts.models import AuditEvent, Household, Membership, User
from accounts.services.audit import audit_record
from accounts.services.passwords import password_require
from accounts.services.users import user_erase, user_update

Role = Membership.Role
MOST_HOUSEHOLDS = 10
# No mail can go there and nobody can own the name: RFC 2606 keeps `.invalid` free.
LEDGER_DOMAIN = "ledger.invalid"


def household_create(*, person: User, name: str) -> Membership:
    """A household with an empty ledger, whose owner is the person. Currency, language and time zone begin as theirs."""
    ledger = User.objects.build(
        f"household-{secrets.token_hex(12)}@{LEDGER_DOMAIN}",
        display_name=name,
        base_currency=person.base_currency,
        language=person.language,
        time_zone=person.time_zone,
        is_active=False,
        is_ledger=True,
    )
    with transaction.atomic():
        User.objects.select_for_update().filter(pk=person.pk).first()
        if Membership.objects.filter(person=person).count() >= MOST_HOUSEHOLDS:
            message = f"You are in {MOST_HOUSEHOLDS} households. Leave one that you no longer need."
            raise DomainError("too_many", message, fields={"name": [message]})
        User.objects.enrol(ledger)
        household = Household.objects.create(name=name, ledger=ledger)
        membership = Membership.objects.create(household=household, person=person, role=Role.OWNER)
        audit_record(user=person, action=AuditEvent.Action.HOUSEHOLD_CREATED, household=household.pk)
    return membership


def household_list(person: User) -> QuerySet[Membership]:
    """The person's memberships with their households, in the order in which they came; `people` counts the members."""
    memberships = Membership.objects.filter(person=person).select_related("household__ledger")
    return memberships.annotate(people=Count("household__memberships")).order_by("joined_at", "pk")


def household_get(person: User, household_id: int) -> Membership:
    """The same of one. NotFoundError where it is not theirs."""
    membership_of(person, household_id)
    return household_list(person).get(household=household_id)


def household_update(
    *,
    person: User,
    household_id: int,
    name: str | None = None,
    base_currency: str | None = None,
    language: str | None = None,
    time_zone: str | None = None,
) -> Membership:
    """Change what is given; DomainError (403) for a viewer."""
    membership = membership_of(person, household_id)
    if not membership.may_change:
        raise read_only()
    household = membership.household
    with transaction.atomic():
        if name is not None:
            Household.objects.filter(pk=household.pk).update(name=name)
        user_update(
            owner=household.ledger, display_name=name, base_currency=base_currency, language=language,
            time_zone=time_zone,
        )  # fmt: skip
    return household_get(person, household_id)


def household_delete(*, person: User, household_id: int, password: str) -> None:
    """Delete a household with everything in its ledger, for all of its members. DomainError (403) unless the person is
    an owner, and at `password` for a wrong one."""
    household = owned(person, household_id)
    password_require(owner=person, password=password, field="password")
    with transaction.atomic():
        user_erase(user=household.ledger)
        audit_record(user=person, action=AuditEvent.Action.HOUSEHOLD_DELETED, household=household_id)


def owned(person: User, household_id: int) -> Household:
    """A household that the person is an owner of. NotFoundError where they are not in it, DomainError (403) where they
    are something else."""
    membership = membership_of(person, household_id)
    if not membership.is_owner:
        raise DomainError("owner_only", "Only an owner of the household may do this.", status=403)
    return membership.household
