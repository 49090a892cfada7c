"""How long scoring 300 x 300 claims of one document takes, beside scipy's assignment.

    python benchmarks/scoring.py [--claims 300] [--repeat 3]

The worst case: all claims share one triple, so that all can be paired with all. The peer gets the
very weights of our scorer as a matrix of floats, which cannot hold the exact order of criteria
(they need some 100 bits), and only assigns; ours compares every pair, weighs it exactly, assigns
and counts. Both run in this process in turns; the best round of each counts, in processor time.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable

from armstrade.benchmark import score_document
from armstrade.benchmark.matching import Side
from armstrade.benchmark.ranking import Scale
from armstrade.claims import Category, Materiel, Party, Quantity, Span, Stage, TransferClaim

TEXT = "x" * 500
LIMIT = 2.0


def claims(count: int, chance: random.Random, *, one_triple: bool) -> list[TransferClaim]:
    """Claims of one document that differ in stage, number and words."""
    found = []
    for _ in range(count):
        at = chance.randrange(480)
        span = Span.of(TEXT, at, at + chance.randrange(1, 12))
        state = "DE" if one_triple else chance.choice(("DE", "FR", "IT", "ES", "PL"))
        category = Category.UAV if one_triple else chance.choice(list(Category))
        found.append(
            TransferClaim(
                document_id="d",
                supplier=Party(id=state, country=state, span=span),
                recipient=Party(id="UA", country="UA", span=span),
                materiel=Materiel(category=category, span=span),
                quantity=Quantity(min=chance.randrange(9), max=9, span=span),
                stage=chance.choice(list(Stage)),
                evidence=(Span.of(TEXT, at, at + 15),),
            )
        )
    return found


def best(work: Callable[[], object], repeat: int) -> float:
    """Processor seconds of the best round."""
    times = []
    for _ in range(repeat):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=300)
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    try:
        import numpy as np
        from scipy.optimize import linear_sum_assignment
    except ImportError:
        sys.exit("the peer is missing: pip install numpy scipy")
    slow = False
    for title, one_triple in (("one triple", True), ("many triples", False)):
        chance = random.Random(1)
        gold = claims(given.claims, chance, one_triple=one_triple)
        found = claims(given.claims, chance, one_triple=one_triple)

        def peer(gold: list[TransferClaim] = gold, found: list[TransferClaim] = found) -> object:
            left, right = [Side(one) for one in gold], [Side(one) for one in found]
            scale = Scale.of(left, right)
            weights = [[scale.weigh(one, other) for other in right] for one in left]
            matrix = np.array(weights, dtype=float)
            return linear_sum_assignment(matrix, maximize=True)

        ours = best(lambda gold=gold, found=found: score_document(gold, found), given.repeat)  # type: ignore[misc]
        theirs = best(peer, given.repeat)
        slow = slow or ours > LIMIT
        print(
            f"{given.claims} x {given.claims}, {title}: armstrade {ours:.2f} s, same weights with "
            f"scipy's linear_sum_assignment {theirs:.2f} s, ratio {ours / theirs:.2f}"
        )
    print(f"limit {LIMIT} s: {'missed' if slow else 'kept'}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
