"""The ledger in Django's admin. What the bank said and what workers did can be read there, never changed.

Saving here goes past the services, so only plain descriptions can be edited; amounts, splits and links have the API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from accounts.models import User
from transactions.ledger.money import to_text
from transactions.models import (
    Attachment,
    Category,
    CategoryRollup,
    Change,
    ChangeSet,
    DuplicateReview,
    ExchangeRate,
    IdempotencyKey,
    ImportProfile,
    Job,
    JobEvent,
    KeptSum,
    LedgerAccount,
    MergedTransaction,
    MonthlyRollup,
    Payee,
    PayeeAlias,
    PoolSeat,
    Reconciliation,
    ReconciliationRow,
    Rule,
    RuleProposal,
    SavedSearch,
    Split,
    StaleMonth,
    Statement,
    StatementImport,
    StatementLine,
    Tag,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.services.history import ledger_change
from transactions.services.news import announce_change

if TYPE_CHECKING:
    # Django's admin classes are generic in their stubs only.
    AnyAdmin = admin.ModelAdmin[Any]
    SplitsInline = admin.TabularInline[Split, Transaction]
    EventsInline = admin.TabularInline[JobEvent, Job]
else:
    AnyAdmin = admin.ModelAdmin
    SplitsInline = EventsInline = admin.TabularInline


class HistoryAdmin(AnyAdmin):
    """Rows that are looked at only: they are written by imports and workers."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class OwnedAdmin(AnyAdmin):
    """Rows of one owner: the owner is chosen once, by number rather than from a list of everybody."""

    list_per_page = 50
    show_full_result_count = False
    raw_id_fields: ClassVar[tuple[str, ...]] = ("owner",)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        return (*self.readonly_fields, "owner") if obj else tuple(self.readonly_fields)


@admin.register(LedgerAccount)
class LedgerAccountAdmin(OwnedAdmin):
    list_display = ("name", "owner", "kind", "currency", "opening_balance", "opening_date", "is_archived")
    list_filter = ("kind", "currency", "is_archived")
    search_fields = ("name", "external_ref", "owner__email")
    list_select_related = ("owner",)
    readonly_fields = (
        "currency",
        "opening_balance_minor",
        "has_known_opening",
        "created_at",
        "updated_at",
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Category)
class CategoryAdmin(OwnedAdmin):
    list_display = ("name", "owner", "kind", "group", "is_essential", "position")
    list_filter = ("kind", "group", "is_essential")
    search_fields = ("name", "key", "owner__email")
    list_select_related = ("owner",)
    raw_id_fields: ClassVar[tuple[str, ...]] = ("owner", "parent")
    readonly_fields = ("key", "created_at")


