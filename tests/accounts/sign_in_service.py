"""An organisation's own sign-in service (OpenID Connect) on 127.0.0.1: it vouches for whoever the test says."""

import base64
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

CLIENT, SECRET = "certwright", "known to both"


class _Answers(BaseHTTPRequestHandler):
    """Discovery, tokens and the address of whoever signs in. The codes it gives out can be used once."""

    server: "SignInService"

    def do_GET(self) -> None:
        """Discovery, and who holds a token."""
        if urlsplit(self.path).path == "/.well-known/openid-configuration":
            self._say(self.server.discovery())
        elif self.headers.get("Authorization") == "Bearer a token":
            self._say(self.server.claims)
        else:
            self.send_error(401)

    def do_POST(self) -> None:
        """A token for a code, to the client whose secret and verifier fit."""
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.asked.append({name: values[0] for name, values in sent.items()})
        fits = (sent.get("client_id"), sent.get("client_secret"), sent.get("code")) == ([CLIENT], [SECRET], ["once"])
        if not fits or "code_verifier" not in sent:
            self.send_error(400)
            return
        self._say({"access_token": "a token", "token_type": "Bearer", "id_token": self.server.id_token()})

    def _say(self, document: dict[str, Any]) -> None:
        text = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class SignInService(HTTPServer):
    """The service. ``claims`` are what it says of whoever signs in; ``asked`` is what it was asked for tokens with."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.claims: dict[str, Any] = {}
        self.asked: list[dict[str, str]] = []

    @property
    def issuer(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}"

    def discovery(self) -> dict[str, Any]:
        """What it says of itself."""
        places = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return {
            "issuer": self.issuer,
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **{f"{name}_endpoint": f"{self.issuer}/{path}" for name, path in places.items()},
        }

    def id_token(self) -> str:
        """Who signed in, as a token. It comes the direct way: nobody checks its signature (OIDC Core 3.1.3.7)."""
        now = int(time.time())
        said = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60, **self.claims}
        return ".".join(map(_encoded, ({"alg": "RS256", "typ": "JWT"}, said))) + ".c2lnbmVk"


def _encoded(document: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(document).encode()).rstrip(b"=").decode()


@contextmanager
def sign_in_service() -> Iterator[SignInService]:
    """The service, for as long as a test lasts."""
    with SignInService() as service:
        thread = Thread(target=service.serve_forever, daemon=True)
        thread.start()
        yield service
        service.shutdown()
        thread.join()
