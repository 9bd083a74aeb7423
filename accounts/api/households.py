"""/api/households/: money that several people share. /api/invitations/accept/: joining one."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api import serializers as shapes
from accounts.api.schema import DeletionBodySchema, refusals
from accounts.api.views import checked, page_address, signed_in
from accounts.ledgers import membership_of
from accounts.models import Invitation, Membership
from accounts.services import households, invitations, members
from accounts.throttles import AddressThrottle, PasswordThrottle

PAGE = "/join"
NO_STORE = {"Cache-Control": "no-store"}
INVITED = [(role.value, role.label) for role in (Membership.Role.PARTNER, Membership.Role.VIEWER)]


class HouseholdSerializer(serializers.ModelSerializer[Membership]):
    id = serializers.IntegerField(source="household_id", help_text="What the header X-Ledger names.")
    name = serializers.CharField(source="household.name")
    role = serializers.ChoiceField(choices=Membership.Role.choices, help_text="Mine.")
    people = serializers.IntegerField(help_text="How many are in it.")
    base_currency = serializers.CharField(source="household.ledger.base_currency")
    language = serializers.CharField(source="household.ledger.language")
    time_zone = serializers.CharField(source="household.ledger.time_zone")
    created_at = serializers.DateTimeField(source="household.created_at")

    class Meta:
        model = Membership
        fields: ClassVar[list[str]] = [
            "id", "name", "role", "people", "base_currency", "language", "time_zone", "created_at",
        ]  # fmt: skip
        read_only_fields = fields


class HouseholdCreateSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=80)


class HouseholdUpdateSerializer(shapes.UserUpdateSerializer):
    display_name = None  # type: ignore[assignment]  # a household has a name instead
    name = serializers.CharField(max_length=80, required=False)


class MemberSerializer(serializers.ModelSerializer[Membership]):
    email = serializers.EmailField(source="person.email")
    display_name = serializers.CharField(source="person.display_name")
    is_me = serializers.SerializerMethodField()

    class Meta:
        model = Membership
        fields: ClassVar[list[str]] = ["id", "email", "display_name", "role", "joined_at", "is_me"]
        read_only_fields = fields

    def get_is_me(self, row: Membership) -> bool:
        return bool(row.person_id == self.context["person"].pk)


class MemberUpdateSerializer(serializers.Serializer[Any]):
    role = serializers.ChoiceField(choices=Membership.Role.choices)


class InvitationSerializer(serializers.ModelSerializer[Invitation]):
    class Meta:
        model = Invitation
        fields: ClassVar[list[str]] = ["id", "email", "role", "created_at", "expires_at"]
        read_only_fields = fields


class InvitationMadeSerializer(InvitationSerializer):
    code = serializers.CharField(help_text="What the mail holds too. It is shown now and never again.")
    link = serializers.CharField(help_text="Where the invited person joins.")

    class Meta(InvitationSerializer.Meta):
        fields: ClassVar[list[str]] = [*InvitationSerializer.Meta.fields, "code", "link"]
        read_only_fields = fields


class InvitationGivenSerializer(serializers.Serializer[Any]):
    email = serializers.EmailField(max_length=254)
    role = serializers.ChoiceField(choices=INVITED)


class InvitationAcceptSerializer(serializers.Serializer[Any]):
    code = serializers.CharField(max_length=128, write_only=True)


@extend_schema(tags=["households"])
class HouseholdListView(APIView):
    @extend_schema(
        operation_id="households",
        summary="The households that I am in",
        responses={200: HouseholdSerializer(many=True), **refusals(401, 403)},
    )
    def get(self, request: Request) -> Response:
        return Response(HouseholdSerializer(households.household_list(signed_in(request)), many=True).data)

    @extend_schema(
        operation_id="household_create",
        summary="Make a household, with a ledger of its own",
        description="Requests act on it with the header `X-Ledger`, which holds its id. My own ledger stays mine.",
        request=HouseholdCreateSerializer,
        responses={201: HouseholdSerializer, **refusals(400, 401, 403)},
    )
    def post(self, request: Request) -> Response:
        made = households.household_create(person=signed_in(request), **checked(HouseholdCreateSerializer, request))
        return Response(_household(request, made.household_id), status=status.HTTP_201_CREATED)


@extend_schema(tags=["households"])
class HouseholdView(APIView):
    schema = DeletionBodySchema()

    def get_throttles(self) -> list[Any]:
        """Only the deletion asks for a password."""
        return [PasswordThrottle()] if self.request.method == "DELETE" else super().get_throttles()

    @extend_schema(
        operation_id="household",
        summary="One of my households",
        responses={200: HouseholdSerializer, **refusals(401, 403, 404)},
    )
    def get(self, request: Request, pk: int) -> Response:
        return Response(_household(request, pk))

    @extend_schema(
        operation_id="household_update",
        summary="Change name, currency, language or time zone of a household",
        request=HouseholdUpdateSerializer,
        responses={200: HouseholdSerializer, **refusals(400, 401, 403, 404)},
    )
    def patch(self, request: Request, pk: int) -> Response:
        membership_of(signed_in(request), pk)
        given = checked(HouseholdUpdateSerializer, request)
        households.household_update(person=signed_in(request), household_id=pk, **given)
        return Response(_household(request, pk))

    @extend_schema(
        operation_id="household_delete",
        summary="Delete a household and everything in its ledger, for all",
        request=shapes.UserDeletionSerializer,
        responses={204: None, **refusals(400, 401, 403, 404, 429)},
    )
    def delete(self, request: Request, pk: int) -> Response:
        households.owned(signed_in(request), pk)
        given = checked(shapes.UserDeletionSerializer, request)
        households.household_delete(person=signed_in(request), household_id=pk, **given)
        return Response(status=status.HTTP_204_NO_CONTENT)


@extend_schema(tags=["households"])
class MemberListView(APIView):
    @extend_schema(
        operation_id="household_members",
        summary="Who is in a household of mine",
        responses={200: MemberSerializer(many=True), **refusals(401, 403, 404)},
    )
    def get(self, request: Request, pk: int) -> Response:
        rows, person = members.member_list(signed_in(request), pk), signed_in(request)
        return Response(MemberSerializer(rows, many=True, context={"person": person}).data)


@extend_schema(tags=["households"])
class MemberView(APIView):
    @extend_schema(
        operation_id="household_member_update",
        summary="Give a member another role",
        description="For owners. The last owner stays one: 409 `last_owner`.",
        request=MemberUpdateSerializer,
        responses={200: MemberSerializer, **refusals(400, 401, 403, 404, 409)},
    )
    def patch(self, request: Request, pk: int, member: int) -> Response:
        person = signed_in(request)
        _known(request, pk, member)
        given = checked(MemberUpdateSerializer, request)
        changed = members.member_change(person=person, household_id=pk, member_id=member, **given)
        return Response(MemberSerializer(changed, context={"person": person}).data)

    @extend_schema(
        operation_id="household_member_remove",
        summary="Leave a household, or as an owner take somebody out of it",
        description="The last owner cannot leave: 409 `last_owner`.",
        responses={204: None, **refusals(401, 403, 404, 409)},
    )
    def delete(self, request: Request, pk: int, member: int) -> Response:
        members.member_remove(person=signed_in(request), household_id=pk, member_id=member)
        return Response(status=status.HTTP_204_NO_CONTENT)


@extend_schema(tags=["households"])
class InvitationListView(APIView):
    @property
    def throttle_scope(self) -> str | None:
        """Each makes a mail."""
        return "invitations" if self.request.method == "POST" else None

    @extend_schema(
        operation_id="household_invitations",
        summary="Open invitations into a household that I own",
        responses={200: InvitationSerializer(many=True), **refusals(401, 403, 404)},
    )
    def get(self, request: Request, pk: int) -> Response:
        return Response(InvitationSerializer(invitations.invitation_list(signed_in(request), pk), many=True).data)

    @extend_schema(
        operation_id="household_invite",
        summary="Invite somebody by e-mail",
        description="The answer is the same whether or not there is a user with this address. The code works once, for "
        "seven days, for whoever signs in with the address.",
        request=InvitationGivenSerializer,
        responses={201: InvitationMadeSerializer, **refusals(400, 401, 403, 404, 409, 429)},
    )
    def post(self, request: Request, pk: int) -> Response:
        households.owned(signed_in(request), pk)
        given, page = checked(InvitationGivenSerializer, request), page_address(request, PAGE)
        row, code = invitations.invitation_create(person=signed_in(request), household_id=pk, page=page, **given)
        data = {**InvitationSerializer(row).data, "code": code, "link": f"{page}#{code}"}
        return Response(data, status=status.HTTP_201_CREATED, headers=NO_STORE)


@extend_schema(tags=["households"])
class InvitationView(APIView):
    @extend_schema(
        operation_id="household_invitation_withdraw",
        summary="Withdraw an invitation",
        responses={204: None, **refusals(401, 403, 404)},
    )
    def delete(self, request: Request, pk: int, invitation: int) -> Response:
        invitations.invitation_withdraw(person=signed_in(request), household_id=pk, invitation_id=invitation)
        return Response(status=status.HTTP_204_NO_CONTENT)


@extend_schema(tags=["households"])
class InvitationAcceptView(APIView):
    throttle_classes = [AddressThrottle, PasswordThrottle]

    @extend_schema(
        operation_id="invitation_accept",
        summary="Join a household by an invitation's code",
        request=InvitationAcceptSerializer,
        responses={201: HouseholdSerializer, **refusals(400, 401, 403, 409, 429)},
    )
    def post(self, request: Request) -> Response:
        joined = invitations.invitation_accept(
            person=signed_in(request), **checked(InvitationAcceptSerializer, request)
        )
        return Response(_household(request, joined.household_id), status=status.HTTP_201_CREATED)


def _household(request: Request, household_id: int) -> Any:
    return HouseholdSerializer(households.household_get(signed_in(request), household_id)).data


def _known(request: Request, household_id: int, member_id: int) -> None:
    """Before a word is said of the body: is there such a member at all?"""
    if not members.member_list(signed_in(request), household_id).filter(pk=member_id).exists():
        raise Http404
