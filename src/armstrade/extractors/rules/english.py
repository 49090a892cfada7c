"""What English leaves to word order: which words are live, which goods a verb governs."""

from __future__ import annotations

from armstrade.language.grammar import grammar
from armstrade.language.words import Word
from armstrade.reading import MaterielPhrase, Sentence, Trigger

from .event import Event
from .lemmas import lemmas
from .subjects import is_passive

_GO_OTHERWISE = grammar("en").words("go_otherwise")
_COME_OTHERWISE = grammar("en").words("come_otherwise")
_EFFECTS = grammar("en").words("effects")
_SUBJECT_ADVERBS = grammar("en").words("subject_adverbs")
_OTHER_ACTS = grammar("en").words("live_infinitives")

_AWAITED = lemmas("awaited")
_LATER = grammar("en").words("future") | grammar("en").words("time_words") | {"this", "within"}
_AMOUNTS = grammar("en").words("amounts")
_DENYING = frozenset({"deny"})
_HEADING = lemmas("heading")
_BE = grammar("en").words("be_forms")
_HEADS = frozenset({"bound", "destined", "headed"})
_WAITING = lemmas("waiting")
# "asked what Moscow pays": only "ask … for" and "ask … to" are requests.
_ASKING = lemmas("asking")
# How far behind "took" the goods may begin, in words.
_OBJECT_REACH = 5
_BATCHES = grammar("en").words("bundles") | frozenset({"batch", "lot", "pair", "consignment"})
_WISHING = lemmas("wishing")
# Behind "said no".
_ANSWERED = frozenset({"to", "in", "on", "after", "again", "last", "this", "at"}) | grammar(
    "en"
).words("numerals")
# Verbs that say nothing when what is agreed, allowed or declined is no transfer.
_CONTROLLING = lemmas("controlling")
_PRODUCING = lemmas("producing")
_APPROVING = lemmas("approving")
_GRANTING = lemmas("granting")


# Behind a noun: what it is about.
_OF_WHAT = frozenset({"der", "des", "aller", "von", "für", "zur", "gegen", "durch"})
_CONCESSIVE = grammar("de").words("concessive_prepositions")


