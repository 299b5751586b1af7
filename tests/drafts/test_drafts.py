"""Drafts are private, one for each person, dossier and act, and gone without a trace when they are thrown away."""

import pytest

from certwright.accounts.models import User
from certwright.drafts import keeping, reading
from certwright.drafts.models import Draft

pytestmark = pytest.mark.django_db


def account(name: str) -> int:
    return User.objects.create_user(f"{name}@example.org", person=f"person:{name}").pk


def test_saving_again_replaces_what_was_kept() -> None:
    ben = account("ben")
    keeping.save(ben, "client:c-1", "client.change", {"act": {"what": "A"}})
    keeping.save(ben, "client:c-1", "client.change", {"act": {"what": "B"}})
    found = reading.of(ben, "client:c-1", "client.change")
    assert found is not None
    assert found.content == {"act": {"what": "B"}}
    assert Draft.objects.count() == 1


def test_nobody_reads_the_draft_of_another() -> None:
    ben, rob = account("ben"), account("rob")
    keeping.save(ben, "client:c-1", "client.change", {})
    assert reading.of(rob, "client:c-1", "client.change") is None
    assert list(reading.drafts_of(rob)) == []
    assert [draft.act for draft in reading.drafts_of(ben)] == ["client.change"]


def test_the_one_saved_last_comes_first() -> None:
    ben = account("ben")
    for act in ("client.change", "client.register", "client.change"):
        keeping.save(ben, "client:c-1", act, {})
    assert [draft.act for draft in reading.drafts_of(ben)] == ["client.change", "client.register"]


def test_passing_on_does_not_overwrite_what_the_other_began() -> None:
    ben, rob = account("ben"), account("rob")
    assert keeping.pass_on(rob, "client:c-1", "client.change", {"act": {"what": "A"}}, "Ben")
    assert not keeping.pass_on(rob, "client:c-1", "client.change", {"act": {"what": "B"}}, "Ben")
    found = reading.of(rob, "client:c-1", "client.change")
    assert found is not None
    assert (found.content, found.passed_by) == ({"act": {"what": "A"}}, "Ben")
    assert reading.of(ben, "client:c-1", "client.change") is None


def test_a_draft_is_erased_and_goes_with_the_account() -> None:
    ben = account("ben")
    keeping.save(ben, "client:c-1", "client.change", {})
    keeping.erase(ben, "client:c-1", "client.change")
    keeping.erase(ben, "client:c-1", "client.change")
    assert not Draft.objects.exists()
    keeping.save(ben, "client:c-1", "client.change", {})
    User.objects.filter(pk=ben).delete()
    assert not Draft.objects.exists()
