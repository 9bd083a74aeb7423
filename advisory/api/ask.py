"""/api/ask/: questions in plain words, and those that are pinned to the overview."""

from __future__ import annotations

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, status
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from accounts.models import User
from advisory.analysis.ask.reading import LONGEST_QUESTION, language_of
from advisory.analysis.ask.tally import Figures, Line
from advisory.analysis.facts import FactDraft
from advisory.models import Pin
from advisory.narration.labels import label
from advisory.selectors.ask import pin_get
from advisory.services.ask import Answer, ask_answer, plan_answer
from advisory.services.ask_reading import Proposal, question_read
from advisory.services.pins import MOST_POSITION, pin_answered, pin_create, pin_delete, pins_answered
from transactions.api.base import ConditionalView
from transactions.api.strict import refuse_unknown
from transactions.ledger.money import to_text
from transactions.models import Transaction

LANGUAGES = User.Language.choices


class QuestionSerializer(serializers.Serializer[Any]):
    question = serializers.CharField(max_length=LONGEST_QUESTION)
    language = serializers.ChoiceField(
        choices=LANGUAGES, required=False, help_text="Of the answer; that of the question if left out."
    )


class AskSerializer(QuestionSerializer):
    plan = serializers.DictField(
        required=False, help_text="In place of a reading of the question, such as one that was proposed."
    )


class PlanProposalSerializer(serializers.Serializer[Any]):
    plan = serializers.SerializerMethodField()
    words = serializers.CharField(help_text="The plan, in the language of the answer.")
    model = serializers.CharField()

    @extend_schema_field(serializers.DictField())
    def get_plan(self, proposal: Proposal) -> dict[str, Any]:
        return proposal.plan.as_json()


class ReadingSerializer(serializers.Serializer[Any]):
    """`proposal`: what your language model takes the question for; none: the refusal stands. No figure was computed."""

    question = serializers.CharField()
    language = serializers.ChoiceField(choices=LANGUAGES)
    was_sent = serializers.BooleanField(help_text="Whether a request left; it is in the ledger then.")
    proposal = PlanProposalSerializer(allow_null=True)


class AskedPartSerializer(serializers.Serializer[Any]):
    """A piece of a sentence. `fact`: the figure it shows, as in a report; empty for plain words."""

    text = serializers.CharField()
    fact = serializers.CharField(allow_blank=True)
    is_figure = serializers.BooleanField(help_text="Leads to its evidence; names and days only say what it is about.")


class AskedSentenceSerializer(serializers.Serializer[Any]):
    text = serializers.CharField()
    parts = AskedPartSerializer(many=True)


class AskedFactSerializer(serializers.Serializer[FactDraft]):
    """One figure; its rows are at `evidence_url`."""

    id = serializers.CharField()
    metric = serializers.CharField()
    label = serializers.SerializerMethodField()  # type: ignore[assignment]  # declared fields leave the class body
    value = serializers.CharField()
    unit = serializers.CharField()
    formula = serializers.CharField()
    transaction_count = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()
    evidence_url = serializers.SerializerMethodField()

    def get_label(self, fact: FactDraft) -> str:
        return label(fact.metric, fact.params)

    def get_transaction_count(self, fact: FactDraft) -> int:
        return len(fact.transactions)

    def get_url(self, fact: FactDraft) -> str:
        return f"/api/facts/{fact.id}/"

    def get_evidence_url(self, fact: FactDraft) -> str:
        return f"/api/facts/{fact.id}/evidence/"


