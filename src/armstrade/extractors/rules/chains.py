"""Which trigger stands above which: "approved the sale", "bat Berlin, Panzer zu liefern".

A transfer is often told by two or three triggers. The inner one (the core) says who gives what
to whom, the outer ones (the governors) how far it has come.
"""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words, grammar
from armstrade.reading import Sentence, Trigger

from .lemmas import lemmas

# Governors of a stage of their own; as cores they need materiel as a direct object.
_GOVERNING = frozenset(
    {Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED, Stage.PLANNED, Stage.REFUSED, Stage.CANCELLED}
)
_APPROVALS = lemmas("approving")
_CONTRACTS = lemmas("contracting")
_OBJECT_CONTROL = lemmas("object_control")
_FORBIDDING = lemmas("forbidding") | {"zustimmen"}
_PASSING_ON = lemmas("passing_on")
_WITHHOLDING = frozenset({"verweigern", "verwehren", "versagen"})
_OUTSTANDING = lemmas("outstanding")
_ASKING = lemmas("applying")
_OPTIONS = lemmas("options")
_CONTINUATIVE = lemmas("going_on")


# Needs and wishes of everyday use; over a contract they say nothing about its stage.
_EVERYDAY = lemmas("everyday")
_CIRCUMSTANTIAL = all_words("circumstantial")
_BY_THEN = frozenset({"already", "previously", "recently", "earlier"})
_HELPING = grammar("en").words("be_forms") | grammar("en").words("have_forms") | {"not", "never"}


def governs(trigger: Trigger) -> bool:
    """Whether a trigger can stand above another one."""
    row = trigger.row
    name = row.lemma.lower()
    if name in _OUTSTANDING:
        return False
    return (
        row.stage in _GOVERNING
        or name in _APPROVALS
        or is_contract(trigger)
        or name in _CONTINUATIVE
    )


def is_contract(trigger: Trigger) -> bool:
    name = trigger.row.lemma.lower()
    return name in _CONTRACTS or (name == "order" and not trigger.is_verb)


def is_approval(trigger: Trigger) -> bool:
    return trigger.row.lemma.lower() in _APPROVALS


def is_third_hand(governor: Trigger, core: Trigger) -> bool:
    """ "verweigert Dänemark die Weitergabe": whoever forbids or allows it gives nothing."""
    return is_passed_on(core) and (is_approval(governor) or withholds(governor))


def passes_on(trigger: Trigger) -> bool:
    """A word for passing on what somebody else has made ("weitergeben", "re-export")."""
    return trigger.row.lemma.lower() in _PASSING_ON


def is_passed_on(trigger: Trigger) -> bool:
    """Such a noun."""
    return not trigger.is_verb and passes_on(trigger)


def withholds(governor: Trigger) -> bool:
    """Forbids, or does not give leave."""
    return governor.row.lemma in _FORBIDDING or governor.row.lemma in _WITHHOLDING


def names_a_party(trigger: Trigger) -> bool:
    """Agent nouns ("supplier", "Hersteller") name who acts, not what happens."""
    return any(role.slot == "self" for role in (*trigger.row.supplier, *trigger.row.recipient))


def chain(sentence: Sentence, triggers: list[Trigger]) -> dict[int, Trigger]:
    """Position in `triggers` → the governor of that trigger."""
    result: dict[int, Trigger] = {}
    for k in range(len(triggers)):
        governor = _governor(sentence, triggers, k) or _allowed(sentence, triggers, triggers[k])
        if governor is None or rebuts(sentence, governor, triggers[k]):
            continue
        if not _by_doing(sentence, governor, triggers[k]):
            result[k] = governor
    return result


def _by_doing(sentence: Sentence, governor: Trigger, trigger: Trigger) -> bool:
    """ "broke the embargo by sending tanks": how, and no embargo on what is sent."""
    words = sentence.words
    gerund = trigger.word > 0 and words[trigger.word].tag == "ing"
    return gerund and not governor.is_verb and words[trigger.word - 1].low == "by"


def _allowed(sentence: Sentence, triggers: list[Trigger], trigger: Trigger) -> Trigger | None:
    """ "hat gebilligt, dass Panzer nach Riad gehen": the permission above a clause."""
    clause = sentence.clause_of.get(trigger.word)
    if not trigger.is_verb or clause is None or clause.parent is None or clause.opener is None:
        return None
    if sentence.words[clause.opener].low not in ("dass", "daß", "that"):
        return None
    for other in triggers:
        above = sentence.clause_of.get(other.word)
        if is_approval(other) and above is not None and above.index == clause.parent:
            return other
    return None


