"""The rule-based extractor for German and English.

Where to look, in the order in which a sentence passes through (`extractor`):

- Worth reading at all: `screening`. What only looks like a transfer: `silence`.
- From triggers to an `event`: `events`, with `chains` (which trigger stands above which),
  `themes`, `cargo` and `at_issue` (the goods), `gapped` and `ellipsis` (one verb, several
  transfers), `english`.
- Who gives and who gets: `event_parties`, which fills `roles` from `slots` and `free_places`;
  `controllers`, `third_hands`, `owners`, `attachment`, `subjects`, `named_roles`, `partners` and
  `origins` tell who is meant.
- Gaps: `completion`, with `discourse` (what has been said), its `named` parties and `goods`,
  `referents`, `fitting` and `home` (what pronouns stand for), `speakers`, `unsaid`, `borrowing`,
  `goods_subjects`, `same_parties`, `sharing`, `destinations` and `direction` (who sells to whom).
- How far and how surely: `status`, with `stages`, `governed_stages`, `negated_stages`, `rebuffs`,
  `verb_groups`, `negation`, `exceptions` (goods that were not given), `contrasts` (not he but
  she), `doubt`, `stipulations` (what a contract provides for) and `undecided` (debates, votes);
  what did not take place: `unreal`.
- More of a deal told before: `contents`, `bare_deals`, `listings`, `sequels`, `whereabouts`,
  `options`, `notices`, `denials`; who is said to be a supplier: `standing_trade`.
- Who says so: `sources`, with `sayings`, `saying`, `german_sayings` and `english_sayings`.
- From events to claims: `merging`, `headlines`, `terms`, `assemble`.

Classes of lemmas stand in ``lemmas.toml`` (`lemmas`), words of a language in its
``grammar.toml``.
"""

from .extractor import RulesExtractor, read_events

__all__ = ["RulesExtractor", "read_events"]
