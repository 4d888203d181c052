"""The words of all lexicons found in a text: phrases by one automaton, single words by what it said of them before."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from typing import NamedTuple, TypeVar

from daachorse import CharwiseDoubleArrayAhoCorasick

from marsad.lexicon.entry import Entry, Variant, variants
from marsad.lexicon.wordtable import MAY_PRECEDE, WordHit, WordTable
from marsad.text.affixes import Prefix
from marsad.text.view import Text, Token

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


class _Words(NamedTuple):
    """The words of a text: its tokens, what each of them alone matches, and the phrases by their first token."""

    tokens: Sequence[Token]
    known: Sequence[Known | None]
    phrases: Mapping[int, list[Match]]


class _Rows(dict[K, V]):
    """A dict that makes a row where it is asked for one that it lacks (`__missing__`), also by `get`."""

    def get(self, key: K, default: object = None) -> V:
        return self[key]


class _Holding(_Rows[str, AbstractSet[int]]):
    """By class the tokens at which its matches begin; none where a class has no match."""

    def __missing__(self, cls: str) -> AbstractSet[int]:
        return _NOWHERE


def _holding(forms: Iterable[tuple[Known, Sequence[int]]], phrases: Mapping[int, Iterable[Match]]) -> _Holding:
    held: defaultdict[str, set[int]] = defaultdict(set)
    for known, at in forms:
        for cls in known.classes:
            held[cls].update(at)
    for token, here in phrases.items():
        for match in here:
            held[match.entry.cls].add(token)
    return _Holding(held)


class _AtToken(_Rows[int, Sequence[Match]]):
    """The matches that begin at each token, longest first: each row is made when it is asked for."""

    def __init__(self, words: _Words) -> None:
        self._words = words

    def __missing__(self, token: int) -> Sequence[Match]:
        tokens, words, phrases = self._words
        known = words[token] if 0 <= token < len(words) else None
        here: Sequence[Match] = ()
        if known is not None:
            base = tokens[token].fstart
            here = [_new(Match, (token, token, base + a, base + b, p, s, entry)) for a, b, p, s, entry in known.hits]
        if token in phrases:
            here = sorted([*phrases[token], *here], key=_longest_first)
        self[token] = here
        return here


class _OfClass(_Rows[int, Sequence[Match]]):
    """The matches of a class that begin at each token, longest first: each row is made when it is asked for."""

    def __init__(self, cls: str, holding: AbstractSet[int], words: _Words) -> None:
        self._cls, self.holding, self._words = cls, holding, words

    def __missing__(self, token: int) -> Sequence[Match]:
        if token not in self.holding:
            return ()
        tokens, words, phrases = self._words
        known, cls = words[token], self._cls
        here: Sequence[Match] = ()
        if known is not None and cls in known.classes:
            base = tokens[token].fstart
            here = [
                _new(Match, (token, token, base + a, base + b, p, s, entry)) for a, b, p, s, entry in known.classes[cls]
            ]
        if token in phrases:
            here = sorted([*(m for m in phrases[token] if m.entry.cls == cls), *here], key=_longest_first)
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
    known by its form, and a match is made when it is asked for. `words` are the forms that match something, each with
    the tokens that have it.

    `at[token]` are the matches that begin at a token, of all classes; `holding[cls]` the tokens at which those of a
    class begin; `begin[cls][token]` those of a class that begin at a token. All three are dicts that answer whatever
    they are asked, so that a question which mostly has no answer costs no call."""

    def __init__(
        self, text: Text, words: Iterable[tuple[Known, Sequence[int]]], phrases: dict[int, list[Match]]
    ) -> None:
        self.text = text
        forms = tuple(words)
        by_token: list[Known | None] = [None] * len(text.tokens)
        for known, at in forms:
            for token in at:
                by_token[token] = known
        parts, holding = _Words(text.tokens, by_token, phrases), _holding(forms, phrases)
        self.at: Mapping[int, Sequence[Match]] = _AtToken(parts)
        self.holding: Mapping[str, AbstractSet[int]] = holding
        self.begin: Mapping[str, Mapping[int, Sequence[Match]]] = _ByClass(holding, parts)
        self._of: dict[str, list[Match]] = {}
        self._derived: dict[Callable[[Matches], object], object] = {}

    def of(self, cls: str) -> list[Match]:
        """All matches of a class, in the order in which they begin."""
        made = self._of.get(cls)
        if made is None:
            begin = self.begin[cls]
            made = self._of[cls] = [match for token in sorted(self.holding[cls]) for match in begin[token]]
        return made

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
        return self.begin[cls][token]

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


