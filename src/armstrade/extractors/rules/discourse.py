"""What the document has said so far: fills the gaps that a sentence leaves.

Nearest first: the sentence, the sentences before it in the paragraph, the headline and lead.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

from armstrade.claims import Category, Stage
from armstrade.language.grammar import all_words
from armstrade.language.lazy import lazy
from armstrade.lexicon.tables import described_countries, insurgents
from armstrade.reading import PartyPhrase, Reading, Sentence
from armstrade.reading.datelines import DATELINE

from .event import Event
from .goods import SAME_DEAL_REACH, Goods
from .lemmas import lemmas
from .slots import FROM, TO
from .speakers import Speakers
from .subjects import is_passive, subject_of
from .verb_groups import verb_group

_GROUPS = all_words("group_references")
_BACKGROUND = all_words("background_prepositions")
_ARMED = all_words("descriptions_group")
_POSSESSIVES = tuple(all_words("possessives"))
_LOCAL = tuple(all_words("local"))
_FORCES = all_words("forces")
_NEAR = 2
_OFFICES = tuple(all_words("offices"))
_OTHER = {"supplier": "recipient", "recipient": "supplier"}
_INSURGENTS = all_words("insurgents")
_FIRMS = tuple(all_words("firm_endings"))
_OURS = ("unser", "our")
_UNINVOLVED = all_words("uninvolved_prepositions")
_HOME_ORGANS = all_words("home_organs")
_PERSONS = all_words("persons")


def _named(sentence: Sentence) -> list[PartyPhrase]:
    if not sentence.has_party:
        return []
    return [p for p in sentence.parties if p.key is not None and p.kind != "city"]


def _is_firm(candidate: PartyPhrase, text: str) -> bool:
    """ "chinesische Rüstungsfirmen": a state's makers without a name."""
    return candidate.kind == "government" and text[
        candidate.start : candidate.end
    ].lower().endswith(_FIRMS)


def _kind_fits(phrase: PartyPhrase, candidate: PartyPhrase, words: str, text: str) -> bool:
    if phrase.kind == "description_group":
        return candidate.kind == "armed_group"
    if phrase.kind == "description_company":
        armed = candidate.kind == "armed_group" and words.split()[-1] in _ARMED  # "the group"
        return candidate.kind == "company" or armed or _is_firm(candidate, text)
    if phrase.kind == "description":
        return candidate.kind not in ("armed_group", "company", "bloc")
    if phrase.kind == "pronoun" and words == "it":
        return candidate.kind != "armed_group"  # those would be "they"
    if phrase.kind == "pronoun" and words in _PERSONAL:
        return candidate.kind in ("leader", "government", "ministry")
    if phrase.kind == "owner":
        return words in ("its", "their") or candidate.kind in _SPEAKING
    if phrase.kind == "possessive":
        return candidate.kind not in ("company", "bloc")
    return True


# Too many hands to be the one that a clause leaves unsaid.
_VAGUE_BLOCS = frozenset({"UN", "NATO", "WEST"})
_PERSONAL = frozenset({"he", "him", "she"})
_SPEAKING = frozenset({"leader", "government", "ministry"})
_SEIZING = lemmas("seizing")
_OFFICIAL = frozenset({"ministry", "government", "army", "company"})
_POINTERS = frozenset({"pronoun", "possessive", "owner"})
# Added for the topic of the sentence before, taken from the goal of another clause.
TOPIC, ELSEWHERE = 1.5, 1.0
# Added for the state of the dateline when an army or a cabinet is named without its own.
HOME = 1.0
# Taken off for a company that nothing says to be the recipient.
NO_BUYER = 1.5
# Added for whoever denies a transfer of which the other side is named.
DENIER = 2.0
# Taken off for a party that only a relative clause names.
ASIDE = 0.6
# Whom headline and lead name, when no sentence nearby names anybody better.
LEAD = 1.2
# Added for a ministry or firm that tells of a handover without saying whose it is.
SPEAKER = 1.5


