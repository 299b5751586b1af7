"""One verdict on a certificate, from what was shown and from what the verifier knows by itself.

No address that stands in the thing itself is ever followed: whose key counts is decided by the bodies the verifier
knows, and everything else is handed in. The same steps serve the page, the command line and (in JavaScript) the static
file.
"""

from certwright.credentials.verify.material import AtHand, Expected, Issuer, LogView, Shown
from certwright.credentials.verify.received import received
from certwright.credentials.verify.verdict import Reason, Result, Verdict
from certwright.credentials.verify.verifying import verify

__all__ = ["AtHand", "Expected", "Issuer", "LogView", "Reason", "Result", "Shown", "Verdict", "received", "verify"]
