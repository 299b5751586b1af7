"""Django's settings, made from the environment (:mod:`certwright.config.environment`)."""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from certwright import __version__
from certwright.config import database, environment, production

_environment = environment.read(os.environ)
if _environment.mode == "production" and (_refusals := tuple(production.refusals(_environment))):
    raise ImproperlyConfigured("Certwright does not start in production mode:\n- " + "\n- ".join(_refusals))

CERTWRIGHT_MODE = _environment.mode
CERTWRIGHT_DATA = _environment.data.resolve()
CERTWRIGHT_ROOT_KEY = _environment.root_key_file.resolve()
CERTWRIGHT_ROOTS = CERTWRIGHT_DATA / "roots"
CERTWRIGHT_STORAGE = _environment.storage
CERTWRIGHT_ATTACHMENTS = CERTWRIGHT_DATA / "attachments"
CERTWRIGHT_ATTACHMENT_LIMIT = _environment.attachment_limit * 1_000_000  # bytes

CERTWRIGHT_ADDRESS = _environment.address
CERTWRIGHT_PORT = _environment.port
CERTWRIGHT_WORKERS = _environment.workers
CERTWRIGHT_THREADS = _environment.threads
CERTWRIGHT_TLS = _environment.tls
CERTWRIGHT_METRICS_TOKEN = _environment.metrics_token.get_secret_value()

SECRET_KEY = _environment.secret_key.get_secret_value()
ALLOWED_HOSTS = list(_environment.hosts)
DEBUG = False

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "certwright.journal",
    "certwright.rows",
    "certwright.accounts",
    "certwright.drafts",
    "certwright.outbox",
    "certwright.jobs",
    "django_tasks",
    "django_tasks_db",
    "certwright.design",
    "certwright.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_cotton",
    "django_htmx",
    "lucide",
]
MIDDLEWARE = [
    "certwright.web.monitoring.monitors.MonitorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "certwright.web.monitoring.timing.TimingMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # below whitenoise, whose files are compressed before they are served
    "certwright.config.headers.ContentPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "certwright.web.signing_in.preferences.LanguageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "certwright.accounts.session_age.SessionAgeMiddleware",
    "certwright.web.viewing.ViewerMiddleware",
    "certwright.web.signing_in.ended.EndedMiddleware",
    "certwright.web.reading.AsksForReasonMiddleware",
]
ROOT_URLCONF = "certwright.config.urls"
WSGI_APPLICATION = "certwright.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "certwright.design.look.context",
                "certwright.web.navigation.context",
                "certwright.web.signing_in.context.context",
            ],
        },
    }
]
COTTON_ISOLATE_BY_DEFAULT = True  # a component shows what it is given, nothing of the page around it

# No ATOMIC_REQUESTS: with IMMEDIATE transactions every page would take the write lock. The office opens transactions.
DATABASES: dict[str, dict[str, Any]] = {
    "default": database.described(_environment.database, CERTWRIGHT_DATA / "certwright.sqlite3")
}
if CERTWRIGHT_MODE == "test" and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: tests of locks and crashes need what a second connection would see.
    DATABASES["default"]["TEST"] = {"NAME": DATABASES["default"]["NAME"]}
DATABASE_ROUTERS = ["certwright.config.database.JobsAtHome"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if CERTWRIGHT_STORAGE == "s3":
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        "attachments": {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": _environment.storage_bucket,
                "endpoint_url": _environment.storage_endpoint or None,
                "file_overwrite": False,
            },
        },
    }

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if CERTWRIGHT_MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick: the tests guard no secret
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Sign-in (allauth). Nobody makes an account for themselves: somebody of the body invites them.
CERTWRIGHT_FRESH_MINUTES = _environment.fresh_minutes
CERTWRIGHT_INVITATION_DAYS = _environment.invitation_days
CERTWRIGHT_SESSION_HOURS = _environment.session_hours
CERTWRIGHT_OIDC_NAME = _environment.oidc_name if _environment.oidc_issuer else ""
CERTWRIGHT_OIDC_ISSUER = _environment.oidc_issuer
ACCOUNT_ADAPTER = "certwright.web.signing_in.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True  # how long a session lasts is ours to say, see SessionAgeMiddleware
ACCOUNT_REAUTHENTICATION_TIMEOUT = _environment.fresh_minutes * 60
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "20/m/ip,8/5m/key", "reauthenticate": "10/m/user"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if _environment.tls == "proxy" else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an account's address is checked by whoever invites, not by a mail
MFA_TOTP_ISSUER = "Certwright"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = CERTWRIGHT_MODE != "production"  # http://localhost while trying out
SOCIALACCOUNT_ADAPTER = "certwright.web.signing_in.adapter.OrganisationAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisation",
                "name": CERTWRIGHT_OIDC_NAME,
                "client_id": _environment.oidc_client_id,
                "secret": _environment.oidc_secret.get_secret_value(),
                "settings": {"server_url": _environment.oidc_issuer},
            }
        ]
        if _environment.oidc_issuer
        else [],
    }
}
CACHES = {  # what is counted to slow down guessing holds for all processes
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "accounts_counted"},
    "near": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},  # of this process; nothing depends on it
}
SESSION_COOKIE_AGE = _environment.idle_minutes * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "certwright.web.errors.csrf_failure"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}  # a table: no service beside

# Letters and notices. In a demonstration without a mail server they are written into files that can be opened.
CERTWRIGHT_LETTERS = _environment.letters.resolve() if _environment.letters else None
CERTWRIGHT_LETTER_LANGUAGE = _environment.letter_language
CERTWRIGHT_SENDS_MAIL = bool(_environment.mail_host) or CERTWRIGHT_MODE != "production"
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
if not _environment.mail_host:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(CERTWRIGHT_DATA / "mail")
EMAIL_HOST = _environment.mail_host
EMAIL_PORT = _environment.mail_port
EMAIL_HOST_USER = _environment.mail_user
EMAIL_HOST_PASSWORD = _environment.mail_password.get_secret_value()
EMAIL_USE_TLS = _environment.mail_tls == "starttls"
EMAIL_USE_SSL = _environment.mail_tls == "tls"
EMAIL_TIMEOUT = 30  # seconds
DEFAULT_FROM_EMAIL = _environment.mail_from or "office@certwright.invalid"

USE_TZ = True
TIME_ZONE = "UTC"  # instants are UTC; days are the body's, whose time zone stands in its founding act
LANGUAGE_CODE = "en-gb"
USE_I18N = True
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch"), ("fr", "Français"), ("es", "Español")]
LOCALE_PATHS = [Path(__file__).parents[1] / "locale"]
FORMAT_MODULE_PATH = "certwright.config.formats"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Style sheets are served from the installed package; their address holds the release, so they may be cached for ever.
# `certwright serve` lays them out compressed; without it they are read where they lie.
STATIC_URL = f"static/{__version__}/"
STATIC_ROOT = os.environ.get("CERTWRIGHT_STATIC") or None
WHITENOISE_USE_FINDERS = not STATIC_ROOT
WHITENOISE_AUTOREFRESH = not STATIC_ROOT and CERTWRIGHT_MODE != "production"
WHITENOISE_MAX_AGE = 31_536_000 if CERTWRIGHT_MODE == "production" else 0

SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
if _environment.tls == "proxy":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": _environment.log_level},
    "loggers": {
        "django_tasks_db": {"level": "WARNING"},  # it would say every two seconds that nothing waits
        "pikepdf": {"level": "WARNING"},  # it would say that it is there
    },
}
