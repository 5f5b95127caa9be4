"""What a telephone reads in a QR code drawn by us."""

import re

import zxingcpp

DOTS = 4  # a module's side, in points of the picture


def read_code(svg: str) -> str:
    """The text of the one code of a drawing, whose path is made of moves and of lines of modules."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    rows = [bytearray(b"\xff" * side) for _ in range(side)]
    x = y = 0.0
    for verb, numbers in re.findall(r"([Mmh])([^Mmhz]*)", re.search(r' d="([^"]+)"', svg)[1]):
        given = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if verb == "M":
            x, y = given
        elif verb == "m":
            x, y = x + given[0], y + given[1]
        else:
            rows[int(y)][int(x) : int(x + given[0])] = b"\0" * int(given[0])
            x += given[0]
    lines = [bytes(value for value in row for _ in range(DOTS)) for row in rows for _ in range(DOTS)]
    picture = memoryview(b"".join(lines)).cast("B", (side * DOTS, side * DOTS))
    return zxingcpp.read_barcode(picture).text
