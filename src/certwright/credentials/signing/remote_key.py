"""A key that is elsewhere: a key management service, a qualified trust service. The way there comes from outside."""

from collections.abc import Callable
from dataclasses import dataclass

from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.public_key import PublicKey


@dataclass(frozen=True, slots=True)
class RemoteSigner:
    """Signs by asking ``ask`` for the 64-byte signature over a message. What comes back is checked before use."""

    key_id: str
    public: PublicKey
    ask: Callable[[bytes], bytes]

    def sign(self, message: bytes) -> bytes:
        """The signature over ``message``. Raises :class:`Flawed` if what came back is not the signature of this key."""
        signature = self.ask(message)
        if not self.public.verifies(message, signature):
            raise Flawed("remote-signature-wrong", key=self.key_id)
        return signature
