"""Where English clauses begin and end.

English marks clauses by conjunctions and relative words more than by commas, so the words are
read one after the other; a comma only ends an insertion or begins a new main clause.
"""

from __future__ import annotations

from armstrade.language.clauses import Clause
from armstrade.language.grammar import Grammar, grammar
from armstrade.language.words import Word

from .tagging import ADVERBS, BREAKS, next_low

_ALSO_PREPOSITIONS = grammar("en").words("prepositions_too")
_COORDINATORS = grammar("en").words("clause_coordinators")

_REPORTING_GAP = grammar("en").words("zero_that_verbs")
_NO_ANTECEDENTS = grammar("en").words("no_antecedents") | ADVERBS
_COMPARED = grammar("en").words("compared")

# Before "that", between a verb of saying and what is said ("announced today that").
_BEFORE_A_CLAUSE = grammar("en").words("said_when") | {"out", "up"}
_CONCESSIVE = frozenset({"though", "although", "while", "if"})
_CLOSING = {"(": ")", "–": "–", "—": "—"}
# The longest insertion, in words; a dash further off belongs to another one.
_INSERTED = 25


def split(words: list[Word], grammar: Grammar) -> list[Clause]:
    """The clauses of a tagged sentence, in the order in which they begin."""
    clauses: list[Clause] = []
    current = Clause(0, "main")
    clauses.append(current)
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
            elif word.text == ";" and current.words and _lists_on(words, i):
                pass  # "requested to buy 36 howitzers; 42 radios; spare parts" goes on
            elif close := _insertion(words, i):
                # "the air force (IAF) has", "the jets – all used – were": the clause goes on
                if all(words[k].tag == "num" for k in range(i + 1, close)):
                    current.words.extend(range(i + 1, close))  # "twelve (12) missiles"
                    i = close + 1
                    continue
                inner = open_clause("main", None, None)
                inner.words.extend(range(i + 1, close))
                i = close + 1
                continue
            elif word.text in BREAKS:
                current = open_clause("main", None, None)
            elif word.text == "," and (close := _parenthesis(words, i)):
                # ", it added,": a clause of its own inside the other
                inner = open_clause("main", None, None)
                inner.words.extend(range(i + 1, close))
                i = close + 1
                continue
            elif word.text == "," and (close := _participial(words, i, current)):
                # "the jets, built in 1985, will be delivered": the clause goes on behind it
                inner = open_clause("rel", None, current.index)
                inner.antecedent = i - 1
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
                    and words[i - 1].low not in _BEFORE_A_CLAUSE
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
            current = open_clause(kind, None, current.index)
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


def _bare_relative(words: list[Word], i: int, current: Clause, grammar: Grammar) -> bool:
    """A relative clause without its pronoun: "the jets it ordered", "missiles Bern had bought"."""
    if i == 0 or not current.words or current.words[-1] != i - 1:
        return False
    word, before = words[i], words[i - 1]
    if before.tag not in ("word", "noun") or before.low in _NO_ANTECEDENTS:
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
    while k < len(words) and words[k].low in ADVERBS:
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


def _opens(words: list[Word], i: int, grammar: Grammar) -> bool:
    """Whether a subordinator opens a clause: a finite verb must follow it in time."""
    if words[i].low in _ALSO_PREPOSITIONS:
        if words[i].low == "as" and "well" in (next_low(words, i), words[i - 1].low if i else ""):
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
    if i + 1 < len(words) and words[i].low in _CONCESSIVE and words[i + 1].tag == "prep":
        # "bought 18 jets, though from Minsk": without a verb of its own before the next comma
        return any(w.tag in ("fin", "aux") for w in words[i + 1 : _segment_end(words, i + 1)])
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
    parent = clauses[current.parent]
    start = words[current.words[0]]
    inserted = start.i > 0 and words[start.i - 1].text == ","
    following = words[comma + 1] if comma + 1 < len(words) else None
    if not _finite_in(words, current.words):
        # "Kenya, which borders Somalia, will …": a verb that no list knows
        goes_on = following is not None and following.tag == "fin" and inserted
        open_still = current.kind == "rel" and not _finite_in(words, parent.words)
        return parent.index if goes_on and open_still else None
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


def _participial(words: list[Word], comma: int, current: Clause) -> int:
    """Index of the second comma of ", refurbished in Lviv,"; 0 when there is none."""
    start = comma + 1
    while start < len(words) and (words[start].low in ADVERBS or words[start].low.endswith("ly")):
        start += 1
    if start >= len(words) or words[start].tag != "part" or not current.words:
        return 0
    if not _is_noun_like(words[comma - 1]) or _finite_in(words, current.words):
        return 0
    for k in range(start + 1, min(len(words) - 1, start + _INSERTED)):
        if words[k].text == ",":
            return k if words[k + 1].tag == "fin" else 0
        conjunction = words[k].tag == "sub" and words[k].low not in _ALSO_PREPOSITIONS
        if words[k].tag == "fin" or conjunction or words[k].text in (".", ";", ":"):
            return 0
    return 0


def _insertion(words: list[Word], opening: int) -> int:
    """Index of the mark that closes brackets or a pair of dashes; 0 when none does."""
    closing = _CLOSING.get(words[opening].text, "")
    for k in range(opening + 1, min(len(words), opening + _INSERTED) if closing else 0):
        if words[k].text == closing:
            return k
    return 0


def _lists_on(words: list[Word], i: int) -> bool:
    """Whether a semicolon stands between items of a list, and not before "Poland, none"."""
    if i + 2 < len(words) and words[i + 1].capital and words[i + 2].text == ",":
        return False
    return sum(w.text == ";" for w in words) > 1 and not _verbs_until_break(words, i + 1)


def _verbs_until_break(words: list[Word], start: int) -> bool:
    for k in range(start, len(words)):
        if words[k].text in ";:" and k > start:
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
    verb = next((k for k in range(start, end) if words[k].tag == "fin"), None)
    # "sold Oman six jets, two tankers but put off the radars": the list goes on
    return verb is not None and words[verb - 1].tag != "coord"


def _coordinates(words: list[Word], i: int, current: Clause) -> bool:
    if words[i].low not in _COORDINATORS:
        return False
    verbs = [words[k] for k in current.words if words[k].is_verb]
    if not verbs or _is_still_subject(current, verbs):
        return False
    end = _segment_end(words, i + 1)
    for k in range(i + 1, end):
        if words[k].tag == "fin":
            return True
        if words[k].tag == "coord":
            return False
    if end < len(words) - 1 and words[end].text == ",":
        close = next((k for k in range(end + 1, len(words) - 1) if words[k].text == ","), None)
        inserted = words[end + 1].tag in ("part", "det")
        if inserted and close and words[close + 1].tag == "fin":
            # "and its fleet, escorted or not, is seen", "and the first, the Kimon, is due"
            return not _finite_in(words, range(end + 1, close))
    # "has bought 12 jets and ordered 6 more": a participle right behind the coordinator.
    return i + 1 < len(words) and words[i + 1].tag in ("part", "fin")


def _is_still_subject(current: Clause, verbs: list[Word]) -> bool:
    """ "A plane carrying missiles and rifles landed": the clause has no verb of its own yet."""
    first = verbs[0].i
    return (
        current.kind == "main"
        and first > current.words[0] + 1
        and first - 1 in current.words  # and no comma before it
        and all(verb.tag == "ing" for verb in verbs)
    )


def _no_subject(words: list[Word], start: int) -> bool:
    k = start
    while k < len(words) and (
        words[k].low in ADVERBS or words[k].low.endswith("ly") or words[k].tag == "coord"
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
