from django.apps import AppConfig


class TransactionsConfig(AppConfig):
    name = "transactions"
    verbose_name = "Ledger"

    def ready(self) -> None:
        from transactions import receivers
        from transactions.services import import_job

        receivers.connect()
        import_job.register()
