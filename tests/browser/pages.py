"""Every page there is, with an example in the demonstration and somebody who looks at it.

A new address has to be named here, among the pages or among what is no page (``test_walk.py`` fails until it is).
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A page: who looks at it (nobody is signed in where it is empty), its path, and what it answers."""

    who: str
    path: str
    status: int = 200


LISTS = (
    *("clients", "enquiries", "applications", "agreements", "certifications", "assignments", "findings", "decisions"),
    *("certificates", "people", "schemes", "matters", "providers", "committees", "documents"),
)
_CASES = {
    "body": "self",
    "client": "003",
    "person": "p-005",
    "provider": "p-01",
    "enquiry": "003",
    "application": "003",
    "agreement": "003",
    "certification": "003",
    "assignment": "003",
    "visit": "025",
    "sample": "001",
    "matter": "009",
    "committee": "c-01",
    "document": "agreement-form",
    "pack": "iso-9001",
}
_FORMS = {
    "enquiry/003": "enquiry.settle",
    "application/003": "application.accept",
    "certification/003": "certification.decide",
    "certification/024-2": "certification.review",
    "certification/001": "certification.issue",
    "client/003": "client.change",
    "person/p-005": "person.grant-authorisation",
    "committee/c-01": "committee.hold-session",
    "matter/008": "matter.decide",
    "body/self": "body.identify-threat",
}

PAGES: Mapping[str, tuple[Example, ...]] = {
    "work": (
        Example("farah", "/"),
        Example("cem", "/"),
        Example("jonna", "/"),
        Example("rosalind", "/"),
        Example("", "/"),
    ),
    "landing": (Example("", "/installation/"),),
    "design": (Example("", "/design/"),),
    "list": (
        *(Example("ada" if name == "people" else "bronwen", f"/{name}/") for name in LISTS),
        Example("cem", "/certifications/?q=iso"),
        Example("cem", "/clients/?q=nobody-is-called-so"),
    ),
    "dossier": (
        *(Example("cem" if kind != "pack" else "bronwen", f"/d/{kind}/{key}/") for kind, key in _CASES.items()),
        Example("cem", "/d/certification/003/?known=2024-05-05"),
        Example("client", "/d/certification/001/"),
        Example("cem", "/d/client/nobody/", 404),
        Example("stellan", "/d/client/003/", 403),
        Example("machine", "/d/client/003/", 403),
    ),
    "dossier-changes": (Example("cem", "/d/certification/003/changes/"),),
    "finding": (Example("cem", "/d/finding/003/"), Example("emil", "/d/finding/024/")),
    "findings-sheet": (Example("emil", "/d/assignment/003-2/findings/"),),
    "findings-raise": (Example("emil", "/d/assignment/003-2/findings/raise/"),),
    "reading-reason": (Example("ilya", "/d/certification/003/why-read/?next=/d/certification/003/"),),
    "reading-readers": (Example("cem", "/d/certification/003/read-by/"),),
    "acting-do": (
        *(Example("cem", f"/d/{dossier}/do/{act}/") for dossier, act in _FORMS.items()),
        Example("cem", "/d/client/new-one/do/client.register/"),
        Example("cem", "/d/application/new-one/do/application.submit/?enquiry=enquiry:003"),
        Example("farah", "/d/certification/003/do/certification.plan/"),
        Example("machine", "/d/certification/003/do/certification.decide/", 403),
    ),
    "results": (
        Example("hanne", "/d/assignment/038-4/do/assignment.record-results/"),
        Example("emil", "/d/assignment/025-3/do/assignment.record-results/"),
    ),
    "team-appoint": (Example("farah", "/d/assignment/016-2/do/assignment.appoint/"),),
    "team-confirm": (Example("farah", "/d/assignment/016-2/do/assignment.confirm-team/"),),
    "visit-plan": (Example("farah", "/d/visit/new-one/do/visit.plan/?client=client:025"),),
    "visit-change": (Example("farah", "/d/visit/025/do/visit.change/"),),
    "committee-meeting": (Example("jonna", "/d/committee/012/meeting/"),),
    "committee-minutes": (Example("jonna", "/d/committee/012/minutes/2024-10-12/"),),
    "functions": (Example("ada", "/functions/"),),
    "first-steps": (Example("ada", "/first-steps/"),),
    "messages": (Example("cem", "/messages/"), Example("cem", "/messages/?shelf=sent")),
    "message": (Example("cem", "/messages/1/"),),
    "message-letters": (Example("cem", "/messages/letters/"),),
    "message-letter": (Example("cem", "/messages/letters/suspended/"),),
    "report": (Example("emil", "/d/assignment/003-2/do/assignment.report/"),),
    "scheme": (Example("cem", "/schemes/safety-helmets/1/"), Example("cem", "/schemes/iso-9001/2015/")),
    "adopt": (Example("cem", "/schemes/safety-helmets/1/adopt/"),),
    "matrix-of": (Example("bronwen", "/matrix/17065/"), Example("bronwen", "/matrix/17021-1/")),
    "matrix-side-by-side": (Example("bronwen", "/matrix/side-by-side/"),),
    "palette": (Example("farah", "/palette/"), Example("farah", "/palette/?q=helmet")),
    "calculators": (Example("", "/calculators/"), Example("farah", "/calculators/")),
    "calculator": (Example("farah", "/calculators/audit-time/"),),
    "accounts": (Example("machine", "/accounts/"),),
    "accounts-invite": (Example("cem", "/accounts/invite/"),),
    "accounts-one": (Example("cem", "/accounts/21/"),),
    "account": (Example("cem", "/account/"),),
    "account_login": (Example("", "/account/login/"),),
    "account_logout": (Example("cem", "/account/logout/"),),
    "account_inactive": (Example("", "/account/inactive/"),),
    "account_change_password": (Example("cem", "/account/password/"),),
    "account-invitation": (Example("", "/account/invitation/x/", 404),),
    "mfa_index": (Example("cem", "/account/factors/"),),
    "mfa_activate_totp": (Example("cem", "/account/factors/app/"),),
    "mfa_generate_recovery_codes": (Example("cem", "/account/factors/codes/new/"),),
    "mfa_list_webauthn": (Example("cem", "/account/passkeys/"),),
    "mfa_add_webauthn": (Example("cem", "/account/passkeys/add/"),),
    "usersessions_list": (Example("cem", "/account/sessions/"),),
    "socialaccount_login_cancelled": (Example("", "/account/organisation/cancelled/"),),
}
"""The name of an address → its examples."""

