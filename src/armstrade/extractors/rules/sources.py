"""Who is quoted for an event, and whether that makes it a fact or a report.

A party's words about its own act are as good as the document's; anybody else's are a report
(annotation guide, "Source, time, terms").
"""

from __future__ import annotations

from armstrade.claims import Factuality, Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import grammar
from armstrade.language.words import Word
from armstrade.reading import Reading, Sentence

from .event import Event
from .saying import Saying, noun_phrase
from .sayings import sayings
from .subjects import is_passive

SUBJUNCTIVES = grammar("de").words("sure_subjunctives")
# Forms that look like a subjunctive ("einigen", "weiten", "enden") and hardly ever are one.
NO_SUBJUNCTIVES = grammar("de").words("no_subjunctives")


class Sources:
    """The sayings of a document, each sentence read once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._sayings: dict[int, list[Saying]] = {}
        self._speakers: dict[str, str] = {}
        self._officials: set[str] = set()

    def of(self, sentence: Sentence) -> list[Saying]:
        """The sayings of a sentence."""
        if sentence.index not in self._sayings:
            self._sayings[sentence.index] = sayings(sentence)
            for saying in self._sayings[sentence.index]:
                self._remember(saying)
        return self._sayings[sentence.index]

    def attribute(self, event: Event) -> None:
        """Set the sources of an event, and its factuality as far as it hangs on them."""
        found, inherited = self._over(event)
        if event.factuality is Factuality.DENIED:
            found = [s for s in self.of(event.sentence) if s.denies][:1]
        elif not found and (spoken := self._own_words(event)) is not None:
            event.sources = [spoken]
            return
        chain = _chain([s for s in found if not _clause_of_event(event, s)])
        event.reported_in = [
            s.reach(event.core.word) for s in found if s.sentence is event.sentence
        ]
        event.sources = [self._named(s).span for s in chain]
        if event.factuality is Factuality.DENIED:
            return
        if event.factuality is Factuality.POSSIBLE and not (chain and event.backshifted):
            return
        if event.factuality is Factuality.REPORTED and not event.indirect:
            return
        if chain:
            chain = [self._named(s) for s in chain]
            own = all(self._own_act(event, s) for s in chain if not (s.medium and len(chain) > 1))
            event.factuality = Factuality.ASSERTED if own else Factuality.REPORTED
        elif event.indirect and not inherited:
            event.factuality = Factuality.REPORTED

    # -- which sayings ----------------------------------------------------------------------

    def _over(self, event: Event) -> tuple[list[Saying], bool]:
        """The sayings that cover the event, in its sentence or in one beside it."""
        sentence = event.sentence
        core = event.core.word
        here = [s for s in self.of(sentence) if core in s.covers and s.verb not in event.core.words]
        if here:
            return here, False
        following = self._neighbour(sentence, 1)
        if following is not None:
            back = [s for s in self.of(following) if s.back]
            if back:
                return back, True
        previous = self._neighbour(sentence, -1)
        if previous is None:
            return [], False
        if _in_open_quote(sentence) or event.indirect or _continues(sentence):
            for step in (1, 2, 3):
                earlier = self._neighbour(sentence, -step)
                if earlier is None:
                    break
                found = [s for s in self.of(earlier) if s.covers.start or len(s.covers)]
                if found:
                    return found[-1:], True
                person = _person(earlier)
                if person is not None:
                    return [person], True
        if _quote_runs_on(sentence):
            for step in (1, 2, 3):
                later = self._neighbour(sentence, step)
                if later is None or (found := self.of(later)[:1]):
                    return (found if later is not None else []), True
        return [], False

    def _own_words(self, event: Event) -> tuple[int, int] | None:
        """ "nach eigenen Angaben": the party before it speaks of itself."""
        words = event.sentence.words
        for word in words[:-1]:
            if word.low == "nach" and words[word.i + 1].low in ("eigenen", "eigenem", "eigener"):
                parties = [
                    p
                    for p in (*event.supplier, *event.recipient)
                    if p.sentence == event.sentence.index
                ]
                if parties:
                    nearest = min(parties, key=lambda p: abs(p.last - word.i))
                    return nearest.start, nearest.end
        return None

    def _neighbour(self, sentence: Sentence, step: int) -> Sentence | None:
        index = sentence.index + step
        sentences = self.reading.sentences
        if not 0 <= index < len(sentences):
            return None
        return sentences[index]

    # -- who that is ------------------------------------------------------------------------

    def _named(self, saying: Saying) -> Saying:
        """For "he said": the person who spoke before."""
        cue = saying.sentence.reading.grammar.cue
        if not saying.pronoun and not (
            saying.lows[-1] in cue("outside_again")
            and not any(w.capital for w in saying.sentence.words[saying.first : saying.last + 1])
        ):
            return saying
        here = [s for s in self.of(saying.sentence) if s.verb < saying.verb and not s.pronoun]
        if here:
            return here[-1]
        for step in (1, 2, 3):
            earlier = self._neighbour(saying.sentence, -step)
            if earlier is None:
                break
            named = [s for s in self.of(earlier) if not s.pronoun and s.lows != saying.lows]
            if named:
                return named[-1]
            person = _person(earlier)
            if person is not None and saying.pronoun:
                return person
        return saying

    def key(self, saying: Saying) -> str | None:
        """The party that the source speaks for, as far as its words say."""
        sentence = saying.sentence
        for party in sentence.parties:
            if party.key is None or party.kind in ("pronoun", "description"):
                continue
            if party.first <= saying.last and party.last >= saying.first - 1 and party.last >= 0:
                if party.last < saying.first and party.modifies is None:
                    continue
                return party.key
        return self._speakers.get(_surname(saying))

    def holds_office(self, saying: Saying) -> bool:
        """Whether the source speaks by virtue of an office."""
        return _office(saying)

    def _remember(self, saying: Saying) -> None:
        key = self.key(saying)
        name = _surname(saying)
        if key is not None and name:
            self._speakers.setdefault(name, key)
        if name and _office(saying):
            self._officials.add(name)

    def _own_act(self, event: Event, saying: Saying) -> bool:
        """Whether a party to the transfer speaks of what it does itself."""
        saying = self._named(saying)
        cue = saying.sentence.reading.grammar.cue
        lows = set(saying.lows)
        if saying.medium or lows & cue("outside"):
            return False
        if lows & cue("anonymous") and not lows & cue("spokespersons"):
            return False
        key = self.key(saying)
        suppliers = {p.key for p in event.supplier}
        recipients = {p.key for p in event.recipient}
        if key is None:
            return _office(saying) or saying.pronoun or _surname(saying) in self._officials
        if key in suppliers:
            return event.stage is not Stage.SOUGHT
        if key in recipients:
            return event.stage is not Stage.REFUSED and not _others_act(event)
        return False


def _office(saying: Saying) -> bool:
    """Whether the source, or the apposition behind it, holds an office."""
    sentence = saying.sentence
    official = sentence.reading.grammar.cue("official")
    if set(saying.lows) & official:
        return True
    behind = sentence.words[saying.last + 1 : saying.last + 8]
    before = sentence.words[max(0, saying.first - 6) : saying.first]
    if behind and behind[0].text == ",":
        stop = next((k for k, w in enumerate(behind) if k and w.text == ","), 0)
        if {w.low for w in behind[:stop]} & official:
            return True
    if not before or before[-1].text != ",":
        return False
    title: list[Word] = []
    for word in reversed(before[:-1]):
        if word.tag in ("punct", "fin"):
            break
        title.append(word)
    return len(title) <= 4 and bool({w.low for w in title} & official)


def _person(sentence: Sentence) -> Saying | None:
    """Somebody with a title or of rank who opens a sentence: the likeliest "he" of the next."""
    words = sentence.words
    span = noun_phrase(sentence, 0, len(words)) if words else None
    if span is None or span[0] > 2:
        return None
    person = Saying(sentence, span[1], span[0], span[1], range(0))
    leader = any(p.kind == "leader" and p.first <= span[1] for p in sentence.parties)
    named = span[1] > span[0] and all(w.capital for w in words[span[0] : span[1] + 1])
    titles = sentence.reading.grammar.cue("official") & set(person.lows)
    return (
        person
        if leader or (titles and span[1] - span[0] <= 4) or (named and span[1] <= 2)
        else None
    )


def _others_act(event: Event) -> bool:
    """An active verb of giving, whose subject is the supplier."""
    row = event.core.row
    return (
        event.stage in (Stage.DELIVERED, Stage.PLANNED, Stage.OFFERED)
        and event.core.is_verb
        and not event.governors
        and bool(row.supplier)
        and row.supplier[0].slot == "subject"
        and not is_passive(event.sentence, event.core)
        and any(p.sentence == event.sentence.index for p in event.supplier)
    )


def _surname(saying: Saying) -> str:
    last = saying.sentence.words[saying.last]
    return last.low if last.capital and last.tag not in ("num", "punct") else ""


def _clause_of_event(event: Event, saying: Saying) -> bool:
    """The saying's verb is one of the event's own triggers' words, as in "was said to"."""
    return any(saying.verb in t.words for t in (event.core,))


