"""Which quantity counts which materiel, and numbers that count what was named before."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from armstrade.claims import Category, Quantity, Span
from armstrade.claims.enums import Counting, Unit
from armstrade.language.grammar import Grammar, all_words
from armstrade.language.quantities import QuantityMatch
from armstrade.language.words import Word

from .phrases import MaterielPhrase

_COUNTED = frozenset({"count", "vague", "article", "ordinal"})
_YEARS = range(1900, 2050)
_AFTER_BARE = all_words("after_bare_number")
# "über 60 Drohnen", "around 40 tanks": the preposition belongs to the number.
_COUNTING_PREPOSITIONS = tuple(f"{words} " for words in all_words("counting_prepositions"))
_UNIT_LINK = re.compile(
    r"^\s*(?:mit|with|of(?: the)?|an|voller|full of|loaded with)\b", re.IGNORECASE
)
# "60 of the tanks", "sechs Stück des Modells", "two of the army's drones"
_OF_THE = re.compile(
    r"^\s*(?:(?:Stück|Exemplare|Maschinen|Geräte|units|examples)\s+)?"
    r"(?:of (?:the|its|their|these|those)(?: \S+['’]s)?|of|der|des|dieser|seiner|ihrer|vom|von)\s+"
)
# "zwei auf der Werft gebaute", "drei von Polen geleaste"
_ATTRIBUTE = re.compile(
    r"^\s*(?:auf|von|in|aus|für|an|vom|bei|im|durch)\s[\w\s-]{3,60}?\s"
    r"[a-zäöü]+(?:te|ten|ter|ene|enen)\s"
)
# "four 2,500-tonne corvettes"
_SIZE = re.compile(r"^\s\d[\d.,]*\s?-?t(?:on(?:ne)?s?)?\b")
# "400 lasergelenkte, luftgestützte", "400 laser-guided, "
_LISTED = re.compile(
    r"^\s(?:[a-zäöüß]+(?:te|ne|ge|he|le|se|ten|nen|gen|hen|len|sen),\s|[a-z]+-[a-z]+,\s|[a-z]+ed,\s)+"
)
_SUBSET = re.compile(r"^\s*of (?:the|its|their|these|those)\b")
_PART = re.compile(
    r"^\s+(?:(?:out )?of|von|der|unter)(?:\s+(?:the|its|their|den|diesen|insgesamt))?\s+$"
)
_FRACTION = re.compile(
    r"(?:\w+\s+)?(?:thirds?|quarters?|half(?! an? )|Drittel|Viertel|Hälfte)\b", re.IGNORECASE
)
_GAP_STOP = re.compile(
    r"[.,;:!?()–—]|\b(?:und|and|oder|or|of|für|for|an|to|mit|with|von|from|"
    r"aus|in|der|die|das|dem|den|the|to|nach|im|am|bei|at|on|wird|will|hat|has|had|"
    r"über|about|over|have|haben|hatte|hatten|ist|is|are|sind|was|were|war|waren|wurden|wurde)\b",
    re.IGNORECASE,
)
_IN = frozenset({"in"})
_UNNAMED = all_words("unnamed_pieces")
# Pieces that can only be aircraft ("18 Maschinen").
_FLYERS = all_words("pointing_flyers")
# Ends of German nouns of materiel that are feminine and in the singular.
_FEMININE = ("tte", "hne", "ete", "bitze", "ate", "ine", "erie")
_TYPES = all_words("type_nouns")
_OTHERS = all_words("remaining")
_EACH = re.compile(r"(?:je|jeweils)\s", re.IGNORECASE)
_COPIES = re.compile(
    r"^\s*(?:Exemplaren?|Stück|Einheiten|units|copies|pieces|examples)\b"
    r"(?:\s+(?:des|der|von|of|of the)\b)?"
)


def quantity_slot(text: str, match: QuantityMatch | None) -> Quantity | None:
    """The slot of a claim that a quantity found in its text fills, if it counts goods.

    Examples
    --------
    >>> from armstrade.language.quantities import quantities
    >>> text = "Berlin schickt mehr als 200 Panzer."
    >>> quantity_slot(text, quantities(text, 0, len(text), "de")[0]).min
    200
    """
    if match is None or match.kind not in _COUNTED:
        return None
    return Quantity(
        min=match.min,
        max=match.max,
        unit=Unit(match.unit),
        span=Span.of(text, match.start, match.end),
        counting=Counting(match.counting) if match.counting else None,
    )


def bare_numbers(
    words: list[Word],
    phrases: list[MaterielPhrase],
    quantities: Sequence[QuantityMatch],
    grammar: Grammar,
    parties: Collection[int],
) -> list[MaterielPhrase]:
    """Numbers without a noun ("Weitere 34 sollen folgen"): they count what was named before."""
    used = {id(p.quantity) for p in phrases}
    found: list[MaterielPhrase] = []
    for quantity in quantities:
        if id(quantity) in used or not (
            _counts(quantity, grammar) or _is_ordinal(words, quantity, grammar)
        ):
            continue
        inside = [w for w in words if quantity.start <= w.start < quantity.end]
        if not inside or _in_brackets(words, inside) or _tells_how(words, inside[0].i, quantity):
            continue
        following = words[inside[-1].i + 1] if inside[-1].i + 1 < len(words) else None
        if (
            following is not None
            and following.tag in ("word", "attr")
            and following.i + 1 < len(words)
        ):
            behind = words[following.i + 1]  # "zwölf gebrauchte Maschinen"
            if grammar.language == "de" and behind.low in _UNNAMED and behind.capital:
                following = behind
        year = quantity.min == quantity.max and quantity.min in _YEARS
        more = quantity.counting == "additional"  # "Weitere 2000 folgen"
        if year and not more and (following is None or following.low not in _UNNAMED):
            continue
        if quantity.min != quantity.max and quantity.min in _YEARS and quantity.max in _YEARS:
            continue  # "zwischen 2012 und 2015"
        if following is not None and following.low in _OTHERS:  # "die beiden übrigen"
            following = words[following.i + 1] if following.i + 1 < len(words) else None
        pieces = following is not None and following.low in _UNNAMED
        flying = pieces and following is not None and following.low in _FLYERS
        if pieces and following is not None:
            # "bestellte 19 Exemplare", "bought six units": they count what was named before
            following = words[following.i + 1] if following.i + 1 < len(words) else None
        pieces = pieces or (quantity.unit != "piece" and grammar.language == "de")
        before = words[inside[0].i - 1] if inside[0].i else None
        if (
            before is not None
            and not pieces
            and quantity.counting != "additional"
            and before.tag in ("prep", "noun")
            and before.low not in ("of", "von")
        ):
            spelt = before.tag == "noun" and all(w.text.isalpha() for w in inside)
            if following is not None and following.tag == "coord":
                after = words[following.i + 1 : following.i + 2]
                spelt = spelt and bool(after) and after[0].capital
            shared = before.end in parties and any(
                p.quantity and p.end < before.start for p in phrases
            )
            shared = shared and (following is None or following.tag in ("punct", "coord"))
            if not (shared or (spelt and grammar.language == "en")):  # "Mali erhielt vier, Togo 2"
                continue
        if following is not None and not (
            following.is_verb
            or (
                pieces
                and grammar.language == "de"
                and (_ends_phrase(words, following) or _are_of_maker(words, following, phrases))
            )
            or (pieces and following.tag == "pron")  # "the four units it shipped to Quito"
            or following.tag in ("punct", "coord", "aux", "verb?")
            or following.low in _AFTER_BARE
        ):
            continue
        if following is not None and following.low == "of" and not _of_known(words, following.i):
            continue  # "tens of thousands of jobs"
        if (
            following is not None
            and following.text in ("%", "-", "/", ":", ".", *"$€£")
            and following is not words[-1]
        ):
            continue
        found.append(
            MaterielPhrase(
                category=Category.AIRCRAFT if flying else Category.UNSPECIFIED,
                designation=None,
                start=quantity.start,
                end=quantity.end,
                first=inside[0].i,
                last=inside[-1].i,
                generic=True,
                definite=True,
                quantity=quantity,
                anaphoric=True,
            )
        )
    return found


def _ends_phrase(words: list[Word], following: Word) -> bool:
    """ "18 Maschinen für 850 Millionen", "36 Maschinen dieses Typs": nothing else is counted."""
    if following.low in ("des", "der", "vom", "von"):
        return False
    return following.tag in ("prep", "word", "det", "particle") and not following.capital


def _are_of_maker(words: list[Word], following: Word, phrases: Sequence[MaterielPhrase]) -> bool:
    """ "22 Exemplare von Expal", "18 Stück vom Typ …" of a type that the lexicon does not know."""
    behind = words[following.i + 1 : following.i + 2]
    if following.low not in ("von", "vom") or not behind or not behind[0].capital:
        return False
    if following.low == "vom" and behind[0].low not in _TYPES:
        return False
    return not any(following.i < p.first <= following.i + 3 for p in phrases)


def _in_brackets(words: list[Word], inside: list[Word]) -> bool:
    """ "Kim Jong Un (40)": an age."""
    before, behind = words[max(0, inside[0].i - 1)], words[min(inside[-1].i + 1, len(words) - 1)]
    return before.text == "(" and behind.text == ")"


def _counts(quantity: QuantityMatch, grammar: Grammar) -> bool:
    if quantity.kind != "count":
        return False
    return quantity.unit == "piece" or grammar.language == "de"  # "kaufte drei Batterien"


def _is_ordinal(words: list[Word], quantity: QuantityMatch, grammar: Grammar) -> bool:
    """ "Das erste soll im Mai übergeben werden", "Die ersten trafen ein": of what was named."""
    if grammar.language == "en":
        return quantity.kind == "ordinal" and _without_noun(words, quantity, grammar)
    if quantity.kind not in ("ordinal", "vague"):
        return False
    inside = [w for w in words if quantity.start <= w.start < quantity.end]
    if len(inside) != 2 or inside[0].tag != "det" or not _opens_clause(words, inside[0].i):
        return False
    following = words[inside[-1].i + 1] if inside[-1].i + 1 < len(words) else None
    return following is not None and (
        following.tag in ("fin", "verb?") or following.low in _UNNAMED
    )


def _opens_clause(words: list[Word], i: int) -> bool:
    """ "Die ersten …", "zwölf sind bestellt; die ersten …", "2027 soll der erste …"."""
    return i <= 2 or words[i - 1].text in ",;:–—" or words[i - 1].tag in ("fin", "coord")


def _without_noun(words: list[Word], quantity: QuantityMatch, grammar: Grammar) -> bool:
    """ "The third is due in May", "has offered a second": an ordinal that stands for goods."""
    inside = [w for w in words if quantity.start <= w.start < quantity.end]
    before = words[inside[0].i - 1 : inside[0].i] if inside and inside[0].i else inside
    if not any(w.tag == "det" for w in (*before, *inside[:1])):
        return False
    behind = words[inside[-1].i + 1 : inside[-1].i + 2]
    if behind and behind[0].low in grammar.cue("speech"):
        return False  # "a third said that"
    return not behind or behind[0].tag in ("fin", "aux") or behind[0].text in ",.;"


def _of_known(words: list[Word], of: int) -> bool:
    """ "six of them", "two of the jets": part of what was named."""
    behind = words[of + 1] if of + 1 < len(words) else None
    return behind is not None and behind.tag in ("det", "pron", "poss", "sub")


def count_phrases(
    words: list[Word],
    phrases: list[MaterielPhrase],
    quantities: Sequence[QuantityMatch],
    text: str,
    carriers: set[int],
) -> None:
    """Give each quantity to the phrase that it counts; `carriers` are the trigger nouns."""
    free = [
        q
        for q in quantities
        if q.kind in ("count", "vague", "article", "ordinal")
        and not _FRACTION.match(text, q.start)
        and not _displaces(q, phrases)
    ]
    for quantity in free:
        for phrase in phrases:
            if phrase.inside is not None or (phrase.generic and phrase.last in carriers):
                continue  # "zwei Waffenlieferungen", "an arms deal": counts the deals
            if phrase.quantity is not None and phrase.quantity.kind != "vague":
                continue
            if quantity.start <= phrase.start and quantity.end <= phrase.end:
                gap = text[quantity.end : phrase.start]
                attribute = _ATTRIBUTE.fullmatch(gap) is not None
                if quantity.unit != "piece":
                    gap = _UNIT_LINK.sub(" ", gap, count=1)
                if _only_modifiers(gap):
                    if (
                        quantity.kind in ("article", "ordinal")
                        and quantity.unit == "piece"
                        and (_is_plural(phrase, text) or _first_ones(phrase, quantity, text))
                    ):
                        break
                    if quantity.kind == "article" and _deal_between(
                        words, quantity, phrase, carriers
                    ):
                        break
                    if (_verb_between(words, quantity, phrase) and not attribute) or any(
                        quantity.end <= other.start
                        and other.end <= phrase.start
                        and other.kind == "count"
                        and (
                            quantity.kind in ("article", "count")
                            or quantity.unit != "piece"
                            or _noun_between(words, quantity, other)
                        )
                        for other in free
                    ):
                        break
                    part = _part_of(quantities, quantity, text)
                    phrase.quantity, phrase.whole = part or quantity, quantity
                    if part is None and _SUBSET.match(gap) and quantity.kind == "count":
                        # "the first four of the jets it bought": of more that nobody counts
                        phrase.whole = replace(quantity, min=None, max=None, kind="vague")
                    if (
                        text[quantity.start : quantity.end]
                        .lower()
                        .startswith(_COUNTING_PREPOSITIONS)
                    ):
                        phrase.preposition = ""
                    break
            if quantity.start > phrase.start:
                continue
    for one, other in pairwise(phrases):
        if other.quantity is None and _counts_each(one, other, text):
            other.quantity = one.quantity
    _count_part(words, phrases, free)


def _displaces(quantity: QuantityMatch, phrases: Sequence[MaterielPhrase]) -> bool:
    """ "four 2,500t corvettes": how big they are."""
    near = (p for p in phrases if quantity.end <= p.start <= quantity.end + 1)
    return quantity.unit == "tonne" and any(p.category is Category.SHIP for p in near)


def _tells_how(words: list[Word], first: int, quantity: QuantityMatch) -> bool:
    """ "geliefert in drei Tranchen": counts no goods."""
    return quantity.unit == "shipment" and first > 0 and words[first - 1].low in _IN


def _count_part(
    words: list[Word], phrases: list[MaterielPhrase], free: Sequence[QuantityMatch]
) -> None:
    """ "Von den 40 zugesagten Panzern hat Rom erst [zehn] geliefert": so many of them. German."""
    whole = phrases[0].quantity if phrases else None
    if whole is None or whole.kind != "count" or len(phrases) > 1 or words[0].low != "von":
        return
    if not any(word.start == whole.start for word in words[1:3]):
        return  # "Von Peru kauft Oman 16 Jets": the preposition is about something else
    for part in free:
        inside = [w.i for w in words if part.start <= w.start < part.end]
        behind = words[inside[-1] + 1 : inside[-1] + 2] if inside else []
        if any(word.low == "nummer" for word in words[: behind[0].i if behind else 0]):
            return  # "kamen Nummer 19 und 20 an"
        if part.kind == "count" and part.start > phrases[0].end and behind:
            if behind[0].tag in ("prep", "punct", "particle", "word", "coord") or behind[0].is_verb:
                phrases[0].quantity, phrases[0].whole = part, whole
            return


def _counts_each(one: MaterielPhrase, other: MaterielPhrase, text: str) -> bool:
    """ "je 14 Jets und Lenkwaffen": as many of the second. German."""
    quantity = one.quantity
    if quantity is None or not _EACH.match(text, quantity.start):
        return False
    return text[one.end : other.start].split() in (["und"], ["sowie"])


def _part_of(
    quantities: Sequence[QuantityMatch], whole: QuantityMatch, text: str
) -> QuantityMatch | None:
    """ "Two of the four", "das erste von zwei": the part is what is spoken of."""
    for quantity in quantities:
        if (
            quantity.kind in ("count", "ordinal", "vague")
            and (quantity.unit == "piece" or quantity.kind == "count")
            and quantity.end < whole.start
            and (_PART.match(text[quantity.end : whole.start]))
        ):
            return quantity
    return None


def _is_plural(phrase: MaterielPhrase, text: str) -> bool:
    """ "die ersten Panzer", "its first TB2s", "the first Rafales": more than one."""
    if phrase.number == "plural":
        return True
    words = text[phrase.start : phrase.end]
    name = phrase.designation or ""
    return bool(re.search(r"[A-Z0-9]s$", words)) or words == f"{name}s"


def _first_ones(phrase: MaterielPhrase, quantity: QuantityMatch, text: str) -> bool:
    """ "Polen erhält erste K2": without an article and an ending there are several."""
    if text[quantity.start : quantity.end].lower() not in ("erste", "letzte"):
        return False
    return not text[phrase.start : phrase.end].endswith(_FEMININE)  # "erste Fregatte"


def _verb_between(words: list[Word], quantity: QuantityMatch, phrase: MaterielPhrase) -> bool:
    """A finite verb between number and noun: the number counts something else."""
    return any(
        w.tag == "fin" and w.low != "used" for w in words if quantity.end <= w.start < phrase.start
    )


def _deal_between(
    words: list[Word], quantity: QuantityMatch, phrase: MaterielPhrase, carriers: set[int]
) -> bool:
    """ "ein Verkauf spanischer Panzer": one sale, whatever the number of tanks."""
    return any(quantity.end <= words[k].start and k < phrase.first for k in carriers)


def _noun_between(words: list[Word], quantity: QuantityMatch, other: QuantityMatch) -> bool:
    """ "als erster Kunde 218 Panzer": the ordinal has a noun of its own."""
    return any(w.tag == "noun" for w in words if quantity.end <= w.start < other.start)


def _only_modifiers(gap: str) -> bool:
    """At most a few adjectives, or "of (the)", between number and noun."""
    gap = _SIZE.sub(" ", _COPIES.sub(" ", gap, count=1), count=1)
    if _LISTED.match(gap):
        gap = gap.replace(",", "")
    if not _ATTRIBUTE.match(gap):
        gap = _OF_THE.sub(" ", gap, count=1)
    gap = _ATTRIBUTE.sub(" ", gap, count=1)
    if len(gap) > 48 or _GAP_STOP.search(gap):
        return False
    return len(gap.split()) <= 4
