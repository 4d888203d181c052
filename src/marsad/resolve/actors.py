"""Which actor a mention means: bare nouns, short names, and bodies of a state that is not named with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from marsad.actors.anaphors import Anaphor
from marsad.actors.dictionary import ANAPHOR, Dictionary
from marsad.actors.nations import BODY, NATION, Body, Nation, Nations
from marsad.actors.personal import PersonalNames
from marsad.actors.subjects import Subjects
from marsad.analysis import Analysis, numbered
from marsad.annotate.actors_candidate import skip_of
from marsad.grammar.scene import Scene
from marsad.lexicon.automaton import Match
from marsad.model import Actor
from marsad.model.quick import changed
from marsad.resolve import metonymy
from marsad.resolve.actors_aliases import one_key, short_forms
from marsad.resolve.actors_around import Around
from marsad.resolve.actors_memory import Memory
from marsad.resolve.actors_offices import RULE, Offices
from marsad.resolve.actors_persons import unified
from marsad.resolve.actors_surnames import ShortNames
from marsad.resources import Resources
from marsad.text.view import Text, Token

_MINISTERS = ("وزير", "وزيره", "وزراء")
_HELD = ("رييس الوزراء", "رييس الحكومه", "رياسه الوزراء", "رياسه الحكومه")
_OTHER = frozenset({"الاخري", "الاخر", "الاخرين", "الاخرون"})
_OTHERS = 2  # words behind a bare noun among which "other" may stand
# A text that speaks this many times more of one country than of another means the body of the first by a bare "the
# government", also where the other's was named last. Tried on 160 articles: right 14 of 15 times.
_OUTWEIGHED = 4
# Words that begin like the article and are no adjectives.
_RELATIVE = frozenset("التي الذي الذين اللذين اللذان اللتين الان اليوم الي الا اليه اليها اليهم".split())


class ResolveActors:
    """The step that adds the mentions which only the text before them explains, and links each to it (`head`)."""

    name: ClassVar[str] = "resolve.actors"
    requires: ClassVar[tuple[str, ...]] = ("document", "text", "matches", "places", "actors")
    assigns: ClassVar[tuple[str, ...]] = ("actors",)

    def __init__(self, resources: Resources) -> None:
        self._dictionary = resources.of(Dictionary)
        self._nations = resources.of(Nations)
        self._names = resources.of(PersonalNames)
        self._offices = Offices(resources)
        self._body_keys: dict[Body, dict[str, str]] = {}

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        scene = Scene(analysis.text, analysis.matches)
        found = one_key(scene, unified(analysis.actors))
        taken = set(_tokens(scene, found))
        subjects = Subjects(analysis.matches, analysis.places)
        short = self._short_names(analysis, found, taken)
        short += self._acronyms(analysis, scene, found, taken)
        taken.update(_tokens(scene, short))
        bare_words = [*analysis.matches.of(ANAPHOR), *analysis.matches.of(BODY)]
        free = (m for m in bare_words if taken.isdisjoint(range(m.first, m.last + 1)))
        pending = sorted(free, key=lambda m: (m.first, -m.last))
        ordered = sorted([*found, *short], key=lambda a: a.start)
        named = self._offices.resolved(ordered, analysis.document.published, subjects.main())
        bare = list(self._bare(analysis, scene, named, pending, subjects))
        return {"actors": _headed(numbered("a", [*named, *bare]))}

    def _short_names(self, analysis: Analysis, actors: list[Actor], taken: set[int]) -> list[Actor]:
        text = analysis.text
        persons = [a for a in actors if a.type == "person" and a.key and a.rule != RULE]
        short = []
        for first, last, skip, person in ShortNames(self._names, persons).find(text, taken):
            span = text.span(first, last, skip)
            short.append(
                Actor("", span.start, span.end, text.words(span), "person", "code:surname", person.key, person.name)
            )
        return short

    def _acronyms(self, analysis: Analysis, scene: Scene, actors: list[Actor], taken: set[int]) -> list[Actor]:
        text = analysis.text
        out = []
        for token, skip, meant in short_forms(scene, actors, taken, self._names):
            span = text.span(token, token, skip)
            out.append(
                Actor("", span.start, span.end, text.words(span), meant.type, "code:acronym", meant.key, meant.name)
            )
        return out

    def _bare(
        self, analysis: Analysis, scene: Scene, named: list[Actor], pending: list[Match], subjects: Subjects
    ) -> Iterator[Actor]:
        """Walks named mentions and bare nouns in the order of the text."""
        text = analysis.text
        memory = Memory(self._dictionary)
        states = ((a.start, self._nations.of_key(a.key)) for a in named if a.key)
        around = Around(analysis, subjects, ((start, n.iso2) for start, n in states if n is not None))
        # What may stand behind a body and tell whose it is: a place, or the holder of its office.
        countries = {p.start: p.country for p in analysis.places}
        countries.update((a.start, self._country(a)) for a in named if a.type == "person")
        end, k = -1, 0
        for match in pending:
            start = text.tokens[match.first].start
            while k < len(named) and named[k].start < start:
                memory.add(named[k])
                k += 1
            if match.first <= end or match.suffix or _qualified(text, analysis, match):
                continue
            if _is_scene(analysis, match) or _in_office(analysis, match) or self._is_title(analysis, match):
                continue
            if match.entry.cls == ANAPHOR:
                meant = self._antecedent(match.entry.value, memory, subjects)
                rule = "table:anaphors"
            elif match.entry.value.bare:
                meant = self._body(analysis, match, memory, subjects, countries, around)
                rule = "table:bodies"
            else:
                continue
            if meant is None:
                continue
            kind, key, name = meant
            span = text.span(match.first, match.last, skip_of(text, match))
            actor = Actor("", span.start, span.end, text.words(span), kind, rule, key, name)
            end = match.last
            memory.add(actor)
            yield actor

    def _antecedent(
        self, anaphor: Anaphor, memory: Memory, subjects: Subjects
    ) -> tuple[str, str | None, str | None] | None:
        before = memory.antecedent(anaphor)
        fallback = self._fallback(anaphor, memory, subjects)
        if anaphor.fixed or (before is None and fallback is not None):
            if fallback is not None:
                return fallback
            if anaphor.fixed and len(anaphor.types) == 1 and not anaphor.labels:
                return None
        if before is None or before.key is None:
            return None
        return before.type, before.key, before.name

    def _fallback(self, anaphor: Anaphor, memory: Memory, subjects: Subjects) -> tuple[str, str, str | None] | None:
        best = max(anaphor.fallback, key=lambda f: subjects.weight(f[0]), default=None)
        if best is None or not subjects.is_about(best[0]):
            return None
        known = self._dictionary.get(best[1])
        if known is not None:
            return known.type, known.key, known.english
        nation = self._nations.by_key.get(best[1])
        return ("government", best[1], None) if nation is not None else None

    def _body(
        self,
        analysis: Analysis,
        match: Match,
        memory: Memory,
        subjects: Subjects,
        countries: dict[int, str | None],
        around: Around,
    ) -> tuple[str, str | None, str | None] | None:
        """The state whose body a bare head noun means: one told behind it, one named before, the text's country."""
        body: Body = match.entry.value
        nation = self._behind(analysis, match, countries)
        if nation is None:
            country = self._meant(body, memory.of_key_in(self._keys(body)), subjects)
            if body.type == "state_force" and country is not None and not around.held(match.first, country):
                return body.type, None, None
            nation = self._nations.by_country.get(country) if country else None
        if nation is None:
            return None
        return body.type, body.key_of(nation), None

    def _meant(self, body: Body, named: str | None, subjects: Subjects) -> str | None:
        """The country whose body a bare noun means: that whose body was named last, of a
        government unless the text hardly speaks of it."""
        main = subjects.main()
        if named is None or main is None or body.type != "government":
            return named or main
        return named if subjects.weight(named) * _OUTWEIGHED >= subjects.weight(main) else main

    def _is_title(self, analysis: Analysis, match: Match) -> bool:
        """Whether a bare noun is the rank of a person whose name follows (اللواء)."""
        tokens, at = analysis.text.tokens, match.last + 1
        if not analysis.matches.is_in(match.first, "rank"):
            return False
        named = at < len(tokens) and (self._names.is_unit(tokens[at].form) or self._names.is_unknown(tokens[at].form))
        return named or match.first == 0 or analysis.matches.is_in(at, "rank")

    def _country(self, person: Actor) -> str | None:
        known = self._dictionary.get(person.key)
        return known.country if known is not None else None

    def _keys(self, body: Body) -> dict[str, str]:
        """The keys of a body with the country of each."""
        if body not in self._body_keys:
            self._body_keys[body] = {body.key_of(n): n.iso2 for n in reversed(self._nations.all) if n.prefix}
        return self._body_keys[body]

    def _behind(self, analysis: Analysis, match: Match, countries: dict[int, str | None]) -> Nation | None:
        """The nation of a place right behind: "the security forces in Bahrain"."""
        at = match.last + 1
        tokens = analysis.text.tokens
        if at + 1 >= len(tokens):
            return None
        if tokens[at].form != "في":
            held = match.entry.form.endswith(_HELD) and countries.get(tokens[at].start)
            return self._nations.by_country.get(held) if held else None
        for m in analysis.matches.starting(at + 1, NATION):
            nation: Nation = m.entry.value
            return nation
        country = countries.get(tokens[at + 1].start)
        return self._nations.by_country.get(country) if country else None


