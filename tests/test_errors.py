"""Errors come back from another process as they were."""

import pickle

import pytest

from armstrade.errors import (
    ArmstradeError,
    DataError,
    GroundingError,
    InputError,
    MissingDependencyError,
    PluginError,
    UnknownNameError,
)


@pytest.mark.parametrize(
    "error",
    [
        DataError("table.csv has a bad row", problems=["table.csv:3: no lemma"]),
        GroundingError("not there", document_id="a1", words="twelve tanks"),
        InputError("no text", path="rows.jsonl", line=4),
        MissingDependencyError("reading HTML", "html"),
        PluginError("breaks the rules", plugin="mine"),
        UnknownNameError("extractor", "ruls", ["rules", "fuzzy"]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_survive_pickling(error: ArmstradeError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
