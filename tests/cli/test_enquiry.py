"""``certwright enquiry``: a few answers lead to a standard, by what is shipped or by what the body adopted."""

from pathlib import Path

import pytest

from building import Building, propose, record
from cli.conftest import Call
from small_body import BEN, CARA, act

HELMETS = ["--object", "product", "--conforms-with", "EN 397", "--wants-mark-on-product", "yes"]
ASKED = ["--demanded-by", "customer", "--needs-accredited"]


GMP = ["--object", "process", "--conforms-with", "ISO 22716", "--wants-mark-on-product", "no"]


@pytest.fixture
def offering(founded: Building) -> Building:
    """A body that works to ISO/IEC 17065 and adopted the scheme for cosmetics."""
    from certwright.office.enclosing import Enclosed, perform_with
    from certwright.office.filling import adopting
    from certwright.office.outcome import Performed
    from certwright.packs import shipped

    (gmp,) = shipped.library().editions("gmp-cosmetics")
    values = [{"name": one.name, "value": one.suggested, "basis": "As suggested."} for one in gmp.pack.uncertain]
    filled = adopting(gmp, {"values": values, "basis": "Minute 3."})
    adoption = propose(founded, "pack:gmp-cosmetics", act("pack.adopt", **filled.fields), by=BEN)
    assert isinstance(perform_with(Enclosed(texts=filled.texts), [adoption], founded.means), Performed)
    return founded


def test_by_what_is_shipped_it_needs_no_installation(call: Call) -> None:
    told = call("enquiry", "--shipped", *HELMETS, *ASKED, "yes", "--json").json
    assert (told["clear"], told["object"], told["standard"]) == (True, "product", "iso-iec-17065")
    assert (told["packs"], told["accredited"]) == (["safety-helmets"], "accredited")
    assert told["why"]
    assert told["is_not"]
    printed = call("enquiry", "--shipped", *HELMETS, *ASKED, "yes")
    assert printed.status == 0
    assert "What it is not" in printed.out
    assert max(map(len, printed.out.splitlines())) <= 100


def test_what_is_open_is_asked_and_nothing_is_settled(call: Call) -> None:
    nothing = call("enquiry", "--shipped", "--json")
    assert (nothing.status, nothing.json["clear"], nothing.json["object"]) == (1, False, None)
    assert len(nothing.json["ask"]) == 1
    clash = call("enquiry", "--shipped", "--object", "management-system", "--conforms-with", "ISO 9001",
                 "--wants-mark-on-product", "yes", "--needs-accredited", "no", "--json")  # fmt: skip
    assert clash.status == 1
    assert "product certification is what is wanted" in clash.json["conflicts"][0]
    person = call("enquiry", "--shipped", "--object", "person", "--json")
    assert (person.status, "17024" in person.json["elsewhere"]) == (1, True)


def test_from_a_file_in_which_an_option_counts_more(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(
        'object: management-system\nwants_mark_on_product: "no"\nconforms_with: ISO 9001\n'
        'demanded_by: customer\nneeds_accredited: "yes"\n'
    )
    assert call("enquiry", "--shipped", file, "--json").json["packs"] == ["iso-9001"]
    assert call("enquiry", "--shipped", file, "--conforms-with", "ISO 14001", "--json").json["packs"] == ["iso-14001"]


@pytest.mark.parametrize(
    ("written", "line", "says"),
    [
        ("object: helmet\n", 1, "object"),
        ("object: product\nneeds_accredited: perhaps\n", 2, "needs_accredited"),
        ("- product\n", 1, ""),
    ],
)
def test_a_wrong_file_is_told_with_its_line(written: str, line: int, says: str, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(written)
    answer = call("enquiry", "--shipped", file, "--json")
    assert answer.status == 2
    (problem,) = answer.json["problems"]
    assert (problem["line"], problem["field"] or "") == (line, says)


def test_by_what_the_body_adopted_and_is_accredited_for(offering: Building, call: Call) -> None:
    told = call("enquiry", *GMP, *ASKED, "no", "--json").json
    assert (told["clear"], told["packs"], told["accredited"]) == (True, ["gmp-cosmetics"], "non-accredited")
    accredited = call("enquiry", *GMP, *ASKED, "yes", "--json")
    assert accredited.status == 1
    assert ["does not hold" in said for said in accredited.json["conflicts"]] == [True]
    fields = {"accreditation_body": "UKAS", "standard": "iso-iec-17065", "number": "1", "valid_from": "2026-03-02"}
    record(offering, propose(offering, "accreditation:own", act("accreditation.record", **fields), by=CARA))
    scope = {
        "from_day": "2026-03-02",
        "lines": [{"pack": "gmp-cosmetics", "from_day": "2026-03-02"}],
    }
    record(offering, propose(offering, "accreditation:own", act("accreditation.set-scope", **scope), by=CARA))
    assert call("enquiry", *GMP, *ASKED, "yes", "--json").json["clear"]


def test_a_standard_not_in_use_is_not_offered(offering: Building, call: Call) -> None:
    asked = ["--object", "management-system", "--wants-mark-on-product", "no", *ASKED, "no"]
    told = call("enquiry", *asked, "--json").json
    assert not told["clear"]
    assert len(told["conflicts"]) == 2  # nothing of the kind is offered, and the standard is not in use
