"""What an event is about: the materiel that its triggers act on.

Goods stand in many places; the first place that holds any decides, the surest first.
"""

from __future__ import annotations

from armstrade.claims import Category, Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words, grammar
from armstrade.reading import MaterielPhrase, Sentence, Trigger
from armstrade.reading.asides import left_of, noun_above

from .attachment import VESSELS, in_bundle, is_bundle, is_framed, without_carriers
from .cargo import cargo_of
from .chains import is_contract, names_a_party
from .english import (
    acts_itself,
    antecedent_materiel,
    carries,
    english_gap,
    far_side,
    has_object,
    objects,
    on_order,
)
from .event import Event
from .exceptions import is_denied_alone
from .lemmas import lemmas
from .subjects import is_passive

# Prepositions that keep materiel out of the transfer ("gegen Drohnen", "aus Beständen").
_OUTSIDE = all_words("outside_prepositions")
_FOR = frozenset({"for", "für"})
# Put together they are what they are for.
_KITS = frozenset({"bausatz", "bausätze", "bausätzen", "kit", "kits"})
_PLATFORMS = {*VESSELS, Category.ARMOURED_VEHICLE}
_WHOSE = frozenset({"dessen", "deren"})
_WITHOUT = frozenset({"ohne", "without"})
_FITTING_OUT = lemmas("fitting_out")
_OPTIONS = lemmas("options")
_FROM_WHOLE = frozenset({"von", "of"})
_SEIZING = lemmas("seizing")
# Whose subject is a ship as often as not, and never the goods.
_TAKING = _SEIZING | {"carry"}
_RETURNS = frozenset({"for", "für", "gegen", "in"})
_CHOOSING = lemmas("choosing")
_CONCESSIVE = all_words("concessive_prepositions")
_COMING_ALONG = all_words("coming_along")
_MAKING = grammar("en").words("making_nouns")
_PERSONS = frozenset({"who", "whom"})
# How far behind a noun its genitive may begin, in words.
_ATTACHED = 3
# How far behind goods ", to be built" may stand, in words.
_NEAR = 5


