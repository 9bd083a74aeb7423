import os

from django.core.asgi import get_asgi_application

from spendwise_project.request_limits import RequestLimits

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spendwise_project.settings")
application = RequestLimits(get_asgi_application())
