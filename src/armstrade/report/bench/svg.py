"""Pictures as inline SVG: no library, no network, and they follow the colours of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armstrade.benchmark import Interval
from armstrade.claims.render.shell import escape

_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_SIDE = 220.0
"""Width and height of a plot, in user units."""
_MARGIN = 42.0
_TOP = 9.0
"""Room for half a dot at the upper and the right border."""


def interval_bar(value: float, interval: Interval | None, *, width: int = 180) -> str:
    """A dot at `value` on a line from 0 to 1, with its interval."""
    height, middle = 18, 9
    ticks = "".join(
        f'<line class="grid" x1="{tick * width:.1f}" x2="{tick * width:.1f}" y1="1" y2="17"/>'
        for tick in _TICKS
    )
    label = f"{value:.2f}"
    whisker = ""
    if interval is not None:
        low, high = interval.low * width, interval.high * width
        label += f", 95 % between {interval.low:.2f} and {interval.high:.2f}"
        whisker = (
            f'<line class="whisker" x1="{low:.1f}" x2="{high:.1f}" y1="{middle}" y2="{middle}"/>'
            f'<line class="whisker" x1="{low:.1f}" x2="{low:.1f}" y1="5" y2="13"/>'
            f'<line class="whisker" x1="{high:.1f}" x2="{high:.1f}" y1="5" y2="13"/>'
        )
    return (
        f'<svg class="bar" role="img" aria-label="{escape(label)}" viewBox="-5 0 {width + 10} '
        f'{height}" width="{width + 10}" height="{height}">{ticks}{whisker}'
        f'<circle class="dot" cx="{value * width:.1f}" cy="{middle}" r="4"/></svg>'
    )


def reliability(points: Sequence[tuple[float, float, int]], *, label: str) -> str:
    """A reliability diagram.

    Parameters
    ----------
    points
        Mean confidence, share that is right, and number of claims of each bin.
    """
    most = max((count for _, _, count in points), default=1)
    dots = "".join(
        f'<line class="miss" x1="{_x(said)}" x2="{_x(said)}" y1="{_y(said)}" y2="{_y(right)}"/>'
        f'<circle class="dot" cx="{_x(said)}" cy="{_y(right)}" '
        f'r="{3 + 6 * (count / most) ** 0.5:.1f}"><title>{count} claims: confidence {said:.2f}, '
        f"right {right:.2f}</title></circle>"
        for said, right, count in points
    )
    diagonal = f'<line class="ideal" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>'
    return _plot(diagonal + dots, "confidence", "share that is right", label)


def risk_coverage(points: Iterable[tuple[float, float]], *, label: str) -> str:
    """The risk–coverage curve: share of false claims over the share of claims kept."""
    path: list[str] = []
    for coverage, risk in points:
        path.append(f"{'L' if path else 'M'}{_x(coverage)} {_y(risk)}")
    return _plot(f'<path class="curve" d="{" ".join(path)}"/>', "share kept", "share false", label)


def _plot(content: str, across: str, up: str, label: str) -> str:
    grid = "".join(
        f'<line class="grid" x1="{_x(tick)}" x2="{_x(tick)}" y1="{_y(0)}" y2="{_y(1)}"/>'
        f'<line class="grid" x1="{_x(0)}" x2="{_x(1)}" y1="{_y(tick)}" y2="{_y(tick)}"/>'
        for tick in _TICKS
    )
    numbers = "".join(
        f'<text x="{_x(tick)}" y="{_SIDE - _MARGIN + 13:.0f}" text-anchor="middle">{tick:g}</text>'
        f'<text x="{_MARGIN - 5:.0f}" y="{_y(tick)}" dy="3.5" text-anchor="end">{tick:g}</text>'
        for tick in _TICKS
    )
    across_at, up_at = (_SIDE + _MARGIN) / 2, (_SIDE - _MARGIN) / 2
    names = (
        f'<text x="{across_at:.0f}" y="{_SIDE - 12:.0f}" text-anchor="middle">'
        f"{escape(across)}</text>"
        f'<text transform="translate(10 {up_at:.0f}) rotate(-90)" text-anchor="middle">'
        f"{escape(up)}</text>"
    )
    side = f"{_SIDE:.0f}"
    return (
        f'<svg class="plot" role="img" aria-label="{escape(label)}" viewBox="0 0 {side} {side}" '
        f'width="{side}" height="{side}">{grid}{numbers}{names}{content}</svg>'
    )


def _x(value: float) -> str:
    return f"{_MARGIN + value * (_SIDE - _MARGIN - _TOP):.1f}"


def _y(value: float) -> str:
    return f"{_SIDE - _MARGIN - value * (_SIDE - _MARGIN - _TOP):.1f}"
