"""From mentions of materiel to materiel phrases with category, type and quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from armstrade.claims import Category
from armstrade.language.grammar import Grammar, all_words, grammar
from armstrade.language.quantities import QuantityMatch
from armstrade.language.words import Word, word_at
from armstrade.lexicon.entries import DesignationEntry, MaterielEntry
from armstrade.lexicon.mention import Mention

from .counting import bare_numbers, count_phrases
from .phrases import MaterielPhrase
from .pointing import pointing_nouns

# Categories of parts and consumables: "F-16 engines" are engines, "Gepard ammunition" ammunition.
_PARTS = frozenset(
    {Category.ENGINE, Category.COMPONENT, Category.AMMUNITION, Category.SENSOR, Category.EQUIPMENT}
)
_COMPLEMENTED = _PARTS | {Category.MISSILE, Category.UNSPECIFIED}
_TYPE_LINK = re.compile(
    r"\s*(?:,?\s*(?:vom Typ|des Typs|der Typen|vom Typen|der Bauart|"
    r"der Baureihe|des Modells|vom Modell|der Klasse|Typ|Modell|of the type|type|model|class|"
    r"known as|namens|named))?\s*[\"„“”«»'’‚‘-]?\s*$",
    re.IGNORECASE,
)
# "F-16C Block 70 jets", "Gripen C/D multirole combat aircraft": words between type and noun.
_FILLERS = re.compile(
    r"\s+(?:(?:Block\s\d+\w*\+?|Mk\.?\s?\w+|"
    + "|".join(map(re.escape, sorted(grammar("en").words("type_fillers"))))
    + r")\s+)+$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\s*(?:für|for|of|zu|zum|zur|des|der)\s+(?:den |die |das |the |its |their |seine |ihre |"
    r"[A-Z]\w+['’]s? )?(?:alte |old |older |existing |\w+(?:e|en|er|es) )?$",
    re.IGNORECASE,
)
# "S-400-Staffeln", "Patriot-System": the head only says in what shape the type comes.
_CARRIERS = frozenset(
    {Category.ARMOURED_VEHICLE, Category.SHIP, Category.AIRCRAFT, Category.HELICOPTER}
)
_UNIT_HEADS = tuple(all_words("unit_heads"))
# Nouns that count materiel rather than name it.
_UNITS = all_words("counting_nouns")
# Between a type and the noun that says what it is, at most.
_ADJECTIVES = 2
# "to counter drones"
_FIGHTING = grammar("en").words("fighting")
ABOARD = frozenset({"board", "aboard", "bord", "per"})
_BEFORE_GERUNDS = frozenset({"against", "by", "despite", "from", "without"})
_SYSTEMS = ("system", "systems", "modell", "modells")
_TEMPORAL = all_words("temporal_prepositions")
# Of ten words so many begin with a capital in a headline in Title Case.
_MANY = 7
_DEFINITE = all_words("definite")


def materiel_phrases(
    words: list[Word],
    mentions: Sequence[Mention],
    quantities: Sequence[QuantityMatch],
    grammar: Grammar,
    text: str,
    trigger_words: set[int],
) -> list[MaterielPhrase]:
    """The materiel of a sentence, by position.

    A compound whose head is no materiel counts only when the head is a trigger
    ("Waffenlieferung"): a "Panzerbrigade" is nothing that is transferred.
    """
    phrases: list[MaterielPhrase] = []
    heads = {m.word for m in mentions if m.part in ("head", "whole") and m.kind != "party"}
    for mention in mentions:
        if mention.kind == "party":
            continue
        if text[mention.start : mention.end].lower() in grammar.words("depots"):
            continue
        phrase = _from_mention(words, mention, heads, trigger_words, grammar)
        if phrase is not None:
            phrases.append(phrase)
    phrases.sort(key=lambda p: (p.start, -p.end))
    phrases = _merge(words, phrases, text)
    phrases = _absorb(phrases, text, trigger_words)
    parties = {m.end for m in mentions if m.kind == "party" and m.part == "whole"}
    for phrase in phrases:
        _place(words, phrase, grammar, parties)
    count_phrases(words, phrases, quantities, text, trigger_words)
    phrases.extend(bare_numbers(words, phrases, quantities, grammar, parties))
    for phrase in pointing_nouns(words, phrases, grammar):
        _place(words, phrase, grammar, parties)
        phrases.append(phrase)
    phrases.sort(key=lambda p: p.start)
    return phrases


def _is_piece(words: list[Word], first: int, grammar: Grammar) -> bool:
    k = first - 1
    if k > 0 and words[k].capital and words[k - 1].low in ("a", "an"):
        k -= 1  # "the tail of a Pakistani missile"
    while k > 0 and words[k].low in ("a", "an"):
        k -= 1
    return k > 0 and words[k].low == "of" and words[k - 1].low in grammar.words("remains")


def _from_mention(
    words: list[Word],
    mention: Mention,
    heads: set[tuple[int, int]],
    trigger_words: set[int],
    grammar: Grammar,
) -> MaterielPhrase | None:
    entry = mention.entry
    first = word_at(words, mention.start)
    last = word_at(words, mention.end - 1)
    if first is None or last is None:
        return None
    if first == last and words[first].is_verb and words[first].low == "ship":
        return None  # "to ship ammunition"
    if (
        grammar.language == "en"
        and last + 1 < len(words)
        and words[last + 1].low in grammar.words("no_materiel_heads")
        and not any(
            word.start == start for word in words[last + 2 : last + 3] for start, _ in heads
        )
    ):
        return None  # "tank crews", "a radio interview", but "M-346 attack jets"
    if words[last].low == "round" and words[last - 1].is_verb:
        return None  # "was turned round"
    if first > 1 and _is_piece(words, first, grammar):
        return None  # "the tail of a missile"
    if words[last].low == "fighters" and words[last - 1].low in grammar.words("armed_people"):
        return None  # "foreign fighters"
    start, end = mention.start, mention.end
    inside = None
    if mention.part == "modifier":
        if mention.word in heads:
            # "Leopard-Panzer": the head makes the phrase, the modifier only names the type.
            if not isinstance(entry, DesignationEntry):
                return None
        elif isinstance(entry, DesignationEntry) and words[last].low.endswith(_UNIT_HEADS):
            start, end = mention.word
        elif first in trigger_words or last in trigger_words:
            inside = last
        else:
            return None
    elif mention.part == "head":
        start = mention.word[0]
        first = word_at(words, start) or first
    elif grammar.language == "en" and last + 1 in trigger_words:
        inside = last + 1  # "an arms deal", "the drone deliveries": a compound in two words
    elif grammar.language == "en" and last in trigger_words and _spelt_out(words, last):
        inside = last  # "a foreign military sale of missiles": the deal itself
    if isinstance(entry, DesignationEntry):
        return MaterielPhrase(
            category=entry.category,
            designation=entry.designation,
            start=start,
            end=end,
            first=first,
            last=last,
            inside=inside,
            maker=entry.maker,
            alternatives=tuple(
                (c.category, c.designation)
                for c in mention.candidates
                if isinstance(c, DesignationEntry)
            ),
        )
    assert isinstance(entry, MaterielEntry)
    if grammar.language == "en" and _in_a_name(words, first, last):
        return None
    if grammar.language == "en" and first == last and _ships(words, first):
        return None
    if entry.term.lower() in _UNITS or (entry.term == "part" and mention.form != "plural"):
        return None
    return MaterielPhrase(
        category=entry.category,
        designation=None,
        start=start,
        end=end,
        first=first,
        last=last,
        generic=entry.generic,
        inside=inside,
        civil=_civil(entry),
        dual=entry.civil,
        number=mention.form,
        airborne=entry.term.lower().startswith(("luft-luft", "air-to-air", "luft-boden")),
    )


def _spelt_out(words: list[Word], last: int) -> bool:
    return last + 1 < len(words) and words[last + 1].low == "of"


def _ships(words: list[Word], i: int) -> bool:
    """ "China ships missiles to Pakistan": what a state does."""
    sends = words[i].low == "ships" and words[i].tag == "fin"
    return sends and i > 0 and words[i - 1].capital


def _in_a_name(words: list[Word], first: int, last: int) -> bool:
    """ "Kalyani Strategic Systems", "Solar Arms Ltd": part of a name, no goods."""
    if not first or not all(w.text.istitle() for w in words[first - 1 : last + 1]):
        return False
    letters = [w for w in words if w.text.isalpha() and len(w.text) > 3]
    few = 10 * sum(w.capital for w in letters) < _MANY * len(letters)
    return few and words[first - 1].capital


def _civil(entry: MaterielEntry) -> bool:
    """Not military by itself ("civil", "police"), as opposed to "also civil"."""
    return entry.note.split(";")[0].strip() in ("civil", "police")


def _described_type(
    words: list[Word], left: MaterielPhrase, right: MaterielPhrase, gap: str
) -> bool:
    """ "H215 medium helicopters", "F-16C Block 70 jets": a type, then what it is."""
    if left.designation is None or right.designation is not None:
        return False
    if _FILLERS.match(gap):
        return True
    between = words[left.last + 1 : right.first]
    return (
        left.category is right.category
        and 0 < len(between) <= _ADJECTIVES
        and all(w.tag in ("word", "attr") and w.text.islower() for w in between)
    )


def _merge(words: list[Word], phrases: list[MaterielPhrase], text: str) -> list[MaterielPhrase]:
    """One phrase out of "Kampfjets vom Typ F-16", "Leopard 2 tanks", "helicopter engines"."""
    merged: list[MaterielPhrase] = []
    for phrase in phrases:
        left = merged[-1] if merged else None
        if left is None or (left.inside is None) != (phrase.inside is None):
            merged.append(phrase)
            continue
        overlap = phrase.start < left.end
        gap = text[left.end : phrase.start]
        described = _described_type(words, left, phrase, gap)
        if not (overlap or described) and not (len(gap) <= 24 and _TYPE_LINK.match(gap)):
            merged.append(phrase)
            continue
        if not overlap and left.designation and phrase.designation and gap.strip():
            merged.append(phrase)
            continue
        merged[-1] = _joined(left, phrase, of_type=not (overlap or described) and bool(gap.strip()))
    return merged


def _joined(
    left: MaterielPhrase, right: MaterielPhrase, *, of_type: bool = False
) -> MaterielPhrase:
    category, designation = right.category, left.designation or right.designation
    if category is Category.UNSPECIFIED and not left.generic:
        category = left.category  # "120mm mortar systems"
    typed = left if left.designation else right
    noun = right if left.designation else left
    if left.designation and right.designation:
        # "Typ 212A U-Boot" style double names: the longer, more specific one counts.
        typed = left if len(left.designation) >= len(right.designation) else right
        category, designation = typed.category, typed.designation
    elif typed.designation:
        category = typed.category
        for other, name in typed.alternatives:
            # one name for two systems ("Mistral" ship and missile): the noun tells which
            if other is noun.category and other is not category:
                category, designation = other, name
                typed = replace(typed, category=other, designation=name)
        named = noun is left and noun.category is Category.SENSOR  # "Frühwarnsysteme vom Typ AWACS"
        if noun.category in _PARTS and typed.category not in _PARTS and not (named and of_type):
            category, designation = noun.category, None
        elif typed.category is Category.MISSILE and noun is right and noun.category in _CARRIERS:
            # "Bastion armoured vehicles": another Bastion than the missile
            category, designation = noun.category, None
        elif (noun.category is Category.MISSILE and noun.airborne) or (
            noun.category is not Category.UNSPECIFIED
            and not noun.generic
            and noun.category is not typed.category
            and noun.category is Category.MISSILE
            and typed.category is not Category.AIR_DEFENCE
        ):
            category = noun.category
    return MaterielPhrase(
        category=category,
        designation=designation,
        start=min(left.start, right.start),
        end=max(left.end, right.end),
        first=min(left.first, right.first),
        last=max(left.last, right.last),
        generic=left.generic and right.generic and not designation,
        inside=left.inside if left.inside is not None else right.inside,
        civil=left.civil and right.civil,
        dual=left.dual and right.dual,
        number=right.number or left.number,
        maker=typed.maker,
    )


def _absorb(phrases: list[MaterielPhrase], text: str, triggers: set[int]) -> list[MaterielPhrase]:
    """ "Munition für den Gepard": what follows "für" belongs to the phrase before it."""
    kept: list[MaterielPhrase] = []
    for phrase in phrases:
        left = kept[-1] if kept else None
        if (
            left is not None
            and left.category in _COMPLEMENTED
            and left.inside is None
            and left.last not in triggers  # "a Foreign Military Sale of helicopters"
            and _FOR.match(text[left.end : phrase.start])
        ):
            left.end, left.last = phrase.end, phrase.last
            if left.category is Category.MISSILE and phrase.category is Category.AIR_DEFENCE:
                left.category = phrase.category  # "Lenkflugkörper für Patriot"
            left.civil = left.civil and phrase.dual
            left.dual = left.dual and phrase.dual
            continue
        kept.append(phrase)
    return kept


def _is_fought(words: list[Word], first: int, above: int, grammar: Grammar) -> bool:
    """ "zur Abwehr iranischer Drohnen", "to counter Iranian drones": not what is given."""
    if grammar.language == "de":
        genitive = words[above + 1].low.endswith("er") and above + 1 < first
        return above >= 0 and genitive and words[above].low in grammar.words("activities")
    return any(w.low in _FIGHTING for w in words[max(0, above, first - 4) : first])


def _place(words: list[Word], phrase: MaterielPhrase, grammar: Grammar, parties: set[int]) -> None:
    """Find determiner and preposition to the left."""
    k = phrase.first - 1
    steps = 0
    while k >= 0 and steps < 7:
        word = words[k]
        if word.tag in ("num", "poss") or (
            word.tag in ("word", "noun", "part", "ing", "verb?") and word.text[0].isalnum()
        ):
            names = k == phrase.first - 1 and word.low.endswith(_SYSTEMS)  # "das System Arrow 3"
            if (
                word.tag == "noun"
                and grammar.language == "de"
                and not (names or word.text[0].isdigit())
            ):
                break
            if word.tag in ("part", "ing") and words[k + 1].tag == "num":
                break  # "has in recent years taken 44 vehicles": the verb
            if word.end in parties and words[k + 1].tag == "num":
                break  # "gave the army in Mali 40 howitzers": where the army is
            if word.tag == "ing" and k and words[k - 1].low in _BEFORE_GERUNDS:
                break  # "by sending missiles": the object of the verb
            k -= 1
            steps += 1
            continue
        break
    if k >= 0 and words[k].tag == "det":
        phrase.definite = words[k].low in _DEFINITE
        k -= 1
    if _is_fought(words, phrase.first, k, grammar):
        phrase.incidental = True
    if k >= 0 and words[k].low in ABOARD:
        phrase.incidental = True  # "on board a C-17": what carries the goods
    if k >= 0 and words[k].tag == "prep" and words[k].low not in _TEMPORAL:
        phrase.preposition = grammar.contractions.get(words[k].low, words[k].low)
        before = words[k - 1].low if k else ""
        if before in ("etwa", "beispielsweise", "say") and k >= 2:
            before = words[k - 2].low
        phrase.incidental = phrase.incidental or before in grammar.words("activities")
