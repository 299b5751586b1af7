"""Every setting of an installation, in one place: name, type, default and meaning.

A setting ``mode`` is read from the variable ``CERTWRIGHT_MODE``, and so on. ``docs/reference/settings.md`` is written
from this module (``python -m certwright.config.settings_page``), and a test compares the two.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from django.core.exceptions import ImproperlyConfigured
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

PREFIX = "CERTWRIGHT_"
READ_ELSEWHERE = frozenset({"CERTWRIGHT_TEST_DATABASE", "CERTWRIGHT_STATIC"})
"""Variables with our prefix that are no settings: which database the tests run on, and where ``certwright serve`` laid
out the style sheets for the processes it starts."""

DEMONSTRATION_SECRET_KEY = "demonstration only: this key is published with the program"


def _split(text: object) -> object:
    return tuple(part.strip() for part in text.split(",") if part.strip()) if isinstance(text, str) else text


FROM_FILES = frozenset({"database", "secret_key", "oidc_secret", "metrics_token", "mail_password"})
"""Settings that hold a secret. Each may stand in a file: ``CERTWRIGHT_SECRET_KEY_FILE`` holds its path."""

Names = Annotated[tuple[str, ...], BeforeValidator(_split)]
"""Several names in one variable, separated by commas."""


class Environment(BaseModel):
    """The settings of one installation."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    mode: Literal["demonstration", "production", "test"] = Field(
        default="demonstration",
        description="What the installation is for. `demonstration` needs no other setting and is for trying out; "
        "`production` refuses to start until every setting that protects the record is given; `test` is for the "
        "test suite.",
    )
    data: Path = Field(
        default=Path("var"),
        description="Folder for what is not in the database: attachments, and in demonstration mode the database and "
        "the key too. Belongs in every backup.",
    )
    database: str = Field(
        default="",
        description="Path of an SQLite file on a local disk, or `postgresql://user:password@host:5432/name`. Empty: "
        "`certwright.sqlite3` in the data folder.",
    )
    secret_key: SecretStr = Field(
        default=SecretStr(DEMONSTRATION_SECRET_KEY),
        description="Signs sessions and form tokens: at least 50 random characters, known to nobody. It does not "
        "protect the record, so it may be changed at any time; everybody signs in again then.",
    )
    hosts: Names = Field(
        default=("127.0.0.1", "localhost"),
        description="Host names under which the pages are served, separated by commas.",
    )
    root_key: Path | None = Field(
        default=None,
        description="File with the Ed25519 private key (PEM) that signs the daily root of the journal. Empty: "
        "`keys/root.pem` in the data folder.",
    )
    storage: Literal["folder", "s3"] = Field(
        default="folder",
        description="Where attachments are kept: in the data folder, or in an S3 bucket (needs the extra "
        "`certwright[s3]`; S3 credentials are read the way the S3 client reads them).",
    )
    storage_bucket: str = Field(default="", description="Name of the S3 bucket.")
    storage_endpoint: str = Field(
        default="", description="Address of the S3 service, if it is not the one of the client library."
    )
    attachment_limit: int = Field(
        default=50, ge=1, le=2_000, description="Largest attachment that is accepted, in megabytes."
    )
    tls: Literal["none", "proxy"] = Field(
        default="none",
        description="`proxy`: a proxy in front ends TLS and sets `X-Forwarded-Proto`; cookies are then sent over TLS "
        "only and plain requests are redirected. `none`: pages are served over plain HTTP, on this machine only.",
    )
    idle_minutes: int = Field(
        default=120, ge=5, le=1_440, description="After how many minutes without a page whoever is signed in is not."
    )
    session_hours: int = Field(
        default=12, ge=1, le=168, description="After how many hours everybody signs in anew, however busy they are."
    )
    fresh_minutes: int = Field(
        default=10,
        ge=1,
        le=120,
        description="For how many minutes signing in counts as fresh: before a decision or a signature it is asked for "
        "again when it is older.",
    )
    invitation_days: int = Field(
        default=7, ge=1, le=60, description="For how many days the link of an invitation can be used."
    )
    oidc_issuer: str = Field(
        default="",
        description="Address of your organisation's sign-in service (OpenID Connect issuer), such as "
        "`https://id.example.org/realms/staff`. Empty: people sign in here only. Accounts are matched by verified "
        "e-mail address; none is made by signing in.",
    )
    oidc_client_id: str = Field(default="", description="Client id that the sign-in service knows us by.")
    oidc_secret: SecretStr = Field(default=SecretStr(""), description="Secret that belongs to the client id.")
    oidc_name: str = Field(
        default="Your organisation", description="What the button on the sign-in page calls the sign-in service."
    )
    address: str = Field(
        default="127.0.0.1",
        description="Address of this machine on which `certwright serve` answers. `127.0.0.1`: for a proxy on the same "
        "machine; `0.0.0.0`: for everybody who reaches this machine, as inside a container.",
    )
    port: int = Field(default=8000, ge=1, le=65_535, description="Port on which `certwright serve` answers.")
    workers: int = Field(
        default=1,
        ge=1,
        le=64,
        description="How many processes answer requests. One for each core is plenty.",
    )
    threads: int = Field(default=4, ge=1, le=64, description="How many requests each process answers at once.")
    metrics_token: SecretStr = Field(
        default=SecretStr(""),
        description="Whoever asks for `/metrics` shows this as bearer token. Empty: `/metrics` answers only requests "
        "from this machine, and none where a proxy ends TLS, because there every request comes from this machine.",
    )
    mail_host: str = Field(
        default="",
        description="Mail server (SMTP) that letters and notices go out through. Empty: none leaves by mail. A "
        "demonstration then writes them into the folder `mail` of the data folder; otherwise they wait to be printed "
        "and posted.",
    )
    mail_port: int = Field(default=587, ge=1, le=65_535, description="Port of the mail server.")
    mail_tls: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        description="How the way to the mail server is protected: `starttls` (port 587), `tls` from the first byte "
        "(port 465), or `none` for a server on this machine.",
    )
    mail_user: str = Field(default="", description="Name to sign in to the mail server with. Empty: no sign-in.")
    mail_password: SecretStr = Field(default=SecretStr(""), description="Password that belongs to it.")
    mail_from: str = Field(
        default="", description="Address that letters come from, and that answers go to: `office@example.org`."
    )
    letters: Path | None = Field(
        default=None,
        description="Folder with the body's own letters: a file there takes the place of the shipped letter with the "
        "same id (how-to/letters.md). Empty: the shipped letters.",
    )
    letter_language: Literal["en", "de", "fr", "es"] = Field(
        default="en", description="Language of letters to people who never signed in and so never chose one."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="What is written to the log (standard error)."
    )

    @property
    def root_key_file(self) -> Path:
        """The file with the key that signs the daily root."""
        return self.root_key or self.data / "keys" / "root.pem"


