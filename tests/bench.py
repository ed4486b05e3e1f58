"""What heshu costs, as ratios that can be compared between machines. `make bench` runs it; the rule cache is warm.

usage: python tests/bench.py [FOLDER]   FOLDER holds documents for the throughput (../shared/corpus by default, generated text without it)
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "samples" / "county.md"
HESHU = str(Path(sysconfig.get_path("scripts")) / "heshu")
SLIPS = {"增长8.8%": "增长8.0%", "新建项目14个": "新建项目41个", "| 6700 |": "| 7600 |"}
CLICK = [sys.executable, "-c", "import click"]
RUNS = 20
DOCUMENTS = 1000
LENGTHS = (10_000, 100_000, 200_000, 1_000_000)


def main() -> None:
    # as an installed package is, whatever the environment says about writing bytecode
    compileall.compile_dir(ROOT / "checker", quiet=1)
    document = ROOT.parent / "shared" / "seed" / "briefing.txt"
    document = document if document.exists() else SAMPLE
    print(f"heshu --help: {ratio([HESHU, '--help']):.2f} x `import click` (median of {RUNS} alternating runs)")
    print(f"heshu check {document.name}: {ratio([HESHU, 'check', str(document)]):.2f} x `import click`")
    characters, seconds = throughput(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "corpus")
    print(f"throughput: {characters / seconds:,.0f} characters/s over {characters:,} characters")
    again, jobs = gate(DOCUMENTS)
    print(f"{DOCUMENTS:,} documents that are as they were: {again:.1%} of the processor time of the first run")
    print(f"{DOCUMENTS:,} documents by two processes: {jobs:.2f} x the time of one")
    for slips in (False, True):
        costs = {length: seconds_of(generated(length, slips)) / length for length in LENGTHS}
        for length, cost in costs.items():
            what = f"{length:>9,} characters {'with slips' if slips else 'without slips'}"
            print(f"{what}: {cost * 1e6:6.2f} µs a character, {cost / costs[LENGTHS[0]]:.2f} x that at {LENGTHS[0]:,}")


def ratio(command: list[str]) -> float:
    """Median time of `command` over the median time of importing click, measured in turns after one run of each."""
    times: dict[str, list[float]] = {"command": [], "click": []}
    for turn in range(-1, RUNS):
        for name, arguments in (("command", command), ("click", CLICK)):
            elapsed = timed(lambda arguments=arguments: subprocess.run(arguments, capture_output=True, check=False))  # type: ignore[misc]
            if turn >= 0:
                times[name].append(elapsed)
    return median(times["command"]) / median(times["click"])


def gate(count: int) -> tuple[float, float]:
    """Processor time of a second run over `count` documents over that of the first, and time of two processes over that of one."""
    with TemporaryDirectory() as folder:
        documents, cache = Path(folder, "documents"), Path(folder, "cache")
        documents.mkdir()
        body = SAMPLE.read_text("utf-8")
        for number in range(count):
            (documents / f"{number:04}.md").write_text(body.replace("青禾县", f"第{number}县", 1), "utf-8")
        environment = {**os.environ, "HESHU_CACHE": str(cache)}

        def check(*arguments: str) -> tuple[float, float]:
            """Seconds on the clock, and of all processors."""
            command = [HESHU, "check", "--fail-on", "never", "--format", "json", *arguments, str(documents)]
            before = os.times()
            seconds = timed(lambda: subprocess.run(command, env=environment, capture_output=True, check=True))
            after = os.times()
            return seconds, after.children_user + after.children_system - before.children_user - before.children_system

        check("--no-cache", "--jobs", "1")  # the rules are compiled, and the documents in the system's own cache
        one, two = (check("--no-cache", "--jobs", jobs)[0] for jobs in "12")
        first, second = (check("--jobs", "1")[1] for _ in range(2))
        return second / first, two / one


def timed(action: Callable[[], object]) -> float:
    """Seconds that `action` takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def throughput(folder: Path) -> tuple[int, float]:
    """Characters read under `folder` (or generated) and the seconds that checking them took, in this process."""
    from checker.read import read
    from checker.run import Request, plain, run
    from checker.settings import Settings

    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md") and path.name != "README.md"]
    if not paths:
        text = generated(LENGTHS[-1])
        return len(text), seconds_of(text)
    plain()  # the rules are loaded before the clock runs
    start = perf_counter()
    report = run(paths, lambda _: plain(), Request())
    elapsed = perf_counter() - start
    assert not report.unreadable
    return sum(len(read(path, Settings()).text) for path in paths), elapsed


def seconds_of(text: str) -> float:
    """Seconds that checking `text` takes; the best of three for short texts."""
    import checker

    return min(timed(lambda: checker.check(text)) for _ in range(3 if len(text) <= LENGTHS[1] else 1))


def generated(length: int, slips: bool = False) -> str:
    """A text of `length` characters: the sample report again and again, of another county each time; as it is, with slips, or mended."""
    body = SAMPLE.read_text("utf-8")
    if not slips:
        for slip, meant in SLIPS.items():
            body = body.replace(slip, meant)
    copies = length // len(body) + 1
    return "\n".join(body.replace("青禾县", f"第{number}县", 1) for number in range(copies))[:length]


if __name__ == "__main__":
    main()
