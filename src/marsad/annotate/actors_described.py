"""Actors that are described rather than named: a group told by its backer, a body of civilians."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.actors.dictionary import ANAPHOR, Dictionary
from marsad.actors.nations import Nations
from marsad.actors.personal import PersonalNames
from marsad.analysis import Analysis
from marsad.annotate.actors_candidate import Candidate, placed_tokens, skip_of
from marsad.annotate.actors_organised import organised
from marsad.lexicon.automaton import Match, Matches
from marsad.resources import Resources
from marsad.text.view import Text

# What a participle behind it is said of, rather than of the group before that (هاجم مسلحون دورية تابعة للجيش), and the
# ending of people in the plural, of whom no participle in ة is.
_THING, _PEOPLE, _SINGULAR = "asset", ("ون", "ين"), "ه"
_TYING = frozenset({"من", "مع", "ل", "علي"})
_BETWEEN = 2
# "One of the inhabitants", "the number of the victims": somebody among them, or a figure.
_PART_OF = frozenset({"احد", "احدي", "عدد", "بعض", "اعداد", "مييات", "عشرات", "الاف", "معظم", "غالبيه"})


class DescribedActors:
    """Finds groups told apart by whom they stand with, and civilians as a group."""

    def __init__(self, resources: Resources) -> None:
        self._nations = resources.of(Nations)
        self._names = resources.of(PersonalNames)
        self._dictionary = resources.of(Dictionary)

    def find(self, analysis: Analysis, found: list[Candidate]) -> Iterator[Candidate]:
        """Candidates that hold other candidates, and civilians."""
        text, matches = analysis.text, analysis.matches
        at: dict[int, Candidate] = {}
        for c in found:
            if c.first not in at or at[c.first].last < c.last:
                at[c.first] = c
        yield from self._loyal(text, matches, at)
        yield from civilians(text, matches)
        placed = {r.start: r.stop - 1 for r in placed_tokens(analysis)}
        yield from people_of(text, matches, placed)
        yield from organised(text, matches, found, placed, self._names)

    def _loyal(self, text: Text, matches: Matches, at: dict[int, Candidate]) -> Iterator[Candidate]:
        """ "Militias loyal to Iran", "the forces backed by Ankara"."""
        if not matches.holding["loyal"]:
            return
        for noun in matches.of("armed_noun"):
            if noun.suffix or noun.prefix.article:
                continue
            tie = self._participle(text, matches, noun)
            if tie is None or self._named(matches, noun, tie, at):
                continue
            backer = self._backer(text, matches, tie, at)
            if backer is None:
                continue
            last = backer.last
            kind, key = self._meaning(noun, tie, backer)
            yield Candidate(noun.first, last, skip_of(text, noun), kind, key, "code:loyal", weight=6)

    def _participle(self, text: Text, matches: Matches, noun: Match) -> Match | None:
        """A participle right behind the noun, or behind one adjective."""
        definite = _definite(text, noun.first)
        plural = noun.entry.form.endswith(_PEOPLE)
        for step in range(1, _BETWEEN + 1):
            k = noun.last + step
            if k >= len(text.tokens) or text.tokens[k].sentence != text.tokens[noun.first].sentence:
                return None
            for m in matches.starting(k, "loyal"):
                if not m.prefix.conjunction and _definite(text, k) == definite:
                    return None if plural and m.entry.form.endswith(_SINGULAR) else m
            if matches.is_in(k, _THING):
                return None
            # "Units of the army loyal to": the participle agrees with the noun of the whole.
            if not text.tokens[k].word or (definite and not _definite(text, k)):
                return None
            definite = definite or _definite(text, k)
        return None

    def _named(self, matches: Matches, noun: Match, tie: Match, at: dict[int, Candidate]) -> bool:
        """Whether the group has a name of its own before the participle: then the backer is only told of it."""
        named = at.get(noun.first)
        if named is not None and noun.last < named.last < tie.first:
            return True
        return any(noun.last < m.last < tie.first for m in matches.starting(noun.first, ANAPHOR))

    def _backer(self, text: Text, matches: Matches, tie: Match, at: dict[int, Candidate]) -> Candidate | None:
        """The actor behind a participle and its preposition, over a title."""
        k = tie.last + 1
        if k < len(text.tokens) and text.tokens[k].form in _TYING:
            k += 1
        for _ in range(4):
            if k in at:
                return at[k]
            if k < len(text.tokens) and _title(matches, k):
                k += 1
            else:
                return None
        return None

    def _meaning(self, noun: Match, tie: Match, backer: Candidate) -> tuple[str, str | None]:
        nation = self._nations.of_key(backer.key or "") if backer.type in ("government", "state_force") else None
        if noun.entry.value == "state" and tie.entry.value != "backed" and nation is not None:
            return "state_force", nation.forces or None
        if nation is not None and nation.prefix == "iranian":
            return "armed_group", "iranian_militias"
        prefix = "backed" if tie.entry.value == "backed" else "pro"
        key = backer.key or "unknown"
        led = self._dictionary.get(known.parent) if (known := self._dictionary.get(backer.key)) is not None else None
        if backer.type == "person" and led is not None:
            return led.type, led.key
        return "armed_group", f"{key}_backed_groups" if prefix == "backed" else f"pro_{key}_groups"


def _definite(text: Text, at: int) -> bool:
    return text.tokens[at].form.startswith(("ال", "لل", "وال", "بال", "فال", "كال", "ولل"))


def _title(matches: Matches, at: int) -> bool:
    return any(matches.is_in(at, cls) for cls in ("rank", "office", "office_word", "nation_adjective"))


def civilians(text: Text, matches: Matches) -> Iterator[Candidate]:
    """Definite groups of civilians: "the inhabitants", "the people of the town"."""
    for match in matches.of("civil"):
        part_of = match.first and text.tokens[match.first - 1].form in _PART_OF
        if not match.suffix and not match.prefix.article and not part_of and not _qualifies(text, match):
            yield Candidate(
                match.first, match.last, skip_of(text, match), "civilians", "civilians", "table:civilians", weight=1
            )


_GROUND = frozenset(
    "المدينه البلده القريه المنطقه المحافظه الحي المخيم الناحيه القضاء الجزيره القطاع المديريه الولايه الريف".split()
)


def people_of(text: Text, matches: Matches, places: dict[int, int]) -> Iterator[Candidate]:
    """Civilians told by where they live: "the inhabitants of the town", "the people of Daraa"."""
    for match in matches.of("civil_of"):
        if match.suffix or match.prefix.article:
            continue
        if match.first and text.tokens[match.first - 1].form in _PART_OF:
            continue
        at = match.last + 1
        if at < len(text.tokens) and text.tokens[at].form in _GROUND and at - 1 == match.last:
            last = places.get(at + 1, at)
        elif at in places:
            last = places[at]
        else:
            continue
        yield Candidate(match.first, last, skip_of(text, match), "civilians", "civilians", "table:civilians", weight=2)


def _qualifies(text: Text, match: Match) -> bool:
    """Whether the word is an adjective of the noun before it (القتلى المدنيين، قادتها المدنيين)."""
    if match.first == 0 or any(match.prefix) or match.first != match.last or not match.entry.form.startswith("المدني"):
        return False
    before = text.tokens[match.first - 1]
    if before.sentence != text.tokens[match.first].sentence or not before.word:
        return False
    # Plural people: sound plurals, those like قتلى and جرحى, and those with their owner's pronoun.
    return before.form.endswith(("ين", "ون", "لي", "حي", "ري", "ها", "هم", "نا"))
