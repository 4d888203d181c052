"""Persons: names behind a title or an office, and names that a table of given names tells without one."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.actors.personal import KUNYA, PARTICLES, PersonalNames
from marsad.analysis import Analysis
from marsad.annotate.actors_candidate import Candidate, placed_tokens, quoted
from marsad.annotate.people_names import NameReader
from marsad.annotate.people_titles import Titles
from marsad.lexicon.automaton import Matches
from marsad.resources import Resources
from marsad.text.view import Text, Token

# Classes of words that hold a title or trigger something, and are no names.
_NO_NAMES = ("rank", "office", "nation_adjective", "nation", "capital", "armed_noun")
# Behind a first name, before its father's.
_SON = frozenset({"بن", "بنت"})


class People:
    """Finds persons. What the dictionary knows already is found there; the longer candidate wins."""

    def __init__(self, resources: Resources) -> None:
        self._names = resources.of(PersonalNames)
        self._reader = NameReader(self._names)
        self._titles = Titles()

    def find(self, analysis: Analysis, found: list[Candidate]) -> Iterator[Candidate]:
        """Candidates for persons, and known persons again with their role."""
        text, matches = analysis.text, analysis.matches
        known = {c.first: c for c in found if c.type == "person"}
        covered = {n for c in found for n in range(c.first, c.last + 1)}
        ranges = list(placed_tokens(analysis))
        places = {n for r in ranges for n in r}
        behind = self._titles.behind(text, matches, covered, places)
        ends = {c.last for c in known.values()}
        end = -1
        opening, joined, borne = self._names.beginning(text.forms)
        begin = opening | joined | borne & _told(text, matches)
        for n in sorted(begin | known.keys() | behind.keys()):
            token = text.tokens[n]
            if n in known:
                title = behind.get(n)
                if title is not None:
                    yield known[n]._replace(role=_role(text, title, n), weight=6)
            if n <= end or not token.word or (n in places and behind.get(n, n) in places):
                continue
            title = behind.get(n)
            if title is None and n not in begin:
                continue
            candidate = self._at(text, matches, token, title)
            if candidate is not None:
                end = candidate.last
                if not _in_facility(text, matches, n if title is None else title):
                    ends.add(end)
                    yield candidate
        for office in self._titles.alone(text, matches, ranges, found, opening | known.keys()):
            if not self._of_named(text, office, ends):
                yield office

    def _of_named(self, text: Text, office: Candidate, ends: set[int]) -> bool:
        """Whether an office stands behind its holder's name, or before one that no table knows."""
        tokens = text.tokens
        before = office.first - 1
        if before in ends or (before > 0 and tokens[before].form == "،" and before - 1 in ends):
            return True
        following = tokens[office.last + 1] if office.last + 1 < len(tokens) else None
        return following is not None and following.word and self._names.is_unknown(following.form)

    def _at(self, text: Text, matches: Matches, token: Token, title: int | None) -> Candidate | None:
        """A person whose name begins at a token; `title` is the first token of the title before it, if any."""
        form, skip = token.form, 0
        names = self._names
        if not names.opens(form):
            if title is None:
                if (form == "ام" and token.n + 1 < len(text.tokens) and quoted(text, token.n, token.n + 1)) or (
                    names.is_unit(form) and _next(text, token) == "الدين"
                ):
                    pass
                elif form[0] in "وفبلك" and len(form) > 3 and names.opens(form[1:]) and not names.is_word(form):
                    form, skip = form[1:], 1
                elif not self._speaks(text, matches, token):
                    return None
            elif token.n in _holders(matches, token) or not self._titled(text, matches, token, title):
                return None
        if _blocked(text, token):
            return None
        run = self._reader.run(text, matches, token.n, form)
        if title is None and run.forms[1:] == ("الله",):
            return None  # "with God's help" is no name
        if not run.forms or (title is None and (run.solid < 2 or len(run.forms) < 2)):
            return None
        if title is not None and self._described(matches, token, run.forms):
            return None
        role = _role(text, title, token.n) if title is not None else None
        rule = "code:titled" if title is not None else "table:names"
        return Candidate(token.n, run.last, skip, "person", names.key(run.forms), rule, role=role, weight=2)

    def _described(self, matches: Matches, token: Token, forms: tuple[str, ...]) -> bool:
        """Whether the one word behind a common noun is its adjective, no name (الطفل الصغير)."""
        if len(forms) != 1 or not forms[0].startswith("ال") or self._names.is_surname(forms[0]):
            return False
        before = [m for m in matches.starting(token.n - 1, "rank") if m.last == token.n - 1]
        return bool(before) and all(m.entry.value != "strong" for m in before) and self._names.is_word(forms[0])

    def _speaks(self, text: Text, matches: Matches, token: Token) -> bool:
        """Whether an ordinary word is a name all the same: it speaks, and a foreign or rare word follows it."""
        if not matches.is_in(token.n - 1, "speaks") or not self._names.is_unit(token.form):
            return False
        following = _next(text, token)
        return len(following) > 2 and self._names.is_unknown(following)

    def _titled(self, text: Text, matches: Matches, token: Token, title: int) -> bool:
        """Whether a word behind a title is its holder's name: one of the tables, or a foreign one behind a rank."""
        before = matches.at[token.n - 1]
        if any(m.last == token.n - 1 and not m.prefix.article for m in matches.starting(token.n - 1, "office")):
            # "Head of a centre": what stands right behind an office is its field, not its holder.
            return False
        if self._names.is_unit(token.form) or token.form in KUNYA:
            return True
        strong = any(m.last == token.n - 1 and m.entry.value == "strong" for m in before)
        following = _next(text, token)
        known = self._names.is_unit(following) and (following not in PARTICLES or following in _SON)
        named = known or self._names.is_unknown(following)
        return (strong or named) and self._names.is_unknown(token.form)


def _told(text: Text, matches: Matches) -> set[int]:
    """Tokens that words beside them tell to be a name, where they can be one: it speaks, or goes on with الدين."""
    return {n + 1 for n in matches.holding["speaks"]}.union([n - 1 for n in text.forms.get("الدين", ())])


def _next(text: Text, token: Token) -> str:
    following = text.tokens[token.n + 1] if token.n + 1 < len(text.tokens) else token
    return following.form if following.sentence == token.sentence and following.word else ""


def _in_facility(text: Text, matches: Matches, first: int) -> bool:
    """A mosque, hospital or street that bears a person's name is no person."""
    return first > 0 and matches.is_in(first - 1, "facility")


def _blocked(text: Text, token: Token) -> bool:
    """على is no Ali."""
    return token.form == "علي" and text.raw[token.start : token.end].endswith("ى")


def _holders(matches: Matches, token: Token) -> set[int]:
    """The token itself where it is a title or a trigger rather than a name."""
    held = any(m.last == token.n for cls in _NO_NAMES for m in matches.starting(token.n, cls))
    return {token.n} if held else set()


def _role(text: Text, title: int, name: int) -> str:
    last = name - 1
    while last > title and not text.tokens[last].word:
        last -= 1
    return text.words(text.span(title, last))
