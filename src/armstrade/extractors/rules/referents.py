"""What pronouns and descriptions stand for: "it", "the kingdom", "ihre Regierung".

Every party named before is a candidate; nearness, place in the clause and the part that it has
played so far decide. First persons are whoever speaks (`speakers`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from armstrade.language.grammar import all_words
from armstrade.language.lazy import lazy
from armstrade.lexicon.tables import insurgents
from armstrade.reading import DATELINE, PartyPhrase, Reading, Sentence

from .event import Event
from .fitting import SPEAKING, agrees, described, kind_fits
from .home import home
from .named import Named, named_in
from .speakers import Speakers

_GROUPS = all_words("group_references")
_BACKGROUND = all_words("background_prepositions")
_POSSESSIVES = tuple(all_words("possessives"))
_LOCAL = tuple(all_words("local"))
_FORCES = all_words("forces")
# How far back forces that were told of count at most, in sentences.
_NEAR = 2
_OFFICES = tuple(all_words("offices"))
_OTHER = {"supplier": "recipient", "recipient": "supplier"}
_INSURGENTS = all_words("insurgents")
_OURS = tuple(all_words("speakers_own"))
_HOME_ORGANS = all_words("home_organs")
_PERSONS = all_words("persons")
# Fighters even when nobody has told whose they are; unlike "the group", which may be a firm.
_FIGHTING = _INSURGENTS | all_words("group_nouns")
_POINTERS = frozenset({"pronoun", "possessive", "owner"})
# Added for the topic of the sentence before.
_TOPIC = 1.5
# Added for the state of the dateline when an army or a cabinet is named without its own.
_HOME = 1.0
# Whoever scores less was named too far off for "the army" to be theirs.
_FAINT = -0.5
# Organs, the kind of party that is one, and what is added for those ("the department" after
# "the State Department").
_ORGAN_KINDS = dict.fromkeys(("ministry", "department"), "ministry") | dict.fromkeys(
    ("army", "navy", "force", "forces", "guard", "marines", "coastguard"), "army"
)
_ALIKE = 1.0
# How far back the state that the headline names first counts at most, in sentences.
_PROTAGONIST = 3


class Referents:
    """What the pronouns and descriptions of a document stand for.

    `named` and `events` are those of the discourse and grow with it.
    """

    def __init__(self, reading: Reading, named: Named, events: list[Event]) -> None:
        self.reading = reading
        self._named = named
        self._events = events
        self._speakers = Speakers(reading)
        self._meant: dict[tuple[int, str], PartyPhrase] = {}

    def resolve(
        self, phrase: PartyPhrase, exclude: set[str | None], sentence: Sentence, role: str = ""
    ) -> PartyPhrase | None:
        """What a pronoun or description stands for; the phrase keeps its own words."""
        if phrase.key is not None or phrase.kind == "group":
            return phrase
        word = self._word(phrase)
        target = self._meant.get((phrase.sentence, word))
        if target is None or target.key in exclude:
            target = self._referent(phrase, exclude, sentence, role)
        if target is None and phrase.kind == "description_group" and word in _FIGHTING:
            return replace(phrase, kind="group")  # "the rebels", of whom nobody has been told
        if target is None:
            return None
        if phrase.kind == "pronoun":
            # "erst kauft er Drohnen, jetzt kauft er …": the same one within a sentence
            self._meant[phrase.sentence, word] = target
        return replace(_standing_for(phrase, target), cases=phrase.cases, group=phrase.group)

    def speaks(self, phrase: PartyPhrase) -> bool:
        """Whether it stands for whoever is speaking."""
        return phrase.kind == "pronoun" and self._speakers.speaks(phrase)

    def is_spoken(self, phrase: PartyPhrase) -> bool:
        """ "man" before "sagte der Botschafter": whoever is quoted."""
        return phrase.key is None and phrase.kind == "pronoun" and self._word(phrase) == "man"

    def resolve_group(self, phrase: PartyPhrase, exclude: set[str | None]) -> list[PartyPhrase]:
        """ "From them", "beide Staaten": the parties last named together."""
        word = self._word(phrase)
        if word not in _GROUPS:
            return []
        recent = [p for p in self._named.since(phrase.sentence - 2)[-10:] if p.group >= 0]
        if not recent:
            return []
        last = recent[-1]
        group = [p for p in recent if (p.sentence, p.group) == (last.sentence, last.group)]
        if len(group) < 2 or any(p.key in exclude for p in group):
            return []
        return [_standing_for(phrase, p) for p in group]

    def _word(self, phrase: PartyPhrase) -> str:
        return self.reading.text[phrase.start : phrase.end].lower()

    def _referent(
        self, phrase: PartyPhrase, exclude: set[str | None], sentence: Sentence, role: str
    ) -> PartyPhrase | None:
        if phrase.kind == "pronoun" and self._speakers.speaks(phrase):
            return self._speakers.who(phrase, exclude, sentence, self._named.last(4))
        if phrase.kind == "description" and phrase.sentence == sentence.index:
            before = sentence.words[max(0, phrase.first - 1)].low
            if before.startswith(_OURS):  # "our president": of whoever is speaking
                return self._speakers.who(phrase, exclude, sentence, self._named.last(4))
        if self._word(phrase) == "man":
            # "habe man abgelehnt, sagte der Minister", "in Paris hieß es, man habe …"
            speaker = self._speakers.who(phrase, exclude, sentence, [])
            if speaker is not None:
                return speaker
        earlier = [p for p in sentence.parties if p.key is not None and p.end <= phrase.start]
        words = self._word(phrase)
        reach = 8 if phrase.kind.startswith("description") else 3
        personal = phrase.kind == "possessive" and words.startswith(("his ", "her "))
        opening = not any(not p.preposition and p.modifies is None for p in earlier)
        pool = self._named.since(phrase.sentence - reach) + earlier
        if phrase.kind == "pronoun" and self.reading.grammar.language == "de":
            pool = pool + self._described_before(phrase, exclude, sentence, role)
        leading = self._named.protagonist() if phrase.kind == "description" else None
        if leading and phrase.sentence > reach:
            pool = [p for p in self._named.opening() if p.country == leading] + pool
        allowed = described(phrase, self.reading)
        organ = words.split(" ", 1)[-1] if phrase.kind == "possessive" else words
        owned = phrase.kind == "possessive" or self._is_owned(phrase, sentence)
        ownerless = phrase.kind in ("description", "possessive") and (opening or not owned)
        domestic = ownerless and organ in _HOME_ORGANS
        local = sentence.words[max(0, phrase.first - 1)].low.startswith(_LOCAL)
        best: tuple[float, PartyPhrase] | None = None
        counts = Counter(p.key for p in pool)
        for position, candidate in enumerate(pool):
            if candidate.key in exclude or not kind_fits(
                phrase, candidate, words, self.reading.text
            ):
                continue
            if allowed is not None and candidate.country not in allowed:
                continue
            if not agrees(phrase, candidate, words, self.reading):
                continue
            distance = phrase.sentence - candidate.sentence
            played = self._has_played(candidate, role)
            if played and words in _FORCES:
                distance = min(distance, _NEAR)  # forces that were told of stay in mind
            if leading and candidate.country == leading:
                distance = min(distance, _PROTAGONIST)
            score = -1.0 * distance + 0.02 * position
            score += 0.25 * min(counts[candidate.key], 4)
            if candidate.preposition in _BACKGROUND:
                score -= 1.5
            if candidate.modifies is not None and not candidate.genitive:
                score -= 0.8
            if domestic and candidate.country in self._home:
                score += _HOME
            if domestic and candidate.kind == _ORGAN_KINDS.get(organ.split()[-1]):
                score += _ALIKE
            if candidate.kind == "leader" and words in _PERSONS:
                score += _HOME  # "President Petro … the same president"
            if played:
                score += 0.8 + 0.7 * self._how_often(candidate, role) + (words in _FORCES)
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
                    score += _TOPIC
            if personal and candidate.kind in SPEAKING and not phrase.sentence - candidate.sentence:
                score += 1.0
            if local:
                score = position  # "der dortigen Marine": of the place named last
            if best is None or score > best[0]:
                best = (score, candidate)
        if best is None and words in _INSURGENTS:
            return self._insurgents(phrase, exclude)
        if domestic and (best is None or best[0] < _FAINT):
            state = home(self.reading)  # "the Coast Guard", of nobody's that was named nearby
            if state is not None and state.key not in exclude:
                return state
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

    def _described_before(
        self, phrase: PartyPhrase, exclude: set[str | None], sentence: Sentence, role: str
    ) -> list[PartyPhrase]:
        """ "Auch die Luftwaffe wartet. Zwölf Jets bestellte sie …": whom a description means."""
        before = [p for p in sentence.parties if p.end <= phrase.start]
        if not before and phrase.sentence:
            before = self.reading.sentences[phrase.sentence - 1].parties
        bare = [p for p in before if not p.preposition and p.modifies is None]
        if any(p.key is not None for p in before) or not bare or bare[0].kind != "description":
            return []
        there = self.reading.sentences[bare[0].sentence]
        meant = self.resolve(bare[0], exclude, there, role)
        return [meant] if meant is not None else []

    def _insurgents(self, phrase: PartyPhrase, exclude: set[str | None]) -> PartyPhrase | None:
        """ "die Aufständischen" in a text about Libya: those who fought there in that year."""
        published = self.reading.published
        known = insurgents(published.year if published is not None else None)
        named = Counter(p.country for p in self._named.since(0) if p.country in known)
        if not named:
            return None
        return replace(
            phrase, id=known[named.most_common(1)[0][0] or ""], kind="armed_group", resolved=True
        )

    def _local(self, exclude: set[str | None]) -> PartyPhrase | None:
        """ "docked at Sekondi … the navy": that of the state in which the last town lies."""
        return next((p for p in self._named.towns() if p.key not in exclude), None)

    @lazy
    def _home(self) -> frozenset[str]:
        """The states in whose capitals the text was written, by its dateline."""
        first = self.reading.sentences[:3]
        dated = frozenset(
            p.country for s in first for p in s.parties if p.preposition == DATELINE and p.country
        )
        state = None if dated else home(self.reading)
        return frozenset({state.country}) if state is not None and state.country else dated

    def _is_topic(self, candidate: PartyPhrase, phrase: PartyPhrase) -> bool:
        """ "Morocco is further along. It ordered 13.": the first named in the sentence before."""
        if candidate.sentence != phrase.sentence - 1 or candidate.modifies is not None:
            return False
        named = named_in(self.reading.sentences[candidate.sentence])
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

    def _has_played(self, candidate: PartyPhrase, role: str) -> bool:
        """Whether the candidate had the role in one of the last events."""
        if not role:
            return False
        return any(candidate.key in {p.key for p in getattr(e, role)} for e in self._events[-6:])

    def _how_often(self, candidate: PartyPhrase, role: str) -> float:
        """In how many of the events so far the candidate has played the role."""
        played = [candidate.key in {p.key for p in getattr(e, role)} for e in self._events]
        return sum(played) / len(played) if played else 0.0


def _standing_for(phrase: PartyPhrase, target: PartyPhrase) -> PartyPhrase:
    """The target in the words and the place of the phrase."""
    return PartyPhrase(
        id=target.id,
        country=target.country,
        kind=target.kind,
        start=phrase.start,
        end=phrase.end,
        first=phrase.first,
        last=phrase.last,
        preposition=phrase.preposition,
        clause=phrase.clause,
        sentence=phrase.sentence,
    )


def _opens_sentence(candidate: PartyPhrase, phrase: PartyPhrase, sentence: Sentence) -> bool:
    """ "Turkey trains the force; it has postponed …": the subject goes on."""
    if candidate.sentence != phrase.sentence or candidate.clause == phrase.clause:
        return False
    bare = [p for p in sentence.parties if not p.preposition and p.modifies is None]
    here = [p for p in bare if p.clause == phrase.clause]
    return bare[:1] == [candidate] and here[:1] in ([phrase], [])
