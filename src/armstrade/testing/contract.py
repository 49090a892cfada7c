"""Checks of what an extractor declares and of the form of what it returns."""

from __future__ import annotations

import pickle
from typing import Any

from pydantic import ValidationError
from pydantic.errors import PydanticUserError

from armstrade.claims import Document, TransferClaim
from armstrade.errors import PluginError
from armstrade.plugins import Capabilities, Status
from armstrade.testing.registry import check
from armstrade.testing.report import CheckFailed, CheckSkipped
from armstrade.testing.subject import Subject, insist_sound


@check
def declares(subject: Subject) -> None:
    """Name, version, languages, max_chars, Options and extract are as documented."""
    try:
        Capabilities.of(subject.extractor)
    except PluginError as error:
        raise CheckFailed(str(error)) from error


@check
def declares_the_same_twice(subject: Subject) -> None:
    """What is declared does not change from one look to the next, nor by running."""
    before = subject.declared
    _ = subject.plain
    if Capabilities.of(subject.extractor) != before:
        raise CheckFailed("the declaration changed while it ran")


@check
def options_have_defaults(subject: Subject) -> None:
    """``Options()`` works: every option has a default."""
    options = _options(subject)
    try:
        options()
    except ValidationError as error:
        raise CheckFailed(f"{options.__name__}() does not work: {error}") from error


@check
def options_refuse_unknown_names(subject: Subject) -> None:
    """A misspelt option is an error, not ignored (``extra="forbid"``)."""
    options = _options(subject)
    try:
        options.model_validate({"no_such_option_exists": 1})
    except ValidationError as error:
        if any(one["type"] == "extra_forbidden" for one in error.errors()):
            return
    raise CheckFailed(
        f'{options.__name__} takes unknown options; set model_config = ConfigDict(extra="forbid")'
    )


@check
def options_round_trip(subject: Subject) -> None:
    """Options survive JSON and have a JSON Schema, so that they can be listed and recorded."""
    options = _options(subject)
    try:
        value = options()
    except ValidationError as error:
        raise CheckSkipped("options_have_defaults fails") from error
    try:
        options.model_json_schema()
        again = options.model_validate_json(value.model_dump_json())
    except (PydanticUserError, ValueError, TypeError) as error:
        raise CheckFailed(f"{options.__name__}: {type(error).__name__}: {error}") from error
    if again != value:
        raise CheckFailed(f"{options.__name__}() is {again!r} after JSON, not {value!r}")


def _options(subject: Subject) -> Any:
    if subject.declared.Options is None:
        raise CheckSkipped("it has no options")
    return subject.declared.Options


@check
def answers(subject: Subject) -> None:
    """It returns an iterable of what an extractor may say, and does not raise."""
    for document, outcome in zip(subject.documents, subject.plain, strict=True):
        if outcome.status is Status.FAILED:
            insist_sound(outcome, document)


@check
def grounds(subject: Subject) -> None:
    """Every word it points at or quotes stands in the document."""
    for document, outcome in subject.usable():
        insist_sound(outcome, document)


@check
def claims_are_valid(subject: Subject) -> None:
    """Claims pass their own validation again: none was built around the models."""
    for document, outcome in subject.claiming():
        for claim in outcome.claims:
            try:
                TransferClaim.model_validate(claim.model_dump(warnings="none"))
            except ValidationError as error:
                raise CheckFailed(f"{document.id!r}: {error}") from error


@check
def claims_survive_json(subject: Subject) -> None:
    """Claims come back equal from JSON, with the same id."""
    for document, outcome in subject.claiming():
        for claim in outcome.claims:
            try:
                again = TransferClaim.model_validate_json(claim.model_dump_json(warnings="none"))
            except ValidationError as error:
                raise CheckFailed(f"{document.id!r}: {error}") from error
            if again != claim or again.id != claim.id:
                raise CheckFailed(f"{document.id!r}: claim {claim.id} changes through JSON")


@check
def claims_can_be_pickled(subject: Subject) -> None:
    """Outcomes can be handed from one process to another."""
    for document, outcome in subject.usable():
        try:
            again = pickle.loads(pickle.dumps(outcome))
        except (pickle.PicklingError, TypeError, AttributeError, ValueError) as error:
            raise CheckFailed(f"{document.id!r}: {type(error).__name__}: {error}") from error
        if again.claims != outcome.claims:
            raise CheckFailed(f"{document.id!r}: claims change when pickled")


@check
def abstains_in_other_languages(subject: Subject) -> None:
    """A document in a language it does not declare makes it abstain."""
    if not subject.declared.languages:
        raise CheckSkipped("it takes any language")
    other = next(code for code in ("xx", "yy") if code not in subject.declared.languages)
    text = subject.documents[0].text
    outcome = subject.run(Document(id="other-language", text=text, language=other))
    if outcome.status is not Status.ABSTAINED:
        raise CheckFailed(f"the outcome is {outcome.status.value!r}, not 'abstained'")


@check
def reads_each_declared_language(subject: Subject) -> None:
    """It does not abstain on every document of a language it declares."""
    answered: dict[str | None, bool] = {}
    for document, outcome in subject.usable():
        heard = outcome.status is not Status.ABSTAINED
        answered[document.language] = answered.get(document.language, False) or heard
    for language, heard in answered.items():
        if not heard:
            raise CheckFailed(f"it abstains on every sample document in {language!r}")
