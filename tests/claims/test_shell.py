"""The parts that every page shares: hostile text stays text, and data cannot end its element."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrade.claims.render.shell import escape, html_page, island, visible

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "\"quoted\" and 'quoted' & more",
    "left \u202eto right\u2066",
    "a\x00b\x1b[2J",
    "lone \ud800 surrogate",
    "line\u2028separator",
]


@given(st.text(st.characters()))
def test_visible_text_has_the_same_length_and_is_utf8(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
    assert visible(shown) == shown


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_has_no_markup_and_comes_back(text: str) -> None:
    markup = escape(text)
    assert not set("<>\"'\x00\u202e\u2066\x1b") & set(markup)
    assert html.unescape(markup) == visible(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_island_ends_where_it_should_and_holds_what_was_put_in(text: str) -> None:
    markup = island("data", {"key": [text, 1, None, {text: True}]})
    head, _, rest = markup.partition(">")
    content, end, after = rest.partition("<")
    assert head == '<script type="application/json" id="data"'
    assert end + after == "</script>"
    assert json.loads(content) == {"key": [visible(text), 1, None, {visible(text): True}]}


def test_a_page_allows_its_own_script_and_nothing_else() -> None:
    page = html_page(title="<T>", body="<p>x</p>", styles=["p {}"], script="'use strict';")
    assert "<title>&lt;T&gt;</title>" in page
    assert "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" in page
    assert page.count("<script") == 1
