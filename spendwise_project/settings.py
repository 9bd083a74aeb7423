"""Every setting of SpendWise, read once from the environment and `<data dir>/spendwise.env`.

A wrong value refuses to start. Only SPENDWISE_DEBUG relaxes security, in the block at the end.
Names, defaults and meaning of the variables: `.env.example`.
"""

import os
import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from whitenoise.compress import Compressor

from spendwise_project.api_document_settings import API_DOCUMENT
from spendwise_project.envfile import BASE_DIR, data_dir, env_file, redis_socket


class Environment(environ.Env):  # type: ignore[misc]  # the library carries no types
    """A copy: what the env file says must not leak into os.environ, where every process started from here would
    inherit it and hold on to a secret that has been rotated since.
    """

    ENVIRON = dict(os.environ)


env = Environment()
DATA_DIR = data_dir()
if env_file().is_file():
    Environment.read_env(env_file())

SAMPLE_KEY = "change-me"
DEVELOPMENT_KEY = "development-only-" + "0" * 47


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = env.str(name, default=default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(allowed)}.")
    return str(value)


def switch(name: str, default: str) -> bool:
    return choice(name, default, ("on", "off")) == "on"


def whole(name: str, default: int, low: int, high: int) -> int:
    try:
        value = int(env.str(name, default=str(default)))
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number from {low} to {high}.") from None
    if not low <= value <= high:
        raise ImproperlyConfigured(f"{name} is {value}; it must be from {low} to {high}.")
    return value


def key_of(name: str, file_name: str) -> str:
    """A key from the first variable, or from the file that the second one names; empty where neither is set."""
    file = env.str(file_name, default="")
    if not file:
        return str(env.str(name, default=""))
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        raise ImproperlyConfigured(f"{file_name} names a file that cannot be read.") from None


def secret(name: str, development: str) -> str:
    """A key of at least 32 bytes that is not the sample value; DEBUG alone may go without."""
    value = key_of(name, f"{name}_FILE") or (development if DEBUG else "")
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set. Run ./scripts/demo.sh, or put 64 hex characters into {env_file()}."
        )
    is_hex = re.fullmatch(r"[0-9a-fA-F]+", value) is not None
    if SAMPLE_KEY in value or (len(value) < 64 if is_hex else len(value.encode()) < 32) or len(set(value)) < 8:
        raise ImproperlyConfigured(f"{name} is too weak: use 64 random hex characters (32 bytes), not a sample value.")
    return str(value)


def price(name: str) -> Decimal | None:
    text = env.str(name, default="")
    if not text:
        return None
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text):
        raise ImproperlyConfigured(f"{name} must be a decimal such as 0.15.")
    return Decimal(text)


def mail_settings(name: str) -> dict[str, Any]:
    """How to reach the mail server, from smtp://, smtp+tls:// or smtp+ssl:// with user and password, or a folder from
    filemail:///, or the log from consolemail://."""
    try:
        found: dict[str, Any] = env.email_url(name)
    except (KeyError, ValueError, ImproperlyConfigured):
        raise ImproperlyConfigured(
            f"{name} is no mail address of a server; write smtp+tls://user:password@mail.example.org:587."
        ) from None
    return found


def web_address(name: str) -> str:
    """'https://money.example.org' without a slash at the end, or empty where it is not set."""
    value = str(env.str(name, default="")).rstrip("/")
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise ImproperlyConfigured(f"{name} is {value!r}; write it as https://money.example.org.")
    return value


