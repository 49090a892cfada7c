"""The scenes of a document as arrays: one row of features per trigger, party and goods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from armstrade.language.lazy import lazy

from .features import materiel, pair, party, trigger, words
from .scene import Scene
from .scorer import Scorer
from .wording import Wording

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
Place = tuple[int, int, int, int, int]
"""Indices of a scene in its document, and of trigger, supplier, recipient and goods in it."""


class Tables:
    """The features of the scenes of a document.

    A candidate has one row per trigger that it is seen from. The rows of a scene stand together,
    trigger by trigger.

    Parameters
    ----------
    scenes
        What the rows are about.
    triggers, told
        The rows of their triggers and how surely each tells a claim, where these are known
        already.

    Attributes
    ----------
    scenes, told
        As given.
    trigger_at, party_at, goods_at
        The first row of each scene.
    party_first, goods_first
        The number of the first candidate of each scene, all candidates of the document counted.
    triggers, parties, goods
        The rows; see the ``NAMES`` of their features.
    party_trigger, goods_trigger
        For each row of a candidate the row of its trigger.
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        triggers: Floats | None = None,
        told: Floats | None = None,
    ) -> None:
        self.scenes = scenes
        self.told = told
        self.triggers: Floats = trigger_table(scenes) if triggers is None else triggers
        self.trigger_at: list[int] = []
        self.party_at: list[int] = []
        self.goods_at: list[int] = []
        self.party_first: list[int] = []
        self.goods_first: list[int] = []
        party_trigger: list[int] = []
        goods_trigger: list[int] = []
        party_alone: list[bytes] = []
        party_seen: list[bytes] = []
        goods_alone: list[bytes] = []
        goods_seen: list[bytes] = []
        rows = parties = goods = 0
        party_index: list[int] = []
        goods_index: list[int] = []
        for scene in scenes:
            view = scene.view
            self.trigger_at.append(rows)
            self.party_at.append(len(party_seen))
            self.goods_at.append(len(goods_seen))
            self.party_first.append(parties)
            self.goods_first.append(goods)
            places: dict[int, bytes] = {}
            party_alone += [
                party.candidate_row(view, one, places, scene.standings.row(one.key))
                for one in scene.parties
            ]
            goods_alone += [materiel.candidate_row(view, one) for one in scene.goods]
            several = range(parties, parties + len(scene.parties))
            things = range(goods, goods + len(scene.goods))
            for seen in scene.seen:
                # A place that several may be meant by looks the same whoever is meant.
                known: dict[int, bytes] = {}
                for one in scene.parties:
                    place = one.place
                    if place is None:
                        party_seen.append(party.NOT_THERE)
                        continue
                    row = known.get(id(place))
                    if row is None:
                        row = known[id(place)] = party.seen_row(view, seen, place)
                    party_seen.append(row)
                for thing in scene.goods:
                    goods_seen.append(
                        materiel.seen_row(view, seen, thing.phrase)
                        if thing.here
                        else materiel.NOT_THERE
                    )
                party_index += several
                goods_index += things
                party_trigger += [rows] * len(several)
                goods_trigger += [rows] * len(things)
                rows += 1
            parties, goods = several.stop, things.stop
        self.party_trigger: Ints = np.array(party_trigger, np.intp)
        self.goods_trigger: Ints = np.array(goods_trigger, np.intp)
        self.parties: Floats = np.hstack(
            [_table(party_alone).take(party_index, axis=0), _table(party_seen)]
        ).astype(np.float32)
        self.goods: Floats = np.hstack(
            [_table(goods_alone).take(goods_index, axis=0), _table(goods_seen)]
        ).astype(np.float32)

    def hear(self, told: Floats) -> None:
        """Put what the words around the triggers tell, one row each, into their rows."""
        self.triggers[:, -told.shape[1] :] = told
        for rows in ("role_rows", "goods_rows"):
            self.__dict__.pop(rows, None)

    @lazy
    def role_rows(self) -> Floats:
        """The rows of the parties, each with that of its trigger."""
        return np.hstack([self.parties, self.triggers.take(self.party_trigger, axis=0)])

    @lazy
    def goods_rows(self) -> Floats:
        """The rows of the goods, each with that of its trigger."""
        return np.hstack([self.goods, self.triggers.take(self.goods_trigger, axis=0)])

    def party_rows_of(self, scene: int, t: int) -> range:
        """The rows of the parties of a scene, seen from a trigger."""
        size = len(self.scenes[scene].parties)
        begin = self.party_at[scene] + t * size
        return range(begin, begin + size)

    def goods_rows_of(self, scene: int, t: int) -> range:
        """The rows of the goods of a scene, seen from a trigger."""
        size = len(self.scenes[scene].goods)
        begin = self.goods_at[scene] + t * size
        return range(begin, begin + size)

    def rows_of(self, place: Place) -> tuple[int, int, int, int]:
        """The rows of the trigger, the supplier, the recipient and the goods of a combination."""
        k, t, s, r, m = place
        scene = self.scenes[k]
        parties = self.party_at[k] + t * len(scene.parties)
        goods = self.goods_at[k] + t * len(scene.goods)
        return self.trigger_at[k] + t, parties + s, parties + r, goods + m

    def status_rows(self, places: Sequence[Place]) -> Floats:
        """What stage, polarity and factuality of combinations are told from."""
        t, s, r, m = np.array([self.rows_of(one) for one in places], np.intp).T
        return np.hstack(
            [
                self.triggers.take(t, axis=0),
                self.parties.take(s, axis=0),
                self.parties.take(r, axis=0),
                self.goods.take(m, axis=0),
            ]
        )

    @lazy
    def _facts(self) -> tuple[pair.Ints, pair.Ints, pair.Ints]:
        """What pairs ask of the parties and of the goods, one column each, and the counts."""
        numbers = pair.Numbers()
        begin, parties, goods = 0, [], []
        for scene in self.scenes:
            view = scene.view
            parties += [pair.party_facts(view, one, numbers, begin) for one in scene.parties]
            goods += [pair.goods_facts(one) for one in scene.goods]
            begin += len(view.named_before)
        counts = list(chain.from_iterable(scene.view.named_before for scene in self.scenes))
        return (
            np.ascontiguousarray(np.array(parties, np.int64).T),
            np.ascontiguousarray(np.array(goods, np.int64).T),
            np.array(counts, np.int64),
        )

    def pair_columns(self, suppliers: Ints, recipients: Ints, things: Ints) -> list[pair.Column]:
        """How supplier and recipient, supplier and goods, recipient and goods stand together.

        Candidates are numbered as in `party_first` and `goods_first`.
        """
        parties, goods, counts = self._facts
        one, two = parties.take(suppliers, axis=1), parties.take(recipients, axis=1)
        given = goods.take(things, axis=1)
        return [
            *pair.parties_columns(one, two, counts),
            *pair.goods_columns(one, given, counts),
            *pair.goods_columns(two, given, counts),
        ]


