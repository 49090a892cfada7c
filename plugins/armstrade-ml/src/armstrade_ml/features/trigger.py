"""Features of a trigger in its sentence: its row, its verb group, cues, the triggers around it."""

from __future__ import annotations

from armstrade.claims import Mode, Stage
from armstrade.reading import Trigger

from ..syntax import View
from . import stage

STAGES = tuple(Stage)
SLOTS = ("subject", "object", "object2", "dative", "genitive", "adjective", "self", "prep", "")
CLAUSE_KINDS = ("main", "sub", "rel", "coord", "inf", "gap", "attr")
TAGS = ("fin", "part", "inf", "zu", "ing", "attr")
MODES = (Mode.SALE, Mode.AID, Mode.RETURN, Mode.LOAN, Mode.BARTER)
NOTES = ("symmetric", "weak cue", "agent noun", "subject=materiel", "factuality", "domestic",
         "foreign", "object=", "theme=")  # fmt: skip
# Classes of words that both languages list under the same name.
CUES = ("negators", "hearsay", "possible", "denial", "reporting", "attribution", "condition",
        "speech", "doubt", "fear", "open_question", "untrue", "charge", "continuing", "exchange",
        "not_yet", "aid_terms", "smuggling_terms")  # fmt: skip
VERB_CLASSES: dict[str, tuple[str, ...]] = {
    "future": ("wird", "werden", "werde", "will", "shall", "'ll", "won't"),
    "would": ("würde", "würden", "would"),
    "can": ("könnte", "könnten", "kann", "können", "could", "can", "may", "might", "cannot"),
    "shall": ("soll", "sollen", "solle", "sollte", "sollten", "should", "ought"),
    "wants": ("will", "wollen", "wolle", "wollte", "wollten", "möchte", "möchten", "wants",
              "want", "wanted", "hopes", "hoffen", "hofft", "plans", "intends"),
    "must": ("muss", "müssen", "musste", "must", "müsse"),
    "may": ("darf", "dürfen", "durfte", "dürfe", "dürften", "allowed"),
    "have": ("hat", "haben", "habe", "hatte", "hatten", "has", "have", "had", "having"),
    "be": ("ist", "sind", "sei", "seien", "war", "waren", "is", "are", "was", "were", "be", "been",
           "being"),
    "become": ("wurde", "wurden", "worden"),
    "subjunctive": ("habe", "sei", "seien", "werde", "wolle", "könne", "solle", "müsse", "dürfe",
                    "gebe", "wäre", "hätte", "hätten"),
    "to": ("to", "um"),
    "due": ("due", "set", "bound", "destined", "bestimmt", "vorgesehen"),
    "still": ("noch", "still", "yet", "bislang", "bisher"),
    "already": ("already", "bereits", "schon"),
    "again": ("again", "wieder", "erneut", "nun", "now"),
    "only": ("nur", "only", "erst"),
    "if": ("if", "wenn", "falls", "ob", "whether", "unless", "sofern"),
    "that": ("dass", "that"),
    "until": ("until", "bis", "before", "bevor"),
    "stop": ("stoppt", "stoppte", "gestoppt", "stopped", "halted", "blocked", "suspended",
             "frozen", "ausgesetzt", "gestrichen", "cancelled", "canceled", "scrapped"),
    "instead": ("instead", "stattdessen", "statt", "rather"),
}  # fmt: skip
_CLASSES = {name: frozenset(words) for name, words in VERB_CLASSES.items()}


def _names() -> list[str]:
    names = ["lang_de", "pos_noun", "pos_verb", "pos_mwe"]
    names += [f"stage_{s.value}" for s in STAGES]
    names += [f"{role}_slot_{slot or 'none'}" for role in ("sup", "rec") for slot in SLOTS]
    names += [f"mode_{m.value}" for m in MODES]
    names += [f"note_{n.rstrip('=')}" for n in NOTES]
    names += [f"tag_{t}" for t in TAGS] + ["tag_other", "passive", "attr"]
    names += [f"clause_{k}" for k in CLAUSE_KINDS] + ["clause_depth", "clause_length"]
    names += [f"own_{c}" for c in _CLASSES] + [f"above_{c}" for c in _CLASSES]
    names += [f"own_{c}" for c in CUES] + [f"above_{c}" for c in CUES] + [f"sent_{c}" for c in CUES]
    for place in ("same", "above", "below", "elsewhere"):
        names += [f"{place}_{s.value}" for s in STAGES]
    names += ["triggers", "trigger_rank", "words", "question", "quote", "headline", "position",
              "first_sentence", "named", "anaphors", "goods", "counted", "date_future", "date_past",
              "date_open", "negator_near", "denial_after", "verb_past", "verb_pres", "verb_part",
              "multiword", "weak_stem"]  # fmt: skip
    return names + stage.NAMES