class AskedLineSerializer(serializers.Serializer[Line]):
    """One line of a grouped answer. `key`: the id of what it is about, or YYYY-MM. Amounts are signed."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    amount = serializers.CharField(source="amount.value")
    amount_fact = serializers.CharField(source="amount.id")
    count = serializers.SerializerMethodField()
    count_fact = serializers.SerializerMethodField()

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_count(self, line: Line) -> int | None:
        return int(line.count.value) if line.count else None

    def get_count_fact(self, line: Line) -> str:
        return line.count.id if line.count else ""


class AskedFiguresSerializer(serializers.Serializer[Figures]):
    """The figures of one currency: {what: fact id}. What is among sum, count, average, largest, smallest, part, whole,
    before, change, balance."""

    currency = serializers.CharField()
    facts = serializers.SerializerMethodField()
    lines = AskedLineSerializer(many=True)
    further = serializers.IntegerField(help_text="Lines that were left out for their number.")

    @extend_schema_field(serializers.DictField(child=serializers.CharField()))
    def get_facts(self, figures: Figures) -> dict[str, str]:
        return {name: fact.id for name, fact in figures.facts.items()}


class AskedItemSerializer(serializers.Serializer[Any]):
    """A finding of the analysis: a series or a piece of advice."""

    label = serializers.CharField()  # type: ignore[assignment]
    detail = serializers.CharField(allow_blank=True)
    facts = serializers.DictField(child=serializers.CharField())


class AskedRowSerializer(serializers.Serializer[Transaction]):
    transaction = serializers.IntegerField(source="pk")
    booking_date = serializers.DateField()
    account_name = serializers.CharField(source="account.name")
    payee_name = serializers.CharField(source="payee.name", default="")
    description = serializers.CharField()
    category_name = serializers.CharField(source="category.name", default="")
    currency = serializers.CharField()
    amount = serializers.SerializerMethodField()

    def get_amount(self, txn: Transaction) -> str:
        return to_text(txn.amount_minor, txn.currency)


class AskedRowsSerializer(serializers.Serializer[Any]):
    """`search`: {q, period} of the Transactions page that shows all of them."""

    count = serializers.IntegerField()
    results = AskedRowSerializer(many=True, help_text="The first 50.")
    search = serializers.DictField(child=serializers.CharField())


class AnswerSerializer(serializers.Serializer[Answer]):
    """An answer, or a refusal: then `answered` is false, `reason` is a code, `message` says it in words, there are no
    figures, and `examples` can be asked. A question that is not understood is not an error: the status is 200."""

    question = serializers.CharField()
    language = serializers.ChoiceField(choices=LANGUAGES)
    answered = serializers.BooleanField()
    plan = serializers.SerializerMethodField()
    plan_words = serializers.CharField(allow_blank=True, help_text="What was computed, in the question's language.")
    read_as = serializers.DictField(
        child=serializers.CharField(), help_text="Words that were taken for a name which they nearly spell."
    )
    sentences = AskedSentenceSerializer(many=True)
    facts = AskedFactSerializer(many=True)
    figures = AskedFiguresSerializer(many=True)
    items = AskedItemSerializer(many=True)
    rows = serializers.SerializerMethodField()
    reason = serializers.CharField(allow_blank=True)
    message = serializers.CharField(allow_blank=True)
    examples = serializers.ListField(child=serializers.CharField())
    can_be_read = serializers.BooleanField(help_text="Refused, but your language model may be asked what it means.")

    @extend_schema_field(serializers.DictField(allow_null=True))
    def get_plan(self, answer: Answer) -> dict[str, Any] | None:
        return answer.plan.as_json() if answer.plan else None

    @extend_schema_field(AskedRowsSerializer)
    def get_rows(self, answer: Answer) -> dict[str, Any]:
        rows = {"count": answer.row_count, "results": answer.rows, "search": answer.search}
        return dict(AskedRowsSerializer(rows).data)


class AskView(APIView):
    """Ask your money: a question in English or German, answered exactly from your own rows, or refused."""

    permission_classes = [IsAuthenticated]
    throttle_scope = "ask"

    @extend_schema(request=AskSerializer, responses=AnswerSerializer)
    def post(self, request: Request) -> Response:
        asked = AskSerializer(data=request.data)
        refuse_unknown(asked, request.data)
        asked.is_valid(raise_exception=True)
        return Response(AnswerSerializer(answered(owner_of(request), asked.validated_data)).data)


def answered(owner: User, given: dict[str, Any]) -> Answer:
    """A question as it is read here, or by a plan that comes with it and is checked like any."""
    if "plan" not in given:
        return ask_answer(owner=owner, **given)
    return plan_answer(owner=owner, **{"language": language_of(given["question"]), **given})


class AskReadingView(APIView):
    """What your language model takes a question for that is not understood here: a plan in words, for you to confirm.

    Sends the words of the question to the endpoint that you set, where you switched that on; nothing otherwise."""

    permission_classes = [IsAuthenticated]
    throttle_scope = "ask"

    @extend_schema(request=QuestionSerializer, responses=ReadingSerializer)
    def post(self, request: Request) -> Response:
        asked = QuestionSerializer(data=request.data)
        refuse_unknown(asked, request.data)
        asked.is_valid(raise_exception=True)
        return Response(ReadingSerializer(question_read(owner=owner_of(request), **asked.validated_data)).data)


class PinGivenSerializer(serializers.Serializer[Any]):
    """`plan`: that of the answer; made from the question if left out."""

    question = serializers.CharField(max_length=LONGEST_QUESTION)
    language = serializers.ChoiceField(choices=LANGUAGES, required=False)
    plan = serializers.DictField(required=False)
    position = serializers.IntegerField(required=False, min_value=0, max_value=MOST_POSITION)


class PinSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    question = serializers.CharField()
    position = serializers.IntegerField()
    answer = AnswerSerializer()


class PinListSerializer(serializers.Serializer[Any]):
    results = PinSerializer(many=True)


def told_pin(pin: Pin, answer: Answer) -> dict[str, Any]:
    return {"id": pin.pk, "question": pin.question, "position": pin.position, "answer": answer}


class PinListView(ConditionalView):
    """What you pinned, each answered from your rows as they are now."""

    permission_classes = [IsAuthenticated]

    @extend_schema(operation_id="api_ask_pins_list", responses=PinListSerializer)
    def get(self, request: Request) -> Response:
        pins = [told_pin(pin, answer) for pin, answer in pins_answered(owner=owner_of(request))]
        return Response(PinListSerializer({"results": pins}).data)

    @extend_schema(request=PinGivenSerializer, responses={201: PinSerializer})
    def post(self, request: Request) -> Response:
        given = PinGivenSerializer(data=request.data)
        refuse_unknown(given, request.data)
        given.is_valid(raise_exception=True)
        owner, fields = owner_of(request), dict(given.validated_data)
        fields.setdefault("language", language_of(fields["question"]))
        pin = pin_create(owner=owner, **fields)
        told = told_pin(pin, pin_answered(owner=owner, pin=pin))
        return Response(PinSerializer(told).data, status=status.HTTP_201_CREATED)


class PinView(ConditionalView):
    """One pinned question."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=PinSerializer)
    def get(self, request: Request, pk: int) -> Response:
        owner = owner_of(request)
        pin = pin_get(owner=owner, pin_id=pk)
        return Response(PinSerializer(told_pin(pin, pin_answered(owner=owner, pin=pin))).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        pin_delete(owner=owner_of(request), pin_id=pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


urls = [
    path("ask/", AskView.as_view(), name="ask"),
    path("ask/reading/", AskReadingView.as_view(), name="ask-reading"),
    path("ask/pins/", PinListView.as_view(), name="pin-list"),
    path("ask/pins/<int:pk>/", PinView.as_view(), name="pin-detail"),
]
