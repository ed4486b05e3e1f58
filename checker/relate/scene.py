"""The claims of a document with their neighbourhoods, as the sources of evidence look at them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from checker.claim import Claim
from checker.document import Document
from checker.quantity import Quantity
from checker.relate.dates.moments import Moment, moments
from checker.relate.lists.listing import Listing, listings
from checker.relate.sorts import amount
from checker.relation import Relation, Term
from checker.rules import Rules

# characters of a sentence that are looked back over
_SENTENCE = 80


class Scene:
    """Claims in document order, with the stretches that belong together."""

    def __init__(
        self, document: Document, quantities: Sequence[Quantity], claims: Sequence[Claim], rules: Rules, implied: Sequence[Claim] = ()
    ) -> None:
        self.document = document
        self.quantities = quantities
        self.claims = claims
        self.rules = rules
        self.former = {claim.index: claim for claim in implied}

    @cached_property
    def cores(self) -> dict[str, str]:
        """What each name comes down to, as far as it was asked for."""
        return {}

    @cached_property
    def wholes(self) -> dict[int, bool]:
        """Index of a figure → whether it is told as all there is of something, as far as it was asked for."""
        return {}

    @cached_property
    def prose(self) -> list[Claim]:
        """Claims outside tables."""
        return [claim for claim in self.claims if claim.cell is None]

    @cached_property
    def sentences(self) -> list[list[Claim]]:
        """Claims of prose, one list a sentence."""
        answer: list[list[Claim]] = []
        for claim in self.prose:
            if answer and answer[-1][0].sentence == claim.sentence:
                answer[-1].append(claim)
            else:
                answer.append([claim])
        return answer

    @cached_property
    def blocks(self) -> dict[int, list[Claim]]:
        """Claims of prose by block number."""
        answer: dict[int, list[Claim]] = {}
        for claim in self.prose:
            answer.setdefault(claim.block, []).append(claim)
        return answer

    @cached_property
    def listings(self) -> list[Listing]:
        """Every listing of parts that some words open."""
        return list(listings(self.sentences, self.rules, self.before))

    @cached_property
    def container(self) -> dict[int, Claim]:
        """Index of a listed part → the whole that its list makes up, else the likeliest."""
        return {part.index: listing.whole for listing in self.listings for part in listing.parts}

    @cached_property
    def taken_apart(self) -> dict[int, set[frozenset[int]]]:
        """Index of a whole → the indices of the parts of each list that it is the likeliest whole of."""
        answer: dict[int, set[frozenset[int]]] = {}
        for listing in self.listings:
            answer.setdefault(listing.wholes[0].index, set()).add(frozenset(part.index for part in listing.parts))
        return answer

    @cached_property
    def amounts_by_name(self) -> dict[str, list[Claim]]:
        """Indicator id or full name → the amounts of prose so named, in order."""
        answer: dict[str, list[Claim]] = {}
        for claim in self.prose:
            if amount(claim) and claim.modality != "base":
                for key in {claim.indicator, claim.name} - {""}:
                    answer.setdefault(key, []).append(claim)
        return answer

    @cached_property
    def whose(self) -> dict[int, str]:
        """Index of a figure of prose → whose it is: a subject named once goes on to the end of its clause."""
        answer: dict[int, str] = {}
        clause, subject = -1, ""
        for claim in self.prose:
            subject = claim.subject or (subject if claim.clause == clause else "")
            clause = claim.clause
            answer[claim.index] = subject
        return answer

    @cached_property
    def year_lengths(self) -> list[int]:
        """The whole numbers of years (2 to 20) that the document speaks of as lengths: 五年来, 十年间."""
        spans = [q.when for q in self.quantities if q.when is not None and q.when.form == "length" and q.when.unit == "年"]
        return sorted({int(w.count) for w in spans if w.count is not None and w.count == int(w.count) and 2 <= w.count <= 20})[:8]

    @cached_property
    def _dates(self) -> list[Quantity]:
        return [q for q in self.quantities if q.when is not None]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [q.start for q in self._dates]

    def dates_before(self, place: int) -> list[Quantity]:
        """The last four dates and periods of the text that begin before a place."""
        stop = bisect_left(self._date_starts, place)
        return self._dates[max(0, stop - 4) : stop]

    @cached_property
    def moments(self) -> list[Moment]:
        """Every moment of at least a month's grain, in order."""
        return moments(self.document, self.quantities)

    @cached_property
    def defined(self) -> frozenset[str]:
        """Indicators whose definition the pack states: what divides what is known for them and need not be guessed."""
        results = (next(iter(rule.roles.values())) for rule in self.rules.relations.values() if rule.roles)
        return frozenset(identity for identities in results for identity in identities)

    def quantities_between(self, start: int, end: int) -> Sequence[Quantity]:
        """The figures, dates and lengths that begin between two offsets."""
        first, last = (bisect_left(self.quantities, offset, key=lambda quantity: quantity.start) for offset in (start, end))
        return self.quantities[first:last]

    @cached_property
    def _headings(self) -> list[str]:
        """For each block the headings it stands under, put together; a table is named by the lines above it too."""
        answer: list[str] = []
        open_headings: dict[int, str] = {}
        for block in self.document.blocks:
            if block.kind == "heading":
                text = "".join(passage.text for passage in block.passages)
                open_headings = {level: words for level, words in open_headings.items() if level < block.level} | {block.level: text}
            caption = block.table.caption if block.table is not None else ""
            answer.append(" ".join((*open_headings.values(), caption)))
        return answer

    def scope(self, claim: Claim) -> frozenset[str]:
        """The words of the headings above a figure (and of its table's caption) that narrow what all figures there are of: 财政拨款, 本级,
        母公司, 当月."""
        return self.scopes[claim.block]

    @cached_property
    def scopes(self) -> list[frozenset[str]]:
        """The narrowing words over each block."""
        words = self.rules.wording["narrowing_heading"]
        return [frozenset(word for word in words if word in headings) for headings in self._headings]

    def before(self, claim: Claim, most: int) -> Iterator[Claim]:
        """The claims of prose before this one in its block, nearest first, at most so many."""
        for position in range(claim.index - 1, max(-1, claim.index - 1 - most), -1):
            other = self.claims[position]
            if other.block != claim.block:
                return
            yield other

    def earlier(self, claim: Claim, most: int) -> Iterator[Claim]:
        """The claims of prose among the last so many before this one, over the ends of blocks, nearest first."""
        for position in range(claim.index - 1, max(-1, claim.index - 1 - most), -1):
            if self.claims[position].cell is None:
                yield self.claims[position]

    def after(self, claim: Claim, most: int) -> Iterator[Claim]:
        """The claims of prose after this one in its sentence, nearest first."""
        for position in range(claim.index + 1, min(len(self.claims), claim.index + 1 + most)):
            other = self.claims[position]
            if other.block != claim.block or other.sentence != claim.sentence:
                return
            yield other

    def foretold(self, claim: Claim) -> bool:
        """明年计划新增200万千瓦，年末装机达到1490万千瓦左右: whether a figure is told roughly in a sentence that tells of plans."""
        start = claim.quantity.start
        sentence = self.document.words[max(0, start - _SENTENCE) : start].rpartition("。")[2].rpartition("\n")[2]
        return claim.quantity.hedge == "about" and any(word in sentence for word in self.rules.wording["goal"])

    def same_things(self, one: Claim, other: Claim) -> bool:
        """Whether two amounts count or measure the same kind of thing."""
        first, second = one.quantity.dimension, other.quantity.dimension
        return first == second or "person" not in (first, second) and self.rules.akin(first, second)

    def relation(
        self, rule: str, terms: Sequence[Term], question: tuple[object, ...], trust: float, exponent: int = 1, abstain: str = ""
    ) -> Relation:
        """A relation under a rule of the pack."""
        return Relation(self.rules.relations[rule], tuple(terms), question, trust, Decimal(exponent), abstain)
