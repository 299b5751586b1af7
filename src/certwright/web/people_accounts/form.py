"""The form of an invitation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certwright.accounts.models import User
from certwright.answers.account_policy import For
from certwright.rows.models import ClientRow, PersonRow

LABELS = {
    For.PERSON: _("Somebody of the body or its committees"),
    For.CLIENT: _("Somebody of a client"),
    For.ASSESSOR: _("Assessor of an accreditation body"),
    For.ADMINISTRATOR: _("Administrator of the machine"),
}


class InvitationForm(forms.Form):
    """Whom the account is for, and what it is tied to."""

    whom = forms.ChoiceField(label=_("Whom is it for?"))
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    person = forms.CharField(label=_("Person's dossier"), max_length=80, required=False)
    client = forms.CharField(label=_("Client's dossier"), max_length=80, required=False)
    assessor_from = forms.DateField(label=_("First day"), required=False)
    assessor_until = forms.DateField(label=_("Last day"), required=False)

    def __init__(self, *args: Any, may: frozenset[For], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["whom"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.value, LABELS[one]) for one in For if one in may]

    def clean_email(self) -> str:
        """One account per address."""
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(_("This address has an account already. Make a new link for it."))
        return email

    def clean_person(self) -> str:
        """A person on record, with no account yet."""
        person: str = self.cleaned_data["person"].strip()
        if person and not PersonRow.objects.filter(dossier=person).exists():
            raise forms.ValidationError(_("There is no such person on record. Register the person first."))
        if person and User.objects.filter(person=person).exists():
            raise forms.ValidationError(_("This person has an account already. Make a new link for that one."))
        return person

    def clean_client(self) -> str:
        """A client on record."""
        client: str = self.cleaned_data["client"].strip()
        if client and not ClientRow.objects.filter(dossier=client).exists():
            raise forms.ValidationError(_("There is no such client on record. Register the client first."))
        return client

    def clean(self) -> dict[str, Any]:
        """What each kind of account needs."""
        said = super().clean() or {}
        needed = {For.PERSON: ("person",), For.CLIENT: ("client", "name"), For.ADMINISTRATOR: ("name",)}
        needed[For.ASSESSOR] = ("name", "assessor_from", "assessor_until")
        for field in needed.get(said.get("whom", ""), ()):
            if not said.get(field) and field not in self.errors:
                self.add_error(field, _("This is needed for such an account."))
        first, last = said.get("assessor_from"), said.get("assessor_until")
        if first and last and last < first:
            self.add_error("assessor_until", _("The last day lies before the first."))
        return said

    def account(self) -> dict[str, Any]:
        """The fields of the new account: only those its kind has."""
        said = self.cleaned_data
        match said["whom"]:
            case For.PERSON:
                return {"person": said["person"]}
            case For.CLIENT:
                return {"client": said["client"], "person": said["person"], "name": said["name"]}
            case For.ASSESSOR:
                return {name: said[name] for name in ("name", "assessor_from", "assessor_until")}
            case _:
                return {"name": said["name"], "administrator": True}
