"""Where English clauses begin and end.

English marks clauses by conjunctions and relative words more than by commas; many words can be
noun or verb ("order", "supply"), which their left neighbour decides.
"""

from __future__ import annotations

from armstrade.language.clauses import Clause
from armstrade.language.grammar import Grammar, grammar
from armstrade.language.words import VerbReading, Word

_BEHIND_NOUN = grammar("en").words("behind_nouns")
_BEHIND_PARTICIPLE = grammar("en").words("behind_participles")
_ALSO_PREPOSITIONS = grammar("en").words("prepositions_too")
_COORDINATORS = grammar("en").words("clause_coordinators")

_BREAKS = frozenset(";:–—()…")
_FINITE = frozenset({"pres", "past", "base"})
MODALS = grammar("en").words("modals")
BE = grammar("en").words("be_forms")
HAVE = grammar("en").words("have_forms")
DO = grammar("en").words("do_forms")
_NOUN_LEFT = frozenset({"det", "num", "prep", "poss"})
_ADJECTIVE_ENDINGS = tuple(grammar("en").words("adjective_endings"))


def tag(words: list[Word], grammar: Grammar, verbs: dict[str, list[VerbReading]]) -> None:
    """Set ``tag`` and ``verbs`` of each word, left to right."""
    for i, word in enumerate(words):
        if word.tag in ("punct", "num"):
            continue
        low = word.low.replace("’", "'")
        if low in ("'s", "'"):
            word.tag = "poss"
            continue
        readings = verbs.get(low) or _unknown_verb(word, grammar)
        if low in grammar.words("never_verbs") or _attribute(words, i, grammar):
            word.tag = "noun" if word.capital else "word"
        elif low == "may" and word.capital and i and not _shouting(words):
            word.tag = "noun"  # the month
        elif low == "provided" and _condition(words, i):
            word.tag = "sub"
        elif low in grammar.determiners or low in ("my", "your"):
            word.tag = "det"
        elif low in MODALS or low in DO or low in BE or low in HAVE:
            word.tag = "fin"
            word.verbs = readings or []
            if low in ("be", "been", "being", "having"):
                word.tag = "aux"
        elif low in grammar.words("subordinators") or low in grammar.words("weak_subordinators"):
            word.tag = "sub"
            if low == "that" and i and words[i - 1].tag in ("prep",):
                word.tag = "pron"
        elif low in grammar.words("coordinators"):
            # "has yet to deliver" negates and joins nothing
            idle = (low, _next_low(words, i)) in (("yet", "to"), ("so", "far"), ("so", "long"))
            word.tag = "word" if idle else "coord"
        elif readings and _may_be_verb(words, i, readings, grammar):
            word.verbs = readings
            word.tag = _verb_tag(words, i, readings)
        elif low in grammar.prepositions:
            word.tag = "prep"
        elif low in grammar.words("subject_pronouns") or low in grammar.words("dative_pronouns"):
            word.tag = "pron"
        elif word.capital:
            word.tag = "noun"


def _unknown_verb(word: Word, grammar: Grammar) -> list[VerbReading] | None:
    """ "bombed", "rerouted": verbs that no list knows still end clauses."""
    low = word.low
    if len(low) < 6 or not low.endswith("ed") or not low.isalpha() or word.capital:
        return None
    if low in grammar.words("no_participles") or low.endswith("eed"):
        return None
    return [VerbReading(low, "", frozenset({"past", "part"}))]


def _next_low(words: list[Word], i: int) -> str:
    return words[i + 1].low if i + 1 < len(words) else ""


def _attribute(words: list[Word], i: int, grammar: Grammar) -> bool:
    """ "landing craft", "armed drones": looks like a verb and only describes the noun behind it."""
    if words[i].low not in grammar.words("attributive_forms"):
        return False
    head = _next_low(words, i)
    if words[i].low.endswith("ing"):
        return head in grammar.words("attributed_heads")
    left = words[i - 1] if i else None
    if left is not None and left.low.replace("’", "'") in BE | HAVE:
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
    return _next_low(words, i) == "that" or (
        left.text == "," and _next_low(words, i) not in ("by", "to")
    )


def _features(readings: list[VerbReading]) -> set[str]:
    return set().union(*(r.features for r in readings))


