"""What a browser may load for our pages: only what we serve, and no script written into a page."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def policy(sign_in_service: str) -> str:
    """The policy, with the organisation's own sign-in service (its address, or empty) as the one place forms may go."""
    parts = urlsplit(sign_in_service)
    where = f" {parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return POLICY.replace("form-action 'self'", f"form-action 'self'{where}")


class ContentPolicy:
    """Middleware that adds the policy to every answer that has none of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = policy(settings.CERTWRIGHT_OIDC_ISSUER)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, with the policy in the headers."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response
