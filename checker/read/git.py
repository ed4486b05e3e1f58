"""What git says."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_SECONDS = 60


class NoHistory(Exception):  # noqa: N818 - what git says of a version that it cannot give
    """A version that cannot be compared with; `zh` and `en` say why, each in one sentence."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type[NoHistory], tuple[str, str]]:
        return type(self), (self.zh, self.en)


def git(folder: Path, *arguments: str) -> bytes:
    """What git prints in `folder`. Raises NoHistory, with its first line of complaint, where it fails."""
    command = ["git", "-C", str(folder), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, check=False, env=_surroundings())
    except FileNotFoundError:
        raise NoHistory("没有安装 git。", "git is not installed.") from None
    except subprocess.TimeoutExpired:
        raise NoHistory("git 没有回应。", "git does not answer.") from None
    if done.returncode:
        why = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        said = why[0] if why else f"git {arguments[0]}: {done.returncode}"
        raise NoHistory(f"无法取得历史版本：{said}", f"The former version cannot be had: {said}")
    return done.stdout


def _surroundings() -> dict[str, str]:
    """The environment without what git tells its hooks of where they are, by which git in another folder takes that folder for the root;
    the index that is being committed stays."""
    told = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX")}
    if "GIT_INDEX_FILE" in told:
        told["GIT_INDEX_FILE"] = os.path.abspath(told["GIT_INDEX_FILE"])  # noqa: PTH100 - a link stays one
    return told


def root_of(folder: Path) -> Path:
    """The root of the repository that `folder` lies in. Raises NoHistory outside one."""
    return Path(git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
