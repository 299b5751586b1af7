"""The WSGI application a web server starts. In production it does not start on a record without its triggers, nor on
one that holds a demonstration."""

import os

from django.conf import settings
from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from certwright.config.warming import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "certwright.config.settings")
application = get_wsgi_application()

if settings.CERTWRIGHT_MODE == "production":
    _faults = [found for found in run_checks(tags=[Tags.database], databases=["default"]) if found.is_serious()]
    if _faults:
        raise ImproperlyConfigured("\n".join(str(fault) for fault in _faults))

warm(application)
