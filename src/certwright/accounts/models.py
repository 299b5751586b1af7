"""An account: how somebody signs in, and whose dossier they are.

It holds no right to certify anything. Functions follow from the authorisations in the person's dossier, and work from
assignments (ISO/IEC 17065 6.1; ISO/IEC 17021-1 7.1–7.2).
"""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


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
    may be empty. ``administrator`` runs the machine: accounts and settings, no dossier, no act.
    """

    email = models.EmailField(max_length=254, unique=True)
    person = models.CharField(max_length=80, blank=True, default="")
    client = models.CharField(max_length=80, blank=True, default="")
    administrator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person"], condition=~models.Q(person=""), name="accounts_one_per_person"),
        )

    def __str__(self) -> str:
        return self.email
