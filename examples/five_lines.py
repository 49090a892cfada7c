"""The smallest plugin: a regular expression that becomes claims.

Run it: ``python examples/five_lines.py``
"""

import re

import armstrade
from armstrade.claims.draft import ClaimDraft


class FiveLines:
    name, languages = "five-lines", ("en",)

    def extract(self, reading):
        for found in re.finditer(r"(\w+) sends (\w+) to (\w+)", reading.document.text):
            yield ClaimDraft(
                supplier=found[1], materiel=found[2], recipient=found[3], stage="delivered"
            )


if __name__ == "__main__":
    text = "It rained in Warsaw. Poland sends howitzers to Ukraine, a paper reports."
    for claim in armstrade.extract(text, language="en", extractors=[FiveLines()]):
        print(claim.supplier.country, claim.recipient.country, claim.materiel.category.value)
        print(claim.evidence[0].text)
