"""The order of the verbs for two versions of a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.document import Document
from checker.finding import Finding
from checker.judge import judge
from checker.relate.scene import Scene
from checker.rules import Rules
from checker.run.understanding import related
from checker.settings import Level
from checker.sift.revised import RULE, broken, forgotten
from checker.trace import align, trace
from checker.verdict import Verdict


def revised_in_part(
    former: Document, document: Document, scene: Scene, said: Sequence[Verdict], rules: Rules, levels: Mapping[str, Level]
) -> tuple[Finding, ...]:
    """What was revised in `document`, understood as `scene`, since the `former` version without all that depends on it; `said` are the
    verdicts on its own relations. Rules whose level is off carry nothing over."""
    old, relations, _ = related(former, rules)
    held = [verdict for verdict in judge(relations) if verdict.outcome in ("agrees", "drift")]
    alignment = align(former, old.claims, document, scene.claims)
    if not alignment.revised:
        return ()
    carried = [one for one in trace(old.claims, held, alignment, rules) if levels.get(one.relation.rule.id) != "off"]
    verdicts = judge(one.relation for one in carried)
    return forgotten(document, rules.relations[RULE], broken(carried, verdicts, alignment, said), alignment)
