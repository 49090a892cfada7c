"""What all pages share: one self-contained file in which a stranger's text stays text.

Nothing is loaded from elsewhere: the content security policy forbids it and allows only the
page's own script, by its hash. Text is escaped, and what could deceive the eye without being
markup (control characters, marks that turn the direction of writing) is shown as U+FFFD.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path

# C0 and C1 without tab and line ends, then embeddings, overrides and isolates of direction:
# HTML drops the first, the others show words in another order than they were written.
_DECEIVING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNSAFE_IN_SCRIPT = re.compile("[<>&\u2028\u2029]")

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def visible(text: str) -> str:
    r"""The text, as long as before, without characters that deceive the eye.

    Examples
    --------
    >>> visible("Ber\u202elin\x00")
    'Ber�lin�'
    """
    # A lone surrogate is legal in a Python string but not in UTF-8.
    return _DECEIVING.sub("\ufffd", text).encode("utf-8", "replace").decode("utf-8")


def escape(text: str) -> str:
    """`visible` text, ready for an element or a quoted attribute."""
    return html.escape(visible(text))


def island(name: str, data: Json) -> str:
    """Data for the page's script, in an element that no text in it can end.

    Examples
    --------
    >>> island("facts", ["</script>"])
    '<script type="application/json" id="facts">["\\\\u003c/script\\\\u003e"]</script>'
    """
    packed = json.dumps(_visible(data), ensure_ascii=False, separators=(",", ":"))
    packed = _UNSAFE_IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", packed)
    return f'<script type="application/json" id="{escape(name)}">{packed}</script>'


def asset(package: str | None, name: str) -> str:
    """A style or script that lies beside the modules of `package`."""
    return resources.files(package or "").joinpath(name).read_text(encoding="utf-8")


def html_page(*, title: str, body: str, styles: Sequence[str], script: str) -> str:
    """The whole page as text; write it as UTF-8.

    Parameters
    ----------
    body
        Markup; everything in it that comes from outside has gone through `escape`.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{"".join(styles)}</style>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""


def write_text(path: str | Path, text: str) -> None:
    """Write UTF-8 with the line ends as they are, the same on every system."""
    with Path(path).open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)


def _visible(data: Json) -> Json:
    if isinstance(data, str):
        return visible(data)
    if isinstance(data, Mapping):
        return {visible(key): _visible(value) for key, value in data.items()}
    if isinstance(data, Sequence):
        return [_visible(value) for value in data]
    return data
