"""Whether an event is said not to be: negators in its clauses, verbs of denial above it.

Scope ends at the clause border, so only the clauses of core and governors are searched.
"""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words
from armstrade.language.words import Word
from armstrade.reading import Sentence

from .chains import rebuts
from .event import Event
from .exceptions import is_denied_alone
from .sources import indirect
from .themes import moves

_OR = frozenset({"nor", "noch", "oder", "or"})
# Of "abstreiten" with its particle far away.
_AB = frozenset({"streitet", "stritt"})
_DENIES_NOT = all_words("denial_negators")
_NOT = frozenset({"not", "n't", "aren't", "isn't", "won't"})
_ADVERBIAL = frozenset({"no", "never"})
_BESIDE = frozenset({"longer", "more", "really", "actually", "yet"})
_COPULAS = all_words("copulas")
_WRONG = frozenset({"falsch", "false"})
_HAPPENING = all_words("happening")
# The same in two words: one of the clause, and the lemma of a verb in it.
_HAPPENING_WITH = (("es", "geben"), ("statt", "stattfinden"), ("place", "take"))
_NEARLY = all_words("nearly")
_FAILING = all_words("failing")
_CONCEDING = all_words("conceding")
_BLAMING = frozenset({"should", "ought"})
_LATER = frozenset({"until", "before"})


def scope_of(event: Event) -> list[Clause]:
    """The clauses in which a negator negates the event: a gapped stretch is negated alone."""
    clauses: list[Clause] = []
    if event.origin is not None and event.clause is not None:
        return [event.clause]
    for trigger in (event.core, *event.governors):
        clause = event.sentence.clause_of.get(trigger.word)
        if clause is not None and clause not in clauses:
            clauses.append(clause)
        above = _alternative(event.sentence, clause)
        if above is not None and above not in clauses:
            clauses.append(above)
    return clauses


def _alternative(sentence: Sentence, clause: Clause | None) -> Clause | None:
    """ "did not sell rifles [or deliver shells]": what is negated once for both."""
    if clause is None or clause.kind != "coord" or clause.parent is None:
        return None
    opener = sentence.words[clause.words[0]].low
    return sentence.clauses[clause.parent] if opener in _OR else None


def is_negated(event: Event, clauses: list[Clause]) -> bool:
    """Whether a negator in the clauses bears on the event, and not on something beside it."""
    sentence = event.sentence
    words = sentence.words
    grammar = sentence.reading.grammar
    negators = grammar.cue("negators")
    pseudo = grammar.cue("pseudo_negators")
    german = grammar.language == "de"
    own = {i for trigger in (event.core, *event.governors) for i in trigger.words}
    if event.core.is_verb and event.core.word and words[event.core.word - 1].low in _NEARLY:
        return True  # "nearly sold"
    if fails(event):
        return True
    alone = not (event.core.is_verb or event.governors or _arrives(event) or _takes_place(event))
    for clause in clauses:
        indices = clause.words
        if alone:
            # "nicht aufgeführt ist der Export": only what stands beside the noun negates it
            first = min(event.core.words)
            indices = [i for i in indices if first - 4 <= i < first]
        for i in indices:
            low = words[i].low.replace("’", "'")
            if low == "yet" and not german and _has_yet_to(words, i):
                return True
            if low not in negators or i in own:
                continue  # "said no to a request"
            if _blames(words, i):
                continue
            if any(_starts_phrase(words, i, phrase) for phrase in pseudo):
                continue
            if _of_other_goods(event, i):
                continue
            if low == "without" and not i < event.core.word <= i + 4:
                continue
            if low == "without" and not _verb_behind(words, i, clause):
                continue
            if low == "nicht" and i and words[i - 1].low == "mehr" and _after_comma(words, i - 1):
                continue  # "fünf Panzer, mehr nicht"
            if low == "ohne" and clause.kind != "inf":
                continue  # "ohne große Aussprache": with a noun
            if not german and _of_something_behind(event, i):
                continue
            if (
                not german
                and low == "no"
                and i + 1 < len(words)
                and words[i + 1].low in ("longer", "more")
            ):
                return True
            if (
                german
                and low == "nicht"
                and i + 1 < len(words)
                and words[i + 1].low in ("nur", "allein", "bloß", "zuletzt")
            ):
                continue
            if low == "nothing" and (words[i - 1].low == "for" or _else(words, i)):
                continue  # "jets for nothing": free of charge; "radios and nothing else"
            if not german and low == "not" and _of_another_infinitive(event, i):
                continue
            if not german and (_only_later(words, i) or _behind_participle(event, clause, i)):
                continue
            if _contrast(words, i, german, clause) or _adds_exception(words, i, german, clause):
                continue
            return True
    return False


