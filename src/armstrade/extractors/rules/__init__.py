"""The rule-based extractor for German and English."""

from .extractor import RulesExtractor, read_events

__all__ = ["RulesExtractor", "read_events"]