def origin_of(address: str) -> str:
    """'https://money.example.org' of an address with a path, as browsers name where a page comes from."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


DEBUG = switch("SPENDWISE_DEBUG", "off")
SECRET_KEY = secret("SECRET_KEY", DEVELOPMENT_KEY)
JWT_SECRET_KEY = secret("JWT_SECRET_KEY", DEVELOPMENT_KEY[::-1])
if SECRET_KEY == JWT_SECRET_KEY:
    raise ImproperlyConfigured(
        "JWT_SECRET_KEY equals SECRET_KEY; each needs its own value so that it can be rotated alone."
    )

# Loopback always: the supervisor and the containers' health checks ask there.
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("SPENDWISE_ALLOWED_HOSTS", default=[])]
CSRF_TRUSTED_ORIGINS = env.list("SPENDWISE_TRUSTED_ORIGINS", default=[])
HTTPS = switch("SPENDWISE_HTTPS", "off")
CONFIRM_EMAIL = switch("SPENDWISE_CONFIRM_EMAIL", "off")
REGISTRATION_OPEN = choice("SPENDWISE_REGISTRATION", "open", ("open", "closed")) == "open"
BROWSABLE_API = switch("SPENDWISE_BROWSABLE_API", "on")
THROTTLES = switch("SPENDWISE_THROTTLES", "on")
DEMO = switch("SPENDWISE_DEMO", "off")
DEFAULT_CURRENCY = env.str("SPENDWISE_DEFAULT_CURRENCY", default="EUR")
RATE_MAX_DAYS = whole("SPENDWISE_RATE_MAX_DAYS", 31, 0, 3660)
RESTORE_MAX_BYTES = whole("SPENDWISE_RESTORE_MAX_BYTES", 2 * 1024**3, 1024, 64 * 1024**3)
RATES_URL = env.str("SPENDWISE_RATES_URL", default="")
IMPORT_INLINE_BYTES = whole("SPENDWISE_IMPORT_INLINE_BYTES", 2 * 1024 * 1024, 0, 50 * 1024 * 1024)
IMPORT_INLINE_LINES = whole("SPENDWISE_IMPORT_INLINE_LINES", 25_000, 0, 1_000_000)
IMPORT_MAX_BYTES = whole("SPENDWISE_IMPORT_MAX_BYTES", 256 * 1024 * 1024, 1024, 1024 * 1024 * 1024)
ATTACHMENT_MAX_BYTES = whole("SPENDWISE_ATTACHMENT_MAX_BYTES", 10 * 1024 * 1024, 1024, 200 * 1024 * 1024)
IMPORT_MAX_LINES = whole("SPENDWISE_IMPORT_MAX_LINES", 2_000_000, 1, 100_000_000)
# Of a JSON body, judged before it is parsed (accounts/api/json_scan.py).
JSON_MAX_BYTES = whole("SPENDWISE_JSON_MAX_BYTES", 2_621_440, 65_536, 64 * 1024 * 1024)
JSON_MAX_DEPTH = whole("SPENDWISE_JSON_MAX_DEPTH", 64, 50, 200)
JSON_MAX_MEMBERS = whole("SPENDWISE_JSON_MAX_MEMBERS", 10_000, 10_000, 1_000_000)
JSON_MAX_VALUES = whole("SPENDWISE_JSON_MAX_VALUES", 50_000, 25_000, 5_000_000)

# Mails leave the machine only where a mail server is named; until then they are files in the data directory.
EMAIL_URL = env.str("SPENDWISE_EMAIL_URL", default="")
if EMAIL_URL:
    MAIL = mail_settings("SPENDWISE_EMAIL_URL")
    EMAIL_BACKEND = MAIL["EMAIL_BACKEND"]
    EMAIL_HOST, EMAIL_PORT = MAIL.get("EMAIL_HOST") or "localhost", MAIL.get("EMAIL_PORT") or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.get("EMAIL_HOST_USER") or "", MAIL.get("EMAIL_HOST_PASSWORD") or ""
    EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.get("EMAIL_USE_TLS", False), MAIL.get("EMAIL_USE_SSL", False)
    EMAIL_FILE_PATH = f"/{MAIL.get('EMAIL_FILE_PATH', '')}".replace("//", "/")
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(DATA_DIR / "mail")
EMAIL_TIMEOUT = whole("SPENDWISE_EMAIL_SECONDS", 30, 1, 120)
DEFAULT_FROM_EMAIL = env.str("SPENDWISE_EMAIL_FROM", default="SpendWise <spendwise@localhost>")
PUBLIC_URL = web_address("SPENDWISE_PUBLIC_URL")
# Passkeys are made for one host and open nothing elsewhere. Browsers take names alone, and without TLS only localhost.
PASSKEY_HOST = env.str("SPENDWISE_PASSKEY_HOST", default="") or urlsplit(PUBLIC_URL).hostname or "localhost"
PASSKEY_ORIGINS = [*([origin_of(PUBLIC_URL)] if PUBLIC_URL else []), *CSRF_TRUSTED_ORIGINS]

# Jobs: the row is the truth, a lease says who works on it (see transactions/services/jobs.py).
JOB_LEASE_SECONDS = whole("SPENDWISE_JOB_LEASE_SECONDS", 20, 2, 600)
JOB_SWEEP_SECONDS = whole("SPENDWISE_JOB_SWEEP_SECONDS", 5, 1, 300)
JOB_MAX_ATTEMPTS = whole("SPENDWISE_JOB_MAX_ATTEMPTS", 3, 1, 100)
JOB_ROWS = whole("SPENDWISE_JOB_ROWS", 5000, 0, 10_000_000)
# Who may read /metrics: nobody, programs on this machine, or whoever has the token.
METRICS = choice("SPENDWISE_METRICS", "off", ("off", "loopback", "token"))
METRICS_TOKEN = key_of("SPENDWISE_METRICS_TOKEN", "SPENDWISE_METRICS_TOKEN_FILE")
if METRICS == "token" and len(METRICS_TOKEN) < 16:
    raise ImproperlyConfigured("SPENDWISE_METRICS=token needs a SPENDWISE_METRICS_TOKEN of at least 16 characters.")
# One archive a day in this folder; 7 days and 4 weeks are kept (spendwise_project/backups/retention.py).
BACKUPS = switch("SPENDWISE_BACKUPS", "on")
BACKUP_DIR = Path(env.str("SPENDWISE_BACKUP_DIR", default=str(DATA_DIR / "backups"))).expanduser()
REFRESH_CONCURRENCY = whole("SPENDWISE_REFRESH_CONCURRENCY", 2, 1, 64)

# The optional language model (docs/MODEL.md). Nothing is set and nothing leaves unless a user switches it on as well.
EGRESS = switch("SPENDWISE_EGRESS", "on")
MODEL_BASE_URL = env.str("SPENDWISE_MODEL_BASE_URL", default="")
MODEL_NAME = env.str("SPENDWISE_MODEL_NAME", default="")
MODEL_API_KEY = key_of("SPENDWISE_MODEL_API_KEY", "SPENDWISE_MODEL_API_KEY_FILE")
MODEL_ALLOWED_HOSTS = env.list("SPENDWISE_MODEL_ALLOWED_HOSTS", default=[])
MODEL_CONNECT_SECONDS = whole("SPENDWISE_MODEL_CONNECT_SECONDS", 5, 1, 60)
MODEL_READ_SECONDS = whole("SPENDWISE_MODEL_READ_SECONDS", 20, 1, 120)
MODEL_TIMEOUT = whole("SPENDWISE_MODEL_TIMEOUT", 25, 1, 120)
MODEL_REPORT_SECONDS = whole("SPENDWISE_MODEL_REPORT_SECONDS", 60, 1, 150)
MODEL_QUESTION_SECONDS = whole("SPENDWISE_MODEL_QUESTION_SECONDS", 20, 1, 60)
MODEL_MAX_BYTES = whole("SPENDWISE_MODEL_MAX_BYTES", 256 * 1024, 1024, 16 * 1024 * 1024)
MODEL_BUDGET_REPORT_CALLS = whole("SPENDWISE_MODEL_BUDGET_REPORT_CALLS", 24, 0, 1000)
MODEL_BUDGET_REPORT_BYTES = whole("SPENDWISE_MODEL_BUDGET_REPORT_BYTES", 200_000, 0, 100_000_000)
MODEL_BUDGET_MONTH_CALLS = whole("SPENDWISE_MODEL_BUDGET_MONTH_CALLS", 1000, 0, 10_000_000)
MODEL_BUDGET_MONTH_BYTES = whole("SPENDWISE_MODEL_BUDGET_MONTH_BYTES", 10_000_000, 0, 2**40)
MODEL_BREAKER_FAILURES = whole("SPENDWISE_MODEL_BREAKER_FAILURES", 3, 1, 1000)
MODEL_BREAKER_SECONDS = whole("SPENDWISE_MODEL_BREAKER_SECONDS", 300, 1, 86_400)
# What a million tokens cost, as a decimal; empty: the ledger names no cost.
MODEL_PRICE_IN = price("SPENDWISE_MODEL_PRICE_IN")
MODEL_PRICE_OUT = price("SPENDWISE_MODEL_PRICE_OUT")
MODEL_PRICE_CURRENCY = env.str("SPENDWISE_MODEL_PRICE_CURRENCY", default="USD")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "rest_framework",
    "rest_framework_simplejwt.token_blacklist",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "accounts",
    "transactions",
    "advisory",
    "spendwise_project",
]
MIDDLEWARE = [
    "spendwise_project.logs.RequestIds",
    *(["spendwise_project.metrics.Latency"] if METRICS != "off" else []),
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "spendwise_project.policies.OwnPolicies",
    "spendwise_project.static_files.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "spendwise_project.urls"
ASGI_APPLICATION = "spendwise_project.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "spendwise_project" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'database.db'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        # A deferred transaction that turns into a writer fails at once instead of waiting.
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        "PRAGMA journal_size_limit=67108864;PRAGMA cache_size=-8000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One Redis: database 0 is the broker, database 1 holds locks, heartbeats and live events.
REDIS_URL = env.str("REDIS_URL", default=f"unix://{redis_socket()}")


def redis_database(number: int, *, celery: bool = False) -> str:
    """REDIS_URL pointed at one numbered database; Celery spells unix sockets differently."""
    parts = urlsplit(REDIS_URL)
    if parts.scheme == "unix":
        if celery:
            return f"redis+socket://{parts.path}?virtual_host={number}"
        return f"unix://{parts.path}?db={number}"
    return f"{parts.scheme}://{parts.netloc}/{number}"


CELERY_BROKER_URL = redis_database(0, celery=True)
STATE_REDIS_URL = redis_database(1)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_TIMEZONE = "UTC"
CELERY_TASK_PUBLISH_RETRY = False
# The visibility timeout stays above the hard time limit, or a long job is delivered twice; the sweep,
# not the broker, gives lost jobs out again.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 5,
    "socket_timeout": 15,
    "socket_connect_timeout": 2,
    "health_check_interval": 25,
    # Whoever rings while Redis is away gives up after two quick tries (six seconds otherwise, inside a request or the
    # seed): the job's row waits and is rung again by the sweep. The worker's own reconnecting is not governed by this.
    "max_retries": 1,
    "interval_start": 0,
}

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.BCryptSHA256PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "display_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(seconds=whole("SPENDWISE_ACCESS_TOKEN_SECONDS", 300, 5, 3600)),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=whole("SPENDWISE_REFRESH_TOKEN_DAYS", 7, 1, 90)),
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
    "CHECK_USER_IS_ACTIVE": True,
    "ALGORITHM": "HS256",
    "SIGNING_KEY": JWT_SECRET_KEY,
    "AUDIENCE": "spendwise",
    "ISSUER": "spendwise",
    "UPDATE_LAST_LOGIN": False,
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.tokens.BearerAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["accounts.api.bodies.JSONParser"],
    "DEFAULT_METADATA_CLASS": "accounts.api.metadata.PlainMetadata",
    "DEFAULT_SCHEMA_CLASS": "transactions.api.schema.ConditionalSchema",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.ScopedRateThrottle"] if THROTTLES else [],
    "DEFAULT_THROTTLE_RATES": {
        "sign_in": "20/min",
        "sign_in_address": "120/min",
        "register": "60/hour",
        "imports": "1000/hour",
        "reports": "600/hour",
        "ask": "1200/hour",
        "invitations": "60/hour",
    },
    # Without a proxy X-Forwarded-For is whatever the client likes to say; behind one its last entry counts.
    "NUM_PROXIES": whole("SPENDWISE_PROXIES", 1 if HTTPS else 0, 0, 10),
    "EXCEPTION_HANDLER": "spendwise_project.exception_handler.handle_exception",
    "COERCE_DECIMAL_TO_STRING": True,
    "UNAUTHENTICATED_USER": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
if BROWSABLE_API:
    # For people signed in through the admin: session with CSRF, HTML pages only.
    REST_FRAMEWORK["DEFAULT_AUTHENTICATION_CLASSES"].append("accounts.tokens.BrowsableSessionAuthentication")  # type: ignore[attr-defined]
    REST_FRAMEWORK["DEFAULT_RENDERER_CLASSES"].append("rest_framework.renderers.BrowsableAPIRenderer")  # type: ignore[attr-defined]
SPECTACULAR_SETTINGS = API_DOCUMENT

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 10_000}},
}

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"  # made from code alone, so two data directories share it
MEDIA_ROOT = DATA_DIR / "media"
FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
if FRONTEND_DIST.is_dir():
    WHITENOISE_ROOT = FRONTEND_DIST
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
WHITENOISE_INDEX_FILE = False
# Source maps are the largest files and only ever read by a debugger.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")


def immutable_file_test(_path: str, url: str) -> bool:
    """Vite's hashed bundles and Django's hashed static files may be cached for ever."""
    return re.search(r"^/assets/.+-[A-Za-z0-9_-]{8}\.\w+$|\.[0-9a-f]{12}\.\w+$", url) is not None


WHITENOISE_IMMUTABLE_FILE_TEST = immutable_file_test
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    # /admin/ and /api/docs/ carry their own: spendwise_project/policies.py.
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF, "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOG_LEVEL = choice("SPENDWISE_LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {
            "()": "spendwise_project.logs.TextLines",
            "format": "%(asctime)s %(levelname)s %(name)s %(context)s%(message)s",
        },
        "json": {"()": "spendwise_project.logs.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": choice("SPENDWISE_LOG_FORMAT", "text", ("text", "json")),
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "spendwise": {"level": LOG_LEVEL},
        "celery": {"level": "WARNING"},
        "django": {"level": "WARNING"},
    },
}

LOGIN_URL = "/admin/login/"
SILENCED_SYSTEM_CHECKS: list[str] = [
    # TLS ends at the reverse proxy; SPENDWISE_HTTPS=on switches cookies and HSTS together.
    "security.W004",
    "security.W008",
    # Other names below the host, and the lists in browsers, are for whoever owns the domain to decide.
    *(["security.W005", "security.W021"] if HTTPS else ["security.W012", "security.W016"]),
]
if DEBUG:
    ALLOWED_HOSTS = ["*"]