def _blames(words: list[Word], i: int) -> bool:
    """ "should not have delivered", "ought not to have sold": it did."""
    behind = {word.low for word in words[i + 1 : i + 3]}
    return i > 0 and words[i - 1].low in _BLAMING and "have" in behind


def fails(event: Event) -> bool:
    """ "failed to deliver", "is unable to sell"."""
    words, core = event.sentence.words, event.core
    before = [w.low for w in words[max(0, core.word - 2) : core.word]]
    return core.is_verb and len(before) == 2 and before[0] in _FAILING and before[1] == "to"


def _of_other_goods(event: Event, i: int) -> bool:
    """ "gave Kyiv howitzers but no missiles": of goods that are no part of the event."""
    own = {m.start for m in event.materiel}
    return any(
        m.first > i >= m.first - 4 and m.start not in own and is_denied_alone(event.sentence, m)
        for m in event.sentence.materiel
    )


def _takes_place(event: Event) -> bool:
    """ "Eine Lieferung hat es nie gegeben", "The sale never took place": whether there was one."""
    clause = event.clause
    inside = [event.sentence.words[i] for i in clause.words] if clause is not None else []
    lows = {word.low for word in inside}
    lemmas = {lemma for word in inside for lemma in word.verbs.lemmas}
    if any(word in lows and lemma in lemmas for word, lemma in _HAPPENING_WITH):
        return True
    return not lows.isdisjoint(_HAPPENING)


def _arrives(event: Event) -> bool:
    """ "Die Lieferung ist noch nicht angekommen": the verb of the clause tells of the goods."""
    if event.language != "de" or event.core.row.stage is not Stage.DELIVERED:
        return False
    clause_of = event.sentence.clause_of
    return any(
        moves(trigger)
        and trigger.is_verb
        and trigger.word > event.core.word
        and clause_of.get(trigger.word) is event.clause
        for trigger in event.sentence.triggers
    )


def _of_something_behind(event: Event, i: int) -> bool:
    """ "gave Mali trainers it no longer flies", "a ship at no cost": something else is negated."""
    words, core = event.sentence.words, event.core
    if not core.is_verb or i <= core.word or words[i].low not in _ADVERBIAL:
        return False
    if not any(core.word < m.first <= m.last < i for m in event.materiel):
        return False
    behind = next((w for w in words[i + 1 :] if w.low not in _BESIDE), None)
    if behind is None or behind.i in {k for t in event.governors for k in t.words}:
        return False
    goods = any(m.first <= behind.i <= m.last for m in event.sentence.materiel)
    return not goods and behind.text[0].isalpha()


def _else(words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].low == "else"


def _only_later(words: list[Word], i: int) -> bool:
    """ "are not due until May", "not to be delivered before 2027": it will happen."""
    return words[i].low in _NOT and any(w.low in _LATER for w in words[i + 1 : i + 6])


def _behind_participle(event: Event, clause: Clause, i: int) -> bool:
    """ "jets ordered from Paris in May are not …": the verb that is negated is another one."""
    core, words = event.core, event.sentence.words
    return (
        core.is_verb
        and words[core.word].tag == "part"
        and core.word in clause.words
        and any(k in clause.words and words[k].tag == "fin" for k in range(core.word + 1, i))
    )


def _after_comma(words: list[Word], i: int) -> bool:
    return i > 0 and words[i - 1].text == ","


def _of_another_infinitive(event: Event, i: int) -> bool:
    """ "has put it off so as not to anger Moscow": the negation belongs to what follows."""
    words = event.sentence.words
    behind = words[i + 1 : i + 4]
    if len(behind) < 2 or behind[0].low != "to" or i < event.core.word:
        return False
    purpose = words[i - 1].low in ("as", "order") and behind[1].tag == "word"
    if behind[1].tag != "inf" and not purpose:
        return False
    own = {k for trigger in (event.core, *event.governors) for k in trigger.words}
    return not any(word.i in own for word in behind)


def _has_yet_to(words: list[Word], i: int) -> bool:
    return (
        0 < i < len(words) - 1
        and words[i + 1].low == "to"
        and (words[i - 1].low in ("has", "have", "had"))
    )


def _starts_phrase(words: list[Word], i: int, phrase: str) -> bool:
    parts = phrase.split()
    return [w.low for w in words[i : i + len(parts)]] == parts


def _verb_behind(words: list[Word], i: int, clause: Clause) -> bool:
    return any(k > i and words[k].is_verb for k in clause.words if k <= i + 6)


