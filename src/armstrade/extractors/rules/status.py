"""How far, whether and how surely: stage, polarity and factuality of an event.

The stage of the core comes from its verb group (tense, modals) and is then changed by each
governor, innermost first. Negation and denial are looked for in the clauses of core and
governors only: scope ends at the clause border.
"""

from __future__ import annotations

from dataclasses import dataclass

from armstrade.claims import Factuality, Mode, Polarity, Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words, grammar
from armstrade.language.words import Word
from armstrade.reading import Sentence, Trigger

from .chains import is_approval, is_contract
from .event import Event
from .lemmas import lemmas
from .sources import NO_SUBJUNCTIVES, indirect

_DENIES_NOT = all_words("denial_negators")

_POSSIBLE_OPERATORS = lemmas("considering")


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
    if clause.kind == "attr" or "attr" in trigger.features:
        return VerbGroup(perfect=True)
    if sentence.reading.grammar.language == "de":
        return _german_group(sentence, clause, trigger)
    return _english_group(sentence, clause, trigger)


def _lemmas(word: Word) -> set[str]:
    return {r.lemma for r in word.verbs}


def _features(word: Word) -> set[str]:
    return set().union(*(r.features for r in word.verbs)) if word.verbs else set()


def _german_group(sentence: Sentence, clause: Clause, trigger: Trigger) -> VerbGroup:
    words = sentence.words
    group = VerbGroup()
    carrier = words[trigger.word]
    verbs = [words[i] for i in clause.words if words[i].is_verb]
    finite = [w for w in verbs if w.tag == "fin"]
    others = [w for w in finite if w.i != trigger.word]
    lemmas: set[str] = set().union(*(_lemmas(w) for w in others)) if others else set()
    all_lemmas: set[str] = set().union(*(_lemmas(w) for w in verbs)) if verbs else set()
    participle = carrier.tag == "part" or any(
        w.tag == "part" and w.i != trigger.word for w in verbs
    )
    for word in finite:
        features = _features(word)
        if (
            "konj1" in features
            and not features & {"pres", "past"}
            and not word.capital
            and word.low not in NO_SUBJUNCTIVES
        ):
            group.hearsay = True
        low = word.low
        if low in (
            "habe",
            "sei",
            "werde",
            "solle",
            "wolle",
            "könne",
            "müsse",
            "dürfe",
            "hätten",
            "seien",
        ):
            group.hearsay = group.hearsay or low != "hätten"
    low = {w.low for w in finite}
    if "sollen" in lemmas:
        if (participle and all_lemmas & {"haben", "sein"} and "werden" not in all_lemmas) or (
            participle and "worden" in {w.low for w in verbs}
        ):
            group.hearsay = group.perfect = True
        else:
            group.must = True
    if lemmas & {"wollen", "mögen"}:
        if participle and carrier.tag == "part" and all_lemmas & {"haben"}:
            group.perfect = True
        else:
            group.wants = True
    if "dürfen" in lemmas:
        if low & {"dürfte", "dürften"}:
            group.can = True
            group.perfect = carrier.tag == "part" and bool(all_lemmas & {"haben"})
        else:
            group.may = True
    if "können" in lemmas:
        group.can = True
    if "müssen" in lemmas:
        group.must = True
    if low & {"würde", "würden", "wäre", "wären", "hätte"} and carrier.tag in ("inf", "part"):
        group.conditional = True
    modal = group.must or group.wants or group.may or group.can
    if carrier.tag == "inf" and "werden" in lemmas and not modal:
        group.future = not (low & {"würde", "würden"})
    if carrier.tag == "part":
        if lemmas & {"haben"} or ("sein" in lemmas):
            group.perfect = True
        elif "werden" in lemmas:
            group.passive = True
            if low & {"wurde", "wurden"}:
                group.past = True
            elif not modal:
                group.present = True
        elif not finite:
            group.perfect = True
        if "worden" in {w.low for w in verbs} or "wurden" in low or "wurde" in low:
            group.perfect = not modal or group.hearsay
            group.passive = True
    elif carrier.tag == "fin":
        features = trigger.features
        if "past" in features and "pres" not in features:
            group.past = True
        elif "konj2" in features and "past" not in features and "pres" not in features:
            group.conditional = True
        else:
            group.present = True
    elif carrier.tag == "zu":
        if any(w.low == "haben" for w in verbs) and any(w.tag == "part" for w in verbs):
            group.perfect = True
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
        and carrier.tag == "part"
        and any(words[i].low == "haben" for i in clause.words)
    ):
        group.perfect = True
        group.future = False
    return group


