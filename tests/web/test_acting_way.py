"""The way from the enquiry to the accepted application, lived in the browser by the people whose work it is."""

from pathlib import Path

import pytest

from certwright.core.dossiers import Application, Enquiry
from certwright.office import door
from certwright.office.outcome import OutcomeUnknown, RecordUnavailable
from certwright.office.standing import dossiers
from signing_in import signed_in
from web.acting_cases import Desk, play, text
from web.test_acting import new

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)


def done(desk: Desk, **fields: str) -> None:
    page = desk.press(**fields)
    assert page.status_code == 302, text(page)


def begun(person: str, act: str, query: str) -> Desk:
    where = signed_in(person).get(f"/new/{act}/{query}").headers["Location"]
    kind, key = where.split("/")[2:4]
    return Desk(person, f"{kind}:{key}", act, query)


def test_from_the_enquiry_to_the_accepted_application() -> None:
    desk = new("person:ben", "enquiry.open")
    done(desk, client="Helmets & Sons", channel="e-mail", wants="A certificate for a second helmet.")
    enquiry = f"enquiry:{desk.url.split('/')[3]}"
    said = {"object": "product", "wants_mark_on_product": "yes", "demanded_by": "customer", "needs_accredited": "no"}
    done(Desk("person:ben", enquiry, "enquiry.answer"), **said)
    settle = Desk("person:rob", enquiry, "enquiry.settle")
    wrong = {"object": "product", "standard": "iso-iec-17021-1", "accredited": "non-accredited"}
    told = text(settle.press(packs="safety-helmets", why="A mark on each.", is_not="No system.", **wrong))
    assert settle.page.status_code == 409
    assert "What lifts it" in told
    done(settle, standard="iso-iec-17065", packs="safety-helmets")
    done(Desk("person:ben", enquiry, "enquiry.information-sent"), version="3")
    found = dossiers([enquiry])[enquiry]
    assert isinstance(found, Enquiry)
    assert found.client == "client:helmets"
    assert found.settled is not None

    apply = begun("person:ben", "application.submit", f"?enquiry={enquiry}")
    apply.press("add:products")
    answers = {name.removeprefix("act."): "See the file." for name in apply.sent if name.endswith(".says")}
    assert answers
    product = {"code": "H2", "name": "Helmet H2", "category": "helmets-type-1", "models": "H2-S\nH2-L"}
    fields = {name.replace(".", "__"): value for name, value in answers.items()}
    fields |= {f"products__0__{name}": value for name, value in product.items()}
    done(apply, scope="Helmets H2.", sites="1", consultancy_answer="none", outsourced="none",
         legal_obligations="none", representative="person:hugo", **fields)  # fmt: skip
    application = f"application:{apply.url.split('/')[3]}"
    submitted = dossiers([application])[application]
    assert isinstance(submitted, Application)
    assert submitted.submitted is not None
    assert submitted.submitted.products[0].models == ("H2-S", "H2-L")

    accept = Desk("person:rob", application, "application.accept")
    accept.press("all:answers,answer,yes")
    done(accept, conflict_screen="clear", areas="helmets-type-1", first_time="Ten years of testing by our people.")
    accepted = dossiers([application])[application]
    assert isinstance(accepted, Application)
    assert accepted.accepted


@pytest.mark.parametrize(
    ("gone", "says"),
    [(RecordUnavailable("the disk is full"), "Nothing was recorded"), (OutcomeUnknown("lost"), "is not known")],
)
def test_a_record_that_cannot_be_written_keeps_the_form(
    monkeypatch: pytest.MonkeyPatch, gone: RecordUnavailable, says: str
) -> None:
    desk = Desk("person:ben", "enquiry:e-1", "enquiry.information-sent")

    def broken(*_: object) -> None:
        raise gone

    monkeypatch.setattr(door, "_try", lambda *_: broken())
    page = text(desk.press(version="written by hand"))
    assert desk.page.status_code == 503
    assert says in page
    assert "written by hand" in page
