"""From two versions of a document to what should still hold between the figures of the later one: revised here, forgotten there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.claim import Claim
from checker.revision import Alignment, Carried
from checker.rules import Rules
from checker.trace.align import align
from checker.trace.echoes import echoes
from checker.trace.roles import carried_term
from checker.verdict import Verdict

__all__ = ["align", "trace"]

# from here on a relation that held is taken to hold by right
_SURE = 0.95
_RULES_ALONE = ("at-most", "at-least", "within", "bracket")


def trace(former: Sequence[Claim], held: Sequence[Verdict], alignment: Alignment, rules: Rules) -> list[Carried]:
    """The relations of the `former` version that `held` and of which a figure was revised, as relations of the present figures; and,
    where the same amount stood in several places, that it still does. Linear in the number of claims and relations."""
    found = [carried for verdict in held if (carried := _carried(verdict, alignment)) is not None]
    known = {frozenset(claim.index for claim in one.relation.claims) for one in found}
    found += [one for one in echoes(former, alignment, rules) if frozenset(c.index for c in one.relation.claims) not in known]
    return found


def _carried(verdict: Verdict, alignment: Alignment) -> Carried | None:
    """The relation between the present figures; None where none or all were revised, one has no successor, or it held by chance."""
    relation = verdict.relation
    sure = _sureness(verdict)
    if sure < _SURE or relation.abstain:
        return None
    figures = relation.claims
    revised = [c for c in figures if c.index in alignment.now and alignment.now[c.index].index in alignment.revised]
    if not revised or len(revised) == len(figures) or any(c.index not in alignment.now for c in figures):
        return None
    terms = [carried_term(term, alignment) for term in relation.terms]
    if any(term is None for term in terms):
        return None
    return Carried(replace(relation, terms=tuple(term for term in terms if term is not None)), verdict, sure)


def _sureness(verdict: Verdict) -> float:
    """How sure it is that a relation which held does so by right (Bayes): its trust against the chance that other figures would agree."""
    trust = min(verdict.relation.trust, 0.99)
    chance = 1.0 if verdict.relation.rule.form in _RULES_ALONE else min(1.0, verdict.chance)
    return trust / (trust + (1 - trust) * chance)