_EN_MODAL_CAN = grammar("en").words("possible_modals")
_EN_FUTURE = grammar("en").words("future_auxiliaries")


def _english_group(sentence: Sentence, clause: Clause, trigger: Trigger) -> VerbGroup:
    words = sentence.words
    group = VerbGroup()
    carrier = words[trigger.word]
    anchor = carrier.i
    if not trigger.is_verb:
        finite = [words[i] for i in clause.words if words[i].tag == "fin"]
        if finite:
            low = {w.low for w in finite}
            group.future = bool(low & _EN_FUTURE)
            group.can = bool(low & _EN_MODAL_CAN)
            group.past = any("past" in _features(w) for w in finite) or bool(
                low & {"was", "were", "had"}
            )
            group.present = not (group.past or group.future or group.can)
        return group
    auxiliaries: list[str] = []
    k = anchor - 1
    steps = 0
    while k >= 0 and steps < 7:
        word = words[k]
        low = word.low.replace("’", "'")
        if (
            word.tag in ("fin", "aux")
            or low in ("to", "not", "never", "n't")
            or low in _ADVERBS
            or low.endswith("ly")
        ):
            auxiliaries.append(low)
            k -= 1
            steps += 1
            if word.tag == "fin" and low not in _AUX_WORDS:
                break
            continue
        break
    aux = set(auxiliaries)
    if "yet" in aux and "to" in aux and aux & {"has", "have", "had"}:
        group.perfect = True  # "has yet to deliver"; the negation is read elsewhere
        return group
    if carrier.tag == "fin" and not aux & _AUX_WORDS:
        features = trigger.features
        group.past = "past" in features and "pres" not in features
        group.present = not group.past
        return group
    group.future = bool(aux & _EN_FUTURE)
    group.can = bool(aux & _EN_MODAL_CAN)
    group.conditional = bool(aux & {"would", "'d", "wouldn't"})
    group.must = bool(aux & {"should", "must", "shall"})
    if "to" in aux and aux & {"is", "are", "was", "were"}:
        group.must = True
    if carrier.tag == "inf" and "to" in aux and not group.must:
        group.future = True
        if aux & {"have"}:
            group.perfect = True
            group.future = False
    if carrier.tag in ("part",):
        if aux & {"has", "have", "had", "having", "hasn't", "haven't", "hadn't", "'ve"}:
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
        group.present = bool(aux & {"is", "are", "was", "were", "been"})
    return group


_ADVERBS = grammar("en").words("verb_group_adverbs")
_AUX_WORDS = grammar("en").words("auxiliaries")


def core_stage(event: Event) -> Stage:
    """Stage of the core alone, from its own verb group."""
    sentence, clause, core = event.sentence, event.clause, event.core
    base = core.row.stage
    group = verb_group(sentence, clause, core)
    if _purpose(event):
        return Stage.SOUGHT
    if not core.is_verb and (named := _stage_adjective(event)) is not None:
        return named
    if base is Stage.DELIVERED:
        return _delivered(event, group)
    if base is Stage.ORDERED and core.is_verb:
        if group.conditional and not group.can and _backshifted(event):
            return Stage.PLANNED  # "said it would buy"
        if group.can or group.conditional:
            return Stage.ORDERED
        if group.wants:
            return (
                Stage.SOUGHT
                if core.row.recipient and core.row.recipient[0].slot == "subject"
                else Stage.PLANNED
            )
        if group.perfect or group.past:
            return Stage.ORDERED
        if group.future or group.must:
            return Stage.PLANNED
    return base


def _stage_adjective(event: Event) -> Stage | None:
    """ "der geplante Export", "the suspended deliveries": an attribute that names the stage."""
    table = event.sentence.reading.grammar.cues["stage_adjectives"]
    words = event.sentence.words
    first = min(event.core.words)
    for k in range(first - 1, max(-1, first - 4), -1):
        if words[k].tag in ("punct", "prep", "fin", "det"):
            return None
        for stage, stems in table.items():
            if words[k].low.startswith(tuple(stems)):
                return Stage(stage)
    return None


def _purpose(event: Event) -> bool:
    """ "pilgert zu Kim, um Munition zu erhalten": what is gone for is sought."""
    core, clause = event.core, event.clause
    if not (core.row.recipient and core.row.recipient[0].slot == "subject") or clause is None:
        return False
    words = event.sentence.words
    return clause.kind == "inf" and words[clause.words[0]].low == "um" and not event.governors


