"""What the verbs of a clause say beside their meaning: tense, modality, voice.

The trigger table says what "liefern" means when nothing else is said; whether somebody has
delivered, will, may or is said to have, hangs on the verbs around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from armstrade.language.clauses import Clause
from armstrade.language.grammar import grammar
from armstrade.language.words import Word
from armstrade.reading import Sentence, Trigger

from .lemmas import lemmas
from .sources import NO_SUBJUNCTIVES, SUBJUNCTIVES

_EN_MODAL_CAN = grammar("en").words("possible_modals")
_EN_FUTURE = grammar("en").words("future_auxiliaries")
_ADVERBS = grammar("en").words("verb_group_adverbs")
_AUX_WORDS = grammar("en").words("auxiliaries")
_ACCUSING = grammar("de").words("accusing")
_CHARGES = grammar("de").words("charges")
_WARNING = frozenset({"warnen"})
_MODALS = grammar("de").words("modals")
_LETTING = frozenset({"let", "lets"}) | grammar("en").words("seeing")
_HAVE = grammar("en").words("have_forms")
_PHASES = grammar("en").words("phase_verbs")
_DECIDED = grammar("en").words("decided")
_NUMERALS = grammar("en").words("numerals")
_MANAGED = frozenset({"konnte", "konnten"})
_FIRSTS = grammar("en").words("firsts")
_APPROVING = lemmas("approving")
_COMPLETING = lemmas("completing")


@dataclass(slots=True)
class VerbGroup:
    """What the verbs of a clause say beside their meaning."""

    future: bool = False
    perfect: bool = False
    past: bool = False
    present: bool = False
    must: bool = False  # soll, is to
    may: bool = False  # darf, is allowed to
    can: bool = False  # könnte, may, might, could
    wants: bool = False  # will, möchte, wants
    hearsay: bool = False  # Konjunktiv I, "soll … haben", "is said to"
    conditional: bool = False
    passive: bool = False


def verb_group(sentence: Sentence, clause: Clause | None, trigger: Trigger) -> VerbGroup:
    """Tense and modality of a trigger's clause."""
    if clause is None:
        return VerbGroup(present=True)
    if clause.kind == "gap" and clause.parent is not None:
        clause = sentence.clauses[clause.parent]  # whose verb it shares
    if clause.kind == "attr" or "attr" in trigger.features:
        return VerbGroup(perfect=True)
    if sentence.reading.grammar.language == "de":
        return _german_group(sentence, clause, trigger)
    return _english_group(sentence, clause, trigger)


def _lemmas(word: Word) -> frozenset[str]:
    return word.verbs.lemmas


def _features(word: Word) -> frozenset[str]:
    return word.verbs.features


def _shared_modals(sentence: Sentence, clause: Clause, carrier: Word) -> set[str]:
    """ "soll 40 Marder bekommen und dafür BMP-1 abgeben": the modal of the clause before."""
    last = next((i for i in reversed(clause.words) if sentence.words[i].tag != "punct"), None)
    if carrier.i != last or "inf" not in _features(carrier):
        return set()
    before = clause.parent
    if clause.kind == "main" and clause.index and _ends_late(sentence, clause, carrier):
        before = clause.index - 1
    elif clause.kind != "coord":
        return set()
    if before is None:
        return set()
    above = (sentence.words[i] for i in sentence.clauses[before].words)
    return set().union(*(_lemmas(w) for w in above if w.tag == "fin")) & _MODALS


def _ends_late(sentence: Sentence, clause: Clause, carrier: Word) -> bool:
    """ "soll Panzer schicken, [Rom dafür Haubitzen liefern]": no verb in second place."""
    opening = sentence.words[clause.words[0]]
    goods = any(m.clause == clause.index and m.last < carrier.i for m in sentence.materiel)
    verbs = sum(sentence.words[i].is_verb for i in clause.words)
    return goods and verbs == 1 and any(p.first == opening.i for p in sentence.parties)


def _hangs_on(sentence: Sentence, clause: Clause, lemmas: frozenset[str]) -> bool:
    """Whether an infinitive clause stands below such a verb.

    "wirft den Emiraten vor, die Miliz zu versorgen": said to have happened; "warnt davor, …": it
    may happen.
    """
    if clause.kind != "inf" or clause.parent is None:
        return False
    above = sentence.clauses[clause.parent].words
    return any(not lemmas.isdisjoint(_lemmas(sentence.words[i])) for i in above)


def _is_charge(sentence: Sentence, clause: Clause) -> bool:
    """ "Ihm wird vorgeworfen, … zu liefern", "unter dem Verdacht, Rebellen zu beliefern"."""
    if _hangs_on(sentence, clause, _ACCUSING):
        return True
    if clause.kind != "inf" or clause.parent is None:
        return False
    above = sentence.clauses[clause.parent].words
    return any(sentence.words[i].low in _CHARGES for i in above)


