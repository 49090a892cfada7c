"""English verb forms from a base form; irregular ones stand in ``irregular_verbs.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from armstrade.language.grammar import grammar

# Final consonant doubled before -ed and -ing although the verb has several syllables.
_DOUBLED = grammar("en").words("doubled")
_VOWELS = "aeiou"
# Verbs that Americans write with a z; "promise" and "seize" are everyone's.
_ISE = ("alise", "orise", "nise")


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    source = files("armstrade.language.en").joinpath("irregular_verbs.tsv").read_text("utf-8")
    for line in source.splitlines():
        if line and not line.startswith("#"):
            base, past, participle = line.split("\t")
            table[base] = (past, participle)
    return table


def forms(lemma: str) -> dict[str, set[str]]:
    """All forms of a one-word verb with their features.

    Features: ``base``, ``pres`` (3sg), ``past``, ``part`` (past participle), ``ing``.

    >>> sorted(forms("ship")["shipped"])
    ['part', 'past']
    >>> sorted(forms("buy")["bought"])
    ['part', 'past']
    """
    result: dict[str, set[str]] = {}

    def add(form: str, feature: str) -> None:
        result.setdefault(form, set()).add(feature)

    add(lemma, "base")
    if lemma == "be":
        for form, feature in (
            ("is", "pres"),
            ("are", "pres"),
            ("am", "pres"),
            ("was", "past"),
            ("were", "past"),
            ("been", "part"),
            ("being", "ing"),
        ):
            add(form, feature)
        return result
    if lemma == "have":
        add("has", "pres")
    elif lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        add(lemma + "es", "pres")
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        add(lemma[:-1] + "ies", "pres")
    else:
        add(lemma + "s", "pres")
    if lemma in _irregular():
        past, participle = _irregular()[lemma]
        add(past, "past")
        add(participle, "part")
        add(_stem(lemma) + "ing", "ing")
        return result
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        past = lemma[:-1] + "ied"
    elif lemma.endswith("e"):
        past = lemma + "d"
    else:
        past = _stem(lemma) + "ed"
    add(past, "past")
    add(past, "part")
    add(_stem(lemma) + "ing", "ing")
    if lemma.endswith("el") and lemma[-3:-2] not in _VOWELS:
        # British "cancelled" beside American "canceled"
        for ending, features in (("led", ("past", "part")), ("ling", ("ing",))):
            for feature in features:
                add(lemma + ending, feature)
    if lemma.endswith(_ISE):  # American "authorize"
        stem = lemma[:-2]
        result |= {stem + "z" + form[len(stem) + 1 :]: found for form, found in result.items()}
    return result


def _stem(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "y"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1]
    if lemma == "traffic":
        return "traffick"
    one_syllable = sum(char in _VOWELS for char in lemma) == 1
    closed = len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS
    if closed and (one_syllable or lemma in _DOUBLED):
        return lemma + lemma[-1]
    return lemma
