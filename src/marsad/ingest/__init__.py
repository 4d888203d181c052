"""Bytes to documents: files, folders and pipes; formats; encodings."""

from marsad.ingest.documents import Given, Ingest
from marsad.ingest.set_aside import SetAside
from marsad.ingest.sources import Skipped

__all__ = ["Given", "Ingest", "SetAside", "Skipped"]
