"""Questions kept on the overview."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from accounts.access import editable_by, get_editable
from accounts.models import User
from advisory.models import Pin
from advisory.selectors.ask import pin_list
from advisory.services.ask import Answer, ask_again, plan_for
from transactions.services.given import field_error

MOST_PINS = 12
MOST_POSITION = 10_000


@transaction.atomic
def pin_create(
    *, owner: User, question: str, language: str = "en", plan: object = None, position: int | None = None
) -> Pin:
    """Keep a question behind the others, or at `position`. DomainError when it cannot be answered or they are many."""
    found = plan_for(owner=owner, question=question, plan=plan)
    mine = editable_by(Pin.objects.select_for_update(no_key=True), owner)
    if mine.count() >= MOST_PINS:
        raise field_error("question", f"You can pin at most {MOST_PINS} answers. Unpin one first.")
    last = editable_by(Pin.objects.order_by(), owner).aggregate(last=Max("position"))["last"]
    place = position if position is not None else (0 if last is None else min(last + 1, MOST_POSITION))
    return Pin.objects.create(owner=owner, question=question, language=language, plan=found.as_json(), position=place)


def pin_delete(*, owner: User, pin_id: object) -> None:
    get_editable(Pin.objects.all(), owner, pin_id).delete()


def pins_answered(*, owner: User) -> list[tuple[Pin, Answer]]:
    """Every pin with its answer as of now, in their order."""
    return [(pin, pin_answered(owner=owner, pin=pin)) for pin in pin_list(owner=owner)]


def pin_answered(*, owner: User, pin: Pin) -> Answer:
    return ask_again(owner=owner, question=pin.question, language=pin.language, plan=pin.plan)