def trigger_table(scenes: Sequence[Scene], wording: Wording | None = None) -> Floats:
    """The rows of the triggers of some scenes; without `wording` their words tell nothing."""
    rows = trigger.trigger_rows([(scene.view, scene.following, scene.seen) for scene in scenes])
    if wording is None:
        told: Floats = np.zeros((len(rows), len(words.NAMES)), np.float32)
    else:
        told = wording(contexts(scenes))
    return np.hstack([rows, told])


def contexts(scenes: Iterable[Scene]) -> list[words.Context]:
    """The words around each trigger of some scenes."""
    return [one for scene in scenes for one in words.contexts(scene.view, scene.seen)]


def telling(
    scenes: Iterable[Scene], scorer: Scorer, least: float, wording: Wording | None = None
) -> Tables | None:
    """The tables of what may tell a claim: triggers that score too low, and scenes without any
    other, are left out before their candidates are looked at closely.

    Parameters
    ----------
    scorer
        What tells whether a trigger tells a claim.
    least
        The lowest score that counts.
    wording
        See `trigger_table`.
    """
    listed = list(scenes)
    if not listed:
        return None
    rows = trigger_table(listed, wording)
    told = scorer(rows)[:, 0]
    worth = told >= least
    kept: list[Scene] = []
    first = 0
    for scene in listed:
        behind = first + len(scene.triggers)
        places = np.flatnonzero(worth[first:behind]).tolist()
        if places:
            if len(places) < len(scene.triggers):
                scene.keep(places)
            kept.append(scene)
        first = behind
    return Tables(kept, rows[worth], told[worth]) if kept else None


def _table(rows: list[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(rows), np.uint8).reshape(len(rows), -1)
