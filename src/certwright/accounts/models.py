"""An account: how somebody signs in, and whose dossier they are.

It holds no right to certify anything. Functions follow from the authorisations in the person's dossier, and work from
assignments (ISO/IEC 17065 6.1; ISO/IEC 17021-1 7.1–7.2).
"""

from typing import Any, ClassVar, NoReturn

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from certwright.accounts.saved_views import SavedView as SavedView


class Accounts(BaseUserManager["User"]):
    """All accounts."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A new account; without a password nobody can sign in to it until one is set by invitation."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An account.

    ``person`` is the dossier of the person who signs in, ``client`` the dossier of the client for whom they do; either
    may be empty. ``administrator`` runs the machine: accounts and settings, no dossier, no act. An assessor of an
    accreditation body reads from ``assessor_from`` to ``assessor_until``, both included. ``name`` says who it is where
    no dossier of a person does. ``look`` and ``language`` are what the person likes pages to be, on every machine.
    """

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200, blank=True, default="")
    person = models.CharField(max_length=80, blank=True, default="")
    client = models.CharField(max_length=80, blank=True, default="")
    administrator = models.BooleanField(default=False)
    assessor_from = models.DateField(null=True, blank=True)
    assessor_until = models.DateField(null=True, blank=True)
    look = models.CharField(max_length=40, blank=True, default="")
    language = models.CharField(max_length=10, blank=True, default="")
    is_active = models.BooleanField(default=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person"], condition=~Q(person=""), name="accounts_one_per_person"),
            models.CheckConstraint(
                condition=Q(administrator=False) | Q(person="", client="", assessor_from=None),
                name="accounts_administrator_is_nobody_else",
            ),
            models.CheckConstraint(
                condition=Q(assessor_from=None, assessor_until=None)
                | Q(person="", client="", assessor_from__lte=models.F("assessor_until")),
                name="accounts_assessor_for_some_days",
            ),
        )

    def __str__(self) -> str:
        return self.email


class Invitation(models.Model):
    """A link that lets its bearer choose a password for one account, once and for some days.

    Only a digest of what the link holds is kept: whoever reads this table cannot sign in with it.
    """

    account = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=254)  # the e-mail address of the inviter, or who ran the command
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)


class Reading(models.Model):
    """Somebody read a dossier of a case they have no part in, and said why. Rows are added and stay.

    ``case`` is the certification the dossier belongs to, or else its client, or the dossier itself.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=80)
    dossier = models.CharField(max_length=80)
    case = models.CharField(max_length=80)
    day = models.DateField()
    read_at = models.DateTimeField()
    reason = models.CharField(max_length=500)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "dossier", "day"], name="accounts_reading_once_a_day"),)
        indexes = (
            models.Index(fields=["dossier", "read_at"], name="accounts_readings_of"),
            models.Index(fields=["user", "case", "day"], name="accounts_readings_by"),
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the reading. A recorded one is never changed."""
        if not self._state.adding:
            self._never()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: what was read stays on record."""
        self._never()

    def _never(self) -> NoReturn:
        raise TypeError("What was read from outside the team stays on record as it was written.")
