"""The steps a message can be taken on its page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.forms import Form
from django.utils.translation import gettext

from certwright.answers.viewer import Viewer
from certwright.office import installation
from certwright.office.rewriting import rewrite
from certwright.office.sending import put_on_record
from certwright.outbox import moving
from certwright.outbox.library import languages
from certwright.outbox.models import Message
from certwright.outbox.moving import CannotMove
from certwright.web.messages.form import PostedForm, SettledForm


@dataclass(frozen=True, slots=True)
class Wrong(Exception):
    """What was sent in cannot be taken: field → what is wrong with it."""

    errors: Mapping[str, str]


def release(message: Message, viewer: Viewer, sent_in: Mapping[str, Any]) -> str:
    """Let it go out by mail: the jobs send it."""
    if not settings.CERTWRIGHT_SENDS_MAIL:
        raise CannotMove("no-mail-server")
    moving.release(message, viewer.person, installation.means().clock())
    return gettext("It goes out within a minute.")


def post(message: Message, viewer: Viewer, sent_in: Mapping[str, Any]) -> str:
    """Note that it was printed and posted."""
    form = PostedForm(sent_in, today=viewer.today, made_on=message.on)
    on = _valid(form)["on"]
    moving.post(message, viewer.person, on)
    put_on_record(message, viewer.person, on, installation.means())
    return gettext("Noted as posted.")


def settle(message: Message, viewer: Viewer, sent_in: Mapping[str, Any]) -> str:
    """Note that it is not sent, and why."""
    moving.settle(message, _valid(SettledForm(sent_in))["because"])
    return gettext("It is not sent.")


def in_language(message: Message, viewer: Viewer, sent_in: Mapping[str, Any]) -> str:
    """Write it anew in another language."""
    language = str(sent_in.get("language", ""))
    if language not in languages():
        raise Wrong({"language": gettext("Letters are not written in this language.")})
    rewrite(message, language, viewer.person, installation.means())
    return gettext("The letter is written anew.")


def _valid(form: Form) -> Mapping[str, Any]:
    if not form.is_valid():
        raise Wrong({name: str(errors[0]) for name, errors in form.errors.items()})
    return form.cleaned_data


DOES: Mapping[str, Callable[[Message, Viewer, Mapping[str, Any]], str]] = {
    "release": release,
    "post": post,
    "settle": settle,
    "rewrite": in_language,
}
"""What can be done with a message, by its word in the address."""
