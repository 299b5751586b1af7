"""Write docs/reference/packs.md and docs/reference/packs/*.schema.json from the packs and their models."""

from pathlib import Path

from certwright.packs import shipped
from certwright.packs.reference import pages

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def main() -> None:
    """Write every page, and remove the schemas of kinds that are gone."""
    written = pages(shipped.library())
    for old in (REFERENCE / "packs").glob("*.schema.json"):
        if f"packs/{old.name}" not in written:
            old.unlink()
    for name, text in written.items():
        path = REFERENCE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{len(written)} pages written to {REFERENCE}")


if __name__ == "__main__":
    main()
