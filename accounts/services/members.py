"""Who is in a household, as what, and what becomes of it when somebody goes.

A household always has an owner. Whoever changes its members holds its row, so that two owners who leave in the same
moment do not leave it without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Case, IntegerField, QuerySet, Value, When

from accounts.errors import DomainError, NotFoundError
from accounts.ledgers import membership_of
from accounts.models import AuditEvent, Household, Invitation, Membership, User
from accounts.services.audit import audit_record

Role = Membership.Role
HEIRS = Case(When(role=Role.PARTNER, then=Value(0)), default=Value(1), output_field=IntegerField())


def member_list(person: User, household_id: int) -> QuerySet[Membership]:
    """Everybody in it, with the people. NotFoundError where the person is not."""
    household = membership_of(person, household_id).household
    return Membership.objects.filter(household=household).select_related("person").order_by("joined_at", "pk")


def member_change(*, person: User, household_id: int, member_id: int, role: str) -> Membership:
    """Give a member another role. DomainError: 403 unless the person is an owner, 409 for the last owner's."""
    with transaction.atomic():
        _hold(household_id)
        mine = membership_of(person, household_id)
        member = _member(mine.household, member_id)
        if not mine.is_owner:
            raise _owner_only()
        if member.is_owner and role != Role.OWNER:
            _require_other_owner(member)
        Membership.objects.filter(pk=member.pk).update(role=role)
        audit_record(
            user=person,
            action=AuditEvent.Action.ROLE_CHANGED,
            household=household_id,
            member=member.person_id,
            role=role,
        )
    member.role = role
    return member


def member_remove(*, person: User, household_id: int, member_id: int) -> None:
    """Leave, or as an owner take somebody out. DomainError: 403 for others' membership, 409 for the last owner's."""
    with transaction.atomic():
        _hold(household_id)
        mine = membership_of(person, household_id)
        member = _member(mine.household, member_id)
        is_leaving = member.pk == mine.pk
        if not (is_leaving or mine.is_owner):
            raise _owner_only()
        if member.is_owner:
            _require_other_owner(member)
        member.delete()
        action = AuditEvent.Action.HOUSEHOLD_LEFT if is_leaving else AuditEvent.Action.MEMBER_REMOVED
        audit_record(user=person, action=action, household=household_id, member=member.person_id)


def households_given_up(person: User) -> Iterator[User]:
    """Take somebody who is being deleted out of all their households, in the transaction that does it. Where nobody is
    left, the ledger is given, to be erased; where no owner is, the longest a member becomes one, a partner before a
    viewer. Invitations for the person's address end too."""
    for household in Household.objects.filter(memberships__person=person).order_by("pk"):
        _hold(household.pk)
        Membership.objects.filter(household=household, person=person).delete()
        left = Membership.objects.filter(household=household)
        if not left.exists():
            yield household.ledger
        elif not left.filter(role=Role.OWNER).exists():
            heir = left.order_by(HEIRS, "joined_at", "pk")[0]
            Membership.objects.filter(pk=heir.pk).update(role=Role.OWNER)
            audit_record(
                user=heir.person, action=AuditEvent.Action.ROLE_CHANGED, household=household.pk,
                member=heir.person_id, role=Role.OWNER.value,
            )  # fmt: skip
    Invitation.objects.filter(email=person.email).delete()


def _hold(household_id: int) -> None:
    Household.objects.select_for_update().filter(pk=household_id).first()


def _member(household: Household, member_id: int) -> Membership:
    found = Membership.objects.select_related("person").filter(household=household, pk=member_id).first()
    if found is None:
        raise NotFoundError("member")
    return found


def _require_other_owner(member: Membership) -> None:
    owners = Membership.objects.filter(household_id=member.household_id, role=Role.OWNER)
    if not owners.exclude(pk=member.pk).exists():
        message = "This is the household's last owner. Make somebody else an owner first, or delete the household."
        raise DomainError("last_owner", message, status=409)


def _owner_only() -> DomainError:
    return DomainError("owner_only", "Only an owner of the household may do this.", status=403)
