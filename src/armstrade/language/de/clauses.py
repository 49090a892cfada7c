"""Where German clauses begin and end.

German marks clause borders by commas; the verb stands second in main clauses and last in
subordinate ones. A stretch between two commas without a verb is a list item, an apposition or
the first part of a clause that goes on behind an insertion.
"""

from __future__ import annotations

from armstrade.language.clauses import Clause
from armstrade.language.grammar import Grammar
from armstrade.language.words import Word

_BREAKS = frozenset(",;:–—()|…")
_FINITE = frozenset({"pres", "past", "konj1", "konj2"})
AUXILIARIES = frozenset({"haben", "sein", "werden"})
MODALS = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "mögen"})


def tag(words: list[Word], grammar: Grammar, verbs: dict[str, list]) -> None:  # type: ignore[type-arg]
    """Set ``tag`` and ``verbs`` of each word."""
    for i, word in enumerate(words):
        if word.tag in ("punct", "num"):
            continue
        low = word.low
        readings = verbs.get(low)
        # Nouns are capitalised; a verb is so only at the start of a sentence or quotation.
        first = i == 0 or words[i - 1].text in '„"«»“:–('
        if readings and (not word.capital or first):
            word.verbs = readings
        if low in grammar.prepositions:
            word.tag = "prep"
        elif low in grammar.determiners:
            word.tag = "det"
        elif low in grammar.words("subject_pronouns") or low in grammar.words("dative_pronouns"):
            word.tag = "pron"
        elif low in grammar.words("subordinators"):
            word.tag = "sub"
        elif low in grammar.words("coordinators"):
            word.tag = "coord"
        elif word.verbs:
            word.tag = "verb?"
        elif word.capital:
            word.tag = "noun"
    _particles(words, grammar)


def _particles(words: list[Word], grammar: Grammar) -> None:
    """A preposition right before a break is a verb particle ("sagte … zu.")."""
    for i, word in enumerate(words):
        if word.tag == "prep" and word.low in grammar.words("particles"):
            following = words[i + 1] if i + 1 < len(words) else None
            if following is None or following.tag == "punct" or following.low in ("und", "oder"):
                word.tag = "particle"
        elif word.tag == "word" and word.low in grammar.words("particles"):
            word.tag = "particle"


def _resolve(words: list[Word], span: range) -> None:
    """Decide for each possible verb of a stretch which form it is."""
    candidates = [words[i] for i in span if words[i].tag == "verb?"]
    if not candidates:
        return
    sure = [w for w in candidates if _surely_finite(w)]
    for word in candidates:
        features = set().union(*(r.features for r in word.verbs))
        before = words[word.i - 1] if word.i > span.start else None
        after = words[word.i + 1] if word.i + 1 < len(words) else None
        others = [w for w in sure if w is not word]
        if before is not None and before.low == "zu" and "inf" in features:
            word.tag, before.tag = "zu", "zu-mark"
        elif "zu" in features and not features & _FINITE:
            word.tag = "zu"
        elif "part" in features and (others or not features & _FINITE):
            word.tag = "part"
        elif "inf" in features and (others or not features & _FINITE):
            word.tag = "inf"
        elif features & _FINITE:
            word.tag = "fin"
        else:
            word.tag = "part"
        if (
            word.tag in ("part", "fin")
            and before is not None
            and before.tag == "det"
            and after is not None
            and after.tag == "noun"
        ):
            word.tag = "word"
    finite = [w for w in candidates if w.tag == "fin"]
    if not finite:
        # "dass sie liefern wollen" is covered above; a lone plural form is finite.
        for word in candidates:
            features = set().union(*(r.features for r in word.verbs))
            if word.tag == "inf" and features & _FINITE and len(candidates) == 1:
                word.tag = "fin"


def _surely_finite(word: Word) -> bool:
    features = set().union(*(r.features for r in word.verbs))
    if not features & _FINITE:
        return False
    if any(r.lemma in AUXILIARIES | MODALS for r in word.verbs) and word.low not in (
        "haben", "sein", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen",
    ):  # fmt: skip
        return True
    return not features & {"inf", "part"}


