"""Asking somebody into a household, by a code that works once, for a week, for one e-mail address.

Whether there is a user with the address is not to be learnt here: the answer is the same, and the mail goes behind it.
Nor is there a list of what one is invited to: an address is not proof of who reads its mail, the code is.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.errors import DomainError, NotFoundError
from accounts.models import AuditEvent, Household, Invitation, Membership, User
from accounts.seals import keyed_hash
from accounts.services.audit import audit_record
from accounts.services.households import MOST_HOUSEHOLDS, owned
from accounts.services.mails import INVITATION, mail_allow, mail_send

PURPOSE = "invitation"
LIFETIME = timedelta(days=7)
RANDOM_BYTES = 24
MOST_MEMBERS = 20


def invitation_list(person: User, household_id: int) -> QuerySet[Invitation]:
    """The open ones, the newest first. DomainError (403) unless the person is an owner."""
    return _open(owned(person, household_id))


def invitation_create(*, person: User, household_id: int, email: str, role: str, page: str) -> tuple[Invitation, str]:
    """The offer and its code, which nobody can read again; it is mailed too, as a link to `page`. An earlier offer for
    the address ends. DomainError: 403 unless the person is an owner, 409 for a member, 400 for too many."""
    household, address = owned(person, household_id), User.objects.normalise(email)
    code = secrets.token_urlsafe(RANDOM_BYTES)
    with transaction.atomic():
        Household.objects.select_for_update().filter(pk=household.pk).first()
        _require_room(household, address)
        Invitation.objects.filter(household=household, email=address).delete()
        Invitation.objects.filter(household=household, expires_at__lte=timezone.now()).delete()
        row = Invitation.objects.create(
            household=household,
            email=address,
            role=role,
            code_hash=keyed_hash(code, PURPOSE),
            invited_by=person,
            expires_at=timezone.now() + LIFETIME,
        )
        audit_record(user=person, action=AuditEvent.Action.HOUSEHOLD_INVITED, household=household.pk, role=role)
    if mail_allow(address):
        known = User.objects.people().filter(email=address).first()
        language = known.language if known else household.ledger.language
        mail_send(INVITATION, to=address, language=language, link=f"{page}#{code}", who=person.email)
    return row, code


def invitation_withdraw(*, person: User, household_id: int, invitation_id: int) -> None:
    """End an offer. NotFoundError where there is none, DomainError (403) unless the person is an owner."""
    household = owned(person, household_id)
    with transaction.atomic():
        deleted, _ = Invitation.objects.filter(household=household, pk=invitation_id).delete()
        if not deleted:
            raise NotFoundError("invitation")
        audit_record(user=person, action=AuditEvent.Action.INVITATION_WITHDRAWN, household=household.pk)


def invitation_accept(*, person: User, code: str) -> Membership:
    """Join. One refusal for a code that is unknown, spent, over or somebody else's: DomainError at `code`."""
    with transaction.atomic():
        offers = Invitation.objects.select_related("household__ledger").filter(
            code_hash=keyed_hash(code, PURPOSE), email=person.email, expires_at__gt=timezone.now()
        )
        offer = offers.first()
        # The deletion decides: of two who bring the code at the same moment, one finds the row gone.
        if offer is None or not Invitation.objects.filter(pk=offer.pk).delete()[0]:
            raise _ended()
        if Membership.objects.filter(person=person).count() >= MOST_HOUSEHOLDS:
            message = f"You are in {MOST_HOUSEHOLDS} households. Leave one that you no longer need."
            raise DomainError("too_many", message, status=409)
        membership = _join(offer, person)
        audit_record(
            user=person, action=AuditEvent.Action.HOUSEHOLD_JOINED, household=offer.household_id, role=offer.role
        )
    return membership


def _join(offer: Invitation, person: User) -> Membership:
    try:
        with transaction.atomic():
            return Membership.objects.create(household=offer.household, person=person, role=offer.role)
    except IntegrityError:
        raise _ended() from None


def _open(household: Household) -> QuerySet[Invitation]:
    return Invitation.objects.filter(household=household, expires_at__gt=timezone.now()).order_by("-pk")


def _require_room(household: Household, address: str) -> None:
    members = Membership.objects.filter(household=household)
    if members.filter(person__email=address).exists():
        message = "This address belongs to a member of the household."
        raise DomainError("already_member", message, status=409, fields={"email": [message]})
    others = _open(household).exclude(email=address)
    if members.count() + others.count() >= MOST_MEMBERS:
        message = f"A household has room for {MOST_MEMBERS} members, invitations included."
        raise DomainError("too_many", message, fields={"email": [message]})


def _ended() -> DomainError:
    message = "This invitation is not for you, has ended or was used before. Ask for a new one."
    return DomainError("invitation_ended", message, fields={"code": [message]})
