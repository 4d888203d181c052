"""Who is said to have done it: acts that somebody claims, is accused of, or that are laid at his door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import cue
from marsad.extract.events.words import KILLING

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.roles_nouns import Nouns
    from marsad.lexicon import Match

# Words between the accused and the act, and between an act and the words that tell who answers for it.
_REACH = 8
# Words between a claimant and the words of his claim.
_BESIDE = 3
_DENIED = cue("denied")
_CHARGE = "مسوول"
_SAID_OF = cue("charged")
_MEANT = cue("meant")
_ANAPHORIC = frozenset({"ه", "ها", "هما", "هم"})


def blame(reader: Nouns, found: list[Draft]) -> None:
    """Gives acts of violence that name no doer the one who claims them or is accused of them in their sentence."""
    for k, act in enumerate(found):
        if k and act.spec.violent and act.agents and act.agents == found[k - 1].agents and _intended(reader, act):
            act.agents = [n for n in found[k - 1].targets if n not in act.targets]
            continue
        charged = _charged(reader, act) if act.spec.violent else []
        if charged:
            act.agents, act.by, act.embedded = [n for n in charged if n not in act.targets] or act.agents, True, False
            continue
        accusers = [d.agents for d in found[:k] if d.type == "accusation"]
        # Who accuses is no doer of what he accuses of, though he is the subject of the clause.
        charge = act.spec.violent or (act.spec.type == KILLING and bool(accusers))  # اتهم فلانا بقتل فلان
        if not charge or (act.agents and act.agents not in accusers) or act.type == "clash":
            continue
        doers = (
            _claimant(reader, act) or _accused_before(reader, act, found[:k]) or _accused_behind(reader, act, found[k:])
        )
        told = [n for n in doers if n not in act.targets]
        act.agents = told or act.agents
        if told:
            act.by, act.embedded = True, False


def _intended(reader: Nouns, act: Draft) -> bool:
    """Whether the act is what those meant to do who were caught or killed before it: أوقفوا ستة لاعتزامهم شن هجوم."""
    first = act.light.first if act.light is not None and act.light.first < act.first else act.first
    return any(t.form.lstrip("لب") in _MEANT for t in reader.tokens[max(reader.sentence.first, first - 2) : first])


def _charged(reader: Nouns, act: Draft) -> list[Nominal]:
    """Of whom a participle right behind him says that he stands accused of the act: التنظيم المتهم بتنفيذ الهجوم."""
    share = next((m for m in reader.sentence.of("share") if 0 < act.first - m.last <= 2), None)
    if share is None or reader.tokens[share.first - 1].form not in _SAID_OF:
        return []
    known = [n for n in reader.nominals if n.last == share.first - 2]
    return reader.group_ending(known[-1]) if known else []


def _claimant(reader: Nouns, act: Draft) -> list[Nominal]:
    """Who takes the act upon himself: أعلن فلان مسؤوليته عن الهجوم."""
    claim = next((m for m in reader.sentence.of("claim") if 0 < act.first - m.last <= 2), None)
    if claim is None:
        return []
    known = [n for n in reader.nominals if n.last < claim.first <= n.last + _BESIDE and n.named and not n.link]
    start = known[-1].first if known else claim.first
    if any(t.form.lstrip("و") in _DENIED for t in reader.tokens[max(reader.sentence.first, start - 3) : claim.first]):
        return []
    if known and any(i in reader.relative for i in range(known[-1].last + 1, claim.first)):
        return known[-1:]
    return reader.group_ending(known[-1]) if known else []


def _accused_before(reader: Nouns, act: Draft, before: list[Draft]) -> list[Nominal]:
    """Who is accused of the act that follows: اتهم فلانا بقصف القرية, حمله مسؤولية الهجوم, نسب الهجوم إليه."""
    charges = [d for d in before if d.type == "accusation"]
    if not charges:
        return []
    charge = charges[-1]
    if any(charge.last < b < act.first for b in reader.sentence.breaks) or not charge.targets:
        return []
    accused = charge.targets[-1]
    if accused.first > act.last:  # نسبت السلطات التفجير إلى فلان
        return charge.targets if accused.link == "to" and accused.first - act.last <= _REACH else []
    if act.first - accused.last > _REACH:
        return []
    governed = act.match.prefix.preposition == "ب" or any(
        0 < act.first - m.last <= 2 for m in reader.sentence.of("share")
    )
    blamed = [d for d in before if d.agents == charge.targets and d.spec.violent]
    return charge.targets if governed or (blamed and act.match.prefix.conjunction) else []


def _accused_behind(reader: Nouns, act: Draft, behind: list[Draft]) -> list[Nominal]:
    """Who is accused of the act just told: هجوم اتهمت السلطات فلانا بتنفيذه, هجوم نسبته إلى فلان."""
    for charge in behind:
        if charge.type != "accusation" or not charge.targets:
            continue
        if charge.match.suffix in _ANAPHORIC and any(n.link == "to" for n in charge.targets):
            return charge.targets
        last = charge.targets[-1].last
        guilt = [m for m in reader.sentence.of("share") if m.suffix in _ANAPHORIC and last < m.first <= last + _REACH]
        if any(not _duty(reader, m) for m in guilt):
            return charge.targets
        return []
    return []


def _duty(reader: Nouns, share: Match) -> bool:
    """Whether a word of guilt tells of somebody's own duty, not of the act: مسؤوليتها في حماية السكان."""
    behind = share.last + 1
    return share.entry.form.startswith(_CHARGE) and behind < reader.sentence.past and reader.tokens[behind].form == "في"