_REMEMBERED = 200_000
_UNSEEN = Known((), {})


class _Phrases:
    """The automaton over the patterns of more than one word: each hit with the entries that it may be one of."""

    def __init__(self, table: dict[str, list[Variant]]) -> None:
        self._variants = list(table.values())
        self._pma = CharwiseDoubleArrayAhoCorasick(list(table)) if table else None

    def __getstate__(self) -> tuple[list[list[Variant]], bytes | None]:
        return self._variants, None if self._pma is None else self._pma.serialize()

    def __setstate__(self, state: tuple[list[list[Variant]], bytes | None]) -> None:
        self._variants, compiled = state
        self._pma = None if compiled is None else CharwiseDoubleArrayAhoCorasick.deserialize(compiled)

    def hits(self, folded: str) -> list[tuple[int, int, list[Variant]]]:
        """Patterns that stand where a word can begin: start, end, variants."""
        if self._pma is None:
            return []
        return [
            (start, end, self._variants[pattern])
            for start, end, pattern in self._pma.find_overlapping(folded)
            if not (before := folded[start - 1 : start]).isalnum() or before in MAY_PRECEDE
        ]


class Automaton:
    """All lexicons compiled together. Building takes time linear in the number of letters.

    Phrases are found by one pass over the text. What a word alone matches depends on nothing else: it is taken
    apart and looked up once, and remembered."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        phrases: dict[str, list[Variant]] = {}
        words: list[Entry] = []
        for entry in entries:
            if entry.form.isalpha():
                words.append(entry)
            else:
                for variant in variants(entry):
                    phrases.setdefault(variant.pattern, []).append(variant)
        self._words, self._phrases = WordTable(words), _Phrases(phrases)
        self._memory: dict[str, Known | None] = {}

    def __getstate__(self) -> tuple[WordTable, _Phrases]:
        return self._words, self._phrases

    def __setstate__(self, state: tuple[WordTable, _Phrases]) -> None:
        self._words, self._phrases = state
        self._memory = {}

    def find(self, text: Text) -> Matches:
        """Every entry that stands in the text as a word of its own, or with affixes that its part takes."""
        if len(self._memory) > _REMEMBERED:  # bounded, whatever is read
            self._memory.clear()
        memory = self._memory
        words: list[tuple[Known, Sequence[int]]] = []
        for form, at in text.forms.items():
            known = memory.get(form, _UNSEEN)
            if known is _UNSEEN:
                known = memory[form] = _known(self._words.hits(form)) if form[0].isalpha() else None
            if known is not None:
                words.append((known, at))
        return Matches(text, words, self._find_phrases(text))

    def _find_phrases(self, text: Text) -> dict[int, list[Match]]:
        folded, tokens = text.folded.text, text.tokens
        found: dict[int, list[Match]] = {}
        for start, end, options in self._phrases.hits(folded):
            first = text.token_at(start)
            last = text.token_at(end - 1)
            # A pattern may begin or end with a sign, which takes no affix.
            before = folded[tokens[first].fstart : start]
            after = folded[end : tokens[last].fend]
            here = [
                Match(first, last, start, end, prefix, after, variant.entry)
                for variant in options
                if after in variant.suffixes and (prefix := variant.prefixes.get(before)) is not None
            ]
            if here:
                found.setdefault(first, []).extend(here)
        return found


def _known(hits: Sequence[WordHit]) -> Known | None:
    if not hits:
        return None
    classes: dict[str, tuple[WordHit, ...]] = {}
    for hit in hits:
        classes[hit[4].cls] = (*classes.get(hit[4].cls, ()), hit)
    return Known(tuple(hits), classes)


def _longest_first(match: Match) -> int:
    return -match.fend
