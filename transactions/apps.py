from django.apps import AppConfig


class TransactionsConfig(AppConfig):
    name = "transactions"
    verbose_name = "Ledger"

    def ready(self) -> None:
        from transactions import receivers
        from transactions.models import rollup_triggers, sql_text
        from transactions.services import (
            bulk_job,
            export_job,
            import_job,
            restore_job,
            rule_jobs,
            sample_jobs,
            undo_job,
        )

        receivers.connect()
        sql_text.connect()
        rollup_triggers.connect(self)
        bulk_job.register()
        export_job.register()
        import_job.register()
        restore_job.register()
        rule_jobs.register()
        sample_jobs.register()
        undo_job.register()
