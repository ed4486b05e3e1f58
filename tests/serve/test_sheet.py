"""What is found out about one version of an open text is found out once, and not at all when the text has moved on."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

import checker.serve.sheet
from checker.report import DocumentReport, Reason
from checker.run.draft import Draft
from checker.serve.sheet import Sheet
from checker.settings import Policy

WRONG = "全县共有重点项目10个，其中续建项目4个、新建项目5个。\n"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were checked."""
    done: list[str] = []

    def check(draft: Draft, _: Policy) -> DocumentReport:
        done.append(draft.text)
        return DocumentReport(draft.name)

    monkeypatch.setattr(checker.serve.sheet, "check_draft", check)
    return done


def sheet(engine: ThreadPoolExecutor, text: str) -> Sheet:
    return Sheet(Draft(text, ".md"), 1, "utf-16", engine)


def test_a_version_is_checked_once_however_often_it_is_asked_for(calls: list[str]) -> None:
    async def scene() -> None:
        with ThreadPoolExecutor(1) as engine:
            one = sheet(engine, "一")
            first, second = await asyncio.gather(one.report(), one.report())
            assert first is second is await one.report()

    asyncio.run(scene())
    assert calls == ["一"]


def test_what_was_not_begun_for_an_old_version_is_not_done(calls: list[str]) -> None:
    async def scene() -> None:
        with ThreadPoolExecutor(1) as engine:
            go = threading.Event()
            old, new = sheet(engine, "旧"), sheet(engine, "新")
            await old.policy()
            busy = asyncio.get_running_loop().run_in_executor(engine, go.wait)
            waiting = asyncio.ensure_future(old.report())
            await asyncio.sleep(0)
            old.drop()
            await asyncio.sleep(0)  # the loop tells the thread in its next turn
            go.set()
            await new.report()
            await busy
            assert (await asyncio.gather(waiting, return_exceptions=True))[0].__class__ is asyncio.CancelledError

    asyncio.run(scene())
    assert calls == ["新"]


def test_one_who_stops_waiting_does_not_stop_the_others(calls: list[str]) -> None:
    async def scene() -> None:
        with ThreadPoolExecutor(1) as engine:
            one = sheet(engine, "一")
            impatient = asyncio.ensure_future(one.report())
            patient = asyncio.ensure_future(one.report())
            await asyncio.sleep(0)
            impatient.cancel()
            assert (await patient).path == "<text>.md"

    asyncio.run(scene())
    assert calls == ["一"]


def test_an_empty_text_is_not_understood() -> None:
    async def scene() -> None:
        with ThreadPoolExecutor(1) as engine:
            assert isinstance(await sheet(engine, " \n").understood(), Reason)
            assert not isinstance(await sheet(engine, WRONG).understood(), Reason)

    asyncio.run(scene())
