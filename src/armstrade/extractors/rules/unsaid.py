"""The party that a clause leaves unsaid.

Nearest first: its sentence, past events, the sentences before it in the paragraph, the headline
and lead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from armstrade.claims import Category, Stage
from armstrade.language.grammar import all_words
from armstrade.reading import PartyPhrase, Reading, Sentence
from armstrade.reading.asides import left_of

from .chains import is_approval
from .discourse import Discourse
from .event import Event
from .lemmas import lemmas
from .named import is_only_written_at
from .slots import FROM, TO
from .subjects import is_passive, subject_of
from .verb_groups import verb_group

_CONCESSIVE = all_words("concessive_prepositions")
_UNINVOLVED = all_words("uninvolved_prepositions")
# Too many hands to be the one that a clause leaves unsaid.
_VAGUE_BLOCS = frozenset({"UN", "NATO", "WEST"})
_SEIZING = lemmas("seizing")
_SIGNING = lemmas("signing")
_OFFICIAL = frozenset({"ministry", "government", "army", "company"})
# Taken off for the goal of another clause.
_ELSEWHERE = 1.0
# Taken off for a company that nothing says to be the recipient.
_NO_BUYER = 1.5
# Added for whoever denies a transfer of which the other side is named.
_DENIER = 2.0
# Taken off for a party that only a relative clause names.
_ASIDE = 0.6
# Whom headline and lead name, when no sentence nearby names anybody better.
_LEAD = 1.2
# The state whose organs a text on export licences names.
_LICENSER = 3.0
_LICENSING = frozenset({"government", "ministry"})
_APPLYING = lemmas("licence_requests")
# Added to a recipient that headline or lead name; taken off for each time it gave.
_ABOUT = 1.5
_GAVE = 0.15
# The state that the headline names first, in German.
_PROTAGONIST = 2.8
# Taken off for it where it has only been on the other side so far.
_OTHER_ROLE = 0.3
# How far behind the headline it is still meant, in sentences.
_FAR = 15
# Added for a ministry or firm that tells of a handover without saying whose it is.
_SPEAKER = 1.5


def missing_party(
    event: Event, discourse: Discourse, exclude: set[str | None], role: str
) -> tuple[PartyPhrase, float] | None:
    """The party that a clause leaves unsaid: from its sentence, past events, the lead."""
    if _is_unnamed(event, role) or _is_somebody(event, role):
        return None
    exclude = exclude | _opposites(event, role)
    named = [
        *_earlier_sentences(event, discourse, exclude, role),
        *_lead(event, discourse, exclude, role),
    ]
    if role == "supplier":
        named = [(s, p) for s, p in named if not _buys_itself(p, event, discourse)]
    candidates = [
        *_same_sentence(event, exclude, role),
        *_past_events(event, discourse, exclude, role),
        *named,
        *(_licensing(event, discourse, exclude) if role == "supplier" else ()),
    ]
    bystanders = event.sentence.bystanders(event.core, supplier=role == "supplier")
    candidates = [(s, p) for s, p in candidates if p.start not in bystanders]
    if not candidates:
        return None
    makers = {m.maker for m in event.materiel if m.maker is not None}
    if role == "supplier" and event.language == "en" and _gets_its_own(event, makers):
        return None
    if role == "supplier" and makers and event.receiving is None:
        # "bestellte 20 Eurofighter": not from whoever sells the F-35 of the sentence before
        candidates = [
            (s - (p.key not in makers and p.kind == "country" and s < 4), p) for s, p in candidates
        ]
    prior = 1.5 if role == "supplier" else -1.0
    likely = [(s + prior * (p.key in makers), p) for s, p in candidates]
    fits = _topicality(event, discourse) if role == "recipient" else None
    return max(likely, key=lambda pair: pair[0] + (fits(pair[1]) if fits else 0.0))[::-1]


def _topicality(event: Event, discourse: Discourse) -> Callable[[PartyPhrase], float] | None:
    """How much a recipient has to be preferred: headline and lead name whom a text is about, and
    it is they who get what others sell; who has given before rather gives again. English."""
    if event.language != "en":
        return None
    about = {p.key for p in discourse.named.opening()}
    if event.sentence.index <= 1:
        about |= {p.key for p in event.sentence.parties}
    gave = Counter(p.key for past in discourse.events for p in past.supplier)
    return lambda p: _ABOUT * (p.key in about) - _GAVE * min(gave[p.key], 3)


def _same_sentence(
    event: Event, exclude: set[str | None], role: str
) -> list[tuple[float, PartyPhrase]]:
    """Those of the sentence itself, by their place in it."""
    found = []
    wanted = FROM if role == "supplier" else TO
    unwanted = TO if role == "supplier" else FROM
    takers = _takers(event) if role == "supplier" else set()
    for phrase in event.sentence.parties:
        if phrase.key in takers:
            continue
        if phrase.key is None or phrase.key in exclude or phrase.kind == "city":
            continue
        if phrase.kind == "bloc" and phrase.key in _VAGUE_BLOCS:
            continue
        if phrase.preposition in _UNINVOLVED or _opposes(event.sentence, phrase):
            continue
        if is_only_written_at(phrase) or phrase.start in event.sentence.asides:
            continue
        if phrase.modifies is not None and not phrase.genitive:
            continue
        by = phrase.preposition == "by" and event.core.is_verb and not phrase.genitive
        if by and (role == "recipient" or not _approves(event.sentence, phrase)):
            continue  # the agent of another verb
        score = 3.2 - 0.02 * abs(phrase.last - event.core.word)
        elsewhere = event.clause is None or phrase.clause != event.clause.index
        elsewhere = elsewhere and event.core.row.stage is not Stage.CANCELLED
        behind = phrase.preposition in wanted and elsewhere and phrase.first > event.core.word
        if behind and _gives_other_goods(event, phrase, role):
            continue
        if behind:
            score -= _ELSEWHERE  # the goal of another clause
        elif phrase.preposition in wanted:
            score += 2
        elif phrase.preposition in unwanted:
            continue
        elif phrase.preposition == "mit" and elsewhere and _shares_subject(event, phrase):
            score += 1.5  # "hat Radare geschickt und redet mit Oslo über Panzer"
        elif phrase.preposition in ("in", "mit", "with"):
            score -= 1.2
        if elsewhere and _denies(event.sentence, phrase):
            score += _DENIER
        if role == "supplier" and elsewhere and _speaks_for_itself(event, phrase):
            score += _SPEAKER
        found.append((score, phrase))
    return found


def _approves(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "will get jets under a deal approved by Washington": who has to allow it supplies."""
    before = phrase.first - 1
    while before > 0 and sentence.words[before].tag in ("det", "prep"):
        before -= 1
    return any(is_approval(t) and t.is_verb and t.word == before for t in sentence.triggers)


