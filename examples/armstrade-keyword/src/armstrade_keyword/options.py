"""The options of the extractor."""

from pydantic import BaseModel, ConfigDict, Field


class KeywordOptions(BaseModel):
    """What a user may set."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    planned: bool = Field(default=True, description="also read what is still to come")
