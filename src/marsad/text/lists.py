"""Explicit lists as structure: items in every dress, and the words that lead in to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.text.markers import LAST, Marker, begins_line, markers
from marsad.text.view import Text

LEAST_ITEMS = 2
# A heading is a short line without a full stop, a paragraph's head a few words before a colon.
HEADING_WORDS = 10
HEAD_WORDS = 14
# Items of a list follow each other within so many sentences.
REACH = 25
_ENDS = frozenset(".؟!:،؛")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: tokens `first` to `last` (inclusive) are its words without the mark.

    `order` is its number, None in a list of mere headings; `head` is the last token of its heading or of the
    words before its colon, None where it has neither; `mark` is the first token of the mark."""

    order: int | None
    mark: int
    first: int
    last: int
    head: int | None


@dataclass(frozen=True, slots=True)
class TextList:
    """Items of one dress. `lead` are the tokens (first, last) of the words that lead in to it, None at a text's start.

    Dresses: number, letter, bullet, adverb, ordinal, of_them, side, heading."""

    dress: str
    items: tuple[ListItem, ...]
    lead: tuple[int, int] | None


def find_lists(text: Text) -> tuple[TextList, ...]:
    """The lists of a text in the order in which they begin. Linear in its length."""
    found = tuple(markers(text))
    runs = [*_runs(text, found), *_headed(text, {marker.first for marker in found})]
    runs.sort(key=lambda run: run[1][0][1].first)
    return tuple(_made(text, dress, run) for dress, run in runs)


_Run = tuple[str, list[tuple[int | None, Marker]]]


def _runs(text: Text, found: tuple[Marker, ...]) -> Iterator[_Run]:
    """Marks of one dress whose numbers follow each other from 1."""
    open_runs: dict[str, list[tuple[int | None, Marker]]] = {}
    done: list[_Run] = []

    def close(dress: str) -> None:
        run = open_runs.pop(dress, [])
        if len(run) >= LEAST_ITEMS:
            done.append((dress, run))

    for marker in found:
        dress = marker.dress
        if dress in ("last", "more"):
            _append_last(text, open_runs, marker)
            continue
        run = open_runs.get(dress)
        near = run is not None and _sentence(text, marker) - _sentence(text, run[-1][1]) <= REACH
        if dress == "bullet":
            if run is None or not near:
                close(dress)
                open_runs[dress] = run = []
            run.append((len(run) + 1, marker))
            continue
        following = (run[-1][0] or 0) + 1 if run else 1
        if near and run is not None and (following in marker.orders or marker.orders == (LAST,)):
            if marker.noun and run[-1][1].noun and marker.noun != run[-1][1].noun:
                continue
            run.append((following, marker))
        elif 1 in marker.orders:
            close(dress)
            open_runs[dress] = [(1, marker)]
    for dress in list(open_runs):
        close(dress)
    yield from done


def _append_last(text: Text, open_runs: dict[str, list[tuple[int | None, Marker]]], marker: Marker) -> None:
    """ "وأخيراً" goes on with the list whose last item is nearest."""
    for run in sorted(open_runs.values(), key=lambda r: -r[-1][1].first):
        following = (run[-1][0] or 0) + 1
        if marker.dress == "more" and following not in marker.orders:
            continue
        if _sentence(text, marker) - _sentence(text, run[-1][1]) <= REACH:
            run.append((following, marker))
            return


def _sentence(text: Text, marker: Marker) -> int:
    return text.tokens[marker.first].sentence


def _headed(text: Text, marked: set[int]) -> Iterator[_Run]:
    """Lines that are headings with a paragraph under each, or paragraphs that open with a head and a colon."""
    lines = list(_lines(text))
    colons = text.forms.get(":", ())
    headings: list[tuple[int | None, Marker]] = []
    gap = 0
    for k, (first, past) in enumerate(lines):
        if k == 0 or first in marked or not text.tokens[first].word:
            continue
        heading = past - first <= HEADING_WORDS and text.tokens[past - 1].form not in _ENDS
        below = k + 1 < len(lines) and lines[k + 1][1] - lines[k + 1][0] > HEADING_WORDS
        colon = _colon(colons, first, past)
        headed = colon is not None and past - colon > 4 and colon + 1 not in marked
        if (heading and below) or headed:
            headings.append((None, Marker("heading", (), first, first)))
            gap = 0
            continue
        gap += 1
        if gap > 2 or heading:
            if len(headings) >= LEAST_ITEMS:
                yield "heading", headings
            headings, gap = [], 0
    if len(headings) >= LEAST_ITEMS:
        yield "heading", headings


def _colon(colons: Sequence[int], first: int, past: int) -> int | None:
    """The colon, of those of a text, that ends a paragraph's head, None where it has none."""
    k = bisect_right(colons, first)
    return colons[k] if k < len(colons) and colons[k] < min(past - 1, first + HEADING_WORDS) else None


def _lines(text: Text) -> Iterator[tuple[int, int]]:
    """(first, past-last) token of each line."""
    first, stop = 0, text.folded.text.find("\n")
    while stop >= 0:
        n = text.token_at(stop) + 1
        if first < n < len(text.tokens) and begins_line(text, n):
            yield first, n
            first = n
        stop = text.folded.text.find("\n", stop + 1)
    if text.tokens:
        yield first, len(text.tokens)


def _line_end(text: Text, n: int) -> int:
    """Last token of the line of a token."""
    stop = text.folded.text.find("\n", text.tokens[n].fend)
    return text.token_at(stop - 1) if stop >= 0 else len(text.tokens) - 1


def _made(text: Text, dress: str, run: list[tuple[int | None, Marker]]) -> TextList:
    items = []
    in_line = not any(begins_line(text, marker.first) for _, marker in run[1:])
    for k, (order, marker) in enumerate(run):
        line_end = _line_end(text, marker.content)
        head = _head(text, marker.content, line_end)
        if k + 1 < len(run):
            last = run[k + 1][1].first - 1
        elif in_line:
            last = text.sentence_tokens[text.tokens[marker.content].sentence][1] - 1
        else:
            # A heading's item goes on in the line below.
            below = head == line_end and line_end + 1 < len(text.tokens)
            last = _line_end(text, line_end + 1) if below else line_end
        items.append(ListItem(order, marker.first, marker.content, max(last, marker.content), head))
    return TextList(dress, tuple(items), _lead(text, run[0][1].first))


def _head(text: Text, first: int, line_end: int) -> int | None:
    tokens = text.tokens
    for t in range(first, min(first + HEAD_WORDS, line_end + 1)):
        if tokens[t].form == ":" and t > first:
            return t - 1 if t < line_end else line_end
        if tokens[t].form in ".؛":
            return None
    if line_end - first < HEADING_WORDS and tokens[line_end].form not in _ENDS and line_end + 1 < len(tokens):
        return line_end
    return None


def _lead(text: Text, first: int) -> tuple[int, int] | None:
    """The words before the first mark in its sentence; else the sentence before."""
    tokens = text.tokens
    if first == 0:
        return None
    start, _ = text.sentence_tokens[tokens[first].sentence]
    if first - start >= 3:
        return start, first - 1
    start, past = text.sentence_tokens[tokens[start - 1].sentence] if start else (0, first)
    return start, past - 1