def _is_somebody(event: Event, role: str) -> bool:
    """ "GM has been buying …": a name that the lexicon does not know plays the role."""
    sentence, clause, core = event.sentence, event.clause, event.core
    roles = getattr(core.row, role)
    if sentence.reading.grammar.language != "en" or clause is None or not core.is_verb:
        return False
    if not roles or roles[0].slot != "subject" or is_passive(sentence, core):
        return False
    words = sentence.words
    verb = next((i for i in clause.words if words[i].is_verb or words[i].tag == "aux"), None)
    if not verb or verb - 1 not in clause.words or clause.kind not in ("main", "sub"):
        return False
    name = words[verb - 1]
    covered = any(p.first <= name.i <= p.last for p in sentence.parties)
    return name.tag == "noun" and name.i > 0 and not covered


def _opens_sentence(candidate: PartyPhrase, phrase: PartyPhrase, sentence: Sentence) -> bool:
    """ "Turkey trains the force; it has postponed …": the subject goes on."""
    if candidate.sentence != phrase.sentence or candidate.clause == phrase.clause:
        return False
    bare = [p for p in sentence.parties if not p.preposition and p.modifies is None]
    here = [p for p in bare if p.clause == phrase.clause]
    return bare[:1] == [candidate] and here[:1] in ([phrase], [])


def _takers(event: Event) -> set[str | None]:
    """ "Bonn stops a freighter with tanks": who seizes goods is not who sends them."""
    if event.core.row.lemma not in _SEIZING or is_passive(event.sentence, event.core):
        return set()
    return {p.key for p in subject_of(event.sentence, event.clause)}


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


def _is_unnamed(event: Event, role: str) -> bool:
    """ "andere Länder beliefern", "talks with several makers": there is one, without a name."""
    if event.clause is None:
        return False
    sentence = event.sentence
    named = {i for p in sentence.parties for i in range(p.first, p.last + 1)}
    nouns = sentence.reading.grammar.words(f"unnamed_{role}s")
    return any(sentence.words[i].low in nouns and i not in named for i in event.clause.words)


def _opposites(event: Event, role: str) -> set[str | None]:
    """Who has the other role in the clause beside: "Spain sent tanks, Canada trucks"."""
    other = "recipient" if role == "supplier" else "supplier"
    taken: dict[str, set[str | None]] = {role: set(), other: set()}
    for beside in event.beside:
        if beside is event or beside.clause is event.clause:
            continue
        if beside.core.row.stage is Stage.REFUSED:
            continue  # whoever declines may be on either side
        for name, keys in taken.items():
            if getattr(beside, f"{name}_score") >= 5:
                keys.update(p.key for p in getattr(beside, name))
    return taken[other] - taken[role]


