"""A benchmark report as one self-contained page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from armstrade._version import __version__
from armstrade.benchmark import Report, SystemReport
from armstrade.benchmark.report import Kind
from armstrade.benchmark.tables import troubles
from armstrade.claims.render.page import base_style
from armstrade.claims.render.shell import asset, escape, html_page

from .browser import browser
from .leaderboard import leaderboard, slots
from .parts import slices, stages
from .together import agreement
from .trust import calibration


def bench_page(report: Report, *, title: str | None = None) -> str:
    """The whole page as text; write it as UTF-8.

    Parameters
    ----------
    title
        Default: the name of the corpus.
    """
    heading = title or f"Benchmark on {report.corpus.name}"
    shown = _shown(report)
    made = (
        leaderboard(report),
        slots(report, shown),
        slices(report, shown),
        stages(report, shown),
        calibration(report, shown),
        agreement(report),
        browser(report, shown),
    )
    sections = [one for one in made if one]
    content = "\n".join(sections)
    body = f"""<header>
<h1>{escape(heading)}</h1>
{_facts(report)}
{_contents(sections)}
{_warnings(report)}
</header>
<main>
{content}
</main>"""
    styles = [
        base_style(),
        asset("armstrade.report", "panes.css"),
        asset(__package__, "bench.css"),
    ]
    script = asset(__package__, "browser.js")
    return html_page(title=heading, body=body, styles=styles, script=script)


def _shown(report: Report) -> list[SystemReport]:
    """The systems that are shown in detail: the default combination first, then the others.

    Baselines stand in the leaderboard only, unless there is nothing else.
    """
    some = [one for one in report.systems if one.kind is not Kind.BASELINE]
    some.sort(key=lambda one: one.name != report.default)
    return some or list(report.systems)


def _facts(report: Report) -> str:
    corpus = report.corpus
    empty = sum(not gold.claims for gold in corpus)
    facts = [
        f"{len(corpus)} documents, {empty} of them without claims",
        f"{len(corpus.claims)} gold claims",
        f"version {corpus.version}" if corpus.version else "",
        f"sha256 {corpus.sha256[:12]}" if corpus.sha256 else "",
        f"{report.resamples} resamples with seed {report.seed}",
        f"armstrade {__version__}",
    ]
    return f'<p class="about">{escape(" · ".join(fact for fact in facts if fact))}</p>'


def _contents(sections: Sequence[str]) -> str:
    """Links to the sections, named as they are headed."""
    links = []
    for one in sections:
        found = re.match(r'<section id="([a-z]+)".*?<h2[^>]*>(.*?)</h2>', one, re.DOTALL)
        if found:
            links.append(f'<li><a href="#{found[1]}">{found[2]}</a></li>')
    return f'<nav aria-label="Contents"><ul>{"".join(links)}</ul></nav>'


def _warnings(report: Report) -> str:
    """What the reader must know besides: failures, things set apart, abstentions."""
    items = "".join(f"<li>{escape(one)}</li>" for one in troubles(report))
    return f'<ul class="warnings">{items}</ul>' if items else ""
