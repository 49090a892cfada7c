"""The extractor that reasons from examples, on rapidfuzz."""

from .extractor import FuzzyExtractor, FuzzyOptions

__all__ = ["FuzzyExtractor", "FuzzyOptions"]
