"""Classes of words that features ask for, as the bits of one number per word.

A clause has a word of a class when the bit is set in the number of one of its words, so that a
clause is looked through once for all classes.
"""

from __future__ import annotations

from functools import cache

from armstrade.language.grammar import Grammar, grammar

# Classes of words that both languages list under the same name.
CUES = ("negators", "hearsay", "possible", "denial", "reporting", "attribution", "condition",
        "speech", "doubt", "fear", "open_question", "untrue", "charge", "continuing", "exchange",
        "not_yet", "aid_terms", "smuggling_terms")  # fmt: skip
VERB_CLASSES: dict[str, tuple[str, ...]] = {
    "future": ("wird", "werden", "werde", "will", "shall", "'ll", "won't"),
    "would": ("würde", "würden", "would"),
    "can": ("könnte", "könnten", "kann", "können", "could", "can", "may", "might", "cannot"),
    "shall": ("soll", "sollen", "solle", "sollte", "sollten", "should", "ought"),
    "wants": ("will", "wollen", "wolle", "wollte", "wollten", "möchte", "möchten", "wants",
              "want", "wanted", "hopes", "hoffen", "hofft", "plans", "intends"),
    "must": ("muss", "müssen", "musste", "must", "müsse"),
    "may": ("darf", "dürfen", "durfte", "dürfe", "dürften", "allowed"),
    "have": ("hat", "haben", "habe", "hatte", "hatten", "has", "have", "had", "having"),
    "be": ("ist", "sind", "sei", "seien", "war", "waren", "is", "are", "was", "were", "be", "been",
           "being"),
    "become": ("wurde", "wurden", "worden"),
    "subjunctive": ("habe", "sei", "seien", "werde", "wolle", "könne", "solle", "müsse", "dürfe",
                    "gebe", "wäre", "hätte", "hätten"),
    "to": ("to", "um"),
    "due": ("due", "set", "bound", "destined", "bestimmt", "vorgesehen"),
    "still": ("noch", "still", "yet", "bislang", "bisher"),
    "already": ("already", "bereits", "schon"),
    "again": ("again", "wieder", "erneut", "nun", "now"),
    "only": ("nur", "only", "erst"),
    "if": ("if", "wenn", "falls", "ob", "whether", "unless", "sofern"),
    "that": ("dass", "that"),
    "until": ("until", "bis", "before", "bevor"),
    "stop": ("stoppt", "stoppte", "gestoppt", "stopped", "halted", "blocked", "suspended",
             "frozen", "ausgesetzt", "gestrichen", "cancelled", "canceled", "scrapped"),
    "instead": ("instead", "stattdessen", "statt", "rather"),
}  # fmt: skip
# What tense, negation and quotation are told by; no features themselves.
_HELPERS: dict[str, tuple[str, ...]] = {
    "quote": ("„", "“", "”", '"', "»", "«"),
    "none": ("no", "kein", "keine", "keinen", "keiner", "keines", "keinem", "none", "without",
             "ohne", "not", "nicht", "never", "nie", "nichts"),
    "perfect": ("has", "have", "had", "having", "hat", "haben", "hatte", "hatten", "habe", "hätte",
                "hätten", "'ve", "’ve"),
    "is": ("ist", "sind", "sei", "seien", "war", "waren", "worden", "wurde", "wurden"),
    "will": ("will", "shall", "'ll", "’ll", "won't", "won’t"),
    "wants_to": ("will",),
    "werden": ("wird", "werden", "werde"),
    "modal": ("soll", "sollen", "solle", "sollte", "sollten", "wollen", "wolle", "wollte",
              "wollten", "möchte", "möchten", "muss", "müssen", "kann", "können", "könnte",
              "könnten", "darf", "dürfen", "dürfte", "dürften", "würde", "würden", "would",
              "could", "may", "might", "must", "should", "can", "cannot"),
    "was": ("was", "were", "been"),
}  # fmt: skip

NAMES = [*VERB_CLASSES, *CUES]
"""The classes in the order of their bits; the first bit is the lowest."""
BIT = {name: 1 << place for place, name in enumerate([*NAMES, *_HELPERS])}


@cache
def bits(language: str) -> dict[str, int]:
    """The classes of each word that is in any, words in lower case."""
    listed: Grammar = grammar(language)
    classes = {**VERB_CLASSES, **{name: listed.cue(name) for name in CUES}, **_HELPERS}
    found: dict[str, int] = {}
    for name, members in classes.items():
        for low in members:
            found[low] = found.get(low, 0) | BIT[name]
    return found
