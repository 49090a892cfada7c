"""German verb forms from an infinitive.

Weak verbs by rule; the principal parts of strong and irregular verbs stand in
``strong_verbs.tsv`` (infinitive, present 3sg, preterite 3sg, Konjunktiv II 3sg,
participle). Prefixed verbs inherit from their base: *vergeben* from *geben*.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_OLD_SPELLING = re.compile(r"ss(?=t?$)")
INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "wider")


@cache
def _strong() -> dict[str, tuple[str, str, str, str]]:
    table: dict[str, tuple[str, str, str, str]] = {}
    source = files("armstrade.language.de").joinpath("strong_verbs.tsv").read_text("utf-8")
    for line in source.splitlines():
        if line and not line.startswith("#"):
            infinitive, present, past, subjunctive, participle = line.split("\t")
            table[infinitive] = (present, past, subjunctive, participle)
    return table


def forms(infinitive: str, particle: str = "") -> dict[str, set[str]]:
    """All forms of a verb, each with the features it can have.

    Features: ``pres``, ``past``, ``konj1``, ``konj2``, ``inf``, ``zu`` (zu-infinitive in one
    word), ``part`` (past participle), ``split`` (finite form whose particle stands elsewhere).

    >>> sorted(forms("zusagen", "zu")["sagte"])
    ['konj2', 'past', 'split']
    >>> sorted(forms("zusagen", "zu")["zuzusagen"])
    ['zu']
    >>> sorted(forms("liefern")["geliefert"])
    ['part']
    """
    result: dict[str, set[str]] = {}

    def add(form: str, *features: str) -> None:
        result.setdefault(form, set()).update(features)
        old = _OLD_SPELLING.sub("ß", form)  # until 1996: "beschloß", "läßt", "gepreßt"
        for other in {old, form.replace("ß", "ss")} - {form}:  # Swiss "liess"
            result.setdefault(other, set()).update(features)

    if particle:
        base = infinitive.removeprefix(particle)
        for form, features in forms(base).items():
            if "part" in features:
                add(particle + form, "part")
            finite = features & {"pres", "past", "konj1", "konj2"}
            if finite:
                add(form, "split", *finite)
                add(particle + form, *finite)
            if "inf" in features:
                add(particle + form, "inf")
                add(particle + "zu" + form, "zu")
        return result

    present, past, subjunctive, participle = _parts(infinitive)
    stem = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive[:-1]
    add(infinitive, "inf", "pres")
    add(present, "pres")
    add(stem + "e", "konj1")
    if infinitive.endswith("eln"):
        add(stem.removesuffix("el") + "le", "konj1")  # "verhandle"
    for form, feature in ((past, "past"), (subjunctive, "konj2")):
        add(form, feature)
        add(form + ("n" if form.endswith("e") else "en"), feature)
    add(participle, "part")
    for form, feature in _IRREGULAR.get(infinitive, ()):
        add(form, feature)
    return result


# Forms that no principal part gives.
_IRREGULAR = {
    "sein": (("sind", "pres"), ("bin", "pres"), ("sei", "konj1"), ("seien", "konj1")),
    "werden": (("worden", "part"), ("werdet", "pres")),
    "haben": (("habe", "konj1"), ("habt", "pres")),
    "wissen": (("wissen", "inf"), ("wisse", "konj1")),
}


def _parts(infinitive: str) -> tuple[str, str, str, str]:
    strong = _strong()
    if infinitive in strong:
        return strong[infinitive]
    for prefix in INSEPARABLE:
        base = infinitive.removeprefix(prefix)
        if base != infinitive and base in strong:
            present, past, subjunctive, participle = strong[base]
            participle = participle.removeprefix("ge")
            return prefix + present, prefix + past, prefix + subjunctive, prefix + participle
    stem = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive[:-1]
    needs_e = stem.endswith(("t", "d", "chn", "ffn", "gn", "tm", "dm"))
    ending = "et" if needs_e else "t"
    plain = infinitive.startswith(INSEPARABLE) or infinitive.endswith("ieren")
    # "geben" starts with ge-, "erben" with er-: a prefix needs a stem with a vowel behind it.
    participle = (stem if plain and _has_stem(infinitive) else "ge" + stem) + ending
    past = stem + ("ete" if needs_e else "te")
    return stem + ending, past, past, participle


def _has_stem(infinitive: str) -> bool:
    if infinitive.endswith("ieren"):
        return True
    for prefix in INSEPARABLE:
        rest = infinitive.removeprefix(prefix)
        if rest != infinitive and len(rest) >= 5:
            return True
    return False