def _backshifted(event: Event) -> bool:
    """English "would" under a verb of saying in the past stands for "will"."""
    sentence, clause = event.sentence, event.clause
    if sentence.reading.grammar.language != "en" or clause is None or clause.parent is None:
        return False
    words = sentence.words
    reporting = sentence.reading.grammar.cue("reporting")
    return any(
        words[i].low in reporting and words[i].low.endswith(("d", "e"))
        for i in sentence.clauses[clause.parent].words
    )


def _delivered(event: Event, group: VerbGroup) -> Stage:
    sentence, core = event.sentence, event.core
    if group.perfect or (group.past and core.is_verb):
        return Stage.DELIVERED
    if group.may:
        return Stage.ORDERED
    if group.future or group.must or group.wants or group.can or group.conditional:
        return Stage.PLANNED
    if not core.is_verb:
        return Stage.DELIVERED
    lows = {w.low for w in sentence.words}
    grammar = sentence.reading.grammar
    if lows & grammar.words("ongoing"):
        return Stage.DELIVERED
    if lows & grammar.words("future"):
        return Stage.PLANNED
    published = sentence.reading.published
    if group.present and any(
        (d.last is None and published is None)
        or (d.last is not None and d.first != d.last and (published is None or d.last <= published))
        for d in sentence.dates
    ):
        return Stage.DELIVERED  # the historical present: "Im August erhält Moskau …"
    if (
        group.present
        and published is not None
        and any(
            d.first is not None and d.last is not None and d.last > published
            for d in sentence.dates
        )
    ):
        return Stage.PLANNED
    if group.present and any(
        m.quantity is not None and m.quantity.kind in ("count", "article") for m in event.materiel
    ):
        return Stage.PLANNED
    return Stage.DELIVERED


def decide(event: Event) -> None:
    """Set stage, polarity, factuality and mode of an event."""
    stage = core_stage(event)
    possible = False
    group = verb_group(event.sentence, event.clause, event.core)
    possible = group.can or (group.conditional and event.core.is_verb and not _backshifted(event))
    possible = possible or event.core.row.lemma.lower() in ("option",)
    for governor in event.governors:
        stage, maybe = _compose(event, governor, stage)
        possible = possible or maybe
        if governor.row.stage in (Stage.CANCELLED, Stage.REFUSED) and not maybe:
            possible = False  # "dropped a plan to send": the plan is real, and so is its end
    if _conditional(event) and not group.perfect and not group.past:
        possible = True
        if stage is Stage.DELIVERED:
            stage = Stage.PLANNED
    event.backshifted = possible and not _sure_possible(event, group)
    possible = possible or _doubtful(event)
    clauses = _scope(event)
    negated = _negated(event, clauses)
    denied = _denied(event)
    if negated and not denied:
        stage, negated = _negate(event, stage, group)
    event.stage = stage
    event.polarity = Polarity.NEGATED if negated and not denied else Polarity.AFFIRMED
    if denied:
        event.factuality = Factuality.DENIED
    elif possible and event.polarity is Polarity.AFFIRMED and stage not in (Stage.REFUSED,):
        event.factuality = Factuality.POSSIBLE
    elif group.hearsay or _hearsay(event):
        event.factuality = Factuality.REPORTED
    # A mere subjunctive of indirect speech is as good as its speaker (sources.py).
    event.indirect = indirect(event.sentence, event.clause) and not _hearsay(event)
    mode = event.core.row.mode
    for governor in event.governors:
        if mode is Mode.UNSPECIFIED:
            mode = governor.row.mode
    event.mode = mode