NAMES = _names()


def trigger_row(view: View, trigger: Trigger, rank: int, following: View | None) -> list[float]:
    """The features of a trigger; `NAMES` says which is which."""
    row = trigger.row
    sentence = view.sentence
    words = view.words
    word = words[trigger.word]
    c = view.clause_index(trigger)
    clause = view.clauses[c] if c >= 0 else None
    out: list[float] = [view.german, row.pos == "noun", row.pos == "verb", row.pos == "verb_mwe"]
    out += [row.stage is s for s in STAGES]
    for roles in (row.supplier, row.recipient):
        first = roles[0].slot if roles else ""
        out += [first == slot for slot in SLOTS]
    out += [row.mode is m for m in MODES]
    out += [note in row.note for note in NOTES]
    out += [word.tag == t for t in TAGS]
    out += [word.tag not in TAGS, view.passive(trigger), "attr" in trigger.features]
    kind = clause.kind if clause is not None else ""
    out += [kind == k for k in CLAUSE_KINDS]
    out += [view.depths[c] if c >= 0 else -1, len(clause.words) if clause is not None else 0]
    own = view.lows[c] if c >= 0 else sentence.lows
    higher = view.ancestors(c) if c >= 0 else []
    above = frozenset().union(*(view.lows[i] for i in higher)) if higher else frozenset[str]()
    out += [not own.isdisjoint(members) for members in _CLASSES.values()]
    out += [not above.isdisjoint(members) for members in _CLASSES.values()]
    cues = [view.grammar.cue(name) for name in CUES]
    out += [not own.isdisjoint(cue) for cue in cues]
    out += [not above.isdisjoint(cue) for cue in cues]
    out += [not sentence.lows.isdisjoint(cue) for cue in cues]
    places: list[list[float]] = [[0.0] * len(STAGES) for _ in range(4)]
    for other in view.triggers:
        if other is trigger:
            continue
        oc = view.clause_index(other)
        if oc == c:
            place = 0
        elif oc in higher:
            place = 1
        elif oc >= 0 and c in view.ancestors(oc):
            place = 2
        else:
            place = 3
        places[place][STAGES.index(other.row.stage)] = 1.0
    for flags in places:
        out += flags
    reading = sentence.reading
    published = reading.published
    dates = sentence.dates
    near = [words[i].low for i in range(max(0, word.i - 4), min(len(words), word.i + 4))]
    negators = view.grammar.cue("negators")
    denial = view.grammar.cue("denial")
    features = {f for r in word.verbs for f in r.features}
    out += [
        len(view.triggers), rank, min(len(words), 60), bool(words) and words[-1].text == "?",
        any(w.text in "„“”\"»«" for w in words), sentence.text.rstrip()[-1:] not in ".!?“”\"»«…",
        sentence.index / max(1, len(reading.sentences)), sentence.index == 0,
        min(len({p.key for p in view.named}), 8), min(len(view.anaphors), 5),
        min(len(view.materiel), 8), any(m.quantity is not None for m in view.materiel),
        any(published and d.first and d.first > published for d in dates),
        any(published and d.last and d.last <= published for d in dates),
        any(d.last is None or d.first is None for d in dates),
        any(low in negators for low in near),
        following is not None and not following.sentence.lows.isdisjoint(denial),
        "past" in features, "pres" in features, "part" in features,
        len(trigger.words) > 1, trigger.start > word.start,
    ]  # fmt: skip
    out += stage.stage_row(view, trigger)
    return out
