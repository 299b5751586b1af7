"""``certwright show`` and ``certwright acts``: a dossier now, as known earlier, and as effective on a day."""

from datetime import timedelta

import pytest

from building import CLIENT_ID, Building, propose, record, register_client
from cli.conftest import Call
from small_body import ANNA, BEN, CARA, CLIENT, act

NEW_NAME = {**CLIENT, "legal_entity": {"name": "Helmets Ltd", "form": "Ltd", "town": "York", "country": "GB"}}


@pytest.fixture
def renamed(founded: Building) -> Building:
    """A client registered on 2 March, whose name was put right on 12 March."""
    registered = register_client(founded)
    founded.clock.go_on(days=10)
    correction = act(
        "record.put-right",
        act=registered.id,
        form="client.register@1",
        fields=NEW_NAME,
        reason="The name was misread on the form.",
    )
    record(founded, propose(founded, CLIENT_ID, correction, by=BEN))
    return founded


class TestShow:
    """What a dossier says."""

    def test_now(self, renamed: Building, call: Call) -> None:
        shown = call("show", CLIENT_ID, "--json").json
        assert (shown["title"], shown["kind"], shown["acts"]) == ("Helmets Ltd", "client", 2)
        assert shown["says"]["legal_entity"]["name"] == "Helmets Ltd"
        assert shown["says"]["sites"][0]["code"] == "1"
        assert "Helmets Ltd (client:helmets): 2 acts" in call("show", CLIENT_ID).out

    @pytest.mark.parametrize(
        ("as_of", "title", "acts"),
        [
            ("2026-03-01", CLIENT_ID, 0),
            ("2026-03-02", "Helmets & Sons", 1),
            ("2026-03-11", "Helmets & Sons", 1),
            ("2026-03-12", "Helmets Ltd", 2),
            ("2026-03-12T08:00Z", "Helmets & Sons", 1),
            ("2026-03-12T12:00+01:00", "Helmets Ltd", 2),
        ],
    )
    def test_as_it_was_known(self, renamed: Building, call: Call, as_of: str, title: str, acts: int) -> None:
        shown = call("show", CLIENT_ID, "--as-of", as_of, "--json").json
        assert (shown["title"], shown["acts"]) == (title, acts)

    def test_as_it_was_by_what_is_known_now(self, renamed: Building, call: Call) -> None:
        """The correction was recorded later, and yet the name was wrong on 2 March already."""
        assert call("show", CLIENT_ID, "--effective", "2026-03-02", "--json").json["title"] == "Helmets Ltd"
        assert call("show", CLIENT_ID, "--effective", "2026-03-01", "--json").json["title"] == CLIENT_ID
        both = call("show", CLIENT_ID, "--effective", "2026-03-02", "--as-of", "2026-03-11", "--json").json
        assert both["title"] == "Helmets & Sons"

    def test_people_are_shown_by_name(self, founded: Building, call: Call) -> None:
        assert f"first authoriser: Anna Example ({ANNA})" in call("show", "body:self").out

    def test_what_every_document_holds(self, founded: Building, call: Call) -> None:
        for dossier in ("body:self", ANNA):
            assert call("show", dossier, "--json").json.keys() == {
                "command", "status", "dossier", "as_of", "effective", "kind", "title", "acts", "recorded_at", "says",
                "breaches", "links",
            }  # fmt: skip

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("fish:3",), "There is no kind of dossier"),
            (("client:nobody",), "Nothing is on record in “client:nobody”."),
            (("body:self", "--as-of", "soon"), "neither a day nor a moment"),
            (("body:self", "--as-of", "2026-03-12T12:00"), "does not say its zone"),
            (("body:self", "--effective", "2026-02-30"), "is not a day"),
        ],
    )
    def test_bad_input(self, founded: Building, call: Call, words: tuple[str, ...], says: str) -> None:
        answer = call("show", *words)
        assert answer.status == 2
        assert says in answer.err


class TestActs:
    """The timeline."""

    def test_sentences_with_names_and_what_became_of_each(self, renamed: Building, call: Call) -> None:
        told = call("acts", CLIENT_ID).out
        assert "   1  2026-03-02  Registered the client Helmets & Sons with 1 site." in told
        assert f"by Ben Example ({BEN}), recorded 2026-03-02" in told
        first, second = call("acts", CLIENT_ID, "--json").json["acts"]
        assert (first["put_right_by"], first["annulled_by"]) == (second["id"], None)
        assert first["fields"]["legal_entity"]["name"] == "Helmets & Sons"
        assert f"PUT RIGHT by {second['id']}" in told

    def test_as_it_was_known(self, renamed: Building, call: Call) -> None:
        (only,) = call("acts", CLIENT_ID, "--as-of", "2026-03-11", "--json").json["acts"]
        assert only["put_right_by"] is None

    def test_what_was_erased_is_said_to_be(self, founded: Building, call: Call) -> None:
        record(founded, propose(founded, "person:dora", act("person.register", basis="client", since="2026-03-02")))
        stated = propose(founded, "person:dora", act("person.state-particulars", name="Dora Example"))
        record(founded, stated)
        erasure = act(
            "person.erase-particulars",
            ground="request-of-the-person",
            reason="She asked for it in writing.",
            acts=[stated.id],
        )
        record(founded, propose(founded, "person:dora", erasure))
        answer = call("acts", "person:dora")
        assert "What this act said (person.state-particulars) was erased." in answer.out
        told = call("acts", "person:dora", "--json").json["acts"]
        assert [(each["erased"], each["fields"] is None) for each in told] == [
            (False, False), (True, True), (False, False),
        ]  # fmt: skip

    def test_every_act_of_the_small_body_has_a_sentence(self, founded: Building, call: Call) -> None:
        for dossier in ("body:self", ANNA, BEN, CARA):
            for told in call("acts", dossier, "--json").json["acts"]:
                assert told["says"].endswith(".")
                assert "{" not in told["says"]

    def test_before_anything_was_on_record(self, founded: Building, call: Call) -> None:
        day = (founded.clock.today - timedelta(days=1)).isoformat()
        assert call("acts", ANNA, "--as-of", day).out.strip() == "Nothing was on record."
