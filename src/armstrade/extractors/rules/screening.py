"""Whether a sentence can hold an event at all, told without analysing it."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.reading import Sentence

from .borrowing import ABOUT_IT, POINTING
from .discourse import Discourse
from .options import OPTIONS

_POINTING = POINTING.union(
    ABOUT_IT,
    *(
        all_words(name)
        for name in ("pointing_flyers", "pointing_things", "remainder", "goods_subjects")
    ),
)
_BARE = frozenset({"count", "ordinal", "vague"})


def may_tell(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether a sentence can hold an event at all, told without analysing it.

    An event needs goods, its own or borrowed from the sentences before, and a trigger.
    """
    if not sentence.lows.isdisjoint(OPTIONS):
        return True
    if sentence.has_materiel:
        return sentence.may_have_triggers
    if not discourse.goods.lends(sentence.index) or not sentence.may_have_triggers:
        return False
    # the words of `may_borrow`, or a bare number
    return (
        not sentence.lows.isdisjoint(_POINTING)
        or sentence.may_have_goodsless_triggers
        or any(quantity.kind in _BARE for quantity in sentence.quantities)
    )
