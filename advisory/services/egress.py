"""The ledger of what leaves: a line before anything is sent, settled by what came of it. And the budgets over it."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from advisory.model_client.chat import Answer
from advisory.model_client.errors import HttpStatusError, ModelError
from advisory.models import EgressEntry, Report
from advisory.selectors.egress import Spent, spent_for_report, spent_in_month
from advisory.services.model_settings import Endpoint

MILLION = 1_000_000
INTERRUPTED = "interrupted"


def egress_open(
    *, owner: User, report: Report | None, endpoint: Endpoint, host: str, purpose: EgressEntry.Purpose, body: bytes
) -> EgressEntry:
    """Write down what is about to leave. ModelError `budget` where the report or the month has had its share."""
    check_budget(owner, report, len(body))
    return EgressEntry.objects.create(
        owner=owner,
        report=report,
        purpose=purpose,
        host=host,
        model=endpoint.model,
        privacy_level=endpoint.level,
        bytes_out=len(body),
        payload=body.decode("utf-8"),
    )


def check_budget(owner: User, report: Report | None, size: int) -> None:
    month = spent_in_month(owner, timezone.now())
    most = [(month, settings.MODEL_BUDGET_MONTH_CALLS, settings.MODEL_BUDGET_MONTH_BYTES, "month")]
    if report is not None:
        spent = spent_for_report(report)
        most.insert(0, (spent, settings.MODEL_BUDGET_REPORT_CALLS, settings.MODEL_BUDGET_REPORT_BYTES, "report"))
    for spent, calls, sent, what in most:
        if _is_used_up(spent, calls, sent, size):
            raise ModelError("budget", f"This {what} has used up what may be sent.")


def _is_used_up(spent: Spent, calls: int, sent: int, size: int) -> bool:
    return spent.calls >= calls or spent.bytes + size > sent


def egress_answered(entry: EgressEntry, *, status: int, size: int) -> None:
    """An answer came, of whatever kind."""
    entry.status = EgressEntry.Status.DONE
    entry.http_status, entry.bytes_in = status, size
    entry.save(update_fields=["status", "http_status", "bytes_in"])


def egress_counted(entry: EgressEntry, answer: Answer) -> None:
    """What the endpoint says that it counted, and what that costs by the operator's prices."""
    entry.tokens_in, entry.tokens_out = answer.tokens_in, answer.tokens_out
    entry.cost = cost_of(answer)
    entry.cost_currency = settings.MODEL_PRICE_CURRENCY if entry.cost else ""
    entry.save(update_fields=["tokens_in", "tokens_out", "cost", "cost_currency"])


def egress_failed(entry: EgressEntry, error: ModelError) -> None:
    entry.status, entry.error_code = EgressEntry.Status.FAILED, error.code
    entry.http_status = error.status if isinstance(error, HttpStatusError) else entry.http_status
    entry.save(update_fields=["status", "error_code", "http_status"])


def egress_settle(report: Report) -> None:
    """Lines that a worker left open when it died: whether they arrived nobody knows."""
    rows = EgressEntry.objects.filter(report=report, status=EgressEntry.Status.PENDING)
    rows.update(status=EgressEntry.Status.FAILED, error_code=INTERRUPTED)


def cost_of(answer: Answer) -> str:
    """Plain decimal; empty where no price is set."""
    if settings.MODEL_PRICE_IN is None or settings.MODEL_PRICE_OUT is None:
        return ""
    total = settings.MODEL_PRICE_IN * answer.tokens_in + settings.MODEL_PRICE_OUT * answer.tokens_out
    return f"{(total / MILLION).quantize(Decimal('0.00000001')):f}"
