"""Fits the weights by which `armstrade.lexicon.link` judges, and chooses the words it keeps out.

A link has traits (``slips`` by kind and place, length, kind of name, ending); a logistic
regression finds what each adds to the log-odds of its being right. It learns from

- the hand-made names of ``tests/lexicon/linking``, variants and traps;
- names of the lexicon with one seeded slip each, right links, so that all kinds of slips are met;
- dictionary words that lie near a name, wrong links, for the words that no list knows.

Then the words of the dictionaries are chosen that would be linked with a probability of at least
0.1, and the weights are fitted again without the traps that these words explain. Last, two numbers
are fitted on the hand-made names alone, so that probabilities are those of these lists.

    python benchmarks/linking_weights.py WORDS... --names FILE --common FILE [--hold-out LIST]
                                         [--write]

``WORDS`` are text files with a word per line, written as in a dictionary; ``--names`` has given
names and surnames, ``--common`` the commonest words alone. Where they come from says
``src/armstrade/lexicon/data/README.md``. ``--hold-out`` leaves a list out of the fitting, the
fourth unless told otherwise, and measures on it; ``--write`` writes ``weights.toml`` and
``near_words.csv``. Needs numpy.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np

from armstrade.lexicon import Lexicon, PartyEntry
from armstrade.lexicon.linking.folds import squash
from armstrade.lexicon.linking.linker import Candidate
from armstrade.lexicon.linking.names import Name
from armstrade.lexicon.linking.traits import EXACT
from armstrade.lexicon.tables import words

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "tests" / "lexicon" / "linking"
WEIGHTS = ROOT / "src" / "armstrade" / "lexicon" / "linking" / "weights.toml"
NEAR = ROOT / "src" / "armstrade" / "lexicon" / "data" / "near_words.csv"
LINKER = Lexicon.default().linker

RIDGE = 0.1
SLIPPED, SLIPPED_WEIGHT = 3000, 0.1
WORDS, WORD_WEIGHT = 5000, 0.02
NEAR_ENOUGH = 0.1
ORDINARY = -8.0
"""Log-odds of a name that is a word of the dictionaries: set, since traps of that kind are out."""
LIFT = 0.5
"""A score is the share of right links among those with *at least* it, not with just it."""
OLD = frozenset({"rumania", "tadzhikistan", "isreal", "byelarus", "kazakstan", "columbia", "libia",
                 "pekin"})  # fmt: skip
"""Spellings of a state or its capital that dictionaries know."""

START = {
    EXACT: 5.0, "case": 4.0, "spelling": 4.0, "look-alike": 1.0, "transliteration": 1.0,
    "two typos": -2.0, "written leader": -3.0, "umlaut out of nothing": -3.0, "word": -1.0,
    "noisy word": -1.0, "accent out of nothing": -1.0,
    "accented word": -4.0,
}  # fmt: skip
"""What is believed before the first example."""
AGAINST = re.compile(
    r"(extra|lost|swap|double|vowel|seen|heard|key|other|grown|derived|first|noisy|hidden|word|capitals)\b"
    r"|(umlaut|accent) out of nothing|accented"
)
"""Traits that cannot speak for a link."""
_SIZED = re.compile(r"(case|spelling|look-alike|transliteration|typo|two typos) (\d+)")

Meaning = object
Traits = list[str]


class Example(NamedTuple):
    """An entry that a name may mean, by each of its spellings."""

    weight: float
    right: bool
    ways: list[Traits]


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def key(name: Name) -> str | None:
    entry = name.entry
    return entry.key if isinstance(entry, PartyEntry) else entry.designation


def near(name: str) -> dict[Meaning, list[Candidate]]:
    found: dict[Meaning, list[Candidate]] = {}
    for one in LINKER.candidates(name):
        found.setdefault(one.name.meaning, []).append(one)
    return found


def examples_of(name: str, right: str | None, weight: float) -> list[Example]:
    return [
        Example(weight, key(ones[0].name) == right, [one.traits for one in ones])
        for ones in near(name).values()
        if all(one.reason != EXACT for one in ones)
    ]


# Names with a slip.

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SEEN = (("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "l"), ("e", "c"), ("u", "n"), ("n", "u"),
         ("h", "b"), ("t", "l"), ("o", "0"))  # fmt: skip
_SPELT = (("sch", "sh"), ("sh", "sch"), ("kh", "ch"), ("zh", "sch"), ("ch", "kh"), ("w", "v"),
          ("v", "w"), ("j", "y"), ("y", "j"), ("z", "s"), ("s", "z"), ("k", "c"), ("c", "k"),
          ("ou", "u"), ("u", "ou"), ("ei", "ey"), ("f", "v"), ("y", "i"), ("i", "y"),
          ("ph", "f"), ("d", "t"), ("t", "d"))  # fmt: skip
_SLIPS = {"swap": 20, "lost": 16, "double": 10, "single": 6, "vowel": 8, "key": 6, "seen": 14,
          "spelt": 20}  # fmt: skip
_KINDS = {"country": 35, "capital": 12, "leader": 12, "company": 10, "type": 16, "telling": 12,
          "armed_group": 4, "seat": 1, "government": 1, "ministry": 1, "army": 2,
          "bloc": 1}  # fmt: skip


def slipped(count: int) -> list[tuple[str, str | None]]:
    """Names with one slip, as often of each kind as newspapers have them."""
    random = Random(1)
    telling = words("telling_names")
    pool: dict[str, list[Name]] = {}
    for name in LINKER.index.names:
        kind = getattr(name.entry, "kind", "type")
        if kind == "type" and (name.weak or name.text in telling):
            kind = "telling"
        if kind in _KINDS and len(name.text) > 3 and not name.text[0].islower():
            pool.setdefault(kind, []).append(name)
    found: list[tuple[str, str | None]] = []
    while len(found) < count:
        kind = random.choices([*_KINDS], [*_KINDS.values()])[0]
        name = random.choice(pool[kind])
        noisy = slip(name.text, random)
        if noisy != name.text:
            found.append((noisy, key(name)))
    return found


def slip(name: str, random: Random) -> str:
    """The name with a slip, or as it is when it has no place for it."""
    kind = random.choices([*_SLIPS], [*_SLIPS.values()])[0]
    if kind in ("seen", "spelt"):
        fitting = [(a, b) for a, b in (_SEEN if kind == "seen" else _SPELT) if a in name[1:]]
        if not fitting:
            return name
        old, new = random.choice(fitting)
        at = random.choice([m.start() for m in re.finditer(re.escape(old), name) if m.start()])
        return name[:at] + new + name[at + len(old) :]
    at = random.randrange(1, len(name))
    before, char, after = name[:at], name[at], name[at + 1 :]
    if not char.isalpha():
        return name
    if kind == "swap" and after[:1].isalpha():
        return before + after[0] + char + after[1:]
    if kind == "lost" or (kind == "single" and char == before[-1]):
        return before + after
    if kind == "double":
        return before + char + char + after
    if kind == "vowel" and char in "aeiou":
        return before + random.choice("aeiou".replace(char, "")) + after
    if kind == "key":
        others = [b for row in _KEYS for a, b in _neighbours(row) if a == char]
        return before + random.choice(others) + after if others else name
    return name


def _neighbours(row: str) -> list[tuple[str, str]]:
    pairs = list(pairwise(row))
    return pairs + [(b, a) for a, b in pairs]


# The regression.


def widened(traits: Traits) -> Traits:
    """Sizes as all sizes up to it, so that a longer name can only be surer."""
    found = []
    for trait in traits:
        sized = _SIZED.fullmatch(trait)
        if sized is None:
            found.append(trait)
        else:
            found.append(sized[1])
            found += [f"{sized[1]} ≥ {size}" for size in range(2, int(sized[2]) + 1)]
    return found


class Model:
    """Weights of widened traits, and the scale and shift to the hand-made names."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights, self.scale, self.shift = weights, 1.0, 0.0

    def odds(self, traits: Traits) -> float:
        total = self.weights["any link"] + sum(self.weights.get(t, 0.0) for t in widened(traits))
        return float(self.shift + self.scale * total)

    def best(self, name: str, ordinary: frozenset[str]) -> tuple[float, str | None] | None:
        """Log-odds and meaning of the best link; none for a name as written or of none."""
        ones = [one for ones in near(name).values() for one in ones]
        if not ones or any(one.reason == EXACT for one in ones):
            return None
        extra = ORDINARY if squash(name) in ordinary else 0.0
        judged = [(self.odds(one.traits) + extra, key(one.name)) for one in ones]
        return max(judged, key=lambda pair: pair[0])


