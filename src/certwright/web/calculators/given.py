"""What somebody typed into a calculator, read exactly; what cannot be read is told at its field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from django.utils.translation import gettext as _


@dataclass(slots=True)
class Given:
    """The texts of a form by field; ``problems`` says what is wrong with a field, by its name."""

    texts: Mapping[str, str]
    problems: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in a field, without blanks around it."""
        return self.texts.get(name, "").strip()

    def number(self, name: str) -> Fraction | None:
        """An exact number, such as 55, 2.5 (or 2,5) or 1/3; ``None`` if nothing or no number was given."""
        text = self.text(name).replace(",", ".")
        if not text:
            return None
        try:
            if len(text) > 20 or "e" in text.casefold():
                raise ValueError(text)
            return Fraction(text)
        except (ValueError, ZeroDivisionError):
            self.problems[name] = _("Give a number such as 55, 2.5 or 1/3.")
            return None

    def needed(self, name: str) -> Fraction:
        """A number that has to be there; what stands for a missing one is told as a problem and never shown."""
        found = self.number(name)
        if found is None:
            self.problems.setdefault(name, _("Give a number."))
            return Fraction(0)
        return found

    def whole(self, name: str) -> int:
        """A whole number that has to be there."""
        found = self.needed(name)
        if found.denominator != 1:
            self.problems.setdefault(name, _("Give a whole number."))
        return int(found)

    def choice(self, name: str, among: Mapping[str, str]) -> str:
        """One of the values that may be chosen; the first where none was."""
        text = self.text(name)
        if text and text not in among:
            self.problems[name] = _("Choose one of the list.")
        return text if text in among else next(iter(among))
