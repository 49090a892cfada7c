"""Where a party stands: the whole noun phrase around its name, its preposition and its case.

A frame asks for places ("who stands in the dative"), so each phrase must know its own.
"""

from __future__ import annotations

from armstrade.language.grammar import Grammar, all_words, grammar
from armstrade.language.words import Word
from armstrade.lexicon.tables import rebels_of

from .circumstances import is_circumstance
from .phrases import ALL_CASES, PartyPhrase

_GERMAN_ADJECTIVE = ("e", "en", "er", "es", "em")
_ITS = ("sein", "ihr")
_AGENT_ENDINGS = tuple(grammar("de").words("agent_endings"))
_NATIONAL_ENDINGS = tuple(grammar("en").words("nationality_endings"))
_ENGLISH_PREMODIFIERS = grammar("en").words("premodifiers")
_ORGAN_MODIFIERS = grammar("en").words("organ_modifiers")
_LOCAL_HEADS = grammar("en").words("local_heads")
_ENGLISH_AGENT_HEADS = grammar("en").words("agent_heads")
# Institutions and groups, whose names may be longer than the lexicon knows.
_NAMED_AT_LENGTH = frozenset({"army", "ministry", "government", "armed_group", "company"})
_NATION_ADJECTIVES = tuple(f"isch{ending}" for ending in ("e", "en", "er", "em", "es"))
_NAMELESS = all_words("nameless_takers")
_POSTED = tuple(all_words("posted"))
_NOMINAL_ENDINGS = tuple(grammar("de").words("nominal_endings"))


def is_agent(word: Word, grammar: Grammar) -> bool:
    """Whether a noun acts for the state named with it ("Armee", "ministry", a title)."""
    low = word.low
    if low in grammar.words("agents") or low in grammar.words("titles"):
        return True
    if grammar.language == "de" and word.capital and low[:-1] in grammar.words("titles"):
        return True  # "des Generals"
    if grammar.language == "de":
        return low.endswith(_AGENT_ENDINGS)
    return False