def _adds_exception(words: list[Word], i: int, german: bool, clause: Clause) -> bool:
    """ "an Peru verkauft, nicht aber an Chile": true of Chile alone. German."""
    if not german or [w.low for w in words[i + 1 : i + 2]] != ["aber"]:
        return False
    return not any(words[k].is_verb for k in clause.words if k > i)


def _contrast(words: list[Word], i: int, german: bool, clause: Clause) -> bool:
    """ "not X but Y": the negation belongs to X alone."""
    ends = 0
    for k in range(i + 1, min(len(words), i + 12)):
        low = words[k].low
        if low in ("sondern",) if german else low in ("but",):
            if k not in clause.words:
                return False  # a gapped clause of its own: "nicht bei X, sondern bei Y"
            return ends <= 1 and not any(words[j].is_verb for j in range(i + 1, k))
        if words[k].text in ".;:":
            return False
        if words[k].text == ",":
            ends += 1
    return False


def clauses_above(event: Event) -> list[Clause]:
    """The clause of the outermost trigger and those above it, innermost first."""
    sentence = event.sentence
    found: list[Clause] = []
    clause = sentence.clause_of.get(event.core.word)
    while clause is not None and clause not in found:
        found.append(clause)
        clause = sentence.clauses[clause.parent] if clause.parent is not None else None
    return found


def _called_untrue(event: Event) -> bool:
    """ "nannte den Bericht, … frei erfunden": the claim stands below a charge said to be false."""
    sentence = event.sentence
    cue = sentence.reading.grammar.cue
    if sentence.lows.isdisjoint(cue("untrue")):
        return False
    own = set(event.clause.words) if event.clause is not None else set()
    outside = {w.low for w in sentence.words if w.i not in own}
    below = event.clause is not None and (
        event.clause.kind in ("sub", "rel", "inf") or indirect(sentence, event.clause)
    )
    return (below and bool(outside & cue("charge"))) or _is_a_lie(event, own)


def _is_a_lie(event: Event, own: set[int]) -> bool:
    """ "The sale is a myth", "Berichte über den Verkauf sind falsch": the predicate of its clause.

    What is false may be wrong as well ("die Lieferung ist falsch"), unless a report is."""
    words, cue = event.sentence.words, event.sentence.reading.grammar.cue
    if event.core.is_verb or not any(words[i].low in _COPULAS for i in own):
        return False
    predicate = {words[i].low for i in own if i > event.core.word} & cue("untrue")
    before = {words[i].low for i in own if i < min(event.core.words)}
    return bool(predicate - _WRONG) or bool(predicate and before & cue("charge"))


def is_denied(event: Event) -> bool:
    """Whether a verb of denial stands above the event's clause, or in its own."""
    sentence = event.sentence
    if _called_untrue(event) or any(
        t is not event.core and rebuts(sentence, t, event.core) for t in sentence.triggers
    ):
        return True
    words = sentence.words
    denial = sentence.reading.grammar.cue("denial")
    if sentence.lows.isdisjoint(denial):
        return False
    chain: list[Clause] = []
    clause = sentence.clause_of.get(event.outermost.word)
    seen = set()
    while clause is not None and clause.index not in seen:
        seen.add(clause.index)
        chain.append(clause)
        if words[clause.words[0]].low in _CONCEDING:
            break  # "denies it, although it delivered six": what is true after all
        clause = sentence.clauses[clause.parent] if clause.parent is not None else None
    for depth, candidate in enumerate(chain):
        for i in candidate.words:
            if words[i].low in denial and i not in event.core.words:
                if words[i].low in _AB and "ab" not in sentence.lows:
                    continue  # "streitet über die Lieferung": quarrels
                if (
                    depth == 0
                    and i > event.outermost.word
                    and words[i].tag not in ("fin", "part", "inf")
                ):
                    continue
                if words[i].low in ("deny", "denied", "denies", "denying") and (
                    _denies_goods(sentence, i) or any(t.word == i for t in event.governors)
                ):
                    continue
                return not _local_negation(words, i)
    return False


def _local_negation(words: list[Word], i: int) -> bool:
    return any(words[k].low in _DENIES_NOT for k in range(max(0, i - 3), min(len(words), i + 3)))


def _denies_goods(sentence: Sentence, i: int) -> bool:
    """ "denied Kyiv the missiles": a party right behind the verb, no clause."""
    return any(p.first == i + 1 for p in sentence.parties) and any(
        m.first in range(i + 2, i + 8) for m in sentence.materiel
    )
