"""Who holds ground where only a verb or a pronoun says so: "the areas that it seized", "while it held the field"."""

from __future__ import annotations

from marsad.grammar import RuleMatch, Scene
from marsad.model import Actor

_REACH = 30  # words before the relation in which its holder is named
_HOLDERS = frozenset({"armed_group", "state_force", "government", "international"})
_FEMININE = ("ة", "ه", "ات", "ى", "ا")


def holder(scene: Scene, match: RuleMatch) -> Actor | None:
    """The actor named last before a relation, in its sentence, that agrees with its verb or pronoun."""
    feminine = _says_feminine(scene, match)
    first, _ = scene.text.sentence_tokens[scene.tokens[match.first].sentence]
    for at in range(match.first - 1, max(first, match.first - _REACH) - 1, -1):
        for placed in scene.mentions["actor"].get(at, ()):
            actor: Actor = placed.mention
            if actor.type in _HOLDERS and _agrees(actor, feminine):
                return actor
    return None


def _says_feminine(scene: Scene, match: RuleMatch) -> bool:
    """Whether the verb or the pronoun of a relation is feminine: سيطرت، تسيطر، سيطرتها."""
    for k in range(match.first, match.last + 1):
        form = scene.tokens[k].form
        if form.endswith(("سيطرته", "سيطرتها", "هيمنته", "هيمنتها")):
            return form.endswith("ها")
        if "يطر" in form or "حتل" in form or "ستول" in form:
            return form.startswith("ت") or form.endswith("ت")
    return False


def _agrees(actor: Actor, feminine: bool) -> bool:
    """Whether a name can be feminine or masculine; a bare name without the article (قسد، حماس) can be both."""
    head, _, rest = actor.text.partition(" ")
    if not rest and not head.startswith("ال"):
        return True
    return head.endswith(_FEMININE) == feminine
