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
└── OutputError          a result can't be written
"""

from __future__ import annotations


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
