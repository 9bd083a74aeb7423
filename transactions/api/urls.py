from django.urls import URLPattern, URLResolver

from transactions.api import (
    accounts,
    categories,
    import_memory,
    imports,
    net_worth,
    payees,
    rates,
    summary,
    transactions,
    transfers,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *accounts.urls,
    *categories.urls,
    *payees.urls,
    *transactions.urls,
    *transfers.urls,
    *summary.urls,
    *net_worth.urls,
    *rates.urls,
    *imports.urls,
    *import_memory.urls,
]
