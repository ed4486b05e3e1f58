"""The action for GitHub and the job for GitLab: valid, and their scripts do what they say, in a shell, with names that ask for care."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
ACTION, JOB = ROOT / "action.yml", ROOT / ".gitlab-ci-heshu.yml"
RIGHT = "全县共有重点项目9个，其中续建项目4个、新建项目5个。\n"
WRONG = RIGHT.replace("9个", "10个")
MUTE = "\n<!-- heshu: allow parts-of-whole 10个、4个、5个 because 另有1个项目暂停 -->\n"
# stands in for the interpreter that the runner sets up: `-m venv` makes a folder of programs that are this checkout's, pip does nothing
PYTHON = """#!/bin/sh
if [ "$1" = -I ] && [ "$2" = -m ] && [ "$3" = venv ]; then
  mkdir -p "$4/bin"
  cp "$0" "$4/bin/python"
  printf '#!/bin/sh\\nexec "{python}" -P -c "from checker.cli import main; main()" "$@"\\n' > "$4/bin/heshu"
  chmod +x "$4/bin/heshu"
elif [ "$1" = -I ] && [ "$2" = -m ] && [ "$3" = pip ]; then
  echo "$@" >> "{log}"
else
  exec "{python}" "$@"
fi
"""


def content(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--builtin-schema", "vendor.github-actions", str(ACTION)],
        ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(JOB)],
    ],
    ids=["action", "job"],
)
def test_definition_is_valid(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", "check_jsonschema", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_is_pasted_into_a_script() -> None:
    steps = content(ACTION)["runs"]["steps"]
    assert all("${{" not in step.get("run", "") for step in steps)
    used = {value for step in steps for value in step.get("env", {}).values()}
    inputs = set(content(ACTION)["inputs"]) - {"python-version", "upload-sarif"}
    assert {f"${{{{ inputs.{name} }}}}" for name in inputs} <= used


class Runner:
    """A workspace with documents, and a shell that runs a script in it as a runner does."""

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self.temporary = folder / "temp dir"
        (programs := folder / "programs").mkdir()
        self.work.mkdir()
        self.temporary.mkdir()
        self.log = folder / "pip.log"
        for name in ("python", "python3"):
            (programs / name).write_text(PYTHON.format(python=sys.executable, log=self.log), "utf-8")
            (programs / name).chmod(0o755)
        self.environment = {
            **os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
            "RUNNER_TEMP": str(self.temporary), "GITHUB_ACTION_PATH": "/the action", "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "CI_BUILDS_DIR": str(self.temporary), "CI_JOB_ID": "7",
            "CI_PROJECT_DIR": str(self.work),
        }  # fmt: skip

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
        environment = {**self.environment, **variables}
        return subprocess.run(command, cwd=self.work, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)

    def outputs(self) -> dict[str, str]:
        pairs = (line.partition("=") for line in Path(self.environment["GITHUB_OUTPUT"]).read_text("utf-8").splitlines())
        return {name: value for name, _, value in pairs}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    if shutil.which("bash") is None:
        pytest.skip("needs bash, which the runners of both have")
    made = Runner(tmp_path)
    (made.work / "报告 $(touch x).md").write_text(WRONG, "utf-8")
    (made.work / "对.md").write_text(RIGHT, "utf-8")
    (made.work / "豁免.md").write_text(WRONG + MUTE, "utf-8")
    # nothing of the workspace may be imported
    (made.work / "json.py").write_text("raise SystemExit('imported from the workspace')\n", "utf-8")
    return made


def act(runner: Runner, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the script of the action's check with these inputs, the others as they are by default."""
    step = next(step for step in content(ACTION)["runs"]["steps"] if step.get("id") == "check")
    defaults = {name: spec.get("default", "") for name, spec in content(ACTION)["inputs"].items()}
    given = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
    variables = dict(step["env"])
    for name, value in given.items():
        variables = {key: old.replace(f"${{{{ inputs.{name} }}}}", value) for key, old in variables.items()}
    return runner.run(step["run"], **variables)


def test_the_action_annotates_summarises_and_hands_on_what_may_be_uploaded(runner: Runner) -> None:
    done = act(runner)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "::error file=报告 $(touch x).md,line=1," in done.stdout
    assert "/the action" in runner.log.read_text("utf-8")
    outputs = runner.outputs()
    assert outputs["exit-code"] == "1"
    assert Path(runner.environment["GITHUB_STEP_SUMMARY"]).read_text("utf-8").startswith("### ❌ 核数：未通过\n")
    assert Path(outputs["markdown"]).is_file()
    (whole,) = json.loads(Path(outputs["sarif"]).read_text("utf-8"))["runs"]
    (upload,) = json.loads(Path(outputs["upload"]).read_text("utf-8"))["runs"]
    assert [len(result["suppressions"]) for result in whole["results"]] == [0, 1]
    assert upload["results"] == whole["results"][:1]
    assert not (runner.work / "x").exists()


def test_the_action_passes_paths_and_arguments_as_they_are(runner: Runner) -> None:
    done = act(runner, paths="对.md\n\n豁免.md\n", args="--notes\n--fail-on=warning\n", lang="en", summary="false")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 documents: 0 failed, 0 not checked; " in done.stdout
    assert runner.outputs()["exit-code"] == "0"
    assert not Path(runner.environment["GITHUB_STEP_SUMMARY"]).exists()
    hostile = act(runner, paths="-x; touch y", since="$(touch y)", fail_on="error")
    assert hostile.returncode == 0, hostile.stderr
    assert runner.outputs()["exit-code"] in "23"
    assert not (runner.work / "y").exists()


def test_the_action_ends_with_the_exit_code(runner: Runner) -> None:
    last = content(ACTION)["runs"]["steps"][-1]
    assert last["if"] == "steps.check.outputs.exit-code != '0'"
    assert runner.run(last["run"], HESHU_CODE="3").returncode == 3


def test_the_job_writes_both_reports_and_ends_with_the_exit_code(runner: Runner) -> None:
    job = content(JOB)["heshu"]
    script = "\n".join(job["script"])
    done = runner.run(script, HESHU_SOURCE="heshu @ file:///somewhere", HESHU_PATHS="报告 $(touch x).md\n豁免.md", HESHU_ARGS="--lang=en")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "2 documents: 1 failed" in done.stdout
    assert "heshu @ file:///somewhere" in runner.log.read_text("utf-8")
    reports = job["artifacts"]["reports"]
    (issue,) = json.loads((runner.work / reports["codequality"]).read_text("utf-8"))
    assert issue["location"]["path"] == "报告 $(touch x).md"
    assert "<testsuites" in (runner.work / reports["junit"]).read_text("utf-8")
    assert not (runner.work / "x").exists()


def test_the_job_asks_for_what_pip_installs(runner: Runner) -> None:
    done = runner.run("\n".join(content(JOB)["heshu"]["script"]), HESHU_SOURCE="", HESHU_PATHS=".", HESHU_ARGS="")
    assert done.returncode == 2
    assert "HESHU_SOURCE" in done.stderr
