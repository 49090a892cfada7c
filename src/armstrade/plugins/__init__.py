"""Plugins: what they may register, how they are found, and how extractors are run."""

from .discovery import PluginInfo, PluginStatus
from .manager import Registered, Registry, default_registry
from .outcome import Outcome, PluginFailure, SetApart, Status
from .protocols import Capabilities, Combiner, Corpus, Exporter, Extractor, Reader, Writer
from .runner import run_extractor, run_extractors
from .verdicts import Abstain, Considered, Veto

__all__ = [
    "Abstain",
    "Capabilities",
    "Combiner",
    "Considered",
    "Corpus",
    "Exporter",
    "Extractor",
    "Outcome",
    "PluginFailure",
    "PluginInfo",
    "PluginStatus",
    "Reader",
    "Registered",
    "Registry",
    "SetApart",
    "Status",
    "Veto",
    "Writer",
    "default_registry",
    "run_extractor",
    "run_extractors",
]
