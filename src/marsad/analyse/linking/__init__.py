"""The same event in many documents: reports are compared and grouped, never merged away.

An event of a document is a report (reports.py). Reports that share rare words, names or figures are compared
(candidates.py) by a documented score (likeness.py), and grouped by the average of their scores (groups.py)."""
