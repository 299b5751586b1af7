"""What must be given before an installation may be used in earnest.

Everything that is convenient for trying out (a published key, a default folder) would let a stranger sign in or sign
a root in the body's name. So outside demonstration mode the program refuses to start with it, and says what to do.
"""

from collections.abc import Iterator

from certwright.config.environment import DEMONSTRATION_SECRET_KEY, Environment
from certwright.journal.root_keys import DEMONSTRATION_MARK, KeyUnusable, private_key

SHORTEST_SECRET_KEY = 50


def refusals(environment: Environment) -> Iterator[str]:
    """Each reason why this installation may not start in production, with what would lift it."""
    given = environment.model_fields_set
    secret = environment.secret_key.get_secret_value()
    if secret == DEMONSTRATION_SECRET_KEY:
        yield (
            "CERTWRIGHT_SECRET_KEY is not set, and the demonstration key is published with the program. "
            "Set it to at least 50 random characters, for example the output of: openssl rand -base64 48"
        )
    elif len(secret) < SHORTEST_SECRET_KEY:
        yield f"CERTWRIGHT_SECRET_KEY is too short. Set it to at least {SHORTEST_SECRET_KEY} random characters."
    if "data" not in given:
        yield "CERTWRIGHT_DATA is not set. Set it to the folder that holds attachments and is backed up."
    if "hosts" not in given:
        yield "CERTWRIGHT_HOSTS is not set. Set it to the host names under which the pages are served."
    if environment.storage == "s3" and not environment.storage_bucket:
        yield "CERTWRIGHT_STORAGE is s3, but CERTWRIGHT_STORAGE_BUCKET is not set. Set it to the name of the bucket."
    yield from _sign_in_refusals(environment)
    yield from _root_key_refusals(environment)


def _sign_in_refusals(environment: Environment) -> Iterator[str]:
    if not environment.oidc_issuer:
        return
    if not environment.oidc_issuer.startswith("https://"):
        yield "CERTWRIGHT_OIDC_ISSUER does not begin with https://. Whoever listens could sign in as anybody."
    if not (environment.oidc_client_id and environment.oidc_secret.get_secret_value()):
        yield "CERTWRIGHT_OIDC_ISSUER is set. Set CERTWRIGHT_OIDC_CLIENT_ID and CERTWRIGHT_OIDC_SECRET too."


def _root_key_refusals(environment: Environment) -> Iterator[str]:
    make = "Make one with: openssl genpkey -algorithm ed25519 -out FILE"
    if environment.root_key is None:
        yield f"CERTWRIGHT_ROOT_KEY is not set. Set it to the file with the key that signs the daily root. {make}"
        return
    try:
        private_key(environment.root_key)
    except KeyUnusable as unusable:
        yield f"CERTWRIGHT_ROOT_KEY: {unusable}"
        return
    if environment.root_key.read_bytes().startswith(DEMONSTRATION_MARK):
        yield f"CERTWRIGHT_ROOT_KEY: {environment.root_key} holds the key of a demonstration. {make}"
