"""The corpora we ship."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from armstrade import corpora
from armstrade.corpora import builtin, seeds
from armstrade.corpora.manifest import newsroom_manifest, read_manifest, sha256
from armstrade.errors import DataError, InputError, UnknownNameError

FOLDER = Path(corpora.__file__).parent / "data" / "newsroom"
REPOSITORY = Path(__file__).parents[2]


def test_counts_are_those_of_the_manifest() -> None:
    for table in read_manifest(FOLDER).files:
        part = corpora.load(f"newsroom/{table['language']}/{table['part']}")
        assert len(part) == table["documents"]
        assert len(part.claims) == table["claims"]
        assert sum(not gold.claims for gold in part) == table["empty"]
        assert part.languages == (table["language"],)


def test_manifest_is_up_to_date() -> None:
    written = (FOLDER / "manifest.toml").read_text(encoding="utf-8")
    version = tomllib.loads(written)["version"]
    assert newsroom_manifest(FOLDER, version=version) == written


@pytest.mark.parametrize("language", ["de", "en"])
def test_splits_are_frozen(language: str) -> None:
    sizes = {
        split: len(corpora.load("newsroom", split=split, language=language))
        for split in corpora.SPLITS
    }
    assert sizes == {"train": 138, "dev": 40, "test": 40}
    dev = corpora.load(f"newsroom/{language}/dev")
    assert (dev[0].id, dev[-1].id) == (f"{language}-dev-01", f"{language}-dev-40")


def test_splits_share_no_text() -> None:
    seen: dict[str, str | None] = {}
    for gold in corpora.load("newsroom"):
        assert seen.setdefault(gold.document.text, gold.split) == gold.split


def test_every_gold_claim_is_grounded() -> None:
    for gold in corpora.load("newsroom"):
        for claim in gold.claims:
            claim.verify(gold.document)


def test_hierarchical_ids_and_options_mean_the_same() -> None:
    whole = corpora.load("newsroom/de/test")
    assert whole == corpora.load("newsroom/test", language="de")
    assert whole == corpora.load("newsroom", split="test", language="de")
    assert whole.sha256 != corpora.load("newsroom/en/test").sha256
    parts = [corpora.load(f"newsroom/de/train-{part}").documents for part in "abc"]
    assert corpora.load("newsroom/de/train").documents == sum(parts, ())


@pytest.mark.parametrize(
    ("name", "options", "hint"),
    [
        ("newsrom", {}, "Did you mean 'newsroom'"),
        ("newsroom/fr", {}, "Known"),
        ("newsroom/de", {"language": "en"}, "Known"),
        ("newsroom", {"split": "trian"}, "Did you mean 'train'"),
        ("newsroom", {"language": "fr"}, "Known: de, en"),
        ("newsroom/dev/test", {}, "Known"),
    ],
)
def test_unknown_names_are_explained(name: str, options: dict[str, str], hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        corpora.load(name, **options)  # type: ignore[arg-type]
    assert hint in str(caught.value)


def test_a_file_has_no_splits() -> None:
    path = FOLDER / "de-dev.jsonl"
    assert len(corpora.load(path)) == 40
    assert len(corpora.load(str(path), language="de")) == 40
    with pytest.raises(InputError, match="no splits"):
        corpora.load(path, split="dev")
    with pytest.raises(UnknownNameError, match="language"):
        corpora.load(path, language="en")


def test_changed_gold_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "de-dev.jsonl").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    (tmp_path / "en-dev.jsonl").unlink()
    monkeypatch.setattr(builtin, "_FOLDER", tmp_path)
    with pytest.raises(DataError) as caught:
        corpora.load("newsroom/dev")
    assert [p.split(":")[0] for p in caught.value.problems] == ["de-dev.jsonl", "en-dev.jsonl"]
    assert len(corpora.load("newsroom/test")) == 80


# -- the seeds -------------------------------------------------------------------------


def make_seeds(folder: Path, text: str = "Teheran liefert Moskau Drohnen 😀.") -> Path:
    """A seeds folder with one article of our own, in the form of the real one."""
    data = text.encode()
    folder.mkdir()
    gold = (
        '{"id": "s-0", "file": "a.txt", "sha256": "", "chars": 0, "language": "de", '
        '"published": null, "publisher": null, "title": null, "claims": ['
        '{"supplier": {"id": "IR", "country": "IR", "span": {"start": 0, "end": 7}}, '
        '"recipient": {"id": "RU", "country": "RU", "span": {"start": 16, "end": 22}}, '
        '"intermediary": null, "materiel": {"category": "uav", "designation": null, '
        '"span": {"start": 23, "end": 30}}, "quantity": null, "stage": "delivered", '
        '"polarity": "affirmed", "factuality": "asserted", "date": null, '
        '"mode": "unspecified", "consideration": null, "attribution": [], '
        '"evidence": [{"span": {"start": 0, "end": 33}}]}]}\n'
    )
    (folder / "gold.jsonl").write_text(gold, encoding="utf-8")
    (folder / "manifest.toml").write_text(
        'name = "seeds"\nversion = "1"\nlicence = "x"\n'
        f'[[file]]\nfile = "gold.jsonl"\nsha256 = "{sha256(gold.encode())}"\n'
        f'[[file]]\nid = "s-0"\nfile = "a.txt"\nsha256 = "{sha256(data)}"\n',
        encoding="utf-8",
    )
    (folder / "texts").mkdir()
    (folder / "texts" / "a.txt").write_bytes(data)
    return folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = make_seeds(tmp_path / "seeds")
    monkeypatch.delenv(seeds.ENVIRONMENT, raising=False)
    monkeypatch.setattr(seeds, "_PACKAGED", tmp_path / "none")
    monkeypatch.setattr(seeds, "_REPOSITORY", made)
    return made


def test_texts_are_taken_from_argument_environment_or_repository(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (claim,) = corpora.load("seeds").claims
    assert (claim.materiel.span.text, claim.evidence[0].end) == ("Drohnen", 33)
    moved = folder / "texts"
    moved = moved.rename(tmp_path / "elsewhere")
    with pytest.raises(DataError, match="publishers"):
        corpora.load("seeds")
    assert len(corpora.load("seeds", texts=moved)) == 1
    monkeypatch.setenv(seeds.ENVIRONMENT, str(moved))
    assert len(corpora.load("seeds/de")) == 1


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda data: data.replace(b".", b"!"), "changed"),
        (lambda data: b"\xef\xbb\xbf" + data, "byte order mark"),
        (lambda data: data + b"\n", "line end"),
    ],
)
def test_changed_texts_are_explained(folder: Path, change: object, word: str) -> None:
    path = folder / "texts" / "a.txt"
    path.write_bytes(change(path.read_bytes()))  # type: ignore[operator]
    with pytest.raises(DataError, match=word) as caught:
        corpora.load("seeds")
    assert caught.value.problems[0].startswith("a.txt: ")
    assert seeds.ENVIRONMENT in str(caught.value)


def test_converted_line_ends_are_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_seeds(tmp_path / "seeds", "Teheran liefert Moskau Drohnen 😀.\nUnd so.\n")
    monkeypatch.setattr(seeds, "_PACKAGED", made)
    path = made / "texts" / "a.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    with pytest.raises(DataError, match="CRLF"):
        corpora.load("seeds", texts=made / "texts")


def test_missing_texts_of_the_real_seeds_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        corpora.load("seeds", texts=tmp_path)
    assert len(caught.value.problems) == 5
    assert all(problem.endswith("not there") for problem in caught.value.problems)


@pytest.mark.seeds
def test_the_real_seeds() -> None:
    corpus = corpora.load("seeds")
    assert (len(corpus), len(corpus.claims)) == (5, 42)
    for gold in corpus:
        for claim in gold.claims:
            claim.verify(gold.document)
    chars = {table["id"]: table["chars"] for table in tomllib.loads(
        (REPOSITORY / "seeds" / "manifest.toml").read_text(encoding="utf-8"))["file"]
        if "id" in table}  # fmt: skip
    assert {gold.id: len(gold.document.text) for gold in corpus} == chars


def test_no_seed_text_is_in_the_repository() -> None:
    with (REPOSITORY / "seeds" / "gold.jsonl").open(encoding="utf-8") as stream:
        assert '"text"' not in stream.read()