def _may_be_verb(words: list[Word], i: int, readings: list[VerbReading], grammar: Grammar) -> bool:
    word = words[i]
    features = _features(readings)
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
    while (skip >= 0 and words[skip].low in _ADVERBS) or (
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
    if near.low.replace("’", "'") in MODALS | DO:
        return "base" in features
    if near.low.replace("’", "'") in ("not", "n't", "never"):
        return True
    if near.tag == "aux" or (near.tag == "fin" and near.low.replace("’", "'") in BE | HAVE):
        return bool(features & {"part", "ing"})
    if left is not None and left.tag in ("det", "poss", "num"):
        # "the supplied tanks", "its order": a noun or an attribute, except behind "the two sent".
        return left.tag == "num" and bool(features & {"past"}) and "base" not in features
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
        and near.tag == "noun"
        and right is not None
        and (right.tag in ("det", "noun", "pron") or right.capital)
    ):
        return True  # "Austria let Kosovo have …"
    if "pres" in features:
        # "Russia supplies tanks" is a verb, "arms supplies to Syria" a noun.
        if right is None or right.tag == "punct":
            return False
        if right.low in _BEHIND_NOUN:
            return (
                near.capital
                and right.low == "to"
                and near.tag == "noun"
                and not _verb_before(words, i)
            )
        return near.capital or near.tag in ("noun", "punct") or not _looks_adjective(near)
    if "base" in features:
        return (
            near.low.endswith("s")
            and near.tag in ("word", "noun")
            and not near.low.endswith(("ss", "us"))
            and not (right is not None and right.low in ("of", "from", "by"))
            and not _verb_before(words, i)
        )
    return False


def _shouting(words: list[Word]) -> bool:
    """A headline in capitals, or in Title Case."""
    letters = [w for w in words if w.text[0].isalpha() and len(w.text) > 3]
    return bool(letters) and sum(w.capital for w in letters) >= 0.8 * len(letters)


_ADVERBS = grammar("en").words("verb_adverbs")


def _looks_adjective(word: Word) -> bool:
    return word.low.endswith(_ADJECTIVE_ENDINGS)


def _verb_before(words: list[Word], i: int) -> bool:
    for k in range(i - 1, max(-1, i - 12), -1):
        if words[k].tag in ("fin", "inf", "part"):
            return True
        if words[k].tag in ("sub",) or words[k].text in _BREAKS:
            return False
    return False


def _verb_tag(words: list[Word], i: int, readings: list[VerbReading]) -> str:
    features = _features(readings)
    k = i - 1
    while k >= 0 and (
        words[k].low in _ADVERBS
        or words[k].low in ("not", "never", "n't", "each", "both", "all")
        or words[k].low.endswith("ly")
    ):
        k -= 1
    near = words[k].low.replace("’", "'") if k >= 0 else ""
    if near == "to" and "base" in features:
        words[k].tag = "to"
        return "inf"
    if near in MODALS | DO and "base" in features:
        return "inf"
    if near in BE | HAVE | {"be", "been", "being", "having", "get", "gets", "got", "getting"}:
        return "ing" if "ing" in features and "part" not in features else "part"
    if "ing" in features:
        return "ing"
    if "past" in features or "part" in features:
        return _past_or_participle(words, i, features)
    return "fin"


def _past_or_participle(words: list[Word], i: int, features: set[str]) -> str:
    if "past" not in features:
        return "part"
    left = words[i - 1] if i else None
    right = words[i + 1] if i + 1 < len(words) else None
    if left is None or left.tag in ("det", "poss"):
        return "part"
    # "tanks sent by Poland", "rifles bought from Brazil": a participle behind its noun.
    if right is not None and right.low in ("by",):
        return "part"
    if left.tag == "punct" and left.text == ",":
        return "part" if right is not None and right.low in ("by", "from", "to", "in") else "fin"
    if (
        right is not None
        and right.low in _BEHIND_PARTICIPLE
        and left.tag in ("word", "noun")
        and not (left.capital and left.text.isalpha())
        and _finite_follows(words, i)
    ):
        return "part"
    return "fin"


def _finite_follows(words: list[Word], i: int) -> bool:
    for k in range(i + 1, len(words)):
        low = words[k].low.replace("’", "'")
        if (words[k].tag == "punct" and words[k].text in _BREAKS) or low in (
            "that",
            "which",
            "who",
            "and",
        ):
            return False
        if low in MODALS | BE | HAVE | DO and low not in ("be", "been", "being", "having"):
            return True
    return False


_REPORTING_GAP = grammar("en").words("zero_that_verbs")