def fitted(examples: list[Example]) -> Model:
    """By Newton's method with bounds; of several spellings of an entry the best one counts."""
    names = sorted({t for one in examples for way in one.ways for t in widened(way)})
    place = {name: at for at, name in enumerate(["any link", *names])}
    start = np.array([START.get(name, 0.0) for name in place])
    up = np.array(["≥" in name for name in place])
    down = np.array([bool(AGAINST.match(name)) for name in place])
    ridge = np.array([0.01, *[RIDGE] * len(names)])
    right = np.array([float(one.right) for one in examples])
    weight = np.array([one.weight for one in examples])
    value = start.copy()
    coded = [[[place[t] for t in widened(way)] for way in one.ways] for one in examples]
    for _ in range(3):
        table = np.zeros((len(examples), len(place)))
        table[:, 0] = 1.0
        for row, ways in enumerate(coded):
            for at in max(ways, key=lambda way: float(value[way].sum())):
                table[row, at] += 1.0
        for _ in range(40):
            chance = 1 / (1 + np.exp(-np.clip(table @ value, -30, 30)))
            slope = table.T @ (weight * (chance - right)) + ridge * (value - start)
            bend = (table * (weight * chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
            free = ~((up & (value <= 0) & (slope > 0)) | (down & (value >= 0) & (slope < 0)))
            step = np.zeros(len(place))
            step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
            new = value - step.clip(-1, 1)
            new[up] = new[up].clip(0)
            new[down] = np.minimum(new[down], 0)
            done = float(np.abs(new - value).max()) < 1e-5
            value = new
            if done:
                break
    return Model({name: float(value[at]) for name, at in place.items()})


def settle(model: Model, lists: set[str], ordinary: frozenset[str]) -> None:
    """Fits scale and shift to the best links of the hand-made names (Platt 1999)."""
    odds, right = [], []
    for table in ("variants", "traps"):
        for row in rows(table):
            best = model.best(row["name"], ordinary) if row["list"] in lists else None
            if best is not None:
                odds.append(min(12.0, max(-8.0, best[0])))
                right.append(float(best[1] == row.get("meaning")))
    table_, wanted = np.c_[np.ones(len(odds)), odds], np.array(right)
    value, ridge, start = np.array([0.0, 1.0]), np.array([0.01, 0.5]), np.array([0.0, 1.0])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-table_ @ value))
        bend = (table_ * (chance * (1 - chance))[:, None]).T @ table_ + np.diag(ridge)
        value -= np.linalg.solve(bend, table_.T @ (chance - wanted) + ridge * (value - start))
    model.shift, model.scale = float(value[0]), float(value[1])