def split(words: list[Word], grammar: Grammar) -> list[Clause]:
    """The clauses of a tagged sentence, in the order in which they begin."""
    pieces: list[range] = []
    begin = 0
    for i, word in enumerate(words):
        if word.tag == "punct" and word.text in _BREAKS:
            pieces.append(range(begin, i))
            begin = i + 1
    pieces.append(range(begin, len(words)))
    pieces = [part for piece in pieces if len(piece) for part in _cut(words, piece)]

    clauses: list[Clause] = []
    open_main: Clause | None = None
    for piece in pieces:
        has_finite = any(words[i].tag == "fin" for i in piece)
        has_zu = any(words[i].tag == "zu" for i in piece)
        opener = _opener(words, piece, grammar)
        last = clauses[-1] if clauses else None
        if opener is not None and (has_finite or words[opener].tag == "sub"):
            kind = "sub" if words[opener].tag == "sub" else "rel"
            parent = _host(words, clauses)
            clause = Clause(len(clauses), kind, list(piece), opener, parent)
            if kind == "rel":
                clause.antecedent = piece.start - 2 if piece.start >= 2 else None
            clauses.append(clause)
            continue
        if has_zu and not has_finite:
            parent = last.index if last is not None else None
            clauses.append(Clause(len(clauses), "inf", list(piece), None, parent))
            continue
        if not has_finite:
            host = open_main if open_main is not None else last
            if last is not None and last.kind in ("rel", "inf") and open_main is not None:
                host = open_main
            elif last is not None and last.kind in ("rel", "sub", "inf"):
                host = last if not _closed(words, last) else (
                    clauses[last.parent] if last.parent is not None else last
                )
            if host is not None:
                host.words.extend(piece)
                continue
            open_main = Clause(len(clauses), "main", list(piece))
            clauses.append(open_main)
            continue
        first = words[piece.start]
        starts_with_verb = first.tag == "fin"
        if starts_with_verb and open_main is not None and not _has_finite(words, open_main):
            open_main.words.extend(piece)
            continue
        coordinated = _is_coordinated(words, piece, grammar)
        if coordinated and last is not None:
            kind = "coord" if not _has_own_subject(words, piece) else last.kind
            clause = Clause(len(clauses), "coord", list(piece), None, last.index)
            if kind != "coord":
                clause.kind = "coord"
            clauses.append(clause)
            if last.kind in ("main",):
                open_main = clause
            continue
        clause = Clause(len(clauses), "main", list(piece), None, None)
        if open_main is not None and not _has_finite(words, open_main):
            # "Deutschland, so hieß es, liefert": keep the first part's words at hand.
            clause.parent = open_main.index
        clauses.append(clause)
        open_main = clause
    return clauses


def _cut(words: list[Word], piece: range) -> list[range]:
    """Resolve verbs in a piece; cut it at a coordinator between two finite verbs."""
    _resolve(words, piece)
    for i in piece:
        if words[i].tag == "coord" and piece.start < i < piece.stop - 1:
            left, right = range(piece.start, i), range(i, piece.stop)
            saved = [(w, w.tag) for w in (words[k] for k in piece)]
            for k in piece:
                if words[k].is_verb:
                    words[k].tag = "verb?"
            _restore_zu(words, piece)
            _resolve(words, left)
            _resolve(words, right)
            if any(words[k].tag == "fin" for k in left) and any(
                words[k].tag == "fin" and _plausible(words, k, right) for k in right
            ):
                return [*_cut(words, left), *_cut(words, right)]
            for word, old in saved:
                word.tag = old
    return [piece]


def _restore_zu(words: list[Word], piece: range) -> None:
    for k in piece:
        if words[k].tag == "zu-mark":
            words[k].tag = "prep"


def _plausible(words: list[Word], k: int, right: range) -> bool:
    """A finite verb behind "und": right behind it, second, or at the end of the stretch."""
    features = set().union(*(r.features for r in words[k].verbs))
    if features & {"inf", "part"}:
        # "bestellt" behind "und" may share its auxiliary with the first half.
        return k <= right.start + 4 and "part" not in features
    return True


def _opener(words: list[Word], piece: range, grammar: Grammar) -> int | None:
    """Index of a conjunction or relative pronoun that opens the piece."""
    i = piece.start
    if words[i].tag == "coord" and i + 1 < piece.stop:
        i += 1
    if words[i].tag == "sub":
        return i
    k = i + 1 if words[i].tag == "prep" and i + 1 < piece.stop else i
    if piece.start == 0 or words[piece.start - 1].text not in ",–—(":
        return None
    if words[k].low in grammar.words("relatives"):
        finite = [j for j in piece if words[j].tag == "fin"]
        # The verb of a relative clause stands last; "…, die Lieferung sei" is a main clause.
        if finite and finite[-1] > k + 1 and _verb_last(words, piece, finite[-1]):
            return k
        if finite and finite[-1] == k + 1 and piece.stop == finite[-1] + 1:
            return k
    return None


def _verb_last(words: list[Word], piece: range, finite: int) -> bool:
    rest = [words[j] for j in range(finite + 1, piece.stop)]
    return len(rest) <= 1 or all(w.is_verb or w.tag in ("prep",) for w in rest) or len(rest) <= 4


def _host(words: list[Word], clauses: list[Clause]) -> int | None:
    return clauses[-1].index if clauses else None


def _closed(words: list[Word], clause: Clause) -> bool:
    """A verb-final clause ends with its verb."""
    return bool(clause.words) and words[clause.words[-1]].is_verb


def _has_finite(words: list[Word], clause: Clause) -> bool:
    return any(words[i].tag == "fin" for i in clause.words)


def _is_coordinated(words: list[Word], piece: range, grammar: Grammar) -> bool:
    first = words[piece.start]
    return first.tag == "coord" and first.low in ("und", "oder", "aber", "sondern", "sowie", "doch", "denn")


def _has_own_subject(words: list[Word], piece: range) -> bool:
    return any(words[i].tag in ("noun", "pron") for i in piece)