class Discourse:
    """Parties, materiel and events in the order in which they were read.

    Of the sentences read it only keeps the sentences: what they name is looked up when an event
    asks for it, so that nobody has to analyse a sentence that nothing points back to.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.events: list[Event] = []
        self.pending: list[Event] = []
        self._past: list[Sentence] = []
        self._speakers = Speakers(reading)
        self.goods = Goods(reading, self._past, self.events)
        self._meant: dict[tuple[int, str], PartyPhrase] = {}
        self.goes_on = False  # whether the event in hand goes on from those pending

    def add_sentence(self, sentence: Sentence) -> None:
        """Remember a sentence; to be called for each one in turn, after its events are read."""
        self._past.append(sentence)

    def sentences_since(self, index: int) -> list[Sentence]:
        """The sentences read, from that with the given index on."""
        return self._past[max(0, index) :]

    def parties_since(self, index: int) -> list[PartyPhrase]:
        """The parties named in the sentences read, from that with the given index on."""
        return [p for s in self._past[max(0, index) :] for p in _named(s)]

    def _last_parties(self, number: int) -> list[PartyPhrase]:
        """The parties named last, the last one first."""
        found = (p for s in reversed(self._past) for p in reversed(_named(s)))
        return list(islice(found, number))

    # -- parties ------------------------------------------------------------------------

    def resolve(
        self, phrase: PartyPhrase, exclude: set[str | None], sentence: Sentence, role: str = ""
    ) -> PartyPhrase | None:
        """What a pronoun or description stands for; the phrase keeps its own words."""
        if phrase.key is not None or phrase.kind == "group":
            return phrase
        word = self.reading.text[phrase.start : phrase.end].lower()
        before = self._meant.get((phrase.sentence, word))
        if before is None or before.key in exclude:
            before = self._referent(phrase, exclude, sentence, role)
        target = before
        if target is None:
            return None
        if phrase.kind == "pronoun":
            # "erst kauft er Drohnen, jetzt kauft er …": the same one within a sentence
            self._meant[phrase.sentence, word] = target
        return PartyPhrase(
            id=target.id,
            country=target.country,
            kind=target.kind,
            start=phrase.start,
            end=phrase.end,
            first=phrase.first,
            last=phrase.last,
            preposition=phrase.preposition,
            cases=phrase.cases,
            clause=phrase.clause,
            sentence=phrase.sentence,
            group=phrase.group,
        )

    def speaks(self, phrase: PartyPhrase) -> bool:
        """Whether it stands for whoever is speaking."""
        return phrase.kind == "pronoun" and self._speakers.speaks(phrase)

    def is_spoken(self, phrase: PartyPhrase) -> bool:
        """ "man" before "sagte der Botschafter": whoever is quoted."""
        return phrase.key is None and phrase.kind == "pronoun" and self._word(phrase) == "man"

    def _word(self, phrase: PartyPhrase) -> str:
        return self.reading.text[phrase.start : phrase.end].lower()

    def resolve_group(self, phrase: PartyPhrase, exclude: set[str | None]) -> list[PartyPhrase]:
        """ "From them", "beide Staaten": the parties last named together."""
        word = self.reading.text[phrase.start : phrase.end].lower()
        if word not in _GROUPS:
            return []
        recent = [p for p in self.parties_since(phrase.sentence - 2)[-10:] if p.group >= 0]
        if not recent:
            return []
        last = recent[-1]
        group = [p for p in recent if (p.sentence, p.group) == (last.sentence, last.group)]
        if len(group) < 2 or any(p.key in exclude for p in group):
            return []
        return [
            PartyPhrase(
                id=p.id,
                country=p.country,
                kind=p.kind,
                start=phrase.start,
                end=phrase.end,
                first=phrase.first,
                last=phrase.last,
                preposition=phrase.preposition,
                clause=phrase.clause,
                sentence=phrase.sentence,
            )
            for p in group
        ]

    def _referent(
        self, phrase: PartyPhrase, exclude: set[str | None], sentence: Sentence, role: str
    ) -> PartyPhrase | None:
        if phrase.kind == "pronoun" and self._speakers.speaks(phrase):
            return self._speakers.who(phrase, exclude, sentence, self._last_parties(4))
        if phrase.kind == "description" and phrase.sentence == sentence.index:
            before = sentence.words[max(0, phrase.first - 1)].low
            if before.startswith(_OURS):  # "our president": of whoever is speaking
                return self._speakers.who(phrase, exclude, sentence, self._last_parties(4))
        if self.reading.text[phrase.start : phrase.end].lower() == "man":
            # "habe man abgelehnt, sagte der Minister", "in Paris hieß es, man habe …"
            speaker = self._speakers.who(phrase, exclude, sentence, [])
            if speaker is not None:
                return speaker
        earlier = [p for p in sentence.parties if p.key is not None and p.end <= phrase.start]
        words = self.reading.text[phrase.start : phrase.end].lower()
        reach = 8 if phrase.kind.startswith("description") else 3
        personal = phrase.kind == "possessive" and words.startswith(("his ", "her "))
        opening = not any(not p.preposition and p.modifies is None for p in earlier)
        pool = self.parties_since(phrase.sentence - reach) + earlier
        allowed = self._described(phrase)
        domestic = phrase.kind == "description" and words in _HOME_ORGANS
        local = sentence.words[max(0, phrase.first - 1)].low.startswith(_LOCAL)
        best: tuple[float, PartyPhrase] | None = None
        counts = Counter(p.key for p in pool)
        for position, candidate in enumerate(pool):
            if candidate.key in exclude or not _kind_fits(
                phrase, candidate, words, self.reading.text
            ):
                continue
            if allowed is not None and candidate.country not in allowed:
                continue
            distance = phrase.sentence - candidate.sentence
            played = self._has_played(candidate, role)
            if played and words in _FORCES:
                distance = min(distance, _NEAR)  # forces that were told of stay in mind
            score = -1.0 * distance + 0.02 * position
            score += 0.25 * min(counts[candidate.key], 4)
            if candidate.preposition in _BACKGROUND:
                score -= 1.5
            if candidate.modifies is not None and not candidate.genitive:
                score -= 0.8
            if domestic and candidate.country in self._home:
                score += HOME
            if candidate.kind == "leader" and words in _PERSONS:
                score += HOME  # "President Petro … the same president"
            if played:
                score += 0.8 + 0.7 * self._share(candidate, role) + (words in _FORCES)
            elif words.endswith(_OFFICES) and self._has_played(candidate, _OTHER.get(role, "")):
                score -= 1.0
            if self._is_owned(phrase, sentence) and self._acts_above(candidate, phrase, sentence):
                score += 4.0
            if phrase.kind in _POINTERS and not candidate.preposition:
                score += 0.5
                if self._governs(candidate, phrase, sentence):
                    score += 2.0
                elif (opening and self._is_topic(candidate, phrase)) or _opens_sentence(
                    candidate, phrase, sentence
                ):
                    score += TOPIC
            if (
                personal
                and candidate.kind in _SPEAKING
                and not phrase.sentence - candidate.sentence
            ):
                score += 1.0
            if local:
                score = position  # "der dortigen Marine": of the place named last
            if best is None or score > best[0]:
                best = (score, candidate)
        if best is None and words in _INSURGENTS:
            return self._insurgents(phrase, exclude)
        if best is None and phrase.kind == "description":
            # "seinem Land …, freute sich der marokkanische General"
            later = [
                p
                for p in sentence.parties
                if p.key is not None
                and p.start > phrase.start
                and p.key not in exclude
                and p.kind in ("leader", "government", "ministry", "army")
            ]
            return later[0] if later else self._local(exclude) if domestic else None
        return best[1] if best is not None else None

    def _insurgents(self, phrase: PartyPhrase, exclude: set[str | None]) -> PartyPhrase | None:
        """ "die Aufständischen" in a text about Libya: those who fought there in that year."""
        published = self.reading.published
        known = insurgents(published.year if published is not None else None)
        named = Counter(p.country for p in self.parties_since(0) if p.country in known)
        if not named:
            return None
        return replace(
            phrase, id=known[named.most_common(1)[0][0] or ""], kind="armed_group", resolved=True
        )

    def _local(self, exclude: set[str | None]) -> PartyPhrase | None:
        """ "docked at Sekondi … the navy": that of the state in which the last town lies."""
        towns = (
            p
            for s in reversed(self._past)
            for p in s.parties
            if p.kind == "city" and p.key is not None and p.key not in exclude
        )
        return next(towns, None)

    @lazy
    def _home(self) -> frozenset[str]:
        """The states in whose capitals the text was written, by its dateline."""
        first = self.reading.sentences[:3]
        return frozenset(
            p.country for s in first for p in s.parties if p.preposition == DATELINE and p.country
        )

    def _is_topic(self, candidate: PartyPhrase, phrase: PartyPhrase) -> bool:
        """ "Morocco is further along. It ordered 13.": the first named in the sentence before."""
        if candidate.sentence != phrase.sentence - 1 or candidate.modifies is not None:
            return False
        named = _named(self.reading.sentences[candidate.sentence])
        bare = [p for p in named if not p.preposition and p.modifies is None]
        return bool(bare) and bare[0].key == candidate.key

    @staticmethod
    def _is_owned(phrase: PartyPhrase, sentence: Sentence) -> bool:
        """ "sein Land", "ihre Regierung"."""
        before = sentence.words[max(0, phrase.first - 1)].low
        possessive = before.startswith(_POSSESSIVES)
        return phrase.kind == "description" and phrase.sentence == sentence.index and possessive

    @staticmethod
    def _acts_above(candidate: PartyPhrase, phrase: PartyPhrase, sentence: Sentence) -> bool:
        """Named in the clause above that of the phrase, or in the one that says who speaks."""
        if candidate.sentence != sentence.index or candidate.preposition:
            return False
        return candidate.clause != phrase.clause

    @staticmethod
    def _governs(candidate: PartyPhrase, phrase: PartyPhrase, sentence: Sentence) -> bool:
        """ "Israel denied that it had sold": named in the clause above that of the pronoun."""
        if candidate.sentence != phrase.sentence or candidate.modifies is not None:
            return False
        clause = next((c for c in sentence.clauses if c.index == phrase.clause), None)
        return clause is not None and clause.parent == candidate.clause

    def _described(self, phrase: PartyPhrase) -> frozenset[str] | None:
        """The states that a description fits ("the kingdom"), ``None`` for any."""
        if phrase.kind not in ("description", "description_company"):
            return None
        word = self.reading.text[phrase.start : phrase.end].lower()
        return described_countries(self.reading.grammar.language).get(word)

    def _has_played(self, candidate: PartyPhrase, role: str) -> bool:
        return (
            any(
                candidate.key in {p.key for p in getattr(event, role)} for event in self.events[-6:]
            )
            if role
            else False
        )

    def _share(self, candidate: PartyPhrase, role: str) -> float:
        """In how many of the events so far the candidate has played the role."""
        played = [candidate.key in {p.key for p in getattr(e, role)} for e in self.events]
        return sum(played) / len(played) if played else 0.0

    def missing_party(
        self, event: Event, exclude: set[str | None], role: str
    ) -> tuple[PartyPhrase, float] | None:
        """The party that a clause leaves unsaid: from its sentence, past events, the lead."""
        if _is_unnamed(event, role) or _is_somebody(event, role):
            return None
        exclude = exclude | _opposites(event, role)
        candidates = [
            *self._same_sentence(event, exclude, role),
            *self._past_events(event, exclude, role),
            *self._earlier_sentences(event, exclude, role),
            *self._lead(event, exclude),
        ]
        if not candidates:
            return None
        makers = {m.maker for m in event.materiel if m.maker is not None}
        if role == "supplier" and makers and event.receiving is None:
            # "bestellte 20 Eurofighter": not from whoever sells the F-35 of the sentence before
            candidates = [
                (s - (p.key not in makers and p.kind == "country" and s < 4), p)
                for s, p in candidates
            ]
        prior = 1.5 if role == "supplier" else -1.0
        score, phrase = max(
            ((s + prior * (p.key in makers), p) for s, p in candidates), key=lambda pair: pair[0]
        )
        return phrase, score

    def _same_sentence(
        self, event: Event, exclude: set[str | None], role: str
    ) -> list[tuple[float, PartyPhrase]]:
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
            if phrase.preposition in _UNINVOLVED:
                continue
            if phrase.modifies is not None and not phrase.genitive:
                continue
            if phrase.preposition == "by" and event.core.is_verb and not phrase.genitive:
                continue  # the agent of another verb
            score = 3.2 - 0.02 * abs(phrase.last - event.core.word)
            elsewhere = event.clause is None or phrase.clause != event.clause.index
            elsewhere = elsewhere and event.core.row.stage is not Stage.CANCELLED
            if phrase.preposition in wanted and elsewhere and phrase.first > event.core.word:
                score -= ELSEWHERE  # the goal of another clause
            elif phrase.preposition in wanted:
                score += 2
            elif phrase.preposition in unwanted:
                continue
            elif phrase.preposition in ("in", "mit", "with"):
                score -= 1.2
            if elsewhere and _denies(event.sentence, phrase):
                score += DENIER
            if role == "supplier" and elsewhere and _speaks_for_itself(event, phrase):
                score += SPEAKER
            found.append((score, phrase))
        return found

    def _past_events(
        self, event: Event, exclude: set[str | None], role: str
    ) -> list[tuple[float, PartyPhrase]]:
        other = event.recipient if role == "supplier" else event.supplier
        other_keys = {p.key for p in other}
        designations = {m.designation for m in event.materiel if m.designation}
        categories = {m.category for m in event.materiel}
        found = []
        for age, past in enumerate(reversed(self.events[-12:])):
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

    def _earlier_sentences(
        self, event: Event, exclude: set[str | None], role: str
    ) -> list[tuple[float, PartyPhrase]]:
        found = []
        unwanted = TO if role == "supplier" else FROM
        for phrase in reversed(self.parties_since(event.sentence.index - 2)[-8:]):
            distance = event.sentence.index - phrase.sentence
            if phrase.key in exclude or phrase.preposition in unwanted:
                continue
            if phrase.kind == "bloc" and phrase.key in _VAGUE_BLOCS:
                continue
            if phrase.modifies is not None and not phrase.genitive:
                continue
            score = 2.4 - 0.6 * distance
            if phrase.preposition:
                score -= 0.6
            if role == "recipient" and phrase.kind == "company":
                score -= NO_BUYER
            if self._is_aside(phrase):
                score -= ASIDE
            found.append((score, phrase))
        return found

    def deal_with(self, told: set[str | None], event: Event) -> Event | None:
        """The deal told of shortly before in which these had a part, best one in such goods."""
        near = [
            past
            for past in reversed([*self.events[-4:], *self._told_here()])
            if event.sentence.index - past.sentence.index <= SAME_DEAL_REACH + 1
            and past.supplier
            and past.recipient
            and (told <= {p.key for p in past.supplier} or told <= {p.key for p in past.recipient})
        ]
        categories = {m.category for m in event.materiel}
        alike = (past for past in near if categories & {m.category for m in past.materiel})
        return next(alike, next(iter(near), None))

    def _is_aside(self, phrase: PartyPhrase) -> bool:
        """ "jets, which Canada retired a year ago": named in passing."""
        clauses = self.reading.sentences[phrase.sentence].clauses
        return 0 <= phrase.clause < len(clauses) and clauses[phrase.clause].kind == "rel"

    def _lead(self, event: Event, exclude: set[str | None]) -> list[tuple[float, PartyPhrase]]:
        """Whom the text is about: the state of the dateline, those of headline and lead."""
        if self.reading.grammar.language != "en":
            return []  # German says who is meant more often, and then it is somebody else
        if event.supplier_score < 8 and event.recipient_score < 8:
            return []
        opening = [p for s in self._past[:2] for p in _named(s)]
        counts = Counter(p.key for p in self.parties_since(0))
        return [
            (LEAD + 0.1 * min(counts[p.key], 5), p)
            for p in opening
            if p.key not in exclude
            and p.kind not in ("company", "bloc")
            and (p.modifies is None or p.genitive)
        ]

    def _told_here(self, *, here: bool = False) -> list[Event]:
        """The events told so far in the sentence that is being read, if they may be meant."""
        german = self.reading.grammar.language == "de"
        return self.pending if (self.goes_on if german else here) else []

    def same_deal(
        self, sentence: Sentence, *, contract: bool = False, here: bool = False
    ) -> Event | None:
        """The past event that "the deal", "die Lieferung" points back to.

        A `contract` is rather one of which a contract, and not only a delivery, was told. It may
        have been told `here`, in the same sentence.
        """
        near = [
            past
            for past in reversed([*self.events[-4:], *self._told_here(here=here)])
            if sentence.index - past.sentence.index <= SAME_DEAL_REACH
            and past.supplier
            and past.recipient
        ]
        ordered = (past for past in near if contract and past.stage is Stage.ORDERED)
        return next(ordered, next(iter(near), None))
