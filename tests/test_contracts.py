"""The house as a machine sees it: imports go one way, files and functions stay small, registries are complete."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import cli
from checker.render import FORMATS
from checker.render.explanation import EXPLANATIONS
from checker.render.figures import LISTINGS
from checker.render.rules import CATALOGUES

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "checker").rglob("*.py"))
MOST_LINES_OF_A_FILE = 250
MOST_LINES_OF_A_FUNCTION = 40


def test_imports_go_one_way() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= MOST_LINES_OF_A_FILE
    long = [f"{name}: {lines}" for name, lines in _functions(ast.parse(source)) if lines > MOST_LINES_OF_A_FUNCTION]
    assert not long


def test_commands_offer_every_format() -> None:
    for name, registry in (
        ("check", FORMATS),
        ("figures", LISTINGS),
        ("rules", CATALOGUES),
        ("explain-figure", EXPLANATIONS),
    ):
        option = next(parameter for parameter in cli.main.commands[name].params if parameter.name == "style")
        assert list(option.type.choices) == list(registry)  # type: ignore[attr-defined]


def _functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Name and number of lines of code of each function; what its docstring takes does not count."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            yield node.name, (node.end_lineno or 0) - first.lineno + 1
