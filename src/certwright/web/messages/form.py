"""The form in which the words of a letter are changed before it leaves, and the smaller ones beside it."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from certwright.outbox.addressing import one_line


class EditForm(forms.Form):
    """Subject and text."""

    subject = forms.CharField(label=_("Subject"), max_length=300)
    text = forms.CharField(label=_("Text"), max_length=40_000, strip=True)

    def clean_subject(self) -> str:
        """One line, whatever was pasted."""
        return one_line(self.cleaned_data["subject"])

    def clean_text(self) -> str:
        """With line ends as letters have them."""
        return "\n".join(str(self.cleaned_data["text"]).splitlines())


class PostedForm(forms.Form):
    """On which day it was printed and posted."""

    on = forms.DateField(label=_("Posted on"))

    def __init__(self, *args: object, today: date, made_on: date) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._today, self._made_on = today, made_on

    def clean_on(self) -> date:
        """Not before it was written, not in the future."""
        on: date = self.cleaned_data["on"]
        if on > self._today:
            raise forms.ValidationError(_("That day is still to come."))
        if on < self._made_on:
            raise forms.ValidationError(_("The letter was written later than that."))
        return on


class SettledForm(forms.Form):
    """Why it need not be sent."""

    because = forms.CharField(label=_("Why it is not sent"), min_length=10, max_length=300)
