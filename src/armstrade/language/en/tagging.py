"""Which English words are verbs, nouns, conjunctions: the tags that clauses are cut by.

Many words can be noun or verb ("order", "supply"); their left neighbour decides.
"""

from __future__ import annotations

from collections.abc import Mapping

from armstrade.language.grammar import Grammar, grammar
from armstrade.language.words import NO_READINGS, Look, Looks, Readings, VerbReading, Word

_BEHIND_NOUN = grammar("en").words("behind_nouns")
_BEHIND_PARTICIPLE = grammar("en").words("behind_participles")
_REDUCED = grammar("en").words("reduced_relatives")
_ZERO_THAT = grammar("en").words("zero_that_verbs")
_NUMERALS = grammar("en").words("numerals")
BREAKS = frozenset(";:–—()…")
# No verb begins with them.
_SMALL_WORDS = (
    grammar("en").determiners.keys()
    | grammar("en").prepositions.keys()
    | grammar("en").words("coordinators")
    | grammar("en").words("subordinators")
    | grammar("en").words("weak_subordinators")
    | grammar("en").words("subject_pronouns")
)
MODALS = grammar("en").words("modals")
BE = grammar("en").words("be_forms")
HAVE = grammar("en").words("have_forms")
DO = grammar("en").words("do_forms")
# The longest insertion between commas, in words.
_INSERTED = 14
_SEEING = grammar("en").words("seeing")
_BE_HAVE = BE | HAVE
_MODALS_DO = MODALS | DO
_AUXILIARIES = MODALS | DO | BE | HAVE
_BEFORE_PARTICIPLE = BE | HAVE | {"be", "been", "being", "having", "get", "gets", "got", "getting"}
_ADJECTIVE_ENDINGS = tuple(grammar("en").words("adjective_endings"))
ADVERBS = grammar("en").words("verb_adverbs")
# Words that more is asked of than whether they can be verbs; few words of a text are.
_SPECIAL = (
    _AUXILIARIES.union(grammar("en").determiners, grammar("en").prepositions)
    .union(
        *(
            grammar("en").words(name)
            for name in (
                "never_verbs",
                "attributive_forms",
                "subordinators",
                "weak_subordinators",
                "coordinators",
                "subject_pronouns",
                "dative_pronouns",
            )
        )
    )
    .union(("may", "provided", "my", "your", "'s", "'"))
)


def looks(grammar: Grammar, verbs: Mapping[str, Readings]) -> Looks:
    """The tags that forms have in any company; `tag` sees to the others."""
    asked = grammar.words("never_verbs") | grammar.words("attributive_forms")
    determiners = grammar.determiners.keys() - asked - {"may", "provided"}

    def look(form: str, low: str) -> Look:
        plain, capital = low.replace("’", "'"), form[0].isupper()
        if plain in ("'s", "'"):
            return Look(low, "poss", settled=True)
        if plain in determiners:
            return Look(low, "det", settled=True)
        readings = verbs.get(plain) or _unknown_verb(low, grammar, capital=capital)
        if readings or plain in _SPECIAL:
            return Look(low, "word")
        return Look(low, "noun" if capital else "word", settled=True)

    return Looks(look)


def tag(
    words: list[Word], unsettled: list[Word], grammar: Grammar, verbs: Mapping[str, Readings]
) -> None:
    """Set ``tag`` and ``verbs``, left to right, of the words that their form does not settle."""
    for word in unsettled:
        i = word.i
        low = word.low.replace("’", "'")
        readings = verbs.get(low) or _unknown_verb(word.low, grammar, capital=word.capital)
        if low not in _SPECIAL:
            if readings and _may_be_verb(words, i, readings, grammar):
                word.verbs = readings
                word.tag = _verb_tag(words, i, readings)
            elif word.capital:
                word.tag = "noun"
            continue
        arms = low == "arms" and next_low(words, i) in grammar.determiners  # "arms the rebels"
        arms = arms or (low == "part" and next_low(words, i) == "with")  # "will part with"
        if (low in grammar.words("never_verbs") and not arms) or _attribute(words, i, grammar):
            word.tag = "noun" if word.capital else "word"
        elif low == "may" and word.capital and i and not _shouting(words):
            word.tag = "noun"  # the month
        elif low == "provided" and _condition(words, i):
            word.tag = "sub"
        elif low in grammar.determiners or low in ("my", "your"):
            word.tag = "det"
        elif low in _AUXILIARIES:
            word.tag = "fin"
            word.verbs = readings or NO_READINGS
            if low in ("be", "been", "being", "having"):
                word.tag = "aux"
        elif low in grammar.words("subordinators") or low in grammar.words("weak_subordinators"):
            word.tag = "sub"
            if low == "that" and i and words[i - 1].tag in ("prep",):
                word.tag = "pron"
        elif low in grammar.words("coordinators"):
            # "has yet to deliver" negates and joins nothing
            idle = (low, next_low(words, i)) in (("yet", "to"), ("so", "far"), ("so", "long"))
            idle = idle or (low == "yet" and not _joins(words, i))
            word.tag = "word" if idle else "coord"
        elif readings and _may_be_verb(words, i, readings, grammar):
            word.verbs = readings
            word.tag = _verb_tag(words, i, readings)
        elif low in grammar.prepositions:
            word.tag = "prep"
        elif word.text == "US":
            word.tag = "noun"  # the state, not the pronoun
        elif low in grammar.words("subject_pronouns") or low in grammar.words("dative_pronouns"):
            word.tag = "pron"
        elif word.capital:
            word.tag = "noun"


