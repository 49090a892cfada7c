"""Checks of behaviour from one document to the next, and towards the program around it."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from armstrade.plugins import Outcome, run_extractor
from armstrade.testing.registry import check
from armstrade.testing.report import CheckFailed, CheckSkipped
from armstrade.testing.subject import Subject

if TYPE_CHECKING:
    from armstrade.reading import Reading

HEAVY = ("numpy", "pandas", "polars", "scipy", "sklearn", "spacy", "torch", "tensorflow",
         "transformers", "onnxruntime", "requests", "httpx", "rich", "matplotlib")  # fmt: skip
"""Modules that may be imported when a document is read, not when plugins are listed."""


def _said(outcome: Outcome) -> tuple[Any, ...]:
    """What an outcome says, in a form that compares byte by byte."""
    return (
        outcome.status,
        [claim.model_dump_json() for claim in outcome.claims],
        [veto.model_dump_json() for veto in outcome.vetoes],
        [claim.model_dump_json() for claim in outcome.considered],
        len(outcome.ungrounded),
        outcome.reason,
    )


def _deterministic(subject: Subject) -> None:
    if not subject.declared.deterministic:
        raise CheckSkipped("it declares that it is not deterministic")


@check
def deterministic(subject: Subject) -> None:
    """The same document gives the same claims again."""
    _deterministic(subject)
    for document, outcome in subject.usable():
        if _said(subject.run(document)) != _said(outcome):
            raise CheckFailed(f"{document.id!r}: a second run says something else")


@check
def same_reading_twice(subject: Subject) -> None:
    """A second run on the same reading says the same: the first left nothing behind."""
    from armstrade.reading import read

    _deterministic(subject)
    for document, _ in subject.usable():
        reading = read(document)
        first, second = (
            run_extractor(subject.extractor, reading, options=subject.options) for _ in range(2)
        )
        if _said(first) != _said(second):
            raise CheckFailed(f"{document.id!r}: a second run on one reading says something else")


@check
def no_memory(subject: Subject) -> None:
    """What it says about a document does not depend on the documents before."""
    _deterministic(subject)
    pairs = list(subject.usable())
    for document, outcome in reversed(pairs):
        if _said(subject.run(document)) != _said(outcome):
            raise CheckFailed(
                f"{document.id!r}: it says something else when other documents came before"
            )


@check
def batch_equals_single(subject: Subject) -> None:
    """Many documents in one go give what each gives alone."""
    _deterministic(subject)
    pairs = list(subject.usable())
    batch = map(subject.pipeline.run, [document for document, _ in pairs] * 2)
    for (document, outcome), result in zip(pairs * 2, batch, strict=True):
        if _said(result.outcomes[0]) != _said(outcome):
            raise CheckFailed(f"{document.id!r}: it says something else within a batch")


@check
def threads_agree(subject: Subject) -> None:
    """Documents read at the same time give what each gives alone."""
    _deterministic(subject)
    pairs = list(subject.usable()) * 4
    with ThreadPoolExecutor(max_workers=4) as pool:
        outcomes = list(pool.map(subject.run, [document for document, _ in pairs]))
    for (document, outcome), other in zip(pairs, outcomes, strict=True):
        if _said(other) != _said(outcome):
            raise CheckFailed(f"{document.id!r}: it says something else in a thread")


@check
def leaves_the_reading_alone(subject: Subject) -> None:
    """Document and reading are the same afterwards; other extractors share them."""
    from armstrade.reading import read

    for document, _ in subject.usable():
        before = document.model_dump_json()
        reading = read(document)
        run_extractor(subject.extractor, reading, options=subject.options)
        if reading.document is not document or document.model_dump_json() != before:
            raise CheckFailed(f"{document.id!r}: the document was changed")
        if reading.language != read(document).language:
            raise CheckFailed(f"{document.id!r}: the language of the reading was changed")
        fresh, used = _picture(read(document)), _picture(reading)
        for part, value in fresh.items():
            if used[part] != value:
                raise CheckFailed(f"{document.id!r}: `{part}` of the reading was changed")


def _picture(reading: Reading) -> dict[str, str]:
    """The public parts of a reading, printed; there are none where nobody knows the grammar."""
    if not reading.readable:
        return {}
    parts = ("words", "clauses", "triggers", "quantities", "dates", "parties", "materiel")
    # Computed before anything is printed: one part may complete another (tags of words).
    values = {part: [getattr(one, part) for one in reading.sentences] for part in parts}
    return {
        "mentions": repr(reading.mentions),
        "sentences": repr([(one.start, one.end) for one in reading.sentences]),
        **{f"sentences[].{part}": repr(value) for part, value in values.items()},
    }


@check
def prints_nothing(subject: Subject) -> None:
    """Standard output and error stay empty."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        for document, _ in subject.usable():
            subject.run(document)
    printed = out.getvalue() + err.getvalue()
    if printed:
        raise CheckFailed(f"it printed {printed[:80]!r}; use logging")


@check
def leaves_the_program_alone(subject: Subject) -> None:
    """Environment, working directory, warning filters and logging set-up stay as they are."""

    def state() -> dict[str, Any]:
        return {
            "os.environ": dict(os.environ),
            "the working directory": os.getcwd(),
            "warnings.filters": list(warnings.filters),
            "the root logger": (logging.root.level, list(logging.root.handlers)),
            "the recursion limit": sys.getrecursionlimit(),
        }

    before = state()
    for document, _ in subject.usable():
        subject.run(document)
    for part, value in state().items():
        if value != before[part]:
            raise CheckFailed(f"it changed {part}")


@check
def imports_lightly(subject: Subject) -> None:
    """Importing its module loads nothing heavy; do that inside ``extract``."""
    subject.declared  # noqa: B018 - skips when broken
    module = type(subject.extractor).__module__
    if module in ("__main__", "builtins") or not getattr(sys.modules.get(module), "__spec__", None):
        raise CheckSkipped(f"module {module!r} cannot be imported on its own")
    code = (
        "import sys, json, importlib\n"
        "import armstrade.plugins, armstrade.pipeline\n"
        "before = set(sys.modules)\n"
        f"importlib.import_module({module!r})\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in set(sys.modules) - before})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        if "ModuleNotFoundError" in last and module.partition(".")[0] in last:
            raise CheckSkipped(f"module {module!r} cannot be imported on its own")
        raise CheckFailed(f"importing {module!r} fails: {last}")
    heavy = sorted(set(json.loads(done.stdout.splitlines()[-1])) & set(HEAVY))
    if heavy:
        raise CheckFailed(
            f"importing {module!r} loads {', '.join(heavy)}; import them inside extract()"
        )
