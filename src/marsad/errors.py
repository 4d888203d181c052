"""Everything that marsad raises on purpose.

MarsadError
├── InputError           a document can't be read: the message names it and says what to do
│   ├── UnsupportedFormatError    the file's kind is not one that marsad reads
│   │   └── MissingExtraError         it is, with a package that is not installed: names the command
│   └── BrokenDocumentError       the kind is known, the content is damaged
│       └── BinaryDataError           it is no text at all
├── ResourceError        a lexicon, grammar or gazetteer is wrong: names file, line and fault
│   └── GrammarError         a pattern can't be compiled
├── PipelineError        steps that don't fit together: names the step and what it lacks
├── OutputError          a result can't be written
├── UnreachableError     a file of an object store can't be fetched now: the same command tries it again
└── CaseError            a case can't be used as was asked: the message names the file and says what to do
    ├── NotACaseError             the file is something else, or there is none
    ├── CaseVersionError          a newer marsad made it, or it is older and can't be brought up to date here
    ├── BrokenCaseError           the file is damaged
    ├── CaseLockedError           another program is writing
    ├── ReadOnlyCaseError         the file or its folder can't be written
    ├── CaseFullError             the disk is full; what was stored before stays
    └── UnknownItemError          no such document, item or entry of the history, or a value that it can't have
"""

from __future__ import annotations

from pathlib import Path


class MarsadError(Exception):
    """The root: catch it to catch all of marsad's own errors."""


class InputError(MarsadError):
    """A document can't be read."""


class UnsupportedFormatError(InputError):
    """The file's kind is not one that marsad reads."""


class MissingExtraError(UnsupportedFormatError):
    """The format needs a package that is not installed."""


class BrokenDocumentError(InputError):
    """The kind is known, the content is damaged."""


class BinaryDataError(BrokenDocumentError):
    """What should be text is a picture, an archive or other binary data."""


class ResourceError(MarsadError):
    """A lexicon, grammar or gazetteer is wrong."""


class GrammarError(ResourceError):
    """A pattern of a grammar can't be compiled."""


class PipelineError(MarsadError):
    """Steps of a pipeline don't fit together."""


class OutputError(MarsadError):
    """A result can't be written."""


class UnreachableError(MarsadError):
    """A file of an object store can't be fetched now."""


class CaseError(MarsadError):
    """A case can't be used as was asked."""


class NotACaseError(CaseError):
    """The file is no case, or there is none."""


class CaseVersionError(CaseError):
    """The case is of another version than this marsad reads."""


class BrokenCaseError(CaseError):
    """The file is damaged."""


class CaseLockedError(CaseError):
    """Another program is writing to the case."""


class ReadOnlyCaseError(CaseError):
    """The file or its folder can't be written."""


class CaseFullError(CaseError):
    """The disk is full, or the file may not grow."""


class UnknownItemError(CaseError):
    """No such document, item or entry of the history, or a value that it can't have."""


def fault_message(error: Exception, where: str, id: str) -> str:
    """What to say of a document on which marsad itself failed, which must not cost the other documents."""
    fault = error.__traceback__
    while fault and fault.tb_next:
        fault = fault.tb_next
    place = f"{Path(fault.tb_frame.f_code.co_filename).name}:{fault.tb_lineno}" if fault else "?"
    return (
        f"{where}: the document {id!r} could not be read, which is a fault of marsad: "
        f"please report it with the text ({type(error).__name__} at {place}: {error})"
    )