def _compose(event: Event, governor: Trigger, inner: Stage) -> tuple[Stage, bool]:
    """Stage after a governor, and whether it only makes the transfer possible."""
    sentence = event.sentence
    row = governor.row
    clause = sentence.clause_of.get(governor.word)
    group = verb_group(sentence, clause, governor)
    if row.lemma in _POSSIBLE_OPERATORS:
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, True
        if row.lemma in ("plan", "review") and governor.is_verb and row.lemma == "plan":
            return Stage.PLANNED, False
        return (
            inner
            if inner in (Stage.ORDERED, Stage.SOUGHT) and not event.core.is_verb
            else Stage.PLANNED
        ), True
    possible = group.can or group.conditional
    if row.lemma in _FORBIDDING and _third_state(event, governor):
        return Stage.CANCELLED, False
    if row.stage in (Stage.CANCELLED, Stage.REFUSED):
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, possible
        return row.stage, possible
    if row.lemma == "be on the table" and inner is Stage.OFFERED:
        return inner, possible
    if row.stage in (Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED):
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, possible
        return row.stage, possible
    if is_approval(governor) or is_contract(governor):
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, possible
        if group.future or group.must:
            return Stage.PLANNED, possible
        return Stage.ORDERED, possible
    if (
        row.lemma in ("ankündigen", "announce")
        and inner is Stage.ORDERED
        and any(is_contract(g) for g in event.governors)
    ):
        return inner, possible
    if row.lemma in ("vorsehen", "provide for") and is_contract(event.core):
        return inner, possible
    if row.stage is Stage.PLANNED:
        if inner in (Stage.CANCELLED, Stage.REFUSED, Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED):
            return inner, possible
        return Stage.PLANNED, possible
    return inner, possible


_FORBIDDING = lemmas("forbidding")


def _third_state(event: Event, governor: Trigger) -> bool:
    """Who forbids is not the supplier: the re-export of somebody else's goods is stopped."""
    from .roles import subject_of

    clause = event.sentence.clause_of.get(governor.word)
    keys = {p.key for p in subject_of(event.sentence, clause)}
    suppliers = {p.key for p in event.supplier}
    return bool(keys) and bool(suppliers) and keys.isdisjoint(suppliers)


def _scope(event: Event) -> list[Clause]:
    clauses: list[Clause] = []
    if event.origin is not None and event.clause is not None:
        return [event.clause]
    for trigger in (event.core, *event.governors):
        clause = event.sentence.clause_of.get(trigger.word)
        if clause is not None and clause not in clauses:
            clauses.append(clause)
    return clauses


def _negated(event: Event, clauses: list[Clause]) -> bool:
    sentence = event.sentence
    words = sentence.words
    grammar = sentence.reading.grammar
    negators = grammar.cue("negators")
    pseudo = grammar.cue("pseudo_negators")
    german = grammar.language == "de"
    alone = not event.core.is_verb and not event.governors
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
            if low not in negators:
                continue
            if any(_starts_phrase(words, i, phrase) for phrase in pseudo):
                continue
            if low == "without" and not i < event.core.word <= i + 4:
                continue
            if low in ("ohne", "without") and not _verb_behind(words, i, clause):
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
            if _contrast(words, i, german, clause):
                continue
            return True
    return False


_PERHAPS = all_words("perhaps")
_CONDITIONS = all_words("conditions")


def _has_yet_to(words: list[Word], i: int) -> bool:
    return (
        0 < i < len(words) - 1
        and words[i + 1].low == "to"
        and (words[i - 1].low in ("has", "have", "had"))
    )


def _conditional(event: Event) -> bool:
    """A condition or a question stands over the event."""
    sentence = event.sentence
    words = sentence.words
    if words and words[-1].text == "?":
        return True
    if event.clause is not None and any(words[i].low in _PERHAPS for i in event.clause.words):
        return True
    if words and words[0].low in ("sollte", "sollten") and words[0].capital:
        return True
    clause = event.clause
    for other in sentence.clauses:
        if other.opener is None or words[other.opener].low not in _CONDITIONS:
            continue
        if clause is other or (clause is not None and abs(other.index - clause.index) == 1):
            return True
    return any(w.low == "vorausgesetzt" for w in words)


def _starts_phrase(words: list[Word], i: int, phrase: str) -> bool:
    parts = phrase.split()
    return [w.low for w in words[i : i + len(parts)]] == parts


def _verb_behind(words: list[Word], i: int, clause: Clause) -> bool:
    return any(k > i and words[k].is_verb for k in clause.words if k <= i + 6)


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


def sentence_language(event: Event) -> str:
    return event.sentence.reading.grammar.language


