"""For plugin authors: the conformance kit, and hypothesis strategies in `strategies`."""

from .kit import check_extractor, parametrize_checks
from .report import CheckFailed, CheckReport, CheckResult, CheckSkipped, CheckStatus

__all__ = [
    "CheckFailed",
    "CheckReport",
    "CheckResult",
    "CheckSkipped",
    "CheckStatus",
    "check_extractor",
    "parametrize_checks",
]
