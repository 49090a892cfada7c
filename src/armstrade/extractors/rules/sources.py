"""Who is quoted for an event, and whether that makes it a fact or a report.

A party's words about its own act are as good as the document's; anybody else's are a report
(annotation guide, section 5).
"""

from __future__ import annotations

from armstrade.claims import Factuality, Stage
from armstrade.language.clauses import Clause
from armstrade.language.words import Word
from armstrade.reading import Reading, Sentence

from .event import Event
from .sayings import QUOTES, Saying, sayings

_CLOSING = "“”«\"»"


class Sources:
    """The sayings of a document, each sentence read once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._sayings: dict[int, list[Saying]] = {}
        self._speakers: dict[str, str] = {}

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
        chain = _chain([s for s in found if not _clause_of_event(event, s)])
        event.sources = [self._named(s).span for s in chain]
        if event.factuality in (Factuality.POSSIBLE, Factuality.DENIED):
            return
        if event.factuality is Factuality.REPORTED and not event.indirect:
            return
        if chain:
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
        if _in_open_quote(sentence) and following is not None:
            return self.of(following)[:1], True
        return [], False

    def _neighbour(self, sentence: Sentence, step: int) -> Sentence | None:
        index = sentence.index + step
        sentences = self.reading.sentences
        if not 0 <= index < len(sentences):
            return None
        return sentences[index]

    # -- who that is ------------------------------------------------------------------------

    def _named(self, saying: Saying) -> Saying:
        """For "he said": the person who spoke before."""
        if not saying.pronoun:
            return saying
        here = [s for s in self.of(saying.sentence) if s.verb < saying.verb and not s.pronoun]
        if here:
            return here[-1]
        for step in (1, 2, 3):
            earlier = self._neighbour(saying.sentence, -step)
            if earlier is None:
                break
            named = [s for s in self.of(earlier) if not s.pronoun and not s.medium]
            if named:
                return named[-1]
        return saying

    def _key(self, saying: Saying) -> str | None:
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

    def _remember(self, saying: Saying) -> None:
        key = self._key(saying)
        name = _surname(saying)
        if key is not None and name:
            self._speakers.setdefault(name, key)

    def _own_act(self, event: Event, saying: Saying) -> bool:
        """Whether a party to the transfer speaks of what it does itself."""
        saying = self._named(saying)
        cue = saying.sentence.reading.grammar.cue
        lows = set(saying.lows)
        if saying.medium or lows & cue("outside"):
            return False
        if lows & cue("anonymous") and not lows & cue("spokespersons"):
            return False
        key = self._key(saying)
        suppliers = {p.key for p in event.supplier}
        recipients = {p.key for p in event.recipient}
        if key is None:
            return bool(lows & cue("official")) or saying.pronoun
        if key in suppliers:
            return event.stage is not Stage.SOUGHT
        if key in recipients:
            return event.stage is not Stage.REFUSED
        return False


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
        if not any(saying.first <= s.last and s.first <= saying.last and s.sentence is saying.sentence
                   for s in unique):  # fmt: skip
            unique.append(saying)
    pronouns = [s for s in unique if s.pronoun]
    if len(pronouns) < len(unique):
        unique = [s for s in unique if not s.pronoun]
    plain = [s for s in unique if not s.medium and not s.cited]
    if len(plain) > 1:
        # the nearest speaker counts; nested speech of persons is rare
        plain = plain[-1:]
    return [s for s in unique if s.medium] + plain + [s for s in unique if s.cited and not s.medium]


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


def indirect(sentence: Sentence, clause: Clause | None) -> bool:
    """German: the clause stands in the subjunctive of indirect speech."""
    if clause is None or sentence.reading.grammar.language != "de":
        return False
    return any(_subjunctive(sentence.words[i]) for i in clause.words)


_SUBJUNCTIVE = frozenset("habe sei werde seien solle wolle könne müsse dürfe".split())


def _subjunctive(word: Word) -> bool:
    if word.low in _SUBJUNCTIVE:
        return True
    if word.tag != "fin" or not word.verbs:
        return False
    features = set().union(*(r.features for r in word.verbs))
    return "konj1" in features and not features & {"pres", "past"}


__all__ = ["QUOTES", "Sources", "indirect"]
