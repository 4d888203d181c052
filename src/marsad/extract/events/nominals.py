"""Who stands in a sentence: actors, and people that no actor is named for, each with what governs it."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from marsad.cues import cue
from marsad.extract.pairs import ordinals
from marsad.grammar.scene import Placed
from marsad.model import ActorRef
from marsad.model.quick import changed, quick
from marsad.text.affixes import TANWIN
from marsad.text.inflect import is_free

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from marsad.analysis import Analysis
    from marsad.grammar.scene import Scene
    from marsad.lexicon import Match
    from marsad.text.view import Token

    Mentions = tuple[Placed, ...]
    Words = Callable[[str], Sequence[Match]]

ARMED = frozenset({"state_force", "armed_group"})
_PREFIX_LINKS = {"ب": "in", "ل": "for", "ك": "none"}
# How far left of a name the head of its noun phrase may stand: "three fighters of the faction", "a post of the army".
_REACH = 9
_PLURALS = ("ون", "ين")
# A name may stand this many words behind the preposition of its phrase: إلى إسقاط فلان.
_PHRASE = 3
# A person's title makes it longer: إلى رئيس الوزراء التركي فلان.
_TITLED = 5
# They are nobody's men: استسلم آخرون للجيش.
_ANYBODY = frozenset({"person", "others"})
# What those without a name are who may act by force and are no armed group (قبائل، مستوطنون).
_BY_FORCE = frozenset({"armed", "crowd"})
# An ambush; of soldiers or police it is mostly a checkpoint of theirs.
_AMBUSH = frozenset({"كمين", "كماين"})
# Behind these a word that is noun and verb alike is a noun.
_BEFORE_NOUN = ("trigger", "trigger_verb", "harm", "link", "act_noun", "light", "toll")
# Prepositions between members and their body, and the kinds of bodies that have members.
_OF = frozenset({"من", "في"})
# Behind these stands who backs a group; he is no party to what it does.
# Between some and whose they are; how an adjective of a nation ends.
_PART, _ADJECTIVE = "من", "ي"
_BACKER = frozenset({"من", "ل"})
_BODIES = frozenset({"armed_group", "state_force", "political"})
# What ends a prepositional phrase before it reaches a name.
_ENDING = ("trigger", "trigger_verb", "light", "speech", "clause", "toll", "people", "harm", "share")


# Names of peoples whose plural has no ending that tells it from a singular.
PEOPLES = cue("people")
_STAYS = cue("stays")


@quick
@dataclass(frozen=True, slots=True)
class Nominal:
    """A party at tokens `first` to `last`; `head` is where its noun phrase begins.

    `link` is how it is governed: "" for none (subject, object or genitive), else a value of the class `link`.
    `asset`: it is named as the owner of what is meant. `joined`: coordinated with the one before."""

    first: int
    last: int
    head: int
    ref: ActorRef
    kind: str
    link: str
    link_word: str
    asset: bool = False
    joined: bool = False
    speaker: bool = False
    cue: int | None = None
    count: Placed | None = None

    @property
    def named(self) -> bool:
        """Whether it is an actor of the actors layer."""
        return self.ref.type is not None

    @property
    def armed(self) -> bool:
        """Whether it bears arms."""
        return self.kind in ARMED or self.kind in ("armed", "attacker", "state", "lone")


def nominals(
    analysis: Analysis, scene: Scene, first: int, past: int, of: Words, links: Mapping[int, Match], actors: Mentions,
    quantities: Mentions, parted: Mentions, speakers: Mapping[int, int],
) -> tuple[Nominal, ...]:  # fmt: skip
    """The parties of the sentence of tokens `first` to `past`, in order; `of` are its words by class, `links` those
    of that class by their last token, `parted` what has a name or a time."""
    if pairs := ordinals(scene, first, past):
        actors = tuple(sorted([*actors, *pairs]))
    people = of("people")
    if actors and people:
        taken = {i for a in actors for i in range(a.first, a.last + 1)}
        people = [m for m in people if taken.isdisjoint(range(m.first, m.last + 1))]
    items: Sequence[Placed | Match] = sorted([*people, *actors], key=attrgetter("first")) if people else actors
    if not items:
        return ()
    reader = _Reader(analysis, first, past, of, links, quantities, parted)
    found: list[Nominal] = []
    for item in items:
        before = found[-1] if found else None
        if isinstance(item, Placed) and before is not None and reader.of_a_people(item, before):
            found[-1] = changed(before, last=item.last)
        elif isinstance(item, Placed):
            found.append(reader.actor(item, before, speakers.get(item.mention.start)))
        elif item.first not in reader.verbs and not (reader.heads_name(item, actors) or reader.describes(item, before)):
            found.append(reader.people(item, before))
    return tuple(found)


def _backs(match: Match) -> bool:
    """Whether an adjective tells by its backer who a noun is (الموالية لفلان, المدعومة من فلان); not مدعوما, which
    tells who acts with him."""
    return match.entry.value in ("loyal", "backed") and match.suffix not in TANWIN


class _Reader:
    """Reads the noun phrases of one sentence."""

    def __init__(
        self, analysis: Analysis, first: int, past: int, of: Words, links: Mapping[int, Match], quantities: Mentions,
        parted: Mentions,
    ) -> None:  # fmt: skip
        self.text, self.first, self.past = analysis.text, first, past
        self.is_in = analysis.matches.is_in
        self.tokens: tuple[Token, ...] = analysis.text.tokens
        self.of, self.links = of, links
        verbs = {m.first for m in of("trigger_verb") if not m.suffix}
        if verbs:
            verbs -= {m.last + 1 for cls in _BEFORE_NOUN for m in of(cls)}
            verbs -= {q.last + 1 for q in quantities}
        self.verbs = verbs
        self.ends: dict[int, tuple[str, Match]] = {
            m.last: (cls, m)
            for cls in ("people", "member", "asset")
            for m in of(cls)
            if m.first not in verbs or m.prefix.article  # طالب asks, أسر takes captive, where nothing governs them
        }
        self.triggers = [t for t in of("trigger") if t.last > t.first]
        self.ended = {m.last for m in parted} | {m.last for cls in _ENDING for m in of(cls)}
        self.counts: dict[int, Placed] = {q.last: q for q in quantities}
        self.backed = {m.first for m in analysis.matches.within("loyal", first, past) if _backs(m)}

    def of_a_people(self, item: Placed, before: Nominal) -> bool:
        """Whether the name of a people only tells whose those right before it are: المسؤولون الأتراك."""
        definite = not before.named and before.last == item.first - 1 and not item.prefix
        definite = definite and self.tokens[before.first].form.startswith("ال")
        return definite and self.tokens[item.first].form in PEOPLES

    def heads_name(self, match: Match, actors: Mentions) -> bool:
        """Whether the people are told to be those of a name that follows: مقاتلي التنظيم, عناصر من التنظيم."""
        following = match.last + 1
        persons = {a.first for a in actors if not a.prefix and a.mention.type == "person"}
        starts = {a.first for a in actors if not a.prefix}
        of = self.tokens[following].form if following < self.past else ""
        if of == "من" or (of in _OF and not match.prefix.article):
            bodies = {a.first for a in actors if a.mention.type in _BODIES}
            starts, following = starts if of == "من" else bodies, following + 1
        if following not in starts and self.ends.get(following, ("", match))[0] == "member":
            following += 1
        if following == match.last + 1 and is_free(self._bare(match)):
            return following in persons or (following in starts and self.described(match, following))
        return following in starts

    def described(self, match: Match, following: int) -> bool:
        """Whether a name behind a noun is its adjective, with which it agrees: المسلحون الحوثيون, مسلحون حوثيون."""
        name, noun = self.tokens[following].form, self._bare(match)
        definite = match.prefix.article or noun.startswith("ال")
        return definite == name.startswith("ال") and any(w[-2:] == noun[-2:] == name[-2:] for w in _PLURALS)

    def describes(self, match: Match, before: Nominal | None) -> bool:
        """Whether it is an adjective (التنظيم المتطرف), part of a trigger, or آخرين behind whom it goes with."""
        if any(t.first <= match.first <= t.last for t in self.triggers):
            return True
        previous = self.tokens[match.first - 1].form if match.first > self.first else ""
        if match.prefix.article and (previous.startswith("لل") or previous.lstrip("وفبلك").startswith(("ال", "لل"))):
            return True
        if match.entry.value == "vehicle" and match.prefix.article:
            return True  # told of before
        if match.entry.value == "lone" and not (self.does(match.first - 1) or match.first - 1 in self.counts):
            return True  # an adjective, unless a verb, على يد or a number stands before it: نفذه متطرف, مئة متطرف
        if match.entry.value == "attacker" and (
            any(t.last == match.first - 1 for t in self.of("trigger"))
            or self.ends.get(match.first - 1, ("", match))[0] == "asset"
        ):
            return True  # هجوم انتحاري, زوارق انتحارية
        if match.entry.value == "armed" and match.suffix == "ه":
            return True
        if before is None:
            return False
        whose = before.last == match.first - 2 and previous == _PART and match.prefix.article
        if whose and not before.named:
            return True  # مقاتلون من العشائر
        if before.last != match.first - 1:
            return False
        bare = not match.prefix.conjunction and not match.prefix.preposition
        ending = self._bare(match)[-2:]
        if bare and not match.prefix.article and ending in _PLURALS and previous.endswith(ending):
            return True  # مستوطنون متطرفون
        plain = not before.named and bare
        return match.entry.value in ("person", "others") or (plain and match.entry.form.endswith(_ADJECTIVE))

    def does(self, last: int) -> bool:
        """Whether a verb, or على يد, ends at a token."""
        verbs = [m.last for cls in ("trigger_verb", "light") for m in self.of(cls)]
        return last in verbs or any(m.last == last and m.entry.value == "by" for m in self.of("link"))

    def actor(self, placed: Placed, before: Nominal | None, cue: int | None) -> Nominal:
        mention = placed.mention
        ref = ActorRef(mention.text, mention.start, mention.end, mention.key, mention.type)
        return self._made(placed.first, placed.last, placed.prefix, ref, self._kind(placed), before, cue)

    def _kind(self, placed: Placed) -> str:
        """The type of an actor; a people that may act by force, as tribes and settlers, is taken as those without a
        name are."""
        if placed.mention.type == "civilians" and not self.is_in(placed.first, "demonstrators"):
            for match in self.of("people"):
                if match.first == placed.first and match.entry.value in _BY_FORCE:
                    return str(match.entry.value)
        return str(placed.mention.type)

    def people(self, match: Match, before: Nominal | None) -> Nominal:
        span = self.text.slice(match.fstart, match.fend + len(match.suffix))
        count = self.counts.get(match.first - 1)
        if count is not None and count.last < match.first and not match.prefix.conjunction:
            span = self.text.span(count.first, match.last, len(count.prefix))
        ref = ActorRef(self.text.words(span), span.start, span.end)
        prefix = match.prefix.conjunction + match.prefix.preposition
        return self._made(match.first, match.last, prefix, ref, match.entry.value, before, None)

    def _made(
        self, first: int, last: int, prefix: str, ref: ActorRef, kind: str, before: Nominal | None, cue: int | None
    ) -> Nominal:
        head, asset, count, letters = self._head(first, prefix, kind)
        link, word = self._link(head, letters, _TITLED if kind == "person" else _PHRASE)
        joined = self._joined(head, letters, link, before)
        if joined and before is not None and not link:
            link, word = before.link, before.link_word
        return Nominal(first, last, head, ref, kind, link, word, asset, joined, cue is not None, cue, count)

    def _bare(self, match: Match) -> str:
        """The last word of a noun as it is written, without what is written in one before it."""
        start = match.fstart - 2 * match.prefix.article if match.first == match.last else self.tokens[match.last].fstart
        return self.text.folded.text[start : match.fend]

    def _head(self, first: int, prefix: str, kind: str) -> tuple[int, bool, Placed | None, str]:
        """Start of the noun phrase, whether what is meant is something owned, its count, the letters before it."""
        head, asset, count, letters = first, False, None, prefix
        person = kind == "person"
        if not letters and self.tokens[first].form.startswith("لل"):
            letters = "ل"
        limit = max(self.first, first - _REACH)
        while head > limit:
            if letters and not letters.endswith("ل"):
                break
            owned = letters.endswith("ل")
            found = self.ends.get(head - 1)
            if found is not None and (not letters or (owned and found[1].entry.value not in _ANYBODY)):
                cls, match = found
                if owned and kind == "armed_group" and self._ambush(match):
                    break  # قتلوا في كمين لفلان
                free = not owned and not person and is_free(self._bare(match))
                if person and cls == "people" and self._bare(match).endswith(_PLURALS):
                    break  # قتل مسلحون القاضي فلانا
                if free and not (head == first and self.described(match, head)):
                    break  # a party of its own
                head, letters = match.first, match.prefix.conjunction + match.prefix.preposition
                asset = asset or cls == "asset"
                continue
            if owned:
                step = self._owner(head, limit)
                if step is None or (kind == "armed_group" and self._ambush(step[1])):
                    break
                match = step[1]
                head, letters, asset = match.first, match.prefix.conjunction + match.prefix.preposition, True
                continue
            if head - 1 in self.counts:
                count = self.counts[head - 1]
                head, letters = count.first, count.prefix
                continue
            if self.tokens[head].form in _AMBUSH:
                break  # قتل جنديان في كمين للجيش
            if self.tokens[head - 1].form in ("من", "في") and (head - 2 in self.ends or head - 2 in self.counts):
                head -= 1
                continue
            break
        return head, asset, count, letters

    def _ambush(self, match: Match) -> bool:
        """Whether a word is an ambush that somebody fell into, no checkpoint: في كمين, بكمين."""
        within = match.prefix.preposition == "ب" or self.tokens[match.first - 1].form == "في"
        return within and match.entry.form in _AMBUSH

    def _owner(self, head: int, limit: int) -> tuple[str, Match] | None:
        """What is owned by a name with ل, up to three plain words before it: موقع عسكري لـ, نقطة تفتيش تابعة لـ."""
        for k in range(head - 1, max(limit, head - 4) - 1, -1):
            found = self.ends.get(k)
            if found is not None:
                return found if found[0] == "asset" else None
            if not self.tokens[k].word or k in self.links:
                return None
        return None

    def _link(self, head: int, letters: str, reach: int = _PHRASE) -> tuple[str, str]:
        if (letters.endswith("ل") and head - 1 in self.backed) or (
            not letters and head - 2 in self.backed and (self.tokens[head - 1].form in _BACKER or self._for(head - 1))
        ):
            return "none", self.tokens[head - 1].form
        if letters and letters[-1] in _PREFIX_LINKS:
            joined = self.links.get(head)
            before = self.links.get(head - 1)
            if before is not None and before.entry.value == "co" and letters[-1] == "ب":  # مدعوما بفلان
                return before.entry.value, before.entry.form
            if before is not None and before.entry.value == "none" and letters[-1] == "ل":  # الخاضعة لفلان
                return "none", before.entry.form
            if joined is None:
                return _PREFIX_LINKS[letters[-1]], letters[-1]
        for k in range(head - 1, max(self.first, head - reach) - 1, -1):
            before = self.links.get(k)
            if before is not None:
                if before.entry.value == "by" and before.first > self.first and self._stays(before):
                    return "none", before.entry.form
                return (before.entry.value, before.entry.form) if before.first >= self.first else ("", "")
            if self.tokens[k].form.endswith(("هم", "ها", "هما")):
                break
            if k in self.ended or not self.tokens[k].word:
                break
        return "", ""

    def _stays(self, link: Match) -> bool:
        """Whether what is in somebody's hand is only said to be so: لا تزال بيد فلان."""
        return self.tokens[link.first - 1].form in _STAYS

    def _for(self, i: int) -> bool:
        """Whether a title with ل stands at a token: للرئيس."""
        return i in self.links and self.links[i].entry.value == "for"

    def _joined(self, head: int, letters: str, link: str, before: Nominal | None) -> bool:
        """Whether و or a comma joins it to the party before; a preposition of its own may repeat the same."""
        if before is None or not 0 < head - before.last <= 3:
            return False
        if link and link != before.link and link != "between":
            return False
        between = self.tokens[before.last + 1 : head]
        if letters.startswith("و"):
            return all(t.form in (")", "(", "-") for t in between)
        if between and between[0].form.startswith("و") and all(t.word for t in between) and not link:
            return not any(t.n in self.ended or t.n in self.links for t in between)
        return len(between) == 1 and between[0].form in ("و", "،", "او") and not letters.startswith("ف")