def _has_managed(sentence: Sentence, clause: Clause | None, lows: set[str], carrier: Word) -> bool:
    """ "konnte die ersten Haubitzen übergeben": it has done so; "konnte nicht liefern" has not."""
    if clause is None or clause.kind not in ("main", "coord") or carrier.tag == "fin":
        return False
    if lows.isdisjoint(_MANAGED) or len(lows) > 1:
        return False
    inside = {sentence.words[i].low for i in clause.words}
    return inside.isdisjoint(sentence.reading.grammar.cue("negators"))


def _wishes(verbs: list[Word], carrier: Word) -> set[str]:
    """ "bekräftigte, Drohnen liefern zu wollen", "hatte Jets kaufen wollen": no more than that."""
    behind = (w for w in verbs if w.i > carrier.i)
    return {"wollen"} if any(w.low == "wollen" for w in behind) else set()


def _german_group(sentence: Sentence, clause: Clause, trigger: Trigger) -> VerbGroup:
    words = sentence.words
    group = VerbGroup()
    carrier = words[trigger.word]
    verbs = [words[i] for i in clause.words if words[i].is_verb]
    finite = [w for w in verbs if w.tag == "fin"]
    others = [w for w in finite if w.i != trigger.word]
    lemmas: set[str] = set().union(*(_lemmas(w) for w in others)) if others else set()
    shared = _shared_modals(sentence, clause, carrier)
    lemmas |= shared | _wishes(verbs, carrier)
    all_lemmas: set[str] = set().union(*(_lemmas(w) for w in verbs)) if verbs else set()
    tag = "inf" if shared else carrier.tag
    participle = tag == "part" or any(w.tag == "part" and w.i != trigger.word for w in verbs)
    for word in finite:
        features = _features(word)
        if (
            "konj1" in features
            and not features & {"pres", "past"}
            and not word.capital
            and word.low not in NO_SUBJUNCTIVES
        ):
            group.hearsay = True
        if word.low in SUBJUNCTIVES:
            group.hearsay = True
    lows = {w.low for w in finite}
    ends = trigger.row.lemma in _COMPLETING and "haben" not in all_lemmas
    if "sollen" in lemmas:
        if ends:
            group.must = True  # "soll 2030 abgeschlossen sein"
        elif (participle and all_lemmas & {"haben", "sein"} and "werden" not in all_lemmas) or (
            participle and "worden" in {w.low for w in verbs}
        ):
            group.hearsay = group.perfect = True
        else:
            group.must = True
    if lemmas & {"wollen", "mögen"}:
        if participle and tag == "part" and all_lemmas & {"haben"}:
            group.perfect = True
        else:
            group.wants = True
    if "dürfen" in lemmas:
        if lows & {"dürfte", "dürften"}:
            group.can = True
            group.perfect = tag == "part" and bool(all_lemmas & {"haben"})
        else:
            group.may = True
    if "können" in lemmas:
        if _has_managed(sentence, clause, lows, carrier):
            group.past = True
        else:
            group.can = True
    if "müssen" in lemmas:
        group.must = True
    if lows & {"würde", "würden", "wäre", "wären", "hätte"} and tag in ("inf", "part"):
        group.conditional = True
    modal = group.must or group.wants or group.may or group.can
    if tag == "inf" and "werden" in lemmas and not modal:
        group.future = not (lows & {"würde", "würden"})
    if tag == "part":
        if lemmas & {"haben"} or ("sein" in lemmas):
            group.perfect = True
        elif "werden" in lemmas:
            group.passive = True
            if lows & {"wurde", "wurden"}:
                group.past = True
            elif not modal:
                group.present = True
        elif not finite:
            group.perfect = True
        if "worden" in {w.low for w in verbs} or lows & {"wurde", "wurden"}:
            group.perfect = not modal or group.hearsay
            group.passive = True
    elif tag == "fin":
        form = trigger.features
        if "past" in form and "pres" not in form:
            group.past = True
        elif "konj2" in form and "past" not in form and "pres" not in form:
            group.conditional = True
        else:
            group.present = True
    elif tag == "zu":
        if any(w.low == "haben" for w in verbs) and any(w.tag == "part" for w in verbs):
            group.perfect = True
        elif _is_charge(sentence, clause):
            group.perfect = group.hearsay = True
        elif _hangs_on(sentence, clause, _WARNING):
            group.can = True
        else:
            group.future = True
    if not trigger.is_verb and finite:
        main = finite[0]
        features = _features(main)
        if participle and lemmas & {"haben", "sein"}:
            group.perfect = True
        elif "past" in features and "pres" not in features:
            group.past = True
        elif "werden" in lemmas and any(w.tag == "inf" for w in verbs):
            group.future = True
        elif not modal:
            group.present = True
    if (
        clause.kind == "inf"
        and tag == "part"
        and any(words[i].low == "haben" for i in clause.words)
    ):
        group.perfect = True
        group.hearsay = group.hearsay or _is_charge(sentence, clause)
        group.future = False
    return group