def _negate(event: Event, stage: Stage, group: VerbGroup) -> tuple[Stage, bool]:
    """A supplier that will not deliver refuses; the rest is negated."""
    core = event.core
    lemma = event.outermost.row.lemma
    if stage in (Stage.REFUSED, Stage.CANCELLED):
        # "schließt die Lieferung nicht aus", "did not block the sale"
        if lemma in ("ausschließen", "rule out"):
            event.factuality = Factuality.POSSIBLE
            told = core_stage(event)
            return (
                told if told is Stage.DELIVERED and group.perfect | group.past else Stage.PLANNED
            ), False
        return stage, True
    if stage is Stage.ORDERED and is_approval(event.outermost) and _now_or_later(event):
        return Stage.REFUSED, False
    lows = {w.low for w in event.sentence.words}
    if stage is Stage.PLANNED and (lows >= {"nun", "doch"} or {"after", "all"} <= lows):
        return Stage.CANCELLED, False
    supplies = bool(core.row.supplier) and core.row.supplier[0].slot in ("subject", "genitive")
    willing = group.wants or group.future or group.must
    if sentence_language(event) == "en":
        willing = willing or group.conditional  # "said it would not deliver"
    for governor in event.governors:
        clause = event.sentence.clause_of.get(governor.word)
        outer = verb_group(event.sentence, clause, governor)
        if governor.row.stage is Stage.OFFERED and governor.row.lemma in (
            "bereit sein",
            "be ready to",
            "be willing to",
            "sich bereit erklären",
        ):
            return Stage.REFUSED, False
        willing = willing or outer.wants
    if group.may:
        return Stage.CANCELLED, False
    unable = event.core.row.stage is Stage.DELIVERED or event.core.row.lemma == "sell"
    if group.can and not group.perfect and unable:
        return Stage.REFUSED, False
    if (
        willing
        and not event.governors
        and stage is Stage.PLANNED
        and (supplies or core.row.stage is Stage.DELIVERED)
    ):
        return Stage.REFUSED, False
    if core.row.stage is Stage.ORDERED and stage is Stage.PLANNED and not event.governors:
        return Stage.ORDERED, True
    return stage, True


def _now_or_later(event: Event) -> bool:
    """The approval is being withheld: "grants no licences", English also "will grant no …"."""
    outer = event.outermost
    group = verb_group(event.sentence, event.sentence.clause_of.get(outer.word), outer)
    return group.present or (sentence_language(event) == "en" and group.future)


def _sure_possible(event: Event, group: VerbGroup) -> bool:
    """Possible for more than a "would" that a verb of speech may have put there."""
    return group.can or _conditional(event) or bool(event.governors) or _doubtful(event)


def _doubtful(event: Event) -> bool:
    """Perhaps, it is feared that, whether."""
    sentence = event.sentence
    words = sentence.words
    cue = sentence.reading.grammar.cue
    clauses = _above(event)
    own = {words[i].low for c in clauses[:1] for i in c.words}
    above = {words[i].low for c in clauses[1:] for i in c.words}
    if own & cue("doubt") or above & cue("fear"):
        return True
    opener = clauses[0].opener if clauses else None
    if opener is not None and words[opener].low in cue("open_question"):
        return True
    text = sentence.text.lower()
    return any(" " in phrase and phrase in text for phrase in cue("doubt"))


def _above(event: Event) -> list[Clause]:
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
    own = set(event.clause.words) if event.clause is not None else set()
    outside = {w.low for w in sentence.words if w.i not in own}
    below = event.clause is not None and (
        event.clause.kind in ("sub", "rel", "inf") or indirect(sentence, event.clause)
    )
    lows = {w.low for w in sentence.words}
    return below and bool(lows & cue("untrue")) and bool(outside & cue("charge"))


def _denied(event: Event) -> bool:
    """Whether a verb of denial stands above the event's clause, or in its own."""
    sentence = event.sentence
    if _called_untrue(event):
        return True
    words = sentence.words
    denial = sentence.reading.grammar.cue("denial")
    chain: list[Clause] = []
    clause = sentence.clause_of.get(event.outermost.word)
    seen = set()
    while clause is not None and clause.index not in seen:
        seen.add(clause.index)
        chain.append(clause)
        clause = sentence.clauses[clause.parent] if clause.parent is not None else None
    for depth, candidate in enumerate(chain):
        for i in candidate.words:
            if words[i].low in denial and i not in event.core.words:
                if (
                    depth == 0
                    and i > event.outermost.word
                    and words[i].tag not in ("fin", "part", "inf")
                ):
                    continue
                if words[i].low in ("deny", "denied", "denies", "denying") and _denies_goods(
                    sentence, i
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


def _hearsay(event: Event) -> bool:
    sentence = event.sentence
    cues = sentence.reading.grammar.cue("hearsay")
    text = " ".join(w.low for w in sentence.words)
    clause = event.clause
    lows = {sentence.words[i].low for i in clause.words} if clause else set()
    if lows & cues:
        return True
    return any(" " in cue and cue in text for cue in cues)