def theme_of(event: Event) -> tuple[list[MaterielPhrase], float]:
    """The materiel that the event is about, with a score for how near it stands."""
    sentence, core = event.sentence, event.core
    phrases = sentence.materiel
    inside = [m for m in phrases if m.inside is not None and m.inside in core.words]
    clause = event.clause
    triggers = (core, *event.governors)
    clauses = {c.index for t in triggers if (c := sentence.clause_of.get(t.word)) is not None}
    framed = [t for t in sentence.triggers if is_framed(sentence, t)]
    frames = {i for t in framed for i in t.words}
    rivals = [
        t
        for t in sentence.triggers
        if all(t is not own for own in (*triggers, *framed, event.receiving))
        and not names_a_party(t)
    ]
    if english_gap(event) and not (core.row.lemma == "carry" and _has_own_object(event)):
        lacking = antecedent_materiel(event)
        if lacking is not None:
            return _list_of(sentence, lacking), 4.0
    near = [
        m
        for m in phrases
        if (m.inside is None or (core.is_verb and is_bundle(sentence.words[m.inside])))
        and m.clause in clauses
        and m.first not in frames
        and not _outside(event, m)
        and (m.inside is not None or _nearest(sentence, m, triggers, rivals))
        and not _of_another_verb(event, m)
    ]
    own = {i for t in triggers for i in t.words}
    spelt_out = [m for m in near if m.last not in own]  # "a military sale of missiles"
    if core.row.lemma in _SEIZING and all(m.category in VESSELS for m in near) and clause:
        stowed = [
            m
            for m in phrases
            if m.inside is None
            and m.category not in VESSELS
            and not m.preposition
            and 0 <= m.clause < len(sentence.clauses)
            and sentence.clauses[m.clause].parent == clause.index
            and sentence.clauses[m.clause].kind == "rel"
        ]
        if stowed:
            return stowed, 4.0  # "stopped a boat which was taking rifles to the rebels"
    if core.row.lemma not in _TAKING:
        cargo = cargo_of(event, near, moves(core))
        if cargo is not None:
            return cargo
    if core.row.lemma in _TAKING and core.is_verb and not is_passive(sentence, core):
        # "a German frigate intercepted a ship"; "300 Pistolen für Peru beschlagnahmten Zöllner"
        german = sentence.reading.grammar.language == "de"
        spelt_out, near = (
            [m for m in ms if m.first > core.word or (german and m.category not in VESSELS)]
            for ms in (spelt_out, near)
        )
    near = objects(event, without_carriers(sentence, core, spelt_out or near))
    if sentence.reading.grammar.language == "de" and core.row.stage is Stage.REFUSED:
        near = [m for m in near if m.preposition != "für"] or near  # "für das Boot … die Motoren"
    if core.row.lemma.lower() in _OPTIONS:  # "24 Panzer mit einer Option auf 24 weitere"
        near = [m for m in near if m.first > core.word]
    if core.row.lemma in _FITTING_OUT:
        # "ein Schiff mit Radaren und Sonaren": what stands behind the preposition
        begin = min((m.first for m in near if m.preposition == "mit"), default=0)
        near = [m for m in near if m.first >= begin]
    if near:
        near = [*near, *(m for m in spelt_out if m not in near and _comes_along(sentence, m))]
    near = [m for m in near if not is_denied_alone(sentence, m)] or near
    near = [m for m in near if not _is_whole(event, m, near)]
    near = _without_platforms(sentence, near)
    bare = not near or all(m.generic for m in near)
    listed = (_contained(event) or _listed(event)) if bare else []
    if listed:
        return listed, 4.0
    if near:
        return near, 4.0
    if core.row.lemma == "carry" and not is_passive(sentence, core):
        return [], 0.0  # "the boat had carried fish"
    if clause is not None and clause.kind == "attr" and clause.antecedent is not None:
        behind = [
            m
            for m in phrases
            if m.inside is None and m.first <= clause.antecedent + 2 and m.last >= clause.antecedent
        ]
        return behind[:1], 4.0 if behind else 0.0
    if "attr" in core.features:
        behind = [m for m in phrases if m.first <= core.word + 2 and m.last > core.word]
        return behind[:1], 4.0 if behind else 0.0
    # a relative clause speaks of the noun before it
    if acts_itself(event):
        return [], 0.0
    if clause is not None and clause.kind == "rel" and clause.antecedent is not None:
        before = [
            m
            for m in phrases
            if m.inside is None and m.last <= clause.antecedent and clause.antecedent - m.last <= 6
        ]
        if before:
            return _list_of(sentence, before[-1]), 3.5
    # "tanks sent by Poland": a participle behind its noun
    if core.is_verb and sentence.words[core.word].tag in ("part", "zu", "inf"):
        before = [
            m
            for m in phrases
            if m.inside is None and m.last < core.word and m.preposition not in _WITHOUT
        ]
        if before and core.word - before[-1].last <= 4:
            return _list_of(sentence, before[-1]), 3.0
    if inside:
        return inside, 3.0
    own_objects = ("rel",) if event.language == "de" else ("coord",)
    if (
        clause is not None
        and clause.kind in ("coord", "inf", "gap", "rel")
        and clause.parent is not None
        and not _of_a_person(sentence, clause)
        and not (clause.kind in own_objects and _has_own_object(event))
    ):
        parent = [
            m
            for m in phrases
            if m.inside is None and m.clause == clause.parent and not _outside(event, m)
        ]
        if parent:
            return parent, 2.0
    return [], 0.0