def split(words: list[Word], grammar: Grammar) -> list[Clause]:
    """The clauses of a tagged sentence, in the order in which they begin."""
    clauses: list[Clause] = []
    current = Clause(0, "main")
    clauses.append(current)
    resume: list[int] = []
    i = 0
    n = len(words)

    def open_clause(kind: str, opener: int | None, parent: int | None) -> Clause:
        clause = Clause(len(clauses), kind, [], opener, parent)
        clauses.append(clause)
        return clause

    while i < n:
        word = words[i]
        if word.tag == "punct":
            if (
                word.text == ":"
                and current.words
                and not _verbs_until_break(words, i + 1)
                and (_finite_in(words, current.words))
            ):
                pass  # "has bought plenty: tanks, guns and shells" goes on
            elif word.text in _BREAKS:
                current = open_clause("main", None, None)
                resume.clear()
            elif word.text == "," and (close := _parenthesis(words, i)):
                # ", it added,": a clause of its own inside the other
                inner = open_clause("main", None, None)
                inner.words.extend(range(i + 1, close))
                i = close + 1
                continue
            elif word.text == ",":
                back = _resumes(words, i, current, clauses)
                if back is not None:
                    current = clauses[back]
                elif _new_main(words, i, current):
                    current = open_clause(
                        "coord" if _no_subject(words, i + 1) else "main", None, current.index
                    )
            i += 1
            continue
        if word.tag == "sub" and _opens(words, i, grammar):
            kind = (
                "rel"
                if word.low in ("which", "who", "whom", "whose")
                or (
                    word.low == "that"
                    and i
                    and _is_noun_like(words[i - 1])
                    and not words[i - 1].is_verb
                    and words[i - 1].low not in ("out", "up")
                )
                else "sub"
            )
            parent = current.index
            new = open_clause(kind, i, parent)
            if kind == "rel":
                before = i - 1
                if words[before].tag == "prep" and before in clauses[parent].words:
                    # "Djibouti, to which China has given …": the preposition goes along
                    clauses[parent].words.remove(before)
                    new.words.append(before)
                    before -= 1
                new.antecedent = before - 1 if before >= 1 and words[before].text == "," else before
            current = new
            current.words.append(i)
            i += 1
            continue
        if word.tag == "sub":
            word.tag = "prep" if word.low in grammar.prepositions else "word"
        if word.tag == "coord" and _coordinates(words, i, current):
            kind = "coord" if _no_subject(words, i + 1) else "main"
            host = current
            if kind == "coord" and current.kind == "rel" and word.low == "and":
                pass
            current = open_clause(kind, None, host.index)
            current.words.append(i)
            i += 1
            continue
        if word.tag == "fin" and _relative_ends(words, i, current, clauses):
            current = clauses[current.parent or 0]
        elif _bare_relative(words, i, current, grammar):
            current = open_clause("rel", None, current.index)
            current.antecedent = i - 1
        current.words.append(i)
        if word.low in _REPORTING_GAP and word.is_verb and _clause_follows(words, i):
            current = open_clause("sub", None, current.index)
        i += 1
    return list(_renumber(clauses))


def _relative_ends(words: list[Word], i: int, current: Clause, clauses: list[Clause]) -> bool:
    """A second finite verb goes on with the clause above: "jets that Pakistan ordered are …"."""
    if (
        current.kind != "rel"
        or current.parent is None
        or words[i - 1].tag in ("fin", "aux", "coord")
    ):
        return False
    if not _finite_in(words, current.words) or _finite_in(words, clauses[current.parent].words):
        return False
    return words[i - 1].tag != "punct" and bool(clauses[current.parent].words)


_TIMES = grammar("en").words("no_antecedents")


def _bare_relative(words: list[Word], i: int, current: Clause, grammar: Grammar) -> bool:
    """A relative clause without its pronoun: "the jets it ordered", "missiles Bern had bought"."""
    if i == 0 or not current.words or current.words[-1] != i - 1:
        return False
    word, before = words[i], words[i - 1]
    if before.tag not in ("word", "noun") or before.low in _ADVERBS | _TIMES:
        return False
    if before.low.endswith("ly") or not before.text[0].isalnum():
        return False
    if word.tag == "pron" and word.low in grammar.words("subject_pronouns"):
        return not (before.capital and before.text.isalpha()) and _verb_next(words, i + 1)
    if word.tag == "noun" and word.text.isalpha() and before.low.endswith("s"):
        if before.capital and before.text.isalpha():
            return False
        k = i + 1
        while k < len(words) and k < i + 3 and words[k].tag == "noun" and words[k].capital:
            k += 1
        return _verb_next(words, k)
    return False


def _verb_next(words: list[Word], k: int) -> bool:
    while k < len(words) and words[k].low in _ADVERBS:
        k += 1
    return k < len(words) and words[k].tag == "fin"


def _renumber(clauses: list[Clause]) -> list[Clause]:
    kept = [c for c in clauses if c.words]
    index = {c.index: k for k, c in enumerate(kept)}
    for k, clause in enumerate(kept):
        parent = clause.parent
        clause.parent = index.get(parent) if parent is not None else None
        if clause.parent == k:
            clause.parent = None
    for k, clause in enumerate(kept):
        clause.index = k
    return kept


def _is_noun_like(word: Word) -> bool:
    return word.tag in ("noun", "word", "num")


_COMPARED = grammar("en").words("compared")


