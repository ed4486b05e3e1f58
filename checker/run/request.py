"""What is asked of a run beside the findings."""

from __future__ import annotations

from dataclasses import dataclass

from checker.settings import Threshold


@dataclass(frozen=True, slots=True)
class Request:
    """`notes` shows drift, which is otherwise only counted; `coverage` what checked the figures and which nothing confirms. `threshold`
    stands for the settings' own, None for theirs; `force_exclude` passes over excluded files although they are named."""

    notes: bool = False
    coverage: bool = False
    threshold: Threshold | None = None
    force_exclude: bool = False
