"""From bytes to text, without guessing."""

from __future__ import annotations

import codecs

from armstrade.errors import InputError

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, *, name: str, encoding: str | None = None, line: int | None = None) -> str:
    r"""UTF-8, or what a byte order mark says, or else `encoding`; line endings are kept.

    A guessed encoding turns umlauts into other letters without a word, and names
    are then not found: what is no UTF-8 needs the caller's word.

    Raises
    ------
    InputError
        Names the first byte that does not fit, and the remedy.

    Examples
    --------
    >>> decode("Öl\r\n".encode(), name="a.txt")
    'Öl\r\n'
    >>> decode("Öl".encode("cp1252"), name="a.txt", encoding="cp1252")
    'Öl'
    >>> decode("Öl".encode("cp1252"), name="a.txt")
    Traceback (most recent call last):
    ...
    armstrade.errors.InputError: a.txt:1: byte 0xd6 is no UTF-8; name the encoding ...
    """
    for mark, marked in _MARKED:
        if data.startswith(mark):
            try:
                return data.decode(marked)
            except UnicodeDecodeError:
                raise InputError(
                    f"starts like {marked} and does not go on like it", path=name, line=line
                ) from None
    if data.startswith(b"%PDF"):
        raise InputError("is a PDF; make text of it first (pdftotext FILE.pdf)", path=name)
    if b"\0" in data:
        # Asked first: the first odd byte of an archive or picture is no question of its encoding.
        problem = InputError(
            "has zero bytes, so it is no text or another encoding; if it is text, name the "
            "encoding (--encoding utf-16)",
            path=name,
            line=line,
        )
    else:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            at = (line or 1) + data.count(b"\n", 0, error.start)
            problem = InputError(
                f"byte 0x{data[error.start]:02x} is no UTF-8; name the encoding "
                "(--encoding cp1252 for most older Western files)",
                path=name,
                line=at,
            )
    if encoding is None:
        raise problem
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte 0x{data[error.start]:02x} at {error.start} is neither UTF-8 nor {encoding}",
            path=name,
            line=line,
        ) from None
    if "\0" in text:
        raise problem
    return text
