"""Style sheets, scripts and pictures of this release, laid out beside their compressed selves."""

from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from whitenoise.compress import Compressor


def lay_out(folder: Path) -> None:
    """Copy all static files into ``folder``, each beside one compressed by gzip where that makes it smaller."""
    compressor = Compressor(use_brotli=False, quiet=True)
    for finder in get_finders():
        for name, storage in finder.list([]):
            copy = folder / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            with storage.open(name) as file:
                copy.write_bytes(file.read())
            if compressor.should_compress(name):
                compressor.compress(str(copy))