def _first_to(words: list[Word], anchor: int) -> bool:
    """ "the first country to order tanks", "the last jets to arrive": it has done so."""
    for k in range(anchor - 2, max(0, anchor - 9), -1):
        if words[k].is_verb or words[k].tag in ("aux", "punct"):
            return False
        if words[k].low in _FIRSTS:
            counted = words[k + 1].tag == "num" or words[k + 1].low in _NUMERALS
            return words[k - 1].low == "the" and not counted  # "the first six to land": later
    return False


def _phase(words: list[Word], carrier: Word, phases: frozenset[str]) -> Word:
    """ "should start arriving", "has determined to approve": the verb whose time counts."""
    k = carrier.i - 1
    if carrier.tag == "inf" and k > 0 and words[k].low == "to":
        k -= 1
    elif carrier.tag != "ing":
        return carrier
    return words[k] if k >= 0 and words[k].is_verb and words[k].low in phases else carrier


def _english_group(sentence: Sentence, clause: Clause, trigger: Trigger) -> VerbGroup:
    words = sentence.words
    group = VerbGroup()
    carrier = words[trigger.word]
    if carrier.tag == "inf":  # "will let the cameras go": the time of what lets them
        letting = [words[i] for i in clause.words if i < carrier.i and words[i].low in _LETTING]
        carrier = letting[-1] if letting else carrier
    decided = _DECIDED if trigger.row.lemma in _APPROVING else frozenset[str]()
    carrier = _phase(words, carrier, _PHASES | decided)
    anchor = carrier.i
    if not trigger.is_verb:
        finite = [words[i] for i in clause.words if words[i].tag == "fin"]
        if finite:
            lows = {w.low for w in finite}
            group.future = bool(lows & _EN_FUTURE)
            group.can = bool(lows & _EN_MODAL_CAN)
            group.past = any("past" in _features(w) for w in finite) or bool(
                lows & {"was", "were", "had"}
            )
            group.present = not (group.past or group.future or group.can)
        return group
    aux: set[str] = set()
    k = anchor - 1
    steps = 0
    while k >= 0 and steps < 7:
        word = words[k]
        low = word.low.replace("’", "'")
        if (
            word.tag in ("fin", "aux")
            or low in ("to", "not", "never", "n't", "able")
            or low in _ADVERBS
            or low.endswith("ly")
        ):
            aux.add(low)
            k -= 1
            steps += 1
            if word.tag == "fin" and low not in _AUX_WORDS:
                break
            continue
        break
    if "yet" in aux and "to" in aux and aux & {"has", "have", "had"}:
        group.perfect = True  # "has yet to deliver"; the negation is read elsewhere
        return group
    if carrier.tag == "fin" and not aux & _AUX_WORDS:
        features = trigger.features if carrier.i == trigger.word else _features(carrier)
        group.past = "past" in features and "pres" not in features
        group.present = not group.past
        return group
    group.future = bool(aux & _EN_FUTURE)
    group.can = bool(aux & _EN_MODAL_CAN)
    group.conditional = bool(aux & {"would", "'d", "wouldn't"})
    group.must = bool(aux & {"should", "must", "shall"})
    if "to" in aux and aux & {"is", "are", "was", "were"}:
        group.must = True
    if "able" in aux:
        # "has been able to ship" has shipped, "is able to ship" can
        group.perfect = bool(aux & _HAVE) and not group.future
        group.past = bool(aux & {"was", "were"})
        group.can = not (group.perfect or group.past or group.future)
    elif carrier.tag == "inf" and "to" in aux and not group.must:
        group.future = True
        if _first_to(words, anchor):
            group.future, group.perfect = False, True
        if aux & {"have"}:
            group.perfect = True
            group.future = False
    if carrier.tag == "part":
        if aux & _HAVE:
            group.perfect = not (group.can or group.future)
            if group.can and "have" in aux:
                group.perfect = True
        elif aux & {"was", "were", "wasn't", "weren't", "got", "been"}:
            group.past = True
        elif aux & {"is", "are", "being", "isn't", "aren't"}:
            group.present = "to" not in aux
        elif aux & {"be"}:
            if not (group.future or group.can or group.must or group.conditional):
                group.future = True
        else:
            group.past = True
    if carrier.tag == "ing":
        accusing = sentence.reading.grammar.words("accusing")
        before = [words[i] for i in clause.words if i < anchor]
        group.hearsay = any(not accusing.isdisjoint(_lemmas(w)) for w in before)
        group.present = bool(aux & {"is", "are", "was", "were", "been"})
    return group
