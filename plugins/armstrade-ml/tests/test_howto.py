"""The how-to page of the documentation, run on a part of the corpus."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from armstrade.cli import main
from armstrade.corpora import load, write_jsonl

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "train.md"

pytest.importorskip("lightgbm")


@pytest.mark.skipif(not PAGE.exists(), reason="the documentation is not beside the plugin")
def test_every_step_of_the_page_works(tmp_path, monkeypatch, capsys):
    text = PAGE.read_text("utf-8")
    commands = re.findall(r"^\$ armstrade (ml .+)$", text, re.MULTILINE)
    [code] = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert [shlex.split(command)[1] for command in commands] == ["train", "evaluate"]
    monkeypatch.chdir(tmp_path)
    write_jsonl(load("newsroom", split="dev", language="en"), "my-gold.jsonl")
    for command in commands:
        words = shlex.split(command)
        if words[1] == "train":
            words += ["--documents", "60"]
        assert main(words) == 0
    printed = capsys.readouterr()
    assert "the model is in my-model" in printed.err
    assert "expected calibration error" in printed.out
    exec(compile(code, str(PAGE), "exec"), {})
    assert capsys.readouterr().out.startswith("PL UA delivered")


def test_bad_gold_and_unknown_files_are_told(tmp_path, capsys):
    (tmp_path / "gold.jsonl").write_text('{"id": "a"}\n{\n', encoding="utf-8")
    out = str(tmp_path / "model")
    assert main(["ml", "train", "--corpus", str(tmp_path / "gold.jsonl"), "--out", out]) == 1
    told = capsys.readouterr().err
    assert "gold.jsonl" in told
    assert "2" in told
    assert main(["ml", "evaluate", "--model", str(tmp_path / "nowhere")]) == 1
    assert "armstrade ml train" in capsys.readouterr().err
