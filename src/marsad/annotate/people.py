"""Persons: names behind a title or an office, and names that a table of given names tells without one."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.actors.personal import KUNYA, PARTICLES, PersonalNames
from marsad.analysis import Analysis
from marsad.annotate.actors_candidate import Candidate, placed_tokens, quoted
from marsad.annotate.people_titles import Titles
from marsad.lexicon.automaton import Matches
from marsad.resources import Resources
from marsad.text.view import Text, Token

_LONGEST = 8
_UNKNOWN_AT_MOST = 2


class People:
    """Finds persons. What the dictionary knows already is found there; the longer candidate wins."""

    def __init__(self, resources: Resources) -> None:
        self._names = resources.of(PersonalNames)
        self._titles = Titles()

    def find(self, analysis: Analysis, found: list[Candidate]) -> Iterator[Candidate]:
        """Candidates for persons, and known persons again with their role."""
        text, matches = analysis.text, analysis.matches
        known = {c.first: c for c in found if c.type == "person"}
        covered = {n for c in found for n in range(c.first, c.last + 1)}
        ranges = list(placed_tokens(analysis))
        places = {n for r in ranges for n in r}
        behind = self._titles.behind(text, matches, covered, places)
        end = -1
        for token in text.tokens:
            n = token.n
            if n in known:
                title = behind.get(n)
                if title is not None:
                    yield known[n]._replace(role=_role(text, title, n), weight=6)
            if n <= end or not token.word or (n in places and n not in behind):
                continue
            candidate = self._at(text, matches, token, behind.get(n))
            if candidate is not None:
                end = candidate.last
                yield candidate
                continue
        yield from self._titles.alone(text, matches, ranges, list(found), {*known, *self._starts(text)})

    def _starts(self, text: Text) -> Iterator[int]:
        opens = self._names.opens
        return (t.n for t in text.tokens if t.word and opens(t.form))

    def _at(self, text: Text, matches: Matches, token: Token, title: int | None) -> Candidate | None:
        """A person whose name begins at a token; `title` is the first token of the title before it, if any."""
        form, skip = token.form, 0
        opens = self._names.opens
        if not opens(form):
            if title is None:
                if form == "ام" and quoted(text, token.n, token.n + 1):
                    pass
                elif form[0] in "وفبلك" and len(form) > 3 and opens(form[1:]):
                    form, skip = form[1:], 1
                else:
                    return None
            elif token.n in _holders(matches, token) or not self._titled(text, matches, token, title):
                return None
        if _in_facility(text, matches, token.n if title is None else title):
            return None
        if _blocked(text, token):
            return None
        forms, last, solid = self._run(text, matches, token.n, form)
        if title is None:
            if solid < 2 or len(forms) < 2:
                return None
        elif not forms:
            return None
        key = self._names.key(forms)
        role = _role(text, title, token.n) if title is not None else None
        rule = "code:titled" if title is not None else "table:names"
        return Candidate(token.n, last, skip, "person", key, rule, role=role, weight=2)

    def _titled(self, text: Text, matches: Matches, token: Token, title: int) -> bool:
        """Whether a word behind a title is its holder's name: one of the tables, or a foreign one behind a rank."""
        if self._names.is_unit(token.form) or token.form in KUNYA:
            return True
        strong = any(m.last == token.n - 1 and m.entry.value == "strong" for m in matches.at.get(token.n - 1, ()))
        following = _next(text, token)
        named = self._names.is_unknown(following) or (self._names.is_unit(following) and following not in PARTICLES)
        return (strong or named) and self._names.is_unknown(token.form)

    def _run(self, text: Text, matches: Matches, first: int, head: str) -> tuple[list[str], int, int]:
        """The words of a name, its last token, and how many of its parts the tables know."""
        tokens = text.tokens
        _, past = text.sentence_tokens[tokens[first].sentence]
        forms: list[str] = []
        at, last, solid, unknown = first, first, 0, 0
        while at < min(past, first + _LONGEST):
            form = head if at == first else tokens[at].form
            if not tokens[at].word or (at > first and (_blocked(text, tokens[at]) or _parted(text, tokens, at))):
                break
            if form == "ال" and "آ" not in text.raw[tokens[at].start : tokens[at].end]:
                break
            if form in PARTICLES and at + 1 < past and tokens[at + 1].word:
                following = tokens[at + 1].form
                if following in PARTICLES and at + 2 < past and tokens[at + 2].word:
                    forms += [form, following, tokens[at + 2].form]
                    at += 3
                elif self._follows_particle(form, following):
                    forms += [form, following]
                    at += 2
                else:
                    break
                solid += 2 if form in KUNYA and not forms[:-2] else 1
            elif self._names.is_unit(form) or (forms and self._names.is_surname(form)):
                forms.append(form)
                solid += 1
                at += 1
            elif unknown < _UNKNOWN_AT_MOST and at not in matches.at and self._names.is_unknown(form):
                forms.append(form)
                unknown += 1
                # One unknown word behind a given name is its surname; two are no evidence of more.
                solid += unknown == 1 and at > first
                at += 1
            else:
                break
            last = at - 1
        return forms, last, solid

    def _follows_particle(self, particle: str, form: str) -> bool:
        if particle == "عبد":
            return form.startswith("ال") or form == "ربه" or form == "رب"
        if len(form) < 3:
            return False
        return self._names.is_unit(form) or form.startswith("ال") or self._names.is_unknown(form)


def _next(text: Text, token: Token) -> str:
    following = text.tokens[token.n + 1] if token.n + 1 < len(text.tokens) else token
    return following.form if following.sentence == token.sentence and following.word else ""


def _in_facility(text: Text, matches: Matches, first: int) -> bool:
    """A mosque, hospital or street that bears a person's name is no person."""
    return first > 0 and matches.is_in(first - 1, "facility")


def _parted(text: Text, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether more than a blank stands before a token: a quotation mark or a line's end parts two names."""
    return text.raw[tokens[at - 1].end : tokens[at].start].strip(" \u00a0") != ""


def _blocked(text: Text, token: Token) -> bool:
    """على is no Ali."""
    return token.form == "علي" and text.raw[token.start : token.end].endswith("ى")


def _holders(matches: Matches, token: Token) -> set[int]:
    """The token itself where it is a title or a trigger rather than a name."""
    classes = {m.entry.cls for m in matches.at.get(token.n, ()) if m.last == token.n}
    return {token.n} if classes & {"rank", "office", "nation_adjective", "nation", "capital", "armed_noun"} else set()


def _role(text: Text, title: int, name: int) -> str:
    last = name - 1
    while last > title and not text.tokens[last].word:
        last -= 1
    return text.words(text.span(title, last))
