"""Meaning across spans: events, statements, reasons, relations, outlooks."""
