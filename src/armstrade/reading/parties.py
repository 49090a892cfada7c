"""From mentions of parties to party phrases with a place in the clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from armstrade.language.clauses import Clause
from armstrade.language.grammar import Grammar, all_words, grammar
from armstrade.language.words import Word, word_at
from armstrade.lexicon.entries import PartyEntry
from armstrade.lexicon.mention import Mention

from .phrases import ALL_CASES, PartyPhrase

_SUBJECT_ADVERBS = grammar("en").words("subject_adverbs")
_SINGULAR = all_words("singular_articles")
_TIMES = grammar("en").words("time_words")

_PLACES = frozenset({"country", "capital", "seat"})
_GERMAN_ADJECTIVE = ("e", "en", "er", "es", "em")


def party_phrases(
    words: list[Word], mentions: Sequence[Mention], grammar: Grammar, text: str
) -> list[PartyPhrase]:
    """The parties of a sentence, names first, then pronouns and descriptions."""
    phrases: list[PartyPhrase] = []
    for mention in mentions:
        if mention.kind != "party" or not isinstance(mention.entry, PartyEntry):
            continue
        phrase = _from_mention(words, mention, grammar)
        if phrase is not None:
            phrases.append(phrase)
    phrases = _merge(words, phrases, grammar)
    phrases.extend(_references(words, phrases, grammar))
    phrases.sort(key=lambda p: p.start)
    for phrase in phrases:
        _place(words, phrase, grammar)
    phrases = [p for p in phrases if not _owns_another(p, phrases)]
    phrases = [p for p in phrases if p.key is not None or not _inside_another(p, phrases)]
    _coordinate(words, phrases, grammar)
    return phrases


def _owns_another(phrase: PartyPhrase, phrases: list[PartyPhrase]) -> bool:
    """ "Yemen's Houthi rebels": the owner only says which rebels."""
    if not phrase.genitive or phrase.modifies is None:
        return False
    return any(
        other is not phrase
        and other.key is not None
        and other.kind != "pronoun"
        and other.first > phrase.last
        and other.first <= phrase.modifies <= other.last + 1
        for other in phrases
    )


def _inside_another(phrase: PartyPhrase, phrases: list[PartyPhrase]) -> bool:
    return any(
        other is not phrase
        and other.first <= phrase.last <= other.last
        and other.key is not None
        and other.modifies is None
        for other in phrases
    )


def relative_phrases(
    words: list[Word], clauses: list[Clause], phrases: list[PartyPhrase], grammar: Grammar
) -> list[PartyPhrase]:
    """Relative pronouns that stand for a party: "Kiew, dem Berlin …", "to whom"."""
    found: list[PartyPhrase] = []
    for clause in clauses:
        if clause.kind != "rel" or clause.opener is None or clause.antecedent is None:
            continue
        target = next(
            (
                p
                for p in reversed(phrases)
                if p.last <= clause.antecedent
                and clause.antecedent - p.last <= 1
                and p.modifies is None
                and clause.antecedent >= p.first
            ),
            None,
        )
        opener = words[clause.opener]
        if target is None:
            continue
        phrase = PartyPhrase(
            id=target.id,
            country=target.country,
            kind=target.kind,
            start=target.start,
            end=target.end,
            first=opener.i,
            last=opener.i,
            clause=clause.index,
            group=target.group,
            resolved=target.resolved,
        )
        before = words[opener.i - 1] if opener.i else None
        if before is not None and before.tag == "prep" and before.i in clause.words:
            phrase.preposition = grammar.contractions.get(before.low, before.low)
        if grammar.language == "de":
            phrase.cases = _RELATIVE_CASES.get(opener.low, ALL_CASES)
            if opener.low in ("dessen", "deren"):
                phrase.genitive = True
                phrase.cases = frozenset({"nom", "gen"})
        elif not phrase.preposition:
            following = words[opener.i + 1] if opener.i + 1 < len(words) else None
            subject = following is not None and (
                following.is_verb
                or following.tag == "aux"
                or following.low.endswith("ly")
                or following.low in _SUBJECT_ADVERBS
            )
            phrase.cases = frozenset({"nom"}) if subject else frozenset({"acc", "dat"})
        found.append(phrase)
    return found


_RELATIVE_CASES = {
    "der": frozenset({"nom", "dat"}),
    "die": frozenset({"nom", "acc"}),
    "das": frozenset({"nom", "acc"}),
    "den": frozenset({"acc"}),
    "dem": frozenset({"dat"}),
    "denen": frozenset({"dat"}),
    "dessen": frozenset({"gen"}),
    "deren": frozenset({"gen"}),
}


_MEDIA_NOUNS = all_words("media_nouns")


def _in_a_title(words: list[Word], first: int, last: int) -> bool:
    """ "Times of Israel", "Jerusalem Post": a newspaper, not a state."""
    if last + 1 < len(words) and words[last + 1].capital and words[last + 1].low in _MEDIA_NOUNS:
        return True
    return (
        first >= 2
        and words[first - 1].low == "of"
        and words[first - 2].low in ("times", "voice", "bank")
    )


# One member of a bloc, when the article is in the singular ("dem Nato-Partner").
_BLOC_MEMBERS = all_words("bloc_members")


def _singular(words: list[Word], first: int) -> bool:
    return first > 0 and words[first - 1].low in _SINGULAR


def _from_mention(words: list[Word], mention: Mention, grammar: Grammar) -> PartyPhrase | None:
    first, last = word_at(words, mention.start), word_at(words, mention.end - 1)
    if first is None or last is None:
        return None
    entry = mention.entry
    assert isinstance(entry, PartyEntry)
    if entry.kind == "bloc" and words[last].low in _BLOC_MEMBERS and _singular(words, first):
        return _reference(words[last], "description")
    kind = entry.kind
    if entry.key is None:
        if last + 1 < len(words) and words[last + 1].capital and words[last + 1].tag == "noun":
            return None  # "der Verbündete China": the name behind it is the party
        kind = "group"
    phrase = PartyPhrase(
        id=entry.id,
        country=entry.country,
        kind=kind,
        start=mention.start,
        end=mention.end,
        first=first,
        last=last,
        resolved=not (entry.id is None and entry.country is None),
    )
    if _in_a_title(words, first, last):
        return None
    if mention.part == "modifier" and _is_agent(words[first], grammar):
        # "Huthi-Miliz", "Chomeini-Regime": the compound as a whole acts
        phrase.start, phrase.end = words[first].start, words[first].end
        return phrase
    if mention.part == "modifier":
        phrase.modifies = first
        phrase.agentive = False
        return phrase
    following = words[last + 1] if last + 1 < len(words) else None
    if mention.form == "adjective" or entry.kind == "adjective":
        return _adjective(words, phrase, grammar)
    if grammar.language == "en" and following is not None and following.tag == "poss":
        return _possessive(words, phrase, last + 1, grammar)
    if grammar.language == "de" and mention.form == "genitive":
        return _possessive(words, phrase, last, grammar)
    return phrase


def _head_noun(words: list[Word], i: int, grammar: Grammar) -> int | None:
    """Index of the noun that an adjective before `i` belongs to."""
    for k in range(i, min(len(words), i + 6)):
        word = words[k]
        if word.tag == "punct" and word.text not in "„\"“”'-,":
            return None
        if word.tag in ("fin", "sub", "prep", "pron"):
            return None
        if grammar.language == "de":
            if word.capital and word.tag != "punct":
                return k
        elif word.tag in ("noun", "word", "verb?") and not _more_to_come(words, k):
            return k
    return None


def _more_to_come(words: list[Word], k: int) -> bool:
    """English: the noun is only the first of a chain ("air force", "fighter jets")."""
    if k + 1 >= len(words):
        return False
    if words[k + 1].low in _TIMES:
        return False
    return words[k + 1].tag in ("noun", "word") and words[k + 1].text[0].isalnum()


def _is_agent(word: Word, grammar: Grammar) -> bool:
    low = word.low
    if low in grammar.words("agents") or low in grammar.words("titles"):
        return True
    if grammar.language == "de" and word.capital and low[:-1] in grammar.words("titles"):
        return True  # "des Generals"
    if grammar.language == "de":
        return any(low.endswith(agent) for agent in _GERMAN_AGENT_HEADS)
    return False


_GERMAN_AGENT_HEADS = tuple(grammar("de").words("agent_endings"))


def _adjective(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> PartyPhrase:
    head = _head_noun(words, phrase.last + 1, grammar)
    if head is None:
        # "the Russian", "die Deutschen"
        phrase.agentive = words[phrase.last].capital
        return phrase
    if grammar.language == "en":
        for k in range(phrase.last + 1, head + 1):
            if _is_agent(words[k], grammar) and _is_agent(words[head], grammar):
                phrase.last = head
                phrase.end = words[head].end
                phrase.kind = "government"
                return phrase
    elif _is_agent(words[head], grammar):
        phrase.last = head
        phrase.end = words[head].end
        phrase.kind = "government"
        return phrase
    if words[head].low in grammar.words("depots") and _out_of(words, phrase, grammar):
        # "aus finnischen Depots": the stocks stand for their owner
        phrase.preposition = "aus" if grammar.language == "de" else "from"
        return phrase
    phrase.modifies = head
    phrase.agentive = False
    return phrase


def _out_of(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> bool:
    for k in range(phrase.first - 1, max(-1, phrase.first - 4), -1):
        if words[k].tag == "prep":
            return words[k].low in ("aus", "from", "out", "of")
        if words[k].tag not in ("word", "det", "attr"):
            return False
    return False


def _possessive(
    words: list[Word], phrase: PartyPhrase, marker: int, grammar: Grammar
) -> PartyPhrase:
    phrase.genitive = True
    head = _head_noun(words, marker + 1, grammar)
    if head is not None and _is_agent(words[head], grammar):
        phrase.last = head
        phrase.genitive = False
        return phrase
    if head is not None:
        phrase.modifies = head
    return phrase


def _merge(words: list[Word], phrases: list[PartyPhrase], grammar: Grammar) -> list[PartyPhrase]:
    """One phrase out of "Ukraine's president, Volodymyr Zelensky" and the like."""
    merged: list[PartyPhrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.start, -p.end)):
        previous = merged[-1] if merged else None
        if (
            previous is not None
            and previous.key is not None
            and previous.key == phrase.key
            and previous.modifies is None
            and phrase.first > previous.last
            and _apposition(words, previous.last + 1, phrase.first, grammar)
        ):
            previous.last = max(previous.last, phrase.last)
            previous.modifies = phrase.modifies
            previous.genitive = phrase.genitive
            if phrase.kind == "leader":
                previous.start, previous.end = phrase.start, phrase.end
            continue
        if previous is not None and phrase.first <= previous.last and phrase.end <= previous.end:
            continue
        merged.append(phrase)
    return merged


def _apposition(words: list[Word], begin: int, end: int, grammar: Grammar) -> bool:
    """Only titles, commas and agents stand between the two."""
    if end - begin > 4:
        return False
    for k in range(begin, end):
        word = words[k]
        if word.tag == "punct" and word.text in ",":
            continue
        if word.tag == "poss":
            continue
        if not _is_agent(word, grammar) and word.low not in ("the", "der", "die", "of", "'s"):
            return False
    return True


def _references(
    words: list[Word], phrases: list[PartyPhrase], grammar: Grammar
) -> list[PartyPhrase]:
    """Pronouns and definite descriptions that may stand for a party."""
    taken = {i for p in phrases for i in range(p.first, p.last + 1)}
    found: list[PartyPhrase] = []
    groups = grammar.words("descriptions_group")
    companies = grammar.words("descriptions_company")
    thither = grammar.words("thither")
    objects = grammar.words("object_pronouns")
    references = grammar.references
    for word in words:
        if word.low not in references or word.i in taken:
            continue
        pronoun = word.low in grammar.pronouns or word.low in objects
        if pronoun and word.tag == "pron":
            found.append(_reference(word, "pronoun"))
        elif word.low in thither and word.low not in ("there",):
            phrase = _reference(word, "thither")
            phrase.preposition = "nach"
            found.append(phrase)
        elif word.low in grammar.descriptions:
            left = words[word.i - 1] if word.i else None
            if left is None or left.tag not in ("det", "word", "poss"):
                continue
            if left.tag == "word" and not (word.i >= 2 and words[word.i - 2].tag == "det"):
                continue
            determiner = left if left.tag == "det" else words[word.i - 2]
            if not _definite(determiner):
                continue
            kind = "description_group" if word.low in groups else "description"
            if word.low in companies:
                kind = "description_company"
            following = words[word.i + 1] if word.i + 1 < len(words) else None
            if following is not None and following.i in taken:
                continue
            if word.low == "state" and following is not None and following.tag == "word":
                continue  # "the state works", "the state television"
            found.append(_reference(word, kind))
    return found


_INDEFINITE = all_words("indefinite")


def _definite(word: Word) -> bool:
    return word.tag == "det" and word.low not in _INDEFINITE


def _reference(word: Word, kind: str) -> PartyPhrase:
    return PartyPhrase(
        id=None,
        country=None,
        kind=kind,
        start=word.start,
        end=word.end,
        first=word.i,
        last=word.i,
        resolved=False,
    )


def _place(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> None:
    """Find the start of the noun phrase, its determiner and its preposition."""
    if phrase.modifies is not None and not phrase.genitive:
        if grammar.language == "en":
            phrase.outer = _outer_preposition(words, phrase.first - 1)
        return
    k = phrase.first - 1
    agent_before = False
    while k >= 0:
        word = words[k]
        if _is_title_or_adjective(word, grammar):
            agent_before = agent_before or _is_agent(word, grammar)
            k -= 1
            continue
        if agent_before and grammar.language == "en" and _nationality(word):
            k -= 1  # "from the French company Thales"
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
    if k >= 1 and words[k].low == "to" and words[k].tag in ("prep", "to"):
        phrase.preposition = "to"
    if grammar.language == "de" and determiner is not None:
        phrase.cases = _determiner_cases(words, phrase, determiner, grammar)
        if phrase.cases <= {"gen"} or (
            "gen" in phrase.cases
            and "dat" in phrase.cases
            and _genitive_place(words, phrase, grammar)
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
            return _is_agent(word, grammar)
        return word.tag == "word" and word.low.endswith(_GERMAN_ADJECTIVE) and len(word.low) > 3
    return word.tag in ("word", "noun") and (
        _is_agent(word, grammar) or word.low in _ENGLISH_PREMODIFIERS
    )


def _nationality(word: Word) -> bool:
    return word.tag == "noun" and word.capital and word.low.endswith(_NATIONAL_ENDINGS)


_NATIONAL_ENDINGS = tuple(grammar("en").words("nationality_endings"))
_ENGLISH_PREMODIFIERS = grammar("en").words("premodifiers")


def _prepositional_case(grammar: Grammar, preposition: str) -> frozenset[str]:
    case = grammar.prepositions[preposition]
    return frozenset({"dat", "acc"}) if case == "two" else frozenset({case})


def _attach_to_agent(words: list[Word], phrase: PartyPhrase, prep: int, grammar: Grammar) -> None:
    """ "Die Führung in Kigali", "the government in Kyiv": the whole phrase acts."""
    preposition = phrase.preposition
    if preposition not in ("in", "von", "of", "aus", "from"):
        return
    k = prep - 1
    if k < 0 or words[k].tag not in ("noun", "word") or not _is_agent(words[k], grammar):
        return
    if grammar.language == "en" and words[k].low not in _ENGLISH_AGENT_HEADS:
        return
    last, end = phrase.last, phrase.end
    phrase.first = k
    phrase.preposition = ""
    phrase.cases = ALL_CASES
    phrase.kind = "government"
    phrase.agentive = True
    _place(words, phrase, grammar)
    phrase.last, phrase.end = last, end


_ENGLISH_AGENT_HEADS = grammar("en").words("agent_heads")


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
        and (_is_agent(words[k], grammar) or words[k].low.endswith(_NOMINAL_ENDINGS))
    )


_NOMINAL_ENDINGS = tuple(grammar("de").words("nominal_endings"))


def _post_genitive(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> None:
    """ "Die Armee Russlands" acts as a whole; "Lieferungen Russlands" is modified."""
    k = phrase.first - 1
    phrase.genitive = True
    if k < 0 or words[k].tag not in ("noun", "word"):
        return
    if _is_agent(words[k], grammar):
        start = phrase.start
        phrase.first = k
        phrase.genitive = False
        phrase.cases = ALL_CASES
        _place(words, phrase, grammar)
        phrase.start = start
        return
    phrase.modifies = k


def _coordinate(words: list[Word], phrases: list[PartyPhrase], grammar: Grammar) -> None:
    """ "Iran und Nordkorea": the second shares preposition and case of the first."""
    coordinators = grammar.words("list_coordinators")
    group = 0
    for left, right in pairwise(phrases):
        between = words[left.last + 1 : right.first]
        joined = 0 < len(between) <= 4 and all(
            w.low in coordinators
            or w.text in (",", "&")
            or w.low in _LIST_FILLERS
            or (w.low == left.preposition and grammar.language == "en")
            for w in between
        )
        joined = joined and any(
            w.low in coordinators or w.text == "," or w.low == "noch" for w in between
        )
        if not joined or left.kind == "pronoun" or right.kind == "pronoun":
            continue
        if right.preposition and right.preposition != left.preposition:
            continue
        if left.key == right.key:
            continue
        if left.modifies is not None and right.modifies is None and not right.genitive:
            continue
        if left.modifies is None and right.modifies is not None and not right.genitive:
            continue
        comma_only = all(w.text == "," for w in between)
        if comma_only and not _list_goes_on(words, phrases, right, coordinators):
            continue
        if left.group < 0:
            group += 1
            left.group = group
        right.group = left.group
        if not right.preposition:
            right.preposition = left.preposition
        if right.cases == ALL_CASES:
            right.cases = left.cases


_LIST_FILLERS = all_words("list_fillers")


def _list_goes_on(
    words: list[Word], phrases: list[PartyPhrase], right: PartyPhrase, coordinators: frozenset[str]
) -> bool:
    """Behind a comma the list needs an "und" further on: "A, B und C"."""
    for phrase in phrases:
        if phrase.first > right.last:
            between = words[right.last + 1 : phrase.first]
            return 0 < len(between) <= 2 and any(
                w.low in coordinators or w.text == "," for w in between
            )
    return False
