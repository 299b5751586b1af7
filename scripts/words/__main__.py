"""``make words``: bring every catalogue up to the source, compile it, and tell what is not translated yet."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]
os.environ.setdefault("CERTWRIGHT_MODE", "test")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "certwright.config.settings")


def main() -> None:
    """Write the catalogues."""
    import django

    django.setup()
    from words import catalogue
    from words.source import found

    texts = found(ROOT)
    for language in catalogue.LANGUAGES:
        renewed = catalogue.renewed(catalogue.read(ROOT, language), texts, language)
        catalogue.write(ROOT, renewed, language)
        missing = catalogue.missing(renewed)
        print(f"{language}: {len(texts) - len(missing)} of {len(texts)} texts")
        if language in catalogue.COMPLETE:
            print("\n".join(f"  {texts[key].places[0]}: {key.text}" for key in missing))


if __name__ == "__main__":
    main()