def _joins(words: list[Word], i: int) -> bool:
    """Whether "yet" stands between clauses, unlike that of "has not yet delivered"."""
    return i == 0 or words[i - 1].tag == "punct" or words[i - 1].low == "and"


def _unknown_verb(low: str, grammar: Grammar, *, capital: bool) -> Readings | None:
    """ "bombed", "rerouted": verbs that no list knows still end clauses."""
    if capital or len(low) < 6 or not low.endswith("ed") or not low.isalpha():
        return None
    if low in grammar.words("no_participles") or low.endswith("eed"):
        return None
    return Readings([VerbReading(low, "", frozenset({"past", "part"}))])


def next_low(words: list[Word], i: int) -> str:
    return words[i + 1].low if i + 1 < len(words) else ""


def _attribute(words: list[Word], i: int, grammar: Grammar) -> bool:
    """ "landing craft", "armed drones": looks like a verb and only describes the noun behind it."""
    if words[i].low not in grammar.words("attributive_forms"):
        return False
    head = next_low(words, i)
    if words[i].low.endswith("ing"):
        return head in grammar.words("attributed_heads")
    left = words[i - 1] if i else None
    if left is not None and left.low.replace("’", "'") in _BE_HAVE:
        return False
    return (
        i + 1 < len(words)
        and words[i + 1].text[0].isalnum()
        and not (
            words[i].low == "armed" and words[i + 1].capital  # "has armed Hezbollah"
        )
        and not (head in grammar.prepositions or head in grammar.determiners)
    )


def _condition(words: list[Word], i: int) -> bool:
    """ "provided (that) the neighbours agree" is a conjunction."""
    left = words[i - 1] if i else None
    if left is None:
        return True
    return next_low(words, i) == "that" or (
        left.text == "," and next_low(words, i) not in ("by", "to")
    )


