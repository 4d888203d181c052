"""What the lexicons found in a text, by class and by token: a match is made when it is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from operator import itemgetter
from typing import NamedTuple, TypeVar

from marsad.lexicon.entry import Entry
from marsad.lexicon.wordtable import WordHit
from marsad.text.affixes import Prefix
from marsad.text.view import Text

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Match(NamedTuple):
    """An entry found in the text: tokens `first` to `last` (inclusive).

    `fstart` and `fend` bound the entry alone in the folded text, without prefix and suffix."""

    first: int
    last: int
    fstart: int
    fend: int
    prefix: Prefix
    suffix: str
    entry: Entry


class Known(NamedTuple):
    """What a word alone matches, wherever it stands: all, longest first, and the same by class."""

    hits: tuple[WordHit, ...]
    classes: dict[str, tuple[WordHit, ...]]


# Past the constructor of the named tuple: so many are made that its frame would be a third of the time.
_new = tuple.__new__
_NOWHERE = frozenset[int]()
_first, _fend = itemgetter(0), itemgetter(3)  # of a match


class _Words(NamedTuple):
    """The words of a text: its tokens, what each form that matches something alone matches, the phrases by their first
    token; and by class the forms that hold it, and its phrases."""

    text: Text
    known: Mapping[str, Known]
    phrases: Mapping[int, list[Match]]
    forms_of: Mapping[str, list[str]]
    phrases_of: Mapping[str, list[Match]]


class _Rows(dict[K, V]):
    """A dict that makes a row where it is asked for one that it lacks (`__missing__`), also by `get`."""

    def get(self, key: K, default: object = None) -> V:
        return self[key]


class _Holding(_Rows[str, AbstractSet[int]]):
    """By class the tokens at which its matches begin; none where a class has no match."""

    def __init__(self, words: _Words) -> None:
        self._words = words

    def __missing__(self, cls: str) -> AbstractSet[int]:
        words = self._words
        made: set[int] | frozenset[int] = _NOWHERE
        forms, phrases = words.forms_of.get(cls), words.phrases_of.get(cls)
        if forms is not None:
            at = words.text.forms
            made = set(at[forms[0]]) if len(forms) == 1 else set[int]().union(*[at[form] for form in forms])
        if phrases is not None:
            made = made.union([match.first for match in phrases])
        self[cls] = made
        return made


class _AtToken(_Rows[int, Sequence[Match]]):
    """The matches that begin at each token, longest first: each row is made when it is asked for."""

    def __init__(self, words: _Words) -> None:
        self._words = words

    def __missing__(self, token: int) -> Sequence[Match]:
        text, known, phrases, _, _ = self._words
        here: Sequence[Match] = ()
        if 0 <= token < len(text.tokens) and (word := known.get(text.tokens[token].form)) is not None:
            base = text.tokens[token].fstart
            here = [_new(Match, (token, token, base + a, base + b, p, s, entry)) for a, b, p, s, entry in word.hits]
        if token in phrases:
            here = sorted([*phrases[token], *here], key=_fend, reverse=True)
        self[token] = here
        return here


class _OfClass(_Rows[int, Sequence[Match]]):
    """The matches of a class that begin at each token, longest first: each row is made when it is asked for."""

    def __init__(self, cls: str, holding: AbstractSet[int], words: _Words) -> None:
        self._cls, self._holding, self._words = cls, holding, words

    def __missing__(self, token: int) -> Sequence[Match]:
        if token not in self._holding:
            return ()
        text, known, phrases, _, _ = self._words
        cls, word = self._cls, known.get(text.tokens[token].form)
        here: Sequence[Match] = ()
        if word is not None and cls in word.classes:
            base, hits = text.tokens[token].fstart, word.classes[cls]
            here = [_new(Match, (token, token, base + a, base + b, p, s, entry)) for a, b, p, s, entry in hits]
        if token in phrases:
            here = sorted([*[m for m in phrases[token] if m.entry.cls == cls], *here], key=_fend, reverse=True)
        self[token] = here
        return here


class _ByClass(_Rows[str, _OfClass]):
    """The tables of all classes, each made when it is asked for."""

    def __init__(self, holding: _Holding, words: _Words) -> None:
        self._holding, self._words = holding, words

    def __missing__(self, cls: str) -> _OfClass:
        made = self[cls] = _OfClass(cls, self._holding[cls], self._words)
        return made


class Matches:
    """Matches by class and first token; those at one token stand longest first.

    A word matches entries of several classes on average, and few of them are ever looked at: what it matches is
    known by its form (`known`: the forms of the text that match something), and a match is made when it is asked for.

    `at[token]` are the matches that begin at a token, of all classes; `holding[cls]` the tokens at which those of a
    class begin; `begin[cls][token]` those of a class that begin at a token. All three are dicts that answer whatever
    they are asked, so that a question which mostly has no answer costs no call."""

    def __init__(self, text: Text, known: Mapping[str, Known], phrases: Mapping[int, list[Match]]) -> None:
        self.text = text
        forms_of: defaultdict[str, list[str]] = defaultdict(list)
        for form, word in known.items():
            for cls in word.classes:
                forms_of[cls].append(form)
        phrases_of: defaultdict[str, list[Match]] = defaultdict(list)
        for here in phrases.values():
            for match in here:
                phrases_of[match.entry.cls].append(match)
        self._words = _Words(text, known, phrases, forms_of, phrases_of)
        holding = _Holding(self._words)
        self.at: Mapping[int, Sequence[Match]] = _AtToken(self._words)
        self.holding: Mapping[str, AbstractSet[int]] = holding
        self.begin: Mapping[str, Mapping[int, Sequence[Match]]] = _ByClass(holding, self._words)
        self._of: dict[str, list[Match]] = {}
        self._ending: dict[str, dict[int, list[Match]]] = {}
        self._derived: dict[Callable[[Matches], object], object] = {}

    def of(self, cls: str) -> list[Match]:
        """All matches of a class, in the order in which they begin."""
        made = self._of.get(cls)
        if made is None:
            made = self._of[cls] = self._all(cls)
        return made

    def _all(self, cls: str) -> list[Match]:
        """The matches of a class form by form, put in order: that takes less than asking token by token."""
        words = self._words
        forms, phrases = words.forms_of.get(cls), words.phrases_of.get(cls)
        found = [] if phrases is None else sorted(phrases, key=_fend, reverse=True)
        if forms is not None:
            starts, at, known = words.text.fstarts, words.text.forms, words.known
            for form in forms:
                for a, b, prefix, suffix, entry in known[form].classes[cls]:
                    for token in at[form]:
                        base = starts[token]
                        found.append(_new(Match, (token, token, base + a, base + b, prefix, suffix, entry)))
            if phrases is not None:
                found.sort(key=_fend, reverse=True)
        if len(found) > 1:
            found.sort(key=_first)
        return found

    def within(self, cls: str, first: int, past: int) -> list[Match]:
        """The matches of a class that begin at the tokens `first` to `past`, in order."""
        made = self._of.get(cls)
        if made is None:
            made = self.of(cls)
        if not made:
            return []
        start = bisect_left(made, (first,))
        return made[start : bisect_left(made, (past,), start)]

    def starting(self, token: int, cls: str) -> Sequence[Match]:
        """Matches of a class whose first token is `token`, longest first."""
        return self.begin[cls][token] if token in self.holding[cls] else ()

    def ending(self, token: int, cls: str) -> Sequence[Match]:
        """Matches of a class whose last token is `token`, in the order in which they begin."""
        made = self._ending.get(cls)
        if made is None:
            made = self._ending[cls] = {}
            for match in self.of(cls):
                made.setdefault(match.last, []).append(match)
        return made.get(token, ())

    def is_in(self, token: int, cls: str) -> bool:
        """Whether a match of a class begins at a token."""
        return token in self.holding[cls]

    def derived(self, make: Callable[[Matches], T]) -> T:
        """What a function makes of these matches, made once.

        It may keep the matches that it is given: they are these without what was derived of them. Where the two held
        each other nothing of a document would be freed before the garbage collector walked all that was ever read."""
        if make not in self._derived:
            bare = copy(self)
            bare._derived = {}
            self._derived[make] = make(bare)
        return self._derived[make]  # type: ignore[return-value]