# The words.


class Word(NamedTuple):
    text: str
    near: dict[Meaning, list[Candidate]]


def near_words(paths: Iterable[Path]) -> list[Word]:
    """Words of the dictionaries that lie near a name, without the names themselves."""
    vocabulary = {word for path in paths for word in path.read_text("utf-8").split()}
    found = []
    for word in sorted(word for word in vocabulary if len(word) > 3 and word.isalpha()):
        ones = near(word[0].upper() + word[1:])
        if ones and not any(_is_name(one) for some in ones.values() for one in some):
            found.append(Word(word, ones))
    return found


def _is_name(one: Candidate) -> bool:
    return one.reason == EXACT or (one.reason == "case" and not one.name.text.isupper())


def kept_out(model: Model, found: list[Word], common: set[str]) -> set[str]:
    """The words that would be linked, but for names with an ending."""
    least = log(NEAR_ENOUGH / (1 - NEAR_ENOUGH))
    telling = words("telling_names")
    out = set()
    for word, ones in found:
        every = [one for some in ones.values() for one in some]
        inflected = [
            one
            for one in every
            if one.reason.endswith("inflection")
            and one.reason.split()[0] in (EXACT, "case", "spelling")
        ]
        capital = word[0].upper() + word[1:]
        if any(_is_inflected_name(one, capital, word in common, telling) for one in inflected):
            continue
        if word.lower() not in OLD and any(model.odds(one.traits) >= least for one in every):
            out.add(word.lower())
    return out


