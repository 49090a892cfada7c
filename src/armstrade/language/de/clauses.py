"""Where German clauses begin and end.

German marks clause borders by commas; the verb stands second in main clauses and last in
subordinate ones. A stretch between two commas without a verb is a list item, an apposition or
the first part of a clause that goes on behind an insertion.
"""

from __future__ import annotations

from armstrade.language.clauses import Clause
from armstrade.language.grammar import Grammar, grammar
from armstrade.language.words import Word

from .attributes import attribute_start

_COORDINATORS = grammar("de").words("clause_coordinators")

_BREAKS = frozenset(",;:–—()|…")
# An auxiliary that two verbs share, whichever it is.
_ANY = "werden"
_FULL_BREAKS = frozenset(":;")
_FINITE = frozenset({"pres", "past", "konj1", "konj2"})
AUXILIARIES = grammar("de").words("auxiliaries")
MODALS = grammar("de").words("modals")
_HELPERS = AUXILIARIES | MODALS
_NONFINITE = frozenset({"part", "inf"})
_FOCUS = grammar("de").words("focus_particles")
# With a participle, never with a bare infinitive.
_PERFECT = frozenset({"haben", "sein"})
_WILL = frozenset({"wird", "werden", "werde"})
# How many words there may be in a subject before the first comma of its list.
_LIST_HEAD = 6


def _resolve(words: list[Word], span: range, pending: str = "") -> None:
    """Decide for each possible verb of a stretch which form it is.

    `pending`: the auxiliary before the stretch that still waits for its participle or infinitive.
    """
    candidates = [word for word in words[span.start : span.stop] if word.tag == "verb?"]
    if not candidates:
        return
    sure = [w for w in candidates if _surely_finite(w)]
    if not sure and len(candidates) > 1:
        # "haben … überlassen", "sollen … liefern": the auxiliary is the finite one
        helpers = [w for w in candidates if not MODALS.isdisjoint(w.verbs.lemmas)] or [
            w for w in candidates if not AUXILIARIES.isdisjoint(w.verbs.lemmas)
        ]
        sure = helpers[:1]
    waiting = bool(pending) and not sure
    for word in candidates:
        features = word.verbs.features
        before = words[word.i - 1] if word.i > span.start else None
        after = words[word.i + 1] if word.i + 1 < len(words) else None
        others = [w for w in sure if w is not word]
        if before is not None and before.low == "zu" and "inf" in features:
            word.tag, before.tag = "zu", "zu-mark"
        elif "zu" in features and not features & _FINITE:
            word.tag = "zu"
        elif {"part", "inf"} <= features and any(w.low in _WILL for w in others):
            word.tag = "inf"  # "wird … überlassen": rather the future than a passive
        elif "part" in features and (others or waiting or not features & _FINITE):
            word.tag = "part"
        elif "inf" in features and (
            others or (waiting and pending not in _PERFECT) or not features & _FINITE
        ):
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
    if not finite and not waiting:
        # "dass sie liefern wollen" is covered above; a lone plural form is finite.
        for word in candidates:
            features = word.verbs.features
            if word.tag == "inf" and features & _FINITE and len(candidates) == 1:
                word.tag = "fin"


def _surely_finite(word: Word) -> bool:
    features = word.verbs.features
    if not features & _FINITE:
        return False
    if word.low not in _HELPERS and not _HELPERS.isdisjoint(word.verbs.lemmas):
        return True
    return not features & {"inf", "part"}


def split(words: list[Word], grammar: Grammar) -> list[Clause]:
    """The clauses of a tagged sentence, in the order in which they begin."""
    builder = _Builder(words, grammar)
    begin = 0
    for i, word in enumerate(words):
        if word.tag == "punct" and word.text in _BREAKS:
            builder.add(range(begin, i), inserted=_is_insertion(words, begin, i, grammar))
            begin = i + 1
    builder.add(range(begin, len(words)))
    return builder.finish()


def _is_insertion(words: list[Word], begin: int, end: int, grammar: Grammar) -> bool:
    """ "Peru, beteuert sein Botschafter, habe nichts erhalten": who says it stands in between."""
    if not 0 < begin < end - 1 or end + 1 >= len(words) or words[end].text != ",":
        return False
    return (
        words[begin].low in grammar.cue("speech")
        and bool(words[end + 1].verbs)
        and not words[end + 1].verbs.features.isdisjoint(_FINITE)
    )