NO_PAGE: Mapping[str, str] = {
    "account-language": "takes only what is sent in",
    "accounts-change": "takes only what is sent in",
    "acting-choose": "options for a field",
    "acting-new": "leads to a form",
    "counts": "figures beside the navigation",
    "dossier-act": "leads to the line of the timeline",
    "dossier-calendar": "a file",
    "dossier-file": "a file",
    "dossier-timeline": "further lines of the dossier's page",
    "health": "for monitors",
    "health-live": "for monitors",
    "list-csv": "a file",
    "list-keep-view": "takes only what is sent in",
    "list-remove-view": "takes only what is sent in",
    "list-xlsx": "a file",
    "look": "takes only what is sent in",
    "matrix": "leads to the standard in use",
    "message-do": "takes only what is sent in",
    "message-pdf": "a file",
    "metrics": "for monitors",
    "scheme-text": "a file",
}
"""What is no page for people, with what it is instead."""

NOT_HERE: Mapping[str, str] = {
    "account_reauthenticate": "comes before a signature: seen in the stories",
    "account_set_password": "for accounts of another sign-in service",
    "message-edit": "of a message that waits",
    "mfa_authenticate": "needs a second factor",
    "mfa_deactivate_totp": "needs a second factor",
    "mfa_download_recovery_codes": "needs a second factor",
    "mfa_edit_webauthn": "needs a passkey",
    "mfa_login_webauthn": "needs a passkey",
    "mfa_reauthenticate": "needs a second factor",
    "mfa_reauthenticate_webauthn": "needs a passkey",
    "mfa_remove_webauthn": "needs a passkey",
    "mfa_view_recovery_codes": "needs a second factor",
    "openid_connect_callback": "needs another sign-in service",
    "openid_connect_login": "needs another sign-in service",
    "socialaccount_login_error": "needs another sign-in service",
}
"""Pages that the demonstration has no example of, with why."""
