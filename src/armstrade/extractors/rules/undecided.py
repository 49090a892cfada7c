"""What nobody has decided yet: "stimmt über die Lieferung ab", "a decision on the sale"."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.reading.asides import left_of

from .event import Event
from .lemmas import lemmas
from .subjects import subject_of
from .verb_groups import verb_group

_BOUND_FOR = frozenset({"bekannt", "dankbar", "verantwortlich", "zuständig"})
_ABOUT = all_words("about")
_COPULAS = all_words("copulas")
_SUPPOSING = all_words("supposing")
_DECISIONS = lemmas("decisions")


def is_undecided(event: Event) -> bool:
    """Whether the transfer is a matter that its sentence leaves open."""
    return is_open_decision(event) or is_debated(event)


def is_open_decision(event: Event) -> bool:
    """ "hat noch nicht über die Lieferung entschieden", "put off a decision on the sale"."""
    decisions = [t for t in event.governors if t.row.lemma.lower() in _DECISIONS]
    if not decisions or event.core.is_verb:
        return False
    sentence, words = event.sentence, event.sentence.words
    above = left_of(words, min(event.core.words))
    if above < 0 or words[above].low not in _ABOUT:
        return False
    if event.language == "de" or not decisions[0].is_verb:
        return True
    # "decided on the purchase": that is what was chosen
    clause = sentence.clause_of.get(decisions[0].word)
    inside = {words[i].low for i in clause.words} if clause is not None else set()
    unmade = not inside.isdisjoint(sentence.reading.grammar.cue("negators"))
    return unmade or verb_group(sentence, clause, decisions[0]).future


def is_debated(event: Event) -> bool:
    """ "denkt über die Lieferung nach", "ist für den Export", "sieht den Export skeptisch"."""
    if event.clause is None or event.governors:
        return False
    words, grammar = event.sentence.words, event.sentence.reading.grammar
    above = left_of(words, min(event.core.words))
    inside = {words[i].low for i in event.clause.words}
    if event.core.is_verb:
        gerund = words[event.core.word].tag == "ing" and above >= 0
        return gerund and words[above].low in _ABOUT and not inside.isdisjoint(_debating(event))
    if not inside.isdisjoint(grammar.words("contested")) and not inside & grammar.cue("negators"):
        return True
    if _is_supposed(event) or (event.language == "de" and _is_held(event, above)):
        return True
    if _is_topic(event):
        behind = {words[i].low for i in event.sentence.clauses[event.clause.index + 1].words}
        return not behind.isdisjoint(grammar.words("hesitating"))
    if above < 0:
        return False
    if words[above].low in _ABOUT:
        return not inside.isdisjoint(_debating(event))
    favoured = words[above].low == "für" and inside.isdisjoint(_BOUND_FOR)
    verbs = [words[i] for i in event.clause.words if words[i].is_verb]
    return favoured and all(w.low in _COPULAS for w in verbs) and bool(verbs)


def _is_supposed(event: Event) -> bool:
    """ "A delivery would be a mistake", "Der Verkauf würde gegen das Embargo verstoßen"."""
    words, clause = event.sentence.words, event.clause
    inside = [i for i in clause.words if i > event.core.word] if clause is not None else []
    if event.language == "en" and not event.sentence.lows.isdisjoint(
        event.sentence.reading.grammar.cue("reporting")
    ):
        return False  # "said the delivery would begin in May": it will
    verb = next((i for i in inside if words[i].tag in ("fin", "aux")), None)
    if verb is None or words[verb].low not in _SUPPOSING:
        return False
    begun = {words[i].low for i in inside} & event.sentence.reading.grammar.words("under_way")
    acts = subject_of(event.sentence, clause)
    return not begun and all(p.first > min(event.core.words) for p in acts)


def _is_held(event: Event, above: int) -> bool:
    """ "hält eine Lieferung für zu riskant": an opinion, and no delivery."""
    words, clause = event.sentence.words, event.clause
    inside = clause.words if clause is not None else []
    holds = any(words[i].is_verb and "halten" in words[i].verbs.lemmas for i in inside)
    behind = any(words[i].low == "für" for i in inside if i > event.core.word)
    return holds and behind and (above < 0 or words[above].tag != "prep")


def _debating(event: Event) -> frozenset[str]:
    grammar = event.sentence.reading.grammar
    return grammar.words("debating") | grammar.words("hesitating")


def _is_topic(event: Event) -> bool:
    """ "Panzer-Lieferung an Peru: Spanien zögert"."""
    sentence, clause = event.sentence, event.clause
    if clause is None or clause.index + 1 >= len(sentence.clauses):
        return False
    if any(sentence.words[i].is_verb for i in clause.words):
        return False
    after = sentence.clauses[clause.index + 1].words[0]
    return ":" in (sentence.words[after].text, sentence.words[after - 1].text)