class _Builder:
    """Takes the stretches between commas, one after the other, and makes clauses of them."""

    def __init__(self, words: list[Word], grammar: Grammar) -> None:
        self.words = words
        self.grammar = grammar
        self.clauses: list[Clause] = []
        self.main: Clause | None = None

    def add(self, piece: range, *, inserted: bool = False) -> None:
        if not len(piece):
            return
        if inserted:
            _resolve(self.words, piece)
            self._new("main", piece, None, self.main.index if self.main is not None else None)
            return
        # "Paris hat Abnehmer: Zwölf Jets gehen nach Peru": nothing waits across a colon
        full = self.words[piece.start - 1].text in _FULL_BREAKS
        pending = "" if full else self._pending()
        for part in _cut(self.words, piece, pending):
            self._place(part)

    def _pending(self) -> str:
        """The auxiliary of the open main clause that still waits for its second verb, if any."""
        return self._waits(self.main) if self.main is not None else ""

    def _waits(self, clause: Clause) -> str:
        """The auxiliary of a clause without the verb that goes with it, or nothing."""
        words = self.words
        verbs = [word for i in clause.words if (word := words[i]).is_verb]
        finite = [w for w in verbs if w.tag == "fin"]
        if not finite or any(w.tag in ("part", "inf", "zu") for w in verbs):
            return ""
        return next(iter(sorted(_HELPERS & finite[-1].verbs.lemmas)), "")

    def _new(
        self, kind: str, piece: range, opener: int | None = None, parent: int | None = None
    ) -> Clause:
        clause = Clause(len(self.clauses), kind, list(piece), opener, parent)
        self.clauses.append(clause)
        return clause

    def _place(self, piece: range) -> None:
        words, clauses = self.words, self.clauses
        tags = {word.tag for word in words[piece.start : piece.stop]}
        has_finite, has_zu = "fin" in tags, "zu" in tags
        opener = _opener(words, piece, self.grammar)
        last = clauses[-1] if clauses else None
        if opener is not None and (has_finite or words[opener].tag == "sub"):
            kind = "sub" if words[opener].tag == "sub" else "rel"
            clause = self._new(kind, piece, opener, last.index if last else None)
            if kind == "rel":
                clause.antecedent = piece.start - 2 if piece.start >= 2 else None
                words[opener].tag = "rel"
            return
        if has_zu and not has_finite:
            self._new("inf", piece, None, last.index if last else None)
            return
        if (
            not has_finite
            and words[piece.start].tag == "coord"
            and last is not None
            and not tags.isdisjoint(_NONFINITE)
            and any(words[i].is_verb for i in last.words)
        ):
            if self.main is last and self._pending():
                last.words.extend(piece)  # "hat nicht nur A, sondern auch B geliefert"
                return
            self._new("coord", piece, None, last.index)
            return
        if not has_finite:
            host = self._host_of_verbless(last, piece)
            if host is not None:
                host.words.extend(piece)
            else:
                self.main = self._new("main", piece)
            return
        waiting = self._interrupted(piece)
        if waiting is not None:
            waiting.words.extend(piece)
            return
        main = self.main
        if (
            main is not None
            and not _has_finite(words, main)
            and (words[piece.start].tag == "fin" or _list_goes_on(words, main, piece))
        ):
            main.words.extend(piece)
            return
        begin = _list_begins(words, piece)
        if begin < piece.start and last is not None and last.kind in ("main", "coord"):
            moved = set(range(begin, piece.start))
            last.words = [i for i in last.words if i not in moved]
            self.main = self._new("main", range(begin, piece.stop))
            return
        if _is_coordinated(words, piece) and last is not None:
            clause = self._new("coord", piece, None, last.index)
            if last.kind in ("main", "coord"):
                self.main = clause
            return
        self.main = self._new(
            "main",
            piece,
            None,
            main.index if main is not None and not _has_finite(words, main) else None,
        )

    def _interrupted(self, piece: range) -> Clause | None:
        """ "dass sie keine Güter, die …, nach Israel liefern werde": goes on behind it."""
        words = self.words
        if not self.clauses or words[piece.start].tag in ("fin", "coord", "sub"):
            return None
        last = self.clauses[-1]
        if last.kind not in ("rel", "inf") or last.parent is None:
            return None
        above = self.clauses[last.parent]
        if above.kind != "sub" or _has_finite(words, above):
            return None
        ending = next((words[i] for i in reversed(piece) if words[i].tag != "punct"), None)
        return above if ending is not None and ending.tag == "fin" else None

    def _host_of_verbless(self, last: Clause | None, piece: range) -> Clause | None:
        """What a stretch without a finite verb continues."""
        if last is None:
            return None
        if any(self.words[i].tag in ("part", "inf") for i in piece):
            # "Haubitzen sind, anders als zu lesen war, nie geliefert worden"
            for clause in reversed(self.clauses):
                if clause.kind in ("main", "coord") and self._waits(clause):
                    return clause
        if last.kind in ("rel", "sub", "inf"):
            if not _closed(self.words, last):
                return last
            if self.main is not None and self.main.index < last.index:
                return self.main
            return self.clauses[last.parent] if last.parent is not None else last
        return self.main if self.main is not None else last

    def finish(self) -> list[Clause]:
        for clause in list(self.clauses):
            self._take_out_attributes(clause)
        return self.clauses

    def _take_out_attributes(self, clause: Clause) -> None:
        """ "die [von der Türkei gelieferten] Drohnen": a small clause inside the noun phrase."""
        words = self.words
        for i in [i for i in clause.words if words[i].tag == "attr"]:
            begin = attribute_start(words, i) or _without_opener(words, i, clause)
            if begin is None or begin == i:
                continue
            members = [k for k in clause.words if begin <= k <= i]
            inner = Clause(len(self.clauses), "attr", members, None, clause.index)
            inner.antecedent = i + 1
            clause.words = [k for k in clause.words if k not in set(members)]
            self.clauses.append(inner)
            words[i].tag = "part"