def is_live(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the words of a trigger are used in the sense of the trigger table."""
    if sentence.reading.grammar.language != "en":
        return not (_second_hand(sentence, trigger) or _conceded(sentence, trigger))
    lemma = trigger.row.lemma
    if lemma in _PRODUCING and "-" in sentence.words[trigger.word].low:
        return False  # "Soviet-built aircraft": who made them once
    if "-" in sentence.words[trigger.word].low and not _names_its_giver(sentence, trigger):
        return False  # "Western-supplied missiles"
    if lemma in _DENYING:
        return _denies_goods(sentence, trigger)
    if lemma in _ASKING and trigger.is_verb:
        return _asks_for(sentence, trigger)
    if (
        lemma == "need"
        and trigger.is_verb
        and (
            sentence.words[trigger.word].tag == "part"
            or any(w.low == "not" for w in sentence.words[trigger.word + 1 : trigger.word + 2])
        )
    ):
        return False
    if lemma == "resupply" and not trigger.is_verb and _names_goods(sentence, trigger):
        return False
    if lemma == "say no":
        behind = sentence.words[max(trigger.words) + 1 : max(trigger.words) + 2]
        return not behind or behind[0].low in _ANSWERED or behind[0].tag in ("punct", "num")
    if lemma == "accord":
        return sentence.words[trigger.word].low != "according"
    if lemma == "take":
        return _takes_from(sentence, trigger)
    if lemma == "join":
        return _joins_a_force(sentence, trigger)
    if lemma == "present" and not trigger.is_verb:
        before = {w.low for w in sentence.words[max(0, trigger.word - 2) : trigger.word]}
        return "a" in before  # "a present from the Americans", not "at present"
    if lemma in _GRANTING and trigger.is_verb and _of_a_licence(sentence, trigger):
        return False  # "has issued licences for rifles": the licence tells it
    if lemma in ("clear", "return", "hand") and _idiom(sentence, trigger):
        return False
    if (
        lemma == "go"
        and sentence.words[min(trigger.word + 1, len(sentence.words) - 1)].low in _GO_OTHERWISE
    ):
        return False
    if lemma in _WAITING and not _waits_for_goods(sentence, trigger):
        return False
    if lemma in _HEADING and not _with_be(sentence, trigger):
        return False
    if lemma == "come" and _happens(sentence, trigger):
        return False
    if lemma in _CONTROLLING and trigger.is_verb and _other_act(sentence, trigger):
        return False
    if lemma in _AWAITED:
        return _awaited(sentence, trigger)
    if lemma in _WISHING:
        left = sentence.words[trigger.word - 1].low if trigger.word else ""
        return left in ("would", "'d", "d")
    return True


def _names_goods(sentence: Sentence, trigger: Trigger) -> bool:
    """ "36 ammunition resupply vehicles": what they are for."""
    return any(m.first <= trigger.word + 1 <= m.last for m in sentence.materiel)


def _names_its_giver(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Turkish-supplied drones", but neither "hand-delivered" nor "allied-supplied"."""
    word = sentence.words[trigger.word]
    if not trigger.is_verb or word.tag not in ("attr", "word", "part", "noun"):
        return True
    return any(word.start <= p.start < word.end for p in sentence.parties)


def _happens(sentence: Sentence, trigger: Trigger) -> bool:
    """ "the deal comes after talks", "has come into force": nothing arrives."""
    behind = [w.low for w in sentence.words[trigger.word + 1 : trigger.word + 3]]
    if behind[:1] == ["into"]:
        return not _EFFECTS.isdisjoint(behind)
    if behind[:1] == ["as"] and behind[1:] in (["a"], ["part"]):
        return False  # "comes as a gift"
    return behind[:1] != [] and (
        behind[0] in _COME_OTHERWISE or behind in (["on", "top"], ["to", "light"])
    )


def _with_be(sentence: Sentence, trigger: Trigger) -> bool:
    """ "the rifles are bound for Oman", not "a permit for rifles bound for Oman"."""
    head = next(w.i for w in sentence.words if w.low in _HEADS and w.i in trigger.words)
    return any(w.low in _BE for w in sentence.words[max(0, head - 2) : head])


def _waits_for_goods(sentence: Sentence, trigger: Trigger) -> bool:
    """ "is still waiting for 100 missiles", "awaits delivery of": not for a reply."""
    behind = max(trigger.words) + 1
    near = range(behind, behind + _OBJECT_REACH + 2)
    if trigger.row.lemma == "wait" and any(
        m.first > trigger.word and m.preposition in ("for", "of") for m in sentence.materiel
    ):
        return any(w.low == "for" for w in sentence.words[behind : behind + 12])
    return any(m.first in near for m in sentence.materiel) or any(
        not t.is_verb and t.word in near for t in sentence.triggers
    )


def _awaited(sentence: Sentence, trigger: Trigger) -> bool:
    """ "the other ten will follow in May", "the jets are due": the goods come, and no deed does."""
    words, clause = sentence.words, sentence.clause_of.get(trigger.word)
    behind = words[max(trigger.words) + 1 : max(trigger.words) + 2]
    if (
        behind
        and behind[0].tag not in ("prep", "punct", "num")
        and (behind[0].low not in _LATER or behind[0].low == "to")
    ):
        return False
    return any(
        m.first < trigger.word
        and (not m.preposition or _in_batch(words, m))
        and clause is not None
        and m.clause == clause.index
        for m in sentence.materiel
    )


def _in_batch(words: list[Word], phrase: MaterielPhrase) -> bool:
    """ "a second batch of rifles is due"."""
    k = phrase.first - 1
    while k > 0 and words[k].low != "of":
        k -= 1
    return phrase.preposition == "of" and words[k - 1].low in _BATCHES


def _second_hand(sentence: Sentence, trigger: Trigger) -> bool:
    """ "zwölf davon gebraucht": used ones, unless they are needed ("werden gebraucht")."""
    word = sentence.words[trigger.word]
    if word.low != "gebraucht" or trigger.row.lemma != "brauchen":
        return False
    clause = sentence.clause_of.get(trigger.word)
    lemmas = {r.lemma for i in (clause.words if clause else ()) for r in sentence.words[i].verbs}
    return not lemmas & {"werden", "haben"}


def _conceded(sentence: Sentence, trigger: Trigger) -> bool:
    """ "erlaubte trotz Exportstopps die Lieferung": a ban that does not stop this one."""
    words, k = sentence.words, trigger.word
    if trigger.is_verb or all(w.low not in _CONCESSIVE for w in words[max(0, k - 3) : k]):
        return False
    behind = words[k + 1 : k + 2]
    return not behind or behind[0].low not in _OF_WHAT


def _other_act(sentence: Sentence, trigger: Trigger) -> bool:
    """ "declined to answer", "allow Moscow to keep": an infinitive that is no trigger."""
    words = sentence.words
    for k in range(max(trigger.words) + 1, min(len(words) - 1, trigger.word + 13)):
        if words[k].low == "to" and (
            words[k + 1].tag == "punct"
            or (
                words[k + 1].tag == "word"
                and k + 2 < len(words)
                and words[k + 2].tag in ("det", "punct", "prep", "sub")
            )
        ):
            return True
        if words[k].low == "to" and words[k + 1].low in ("be", "not", "have", "help"):
            carrier = next(
                (
                    i
                    for i in range(k + 1, min(len(words), k + 6))
                    if words[i].tag in ("inf", "part")
                ),
                None,
            )
            return not any(t.word == carrier for t in sentence.triggers)
        if words[k].low == "to" and words[k + 1].tag == "inf":
            return (
                not any(k + 1 in t.words and t.row.lemma != "take" for t in sentence.triggers)
                and (words[k + 1].low != "take" or words[min(k + 2, len(words) - 1)].low == "off")
                and words[k + 1].low not in _OTHER_ACTS
            )
        if words[k].tag in ("fin", "sub", "punct"):
            return False
    return False


def _takes_from(sentence: Sentence, trigger: Trigger) -> bool:
    """ "has taken 44 vehicles from the Netherlands": goods, and behind them whoever gives them."""
    clause = sentence.clause_of.get(trigger.word)
    goods = [m for m in sentence.materiel if 0 < m.first - trigger.word <= _OBJECT_REACH]
    return bool(goods) and any(
        p.preposition == "from"
        and p.modifies is None
        and clause is not None
        and p.clause == clause.index
        and 0 < p.first - goods[0].last <= 2
        for p in sentence.parties
    )


def _joins_a_force(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Two corvettes have joined the Kenyan navy": goods, and a force behind the verb."""
    behind = range(trigger.word + 1, trigger.word + 4)
    return any(m.last < trigger.word and not m.preposition for m in sentence.materiel) and any(
        p.first in behind and (p.kind in ("army", "pronoun", "description") or not p.key)
        for p in sentence.parties
    )


def _of_a_licence(sentence: Sentence, trigger: Trigger) -> bool:
    clause = sentence.clause_of.get(trigger.word)
    return any(
        not other.is_verb
        and other.row.lemma in _APPROVING
        and sentence.clause_of.get(other.word) is clause
        for other in sentence.triggers
    )


def _idiom(sentence: Sentence, trigger: Trigger) -> bool:
    """ "made it clear", "in return", "handed in a request"."""
    words, i = sentence.words, trigger.word
    left = words[i - 1].low if i else ""
    right = words[i + 1].low if i + 1 < len(words) else ""
    if trigger.row.lemma == "clear":
        return left in ("it", "is", "was") or right == "that"
    if trigger.row.lemma == "return":
        return not trigger.is_verb and left == "in"
    return right in ("in", "round", "around", "down")


def _denies_goods(sentence: Sentence, trigger: Trigger) -> bool:
    """ "denied Kyiv the missiles", "was denied the jets": no clause, no gerund behind it."""
    words = sentence.words
    behind = trigger.word + 1
    if behind >= len(words) or words[behind].tag in ("ing", "sub", "punct"):
        return False
    if any(not t.is_verb and t.row.lemma in _APPROVING and behind <= t.word <= behind + 3
           for t in sentence.triggers):  # fmt: skip
        return True  # "denied a permit for the export of jets"
    return any(p.first == behind and not p.preposition for p in sentence.parties) and any(
        m.first in range(behind + 1, behind + 8) for m in sentence.materiel
    )


def _asks_for(sentence: Sentence, trigger: Trigger) -> bool:
    words = sentence.words
    for word in words[trigger.word + 1 : trigger.word + 14]:
        if word.low == "for":
            return True
        if word.low in ("whether", "if") and trigger.row.lemma == "ask":
            return True
        if word.low == "to":
            return not _other_act(sentence, trigger)
        if word.tag in ("fin", "sub") or word.text in ".;:":
            return False
    return words[trigger.word].tag == "part"


def on_order(sentence: Sentence, trigger: Trigger) -> bool:
    """ "jets on order from Saab": the noun says of the goods that they have been ordered."""
    before = sentence.words[trigger.word - 1].low if trigger.word else ""
    return before == "on" and trigger.row.lemma == "order" and not trigger.is_verb


def english_gap(event: Event) -> bool:
    """A relative clause that lacks its object: "jets (that) Peru ordered", "which were sold"."""
    sentence, clause = event.sentence, event.clause
    if sentence.reading.grammar.language != "en" or clause is None or clause.kind != "rel":
        return False
    if not event.core.is_verb:
        return False
    if clause.opener is None:
        return True
    words = sentence.words
    if words[clause.opener].low not in ("that", "which"):
        return False
    if is_passive(sentence, event.core) or event.core.word in clause.words[:1]:
        return True
    following = words[clause.opener + 1] if clause.opener + 1 < len(words) else None
    return (
        following is not None
        and not (following.is_verb or following.tag == "aux" or following.low.endswith("ly"))
        and following.low not in _SUBJECT_ADVERBS
    )


def antecedent_materiel(event: Event) -> MaterielPhrase | None:
    """The goods right before the relative clause."""
    clause = event.clause
    if clause is None or clause.antecedent is None:
        return None
    for phrase in reversed(event.sentence.materiel):
        if phrase.inside is None and phrase.last <= clause.antecedent <= phrase.last + 1:
            return phrase
    return None


def far_side(sentence: Sentence, trigger: Trigger, phrase: MaterielPhrase) -> int:
    """Goods stand behind an active verb and before a passive one; the other side is far off."""
    if sentence.reading.grammar.language != "en":
        return 0
    if phrase.first > trigger.word:
        between = sentence.words[trigger.word + 1 : phrase.first]
        # "howitzers, to be refurbished; 42 radios": the next item of a list
        return 12 if between and between[0].text == ";" and trigger.is_verb else 0
    if not trigger.is_verb:
        return 4 if phrase.preposition in ("of", "with", "for") else 0
    if is_passive(sentence, trigger):
        return 4 if phrase.preposition in ("of", "with", "for") else 0
    moves = (
        bool(trigger.row.supplier)
        and trigger.row.supplier[0].slot == "prep"
        and ("subject=materiel" in trigger.row.note)
    )
    if moves:
        return 4 if phrase.preposition in ("of", "with", "for", "on", "about") else 0
    return 12


def is_known_deal(event: Event) -> bool:
    """Whether a noun points back: "the deal", "the P12.7-billion contract", "such sales"."""
    words = event.sentence.words
    grammar = event.sentence.reading.grammar
    nouns = [i for i in event.core.words if i != event.core.word or not event.core.is_verb]
    k = min(nouns, default=0) - 1
    if k >= 0 and words[k].low in ("such", "same", "whole", "entire"):
        return True
    if k > 0 and words[k - 1].low == "at":
        return False  # "at the request of a go-between"
    near = words[k].tag in ("det", "poss") if k >= 0 else False
    if near and not event.core.is_verb:
        return True
    while k >= 0 and (
        any(char.isdigit() for char in words[k].text)
        or words[k].text in "$€£"
        or words[k].low in _AMOUNTS
    ):
        k -= 1  # "the €733 million contract"
    return k >= 0 and words[k].tag == "det" and words[k].low in grammar.words("definite")


def has_object(event: Event) -> bool:
    """Whether something else than goods stands right behind an active verb."""
    if is_passive(event.sentence, event.core):
        return False
    k = max(event.core.words) + 1
    behind = event.sentence.words[k : k + 1]
    return bool(behind) and behind[0].tag == "word" and not behind[0].low.endswith("ly")


def objects(event: Event, near: list[MaterielPhrase]) -> list[MaterielPhrase]:
    """Of the goods in the clause those that an active verb acts on: what stands behind it, and
    before the next verb ("a C-17 unloaded missiles", "refused to sell parts has grounded jets")."""
    sentence, core = event.sentence, event.core
    if sentence.reading.grammar.language != "en" or not core.is_verb or len(near) < 2:
        return near
    if is_passive(sentence, core) or "subject=materiel" in core.row.note:
        return near
    words = sentence.words
    behind = [m for m in near if m.first > core.word]
    if not behind or (sentence.words[core.word].tag == "part" and behind == near):
        return near
    ahead = [
        m for m in behind if not any(words[i].tag == "fin" for i in range(core.word + 1, m.first))
    ]
    return ahead or behind


def acts_itself(event: Event) -> bool:
    """ "helicopters that have not flown": the goods are the subject of an active verb."""
    sentence, clause, core = event.sentence, event.clause, event.core
    if sentence.reading.grammar.language != "en" or clause is None or not core.is_verb:
        return False
    if clause.kind != "rel" or clause.opener is None or is_passive(sentence, core):
        return False
    if "subject=materiel" in core.row.note:
        return False
    return sentence.words[clause.opener].low in ("that", "which") and not english_gap(event)


def carries(event: Event, phrase: MaterielPhrase) -> bool:
    """ "went in a truck": goods behind "in" are what something travels in, but not those of "a
    billion dollars in weapons"."""
    above = event.sentence.words[max(0, phrase.first - 2)]
    return (
        event.language == "en"
        and phrase.preposition == "in"
        and above.low not in _AMOUNTS
        and event.core.is_verb
        and "prep:in" not in event.core.row.note
    )