def place_phrase(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> None:
    """Find the start of the noun phrase, its determiner and its preposition."""
    if phrase.modifies is not None and not phrase.genitive:
        if grammar.language == "en":
            phrase.outer = _outer_preposition(words, phrase.first - 1)
        return
    k = phrase.first - 1
    if grammar.language == "de" and _is_quoted_name(words, phrase):
        k -= 2
    agent_before = False
    while k >= 0:
        word = words[k]
        if _is_title_or_adjective(word, grammar):
            agent_before = agent_before or is_agent(word, grammar)
            k -= 1
            continue
        if phrase.kind == "description" and _of_the_organ(words, k):
            k -= 1
            continue
        if agent_before and grammar.language == "en" and _nationality(word):
            k -= 1  # "from the French company Thales"
            continue
        if grammar.language == "en" and _of_the_name(words, k, phrase):
            k -= 1
            continue
        if agent_before and grammar.language == "de" and _is_town_adjective(words, k):
            k -= 1  # "der Kieler Werft TKMS"
            continue
        break
    phrase.first = k + 1
    if grammar.language == "de" and _named_by_noun(words, phrase, k):
        k -= 1
    determiner = None
    if k >= 0 and words[k].tag == "det":
        determiner = words[k]
        phrase.first = k
        k -= 1
    if k >= 0 and words[k].tag == "prep" and not phrase.preposition:
        preposition = words[k].low
        phrase.outer = preposition
        phrase.preposition = grammar.contractions.get(preposition, preposition)
        if preposition == "of" and k > 1 and words[k - 1].low == "way" and words[k - 2].low == "by":
            phrase.preposition = "via"
        if preposition == "to" and k and words[k - 1].low == "according":
            phrase.preposition = "according to"
        phrase.cases = _prepositional_case(grammar, preposition)
        _attach_to_agent(words, phrase, k, grammar)
        behind_account = k > 0 and words[k - 1].low in grammar.words("accounts")
        if phrase.preposition in ("von", "aus") and behind_account:
            phrase.preposition = ""  # "nach Angaben von Präsident X", "nach Berichten aus Kiew"
            _post_genitive(words, phrase, grammar, noun=k - 1)
        if phrase.preposition == "of" and grammar.language == "en":
            _attach_to_name(words, phrase, k, grammar)
        return
    if k >= 2 and words[k].low in ("wie", "like", "as") and words[k - 1].tag in ("noun", "word"):
        # "mit Ländern wie Pakistan", "from countries such as Iran": the preposition reaches on
        j = k - 2 if words[k - 1].low != "such" else k - 3
        while j >= 0 and words[j].tag in ("word", "det", "attr"):
            j -= 1
        if j >= 0 and words[j].tag == "prep":
            phrase.preposition = grammar.contractions.get(words[j].low, words[j].low)
            phrase.cases = _prepositional_case(grammar, words[j].low)
            return
    if (
        k >= 1
        and words[k].low in ("als", "than", "like", "unlike")
        and (
            words[k - 1].low in ("anders", "mehr", "weniger", "rather", "other", "more", "less")
            or words[k].low in ("like", "unlike")
        )
    ):
        phrase.preposition = words[k].low  # a comparison, no part of the clause
        return
    if k >= 1 and grammar.language == "de" and _compared(words, k):
        phrase.preposition = "wie"
        return
    if k >= 1 and words[k].low == "to" and words[k].tag in ("prep", "to"):
        phrase.preposition = "to"
    if grammar.language == "de" and determiner is not None:
        phrase.cases = _determiner_cases(words, phrase, determiner, grammar)
        if phrase.cases <= {"gen"} or (
            "gen" in phrase.cases
            and (
                ("dat" in phrase.cases and _genitive_place(words, phrase, grammar))
                or (phrase.first > 0 and is_circumstance(words[phrase.first - 1], grammar))
            )
        ):
            _post_genitive(words, phrase, grammar)
    elif grammar.language == "de" and phrase.kind == "pronoun":
        low = words[phrase.last].low
        if low in grammar.words("dative_pronouns") and low not in grammar.words("subject_pronouns"):
            phrase.cases = frozenset({"dat"})
        elif low in ("er", "man", "wir", "ich"):
            phrase.cases = frozenset({"nom"})
        elif low == "ihn":
            phrase.cases = frozenset({"acc"})
    elif grammar.language == "en" and phrase.kind == "pronoun":
        low = words[phrase.last].low
        if low in ("he", "she", "they", "we", "i"):
            phrase.cases = frozenset({"nom"})
        elif low in ("him", "them", "us", "me"):
            phrase.cases = frozenset({"acc", "dat"})
    if phrase.genitive and phrase.modifies is None:
        _post_genitive(words, phrase, grammar)


def _compared(words: list[Word], k: int) -> bool:
    """ "wie zuvor Ungarn", "ähnlich wie Polen", "früher als Polen": somebody else."""
    before = words[k - 1]
    if words[k].low == "als":
        return before.low.endswith("er") and not before.capital
    if words[k].low == "wie":
        return before.text.isalpha() and not before.capital and before.tag != "sub"
    adverb = words[k].tag == "word" and not words[k].capital and words[k].low != "auch"
    return adverb and before.low == "wie"  # but "Rumänien wie auch Bulgarien"


def _is_town_adjective(words: list[Word], k: int) -> bool:
    """ "Kieler" between an article and the noun that it belongs to."""
    word = words[k]
    return word.capital and word.low.endswith("er") and k > 0 and words[k - 1].tag == "det"


def _is_quoted_name(words: list[Word], phrase: PartyPhrase) -> bool:
    """ "gegen die Terrormiliz „Islamischer Staat“": the noun before the quote leads to the name."""
    k = phrase.first - 1
    return (
        k >= 1
        and words[k].text in '„“"»«‚'
        and phrase.kind in ("armed_group", "company")
        and words[k - 1].tag == "noun"
    )


def _outer_preposition(words: list[Word], k: int) -> str:
    """The preposition of the noun phrase that begins before an adjective: "from old US stocks"."""
    while k >= 0 and words[k].tag in ("word", "det", "num") and words[k].text[0].isalnum():
        k -= 1
    return words[k].low if k >= 0 and words[k].tag == "prep" else ""


def _named_by_noun(words: list[Word], phrase: PartyPhrase, k: int) -> bool:
    """ "an das Golfemirat Katar", "von der Werft TKMS": a noun right before the name."""
    return (
        k >= 2
        and words[k].tag == "noun"
        and not phrase.genitive
        and phrase.kind in ("country", "company", "armed_group", "capital")
        and words[k - 1].tag == "det"
        and words[k - 2].tag == "prep"
    )


def _is_title_or_adjective(word: Word, grammar: Grammar) -> bool:
    if word.tag in ("punct", "prep", "det", "fin", "sub", "coord", "pron", "poss", "num"):
        return False
    if word.low in grammar.words("titles"):
        return True
    if grammar.language == "de":
        if word.capital:
            return is_agent(word, grammar)
        return word.tag == "word" and word.low.endswith(_GERMAN_ADJECTIVE) and len(word.low) > 3
    return word.tag in ("word", "noun") and (
        is_agent(word, grammar) or word.low in _ENGLISH_PREMODIFIERS
    )


def _of_the_name(words: list[Word], k: int, phrase: PartyPhrase) -> bool:
    """ "to the Royal Moroccan Armed Forces", "from the Provisional IRA": one name."""
    if phrase.kind not in _NAMED_AT_LENGTH or words[k].tag != "noun" or not words[k].capital:
        return False
    return k > 0 and words[k - 1].tag == "det" and words[k].text.isalpha()


def _of_the_organ(words: list[Word], k: int) -> bool:
    """ "to the Coast Guard", "for the Land Forces": what stands before an organ named alone."""
    return words[k].low in _ORGAN_MODIFIERS and words[k].tag in ("noun", "word", "verb?")


def _nationality(word: Word) -> bool:
    return word.tag == "noun" and word.capital and word.low.endswith(_NATIONAL_ENDINGS)


def _prepositional_case(grammar: Grammar, preposition: str) -> frozenset[str]:
    case = grammar.prepositions[preposition]
    return frozenset({"dat", "acc"}) if case == "two" else frozenset({case})


def _attach_to_agent(words: list[Word], phrase: PartyPhrase, prep: int, grammar: Grammar) -> None:
    """ "Die Führung in Kigali", "the government in Kyiv": the whole phrase acts."""
    preposition = phrase.preposition
    if preposition not in ("in", "von", "of", "aus", "from"):
        return
    k = prep - 1
    if k < 0:
        return
    if grammar.language == "en" and preposition == "from":
        return  # "ordered trucks for its army from Turkey"
    local = preposition in ("in", "of") and words[k].low in _LOCAL_HEADS
    if not (local and not words[k].is_verb) and (
        (grammar.language == "en" and words[k].low not in _ENGLISH_AGENT_HEADS)
        or words[k].tag not in ("noun", "word")
        or not is_agent(words[k], grammar)
    ):
        return
    elsewhere = preposition == "aus" or (preposition == "in" and phrase.kind == "country")
    if grammar.language == "de" and elsewhere and _has_nation(words, k):
        return  # "von der malaysischen Marine in der Türkei bestellt"
    if words[k].low in _NAMELESS:
        return  # "an Milizen im Irak": not the state
    if grammar.language == "de" and "-" in words[k].low:
        return  # "die Huthi-Miliz im Jemen" has a name of its own
    if words[k].low == "regierung" and preposition == "in" and phrase.kind == "country":
        return  # "will die Regierung in Italien kaufen"
    if preposition == "in" and k and words[k - 1].low.startswith(_ITS) and grammar.language == "de":
        return  # "kauft für seine Marine in Frankreich drei Fregatten"
    if words[k].low.startswith(_POSTED) and preposition == "in":
        return  # "Äthiopiens Botschafter in Nairobi": where he is posted
    last, end = phrase.last, phrase.end
    phrase.first = k
    phrase.preposition = ""
    phrase.cases = ALL_CASES
    phrase.kind = "government"
    become_rebels(phrase, words[k], grammar)
    phrase.agentive = True
    place_phrase(words, phrase, grammar)
    phrase.last, phrase.end = last, end


def _has_nation(words: list[Word], k: int) -> bool:
    """Whether an adjective of a state stands before a noun: those are from there."""
    before = words[k - 1].low if k else ""
    return before.endswith(_NATION_ADJECTIVES)


def _attach_to_name(words: list[Word], phrase: PartyPhrase, of: int, grammar: Grammar) -> None:
    """ "Paramount of South Africa", "Austal of Australia": a firm that the lexicon may not know."""
    name = words[of - 1] if of else None
    if (
        phrase.kind != "country"
        or name is None
        or name.tag != "noun"
        or not name.text[:1].isupper()
        or not name.text.isalpha()
        or name.low in grammar.words("names_with_of")
    ):
        return
    first = of - 1
    while first and words[first - 1].tag == "noun" and words[first - 1].text.isalpha():
        first -= 1
    if first and words[first - 1].tag == "det":
        return  # "the Republic of Korea", "the Bank of China"
    last, end = phrase.last, phrase.end
    phrase.first, phrase.preposition, phrase.kind = first, "", "company"
    place_phrase(words, phrase, grammar)
    phrase.last, phrase.end = last, end


def become_rebels(phrase: PartyPhrase, head: Word, grammar: Grammar) -> None:
    """ "rebels in Libya", "Libyan insurgents": not the state but those who fight it."""
    group = rebels_of().get(phrase.country or "")
    if group is not None and head.low in grammar.words("insurgents") and head.low != "fighters":
        phrase.id, phrase.country, phrase.kind = group, None, "armed_group"


def _determiner_cases(
    words: list[Word], phrase: PartyPhrase, determiner: Word, grammar: Grammar
) -> frozenset[str]:
    forms = grammar.determiners.get(determiner.low, frozenset())
    gender = _gender(words, phrase, grammar)
    cases = {f.split("-")[0] for f in forms if gender is None or f.split("-")[1] in gender}
    return frozenset(cases) or ALL_CASES


def _gender(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> str | None:
    for word in words[phrase.first : phrase.last + 1]:
        if word.tag == "noun":
            if word.low in grammar.gender:
                return grammar.gender[word.low]
            break
    low = " ".join(w.low for w in words[phrase.first : phrase.last + 1])
    for name, letter in grammar.gender.items():
        if low.endswith(name):
            return letter
    if phrase.kind == "demonym":
        last = words[phrase.last].low
        return "p" if last.endswith(("n", "s", "i")) else "mp"
    if phrase.kind == "leader":
        return "mf"
    return None


def _genitive_place(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> bool:
    """ "der Ukraine" right behind a noun is more likely its genitive than a dative."""
    k = phrase.first - 1
    return (
        k >= 0
        and words[k].tag == "noun"
        and (
            is_agent(words[k], grammar)
            or words[k].low.endswith(_NOMINAL_ENDINGS)
            or words[k].low in grammar.words("accounts")
        )
    )


def _post_genitive(
    words: list[Word], phrase: PartyPhrase, grammar: Grammar, noun: int | None = None
) -> None:
    """ "Die Armee Russlands" acts as a whole; "Lieferungen Russlands" is modified."""
    k = phrase.first - 1 if noun is None else noun
    phrase.genitive = True
    if k < 0 or words[k].tag not in ("noun", "word"):
        return
    if is_agent(words[k], grammar):
        start = phrase.start
        phrase.first = k
        phrase.genitive = False
        phrase.cases = ALL_CASES
        place_phrase(words, phrase, grammar)
        phrase.start = start
        return
    phrase.modifies = k
