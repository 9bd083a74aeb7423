from django.apps import AppConfig


class AdvisoryConfig(AppConfig):
    name = "advisory"
    verbose_name = "Advice"

    def ready(self) -> None:
        from advisory import receivers

        receivers.connect()
