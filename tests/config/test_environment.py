"""Settings come from the environment, typed; what is wrong is said at once, by the name of the variable."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from certwright.config.environment import Environment, read, variable


def test_nothing_given_is_a_demonstration() -> None:
    found = read({})
    assert (found.mode, found.data, found.database) == ("demonstration", Path("var"), "")
    assert found.root_key_file == Path("var/keys/root.pem")


def test_values_are_typed() -> None:
    found = read(
        {
            "CERTWRIGHT_HOSTS": "cab.example, www.cab.example,",
            "CERTWRIGHT_ATTACHMENT_LIMIT": "20",
            "CERTWRIGHT_ROOT_KEY": "/etc/certwright/root.pem",
        }
    )
    assert found.hosts == ("cab.example", "www.cab.example")
    assert found.attachment_limit == 20
    assert found.root_key_file == Path("/etc/certwright/root.pem")


def test_an_empty_variable_counts_as_not_set() -> None:
    assert read({"CERTWRIGHT_MODE": "  "}).mode == "demonstration"


def test_variables_of_others_are_none_of_our_business() -> None:
    assert read({"HOME": "/root", "MODE": "x", "CERTWRIGHT_TEST_DATABASE": "x"}) == read({})


def test_all_faults_are_named_at_once() -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        read({"CERTWRIGHT_MODE": "prod", "CERTWRIGHT_ATTACHMENT_LIMIT": "0", "CERTWRIGHT_DATABSE": "x"})
    said = str(refusal.value)
    assert "CERTWRIGHT_MODE: Input should be 'demonstration', 'production' or 'test'." in said
    assert "CERTWRIGHT_ATTACHMENT_LIMIT: Input should be greater than or equal to 1." in said
    assert "CERTWRIGHT_DATABSE: there is no such setting. Did you mean CERTWRIGHT_DATABASE?" in said


def test_a_secret_is_not_repeated_in_a_refusal() -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        read({"CERTWRIGHT_SECRET_KEYS": "hunter2"})
    assert "hunter2" not in str(refusal.value)
    assert "hunter2" not in repr(read({"CERTWRIGHT_SECRET_KEY": "hunter2"}))


def test_every_setting_tells_its_meaning() -> None:
    for name, field in Environment.model_fields.items():
        assert field.description, variable(name)
        assert field.description.endswith("."), variable(name)


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("known to nobody\n")
    found = read({"CERTWRIGHT_SECRET_KEY_FILE": str(file)})
    assert found.secret_key.get_secret_value() == "known to nobody"
    assert "secret_key" in found.model_fields_set


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"CERTWRIGHT_SECRET_KEY_FILE": "{folder}/nowhere"}, "CERTWRIGHT_SECRET_KEY_FILE: .* cannot be read"),
        ({"CERTWRIGHT_SECRET_KEY_FILE": "{folder}/empty"}, "is empty"),
        ({"CERTWRIGHT_SECRET_KEY_FILE": "{folder}/empty", "CERTWRIGHT_SECRET_KEY": "x"}, "are both set"),
        ({"CERTWRIGHT_MODE_FILE": "{folder}/empty"}, "CERTWRIGHT_MODE_FILE: there is no such setting"),
    ],
)
def test_a_file_that_holds_no_secret_is_told(given: dict[str, str], says: str, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(ImproperlyConfigured, match=says):
        read({name: value.format(folder=tmp_path) for name, value in given.items()})