def _qualified(text: Text, analysis: Analysis, match: Match) -> bool:
    """Whether an adjective behind a bare noun makes it something else ("the judicial system")."""
    at = match.last + 1
    if at >= len(text.tokens):
        return False
    for other in text.tokens[at : at + _OTHERS]:
        if other.form in _OTHER and other.sentence == text.tokens[match.last].sentence:
            return True  # "the other militias" are none of those told of
    token = text.tokens[at]
    if token.form.isdigit() and token.sentence == text.tokens[match.last].sentence:
        return True  # "division 16" is not the division told of
    if token.sentence != text.tokens[match.first].sentence or not token.form.startswith("ال"):
        return False
    if token.form in _RELATIVE or analysis.matches.is_in(at, "epithet"):
        return False
    if text.tokens[match.last].end + 1 < token.start or analysis.matches.is_in(at, "ground"):
        return False
    return _agrees(analysis, match, token)


def _agrees(analysis: Analysis, match: Match, token: Token) -> bool:
    """Whether a definite word can be the adjective of a bare noun: feminine in ة, masculine in ي or a listed one."""
    head = match.entry.form.split(" ", 1)[0]
    if head.endswith(("ه", "ات", "ايل")):
        return token.form.endswith("ه")
    if head.endswith(("ون", "ين")):
        return token.form.endswith(("ون", "ين"))
    return token.form.endswith("ي") or analysis.matches.is_in(token.n, "agreeing")


