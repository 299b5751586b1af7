"""The QR code of a certificate: its address and nothing else (ISO/IEC 18004), in SVG with its quiet zone."""

from io import BytesIO

import segno

_QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004)."""


def qr_svg(address: str) -> str:
    """The code for ``address`` at error correction Q: a quarter of it may be soiled."""
    written = BytesIO()
    segno.make(address, error="q", micro=False).save(written, kind="svg", border=_QUIET_ZONE, xmldecl=False)
    return written.getvalue().decode()
