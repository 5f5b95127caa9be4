"""An address → its QR code (ISO/IEC 18004) as SVG fit for a strict content security policy."""

from __future__ import annotations

import segno
from segno.encoder import DataOverflowError


def qr_code(address: str) -> str | None:
    """The drawing, in black on whatever stands behind it, with the quiet zone that readers need.

    Args:
        address: what the code says.

    Returns:
        SVG without style attributes; None when the address is longer than a code can hold.
    """
    try:
        # One mask for all: choosing the best of eight takes four times as long, and every reader takes any.
        code = segno.make_qr(address, error="m", boost_error=False, mask=3)
    except DataOverflowError:
        return None
    return code.svg_inline(border=4, omitsize=True, svgclass="sheet-code", lineclass=None)