def rebuts(sentence: Sentence, governor: Trigger, trigger: Trigger) -> bool:
    """ "wies zurück, dass Ankara Drohnen geliefert habe", "rejected accusations that it sent
    drones": a denial, no refusal of goods."""
    clause = sentence.clause_of.get(trigger.word)
    if "= denied" not in governor.row.note or not trigger.is_verb or clause is None:
        return False
    above = sentence.clause_of.get(governor.word)
    if clause.kind == "sub" or above is None or above is clause:
        return clause.kind == "sub"
    accused = sentence.reading.grammar.cue("accusation")
    return any(sentence.words[i].low in accused for i in above.words)


def _governor(sentence: Sentence, triggers: list[Trigger], k: int) -> Trigger | None:
    trigger = triggers[k]
    words = sentence.words
    clause = sentence.clause_of.get(trigger.word)
    word = words[trigger.word]
    if is_contract(trigger):
        triggers = [t for t in triggers if t.row.lemma not in _EVERYDAY]
        if trigger not in triggers:
            return None
        k = triggers.index(trigger)
    german = sentence.reading.grammar.language == "de"
    before = [t for t in triggers[:k] if governs(t)]
    if trigger.is_verb:
        if word.tag in ("zu", "inf", "ing", "part") and clause is not None:
            if german:
                found = _german_verb_governor(sentence, triggers, k, clause)
                return found or _complement_governor(sentence, triggers, trigger, clause)
            for other in reversed(before):
                if _english_link(sentence, other, trigger):
                    return other
        return _complement_governor(sentence, triggers, trigger, clause)
    if _circumstance(sentence, trigger) or _comes_on_top(sentence, trigger):
        return None
    # a noun: first the noun it hangs on, then the verb of its clause
    for other in reversed(before):
        if not other.is_verb and _noun_link(sentence, other, trigger):
            return other
    if clause is None:
        return None
    same = [
        t
        for t in triggers
        if t is not trigger
        and t.row.lemma != "wenden"  # "wandte sich gegen die Lieferung"
        and t.is_verb
        and sentence.clause_of.get(t.word) is clause
        and governs(t)
    ]
    if german:
        return min(same, key=lambda t: abs(t.word - trigger.word), default=None)
    described = [t for t in same if len(same) > 1 and _describes(sentence, t, trigger)]
    left = [
        t
        for t in same
        if t.word < trigger.word
        and t not in described
        and any(_object_link(sentence, t, one) for one in (trigger, *described))
    ]
    if left:
        return left[-1]
    right = [t for t in same if t.word > trigger.word]
    if len(right) > 1 and words[right[0].word - 1].text == ",":
        right = right[1:]  # "The deal, signed in May, was called off"
    if right and not any(
        words[i].tag == "punct" and words[i].text == ";" for i in range(trigger.word, right[0].word)
    ):
        return right[0]
    return None


def _describes(sentence: Sentence, participle: Trigger, trigger: Trigger) -> bool:
    """ "halts approved exports": which exports, and not what became of them."""
    words = sentence.words
    word = words[participle.word]
    if not participle.word or participle.word != min(trigger.words) - 1:
        return False
    before = words[participle.word - 1]
    if word.tag == "fin":  # looks like one
        return before.is_verb or before.tag == "det" or before.low in _BY_THEN
    helped = before.low in _HELPING or before.low.endswith("n't")
    return word.tag in ("part", "attr") and not helped


def _circumstance(sentence: Sentence, trigger: Trigger) -> bool:
    """ "nach dem Kauf der S-400": told on the side, not the object of the clause's verb."""
    words = sentence.words
    k = min(trigger.words) - 1
    while k >= 0 and words[k].tag in ("det", "word", "attr", "num", "poss"):
        k -= 1
    return k >= 0 and words[k].low in _CIRCUMSTANTIAL and words[k].tag == "prep"


def _comes_on_top(sentence: Sentence, trigger: Trigger) -> bool:
    """ "ein Vertrag über 24 Panzer mit einer Option auf sechs weitere": a transfer of its own."""
    if trigger.row.lemma.lower() not in _OPTIONS or trigger.word == 0:
        return False
    clause = sentence.clause_of.get(trigger.word)
    return clause is not None and any(
        m.clause == clause.index and m.last < trigger.word and m.inside is None
        for m in sentence.materiel
    )


# "an order worth a three-digit million sum for the supply of": how far apart, in words.
_WORTH = frozenset({"worth", "valued"})
_PRICED = 16
# How far a contract may stand before what it is for, in words.
_TOLD = 18
_COMPLEMENT_STAGES = frozenset({Stage.REFUSED, Stage.CANCELLED, Stage.SOUGHT, Stage.OFFERED})


