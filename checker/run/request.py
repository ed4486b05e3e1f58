"""What is asked of a run beside the findings."""

from __future__ import annotations

from dataclasses import dataclass

from checker.settings import Threshold


@dataclass(frozen=True, slots=True)
class Request:
    """`notes` shows drift, which is otherwise only counted; `coverage` what checked the figures and which nothing confirms,
    `checks` the relations that hold. `threshold`
    stands for the settings' own, None for theirs; `force_exclude` passes over excluded files although they are named.
    Documents are compared with their versions at the commit `since`, '' for none; `staged` compares what is to be committed, with HEAD
    unless `since` says otherwise.
    `jobs` processes check side by side, 0 for one on each core, None for as many as are worth their start. Reports are `kept` for the next
    run, and those of the last one are made use of."""

    notes: bool = False
    coverage: bool = False
    threshold: Threshold | None = None
    force_exclude: bool = False
    since: str = ""
    staged: bool = False
    checks: bool = False
    jobs: int | None = 1
    kept: bool = False