def _of_another_verb(event: Event, phrase: MaterielPhrase) -> bool:
    """ "lost tanks after talks with Cairo", "verlor nach Gesprächen mit Kairo zwei Panzer"."""
    core, words = event.core, event.sentence.words
    if core.is_verb or event.governors or event.receiving is not None or phrase.preposition:
        return False
    first, last = min(core.words), max(core.words)
    if phrase.first <= last + _ATTACHED and phrase.first > first:
        return False  # "nach Abzug der Panzer"
    k = left_of(words, first)
    if k < 0 or words[k].low not in event.sentence.reading.grammar.words("aside_prepositions"):
        return False
    clause = event.clause.words if event.clause is not None else ()
    return any(words[i].is_verb for i in clause)


def _is_whole(event: Event, phrase: MaterielPhrase, near: list[MaterielPhrase]) -> bool:
    """ "of the 50 tanks Berlin has delivered 20": the number behind is what is spoken of."""
    opens = phrase.last < event.core.word and phrase.preposition in _FROM_WHOLE
    if not opens or phrase.quantity is None or phrase.quantity.kind != "count":
        return False
    if all(w.low not in _FROM_WHOLE for w in event.sentence.words[:2]):
        return False
    return any(m.anaphoric and m.quantity is not None and m.first > phrase.last for m in near)


def _without_platforms(sentence: Sentence, near: list[MaterielPhrase]) -> list[MaterielPhrase]:
    """ "Kanonen für 132 Panzer", "engines for 24 jets": parts are given, not what they go into."""
    served: set[int] = set()
    for phrase in near:
        if phrase.preposition not in _FOR or phrase.category not in _PLATFORMS:
            continue
        at = left_of(sentence.words, phrase.first)
        parts = [m for m in near if m.last == at - 1 and m.category not in _PLATFORMS]
        if not parts or sentence.words[at].low not in _FOR:
            continue
        if sentence.words[at - 1].low in _KITS:
            served |= {m.start for m in parts}
        else:
            served |= {m.start for m in near if m is phrase or 0 <= m.group == phrase.group}
    return [m for m in near if m.start not in served]


def _contained(event: Event) -> list[MaterielPhrase]:
    """ "a package for Kyiv which includes 20 guns", "a shipment, said to contain rifles"."""
    sentence, words = event.sentence, event.sentence.words
    deals = sentence.reading.grammar.words("deals")
    verbs = sentence.reading.grammar.words("content_verbs")
    heads = [t for t in (event.core, *event.governors) if not deals.isdisjoint(_lows(sentence, t))]
    for head in heads:
        above = sentence.clause_of.get(head.word)
        for clause in sentence.clauses if above is not None else ():
            if clause.kind != "rel" or clause.parent != above.index:  # type: ignore[union-attr]
                continue
            if clause.words[0] < head.word or not any(words[i].low in verbs for i in clause.words):
                continue
            goods = [m for m in sentence.materiel if m.clause == clause.index and not m.inside]
            if goods:
                return goods
    return []


def _lows(sentence: Sentence, trigger: Trigger) -> set[str]:
    return {sentence.words[i].low for i in trigger.words}


def _listed(event: Event) -> list[MaterielPhrase]:
    """ "bestellte in Moskau: 92 Panzer, dazu Raketenwerfer": the goods behind the colon."""
    clause, words = event.clause, event.sentence.words
    if clause is None or not (event.core.is_verb or event.governors):
        return []
    last = max(t.word for t in (event.core, *event.governors))
    colon = next((w.i for w in words if w.i > last and w.text == ":"), None)
    if colon is None:
        return []
    between = [words[i] for i in range(last + 1, colon) if i not in clause.words]
    behind = words[colon + 1 :]
    if any(w.is_verb or w.text in ";.–—" for w in between) or any(
        w.tag == "fin" or w.text == ":" for w in behind
    ):
        return []
    return [m for m in event.sentence.materiel if m.first > colon and not m.preposition]