def _without_opener(words: list[Word], participle: int, clause: Clause) -> int | None:
    """First word of what belongs to the participle.

    With an article in front it is all that stands between the two; without one ("von Iran
    gelieferte Drohnen", "zwei in Russland bestellte Su-30") it begins at the preposition.
    """
    preposition: int | None = None
    for k in range(participle - 1, max(-1, participle - 16), -1):
        word = words[k]
        if k not in clause.words or word.tag in ("fin", "sub", "num"):
            break
        if word.tag == "prep":
            preposition = k
        if word.tag == "det":
            before = words[k - 1] if k else None
            if before is not None and before.tag in ("prep", "det", "coord"):
                continue  # the article of a phrase inside ("die von der Türkei …")
            if before is not None and before.tag == "noun" and preposition is None:
                return None
            return k + 1
        if word.tag == "noun" and preposition is not None and k < preposition:
            break
    return preposition


def _list_goes_on(words: list[Word], main: Clause, piece: range) -> bool:
    """ "Polen, die Slowakei und Ungarn liefern …", "Aus Polen, Ungarn und Oman kommen …"."""
    nominal = ("noun", "det", "word", "num", "coord", "attr")
    before = [words[i] for i in main.words]
    if any(w.tag not in (*nominal, "prep") for w in before) or len(before) > _LIST_HEAD:
        return False
    before_verb = []
    for i in piece:
        if words[i].tag == "fin":
            break
        before_verb.append(words[i])
    return (
        bool(before_verb)
        and all(w.tag in nominal for w in before_verb)
        and any(w.tag == "coord" for w in before_verb)
    )


def _list_begins(words: list[Word], piece: range) -> int:
    """Where the subject of "…, Litauen, Lettland und Estland bestellen …" begins."""
    verb = next((i for i in piece if words[i].tag == "fin"), piece.start)
    subject = words[piece.start : verb]
    if not any(w.tag == "coord" for w in subject) or not all(map(_is_bare, subject)):
        return piece.start
    begin = piece.start
    while begin > 2 and words[begin - 1].text == ",":
        k = begin - 2
        while k > 0 and _is_bare(words[k]) and words[k].tag != "coord":
            k -= 1
        if words[k].text != "," or k == begin - 2:
            break  # what stands there goes with the verb before it
        begin = k + 1
    return begin


def _is_bare(word: Word) -> bool:
    return word.tag in ("noun", "det", "coord")


