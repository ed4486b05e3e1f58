"""One version of a text that is open in an editor, with what is found out about it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from checker.report import DocumentReport, Reason
from checker.run.draft import Draft, check_draft, understand_draft
from checker.run.explain import Understood
from checker.serve.positions import Encoding, Lines
from checker.settings import Policy

_Found = TypeVar("_Found")


class Sheet:
    """A draft as the editor's `version` of it (None where the editor does not count); another version is another sheet, so that what is
    found out late about an old one is never taken for the new one's.

    All work is done by the one thread of `engine`, each piece at most once, while the editor is being listened to.
    """

    def __init__(self, draft: Draft, version: int | None, encoding: Encoding, engine: ThreadPoolExecutor) -> None:
        self.draft = draft
        self.version = version
        self.lines = Lines(draft.text, encoding)
        self._engine = engine
        self._policy: asyncio.Future[Policy] | None = None
        self._report: asyncio.Future[DocumentReport] | None = None
        self._understood: asyncio.Future[Understood | Reason] | None = None
        self._answers: dict[Hashable, asyncio.Future[bool]] = {}

    async def report(self) -> DocumentReport:
        """What a check says. Raises PackError for settings, rules or mutes that cannot be used."""
        policy = await self.policy()
        if self._report is None:
            self._report = self._begin(lambda: check_draft(self.draft, policy))
        return await asyncio.shield(self._report)

    async def understood(self) -> Understood | Reason:
        """What was understood, or why nothing was. Raises PackError."""
        policy = await self.policy()
        if self._understood is None:
            self._understood = self._begin(lambda: understand_draft(self.draft, policy))
        return await asyncio.shield(self._understood)

    async def policy(self) -> Policy:
        """What it is checked by. Raises PackError."""
        if self._policy is None:
            self._policy = self._begin(self.draft.policy)
        return await asyncio.shield(self._policy)

    async def once(self, name: Hashable, job: Callable[[], bool]) -> bool:
        """What the thread answers to a question of this `name`, which it is asked but once however often the cursor comes by."""
        if name not in self._answers:
            self._answers[name] = self._begin(job)
        return await asyncio.shield(self._answers[name])

    def drop(self) -> None:
        """Nobody waits for this version any more: what was not begun is not done."""
        for future in (self._policy, self._report, self._understood, *self._answers.values()):
            if future is not None:
                future.cancel()

    def _begin(self, job: Callable[[], _Found]) -> asyncio.Future[_Found]:
        return asyncio.get_running_loop().run_in_executor(self._engine, job)
