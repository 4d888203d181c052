"""The report: a record as a person reads it in the terminal."""

from marsad.report.report import Report

__all__ = ["Report"]