def variable(field: str) -> str:
    """The environment variable that sets a field of :class:`Environment`."""
    return PREFIX + field.upper()


def read(variables: Mapping[str, str]) -> Environment:
    """The settings the given environment variables make; an empty variable counts as not set.

    Raises:
        ImproperlyConfigured: a variable has our prefix and is no setting, or a value is not allowed. All faults are
            named at once, each with its variable.
    """
    given = {
        name.removeprefix(PREFIX).lower(): value.strip()
        for name, value in variables.items()
        if name.startswith(PREFIX) and name not in READ_ELSEWHERE and value.strip()
    }
    try:
        return Environment.model_validate(_with_files_read(given))
    except ValidationError as error:
        raise ImproperlyConfigured("\n".join(_sentences(error))) from None


def _with_files_read(given: Mapping[str, str]) -> Mapping[str, str]:
    """``given``, where ``<setting>_file`` is replaced by the setting with what the file holds."""
    read = dict(given)
    for setting in FROM_FILES:
        path = read.pop(f"{setting}_file", "")
        if not path:
            continue
        if setting in given:
            raise ImproperlyConfigured(f"{variable(setting)} and {variable(setting)}_FILE are both set. Remove one.")
        try:
            read[setting] = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{variable(setting)}_FILE: {path} cannot be read: {error}.") from None
        if not read[setting]:
            raise ImproperlyConfigured(f"{variable(setting)}_FILE: {path} is empty.")
    return read


def _sentences(error: ValidationError) -> Iterator[str]:
    for fault in error.errors():
        field = str(fault["loc"][0])
        yield f"{variable(field)}: {_what_is_wrong(field, fault)}"


def _what_is_wrong(field: str, fault: Mapping[str, Any]) -> str:
    if fault["type"] != "extra_forbidden":
        return f"{fault['msg']}."
    near = get_close_matches(field, Environment.model_fields, n=1)
    meant = f" Did you mean {variable(near[0])}?" if near else " Remove it, or see docs/reference/settings.md."
    return f"there is no such setting.{meant}"