def _complement_governor(
    sentence: Sentence, triggers: list[Trigger], trigger: Trigger, clause: Clause | None
) -> Trigger | None:
    """ "verhinderte, dass London … liefert", "promised that it would send"."""
    if clause is None or clause.kind != "sub" or clause.opener is None or clause.parent is None:
        return None
    opener = sentence.words[clause.opener].low
    if opener not in ("dass", "daß", "that", "ob", "whether", "if"):
        return None
    if clause.opener and sentence.words[clause.opener - 1].low == "so":
        return None  # "so that": a purpose, nothing governed
    parent = sentence.clauses[clause.parent]
    above = [
        t
        for t in triggers
        if t.is_verb
        and sentence.clause_of.get(t.word) is parent
        and t.word < clause.opener
        and t.row.stage in _COMPLEMENT_STAGES
        and (opener != "ob" or t.row.stage is Stage.SOUGHT)  # "fragte an, ob …"
        and (opener not in ("whether", "if") or t.row.lemma in _ASKING)
        and governs(t)
    ]
    return above[-1] if above else None


def _german_verb_governor(
    sentence: Sentence, triggers: list[Trigger], k: int, clause: Clause
) -> Trigger | None:
    trigger = triggers[k]
    word = sentence.words[trigger.word]
    if word.tag == "zu" or clause.kind == "inf":
        parent = clause.parent
        hosts = [clause]
        if parent is not None and clause.kind == "inf":
            hosts = [sentence.clauses[parent]]
        candidates = [
            t
            for t in triggers
            if t is not trigger and sentence.clause_of.get(t.word) in hosts and governs(t)
        ]
        before = [t for t in candidates if t.word < trigger.word]
        if before:
            verbs = [t for t in before if t.is_verb]
            nouns = [t for t in before if not t.is_verb]
            # "den Plan, … zu liefern": the noun right before the comma wins.
            if nouns and nouns[-1].word == max(i for i in hosts[0].words if i < trigger.word):
                return nouns[-1]
            if nouns and verbs and _turns_down(verbs[-1], nouns[-1]):
                return nouns[-1]  # "lehnte das Angebot Roms ab, … zu liefern"
            return (verbs or nouns)[-1]
        return candidates[0] if candidates else None
    # "liefern lassen", "kaufen wollen": no trigger governs
    return None


def _turns_down(verb: Trigger, noun: Trigger) -> bool:
    """Whether an answer has a request or an offer as its object."""
    asked = noun.row.stage in (Stage.OFFERED, Stage.SOUGHT) and not is_contract(noun)
    return asked and verb.row.stage is Stage.REFUSED and verb.word < noun.word


def _english_link(sentence: Sentence, governor: Trigger, trigger: Trigger) -> bool:
    """The governor reaches the verb: "agreed to sell", "plans for Berlin to send"."""
    words = sentence.words
    low, high = max(governor.words), trigger.word
    if words[low].low == "to" and low != governor.word and 0 < high - low <= 3:
        return True  # "is ready to sell": the particle belongs to the phrase
    if not 0 < high - low <= 14:
        return False
    word = words[trigger.word]
    between = words[low + 1 : high]
    if any(w.tag == "fin" or w.text in ".;:–—" for w in between):
        return False
    # "a contract by the army to supply", "an application by Embraer", "was picked by Oman to build"
    awarded = not governor.is_verb or governor.row.lemma in _OBJECT_CONTROL
    if any(w.tag == "sub" or (w.low == "by" and not awarded) for w in between):
        return False
    if word.tag == "inf":
        return any(w.low == "to" for w in between)
    if word.tag == "ing":
        return len(between) <= 4
    return False


def _noun_link(sentence: Sentence, governor: Trigger, trigger: Trigger) -> bool:
    """ "the approval of the sale", "Stopp der Lieferungen", "talks on the purchase"."""
    words = sentence.words
    between = [
        w for w in words[max(governor.words) + 1 : min(trigger.words)] if w.text not in "$€£"
    ]
    if not between:
        return False
    if is_contract(governor) and len(between) <= _TOLD and between[-1].low in ("for", "the"):
        # "a contract valued at $54m by the army of a NATO country for the supply"
        return not any(w.tag in ("fin", "punct", "sub", "coord", "inf") for w in between)
    if len(between) > (_PRICED if between[0].low in _WORTH else 6):
        return False
    if any(w.tag in ("fin", "punct", "sub", "coord", "inf") for w in between):
        return False
    return between[0].tag in ("prep", "det", "word", "noun")


def _object_link(sentence: Sentence, verb: Trigger, noun: Trigger) -> bool:
    between = sentence.words[max(verb.words) + 1 : min(noun.words)]
    return not any(w.tag in ("fin", "sub") or w.text in ";:–—" for w in between)