@admin.register(Rule)
class RuleAdmin(OwnedAdmin):
    list_display = ("name", "category", "owner", "position", "stop", "is_enabled", "matched_count", "last_matched_at")
    list_filter = ("is_enabled", "stop")
    search_fields = ("name", "category__name", "owner__email")
    list_select_related = ("owner", "category")
    raw_id_fields: ClassVar[tuple[str, ...]] = ("owner",)
    readonly_fields = ("condition", "actions", "category", "matched_count", "last_matched_at", "created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(RuleProposal)
class RuleProposalAdmin(HistoryAdmin):
    list_display = ("key", "owner", "status", "answered_at")
    list_filter = ("status",)
    search_fields = ("key", "owner__email")
    list_select_related = ("owner",)


@admin.register(SavedSearch)
class SavedSearchAdmin(OwnedAdmin):
    list_display = ("name", "query", "owner", "position")
    search_fields = ("name", "query", "owner__email")
    list_select_related = ("owner",)
    date_hierarchy = "created_at"
    readonly_fields = ("query", "created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(PayeeAlias)
class PayeeAliasAdmin(HistoryAdmin):
    list_display = ("key", "payee", "owner", "created_at")
    search_fields = ("key", "payee__name", "owner__email")
    list_select_related = ("owner", "payee")
    date_hierarchy = "created_at"


@admin.register(Payee)
class PayeeAdmin(OwnedAdmin):
    list_display = ("name", "owner", "created_at")
    search_fields = ("name", "key", "owner__email")
    list_select_related = ("owner",)
    date_hierarchy = "created_at"
    readonly_fields = ("key", "created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


class SplitInline(SplitsInline):
    model = Split
    extra = 0
    can_delete = False
    fields = readonly_fields = ("position", "amount_minor", "category", "note")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Transaction)
class TransactionAdmin(OwnedAdmin):
    list_display = ("booking_date", "account", "shown_amount", "currency", "payee", "category", "status", "owner")
    list_filter = ("status", "category_source", "currency")
    search_fields = ("description", "counterparty", "note", "payee__name", "owner__email")
    list_select_related = ("owner", "account", "payee", "category")
    date_hierarchy = "booking_date"
    fields = (
        "owner",
        "account",
        "booking_date",
        "value_date",
        "shown_amount",
        "currency",
        "payee",
        "category",
        "category_source",
        "category_reason",
        "counterparty",
        "description",
        "note",
        "status",
        "statement_line",
        "revision",
        "created_at",
        "updated_at",
    )
    readonly_fields = tuple(name for name in fields if name not in ("note", "status"))
    inlines = (SplitInline,)

    @admin.display(description="amount", ordering="amount_minor")
    def shown_amount(self, txn: Transaction) -> str:
        return to_text(txn.amount_minor, txn.currency)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Transaction, form: Any, change: bool) -> None:
        actor = request.user if isinstance(request.user, User) else None
        with ledger_change(owner=obj.owner, kind="edit", summary="Changed in the admin", actor=actor) as made:
            made.watch([obj.pk])
            obj.revision += 1
            super().save_model(request, obj, form, change)
            announce_change(obj.owner)


@admin.register(Split)
class SplitAdmin(HistoryAdmin):
    list_display = ("transaction", "position", "amount_minor", "category", "note")
    search_fields = ("note", "category__name", "transaction__description")
    list_filter = ("transaction__currency",)
    list_select_related = ("transaction", "category")


@admin.register(Transfer)
class TransferAdmin(HistoryAdmin):
    list_display = ("id", "owner", "outgoing", "incoming", "status", "confidence", "created_at")
    list_filter = ("status",)
    search_fields = ("owner__email", "outgoing__description", "incoming__description")
    list_select_related = ("owner", "outgoing", "incoming")
    date_hierarchy = "created_at"


@admin.register(StatementImport)
class StatementImportAdmin(HistoryAdmin):
    list_display = (
        "file_name",
        "owner",
        "status",
        "format",
        "lines_found",
        "lines_new",
        "lines_duplicate",
        "created_at",
    )
    list_filter = ("status", "format")
    search_fields = ("file_name", "file_sha256", "owner__email")
    list_select_related = ("owner",)
    date_hierarchy = "created_at"


@admin.register(Statement)
class StatementAdmin(HistoryAdmin):
    list_display = ("id", "account", "period_start", "period_end", "opening_balance_minor", "closing_balance_minor")
    list_filter = ("account__currency",)
    search_fields = ("account__name", "statement_import__file_name")
    list_select_related = ("account",)
    date_hierarchy = "period_start"


@admin.register(StatementLine)
class StatementLineAdmin(HistoryAdmin):
    list_display = ("booking_date", "account", "amount_minor", "currency", "counterparty", "status", "line")
    list_filter = ("status", "currency", "is_pending")
    search_fields = ("description", "counterparty", "external_id", "fingerprint", "account__name")
    list_select_related = ("account",)
    date_hierarchy = "booking_date"


@admin.register(DuplicateReview)
class DuplicateReviewAdmin(HistoryAdmin):
    list_display = ("id", "owner", "status", "reason", "confidence", "created_at", "answered_at")
    list_filter = ("status",)
    search_fields = ("reason", "owner__email", "line__description")
    list_select_related = ("owner",)
    date_hierarchy = "created_at"


@admin.register(ImportProfile)
class ImportProfileAdmin(HistoryAdmin):
    list_display = ("id", "owner", "source_key", "account", "last_used")
    list_filter = ("account__currency",)
    search_fields = ("source_key", "owner__email")
    list_select_related = ("owner", "account")
    date_hierarchy = "created_at"


@admin.register(MergedTransaction)
class MergedTransactionAdmin(HistoryAdmin):
    list_display = ("id", "transaction", "statement_import", "line")
    list_filter = ("statement_import__format",)
    search_fields = ("transaction__description", "statement_import__file_name")
    list_select_related = ("transaction", "statement_import", "line")


@admin.register(ChangeSet)
class ChangeSetAdmin(HistoryAdmin):
    list_display = ("id", "owner", "kind", "summary", "row_count", "made_at", "undone_by")
    list_filter = ("kind",)
    search_fields = ("summary", "rule_name", "owner__email")
    list_select_related = ("owner", "undone_by")
    date_hierarchy = "made_at"


@admin.register(Change)
class ChangeAdmin(HistoryAdmin):
    list_display = ("id", "change_set", "transaction_id")
    list_filter = ("change_set__kind",)
    search_fields = ("=transaction_id", "change_set__summary", "change_set__owner__email")
    list_select_related = ("change_set",)


@admin.register(Attachment)
class AttachmentAdmin(HistoryAdmin):
    list_display = ("file_name", "owner", "content_type", "size", "transaction", "removed_at")
    list_filter = ("content_type",)
    search_fields = ("file_name", "sha256", "owner__email")
    list_select_related = ("owner", "transaction")
    date_hierarchy = "created_at"


@admin.register(IdempotencyKey)
class IdempotencyKeyAdmin(HistoryAdmin):
    list_display = ("key", "owner", "status", "created_at")
    list_filter = ("status",)
    search_fields = ("key", "owner__email")
    list_select_related = ("owner",)
    date_hierarchy = "created_at"


@admin.register(Tag)
class TagAdmin(OwnedAdmin):
    list_display = ("name", "owner")
    list_filter = ("owner__is_active",)
    search_fields = ("name", "owner__email")
    list_select_related = ("owner",)


@admin.register(TransactionTag)
class TransactionTagAdmin(HistoryAdmin):
    list_display = ("id", "tag", "transaction")
    list_filter = ("transaction__currency",)
    search_fields = ("tag__name", "transaction__description")
    list_select_related = ("tag", "transaction")


@admin.register(MonthlyRollup)
class MonthlyRollupAdmin(HistoryAdmin):
    list_display = (
        "account",
        "month",
        "inflow_minor",
        "outflow_minor",
        "transfers_in_minor",
        "transfers_out_minor",
        "count",
    )
    list_filter = ("account__currency",)
    search_fields = ("account__name", "account__owner__email")
    list_select_related = ("account",)
    date_hierarchy = "month"


@admin.register(CategoryRollup)
class CategoryRollupAdmin(HistoryAdmin):
    list_display = ("account", "month", "category", "income_minor", "expense_minor", "count")
    list_filter = ("account__currency",)
    search_fields = ("account__name", "account__owner__email", "category__name")
    list_select_related = ("account", "category")
    date_hierarchy = "month"


@admin.register(KeptSum)
class KeptSumAdmin(HistoryAdmin):
    list_display = ("owner", "count", "stamp")
    list_filter = ("owner__is_active",)
    search_fields = ("owner__email",)
    list_select_related = ("owner",)


@admin.register(StaleMonth)
class StaleMonthAdmin(HistoryAdmin):
    list_display = ("account", "month")
    search_fields = ("account__name", "account__owner__email")
    list_select_related = ("account",)
    date_hierarchy = "month"


@admin.register(ExchangeRate)
class ExchangeRateAdmin(HistoryAdmin):
    list_display = ("rate_date", "base", "quote", "rate_text", "source", "owner")
    list_filter = ("source", "base", "quote")
    search_fields = ("base", "quote", "owner__email")
    list_select_related = ("owner",)
    date_hierarchy = "rate_date"


@admin.register(Reconciliation)
class ReconciliationAdmin(HistoryAdmin):
    list_display = ("id", "owner", "account", "statement_date", "shown_closing", "status", "finished_at")
    list_filter = ("status", "account__currency")
    search_fields = ("account__name", "owner__email")
    list_select_related = ("owner", "account")
    date_hierarchy = "statement_date"

    @admin.display(description="closing balance", ordering="closing_balance_minor")
    def shown_closing(self, one: Reconciliation) -> str:
        return f"{to_text(one.closing_balance_minor, one.account.currency)} {one.account.currency}"


@admin.register(ReconciliationRow)
class ReconciliationRowAdmin(HistoryAdmin):
    list_display = ("id", "reconciliation", "transaction_id", "amount_minor", "revision", "status_before")
    list_filter = ("reconciliation__status",)
    search_fields = ("reconciliation__account__name", "reconciliation__owner__email", "=transaction_id")
    list_select_related = ("reconciliation",)


class JobEventInline(EventsInline):
    model = JobEvent
    extra = 0
    can_delete = False
    fields = readonly_fields = ("created_at", "kind", "attempt", "detail")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Job)
class JobAdmin(HistoryAdmin):
    list_display = ("key", "owner", "status", "stage", "progress", "attempt", "created_at", "finished_at")
    list_filter = ("status", "kind", "trigger", "pool")
    search_fields = ("key", "batch", "error_code", "error_message", "owner__email")
    list_select_related = ("owner",)
    date_hierarchy = "created_at"
    inlines = (JobEventInline,)


@admin.register(JobEvent)
class JobEventAdmin(HistoryAdmin):
    list_display = ("created_at", "job", "kind", "attempt", "owner")
    list_filter = ("kind",)
    search_fields = ("job__key", "owner__email")
    list_select_related = ("job", "owner")
    date_hierarchy = "created_at"


@admin.register(PoolSeat)
class PoolSeatAdmin(HistoryAdmin):
    list_display = ("pool", "number", "job", "attempt", "lease_until")
    list_filter = ("pool",)
    search_fields = ("pool", "job__key")
    list_select_related = ("job",)
