"""What each verdict says to a person, and what to do with a certificate that got it."""

from collections.abc import Mapping
from types import MappingProxyType

from certwright.core.sentences.sentence import Sentence
from certwright.credentials.verify.verdict import Verdict

_DO_NOT = "Do not rely on it."

VERDICTS: Mapping[Verdict, Sentence] = MappingProxyType(
    {
        Verdict.ALTERED: Sentence("Altered: this is not what the body signed.", _DO_NOT),
        Verdict.NOT_OURS: Sentence(
            "Not ours: none of the bodies known here signed this for what it is shown for.", _DO_NOT
        ),
        Verdict.SUPERSEDED: Sentence(
            "Genuine, but superseded: a later version replaced it.", "Rely on the version in force only."
        ),
        Verdict.WITHDRAWN: Sentence("Genuine, but withdrawn: it holds no longer.", _DO_NOT),
        Verdict.EXPIRED: Sentence("Genuine, but expired: its last day has passed.", _DO_NOT),
        Verdict.SUSPENDED: Sentence(
            "Genuine, but suspended: the certification rests, in whole or in part.",
            "Do not rely on it until it is restored.",
        ),
        Verdict.UNCONFIRMED: Sentence(
            "Unconfirmed: the body signed it, but it is not shown that it holds today.",
            "Do not rely on it before what is missing was looked at.",
        ),
        Verdict.GENUINE: Sentence(
            "Genuine: the body signed it, and it holds.", "Compare what it says with the copy before you."
        ),
    }
)
"""Every verdict's title, and the advice below it."""