def _is_given_back(event: Event, phrase: MaterielPhrase) -> bool:
    """ "will send rifles to Togo in exchange for drones": these go the other way."""
    sentence, core = event.sentence, event.core
    if phrase.preposition not in _RETURNS or phrase.start < core.end:
        return False
    between = sentence.reading.text[core.end : phrase.start].lower()
    return any(f" {cue} " in between for cue in sentence.reading.grammar.cue("exchange"))


def _outside(event: Event, phrase: MaterielPhrase) -> bool:
    if phrase.incidental and not _is_made_for_somebody(event, phrase):
        return True
    if _is_given_back(event, phrase):
        return True
    if not phrase.preposition or phrase.preposition == event.core.row.particle:
        return False  # "flew in missiles": the particle of the verb
    if carries(event, phrase) or _conceded(event, phrase):
        return True
    if phrase.preposition in ("mit", "with"):
        if in_bundle(event.sentence, phrase) or _comes_along(event.sentence, phrase):
            return False
        note = event.core.row.note
        if moves(event.core) and phrase.category in VESSELS and not phrase.designation:
            return True  # "gelangten mit sechs Frachtflugzeugen nach …"
        return "mit" not in note and "with" not in note and not moves(event.core)
    if phrase.preposition == "over" and event.core.row.lemma in _CHOOSING:
        return True  # "opted for the Puls over the HIMARS"
    if phrase.preposition == "über" and _content_of_noun(event, phrase):
        return False
    if phrase.preposition in ("über", "on", "auf", "at", "into", "aus"):
        return f"prep:{phrase.preposition}" not in event.core.row.note and not (
            is_contract(event.core) or event.core.row.stage is Stage.NEGOTIATED
        )
    return phrase.preposition in _OUTSIDE


def _conceded(event: Event, phrase: MaterielPhrase) -> bool:
    """ "Trotz des Verbots für Panzer schickt Bonn Lastwagen": the tanks stay where they are."""
    words, core = event.sentence.words, event.core
    if event.language != "de" or not core.is_verb or phrase.first > core.word:
        return False
    inside = event.clause.words if event.clause is not None else []
    verb = next((i for i in inside if words[i].tag == "fin"), None)
    return verb is not None and phrase.last < verb and words[inside[0]].low in _CONCESSIVE


def _is_made_for_somebody(event: Event, phrase: MaterielPhrase) -> bool:
    """ "signed a contract for the production of 20 tanks": whoever signs it is to get them."""
    above = noun_above(event.sentence, phrase.first)
    if above is None or above.low not in _MAKING:
        return False
    return any(is_contract(t) and t.word < above.i for t in (event.core, *event.governors))


def _content_of_noun(event: Event, phrase: MaterielPhrase) -> bool:
    """ "ein Angebot Oslos über drei Boote", "das Geschäft mit Peru über …": what the noun is of."""
    core = event.core
    noun = min(core.words) if core.row.pos == "verb_mwe" else core.word  # "der Auftrag … ging an"
    verb = core.is_verb and core.row.pos != "verb_mwe"
    if event.language != "de" or verb or noun > phrase.first:
        return False
    between = event.sentence.words[noun + 1 : phrase.first]
    return not any(word.is_verb or word.tag == "punct" for word in between)


def _comes_along(sentence: Sentence, phrase: MaterielPhrase) -> bool:
    """ "40 fighters, together with 79 kits": given as well."""
    above = noun_above(sentence, phrase.first)
    return above is not None and above.low in _COMING_ALONG


def moves(trigger: Trigger) -> bool:
    """Whether the materiel itself is the subject ("arrive", "eintreffen")."""
    return "subject=materiel" in trigger.row.note