def _is_scene(analysis: Analysis, match: Match) -> bool:
    """Whether a bare noun names a building or a stretch of land: "before the ministry", "in the kingdom"."""
    matches, before = analysis.matches, match.first - 1
    if before < 0 or analysis.text.tokens[before].sentence != analysis.text.tokens[match.first].sentence:
        return False
    if matches.is_in(before, "facility") and not match.prefix.preposition:
        return True
    if match.entry.form != "المملكه":
        return False
    return not metonymy.acts(analysis.text, matches, match)


def _in_office(analysis: Analysis, match: Match) -> bool:
    """Whether a body is part of an office before it: "minister of the interior"."""
    before = match.first - 1
    return before >= 0 and match.entry.cls == BODY and analysis.text.tokens[before].form.endswith(_MINISTERS)


def _tokens(scene: Scene, actors: Iterable[Actor]) -> Iterator[int]:
    for actor in actors:
        placed = scene.tokens_of(actor)
        if placed is not None:
            yield from range(placed.first, placed.last + 1)


def _headed(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Mentions that refer back, with the id of the mention of the same actor before them."""
    last: dict[str, str] = {}
    out = []
    for actor in actors:
        if actor.key is None:
            out.append(actor)
            continue
        before = last.get(actor.key)
        refers = actor.rule in ("table:anaphors", "code:surname", "table:bodies")
        out.append(changed(actor, head=before) if refers and before else actor)
        last[actor.key] = actor.id
    return tuple(out)
