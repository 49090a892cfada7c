"""Every extractor we ship passes the kit, without expected failures."""

from __future__ import annotations

import pytest

from armstrade.plugins import Registry
from armstrade.testing import check_extractor

SHIPPED = Registry(entry_points=()).extractors()


def test_there_are_some():
    assert "rules" in [found.name for found in SHIPPED]


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.name)
def test_conformance(found):
    report = check_extractor(found.value)
    report.raise_for_failures()
    # A skip is news: only the checks of options may be skipped, for want of options, and that of
    # other languages by what takes any.
    any_language = ["abstains_in_other_languages"] * (not found.value.languages)
    assert [name for name in report.skipped if not name.startswith("options_")] == any_language
