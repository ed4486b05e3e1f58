"""Settings: found upwards, read strictly, and each complaint with its file, line and value."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.document import About
from checker.load import nearest, settings_file
from checker.pack_error import PackError

FULL = """\
fail-on = "warning"          # what stops a document
include = ["报告/**"]
exclude = ["草稿/"]
packs = ["规则"]
baseline = "已知.baseline"
date = 2026-11-25
subject = "青禾县"

[rules]
duration = "off"
growth-from-levels = "warning"

[folders."2024/年报"]
date = 2024-12-31
rounding = "down"
"""


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_every_setting_is_read(tmp_path: Path) -> None:
    file = settings_file(written(tmp_path / "heshu.toml", FULL))
    settings = file.of(tmp_path / "汇报.md")
    assert (settings.fail_on, settings.include, settings.exclude) == ("warning", ("报告/**",), ("草稿/",))
    assert (settings.packs, settings.baseline) == ((tmp_path / "规则",), tmp_path / "已知.baseline")
    assert settings.levels == {"duration": "off", "growth-from-levels": "warning"}
    assert settings.about == About(date(2026, 11, 25), "青禾县")
    assert file.of(tmp_path / "2024/年报/上/一.md").about == About(date(2024, 12, 31), "青禾县", "down")


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    outer = written(tmp_path / "heshu.toml", "")
    inner = written(tmp_path / "甲" / "pyproject.toml", "[tool.heshu]\n")
    written(tmp_path / "甲" / "乙" / "pyproject.toml", "[tool.other]\nheshu = 1\n")
    (tmp_path / "甲" / "乙" / "丙").mkdir()
    assert nearest(tmp_path / "甲" / "乙" / "丙") == inner
    assert nearest(tmp_path) == outer


def test_heshu_toml_goes_before_pyproject_toml(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", '[tool.heshu]\nfail-on = "note"\n')
    assert nearest(tmp_path) == tmp_path / "pyproject.toml"
    assert nearest(written(tmp_path / "heshu.toml", "").parent) == tmp_path / "heshu.toml"


@pytest.mark.parametrize(
    ("text", "line", "problem", "value", "near"),
    [
        ('fail_on = "error"\n', 1, "unknown-key", "fail_on", "fail-on"),
        ('\nfail-on = "eror"\n', 2, "wrong-value", "eror", "error"),
        ('date = "2026-11-25"\n', 1, "wrong-type", "2026-11-25", ""),
        ("exclude = [1]\n", 1, "wrong-type", "exclude = [1]", ""),
        ('exclude = ["!"]\n', 1, "wrong-value", "!", ""),
        ('[rules]\nduration = "of"\n', 2, "wrong-value", "of", "off"),
        ('[folders."a"]\nsubjct = "x"\n', 2, "unknown-key", "subjct", "subject"),
        ('date = "\n', 1, "syntax", "", ""),
    ],
)
def test_a_complaint_names_line_value_and_what_comes_near(
    tmp_path: Path, text: str, line: int, problem: str, value: str, near: str
) -> None:
    with pytest.raises(PackError) as error:
        settings_file(written(tmp_path / "heshu.toml", text))
    assert (error.value.file, error.value.line, error.value.problem) == (str(tmp_path / "heshu.toml"), line, problem)
    assert value in error.value.value and error.value.near == near
    assert ("do you mean" in error.value.text("en")) == bool(near)


def test_a_file_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="没有这个设置文件"):
        settings_file(tmp_path / "heshu.toml")
