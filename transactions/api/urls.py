from django.urls import URLPattern, URLResolver

from transactions.api import (
    accounts,
    attachments,
    categories,
    changes,
    export,
    import_memory,
    imports,
    list_files,
    net_worth,
    payees,
    rates,
    reconciliation,
    rules,
    searches,
    summary,
    tags,
    transactions,
    transfers,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *list_files.urls,  # before the lists: "export" is no id
    *export.urls,
    *accounts.urls,
    *attachments.urls,
    *categories.urls,
    *changes.urls,
    *payees.urls,
    *rules.urls,
    *searches.urls,
    *tags.urls,
    *transactions.urls,
    *transfers.urls,
    *summary.urls,
    *net_worth.urls,
    *rates.urls,
    *reconciliation.urls,
    *imports.urls,
    *import_memory.urls,
]
