"""The page: a record in the browser, the article beside its explanation, each word linked to what was read in it."""

from marsad.report.html.document import Pages

__all__ = ["Pages"]
