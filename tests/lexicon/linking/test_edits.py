"""Slips: what was done to the letters of a name."""

from __future__ import annotations

import pytest

from armstrade.lexicon.linking.edits import slips


@pytest.mark.parametrize(
    ("asked", "name", "found"),
    [
        ("iran", "iran", []),
        ("isreal", "israel", ["swap"]),
        ("vietman", "vietnam", ["swap last"]),
        ("belaruss", "belarus", ["double last"]),
        ("philipines", "philippines", ["double"]),
        ("taiwn", "taiwan", ["lost"]),
        ("kremel", "kreml", ["extra"]),
        ("pentagone", "pentagon", ["extra last"]),
        ("ukraiue", "ukraine", ["seen"]),
        ("leopart", "leopard", ["heard last"]),
        ("damascas", "damascus", ["vowel"]),
        ("russlqnd", "russland", ["other"]),
        ("polrn", "polen", ["key"]),
        ("rukraine", "ukraine", ["extra first"]),
        ("medvedyew", "medvedev", ["extra", "heard last"]),
    ],
)
def test_slips_have_a_kind_and_a_place(asked, name, found):
    assert slips(asked, name) == found