def _chain(found: list[Saying]) -> list[Saying]:
    """Outermost first: media before those they quote, cited sources last."""
    unique: list[Saying] = []
    for saying in found:
        if not any(_overlap(saying, s) for s in unique):
            unique.append(saying)
    pronouns = [s for s in unique if s.pronoun]
    if len(pronouns) < len(unique):
        unique = [s for s in unique if not s.pronoun]
    if all(s.cited for s in unique):
        unique = [s for s in unique if s.medium]
    plain = [s for s in unique if not s.medium and not s.cited]
    if len(plain) > 1:
        # the nearest speaker counts; nested speech of persons is rare
        plain = plain[-1:]
    return [s for s in unique if s.medium] + plain + [s for s in unique if s.cited and not s.medium]


def _overlap(one: Saying, other: Saying) -> bool:
    return one.sentence is other.sentence and one.first <= other.last and other.first <= one.last


def _continues(sentence: Sentence) -> bool:
    cue = sentence.reading.grammar.cue("continuing")
    return any(w.low in cue for w in sentence.words[:8])


def _in_open_quote(sentence: Sentence) -> bool:
    """Whether the sentence stands in a quotation that began before it."""
    before = sentence.reading.text[max(0, sentence.start - 600) : sentence.start]
    before = before[before.rfind("\n") + 1 :]
    if "„" in before:
        return before.rfind("„") > max(before.rfind("“"), before.rfind("”"))
    if "»" in before:
        return before.rfind("»") > before.rfind("«")
    if "“" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1


def _quote_runs_on(sentence: Sentence) -> bool:
    """Whether the sentence ends within a quotation."""
    text = sentence.reading.text
    before = text[max(0, sentence.start - 600) : sentence.end]
    before = before[before.rfind("\n") + 1 :]
    for opening, closing in (("„", "“"), ("»", "«"), ("“", "”")):
        if opening in before:
            return before.rfind(opening) > before.rfind(closing)
    return before.count('"') % 2 == 1


def indirect(sentence: Sentence, clause: Clause | None) -> bool:
    """German: the clause stands in the subjunctive of indirect speech."""
    if clause is None or sentence.reading.grammar.language != "de":
        return False
    return any(_subjunctive(sentence.words[i]) for i in clause.words)


def _subjunctive(word: Word) -> bool:
    if word.low in SUBJUNCTIVES:
        return True
    if word.tag != "fin" or not word.verbs or word.low in NO_SUBJUNCTIVES:
        return False
    features = word.verbs.features
    return "konj1" in features and not features & {"pres", "past"}