def _nearest(
    sentence: Sentence, phrase: MaterielPhrase, own: tuple[Trigger, ...], rivals: list[Trigger]
) -> bool:
    """Whether no other trigger of the same clause stands nearer to the phrase."""
    clause = phrase.clause
    same = [
        t
        for t in rivals
        if (c := sentence.clause_of.get(t.word)) is not None
        and c.index == clause
        and not describes(sentence, t, phrase)
        and not (t.row.lemma.lower() in _OPTIONS and t.word > phrase.last)
    ]
    if not same:
        return True
    mine = min(_distance(t, phrase) + far_side(sentence, t, phrase) for t in own)
    return mine <= min(_distance(t, phrase) + far_side(sentence, t, phrase) for t in same)


def describes(sentence: Sentence, trigger: Trigger, phrase: MaterielPhrase) -> bool:
    """ "neun bestellte Jets", "jets promised by Paris": a participle that belongs to the noun,
    so that the goods are still free for the verb of the clause."""
    if not trigger.is_verb:
        return on_order(sentence, trigger)
    if _yet_to_be(sentence, trigger, phrase):
        return True
    if sentence.words[trigger.word].tag == "attr":
        return trigger.word < phrase.first
    return (
        sentence.reading.grammar.language == "en"
        and sentence.words[trigger.word].tag == "part"
        and (trigger.word == phrase.last + 1 or _added(sentence, trigger, phrase))
    )


def _added(sentence: Sentence, trigger: Trigger, phrase: MaterielPhrase) -> bool:
    """ "sold Ethiopia eight jets, delivered in December"."""
    return trigger.word == phrase.last + 2 and sentence.words[phrase.last + 1].text == ","


def _yet_to_be(sentence: Sentence, trigger: Trigger, phrase: MaterielPhrase) -> bool:
    """ "a contract for eight boats, to be built in Geoje"."""
    words = sentence.words
    before = [w.low for w in words[max(0, trigger.word - 2) : trigger.word]]
    return before == ["to", "be"] and 0 < trigger.word - phrase.last <= _NEAR


def _has_own_object(event: Event) -> bool:
    """ "boarded fishing boats, cleared villages": the second verb has an object of its own."""
    if not event.core.is_verb:
        return False
    if event.language == "de":
        return _has_german_object(event)
    if moves(event.core) or not has_object(event):
        return False
    return event.sentence.words[max(event.core.words) + 1].text.isalpha()


def _has_german_object(event: Event) -> bool:
    """ "der seine Reise abgebrochen hat": a noun phrase that is no goods, no side, no deal."""
    sentence, clause = event.sentence, event.clause
    if event.language != "de" or clause is None or clause.kind != "rel":
        return False
    words = sentence.words
    taken = {i for t in sentence.triggers for i in t.words}
    spans = [(p.first, p.last) for p in sentence.parties]
    spans += [(m.first, m.last) for m in sentence.materiel]
    taken |= {i for first, last in spans for i in range(first, last + 1)}
    opener = clause.words[0] if clause.opener is None else clause.opener
    for i in clause.words:
        if words[i].tag != "noun" or i in taken or i - 1 not in clause.words:
            continue
        above = left_of(words, i)
        determined = words[i - 1].tag in ("det", "poss", "attr") and i - 1 != opener
        # "dessen Regierung den Handel stoppt": the first noun there is the subject
        owned = words[opener].low in _WHOSE and above <= opener
        if determined and not owned and words[max(above, 0)].tag != "prep":
            return True
    return False


def _of_a_person(sentence: Sentence, clause: Clause) -> bool:
    """ "the minister, who had flown to Athens": no goods fly there."""
    return clause.opener is not None and sentence.words[clause.opener].low in _PERSONS


def _distance(trigger: Trigger, phrase: MaterielPhrase) -> int:
    if trigger.word < phrase.first:
        return phrase.first - trigger.word
    return trigger.word - phrase.last


def _list_of(sentence: Sentence, phrase: MaterielPhrase) -> list[MaterielPhrase]:
    """The phrase and those coordinated with it to its left."""
    listed = [
        m for m in sentence.materiel if m.last < phrase.first and 0 <= m.group == phrase.group
    ]
    return [*listed, phrase]
