"""Resolves one date expression against the day of publication."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from armstrade.language.periods import (
    Period,
    clip_day,
    month_period,
    months_period,
    shift,
    third,
    unit_period,
    year_period,
)

# Half-open where a text leaves one end unsaid.
OpenPeriod = tuple[date | None, date | None]
_A_SEASON = timedelta(days=92)
_UNKNOWN: OpenPeriod = (None, None)
_PIECES = {"halbjahr": 6, "jahreshälfte": 6, "half": 6, "h": 6}


@dataclass(frozen=True, slots=True)
class Resolver:
    """What is known when an expression is read.

    Attributes
    ----------
    day
        The day of publication, ``None`` where it is not known.
    future
        Whether the clause speaks of what is to come.
    anchor
        Gives the period that the text spoke of last, for "a day earlier".
    table
        The words of the language, ``dates.toml``.
    """

    day: date | None
    future: bool
    anchor: Callable[[], Period | None]
    table: Mapping[str, Any]

    def resolve(self, name: str, groups: Mapping[str, str]) -> OpenPeriod:
        """The period an expression means; its ends are ``None`` where that cannot be said."""
        return getattr(self, f"_{name}")(groups) or _UNKNOWN

    def _word(self, table: str, word: str) -> Any:
        return self.table[table][" ".join(word.lower().split())]

    def _year_of(self, groups: Mapping[str, str]) -> int | None:
        """The year an expression names, by figures or as "last year"."""
        if "year" in groups:
            year = int(groups["year"])
            return year if year > 99 else year + (2000 if year < 70 else 1900)
        if "relyear" in groups and self.day is not None:
            return self.day.year + int(self._word("relatives", groups["relyear"]))
        return None

    def _nearest(self, periods: Callable[[int], Period | None], rel: int | None) -> Period | None:
        """The yearly period that is meant where no year is named."""
        if self.day is None:
            return None
        years = range(self.day.year - 2, self.day.year + 3)
        choices = [period for year in years if (period := periods(year)) is not None]
        if rel is not None and rel < 0:
            ended = [period for period in choices if period[1] < self.day]
            return ended[rel] if len(ended) >= -rel else None
        if rel is not None and rel > 0:
            return next((period for period in choices if period[0] > self.day), None)
        if rel == 0:
            middle = date(self.day.year, 7, 1)
            return min(choices, key=lambda period: abs((period[0] - middle).days), default=None)
        if self.future:
            return next((period for period in choices if period[1] >= self.day), None)
        return next((period for period in reversed(choices) if period[0] <= self.day), None)

    def _told(self, month: int, count: int) -> Period | None:
        """The months meant where the text is telling of years gone by."""
        if self.day is None or self.future:
            return None
        anchor = self.anchor()
        if (
            anchor is None
            or anchor[1].year > self.day.year - 2
            or anchor[1] - anchor[0] > _A_SEASON
        ):
            return None
        period = months_period(anchor[0].year, month, count)
        if period[1] < anchor[0]:
            period = months_period(anchor[0].year + 1, month, count)
        return period

    def _part(self, period: Period | None, groups: Mapping[str, str]) -> Period | None:
        if period is None or "part" not in groups:
            return period
        return third(period, self._word("parts", groups["part"]))

    def _rel(self, groups: Mapping[str, str]) -> int | None:
        if "rel" not in groups:
            return None
        rel = self.table["relatives"].get(" ".join(groups["rel"].lower().split()))
        return None if rel is None else int(rel)

    # One method for each name of a pattern in dates.toml.

    def _iso(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        day = clip_day(int(groups["year"]), int(groups["monthnum"]), int(groups["day"]))
        return (day, day) if day else None

    def _day(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        month = (
            int(groups["monthnum"])
            if "monthnum" in groups
            else int(self._word("months", groups["month"]))
        )
        first, last = int(groups["day"]), int(groups.get("day2", groups["day"]))

        def days(year: int) -> Period | None:
            ends = clip_day(year, month, first), clip_day(year, month, last)
            return (ends[0], ends[1]) if ends[0] and ends[1] and ends[0] <= ends[1] else None

        year = self._year_of(groups)
        return days(year) if year is not None else self._nearest(days, None)

    def _month(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        month = int(self._word("months", groups["month"]))
        year = self._year_of(groups)
        if year is not None:
            return self._part(month_period(year, month), groups)
        rel = self._rel(groups)
        if rel == 0 and self.day is not None:
            return self._part(month_period(self.day.year, month), groups)
        if rel is None and (told := self._told(month, 1)) is not None:
            return self._part(told, groups)
        return self._part(self._nearest(lambda year: month_period(year, month), rel), groups)

    def _season(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        month = int(self._word("seasons", groups["season"]))
        year = self._year_of(groups)
        if year is not None:
            return self._part(months_period(year, month, 3), groups)
        rel = self._rel(groups)
        if rel == 0 and month == 12 and self.day is not None:
            begun = self.day.year if self.day.month >= 8 else self.day.year - 1
            return self._part(months_period(begun, month, 3), groups)
        if rel is None and (told := self._told(month, 3)) is not None:
            return self._part(told, groups)
        period = self._nearest(lambda year: months_period(year, month, 3), rel)
        return self._part(period, groups)

    def _piece(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        length = _PIECES.get(groups["piece"].lower(), 3)
        nth = groups["nth"].lower()
        index = int(nth) if nth.isdecimal() else int(self._word("ordinals", nth))
        index = min(index, 12 // length)
        year = self._year_of(groups)
        if year is None and "rel" not in groups:
            return self._nearest(lambda y: months_period(y, 1 + length * (index - 1), length), None)
        if year is None:
            return None
        return months_period(year, 1 + length * (index - 1), length)

    def _week_of_month(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        whole = self._month({key: value for key, value in groups.items() if key != "week"})
        if whole is None or whole[0] is None or whole[1] is None:
            return None
        if groups["nth"].lower() == "first":
            return whole[0], whole[0] + timedelta(days=6)
        return whole[1] - timedelta(days=6), whole[1]

    def _unit(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        if self.day is None:
            return None
        unit = self._word("units", groups["unit"])
        rel = self._rel(groups) or 0
        period = unit_period(unit, self.day, rel)
        if "part" in groups:
            part = self._part(period, groups)
            if part is not None and "rel" not in groups and not self.future and part[0] > self.day:
                part = self._part(unit_period(unit, self.day, -1), groups)
            return part
        if rel == 0 and unit != "weekend":
            return (self.day, period[1]) if self.future else (period[0], self.day)
        return period

    def _decade(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        if "decade" in groups:
            figures = int(groups["decade"])
            first = figures if figures > 99 else figures + (1900 if figures >= 30 else 2000)
        else:
            first = int(self._word("decades", groups["decadeword"]))
        return self._part(months_period(first, 1, 120), groups)

    def _count(self, groups: Mapping[str, str]) -> int:
        """How many units; 0 where the text leaves it open."""
        if "n" not in groups:
            return 0
        figures = groups["n"]
        return (
            min(int(figures), 5000) if figures.isdecimal() else int(self._word("counts", figures))
        )

    def _ago(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        if self.day is None:
            return None
        unit, count = self._word("units", groups["unit"]), self._count(groups)
        if count == 0:
            return None, self.day
        if unit in ("hour", "fortnight"):
            moved = shift(self.day, unit, -count)
            return moved, moved
        if unit == "decade":
            return year_period(self.day.year - 10 * count)
        return unit_period(unit, shift(self.day, unit, -count), 0)

    def _ahead_span(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        if self.day is None:
            return None
        unit, count = self._word("units", groups["unit"]), self._count(groups)
        if count or unit == "hour":
            return self.day, shift(self.day, unit, count)
        if unit == "day":
            return self.day, shift(self.day, "week", 1)
        if unit in ("week", "month"):
            ahead = 1 if unit == "week" else 6
            return self.day, month_period(self.day.year, self.day.month + ahead)[1]
        return self.day, None

    def _past_span(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        if self.day is None:
            return None
        unit, count = self._word("units", groups["unit"]), self._count(groups)
        if count == 0 and not groups["unit"].lower().endswith(("s", "n", "e")):
            count = 1
        return (shift(self.day, unit, -count) if count else None), self.day

    def _weekday(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        if "day" in groups:
            return self._day(groups)
        if self.day is None:
            return None
        wanted, rel = int(self._word("weekdays", groups["weekday"])), self._rel(groups)
        back = (self.day.weekday() - wanted) % 7
        if rel is not None and rel < 0:
            day = self.day - timedelta(days=back or 7)
        elif rel is not None and rel > 0:
            day = self.day + timedelta(days=7 - back)
        elif self.future:
            day = self.day + timedelta(days=(-back) % 7)
        else:
            day = self.day - timedelta(days=back)
        return day, day

    def _days(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        if self.day is None:
            return None
        day = self.day + timedelta(days=int(self._word("days", groups["days"])))
        return day, day

    def _words(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        if self.day is None:
            return None
        unit, rel, part = self._word("words", groups["words"])
        period = unit_period(unit, self.day, rel)
        if part:
            period = third(period, part)
            if period[0] > self.day and not self.future:
                period = third(unit_period(unit, self.day, rel - 1), part)
        elif rel == 0 and unit == "year":
            return (self.day, period[1]) if self.future else (period[0], self.day)
        return period

    def _feast(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        month, day, month2, day2 = self._word("feasts", groups["feast"])
        before, after = self.table["near"].get(groups.get("near", "").lower(), (0, 0))

        def days(year: int) -> Period:
            first, last = date(year, month, day), date(year + (month2 < month), month2, day2)
            if before and not after:
                last = first
            return first - timedelta(days=before), last + timedelta(days=after)

        year = self._year_of(groups)
        return days(year) if year is not None else self._nearest(days, None)

    def _years(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        first = int(groups["year"])
        last = int(groups["year2"])
        if last < 100:
            last += first // 100 * 100
        return (year_period(first)[0], year_period(last)[1]) if last > first else None

    def _year(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        return self._part(year_period(int(groups["year"])), groups)

    def _anchored(self, groups: Mapping[str, str]) -> OpenPeriod | None:
        """An expression that counts from the date the text spoke of before."""
        anchor = self.anchor()
        if "month" in groups or "season" in groups:
            if anchor is None:
                return None
            following = groups["same"].lower().endswith(("following", "next"))
            month = int(
                self._word("months", groups["month"])
                if "month" in groups
                else self._word("seasons", groups["season"])
            )
            length = 1 if "month" in groups else 3
            period = months_period(anchor[0].year, month, length)
            if following and period[0] <= anchor[0]:
                period = months_period(anchor[0].year + 1, month, length)
            return period
        if anchor is None:
            if self.day is None:
                return None
            anchor = (self.day, self.day)
        unit = self.table["units"].get(groups.get("unit", "").lower(), "day")
        if "same" in groups:
            step = int(groups["same"].lower().endswith(("folgenden", "following", "next")))
            if groups.get("unit", "").lower() in ("zeit", "weeks", "days"):
                return anchor
            return unit_period(unit, anchor[1] if step else anchor[0], step)
        ahead = groups["direction"].lower() in self.table["later"]
        count = self._count(groups) or 1
        moved = shift(anchor[0] if not ahead else anchor[1], unit, count if ahead else -count)
        short = anchor[1] - anchor[0] <= timedelta(days=31)
        if unit in ("month", "year", "decade"):
            return unit_period("month" if short or unit == "month" else "year", moved, 0)
        return moved, moved
