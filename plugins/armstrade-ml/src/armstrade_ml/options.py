"""The options of the extractor."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class MLOptions(BaseModel):
    """What a user may set."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    threshold: str | Annotated[float, Field(ge=0, le=1)] = Field(
        default="balanced",
        description="how sure a claim must be: balanced, precise, sensitive, or a number in [0, 1]",
    )
    model: str | None = Field(
        default=None,
        description="folder of a model made by `armstrade ml train`; default: the one shipped",
    )
