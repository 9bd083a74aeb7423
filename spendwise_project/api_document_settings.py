"""How the API describes itself, apart from what an operator sets: read by drf-spectacular through `settings`."""

from __future__ import annotations

API_DOCUMENT = {
    "TITLE": "SpendWise",
    "DESCRIPTION": "Personal finance whose every figure leads to the transactions behind it. "
    "Amounts are decimal strings; money leaving an account is negative. A request is about the caller's own ledger; "
    "with the header `X-Ledger: <household id>` it is about that of a household of theirs (404 `not_found` for any "
    "other, 403 `read_only` for what a viewer may not do). What is about the person (sign-in, households, invitations, "
    "operations) takes no notice of the header.",
    "VERSION": "0.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "AUTHENTICATION_WHITELIST": ["accounts.tokens.BearerAuthentication"],
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "spendwise_project.api_document.complete",
    ],
    "PARSER_WHITELIST": ["rest_framework.parsers.JSONParser", "rest_framework.parsers.MultiPartParser"],
    "RENDERER_WHITELIST": ["rest_framework.renderers.JSONRenderer"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "ENUM_NAME_OVERRIDES": {
        # Reports share it: the same set of choices cannot have two names.
        "JobStatus": "transactions.models.job.Job.Status",
        "ImportStatus": "transactions.models.statement.StatementImport.Status",
        "TransferStatus": "transactions.models.transaction.Transfer.Status",
        "LineStatus": "transactions.models.statement.StatementLine.Status",
        "TransactionStatus": "transactions.models.transaction.Transaction.Status",
        "AccountKind": "transactions.models.ledger_account.LedgerAccount.Kind",
        "ChangeKind": "transactions.models.history.ChangeSet.Kind",
        "CategoryKind": "transactions.models.category.Category.Kind",
        "EgressStatus": "advisory.models.language_model.EgressEntry.Status",
        "FactKind": "advisory.models.fact.Fact.Kind",
        "AuditAction": "accounts.models.audit_event.AuditEvent.Action",
        "RoleEnum": "advisory.models.recurring.RecurringSeries.Role",
        "MemberRole": "accounts.models.household.Membership.Role",
        "InvitedRole": "accounts.api.households.INVITED",
        "Language": "accounts.models.user.User.Language",
        "ReportKind": "advisory.models.report.Report.Kind",
        "DeliveryStatus": "advisory.models.delivery.ReportDelivery.Status",
        "MailContents": "advisory.models.delivery.ReportSchedule.Contents",
        "AdviceReason": "advisory.models.advice.Advice.Reason",
        "BudgetRollover": "advisory.models.budget.Budget.Rollover",
        "BudgetReason": "advisory.api.budget_month.REASONS",
        "PayoffOrder": "advisory.models.debt.PayoffChoice.Order",
        "PlanOrder": "advisory.api.debt_plans.ORDERS",
        "ScenarioChangeKind": "advisory.analysis.planning.written.KINDS",
    },
}