def _may_be_verb(words: list[Word], i: int, readings: Readings, grammar: Grammar) -> bool:
    word = words[i]
    features = readings.features
    left = words[i - 1] if i else None
    right = words[i + 1] if i + 1 < len(words) else None
    skip = i - 1
    if (
        skip >= 1
        and words[skip].low in ("each", "both", "all")
        and words[skip - 1].tag in ("fin", "noun")
    ):
        # "have each asked", "the ministries both confirmed"
        skip -= 1
        left = words[skip]
    while (skip >= 0 and words[skip].low in ADVERBS) or (
        skip >= 0 and words[skip].low.endswith("ly") and words[skip].tag == "word"
    ):
        skip -= 1
    near = words[skip] if skip >= 0 else None
    if word.capital and near is not None and not _shouting(words):
        return False
    if near is None:
        # Headline or imperative: "Supplying arms …", "Sent to Syria, …"
        return "ing" in features or features == {"part", "past"} or "part" in features
    if near.low == "to":
        return "base" in features and not (left is not None and left.tag == "det")
    if near.low.replace("’", "'") in _MODALS_DO:
        return "base" in features
    if near.low.replace("’", "'") in ("not", "n't", "never"):
        return True
    if near.tag == "aux" or (near.tag == "fin" and near.low.replace("’", "'") in _BE_HAVE):
        return bool(features & {"part", "ing"})
    if left is not None and left.tag in ("det", "poss", "num"):
        # "the supplied tanks", "its order": a noun or an attribute, except behind "the two sent".
        return (
            left.tag == "num"
            and bool(features & {"past"})
            and "base" not in features
            and not _counted_attribute(words, i)
        )
    numeral = left is not None and left.low in grammar.words("numerals")
    if numeral and "past" in features and _counted_attribute(words, i):
        return False
    if near.tag == "prep":
        return "ing" in features
    if "ing" in features or (features & {"past", "part"} and "base" not in features):
        return True
    if near.tag == "pron" or near.low in ("who", "which", "that"):
        return True
    if near.tag == "coord":
        return (
            "pres" in features
            or "past" in features
            or ("base" in features and _verb_before(words, skip))
        )
    if (
        {"base", "past"} <= features
        and near.tag in ("noun", "word")
        and right is not None
        and (
            right.low in grammar.determiners
            or (near.tag == "noun" and (right.capital or right.low in ("off", "short", "down")))
        )
    ):
        return True  # "Austria let Kosovo have …", "the ministry put the deal on hold"
    if word.low == "ships" and (
        near.tag == "word" or (right is not None and right.low in ("on", "off", "in", "for"))
    ):
        return False  # "three patrol ships on order"
    if "pres" in features and near.tag in ("fin", "inf", "part", "ing") and near is left:
        return False  # "cancelled permits", "approved transfers"
    if "pres" in features and any(char.isdigit() for char in near.text):
        return False  # "two C-130H transports"
    if "pres" in features and numeral and near is left and near.low != "one":
        return False  # "revoked nine licenses"
    if "pres" in features:
        # "Russia supplies tanks" is a verb, "arms supplies to Syria" a noun.
        if right is None or right.tag == "punct":
            return False
        if right.low in _BEHIND_NOUN:
            return (
                near.capital
                and right.low == "to"
                and near.tag == "noun"
                and (_begins_clause(words, i) or not _verb_before(words, i))
            )
        ahead = right.low in grammar.prepositions
        if ahead and near.text.islower() and _verb_before(words, i):
            return False  # "has stopped issuing export licenses for weapons"
        return near.capital or near.tag in ("noun", "punct") or not _looks_adjective(near)
    if "base" in features and (_behind_modal(words, i) or _behind_let(words, i)):
        return True
    if "base" in features:
        return (
            near.low.endswith("s")
            and near.tag in ("word", "noun")
            and not near.low.endswith(("ss", "us"))
            and not (right is not None and right.low in ("of", "from", "by"))
            and not _verb_before(words, i)
        )
    return False


def _counted_attribute(words: list[Word], i: int) -> bool:
    """ "four donated helicopters", not "the two sent tanks": what is counted was donated."""
    number = words[i - 1]
    behind = words[i + 1 : i + 2]
    if not behind or not (behind[0].capital or behind[0].low.endswith("s")):
        return False
    before = words[i - 2] if i > 1 else None
    return number.text.isdigit() or (before is not None and before.tag not in ("det", "punct"))


def _behind_modal(words: list[Word], i: int) -> bool:
    """ "will in addition receive", "could next year send": an adverbial in between."""
    for k in range(i - 2, max(-1, i - 6), -1):
        if words[k].low in _MODALS_DO:
            between = words[k + 1]
            return between.tag == "prep" or between.low in ("next", "this", "one")
        if words[k].tag in ("fin", "inf", "part", "punct", "sub", "coord", "det"):
            return False
    return False


def _behind_let(words: list[Word], i: int) -> bool:
    """ "will let drone cameras go to Ankara": an infinitive without "to"."""
    for k in range(i - 2, max(-1, i - 8), -1):
        if words[k].low in _SEEING and words[k].is_verb:
            return words[i - 1].capital  # "would see Saab deliver"
        if words[k].low in ("let", "lets", "letting"):
            return words[i].low in ("go", "pass", "have", "travel", "leave")
        if words[k].tag in ("sub", "coord", "punct"):
            return False
    return False


def _shouting(words: list[Word]) -> bool:
    """A headline in capitals, or in Title Case."""
    letters = [w for w in words if w.text[0].isalpha() and len(w.text) > 3]
    return bool(letters) and sum(w.capital for w in letters) >= 0.8 * len(letters)


def _looks_adjective(word: Word) -> bool:
    return word.low.endswith(_ADJECTIVE_ENDINGS)


def _begins_clause(words: list[Word], i: int) -> bool:
    """ "After Turkey gave way, China plans to …", "but China plans to …": a name before it."""
    k = i - 1
    while k > 0 and words[k].capital:
        k -= 1
    return words[k].tag == "coord" or (words[k].text == "," and words[0].tag in ("sub", "prep"))


def _verb_before(words: list[Word], i: int) -> bool:
    for k in range(i - 1, max(-1, i - 12), -1):
        if words[k].tag in ("fin", "inf", "part"):
            return True
        if words[k].tag in ("sub",) or words[k].text in BREAKS:
            return False
    return False