def _gives_other_goods(event: Event, phrase: PartyPhrase, role: str) -> bool:
    """ "has received frigates and has ordered jets from Boeing": the jets, not the frigates."""
    return role == "supplier" and any(
        any(p is phrase for p in beside.supplier)
        and beside.clause is not None
        and beside.clause.kind == "coord"
        and bool(beside.materiel)
        and not event.shares_goods(beside)
        for beside in event.beside
        if beside is not event
    )


def _shares_subject(event: Event, phrase: PartyPhrase) -> bool:
    """Whether the phrase stands in a clause coordinated with that of the event."""
    clause = event.sentence.clauses[phrase.clause] if phrase.clause >= 0 else None
    return (
        clause is not None
        and clause.kind == "coord"
        and event.clause is not None
        and clause.parent == event.clause.index
    )


def _opposes(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "trotz der Warnungen Athens": whoever is against it has no part in it."""
    words = sentence.words
    k = phrase.modifies if phrase.genitive and phrase.modifies is not None else phrase.first
    while k > 0 and (words[k].capital or words[k].tag in ("det", "word", "attr")):
        k -= 1
    return words[k].low in _CONCESSIVE and words[k].tag == "prep"


def _past_events(
    event: Event, discourse: Discourse, exclude: set[str | None], role: str
) -> list[tuple[float, PartyPhrase]]:
    """Who had the role in the events before, better for the same partner or goods."""
    other = event.recipient if role == "supplier" else event.supplier
    other_keys = {p.key for p in other}
    designations = {m.designation for m in event.materiel if m.designation}
    categories = {m.category for m in event.materiel}
    found = []
    for age, past in enumerate(reversed(discourse.events[-12:])):
        distance = event.sentence.index - past.sentence.index
        if distance > 6:
            break
        parties = past.supplier if role == "supplier" else past.recipient
        if not parties or parties[0].key in exclude or parties[0].key is None:
            if age == 0 and role == "supplier" and parties and parties[0].kind == "company":
                return []  # a yard delivers to the navy of its own country
            continue
        score = 3.0 - 0.3 * distance - 0.1 * age
        past_other = past.recipient if role == "supplier" else past.supplier
        if role == "supplier" and _sells_something_else(event, past):
            continue
        if other_keys & {p.key for p in past_other}:
            score += 1.5
        if designations & {m.designation for m in past.materiel if m.designation}:
            score += 1.5
        told = {m.category for m in past.materiel}
        unsaid = not event.supplier and not event.recipient
        if categories & told or (unsaid and told == {Category.UNSPECIFIED}):
            score += 0.7
        found.append((score, parties[0]))
    return found


def _buys_itself(phrase: PartyPhrase, event: Event, discourse: Discourse) -> bool:
    """ "Egypt bought jets. Morocco ordered 24 Apaches.": whoever only gets so far, and does not
    make what is given."""
    makers = {m.maker for m in event.materiel if m.maker is not None}
    if not makers or phrase.country in makers:
        return False
    got = any(phrase.key in {p.key for p in e.recipient} for e in discourse.events)
    return got and not any(phrase.key in {p.key for p in e.supplier} for e in discourse.events)


def _got_there(phrase: PartyPhrase, event: Event, discourse: Discourse) -> bool:
    """Named as the recipient of other goods: "Egypt bought jets. Morocco ordered tanks."."""
    past = [e for e in discourse.events[-6:] if e.sentence.index == phrase.sentence]
    gave = any(phrase.key in {p.key for p in e.supplier} for e in past)
    got = [e for e in past if phrase.key in {p.key for p in e.recipient}]
    return bool(got) and not gave and not any(_same_goods(e, event) for e in got)


def _same_goods(past: Event, event: Event) -> bool:
    return bool({m.category for m in past.materiel} & {m.category for m in event.materiel})


def _sells_something_else(event: Event, past: Event) -> bool:
    """ "Egypt bought Russian MiG-29s. Morocco ordered 24 Apaches.": from somebody else."""
    if {p.key for p in event.recipient} & {p.key for p in past.recipient}:
        return False
    makers = {m.maker for m in event.materiel if m.maker is not None}
    if makers:
        return not makers & {p.country for p in past.supplier}
    told = {m.category for m in past.materiel}
    firm = any(p.kind == "company" for p in past.supplier)
    return firm and not told & {m.category for m in event.materiel}


def _earlier_sentences(
    event: Event, discourse: Discourse, exclude: set[str | None], role: str
) -> list[tuple[float, PartyPhrase]]:
    """Those named in the sentences right before."""
    found = []
    unwanted = TO if role == "supplier" else FROM
    for phrase in reversed(discourse.named.since(event.sentence.index - 2)[-8:]):
        distance = event.sentence.index - phrase.sentence
        if phrase.key in exclude or phrase.preposition in unwanted:
            continue
        if phrase.kind == "bloc" and phrase.key in _VAGUE_BLOCS:
            continue
        if phrase.modifies is not None and not phrase.genitive:
            continue
        if role == "supplier" and _got_there(phrase, event, discourse):
            continue
        score = 2.4 - 0.6 * distance
        if phrase.preposition:
            score -= 0.6
        if role == "recipient" and phrase.kind == "company":
            score -= _NO_BUYER
        if _is_aside(phrase, discourse.reading):
            score -= _ASIDE
        found.append((score, phrase))
    return found


def _licensing(
    event: Event, discourse: Discourse, exclude: set[str | None]
) -> list[tuple[float, PartyPhrase]]:
    """ "Ein Antrag auf Lieferung von Mörsern nach Peru ist abgelehnt worden": by the government
    that the text is about."""
    triggers = (event.core, *event.governors)
    asked = any(t.row.lemma.lower() in _APPLYING for t in triggers)
    if event.language != "de" or event.core.is_verb:
        return []
    if not (asked or any(map(is_approval, triggers))):
        return []
    organs = [p for p in discourse.named.since(0) if p.kind in _LICENSING and p.key not in exclude]
    counts = Counter(p.key for p in organs)
    return [(_LICENSER + 0.1 * min(counts[p.key], 5), p) for p in organs]


def _is_aside(phrase: PartyPhrase, reading: Reading) -> bool:
    """ "jets, which Canada retired a year ago", "the war in Bosnia": named in passing."""
    sentence = reading.sentences[phrase.sentence]
    clauses = sentence.clauses
    if phrase.start in sentence.asides:
        return True
    return 0 <= phrase.clause < len(clauses) and clauses[phrase.clause].kind == "rel"


def _lead(
    event: Event, discourse: Discourse, exclude: set[str | None], role: str
) -> list[tuple[float, PartyPhrase]]:
    """Whom the text is about: the state of the dateline, those of headline and lead."""
    if event.language != "en":
        if event.sentence.index > _FAR:
            return []
        leading = discourse.named.protagonist()  # others are named where they are meant
        other = "supplier" if role == "recipient" else "recipient"
        told = {name: _played(discourse, name) for name in (role, other)}
        score = _PROTAGONIST - _OTHER_ROLE * (leading in told[other] - told[role])
        return [
            (score, p)
            for p in discourse.named.opening()
            if p.country == leading
            and p.key not in exclude
            and p.kind != "company"
            and p.preposition not in (TO if role == "supplier" else FROM)
        ]
    if event.supplier_score < 8 and event.recipient_score < 8:
        return []
    opening = discourse.named.opening()
    counts = Counter(p.key for p in discourse.named.since(0))
    return [
        (_LEAD + 0.1 * min(counts[p.key], 5), p)
        for p in opening
        if p.key not in exclude
        and p.kind not in ("company", "bloc")
        and (p.modifies is None or p.genitive)
    ]


def _played(discourse: Discourse, role: str) -> set[str | None]:
    """The states that had the role in the events so far."""
    return {p.country for e in discourse.events for p in getattr(e, role)}


def _is_unnamed(event: Event, role: str) -> bool:
    """ "andere Länder beliefern", "talks with several makers": there is one, without a name."""
    if event.clause is None:
        return False
    sentence = event.sentence
    named = {i for p in sentence.parties for i in range(p.first, p.last + 1)}
    words, grammar = sentence.words, sentence.reading.grammar
    nouns = grammar.words(f"unnamed_{role}s")
    beside = grammar.words("uninvolved_prepositions")  # "über Zwischenhändler in Polen"
    return any(
        words[i].low in nouns and i not in named and words[left_of(words, i)].low not in beside
        for i in event.clause.words
    )


def _is_somebody(event: Event, role: str) -> bool:
    """ "GM has been buying …": a name that the lexicon does not know plays the role."""
    sentence, clause, core = event.sentence, event.clause, event.core
    roles = getattr(core.row, role)
    if sentence.reading.grammar.language != "en" or clause is None or not core.is_verb:
        return False
    if role == "supplier" and _from_somebody(event):
        return True
    if not roles or roles[0].slot != "subject" or is_passive(sentence, core):
        return False
    words = sentence.words
    verb = next((i for i in clause.words if words[i].is_verb or words[i].tag == "aux"), None)
    if not verb or verb - 1 not in clause.words or clause.kind not in ("main", "sub"):
        return False
    name = words[verb - 1]
    covered = any(p.first <= name.i <= p.last for p in sentence.parties)
    return name.tag == "noun" and name.i > 0 and not covered


def _gets_its_own(event: Event, makers: set[str]) -> bool:
    """ "Germany itself will receive six": of what it makes."""
    words = event.sentence.words
    return any(
        p.key in makers and p.last + 1 < len(words) and words[p.last + 1].low == "itself"
        for p in event.recipient
    )


def _from_somebody(event: Event) -> bool:
    """ "bought missiles from Proteus Systems": a firm that the lexicon does not know."""
    words = event.sentence.words
    covered = {i for p in event.sentence.parties for i in range(p.first, p.last + 1)}
    for goods in event.materiel:
        behind = words[goods.last + 1 : goods.last + 4]
        if len(behind) == 3 and behind[0].low == "from":  # one word alone may be a town
            return all(w.capital and w.text.isalpha() and w.i not in covered for w in behind[1:])
    return False


def _opposites(event: Event, role: str) -> set[str | None]:
    """Who has the other role in the clause beside: "Spain sent tanks, Canada trucks"."""
    other = "recipient" if role == "supplier" else "supplier"
    taken: dict[str, set[str | None]] = {role: set(), other: set()}
    for beside in event.beside:
        if beside is event or beside.clause is event.clause:
            continue
        if beside.core.row.stage is Stage.REFUSED:
            continue  # whoever declines may be on either side
        if event.language == "en" and beside.core.row.lemma in _SIGNING:
            continue  # "under a contract that Finland signed": so does whoever signs
        if beside.core.row.lemma == "fly" and not beside.recipient:
            continue  # "Togo flies jets that Spain supplied": it uses them
        for name, keys in taken.items():
            if getattr(beside, f"{name}_score") >= 5:
                keys.update(p.key for p in getattr(beside, name))
    return taken[other] - taken[role]


def _takers(event: Event) -> set[str | None]:
    """ "Bonn stops a freighter with tanks": who seizes goods is not who sends them."""
    sentence = event.sentence
    seizing = [event.core, *sentence.triggers]  # the core of "stops" is one of seizing by now
    return {
        p.key
        for t in seizing
        if t.row.lemma in _SEIZING and t.is_verb and not is_passive(sentence, t)
        for p in subject_of(sentence, sentence.clause_of.get(t.word))
    }


def _denies(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "Lisbon denied that shells had been sold to Iran": it is about Lisbon's own shells."""
    if phrase.preposition or phrase.modifies is not None:
        return False
    clause = next((c for c in sentence.clauses if c.index == phrase.clause), None)
    grammar = sentence.reading.grammar
    verbs = grammar.cue("denial") | grammar.words("owning_up")
    return clause is not None and any(sentence.words[i].low in verbs for i in clause.words)


def _speaks_for_itself(event: Event, phrase: PartyPhrase) -> bool:
    """ "20 more will be handed over, the ministry in Berlin said": it promises its own."""
    sentence = event.sentence
    if not event.core.is_verb or not verb_group(sentence, event.clause, event.core).future:
        return False
    if phrase.kind not in _OFFICIAL or phrase.preposition or phrase.modifies is not None:
        return False
    clause = next((c for c in sentence.clauses if c.index == phrase.clause), None)
    speech = sentence.reading.grammar.cue("speech")
    return clause is not None and any(sentence.words[i].low in speech for i in clause.words)
