"""Signing the daily root of the journal, for whoever does it by the clock (DESIGN 5.12)."""

from pathlib import Path

from django.conf import settings

from certwright.journal.root import export, exported, last, make
from certwright.journal.root_keys import private_key, public_keys
from certwright.office import installation
from certwright.office.means import Means


def sign_root(means: Means) -> Path:
    """Sign how far the journal goes and write it to the folder of roots.

    Raises:
        KeyUnusable: there is no key to sign with.
        RootRefused: the journal does not go on from the last root; nothing was signed.
    """
    folder, key = Path(settings.CERTWRIGHT_ROOTS), Path(settings.CERTWRIGHT_ROOT_KEY)
    before = last(exported(folder, public_keys(key)) if folder.is_dir() else ())
    root = make(means.using, before, installation.today(means), means.clock())
    return export(folder, root, private_key(key))