def _cut(words: list[Word], piece: range, pending: str = "") -> list[range]:
    """Resolve verbs in a piece; cut it at a coordinator between two verb groups."""
    _resolve(words, piece, pending)
    verbs = [i for i in piece if words[i].is_verb]
    if len(verbs) < 2:
        return [piece]
    for i in piece:
        # a verb on either side, or there is nothing to cut apart
        if words[i].tag == "coord" and verbs[0] < i < verbs[-1]:
            left, right = range(piece.start, i), range(i, piece.stop)
            saved = [(w, w.tag) for w in (words[k] for k in piece)]
            for k in piece:
                if words[k].is_verb:
                    words[k].tag = "verb?"
            _restore_zu(words, piece)
            _resolve(words, left)
            _resolve(words, right)
            if (
                any(words[k].tag == "fin" for k in left)
                and not _waits(words, left)
                and any(words[k].tag == "fin" and _plausible(words, k, right) for k in right)
            ):
                return [*_cut(words, left), *_cut(words, right)]
            for word, old in saved:
                word.tag = old
            # "hat A geliefert und B bestellt": two participles share an auxiliary
            if _shares_auxiliary(words, left, right):
                return [left, *_cut(words, right, pending=_ANY)]
    return [piece]


def _waits(words: list[Word], span: range) -> bool:
    """An auxiliary or modal whose second verb has not come yet."""
    verbs = [words[k] for k in span if words[k].is_verb]
    finite = [w for w in verbs if w.tag == "fin"]
    if not finite or any(w.tag in ("part", "inf", "zu") for w in verbs):
        return False
    # "sein" and "haben" are full verbs as often as not; a modal always waits
    return not MODALS.isdisjoint(finite[-1].verbs.lemmas)


def _shares_auxiliary(words: list[Word], left: range, right: range) -> bool:
    return (
        any(words[k].tag == "fin" for k in left)
        and any(words[k].tag in ("part", "inf") for k in left)
        and words[right.stop - 1].tag in ("part", "inf")
    ) or (
        any(words[k].tag == "fin" for k in left)
        and any(words[k].tag in ("part", "inf") for k in left)
        and words[right.stop - 1].tag == "punct"
        and words[right.stop - 2].tag in ("part", "inf")
    )


def _restore_zu(words: list[Word], piece: range) -> None:
    for k in piece:
        if words[k].tag == "zu-mark":
            words[k].tag = "prep"


def _plausible(words: list[Word], k: int, right: range) -> bool:
    """A finite verb behind "und": right behind it, second, or at the end of the stretch."""
    features = words[k].verbs.features
    if features & {"inf", "part"}:
        # "bestellt" behind "und" may share its auxiliary with the first half.
        return k <= right.start + 4 and "part" not in features
    return True


def _opener(words: list[Word], piece: range, grammar: Grammar) -> int | None:
    """Index of a conjunction or relative pronoun that opens the piece."""
    i = piece.start
    if words[i].tag == "coord" and i + 1 < piece.stop:
        i += 1
    if words[i].low in _FOCUS and i + 1 < piece.stop and words[i + 1].tag == "sub":
        i += 1
    if words[i].tag == "sub":
        return i
    k = i + 1 if words[i].tag == "prep" and i + 1 < piece.stop else i
    if piece.start == 0 or words[piece.start - 1].text not in ",–—(":
        return None
    if words[k].low in grammar.words("relatives"):
        finite = [j for j in piece if words[j].tag == "fin"]
        if finite and i > piece.start and finite[0] == k + 2 and finite[0] + 2 < piece.stop:
            return None  # ", und der Iran schickte Raketen": an article, and the verb second
        # The verb of a relative clause stands last; "…, die Lieferung sei" is a main clause.
        if finite and finite[-1] > k + 1 and _verb_last(words, piece, finite[-1]):
            return k
        if finite and finite[-1] == k + 1 and piece.stop == finite[-1] + 1:
            return k
    return None


def _verb_last(words: list[Word], piece: range, finite: int) -> bool:
    """The finite verb closes the stretch, but for a short afterthought."""
    rest = [words[j] for j in range(finite + 1, piece.stop)]
    if any(w.is_verb for w in rest):
        return False  # "die Slowakei und Ungarn haben … gekauft" is a main clause
    return len(rest) <= 4


def _closed(words: list[Word], clause: Clause) -> bool:
    """A verb-final clause ends with its verb."""
    return bool(clause.words) and words[clause.words[-1]].is_verb


def _has_finite(words: list[Word], clause: Clause) -> bool:
    return any(words[i].tag == "fin" for i in clause.words)


def _is_coordinated(words: list[Word], piece: range) -> bool:
    first = words[piece.start]
    return first.tag == "coord" and first.low in _COORDINATORS