def _verb_tag(words: list[Word], i: int, readings: Readings) -> str:
    features = readings.features
    k = i - 1
    while k >= 0 and (
        words[k].low in ADVERBS
        or words[k].low in ("not", "never", "n't", "each", "both", "all")
        or words[k].low.endswith("ly")
    ):
        k -= 1
    near = words[k].low.replace("’", "'") if k >= 0 else ""
    if near == "to" and "base" in features:
        words[k].tag = "to"
        return "inf"
    if "base" in features and (near in _MODALS_DO or _behind_let(words, i)):
        return "inf"
    if near in _BEFORE_PARTICIPLE:
        return "ing" if "ing" in features and "part" not in features else "part"
    if "ing" in features:
        return "ing"
    if "past" in features or "part" in features:
        return _past_or_participle(words, i, features)
    return "fin"


def _past_or_participle(words: list[Word], i: int, features: frozenset[str]) -> str:
    if "past" not in features:
        return "part"
    word = words[i]
    left = words[i - 1] if i else None
    right = words[i + 1] if i + 1 < len(words) else None
    if left is None or left.tag in ("det", "poss"):
        return "part"
    # "tanks sent by Poland", "rifles bought from Brazil": a participle behind its noun.
    if right is not None and right.low in ("by",):
        return "part"
    if left.tag == "punct" and left.text == ",":
        if closes_insertion(words, i) and not _insertion_ahead(words, i):
            return "fin"
        if _insertion_ahead(words, i):
            return "part"
        return "part" if right is not None and right.low in ("by", "from", "to", "in") else "fin"
    if (
        right is not None
        and right.low in _BEHIND_PARTICIPLE
        and left.tag in ("word", "noun")
        and (not (left.capital and left.text.isalpha()) or _counted(words, i - 1))
        and (_finite_follows(words, i) or _describes_a_name(words, i))
    ):
        return "part"
    if (
        word.low in _REDUCED
        and right is not None
        and right.low in _BEHIND_PARTICIPLE
        and left.tag in ("word", "noun")
        and (not (left.capital and left.text.isalpha()) or _counted(words, i - 1))
        and _finite_ahead(words, i)
    ):
        return "part"
    return "fin"


def _finite_ahead(words: list[Word], i: int) -> bool:
    """ "unveiled the first of 12 jets bought from China": the clause has its finite verb."""
    for k in range(i - 1, -1, -1):
        if words[k].tag in ("sub", "coord", "punct", "pron"):
            return False
        if words[k].tag == "fin":
            return words[k].low not in _ZERO_THAT
    return False


def _describes_a_name(words: list[Word], i: int) -> bool:
    """ "Unimpex, a dealer registered in Bratislava, sold": between commas, before the verb."""
    opened = any(
        words[k].text == "," and words[k + 1].tag == "det" for k in range(max(1, i - 5), i - 1)
    )
    closing = next((w.i for w in words[i + 1 : i + 8] if w.text == ","), 0) if opened else 0
    behind = words[closing + 1] if 0 < closing < len(words) - 1 else None
    return behind is not None and behind.low.isalpha() and behind.low not in _SMALL_WORDS


def _insertion_ahead(words: list[Word], i: int) -> bool:
    """ "the jets, refurbished in Lviv, were": a participle, closed by a comma and an auxiliary."""
    for k in range(i + 1, min(len(words) - 1, i + _INSERTED)):
        if words[k].text == ",":
            return words[k + 1].low.replace("’", "'") in _AUXILIARIES
        if words[k].low.replace("’", "'") in _AUXILIARIES or words[k].text in BREAKS:
            return False
    return False


def closes_insertion(words: list[Word], i: int) -> bool:
    """ "the jets, known as Falcons, arrived": the comma before ends what an earlier one began."""
    commas = 0
    for k in range(i - 1, max(-1, i - 1 - _INSERTED), -1):
        if words[k].tag == "fin" or words[k].tag == "sub" or words[k].text in BREAKS:
            return False
        if words[k].text == ",":
            commas += 1
        if words[k].tag == "coord":
            return False
        if commas == 2:
            return words[k + 1].tag in ("part", "det")
    return False


def _counted(words: list[Word], i: int) -> bool:
    """ "the six Typhoons", "12 Hawks": goods, although they are written with a capital."""
    return i > 0 and (words[i - 1].tag == "num" or words[i - 1].low in _NUMERALS)


def _finite_follows(words: list[Word], i: int) -> bool:
    for k in range(i + 1, len(words)):
        low = words[k].low.replace("’", "'")
        if (words[k].tag == "punct" and words[k].text in BREAKS) or low in (
            "that",
            "which",
            "who",
            "and",
        ):
            return False
        if low in _AUXILIARIES and low not in ("be", "been", "being", "having"):
            return True
    return False
