"""The words of the program's vocabulary as people say them, and the tone a word has where it stands for a state.

Acts and dossiers carry words such as ``not-met`` or ``iso-iec-17065``. Most are said by leaving the hyphens out; those
that are not stand here. A tone is good, warn, bad, info or quiet, and is never all that tells a state: the word is.
"""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_BETWEEN = re.compile(r"(, | or )")
SAID: Mapping[str, Promise] = {
    # standards and what is certified
    "iso-iec-17065": _("ISO/IEC 17065"),
    "iso-iec-17021-1": _("ISO/IEC 17021-1"),
    "management-system": _("management system"),
    "accredited": _("accredited"),
    "non-accredited": _("not accredited"),
    "legal-person": _("legal person"),
    "sole-trader": _("sole trader"),
    # pieces of determination
    "stage-1": _("stage 1 audit"),
    "stage-2": _("stage 2 audit"),
    "surveillance": _("surveillance"),
    "recertification": _("recertification"),
    "special": _("special audit"),
    "pre-transfer-review": _("pre-transfer review"),
    "document-review": _("document review"),
    "process-assessment": _("process assessment"),
    "ms-audit": _("management-system audit"),
    "market-sample": _("sample from the market"),
    "factory-sample": _("sample from the factory"),
    "initial": _("initial evaluation"),
    # verdicts, grades, conclusions
    "not-met": _("not met"),
    "not-applicable": _("does not apply"),
    "not-examined": _("not examined"),
    "ready-for-stage-2": _("ready for stage 2"),
    "postpone-stage-2": _("postpone stage 2"),
    "repeat-stage-1": _("repeat stage 1"),
    "not-effective": _("not effective"),
    "needs-action": _("needs action"),
    # decisions and states
    "accept-transfer": _("accept the transfer"),
    "partly-suspended": _("suspended in part"),
    "not-yet": _("not yet in force"),
    "followed-in-part": _("followed in part"),
    "not-followed": _("not followed"),
    "not-upheld": _("not upheld"),
    "upheld-in-part": _("upheld in part"),
    "ours": _("for us to handle"),
    "not-ours": _("not for us to handle"),
    "new-document": _("a new certificate"),
    "does-not-continue": _("does not go on"),
    "continues": _("goes on"),
    "continue-with-conditions": _("continue with conditions"),
    # ties and interests
    "internal-audit": _("internal audit"),
    "design-or-manufacture": _("design or manufacture"),
    "sales-target": _("sales target"),
    "body-staff": _("the body's own people"),
    "client-customer": _("customers of clients"),
    "non-governmental": _("non-governmental organisations"),
    "same-entity": _("part of our legal entity"),
    "controls-us": _("controls us"),
    "common-owner": _("has the same owner"),
    "not-controlled": _("not controlled"),
    "third-party": _("a third party"),
    "own-observation": _("our own observation"),
    "client-request": _("request of the client"),
    "surveillance-late": _("surveillance is late"),
    "major-not-resolved": _("a major nonconformity is not resolved"),
    "requirement-not-met": _("a requirement is not met"),
    "access-refused": _("access was refused"),
    # how something was looked at
    "on-site": _("on site"),
    "report-review": _("review of a report"),
    "next-audit": _("at the next audit"),
    "new-determination": _("new evaluation"),
    "repeated-test": _("repeated test"),
    "e-mail": _("e-mail"),
    "yes": _("yes"),
    "no": _("no"),
    "seen": _("read in one source"),
    "verified": _("verified"),
    "recalled": _("recalled, not read"),
    "unsure": _("unsure"),
}

_TONES: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "valid",
            "met",
            "positive",
            "effective",
            "accepted",
            "satisfactory",
            "ready-for-stage-2",
            "granted",
            "verified",
            "clear",
            "eliminated",
            "grant",
            "renew",
            "restore",
            "not-upheld",
        ),
        "good",
    ),
    **dict.fromkeys(
        (
            "suspended",
            "partly-suspended",
            "expired",
            "minor",
            "needs-action",
            "postpone-stage-2",
            "repeat-stage-1",
            "upheld-in-part",
            "unsure",
            "suspend",
            "reduce",
            "seals-broken",
            "rejected",
            "recalled",
        ),
        "warn",
    ),
    **dict.fromkeys(
        (
            "withdrawn",
            "major",
            "not-met",
            "negative",
            "not-effective",
            "unsatisfactory",
            "upheld",
            "conflict",
            "unacceptable",
            "refuse",
            "withdraw",
            "damaged",
        ),
        "bad",
    ),
    **dict.fromkeys(("terminated", "not-yet", "ended", "not-applicable", "not-examined"), "quiet"),
}


def said(word: str) -> str:
    """A word as people say it, in the language of the page, small at the beginning."""
    found = SAID.get(word)
    return str(found) if found is not None else gettext(word.replace("-", " ")) if word else ""


def counted(count: int, noun: str) -> str:
    """A number with its noun: ``sites`` loses its s for one; other languages write both, ``Standort|Standorte``."""
    one, _bar, several = noun.partition("|")
    if several:
        return f"{count} {one if count == 1 else several}"
    return f"{count} {noun.removesuffix('s') if count == 1 else noun}"


def in_words(text: str) -> str:
    """What a rule gave as evidence: a word of the program, or several, as people say it; anything else as it stands.

    Evidence may hold what somebody typed. So only what begins small or is several words is taken for a word of ours.
    """
    if (whole := _of_ours(text)) != text:
        return whole
    parts = _BETWEEN.split(text)
    said_parts = [part if place % 2 else _of_ours(part) for place, part in enumerate(parts)]
    return "".join(said_parts).replace(" or ", f" {gettext('or')} ") if said_parts != parts else text


def _of_ours(text: str) -> str:
    found = SAID.get(text)
    if found is not None:
        return str(found)
    ours = bool(text) and (text[0].islower() or " " in text)
    told = gettext(text.replace("-", " ")) if ours else text
    return text if told == text.replace("-", " ") else told


def tone(word: str) -> str:
    """The tone of a word that stands for a state; empty if it has none."""
    return _TONES.get(word, "")


KINDS: Mapping[str, Promise] = {
    "accreditation": _("Accreditation"),
    "agreement": _("Agreement"),
    "application": _("Application"),
    "assignment": _("Assignment"),
    "body": _("Certification body"),
    "certification": _("Certification"),
    "client": _("Client"),
    "committee": _("Committee"),
    "document": _("Document"),
    "enquiry": _("Enquiry"),
    "finding": _("Finding"),
    "matter": _("Matter"),
    "pack": _("Standard or scheme"),
    "person": _("Person"),
    "provider": _("Provider"),
    "sample": _("Sample"),
    "visit": _("Visit"),
}
"""What each kind of dossier is called."""
