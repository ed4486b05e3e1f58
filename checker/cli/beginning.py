"""`heshu init`: a settings file to begin with, and the hook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from checker.cli.options import LANGUAGE
from checker.cli.output import MISUSE, fail, write

_SETTINGS: Final = """\
# heshu 核数的设置：对本目录及其下的文件有效；下级目录另有 heshu.toml 的，以就近者为准。
# Settings of heshu for the documents of this folder; the nearest file above a document counts.

# 达到何级即不通过 what fails a document: "error", "warning", "note", "never"
fail-on = "error"

# 核对哪些、不核对哪些（.gitignore 的写法；已忽略的文件本来就不核对）
# what to check and what to pass over, in the syntax of .gitignore, which is respected anyway
# include = ["报告/"]
# exclude = ["草稿/", "*.bak.md"]

# 另加的规则目录 folders with rules of your own
# packs = ["规则"]

# 已知问题清单，由 heshu baseline 生成 known findings, written by `heshu baseline`
# baseline = "heshu.baseline"

# 成文日期（决定“今年”是哪一年）、主体、末位取舍习惯
# the day on which the documents were written (it says which year 今年 is), whom they are about, and how figures were cut:
# "nearest" 四舍五入, "down" 截尾, "either" 两者都有
# date = 2026-01-31
# subject = "某某县"
# rounding = "nearest"

# 个别规则的级别："error"、"warning"、"note"、"off"；规则见 heshu rules
# the level of a rule; `heshu rules` lists them
[rules]
# part-of-indicator = "warning"

# 某个下级目录的日期、主体、取舍习惯 date, subject and rounding of a folder below
# [folders."2024/年报"]
# date = 2024-12-31
"""

_HOOK: Final = """\
repos:
  - repo: local
    hooks:
      - id: heshu
        name: heshu 核数
        entry: heshu check --force-exclude --staged
        language: system
        files: \\.(txt|text|md|markdown)$
        require_serial: true
"""
_SETTINGS_FILE, _HOOK_FILE = "heshu.toml", ".pre-commit-config.yaml"


@click.command()
@click.option("--hook/--no-hook", default=None, help="是否一并装上提交前的核对。 Whether to add the pre-commit hook (default: ask).")
@LANGUAGE
def init(hook: bool | None, language: str) -> None:
    """在当前目录写一个带注释的设置文件。 Write a commented settings file here, and offer the hook."""
    zh = language == "zh"
    if Path(_SETTINGS_FILE).exists():
        fail(f"{_SETTINGS_FILE} 已存在，未作改动。" if zh else f"{_SETTINGS_FILE} is there already; nothing was changed.", MISUSE)
    _create(_SETTINGS_FILE, _SETTINGS)
    write(f"已写入 {_SETTINGS_FILE}。\n" if zh else f"Wrote {_SETTINGS_FILE}.\n")
    asked = "提交前自动核对（pre-commit）？" if zh else "Check documents before each commit (pre-commit)?"
    # a script that is asked nothing gets no hook
    if hook or hook is None and sys.stdin.isatty() and click.confirm(asked):
        _offer_hook(zh)


def _offer_hook(zh: bool) -> None:
    """Writes the hook where there is no file of hooks yet; one that exists is its owner's, who is told what to add."""
    if Path(_HOOK_FILE).exists():
        write((f"{_HOOK_FILE} 已存在，请加入：\n\n" if zh else f"{_HOOK_FILE} is there already; add this to it:\n\n") + _HOOK)
        return
    _create(_HOOK_FILE, _HOOK)
    told = f"已写入 {_HOOK_FILE}。执行 pre-commit install 后生效。" if zh else f"Wrote {_HOOK_FILE}. `pre-commit install` puts it to work."
    write(told + "\n")


def _create(name: str, text: str) -> None:
    try:
        with Path(name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        fail(f"{name}: {error.strerror}", MISUSE)
