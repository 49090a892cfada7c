"""What a phrase hangs on: a preposition behind a noun can belong to that noun."""

from __future__ import annotations

from dataclasses import replace

from armstrade.claims import Category, Stage
from armstrade.language.grammar import all_words
from armstrade.language.words import Word
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence, Trigger
from armstrade.reading.asides import CURRENCY_SIGNS, noun_above
from armstrade.reading.circumstances import is_circumstance

from .chains import is_approval, is_contract
from .lemmas import lemmas

# "Warnungen aus Washington", "pressure from Paris": who speaks gives nothing.
_STANCES = all_words("stances")
# "ein Paket mit Munition": what is in it is what is given.
_BUNDLES = all_words("bundles")
_FRAMES = all_words("frames")
_AS = frozenset({"als", "as"})
_PARTS = [["part", "of"], ["als", "teil"]]
_CONSENTING = _FRAMES | all_words("consenting")
_LOADS = lemmas("loads")
_STOPPING = lemmas("stopping")
_RELATIVES = frozenset({"that", "which"})
# "its biggest order yet", "der bislang größte Auftrag"
_RANKS = all_words("ranks")
_SUPERLATIVES = tuple(all_words("superlative_endings"))
_CARRYING = all_words("carrying")
_HAULING = lemmas("carrying")
VESSELS = (Category.AIRCRAFT, Category.HELICOPTER, Category.SHIP, Category.VEHICLE)
_ACCESSORIES = (Category.COMPONENT, Category.AMMUNITION, Category.ENGINE, Category.EQUIPMENT)
CARRIERS = tuple(all_words("carriers"))
_WAYPOINTS = all_words("waypoints")


