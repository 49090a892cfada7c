"""Calendar arithmetic: weeks, months, seasons, years and their parts as closed intervals."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta

# Both days belong to the period.
Period = tuple[date, date]


def month_period(year: int, month: int) -> Period:
    """The days of a month; `month` may run over either end of the year.

    Examples
    --------
    >>> month_period(2024, 14)
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year = min(max(year, 1), MAXYEAR)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def months_period(year: int, month: int, count: int) -> Period:
    """The days of `count` months from one month on."""
    return month_period(year, month)[0], month_period(year, month + count - 1)[1]


def year_period(year: int) -> Period:
    """The days of a year."""
    return months_period(year, 1, 12)


def week_period(day: date) -> Period:
    """The week from Monday to Sunday that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_period(day: date) -> Period:
    """The latest weekend that has begun by a day."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    return saturday, saturday + timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    first, last = month_period(day.year, day.month + months)
    return first.replace(day=min(day.day, last.day))


def unit_period(unit: str, day: date, offset: int) -> Period:
    """The week, month, quarter, year … that lies `offset` from the one holding a day.

    Examples
    --------
    >>> unit_period("week", date(2025, 12, 20), -1)
    (datetime.date(2025, 12, 8), datetime.date(2025, 12, 14))
    """
    if unit == "day":
        moved = day + timedelta(days=offset)
        return moved, moved
    if unit == "week":
        return week_period(day + timedelta(weeks=offset))
    if unit == "weekend":
        return weekend_period(day + timedelta(weeks=offset))
    if unit == "month":
        return month_period(day.year, day.month + offset)
    if unit == "quarter":
        return months_period(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * offset, 3)
    if unit == "decade":
        first = day.year // 10 * 10 + 10 * offset
        return months_period(first, 1, 120)
    return year_period(day.year + offset)


def shift(day: date, unit: str, count: int) -> date:
    """The day that lies some units later, or earlier where `count` is negative."""
    if unit == "hour":
        return day
    if unit in ("day", "week", "weekend", "fortnight"):
        return day + timedelta(days=count * {"day": 1, "fortnight": 14}.get(unit, 7))
    return add_months(day, count * {"month": 1, "quarter": 3, "decade": 120}.get(unit, 12))


def third(period: Period, part: int) -> Period:
    """The first, second or last third of a month, a year or any other period.

    A month has ten days in its first and second third, a year four months in
    each (annotation guide).

    Examples
    --------
    >>> third(month_period(2023, 10), 3)
    (datetime.date(2023, 10, 21), datetime.date(2023, 10, 31))
    """
    first, last = period
    days = (last - first).days + 1
    if 28 <= days <= 31:
        starts = (first, first.replace(day=11), first.replace(day=21))
        ends = (first.replace(day=10), first.replace(day=20), last)
        return starts[part - 1], ends[part - 1]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and months % 3 == 0:
        length = months // 3
        return months_period(first.year, first.month + length * (part - 1), length)
    step = days // 3
    begin = first + timedelta(days=step * (part - 1))
    return begin, last if part == 3 else begin + timedelta(days=max(step - 1, 0))


def clip_day(year: int, month: int, day: int) -> date | None:
    """A date, or ``None`` where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= MAXYEAR):
        return None
    return date(year, month, day) if 1 <= day <= month_period(year, month)[1].day else None
