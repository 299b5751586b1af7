"""What a verifier says about a certificate that was shown."""

from certwright.core.sentences.sentence import Sentence

_PAGE = "Look at the certificate's page on the body's own domain, and compare holder, scope, sites and dates."
_ASK = "Ask the body; its name and domain stand in the register of its accreditation body."

SENTENCES = {
    "another-certificate": Sentence("Asked about was {asked}; this is the credential of {found}.", _PAGE),
    "another-holder": Sentence("It is shown for “{asked}”; it was issued to “{found}”.", _PAGE),
    "another-number": Sentence("Asked about was number {asked}; this is number {found}.", _PAGE),
    "answer-about-another": Sentence(
        "The register's answer is about {id}.", "Ask the register about this certificate."
    ),
    "answer-stale": Sentence("The register's answer is of {answered}, too old to count.", "Ask the register again."),
    "expired": Sentence("Its last day was {last}.", "Ask the holder for the certificate in force."),
    "issuer-unknown": Sentence("It was signed by {issuer}, which is none of the bodies known here.", _ASK),
    "log-key-compromised": Sentence(
        "The log proof was signed with a key that may be in other hands, so the log was not counted.",
        "Take the proof from the certificate's page again: the log signs with another key now.",
    ),
    "looks-like": Sentence(
        "{issuer} looks like {known}, but it is not.", "Do not follow addresses in this document. " + _ASK
    ),
    "no-credential": Sentence(
        "There is no signed credential in what was shown.",
        "A picture or printout proves nothing by itself. " + _PAGE,
    ),
    "no-log-proof": Sentence(
        "No log proof was shown, so the log was not looked at.", "Show the .tlog-proof file beside the credential."
    ),
    "not-yet-valid": Sentence("Its first day is {first}, still to come.", "Look again on that day."),
    "register-differs": Sentence(
        "The register shows number {number} in version {version}, which does not go with this credential.", _ASK
    ),
    "register-expired": Sentence(
        "The register shows it as expired (state since {since}).", "Ask for the one in force."
    ),
    "register-none": Sentence("The register shows the certification as not granted.", _ASK),
    "register-partly-suspended": Sentence(
        "A part of the certification is suspended since {since}.",
        "The certificate's page tells which sites or products rest.",
    ),
    "register-suspended": Sentence(
        "The certification is suspended since {since}: it may not be referred to until it is restored.", _PAGE
    ),
    "register-terminated": Sentence(
        "The certification ended at the holder's wish ({since}).", "Ask for another proof."
    ),
    "register-withdrawn": Sentence("The certification is withdrawn since {since}.", "Ask for another proof."),
    "revoked": Sentence(
        "The body's status list marks it as revoked: withdrawn, or replaced by another version ({address}).", _PAGE
    ),
    "status-list-stale": Sentence("The status list {address} counted until {until}.", "Take the list of today."),
    "status-not-known": Sentence(
        "It is signed by the body, but nothing at hand tells whether it holds today (missing: {missing}).", _PAGE
    ),
    "superseded": Sentence("This is version {version}; version {by} replaced it.", "Ask the holder for version {by}."),
    "suspended": Sentence("The body's status list marks it as suspended ({address}).", _PAGE),
}