def is_bystander(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """Whether the party belongs to another noun and plays no role in the transfer.

    Somebody's stance ("trotz Kritik aus Paris"), or the whereabouts of a named group ("an die
    Hisbollah im Libanon").
    """
    if not phrase.preposition:
        return False
    if phrase.kind == "pronoun" and phrase.preposition == "for" and _of_parts(sentence, phrase):
        return True
    above = noun_above(sentence, phrase.first)
    if above is None:
        return False
    if above.low in _STANCES:
        return True
    return phrase.preposition == "in" and any(
        other.last == above.i and other.kind == "armed_group" and other.key is not None
        for other in sentence.parties
    )


def waypoint(sentence: Sentence, phrase: PartyPhrase) -> str:
    """The preposition of a harbour or border that the party only locates, or nothing.

    "über den Hafen von Durrës", "im syrischen Hafen Tartus". German.
    """
    words = sentence.words
    if phrase.modifies is not None and words[phrase.modifies].low in _WAYPOINTS:
        k = phrase.modifies - 1
    elif phrase.preposition == "von" and (above := noun_above(sentence, phrase.first)) is not None:
        k = above.i - 1 if above.low in _WAYPOINTS else -1
    else:
        return ""
    while k >= 0 and words[k].tag in ("det", "word", "attr", "num"):
        k -= 1
    return words[k].low if k >= 0 and words[k].tag == "prep" else ""


def _of_parts(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "spare parts for them": what the parts belong to."""
    return any(m.last == phrase.first - 2 and m.category in _ACCESSORIES for m in sentence.materiel)


def is_bundle(word: Word) -> bool:
    """Whether the noun stands for the goods in it: "provided a military aid package"."""
    return word.low in _BUNDLES


def in_bundle(sentence: Sentence, phrase: MaterielPhrase) -> bool:
    """Whether the goods are the contents of a package: "ein Paket mit Munition"."""
    above = noun_above(sentence, phrase.first)
    return above is not None and (above.low in _BUNDLES or above.low.startswith(CARRIERS))


def without_carriers(
    sentence: Sentence, core: Trigger, near: list[MaterielPhrase]
) -> list[MaterielPhrase]:
    """Without what only carries the goods: "ein Schiff mit Munition", "ships carrying arms",
    "russische Flugzeuge brachten Raketen"."""
    words = sentence.words
    if core.row.lemma in _HAULING and len(near) > 1 and near[0].last < core.word < near[-1].first:
        near = [m for m in near if m.last > core.word or m.category not in VESSELS]
    if core.row.lemma in _HAULING and len({m.category in VESSELS for m in near}) > 1:
        first = near[0]  # "Ein Transportflugzeug hat Gewehre nach Bangui gebracht"
        if first.category in VESSELS and words[max(0, first.first - 1)].tag != "num":
            near = near[1:] if near[-1].last < core.word else near
    starts = {m.first for m in near}
    return [
        m
        for m in near
        if m.designation
        or m.last + 1 >= len(words)
        or words[m.last + 1].low not in _CARRYING
        or not any(m.last < start <= m.last + 8 for start in starts)
    ]


def stopping(sentence: Sentence, trigger: Trigger) -> Trigger:
    """ "stopped a boat with rifles from Iran": the goods are seized on their way."""
    if trigger.row.lemma not in _STOPPING or not trigger.is_verb:
        return trigger
    words = sentence.words
    last = max(trigger.words)
    reach = 12 if words[last].tag == "part" else 4  # "hat ein Boot mit … gestoppt"
    near = words[max(0, min(trigger.words) - reach) : last + 6]
    if not any(w.low.startswith(CARRIERS) for w in near):
        return trigger
    german = sentence.reading.grammar.language == "de"
    if not any(m.category not in VESSELS and (m.first > last or german) for m in sentence.materiel):
        return trigger  # a boat with fish
    known = ("abfangen", "ab") if german else ("intercept", "")
    rows = sentence.reading.trigger_index.verb_rows.get(known, ())
    return replace(trigger, row=rows[0]) if rows else trigger


def is_apposition(sentence: Sentence, trigger: Trigger) -> bool:
    """ ", the largest export contract ever": says more of a transfer already told."""
    if trigger.is_verb:
        return False
    words = sentence.words
    k = min(trigger.words) - 1
    while k >= 0 and (
        words[k].tag in ("det", "word", "attr", "num", "noun", "poss") or words[k].low == "by"
    ):
        k -= 1  # ", by far the largest export deal"
    if k <= 0 or words[k].text not in ",–—(":
        return False
    before = words[k + 1 : trigger.word]
    ranked = any(w.low in _RANKS or w.low.endswith(_SUPERLATIVES) for w in before)
    return ranked and any(t.word < k for t in sentence.triggers)


def _is_load(sentence: Sentence, trigger: Trigger) -> bool:
    """ "delivered a consignment of rifles": only says in what shape the goods came."""
    if trigger.row.lemma not in _LOADS or sentence.reading.grammar.language != "en":
        return False
    words, last = sentence.words, max(trigger.words)
    if last + 1 >= len(words) or words[last + 1].low != "of":
        return False
    for other in sentence.triggers:
        if not other.is_verb or other is trigger or other.row.stage is not Stage.DELIVERED:
            continue
        between = words[max(other.words) + 1 : min(trigger.words)]
        if (
            other.word < trigger.word
            and len(between) <= 6
            and all(w.tag in ("det", "num", "word", "attr", "noun", "poss") for w in between)
        ):
            return True
    return False


def _in_attribute(sentence: Sentence, i: int) -> bool:
    """ "im Rahmen eines im Mai geschlossenen Abkommens": between the article and its noun."""
    clause = sentence.clause_of.get(i)
    return clause is not None and clause.kind == "attr"


def _is_named_so(words: list[Word], noun: int) -> bool:
    """ "als Geschenk", "as part of its military aid": the same transfer, not another one."""
    k = noun - 1
    while k > 0 and words[k].tag in ("det", "word", "attr", "poss") and words[k].low not in _AS:
        k -= 1
    if k > 0 and [words[k - 1].low, words[k].low] in _PARTS:
        k -= 1 + (words[k].low == "of")
    return k >= 0 and words[k].low in _AS


def _calls_it(sentence: Sentence, trigger: Trigger) -> bool:
    """ "schloss einen Vertrag über Panzer, den größten Auftrag seit Jahren": the same deal."""
    clause = sentence.clause_of.get(trigger.word)
    if clause is None or not is_contract(trigger):
        return False
    if any(sentence.words[i].is_verb for i in clause.words if i > max(trigger.words)):
        return False  # ", die Einzelverträge stehen aus"
    return any(
        is_contract(t) and t.word < min(trigger.words) and sentence.clause_of.get(t.word) is clause
        for t in sentence.triggers
    )


def _only_says_when(sentence: Sentence, trigger: Trigger, above: int) -> bool:
    """ "nach dem Ende des Embargos", "at the request of Mali", "contrary to a promise"."""
    if above < 0 or trigger.is_verb:
        return False
    words, grammar = sentence.words, sentence.reading.grammar
    hangs = words[above].tag == "prep" or is_circumstance(words[above], grammar)
    if hangs and is_circumstance(words[trigger.word], grammar):
        return True
    if trigger.row.stage is Stage.SOUGHT and words[above].low == "at":
        return True
    return words[above].low == "to" and above > 0 and words[above - 1].low in _FRAMES


def is_framed(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is only the frame of what the verb tells: "im Rahmen eines Vertrags"."""
    words = sentence.words
    first, last = min(trigger.words), max(trigger.words)
    if _is_load(sentence, trigger):
        return True
    if trigger.is_verb and trigger.word - first != 1:
        return False  # but "under a deal signed last week"
    if trigger.row.stage is Stage.SOUGHT and first and words[first - 1].low == "auf":
        return True  # "auf Bitten Londons", "auf Wunsch der Regierung"
    if trigger.row.mode == "aid" and not trigger.is_verb and _is_named_so(words, first):
        return True  # "bekam sechs Jets als Geschenk"
    if any(word.low in _RELATIVES for word in words[last + 1 : last + 4]):
        return False  # "under a contract that was signed in May": told after all
    k = first - 1
    while k > 0 and (
        words[k].tag in ("det", "word", "attr", "num", "poss")
        or words[k].text in CURRENCY_SIGNS
        or _in_attribute(sentence, k)
    ):
        k -= 1
    if k > 0 and words[k].text == "," and _calls_it(sentence, trigger):
        return True
    if _only_says_when(sentence, trigger, k):
        return True
    frames = _CONSENTING if is_approval(trigger) and not trigger.is_verb else _FRAMES
    if k < 0 or words[k].low not in frames:
        return False
    clause = sentence.clause_of.get(trigger.word)
    return any(
        t.is_verb and t is not trigger and sentence.clause_of.get(t.word) is clause
        for t in sentence.triggers
    )