def _is_inflected_name(one: Candidate, word: str, common: bool, telling: frozenset[str]) -> bool:
    """ "Ägyptens" and "Chinooks" mean nothing else; "Turkeys", "Hornets" and "Patrioten" do."""
    if isinstance(one.name.entry, PartyEntry):
        return not common
    if one.name.weak and any(trait.startswith(("ending n", "ending en")) for trait in one.traits):
        return False
    return word in telling or not common


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("words", nargs="+", type=Path)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--common", type=Path, required=True)
    parser.add_argument("--hold-out", default="4", help="list to leave out and measure on (4)")
    parser.add_argument("--write", action="store_true", help="write weights and words")
    arguments = parser.parse_args()
    found = near_words([*arguments.words, arguments.names])
    common = set(arguments.common.read_text("utf-8").split())
    lists = {row["list"] for row in rows("variants")} - {arguments.hold_out}
    base = frozenset(squash(w) for name in ("first_names", "common_surnames") for w in words(name))
    ordinary, chosen = base, set[str]()
    for _ in range(3):
        model = fitted(examples(lists, ordinary, found))
        settle(model, lists, ordinary)
        chosen = kept_out(model, found, common)
        ordinary = base | {squash(word) for word in chosen}
    settle(model, lists, ordinary)
    print(len(chosen), "words kept out; scale and shift", model.scale, model.shift)
    report(model, {arguments.hold_out} if arguments.hold_out else lists, ordinary)
    if arguments.write:
        WEIGHTS.write_text(as_toml(model), encoding="utf-8")
        NEAR.write_text("word\n" + "\n".join(sorted(chosen)) + "\n", encoding="utf-8")


def examples(lists: set[str], ordinary: frozenset[str], found: list[Word]) -> list[Example]:
    made = []
    for table in ("variants", "traps"):
        for row in rows(table):
            if row["list"] in lists and squash(row["name"]) not in ordinary:
                made += examples_of(row["name"], row.get("meaning", "-"), 1.0)
    for name, right in slipped(SLIPPED):
        made += examples_of(name, right, SLIPPED_WEIGHT)
    for word in Random(0).sample(found, min(WORDS, len(found))):
        for ones in word.near.values():
            if not any(one.reason.startswith((EXACT, "case")) for one in ones):
                made.append(Example(WORD_WEIGHT, False, [one.traits for one in ones]))
    return made


def report(model: Model, lists: set[str], ordinary: frozenset[str]) -> None:
    """Measured without rivals, which `link` weighs too, and with the lift."""
    for threshold in (0.5, 0.7, 0.8, 0.85, 0.9):
        least = log(threshold / (1 - threshold)) - LIFT
        right = wrong = total = 0
        for table in ("variants", "traps"):
            for row in rows(table):
                if row["list"] not in lists:
                    continue
                total += table == "variants"
                ones = near(row["name"])
                exact = [key(o[0].name) for o in ones.values() if any(c.reason == EXACT for c in o)]
                best = model.best(row["name"], ordinary)
                meanings = exact or ([best[1]] if best is not None and best[0] >= least else [])
                if meanings:
                    good = row.get("meaning", "-") in meanings
                    right, wrong = right + good, wrong + (not good)
        print(f"{threshold}: precision {right / (right + wrong):.3f}, found {right / total:.3f}")


def as_toml(model: Model) -> str:
    """The weights with scale, shift and lift, sizes added up."""
    sized: dict[str, dict[int, float]] = {}
    found = {"ordinary word": ORDINARY}
    for trait, value in model.weights.items():
        if "≥" in trait:
            tier, size = trait.split(" ≥ ")
            sized.setdefault(tier, {})[int(size)] = value
    for trait, value in model.weights.items():
        if trait == "any link":
            found[trait] = model.shift + LIFT + model.scale * value
        elif trait in sized:
            for size in range(1, 13):
                value += sized[trait].get(size, 0.0)
                found[f"{trait} {size}"] = model.scale * value
        elif "≥" not in trait:
            found[trait] = model.scale * value
    order = sorted(found, key=lambda t: (m[1], int(m[2])) if (m := _SIZED.fullmatch(t)) else (t, 0))
    lines = [f'"{trait}" = {found[trait]:.2f}' for trait in order]
    head = "# Log-odds that each trait of a link adds, fitted by benchmarks/linking_weights.py."
    return "\n".join([head, "", "[weights]", *lines, ""])


if __name__ == "__main__":
    main()
