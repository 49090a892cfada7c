"""The map of the rules names every module, and no other."""

import re
from pathlib import Path

from armstrade.extractors import rules


def test_the_map_names_every_module():
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert rules.__doc__ is not None
    assert set(re.findall(r"(?<!`)`(\w+)`(?!`)", rules.__doc__)) == modules