def _opens(words: list[Word], i: int, grammar: Grammar) -> bool:
    """Whether a subordinator opens a clause: a finite verb must follow it in time."""
    if words[i].low in _ALSO_PREPOSITIONS:
        if words[i].low == "as" and "well" in (_next_low(words, i), words[i - 1].low if i else ""):
            return False
        if words[i].low == "than" and i and words[i - 1].low in _COMPARED:
            following = words[i + 1] if i + 1 < len(words) else None
            if following is None or following.tag != "pron":
                return False  # "more than 240 tanks"
        for k in range(i + 1, min(len(words), i + 9)):
            if words[k].tag == "punct" or words[k].tag in ("sub", "coord"):
                return False
            if words[k].tag in ("fin", "aux"):
                return True
        return False
    if words[i].low == "that":
        left = words[i - 1] if i else None
        if left is not None and left.tag in ("prep", "det"):
            return False
    return any(
        words[k].tag in ("fin", "part", "aux", "inf", "ing")
        for k in range(i + 1, min(len(words), i + 25))
    )


def _finite_in(words: list[Word], indices: list[int] | range) -> bool:
    return any(words[k].tag == "fin" for k in indices)


def _resumes(words: list[Word], comma: int, current: Clause, clauses: list[Clause]) -> int | None:
    """A comma may end an insertion: the clause before it goes on."""
    if current.kind not in ("rel", "sub") or current.parent is None:
        return None
    if not _finite_in(words, current.words):
        return None
    parent = clauses[current.parent]
    start = words[current.words[0]]
    inserted = start.i > 0 and words[start.i - 1].text == ","
    following = words[comma + 1] if comma + 1 < len(words) else None
    if following is None:
        return None
    if current.words[0] == 0 or (current.parent == 0 and not parent.words):
        return parent.index
    if inserted and not _finite_in(words, parent.words):
        return parent.index
    if inserted and following.low in ("for", "to", "from", "about") and following.tag == "prep":
        return parent.index  # "asked Colombo, where two are left, for engines"
    if following.tag == "fin" and not _finite_in(words, parent.words):
        return parent.index
    return None


def _parenthesis(words: list[Word], comma: int) -> int:
    """Index of the second comma of ", officials said on Monday,"; 0 when there is none."""
    start = comma + 1
    if start >= len(words) or words[start].tag in ("sub", "coord", "prep", "fin", "part", "ing"):
        return 0
    said = 0
    for k in range(start, min(len(words), start + 14)):
        word = words[k]
        if word.tag == "punct" and word.text not in "'\"’":
            return k if said and word.text == "," and k + 1 < len(words) else 0
        if word.tag == "fin":
            if said or word.low not in _REPORTING_GAP:
                return 0
            said = k
        elif (said and word.tag in ("pron", "sub")) or word.tag in ("inf", "sub"):
            return 0
    return 0


def _verbs_until_break(words: list[Word], start: int) -> bool:
    for k in range(start, len(words)):
        if words[k].text in ";:":
            return False
        if words[k].tag in ("fin", "aux"):
            return True
    return False


def _segment_end(words: list[Word], start: int) -> int:
    k = start
    while (
        k < len(words)
        and not (words[k].tag == "punct" and words[k].text in ",;:–—()")
        and words[k].tag != "sub"
    ):
        k += 1
    return k


def _new_main(words: list[Word], comma: int, current: Clause) -> bool:
    """ ", and Paris sent guns": a clause of its own behind a comma."""
    if not _finite_in(words, current.words):
        return False
    start = comma + 1
    end = _segment_end(words, start)
    if start < len(words) and words[start].tag == "coord":
        return False
    return _finite_in(words, range(start, end))


def _coordinates(words: list[Word], i: int, current: Clause) -> bool:
    if words[i].low not in _COORDINATORS:
        return False
    if not any(words[k].is_verb for k in current.words):
        return False
    end = _segment_end(words, i + 1)
    for k in range(i + 1, end):
        if words[k].tag == "fin":
            return True
        if words[k].tag == "coord":
            return False
    # "has bought 12 jets and ordered 6 more": a participle right behind the coordinator.
    return i + 1 < len(words) and words[i + 1].tag in ("part", "fin")


def _no_subject(words: list[Word], start: int) -> bool:
    k = start
    while k < len(words) and (
        words[k].low in _ADVERBS or words[k].low.endswith("ly") or words[k].tag == "coord"
    ):
        k += 1
    return k < len(words) and words[k].is_verb


def _clause_follows(words: list[Word], i: int) -> bool:
    """Behind "said" without "that": subject and finite verb."""
    k = i + 1
    if k >= len(words) or words[k].tag in ("punct", "sub", "coord", "prep", "to"):
        return False
    # a short time expression may stand between: "said on Monday that" is no zero clause
    for j in range(k, min(len(words), k + 10)):
        if words[j].tag == "punct" or words[j].tag == "sub":
            return False
        if words[j].tag == "fin":
            return True
    return False
